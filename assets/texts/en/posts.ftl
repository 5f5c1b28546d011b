## Posts in bodies and how they are filled

post-role = Post
post-kept-for = Kept for
post-designation = State
post-asked = Asked
post-reminded = Reminded
post-received = Name received
post-confirmed = Confirmed
post-owner = Owner
post-proposed-by = Proposed by
post-decided-at = Elected or appointed at
post-in-state = { $count } { $state }
designation-to-be-designated = to be designated
designation-asked = asked
designation-name-received = name received
designation-confirmed = confirmed
person-gender = Gender
gender-woman = woman
gender-man = man
post-person = Person
post-nobody = nobody yet
post-language = Kept for a language
post-due = By
post-decided-at-short = Elected at
post-add = Add a post
post-state-late = { $state }, late
post-by = by { $day }
post-left = { $count ->
    [0] by { $day }, today
    [one] by { $day }, 1 day left
   *[other] by { $day }, { $count } days left
}
post-late = { $count ->
    [one] due { $day }, 1 day late
   *[other] due { $day }, { $count } days late
}
post-step-ask = Ask
post-step-remind = Remind
post-step-receive = Name received
post-step-confirm = Confirm
post-body = Body
body-officers = Officers

view-bureaus = Bureaus
view-bureaus-tip = Who leads which body: chairs, vice-chairs, secretaries
bureaus-none = A bureau belongs to a body: the plenary, a committee, a working group. Add bodies in the registers (Ctrl+U), and their posts appear here.
bureaus-board-of = { $body }
bureaus-late = Late { $count }
bureaus-open = To be filled { $count }
bureaus-table = Table
bureaus-due-all = Due…
bureaus-due-hint = 24 oct
bureaus-due-unknown = Not a day. Write one such as 24 oct; nothing takes the days away.
bureaus-due-set =
    { $count ->
        [one] Set for 1 open post
       *[other] Set for { $count } open posts
    }
bureaus-ask-all = Ask all
bureaus-ask-all-tip = Notes that names were asked for today and copies a letter to the clipboard
bureaus-status = { $posts ->
    [one] 1 post, { $open } open
   *[other] { $posts } posts, { $open } open
}
bureaus-asked = { $count ->
    [one] 1 post is noted as asked for; the letter is on the clipboard
   *[other] { $count } posts are noted as asked for; the letter is on the clipboard
}
bureaus-letter = Names are kindly asked for these posts: { $body }
bureaus-no-owner = nobody named
bureaus-leads = leads both meetings, §4.25
bureaus-meets = meets on { $day }
bureaus-meets-in = { $count ->
    [one] meets on { $day }, tomorrow
   *[other] meets on { $day }, in { $count } days
}
bureaus-make-all = { $count ->
    [one] Add the missing post
   *[other] Add { $count } missing posts
}
bureaus-posts = Posts by region
bureaus-posts-of = Posts of { $event }
bureaus-elsewhere = other
bureaus-posts-head = Posts
bureaus-women = Women
bureaus-men = Men
bureaus-open-head = Open
bureaus-no-name = no name yet
bureaus-to-be-named = to be named
bureaus-name-secretary = add
bureaus-by-region = Posts by region
bureaus-chairs = of these chairs
bureaus-genders = Women, men, open
bureaus-of = { $named } of { $all }
bureaus-steering = is not filled by hand: chairs and vice-chairs of the plenary, its committees and working groups; { $held } of { $count } named
bureaus-check-chairs = Chairs by region: { $least } to { $most }
bureaus-check-posts = Posts by region: { $least } to { $most }
bureaus-check-genders = { $women } women, { $men } men, { $open } open
bureaus-check-languages = { $body }: { $count } of 6 languages
bureaus-state-of = State of { $body }
bureaus-late-count = { $count } late
bureaus-late-title = Late
bureaus-no-posts = no posts yet
bureaus-owners = Who sees to open posts
bureaus-owner = { $owner }: { $count }
post-show = Show
post-make = Add a vice-chair: { $name }
post-none = no post yet
post-asked-on = asked { $day }
post-reminded-on = reminded { $day }
post-received-on = name received { $day }
post-confirmed-on = confirmed { $day }
post-owned-by = Owner: { $owner }
post-spokespersons-none = none
post-spokespersons-of = Spokespersons of { $name }: { $count }
post-add-spokesperson = Add a spokesperson
post-step-tip = Notes the step with today's date; asking and reminding also copy a letter to the clipboard
gender-woman-letter = w
gender-man-letter = m
bureaus-add = Add a post: { $name }
bureaus-show-board = Show the board of { $body }
