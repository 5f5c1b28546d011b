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
