# День и сетка плана.

days-none = Дней пока нет
days-none-hint = Добавьте мероприятие, укажите даты и часы его работы или перетащите заседание из лотка на шкалу времени: дни появятся здесь.

day-ground = День
day-today = Сегодня
day-of-event = { $event }, день { $day } из { $days }
day-empty-room = { $room }, без заседаний
day-empty-rooms = { $room } и еще { $more }, без заседаний
day-hide-empty = Скрыть пустые залы
day-fold-before = Раньше: { $day } · { $what }
day-fold-next = Далее: { $day } · { $what }
day-fold-from = { $sessions }, с { $time }
day-empty = На этот день ничего не запланировано. Проведите мышью по свободному месту, чтобы создать заседание, или перетащите его из лотка.
day-no-rooms = Залов пока нет. Добавьте зал, и здесь появится его столбец; все, что вы создадите сейчас, будет без зала.

grid-ground = Сетка плана
grid-forenoon = Первая половина дня
grid-afternoon = Вторая половина дня
grid-evening = Вечер
grid-until = до { $time }
grid-from = с { $time }
grid-open-day = Открыть: { $day }
