### Finding words and putting others in their place.

replace-title = Find and replace
replace-find = Find
replace-with = Replace with
replace-in-titles = Titles
replace-in-rooms = Rooms
replace-in-people = People
replace-by-case = Match case
replace-whole = Whole words
replace-do = Replace { $count }
replace-searching = Searching…
replace-nothing-yet = Type what is to be found; every language is looked at.
replace-found = { $all ->
    [0] Nothing is called so.
    [one] Found in { $all } place
   *[other] Found in { $all } places
}
