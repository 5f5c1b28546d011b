## Requests for rooms

request-purpose = Purpose
request-asked-by = Asked by
request-start = Wanted at
request-headcount = Headcount
request-public = Shown in public
request-came = Received
request-answer = Answer
request-answered = Answered
purpose-committee = Committee or its group
purpose-regional = Region or regional organization
purpose-bilateral = Bilateral meeting
purpose-reception = Reception
purpose-other = Other
request-answer-waiting = waiting
request-answer-accepted = accepted
request-answer-declined = declined
request-answer-withdrawn = withdrawn
request-reason = Reason

step-accept-request = Accept the request: { $what }
step-decline-request = Decline the request: { $what }
step-withdraw-request = Withdraw the request: { $what }
step-reopen-request = Reopen the request: { $what }
refusal-no-reason = { $what } is not declined without a reason. Whoever asked will want to know it.
refusal-booked = It has a room already: { $what }. Reopen the request to give it another one.
