# Окно вокруг видов.

plan-unsaved-copy = Еще не сохранялся: при сохранении будет предложено выбрать файл

look-theme = Светлое и темное
look-colors = Цвета
color-by-kind = По виду заседания
color-by-body = По органу
look-snap = Шаг времени
snap-none = 1 мин
snap-mins = { $mins } мин
look-screen-language = Язык интерфейса
look-plan-language = Язык названий
plan-language-same = Как у интерфейса
zone-second = Вторая линейка
zone-none = Нет
zone-search = Найти город

status-sessions =
    { $count ->
        [one] { $count } заседание
        [few] { $count } заседания
       *[many] { $count } заседаний
    }
status-filtered = показано: { $count }
status-waiting = в лотке: { $count }
status-selected =
    { $count ->
        [one] Выделено { $count } заседание
        [few] Выделено { $count } заседания
       *[many] Выделено { $count } заседаний
    }

tray-title = Лоток
tray-empty = Пусто. Перетащите сюда заседание, чтобы снять его с плана; ничего не потеряется.
filter-hint = Фильтр заседаний
filter-clear = Сбросить фильтр
filter-ticked = отмечено
filter-not-ticked = не отмечено
filter-filled = что угодно
filter-empty = ничего
filter-by = Показать только заседания: { $what }
table-empty = Пока ничего

session-wished = пожелание: { $place }
session-untitled = Заседание без названия
meeting-last = последнее
kind-untitled = Вид без названия
kind-new = Новый вид
kind-remove = Удалить вид
hue-blue = Синий
hue-indigo = Индиго
hue-sky = Голубой
hue-teal = Бирюзовый
hue-green = Зеленый
hue-moss = Моховой
hue-olive = Оливковый
hue-amber = Янтарный
hue-rust = Ржавый
hue-rose = Розовый
hue-orchid = Орхидея
hue-violet = Фиолетовый
hue-slate = Сланцевый
hue-grey = Серый
session-new = Новое заседание
session-unscheduled = Не назначено
session-pinned = Закреплено

## When a session was really held

held-opened = открыто { $time }
held-suspended = прервано { $time }
held-resumed = возобновлено { $time }
held-adjourned = закрыто { $time }
# How far a meeting is: in the field where its end will stand, and beside its sign.
held-is-sitting = идет
held-is-suspended = прервано
held-is-over = проведено
hold-needs-sessions = Выделите заседание, которое открывают, прерывают или закрывают.
hold-is-over = Заседание закрыто. Его время можно ввести в инспекторе.
hold-needs-open = Заседание не идет: сначала откройте его.
hold-needs-time = { $what }: не назначено, сначала нужны день и время.
hold-needs-clock = Который час, неизвестно. Введите время в инспекторе: { $what }.
# “last” is what is planned or was noted last, “now” is the time now.
hold-other-day = { $what }: { $last }, а сейчас { $now }. Введите время в инспекторе.
hold-is-earlier = { $what }: уже отмечено { $last }, а сейчас { $now }. Подождите минуту или введите время.
hold-opened = Открыто в { $time }: { $what }
hold-suspended = Прервано в { $time }: { $what }
hold-resumed = Возобновлено в { $time }: { $what }
hold-adjourned = Закрыто в { $time }: { $what }
# The code of a meeting, such as PL-2.
hold-numbered = { $what }. За ним остается номер { $code }.

session-needs-event = Заседание относится к мероприятию: сначала добавьте мероприятие.
event-new = Новое мероприятие
room-new = Новый зал
body-new = Новый орган
room-seats =
    { $count ->
        [one] { $count } место
        [few] { $count } места
       *[many] { $count } мест
    }
room-booths =
    { $count ->
        [one] { $count } кабина
        [few] { $count } кабины
       *[many] { $count } кабин
    }
room-virtual = Виртуальный
room-shared = Общий

drag-to-tray = Назад в лоток
drag-several =
    { $count ->
        [one] { $count } заседание
        [few] { $count } заседания
       *[many] { $count } заседаний
    }
drag-duplicates = Копия; исходное остается
drag-rolls = Соседнее уступает; оба крайних времени остаются
drag-followers =
    { $count ->
        [one] Сдвинется { $count } следующее заседание
        [few] Сдвинутся { $count } следующих заседания
       *[many] Сдвинутся { $count } следующих заседаний
    }
