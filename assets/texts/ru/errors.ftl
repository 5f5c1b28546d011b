### What can be wrong with a plan and its file. Most are the rest of a sentence, after the name of the file.

# What a file is wrong with.
about-file = { $file }: { $why }

## Rows

named-kind = вид { $name }
named-field = поле { $name }
named-rank = ранг { $name }
named-event = мероприятие { $name }
named-body = орган { $name }
named-room = зал { $name }
named-person = лицо { $name }
named-topic = тема { $name }
named-document = документ { $name }
named-session = заседание { $name }
named-statement = заявление { $name }
named-item = пункт { $name }
named-post = должность { $name }
named-team = бригада { $name }
named-delegate = делегат { $name }
named-room-request = запрос на зал { $name }
named-note = заметка { $name }
named-rule = правило { $name }
named-waiver = исключение { $name }
named-release = выпуск { $name }
named-record = запись { $name }
named-comment = комментарий { $name }
part-plan = план
part-field = `{ $field }`

patch-header-changed = данные самого плана тем временем изменились
patch-changed = { $row }: тем временем изменилось
patch-duplicate = такое имя уже занято: { $row }
patch-impossible = { $row }: { $why }
patch-dangling = { $row }: ссылка ведет туда, где ничего нет ({ $target })
row-error-days-reversed = последний день раньше первого
row-error-out-of-range = год должен лежать между 1900 и 2199
row-error-too-long = мероприятие не может длиться больше десяти лет
row-error-hours-reversed = часы дня должны лежать между 00:00 и 24:00, конец после начала
row-error-room-twice = заседание не может занимать один и тот же зал дважды
row-error-after-itself = заседание не может следовать за самим собой
row-error-continues-itself = повестка дня или ее пункт не может продолжать сама себя
row-error-item-out-of-range = пункт стоит не глубже трех уровней, длится не больше суток и начинается не позже чем через четырнадцать дней после начала заседания
row-error-present-out-of-order = дни, в которые присутствует оратор, идут не по порядку
row-error-podium-out-of-order = записанное время трибуны идет не по порядку
row-error-no-reason = исключению нужна причина
row-error-no-number = выпуску нужен номер
row-error-no-text = комментарию нужен текст
row-error-other-nature = заседание относится к собственному виду, но ведет себя иначе
row-error-choice-twice = в поле дважды один и тот же вариант
row-error-field-twice = в одном поле два значения
row-error-other-value = в поле стоит то, чего там быть не может
row-error-held-out-of-order = заседание открывают, прерывают, возобновляют и закрывают в этом порядке, каждый раз позже
row-error-held-too-long = заседание не может длиться больше четырнадцати дней или прерываться больше пятидесяти раз

## Opening

