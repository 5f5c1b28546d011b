### The inspector: what is selected, or the plan in facts.

## Sections

inspector-section-languages = Языки
inspector-section-notes = Заметки
inspector-section-sources = Источники
inspector-section-together = Вместе
inspector-section-plan = Свойства плана…

## The plan, and several sessions

inspector-home-zone-note = Для времени вне мероприятий и для новых мероприятий.
inspector-plan-language = Основной язык
# Of the plan as a document: the language it is written in before it is translated; who issues it.
inspector-original = Язык оригинала
inspector-issuer = Кем выпущен
inspector-release = Последний выпуск: { $number }.
inspector-different = Разные
inspector-in-all = во всех
inspector-in-some = в { $count } из { $all }
inspector-some-more = { $count } не во всех
inspector-too-long = Слишком длинный текст, изменить его здесь нельзя; показано только начало.
inspector-some-pinned = Некоторые закреплены.
inspector-and-more =
    { $count ->
        [one] и еще { $count }
        [few] и еще { $count }
       *[many] и еще { $count }
    }

## Fields

inspector-title = Название
inspector-code = Обозначение
inspector-name = Имя
inspector-meeting = Заседание №
inspector-nature = Ведет себя как
inspector-hue = Цвет
inspector-sign = Знак
inspector-kind-used =
    { $count ->
        [0] Заседаний этого вида пока нет.
        [one] { $count } заседание этого вида. Без этого вида оно получит вид «{ $nature }».
        [few] { $count } заседания этого вида. Без этого вида они получат вид «{ $nature }».
       *[other] { $count } заседаний этого вида. Без этого вида они получат вид «{ $nature }».
    }
inspector-kind = Вид
inspector-status = Статус
inspector-event = Мероприятие
inspector-bodies = Органы
inspector-format = Формат
inspector-description = Описание
inspector-place = Место
inspector-host = Принимает
inspector-theme = Тема
inspector-zone = Часовой пояс
inspector-link = Ссылка
inspector-webcast = Веб-трансляция
inspector-captioned = Субтитры
inspector-attendance = Ожидаемое число участников
inspector-remarks = Примечания
inspector-documents = Документы
inspector-topics = Темы
inspector-after = После
inspector-followers = За ним следуют
inspector-language = Язык
inspector-all-six = Все шесть языков
inspector-in-language = { $what }, { $language }
inspector-more-languages = Другие языки
inspector-more-languages-filled = Другие языки · { $count }
inspector-fewer-languages = Меньше языков
inspector-not-known = Неизвестно
inspector-not-said = Не указано
inspector-none = Нет

## Time and place

inspector-pinned-note = Закреплено: чтобы изменить время или зал, открепите.
inspector-date = Дата
inspector-start = Начало
inspector-end = Окончание
inspector-length = Продолжительность
inspector-rooms = Залы
inspector-ends-on = окончание { $day } { $clock }
inspector-in-tray = Не назначено: ждет в лотке.
inspector-no-day = День не задан
inspector-no-time = время
inspector-held = Проведено
inspector-opened = Открыто
inspector-adjourned = Закрыто
inspector-suspension = Перерыв
inspector-suspended = Прервано
inspector-resumed = Возобновлено
inspector-not-resumed = еще нет
inspector-add-suspension = Добавить перерыв
inspector-held-on = проведено { $day }
inspector-put-back = Поставить: { $place }
inspector-year-only = Известен только год
inspector-year = Год
inspector-first-day = Первый день
inspector-last-day = Последний день
inspector-shift-week-back = На неделю раньше, со всеми заседаниями
inspector-shift-day-back = На день раньше, со всеми заседаниями
inspector-shift-day-on = На день позже, со всеми заседаниями
inspector-shift-week-on = На неделю позже, со всеми заседаниями
inspector-hours = Рабочие часы дня
inspector-hours-from = С
inspector-hours-to = До
inspector-year-before = Год назад
inspector-month-before = Месяц назад
inspector-month-after = Месяц вперед
inspector-year-after = Год вперед
inspector-no-date = Без даты

## Rooms, bodies, people, papers

inspector-room-place = Здание или адрес
inspector-capacity = Вместимость (мест)
inspector-booths = Кабины устного перевода
inspector-virtual = Виртуальный зал
inspector-shared = Общий
inspector-room-order = Место среди залов
inspector-parent = Входит в
inspector-set-up-at = Где учрежден
inspector-report = Отчет
inspector-address = Обращение
inspector-function = Должность
inspector-represents = Представляет
inspector-region = Регион
inspector-rank = Ранг
inspector-contact = Эл. почта или телефон
inspector-symbol = Обозначение
inspector-issued = Дата выпуска
inspector-objective = Задача
inspector-note-text = Что замечено
inspector-handling = Что с этим сделано
inspector-concerns = Касается
inspector-speaker = Оратор
inspector-session = Заседание
inspector-order = Место в списке
inspector-seconds = Продолжительность в секундах
inspector-text-received = Текст заявления

## Adding and removing

inspector-add-room = Добавить зал
inspector-add-body = Добавить орган
inspector-add-event = Добавить мероприятие
inspector-add-person = Добавить лицо
inspector-add-document = Добавить документ
inspector-add-topic = Добавить тему
inspector-add-team = Добавить бригаду переводчиков
inspector-add-predecessor = Добавить предшествующее
inspector-add-row = Добавить, чего касается
inspector-add-note = Написать заметку
inspector-add-source = Добавить источник
inspector-add-source-now = Добавить
inspector-new = Новое: { $name }
inspector-new-person = Новое лицо: { $name }
inspector-nothing-found = Ничего не найдено
inspector-remove = Убрать: { $what }
inspector-show = Показать: { $what }
inspector-role = Роль
inspector-role-of = Роль: { $who }

