### The List.

list-table = Sessions

## Columns

list-column-id = Id
list-column-day = Day
list-column-start = Start
list-column-end = End
list-column-length = Length
list-column-title = Title
list-column-kind = Kind
list-column-body = Body
list-column-room = Room
list-column-findings = Findings
# Above the column of lengths in minutes.
list-head-length = Min
list-column-event = Event
list-column-status = Status
list-column-languages = Languages
list-column-held = Held
list-column-marks = Marks
list-marks-tip = Pinned sessions, and sessions that are only an example

list-sort = Sort by “{ $column }”
list-sorted-up = Sorted by “{ $column }”, upwards; click to reverse
list-sorted-down = Sorted by “{ $column }”, downwards; click to reverse
list-resize = Width of the column “{ $column }”

## Cells

# Only where the plan spans several years: Mon 17 Nov 2025
list-day-year = { $day } { $year }
# An end $days days after the start.
list-end-later = { $time } +{ $days }
list-illustrative = Illustrative: made up to have something to start from, not the official programme
list-show = Show on the timeline

## Editors

list-editor = { $column } of { $session }
list-hint-clock = 09:30
list-hint-length = 1:15
list-hint-day = 17.11.
list-hint-title = Title
list-hint-search = Type to search
list-no-body = No body
list-no-room = No room
list-no-match = Nothing like that; delete what you typed to see all
list-several-hint = Tick the boxes, or Shift+Enter, for more than one

list-flaw-clock = A time from 00:00 to 23:59, such as 9:30
list-flaw-day = A day, such as 17.11. or 2025-11-17
list-flaw-length = 1 minute to 14 days, such as 75 or 1:15
list-flaw-end = The end must lie after the start
list-flaw-unscheduled = Give the session a day or a start first
list-flaw-no-choice = Choose one from the list

## Nothing to show

list-empty-title = No sessions yet
list-empty-text = Add the first one, then give it a day, a start and a room.
list-empty-button = Add a session
list-filtered-title = The filter lets no session through
list-filtered-text = The sessions are still there. Change the filter on the left, or clear it.
list-filtered-button = Clear the filter

## The line above the table

list-grouped = Grouped by day
list-not-grouped = Not grouped
list-group-days = By day
list-group-none = Not at all
list-filter = Filter the table
list-words = Words
list-unfilter = Remove the filter “{ $what }: { $name }”
list-columns = Columns { $shown } of { $all }
list-find-column = Find a column
list-columns-reset = Reset
list-count = { $count ->
    [one] { $count } session
   *[other] { $count } sessions
}
list-count-of = { $count } of { $all } in the plan
list-head = { $count ->
    [one] { $count } session
   *[other] { $count } sessions
}
list-head-marked = { $count ->
    [one] { $count } session, { $marked } marked
   *[other] { $count } sessions, { $marked } marked
}
list-all = Select every row
list-box = Select { $session }
list-new = New session
list-typing = Typing changes only “{ $session }” ({ $column }) · Esc leaves it
list-typing-all = { $count } selected · Typing changes the { $column } of “{ $session }” only · Ctrl+Enter changes all { $count } · Esc leaves it
list-column-people = People
list-column-topics = Topics
list-column-documents = Documents
list-column-attendance = Attendance
list-column-after = After
list-column-remarks = Remarks
list-nothing = None
list-flaw-count = A number of people, such as 120
list-frozen = frozen
list-columns-drag = Drag to reorder
list-columns-move = Move the column “{ $column }”
list-new-person = Enter adds “{ $name }” as a new person
list-column-meeting = Meeting
list-meeting-fixed = { $meeting }: its number is fixed
list-flaw-meeting = A number from 1 to 9999; without one it is counted
list-fill = Fill down: { $column }
list-filling =
    { $count ->
        [0] Drag along the rows that are to have the same { $column } · Esc leaves it
        [one] Fills one row: { $column } · Esc leaves it
       *[other] Fills { $count } rows: { $column } · Esc leaves it
    }

## A block pasted onto cells

block-title = Pasted onto these cells: { $changes } to change, { $mistakes } not understood, { $beyond } beyond the table
block-take =
    { $changes ->
        [one] Change { $changes } cell
       *[other] Change { $changes } cells
    }
block-sessions = As new sessions…
block-sessions-tip = Make sessions of the rows instead
block-change = { $session } · { $column }: { $text }
block-flaw = { $session } · { $column }: “{ $text }” stays out.
