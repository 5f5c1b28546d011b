### The inspector: what is selected, or the plan in facts.

## Sections

inspector-section-languages = Languages
inspector-section-notes = Notes
inspector-section-sources = Provenance
inspector-section-together = Together
inspector-section-plan = Properties of the plan…

## The plan, and several sessions

inspector-home-zone-note = For times that belong to no event, and for new events.
inspector-plan-language = Kept first in
# Of the plan as a document: the language it is written in before it is translated; who issues it.
inspector-original = Original language
inspector-issuer = Issued by
inspector-release = Release { $number } is the last one handed out.
inspector-different = Different
inspector-in-all = in all of them
inspector-in-some = in { $count } of { $all }
inspector-some-more = { $count } in some
inspector-too-long = Too long to be changed here: this is only the beginning.
inspector-some-pinned = Some of them are pinned.
inspector-and-more =
    { $count ->
        [one] and { $count } more
       *[other] and { $count } more
    }

## Fields

inspector-title = Title
inspector-code = Code
inspector-name = Name
inspector-meeting = Meeting
inspector-nature = Behaves like
inspector-hue = Colour
inspector-sign = Sign
inspector-kind-used =
    { $count ->
        [0] No session is of this kind yet.
        [one] 1 session is of this kind. Without the kind it is a session of the kind “{ $nature }”.
       *[other] { $count } sessions are of this kind. Without the kind they are sessions of the kind “{ $nature }”.
    }
inspector-kind = Kind
inspector-status = Status
inspector-event = Event
inspector-bodies = Bodies
inspector-format = Format
inspector-description = Description
inspector-place = Place
inspector-host = Host
inspector-theme = Theme
inspector-zone = Time zone
inspector-link = Link
inspector-webcast = Webcast
inspector-captioned = Captioning
inspector-attendance = Expected attendance
inspector-remarks = Remarks
inspector-documents = Documents
inspector-topics = Topics
inspector-after = Comes after
inspector-followers = Followed by
inspector-language = Language
inspector-all-six = All six languages
inspector-in-language = { $what }, { $language }
inspector-more-languages = More languages
inspector-more-languages-filled = More languages · { $count }
inspector-fewer-languages = Fewer languages
inspector-not-known = Not known
inspector-not-said = Not said
inspector-none = None

## Time and place

inspector-pinned-note = Pinned: unpin it to change time or room.
inspector-date = Date
inspector-start = Start
inspector-end = End
inspector-length = Length
inspector-rooms = Rooms
inspector-ends-on = ends { $day } { $clock }
inspector-in-tray = Not scheduled: it waits in the tray.
inspector-no-day = No day yet
inspector-no-time = time
inspector-held = Held
inspector-opened = Opened
inspector-adjourned = Adjourned
inspector-suspension = Suspended
inspector-suspended = Suspended from
inspector-resumed = Resumed
inspector-not-resumed = not yet
inspector-add-suspension = Add a suspension
inspector-held-on = held on { $day }
inspector-put-back = Place it: { $place }
inspector-year-only = Only the year is known
inspector-year = Year
inspector-first-day = First day
inspector-last-day = Last day
inspector-shift-week-back = A week earlier, with all sessions
inspector-shift-day-back = A day earlier, with all sessions
inspector-shift-day-on = A day later, with all sessions
inspector-shift-week-on = A week later, with all sessions
inspector-hours = Hours of the day kept open
inspector-hours-from = From
inspector-hours-to = To
inspector-year-before = A year back
inspector-month-before = A month back
inspector-month-after = A month on
inspector-year-after = A year on
inspector-no-date = No date

## Rooms, bodies, people, papers

inspector-room-place = Building or address
inspector-capacity = Capacity (seats)
inspector-booths = Interpretation booths
inspector-virtual = Virtual room
inspector-shared = Shared
inspector-room-order = Place among the rooms
inspector-parent = Belongs to
inspector-set-up-at = Set up by
inspector-report = Report
inspector-address = Form of address
inspector-function = Function
inspector-represents = Represents
inspector-region = Region
inspector-rank = Rank
inspector-contact = E-mail or telephone
inspector-symbol = Symbol
inspector-issued = Issued
inspector-objective = Objective
inspector-note-text = What was noticed
inspector-handling = What is done about it
inspector-concerns = Concerns
inspector-speaker = Speaker
inspector-session = Session
inspector-order = Place in the list
inspector-seconds = Length in seconds
inspector-text-received = Text of the statement

## Adding and removing