## Provenance and notes

inspector-basis = Основание
inspector-reference = Где смотреть
inspector-about-part = Что подтверждает
inspector-source-about = Подтверждает: { $what }
inspector-note-open = Открыть заметку { $id }
inspector-handled = Решение: { $how }

## Короткие названия в строках

property-day = День
property-room = Зал
property-body = Орган
property-after = После
property-before = До
property-attendance = Участники
property-capacity = Мест
property-booths = Кабины
property-hours = Часы
property-virtual = Виртуальный
property-order = Порядок
property-parent = Входит в
property-handling = Решение
property-note = Заметка
property-contact = Контакт
property-text = Текст

## Конференция в цифрах

inspector-dates = Даты
inspector-count-days =
    { $count ->
        [one] день
        [few] дня
       *[many] дней
    }
inspector-count-sessions =
    { $count ->
        [one] заседание
        [few] заседания
       *[many] заседаний
    }
inspector-count-rooms =
    { $count ->
        [one] зал
        [few] зала
       *[many] залов
    }
inspector-count-tray =
    { $count ->
        [one] в лотке
        [few] в лотке
       *[many] в лотке
    }
inspector-show-all = Все { $count }
inspector-findings-on =
    { $count ->
        [one] { $count } замечание, { $sessions ->
            [one] { $sessions } заседание
            [few] { $sessions } заседания
           *[many] { $sessions } заседаний
        }
        [few] { $count } замечания, { $sessions ->
            [one] { $sessions } заседание
            [few] { $sessions } заседания
           *[many] { $sessions } заседаний
        }
       *[many] { $count } замечаний, { $sessions ->
            [one] { $sessions } заседание
            [few] { $sessions } заседания
           *[many] { $sessions } заседаний
        }
    }
inspector-show-more = Показать еще { $count }
inspector-elsewhere = В других местах
inspector-hours-per-room = Часы по залам
inspector-next = Далее

## Результаты проверки и что можно сделать

inspector-show-fixes = Показать исправления
inspector-other-fixes =
    { $count ->
        [one] еще { $count } способ
        [few] еще { $count } способа
       *[many] еще { $count } способов
    }
inspector-show-sessions =
    { $count ->
        [one] Показать { $count } заседание
        [few] Показать { $count } заседания
       *[many] Показать { $count } заседаний
    }
inspector-find-slot = Найти место: { $session }

## Строки

inspector-add-property = Добавить свойство
inspector-more = Другие действия
inspector-id = В файле плана: { $id }
inspector-time = Время
inspector-people = Лица
inspector-shift-by = Сдвинуть
inspector-earlier = Все на { $length } раньше
inspector-later = Все на { $length } позже
inspector-was = было: { $what }
inspector-day-number = день { $number }
inspector-six = Шесть
inspector-yes = Да
inspector-no = Нет

## What a field takes

inspector-expected-clock = Это не время. Напишите 9:30 или 0930; прежнее время остается.
inspector-expected-end = Окончание должно быть позже начала; прежнее окончание остается.
inspector-expected-held = Это должно быть позже предыдущего; прежнее время остается.
inspector-expected-hours = День должен кончаться позже, чем начинается; прежние часы остаются.
inspector-expected-length = Это не продолжительность. Напишите минуты (75) или часы (1:15), не больше 14 дней; прежняя остается.
inspector-expected-day = Это не день. Напишите 18 ноя или 18.11.2025; прежнее значение остается.
inspector-expected-days-of-sessions = Заседания остались бы вне дат. Перенесите их через «Даты и место…» (Ctrl+Shift+M); прежнее значение остается.
inspector-expected-moment = Это не день и время. Напишите 18 ноя 10:00; прежнее значение остается.
inspector-expected-count = Это не число. Напишите цифрами, например 450; прежнее значение остается.
inspector-expected-booths = Это не число кабин. Напишите от 0 до 255; прежнее значение остается.
inspector-expected-integer = Это не целое число. Напишите цифрами, например 3; прежнее значение остается.
inspector-expected-year = Это не год от 1900 до 2199; прежний год остается.
inspector-expected-row = Этой строки больше нет.

## Own fields

field-untitled = Поле без названия
field-new = Новое поле
field-holder = Чье поле
field-sort = Тип
field-text = Текст
field-number = Число
field-date = Дата
field-choice = Выбор
field-tick = Отметка
field-choices = Варианты
field-choices-hint = один, другой, …
field-choice-named = Вариант { $number }
field-add-choice = Добавить вариант
field-add = Новое поле…
field-add-done = Добавить
field-edit = Изменить поле: { $field }
field-choice-up = Поднять: { $what }
field-choice-down = Опустить: { $what }
field-clear = Без даты: { $field }
field-handed-out = Раздается
field-team-only = Только для команды: в раздаваемых материалах не печатается.
field-used =
    { $count ->
        [0] { $what }: это поле нигде не заполнено.
        [one] { $what }: поле заполнено в { $count } записи.
        [few] { $what }: поле заполнено в { $count } записях.
        [many] { $what }: поле заполнено в { $count } записях.
       *[other] { $what }: поле заполнено в { $count } записи.
    }
field-expected-number = Это не число. Напишите цифры, например 12 или 2,5; прежнее значение остается.
field-expected-choice = У варианта должно быть название; прежнее остается.
