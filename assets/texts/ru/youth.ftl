## Праздничное мероприятие, посвященное молодежи: элементы программы, визиты, документы (§7.1)

view-youth = Молодежь
view-youth-tip = Праздничное мероприятие, посвященное молодежи: какое заседание служит какому элементу, визиты с группами и транспортом
youth-none = В этом плане нет праздничного мероприятия, посвященного молодежи. Добавьте мероприятие такого вида в подготовке (Ctrl+Shift+P, «Этап»); его заседания появятся здесь рядом с элементами §7.1.
youth-elements = Элементы программы
youth-element-dialogue = а) Диалог между поколениями
youth-element-talks = б) Вдохновляющие выступления
youth-element-activities = в) Мероприятия о роли молодежи в цифровом развитии
youth-element-interaction = г) Прямое взаимодействие с директивными органами и заинтересованными сторонами
youth-element-visits = д) Визиты, организуемые принимающей страной
youth-served = Чем обеспечен
youth-gap = нет заседания
youth-idle = ни одно не состоится
youth-serves = обеспечивает
youth-would-serve = обеспечивало бы, но не размещено или отменено
youth-serves-not = не обеспечивает
youth-earlier = Более ранние заседания
youth-later = Более поздние заседания
youth-on-seats = { $people } на { $seats } мест
youth-expected = ожидается { $people }
youth-has-seats = мест: { $seats }
youth-elements-served = Элементов: { $served } из { $all }
youth-status = Обеспечено элементов: { $served } из { $all } · { $groups ->
    [one] { $groups } группа
    [few] { $groups } группы
    [many] { $groups } групп
   *[other] { $groups } группы
} на визитах · проверить: { $flawed }
youth-visits = Визиты и транспорт
youth-visit = Визит
youth-group = Группа
youth-people = Человек
youth-seats = Мест
youth-departs = Отъезд
youth-returns = Возвращение
youth-check = Проверка
youth-add-group = Группа
youth-add-group-tip = Новая группа выбранного визита или первого из них (Insert)
youth-new-group = Новая группа
youth-no-groups = Групп пока нет: нажмите Insert или «Группа» выше.
youth-no-visit = Визита пока нет: отметьте д) у заседания или создайте заседание вида «Визит».
youth-sum = { $groups ->
    [one] { $groups } группа
    [few] { $groups } группы
    [many] { $groups } групп
   *[other] { $groups } группы
}, { $people ->
    [one] { $people } человек
    [few] { $people } человека
    [many] { $people } человек
   *[other] { $people } человека
}, { $seats ->
    [one] { $seats } место
    [few] { $seats } места
    [many] { $seats } мест
   *[other] { $seats } места
}
youth-fits = подходит
youth-no-headcount = неизвестно, сколько человек
youth-no-slot = неизвестны отъезд и возвращение
youth-no-seats = неизвестно число мест
youth-too-few-seats = { $count ->
    [one] не хватает { $count } места
    [few] не хватает { $count } мест
    [many] не хватает { $count } мест
   *[other] не хватает { $count } места
}
youth-back-before-departure = возвращается раньше отъезда
youth-departs-during = уезжает во время «{ $what }»
youth-beside-visit = отсутствует во время визита
youth-asked = Что требует §7.1
youth-before = До открытия { $what }
youth-not-before = Не завершается до открытия { $what }
youth-outcomes = { $count ->
    [0] Итоговых документов нет
    [one] { $count } итоговый документ, а принимать их не планируется
    [few] { $count } итоговых документа, а принимать их не планируется
    [many] { $count } итоговых документов, а принимать их не планируется
   *[other] { $count } итогового документа, а принимать их не планируется
}
youth-is-outcome = итоговый документ, принимать который не планируется
youth-gaps = { $count ->
    [0] Каждый элемент обеспечен заседанием
    [one] { $count } элемент без заседания
    [few] { $count } элемента без заседания
    [many] { $count } элементов без заседания
   *[other] { $count } элемента без заседания
}
youth-flawed = { $count ->
    [0] У каждой группы есть транспорт
    [one] { $count } группу следует проверить
    [few] { $count } группы следует проверить
    [many] { $count } групп следует проверить
   *[other] { $count } группы следует проверить
}
youth-no-documents = Нет. Программу можно добавить; итоговые документы не принимаются.
youth-aims = Для чего оно
youth-no-aims = Ничего не сказано: впишите это в описание мероприятия.
youth-edit = Открыть мероприятие
session-concerns = Касается
session-concerns-by-body = как следует из органов: { $whom }
session-concerned-regions = Регионы, которых касается
youth-short-dialogue = а) Диалог
youth-short-talks = б) Выступления
youth-short-activities = в) Мероприятия
youth-short-interaction = г) Взаимодействие
youth-short-visits = д) Визиты
session-elements = Элементы §7.1
session-groups = Группы визита
