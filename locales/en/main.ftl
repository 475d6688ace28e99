# What the bot says. Short sentences that a tired person understands.
# What people typed is escaped by the program; Telegram's HTML (<b>, <i>) may be used here.

language-name = English
language-choose = Choose a language · 请选择语言
language-set = OK, English from now on
list-comma = {", "}
none = none

## Menu

menu = What would you like to do?
menu-operator = 👋 You are staff here.
menu-reg = 📝 Find work
menu-jobs = 💼 Jobs for me
menu-post = 📢 Post a job
menu-myjobs = 📋 My jobs
menu-employer = 🏢 I am hiring
menu-language = 🌐 Language
menu-help = ❓ Help
help =
    <b>How it works</b>
    · Looking for work: tap “Find work” and follow the buttons. No typing needed.
    · Hiring: tap “I am hiring” and tell us your company. Once our staff have checked it you can post jobs.
    · Tapped wrong? “Back” undoes it, and you can change everything at the end.

    ⚠️ Finding work is free. Anyone who asks you for a deposit or a fee is a cheat.
unknown-command = I do not know this command. Here is what you can do:
idle = Hello! Please use the buttons below.
idle-worker =
    Hello! I did not find anything to change in that.
    You can tap a button below, or write what changed: “I am in Foshan now”, “400 a day”, “I found a job”.
idle-employer =
    Hello! I did not find a job in that.
    Tap a button below, or paste your whole job ad here: I ask only for what it does not say.
idle-contact = Thank you, but no number is needed now. An employer gets it only when you applied and want to share it.
got-picture = 🖼 I cannot read pictures yet.
got-voice = 🎤 I cannot listen to voice messages yet.
got-sticker = 😊 Got it!
got-forwarded = ↪️ Somebody else wrote this, so I did not take it as your answer. Remember: whoever asks you to pay for a job is a cheat.
got-other = I cannot read this yet.
form-left = OK, stopped.
share-later = OK, your number was not shared. To share it later, tap “Share my number” under the job.
sorry = 😓 Something went wrong. It is our fault, and we have noted it. Please try again or send /start.
too-fast = Not so fast, please. Wait for my answers, then tap again
too-fast-passed-over = ⏳ You write faster than I can answer, so I passed over what came last. Please wait a moment until my answers are there, then go on.
stale = This button is old. Please look at the latest question
already-registered = ✅ You are registered already
already-done = ✅ Done already

command-start = Start
command-jobs = Jobs that fit me
command-language = Language / 语言
command-help = Help
command-employer = I am hiring
command-post = Post a job
command-myjobs = My jobs

## Buttons

button-back = ⬅️ Back
button-leave = ✖️ Stop
button-edit = ✏️ Change something
button-none = None, go on ➡️
button-done-empty = Pick at least one
button-done = Done ({ $count }) ➡️
button-more = 🔎 Not here? Look by industry ➡️
button-page-back = ⬅️ Previous
button-page-on = Next ➡️
button-share-number = 📱 Share my number
button-share-location = 📍 Send my location
button-apply = ✅ Apply
button-apply-after-all = ✅ Apply after all
button-not-for-me = 👎 Not for me
button-other-jobs = 💼 Other jobs
button-approve = ✅ Approve
button-refuse = ❌ Refuse
button-applicants = 👥 Applicants for job { $id } ({ $count })

## Around the questions

card-progress = { $bar }
card-progress-jobs = { $bar } · <b>{ $count }</b> { $count ->
        [one] job fits
       *[other] jobs fit
    } you now
card-made = ✅ { $labels }
done-line = ✓ { $name }: { $answer }
told = 📝 I understood this. If something is wrong, tap it:
told-line = · { $name }: <b>{ $answer }</b>
edit-which = What do you want to change?
place-which = Which one do you mean?
hint-place = Name of a city

