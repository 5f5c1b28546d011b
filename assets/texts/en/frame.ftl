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
