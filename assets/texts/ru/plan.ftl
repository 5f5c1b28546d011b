# Начало плана и перенос его на другие даты.

## Даты

dates-title = Даты и место: { $what }
dates-calendar = Календарь: { $what }
dates-unknown = Это не день: введите, например, «14 окт» или 14.10.2025.
dates-same = { $weekday }, { $dates }, как сейчас
dates-earlier =
    { $weekday }, { $dates }, на { $count ->
        [one] { $count } день раньше
        [few] { $count } дня раньше
       *[many] { $count } дней раньше
    }
dates-later =
    { $weekday }, { $dates }, на { $count ->
        [one] { $count } день позже
        [few] { $count } дня позже
       *[many] { $count } дней позже
    }
dates-what = Что переносится
dates-only-event = Только это событие
dates-everything = Весь план
dates-only-first = Только первый день, заседания остаются
dates-along = Переносится вместе
dates-move = Перенести
dates-hint = Часы остаются как записаны. Все отменяется одним шагом.
dates-no-event = Нет события с датами, которое можно перенести.
dates-happens = Что произойдет
dates-nothing = Пока ничего не переносится: введите другой день, выберите его в календаре или укажите другое место.
dates-moved =
    Переносятся: { $sessions ->
        [one] { $sessions } заседание
        [few] { $sessions } заседания
       *[many] { $sessions } заседаний
    } и { $events ->
        [one] { $events } событие
        [few] { $events } события
       *[many] { $events } событий
    }.
dates-outside =
    { $count ->
        [one] { $count } заседание окажется вне дней события: { $names }
        [few] { $count } заседания окажутся вне дней события: { $names }
       *[many] { $count } заседаний окажутся вне дней события: { $names }
    }
dates-weekend =
    { $count ->
        [one] { $count } заседание попадет на выходные: { $names }
        [few] { $count } заседания попадут на выходные: { $names }
       *[many] { $count } заседаний попадут на выходные: { $names }
    }
dates-place = Место
dates-place-hint = Город, страна
dates-done-too = { $count ->
    [one] и то, что уже состоялось: { $count } мероприятие
    [few] и то, что уже состоялось: { $count } мероприятия
    [many] и то, что уже состоялось: { $count } мероприятий
   *[other] и то, что уже состоялось: { $count } мероприятия
}
dates-house-none = В этом здании нет залов плана. Выберите зал ниже или введите там название нового.
dates-move-along = { $count ->
    [one] переносится { $count } замечание
    [few] переносятся { $count } замечания
    [many] переносятся { $count } замечаний
   *[other] переносятся { $count } замечания
}
dates-house = Здание
dates-house-hint = в нем ищутся залы по названию и местам
dates-days-off = Нерабочие дни там
dates-days-off-hint = например, 5.12., 10 дек
dates-new-day-off = Нерабочий день
dates-no-day-off = Это не день: { $text }
dates-instants-kept = Моменты сохраняются, часы пишутся заново
dates-as-written = Часы остаются как записаны
dates-room-stays = остается
dates-no-room = без зала
dates-no-hour =
    { $count ->
        [one] { $count } заседание попадет на час, которого нет на часах или который наступает дважды: { $names }
        [few] { $count } заседания попадут на час, которого нет на часах или который наступает дважды: { $names }
       *[many] { $count } заседаний попадут на час, которого нет на часах или который наступает дважды: { $names }
    }
dates-day-off =
    { $count ->
        [one] { $count } заседание попадет на нерабочий день: { $names }
        [few] { $count } заседания попадут на нерабочий день: { $names }
       *[many] { $count } заседаний попадут на нерабочий день: { $names }
    }
dates-late =
    { $count ->
        [one] { $count } срок окажется после начала: { $names }
        [few] { $count } срока окажутся после начала: { $names }
       *[many] { $count } сроков окажутся после начала: { $names }
    }