wrong-tap = Please tap one of the buttons.
wrong-choice = I did not understand. Please tap one of the buttons.
wrong-many = I did not find that. Please tap the buttons; you can pick up to { $most }.
wrong-pick-one = Please pick at least one, then tap “Done”.
wrong-pick-most = You can pick up to { $most }. Tap one again to take it away.
wrong-text = Please write a few words, at most { $most } characters.
wrong-number = Please write a number from { $least } to { $most }.
wrong-year = Please write the year you were born in, for example 1985, or tap one.
wrong-years = Please write for how long, for example “3 years” or “6 months”, or tap one.
wrong-pay = I did not understand. Please write a number, for example “6000” or “350 a day”, or tap one.
wrong-range = Please write an amount, for example 6000 or 6000-8000.
wrong-place = I did not find this place. Please write the name of a city, for example “Moscow”, or send your location.
wrong-point = There is no city near this point. Please write the name of a city.
wrong-phone = Please tap the button below to send your number. If you do not want to, tap “Back”.
wrong-contact = This is somebody else's number. Please tap the button below to send your own.
wrong-company = Please write the full name of the company.
wrong-licence = This number is not right. Please write the number of your business licence: letters and digits only, for example 91350100M000100Y43.
wrong-credit-code = The last character of this credit code does not match. Please check it against your licence.

## Registration

reg-consent =
    👋 Hello! This is <b>zhaogong</b>. We help you find work, <b>free of charge</b>.

    I will ask you a few questions. Just tap the buttons; it takes two minutes. Or write it all in one message: name, age, work, years, where you are and come from, pay.
    🔒 Your answers are used only to find work for you. Employers see your trade, your experience and where you are. They <b>do not see your full name or your number</b> unless you tap “Share”.
    Do you agree?
reg-consent-name = Consent
consent-agree = ✅ I agree, find me work
consent-correct = ✅ Correct, I agree
consent-hire = 🏢 I agree, I am hiring
consent-refuse = I do not agree
consent-refused = OK. We have kept nothing. If you change your mind, send /start.
registration-refused = OK, you are not registered. Your company and your jobs stay as they are.
too-young = Thank you. By law you can look for work only from the age of { $age }, so we cannot help you now. All your answers are deleted. You are welcome when you are old enough. Take care!
reg-born = In which year were you born?
reg-born-name = Born
decade = { $from }s
reg-month = In which month?
reg-month-name = Month
reg-name = What should we call you? Tap it, or write your name.
reg-name-name = Name
reg-trades =
    What work do you want? You can pick several.
    <i>You can also write it, for example “electrician”.</i>
reg-trades-name = Work
reg-years = How long have you worked as <b>{ $trade }</b>?
reg-years-name = Experience
reg-here =
    Where are you now?
    Tap “📍 Send my location”, tap a city, or write its name.
reg-here-name = Place
reg-home = Are you from here?
reg-home-name = Home
home-here = 🏠 Yes, from this province or region
home-elsewhere = 🚆 No, I came from elsewhere
reg-work = What kind of work do you want?
reg-work-name = Kind of work
work-full_time = Steady · full time
work-contract = Steady · contract or project
work-day_labour = Flexible · day by day
work-part_time = Flexible · part time
work-seasonal = Flexible · seasonal or holiday
work-any = Any of these
reg-pay = What pay do you want at least ({ $currency })? Tap one, or write it, for example “350 a day”.
reg-pay-name = Pay
reg-summary = <b>Please look: is this right?</b>
reg-labels = <b>So this is how we look for you:</b>
reg-right = If it is, tap “Right”. If not, tap “Change something”.
reg-confirm = ✅ Right, register me
revise-confirm = ✅ Right, change it

fact-name = 👤 { $name }
fact-born = 🎂 born { $year }
fact-trades = 🛠 { $trades }
fact-years = ⏳ { $trade }: { $years }
fact-here = 📍 { $place }
fact-home = { $home }
fact-work = 🗓 { $work }
fact-pay = 💰 { $pay }
fact-company = 🏢 { $company }
fact-contact = 👤 { $contact }
fact-licence = 📄 Licence: <code>{ $licence }</code>

registered = 🎉 <b>You are registered!</b>
registered-jobs = <b>{ $count }</b> { $count ->
        [one] job fits
       *[other] jobs fit
    } you now; here { $shown ->
        [one] is the best one
       *[other] are the best { $shown }
    }. When there are new ones I will tell you at once.
registered-jobs-all = <b>{ $count }</b> { $count ->
        [one] job fits you now; it is below
       *[other] jobs fit you now; they are below
    }. When there are new ones I will tell you at once.
registered-no-jobs = No job fits you just now. When there is one I will tell you at once. You do not need to ask.

time-none = just starting
time-not-needed = none needed
time-months = { $count ->
        [one] { $count } month
       *[other] { $count } months
    }
