## Расстановка: программа предлагает, где проводить заседания
view-arrange = Расстановка
view-arrange-tip = Программа предлагает время и залы: для лотка, для всего мероприятия или наименьшее число переносов после перемен
arrange-table = Предлагаемые переносы
arrange-run = Найти
arrange-run-again = Найти еще
arrange-run-tip = Найти вариант, каждый раз другой. План остается как есть
arrange-stop = Остановить
arrange-stop-tip = Остановить и взять лучшее из найденного
arrange-stopping = Остановка…
arrange-searching = { $seconds } из { $most } с
arrange-searching-best = { $seconds } из { $most } с, лучшее – через { $after } с
arrange-answer =
    Вариант { $number } · { $count ->
        [one] { $count } перенос
        [few] { $count } переноса
        [many] { $count } переносов
       *[other] { $count } переноса
    }
arrange-take = Выполнить { $count } из { $all }
arrange-taken-now = { $count ->
    [one] В план внесен { $count } перенос. Отмена вернет все назад.
    [few] В план внесено { $count } переноса. Отмена вернет все назад.
    [many] В план внесено { $count } переносов. Отмена вернет все назад.
   *[other] В план внесено { $count } переноса. Отмена вернет все назад.
}
arrange-proposed-now = { $count ->
    [one] В план внесен { $count } перенос; заседание предварительное, пока его не подтвердят. Отмена вернет все назад.
    [few] В план внесено { $count } переноса; заседания предварительные, пока их не подтвердят. Отмена вернет все назад.
    [many] В план внесено { $count } переносов; заседания предварительные, пока их не подтвердят. Отмена вернет все назад.
   *[other] В план внесено { $count } переноса; заседания предварительные, пока их не подтвердят. Отмена вернет все назад.
}
arrange-propose = Предложить { $count } из { $all }
arrange-take-tip = Перенести отмеченное одним шагом, который можно отменить
arrange-leave = Отказаться
arrange-leave-tip = Убрать все варианты; план остается как есть
arrange-empty = Пусть расставит программа
arrange-empty-mend = Пусть программа поправит план
arrange-empty-about = Укажите рядом, что требуется, и начните поиск. План не меняется, пока вы не примете переносы – все или отдельные.
arrange-status = План не меняется, пока переносы не приняты.
arrange-session = Заседание
arrange-when = Когда
arrange-hall = Зал
arrange-seats = Места
arrange-why = Почему здесь
arrange-seats-of = { $expected } из { $seats }
arrange-tick = Принять перенос: «{ $session }»
arrange-lock = Сохранить перенос: «{ $session }»
arrange-lock-tip = Сохранить этот перенос при поиске другого варианта (L)
arrange-other = Другое…
arrange-other-of = Другие места для «{ $session }»
arrange-other-tip = Другие места для этого заседания при всех прочих переносах (O)
arrange-same-answer = Снова найден тот же ответ: { $number }. Закрепите переносы или снимите отметки, чтобы получить другой.
arrange-else = иначе: { $why }
arrange-stays-broken = не устранено: { $why }
arrange-not-ticked = не отмечено, и это ничего не нарушает
arrange-no-place = места без ошибки не нашлось
arrange-same-time = то же время
arrange-same-day = тот же день
arrange-wished-time = в желаемое время
arrange-wished-day = в желаемый день
arrange-same-hall = тот же зал
arrange-wished-hall = в желаемом зале
arrange-hall-fits = зал подходит
arrange-best-found = лучшее из найденного
arrange-moves =
    { $count ->
        [one] { $count } перенос
        [few] { $count } переноса
        [many] { $count } переносов
       *[other] { $count } переноса
    }
arrange-plan-changed = С тех пор план изменился; результаты проверки пересчитаны.
arrange-is-noted = { $what }. Это вносится в план вместе с переносами.
arrange-fewest =
    { $count ->
        [one] Меньшим не обойтись: нужен { $count } перенос.
        [few] Меньшим не обойтись: нужны { $count } переноса.
        [many] Меньшим не обойтись: нужно { $count } переносов.
       *[other] Меньшим не обойтись: нужно { $count } переноса.
    }
arrange-fewest-locked =
    { $count ->
        [one] При закрепленном меньшим не обойтись: нужен { $count } перенос.
        [few] При закрепленном меньшим не обойтись: нужны { $count } переноса.
        [many] При закрепленном меньшим не обойтись: нужно { $count } переносов.
       *[other] При закрепленном меньшим не обойтись: нужно { $count } переноса.
    }
arrange-at-least = Переносов нужно не меньше { $least }; хватит ли меньше чем { $count }, неизвестно.
arrange-nothing-broken = Ничего не нарушено, переносить нечего.
arrange-why-not-fewer = Почему не меньше
arrange-each-moves =
    { $count ->
        [one] Так остаться не может, нужен перенос:
        [few] В этих { $count } случаях нет общего заседания, которое можно перенести, и каждому нужен свой перенос:
        [many] В этих { $count } случаях нет общего заседания, которое можно перенести, и каждому нужен свой перенос:
       *[other] В этих { $count } случаях нет общего заседания, которое можно перенести, и каждому нужен свой перенос:
    }
