## Пояса: кто бодрствует во время виртуального собрания (§4.22)

view-zones = Пояса
view-zones-tip = Кто бодрствует во время виртуального собрания и какое начало наименее обременительно
zones-title = Пояса
zones-none = В этом плане еще нет виртуальных собраний со временем. Сделайте мероприятие виртуальным и поставьте в него заседание.
zones-status = { $cities ->
    [one] { $cities } город
    [few] { $cities } города
    [many] { $cities } городов
   *[other] { $cities } города
 } · { $regions ->
    [one] { $regions } регион
    [few] { $regions } региона
    [many] { $regions } регионов
   *[other] { $regions } региона
 }
zones-day = День { $number }, { $start } UTC
zones-day-short = День { $number }
zones-day-name = день { $number }
zones-all = { $count ->
    [one] { $count } заседание
    [few] Все { $count } заседания
    [many] Все { $count } заседаний
   *[other] Все { $count } заседания
 }
zones-staff = Персонал
zones-seat = Женева
zones-interpreters = Переводчики
zones-secretariat = Секретариат
zones-hours = { $from }–{ $to } ч
zones-block = Заседает { $hours } UTC; его можно двигать по часам
zones-night = ночь
zones-best = Справедливое начало
zones-over-all = { $count ->
    [one] По { $count } заседанию
    [few] По { $count } заседаниям
    [many] По { $count } заседаниям
   *[other] По { $count } заседания
 }
zones-worst = худший
zones-mean = среднее
zones-held = Сейчас
zones-at-seat = { $clock } Женева
zones-why = Хуже всего { $region }; { $city } { $hours }
zones-pair = Справедливая пара
zones-pair-now = Более справедливой пары нет.
zones-pair-starts = День 1 в { $one }, день 2 в { $other } UTC
zones-pair-gain = Худший регион: { $worst } вместо { $worst-now }; среднее: { $mean } вместо { $mean-now }.
zones-take-both = Принять оба
zones-holidays = Нерабочие дни
zones-counted = Как это считается
zones-counted-how = Минуты, среднее по городам региона: днем ({ $day }) – с коэффициентом 0, утром и вечером ({ $edge }) – { $edge-weight }, ночью – { $night-weight }. Порядок – по сумме худшего региона и среднего по всем; только начала в рабочие часы переводчиков ({ $interpreters } по Женеве).
zones-settings = Изменить часы и коэффициенты…
zones-meets = Местное время
zones-row = { $event }, день { $number }
zones-to = до { $hours }
body-cities = Города
body-city = Город ({ $zone })
body-add-city = Добавить город
body-remove-city = Убрать: { $name }
