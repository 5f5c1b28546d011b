### Days, hours and lengths.

day-long = { $weekday }, { $day } { $month } { $year } года
day-short = { $weekday } { $day } { $month }
day-tiny = { $day }
month-year = { $month } { $year }

# The last day is $day, $month, $year.
date = { $day } { $month } { $year } года
dates-in-month = { $first-day }–{ $day } { $month } { $year } года
dates-in-year = { $first-day } { $first-month } – { $day } { $month } { $year } года
dates-over-years = { $first-day } { $first-month } { $first-year } года – { $day } { $month } { $year } года
# The same with short months.
date-compact = { $day } { $month } { $year }
dates-compact-in-month = { $first-day }–{ $day } { $month } { $year }
dates-compact-in-year = { $first-day } { $first-month } – { $day } { $month } { $year }
dates-compact-over-years = { $first-day } { $first-month } { $first-year } – { $day } { $month } { $year }

# Mon 17 Nov 09:30–10:45
day-and-hours = { $day } { $hours }

length-mins = { $mins } мин
length-hours = { $hours } ч
length-hours-mins = { $hours } ч { $mins } мин
day-count = { $days ->
    [one] { $days } день
    [few] { $days } дня
    [many] { $days } дней
   *[other] { $days } дня
}

## Weekdays, from Monday

weekday-1 = понедельник
weekday-2 = вторник
weekday-3 = среда
weekday-4 = четверг
weekday-5 = пятница
weekday-6 = суббота
weekday-7 = воскресенье

## Weekdays, short

weekday-short-1 = пн
weekday-short-2 = вт
weekday-short-3 = ср
weekday-short-4 = чт
weekday-short-5 = пт
weekday-short-6 = сб
weekday-short-7 = вс

## Months beside a day

month-1 = января
month-2 = февраля
month-3 = марта
month-4 = апреля
month-5 = мая
month-6 = июня
month-7 = июля
month-8 = августа
month-9 = сентября
month-10 = октября
month-11 = ноября
month-12 = декабря

## Months alone or with a year

month-nominative-1 = январь
month-nominative-2 = февраль
month-nominative-3 = март
month-nominative-4 = апрель
month-nominative-5 = май
month-nominative-6 = июнь
month-nominative-7 = июль
month-nominative-8 = август
month-nominative-9 = сентябрь
month-nominative-10 = октябрь
month-nominative-11 = ноябрь
month-nominative-12 = декабрь

## Months beside a day, short

month-short-1 = янв
month-short-2 = фев
month-short-3 = мар
month-short-4 = апр
month-short-5 = мая
month-short-6 = июн
month-short-7 = июл
month-short-8 = авг
month-short-9 = сен
month-short-10 = окт
month-short-11 = ноя
month-short-12 = дек
length-secs = { $secs } с
length-mins-secs = { $mins } мин { $secs } с

## What people type behind a number of hours or minutes, in small letters, with blanks between

typed-hours = ч час часа часов
typed-years = г год года году
typed-mins = м мин минута минуты минут
typed-secs = с сек секунда секунды секунд
