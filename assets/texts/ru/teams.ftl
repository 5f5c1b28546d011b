## Teams of interpreters and their roster

team-size = Переводчиков
team-members = Состав
team-from = Работает с
team-until = Работает по

step-give-team = Назначить бригаду: { $what }
step-take-team = Снять бригаду: { $what }
step-fill-roster = Назначить бригады на все смены без бригады

## График бригад

view-roster = Бригады
view-roster-tip = Какая бригада переводчиков когда работает и где ее нет
roster-title = Бригады
roster-none = В этом плане пока нечего переводить. Дайте заседанию со временем больше одного языка.
roster-status = { $sittings ->
    [one] { $sittings } смена
    [few] { $sittings } смены
   *[many] { $sittings } смен
 }, { $meetings ->
    [one] { $meetings } заседание
    [few] { $meetings } заседания
   *[many] { $meetings } заседаний
 } · { $teams ->
    [0] бригад нет
    [one] { $teams } бригада
    [few] { $teams } бригады
   *[many] { $teams } бригад
 }
roster-early = рано
roster-forenoon = до обеда
roster-afternoon = после обеда
roster-evening = вечером
roster-no-team = без бригады
roster-without = Без бригады
roster-of = { $count } из { $all }
roster-of-sittings = смен: { $count } из { $all }
roster-interpreters = { $count ->
    [0] состав неизвестен
    [one] { $count } переводчик
    [few] { $count } переводчика
   *[many] { $count } переводчиков
 }
roster-team-tip = Открыть бригаду в инспекторе
roster-spoken = { $what }, { $when }, { $team }
roster-empty = Бригад пока нет
roster-empty-about = Бригада – переводчики, которые обслуживают одну смену на всех ее языках; на шесть языков нужно четырнадцать. Добавьте бригады, которые будут работать: тогда им можно назначать смены, показанные ниже, а правила следят за днем, неделей и ночью каждой.
roster-add = Бригада
roster-add-tip = Добавить бригаду: с какого дня она работает?
roster-new-team = Бригада { $letter }
roster-fill = Назначить…
roster-fill-tip = Назначить бригады на все смены без бригады в пределах норм; у кого бригада есть, у того она останется
roster-fill-outcome = { $count ->
    [0] В пределах норм бригаду нельзя назначить ни на одно заседание
    [one] Бригаду получит { $count } заседание
    [few] Бригаду получат { $count } заседания
   *[many] Бригаду получат { $count } заседаний
 }; { $left ->
    [0] без бригады не останется ни одно.
    [one] без бригады останется { $left }:
    [few] без бригады останутся { $left }:
   *[many] без бригады останутся { $left }:
 }
roster-fill-more = и еще { $count ->
    [one] { $count }
    [few] { $count }
   *[many] { $count }
 }
roster-fill-do = Назначить
roster-gaps-tip = Показать только дни со сменами без бригады
roster-needed = Нужно бригад
roster-needed-about = одновременно в каждой части дня; { $count ->
    [0] бригад в плане нет
    [one] { $count } бригада в плане
    [few] { $count } бригады в плане
   *[many] { $count } бригад в плане
 }
roster-needed-spoken = { $day }, { $part }: { $count ->
    [one] одновременно нужна { $count } бригада
    [few] одновременно нужны { $count } бригады
   *[many] одновременно нужно { $count } бригад
 }
roster-note = Смена – это одна бригада в одной части дня; она может обслужить два заседания подряд. Заседаниям на одном языке бригада не нужна, здесь их нет.
roster-load = Нагрузка
roster-load-about = смены из { $most }, время заседаний
roster-load-spoken = { $team }: смен { $count } из { $most }, { $hours } ч
roster-with = С бригадой
roster-limits = Нормы
roster-limit-kept = соблюдается
roster-limit-broken = не соблюдается
roster-rules = Изменить нормы…

## Пока смену переносят к другой бригаде

roster-carrying = { $what } · Enter назначит, Esc вернет
roster-dragging = { $what } · Esc вернет
roster-fits = можно: { $count } из { $most }
roster-drag-week = смен за эту неделю: { $count } из { $most }
roster-stays-without = Тогда бригады не будет
roster-figure-away = нет
roster-figure-at-once = занята
roster-against-away = { $team }: в этот день ее нет
roster-against-languages = { $team } не работает с языками: { $figure }
roster-against-at-once = { $team }: { $figure } из этого времени занята на другом заседании
roster-against-pause = { $team }: между сменами { $figure } вместо { $limit }
roster-against-stretch = { $team }: подряд { $figure } вместо { $limit }
roster-against-day = { $team }: смен в этот день { $figure } вместо { $limit }
roster-against-week = { $team }: смен за эту неделю { $figure } вместо { $limit }
roster-against-rest = { $team }: ночного отдыха { $figure } вместо { $limit }
