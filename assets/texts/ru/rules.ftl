### Правила: как называются, о чем сообщают и почему, их числа и тексты замечаний.

## Насколько серьезно замечание

severity-error = Ошибка
severity-warning = Предупреждение
severity-hint = Подсказка
severity-off = Выключено

## Единицы рядом с полями чисел

unit-minutes = мин
unit-days = дн.
unit-seconds = с

## Группы правил

rules-group-rooms = Залы
rules-group-requests = Запросы о помещениях
rules-group-people = Органы и лица
rules-group-parallel = Параллельные заседания
rules-group-interpretation = Устный перевод
rules-group-hours = Часы и выходные дни
rules-group-social = Протокольные и сопутствующие мероприятия
rules-group-order = Порядок заседаний
rules-group-statements = Общеполитические заявления
rules-group-documents = Документы и повестки дня
rules-group-regions = Регионы
rules-group-posts = Бюро
rules-group-events = Мероприятия и часы

## Правила: название, о чем сообщается, источник

rule-settings = Настройки правил
rule-settings-about = План требует правила или числа правила, которым нельзя следовать.
rule-settings-basis = Устройство этой программы

rule-room-overlap = Зал занят дважды
rule-room-overlap-about = Два заседания проходят в одном зале одновременно, если этот зал не общий.
rule-room-overlap-basis = Общепринятая практика

rule-room-setup = Время на подготовку зала
rule-room-setup-about = Между заседаниями разных органов в одном зале слишком мало времени, чтобы заново его подготовить.
rule-room-setup-basis = Общепринятая практика; число условное

rule-body-overlap = Орган на двух заседаниях сразу
rule-body-overlap-about = Комитет, группа или регион участвует в двух заседаниях одновременно.
rule-body-overlap-basis = Общепринятая практика

rule-person-overlap = Лицо на двух заседаниях сразу
rule-person-overlap-about = Председатель, секретарь, оратор или другое лицо нужны на двух заседаниях одновременно.
rule-person-overlap-basis = Общепринятая практика

rule-walking-body = Переход между залами: органы
rule-walking-body-about = У органа слишком мало времени, чтобы перейти из одного зала на следующее заседание в другом или доехать из одного места в другое: в гостиницу, за пределы центра. Общий зал без места считается находящимся не там, где залы, место которых известно.
rule-walking-body-basis = Общепринятая практика; числа условные

rule-walking-person = Переход между залами: лица
rule-walking-person-about = У лица слишком мало времени, чтобы перейти из одного зала на следующее заседание в другом или доехать из одного места в другое.
rule-walking-person-basis = Общепринятая практика; числа условные

rule-beside-plenary = Официальное заседание во время пленарного
rule-beside-plenary-about = Официальное заседание проходит одновременно с пленарным заседанием, общеполитическими заявлениями, диалогом высокого уровня или церемонией, где ожидают всех.
rule-beside-plenary-basis = Общепринятая практика (вывод); текста под рукой нет

rule-others-beside-plenary = Другое заседание во время пленарного
rule-others-beside-plenary-about = Заседание, отвлекающее участников, проходит одновременно с пленарным заседанием, общеполитическими заявлениями, диалогом высокого уровня или церемонией.
rule-others-beside-plenary-basis = Общепринятая практика (вывод); текста под рукой нет

rule-committee-groups = Комитет и его группы одновременно
rule-committee-groups-about = Две рабочие группы одного комитета заседают одновременно, или группа заседает одновременно со своим комитетом. Редакционным группам одного комитета это можно.
rule-committee-groups-basis = Недельный план работы ВКМЭ-12: рабочие группы комитета не заседают параллельно

rule-formal-at-once = Параллельные официальные заседания
rule-formal-at-once-about = Одновременно проходит больше официальных заседаний, чем допустимо.
rule-formal-at-once-basis = Проект структуры ВКРЭ-14: Руководящий комитет избегает накладок ввиду малочисленности некоторых делегаций; число условное

rule-small-delegation = Слишком много для небольшой делегации
rule-small-delegation-about = Одновременно проходит больше официальных заседаний, чем делегатов в небольшой делегации.
rule-small-delegation-basis = C25/30-R, п. 6 (небольшие делегации не должны оказываться в невыгодном положении); проект структуры ВКРЭ-14, Руководящий комитет

rule-interpreted-at-once = Бригады устных переводчиков
rule-interpreted-at-once-about = Одновременно проходит больше заседаний с устным переводом, чем есть бригад устных переводчиков.
rule-interpreted-at-once-basis = Общепринятая практика и соглашения с принимающими странами; число условное

rule-interpreters = Число устных переводчиков
rule-interpreters-about = Одновременно нужно больше устных переводчиков, чем есть: по два в кабине, по три для арабского и китайского языков.
rule-interpreters-basis = AIIC Canada (состав бригад); ВФПЭ-09 (места в кабинах); четырнадцать на шесть языков – расчет по этим данным

