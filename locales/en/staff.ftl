# For operators.

menu-admin = 🛠 Desk
command-admin = Operators’ desk
staff-back = ⬅️ Desk
staff-menu = 🛠 <b>Desk</b>
staff-menu-nothing = 🛠 <b>Desk</b> · Nothing waits for you.
staff-waiting = 🏢 Companies to check ({ $count })
staff-cases-count = 🚩 Held and reported jobs ({ $count })
staff-running = 📡 Being sent ({ $count })
staff-find = 🔍 Find a person
staff-say = 📣 Announce
staff-figures = 📊 Figures
staff-log = 📋 Log
staff-team = 👥 Team
staff-gone = This is not there any more.

staff-cases = 🚩 <b>Held and reported jobs</b>
staff-cases-none = No job is held or reported.

## Find a person

find-text =
    🔍 Whom? Write a name (a part is enough), a number, a Telegram id or a phone number.
    <i>Every look-up is recorded.</i>
find-text-name = Whom
staff-found = { $count } people found:
staff-found-more = Too many: here are the latest { $count }. Please write more of the name.
staff-found-none = Nobody found.
staff-find-again = 🔍 Find somebody else
staff-no-phone = There is no number.

person-head =
    👤 <b>{ $name }</b>
    No. { $id } · { $lang } · since { $since }
person-unreachable = 🚫 Cannot be reached: they stopped the bot
person-named = 🛠 Operator (named in the settings)
person-operator = 🛠 Operator
person-worker = <b>Looks for work</b>
person-registering = <b>Looks for work</b> (not registered yet)
person-trade-years = 🛠 { $trade } ({ $years })
person-labels = 🔖 { $labels }
person-phone = 📱 ••••{ $last }
person-pause-until = ⏸ Wants no jobs until { $until }
person-pause-off = ⏸ Wants no jobs
person-pause-hired = ✅ Was hired, gets no jobs for now
person-unclassified = 👁 Does not want to be classified
person-company =
    <b>Hires</b>
    🏢 { $company } (company { $id })
    📄 <code>{ $licence }</code>
person-company-waiting = ⏳ Waits to be checked
person-company-approved = ✅ Checked
person-company-refused = ❌ Refused: { $reason }
person-company-frozen = 🔒 Frozen: { $reason }
person-applications = <b>Applied for</b>
person-checkin =    · day { $day }: { $works }, { $charged }
person-works-open = no answer
person-works-yes = at work
person-works-not_yet = not yet
person-works-no = did not go, or left
person-charged-open = nothing said about money
person-charged-yes = ⚠️ was asked for money
person-charged-no = nobody asked for money
person-job = · { $id } { $title }: { $state }
person-tags = 🏷 { $tags }
person-note = 📝 <i>{ $on } · { $author }</i>: { $text }
person-more-notes = <i>and { $count } older</i>
person-show-phone = 📱 Show the number
person-add-note = 📝 Note
person-change-tags = 🏷 Tags
person-new-tag = ✍️ New tag
person-make = ➕ Make an operator
person-drop = ➖ Take the role away
person-back = ⬅️ Back to the person
person-phone-shown =
    📱 { $name }
    <code>{ $number }</code>

    It is recorded that you looked.
person-tags-none = 🏷 { $name } has no tags. Tap one, or write a new one:
person-tags-change = 🏷 { $name }: tap ✖️ to take off, ➕ to put on.

note-text = 📝 Write the note (up to 500 characters). Only operators see it, and the person in an export of their data.
note-text-name = Note
tag-text = 🏷 Write the tag (up to 24 characters), for example “drives”.
tag-text-name = Tag
reveal-reason = 📱 Why do you need the number? It is recorded.
reveal-reason-name = Why
reveal-reason-callback = They asked for a call
reveal-reason-report = To check a report
reveal-reason-registration = To help with registering
reveal-reason-danger = Somebody is in danger

## Team

