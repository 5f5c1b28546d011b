### Поиск слов и замена.

replace-title = Поиск и замена
replace-find = Найти
replace-with = Заменить на
replace-in-titles = Названия
replace-in-rooms = Залы
replace-in-people = Лица
replace-by-case = Учитывать регистр
replace-whole = Слово целиком
replace-do = Заменить: { $count }
replace-searching = Поиск…
replace-nothing-yet = Введите, что найти; просматриваются все языки.
replace-found = { $all ->
    [0] Ничего не найдено.
    [one] Найдено в { $all } месте
    [few] Найдено в { $all } местах
   *[other] Найдено в { $all } местах
}
