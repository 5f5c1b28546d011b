## The speaking list of the policy statements (§5): the view, the form of a statement, what is told while one is dragged

view-statements = Заявления
view-statements-tip = Список ораторов: кто когда выступает, кто ждет и что с текстами
statements-title = Общеполитические заявления
statements-of-event = Чей список ораторов
statements-table = Список ораторов
statements-none = В этом плане пока нет заседаний для общеполитических заявлений. Назначьте заседанию этот вид, и его список появится здесь.
statements-requests = { $count ->
    [one] { $count } заявка
    [few] { $count } заявки
   *[other] { $count } заявок
 }
statements-status = { $requests } · { $placed } с местом · { $waiting } ждут
statements-list = Список ораторов
statements-open = Открыт
statements-closed = Закрыт
statements-published = Опубликован
statements-not-open = Открыть для заявок
statements-close = Закрыть
statements-publish = Опубликовать
statements-close-tip = Заявки больше не принимаются; места еще меняются
statements-publish-tip = Список виден всем: с этого времени двое меняются местами с согласия обоих, и больше никто не сдвигается
statements-back = К предыдущему этапу
statements-fill = Заполнить
statements-fill-tip = Дает места по дням присутствия, пожеланиям, рангу и времени заявки; поставленное вручную остается
statements-fill-published-tip = Дает свободные места ожидающим; никто из имеющих место не сдвигается
statements-missing = Без текста
statements-request = Заявка
statements-request-tip = Добавляет заявку: Государство-Член, имя, ранг
statements-request-hint = Государство-Член; имя; министр
statements-illustrative = Пример
statements-write = Новая заявка
statements-no = №
statements-due = Время
statements-state = Государство-Член
statements-rank = Ранг
statements-requested = Заявка от
statements-present = Присутствует
statements-text = Текст
statements-texts = { $have } из { $all } текстов
statements-taken = { $speakers } с местом, { $held } в резерве
statements-sum = { $given } из { $room }
statements-over = лишние { $over }
statements-left = еще { $left }
statements-held-places = { $count ->
    [one] { $count } резервное место
    [few] { $count } резервных места
   *[other] { $count } резервных мест
 }
statements-held-why = для опаздывающих министров; даются только вручную
statements-free-places = { $count ->
    [one] { $count } свободное место
    [few] { $count } свободных места
   *[other] { $count } свободных мест
 }
statements-part = Часть { $number }
statements-waiting = Лист ожидания
statements-by-exception = В порядке исключения
statements-silent = Не выступают
statements-exception-why = Ранг, не названный в п. 5
statements-summary = { $placed } с местом, { $held } в резерве
statements-places = { $places ->
    [one] { $places } место
    [few] { $places } места
    [many] { $places } мест
   *[other] { $places } места
 } в { $parts ->
    [one] { $parts } части
    [few] { $parts } частях
    [many] { $parts } частях
   *[other] { $parts } части
 }
statements-settings = { $length } + { $pause }
statements-settings-tip = Длительность заявления, смена оратора, резервные места
statements-length-of = Заявление длится не более { $length } (п. 5).
statements-changeover = Смена оратора, секунд
statements-hold = Резервных мест в каждой части
statements-chair = Слова Председателя, секунды
statements-with-text = с текстом
statements-no-text = без текста
statements-is-held = резерв
statements-more = еще { $count }
statements-nobody-waits = Никто не ждет.
statements-fits = Всем ожидающим места хватает.
statements-fits-not = { $count ->
    [one] { $count } из ожидающих остается без места
    [few] { $count } из ожидающих остаются без места
    [many] { $count } из ожидающих остаются без места
   *[other] { $count } из ожидающих остается без места
 }
statements-was-hand = вручную
statements-drag-place = { $who } – место { $number }, в { $due }
statements-drag-swap = Обмен: { $who } – место { $number }, { $other } – место { $number-other }
statements-drag-off = { $who } – в лист ожидания
statements-drag-displaced = { $other } сдвигается: { $due } вместо { $before }; больше никто
statements-drag-waits = { $other } теряет место и ждет
statements-drag-consents = Список опубликован: для обмена нужно согласие обоих
statements-drag-consent = { $who }: { $consent }
statements-drag-no-consent = { $who }: согласие не отмечено
statements-drag-away = { $who } отсутствует в этот день: { $day }
statements-drag-held = Отдается резервное место
statements-drag-hand = Поставлено вручную: при заполнении останется
statements-drag-over = Тогда в части лишние { $over }

statement-number = Номер
statement-by-hand = Место дано вручную
statement-by-hand-short = Вручную
statement-held-place = Резервное место
statement-wish = Желаемая часть
statement-wish-short = Желание
statement-present = Дни присутствия
statement-present-short = Присутствие
statement-request = Заявка
statement-requested = Заявка от
statement-settled = Решение по заявке
statement-settled-by = Кто сообщил
statement-exception-by = Исключение разрешил
statement-minister-absent = Министр не участвует
statement-exception-short = Исключение
statement-consent = Согласие на другое место
statement-consent-short = Согласие
statement-delivered-from = Откуда выступает
statement-delivered-from-short = Откуда
statement-delivery = Выступление
statement-spoken = Действительная длительность
statement-on-behalf-of = От имени
statement-other-language = Другой язык
statement-of-person = Показывает человека, где это можно изменить
statement-usual-length = Установить 3:00
statement-take-off = В лист ожидания
differ-begun = Начато

request-received = получена
request-rank-verified = ранг проверен
request-confirmed = подтверждена
request-withdrawn = отозвана
request-text-only = только текст
text-missing = нет
text-received = получен
text-to-booths = у переводчиков
text-checked = сверен
text-published = опубликован
delivered-from-rostrum = с трибуны
delivered-from-seat = с места
delivered-from-remote = дистанционно
delivered-from-video = видеозапись
delivery-expected = ожидается
delivery-in-hall = в зале
delivery-speaking = выступает
delivery-delivered = состоялось
delivery-not-present = отсутствует
delivery-moved = перенесено

step-fill-list = Заполнить список ораторов
step-give-place = Дать место: { $what }
step-take-off-list = Снять со списка: { $what }
step-swap-statements = Обменять заявления: { $what }
refusal-published = Список опубликован: { $what } сохраняет место. Поменяйте местами двух ораторов с согласия обоих.
