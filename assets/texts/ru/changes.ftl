## Изменения

changes-table = Изменения
changes-status = Пробел отмечает изменение, Enter записывает, кто о нем просил, двойной щелчок показывает заседание
changes-session = Заседание
changes-was = Было
changes-is = Стало
changes-requested = Просил
changes-decided = Решил
changes-reason = Причина
changes-told = Извещены
changes-told-of = Извещены: { $told } из { $all }
changes-time = Время
changes-rooms = Залы
changes-new = Новые
changes-cancelled = Отмененные
changes-content = Содержание
changes-other = Кроме заседаний
changes-all = Все изменения
changes-to-tell = Еще не извещены
changes-to-tell-of =
    { $count ->
        [one] Об { $count } изменении еще надо известить
        [few] О { $count } изменениях еще надо известить
        [many] О { $count } изменениях еще надо известить
       *[other] О { $count } изменениях еще надо известить
    }
changes-count =
    { $count ->
        [one] { $count } изменение
        [few] { $count } изменения
        [many] { $count } изменений
       *[other] { $count } изменений
    }
changes-by-day = По дням
changes-by-room = По залам
changes-by-body = По органам
changes-by-sort = По виду изменения
changes-everywhere = Везде
changes-against = По сравнению: { $what }
changes-saved = как сохранен
changes-earlier = Прежние состояния
changes-revisions = Версии в git
changes-file = Другой файл…
changes-not-there = не было
changes-none = Отличий нет.
changes-none-wanted = Таких изменений нет.
changes-tick = Вернуть и это изменение
changes-take-back = Вернуть, как было
changes-take-back-ticked =
    { $count ->
        [one] Вернуть { $count } изменение
        [few] Вернуть { $count } изменения
        [many] Вернуть { $count } изменений
       *[other] Вернуть { $count } изменений
    }
changes-effect = Возврат вызовет замечаний: { $caused }, снимет: { $solved }.
changes-ticked = Отмечено: { $count }
changes-no-effect = Замечаний не прибавится и не убавится.
changes-before = До
changes-both = Вместе
changes-after = Сейчас
changes-was-here = Здесь было: { $session }
compare-failed = План нельзя сравнить: { $why }.
compare-no-git = git не отдает эту версию файла
compare-no-release = такого выпуска в плане нет
compare-other-plan = в этом файле другой план: общих строк с этим у него нет
compare-not-saved = план еще не сохранен, сравнить не с чем

## Кого извещают

party-chair = Председатель
party-interpreters = Переводчики
party-rooms = Залы
party-webcast = Трансляция
party-catering = Питание

## Выпуски

releases-title = Выпуски
releases-intro = Выпуск – это состояние плана, которое раздают. Его содержание хранится рядом с планом и больше не меняется.
release-label = Название помимо номера
release-note = Заметка
release-by = Кто сделал
release-make = Сделать Rev. { $number }
release-made = Rev. { $number } сделан и хранится рядом с планом
release-moved = Rev. { $number } переведен дальше
release-way = Путь { $release }
release-submit = Внести в руководящий комитет
release-made-on = Дата выпуска
release-decided-on = Дата решения
release-meeting = На заседании
release-no-meeting = без заседания
release-back = Вернуть в черновик
release-back-tip = Одобрение снимается; содержание остается прежним
release-approved-on = одобрен { $day }
release-approved-by = одобрен: { $who }, { $day }
release-issued-on = издан { $day }
release-body = Кто утвердил
release-no-body = орган не указан
release-approve = Утвержден
release-symbol = Обозначение документа
release-issue = Издать
release-issue-tip = С этого момента номера его заседаний не меняются, а удаленное считается отмененным
release-compare = Сравнить
release-open = Открыть
release-open-tip = Как копию без файла
release-export = Экспорт…
release-export-tip = Открывает как копию и спрашивает, что раздать
release-needs-file = Сначала сохраните план: содержание выпуска хранится рядом с его файлом
