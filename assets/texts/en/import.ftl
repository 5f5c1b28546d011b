### What a file of another tool would make of the plan.

import-title = Import
import-requests-title = Import requests to speak
import-title-of = { $title }: file { $at } of { $of }
import-pasted = What was pasted
import-skip = Skip this file
import-promise = Nothing is taken before you confirm; it is one undo step.
import-refused-pasted = What was copied can not be used: { $why }
import-looking = { $count ->
    [one] Comparing { $count } session with the plan…
   *[other] Comparing { $count } sessions with the plan…
}
import-taken-for = { $format }: { $sessions ->
    [one] { $sessions } session
   *[other] { $sessions } sessions
}, { $rooms ->
    [one] { $rooms } room
   *[other] { $rooms } rooms
}, { $people ->
    [one] { $people } person
   *[other] { $people } people
}
import-into = Into: { $name }
import-into-plan = this plan
import-into-new = a new plan
import-zone = Clocks: { $name }
import-ask-zone = The file does not say in which time zone its clocks are. They are those of
import-zone-of-plan = { $name }, as in the plan
import-zone-other = another zone…

import-events = { $count ->
    [one] { $count } new event
   *[other] { $count } new events
}
import-topics = { $count ->
    [one] { $count } new topic
   *[other] { $count } new topics
}
import-lost = { $count ->
    [one] { $count } session loses its place
   *[other] { $count } sessions lose their places
}
import-errors = Errors: { $before } → { $after }
import-warnings = Warnings: { $before } → { $after }

import-show-all = All { $count }
import-show-new = New { $count }
import-show-changed = Changed { $count }
import-show-same = Unchanged { $count }
import-show-gone = Gone { $count }
import-show-decide = To decide { $count }
import-show-remarks = Said of the file { $count }
import-filter = Filter rows
import-table = Sessions of the file
import-none-wanted = Nothing here is like that.

import-outcome = Outcome
import-row-new = new
import-row-changed = changed
import-row-same = unchanged
import-row-gone = gone
import-row-decide = to decide
import-row-dismissed = removed here
import-row-not = not taken
import-more = Also
import-agenda = Agenda
import-change = { $part }: { $was } → { $is }
import-goes = is taken away
import-stays = stays here
import-tick = Take “{ $title }”
import-tick-gone = Take “{ $title }” away

import-near-kind = { $count ->
    [one] Kind “{ $name }” ({ $count } session) is almost a kind of the plan. It is
   *[other] Kind “{ $name }” ({ $count } sessions) is almost a kind of the plan. It is
}
import-near-room = { $count ->
    [one] Room “{ $name }” ({ $count } session) is almost a room of the plan. It is
   *[other] Room “{ $name }” ({ $count } sessions) is almost a room of the plan. It is
}
import-near-room-within = { $count ->
    [one] Room “{ $name }” ({ $count } session) is almost another room of the file. It is
   *[other] Room “{ $name }” ({ $count } sessions) is almost another room of the file. It is
}
import-near-person-within = { $count ->
    [one] “{ $name }” ({ $count } session) is almost somebody else of the file. It is
   *[other] “{ $name }” ({ $count } sessions) is almost somebody else of the file. It is
}
import-near-person = { $count ->
    [one] “{ $name }” ({ $count } session) is almost somebody of the plan. It is
   *[other] “{ $name }” ({ $count } sessions) is almost somebody of the plan. It is
}
import-near-body = { $count ->
    [one] “{ $name }” ({ $count } session) is almost a body of the plan. It is
   *[other] “{ $name }” ({ $count } sessions) is almost a body of the plan. It is
}
import-near-new-kind = another kind
import-near-new-room = another room
import-near-new-person = somebody else
import-near-new-body = a topic
import-near-leave = left out

import-here-there = { $part } is { $here } here, { $there } in the file
import-both = Changed here and there: { $parts }.
import-ours = Changed here, and stays: { $parts }.
import-fixed = Fixed here, and stays: { $parts }.
import-theirs = All of it is as in the file.
import-keep-here = Keep what is here
import-take-there = Take from the file

import-take = Take { $count } of { $of }
import-take-new = Begin a plan with { $count } of { $of }
import-take-source = Remember where they come from
import-done = { $count ->
    [one] { $count } session came in from { $file }
   *[other] { $count } sessions came in from { $file }
}
