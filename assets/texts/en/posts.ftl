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
post-step-ask = Asked today
post-step-remind = Reminded today
post-step-receive = Name received
post-step-confirm = Confirm
post-body = Body
body-officers = Officers
