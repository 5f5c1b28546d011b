# Делегаты, и за чем может следить делегация.

delegate-person = Лицо
delegate-interests = Интересуется
delegate-add-interest = Добавить интерес
delegate-attends = Посещает, указано вручную
delegate-add-session = Добавить заседание
delegate-group = Группа, § 4.23

stakeholder-regulator = Регуляторный орган
stakeholder-policy-maker = Директивный орган
stakeholder-civil-society = Гражданское общество
stakeholder-academia = Академические организации
stakeholder-technical-community = Технические эксперты по вопросам интернета
stakeholder-youth = Молодежь
stakeholder-gender-equality = Гендерное равенство

view-delegation = Делегация
view-delegation-tip = За чем делегация может следить и что она вынуждена пропустить
delegation-title = Делегация
delegation-none = Официальных заседаний с указанным временем пока нет.
delegation-status = { $party } · { $concern ->
    [one] учитывается { $concern } заседание
    [few] учитываются { $concern } заседания
    [many] учитывается { $concern } заседаний
   *[other] учитывается { $concern } заседания
 } · { $missed ->
    [0] ничего не пропущено
    [one] пропущено { $missed }
    [few] пропущены { $missed }
    [many] пропущено { $missed }
   *[other] пропущено { $missed }
 }
delegation-small = { $count ->
    [one] Любая делегация из { $count } человека
    [few] Любая делегация из { $count } человек
    [many] Любая делегация из { $count } человек
   *[other] Любая делегация из { $count } человека
 }
delegation-small-about = все официальные заседания
delegation-delegate = Делегат { $number }
delegation-party = Делегация
delegation-party-tip = Чье участие показано
delegation-new = Новая делегация: { $name }
delegation-count = { $count ->
    [one] { $count } делегат
    [few] { $count } делегата
    [many] { $count } делегатов
   *[other] { $count } делегата
 }
delegation-no-delegates = делегатов пока нет
delegation-interest = Интерес
delegation-topics-of = темы { $region }
delegation-that-concern = Касающиеся ее
delegation-all-formal = Все официальные
delegation-add = Делегат
delegation-export = Экспортировать расписание…
delegation-whole = Вся делегация
delegation-open-tip = Открыть в инспекторе
delegation-by-hand = указано вручную
delegation-by-program = решает программа
delegation-missed = присутствовать некому
delegation-spoken = { $what }, { $when }, { $who }
delegation-of-interest = представляет интерес
delegation-in-vain = направлен на два заседания одновременно или в свое отсутствие
delegation-drop-not-there = в это время отсутствует
delegation-drop-instead = вместо: { $what }
delegation-not-sent = В это время { $who } отсутствует. Измените дни присутствия или направьте другого делегата.
delegation-kept = { $who }: { $what }
delegation-not-there = { $who }: отсутствует
delegation-at-once = Касающиеся ее заседания, одновременно
delegation-at-once-all = Официальные заседания, одновременно
delegation-curve-spoken = { $count ->
    [0] Заседаний одновременно никогда не больше, чем делегатов; не более { $most }
    [one] { $count } раз заседаний больше, чем делегатов; не более { $most }
    [few] { $count } раза заседаний больше, чем делегатов; не более { $most }
    [many] { $count } раз заседаний больше, чем делегатов; не более { $most }
   *[other] { $count } раза заседаний больше, чем делегатов; не более { $most }
 }
delegation-there = { $count ->
    [0] делегатов нет
    [one] { $count } делегат
    [few] { $count } делегата
    [many] { $count } делегатов
   *[other] { $count } делегата
 }
delegation-not-before = отсутствует до { $when }
delegation-left = уезжает { $when }
delegation-sum = { $count ->
    [0] заседаний нет
    [one] { $count } заседание, { $length }
    [few] { $count } заседания, { $length }
    [many] { $count } заседаний, { $length }
   *[other] { $count } заседания, { $length }
 }
delegation-must-miss = Пропускает
delegation-missed-of = { $count } из { $all }, { $length }
delegation-when = Когда
delegation-meeting = Заседание
delegation-because = Причина
delegation-nothing-missed = На каждом учитываемом заседании кто-то присутствует
delegation-concerns = Кого касаются официальные заседания
delegation-all = всех
delegation-all-about = каждой делегации
delegation-region = региона
delegation-region-about = редакционные группы; только своего региона
delegation-members = членов
delegation-members-about = редакторов и других лиц, занимающих в нем должность
delegation-officers = должностных лиц
delegation-officers-about = председателей и заместителей Председателя конференции
delegation-together = Всего учитывается
delegation-helps = Что поможет
delegation-helps-about = каждое сокращает пропуски
delegation-move = Перенос
delegation-frees = Дает
delegation-costs = Цена
delegation-searching = Идет поиск переносов…
delegation-needs-no-help = Ничего не пропущено, переносить нечего
delegation-no-help = Один перенос не поможет; помогут еще делегаты или дни
delegation-comes = { $who } приезжает уже { $when }
delegation-stays = { $who } остается до { $when }
delegation-comes-earlier = { $who }: приезд раньше
delegation-stays-longer = { $who }: отъезд позже
delegation-for = ради: { $what }
delegation-costs-lunch = занимает { $length } времени обеда
delegation-costs-nothing = правила не нарушены
delegation-nothing-moved = заседания не переносятся
delegation-take = Принять
delegation-member-state = Государство-Член, { $region }
delegation-can-attend = посещает
delegation-must-miss-figure = пропускает
delegation-of-interest-figure = нужных
delegation-longest = самый долгий день { $length }, { $when }
delegation-count-by-hand = вручную: { $count }
delegation-groups = Группы, рекомендуемые в § 4.23
delegation-included = представлена
delegation-not-included = не представлена
delegation-interest-title = Представляют интерес
delegation-how = Как распределяются заседания
delegation-how-about = Сначала указанное вручную, затем то, что представляет интерес, пленарные заседания и общеполитические заявления, свой регион и все остальные; из равных – более продолжительное; идет тот, кто в этот день занят меньше. Клавиши: стрелки переходят от заседания к заседанию, 1–9 направляют делегата, 0 оставляет решение программе. Заседание, перетащенное на дорожку, остается на ней.
delegation-nobody-hint = Делегаты пока не указаны. Добавьте их, чтобы увидеть, за чем они могут следить.
delegation-small-hint = Выберите Государство-Член или введите организацию, чтобы увидеть, за чем могут следить ее делегаты.
