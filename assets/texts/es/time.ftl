### Days, hours and lengths.

day-long = { $weekday } { $day } de { $month } de { $year }
day-short = { $weekday } { $day } { $month }
day-tiny = { $day }
month-year = { $month } de { $year }

# The last day is $day, $month, $year.
date = { $day } de { $month } de { $year }
dates-in-month = { $first-day }–{ $day } de { $month } de { $year }
dates-in-year = { $first-day } de { $first-month } – { $day } de { $month } de { $year }
dates-over-years = { $first-day } de { $first-month } de { $first-year } – { $day } de { $month } de { $year }
# The same with short months.
date-compact = { $day } de { $month } de { $year }
dates-compact-in-month = { $first-day }–{ $day } de { $month } de { $year }
dates-compact-in-year = { $first-day } de { $first-month } – { $day } de { $month } de { $year }
dates-compact-over-years = { $first-day } de { $first-month } de { $first-year } – { $day } de { $month } de { $year }

# Mon 17 Nov 09:30–10:45
day-and-hours = { $day } { $hours }

length-mins = { $mins } min
length-hours = { $hours } h
length-hours-mins = { $hours } h { $mins } min
length-secs = { $secs } s
length-mins-secs = { $mins } min { $secs } s
day-count = { $days ->
    [one] { $days } día
   *[other] { $days } días
}

## Weekdays, from Monday

weekday-1 = lunes
weekday-2 = martes
weekday-3 = miércoles
weekday-4 = jueves
weekday-5 = viernes
weekday-6 = sábado
weekday-7 = domingo

## Weekdays, short

weekday-short-1 = lun
weekday-short-2 = mar
weekday-short-3 = mié
weekday-short-4 = jue
weekday-short-5 = vie
weekday-short-6 = sáb
weekday-short-7 = dom

## Months beside a day

month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre

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

month-short-1 = ene
month-short-2 = feb
month-short-3 = mar
month-short-4 = abr
month-short-5 = may
month-short-6 = jun
month-short-7 = jul
month-short-8 = ago
month-short-9 = sept
month-short-10 = oct
month-short-11 = nov
month-short-12 = dic

## What people type behind a number of hours or minutes, in small letters, with blanks between

typed-hours = h hora horas
typed-years = año
typed-mins = min minuto minutos
typed-secs = s seg segs segundo segundos
