### Что вставленная таблица изменила бы в плане.

paste-title = Вставка таблицы
paste-waiting = Скопируйте строки в электронной таблице и нажмите здесь Ctrl+V
paste-waiting-more = Заседания, дни, время, залы и люди распознаются по заголовкам на русском или английском языке либо по содержанию столбцов. Вы увидите все изменения прежде, чем они произойдут.
paste-columns = Если в столбце что-то другое, нажмите на его заголовок.
paste-outcome = Что будет сделано
paste-column = Столбец { $number }: { $name }
paste-left-out = Пропустить

paste-new = { $count ->
    [one] { $count } новое заседание
    [few] { $count } новых заседания
   *[other] { $count } новых заседаний
}
paste-changed = { $count ->
    [one] изменится { $count } заседание
    [few] изменятся { $count } заседания
   *[other] изменятся { $count } заседаний
}
paste-same = без изменений: { $count }
paste-near = { $count ->
    [one] { $count } почти известное имя
    [few] { $count } почти известных имени
    [many] { $count } почти известных имен
   *[other] { $count } почти известного имени
}
paste-rules-errors = { $count ->
    [one] { $count } ошибка по правилам
    [few] { $count } ошибки по правилам
    [many] { $count } ошибок по правилам
   *[other] { $count } ошибки по правилам
}
paste-rules-warnings = { $count ->
    [one] { $count } предупреждение по правилам
    [few] { $count } предупреждения по правилам
    [many] { $count } предупреждений по правилам
   *[other] { $count } предупреждения по правилам
}
paste-looking = { $count ->
    [one] Просматривается { $count } строка…
    [few] Просматриваются { $count } строки…
    [many] Просматриваются { $count } строк…
   *[other] Просматривается { $count } строки…
}
paste-rooms = { $count ->
    [one] { $count } новый зал
    [few] { $count } новых зала
   *[other] { $count } новых залов
}
paste-people = { $count ->
    [one] { $count } новое лицо
    [few] { $count } новых лица
   *[other] { $count } новых лиц
}
paste-notes = { $count ->
    [one] { $count } строка принята частично
    [few] { $count } строки приняты частично
   *[other] { $count } строк принято частично
}
paste-not = { $count ->
    [one] { $count } строка не понята
    [few] { $count } строки не поняты
   *[other] { $count } строк не понято
}
paste-guessed-days = { $count ->
    [one] { $count } строка с угаданным днем
    [few] { $count } строки с угаданным днем
    [many] { $count } строк с угаданным днем
   *[other] { $count } строки с угаданным днем
}
paste-unread = { $count ->
    [one] { $count } столбец не читается: { $what }
    [few] { $count } столбца не читаются: { $what }
    [many] { $count } столбцов не читаются: { $what }
   *[other] { $count } столбца не читаются: { $what }
}
paste-dismissed = { $count ->
    [one] { $count } строка здесь удалена
    [few] { $count } строки здесь удалены
    [many] { $count } строк здесь удалены
   *[other] { $count } строки здесь удалено
}
paste-nothing = Здесь нет ничего о плане.

paste-take-new = { $count ->
    [one] Добавить { $count } заседание
    [few] Добавить { $count } заседания
   *[other] Добавить { $count } заседаний
}
paste-take-changed = { $count ->
    [one] Изменить { $count } заседание
    [few] Изменить { $count } заседания
   *[other] Изменить { $count } заседаний
}
paste-take-both = Добавить { $new }, изменить { $changed }

## Что будет со строкой

paste-row-new = Новое
paste-row-new-noted = Новое, частично
paste-row-guessed-day = Новое, день не указан: { $day }
paste-row-changed = Изменится
paste-row-same = Без изменений
paste-row-left-out = Не берется
paste-row-dismissed = Здесь удалено
paste-row-near = Почти известно: «{ $name }»

paste-flaw-title = Нет названия
paste-flaw-day = Это не день
paste-flaw-clock = Это не время
paste-flaw-length = Это не длительность
paste-flaw-end = Конец раньше начала
paste-flaw-number = Это не число
paste-flaw-pinned = Закреплено
paste-flaw-range = Слишком далеко во времени
paste-flaw-event = Нет мероприятия

paste-note-kind = Такого вида нет; взят другой
paste-note-body = Такого органа нет; он пропущен
paste-note-event = Такого мероприятия нет; взято мероприятие этого дня
paste-note-status = Такого статуса нет; он пропущен
paste-note-time = Указан день без времени: заседание ждет в лотке
paste-note-number = Не число или число с двумя смыслами, как 1,200; не перенесено
paste-note-date = Это не день; не перенесено
paste-note-choice = Такого варианта нет; не перенесено
paste-note-tick = Ни да, ни нет; не перенесено

## Столбцы, которых нет в списке

paste-field-time = С – до
paste-field-people = Докладчики
paste-field-chairs = Председатель
paste-field-moderators = Модератор
paste-field-affiliation = Организация
paste-field-attendance = Участники
paste-field-remarks = Примечания

## Что нельзя вставить

paste-refused-nothing = Скопировано пустое.
paste-refused-picture = Скопирован не текст: скопируйте ячейки таблицы.
paste-refused-empty-file = В этом файле нет таблицы.
paste-refused-long-file = Файл слишком велик для таблицы.
paste-refused-disk = Файл не читается: { $why }
paste-refused-long = Скопированное слишком длинно для таблицы.
paste-refused-rows = Таблица из { $count } строк слишком длинна: можно не больше { $most }.
paste-refused-broken = Файл поврежден: он начинается как таблица, но до конца не читается.
paste-refused-swollen = Файл намного больше, чем кажется, и не распаковывается.
paste-refused-items = Это список пунктов повестки дня, а не заседаний. Скопируйте его строки и вставьте их в повестку дня заседания.
paste-refused-locked = Файл защищен паролем: сохраните его без пароля.
paste-refused-unknown = В файлах этого вида нет таблиц: они есть в файлах CSV, Excel, LibreOffice и Word; можно загрузить и календари, и программы других инструментов.

