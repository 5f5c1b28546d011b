### Комментарии и задачи.

## Комментарии и задачи

comments-title = Комментарии
comment-write = Написать комментарий
comment-write-short = Комментарий
comment-hint = Комментарий… Enter добавляет
comment-text = Комментарий
comment-to-do = Задача
comment-as = имя:
comment-author = Ваше имя
comment-nobody = Без имени
comment-done = Выполнено: { $text }
comment-remove = Удалить комментарий: { $text }
comment-make-to-do = Сделать задачей: { $text }
comment-no-to-do = Больше не задача: { $text }
comment-due = до { $day }
comment-no-due = Без срока
comment-clear-due = Убрать срок
comment-assignee = Кто выполняет
comment-was-done = Выполнено { $when }
comment-done-by = Выполнено: { $who }, { $when }
comment-too-long = В комментарии не больше 10 000 знаков; вставленный текст слишком длинный.
comment-expected-text = В комментарии должен быть текст, не больше 10 000 знаков; прежний остается.

command-comment = Комментарий…
command-comment-tip = Написать комментарий к выделенному заседанию
comment-select-one = Выделите одно заседание, к которому нужен комментарий.

to-dos-open = { $count ->
        [one] { $count } открытая задача
        [few] { $count } открытые задачи
       *[many] { $count } открытых задач
    }
list-column-to-dos = Задачи
list-column-comments = Комментарии

command-to-dos = Комментарии и задачи
command-to-dos-tip = Что еще нужно сделать, к какому заседанию, кому и к какому сроку

to-dos-title = Комментарии и задачи
to-dos-overdue = { $count ->
        [one] { $count } просрочена
        [few] { $count } просрочены
       *[many] { $count } просрочено
    }
to-dos-late = просрочено, { $day }
to-dos-filter-open = Открытые
to-dos-filter-mine = Мои
to-dos-filter-overdue = Просроченные
to-dos-filter-all = Все
to-dos-everybody = Все авторы
to-dos-by-whom = Кто написал или кто выполняет
to-dos-until = До { $day }
to-dos-any-day = Любой день
to-dos-words = Слова
to-dos-none = Комментариев пока нет. Их пишут рядом с заседанием, в инспекторе.
to-dos-none-shown = Ничего подходящего нет.
