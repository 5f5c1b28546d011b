## The youth celebration: elements of its programme, visits, documents (§7.1)

view-youth = Youth
view-youth-tip = The youth celebration: which session serves which element, visits with groups and transport
youth-none = This plan has no youth celebration. Add an event of that kind in the Preparation (Ctrl+Shift+P, Step); its sessions then stand here against the elements of §7.1.
youth-elements = Elements of the programme
youth-element-dialogue = (a) Dialogue between generations
youth-element-talks = (b) Inspirational talks
youth-element-activities = (c) Activities on the role of youth in digital development
youth-element-interaction = (d) Direct interaction with policy-makers and stakeholders
youth-element-visits = (e) Visits organized by the host country
youth-served = Served by
youth-gap = no session
youth-idle = none that takes place
youth-serves = serves it
youth-would-serve = would serve it, but waits or is cancelled
youth-serves-not = does not serve it
youth-earlier = Earlier sessions
youth-later = Later sessions
youth-on-seats = { $people } of { $seats } seats
youth-expected = { $people } expected
youth-has-seats = { $seats } seats
youth-elements-served = { $served } of { $all } elements
youth-status = { $served } of { $all } elements are served · { $groups ->
    [one] { $groups } group
   *[other] { $groups } groups
} on visits · { $flawed } to look at
youth-visits = Visits and transport
youth-visit = Visit
youth-group = Group
youth-people = People
youth-seats = Seats
youth-departs = Departure
youth-returns = Return
youth-check = Check
youth-add-group = Group
youth-add-group-tip = A new group on the visit that is selected, or on the first one (Insert)
youth-new-group = New group
youth-no-groups = No groups yet: press Insert, or Group above.
youth-no-visit = There is no visit yet: tick (e) at a session, or make one of the kind Visit.
youth-sum = { $groups ->
    [one] { $groups } group
   *[other] { $groups } groups
}, { $people ->
    [one] { $people } person
   *[other] { $people } people
}, { $seats ->
    [one] { $seats } seat
   *[other] { $seats } seats
}
youth-fits = fits
youth-no-headcount = how many go is not known
youth-no-slot = departure and return are not known
youth-no-seats = seats are not known
youth-too-few-seats = { $count ->
    [one] { $count } seat too few
   *[other] { $count } seats too few
}
youth-back-before-departure = is back before it departs
youth-departs-during = departs during “{ $what }”
youth-beside-visit = is not there while the visit is
youth-asked = What §7.1 asks
youth-before = Before { $what } opens
youth-not-before = Not over when { $what } opens
youth-outcomes = { $count ->
    [0] No outcome documents
    [one] { $count } outcome document, and none is to be adopted
   *[other] { $count } outcome documents, and none is to be adopted
}
youth-is-outcome = an outcome, which is not to be adopted
youth-gaps = { $count ->
    [0] Every element has a session
    [one] { $count } element has no session
   *[other] { $count } elements have no session
}
youth-flawed = { $count ->
    [0] Every group has its transport
    [one] { $count } group is to be looked at
   *[other] { $count } groups are to be looked at
}
youth-no-documents = None. A programme may be added; outcomes are not adopted.
youth-aims = What it is for
youth-no-aims = Nothing is said: write it into the description of the event.
youth-edit = Open the event
session-concerns = Concerns
session-concerns-by-body = as its bodies say: { $whom }
session-concerned-regions = Regions that it concerns
youth-short-dialogue = (a) Dialogue
youth-short-talks = (b) Talks
youth-short-activities = (c) Activities
youth-short-interaction = (d) Interaction
youth-short-visits = (e) Visits
session-elements = Elements of §7.1
session-groups = Groups of the visit