## Таблица заявок на выступление

paste-requests-title = Вставка заявок на выступление
paste-requests-waiting = Государства-Члены, имена, обращения, ранги, языки, дни и время заявок распознаются по заголовкам либо по содержанию столбцов. Вы увидите все изменения и ответите на неясное прежде, чем что-либо произойдет.
paste-rooms-title = Вставка заявок на залы
import-rooms-title = Импорт заявок на залы
paste-rooms-waiting = Заявитель, название, дни и время, длительность, число участников и контакты распознаются по заголовкам столбцов. Вы увидите все изменения прежде, чем что-либо произойдет.
paste-rooms-headings = В таблице нет заголовков, например «Кто», «Название», «Дата», «Время», «Участников». Список без заголовков вставляйте в разделе заявок, по заявке на строке.
paste-rooms-wrong = Не понято: { $field }
paste-requests-new = { $count ->
    [one] { $count } новая заявка
    [few] { $count } новых заявки
   *[other] { $count } новых заявок
}
paste-requests-changed = { $count ->
    [one] изменится { $count } заявка
    [few] изменятся { $count } заявки
   *[other] изменятся { $count } заявок
}
paste-requests-waits = { $count ->
    [one] { $count } строка ждет ответа
    [few] { $count } строки ждут ответа
   *[other] { $count } строк ждут ответа
}
paste-requests-left-out = { $count ->
    [one] { $count } строка пропущена
    [few] { $count } строки пропущены
   *[other] { $count } строк пропущено
}
paste-requests-take-new = { $count ->
    [one] Добавить { $count } заявку
    [few] Добавить { $count } заявки
   *[other] Добавить { $count } заявок
}
paste-requests-take-changed = { $count ->
    [one] Изменить { $count } заявку
    [few] Изменить { $count } заявки
   *[other] Изменить { $count } заявок
}
paste-requests-row-new = Новая
paste-requests-changes = Изменится: { $fields }
paste-requests-repeated = Уже есть выше
paste-requests-nobody = Никто не назван
paste-requests-note-text = О тексте здесь ничего понятного; пропущено
paste-requests-note-published = Список опубликован: время заявки остается
paste-answer = Строка { $number }, ответить: { $said }
paste-ask-rank = Какой ранг означает «{ $text }»?
paste-ask-state = «{ $text }» – не Государство-Член
paste-ask-twice = { $text }: выступление уже есть
paste-ask-present = Это не дни: «{ $text }»
paste-ask-requested = Это не дата и время: «{ $text }»
paste-answer-rank-unknown = Другой или неизвестен
paste-answer-organization = Принять как организацию
paste-answer-second = Добавить второе выступление
paste-answer-without = Принять строку без этого
paste-answer-leave-out = Пропустить строку

## Файл, в котором стоит таблица

paste-form-text = { $rows ->
    [one] текст, { $rows } строка
    [few] текст, { $rows } строки
    [many] текст, { $rows } строк
   *[other] текст, { $rows } строки
}
paste-form-excel = { $rows ->
    [one] Excel, { $rows } строка
    [few] Excel, { $rows } строки
    [many] Excel, { $rows } строк
   *[other] Excel, { $rows } строки
}
paste-form-ods = { $rows ->
    [one] LibreOffice, { $rows } строка
    [few] LibreOffice, { $rows } строки
    [many] LibreOffice, { $rows } строк
   *[other] LibreOffice, { $rows } строки
}
paste-form-word = { $rows ->
    [one] Word, { $rows } строка
    [few] Word, { $rows } строки
    [many] Word, { $rows } строк
   *[other] Word, { $rows } строки
}
paste-sheet = Лист: { $name }
paste-sheets-together = { $count ->
    [one] { $count } таблица
    [few] все { $count } таблицы вместе
    [many] все { $count } таблиц вместе
   *[other] все { $count } таблицы вместе
}
paste-sheet-unnamed = Таблица { $number }
paste-separator = Разделитель: { $name }
paste-separator-tab = табуляция
paste-separator-semicolon = точка с запятой
paste-separator-comma = запятая
paste-separator-stroke = вертикальная черта
paste-encoding = Текст: { $name }
paste-layout = Вид: { $name }
paste-layout-rows = строка на каждое заседание
paste-layout-grid = часы по залам или дням
paste-beyond = { $count ->
    [one] { $count } ячейка лежит за пределами прочитанного.
    [few] { $count } ячейки лежат за пределами прочитанного.
    [many] { $count } ячеек лежат за пределами прочитанного.
   *[other] { $count } ячейки лежит за пределами прочитанного.
}
paste-tick = Взять строку { $number }
paste-ask-order = Что стоит первым в датах вроде 3/4?
paste-day-first = день
paste-month-first = месяц
paste-ask-near = «{ $name }» – почти известное имя
paste-answer-new = Это другое

paste-row-ours = изменено здесь, остается
paste-keep-ours = Оставить как здесь
paste-take-theirs = Взять из таблицы
paste-ask-ours = Изменено здесь после прошлого импорта
paste-ours = { $count ->
    [one] { $count } изменено здесь и остается
    [few] { $count } изменены здесь и остаются
    [many] { $count } изменено здесь и остается
   *[other] { $count } изменено здесь и остается
 }
paste-gone = Нет в таблице { $count }, убрать { $removed }
paste-gone-tip = Раньше пришли из этой таблицы, теперь их в ней нет. Отмеченные убираются, остальные остаются.
paste-correct = { $column }, как имеется в виду:
