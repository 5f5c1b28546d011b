### What a pasted table would make of the plan.

paste-title = Paste a table
paste-waiting = Copy rows in your spreadsheet, then press Ctrl+V here
paste-waiting-more = Sessions, days, times, rooms and people are recognized, by headings in English or Russian or by what stands in the columns. You see what would change before anything does.
paste-columns = Click on what stands above a column if it holds something else.
paste-outcome = What becomes of it
paste-column = Column { $number }: { $name }
paste-left-out = Left out

paste-new = { $count ->
    [one] { $count } new session
   *[other] { $count } new sessions
}
paste-changed = { $count ->
    [one] { $count } session changes
   *[other] { $count } sessions change
}
paste-same = { $count } as they are
paste-near = { $count ->
    [one] { $count } name almost known
   *[other] { $count } names almost known
}
paste-rules-errors = { $count ->
    [one] { $count } error of the rules
   *[other] { $count } errors of the rules
}
paste-rules-warnings = { $count ->
    [one] { $count } warning of the rules
   *[other] { $count } warnings of the rules
}
paste-looking = { $count ->
    [one] Looking at { $count } row…
   *[other] Looking at { $count } rows…
}
paste-rooms = { $count ->
    [one] { $count } new room
   *[other] { $count } new rooms
}
paste-people = { $count ->
    [one] { $count } new person
   *[other] { $count } new people
}
paste-notes = { $count ->
    [one] { $count } row taken in part
   *[other] { $count } rows taken in part
}
paste-not = { $count ->
    [one] { $count } row not understood
   *[other] { $count } rows not understood
}
paste-guessed-days = { $count ->
    [one] { $count } row with a guessed day
   *[other] { $count } rows with a guessed day
}
paste-unread = { $count ->
    [one] { $count } column is not read: { $what }
   *[other] { $count } columns are not read: { $what }
}
paste-dismissed = { $count ->
    [one] { $count } row was removed here
   *[other] { $count } rows were removed here
}
paste-nothing = Nothing here is about the plan.

paste-take-new = { $count ->
    [one] Add { $count } session
   *[other] Add { $count } sessions
}
paste-take-changed = { $count ->
    [one] Change { $count } session
   *[other] Change { $count } sessions
}
paste-take-both = Add { $new }, change { $changed }

## What becomes of a row

paste-row-new = New
paste-row-new-noted = New, in part
paste-row-guessed-day = New, no day said: { $day }
paste-row-changed = Changes
paste-row-same = As it is
paste-row-left-out = Left out
paste-row-dismissed = Removed here
paste-row-near = Almost known: “{ $name }”

paste-flaw-title = It has no title
paste-flaw-day = This is no day
paste-flaw-clock = This is no time
paste-flaw-length = This is no length
paste-flaw-end = It ends before it starts
paste-flaw-number = This is no number
paste-flaw-pinned = It is pinned
paste-flaw-range = Too far away in time
paste-flaw-event = There is no event for it

paste-note-kind = There is no such kind; another is taken
paste-note-body = There is no such body; it is left out
paste-note-event = There is no such event; the one of that day is taken
paste-note-status = There is no such status; it is left out
paste-note-time = It has a day and no time, and waits in the tray
paste-note-number = No number, or one with two meanings such as 1,200; it is left out
paste-note-date = This is no day; it is left out
paste-note-choice = There is no such choice; it is left out
paste-note-tick = Neither yes nor no; it is left out

## Columns that the List has not

paste-field-time = From – to
paste-field-people = Speakers
paste-field-chairs = Chair
paste-field-moderators = Moderator
paste-field-affiliation = Affiliation
paste-field-attendance = Attendance
paste-field-remarks = Remarks

## What can not be pasted

paste-refused-nothing = What was copied is empty.
paste-refused-picture = What was copied is no text: copy the cells of a table.
paste-refused-empty-file = There is no table in this file.
paste-refused-long-file = The file is too large for a table.
paste-refused-disk = The file can not be read: { $why }
paste-refused-long = What was copied is too long for a table.
paste-refused-rows = A table of { $count } rows is too long: { $most } at most can be looked through.
paste-refused-broken = The file is damaged: it begins like a table and can not be read to its end.
paste-refused-swollen = The file is far larger than it seems, and is not unpacked.
paste-refused-items = This is a list of agenda items, not of sessions. Copy its rows and paste them onto the agenda of their session.
paste-refused-locked = The file is locked with a password: save it without one.
paste-refused-unknown = There is no table in this sort of file: CSV, Excel, LibreOffice and Word files have some; calendars and programmes of other tools can come in, too.

