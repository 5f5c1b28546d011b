## Темы: что предлагают регионы и где это рассматривают (§4.9–4.24)

view-topics = Темы
view-topics-tip = Что предлагают регионы, какие пункты и заседания этим занимаются и чем не занимается никто
topics-none = В этом плане пока нет тем. Добавьте в реестрах (Ctrl+U) то, что предлагают регионы, и здесь появится, в какой повестке это рассматривают.
topics-none-shown = Ни одна тема не показана: измените слова фильтра или покажите не только пробелы.
topics-count = { $count ->
    [one] { $count } тема
    [few] { $count } темы
    [many] { $count } тем
   *[other] { $count } темы
}
topics-ticked = отмечено { $count }
topics-without-item = { $count ->
    [0] у каждой есть пункт в { $event }
    [one] { $count } без пункта в { $event }
    [few] { $count } без пункта в { $event }
    [many] { $count } без пункта в { $event }
   *[other] { $count } без пункта в { $event }
}
topics-by-region = По регионам
topics-by-likeness = По сходству
topics-filter = Фильтр тем
topics-gaps = Пробелы { $count }
topics-gaps-tip = Только темы, у которых нет пункта в межрегиональном собрании или которыми никто не занимается
topics-set-state = Состояние…
topics-set-state-tip = Как далеко продвинулись отмеченные темы
topics-state-of-kind = По виду темы
topics-make-group = Группа…
topics-make-group-tip = Объединяет отмеченные темы в одну группу сходных
topics-new-group = Новая группа «{ $name }»
topics-no-group = Без группы
topics-no-region = без региона
topics-give = Дать пункт…
topics-give-tip = Включает отмеченные темы в один пункт повестки дня
topics-tick-first = Сначала отметьте темы или перейдите к одной
topics-build = Составить повестку…
topics-build-tip = Делает пункты из отмеченных тем или из всех, которых где-то нет
topics-agenda-item = пункт повестки
topics-whole-session = все заседание
topics-group = Группа
topics-for-amends = За, правки
topics-tick = Отметить { $topic }
topics-tick-all = Отметить все показанные
topics-is-ticked = отмечено
topics-is-not-ticked = не отмечено
topics-priority = приоритет
topics-initiative = инициатива
topics-other = другое
topics-to-be-named = не назначен
topics-drafting = Ред. группы
topics-item = пункт { $number }
topics-item-titled = пункт { $number } { $title }
topics-mins = { $mins } мин
topics-no-item = нет пункта
topics-no-session = нет заседания
topics-not-there = нет
topics-covers-nothing = указано, но не рассматривается
topics-cancelled = отменено
topics-waits = без времени
topics-covered-by = Где рассматривают
topics-covered-by-nothing = Нигде
topics-are-for = { $regions }
topics-amend = { $count ->
    [one] { $regions } предлагает правки
    [few] { $regions } предлагают правки
    [many] { $regions } предлагают правки
   *[other] { $regions } предлагают правки
}
topics-oppose = { $count ->
    [one] { $regions } возражает
    [few] { $regions } возражают
    [many] { $regions } возражают
   *[other] { $regions } возражают
}
topics-region-missing = Не указано, какого региона эта тема
topics-edit = Изменить…
topics-tick-group = Отметить всю группу
topics-sums = По регионам, минуты повесток
topics-summary = Сводка рядом с таблицей
topics-keys = Стрелки ведут от ячейки к ячейке, пробел отмечает тему, Enter включает ее в пункт или исключает. Квадрат – пункт повестки, круг – все заседание, пустой знак – не состоится.
topics-build-title = Составить повестку
topics-of-gaps = { $count ->
    [0] Нет тем, которых где-то не хватает; отметьте те, для которых нужен пункт.
    [one] Из { $count } темы, которой где-то не хватает; отметьте другие, чтобы взять их.
    [few] Из { $count } тем, которых где-то не хватает; отметьте другие, чтобы взять их.
    [many] Из { $count } тем, которых где-то не хватает; отметьте другие, чтобы взять их.
   *[other] Из { $count } темы, которых где-то не хватает; отметьте другие, чтобы взять их.
}
topics-of-ticked = { $count ->
    [one] Из { $count } отмеченной темы
    [few] Из { $count } отмеченных тем
    [many] Из { $count } отмеченных тем
   *[other] Из { $count } отмеченной темы
}
topics-on-agenda-of = В повестку заседания
topics-choose-session = Выберите заседание
topics-where = Место в повестке
topics-at-end = в конец
topics-before = перед: { $item }
topics-each-group = По пункту на группу
topics-each-topic = По пункту на тему
topics-minutes-each = Минут на каждый
topics-will-be-added = Будет добавлено
topics-add-items = { $count ->
    [one] Добавить { $count } пункт
    [few] Добавить { $count } пункта
    [many] Добавить { $count } пунктов
   *[other] Добавить { $count } пункта
}

topic-group = Сходные темы
topic-state = Состояние
topic-state-by-kind = по виду: { $state }
topic-state-to-refine = доработать
topic-state-adopted = принято
topic-state-in-drafting = готовится
topic-state-agreed = согласовано
topic-needs-consensus = Нужен межрегиональный консенсус
topic-consensus-short = Консенсус
topic-facilitator = Координатор
topic-facilitated-by = Координирует
topic-text = Текущий текст
topic-supported-by = Поддерживают
topic-amended-by = Предлагают правки
topic-opposed-by = Возражают
topic-add-region = Добавить регион
