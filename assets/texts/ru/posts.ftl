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
post-in-state = { $state }: { $count }
designation-to-be-designated = не назначен
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
post-state-late = { $state }, срок прошел
post-by = до { $day }
post-left = { $count ->
    [0] до { $day }, сегодня
    [one] до { $day }, остался { $count } день
    [few] до { $day }, осталось { $count } дня
    [many] до { $day }, осталось { $count } дней
   *[other] до { $day }, осталось { $count } дня
}
post-late = { $count ->
    [one] срок { $day }, прошел { $count } день
    [few] срок { $day }, прошло { $count } дня
    [many] срок { $day }, прошло { $count } дней
   *[other] срок { $day }, прошло { $count } дня
}
post-step-ask = Запросить
post-step-remind = Напомнить
post-step-receive = Имя получено
post-step-confirm = Подтвердить
post-body = Орган
body-officers = Бюро

view-bureaus = Бюро
view-bureaus-tip = Кто руководит каким органом: председатели, заместители, секретари
bureaus-none = Бюро есть у органа: пленарного заседания, комитета, рабочей группы. Добавьте органы в реестрах (Ctrl+U), и здесь появятся их должности.
bureaus-board-of = { $body }
bureaus-late = Срок прошел { $count }
bureaus-open = Не заняты { $count }
bureaus-table = Таблица
bureaus-due-all = Срок…
bureaus-due-hint = 24 окт
bureaus-due-unknown = Это не день. Напишите, например, 24 окт; пустое поле снимает срок.
bureaus-due-set =
    { $count ->
        [one] Задать для { $count } незаполненной должности
        [few] Задать для { $count } незаполненных должностей
        [many] Задать для { $count } незаполненных должностей
       *[other] Задать для { $count } незаполненной должности
    }
bureaus-ask-all = Запросить все
bureaus-ask-all-tip = Отмечает, что имена запрошены сегодня, и копирует письмо в буфер обмена
bureaus-status = { $posts ->
    [one] { $posts } должность, не занято { $open }
    [few] { $posts } должности, не занято { $open }
    [many] { $posts } должностей, не занято { $open }
   *[other] { $posts } должности, не занято { $open }
}
bureaus-asked = { $count ->
    [one] { $count } должность отмечена как запрошенная; письмо в буфере обмена
    [few] { $count } должности отмечены как запрошенные; письмо в буфере обмена
    [many] { $count } должностей отмечено как запрошенные; письмо в буфере обмена
   *[other] { $count } должности отмечены как запрошенные; письмо в буфере обмена
}
bureaus-letter = Просим сообщить имена на должности: { $body }
bureaus-no-owner = ответственный не назван
bureaus-leads = ведет оба собрания, п. 4.25
bureaus-meets = первое заседание { $day }
bureaus-meets-in = { $count ->
    [one] первое заседание { $day }, через { $count } день
    [few] первое заседание { $day }, через { $count } дня
    [many] первое заседание { $day }, через { $count } дней
   *[other] первое заседание { $day }, через { $count } дня
}
bureaus-make-all = { $count ->
    [one] Добавить { $count } должность
    [few] Добавить { $count } должности
    [many] Добавить { $count } должностей
   *[other] Добавить { $count } должности
}
bureaus-posts = Должности по регионам
bureaus-posts-of = Должности: { $event }
bureaus-elsewhere = прочие
bureaus-posts-head = Всего
bureaus-women = Жен.
bureaus-men = Муж.
bureaus-open-head = Нет
bureaus-no-name = имени еще нет
bureaus-to-be-named = назначается
bureaus-name-secretary = добавить
bureaus-by-region = По регионам
bureaus-chairs = из них председателей
bureaus-genders = Жен., муж., не занято
bureaus-of = { $named } из { $all }
bureaus-steering = не заполняется вручную: председатели и заместители пленарного заседания, его комитетов и рабочих групп; названо { $held } из { $count }
bureaus-check-chairs = Председателей от региона: от { $least } до { $most }
bureaus-check-posts = Должностей у региона: от { $least } до { $most }
bureaus-check-genders = Женщин { $women }, мужчин { $men }, не занято { $open }
bureaus-check-languages = { $body }: языков { $count } из 6
bureaus-state-of = Состояние: { $body }
bureaus-late-count = срок прошел: { $count }
bureaus-late-title = Срок прошел
bureaus-no-posts = должностей еще нет
bureaus-owners = Кто отвечает за незанятые
bureaus-owner = { $owner }: { $count }
post-show = Показать
post-make = Добавить заместителя Председателя: { $name }
post-none = должности еще нет
post-asked-on = запрошено { $day }
post-reminded-on = напомнили { $day }
post-received-on = имя получено { $day }
post-confirmed-on = подтверждено { $day }
post-owned-by = Ответственный: { $owner }
post-spokespersons-none = нет
post-spokespersons-of = Представители { $name }: { $count }
post-add-spokesperson = Добавить представителя
post-step-tip = Отмечает шаг сегодняшним числом; при запросе и напоминании письмо копируется в буфер обмена
gender-woman-letter = ж
gender-man-letter = м
bureaus-add = Добавить должность: { $name }
bureaus-show-board = Показать бюро: { $body }
