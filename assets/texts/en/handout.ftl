### The words that handouts print: programmes, plan grids, door signs, itineraries, speaking lists, pages for a browser.

## What is handed out

handout-programme = Programme
# A page of rooms × hours of one day.
handout-rooms-of-day = Rooms and hours
handout-plan-grid = Time management plan
# The name of a layout; it is not printed.
handout-door = Door sign
handout-itinerary = Itinerary
handout-itinerary-of = Itinerary of { $name }
handout-statements = Policy statements
handout-speaking-list = Speaking list
handout-timeline = Timeline
handout-sessions = Sessions
handout-unscheduled = Unscheduled sessions
# Instead of the title of a meeting that is not for everybody to know.
handout-reserved = Reserved
handout-findings = Findings
handout-index = Contents

## Releases and pages

# Rev. 3
handout-release = Rev. { $number }
# Instead of a release number while the plan has not been released.
handout-draft = Draft
handout-disclaimer-draft = This is a working draft and may change
# Behind the release, where remarks and contacts are in what is handed out.
handout-internal = For the team only
# The date on which the file was made.
handout-made = as of { $date }
# At the head of a document.
handout-original = Original: { $language }
# What a sign behind a session says.
handout-revised = Changed since the previous release
handout-page = Page { $page } of { $pages }
# After a heading repeated on the next page.
handout-continued = (continued)
# Behind the name of a meeting in each further row of a plan in which it goes on, as time management plans have it.
handout-cont = (cont’d)
# Between the texts of a list; the second where texts may have commas themselves.
handout-comma = ,
handout-semicolon = ;
# Above the list of what numbers in small blocks stand for.
handout-numbers = Numbers on the page before
# In the place of hours, of what goes on from a day before.
handout-until-hour = until { $hour }
handout-until-day = until { $day } { $hour }

## Days and hours

# All times: Asia/Baku (UTC+4)
handout-all-times = All times: { $zone } ({ $offset })
handout-times-local = Times are local to each event
handout-zone = Time zone
# The names of the first and the last row of a time management plan: before all sittings, and after.
handout-early = Early
handout-forenoon = Forenoon
handout-afternoon = Afternoon
handout-evening = Evening
handout-day = Day
handout-date = Date
handout-time = Time
handout-start = Start
handout-end = End
handout-end-date = End date
handout-length = Length

## Columns of sessions

handout-id = ID
handout-number = No.
handout-title = Title
handout-kind = Kind
handout-status = Status
handout-event = Event
handout-events = Events
handout-room = Room
handout-rooms = Rooms
handout-body = Body
handout-bodies = Bodies
handout-meeting = Meeting no.
handout-topic = Topic
handout-agenda = Agenda
handout-topics = Topics
handout-document = Document
handout-documents = Documents
handout-agenda-item = Agenda item
handout-abstract = Abstract
handout-origin = Origin
handout-outcome = Outcome
handout-presentation = Presentation
handout-discussion = Discussion
handout-presented-by = Presented by
handout-speakers = Speakers
handout-languages = Languages
handout-language = Language
handout-interpretation = Interpretation
handout-captioned = Captioning
# When a session was really held: the heads of three columns, and the name of all of it.
handout-opened = Opened
handout-suspended = Suspended
handout-adjourned = Adjourned
handout-held = Held
handout-webcast = Webcast
handout-link = Link
handout-join = Join online
handout-capacity = Seats
handout-expected = Expected
handout-place = Place
handout-remarks = Remarks
handout-concerns = Concerns
handout-elements = Elements
handout-groups = Groups

## Columns of people and statements

# The column of the names of persons.
handout-person = Name
handout-people = People
handout-function = Function
handout-represents = Represents
handout-rank = Rank
handout-contact = Contact
handout-at-once = At the same time: { $title }
handout-speaker = Speaker
handout-member-state = Member State or organization
handout-statement-text = Text received
# The column with the session in which a statement is given.
handout-session = Session

## Columns of findings

handout-severity = Severity
handout-finding = Finding
handout-rule = Rule
handout-waived = Waived

## In the cells, and instead of them

# A name before what it is the name of: Chair: Ms Perera
handout-labelled = { $label }: { $text }
handout-yes = yes
handout-no = no
# Across a session that does not take place.
handout-cancelled = CANCELLED
handout-no-room = No room
handout-nothing-chosen = No session matches what was chosen

## Numbers

handout-shown = { $count ->
    [one] { $count } session
   *[other] { $count } sessions
}

## The papers of a conference

handout-roster = Interpreters’ roster
handout-services = Podium, webcast and captioning
handout-room-sheet = Room sheets
handout-running-order = Running order
handout-podium-list = Podium list
handout-speaker-cards = Speaker cards
handout-journal = Daily journal
handout-meeting-documents = Documents by meeting
handout-booklet = Delegation booklet

## The interpreters’ roster

