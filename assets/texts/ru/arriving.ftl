### Что сообщается о файлах других программ при загрузке.

arriving-not-utf8 = некоторые буквы – в неизвестной кодировке и потеряны
arriving-encoding = в файле не сказано, в какой кодировке его буквы; они прочитаны как { $what }
arriving-calendars = несколько календарей прочитаны как один: { $what }
arriving-broken-line = это не строка календаря: «{ $what }»
arriving-broken = здесь файл поврежден; взято то, что выше
arriving-not-closed = «{ $what }» не закрыто; взято
arriving-too-many = их слишком много; остальное пропущено
arriving-no-time = «{ $what }» – не время; пропущено или ждет в лотке
arriving-no-length = продолжительность «{ $what }» не указана; час или как раньше
arriving-no-title = без названия
arriving-no-id = у «{ $what }» нет своего имени; узнается по названию и дню
arriving-no-event = нет мероприятия, к которому могло бы относиться «{ $what }»
arriving-all-day = «{ $what }» занимает целые дни; это этап, а не заседание
arriving-states = из нескольких состояний «{ $what }» действует последнее
arriving-rule = правило повторения не распознано: «{ $what }»; взято один раз
arriving-without-end = повторяется без конца; взято до { $what }
arriving-zone-unknown = часовой пояс «{ $what }» неизвестен; его часы читаются как часы без пояса
arriving-floating = в файле не сказано, по какому поясу идут часы; они прочитаны по { $what }
arriving-no-place = { $count ->
    [one] «{ $what }» нет места в плане; встречается { $count } раз
    [few] «{ $what }» нет места в плане; встречается { $count } раза
    [many] «{ $what }» нет места в плане; встречается { $count } раз
   *[other] «{ $what }» нет места в плане; встречается { $count } раза
}
arriving-kept = изменено и здесь, и там; остается как здесь: { $what }
arriving-fixed = здесь закреплено и остается как есть: { $what }
arriving-near = «{ $what }» – новое, почти как «{ $like }»
arriving-untold = { $count ->
    [one] и пропущено еще { $count } место
    [few] и пропущено еще { $count } места
    [many] и пропущено еще { $count } мест
   *[other] и пропущено еще { $count } места
}
arriving-too-large = файл больше, чем читается
arriving-unknown = такой файл здесь не читается: это не календарь, не расписание для приложений конференций и не выгрузка из Indico или Sessionize
arriving-empty = в нем нет заседаний
arriving-file-broken = он поврежден, взять из него нечего
arriving-too-much = в нем больше, чем читается
arriving-line = строка { $line }
arriving-row = строка { $row }
arriving-column = столбец { $column }
arriving-not-read = не прочитано: { $what }
arriving-no-day = день не указан; взято { $day }
arriving-same-unknown = «{ $what }» из --same ни на что не похоже: такого имени в файлах нет или оно уже известно
arriving-no-field = такого поля нет: «{ $what }»
arriving-onto-source = план занял бы место импортируемого файла { $file }: дайте ему другое имя
arriving-ask-order = в датах вида 3/4 первым может быть и день, и месяц: укажите это с помощью --dates
arriving-taken-for = { $file }: { $format }, заседаний: { $sessions }
arriving-sums = новых: { $new }, измененных: { $changed }, прежних: { $same }, исчезнувших: { $gone }, не взятых: { $not }
arriving-made = новое: залов – { $rooms }, лиц – { $people }, тем – { $topics }, мероприятий – { $events }
arriving-gone-stays = { $what }: там этого больше нет, здесь остается
arriving-dismissed = «{ $what }» здесь удалено и не возвращается
arriving-dismissed-row = заседание здесь удалено и не возвращается
arriving-refused = план этого не принимает
format-indico = Indico
format-pretalx = pretalx (CSV)
format-sessionize = Sessionize
format-plan = План Plenary
arriving-offset = в файле сказано лишь, на сколько часы опережают UTC; часовой пояс – { $what }
format-table = Таблица
