### What differs between two plans, beside what handouts need (`change-…` in handout.ftl).

## What is compared

differ-plan = План в целом
differ-named = { $kind } «{ $name }»
differ-statement-of = Заявление: { $speaker }
differ-waiver-of = Исключение из правила «{ $rule }»
differ-record-of = { $session }, запись об изменении
differ-comment-on = Комментарий: { $session }
differ-item = Пункт «{ $title }»

## Fields that have no name elsewhere

# Title (English)
differ-in-language = { $what } ({ $language })
differ-place = Время и место
differ-wish = Желаемое место
# Instead of a place.
differ-waits = не в расписании
differ-choice-order = Порядок вариантов
differ-identity = Идентификатор плана
differ-release = Последний выпуск
differ-numbers = Числа
differ-facts = Что принято
differ-reason = Причина
differ-agenda-adopted = Повестка дня принята
differ-agenda-continues = Продолжает повестку дня
differ-continued-from = Продолжение пункта
differ-fixed = Начало, минут от начала заседания
differ-follow-up = Что следует
differ-level = Уровень
differ-pause = Пауза между пунктами
differ-referred-to = Передан
differ-requested = Когда запрошено
differ-approved = Дата утверждения
differ-assignee = Исполнитель
differ-dismissed = Удалено здесь из импортированного
differ-came-as = Название в импортированном файле
differ-arrived = Откуда загружено
differ-at = Когда написано
differ-by = Кто
differ-catering-told = Питание извещено
differ-chair-told = Председатель извещен
differ-content = Содержание
differ-decided-by = Кто решает
differ-done = Выполнено
differ-done-by = Кто выполнил
differ-due = Срок
differ-interpreters-told = Переводчики извещены
differ-label = Обозначение
differ-made = Дата подготовки
differ-part = Что изменено
differ-requested-by = Кто запросил
differ-rooms-told = Служба залов извещена
differ-since = С какого выпуска
differ-stage = Стадия
differ-to-do = Задача
differ-webcast-told = Веб-трансляция извещена

## How far a release has come

stage-draft = проект
stage-submitted = на рассмотрении Руководящего комитета
stage-approved = утверждено
stage-issued = выпущено