rule-booths = Кабины
rule-booths-about = Заседание проходит на большем числе языков, чем в зале кабин.
rule-booths-basis = Общепринятая практика

rule-interpreted-length = Длительность заседания с переводом
rule-interpreted-length-about = Заседание с устным переводом длится дольше, чем может работать бригада.
rule-interpreted-length-basis = Обычай ООН; соглашения КСР–AIIC под рукой не было

rule-interpreted-evening = Устный перевод вечером
rule-interpreted-evening-about = Заседание с устным переводом продолжается вечером, хотя дополнительной бригады для этого нет.
rule-interpreted-evening-basis = Обычай ООН; соглашения КСР–AIIC под рукой не было

rule-team-day = День бригады
rule-team-day-about = У бригады устных переводчиков за день больше смен, чем ей под силу; заседания с коротким перерывом между ними составляют одну смену.
rule-team-day-basis = APIC (частный рынок): две смены в день с перерывом в полтора часа; соглашения КСР–AIIC под рукой не было

rule-team-week = Неделя бригад
rule-team-week-about = У бригад устных переводчиков за неделю больше смен, чем им под силу.
rule-team-week-basis = Обычай ООН: около семи смен в неделю; текста под рукой нет

rule-team-missing = Нет бригады переводчиков
rule-team-missing-about = Заседание требует устного перевода, а бригада ему не назначена, хотя в плане есть бригады, работающие в дни этого мероприятия.
rule-team-missing-basis = Следует из языков заседания

rule-team-at-once = Бригада на двух заседаниях
rule-team-at-once-about = Бригада назначена на два заседания одновременно.
rule-team-at-once-basis = Никто не может быть в двух кабинах сразу

rule-team-away = Бригада отсутствует
rule-team-away-about = Бригада назначена на заседание в день, когда она еще не приехала или уже уехала.
rule-team-away-basis = Следует из дней работы бригады

rule-team-languages = Языки бригады
rule-team-languages-about = Бригада назначена на заседание на языке, с которым она не работает.
rule-team-languages-basis = Следует из языков бригады

rule-team-rest = Ночной отдых бригады
rule-team-rest-about = Между последним заседанием одного дня и первым следующего у бригады слишком мало отдыха.
rule-team-rest-basis = Обычай ООН: двенадцать часов; соглашения КСР–AIIC под рукой не было

rule-no-room = Нет зала
rule-no-room-about = У заседания есть время и нет зала. Перерывам, протокольным мероприятиям, визитам, регистрации и услугам зал не нужен.
rule-no-room-basis = Общепринятая практика
rule-capacity = Вместимость зала
rule-capacity-about = На заседании ожидается больше участников, чем мест в его залах.
rule-capacity-basis = Общепринятая практика

rule-working-hours = Часы заседаний
rule-working-hours-about = Пленарное заседание, комитет или рабочая группа заседает вне часов заседаний; без устного перевода можно заседать дольше.
rule-working-hours-basis = Практика: планы распределения времени Совета; часы сегмента высокого уровня

rule-lunch = Перерыв на обед
rule-lunch-about = Заседания оставляют слишком мало времени на обед тем, кто заседает: всем или органу вместе с комитетом, группой которого он является. Остальные могут обедать в другое время; полчаса обеда приходятся на обеденное время.
rule-lunch-basis = Практика: планы распределения времени Совета; число условное

rule-coffee = Перерыв на кофе
rule-coffee-about = Орган слишком долго заседает без перерыва на кофе.
rule-coffee-basis = Практика: планы распределения времени Совета

rule-weekend = Суббота и воскресенье
rule-weekend-about = Официальное заседание проходит в субботу или воскресенье.
rule-weekend-basis = Общепринятая практика, но бывает по-разному: на ВАСЭ-16 один из комитетов заседал в субботу

rule-friday-midday = Полдень пятницы
rule-friday-midday-about = Официальное заседание проходит в пятницу в полдень, во время пятничной молитвы.
rule-friday-midday-basis = Общепринятая практика; Совет 2017 года заседал в пятницу до 12:00 и с 14:30

rule-host-holiday = Выходной день в принимающей стране
rule-host-holiday-about = Заседание проходит в выходной день того места, где проводится мероприятие; виртуальных мероприятий это не касается.
rule-host-holiday-basis = Календарь принимающей страны, как он дан в плане

rule-side-event = Сопутствующее мероприятие во время конференции
rule-side-event-about = Сопутствующее мероприятие проходит в дни конференции.
rule-side-event-basis = C25/30-R, п. 6

rule-social-overlap = Протокольное мероприятие в одно время с другим
rule-social-overlap-about = Протокольное мероприятие проходит одновременно с официальным заседанием или другим протокольным мероприятием.
rule-social-overlap-basis = Практика: страницы ПК-22 и ВКРЭ-25 о протокольных мероприятиях

