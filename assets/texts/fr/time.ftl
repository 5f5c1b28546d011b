### Days, hours and lengths.

day-long = { $weekday } { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
day-short = { $weekday } { $day ->
    [1] 1er
   *[other] { $day }
} { $month }
day-tiny = { $day }
month-year = { $month } { $year }

# The last day is $day, $month, $year.
date = { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
dates-in-month = { $first-day ->
    [1] 1er
   *[other] { $first-day }
}–{ $day } { $month } { $year }
dates-in-year = { $first-day ->
    [1] 1er
   *[other] { $first-day }
} { $first-month } – { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
dates-over-years = { $first-day ->
    [1] 1er
   *[other] { $first-day }
} { $first-month } { $first-year } – { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
# The same with short months.
date-compact = { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
dates-compact-in-month = { $first-day ->
    [1] 1er
   *[other] { $first-day }
}–{ $day } { $month } { $year }
dates-compact-in-year = { $first-day ->
    [1] 1er
   *[other] { $first-day }
} { $first-month } – { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
dates-compact-over-years = { $first-day ->
    [1] 1er
   *[other] { $first-day }
} { $first-month } { $first-year } – { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }

# Mon 17 Nov 09:30–10:45
day-and-hours = { $day } { $hours }

length-mins = { $mins }{"\u00A0"}min
length-hours = { $hours }{"\u00A0"}h
length-hours-mins = { $hours }{"\u00A0"}h { $mins }{"\u00A0"}min
length-secs = { $secs }{"\u00A0"}s
length-mins-secs = { $mins }{"\u00A0"}min { $secs }{"\u00A0"}s
day-count = { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}

## Weekdays, from Monday

weekday-1 = lundi
weekday-2 = mardi
weekday-3 = mercredi
weekday-4 = jeudi
weekday-5 = vendredi
weekday-6 = samedi
weekday-7 = dimanche

## Weekdays, short

weekday-short-1 = lun.
weekday-short-2 = mar.
weekday-short-3 = mer.
weekday-short-4 = jeu.
weekday-short-5 = ven.
weekday-short-6 = sam.
weekday-short-7 = dim.

## Months beside a day

month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre

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

month-short-1 = janv.
month-short-2 = févr.
month-short-3 = mars
month-short-4 = avr.
month-short-5 = mai
month-short-6 = juin
month-short-7 = juil.
month-short-8 = août
month-short-9 = sept.
month-short-10 = oct.
month-short-11 = nov.
month-short-12 = déc.

## What people type behind a number of hours or minutes, in small letters, with blanks between

typed-hours = h heure heures
typed-years = an année
typed-mins = min minute minutes
typed-secs = s sec secs seconde secondes
