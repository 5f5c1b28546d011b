### What every screen needs.

range = { $from }–{ $to }
# Where the ends are more than one word.
range-wide = { $from } – { $to }
# A range of hours that ends $days days later.
range-days-later = { $from }–{ $to } (+{ $days })
quoted = «{ $title }»
listed-and-more = { $listed } и еще { $count }
listed-and-last = { $listed } и { $last }
