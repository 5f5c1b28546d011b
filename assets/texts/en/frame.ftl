# What stands around every view: the strip of dates, and how to get to a date.

day-heading = { $weekday } { $day } { $month }

strip-session = Session
strip-add-session = Add session
strip-go-to = Go to date
strip-today-tip = Today is no day of this plan
strip-earlier = Earlier days
strip-later = Later days
strip-preparation = Preparation
strip-youth = Youth
strip-loose = Other days
strip-events =
    { $count ->
        [one] { $count } event
       *[other] { $count } events
    }
strip-marked = { $count } marked
strip-day-marked = the day itself is marked
strip-load = { $hours } of sessions, { $percent } % of the fullest day
strip-has-place = has a place
strip-ticks =
    Days with a tick have a place for it. A drop on
    one takes the free start nearest to { $time } there.
strip-ticks-several =
    Days with a tick have a place for them. A drop on
    one takes the nearest free start there.
strip-day = Day { $day } of { $days }

go-to-hint = 24 Nov, Mon, 24.11
go-to-unknown = No such date

command-day-before = Day before
command-day-before-tip = Go to the day before that has something
command-day-after = Day after
command-day-after-tip = Go to the next day that has something
command-today = Today
command-today-tip = Go to today, if it is a day of the plan
command-go-to-date = Go to date
command-go-to-date-tip = Type a date or pick it in a calendar

view-more = More
search-button = Find anything
search-short = Find
top-export = Export
dates-with-year = { $dates } { $year }

menu-main = Menu
menu-file = File
menu-recent = Open recent
menu-edit = Edit
menu-history = History
menu-plan = Plan
menu-view = View
menu-lanes = Lanes
menu-zoom = Zoom and folds
menu-more-views = More views
menu-help = Help
history-opened = As it was opened
look-size = Size of the screen
look-percent = { $percent } %

status-modified = Unsaved changes
status-journal = Unsaved, kept in the journal
status-journal-tip = Every change is on the disk already: neither a crash nor a power cut takes it away
status-writing = Unsaved, being written…
status-no-journal = Unsaved, no journal
status-saved = Saved
status-unchanged = No changes
status-hint = Nothing selected. Drag on empty ground to make a session.
status-hint-grid = Drag between cells. Double-click opens the day.
status-one = 1 selected: { $what }
status-drag = Let go where it is to be · Alt or S without snap · Esc puts it back
status-dragging = Dragging { $what } · Shift keeps the room or the time · Ctrl copies · Alt or S without snap · Esc puts it back
status-dragging-in = Dragging { $what } · Alt or S without snap · Esc puts it back
status-boundary = Drag pulls this edge · Shift with it moves the boundary, and the neighbour gives way
status-in-event = { $count } in { $event }
status-in-plan = { $count } in the plan

notice-removed = Removed: { $what }
notice-cancelled = Cancelled, because it has been issued: { $what }
notice-removed-and-cancelled = { $removed } removed, { $cancelled } cancelled because issued already
delete-issued = What has been issued stays in the plan as cancelled: those who have a copy must see that it is off
notice-changed = Changed: { $what }
notice-lost-value =
    { $count ->
        [one] 1 row has lost a value
       *[other] { $count } rows have lost a value
    }
notice-into-tray = In the tray: { $what }
put-back-needs-day = What is selected in the tray has no day yet; give it one, or drag it to its place
notice-on-clipboard = Copied: { $what }; paste here, in another plan or in a spreadsheet
notice-cut = Cut: { $what }; they move when they are pasted
clipboard-left-out = This plan does not know, and it is left out: { $names }
notice-copied = Copied: { $what }
notice-gathered = Items of one session now: { $what }
notice-split-off = A session of its own in the tray: { $what }
notice-joined = Back on the agenda: { $what }
notice-undo = Undo what was removed
notice-take-back = Undo what was noted
# An event has another zone: what its times mean now, and what a button offers.
zone-as-written =
    Times stay as written: { $count ->
        [one] 1 session is by the clock of { $after } now, not of { $before }.
       *[other] { $count } sessions are by the clock of { $after } now, not of { $before }.
    }{ $pinned ->
        [0] { "" }
        [one] { " " }1 of them is pinned.
       *[other] { " " }{ $pinned } of them are pinned.
    }
zone-keep-instants = Keep the instants
zone-kept =
    Instants kept, by the clock of { $city }: { $count ->
        [one] 1 session, if it is pinned, too.
       *[other] { $count } sessions, pinned ones, too.
    }{ $others ->
        [0] { "" }
        [one] { " " }1 could not be written exactly: a clock is changed there.
       *[other] { " " }{ $others } could not be written exactly: a clock is changed there.
    }
zone-of-plan = Events keep the zones they have: no session moves.

palette-dates = Date
palette-day = Sessions of this day

# Menus of places

menu-new-here = New session: { $place }
menu-paste-here = Paste here
menu-new-on-day = New session on this day
menu-paste-on-day = Paste on this day
menu-select-day = Select all of { $day }
menu-copy-day = Copy { $day } to…
menu-open-day = Open { $day } in Day
menu-select-lane-day = Select what { $name } holds on this day
menu-select-lane = Select all that { $name } holds
menu-properties = Name and properties of { $name }
menu-remove = Remove { $name }
menu-show-empty-lanes = Show empty lanes whole
menu-slim-empty-lanes = Let empty lanes share a line
menu-select-tray = Select all in the tray

notice-lost =
    { $count ->
        [one] { $count } session does without it now
       *[other] { $count } sessions do without it now
    }
notice-lost-room =
    { $count ->
        [one] { $count } session has no room now
       *[other] { $count } sessions have no room now
    }
notice-lost-sessions =
    { $count ->
        [one] { $count } session went with it
       *[other] { $count } sessions went with it
    }
