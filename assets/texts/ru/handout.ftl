### The words that handouts print: programmes, plan grids, door signs, itineraries, speaking lists, pages for a browser.

## What is handed out

handout-programme = Программа
# A page of rooms × hours of one day.
handout-rooms-of-day = Залы и время
handout-plan-grid = План распределения времени
# The name of a layout; it is not printed.
handout-door = Табличка на дверь
handout-itinerary = Индивидуальная программа
handout-itinerary-of = Индивидуальная программа: { $name }
handout-statements = Общеполитические заявления
handout-speaking-list = Список ораторов
handout-timeline = Шкала времени
handout-sessions = Заседания
handout-unscheduled = Заседания без назначенного времени
# Instead of the title of a meeting that is not for everybody to know.
handout-reserved = Зарезервировано
handout-findings = Результаты проверки
handout-index = Содержание

## Releases and pages

# Rev. 3
handout-release = Пересм. { $number }
# Instead of a release number while the plan has not been released.
handout-draft = Проект
handout-disclaimer-draft = Рабочий проект; возможны изменения
# Behind the release, where remarks and contacts are in what is handed out.
handout-internal = Только для команды
# The date on which the file was made.
handout-made = по состоянию на { $date }
# At the head of a document.
handout-original = Оригинал: { $language }
# What a sign behind a session says.
handout-revised = Изменено после предыдущего выпуска
handout-page = Страница { $page } из { $pages }
# After a heading repeated on the next page.
handout-continued = (продолжение)
# Behind the name of a meeting in each further row of a plan in which it goes on, as time management plans have it.
handout-cont = (продолж.)
# Between the texts of a list; the second where texts may have commas themselves.
handout-comma = ,
handout-semicolon = ;
# Above the list of what numbers in small blocks stand for.
handout-numbers = Номера на предыдущей странице
# In the place of hours, of what goes on from a day before.
handout-until-hour = до { $hour }
handout-until-day = до { $day } { $hour }

## Days and hours

# All times: Asia/Baku (UTC+4)
handout-all-times = Время указано по часовому поясу { $zone } ({ $offset })
handout-times-local = Указано местное время каждого мероприятия
handout-zone = Часовой пояс
# The names of the first and the last row of a time management plan: before all sittings, and after.
handout-early = Раннее время
handout-forenoon = Первая половина дня
handout-afternoon = Вторая половина дня
handout-evening = Вечер
handout-day = День
handout-date = Дата
handout-time = Время
handout-start = Начало
handout-end = Окончание
handout-end-date = Дата окончания
handout-length = Продолжительность

## Columns of sessions

handout-id = ID
handout-number = №
handout-title = Название
handout-kind = Вид
handout-status = Статус
handout-event = Мероприятие
handout-events = Мероприятия
handout-room = Зал
handout-rooms = Залы
handout-body = Орган
handout-bodies = Органы
handout-meeting = № заседания
handout-topic = Тема
handout-agenda = Повестка дня
handout-topics = Темы
handout-document = Документ
handout-documents = Документы
handout-agenda-item = Пункт повестки дня
handout-abstract = Аннотация
handout-origin = Источник
handout-outcome = Итог
handout-presentation = Представление
handout-discussion = Обсуждение
handout-presented-by = Представляет
handout-speakers = Докладчики
handout-languages = Языки
handout-language = Язык
handout-interpretation = Устный перевод
handout-captioned = Ввод субтитров
# When a session was really held: the heads of three columns, and the name of all of it.
handout-opened = Открыто
handout-suspended = Перерывы
handout-adjourned = Закрыто
handout-held = Проведено
handout-webcast = Веб-трансляция
handout-link = Ссылка
handout-join = Подключиться онлайн
handout-capacity = Число мест
handout-expected = Ожидается участников
handout-place = Место
handout-remarks = Примечания
handout-concerns = Кого касается
handout-elements = Элементы
handout-groups = Группы

## Columns of people and statements

# The column of the names of persons.
handout-person = Имя и фамилия
handout-people = Лица
handout-function = Должность
handout-represents = Представляет
handout-rank = Ранг
handout-contact = Контактные данные
handout-at-once = В то же время: { $title }
handout-speaker = Оратор
handout-member-state = Государство-Член
handout-statement-text = Текст получен
# The column with the session in which a statement is given.
handout-session = Заседание

## Columns of findings

handout-severity = Серьезность
handout-finding = Замечание
handout-rule = Правило
handout-waived = Исключение

## In the cells, and instead of them

# A name before what it is the name of: Chair: Ms Perera
handout-labelled = { $label }: { $text }
handout-yes = да
handout-no = нет
# Across a session that does not take place.
handout-cancelled = ОТМЕНЕНО
handout-no-room = Без зала
handout-nothing-chosen = Нет заседаний, соответствующих выбору

## Numbers

handout-shown = { $count ->
    [one] { $count } заседание
    [few] { $count } заседания
   *[many] { $count } заседаний
}

## The papers of a conference

handout-roster = Расписание бригад устных переводчиков
handout-services = Президиум, веб-трансляция и субтитры
handout-room-sheet = Карточки залов
handout-running-order = Порядок ведения заседания
handout-podium-list = Список для президиума
handout-speaker-cards = Карточки ораторов
handout-journal = Ежедневный журнал
handout-meeting-documents = Документы по заседаниям
handout-booklet = Памятка делегации

## The interpreters’ roster

