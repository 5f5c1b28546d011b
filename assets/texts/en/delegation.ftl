# Delegates, and what a delegation can follow.

delegate-person = Person
delegate-interests = Interested in
delegate-add-interest = Add an interest
delegate-attends = Attends, by hand
delegate-add-session = Add a session
delegate-group = Group, §4.23

stakeholder-regulator = Regulator
stakeholder-policy-maker = Policy-maker
stakeholder-civil-society = Civil society
stakeholder-academia = Academia
stakeholder-technical-community = Technical community of the Internet
stakeholder-youth = Youth
stakeholder-gender-equality = Gender equality

view-delegation = Delegation
view-delegation-tip = What a delegation can follow, and what it must miss
delegation-title = Delegation
delegation-none = There are no formal meetings with times yet.
delegation-status = { $party } · { $concern ->
    [one] { $concern } meeting counts
   *[other] { $concern } meetings count
 } · { $missed ->
    [0] nothing is missed
    [one] { $missed } is missed
   *[other] { $missed } are missed
 }
delegation-small = { $count ->
    [one] Any delegation of one
   *[other] Any delegation of { $count }
 }
delegation-small-about = all formal meetings
delegation-delegate = Delegate { $number }
delegation-party = Delegation
delegation-party-tip = Whose part is looked at
delegation-new = New delegation: { $name }
delegation-count = { $count ->
    [one] { $count } delegate
   *[other] { $count } delegates
 }
delegation-no-delegates = no delegates yet
delegation-interest = Interest
delegation-topics-of = { $region } topics
delegation-that-concern = That concern it
delegation-all-formal = All formal
delegation-add = Delegate
delegation-export = Export schedule…
delegation-whole = The whole delegation
delegation-open-tip = Open in the inspector
delegation-by-hand = by hand
delegation-by-program = left to the program
delegation-missed = nobody can attend
delegation-spoken = { $what }, { $when }, { $who }
delegation-of-interest = of interest
delegation-in-vain = sent to two meetings at once, or while not there
delegation-drop-not-there = not there then
delegation-drop-instead = instead of { $what }
delegation-not-sent = { $who } is not there at that time. Let them come earlier or stay longer, or send somebody else.
delegation-kept = { $who }: { $what }
delegation-not-there = { $who }: not there
delegation-at-once = Meetings at once that concern it
delegation-at-once-all = Formal meetings at once
delegation-curve-spoken = { $count ->
    [0] Never more meetings at once than delegates; { $most } at most
    [one] Once more meetings at once than delegates; { $most } at most
   *[other] { $count } times more meetings at once than delegates; { $most } at most
 }
delegation-there = { $count ->
    [0] no delegate
    [one] { $count } delegate
   *[other] { $count } delegates
 }
delegation-not-before = not there before { $when }
delegation-left = left on { $when }
delegation-sum = { $count ->
    [0] no meetings
    [one] { $count } meeting, { $length }
   *[other] { $count } meetings, { $length }
 }
delegation-must-miss = Must miss
delegation-missed-of = { $count } of { $all }, { $length }
delegation-when = When
delegation-meeting = Meeting
delegation-because = Because
delegation-nothing-missed = Every meeting that counts is attended
delegation-concerns = Whom formal meetings concern
delegation-all = all
delegation-all-about = every delegation
delegation-region = a region
delegation-region-about = drafting groups; its own region’s only
delegation-members = members
delegation-members-about = editors and others who hold a post in it
delegation-officers = officers
delegation-officers-about = chairs and vice-chairs of the conference
delegation-together = Count in all
delegation-helps = What helps
delegation-helps-about = each leaves less to miss
delegation-move = Move
delegation-frees = Frees
delegation-costs = Costs
delegation-searching = Looking for moves that help…
delegation-needs-no-help = Nothing is missed, so nothing needs to move
delegation-no-help = No single move helps; more delegates or days would
delegation-comes = { $who } comes on { $when } already
delegation-stays = { $who } stays until { $when }
delegation-comes-earlier = { $who } comes earlier
delegation-stays-longer = { $who } stays longer
delegation-for = for { $what }
delegation-costs-lunch = takes { $length } of lunchtime
delegation-costs-nothing = breaks no rule
delegation-nothing-moved = no meeting moves
delegation-take = Take
delegation-member-state = Member State, { $region }
delegation-can-attend = can attend
delegation-must-miss-figure = must miss
delegation-of-interest-figure = of interest
delegation-longest = longest day { $length }, { $when }
delegation-count-by-hand = { $count } by hand
delegation-groups = Groups that §4.23 encourages
delegation-included = included
delegation-not-included = not included
delegation-interest-title = Of interest
delegation-how = How it is shared out
delegation-how-about = By hand first, then what is of interest, plenary meetings and policy statements, the own region, and all others; of equal ones the longer; the delegate who sits least that day goes. Keys: arrows go from meeting to meeting, 1–9 send a delegate, 0 leaves it to the program. A meeting that is dragged to a lane stays there.
delegation-nobody-hint = Nobody of it is noted yet. Add its delegates to see what they can follow.
delegation-small-hint = Choose a State, or type an organization, to see what its own delegates can follow.