staff-team-title = 👥 <b>Team</b>
staff-team-named = · { $name } (no. { $id }, named in the settings)
staff-team-added = · { $name } (no. { $id })
staff-team-drop = ➖ { $name }
staff-team-how = To add somebody, find the person and tap “Make an operator”.
staff-sure-yes = Yes
staff-sure-no = ↩️ No
staff-make-sure = Make <b>{ $name }</b> an operator? They will see everybody’s data and decide who may hire.
staff-is-one = { $name } is an operator already.
staff-made = ✅ { $name } is an operator now. I have told them.
staff-you-are-one = 🛠 You are an operator now. Please keep what you see to yourself; every look is recorded.
staff-drop-sure = Take the operator’s role from <b>{ $name }</b>?
staff-drop-named = { $name } is named in the settings (ZHAOGONG_OPERATORS) and can be removed only there.
staff-is-none = { $name } is no operator any more.
staff-dropped = ✅ { $name } is no operator any more. I have told them.
staff-you-are-none = You are no operator any more. Thank you for your help!
staff-approved-by = ✅ { $name } approved { $company }.
staff-refused-by = ❌ { $name } refused { $company } ({ $reason }).

## Announcements

ann-audience = 📣 To whom?
ann-audience-name = To
ann-audience-more = 🔎 By label ➡️
audience-all = 👥 Everybody who is registered
audience-training = 🎓 Novices (training)
audience-support = 🚆 People from elsewhere (support)
audience-help = 🤝 Low incomes (help)
ann-text = Write the announcement, up to 1,000 characters. It may have several lines.
ann-text-name = Text
announcement =
    📣 <b>News from us</b>

    { $text }
ann-preview = <b>This is what people will see:</b>
ann-reaches = To: { $audience }, now <b>{ $count }</b>. Those who paused or cannot be reached do not get it.
ann-reaches-none = To: { $audience }. That is nobody now.
ann-confirm = 📣 Send
announced = ✅ On its way to <b>{ $now }</b>. I will tell you when it is done.
announced-later = ✅ On its way to <b>{ $now }</b>. For <b>{ $later }</b> more it is night; they get it from { $at } on. I will tell you when it is done.
announced-all-later = ✅ For all { $later } it is night now; they get it from { $at } on. I will tell you when it is done.
announced-none = Nobody would get it now, so nothing was sent.
announcement-sent = 📬 The announcement went out: <b>{ $sent }</b> got it.
    <i>{ $text }</i>
announcement-sent-lost = 📬 The announcement went out: <b>{ $sent }</b> got it, { $lost } could not be reached.
    <i>{ $text }</i>
announcement-stop-sure =
    Stop this announcement? Who got it keeps it, the others do not get it.
    <i>{ $name }</i>
announcement-stopped = 🛑 Stopped. { $sent } of { $total } got it.
announcement-stopped-by = 🛑 { $name } stopped your announcement.
announcement-over = This announcement is done or stopped already.

runs = 📡 <b>Being sent</b>
runs-none = 📡 Nothing is being sent.
runs-again = 📡 See how far it is
runs-refresh = 🔄 Refresh
run-job = 💼 Job { $id } · { $title }
run-announcement = 📣 { $text } ({ $audience })
run-progress = sent { $sent } · to go { $open } · lost { $lost }
run-next = next at { $at }
run-stop = 🛑 Stop: { $text }

## Labels

group-skill-professional = skilled trades
group-skill-general = general trades
group-skill-certified = certified
group-skill-claimed = did it, no certificate told
group-skill-expired = certificate expired
group-skill-none = no certificate
group-experience-novice = under { $to }
group-experience-junior = { $from } to { $to }
group-experience-experienced = { $from } to { $to }
group-experience-veteran = { $from } and more
group-geography-local = from here
group-geography-elsewhere = from elsewhere
group-age-minor = { $from }–{ $to }
group-age-young = { $from }–{ $to }
group-age-middle = { $from }–{ $to }
group-age-senior = { $from } and older
group-preference-fixed = steady
group-preference-flexible = flexible
group-preference-either = either
group-nature-full_time = full-time
group-nature-part_time = part-time
group-nature-day_labour = day labour
group-nature-seasonal = seasonal
group-nature-contract = contract
group-tenure-short = under { $from }
group-tenure-settled = { $from } to { $to }
group-tenure-steady = over { $to }
group-income-low = low pay
group-income-middle = middle pay
group-income-high = high pay

