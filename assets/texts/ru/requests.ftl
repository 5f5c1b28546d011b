## Requests for rooms

request-purpose = Назначение
request-asked-by = Кто просит
request-start = Желаемое время
request-headcount = Число участников
request-public = Показывать публично
request-came = Получен
request-answer = Ответ
request-answered = Дан ответ
purpose-committee = Комитет или группа
purpose-regional = Регион
purpose-bilateral = Двусторонняя встреча
purpose-reception = Прием
purpose-other = Другое
request-answer-waiting = ожидает
request-answer-accepted = принят
request-answer-declined = отклонен
request-answer-withdrawn = отозван
request-reason = Причина

step-accept-request = Принять запрос: { $what }
step-decline-request = Отклонить запрос: { $what }
step-withdraw-request = Отозвать запрос: { $what }
step-reopen-request = Вернуть запрос в ожидание: { $what }
refusal-no-reason = Без причины запрос «{ $what }» не отклоняется: просивший захочет ее узнать.
refusal-booked = Помещение уже дано: { $what }. Чтобы дать другое, верните запрос в ожидание.

## Список запросов

view-requests = Запросы
view-requests-tip = Кто просит помещение, в порядке очереди: принять, отклонить, посмотреть залы на день
requests-title = Запросы о помещениях
requests-table = Запросы о помещениях
requests-waiting = Ожидают
requests-accepted = Приняты
requests-declined = Отклонены
requests-order = комитеты, затем Государства-Члены и региональные организации, затем остальные; кто раньше попросил
requests-request = Запрос
requests-request-tip = Ввести новый запрос: кто; для чего; день и время; сколько человек
requests-write = Написать запрос
requests-hint = Кения; Встреча с Чадом; 18 ноя 10:00; 12
requests-expected = Напишите: кто; для чего; день и время, например 18 ноя 10:00; сколько человек.
requests-no = №
requests-column-title = Название
requests-wanted = Когда
requests-length = Длит.
requests-heads = Людей
requests-place = Место
requests-any-time = любое время
requests-not-public = Не публично: в раздаваемых материалах – «Зарезервировано»
requests-none = Делегации, регионы и комитеты просят помещения: для двусторонних встреч, координации, приемов. Напишите запрос выше (Insert или просто начните печатать): кто просит, для чего, когда и сколько человек, через точку с запятой. Затем Enter находит зал и показывает, что этому мешает; еще раз Enter – занимает его. Delete отклоняет с указанием причины. Непубличное во всем, что раздается, называется «Зарезервировано».
requests-no-event = Помещения просят для мероприятия, а в плане его еще нет.
requests-status = { $count ->
    [0] Запросов в ожидании нет · Insert – написать
    [one] Ожидает { $count } запрос · Insert – написать
    [few] Ожидают { $count } запроса · Insert – написать
   *[many] Ожидают { $count } запросов · Insert – написать
}
requests-status-waiting = { $count ->
    [one] Ожидает { $count }
    [few] Ожидают { $count }
   *[many] Ожидают { $count }
} · Enter – найти место · D – отклонить · W – желаемое время на шкале
requests-status-accepted = { $count ->
    [0] Никто не ожидает
    [one] Ожидает { $count }
    [few] Ожидают { $count }
   *[many] Ожидают { $count }
} · Backspace – взять ответ назад · W – показать на шкале
requests-status-declined = { $count ->
    [0] Никто не ожидает
    [one] Ожидает { $count }
    [few] Ожидают { $count }
   *[many] Ожидают { $count }
} · Backspace – взять ответ назад · Delete – удалить
requests-searching = Идет поиск зала…
requests-place-of = Место { $at } из { $count }
requests-place-before = Предыдущее место
requests-place-after = Следующее место
requests-as-wanted = В желаемое или любое время
requests-wanted-not = Не в { $time }: { $why }
requests-wanted-over = Не в { $time }: оно прошло или вне мероприятия
requests-no-objection = Правила не возражают
requests-accept = Принять
requests-decline = Отклонить…
requests-leave = Оставить
requests-why = По какой причине отклонить?
requests-why-hint = В этот день нет свободного зала
requests-why-keys = Enter – отклонить · Esc – оставить в ожидании
requests-no-room = Нет зала, который можно отдать целиком
requests-no-seats = Ни один зал не вмещает столько: в самом большом мест { $seats }
requests-too-long = Дольше, чем открыт день мероприятия
requests-over = Мероприятие завершилось
requests-full = Все подходящие залы заняты
requests-day = Занято залов: { $taken } из { $rooms }
session-reserved = Не публично
