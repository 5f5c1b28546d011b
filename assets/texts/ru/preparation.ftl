## Подготовка: этапы и документы

step-owner = Ответственный
step-state = Состояние
step-next = Следующий шаг
step-areas = Направления работы
step-add-area = Добавить направление
step-counts-from = Отсчет от
step-class = Срок для
step-tally = Консультации
step-state-open = не начато
step-state-under-way = в работе
step-state-done = готово
step-state-late = просрочено
step-state-risk = под угрозой
step-state-unknown = не указано
deadline-contributions = Вклады
deadline-revisions = Пересмотры
deadline-documents = Документы
deadline-requests = Заявки
deadline-registration = Регистрация
deadline-answers = Ответы
counts-on = { $edge ->
    [last] последний день: { $event }
   *[first] первый день: { $event }
}
counts-before = { $edge ->
    [last] { $days ->
        [one] за { $days } день до последнего дня: { $event }
        [few] за { $days } дня до последнего дня: { $event }
       *[many] за { $days } дней до последнего дня: { $event }
    }
   *[first] { $days ->
        [one] за { $days } день до начала: { $event }
        [few] за { $days } дня до начала: { $event }
       *[many] за { $days } дней до начала: { $event }
    }
}
counts-after = { $edge ->
    [last] { $days ->
        [one] через { $days } день после окончания: { $event }
        [few] через { $days } дня после окончания: { $event }
       *[many] через { $days } дней после окончания: { $event }
    }
   *[first] { $days ->
        [one] через { $days } день после начала: { $event }
        [few] через { $days } дня после начала: { $event }
       *[many] через { $days } дней после начала: { $event }
    }
}
tally-asked = Запрошено Государств-Членов
tally-replies = Ответов
tally-in-favour = За
tally-needed = Требуется
tally-announced = Объявлено
tally-reached = большинство достигнуто
tally-not-reached = большинство не достигнуто
tally-unknown = результат неизвестен
tally-numbers = { $what }: { $count }
document-kind = Тип
document-author = От кого
document-author-name = От кого, словами
document-due = Срок
document-stages = Стадии
document-kind-contribution = Вклад
document-kind-report = Отчет
document-kind-decision = Решение
document-kind-circular-letter = Циркулярное письмо
document-kind-draft = Проект
document-kind-agenda = Повестка дня
document-kind-information = Для сведения
document-kind-publication = Публикация
document-kind-website = Веб-сайт
document-kind-video = Видео
document-kind-basic-text = Основной текст
document-stage-received = получен
document-stage-in-translation = в переводе
document-stage-posted = размещен

rule-event-same-day = Этапы в один день
rule-event-same-day-about = Мероприятие начинается в день окончания того, которое должно ему предшествовать.
rule-event-same-day-basis = C25/30-R, п. 4.21: сводный отчет представляется КГРЭ
rule-event-circle = Мероприятия по кругу
rule-event-circle-about = Мероприятие ждет само себя или отсчитывается от самого себя, прямо или по кругу.
rule-event-circle-basis = Такого порядка не бывает
rule-counted-day = Отсчитанный день
rule-counted-day-about = День, который отсчитывается от другого мероприятия, не совпадает с отсчетом.
rule-counted-day-basis = Заданный отсчет
finding-event-same-day = { $event }: начало { $day }, в день окончания предшествующего ({ $before }): запас 0 дней
finding-event-circle = { $event }: ждет само себя или отсчитывается от самого себя
finding-counted-day = { $event }: отсчитывается от { $from }, по отсчету – { $day }

## Подготовка

view-preparation = Подготовка
view-preparation-tip = Путь к конференции: что чего ждет, что просрочено, направления работы, документы, группы
preparation-road = Путь
preparation-tab-groups = Группы
preparation-late = Просрочено { $count }
preparation-risk = Под угрозой { $count }
preparation-brief = Прошлые годы вкратце
preparation-even = Все годы одинаковой ширины
preparation-shift = Перенести…
preparation-add-step = Этап
preparation-add-area = Направление
preparation-add-document = Документ
preparation-new-step = Новый этап
preparation-new-area = Новое направление
preparation-today = Сегодня, { $day }
preparation-unposted = Нет этапов { $count }
preparation-papers-late = Документов просрочено { $count }
preparation-as-of = По состоянию на
preparation-as-of-day = На { $day }
preparation-as-of-tip = Показывает дорогу, какой она будет в другой день
preparation-as-of-today = По состоянию на сегодня
preparation-state-now = { $what }: { $state }
preparation-is-done = { $what }: уже выполнено. Backspace делает шаг назад.
preparation-days = { $days } дн.
preparation-lane-place = Место и страна
preparation-lane-advisory = КГРЭ
preparation-lane-regional = Региональные
preparation-lane-coordination = Координация
preparation-lane-interregional = Межрегион.
preparation-lane-youth = Форумы
preparation-lane-conference = Конференция
preparation-lane-deadlines = Сроки
preparation-areas = Направления работы
preparation-groups = Группы консультативной группы и их отчеты
preparation-meetings = Региональные собрания: отчет, видео и представленные документы
preparation-meeting = Собрание
preparation-letters = Циркулярные письма
preparation-in-english = англ.
preparation-in-french = франц.
preparation-in-spanish = исп.
preparation-in-russian = рус.
preparation-in-chinese = кит.
preparation-in-arabic = араб.
preparation-key-declaration = Декларация
preparation-key-questions = Вопросы
preparation-key-resolution-1 = Резолюция 1
preparation-key-resolutions = Резолюции
preparation-key-strategic-plan = Стратег. план
preparation-add-key-document = Ключевой документ
preparation-key-document = Новый ключевой документ
preparation-given = представлен собранию
preparation-not-given = не представлен собранию
preparation-there = есть
preparation-link-missing = ссылки нет
preparation-no-day = дата неизвестна
preparation-no-steps = На пути пока ничего нет. Добавьте этап: письмо, собрание или срок; укажите, чего он ждет или от какого мероприятия отсчитывается.
preparation-no-documents = Документов здесь нет. Insert – добавить; Enter на языке – следующая стадия.
preparation-late-by = { $days ->
    [one] опоздание { $days } день: результата нет
    [few] опоздание { $days } дня: результата нет
   *[many] опоздание { $days } дней: результата нет
}
preparation-waits-for-late = ждет просроченного: { $what }
preparation-no-slack = ни дня после этапа «{ $what }», а он не готов
preparation-late-step = просрочено: { $what }
preparation-open-bureau = { $count ->
    [one] { $what }: не занята или не подтверждена { $count } должность
    [few] { $what }: не заняты или не подтверждены { $count } должности
   *[many] { $what }: не заняты или не подтверждены { $count } должностей
}
preparation-circular = ждет само себя или отсчитывается от самого себя
preparation-status = { $steps ->
    [one] { $steps } этап
    [few] { $steps } этапа
   *[many] { $steps } этапов
} · готово { $done } · просрочено { $late } · под угрозой { $risk } · Пробел: следующее состояние · Enter: подробно

step-days = Дней
step-expected-days = Число дней, например −35
step-edge = Считать от
step-open-bureau = Открыть бюро
step-comes-after = Следует за
step-waits-for-it = Ждут этого
step-counted = Отсчитывается отсюда
step-days-before = { $days ->
    [one] за { $days } день
    [few] за { $days } дня
   *[many] за { $days } дней
}
step-days-after = { $days ->
    [one] через { $days } день
    [few] через { $days } дня
   *[many] через { $days } дней
}
