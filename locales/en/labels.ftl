# What the rules make of a person, and why a job fits. Facts, never ranks.

label-line = · { $axis }: { $labels }
label-why = { $label } ({ $why })

axis-industry = Industry
axis-skill = Skill
axis-experience = Experience
axis-geography = Home
axis-age = Age
axis-preference = Wants
axis-nature = Kind of work
axis-tenure = Last job
axis-income = Pay

skill-professional = skilled trade
skill-general = quick to learn
skill-certified = { $trade }: certificate
skill-expired = { $trade }: certificate has expired
skill-claimed = { $trade }: no certificate entered yet
skill-none = { $trade }: no certificate entered yet
experience-novice = { $trade }: new, less than { $to }
experience-junior = { $trade }: { $from } to { $to }
experience-experienced = { $trade }: { $from } to { $to }
experience-veteran = { $trade }: { $from } or more
geography-local = from this province or region
geography-elsewhere = from elsewhere
age-minor = { $from }–{ $to }: you get no dangerous work and no nights
age-young = { $from }–{ $to }
age-middle = { $from }–{ $to }
age-senior = { $from } and over
preference-fixed = steady work
preference-flexible = flexible work
preference-either = steady or flexible
nature-full_time = full time
nature-part_time = part time
nature-day_labour = day by day
nature-seasonal = seasonal
nature-contract = contract or project
tenure-short = less than { $short }
tenure-settled = { $short } to { $steady }
tenure-steady = more than { $steady }

why-trade = { $trade }
why-held = { $certificate }
why-expired = { $certificate }, until { $on }
why-months = you said { $years }
why-age = at least { $age }

## Why it fits you

fit-trade = ✔️ { $trade }: what you want to do
fit-certificates = ✔️ You have: { $certificates }
fit-certificates_asked = ❗ You need: { $certificates }. Please apply only if you have it
fit-no_years = ✔️ Beginners are welcome
fit-years = ✔️ You have done it for { $years }
fit-years_enough = ✔️ { $required } needed, you have { $years }
fit-years_asked = ❗ { $required } of experience needed
fit-near = ✔️ Right where you are
fit-distance = ✔️ { $km } km from you
fit-same_division = ✔️ In your province or region
fit-would_move = ❕ { $km } km away; you said you would move
fit-pay = ✔️ It pays what you want ({ $pay })
fit-pay_at_best = ✔️ At best it pays what you want ({ $pay })
fit-pay_nearly = ❕ It pays a little less than you want ({ $pay })
fit-fixed = ✔️ Steady work, as you want
fit-flexible = ✔️ Flexible work, as you want
fit-work_other = ❕ Another kind of work: { $work }

## Why this person fits (for employers)

fits-trade = ✔️ Wants to work as { $trade }
fits-certificates = ✔️ Has: { $certificates }
fits-certificates_asked = ❕ Has not said whether they have: { $certificates }
fits-no_years = ❕ A beginner
fits-years = ✔️ { $years } of experience
fits-years_enough = ✔️ { $years } of experience, you asked for { $required }
fits-years_asked = ❕ Has not said how much experience; you asked for { $required }
fits-near = ✔️ Right where the work is
fits-distance = ✔️ { $km } km from the work
fits-same_division = ✔️ In the same province or region
fits-would_move = ❕ { $km } km away now, would move
fits-pay = ✔️ The pay is what they want ({ $pay })
fits-pay_at_best = ✔️ The pay at best is what they want ({ $pay })
fits-pay_nearly = ❕ Wants a little more ({ $pay })
fits-fixed = ✔️ Wants steady work
fits-flexible = ✔️ Wants flexible work
fits-work_other = ❕ Wants another kind of work than: { $work }