stop-session = { $session }, { $time }
stop-hours = Конец рабочего времени, { $time }
stop-gaps = { $what }: дальше не сдвигается, промежутки короче
stop-over = { $what }: дальше не сдвигается, лишние { $length }
shift-title = Сдвинуть отсюда
shift-by = Сдвинуть на
shift-unit = минут; с минусом – раньше
shift-expected = Минуты, например 30 или −15
shift-moves =
    { $count ->
        [one] Переносится { $count } заседание
        [few] Переносятся { $count } заседания
       *[many] Переносятся { $count } заседаний
    }
shift-until = до { $time }
shift-go = Сдвинуть
shift-needs-sessions = Сначала выделите заседание, начиная с которого все сдвигается

step-sessions =
    { $count ->
        [one] { $count } заседание
        [few] { $count } заседания
       *[many] { $count } заседаний
    }
step-move = Перенести: { $what }
step-resize = Изменить продолжительность: { $what }
step-schedule = Назначить: { $what }
step-unschedule = Вернуть в лоток: { $what }
step-create = Добавить: { $what }
step-duplicate = Дублировать: { $what }
step-remove = Удалить: { $what }
step-pin = Закрепить: { $what }
step-unpin = Открепить: { $what }
step-open = Открыть: { $what }
step-suspend = Прервать: { $what }
step-resume = Возобновить: { $what }
step-adjourn = Закрыть: { $what }
step-swap = Поменять местами: { $what }
step-order-room = Изменить порядок залов: { $what }
step-shift-event = Перенести с заседаниями: { $what }
step-move-dates = Перенести на другие даты: { $what }
step-change-zone = Сменить часовой пояс, сохранив моменты: { $what }
step-edit = Изменить: { $what }
step-add = Добавить: { $what }
step-edit-plan = Изменить план
step-take = Исправление
step-take-for = Исправление: { $what }
step-bring-back = Возврат к прежнему состоянию
step-merge = Объединение
step-import = Импорт: { $what }
step-cancel = Отменить: { $what }
step-order-items = Изменить порядок: { $what }
step-split-off = Выделить в отдельное заседание: { $what }
step-join = Вернуть в повестку дня: { $what }
step-adopt = Принять повестку дня: { $what }
step-reopen = Снова сделать повестку дня проектом: { $what }
step-defer = Отложить: { $what }
step-gather = Собрать в одно заседание с повесткой дня: { $what }
step-fit = Уложить повестку дня во время
step-items =
    { $count ->
        [one] { $count } пункт
        [few] { $count } пункта
       *[many] { $count } пунктов
    }
step-release = Сделать выпуск
step-submit-release = Внести выпуск в руководящий комитет
step-approve-release = Утвердить выпуск
step-release-back = Вернуть выпуск в черновик
step-issue-release = Издать выпуск
step-waive = Сделать исключение
step-withdraw = Отозвать исключение
step-rule = Изменить правило
step-undone = Отменено: { $step }
step-redone = Повторено: { $step }
fill-needs-rows = Строки заполняются вниз в списке.
swap-needs-two = Чтобы поменять заседания местами, выделите ровно два.
gather-needs = Выделите два или больше заседаний одного мероприятия и одного дня; ни одно не закреплено и не издано.
split-off-needs = Сначала выделите пункт повестки дня.
join-needs = Выделите заседание, которое продолжает повестку дня другого.

typed-lost = «{ $text }» не принято. { $expected }
typed-stays = «{ $text }» не принято и осталось в своем поле. { $expected }

refusal-pinned = { $what }: закреплено и остается на месте. Сначала открепите его.
refusal-missing = { $what }: больше не существует.
refusal-unscheduled = { $what }: не назначено, сначала нужны день и время.
refusal-range = Время должно лежать между 1900 и 2199 годами.
refusal-too-far = { $what }: выходит за пределы 1900–2199 годов, ничего не переносится.
refusal-circular = { $what }: ожидает само себя или отсчитывает день от самого себя; пока это не исправлено, ничего не переносится.
refusal-issued = { $what }: изданное можно отменить, но не удалить.
refusal-released = Выпуск больше нельзя изменить: изданное остается изданным.
refusal-patch = Так не может быть: { $why }.

palette-hint = Введите команду или что угодно из плана
palette-find-hint = Найти заседание, мероприятие, зал, орган, тему или документ
palette-nothing = Ничего не найдено
palette-searching = Идет поиск …

