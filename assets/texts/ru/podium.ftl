## Трибуна: часы выступающего, окно секретариата, экран в зале

view-podium = Трибуна
view-podium-tip = Часы выступающего: кто говорит, кто следующий, когда закончится часть
podium-title = Трибуна
podium-none = В этом плане еще нет заседаний с общеполитическими заявлениями. Задайте заседанию этот вид, и здесь появится его трибуна.
podium-hall = Экран в зале
command-hall = Экран в зале
command-hall-tip = Часы выступающего в отдельном окне для второго экрана; F11 – на весь экран
podium-status = Выступили: { $given } · впереди: { $rest }
podium-first = Первый выступающий
podium-nobody = Никто не выступает
podium-next = Следующий
podium-all = Все выступили
podium-over = Закрыто
podium-time-over = Время истекло
podium-conclude = Просьба заканчивать
podium-speaking = Выступает
podium-used = { $used } из { $all }
podium-next-short = Далее
podium-then-short = Затем
podium-open = Открыть
podium-begin = Начать
podium-end = Стоп
podium-go-on = Продолжить
podium-close = Закрыть
podium-next-speaker = Следующий
podium-back = Назад
podium-more = +30 с
podium-less = −30 с
podium-not-present = Отсутствует
podium-pause = Пауза
podium-interrupt = По порядку ведения
podium-swap = Обмен
podium-restart = Заново
podium-confirm = Подтвердить
podium-leave = Отмена
podium-why = Почему часы остановлены?
podium-what = Что прерывает выступление?
podium-close-ask = Выступили не все. Они получат места в следующих частях, если там есть свободные.
podium-swap-ask = { $one } и { $other } меняются местами. Нужно согласие обоих.
podium-both-agree = Оба согласны
podium-agreed = согласовано у трибуны
podium-log = Журнал
podium-log-empty = Пока ничего. Здесь записываются выступления, паузы и отсутствия с точностью до секунды; ← отменяет последний шаг.
podium-log-opened = Открыто
podium-log-opened-late = Открыто с опозданием на { $late }
podium-log-speaks = { $who }, выступление { $number }
podium-log-not-present = { $who }: нет в зале
podium-log-extended = { $who }: { $by }
podium-log-swapped = { $who } и { $other } поменялись местами
podium-log-stopped = { $why }, { $length }
podium-log-closed = Закрыто
podium-clock-back = Часы этого компьютера отстают от записанного здесь. Исправьте их; ничего не потеряно.
podium-begins = Начало
podium-length = Продолж.
podium-not-here = нет
podium-planned = конец, по плану { $planned }
podium-ended = закрыто, по плану { $planned }
podium-late = опоздание { $by }
podium-early = раньше на { $by }
podium-now = Сейчас
podium-from = Начало
podium-rest-of = { $who }, до { $to }
podium-rest-of-change = Смена выступающего
podium-speakers = { $speakers ->
    [one] { $speakers } выступающий
    [few] { $speakers } выступающих
    [many] { $speakers } выступающих
   *[other] { $speakers } выступающего
 } × { $mean }, среднее из { $measured }
podium-speakers-usual = { $speakers ->
    [one] { $speakers } выступающий
    [few] { $speakers } выступающих
    [many] { $speakers } выступающих
   *[other] { $speakers } выступающего
 } × { $mean }
podium-changes = { $count ->
    [one] { $count } смена
    [few] { $count } смены
    [many] { $count } смен
   *[other] { $count } смены
 } × { $pause }
podium-chair = Слова Председателя
podium-end-line = Конец
podium-ways = Что может сделать Председатель
podium-way-limit = По { $length } каждому
podium-way-limit-price = Выступят все, но короче своих текстов
podium-way-late = Закрыть позже
podium-way-move = { $who } – место { $number }, в { $due }
podium-way-absent-price = { $used } из { $free } свободных мест
podium-way-move-price = { $used ->
    [one] Нужно согласие; { $used } из { $free } свободных мест
    [few] Нужно согласие всех; { $used } из { $free } свободных мест
    [many] Нужно согласие всех; { $used } из { $free } свободных мест
   *[other] Нужно согласие всех; { $used } из { $free } свободных мест
 }
podium-gap = Перерыв { $left } вместо { $planned }
stop-interpretation = Устный перевод
stop-technical = Технические причины
stop-chair = Просьба Председателя
stop-point-of-order = По порядку ведения
stop-reply = Ответ
step-podium-open = Открытие трибуны: { $what }
step-podium-speak = Предоставление слова: { $what }
step-podium-end = Конец выступления: { $what }
step-podium-restart = Часы заново: { $what }
step-podium-extend = Продолжительность выступления: { $what }
step-podium-swap = Обмен местами на подиуме: { $what }
step-podium-limit = Продолжительность всех выступлений: { $what }
step-podium-pause = Остановка часов: { $what }
step-podium-resume = Продолжение: { $what }
step-podium-not-present = Отсутствует: { $what }
step-podium-move-on = В следующую часть: { $what }
step-podium-close = Закрытие трибуны: { $what }
key-space = Пробел
refusal-podium-open = Заявления звучат в: { $what }. Сначала закройте эту трибуну.
podium-start-stop = Начать, остановить, продолжить
