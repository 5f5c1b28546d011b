### Days, hours and lengths.

day-long = { $year }年{ $month }{ $day }日 { $weekday }
day-short = { $month }{ $day }日 { $weekday }
day-tiny = { $day }
month-year = { $year }年{ $month }

# The last day is $day, $month, $year.
date = { $year }年{ $month }{ $day }日
dates-in-month = { $year }年{ $month }{ $first-day }–{ $day }日
dates-in-year = { $year }年{ $first-month }{ $first-day }日 – { $month }{ $day }日
dates-over-years = { $first-year }年{ $first-month }{ $first-day }日 – { $year }年{ $month }{ $day }日
# The same with short months.
date-compact = { $year }年{ $month }{ $day }日
dates-compact-in-month = { $year }年{ $month }{ $first-day }–{ $day }日
dates-compact-in-year = { $year }年{ $first-month }{ $first-day }日 – { $month }{ $day }日
dates-compact-over-years = { $first-year }年{ $first-month }{ $first-day }日 – { $year }年{ $month }{ $day }日

# Mon 17 Nov 09:30–10:45
day-and-hours = { $day } { $hours }

length-mins = { $mins }分钟
length-hours = { $hours }小时
length-hours-mins = { $hours }小时{ $mins }分钟
length-secs = { $secs }秒
length-mins-secs = { $mins }分钟{ $secs }秒
day-count = { $days }天

## Weekdays, from Monday

weekday-1 = 星期一
weekday-2 = 星期二
weekday-3 = 星期三
weekday-4 = 星期四
weekday-5 = 星期五
weekday-6 = 星期六
weekday-7 = 星期日

## Weekdays, short

weekday-short-1 = 周一
weekday-short-2 = 周二
weekday-short-3 = 周三
weekday-short-4 = 周四
weekday-short-5 = 周五
weekday-short-6 = 周六
weekday-short-7 = 周日

## Months beside a day

month-1 = 1月
month-2 = 2月
month-3 = 3月
month-4 = 4月
month-5 = 5月
month-6 = 6月
month-7 = 7月
month-8 = 8月
month-9 = 9月
month-10 = 10月
month-11 = 11月
month-12 = 12月

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

month-short-1 = { month-1 }
month-short-2 = { month-2 }
month-short-3 = { month-3 }
month-short-4 = { month-4 }
month-short-5 = { month-5 }
month-short-6 = { month-6 }
month-short-7 = { month-7 }
month-short-8 = { month-8 }
month-short-9 = { month-9 }
month-short-10 = { month-10 }
month-short-11 = { month-11 }
month-short-12 = { month-12 }

## What people type behind a number of hours or minutes, in small letters, with blanks between

typed-hours = 小时 时 小時
typed-years = 年
typed-mins = 分 分钟 分鐘
typed-secs = 秒 s