rule-first-evening = Первый вечер – за принимающей страной
rule-first-evening-about = Протокольное мероприятие в первый вечер конференции проводит не принимающая страна.
rule-first-evening-basis = Практика: страница ПК-22 о протокольных мероприятиях

rule-predecessors = Порядок заседаний
rule-predecessors-about = Заседание начинается раньше, чем заканчивается то, которое должно ему предшествовать.
rule-predecessors-basis = Порядок, заданный в самом плане; очередность собраний – проект структуры ВКРЭ-14

rule-circular-order = Порядок по кругу
rule-circular-order-about = Каждое из заседаний должно идти после другого, поэтому верного порядка нет.
rule-circular-order-basis = Логика

rule-committee-set-up = Комитет до первого пленарного заседания
rule-committee-set-up-about = Комитет или группа заседает до первого пленарного заседания конференции, на котором учреждаются комитеты. Групп, учрежденных на другом мероприятии, это не касается.
rule-committee-set-up-basis = Конвенция 1992 года, ст. 32 (комитеты учреждает первое пленарное заседание)

rule-editorial-path = Путь через Редакционный комитет
rule-editorial-path-about = После последнего заседания комитета или рабочей группы Редакционный комитет не успевает собраться до пленарного заседания.
rule-editorial-path-basis = Конвенция 1992 года, статья 32; Документ 243 ВКРЭ-98 (серии текстов Редакционного комитета)

rule-budget-report = Отчет о бюджете
rule-budget-report-about = После последнего заседания Комитета бюджетного контроля нет пленарного заседания, которому он представит отчет.
rule-budget-report-basis = Проект структуры ВКРЭ-14

rule-eligibility = Кто участвует
rule-eligibility-about = Лицо, занятое в конференции, не представляет ни Государство-Член, ни орган из плана и не относится к системе ООН. Члены Сектора и приглашенные наблюдатели узнаются по тому, что внесены в план как органы: их списка под рукой нет.
rule-eligibility-basis = C25/30-R, п. 2.8, 2.11 (Члены и приглашенные наблюдатели)

rule-statement-rank = Кто вправе выступить с заявлением
rule-statement-rank-about = С общеполитическим заявлением выступает не министр, не заместитель или помощник министра и не член кабинета министров.
rule-statement-rank-basis = C25/30-R, п. 5 («предлагается»)

rule-statement-length = Длительность заявления
rule-statement-length-about = Общеполитическое заявление длится дольше, чем разрешено.
rule-statement-length-basis = C25/30-R, п. 5 («предлагается», три минуты)

rule-statement-one-each = Одно заявление от Государства-Члена
rule-statement-one-each-about = От одного Государства-Члена или от одного оратора два общеполитических заявления.
rule-statement-one-each-basis = Практика: ВКРЭ-10 (один оратор от каждого участника)

rule-statement-text = Текст заявления
rule-statement-text-about = Текст общеполитического заявления не получен.
rule-statement-text-basis = C25/30-R, п. 5 (тексты размещаются на веб-сайте); ВКРЭ-10 (присылаются заранее)

rule-statement-slot = Время на все заявления
rule-statement-slot-about = Заседание слишком короткое для общеполитических заявлений и смены ораторов или предназначено не для них.
rule-statement-slot-basis = Расчет по C25/30-R, п. 5; время на смену оратора условное

rule-statement-present = Дни присутствия
rule-statement-present-about = Место в списке ораторов приходится на день, когда оратора нет.
rule-statement-present-basis = C25/30-R, п. 5; дни указала делегация

rule-statement-waits = Заявления без заседания
rule-statement-waits-about = Заявление стоит в отмененном или не назначенном заседании, либо оно подтверждено, а места нет.
rule-statement-waits-basis = C25/30-R, п. 5 (сегмент проводится на заседаниях)
rule-statement-odd = Невозможные заявления
rule-statement-odd-about = У заявления нет длительности, неизвестно, с какого времени выступает оратор, выступают сразу двое или смена ораторов длится столько же, сколько заседание.
rule-statement-odd-basis = C25/30-R, п. 5

rule-document-deadline = Предельный срок для документов
rule-document-deadline-about = Документ, который рассматривает заседание, издан до конференции, но после предельного срока. У документов, созданных на самой конференции, такого срока нет.
rule-document-deadline-basis = Резолюция 165: 14 дней (Гвадалахара, 2010 г.); 21 день (Пересм. Дубай, 2018 г.), текста под рукой нет

rule-document-late = Документ после своего заседания
rule-document-late-about = Документ издан позже дня заседания, которое его рассматривает.
rule-document-late-basis = Общепринятая практика

rule-document-languages = Языки документа
rule-document-languages-about = Документ есть не на всех языках заседания, которое его рассматривает.
rule-document-languages-basis = Общепринятая практика

rule-document-unused = Неиспользуемый документ
rule-document-unused-about = Документ плана не связан ни с одним заседанием, мероприятием или органом.
rule-document-unused-basis = Общепринятая практика

rule-agenda-missing = Официальное заседание без повестки дня
rule-agenda-missing-about = У официального заседания нет ни тем, ни документов.
rule-agenda-missing-basis = Общепринятая практика

rule-agenda-uncovered = Пункт повестки дня без заседания
rule-agenda-uncovered-about = Пункт повестки дня не рассматривает ни одно заседание.
rule-agenda-uncovered-basis = Общепринятая практика

rule-topic-region = Тема без региона
rule-topic-region-about = Не указано, какому региону принадлежит региональный приоритет или инициатива.
rule-topic-region-basis = C25/30-R, пп. 4.9–4.19

rule-agenda-time = Повестка дня длиннее заседания
rule-agenda-time-about = Пунктам заседания вместе с паузами между ними отведено больше времени, чем у него есть, в целом или до перерыва.
rule-agenda-time-basis = Общепринятая практика

rule-agenda-speaker = Докладчик в другом месте
rule-agenda-speaker-about = Докладчик по пункту или выступающий с заявлением в это время участвует в другом заседании.
rule-agenda-speaker-basis = Общепринятая практика

rule-quorum = Кворум
rule-quorum-about = На пленарном заседании ожидается меньше участников, чем делегаций нужно для голосования, – более половины имеющих право голоса.
rule-quorum-basis = Конвенция 1992 года, статья 32, п. 385; нынешнего Общего регламента под рукой не было

rule-regional-slot = Координация каждого региона
rule-regional-slot-about = У региона нет назначенного координационного собрания во время конференции.
rule-regional-slot-basis = Общепринятая практика

rule-regional-clash = Региональная координация во время заседания
rule-regional-clash-about = Региональная группа собирается одновременно с пленарным заседанием, комитетом или рабочей группой.
rule-regional-clash-basis = Общепринятая практика

rule-regional-drafting = Редакционная группа во время координации региона
rule-regional-drafting-about = Редакционная группа по региону заседает одновременно с координационным собранием этого региона. Регион группы – регион ее тем или ее органа.
rule-regional-drafting-basis = Вывод из C25/30-R, п. 4.13–4.19: по региону пишут его же делегаты

rule-room-booking = Бронирование залов группами
rule-room-booking-about = Регион, региональная организация, делегация или иной просивший занимает зал слишком долго, слишком часто за день или дважды подряд. Комитеты и приемы не ограничены – это допущение.
rule-room-booking-basis = Практика: страницы ВАСЭ-24, Совета 2024 года и ПК-22 о бронировании залов

rule-request-time = Желаемое время
rule-request-time-about = Помещение просят на время вне мероприятия или на время, которое к приходу запроса уже прошло.
rule-request-time-basis = Логика

rule-request-held = Принятые запросы
rule-request-held-about = Запрос о помещении принят, а собрание удалено, отменено или не имеет места, либо мест в зале меньше, чем участников.
rule-request-held-basis = Практика: страницы ВАСЭ-24, Совета 2024 года и ПК-22 о бронировании залов

rule-request-precedence = Очередь запросов
rule-request-precedence-about = Зал отдан на время, которого ждет тот, чья очередь раньше, и другого свободного зала нет. Первыми идут комитеты и их группы, затем Государства-Члены и региональные организации, затем остальные; среди них – кто раньше попросил.
rule-request-precedence-basis = Практика: страницы ВАСЭ-24, Совета 2024 года и ПК-22 о бронировании залов

rule-advisory-groups = Параллельные консультативные группы
rule-advisory-groups-about = Две группы консультативной группы собираются одновременно.
rule-advisory-groups-basis = Круг ведения TDAG-WG-Prep

rule-irm-bureau = Председатель МРС и заместители Председателя
rule-irm-bureau-about = У межрегионального собрания не ровно один Председатель (им должен быть Председатель конференции) или не ровно один заместитель Председателя от каждого региона. Незанятая должность тоже считается.
rule-irm-bureau-basis = C25/30-R, п. 4.25

rule-room-closed = Закрытые залы
rule-room-closed-about = Заседание стоит в зале в то время, когда зал закрыт.
rule-room-closed-basis = Сведения о зале в плане

rule-person-away = Отсутствующие лица
rule-person-away-about = Лицо, которое должно быть на заседании, в это время отсутствует.
rule-person-away-basis = Сведения о лице в плане

rule-absence-reversed = Отсутствие без времени
rule-absence-reversed-about = Зал закрыт или лицо отсутствует до времени, которое не позже начала.
rule-absence-reversed-basis = Практика

rule-person-states = Лица от двух государств
rule-person-states-about = Лицо представляет два Государства-Члена: так указано у него самого или в другой делегации, где оно делегат.
rule-person-states-basis = Практика

rule-team-no-languages = Бригады без языков
rule-team-no-languages-about = Для бригады устных переводчиков не указано, между какими языками она переводит.
rule-team-no-languages-basis = Практика