arrange-no-moves-for =
    Переносов не нашлось: { $count ->
        [one] { $count } замечание
        [few] { $count } замечания
        [many] { $count } замечаний
       *[other] { $count } замечания
    }
arrange-score = Результаты проверки
arrange-after-it = После
arrange-before = до
arrange-after = после
arrange-errors = Ошибки
arrange-warnings = Предупреждения
arrange-hints = Подсказки
arrange-score-of = { $what }: { $before } до, { $after } после
arrange-not-ticked-count = Не отмечено: { $count }
arrange-nothing-stays-broken = Это ничего не нарушает.
arrange-these-stay-broken = Остается не устраненным:
arrange-left =
    Без места: { $count ->
        [one] { $count } заседание
        [few] { $count } заседания
        [many] { $count } заседаний
       *[other] { $count } заседания
    }

## Что требуется
arrange-question = Что требуется
arrange-places = Расставить заседания
arrange-mends = Поправить план после перемен наименьшим числом переносов
arrange-talks = Распределить доклады по заседаниям
arrange-talks-what = Какие доклады
arrange-talks-of-event = Доклады: { $event } ({ $count })
arrange-talks-of-selected = Доклады выделенных заседаний ({ $count })
arrange-talks-none = Их нет: доклады – это пункты повесток дня вида «Доклад».
arrange-talks-keep = Оставаться в заседаниях
arrange-talks-about = Заседания остаются на местах. Никто не выступает в двух залах сразу; доклады по одной теме идут вместе.
arrange-talks-taken = { $count ->
    [one] Перенесен { $count } доклад. Его можно вернуть отменой.
    [few] Перенесено { $count } доклада. Их можно вернуть отменой.
   *[many] Перенесено { $count } докладов. Их можно вернуть отменой.
}
arrange-talks-left = Ни в одном заседании нет места: { $count ->
    [one] { $count } доклад
    [few] { $count } доклада
   *[many] { $count } докладов
}
arrange-talk = Доклад
arrange-talk-where = Когда и в каком заседании
arrange-talk-tick = Взять перенос доклада «{ $talk }»
arrange-what = Что расставить
arrange-tray = То, что ждет в лотке ({ $count })
arrange-selected = Выделенное ({ $count })
arrange-event = Все заседания: { $event } ({ $count })
arrange-which-event = Мероприятие
arrange-all = Все, что не закреплено ({ $count })
arrange-happened = Что изменилось
arrange-room-lost = Зал недоступен
arrange-person-away = Кто-то отсутствует
arrange-day-lost = День выпал
arrange-days-swapped = Два дня меняются местами
arrange-longer = Заседание дольше
arrange-nothing-happened = Ничего: устранить ошибки
arrange-nothing-about = Наименьшее число переносов, устраняющих все ошибки плана.
arrange-choose = Выбрать…
arrange-which-room = Зал
arrange-who = Кто
arrange-which-day = День
arrange-from = С
arrange-to = По
arrange-one-day = Один день
arrange-other-day = Другой день
arrange-select-one = Сначала выделите заседание в плане или в списке.
arrange-how-much-longer = На сколько дольше
arrange-room-is-lost = { $what }: зал недоступен, { $when }
arrange-person-is-away = { $what }: отсутствует, { $when }
arrange-day-is-lost = { $when }: день выпал
arrange-days-are-swapped = { $what } и { $when } меняются местами
arrange-is-longer = «{ $what }» дольше на { $when }
arrange-counts = Что важно
arrange-preset-usual = Сбалансированно
arrange-preset-still = Менять мало
arrange-preset-small = Небольшие делегации
arrange-preset-halls = Подходящие залы
arrange-keep = Время и зал
arrange-fitting = Подходящие залы
arrange-small = Небольшие делегации
arrange-balance = Равномерные дни
arrange-regions = Удобные часы регионов
arrange-weight-none = не важно
arrange-weight-little = немного
arrange-weight-some = как обычно
arrange-weight-much = сильно
arrange-weight-most = важнее всего
arrange-votes = Голоса участников
arrange-votes-about = Таблица (CSV): в строке два заседания или два доклада и сколько человек хотят быть на обоих. Такие заседания разводятся.
arrange-votes-choose = Выбрать файл…
arrange-votes-forget = Без этих голосов
arrange-votes-read =
    { $count ->
        [one] { $count } пару заседаний хотят посетить одни и те же люди.
        [few] { $count } пары заседаний хотят посетить одни и те же люди.
        [many] { $count } пар заседаний хотят посетить одни и те же люди.
       *[other] { $count } пары заседаний хотят посетить одни и те же люди.
    }
arrange-votes-unreadable = Файл не читается или слишком велик.
votes-not-a-vote = в строке { $line } нет двух заседаний или двух докладов этого плана и числа
arrange-how-long = Сколько искать
arrange-seconds = { $count } с
arrange-stays = Что остается как есть
arrange-stays-pinned = Закрепленное, проведенное и переносы, отмеченные замком
arrange-stays-teams = У каждого заседания остается его бригада
arrange-stays-past = Прошедшее
arrange-provisional = Предварительно до утверждения
arrange-provisional-tip = Перенесенные заседания, которые были подтверждены, становятся предварительными, пока их не подтвердят снова