time-years = { $count ->
        [one] { $count } year
       *[other] { $count } years
    }
time-years-half = { $count } and a half years
month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = May
month-6 = Jun
month-7 = Jul
month-8 = Aug
month-9 = Sep
month-10 = Oct
month-11 = Nov
month-12 = Dec

currency-cny = yuan
currency-rub = roubles
currency-vnd = dong
currency-idr = rupiah
currency-uzs = soʻm
currency-kzt = tenge
currency-usd = US dollars
currency-hkd = HK dollars
currency-eur = euros
pay-month = { $sum } { $currency } a month
pay-day = { $sum } { $currency } a day
pay-hour = { $sum } { $currency } an hour
pay-piece = { $sum } { $currency } a piece
pay-asked = from { $pay }
pay-from-month = { $sum } a month
pay-from-day = { $sum } a day

## Jobs

offer-place = <i>{ $at } of { $of }</i>
offer-title = 💼 <b>{ $trades } · { $place }</b>
offer-pay = 💰 <b>{ $pay }</b>
offer-work = 🗓 { $work } · { $shift } · { $count ->
        [one] { $count } place
       *[other] { $count } places
    }
offer-requires-years = ⏳ Needs: at least { $years }
offer-requires-certificates = 📜 Needs: { $certificates }
offer-provides = 🎁 { $provides }
offer-from = 🏢 { $company } (checked by us on { $since })
offer-from-new = 🏢 { $company }
offer-contact = 👤 Contact: { $contact }
offer-why = <b>Why it fits you:</b>
offer-no-fee = ⚠️ Finding work is free. If anyone asks for money, tell us.
offer-declined = 👎 You said it is not for you.
offer-withdrawn = ↩️ You took your application back.
offer-applied = ✅ <b>You have applied.</b> They see your trade and experience, not your full name or number. If they may call you, tap below:
offer-shared = ✅ <b>You have applied</b> and shared your number. They will contact you.
offer-hired = 🎉 <b>You are hired.</b>
offer-refused = They took somebody else this time.
offer-filled = 🚫 All places of this job are filled.
jobs-none = No job fits you just now. When there is one I will tell you at once.
job-gone = This job is gone, or it is not for you. Send /jobs for others.

shift-day = days
shift-night = nights
shift-rotating = days and nights in turn
provides-board = meals
provides-lodging = lodging
provides-insurance = insurance
provides-transport = bus or travel paid
provides-overtime_pay = overtime paid
provides-airfare = flight paid

share-phone =
    Tap the button below to give your number to this employer.
    Only this one gets it.
share-phone-name = Number
shared = ✅ { $company } has your number now. Please answer the phone. ⚠️ If anyone asks you for money, do not pay, and tell us.
share-not-needed = You have not applied for this job. Your number was not shared.
hired =
    🎉 <b>{ $company } wants you!</b>
    { $trades } · { $place }
    Contact: { $contact }

    ⚠️ You never pay a deposit to start work. If anyone asks for money, tell us.
    We stop sending you other jobs. Still looking? Send /pause.
first-name-han = { $surname }…

## Employers

emp-company = What is the name of the company? Please write it as on the licence.
emp-company-name = Company
emp-contact = Whom should workers ask for? Tap it, or write a name.
emp-contact-name = Contact
emp-licence =
    What is the number of the business licence?
    <i>Our staff will check it.</i>
emp-licence-name = Licence
emp-summary = <b>Please look: is this right?</b>
emp-agree =
    By sending this you agree:
    · workers pay nothing, and nobody keeps their documents;
    · what you write is true. Our staff will check it.
emp-confirm = ✅ Send
employer-submitted = ✅ Thank you. Our staff will check <b>{ $company }</b>, and I will tell you at once.
employer-waiting = ⏳ Your company is being checked. I will tell you when it is done.
employer-approved = ✅ Your company is checked. You can post jobs.
employer-now-approved = ✅ <b>{ $company }</b> is checked. You can post jobs now.
employer-refused =
    ❌ <b>{ $company }</b> was not accepted.
    Reason: { $reason }

    When it is put right you can send it again. If this is wrong, you can appeal.
employer-not-approved = Your company has not been checked yet, so you cannot post.

post-trades =
    Whom do you need? You can pick several.
    <i>You can also write it, or paste your whole ad: I ask only for what it does not say.</i>