dates-pinned =
    { $count ->
        [one] { $count } закрепленное заседание
        [few] { $count } закрепленных заседания
       *[many] { $count } закрепленных заседаний
    }
# Some of them are not pinned, but were opened.
dates-staying =
    { $count ->
        [one] { $count } закрепленное или уже открытое заседание
        [few] { $count } закрепленных или уже открытых заседания
       *[many] { $count } закрепленных или уже открытых заседаний
    }
dates-pinned-note = Остаются на месте, если их не отметить.
dates-move-too = Тоже перенести: { $what }
dates-move-all = Тоже перенести все: { $count }
dates-looking = Поиск замечаний…
dates-failed = Найти замечания не удалось. Даты все равно можно изменить.
dates-no-finding = Новых замечаний нет.
dates-caused =
    { $count ->
        [one] { $count } новое замечание
        [few] { $count } новых замечания
       *[many] { $count } новых замечаний
    }
dates-solved =
    { $count ->
        [one] { $count } замечание устранено
        [few] { $count } замечания устранены
       *[many] { $count } замечаний устранено
    }

## Новый план

new-title = Новый план
new-unsaved = Пока ничего не сохранено
new-about = Все это можно изменить потом; каждый шаг можно отменить.
new-from = На основе
new-from-conference = Конференция
new-from-conference-about = Дни, залы, часы; ничего не назначено
new-from-congress = Небольшой конгресс
new-from-congress-about = Доклады, секции, стенды, кофе, ужин
new-from-wtdc = ВКРЭ-25
new-from-wtdc-about = Комитеты, пленарные, шесть языков
new-from-empty = Пустой
new-from-empty-about = Один день, один зал
new-from-table = Из таблицы
new-from-table-about = Вставить заседания из таблицы
new-name = Название
new-name-hint = Как называется конференция
new-code = Кратко
new-code-about = на полосах и в именах файлов
new-dates = Даты
new-to = до
new-place-hint = Город, страна
new-zone-of-place = по месту
new-hours = Часы
new-lunch-from = Начало перерыва на обед
new-lunch-to = Конец перерыва на обед
new-coffee = Перерыв на кофе
new-coffee-morning = Перерыв на кофе утром
new-coffee-afternoon = Перерыв на кофе днем
new-coffee-length = Продолжительность перерывов на кофе
new-breaks-about = каждый день, для всех
new-days-off = Выходные
new-add-day-off = Добавить выходной
new-rooms = Залы
new-room = Название
new-seats = Мест
new-booths = Кабин
new-room-field = Зал { $number }: { $what }
new-room-hall = Главный зал
new-room-numbered = Зал { $number }
new-room-foyer = Фойе
new-add-rooms = Добавить залы
new-add-rooms-hint = Добавить: Зал A: 200, Зал 3: 60, Фойе
new-sight = Как это будет выглядеть
new-day-of = день { $day } из { $count }
new-more-days =
    { $count ->
        [one] и еще { $count } день
        [few] и еще { $count } дня
       *[many] и еще { $count } дней
    }
new-key-next = следующее поле
new-key-make = создать план
new-make = Создать план
new-flaw-title = У конференции должно быть название.
new-flaw-reversed = Конец раньше начала.
new-flaw-days =
    { $count ->
        [one] Получается { $count } день; в плане их не больше 92.
        [few] Получается { $count } дня; в плане их не больше 92.
       *[many] Получается { $count } дней; в плане их не больше 92.
    }
new-flaw-all-off = Все дни нерабочие.
new-flaw-hours = День заканчивается раньше, чем начинается.
new-flaw-lunch = Перерыв на обед должен быть в пределах часов дня.
new-flaw-coffee = Перерыв на кофе должен быть в пределах часов дня.
new-flaw-no-room = Нужен хотя бы один зал.
new-flaw-unnamed = У зала нет названия.
new-flaw-clock = Это не время: введите, например, 9:30.
new-flaw-number = Места и кабины: целые числа или ничего.
