## Posts in bodies and how they are filled

post-role = Должность
post-kept-for = От кого
post-designation = Состояние
post-asked = Запрошено
post-reminded = Напоминание
post-received = Имя получено
post-confirmed = Подтверждено
post-owner = Ответственный
post-proposed-by = Кем предложено
post-decided-at = Где избирают или назначают
designation-to-be-designated = подлежит назначению
designation-asked = запрошено
designation-name-received = имя получено
designation-confirmed = подтверждено
person-gender = Пол
gender-woman = женщина
gender-man = мужчина
post-person = Кто
post-nobody = пока никто
post-language = Для языка
post-due = Срок
post-decided-at-short = Где избирают
post-add = Добавить должность
post-state-late = { $state }, срок прошёл
post-by = до { $day }
post-left = { $count ->
    [0] до { $day }, сегодня
    [one] до { $day }, остался { $count } день
    [few] до { $day }, осталось { $count } дня
    [many] до { $day }, осталось { $count } дней
   *[other] до { $day }, осталось { $count } дня
}
post-late = { $count ->
    [one] срок { $day }, прошёл { $count } день
    [few] срок { $day }, прошло { $count } дня
    [many] срок { $day }, прошло { $count } дней
   *[other] срок { $day }, прошло { $count } дня
}
post-step-ask = Запрошено сегодня
post-step-remind = Напомнили сегодня
post-step-receive = Имя получено
post-step-confirm = Подтвердить
post-body = Орган
body-officers = Бюро