inspector-add-room = Add a room
inspector-add-body = Add a body
inspector-add-event = Add an event
inspector-add-person = Add a person
inspector-add-document = Add a document
inspector-add-topic = Add a topic
inspector-add-team = Add a team of interpreters
inspector-add-predecessor = Add a session before it
inspector-add-row = Add what it concerns
inspector-add-note = Write a note
inspector-add-source = Add a source
inspector-add-source-now = Add
inspector-new = New: { $name }
inspector-new-person = New person: { $name }
inspector-nothing-found = Nothing found
inspector-remove = Remove { $what }
inspector-show = Show { $what }
inspector-role = Role
inspector-role-of = What { $who } does

## Provenance and notes

inspector-basis = Rests on
inspector-reference = Where to look
inspector-about-part = What it covers
inspector-source-about = Covers: { $what }
inspector-note-open = Open note { $id }
inspector-handled = Handling: { $how }

## Short names beside rows

property-day = Day
property-room = Room
property-body = Body
property-after = After
property-before = Before
property-attendance = Attendance
property-capacity = Capacity
property-booths = Booths
property-hours = Hours
property-virtual = Virtual
property-order = Position
property-parent = Part of
property-handling = Handling
property-note = Note
property-contact = Contact
property-text = Text

## The conference in facts

inspector-dates = Dates
inspector-count-days =
    { $count ->
        [one] day
       *[other] days
    }
inspector-count-sessions =
    { $count ->
        [one] session
       *[other] sessions
    }
inspector-count-rooms =
    { $count ->
        [one] room
       *[other] rooms
    }
inspector-count-tray =
    { $count ->
        [one] in tray
       *[other] in tray
    }
inspector-show-all = Show all { $count }
inspector-findings-on =
    { $count ->
        [one] { $count } finding on { $sessions ->
            [one] { $sessions } session
           *[other] { $sessions } sessions
        }
       *[other] { $count } findings on { $sessions ->
            [one] { $sessions } session
           *[other] { $sessions } sessions
        }
    }
inspector-show-more = Show { $count } more
inspector-elsewhere = Elsewhere
inspector-hours-per-room = Hours per room
inspector-next = Next

## Findings and what can be done

inspector-show-fixes = Show fixes
inspector-other-fixes =
    { $count ->
        [one] { $count } other way
       *[other] { $count } other ways
    }
inspector-show-sessions =
    { $count ->
        [one] Show the session
       *[other] Show the { $count } sessions
    }
inspector-find-slot = Find a slot for { $session }

## Rows

inspector-add-property = Add property
inspector-more = More actions
inspector-id = In the plan file: { $id }
inspector-time = Time
inspector-people = People
inspector-shift-by = Shift by
inspector-earlier = All { $length } earlier
inspector-later = All { $length } later
inspector-was = was { $what }
inspector-day-number = day { $number }
inspector-six = Six
inspector-yes = Yes
inspector-no = No

## What a field takes

inspector-expected-clock = Not a time. Write 9:30 or 0930; the old time stays.
inspector-expected-end = The end must come after the start; the old end stays.
inspector-expected-held = It must be later than what came before it; the old time stays.
inspector-expected-hours = The day must end after it begins; the old hours stay.
inspector-expected-length = Not a length. Write minutes (75) or hours (1:15), 14 days at most; the old length stays.
inspector-expected-day = Not a day. Write 18 nov or 18.11.2025; the old value stays.
inspector-expected-days-of-sessions = Sessions would be left behind. Move them with Dates and place… (Ctrl+Shift+M); the old value stays.
inspector-expected-moment = Not a day and a time. Write 18 nov 10:00; the old value stays.
inspector-expected-count = Not a number. Write digits such as 450; the old value stays.
inspector-expected-booths = Not a number of booths. Write 0 to 255; the old value stays.
inspector-expected-integer = Not a whole number. Write digits such as 3; the old value stays.
inspector-expected-year = Not a year from 1900 to 2199; the old year stays.
inspector-expected-row = It is gone.

## Own fields

field-untitled = Field without a name
field-new = New field
field-holder = Field of
field-sort = Type
field-text = Text
field-number = Number
field-date = Date
field-choice = Choice
field-tick = Tick
field-choices = Choices
field-choices-hint = one, another, …
field-choice-named = Choice { $number }
field-add-choice = Add choice
field-add = New field…
field-add-done = Add
field-edit = Change the field: { $field }
field-choice-up = Move { $what } up
field-choice-down = Move { $what } down
field-clear = No date: { $field }
field-handed-out = Handed out
field-team-only = For the team only: not in what is handed out.
field-used =
    { $count ->
        [0] { $what }: nowhere is anything in this field.
        [one] { $what }: one has something in this field.
       *[other] { $what }: { $count } have something in this field.
    }
field-expected-number = Not a number. Write digits such as 12 or 2.5; the old value stays.
field-expected-choice = A choice needs a name; the old one stays.
