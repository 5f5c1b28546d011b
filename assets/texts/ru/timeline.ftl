# Шкала времени.

timeline-closed = закрыт
timeline-room-closed = { $room }, { $when }: { $reason }
timeline-ground = Шкала времени
timeline-events = Мероприятия
lane-no-room = Без зала
lane-no-body = Без органа
timeline-no-lanes = Пока ничего не назначено: покажите дорожки по залам и потяните по пустому месту под нужным днем.
# Порядковые числительные, с которых начинаются названия, строчными буквами, и как они пишутся кратко.
bar-ordinals = первое=1-е второе=2-е третье=3-е четвертое=4-е пятое=5-е шестое=6-е седьмое=7-е восьмое=8-е девятое=9-е десятое=10-е

timeline-overview-head = Обзор
lane-everybody = Для всех
number-four = { $thousands }{ $rest }
number-more = { $thousands } { $rest }
lane-word-room = Зал
lanes-rooms = Залы { $from }–{ $to }
lanes-more = { $name } + еще { $count }
lanes-slim = Пустые дорожки в одну строку
lanes-slim-about = Соседние дорожки без заседаний в видимые дни занимают одну узкую строку
lanes-slim-tip = В видимые дни здесь ничего нет; щелчок раскрывает
lanes-add-room = Добавить зал

## Свернутое
day-of-month = { $weekday }, { $day } { $month }
fold-day =
    { $count ->
        [0] { $day } · нет заседаний
        [one] { $day } · { $count } заседание
        [few] { $day } · { $count } заседания
       *[many] { $day } · { $count } заседаний
    }
fold-preparation = Подготовка
fold-days =
    { $days ->
        [one] { $days } день без заседаний
        [few] { $days } дня без заседаний
       *[many] { $days } дней без заседаний
    }
fold-end = Дальше ничего нет
fold-open = Раскрыть эти часы

## Строка вида
show = Показать
show-day = День
show-three-days = 3 дня
show-conference = Конференция
filter-add = Фильтр
filter-count =
    { $count ->
        [one] { $count } фильтр
        [few] { $count } фильтра
       *[many] { $count } фильтров
    }
filter-tip = Показать только некоторые заседания
filter-words = Слова в заседании
filter-navigator = Органы, залы и виды: в списке слева
snap-step = Шаг { $mins } мин
snap-tip = Шаг, к которому притягивается время при перетаскивании
lanes-edge = Ширина названий дорожек
lanes-by-room = По залам
lanes-by-body = По органам
lanes-by-kind = По видам
lanes-by-event = По мероприятиям