## A table of requests to speak

paste-requests-title = Paste requests to speak
paste-requests-waiting = States, names, forms of address, ranks, languages, days and times of request are recognized, by headings or by what stands in the columns. You see what would change, and are asked what is not clear, before anything does.
paste-rooms-title = Paste requests for rooms
import-rooms-title = Import requests for rooms
paste-rooms-waiting = Who asks, titles, days and times, lengths, numbers of people and contacts are recognized by the headings above them. You see what would change before anything does.
paste-rooms-headings = The table has no headings such as Who, Title, Date, Time, People. Paste a list without headings in the view of requests, a request a line.
paste-rooms-wrong = Not understood: { $field }
paste-requests-new = { $count ->
    [one] { $count } new request
   *[other] { $count } new requests
}
paste-requests-changed = { $count ->
    [one] { $count } request changes
   *[other] { $count } requests change
}
paste-requests-waits = { $count ->
    [one] { $count } row waits for an answer
   *[other] { $count } rows wait for an answer
}
paste-requests-left-out = { $count ->
    [one] { $count } row left out
   *[other] { $count } rows left out
}
paste-requests-take-new = { $count ->
    [one] Add { $count } request
   *[other] Add { $count } requests
}
paste-requests-take-changed = { $count ->
    [one] Change { $count } request
   *[other] Change { $count } requests
}
paste-requests-row-new = New
paste-requests-changes = Changes: { $fields }
paste-requests-repeated = It stands further above
paste-requests-nobody = It names nobody
paste-requests-note-text = This says nothing known of a text; it is left out
paste-requests-note-published = The list is published: the time of request stays
paste-answer = Row { $number }, answer: { $said }
paste-ask-rank = Which rank is “{ $text }”?
paste-ask-state = “{ $text }” is no Member State
paste-ask-twice = { $text } has a statement already
paste-ask-present = These are no days: “{ $text }”
paste-ask-requested = This is no day and time: “{ $text }”
paste-answer-rank-unknown = Another, or not known
paste-answer-organization = Take as an organization
paste-answer-second = Add a second statement
paste-answer-without = Take the row without it
paste-answer-leave-out = Leave the row out

## The file that a table stands in

paste-form-text = { $rows ->
    [one] text, { $rows } row
   *[other] text, { $rows } rows
}
paste-form-excel = { $rows ->
    [one] Excel, { $rows } row
   *[other] Excel, { $rows } rows
}
paste-form-ods = { $rows ->
    [one] LibreOffice, { $rows } row
   *[other] LibreOffice, { $rows } rows
}
paste-form-word = { $rows ->
    [one] Word, { $rows } row
   *[other] Word, { $rows } rows
}
paste-sheet = Sheet: { $name }
paste-sheets-together = { $count ->
    [one] { $count } table
   *[other] all { $count } tables together
}
paste-sheet-unnamed = Table { $number }
paste-separator = Separator: { $name }
paste-separator-tab = tab
paste-separator-semicolon = semicolon
paste-separator-comma = comma
paste-separator-stroke = stroke
paste-encoding = Text: { $name }
paste-layout = Layout: { $name }
paste-layout-rows = a row for each session
paste-layout-grid = hours by rooms or days
paste-beyond = { $count ->
    [one] { $count } cell lies beyond what is read.
   *[other] { $count } cells lie beyond what is read.
}
paste-tick = Take row { $number }
paste-ask-order = In days such as 3/4, which comes first?
paste-day-first = the day
paste-month-first = the month
paste-ask-near = “{ $name }” is almost a name that is known
paste-answer-new = It is another one

paste-row-ours = changed here, stays
paste-keep-ours = Keep what is here
paste-take-theirs = Take what the table says
paste-ask-ours = Changed here since the table last came
paste-ours = { $count ->
    [one] { $count } changed here and kept
   *[other] { $count } changed here and kept
 }
paste-gone = Gone from the table { $count }, taken away { $removed }
paste-gone-tip = Came from this table before and are in it no more. What is ticked is taken away, the rest stays.
paste-correct = { $column }, as it is meant:
