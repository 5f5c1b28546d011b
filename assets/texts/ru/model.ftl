### The names of the model's values, in the order of src/texts/names.rs.

## Sorts of session

kind-plenary = Пленарное заседание
kind-statements = Общеполитические заявления
kind-dialogue = Диалог высокого уровня
kind-ceremony = Церемония
kind-heads-of-delegation = Собрание глав делегаций
kind-committee = Комитет
kind-working-group = Рабочая группа
kind-ad-hoc = Специальная группа
kind-drafting = Редакционная группа
kind-regional-coordination = Региональная координация
kind-briefing = Инструктивное совещание
kind-keynote = Пленарный доклад
kind-talk = Доклад
kind-panel = Панельная дискуссия
kind-workshop = Практикум
kind-poster = Стендовая сессия
kind-youth = Молодежное мероприятие
kind-network = Встреча сети делегатов
kind-visit = Визит
kind-social = Протокольное мероприятие
kind-side-event = Сопутствующее мероприятие
kind-press = Пресса
kind-service = Регистрация и услуги
kind-break = Перерыв
kind-other = Прочее

## Statuses of a session

status-provisional = Предварительно
status-confirmed = Подтверждено
status-reserve = При необходимости
status-cancelled = Отменено

release-name = Rev. { $number }

## Parts in a session

role-chair = Председатель
role-acting-chair = Исполняющий обязанности Председателя
role-vice-chair = Заместитель Председателя
role-secretary = Секретарь
role-speaker = Оратор
role-moderator = Ведущий
role-panellist = Участник дискуссии
role-spokesperson = Представитель региона
role-participant = Участник

## What every day of a new plan has

begun-lunch = Перерыв на обед
begun-coffee = Перерыв на кофе
begun-day-off = Нерабочий день

## Sorts of event

event-kind-conference = Конференция
event-kind-youth-celebration = Праздничное мероприятие, посвященное молодежи
event-kind-interregional-meeting = Межрегиональное собрание (МРС)
event-kind-regional-preparatory-meeting = Региональное подготовительное собрание (РПС)
event-kind-coordination-meeting = Координационное собрание РПС
event-kind-advisory-group = Консультативная группа
event-kind-council = Совет МСЭ
event-kind-forum = Форум
event-kind-site-visit = Визит на место проведения
event-kind-milestone = Этап
event-kind-deadline = Предельный срок
event-kind-holiday = Выходной день
event-kind-planning-area = Направление работы

## How people take part in an event

event-format-physical = Очный формат
event-format-virtual = Виртуальный формат
event-format-hybrid = Гибридный формат
event-format-correspondence = По переписке

## Sorts of body

body-kind-plenary = Пленарное заседание
body-kind-heads-of-delegation = Главы делегаций
body-kind-committee = Комитет
body-kind-steering-committee = Руководящий комитет
body-kind-budget-committee = Комитет бюджетного контроля
body-kind-editorial-committee = Редакционный комитет
body-kind-working-group = Рабочая группа
body-kind-drafting-group = Редакционная группа
body-kind-region = Регион
body-kind-regional-organization = Региональная организация электросвязи
body-kind-advisory-group = Консультативная группа
body-kind-secretariat = Секретариат
body-kind-host = Принимающая страна
body-kind-delegation = Делегация
body-kind-other = Прочее

## Offices in a body

office-chair = Председатель
office-vice-chair = Заместитель Председателя
office-secretary = Секретарь
office-spokesperson = Представитель региона

## Ranks of persons

rank-minister = Министр
rank-deputy-minister = Заместитель министра
rank-assistant-minister = Помощник министра
rank-cabinet-member = Член кабинета министров
rank-regulator = Глава регуляторного органа
rank-ambassador = Посол
rank-united-nations = Должностное лицо ООН
rank-other = Иной

## Sorts of topic

topic-kind-priority = Региональный приоритет
topic-kind-initiative = Региональная инициатива
topic-kind-agenda-item = Пункт повестки дня

## What a statement of the plan rests on

basis-seed = Исходный документ
basis-external = Другой открытый источник
basis-inferred = Вывод
basis-illustrative = Условный пример

## Languages

language-english = Английский
language-french = Французский
language-spanish = Испанский
language-russian = Русский
language-chinese = Китайский
language-arabic = Арабский

## One row of a table

row-kind = Вид
row-field = Поле
row-rank = Ранг
row-event = Мероприятие
row-body = Орган
row-room = Зал
row-person = Лицо
row-topic = Тема
row-document = Документ
row-session = Заседание
row-statement = Заявление
row-item = Пункт
row-post = Должность
row-team = Бригада переводчиков
row-delegate = Делегат
row-room-request = Запрос на зал
row-note = Заметка
row-rule = Правило
row-waiver = Исключение
row-release = Выпуск
row-record = Запись об изменении
row-comment = Комментарий

## All rows of a table

rows-kind = Виды
rows-field = Поля
rows-rank = Ранги
rows-event = Мероприятия
rows-body = Органы
rows-room = Залы
rows-person = Лица
rows-topic = Темы
rows-document = Документы
rows-session = Заседания
rows-statement = Заявления
rows-item = Пункты
rows-post = Должности
rows-team = Бригады переводчиков
rows-delegate = Делегаты
rows-room-request = Запросы на залы
rows-note = Заметки
rows-rule = Правила
rows-waiver = Исключения
rows-release = Выпуски
rows-record = Записи об изменениях
rows-comment = Комментарии

## What stands on an agenda

item-kind-item = Пункт
item-kind-talk = Доклад
item-kind-statement = Выступление
item-kind-discussion = Обсуждение
item-kind-pause = Перерыв

## Who brought an item in

item-origin-preparatory-meetings = РПС
item-origin-member-state = Государство-Член
item-origin-sector-member = Член Сектора
item-origin-regional-organization = Региональная организация
item-origin-advisory-group = КГРЭ
item-origin-bureau = БРЭ
item-origin-other = Другой источник

## What came of an item

item-outcome-not-taken = не рассмотрен
item-outcome-open = открыт
item-outcome-concluded = завершен
item-outcome-deferred = отложен
item-outcome-referred = передан
item-outcome-noted = принят к сведению
item-outcome-approved = утвержден