handout-sitting = Sitting
handout-team = Team
handout-without-team = Without a team
handout-interpreters = Interpreters
handout-sittings = Sittings
handout-hours = Hours
handout-overtime = Over the limits
# Before the letters of the languages from which other booths take relay.
handout-relay = relay from
# Before the letters of the languages that a team does not interpret.
handout-without = not covered:
# What a team does beyond its limits; lengths are hours and minutes.
handout-over-at-once = { $is } in two meetings at once
handout-over-pause = { $is } between sittings, not { $most }
handout-over-stretch = { $is } at a stretch, not { $most }
handout-over-day = { $is } sittings a day, not { $most }
handout-over-week = { $is } sittings a week, not { $most }
handout-over-rest = { $is } of rest at night, not { $most }

## Podium and rooms

handout-at-podium = At the podium
handout-booths = Booths
# How chairs and tables stand in a room.
handout-layout = Layout
handout-equipment = Equipment
handout-setup = Time to set up
# How long a room is free between two meetings; how long it takes to clear it.
handout-turnaround = Turnaround
handout-closed = Closed
handout-services-of-room = Services

## Running order, journal, documents, booklet

# The column of what is done at a time.
handout-what = Item
handout-opening = Opening of the meeting
handout-closing = Close of the meeting
handout-today = Today
handout-tomorrow = Tomorrow
handout-notices = Notices
handout-changes = Changes since the last release
# Who a document comes from.
handout-source = Source
handout-delegate = Delegate
handout-from = There from
handout-until = There until
handout-attended-by = Attended by
handout-nobody = nobody
handout-notes = Notes
# Of a delegation.
handout-not-attended-count = { $count ->
    [one] { $count } meeting that concerns it is attended by nobody
   *[other] { $count } meetings that concern it are attended by nobody
}

## Search and choice on a page for the browser

handout-search = Search
handout-search-hint = Title, name, document …
handout-filter = Filter
handout-all-rooms = All rooms
handout-all-bodies = All bodies
handout-all-topics = All topics
handout-all-days = All days
handout-all-events = All events
handout-clear = Clear
handout-none-found = Nothing found; take a filter away or search for something else
handout-light = Light
handout-dark = Dark
handout-print = Print
handout-format = Format
handout-file = File

## What became of a session, or of another row, between two states of a plan

change-new = new
change-removed = removed
change-cancelled = cancelled
# It had been cancelled.
change-revived = takes place after all
change-placed = scheduled
change-unplaced = not scheduled any more
change-moved = moved
change-changed = changed
# Both are hours, or days and hours.
change-moved-from = moved from { $from } to { $to }
change-ends = ends at { $to } instead of { $from }
# Room A → Room B; the arrow points to what is so now.
change-was-is = { $was } → { $is }
# Before what has come into a list, and what has gone from it.
change-added = added
change-taken-out = removed
# One after the other: the members of a list; a time and the rooms; what became of a session and what else of it changed.
change-listed = { $list }, { $next }
change-beside = { $list }, { $next }
change-then = { $list }; { $next }

## The change notice

notice-title = Change notice
notice-date = Date of issue
# The heads of the columns: what became of a session, what was announced, what is so now.
notice-what = Change
notice-was = Was
notice-is = Now
# What became of a session.
notice-new-time = new time
notice-new-rooms = new room
notice-new-place = new time and room
# Instead of a time and a room, of a session that has lost its place.
notice-no-time = new time to be announced
# Of a session that has been held, and of one that was to be held before the notice was issued.
notice-over = already took place
notice-passed = its time has passed
# Who asked for a change, and who decided it.
notice-requested-by = Requested by
notice-decided-by = Decided by
# Below a line at the end.
notice-signature = Name and signature
notice-count = { $count ->
    [one] { $count } change
   *[other] { $count } changes
}

## What a reader does with the page for a browser

# A button: the reader keeps a session on an agenda of their own.
handout-keep = Keep
handout-my-agenda = My agenda
handout-to-calendar = Add to calendar
handout-agenda-calendar = Calendar of my agenda
handout-permalink = Link to this session
handout-now = Now
# Times on the clock of the reader.
handout-my-time = My time
# Not as in the release before.
handout-changed = Changed
handout-views = Views
handout-introduction = About this programme
handout-nothing-kept = Nothing is on your agenda yet: keep sessions, and they stay on this device

## Books, screens, lists and mails

handout-book = Book of the programme
handout-index-of-people = Index of people
handout-now-next = Now and next
# After what is on now.
handout-next = Next
handout-nothing-more = Nothing more is planned
handout-catering = Catering and social events
handout-name-plates = Name plates
handout-badges = Badges
mail-subject = Your schedule: { $plan }
mail-dear = Dear { $name },
# Such as: This is your schedule for WTDC-25, Rev. 3, as of 12 November 2025.
mail-body = This is your schedule for { $plan }, { $state }. A calendar file is attached.
handout-role = Role
