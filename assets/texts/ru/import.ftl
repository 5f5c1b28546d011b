### Что файл другой программы изменит в плане.

import-title = Импорт
import-requests-title = Импорт заявок на выступление
import-title-of = { $title }: файл { $at } из { $of }
import-pasted = Вставленное
import-skip = Пропустить файл
import-promise = Ничего не берется без подтверждения; все отменяется одним шагом.
import-refused-pasted = Скопированное взять нельзя: { $why }
import-looking = { $count ->
    [one] Сравнение { $count } заседания с планом…
    [few] Сравнение { $count } заседаний с планом…
    [many] Сравнение { $count } заседаний с планом…
   *[other] Сравнение { $count } заседания с планом…
}
import-taken-for = { $format }: { $sessions ->
    [one] { $sessions } заседание
    [few] { $sessions } заседания
    [many] { $sessions } заседаний
   *[other] { $sessions } заседания
}, { $rooms ->
    [one] { $rooms } зал
    [few] { $rooms } зала
    [many] { $rooms } залов
   *[other] { $rooms } зала
}, { $people ->
    [one] { $people } человек
    [few] { $people } человека
    [many] { $people } человек
   *[other] { $people } человека
}
import-into = Куда: { $name }
import-into-plan = в этот план
import-into-new = в новый план
import-zone = Часы: { $name }
import-ask-zone = В файле не сказано, в каком часовом поясе его часы. Они идут по поясу
import-zone-of-plan = { $name }, как в плане
import-zone-other = другой пояс…

import-events = { $count ->
    [one] { $count } новое мероприятие
    [few] { $count } новых мероприятия
    [many] { $count } новых мероприятий
   *[other] { $count } нового мероприятия
}
import-topics = { $count ->
    [one] { $count } новая тема
    [few] { $count } новые темы
    [many] { $count } новых тем
   *[other] { $count } новой темы
}
import-lost = { $count ->
    [one] { $count } заседание теряет место
    [few] { $count } заседания теряют место
    [many] { $count } заседаний теряют место
   *[other] { $count } заседания теряет место
}
import-errors = Ошибки: { $before } → { $after }
import-warnings = Предупреждения: { $before } → { $after }

import-show-all = Все { $count }
import-show-new = Новые { $count }
import-show-changed = Измененные { $count }
import-show-same = Без изменений { $count }
import-show-gone = Исчезли { $count }
import-show-decide = Решить { $count }
import-show-remarks = О файле { $count }
import-filter = Искать в строках
import-table = Заседания из файла
import-none-wanted = Ничего такого здесь нет.

import-outcome = Итог
import-row-new = новое
import-row-changed = изменено
import-row-same = как есть
import-row-gone = исчезло
import-row-decide = решить
import-row-dismissed = здесь удалено
import-row-not = не взято
import-more = Также
import-agenda = Повестка дня
import-change = { $part }: { $was } → { $is }
import-goes = убирается
import-stays = остается
import-tick = Взять «{ $title }»
import-tick-gone = Убрать «{ $title }»

import-near-kind = { $count ->
    [one] Вид «{ $name }» ({ $count } заседание) почти как в плане. Это
    [few] Вид «{ $name }» ({ $count } заседания) почти как в плане. Это
    [many] Вид «{ $name }» ({ $count } заседаний) почти как в плане. Это
   *[other] Вид «{ $name }» ({ $count } заседания) почти как в плане. Это
}
import-near-room = { $count ->
    [one] Зал «{ $name }» ({ $count } заседание) почти как в плане. Это
    [few] Зал «{ $name }» ({ $count } заседания) почти как в плане. Это
    [many] Зал «{ $name }» ({ $count } заседаний) почти как в плане. Это
   *[other] Зал «{ $name }» ({ $count } заседания) почти как в плане. Это
}
import-near-room-within = { $count ->
    [one] Зал «{ $name }» ({ $count } заседание) почти как другой зал файла. Это
    [few] Зал «{ $name }» ({ $count } заседания) почти как другой зал файла. Это
    [many] Зал «{ $name }» ({ $count } заседаний) почти как другой зал файла. Это
   *[other] Зал «{ $name }» ({ $count } заседания) почти как другой зал файла. Это
}
import-near-person-within = { $count ->
    [one] «{ $name }» ({ $count } заседание) – почти другое имя из файла. Это
    [few] «{ $name }» ({ $count } заседания) – почти другое имя из файла. Это
    [many] «{ $name }» ({ $count } заседаний) – почти другое имя из файла. Это
   *[other] «{ $name }» ({ $count } заседания) – почти другое имя из файла. Это
}
import-near-person = { $count ->
    [one] «{ $name }» ({ $count } заседание) – почти имя из плана. Это
    [few] «{ $name }» ({ $count } заседания) – почти имя из плана. Это
    [many] «{ $name }» ({ $count } заседаний) – почти имя из плана. Это
   *[other] «{ $name }» ({ $count } заседания) – почти имя из плана. Это
}
import-near-body = { $count ->
    [one] «{ $name }» ({ $count } заседание) – почти орган из плана. Это
    [few] «{ $name }» ({ $count } заседания) – почти орган из плана. Это
    [many] «{ $name }» ({ $count } заседаний) – почти орган из плана. Это
   *[other] «{ $name }» ({ $count } заседания) – почти орган из плана. Это
}
import-near-new-kind = другой вид
import-near-new-room = другой зал
import-near-new-person = другой человек
import-near-new-body = тема
import-near-leave = пропустить

import-here-there = { $part }: здесь { $here }, в файле { $there }
import-both = Изменено и здесь, и там: { $parts }.
import-ours = Изменено здесь и остается: { $parts }.
import-fixed = Закреплено здесь и остается: { $parts }.
import-theirs = Все взято из файла.
import-keep-here = Оставить как здесь
import-take-there = Взять из файла

import-take = Взять { $count } из { $of }
import-take-new = Начать план: { $count } из { $of }
import-take-source = Запомнить источник
import-done = { $count ->
    [one] { $count } заседание взято из { $file }
    [few] { $count } заседания взяты из { $file }
    [many] { $count } заседаний взято из { $file }
   *[other] { $count } заседания взято из { $file }
}
