### Comments and to-dos on sessions.

## Comments and to-dos

comments-title = Comments
comment-write = Write a comment
comment-write-short = Comment
comment-hint = Comment… Enter adds it
comment-text = Comment
comment-to-do = To-do
comment-as = as
comment-author = Your name
comment-nobody = Without a name
comment-done = Done: { $text }
comment-remove = Remove the comment: { $text }
comment-make-to-do = Make it a to-do: { $text }
comment-no-to-do = Not a to-do any more: { $text }
comment-due = by { $day }
comment-no-due = No day
comment-clear-due = Without a day
comment-assignee = Who does it
comment-was-done = Done { $when }
comment-done-by = Done by { $who }, { $when }
comment-too-long = A comment has at most 10,000 characters; what was put in was too long.
comment-expected-text = A comment has a text, of at most 10,000 characters; the old one stays.

command-comment = Comment…
command-comment-tip = Write a comment on the selected session
comment-select-one = Select one session to comment on.

to-dos-open = { $count ->
        [one] 1 open to-do
       *[other] { $count } open to-dos
    }
list-column-to-dos = To-dos
list-column-comments = Comments

command-to-dos = Comments and to-dos
command-to-dos-tip = What is still to be done, on which session, by whom and by when

to-dos-title = Comments and to-dos
to-dos-overdue = { $count ->
        [one] 1 overdue
       *[other] { $count } overdue
    }
to-dos-late = overdue, { $day }
to-dos-filter-open = Open
to-dos-filter-mine = Mine
to-dos-filter-overdue = Overdue
to-dos-filter-all = All
to-dos-everybody = Everybody
to-dos-by-whom = Written by, or to be done by
to-dos-until = Until { $day }
to-dos-any-day = Any day
to-dos-words = Words
to-dos-none = There are no comments yet. They are written beside a session, in the inspector.
to-dos-none-shown = Nothing here is like that.
