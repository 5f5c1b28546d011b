## Подготовка: этапы и документы

step-owner = Ответственный
step-state = Состояние
step-next = Следующий шаг
step-areas = Направления работы
step-add-area = Добавить направление
step-counts-from = Отсчёт от
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
document-kind-report = Отчёт
document-kind-decision = Решение
document-kind-circular-letter = Циркулярное письмо
document-kind-draft = Проект
document-kind-agenda = Повестка дня
document-kind-information = Для сведения
document-kind-publication = Публикация
document-kind-website = Веб-сайт
document-kind-video = Видео
document-stage-received = получен
document-stage-in-translation = в переводе
document-stage-posted = размещён

rule-event-same-day = Этапы в один день
rule-event-same-day-about = Мероприятие начинается в день окончания того, которое должно ему предшествовать.
rule-event-same-day-basis = C25/30-R, п. 4.21: сводный отчет представляется КГРЭ
rule-event-circle = Мероприятия по кругу
rule-event-circle-about = Мероприятие ждёт само себя или отсчитывается от самого себя, прямо или по кругу.
rule-event-circle-basis = Такого порядка не бывает
rule-counted-day = Отсчитанный день
rule-counted-day-about = День, который отсчитывается от другого мероприятия, не совпадает с отсчётом.
rule-counted-day-basis = Заданный отсчёт
finding-event-same-day = { $event }: начало { $day }, в день окончания предшествующего ({ $before }): запас 0 дней
finding-event-circle = { $event }: ждёт само себя или отсчитывается от самого себя
finding-counted-day = { $event }: отсчитывается от { $from }, по отсчёту — { $day }