path-open = Открыть план
path-compare = Сравнить с файлом
path-import = Импорт из файла
path-votes = Открыть таблицу голосов
path-save = Сохранить план
path-why = В системе нет окна выбора файлов, поэтому имя файла вводится здесь.
path-replaces = Файл с таким именем уже есть; он будет заменен.
path-hint = Папка и имя файла
button-ok = OK
button-cancel = Отмена
button-done = Готово
button-close = Закрыть
drop-to-open = Отпустите файл, чтобы открыть его
file-kind = План Plenary
import-kind = Таблицы, календари и программы
unsaved-title = Сначала сохранить изменения?
unsaved-text = В плане есть изменения, которых еще нет в файле. Без сохранения они пропадут.
unsaved-save = Сохранить
unsaved-discard = Не сохранять
changed-title = Файл { $file } изменил кто-то другой
changed-text = В файле уже не то, что было здесь открыто или сохранено. То, что будет записано поверх, останется рядом как { $backup }; то, от чего вы откажетесь здесь, пропадет.
changed-elsewhere = Сохранить в другом месте…
changed-over = Записать поверх
changed-reload = Отказаться от своего и открыть его
same-or-new-title = { $file } – тот же план?
same-or-new-text = Копию того же плана можно будет потом объединить с ним, и календари узнают его заседания. Новому плану, например на следующий год, нужна своя идентичность, иначе календари передвинут заседания этого плана.
same-plan = Тот же план
new-plan = Новый план
saved = Сохранено: { $file }
open-failed = Не удалось открыть { $file }: { $why }. Открытый план не изменился.
save-failed = Не удалось сохранить план: { $why }. Он остается открытым и несохраненным.
waiting-opening = Открывается { $file } …
waiting-writing = Файл еще записывается. Окно закроется, когда запись закончится.
waiting-stop-and-quit = Прервать запись и выйти
work-ended = в программе произошел сбой; пожалуйста, сообщите об этом

shortcuts-mouse = Мышью
shortcuts-drag = Тянуть заседание: другое время, другой зал или лоток
shortcuts-edge = Тянуть его край: длиннее или короче
shortcuts-ground = Тянуть или дважды щелкнуть пустое место: новое заседание
shortcuts-band = Shift и тянуть по пустому месту: выделить несколько; они переносятся вместе и сохраняют промежутки
shortcuts-copy = Ctrl во время переноса: копия
shortcuts-keep = Shift во время переноса: сохранить время или зал
shortcuts-free = Alt во время переноса: без шага; Escape возвращает все на место
shortcuts-keys = Клавиатурой
shortcuts-commands = Команды
key-arrows = Стрелки
key-pages = Page up, Page down
key-wheel = Колесо
key-middle = Средняя кнопка
key-space-drag = Пробел и тянуть
keys-walk = Идти: раньше, позже, соседняя строка
keys-extend = Выделять по пути
keys-add = Добавить к выделению
keys-move = Перенести на шаг, в соседний зал
keys-end = Длиннее или короче
keys-order = Изменить порядок залов, столбцов, вариантов
keys-day = Перенести на другой день
keys-turn = Показать другой день
keys-open = Открыть в инспекторе
keys-rename = Переименовать
keys-insert = Новое заседание здесь
keys-tab = Выйти из части; в форме: следующее поле; в таблице: следующая ячейка
keys-areas = Следующая часть окна
keys-menus = Меню
keys-context = Меню этого
keys-escape = Закрыть, отменить, снять выделение
keys-scroll = Прокрутить
keys-along = Прокрутить вбок, вдоль времени
keys-zoom = Масштаб у указателя
keys-pan = Двигать вид
about-text = Раскладывает конференцию по шкале времени; для составителей программы с ноутбуком и без сервера.
about-zones = Часовые пояса: база IANA { $version }
about-fonts = Шрифты: Inter, Noto Sans Arabic, Noto Sans SC (SIL Open Font License); значки: Lucide (ISC)
about-licence = MIT или Apache-2.0, на выбор

## The navigator

navigator-kinds = Виды
navigator-events-short = Мер-тия
navigator-documents-short = Док-ты
navigator-conference = Конференция
navigator-before = До нее
navigator-after = После нее
navigator-meetings = Собрания
navigator-dates = Сроки и этапы
navigator-days-off = Выходные дни
event-format-physical-short = очно
event-format-virtual-short = онлайн
event-format-hybrid-short = гибрид
event-format-correspondence-short = письмами
navigator-more = Еще { $count } без заседаний
navigator-fewer = Скрыть { $count } без заседаний
navigator-only = Только его заседания
navigator-no-filter = Снова все заседания
navigator-reveal = Показать в плане
navigator-up = Выше
navigator-down = Ниже
rail-open = Открыть
filter-counts = { $shown } видно, { $hidden } скрыто