rule-posts-open = Незанятые должности
rule-posts-open-about = На должности в органе еще никто не назначен. Кто за это отвечает и к какому сроку, указано у каждой должности.
rule-posts-open-basis = C25/30-R, п. 4.25 – для МРС; для прочих органов – практика

rule-posts-twice = Повторяющиеся должности
rule-posts-twice-about = У органа два Председателя или два заместителя Председателя от одного региона, одной организации или для одного языка.
rule-posts-twice-basis = C25/30-R, п. 4.25 – для МРС; для прочих органов – практика

rule-irm-hours = МРС вне дневного времени
rule-irm-hours-about = Заседание межрегионального собрания выходит за пределы дневного времени в одном из регионов.
rule-irm-hours-basis = Вывод из C25/30-R, п. 4.22; часы условные

rule-irm-staff = Рабочие часы при проведении МРС
rule-irm-staff-about = Виртуальное межрегиональное собрание выходит за рабочие часы переводчиков или секретариата в Женеве.
rule-irm-staff-basis = Практика; часы – допущение

rule-irm-balance = Равновесие между регионами
rule-irm-balance-about = Нагрузка на регионы распределена неравномерно: у одного региона намного больше часов межрегиональных собраний вне дневного времени, чем у другого.
rule-irm-balance-basis = Вывод из C25/30-R, п. 4.22; числа условные

rule-irm-agenda = Происхождение пунктов МРС
rule-irm-agenda-about = О пункте межрегионального собрания не сказано, откуда он взят.
rule-irm-agenda-basis = C25/30-R, п. 4.24

rule-youth-before = Молодежное мероприятие до конференции
rule-youth-before-about = Праздничное мероприятие, посвященное молодежи, не заканчивается до начала конференции.
rule-youth-before-basis = C25/30-R, п. 7.1

rule-youth-no-outcome = Молодежное мероприятие без итоговых документов
rule-youth-no-outcome-about = У мероприятия, посвященного молодежи, или у его заседания есть итоговый документ, хотя таких документов оно не принимает. Программы и списки не в счет; что документ итоговый, видно по его названию.
rule-youth-no-outcome-basis = C25/30-R, п. 7.1

rule-youth-elements = Элементы молодежного мероприятия
rule-youth-elements-about = У элемента программы мероприятия, посвященного молодежи, нет заседания, которое состоится.
rule-youth-elements-basis = C25/30-R, п. 7.1

rule-youth-visits = Визиты молодежного мероприятия
rule-youth-visits-about = Группе визита не хватает мест, или ее транспорт не согласован с визитом и с тем, что до него.
rule-youth-visits-basis = C25/30-R, п. 7.1

rule-event-order = Порядок мероприятий
rule-event-order-about = Мероприятие начинается раньше, чем заканчивается то, которое должно ему предшествовать.
rule-event-order-basis = C25/30-R, п. 3.4, 4.21, 4.22

rule-outside-event = Заседание вне своего мероприятия
rule-outside-event-about = Заседание не попадает в дни своего мероприятия.
rule-outside-event-basis = Общепринятая практика

rule-skipped-hour = Час, которого нет
rule-skipped-hour-about = Заседание начинается или заканчивается в то время, которое часы пропускают, когда их переводят вперед.
rule-skipped-hour-basis = База часовых поясов IANA

rule-doubled-hour = Час, который наступает дважды
rule-doubled-hour-about = Заседание начинается или заканчивается в то время, которое наступает дважды, когда часы переводят назад.
rule-doubled-hour-basis = База часовых поясов IANA

## Числа правил

number-setup-mins = Время на подготовку зала
number-walk-mins = Время на переход в другой зал
number-travel-mins = Время на дорогу в другое место
number-most-at-once = Не более заседаний сразу
number-delegates = Делегатов в небольшой делегации
number-teams = Бригад устных переводчиков
number-interpreters = Устных переводчиков
number-longest-mins = Самая длинная смена
number-evening-from = Начало вечера
number-evening-teams = Дополнительных бригад вечером
number-sitting-pause-mins = Перерыв между сменами
number-sittings-a-day = Смен бригады в день
number-sittings-a-week = Смен бригады в неделю
number-rest-mins = Отдых ночью
number-sittings-from = Начало заседаний
number-sittings-to = Окончание заседаний
number-late-to = Окончание без устного перевода
number-lunch-from = Перерыв на обед с
number-lunch-to = Перерыв на обед до
number-lunch-least = Не менее времени на обед
number-block-mins = Не дольше без перерыва на кофе
number-coffee-mins = Перерыв на кофе
number-friday-from = Не занимать с
number-friday-to = Не занимать до
number-statement-secs = Самое длинное заявление
number-deadline-days = Предельный срок до конференции
number-delegations = Делегаций с правом голоса
number-booking-mins = Самое длинное бронирование
number-bookings-a-day = Бронирований в день
number-awake-from = Бодрствование с
number-awake-to = Бодрствование до
number-day-from = День начинается
number-day-to = День заканчивается
number-night-weight = Минута ночи считается за
number-edge-weight = Минута между днем и ночью считается за
number-interpreters-from = Переводчики работают с
number-interpreters-to = Переводчики работают до
number-secretariat-from = Секретариат работает с
number-secretariat-to = Секретариат работает до
number-balance-mins = Наибольшая разница между регионами