post-trades-name = Work
post-headcount = How many people? Tap one, or write a number.
post-headcount-name = People
post-place = Where is the work? Send a location, tap a city, or write its name.
post-place-name = Place
post-work = What kind of work is it?
post-work-name = Kind of work
post-shift = When in the day?
post-shift-name = Shift
post-unit = How is it paid?
post-unit-name = Paid by
unit-month = by the month
unit-day = by the day
unit-hour = by the hour
unit-piece = by the piece
post-pay = How much ({ $currency })? Tap one, or write it, for example 6000-8000.
post-pay-name = Pay
post-years = How much experience is needed?
post-years-name = Experience
post-certificates = Which certificates are a must? If none, tap “None”.
post-certificates-name = Certificates
post-provides = What else do you give? You can pick several.
post-provides-name = Extras
post-contact = Whom should workers ask for? Tap it, or write a name.
post-contact-name = Contact
post-preview = <b>This is what workers will see:</b>
post-flags = ⚠️ <b>Our staff look at this job before workers see it:</b>
flag-upfront_fee = An ad may not ask workers to pay: “{ $words }”
flag-deposit = An ad may not ask for a deposit: “{ $words }”
flag-document_retention = Nobody may keep a worker’s papers: “{ $words }”
flag-discriminatory_gender = An ad may not rule out men or women: “{ $words }”
flag-discriminatory_age = An ad may not set such a low age limit: “{ $words }”
flag-discriminatory_ethnicity = An ad may not choose people by origin or belief: “{ $words }”
flag-underage = Too young for this work: “{ $words }”
flag-too_good_pay = The pay is far above the usual: “{ $words }”
flag-off_platform_contact_only = There is only a messenger to write to: “{ $words }”
flag-overseas_unlicensed = Work abroad needs a licence and the right visa: “{ $words }”
post-fits = 📢 It fits <b>{ $count }</b> { $count ->
        [one] worker
       *[other] workers
    } now. Tap “Send”; the best fits get it first.
post-fits-none = It fits nobody yet. Once posted, everyone it fits gets it when they register.
post-confirm = 📢 Send
posted = ✅ Posted as job { $id }.
posted-held =
    🔍 Kept as job { $id }. Our staff look at it first; workers do not see it yet.
    Why: { $reason }

    I will tell you as soon as it goes out. You need not do anything.
posted-none = Everyone it fits will get it when they register.
posted-now = It is going out to <b>{ $count }</b> { $count ->
        [one] worker
       *[other] workers
    }. When somebody applies I will tell you at once.
posted-all-later = It fits <b>{ $count }</b> { $count ->
        [one] worker
       *[other] workers
    }. It is a quiet time for them; they get it from { $at }.
posted-later = It is going out to <b>{ $now }</b> { $now ->
        [one] worker
       *[other] workers
    } now. For <b>{ $later }</b> more it is a quiet time; they get it from { $at }.
sent-report = 📬 { $trades }: sent to <b>{ $sent }</b> { $sent ->
        [one] worker
       *[other] workers
    }.
sent-report-lost = 📬 { $trades }: sent to <b>{ $sent }</b> { $sent ->
        [one] worker
       *[other] workers
    }; { $lost } could not be reached.

myjobs = <b>Your jobs</b>
myjobs-none = You have not posted a job yet.
myjobs-line =
    <b>{ $id } · { $trades } · { $place }</b> ({ $state })
    sent to { $offered } · { $waiting } waiting for your answer · { $hired } of { $headcount } hired
job-open = open
job-filled = filled
job-paused = paused
job-held = being checked
job-closed = closed
job-expired = expired
not-yours = This is not yours to decide, or it is gone.
job-is-full = All places of this job are filled. You cannot hire more.
job-now-full = 🎉 All places are filled! The job goes out to nobody else.

## Operators

operator-employer = 🏢 <b>A company waits to be checked</b>
operator-none-waiting = No company is waiting to be checked.
operator-approved = ✅ { $company } is approved. I have told them.
operator-refused = ❌ { $company } is refused ({ $reason }). I have told them.
operator-decided-before = Somebody has decided about { $company } already.
refuse-reason = Why do you refuse? Tap one, or write it. They will see it.
refuse-reason-name = Reason
refuse-reason-licence = The licence cannot be found
refuse-reason-unreachable = Nobody can be reached
refuse-reason-fees = They charge workers