read-place = строка { $line }, столбец { $column }: { $why }
read-not-found = такого файла нет
read-forbidden = нет прав на чтение этого файла
read-folder = это папка, а не файл плана
read-device = это устройство, а не файл плана
# What the system says, in its own words, stands in brackets.
read-io = файл не читается ({ $why })
read-too-large = файл больше { $mib } МиБ, таких планов не бывает
read-empty = файл пуст
read-binary = это не текстовый файл, значит, и не план
read-utf-16 = файл записан в UTF-16; сохраните его в UTF-8 и откройте снова
read-not-utf-8 = начиная отсюда текст не в UTF-8; файл поврежден или сохранен в другой кодировке
read-not-a-plan = это не план Plenary, который начинается с (format: "plenary plan", version: 2
read-no-version = в плане не указана версия; версия 2 указывается после format
read-odd-version = версия плана – целое число, например 2
read-newer = этот файл версии { $version } записан более новой программой Plenary, а эта читает версии до { $own }; чтобы открыть его, обновите Plenary
read-cut-off = файл обрывается посередине ({ $part }); остальной части нет
read-twice = { $row }: стоит здесь второй раз, первый раз в строке { $line }

## How a file is written

miswritten-unknown-field = неизвестное поле `{ $found }`; есть такие: { $known }
miswritten-unknown-word = неизвестное слово `{ $found }`; есть такие: { $known }
miswritten-missing = не хватает поля `{ $field }`
miswritten-missing-in = не хватает поля `{ $field }` ({ $part })
miswritten-field-twice = поле `{ $field }` стоит здесь дважды
miswritten-unexpected = { $found }: этого здесь быть не может
miswritten-backslash = обратную косую черту в тексте нужно писать дважды
miswritten-control-character = текст переходит на другую строку или содержит другой управляющий знак
miswritten-open-text = текст открыт кавычкой и не закрыт
miswritten-open-comment = комментарий открыт знаками /* и не закрыт
miswritten-too-deep = слишком много вложенных скобок
miswritten-goes-on = план закончился раньше, а файл продолжается
miswritten-ends-early = текст обрывается слишком рано
miswritten-unreadable = начиная отсюда текст не читается

expected-text = здесь должен стоять текст в кавычках
expected-number = здесь должно стоять целое число
expected-number-in-range = число слишком велико или слишком мало для этого поля
expected-true-or-false = здесь должно стоять true или false
expected-word = здесь должно стоять слово без кавычек
expected-list = здесь должен стоять список, который начинается с `[`
expected-block = здесь должны стоять поля в скобках
expected-two = здесь должны стоять два значения в скобках
expected-comma = здесь должна стоять запятая
expected-colon = после имени поля должно стоять двоеточие
expected-closing-bracket = здесь должна стоять закрывающая скобка
expected-numbers = здесь должны стоять числа с именами в фигурных скобках
expected-new-name = число с таким именем здесь уже есть
expected-id = в идентификаторе от 1 до 24 знаков: буквы A–Z и a–z, цифры, '.', '_' и '-'; { $found } не подходит
expected-zone = часового пояса { $found } нет; они называются, например, Asia/Baku
expected-identity = { $found }: это не опознавательный номер; он пишется как f81d4fae-7dec-11d0-a765-00a0c91e6bf6 или опускается
expected-language = язык обозначается одним из кодов en, fr, es, ru, zh, ar, а не { $found }
expected-date = дата пишется как 2025-11-17, а не { $found }
expected-real-date = даты { $found } не бывает
expected-time = время пишется как 2025-11-17T09:30, а не { $found }
expected-real-time = такого дня или часа, как { $found }, не бывает
expected-clock = час дня пишется как 08:30, от 00:00 до 24:00, а не { $found }
expected-length = продолжительность должна быть от 1 до 20160 минут (четырнадцать дней), а не { $found }
expected-short-text = в тексте может быть не больше { $most } знаков
expected-short-list = в списке в файле плана может быть не больше { $most } записей
expected-short-table = в списке в файле плана может быть не больше { $most } строк

## Saving and handing out

save-no-name = в этом пути нет имени файла; выберите имя
save-no-folder = такой папки нет или больше нет; выберите другую
save-folder = так называется папка; выберите другое имя файла
save-device = это устройство, а не файл; выберите другое имя файла
save-protected = файл защищен от записи; выберите другое имя или снимите защиту
save-forbidden = нет прав на запись в этой папке; выберите другую
save-full = на диске нет места; освободите его или выберите другой диск
save-bad-name = имя файла слишком длинное, или в нем есть недопустимые знаки; выберите другое
save-link-circle = ссылки ведут по кругу; выберите другое имя файла
save-io = файл не записывается ({ $why }); попробуйте еще раз или выберите другое место
save-backup = рядом с файлом не записывается его прежняя копия { $name } ({ $why }); уберите то, что ей мешает
save-unreadable = { $what } не сохранить в файле: { $why }; сократите и сохраните снова
save-changed = файл с тех пор, как он был здесь открыт, изменил кто-то другой
save-lossy = файл с этим планом был бы неполным; это ошибка в Plenary, пожалуйста, сообщите о ней
release-missing = содержимого этого выпуска нет: не найден { $file }; возьмите его там, откуда пришел план
release-changed = { $file } уже не то, что было выпущено: файл изменен; восстановите его из резервной копии
expected-colour = { $found }: это не цвет; он пишется как #0b5d7a
expected-logo = { $found }: это не логотип; он хранится как картинка не больше 200 кБ в Base64
