# Those who applied: look, compare, ask, invite, hire, refuse, take back.

applicants-order = { $count } people, best fits first. Tap a name for more.
applicants-new = 🔔 No. { $id } · { $title }: <b>{ $count }</b> new applications
applicants-compared = ⚖️ <b>No. { $id } · { $title }</b>
applicants-none = Nobody waits for your answer now.
applicant = 👥 <b>No. { $id } · { $title }</b>
applicant-new = 🔔 <b>Somebody applied: no. { $id } · { $title }</b>
applicant-shared = 📱 <b>Somebody gave you their number: no. { $id } · { $title }</b>
applicant-name = 👤 <b>{ $name }</b> · fit { $score }/100
applicant-why = <b>Why it fits:</b>
applicant-phone = 📱 { $phone }
applicant-no-phone = 📱 Number: not given yet.
applicant-asked = ❓ You asked: { $text }
applicant-said = 💬 They said: { $text }
applicant-stage = 📌 { $stage }
applicant-gone = This person is not among the applicants any more.
compared-name = <b>{ $place }. { $name }</b> · { $score }/100
compared-phone = 📱 gave the number
compared-no-phone = 📱 no number yet
kilometres = { $km } km
kilometres-near = nearby

stage-queued = to be sent
stage-offered = sent
stage-seen = seen
stage-declined = not wanted
stage-applied = applied
stage-shared = gave number
stage-invited = invited
stage-hired = hired
stage-started = started
stage-stayed = stayed 30 days
stage-refused = not hired
stage-withdrawn = withdrew
stage-closed = job ended
stage-no_show = did not come
stage-left = left

button-hire = ✅ Hire
button-reject = ❌ Not this time
button-ask = ❓ Ask
button-invite = 📅 Invite
button-invite-again = 📅 Another time
button-no-show = 🚷 Did not come
button-undo = ↩️ Take back
button-compare = ⚖️ Compare
button-look = 👥 Look
button-other-applicants = 👥 Other applicants
button-open-card = 👤 This person
button-look-at-job = 💼 This job
button-reply = 💬 Answer
button-come = ✅ I will come
button-other-time = 🕐 Another time
button-not-come = ❌ I cannot come

answered-hired = ✅ You hired <b>{ $name }</b>. I have told them.
answered-rejected = I have told { $name } that it is not this time.
answered-no-show = Noted: { $name } did not come. I have told them.
answered-undone = ↩️ Taken back. I have told { $name }.
answered-before = This person has an answer already.
refuse-why = Why not { $name }? I will tell them kindly.
refuse-why-experience = Too little experience
refuse-why-certificate = Papers missing
refuse-why-distance = Too far away
refuse-why-dates = Dates do not fit
refuse-why-taken = Place is taken
refuse-why-other = Another reason
refused-why-experience = They want somebody with more experience.
refused-why-certificate = You have not told me of a paper that they ask for.
refused-why-distance = They find it too far away.
refused-why-dates = The dates do not fit.
refused-why-taken = The place is taken.
refused-why-other = They chose somebody else this time.
not-hired =
    { $company }, { $title }: you were not chosen this time.
    { $why }
    Do not lose heart, there are other jobs.
no-show-not-now = Not yet: only after the time of the interview, or after hiring.
no-show-told =
    { $company } says that you did not come ({ $title }).
    If that is not so, tap below to look at the job, then “Report”, and tell us.
undo-not-now = There is nothing to take back now.
undone-hired = { $company } took the hiring back ({ $title }). Your application stays, they can still see it. I go on sending you other jobs.
undone-refused = 👍 { $company } thinks of you again ({ $title }). Your application is still there.
undone-no-show = { $company } corrected it: they no longer say that you did not come ({ $title }).
full-told = { $title } ({ $company }) is full now. Your application stays: if somebody does not come, they look at it again.
offer-invited = 📅 <b>You are invited to an interview.</b> Time and place are in another message.
offer-no-show = 🚷 They say that you did not come. If that is not so, tap “Report” and tell us.
offer-closed = 🚫 This job has ended, and your application with it.

ask-question = What do you want to ask? Tap one, or write. I pass it on; neither of you sees a number.
ask-question-name = Question
ask-when = When can you start?
ask-still = Do you still want this job?
ask-papers = Can you bring your papers on the first day?
ask-shift = Can you work in shifts?
ask-live = Do you need a place to live?
ask-sent = ❓ I have asked { $name }. The answer comes to you at once.
ask-enough = You asked 3 times and there is no answer yet. Please wait.
question =
    ❓ <b>{ $company }</b> asks you ({ $title }):
    <blockquote>{ $text }</blockquote>
question-answered =
    💬 <b>{ $name }</b> answers (no. { $id } · { $title }):
    <blockquote>{ $text }</blockquote>
answer-answer = What do you answer? Tap one, or write. They do not see your number.
answer-answer-name = Answer
answer-yes = Yes
answer-no = No
answer-today = Today
answer-tomorrow = Tomorrow
answer-week = Next week
answer-other_time = Not at that time. Is another time possible?
answer-sent = 💬 I have passed it on.
answer-enough = You wrote 3 times and there is no answer yet. Please wait.
answer-nothing = Nobody asked you anything just now.
wrong-contact-told = Please write no phone number, messenger name or link. I pass your words on; to give your number, use “Give my number”.
wrong-time = Please write the time, for example 14:30, or tap one.

invite-day = On which day? Tap one, or write the date.
invite-day-name = Day
invite-time = At what time? Tap one, or write, for example 14:30.
invite-time-name = Time
invite-where = Where do you meet? Tap one, or write the address.
invite-where-name = Place
invite-at-work = At the workplace
invite-at-office = At the company’s office
invite-past = That time is past. Please choose a later one.
invite-sent = 📅 You invited <b>{ $name }</b> (no. { $id } · { $title }). I tell you at once what they answer.
invited = 📅 <b>{ $company } invites you to an interview</b> ({ $title })
interview-soon = ⏰ <b>Your interview is soon</b>: { $company } ({ $title })
interview-near = ⏰ The interview is soon: <b>{ $name }</b> (no. { $id } · { $title })
meet-comes = ✅ <b>You will come to the interview</b>: { $company } ({ $title }). I remind you before.
meet-declined = All right, I told { $company } that you cannot come. Your application stays; if you do not want the job any more, withdraw under it.
meet-told-comes = ✅ <b>{ $name }</b> will come (no. { $id } · { $title })
meet-told-declined = ❌ <b>{ $name }</b> cannot come at that time (no. { $id } · { $title }). You can propose another.
meet-over = This interview is past, or it was called off.
meeting = 🗓 { $day } { $time } · { $place }
meeting-proposed = (no answer yet)
meeting-confirmed = (will come)
meeting-declined = (cannot come then)
day = { $date } ({ $weekday })
weekday-1 = Mon
weekday-2 = Tue
weekday-3 = Wed
weekday-4 = Thu
weekday-5 = Fri
weekday-6 = Sat
weekday-7 = Sun

button-leave-job = 👋 I do not go
leave-job-sure = Do you really not go to { $company } ({ $title })? I tell them, and somebody else gets the place.
button-leave-job-yes = 👋 I do not go
button-leave-job-no = ↩️ I go after all
hired-erased = 👋 Somebody you hired has erased their data and will not come: no. { $id } · { $title }. The place is free.
applicant-erased = 👋 Somebody who applied has erased their data: no. { $id } · { $title }.
offer-left = 👋 You did not go, or do not work here any more.
