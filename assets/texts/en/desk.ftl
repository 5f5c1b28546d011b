# The window around the views.

plan-unsaved-copy = Never saved: Save asks for a file

look-theme = Light and dark
look-colors = Colours
color-by-kind = By kind of session
color-by-body = By body
look-snap = Times snap to
snap-none = 1 min
snap-mins = { $mins } min
look-screen-language = Language of the screen
look-plan-language = Language of titles
plan-language-same = As the screen
zone-second = Second ruler
zone-none = None
zone-search = Search for a city

status-sessions =
    { $count ->
        [one] { $count } session
       *[other] { $count } sessions
    }
status-filtered = { $count } shown
status-waiting = { $count } in the tray
status-selected =
    { $count ->
        [one] { $count } session selected
       *[other] { $count } sessions selected
    }

tray-title = Tray
tray-empty = Empty. Drag a session here to take it off the plan; nothing of it is lost.
filter-hint = Filter sessions
filter-clear = Clear the filter
filter-ticked = ticked
filter-not-ticked = not ticked
filter-filled = anything
filter-empty = nothing
filter-by = Show only sessions of { $what }
table-empty = None yet

session-wished = wished { $place }
session-untitled = Untitled session
meeting-last = last
kind-untitled = Kind without a name
kind-new = New kind
kind-remove = Remove the kind
hue-blue = Blue
hue-indigo = Indigo
hue-sky = Sky
hue-teal = Teal
hue-green = Green
hue-moss = Moss
hue-olive = Olive
hue-amber = Amber
hue-rust = Rust
hue-rose = Rose
hue-orchid = Orchid
hue-violet = Violet
hue-slate = Slate
hue-grey = Grey
session-new = New session
session-unscheduled = Not scheduled
session-pinned = Pinned

## When a session was really held

held-opened = opened { $time }
held-suspended = suspended { $time }
held-resumed = resumed { $time }
held-adjourned = adjourned { $time }
# How far a meeting is: in the field where its end will stand, and beside its sign.
held-is-sitting = sitting
held-is-suspended = suspended
held-is-over = held
hold-needs-sessions = Select the session that is opened, suspended or adjourned.
hold-is-over = It has been adjourned. Its times can be typed in the inspector.
hold-needs-open = It does not sit: open it first.
hold-needs-time = { $what } is not scheduled: give it a day and a time first.
hold-needs-clock = What time it is now is not known. Type the time of { $what } in the inspector.
# “last” is what is planned or was noted last, “now” is the time now.
hold-other-day = { $what } is on { $last }, and it is { $now } now. Type the time in the inspector.
hold-is-earlier = For { $what } something is noted at { $last } already, and it is { $now } now. Wait a minute, or type the time.
hold-opened = Opened at { $time }: { $what }
hold-suspended = Suspended at { $time }: { $what }
hold-resumed = Resumed at { $time }: { $what }
hold-adjourned = Adjourned at { $time }: { $what }
# The code of a meeting, such as PL-2.
hold-numbered = { $what }. It stays { $code }.

session-needs-event = A session belongs to an event: add an event first.
event-new = New event
room-new = New room
body-new = New body
room-seats =
    { $count ->
        [one] { $count } seat
       *[other] { $count } seats
    }
room-booths =
    { $count ->
        [one] { $count } booth
       *[other] { $count } booths
    }
room-virtual = On line
room-shared = Shared

drag-to-tray = Back to the tray
drag-several =
    { $count ->
        [one] { $count } session
       *[other] { $count } sessions
    }
drag-duplicates = A copy; the original stays
drag-rolls = Its neighbour gives way; both ends stay
drag-followers =
    { $count ->
        [one] { $count } later session follows
       *[other] { $count } later sessions follow
    }
stop-session = { $session } at { $time }
stop-hours = The end of the hours at { $time }
stop-gaps = { $what } stops it; gaps before it get shorter
stop-over = { $what } stops it: { $length } too many
shift-title = Shift from here
shift-by = Shift by
shift-unit = minutes; − for earlier
shift-expected = Minutes, such as 30 or −15
shift-moves =
    { $count ->
        [one] { $count } session moves
       *[other] { $count } sessions move
    }
shift-until = until { $time }
shift-go = Shift
shift-needs-sessions = Select the session from which on everything is to move first

step-sessions =
    { $count ->
        [one] { $count } session
       *[other] { $count } sessions
    }