## Что говорят замечания

finding-more = Замечаний по этому правилу здесь больше, чем перечислено
finding-settings-unknown = План настраивает правило, неизвестное программе: { $row }
finding-settings-number = План задает число, которого нет у правила { $rule }
finding-settings-range = План задает { $number } правила { $rule } равным { $value }, а нужно от { $least } до { $most }; вместо него действует { $own }

finding-room-overlap = { $first } и { $second } проходят в одном зале: { $room }, { $span }
finding-room-setup = { $room }: между { $second } и { $first } свободно { $pause }, а на подготовку зала нужно { $least }

finding-body-overlap = { $body }: одновременно { $first } и { $second }, { $span }
finding-person-overlap = { $person }: одновременно { $first } и { $second }, { $span }
finding-walking = { $who }: на переход с { $second } на { $first } есть { $pause }, а нужно не менее { $least }
finding-travel = { $who }: на дорогу с { $second } на { $first } в другом месте есть { $pause }, а нужно не менее { $least }

finding-beside-plenary = { $first } проходит одновременно с { $second }, где ожидают всех, { $span }
finding-committee-groups = { $first } и { $second } проходят одновременно, хотя относятся к одному комитету ({ $committee }), { $span }
finding-formal-at-once = { $sessions } – одновременно, { $span }: официальных заседаний { $peak }, допустимо не более { $most }
finding-small-delegation = { $sessions } – одновременно, { $span }: официальных заседаний { $peak }, слишком много для делегации из { $most ->
    [one] { $most } человека
    [few] { $most } человек
   *[many] { $most } человек
}
finding-interpreted-at-once = { $sessions }, { $span }: заседаний с устным переводом одновременно { $peak }, а есть только { $most ->
    [one] { $most } бригада
    [few] { $most } бригады
   *[many] { $most } бригад
}
finding-interpreters = { $sessions }, { $span }: устных переводчиков одновременно нужно { $peak }, а есть { $most }

finding-booths = { $room }: { $booths ->
    [0] кабин нет
    [one] { $booths } кабина
    [few] { $booths } кабины
   *[many] { $booths } кабин
}, а языков на { $first } – { $languages }
finding-interpreted-length = { $first } идет с устным переводом { $length }; допустимо не более { $most }
finding-interpreted-evening = { $first } идет с устным переводом после { $from }; дополнительной бригады на вечер нет
finding-team-day = { $sessions } делят одну бригаду устных переводчиков, { $day }: смен { $sittings }, допустимо не более { $most }
finding-team-week = { $event }: смен с устным переводом за неделю, начиная с { $day }, – { $sittings }; { $teams ->
    [one] { $teams } бригаде
    [few] { $teams } бригадам
   *[many] { $teams } бригадам
} под силу не более { $most }
finding-team-day-pause = { $first } и { $second } делят одну бригаду устных переводчиков, { $day }: перерыв { $pause } вместо { $least }
finding-team-of-day = { $team }: смен { $sittings }, { $day } ({ $sessions }); допустимо не более { $most }
finding-team-pause = { $team }: перерыв между сменами { $pause } вместо { $least }, { $day }; { $sessions } – { $length } подряд
finding-team-stretch = { $team } работает { $length } подряд, { $day } ({ $sessions }); допустимо не более { $most }
finding-team-of-week = { $team }: смен за неделю, начиная с { $day }, – { $sittings }; под силу не более { $most }
finding-team-missing = Нет бригады переводчиков: { $first }, { $span }
finding-team-at-once = { $team } назначена сразу на { $first } и { $second }, { $span }
finding-team-away = { $team } назначена на { $first }, { $day }, а ее в этот день нет
finding-team-languages = { $team } назначена на { $first }, но не работает с { $lacking ->
    [one] { $lacking } языком
    [few] { $lacking } языками
   *[many] { $lacking } языками
} заседания
finding-team-rest = { $team }: отдых между { $first } и { $second } – { $rest }; нужно { $least }

finding-no-room = Нет зала: { $first }
finding-capacity = { $first }: участников ожидается { $expected }, а мест – { $seats }
finding-working-hours = { $first } выходит за часы заседаний, { $from }–{ $to }
finding-lunch = На обед { $day } остается { $left }, а нужно не менее { $least }
finding-lunch-of = { $body }: на обед { $day } остается { $left }, а нужно не менее { $least }
finding-coffee = { $body } заседает { $length }, начиная с { $first }, без перерыва в { $pause }; допустимо не более { $most }
finding-weekend = { $first } приходится на выходные, { $day }
finding-friday-midday = { $first } приходится на пятницу между { $from } и { $to }, время пятничной молитвы
finding-host-holiday = { $first } приходится на выходной день в принимающей стране: { $event }

