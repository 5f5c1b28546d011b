# День и сетка плана.

days-none = Дней пока нет
days-none-hint = Добавьте мероприятие, укажите даты и часы его работы или перетащите заседание из лотка на шкалу времени: дни появятся здесь.

day-ground = День
day-today = Сегодня
day-empty-room = { $room }, без заседаний
day-empty-rooms = { $room } и еще { $more }, без заседаний
day-hide-empty = Скрыть пустые залы
day-fold-before = Раньше: { $day } · { $what }
day-fold-next = Далее: { $day } · { $what }
day-fold-from = { $sessions }, с { $time }
day-empty = На этот день ничего не запланировано. Проведите мышью по свободному месту, чтобы создать заседание, или перетащите его из лотка.
day-no-rooms = Залов пока нет. Добавьте зал, и здесь появится его столбец; все, что вы создадите сейчас, будет без зала.

grid-ground = Сетка плана
grid-week = Неделя { $number }
# Над столбцом: «Чт 20».
grid-day = { $weekday } { $day }
grid-early = Рано
grid-forenoon = Утро
grid-lunch = Обед
grid-afternoon = День
grid-evening = Вечер
grid-until = до { $time }
grid-from = после { $time }
grid-open-day = Открыть: { $day }
# Слово, которое карточка опускает после кода и номера: «КОМ4, 2-е заседание».
grid-meeting = заседание
# Одна карточка вместо заседаний, которые начинаются в одно время.
grid-groups = { $count ->
    [one] { $count } группа: { $names }
    [few] { $count } группы: { $names }
   *[other] { $count } групп: { $names }
}
grid-sessions = { $count ->
    [one] { $count } заседание: { $names }
    [few] { $count } заседания: { $names }
   *[other] { $count } заседаний: { $names }
}
grid-open-group = { $group }, { $time }; показать по одному
grid-close-group = { $group }, { $time }; показать вместе
grid-add = Новое заседание: { $day }, { $part }
grid-legend = Цвета,
grid-legend-rooms = залы
grid-short-breaks = Перерывы короче 45 минут не показаны

legend = Цвета
legend-place = Подходящее место
