# Beginning a plan, and moving it to other dates.

## Dates

dates-title = Dates and place: { $what }
dates-calendar = Calendar: { $what }
dates-unknown = This is no day: type it like “14 oct” or 14.10.2025.
dates-same = { $weekday }, { $dates }, as now
dates-earlier =
    { $weekday }, { $dates }, { $count ->
        [one] { $count } day earlier
       *[other] { $count } days earlier
    }
dates-later =
    { $weekday }, { $dates }, { $count ->
        [one] { $count } day later
       *[other] { $count } days later
    }
dates-what = What moves
dates-only-event = Only this event
dates-everything = Everything of the plan
dates-only-first = Only its first day; sessions stay
dates-along = Moves along
dates-move = Move
dates-hint = Hours stay as they are written. One step undoes all of it.
dates-no-event = There is no event with dates that could be moved.
dates-happens = What happens
dates-nothing = Nothing moves yet: type another day, pick it in the calendar, or say another place.
dates-moved =
    { $sessions ->
        [one] { $sessions } session
       *[other] { $sessions } sessions
    } and { $events ->
        [one] { $events } event
       *[other] { $events } events
    } move.
dates-outside =
    { $count ->
        [one] One session would lie outside the days of the event: { $names }
       *[other] { $count } sessions would lie outside the days of the event: { $names }
    }
dates-weekend =
    { $count ->
        [one] One session comes to lie on a weekend: { $names }
       *[other] { $count } sessions come to lie on a weekend: { $names }
    }
dates-place = Place
dates-place-hint = City, country
dates-done-too = { $count ->
    [one] what is done, too: { $count } event
   *[other] what is done, too: { $count } events
}
dates-house-none = No room of the plan is in that house. Choose a room below, or type the name of a new one there.
dates-move-along = { $count ->
    [one] { $count } finding moves along
   *[other] { $count } findings move along
}
dates-house = House
dates-house-hint = rooms are matched by name and seats
dates-days-off = Days off there
dates-days-off-hint = such as 5 dec, 10.12.
dates-new-day-off = Day off
dates-no-day-off = This is no day: { $text }
dates-instants-kept = Instants stay, hours are written anew
dates-as-written = Hours stay as they are written
dates-room-stays = stays
dates-no-room = no room
dates-no-hour =
    { $count ->
        [one] One session comes to an hour that the clock there skips or shows twice: { $names }
       *[other] { $count } sessions come to an hour that the clock there skips or shows twice: { $names }
    }
dates-day-off =
    { $count ->
        [one] One session comes to lie on a day off: { $names }
       *[other] { $count } sessions come to lie on a day off: { $names }
    }
dates-late =
    { $count ->
        [one] One deadline would come after the beginning: { $names }
       *[other] { $count } deadlines would come after the beginning: { $names }
    }
dates-pinned =
    { $count ->
        [one] One pinned session
       *[other] { $count } pinned sessions
    }
# Some of them are not pinned, but were opened.
dates-staying =
    { $count ->
        [one] One session that is pinned or was opened
       *[other] { $count } sessions that are pinned or were opened
    }
dates-pinned-note = They stay where they are, unless you tick them.
dates-move-too = Move too: { $what }
dates-move-all = Move all { $count } too
dates-looking = Looking for findings…
dates-failed = The findings could not be looked for. The dates can be changed all the same.
dates-no-finding = No new findings.
dates-caused =
    { $count ->
        [one] One new finding
       *[other] { $count } new findings
    }
dates-solved =
    { $count ->
        [one] One finding solved
       *[other] { $count } findings solved
    }

## New plan

new-title = New plan
new-unsaved = Nothing is saved yet
new-about = All of it can be changed later; every step can be undone.
new-from = Start from
new-from-conference = Conference
new-from-conference-about = Days, rooms, hours; nothing placed
new-from-congress = Small congress
new-from-congress-about = Keynotes, talks, workshop, posters, dinner
new-from-wtdc = WTDC-25
new-from-wtdc-about = Committees, plenaries, six languages
new-from-empty = Empty
new-from-empty-about = One day, one room
new-from-table = From a table
new-from-table-about = Paste sessions from a spreadsheet
new-name = Name
new-name-hint = What the conference is called
new-code = Short name
new-code-about = on bars, in file names
new-dates = Dates
new-to = to
new-place-hint = City, country
new-zone-of-place = from the place
new-hours = Hours
new-lunch-from = Lunch begins
new-lunch-to = Lunch ends
new-coffee = Coffee
new-coffee-morning = Coffee in the morning
new-coffee-afternoon = Coffee in the afternoon
new-coffee-length = Length of coffee breaks
new-breaks-about = every day, for everybody
new-days-off = Days off
new-add-day-off = Add a day off
new-rooms = Rooms
new-room = Name
new-seats = Seats
new-booths = Booths
new-room-field = Room { $number }: { $what }
new-room-hall = Main hall
new-room-numbered = Room { $number }
new-room-foyer = Foyer
new-add-rooms = Add rooms
new-add-rooms-hint = Add rooms: Hall A: 200, Room 3: 60, Foyer
new-sight = What it will look like
new-day-of = day { $day } of { $count }
new-more-days =
    { $count ->
        [one] and one more day
       *[other] and { $count } more days
    }
new-key-next = next field
new-key-make = make the plan
new-make = Make the plan
new-flaw-title = The conference needs a name.
new-flaw-reversed = It ends before it begins.
new-flaw-days =
    { $count ->
        [one] It would last { $count } day; a plan has at most 92.
       *[other] It would last { $count } days; a plan has at most 92.
    }
new-flaw-all-off = All of its days are days off.
new-flaw-hours = The day ends before it begins.
new-flaw-lunch = Lunch must lie within the hours of the day.
new-flaw-coffee = Coffee must lie within the hours of the day.
new-flaw-no-room = At least one room is needed.
new-flaw-unnamed = A room has no name.
new-flaw-clock = This is no time of day: type it like 9:30.
new-flaw-number = Seats and booths are whole numbers, or nothing.