finding-side-event = { $first } – сопутствующее мероприятие; во время { $event } они не проводятся
finding-social-overlap = { $first } и { $second } – одновременно, { $span }
finding-first-evening = { $first } приходится на первый вечер конференции, который с { $from } принадлежит принимающей стране

finding-predecessor = { $first } начинается за { $late } до окончания { $second }, а должно идти после него
finding-predecessor-waits = { $first } должно идти после { $second }, а оно еще не назначено
finding-circular-order = { $sessions } по кругу ждут друг друга
finding-committee-set-up = { $first } ({ $body }) проходит до { $second }, где учреждаются комитеты
finding-editorial-path = { $body }: после последнего заседания, { $first }, Редакционный комитет не успевает собраться до пленарного заседания
finding-budget-report = { $body }: после последнего заседания, { $first }, нет пленарного заседания, которому представить отчет

finding-eligibility = { $person } не представляет ни Государство-Член, ни орган из плана, а в мероприятии ({ $event }) участвуют Члены и приглашенные наблюдатели
finding-statement-rank = { $person } – ранг не из тех, с которыми выступают с общеполитическими заявлениями (предлагаются министры, их заместители и помощники, члены кабинета): отметьте, кто разрешил исключение
finding-statement-length = { $person }: заявление длится { $length }, предлагается не более { $most }
finding-statement-one-each = { $person } и { $other } выступают от одного Государства-Члена, а у каждого – одно заявление
finding-statement-twice = { $person } – дважды в списке ораторов, а у каждого Государства-Члена одно заявление
finding-statement-state = { $person }: в плане не указано, от какого Государства-Члена заявление
finding-statement-text = { $person }: текст заявления не получен
finding-statement-present = { $person } отсутствует в день, на который назначено заявление ({ $first }): { $day }
finding-statement-cancelled = { $first } – отменено: { $person } ждет другого места
finding-statement-unplaced = { $first } – не назначено: { $person } ждет места
finding-statement-waits = { $person }: заявление подтверждено, а места в списке ораторов нет
finding-statement-no-length = У заявления, с которым выступает { $person }, нет длительности: укажите ее
finding-statement-not-begun = { $person } – отмечено, что выступление идет, но не отмечено, с какого времени: начните его снова на подиуме или отметьте, что оно впереди
finding-statement-both-speak = { $person } и { $other } – отмечено, что выступают оба: завершите одно из выступлений
finding-statement-changeover = Смена ораторов ({ $changeover }) длится столько же, сколько { $first }: выступить сможет только один
finding-statement-place = { $person }: заявление назначено на { $first }, где общеполитических заявлений не бывает
finding-statement-slot = { $first } длится { $has }, а { $count ->
    [one] для { $count } заявления
    [few] для { $count } заявлений
   *[many] для { $count } заявлений
} нужно { $needs }, считая по { $changeover } на смену ораторов

finding-document-deadline = { $document } для { $first } издан после предельного срока, { $day }
finding-document-late = { $document } издан { $day }, позже { $first }, где его рассматривают
finding-document-languages = { $document } отсутствует на { $missing ->
    [one] { $missing } языке
    [few] { $missing } языках
   *[many] { $missing } языках
} из тех, на которых идет { $first }
finding-document-unused = { $document } не связан ни с одним заседанием, мероприятием или органом
finding-agenda-missing = { $first }: нет повестки дня – ни тем, ни документов
finding-agenda-uncovered = Пункт повестки дня { $topic } не рассматривает ни одно заседание
finding-topic-region = Не указано, какого региона тема { $topic }
finding-agenda-time = { $first }: в повестке дня лишних { $over }
finding-agenda-speaker = { $person }: выступает на { $first } и в то же время участвует в { $second }, { $span }
finding-quorum = { $first }: участников ожидается { $expected }, а для голосования нужно делегаций: { $quorum }

finding-regional-slot = { $region }: нет координационного собрания, { $event }
finding-regional-clash = { $first } проходит одновременно с { $second }, где регион должен присутствовать, { $span }
finding-regional-drafting = { $first } проходит одновременно с { $second }: делегатов региона ({ $region }) ждут и там, и там, { $span }
finding-booking-length = { $body } занимает зал на { $length } для { $first }; допустимо не более { $most }
finding-booking-row = { $body } занимает зал дважды подряд: { $first } и { $second }
finding-booking-count = { $sessions }: { $body } занимает зал за один день более { $most ->
    [one] { $most } раза
    [few] { $most } раз
   *[many] { $most } раз
}
finding-request-length = { $request } просит зал на { $length }; допустимо не более { $most }
finding-request-outside = { $request } просит зал на { $time }, вне дней мероприятия { $event }
finding-request-past = { $request } просит зал на { $time }, а запрос пришел позже, { $received }
finding-request-gone = { $request }: зал обещан, а собрания больше нет
finding-request-cancelled = { $request }: зал обещан, а { $first } отменено
finding-request-unplaced = { $request }: зал обещан, а { $first } без места
finding-request-seats = { $request }: участников { $headcount }, а мест для { $first } – { $seats }
finding-request-precedence = { $request } по очереди раньше и ждет зала на { $time }; его занимает { $first }
finding-advisory-groups = { $first } и { $second }, заседания консультативных групп, проходят одновременно, { $span }

