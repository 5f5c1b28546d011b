### Список.

list-table = Заседания

## Columns

list-column-id = Код
list-column-day = День
list-column-start = Начало
list-column-end = Окончание
# Продолжительность, which is too wide for a column.
list-column-length = Продолж.
list-column-title = Название
list-column-kind = Вид
list-column-body = Орган
list-column-room = Зал
list-column-findings = Проверка
# Над столбцом с продолжительностью в минутах.
list-head-length = Мин
list-column-event = Мероприятие
list-column-status = Статус
list-column-languages = Языки
list-column-held = Проведено
list-column-marks = Метки
list-marks-tip = Закрепленные заседания и условные примеры

list-sort = Сортировать по столбцу «{ $column }»
list-sorted-up = Сортировка по столбцу «{ $column }» по возрастанию; нажмите, чтобы изменить порядок
list-sorted-down = Сортировка по столбцу «{ $column }» по убыванию; нажмите, чтобы изменить порядок
list-resize = Ширина столбца «{ $column }»

## Cells

# Only where the plan spans several years: пн 17 ноя 2025
list-day-year = { $day } { $year }
# An end $days days after the start.
list-end-later = { $time } +{ $days }
list-illustrative = Условный пример: заготовка для начала работы, а не официальная программа
list-show = Показать на временной шкале

## Editors

list-editor = { $column }: { $session }
list-hint-clock = 09:30
list-hint-length = 1:15
list-hint-day = 17.11.
list-hint-title = Название
list-hint-search = Введите для поиска
list-no-body = Без органа
list-no-room = Без зала
list-no-match = Ничего не найдено; сотрите введенное, чтобы увидеть все
list-several-hint = Чтобы выбрать несколько, отметьте их или нажмите Shift+Enter

list-flaw-clock = Время от 00:00 до 23:59, например 9:30
list-flaw-day = День, например 17.11. или 2025-11-17
list-flaw-length = От 1 минуты до 14 дней, например 75 или 1:15
list-flaw-end = Окончание должно быть позже начала
list-flaw-unscheduled = Сначала укажите день или начало заседания
list-flaw-no-choice = Выберите вариант из списка

## Nothing to show

list-empty-title = Заседаний пока нет
list-empty-text = Добавьте первое, затем укажите день, начало и зал.
list-empty-button = Добавить заседание
list-filtered-title = Фильтр не пропускает ни одного заседания
list-filtered-text = Заседания никуда не делись. Измените фильтр слева или сбросьте его.
list-filtered-button = Сбросить фильтр

## Строка над таблицей

list-grouped = По дням
list-not-grouped = Без групп
list-group-days = Группы по дням
list-group-none = Без групп
list-filter = Фильтр таблицы
list-words = Слова
list-unfilter = Убрать фильтр «{ $what }: { $name }»
list-columns = Столбцы: { $shown } из { $all }
list-find-column = Найти столбец
list-columns-reset = Сбросить
list-count = { $count ->
    [one] { $count } заседание
    [few] { $count } заседания
   *[other] { $count } заседаний
}
list-count-of = { $count } из { $all } в плане
list-head = { $count ->
    [one] { $count } заседание
    [few] { $count } заседания
   *[other] { $count } заседаний
}
list-head-marked = { $count ->
    [one] { $count } заседание, с отметками: { $marked }
    [few] { $count } заседания, с отметками: { $marked }
   *[other] { $count } заседаний, с отметками: { $marked }
}
list-all = Выбрать все строки
list-box = Выбрать: { $session }
list-new = Новое заседание
list-typing = Ввод меняет только «{ $column }» у «{ $session }» · Esc отменяет
list-typing-all = Выделено: { $count } · Ввод меняет только «{ $column }» у «{ $session }» · Ctrl+Enter – у всех · Esc отменяет
list-column-people = Лица
list-column-topics = Темы
list-column-documents = Документы
list-column-attendance = Участники
list-column-after = После
list-column-remarks = Примечания
list-nothing = Нет
list-flaw-count = Число участников, например 120
list-frozen = закреплен
list-columns-drag = Порядок меняют мышью
list-columns-move = Переместить столбец «{ $column }»
list-new-person = Enter добавит новое лицо: «{ $name }»
list-column-meeting = Заседание
list-meeting-fixed = { $meeting }: номер закреплен
list-flaw-meeting = Число от 1 до 9999; без него заседание считается по порядку
list-fill = Заполнить вниз: { $column }
list-filling =
    { $count ->
        [0] Ведите вдоль строк, которым нужно то же значение: { $column } · Esc отменяет
        [one] Заполняется { $count } строка: { $column } · Esc отменяет
        [few] Заполняются { $count } строки: { $column } · Esc отменяет
       *[other] Заполняются { $count } строк: { $column } · Esc отменяет
    }

## Блок, вставленный в ячейки

block-title = Вставка в эти ячейки: изменится { $changes }, не понято { $mistakes }, за краем таблицы { $beyond }
block-take =
    { $changes ->
        [one] Изменить { $changes } ячейку
        [few] Изменить { $changes } ячейки
        [many] Изменить { $changes } ячеек
       *[other] Изменить { $changes } ячейки
    }
block-sessions = Новыми заседаниями…
block-sessions-tip = Сделать из строк заседания
block-change = { $session } · { $column }: { $text }
block-flaw = { $session } · { $column }: «{ $text }» не вставляется.