## Figures

figures-title-today = 📊 <b>Today</b>
figures-title-week = 📊 <b>The last 7 days</b>
figures-title-month = 📊 <b>The last 30 days</b>
figures-today = Today
figures-week = 7 days
figures-month = 30 days
figures-registration = <b>Registration</b> (how many came so far)
figures-nobody = Nobody came.
figures-started = Opened
figures-done = Registered
figures-step = ▫️ { $name } { $count }
figures-step-lost = ▫️ { $name } { $count } ({ $lost } fewer)
figures-step-worst = 🔻 { $name } <b>{ $count }</b> ({ $lost } fewer, the most)
figures-jobs =
    <b>Jobs</b>
    sent { $offered } · seen { $seen } · applied { $applied } · hired { $hired }
    new jobs { $posted } · companies approved { $approved }
figures-labels = <b>Who registered</b>
figures-axis = { $axis }: { $cells }

## Log

log = 📋 <b>Log</b> (page { $page })
log-none = 📋 No entries. (page { $page })
log-line = <i>{ $at }</i> { $what }
log-line-why = <i>{ $at }</i> { $what } · { $why }
log-newer = ⬅️ Newer
log-older = Older ➡️
audit-employer-approved = { $who } approved company { $whom }
audit-employer-refused = { $who } refused company { $whom }
audit-people-looked-up = { $who } looked for somebody
audit-person-opened = { $who } opened { $whom }
audit-phone-revealed = { $who } saw the number of { $whom }
audit-phone-shared = { $who } shared the number with { $whom }
audit-note-written = { $who } wrote a note about { $whom }
audit-tag-added = { $who } tagged { $whom }
audit-tag-removed = { $who } took a tag off { $whom }
audit-operator-added = { $who } made { $whom } an operator
audit-operator-removed = { $who } took the role from { $whom }
audit-announcement-sent = { $who } sent announcement { $whom }
audit-announcement-stopped = { $who } stopped announcement { $whom }
audit-own-data-exported = { $who } exported their own data
audit-erased = { $who } erased everything of theirs
audit-employer-frozen = { $who } froze company { $whom }
audit-employer-unfrozen = { $who } unfroze company { $whom }
audit-employer-refused-for-good = { $who } refused company { $whom } for good
audit-employer-appealed = { $who } appealed for company { $whom }
audit-employer-kept-frozen = { $who } heard the appeal and kept company { $whom } frozen
audit-charge-reported = { $who } says they were charged by company { $whom }
audit-charge-taken-back = { $who } took back the charge against company { $whom }
audit-job-held = { $who } held job { $whom }
audit-job-held-by-reports = { $who } reported job { $whom }, which was held
audit-job-held-by-its-words = { $who } posted job { $whom }, which was held for its words
audit-job-released = { $who } released job { $whom }
audit-reports-dismissed = { $who } closed the reports about job { $whom }
audit-member-let-in = { $who } let { $whom } into the company
audit-member-refused = { $who } did not let { $whom } into the company
audit-member-removed = { $who } removed { $whom } from the company
audit-member-left = { $who } left the company
audit-company-handed-over = { $who } handed the company over to { $whom }
audit-other = { $who }: { $action } { $whom }
audit-why-by-name = by name
audit-why-by-phone = by phone
audit-why-by-number = by number
audit-why-by-link = from another card
audit-why-job = job { $id }
audit-why-employer = company { $id }
audit-why-upfront_fee = a fee
audit-why-deposit = a deposit
audit-why-document_retention = papers kept
audit-why-discriminatory_gender = men or women only
audit-why-discriminatory_age = a low age limit
audit-why-discriminatory_ethnicity = origin or belief
audit-why-underage = too young
audit-why-too_good_pay = pay too good
audit-why-off_platform_contact_only = a messenger only
audit-why-overseas_unlicensed = abroad without a licence
audit-why-reports = { $id } reports
audit-why-own-words = in own words
