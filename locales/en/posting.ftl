# Posting a job: when it begins, further workplaces, ages, own words, and what has to be mended.

post-start = When does the work begin? Tap one, or write a date.
post-start-name = First day
start-at-once = At once
start-tomorrow = Tomorrow ({ $day })
start-monday = Monday ({ $day })
start-week = In a week ({ $day })
start-month = In a month ({ $day })
wrong-start = Please write the first day of work, for example “2026-12-01” or “tomorrow”, within a year. It cannot be a day that is past.
wrong-pay-range = Please write the amount, the lower one first, for example 6000 or 6000-8000.
post-other_place = Where else do you need people? Share a location, tap a city, or write its name.
post-other_place-name = Another workplace
place-none = 🚫 Not this workplace
post-age =
    Does the law set an age for this work?
    <i>Only what the law says: you cannot choose an age yourself.</i>
post-age-name = Age
age-no-limit = No age
age-from = from { $least }
age-to = up to { $most }
age-between = { $least } to { $most }
age-by-law = { $age } ({ $law })
law-other = by law
post-text =
    Anything else to tell the workers? At most 500 characters.
    <i>No phone numbers, links or usernames: once they apply, you reach them here.</i>
post-text-name = In your words
text-none = 🚫 Nothing
wrong-contact-in-text = Phone numbers, links and @usernames cannot stand here. Once workers apply, you reach them through this bot. Please write it again without them.
law-cn_security_guard = the legal age for guards
law-cn_special_operations = the legal age for special operations
law-cn_special_equipment = the legal age for special equipment

## Why it fits, and why not

reason-at = { $reason } ({ $place })
fit-free_now = ✔️ It begins at once, and you are free
fit-free_then = ✔️ It begins on { $day }, when you are free
fit-late = ❕ It begins { $count ->
    [one] a day
   *[other] { $count } days
} before you are free
fit-late_now = ❕ It begins at once; you are free { $count ->
    [one] a day
   *[other] { $count } days
} later
fits-late_now = ❕ Can begin in { $count ->
    [one] a day
   *[other] { $count } days
}
fits-free_now = ✔️ Can begin at once
fits-free_then = ✔️ Is free on { $day }, when it begins
fits-late = ❕ Is free only { $count ->
    [one] a day
   *[other] { $count } days
} after it begins
misfit-age = only for ages { $age }
misfit-late = short work that begins { $count ->
    [one] a day
   *[other] { $count } days
} before you are free

## The card of a job

offer-places = 📍 One of: { $places }
offer-start = 🚩 Begins on { $day }
offer-requires-age = 🎂 Age { $age }
offer-text = 💬 <i>“{ $text }”</i>

## What has to be mended before it is sent

post-more = You can add: the first day, further workplaces, your own words. Tap “Change something”.
post-mend = ⚠️ <b>Please mend this before sending:</b>
post-mend-first = Please mend it first
mend-trades = · Please choose the trades again.
mend-headcount = · The number of people must be 1 to 10,000. Please write it again.
mend-place-twice = · { $place } is there twice. Please choose another workplace, or tap “Not this workplace”.
mend-place-abroad = · { $place } is in another country. Please post a job of its own there, and choose another workplace here or tap “Not this workplace”.
mend-start-past = · The first day of work is past. Choose “At once” or write another day.
mend-start-late = · The first day of work is too far away. Please choose a day within a year.
mend-pay-order = · The lower pay must come first. Please write it like 6000-8000.
mend-pay-low = · The pay is too low to be true. Is it by the month, the day or the hour? Please check the figure and the unit.
mend-pay-high = · The pay is too high to be true. Is it by the month, the day or the hour? Please check the figure and the unit.
mend-pay-wide = · From the lowest to the highest pay is too far: nobody knows what to expect. Please write it closer, like 6000-8000.
mend-years = · That is more experience than a working life holds. Please choose less.
mend-certificate = · There is no certificate “{ $certificate }”. Please choose again.
mend-age = · No law sets this age for this work. Leave the age out, or choose what the law says.
mend-text-long = · Your text is too long. Please keep it to 500 characters.
mend-text-contact = · Your text holds a phone number, a link or a username. Once workers apply, you reach them here. Please take it out.
mend-contact = · Please write whom the workers ask for: a name, no number.