step-move = Move { $what }
step-resize = Change the length of { $what }
step-schedule = Schedule { $what }
step-unschedule = Put { $what } into the tray
step-create = Add { $what }
step-duplicate = Duplicate { $what }
step-remove = Delete { $what }
step-pin = Pin { $what }
step-unpin = Unpin { $what }
step-open = Open { $what }
step-suspend = Suspend { $what }
step-resume = Resume { $what }
step-adjourn = Adjourn { $what }
step-swap = Swap { $what }
step-order-room = Reorder rooms: { $what }
step-shift-event = Move { $what } with its sessions
step-move-dates = Move { $what } to other dates
step-change-zone = Change the zone of { $what } and keep the instants
step-edit = Edit { $what }
step-add = Add { $what }
step-edit-plan = Edit the plan
step-take = Take a proposed change
step-take-for = Take a proposed change to { $what }
step-bring-back = Bring an earlier state back
step-merge = Merge
step-import = Import { $what }
step-cancel = Cancel { $what }
step-order-items = Reorder { $what }
step-split-off = Make a session of its own of { $what }
step-join = Put { $what } back on the agenda
step-adopt = Adopt the agenda of { $what }
step-reopen = Make a draft of the agenda of { $what }
step-defer = Defer { $what }
step-gather = Make one session with an agenda of { $what }
step-fit = Make the agenda fit
step-items =
    { $count ->
        [one] one item
       *[other] { $count } items
    }
step-release = Make a release
step-submit-release = Put a release before the steering committee
step-approve-release = Approve a release
step-release-back = Make a release a draft again
step-issue-release = Issue a release
step-waive = Waive a finding
step-withdraw = Withdraw a waiver
step-rule = Change a rule
step-undone = Undone: { $step }
step-redone = Done again: { $step }
fill-needs-rows = Rows are filled down in the List.
swap-needs-two = Select exactly two sessions to swap them.
gather-needs = Select two or more sessions of one event and one day; none of them pinned or issued.
split-off-needs = Select an item of an agenda first.
join-needs = Select a session that goes on with the agenda of another one.

typed-lost = “{ $text }” was not taken over. { $expected }
typed-stays = “{ $text }” was not taken over and still stands in its field. { $expected }

refusal-pinned = { $what } is pinned and stays where it is. Unpin it first.
refusal-missing = { $what } does not exist any more.
refusal-unscheduled = { $what } is not scheduled: it needs a day and a time first.
refusal-range = The time must lie between the years 1900 and 2199.
refusal-too-far = { $what } would leave the years 1900 to 2199: nothing is moved.
refusal-circular = { $what } waits for itself or counts its day from itself: nothing is moved until that is mended.
refusal-issued = { $what }: what has been issued can be cancelled, but not removed.
refusal-released = A release can not be changed any more: what was issued stays issued.
refusal-patch = This can not be: { $why }.

palette-hint = Type a command or anything in the plan
palette-find-hint = Find a session, event, room, body, topic or document
palette-nothing = Nothing found
palette-searching = Searching …

path-open = Open a plan
path-compare = Compare with a file
path-import = Import from a file
path-votes = Open a table of votes
path-save = Save the plan
path-why = The system offers no file dialog, so the name of the file is typed here.
path-replaces = There is a file of this name already; it will be replaced.
path-hint = Folder and name of the file
button-ok = OK
button-cancel = Cancel
button-done = Done
button-close = Close
drop-to-open = Drop the file to open it
file-kind = Plenary plan
import-kind = Tables, calendars and programmes
unsaved-title = Save the changes first?
unsaved-text = The plan has changes that are not in its file yet. Without saving they are lost.
unsaved-save = Save
unsaved-discard = Do not save
changed-title = Somebody else has changed { $file }
changed-text = The file does not hold any more what was opened or saved here. What is saved over stays beside it as { $backup }; what you give up here is lost.
changed-elsewhere = Save elsewhere…
changed-over = Save over it
changed-reload = Give up mine, open it
same-or-new-title = Is { $file } the same plan?
same-or-new-text = A copy of the same plan can be merged with it later, and calendars know its sessions again. A new plan, such as next year's, needs an identity of its own, or calendars would move this plan's sessions.
same-plan = The same plan
new-plan = A new plan
saved = Saved { $file }
open-failed = { $file } could not be opened: { $why }. The open plan stays as it was.
save-failed = The plan could not be saved: { $why }. It stays open and unsaved.
waiting-opening = Opening { $file } …
waiting-writing = A file is still being written. The window closes when it is done.
waiting-stop-and-quit = Stop writing and quit
work-ended = the program failed while it worked on it; please report this

shortcuts-mouse = With the mouse
shortcuts-drag = Drag a session: move it to another time, room, or into the tray
shortcuts-edge = Drag its edge: make it longer or shorter
shortcuts-ground = Drag or double-click on empty ground: a new session
shortcuts-band = Shift and drag on empty ground: select several; they move together and keep their gaps
shortcuts-copy = Ctrl while dragging: a copy
shortcuts-keep = Shift while dragging: keep the time or the room
shortcuts-free = Alt while dragging: ignore the snap; Escape puts everything back
shortcuts-keys = With the keyboard
shortcuts-commands = Commands
key-arrows = Arrows
key-pages = Page up, Page down
key-wheel = Wheel
key-middle = Middle button
key-space-drag = Space and drag
keys-walk = Walk: earlier, later, next lane
keys-extend = Select on the way
keys-add = Add to the selection
keys-move = Move by a snap, to the next room
keys-end = Longer or shorter
keys-order = Change the order of rooms, columns, choices
keys-day = Move to another day
keys-turn = Show another day
keys-open = Open in the inspector
keys-rename = Rename
keys-insert = New session here
keys-tab = Leave this part; in a form, next field; in a table, next cell
keys-areas = Next part of the desk
keys-menus = Menus
keys-context = Its menu
keys-escape = Close, give up, let go
keys-scroll = Scroll
keys-along = Scroll sideways, along time
keys-zoom = Zoom about the pointer
keys-pan = Move the view
about-text = Lays out a conference on a timeline, for planners with a laptop and no server.
about-zones = Time zones: IANA database { $version }
about-fonts = Fonts: Inter, Noto Sans Arabic, Noto Sans SC (SIL Open Font License); icons: Lucide (ISC)
about-licence = MIT or Apache-2.0, at your choice

