## Реестры: лица, органы, залы, документы и темы в таблицах

view-registers = Реестры
view-registers-tip = Лица, органы, залы, документы и темы в таблицах и сколько раз каждый используется
registers-people = Лица
registers-bodies = Органы
registers-rooms = Залы
registers-documents = Документы
registers-topics = Темы
registers-used = Ссылки
registers-used-by = Где используется
registers-unused = Нигде не используется
registers-find = Найти
registers-add-field = Новый столбец (свое поле)
registers-add = Добавить: { $what }
registers-order = По столбцу: { $column }
registers-status = { $what }: { $count }
registers-new-person = Новое лицо
registers-new-body = Новый орган
registers-new-room = Новый зал
registers-new-document = Новый документ
registers-new-topic = Новая тема
registers-seats = Места
registers-booths = Кабины
registers-empty = Здесь пусто. Клавиша Insert или кнопка выше добавляет строку.

room-layout = Расстановка
room-equipment = Оборудование
room-setup-mins = Подготовка, мин
room-turnaround-mins = Уборка, мин
room-closed = Закрыт
person-away = Отсутствует
absence-add = Добавить время
absence-line = { $from } – { $to } { $reason }
absence-form = 24 ноя 09:00 – 18:00 репетиция
absence-expected = Нужны два времени, например 24 ноя 09:00 – 18:00
registers-unknown = «{ $text }» не подходит для столбца «{ $column }»; ничего не изменено
