## Requests for rooms

request-purpose = Назначение
request-asked-by = Кто просит
request-start = Желаемое время
request-headcount = Число участников
request-public = Показывать публично
request-came = Получен
request-answer = Ответ
request-answered = Дан ответ
purpose-committee = Комитет или его группа
purpose-regional = Регион или региональная организация
purpose-bilateral = Двусторонняя встреча
purpose-reception = Приём
purpose-other = Другое
request-answer-waiting = ожидает
request-answer-accepted = принят
request-answer-declined = отклонён
request-answer-withdrawn = отозван
request-reason = Причина

step-accept-request = Принять запрос: { $what }
step-decline-request = Отклонить запрос: { $what }
step-withdraw-request = Отозвать запрос: { $what }
step-reopen-request = Вернуть запрос в ожидание: { $what }
refusal-no-reason = Без причины запрос «{ $what }» не отклоняется: просивший захочет её узнать.
refusal-booked = Помещение уже дано: { $what }. Чтобы дать другое, верните запрос в ожидание.
