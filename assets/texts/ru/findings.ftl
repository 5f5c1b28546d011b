### Результаты проверки, их исправления, правила, подбор времени и исправление плана.

## Результаты проверки

findings-title = Результаты проверки
findings-none = Сообщать не о чем: все правила соблюдены.
findings-none-shown = Ни одно замечание не проходит через фильтр.
findings-filter-hint = Фильтр замечаний
findings-only-selected = Только выделенные заседания
findings-count-error =
    { $count ->
        [one] { $count } ошибка
        [few] { $count } ошибки
       *[many] { $count } ошибок
    }
findings-count-warning =
    { $count ->
        [one] { $count } предупреждение
        [few] { $count } предупреждения
       *[many] { $count } предупреждений
    }
findings-count-hint =
    { $count ->
        [one] { $count } подсказка
        [few] { $count } подсказки
       *[many] { $count } подсказок
    }
findings-waived =
    { $count ->
        [one] { $count } исключение
        [few] { $count } исключения
       *[many] { $count } исключений
    }
findings-waive = Исключение…
findings-waive-tip = Допустить это замечание и указать причину
findings-waive-reason = Причина
findings-waive-reason-hint = Почему это допустимо?
findings-waive-do = Сделать исключение
findings-cancel = Отмена
findings-withdraw = Отозвать исключение
finding-go = Показать
findings-lapsed = Исключения, которые больше не действуют
findings-lapsed-tip = Обстоятельства изменились, поэтому о замечаниях снова сообщается
findings-lapsed-remove = Убрать
findings-marks-tip =
    { $count ->
        [one] { $count } замечание
        [few] { $count } замечания
       *[many] { $count } замечаний
    }

## Исправления замечания

findings-fix = Исправить
findings-fix-spoken = Исправить: { $finding }
findings-waive-spoken = Исключение: { $finding }
findings-fix-tip = Способы устранить это замечание; наведите указатель, чтобы увидеть его на шкале
findings-fix-searching = Поиск исправлений…
findings-fix-none = Ни один перенос не устраняет это замечание, не вызывая худшего
fix-move = Перенести { $session }: { $place }
fix-swap = Поменять местами { $session } и { $other }
fix-shorten = Сократить { $session } до { $length }
fix-later =
    { $count ->
        [0] Сдвинуть { $session } на { $length } позже
        [one] Сдвинуть { $session } и еще { $count } на { $length } позже
        [few] Сдвинуть { $session } и еще { $count } на { $length } позже
       *[many] Сдвинуть { $session } и еще { $count } на { $length } позже
    }
fix-add-chair = Добавить Председателя: { $event }
fix-add-vice-chair = Добавить заместителя Председателя: { $event }
fix-team = Назначить { $team }: { $session }
fix-new-team = Добавить { $team } с { $day } и назначить: { $session }
fix-tray = Убрать в лоток: { $session }
fix-text-secs = { $person }: сократить заявление до { $length }
fix-causes = вызывает: { $text }

## Во время переноса заседания

place-fits = Подходит
place-from-here = отсюда
drag-allowed = Можно поставить, { $news }
drag-nothing-new = ничего нового
drag-new-errors =
    { $count ->
        [one] { $count } новая ошибка
        [few] { $count } новые ошибки
       *[many] { $count } новых ошибок
    }
drag-new-warnings =
    { $count ->
        [one] { $count } новое предупреждение
        [few] { $count } новых предупреждения
       *[many] { $count } новых предупреждений
    }
drag-new-hints =
    { $count ->
        [one] { $count } новая подсказка
        [few] { $count } новые подсказки
       *[many] { $count } новых подсказок
    }
drag-stays = Остается: { $what }
drag-show-more = Показать еще { $count } (пробел)
drag-show-fewer = Показать меньше (пробел)
drag-solves =
    { $count ->
        [one] устраняет { $count } замечание
        [few] устраняет { $count } замечания
       *[many] устраняет { $count } замечаний
    }
drag-more =
    { $count ->
        [one] и еще { $count }
        [few] и еще { $count }
       *[many] и еще { $count }
    }

## Окно правил

rules-title = Правила
rules-intro = Любое правило можно выключить, сделать строже или задать ему другие числа. Выбранное хранится в плане.
rules-search-hint = Поиск правил
rules-reset = Вернуть исходные значения правила
rules-out-of-range = От { $least } до { $most }
rules-findings =
    { $count ->
        [one] { $count } замечание
        [few] { $count } замечания
       *[many] { $count } замечаний
    }
rules-changed = изменено

## Команды

command-findings = Результаты проверки
command-findings-tip = Показать или скрыть то, о чем сообщают правила
command-next-finding = Следующее замечание
command-next-finding-tip = Перейти к следующему замечанию и показать его заседания
command-previous-finding = Предыдущее замечание
command-previous-finding-tip = Перейти к предыдущему замечанию и показать его заседания
command-rules = Правила
command-rules-tip = Выбрать, какие правила действуют, насколько строго и с какими числами
command-find-slot = Подобрать время и зал
command-find-slot-tip = Найти лучшее время и залы для выделенных заседаний
command-repair = Исправить план
command-repair-tip = Найти наименьшее число переносов, устраняющих замечания

## Подбор времени и зала

slots-title = Подбор времени и зала
slots-searching = Идет поиск …
slots-none = В этих пределах места нет
slots-select-first = Сначала выделите одно или несколько заседаний
slots-all-pinned = Выделенное закреплено и остается на месте. Сначала открепите его
slots-days = Дни
slots-from = С
slots-to = До
slots-hours = Часы
slots-rooms = Залы
slots-any-room = Любой зал
slots-keep-order = Сохранить порядок заседаний органа
slots-take = Принять
slots-fits = Ничто не мешает
slots-for = За:
slots-near = сдвиг всего на { $length }
slots-same-room = тот же зал
slots-same-day = тот же день
slots-solves =
    { $count ->
        [one] устраняет { $count } замечание
        [few] устраняет { $count } замечания
       *[many] устраняет { $count } замечаний
    }

## Исправление плана

repair-title = Исправление плана
repair-intro = Наименьшее число переносов, устраняющих выбранные замечания. Закрепленные заседания остаются на месте.
repair-choose = Устранить
repair-errors = все ошибки
repair-errors-warnings = все ошибки и предупреждения
repair-selected = замечания выделенных заседаний
repair-search = Найти
repair-searching = Поиск…
repair-stop = Остановить
repair-proven = Меньшим числом переносов не обойтись.
repair-searched = Лучшее из найденного; переносов нужно не меньше { $count }, и, возможно, хватит меньшего числа, чем здесь.
repair-none = Не найдено переносов, устраняющих хотя бы одно из этих замечаний.
repair-cleared =
    { $count ->
        [one] устраняет { $count } замечание
        [few] устраняет { $count } замечания
       *[many] устраняет { $count } замечаний
    }
repair-left =
    { $count ->
        [one] остается { $count } замечание
        [few] остаются { $count } замечания
       *[many] остается { $count } замечаний
    }
repair-take = Выполнить выбранные переносы
repair-nothing = Устранять нечего.
repair-move = «{ $session }»: { $placement }