finding-irm-chair = { $event }: { $count ->
    [0] нет Председателя
    [one] { $count } Председатель, а нужен ровно один
    [few] { $count } Председателя, а нужен ровно один
   *[many] { $count } Председателей, а нужен ровно один
}
finding-irm-other-chair = { $event }: председательствует { $person }, а оба собрания ведет Председатель конференции { $leads }
finding-irm-two-chairs = { $event }: председательствует { $person }, а { $before } – { $leads }; оба собрания ведет один Председатель, Председатель конференции
finding-irm-regionless = { $person } – заместитель Председателя { $event } и не относится ни к одному региону; от каждого региона по одному
finding-irm-no-vice-chairs = { $event }: нет заместителей Председателя
finding-irm-vice-chair = { $event }, { $region }: { $count ->
    [0] нет заместителя Председателя
    [one] { $count } заместитель Председателя, а нужен ровно один
    [few] { $count } заместителя Председателя, а нужен ровно один
   *[many] { $count } заместителей Председателя, а нужен ровно один
}
finding-room-closed = { $first }: помещение «{ $room }» закрыто с { $from } до { $to }
finding-person-away = { $first }: нужно присутствие { $person }, но с { $from } до { $to } это лицо отсутствует
finding-absence-reversed = { $row }: конец отсутствия не позже начала; задайте оба времени заново
finding-person-states = { $person } представляет { $count ->
    [one] { $count } Государство-Член
    [few] { $count } Государства-Члена
    [many] { $count } Государств-Членов
   *[other] { $count } Государства-Члена
}; оставьте то, от имени которого лицо выступает
finding-team-no-languages = { $team }: языков меньше двух; укажите, между какими языками переводит бригада
finding-posts-open = { $body }: { $count ->
    [one] не занята { $count } должность из { $all }
    [few] не заняты { $count } должности из { $all }
    [many] не занято { $count } должностей из { $all }
   *[other] не занято { $count } должности из { $all }
}
finding-posts-chairs = { $body }: должностей Председателя – { $count }
finding-posts-twice = { $body }: заместителей Председателя от { $region } – { $count }
finding-posts-language-twice = { $body }: заместителей Председателя для одного языка – { $count }
finding-irm-hours = { $first } выходит за пределы дневного времени в регионе ({ $region }): начало там в { $start }, а дневное время – с { $from } до { $to }
finding-irm-interpreters = { $first } идет в { $start }–{ $end } по Женеве; переводчики работают { $from }–{ $to }
finding-irm-secretariat = { $first } идет в { $start }–{ $end } по Женеве; секретариат работает { $from }–{ $to }
finding-region-zone = { $region }: часовой пояс не указан, поэтому о часах { $first } там судить нельзя
finding-irm-balance = Нагрузка на регионы распределена неравномерно: { $region } – { $much } вне дневного времени, { $other } – { $little }; допустимая разница – { $most }
finding-irm-agenda = Пункт { $topic } на { $first }: не сказано, откуда он взят

finding-youth-before = { $event }: не заканчивается до начала конференции ({ $conference })
finding-youth-no-outcome = { $document }: итоговый документ мероприятия, которое таких документов не принимает ({ $event })
finding-youth-session-before = { $first }: не заканчивается до начала конференции ({ $conference })
finding-youth-element = { $event }: нет заседания для элемента «{ $element ->
    [dialogue] (a) диалог между поколениями
    [talks] (b) вдохновляющие выступления
    [activities] (c) мероприятия о роли молодежи
    [interaction] (d) прямое взаимодействие с представителями директивных органов
   *[visits] (e) визиты, организуемые принимающей страной
 }»
finding-youth-seats = { $first }, группа { $group }: { $count ->
    [one] { $count } человеку не хватает места
    [few] { $count } людям не хватает мест
    [many] { $count } людям не хватает мест
   *[other] { $count } человека остаются без места
 }
finding-youth-back = { $first }, группа { $group }: возвращается раньше, чем отправляется
finding-youth-during = { $first }, группа { $group }: отправляется до окончания { $second }
finding-youth-beside = { $first }, группа { $group }: транспорт не в часы визита
finding-event-order = { $event }: начинается раньше, чем заканчивается предшествующее мероприятие ({ $before }), последний день которого – { $day }
finding-outside-event = { $first } не попадает в дни своего мероприятия: { $event }
finding-skipped-hour = { $first } начинается или заканчивается в то время, которое часы пропускают: { $time }
finding-doubled-hour = { $first } начинается или заканчивается в то время, которое наступает дважды: { $time }
