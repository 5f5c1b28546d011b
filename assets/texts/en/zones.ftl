## Zones: who is awake while a virtual meeting sits (§4.22)

view-zones = Zones
view-zones-tip = Who is awake while a virtual meeting sits, and the starts that ask the least
zones-title = Zones
zones-none = There are no virtual meetings with a time in this plan yet. Make an event virtual and place a session in it.
zones-status = { $cities ->
    [one] { $cities } city
   *[other] { $cities } cities
 } · { $regions ->
    [one] { $regions } region
   *[other] { $regions } regions
 }
zones-day = Day { $number }, { $start } UTC
zones-day-short = Day { $number }
zones-day-name = day { $number }
zones-all = { $count ->
    [one] { $count } sitting
   *[other] All { $count } sittings
 }
zones-staff = Staff
zones-seat = Geneva
zones-interpreters = Interpreters
zones-secretariat = Secretariat
zones-hours = { $from }–{ $to } h
zones-block = Sits { $hours } UTC; pull it along the hours
zones-night = night
zones-best = Fairest starts
zones-over-all = { $count ->
    [one] Over one sitting
   *[other] Over { $count } sittings
 }
zones-worst = worst
zones-mean = mean
zones-held = Where it is
zones-at-seat = { $clock } Geneva
zones-why = { $region } worst; { $city } { $hours }
zones-pair = Fairest pair
zones-pair-now = No pair of starts is fairer than these.
zones-pair-starts = Day 1 at { $one }, day 2 at { $other } UTC
zones-pair-gain = Worst region { $worst } instead of { $worst-now }; mean { $mean } instead of { $mean-now }.
zones-take-both = Take both
zones-holidays = Days off
zones-counted = How it is counted
zones-counted-how = Minutes, mean over the cities of a region: in the day ({ $day }) times 0, at its edges ({ $edge }) times { $edge-weight }, in the night times { $night-weight }. In order of the worst region and the mean of all, added; only starts within the hours of the interpreters ({ $interpreters } in Geneva).
zones-settings = Change hours and weights…
zones-meets = Meets, local time
zones-row = { $event }, day { $number }
zones-to = to { $hours }
body-cities = Cities
body-city = City ({ $zone })
body-add-city = Add a city
body-remove-city = Remove { $name }
