### Days, hours and lengths.

day-long = { $weekday } { $day } { $month } { $year }
day-short = { $weekday } { $day } { $month }
day-tiny = { $day }
month-year = { $month } { $year }

# The last day is $day, $month, $year.
date = { $day } { $month } { $year }
dates-in-month = ⁦{ $first-day }–{ $day }⁩ { $month } { $year }
dates-in-year = { $first-day } { $first-month } – { $day } { $month } { $year }
dates-over-years = { $first-day } { $first-month } { $first-year } – { $day } { $month } { $year }
# The same with short months.
date-compact = { $day } { $month } { $year }
dates-compact-in-month = ⁦{ $first-day }–{ $day }⁩ { $month } { $year }
dates-compact-in-year = { $first-day } { $first-month } – { $day } { $month } { $year }
dates-compact-over-years = { $first-day } { $first-month } { $first-year } – { $day } { $month } { $year }

# Mon 17 Nov 09:30–10:45
day-and-hours = { $day } { $hours }

length-mins = { $mins ->
    [zero] { $mins } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $mins } دقائق
    [many] { $mins } دقيقة
   *[other] { $mins } دقيقة
}
length-hours = { $hours ->
    [zero] { $hours } ساعة
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $hours } ساعات
    [many] { $hours } ساعة
   *[other] { $hours } ساعة
}
length-hours-mins = { $hours ->
    [zero] { $hours } ساعة
    [one] ساعة
    [two] ساعتان
    [few] { $hours } ساعات
    [many] { $hours } ساعة
   *[other] { $hours } ساعة
} و{ $mins ->
    [zero] { $mins } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $mins } دقائق
    [many] { $mins } دقيقة
   *[other] { $mins } دقيقة
}
length-secs = { $secs ->
    [zero] { $secs } ثانية
    [one] ثانية واحدة
    [two] ثانيتان
    [few] { $secs } ثوان
    [many] { $secs } ثانية
   *[other] { $secs } ثانية
}
length-mins-secs = { $mins ->
    [zero] { $mins } دقيقة
    [one] دقيقة
    [two] دقيقتان
    [few] { $mins } دقائق
    [many] { $mins } دقيقة
   *[other] { $mins } دقيقة
} و{ $secs ->
    [zero] { $secs } ثانية
    [one] ثانية واحدة
    [two] ثانيتان
    [few] { $secs } ثوان
    [many] { $secs } ثانية
   *[other] { $secs } ثانية
}
day-count = { $days ->
    [zero] { $days } يوم
    [one] يوم واحد
    [two] يومان
    [few] { $days } أيام
    [many] { $days } يوماً
   *[other] { $days } يوم
}

## Weekdays, from Monday

weekday-1 = الاثنين
weekday-2 = الثلاثاء
weekday-3 = الأربعاء
weekday-4 = الخميس
weekday-5 = الجمعة
weekday-6 = السبت
weekday-7 = الأحد

## Weekdays, short

weekday-short-1 = { weekday-1 }
weekday-short-2 = { weekday-2 }
weekday-short-3 = { weekday-3 }
weekday-short-4 = { weekday-4 }
weekday-short-5 = { weekday-5 }
weekday-short-6 = { weekday-6 }
weekday-short-7 = { weekday-7 }

## Months beside a day

month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر

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

typed-hours = س ساعة ساعات
typed-years = سنة عام
typed-mins = د دقيقة دقائق
typed-secs = ث ثانية ثوان s
