## Topics: what regions bring, and what deals with it (§4.9–4.24)

view-topics = Topics
view-topics-tip = What regions bring, which items and sessions deal with it, and what nothing deals with
topics-none = There are no topics in this plan yet. Add them in the registers (Ctrl+U): what regions bring, and they appear here against the agendas that take them.
topics-none-shown = No topic is shown: change the words of the filter, or show more than gaps.
topics-count = { $count ->
    [one] { $count } topic
   *[other] { $count } topics
}
topics-ticked = { $count } ticked
topics-without-item = { $count ->
    [0] every one has an item in { $event }
    [one] { $count } without an item in { $event }
   *[other] { $count } without an item in { $event }
}
topics-by-region = By region
topics-by-likeness = By likeness
topics-filter = Filter topics
topics-gaps = Gaps { $count }
topics-gaps-tip = Only topics that have no item in an interregional meeting, or that nothing deals with
topics-set-state = State…
topics-set-state-tip = How far the ticked topics have come
topics-state-of-kind = As its kind says
topics-make-group = Group…
topics-make-group-tip = Puts the ticked topics in one group of like ones
topics-new-group = New group “{ $name }”
topics-no-group = No group
topics-no-region = no region
topics-give = Give an item…
topics-give-tip = Puts the ticked topics on one item of an agenda
topics-tick-first = Tick topics first, or go to one
topics-build = Build agenda…
topics-build-tip = Makes items of the ticked topics, or of all that are missing somewhere
topics-agenda-item = agenda item
topics-whole-session = whole session
topics-group = Group
topics-for-amends = For, amends
topics-tick = Tick { $topic }
topics-tick-all = Tick all that show
topics-is-ticked = ticked
topics-is-not-ticked = not ticked
topics-priority = priority
topics-initiative = initiative
topics-other = other
topics-to-be-named = to be named
topics-drafting = Drafting
topics-item = item { $number }
topics-item-titled = item { $number } { $title }
topics-mins = { $mins } min
topics-no-item = no item
topics-no-session = no session
topics-not-there = not there
topics-covers-nothing = named, but covers nothing
topics-cancelled = cancelled
topics-waits = not scheduled
topics-covered-by = Covered by
topics-covered-by-nothing = Nothing
topics-are-for = { $regions }
topics-amend = { $count ->
    [one] { $regions } amends
   *[other] { $regions } amend
}
topics-oppose = { $count ->
    [one] { $regions } opposes
   *[other] { $regions } oppose
}
topics-region-missing = Nobody says of which region this is
topics-edit = Edit…
topics-tick-group = Tick all of it
topics-sums = By region, minutes of agendas
topics-summary = Summary beside the table
topics-keys = Arrows go from cell to cell, Space ticks a topic, Enter puts it on an item or takes it off. A square is an item of an agenda, a round a whole session, a hollow one does not take place.
topics-build-title = Build agenda
topics-of-gaps = { $count ->
    [0] No topic is missing anywhere; tick those that are to have an item.
    [one] Of { $count } topic that is missing somewhere; tick others to have those instead.
   *[other] Of { $count } topics that are missing somewhere; tick others to have those instead.
}
topics-of-ticked = { $count ->
    [one] Of { $count } ticked topic
   *[other] Of { $count } ticked topics
}
topics-on-agenda-of = On the agenda of
topics-choose-session = Choose a session
topics-where = Where on the agenda
topics-at-end = at the end
topics-before = before { $item }
topics-each-group = One item for each group
topics-each-topic = One item for each topic
topics-minutes-each = Minutes each
topics-will-be-added = Will be added
topics-add-items = { $count ->
    [one] Add { $count } item
   *[other] Add { $count } items
}

topic-group = Like topics
topic-state = State
topic-state-by-kind = as its kind says: { $state }
topic-state-to-refine = to refine
topic-state-adopted = adopted
topic-state-in-drafting = in drafting
topic-state-agreed = agreed
topic-needs-consensus = Needs interregional consensus
topic-consensus-short = Consensus
topic-facilitator = Facilitator
topic-facilitated-by = Facilitated by
topic-text = Current text
topic-supported-by = Supported by
topic-amended-by = Amended by
topic-opposed-by = Opposed by
topic-add-region = Add a region