## The navigator

navigator-kinds = Kinds
navigator-events-short = Events
navigator-documents-short = Docs
navigator-conference = Conference
navigator-before = Before it
navigator-after = After it
navigator-meetings = Meetings
navigator-dates = Deadlines, milestones
navigator-days-off = Days off
event-format-physical-short = In person
event-format-virtual-short = Virtual
event-format-hybrid-short = Hybrid
event-format-correspondence-short = By letter
navigator-more = { $count } more without sessions
navigator-fewer = Hide { $count } without sessions
navigator-only = Show only its sessions
navigator-no-filter = Show all sessions again
navigator-reveal = Show in the view
navigator-up = Move up
navigator-down = Move down
rail-open = Open
filter-counts = { $shown } shown, { $hidden } hidden

# 17–28 Nov
date-short = { $day } { $month }
dates-short-in-month = { $first-day }–{ $day } { $month }
dates-short = { $first-day } { $first-month } – { $day } { $month }

palette-commands = Commands
palette-choose = choose
palette-go = go there
palette-inspect = open in the inspector
palette-new-session = New session of { $body }
palette-order = Codes and whole words first
key-escape = Esc
key-enter = Enter

## What is said to those who do not see the screen

said-new = { $what }; { $count }: { $first }

## Parts of the desk, as they are said

area-top = Menus and views
area-dates = Dates
area-navigator = What is in the plan
area-tray = Sessions without a time
area-choices = Choices of the view
area-view = View
area-inspector = Properties
area-findings = What the rules say
area-status = Counts

## The file of the plan and others

banner-changed = Somebody else has changed the file of this plan.
banner-reload = Open it again
banner-later = Not now
banner-read-only = { $who } What you change here can be saved elsewhere.
banner-save-copy = Save elsewhere…
read-only = read-only
held-by =
    { $known ->
        [both] { $who } has had { $file } open on { $computer } since { $since }.
        [who] { $who } has had { $file } open since { $since }.
        [computer] { $file } has been open on { $computer } since { $since }.
       *[none] { $file } has been open elsewhere since { $since }.
    }
held-left =
    { $known ->
        [both] { $who } opened { $file } on { $computer } on { $since } and has not closed it, but nothing has been heard from there for some minutes.
        [who] { $who } opened { $file } on { $since } and has not closed it, but nothing has been heard from there for some minutes.
        [computer] { $file } was opened on { $computer } on { $since } and has not been closed, but nothing has been heard from there for some minutes.
       *[none] { $file } was opened elsewhere on { $since } and has not been closed, but nothing has been heard from there for some minutes.
    }
held-title = { $file } is open already
held-text = { $who } Two who save one file undo each other's work: read it here, or work on a copy that can be merged later.
left-title = { $file } was left open
left-text = { $who } Perhaps that computer is off or away from the network.
held-read = Only read it
held-copy = Work on a copy
held-take = Open it all the same
changed-merge = Merge
merge-other-plan = That file holds another plan now; nothing was taken over.
copy-found = { $file } is another copy of this plan, left where two saved it at one time.
copy-taken = What is in { $file } has been merged. The copy can be put aside.
copy-compare = Compare
copy-put-aside = Put it aside
copy-leave = Leave it
copy-aside = The copy is called { $file } now, beside the plan.
copy-not-moved = The copy could not be put aside: { $why }
merged-nothing = Merged: nothing in it was new.
merged = { $count ->
    [one] Merged: one row changed. Undo takes it back.
   *[other] Merged: { $count } rows changed. Undo takes them back.
}
merged-open = { $count ->
    [one] Merged, with one difference left to decide.
   *[other] Merged, with { $count } differences left to decide.
}
undecided-field = { $count } to decide. { $row }, { $field }: here { $mine }; there { $theirs }
undecided-removed-there = { $count } to decide. { $row } was removed there and changed or used here
undecided-removed-here = { $count } to decide. { $row } was removed here and changed there
undecided-new = { $count } to decide. { $row } was made there and needs what was removed here
decide-mine = Keep mine
decide-theirs = Take theirs
decide-both = Both
