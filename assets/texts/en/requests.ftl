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
