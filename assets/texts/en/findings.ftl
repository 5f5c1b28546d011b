### Findings, their fixes, the rules, Find a slot and Repair.

## The Findings panel

findings-title = Findings
findings-none = Nothing to report: every rule is kept.
findings-none-shown = No finding matches the filter.
findings-filter-hint = Filter findings
findings-only-selected = Selected sessions only
findings-count-error =
    { $count ->
        [one] { $count } error
       *[other] { $count } errors
    }
findings-count-warning =
    { $count ->
        [one] { $count } warning
       *[other] { $count } warnings
    }
findings-count-hint =
    { $count ->
        [one] { $count } hint
       *[other] { $count } hints
    }
findings-waived =
    { $count ->
        [one] { $count } waived
       *[other] { $count } waived
    }
findings-waive = Waive…
findings-waive-tip = Accept this finding, with a reason
findings-waive-reason = Reason
findings-waive-reason-hint = Why is this acceptable?
findings-waive-do = Waive
findings-cancel = Cancel
findings-withdraw = Withdraw the waiver
finding-go = Show
findings-lapsed = Waivers that no longer hold
findings-lapsed-tip = The facts behind them have changed, so the findings are reported again
findings-lapsed-remove = Remove
findings-marks-tip =
    { $count ->
        [one] { $count } finding
       *[other] { $count } findings
    }

## Fixes of a finding

findings-fix = Fix
findings-fix-spoken = Fix: { $finding }
findings-waive-spoken = Waive: { $finding }
findings-fix-tip = Ways to clear this finding; point at one to see it on the timeline
findings-fix-searching = Looking for fixes…
findings-fix-none = No single move clears this finding without causing worse
fix-move = Move { $session } to { $place }
fix-swap = Swap { $session } and { $other }
fix-shorten = Shorten { $session } to { $length }
fix-later =
    { $count ->
        [0] Move { $session } by { $length }
        [one] Move { $session } and { $count } more on by { $length }
       *[other] Move { $session } and { $count } more on by { $length }
    }
fix-add-chair = Add a chair to { $event }
fix-add-vice-chair = Add a vice-chair to { $event }
fix-team = Give { $session } to { $team }
fix-new-team = Add { $team } from { $day } on, and give it { $session }
fix-tray = Put { $session } into the tray
fix-text-secs = Shorten the statement of { $person } to { $length }
fix-causes = causes: { $text }

## While a session is dragged

place-fits = Fits
place-from-here = from here
drag-allowed = Drop is allowed, { $news }
drag-nothing-new = nothing new
drag-new-errors =
    { $count ->
        [one] { $count } new error
       *[other] { $count } new errors
    }
drag-new-warnings =
    { $count ->
        [one] { $count } new warning
       *[other] { $count } new warnings
    }
drag-new-hints =
    { $count ->
        [one] { $count } new hint
       *[other] { $count } new hints
    }
drag-stays = Stays: { $what }
drag-show-more = Show { $count } more (Space)
drag-show-fewer = Show fewer (Space)
drag-solves =
    { $count ->
        [one] solves { $count } finding
       *[other] solves { $count } findings
    }
drag-more =
    { $count ->
        [one] and { $count } more
       *[other] and { $count } more
    }

## The Rules window

rules-title = Rules
rules-intro = Each rule can be switched off, made stricter or given other numbers. What is chosen is kept in the plan.
rules-search-hint = Search rules
rules-reset = Back to the rule's own values
rules-out-of-range = Between { $least } and { $most }
rules-findings =
    { $count ->
        [one] { $count } finding
       *[other] { $count } findings
    }
rules-changed = changed

## Commands

command-findings = Findings panel
command-findings-tip = Show or hide what the rules report
command-next-finding = Next finding
command-next-finding-tip = Go to the next finding and show its sessions
command-previous-finding = Previous finding
command-previous-finding-tip = Go to the finding before and show its sessions
command-rules = Rules
command-rules-tip = Choose which rules hold, how strictly and with which numbers
command-find-slot = Find a slot
command-find-slot-tip = Look for the best times and rooms for the selected sessions
command-repair = Repair
command-repair-tip = Look for the fewest moves that clear the findings

## Find a slot

slots-title = Find a slot
slots-searching = Searching …
slots-none = No placement within these limits
slots-select-first = Select one or several sessions first
slots-all-pinned = What is selected is pinned and stays where it is. Unpin it first
slots-days = Days
slots-from = From
slots-to = To
slots-hours = Hours
slots-rooms = Rooms
slots-any-room = Any room
slots-keep-order = Keep the order of the body's sessions
slots-take = Take
slots-fits = Nothing speaks against it
slots-for = For:
slots-near = only { $length } from where it is
slots-same-room = same room
slots-same-day = same day
slots-solves =
    { $count ->
        [one] solves { $count } finding
       *[other] solves { $count } findings
    }

## Repair

repair-title = Repair
repair-intro = The fewest moves that clear the chosen findings. Pinned sessions stay.
repair-choose = Clear
repair-errors = all errors
repair-errors-warnings = all errors and warnings
repair-selected = findings of the selected sessions
repair-search = Search
repair-searching = Searching…
repair-stop = Stop
repair-proven = No fewer moves can do it.
repair-searched = The best found; { $count } at least are needed, and fewer than these were not ruled out.
repair-none = No moves were found that clear any of these findings.
repair-cleared =
    { $count ->
        [one] clears { $count } finding
       *[other] clears { $count } findings
    }
repair-left =
    { $count ->
        [one] { $count } finding remains
       *[other] { $count } findings remain
    }
repair-take = Take the chosen moves
repair-nothing = There is nothing to clear.
repair-move = “{ $session }” to { $placement }
