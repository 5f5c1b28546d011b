# Окно, в котором заседания повторяют в другие дни.

repeat-title = Повторить в другие дни
repeat-day-title = Скопировать день
repeat-subject =
    { $count ->
        [one] { $count } заседание, { $day }
        [few] { $count } заседания, { $day }
       *[many] { $count } заседаний, { $day }
    }
repeat-this-week = Эта неделя
repeat-all = Все рабочие дни
repeat-none = Ни одного
repeat-weekday = Каждый день недели: { $day }
repeat-clashes =
    { $count ->
        [one] { $count } накладка
        [few] { $count } накладки
       *[many] { $count } накладок
    }
repeat-fits = В эти дни накладок нет
repeat-makes =
    { $count ->
        [0] Выберите дни
        [one] Появится { $count } заседание
        [few] Появится { $count } заседания
       *[many] Появится { $count } заседаний
    }
repeat-clashing =
    { $days ->
        [one] накладки: { $days } день
        [few] накладки: { $days } дня
       *[many] накладки: { $days } дней
    }
repeat-go =
    { $count ->
        [0] Скопировать
        [one] Сделать { $count } копию
        [few] Сделать { $count } копии
       *[many] Сделать { $count } копий
    }
repeat-needs-sessions = Сначала выделите заседание, у которого есть место: его можно повторить в другие дни
repeat-nothing-on-day = В этот день ничего не начинается, копировать нечего
