### Days, hours and lengths.

day-long = { $weekday } { $day } { $month } { $year }
day-short = { $weekday } { $day } { $month }
day-tiny = { $day }
month-year = { $month } { $year }

# The last day is $day, $month, $year.
date = { $day } { $month } { $year }
dates-in-month = { $first-day }–{ $day } { $month } { $year }
dates-in-year = { $first-day } { $first-month } – { $day } { $month } { $year }
dates-over-years = { $first-day } { $first-month } { $first-year } – { $day } { $month } { $year }
# The same with short months.
date-compact = { $day } { $month } { $year }
dates-compact-in-month = { $first-day }–{ $day } { $month } { $year }
dates-compact-in-year = { $first-day } { $first-month } – { $day } { $month } { $year }
dates-compact-over-years = { $first-day } { $first-month } { $first-year } – { $day } { $month } { $year }

# Mon 17 Nov 09:30–10:45
day-and-hours = { $day } { $hours }

length-mins = { $mins } min
length-hours = { $hours } h
length-hours-mins = { $hours } h { $mins } min
day-count = { $days ->
    [one] { $days } day
   *[other] { $days } days
}

## Weekdays, from Monday

weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday

## Weekdays, short

weekday-short-1 = Mon
weekday-short-2 = Tue
weekday-short-3 = Wed
weekday-short-4 = Thu
weekday-short-5 = Fri
weekday-short-6 = Sat
weekday-short-7 = Sun

## Months beside a day

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

## Months alone or with a year

month-nominative-1 = { month-1 }
month-nominative-2 = { month-2 }
month-nominative-3 = { month-3 }
month-nominative-4 = { month-4 }
month-nominative-5 = { month-5 }
month-nominative-6 = { month-6 }
month-nominative-7 = { month-7 }
month-nominative-8 = { month-8 }
month-nominative-9 = { month-9 }
month-nominative-10 = { month-10 }
month-nominative-11 = { month-11 }
month-nominative-12 = { month-12 }

## Months beside a day, short

month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
length-secs = { $secs } s
length-mins-secs = { $mins } min { $secs } s

## What people type behind a number of hours or minutes, in small letters, with blanks between

typed-hours = h hr hrs hour hours
typed-years = y year
typed-mins = m min mins minute minutes
typed-secs = s sec secs second seconds