handout-sitting = Часть дня
handout-team = Бригада
handout-without-team = Без бригады
handout-interpreters = Переводчики
handout-sittings = Смены
handout-hours = Часы
handout-overtime = Сверх нормы
# Before the letters of the languages from which other booths take relay.
handout-relay = релейно с
# Before the letters of the languages that a team does not interpret.
handout-without = не обеспечены:
# What a team does beyond its limits; lengths are hours and minutes.
handout-over-at-once = { $is } на двух заседаниях сразу
handout-over-pause = перерыв { $is } вместо { $most }
handout-over-stretch = { $is } подряд вместо { $most }
handout-over-day = смен в день: { $is }, норма { $most }
handout-over-week = смен в неделю: { $is }, норма { $most }
handout-over-rest = ночной отдых { $is } вместо { $most }

## Podium and rooms

handout-at-podium = В президиуме
handout-booths = Кабины
# How chairs and tables stand in a room.
handout-layout = Расстановка
handout-equipment = Оборудование
handout-setup = Время на подготовку
# How long a room is free between two meetings; how long it takes to clear it.
handout-turnaround = Смена заседаний
handout-closed = Закрыт
handout-services-of-room = Услуги

## Running order, journal, documents, booklet

# The column of what is done at a time.
handout-what = Что
handout-opening = Открытие заседания
handout-closing = Закрытие заседания
handout-today = Сегодня
handout-tomorrow = Завтра
handout-notices = Объявления
handout-changes = Изменения после последнего выпуска
# Who a document comes from.
handout-source = Источник
handout-delegate = Делегат
handout-from = Присутствует с
handout-until = Присутствует до
handout-attended-by = Кто участвует
handout-nobody = никто
handout-notes = Примечания
# Of a delegation.
handout-not-attended-count = { $count ->
    [one] В { $count } касающемся ее заседании не участвует никто
    [few] В { $count } касающихся ее заседаниях не участвует никто
    [many] В { $count } касающихся ее заседаниях не участвует никто
   *[other] В { $count } касающихся ее заседаниях не участвует никто
}

## Search and choice on a page for the browser

handout-search = Поиск
handout-search-hint = Название, имя, документ…
handout-filter = Фильтр
handout-all-rooms = Все залы
handout-all-bodies = Все органы
handout-all-topics = Все темы
handout-all-days = Все дни
handout-all-events = Все мероприятия
handout-clear = Сбросить
handout-none-found = Ничего не найдено; снимите фильтр или измените запрос
handout-light = Светлое
handout-dark = Темное
handout-print = Печать
handout-format = Формат
handout-file = Файл

## What became of a session, or of another row, between two states of a plan

change-new = новое
change-removed = удалено
change-cancelled = отменено
# It had been cancelled.
change-revived = все же состоится
change-placed = включено в расписание
change-unplaced = снято с расписания
change-moved = перенесено
change-changed = изменено
# Both are hours, or days and hours.
change-moved-from = перенесено с { $from } на { $to }
change-ends = окончание в { $to } вместо { $from }
# Room A → Room B; the arrow points to what is so now.
change-was-is = { $was } → { $is }
# Before what has come into a list, and what has gone from it.
change-added = добавлено
change-taken-out = снято
# One after the other: the members of a list; a time and the rooms; what became of a session and what else of it changed.
change-listed = { $list }, { $next }
change-beside = { $list }, { $next }
change-then = { $list }; { $next }

## The change notice

notice-title = Уведомление об изменениях
notice-date = Дата выпуска
# The heads of the columns: what became of a session, what was announced, what is so now.
notice-what = Изменение
notice-was = Было
notice-is = Стало
# What became of a session.
notice-new-time = новое время
notice-new-rooms = новый зал
notice-new-place = новое время и новый зал
# Instead of a time and a room, of a session that has lost its place.
notice-no-time = новое время будет объявлено
# Of a session that has been held, and of one that was to be held before the notice was issued.
notice-over = уже состоялось
notice-passed = время уже прошло
# Who asked for a change, and who decided it.
notice-requested-by = Запрос
notice-decided-by = Решение
# Below a line at the end.
notice-signature = Имя и подпись
notice-count = { $count ->
    [one] { $count } изменение
    [few] { $count } изменения
   *[many] { $count } изменений
}

## What a reader does with the page for a browser

# A button: the reader keeps a session on an agenda of their own.
handout-keep = Отметить
handout-my-agenda = Мое расписание
handout-to-calendar = В календарь
handout-agenda-calendar = Календарь моего расписания
handout-permalink = Ссылка на заседание
handout-now = Сейчас
# Times on the clock of the reader.
handout-my-time = Мое время
# Not as in the release before.
handout-changed = Изменено
handout-views = Виды
handout-introduction = Об этой программе
handout-nothing-kept = Ваше расписание пока пусто: отметьте заседания, и они останутся на этом устройстве

## Books, screens, lists and mails

handout-book = Книга программы
handout-index-of-people = Указатель лиц
handout-now-next = Сейчас и далее
# After what is on now.
handout-next = Далее
handout-nothing-more = Больше ничего не запланировано
handout-catering = Питание и протокольные мероприятия
handout-name-plates = Настольные таблички
handout-badges = Бейджи
mail-subject = Ваше расписание: { $plan }
mail-dear = { $name },
# Such as: This is your schedule for WTDC-25, Rev. 3, as of 12 November 2025.
mail-body = это ваше расписание на { $plan }, { $state }. К письму приложен файл календаря.
handout-role = Роль
