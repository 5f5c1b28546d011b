# Вокруг каждого вида: полоса дат и переход к дате.

day-heading = { $weekday }, { $day } { $month }

strip-session = Заседание
strip-add-session = Добавить заседание
strip-go-to = К дате
strip-today-tip = Сегодняшнего дня в этом плане нет
strip-earlier = Более ранние дни
strip-later = Более поздние дни
strip-preparation = Подготовка
strip-youth = Молодежь
strip-loose = Другие дни
strip-events =
    { $count ->
        [one] { $count } событие
        [few] { $count } события
       *[many] { $count } событий
    }
strip-marked = { $count } с пометкой
strip-day = День { $day } из { $days }

go-to-hint = 24 ноя, пн, 24.11
go-to-unknown = Такой даты нет

command-day-before = Предыдущий день
command-day-before-tip = Перейти к предыдущему дню, на котором что-то есть
command-day-after = Следующий день
command-day-after-tip = Перейти к следующему дню, на котором что-то есть
command-today = Сегодня
command-today-tip = Перейти к сегодняшнему дню, если он есть в плане
command-go-to-date = Перейти к дате
command-go-to-date-tip = Введите дату или выберите ее в календаре
