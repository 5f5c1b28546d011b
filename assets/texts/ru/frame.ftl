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
strip-day-marked = пометка у самого дня
strip-load = { $hours } заседаний, { $percent } % самого полного дня
strip-has-place = есть место
strip-ticks =
    Отмечены дни, где есть место. На таком дне
    берется свободное начало, ближайшее к { $time }.
strip-ticks-several =
    Отмечены дни, где есть место. На таком дне
    берется ближайшее свободное начало.
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

view-more = Еще
search-button = Поиск по всему
search-short = Поиск
top-export = Экспорт
dates-with-year = { $dates } { $year }

menu-main = Меню
menu-file = Файл
menu-recent = Недавние файлы
menu-edit = Правка
menu-history = История
menu-plan = План
menu-view = Вид
menu-lanes = Дорожки
menu-zoom = Масштаб и свертывание
menu-more-views = Другие представления
menu-help = Справка
history-opened = Как при открытии
look-size = Размер экрана
look-percent = { $percent } %

status-modified = Есть несохраненные изменения
status-journal = Не сохранено, есть в журнале
status-journal-tip = Каждое изменение уже на диске: ни сбой, ни отключение питания его не отнимут
status-writing = Не сохранено, записывается…
status-no-journal = Не сохранено, журнала нет
status-saved = Сохранено
status-unchanged = Изменений нет
status-hint = Ничего не выделено. Тяните по пустому месту, чтобы создать заседание.
status-hint-grid = Тяните между ячейками. Двойной щелчок открывает день.
status-one = Выделено: { $what }
status-drag = Отпустите там, где нужно · Alt или S: без шага · Esc: назад
status-dragging = Перенос: { $what } · Shift: по одной оси · Ctrl: копия · Alt или S: без шага · Esc: назад
status-dragging-in = Перенос: { $what } · Alt или S: без шага · Esc: назад
status-boundary = Перетаскивание меняет этот край · с Shift – общую границу, соседнее уступает
status-in-event = { $count } в { $event }
status-in-plan = { $count } в плане

notice-removed = Удалено: { $what }
notice-cancelled = Отменено, так как уже издано: { $what }
notice-removed-and-cancelled = Удалено: { $removed }, отменено, так как уже издано: { $cancelled }
delete-issued = Изданное остается в плане как отмененное: у кого есть копия, должен видеть отмену
notice-changed = Изменено: { $what }
notice-lost-value =
    { $count ->
        [one] Значение потеряно в { $count } записи
        [few] Значения потеряны в { $count } записях
       *[other] Значения потеряны в { $count } записях
    }
notice-into-tray = В лотке: { $what }
put-back-needs-day = У выделенного в лотке нет дня; задайте день или перетащите заседание на место
notice-on-clipboard = Скопировано: { $what }; вставьте здесь, в другой план или в таблицу
notice-cut = Вырезано: { $what }; переместятся при вставке
clipboard-left-out = В этом плане нет и поэтому пропущено: { $names }
notice-copied = Скопировано: { $what }
notice-gathered = Теперь это пункты одного заседания: { $what }
notice-split-off = Отдельное заседание в лотке: { $what }
notice-joined = Снова в повестке дня: { $what }
notice-undo = Вернуть удаленное
notice-take-back = Отменить отмеченное
# An event has another zone: what its times mean now, and what a button offers.
zone-as-written =
    Время осталось, как записано: { $count ->
        [one] { $count } заседание теперь
        [few] { $count } заседания теперь
       *[many] { $count } заседаний теперь
    } по часам { $after }, а не { $before }.{ $pinned ->
        [0] { "" }
        [one] { " " }{ $pinned } из них закреплено.
        [few] { " " }{ $pinned } из них закреплены.
       *[many] { " " }{ $pinned } из них закреплены.
    }
zone-keep-instants = Сохранить моменты
zone-kept =
    Моменты сохранены, часы { $city }: { $count ->
        [one] { $count } заседание
        [few] { $count } заседания
       *[many] { $count } заседаний
    }, включая закрепленные.{ $others ->
        [0] { "" }
        [one] { " " }{ $others } нельзя записать точно: там переводят часы.
        [few] { " " }{ $others } нельзя записать точно: там переводят часы.
       *[many] { " " }{ $others } нельзя записать точно: там переводят часы.
    }
zone-of-plan = Мероприятия сохраняют свои часовые пояса: заседания не сдвигаются.

palette-dates = Дата
palette-day = Заседания этого дня

# Меню мест

menu-new-here = Новое заседание: { $place }
menu-paste-here = Вставить сюда
menu-new-on-day = Новое заседание в этот день
menu-paste-on-day = Вставить в этот день
menu-select-day = Выделить все за { $day }
menu-copy-day = Скопировать { $day } в…
menu-open-day = Открыть { $day } в виде дня
menu-select-lane-day = Выделить в этот день: { $name }
menu-select-lane = Выделить все: { $name }
menu-properties = Название и свойства: { $name }
menu-remove = Удалить: { $name }
menu-show-empty-lanes = Показать пустые дорожки целиком
menu-slim-empty-lanes = Свести пустые дорожки в одну строку
menu-select-tray = Выделить все в лотке

notice-lost =
    { $count ->
        [one] Теперь без этого осталось { $count } заседание
        [few] Теперь без этого остались { $count } заседания
       *[many] Теперь без этого осталось { $count } заседаний
    }
notice-lost-room =
    { $count ->
        [one] Теперь без зала { $count } заседание
        [few] Теперь без зала { $count } заседания
       *[many] Теперь без зала { $count } заседаний
    }
notice-lost-sessions =
    { $count ->
        [one] Вместе с этим удалено { $count } заседание
        [few] Вместе с этим удалены { $count } заседания
       *[many] Вместе с этим удалено { $count } заседаний
    }
