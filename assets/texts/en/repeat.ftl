# The window that repeats sessions on other days.

repeat-title = Repeat on days
repeat-day-title = Copy a day
repeat-subject =
    { $count ->
        [one] { $count } session from { $day } on
       *[other] { $count } sessions from { $day } on
    }
repeat-this-week = This week
repeat-all = All working days
repeat-none = None
repeat-weekday = Every { $day }
repeat-clashes =
    { $count ->
        [one] { $count } clash
       *[other] { $count } clashes
    }
repeat-fits = Nothing clashes on these days
repeat-makes =
    { $count ->
        [0] Choose the days
        [one] Makes { $count } session
       *[other] Makes { $count } sessions
    }
repeat-clashing =
    { $days ->
        [one] clashes on { $days } day
       *[other] clashes on { $days } days
    }
repeat-go =
    { $count ->
        [0] Make copies
        [one] Make { $count } copy
       *[other] Make { $count } copies
    }
repeat-needs-sessions = Select a session that has a place first; then it can be repeated on other days
repeat-nothing-on-day = Nothing begins on this day, so there is nothing to copy
