# After a job was posted: change, copy, pause, close, expiry; several people in one company.

## My jobs

myjobs-page = <i>page { $at } of { $of }</i>
button-job = Job { $id } · { $trades } · { $place } ›
button-job-waiting = 🔔 Job { $id } · { $trades } · { $place } ({ $waiting } waiting) ›

jobcard = 📋 <b>Job { $id }</b> · { $state }
jobcard-until = ⏳ until { $until }
jobcard-numbers = sent to { $offered } · { $applied } applied · { $waiting } waiting for your answer · { $hired } of { $headcount } hired
jobcard-started = { $started } at work
button-job-edit = ✏️ Change
button-job-copy = 📄 Copy
button-job-pause = ⏸ Pause
button-job-resume = ▶️ Resume
button-job-close = ✖️ Close
button-job-extend = ⏳ { $days } more days
button-job-let-end = 👌 Let it end

job-news-paused = ⏸ <b>Paused.</b> It goes to nobody else, and nobody can apply. Those who applied stay.
job-news-resumed = ▶️ <b>Resumed.</b> People can apply again, and whoever it fits will get it.
job-news-closed = ✖️ <b>Closed.</b> It goes to nobody else, and nobody can apply.
job-news-closed-told = ✖️ <b>Closed.</b> I have told { $count ->
        [one] the one who was
       *[other] the { $count } who were
    } waiting for your answer.
job-news-extended = ⏳ <b>It runs longer now.</b>
job-news-extended-back = ⏳ <b>It runs again.</b> { $count ->
        [one] One earlier application counts
       *[other] { $count } earlier applications count
    } again; I have told them.
job-news-let-end = 👌 OK, it will end by itself.
job-news-over = This job is over and cannot be changed. Tap “Copy” to post a new one.
job-news-same = Nothing is different, so nothing was changed.
job-news-changed = ✅ <b>Changed.</b>
job-news-changed-told = ✅ <b>Changed.</b> I have told { $count ->
        [one] the one who applied or was hired.
       *[other] the { $count } who applied or were hired.
    }
close-sure = Close <b>job { $id } · { $trades } · { $place }</b>? It cannot be opened again, but you can copy it.
close-sure-waiting =
    Close <b>job { $id } · { $trades } · { $place }</b>?
    I will tell { $waiting ->
        [one] the one who is
       *[other] the { $waiting } who are
    } waiting for your answer. It cannot be opened again, but you can copy it.
button-close-sure = ✖️ Yes, close it

## Changing

edit-confirm = ✅ Save changes
edit-preview = Tap “Save changes”, and those who applied will see what is different.
edit-too-few = ⚠️ You have hired { $hired } already, so it cannot be { $headcount }. Please write { $hired } or more.

change-line = · { $name }: { $old } → <b>{ $new }</b>
change-text = · New description: <b>{ $text }</b>

## To those who applied

job-changed = ✏️ <b>A job you applied for has changed</b>: { $title } ({ $company })
job-changed-hired = ✏️ <b>The job you were hired for has changed</b>: { $title } ({ $company })
button-see-job = 👀 See this job
job-closed-news = { $company } has ended { $title }, and your application ends with it. There are other jobs.
job-expired-worker = { $title } at { $company } ran out without an answer, and your application ends with it. There are other jobs.
job-goes-on = 🔄 <b>{ $title }</b> at { $company } goes on, and your application still counts. If you do not want it any more, take it back.
offer-paused = ⏸ This job takes no applications just now. Please look again in a few days.
button-look-again = 🔄 Look again
offer-ended = 🚫 This job is over.
offer-changed = ✏️ <b>This job has changed since you saw it.</b> Please look, and tap “Apply” again if you still want it.

## To employers

job-ending =
    ⏳ <b>Job { $id } · { $title }</b> ends on { $until }.
    Do you still need people?
job-expired-news = ⌛ <b>Job { $id } · { $title }</b> has run out. It goes to nobody else, and nobody can apply.
job-expired-told =
    ⌛ <b>Job { $id } · { $title }</b> has run out. It goes to nobody else, and nobody can apply.
    I have told { $count ->
        [one] the one who was
       *[other] the { $count } who were
    } still waiting for your answer. If you let it run again, their applications count again.

## The people of a company

company-title = 🏢 <b>{ $company }</b>
company-people = <b>Who acts for the company:</b>
company-founder = 👤 { $name } (in charge)
company-founder-own = 👤 { $name } (in charge, you)
company-member = 👤 { $name }
company-member-own = 👤 { $name } (you)
company-asked = ❔ { $name } wants to join
company-link =
    🔗 Let a colleague open this link to hire together with you:
    { $link }
button-member-remove = ✖️ Remove { $name }
button-member-yes = ✅ Accept { $name }
button-member-no = ❌ Refuse
button-leave-company = 🚪 Leave this company
company-invited =
    Do you want to hire people for <b>{ $company }</b>?

    By saying yes you agree: workers pay nothing, nobody keeps their documents, and what you write is true.
button-in-yes = ✅ Yes, I work there
button-in-no = No
company-not-in = OK, you have not joined.
company-asked-in = ✅ I have asked the person in charge of <b>{ $company }</b>. I will tell you when they agree.
company-link-dead = This link does not work. Please ask your colleague for a new one.
company-in-already = You act for <b>{ $company }</b> already. Send /myjobs for its jobs.
company-in-another = You act for <b>{ $company }</b> now, and one person can act for one company only.
company-wants-in =
    👤 <b>{ $name }</b> wants to hire people for <b>{ $company }</b>.
    They could post jobs, see applicants and hire. Do not accept anyone you do not know.
company-you-are-in = 🎉 You can hire people for <b>{ $company }</b> now.
company-you-are-refused = The person in charge of <b>{ $company }</b> did not agree. Please ask them yourself.
company-you-are-out = You do not act for <b>{ $company }</b> any more.
company-left = OK, you do not act for <b>{ $company }</b> any more. The person in charge takes over your jobs.
company-yours-now = 🏢 The person in charge of <b>{ $company }</b> has left, and you are in charge now. Send /employer to see it.
member-in-news = ✅ { $name } can hire for the company now.
member-refused-news = { $name } was not accepted.
member-elsewhere-news = { $name } acts for another company and cannot join.
member-answered-before = Somebody answered this before.
member-gone-before = This person is not in the company any more.
member-out-news = ✅ { $name } does not act for the company any more. Their jobs are yours to handle now.
member-left-news = 🚪 { $name } does not act for <b>{ $company }</b> any more. Their jobs are yours to handle now.
member-remove-sure = Remove <b>{ $name }</b>? They could no longer post jobs or see applicants. Their jobs would be yours to handle.
button-remove-sure = ✖️ Yes, remove
member-leave-sure = Leave <b>{ $company }</b>? You could no longer see its jobs and applicants.
button-leave-sure = 🚪 Yes, leave

erase-sure-member = ⚠️ Erase everything? Your profile, your applications and your number will be gone for good. The jobs you posted stay with the company.
erase-sure-founder = ⚠️ Erase everything? Your profile, your applications and your number will be gone for good. The company and its jobs go to a colleague.