# 17–28 Nov
date-short = { $day } { $month }
dates-short-in-month = { $first-day }–{ $day } { $month }
dates-short = { $first-day } { $first-month } – { $day } { $month }

palette-commands = Команды
palette-choose = выбрать
palette-go = перейти
palette-inspect = открыть в инспекторе
palette-new-session = Новое заседание: { $body }
palette-order = Сначала коды и целые слова
key-escape = Esc
key-enter = Enter

## Что говорится тем, кто не видит экрана

said-new = { $what }; { $count }: { $first }

## Части окна, как они называются вслух

area-top = Меню и виды
area-dates = Даты
area-navigator = Что есть в плане
area-tray = Заседания без времени
area-choices = Настройки вида
area-view = Вид
area-inspector = Свойства
area-findings = Что говорят правила
area-status = Счет

## Файл плана и другие

banner-changed = Файл этого плана изменил кто-то другой.
banner-reload = Открыть его заново
banner-later = Не сейчас
banner-read-only = { $who } Изменения, сделанные здесь, можно сохранить в другом месте.
banner-save-copy = Сохранить в другом месте…
read-only = только чтение
held-by =
    { $known ->
        [both] Файл { $file } открыт пользователем { $who } на компьютере { $computer } с { $since }.
        [who] Файл { $file } открыт пользователем { $who } с { $since }.
        [computer] Файл { $file } открыт на компьютере { $computer } с { $since }.
       *[none] Файл { $file } открыт в другом месте с { $since }.
    }
held-left =
    { $known ->
        [both] Файл { $file } был открыт пользователем { $who } на компьютере { $computer } ({ $since }) и не был закрыт, но уже несколько минут оттуда ничего не слышно.
        [who] Файл { $file } был открыт пользователем { $who } ({ $since }) и не был закрыт, но уже несколько минут оттуда ничего не слышно.
        [computer] Файл { $file } был открыт на компьютере { $computer } ({ $since }) и не был закрыт, но уже несколько минут оттуда ничего не слышно.
       *[none] Файл { $file } был открыт в другом месте ({ $since }) и не был закрыт, но уже несколько минут оттуда ничего не слышно.
    }
held-title = Файл { $file } уже открыт
held-text = { $who } Если двое сохраняют один файл, они уничтожают работу друг друга: читайте его здесь или работайте с копией, которую потом можно объединить.
left-title = Файл { $file } остался открытым
left-text = { $who } Возможно, тот компьютер выключен или не в сети.
held-read = Только читать
held-copy = Работать с копией
held-take = Все равно открыть
changed-merge = Объединить
merge-other-plan = В этом файле теперь другой план; ничего не изменено.
copy-found = { $file } – еще одна копия этого плана: она осталась там, где его одновременно сохранили двое.
copy-taken = Содержимое { $file } объединено с планом. Копию можно убрать.
copy-compare = Сравнить
copy-put-aside = Убрать копию
copy-leave = Оставить
copy-aside = Теперь копия называется { $file } и лежит рядом с планом.
copy-not-moved = Копию не удалось убрать: { $why }
merged-nothing = Объединено: ничего нового там не было.
merged = { $count ->
    [one] Объединено: изменена { $count } строка. Это можно отменить.
    [few] Объединено: изменены { $count } строки. Это можно отменить.
   *[many] Объединено: изменено { $count } строк. Это можно отменить.
}
merged-open = { $count ->
    [one] Объединено, осталось решить { $count } расхождение.
    [few] Объединено, осталось решить { $count } расхождения.
   *[many] Объединено, осталось решить { $count } расхождений.
}
undecided-field = Осталось решить: { $count }. { $row }, { $field }: здесь { $mine }; там { $theirs }
undecided-removed-there = Осталось решить: { $count }. { $row }: там удалено, здесь изменено или используется
undecided-removed-here = Осталось решить: { $count }. { $row }: здесь удалено, там изменено
undecided-new = Осталось решить: { $count }. { $row }: создано там и опирается на удаленное здесь
decide-mine = Оставить мое
decide-theirs = Взять их
decide-both = Оба
