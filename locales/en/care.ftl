## Check-ins on the first day and a month later

checkin-again = ⏰ My last question is still open. One tap is enough.
checkin-started = 👷 <b>{ $company }</b> hired you ({ $title }). Did you start?
checkin-stays = 👷 It is about a month now. Do you still work at <b>{ $company }</b> ({ $title })?
button-started = ✅ Yes, I work there
button-not-yet = ⏳ Not yet
button-not-started = ❌ No, I did not go
button-stays = ✅ Yes, still there
button-not-stays = ❌ No, not any more
checkin-yes = 👍 Great.
checkin-not-yet = ⏳ All right.
checkin-no = All right, no problem.
checkin-charged =
    One more question: did anyone ask you for money for this job?
    <i>A deposit, an agency fee, clothes, papers: all of that counts. { $company } will not learn what you answer.</i>
button-free = ✅ No
button-paid = ⚠️ Yes, they did
button-slip = ↩️ I tapped wrong before
checkin-slip = No problem, tap once more.
checkin-done = 🙏 Thank you! If anyone wants money, do not pay, and tell us.
checkin-done-offers = 🙏 Thank you! I will send you jobs that fit again. If you do not want that, tap below.
button-offers-off = ⏸ No jobs for now
checkin-over = This job is over. You need not answer any more.

charge-kept =
    🙏 <b>Thank you for telling us.</b>
    Nobody should pay to get a job, so do not pay any more. Our staff check this now; until then { $company } cannot hire anybody.
    <b>They will not learn that it was you.</b> I will tell you what comes of it.
button-uncharge = ↩️ I tapped wrong, nobody did
charge-said = Who wanted money, and how much? Tap one, or write a few words. Only our staff see it.
charge-said-name = The money
charge-for-deposit = A deposit
charge-for-agency = An agency fee
charge-for-clothes = Clothes
charge-for-papers = Papers or a health check
charge-words-kept = ✅ Noted. Our staff will see it.
care-no-words = All right, you need not write more. Thank you!
uncharged = ✅ Changed: nobody wanted money.
uncharge-late = Our staff have decided already, so it cannot be changed. If there is something else, you can tell us again.
charge-over-thawed = ℹ️ Our staff looked into what you told us. <b>{ $company }</b> may hire again. If anyone wants money, do not pay, and tell us again.
charge-over-barred = 🙏 Our staff looked into what you told us. <b>{ $company }</b> cannot hire any more. Thank you, this helps others too.

## Reports

button-report = ⚠️ Report
report-which = What is wrong with <b>{ $title }</b>?
report-fee = They want money
report-scam = A scam
report-wrong = What it says is not true
report-rude = They were rude
button-report-not = ⬅️ Nothing, go back
report-kept =
    🙏 <b>Thank you, our staff know now: { $kind }.</b>
    The employer will not learn that it was you.
report-known = 🙏 Thank you. You told us about this job before, and our staff have looked at it. If anyone wants money, do not pay.
button-unreport = ↩️ I tapped wrong, undo
report-said = Do you want to say more? Write it here. Only our staff see it.
report-said-name = What happened
report-words-kept = ✅ Noted, thank you!
unreported = ✅ Taken back.
unreport-late = There is nothing to take back. Our staff may have looked at it already.
offer-checked = 🔍 Our staff check this job first, so you cannot apply yet. If anyone wants money, do not pay.
offer-checked-waiting = 🔍 Our staff are checking, please wait a little. If anyone wants money, do not pay.
offer-applied-stopped = ✅ <b>You applied.</b>
offer-barred = 🚫 This employer cannot hire here any more. If anyone wants money, do not pay.

## Somebody who was hired did not come

hired-left = 👋 <b>{ $name }</b> did not start, or has stopped: no. { $id } · { $title }.
hired-left-again =
    👋 <b>{ $name }</b> did not start, or has stopped: no. { $id } · { $title }.
    One place is free, and the job is open again.
hired-back = 👷 <b>{ $name }</b> tapped wrong and is coming after all: no. { $id } · { $title }.

## Employers that are frozen or refused, appeals

why-charge = we heard that workers may have been asked for money, and check that first
why-charge_kept = workers were asked for money
why-heard_kept = what we heard is true
why-reports = several people reported it
why-heard = we heard something and want to look first
employer-now-frozen =
    🔒 <b>{ $company }</b> is frozen for now.
    Why: { $reason }

    You cannot post jobs or answer applicants, and your jobs are not shown. Nothing is lost.
    If this is wrong, tap “Appeal” and write to our staff.
employer-standing-frozen =
    🔒 <b>{ $company }</b> is frozen: you cannot post jobs or answer applicants.
    Why: { $reason }

    If this is wrong, you can appeal.
employer-standing-refused =
    ❌ <b>{ $company }</b> was not approved.
    Why: { $reason }

    You can mend it and send it again. If this is wrong, you can appeal.
employer-barred =
    ⛔ <b>{ $company }</b> cannot hire here any more.
    Why: { $reason }

    If this is wrong, you can appeal.
employer-thawed = ✅ We have checked. <b>{ $company }</b> can go on hiring. Thank you for waiting.
employer-thawed-why =
    ✅ <b>{ $company }</b> can hire. Thank you for waiting.
    Note: { $reason }
button-appeal = 📝 Appeal
button-again = 🔁 Mended, send again
appeal-text = What is wrong? Write to our staff (500 characters at most).
appeal-text-name = Appeal
appeal-kept = ✅ Our staff have your appeal. I will tell you as soon as they decide.
appeal-waits = 📝 Our staff are looking at your appeal of { $on }.
appeal-tomorrow = 📝 Our staff have read your appeal. If there is more to say, you can write again tomorrow.
appeal-once-a-day = 📝 Our staff are looking at your appeal. Once a day is enough; you can write again tomorrow.
job-now-held =
    🔍 No. { $id } · { $title } is stopped for now: our staff check it.
    Why: { $reason }

    It goes on as soon as that is done. You need not do anything.
job-held-no-hiring = 🔍 No. { $id } is being checked, so you cannot hire for it yet. I will tell you as soon as it is done.
job-now-released = ✅ No. { $id } · { $title } is checked and open again. Thank you for waiting.

## Operators

case-charge = 🚨 <b>A worker says that money was asked for</b>
case-appeal = 📝 <b>An employer appeals</b>
case-employer = 🏢 <b>The employer</b>
case-state = State: <b>{ $state }</b>
case-waiting = waits to be checked
case-approved = approved
case-refused = refused
case-frozen = frozen
case-reason = Why: { $reason }
case-counts = Charges: { $charges } · reports: { $reports }
case-said = · { $name } (no. { $job }, day { $day }): { $said }
case-appeal-text = 📝 Appeal: { $text }
case-kind = { $kind } { $count }
case-newer = ⬇️ There is news: see the newest message below.
case-owner = 👤 Who posted it
case-gone = There is nothing left to decide: they erased their data.
case-job = 💼 <b>The job</b>
case-job-reported = 🚩 <b>This job was reported</b>
case-job-title = 💼 No. { $id } · { $title }
case-no-reports = none open
case-reports = Reports: { $kinds }
case-closed-reports = Reports looked at before: { $count }
case-report-said = · { $kind }: { $said }
button-freeze = 🔒 Freeze the employer
button-keep = 🔒 Keep frozen
button-thaw = ✅ Unfreeze
button-thaw-refused = ✅ Approve after all
button-bar = ⛔ Refuse for good
button-person = 👤 { $name }
button-case = 🔎 Look at it
button-hold = ⏸ Hold
button-release = ▶️ Release
button-dismiss = 👌 Nothing wrong, close
case-kept = 🔒 { $company } stays frozen ({ $reason }). I have told them.
case-frozen-now = 🔒 { $company } is frozen ({ $reason }). I have told them.
case-thawed-now = ✅ { $company } may hire ({ $reason }). I have told them.
case-barred-now = ⛔ { $company } is refused for good ({ $reason }). I have told them.
case-before = Somebody has decided about { $company } already.
case-taken-back = ↩️ { $company }: the worker tapped wrong, nobody wanted money. It is unfrozen.
case-held = ⏸ No. { $id } · { $title } is held. I have told the employer.
case-released = ▶️ No. { $id } · { $title } is released. I have told the employer.
case-dismissed = 👌 The reports about no. { $id } · { $title } are closed.
case-job-before = Somebody has decided about no. { $id } · { $title } already, or there is nothing to decide.
freeze-reason = Why is it frozen? Tap one, or write. They will see it: do not write who told us.
freeze-reason-name = Why
freeze-reason-fees = Workers may have been asked for money
freeze-reason-fake = The jobs are not real
freeze-reason-papers = Something is wrong with the licence
thaw-reason = Why may they hire? Tap one, or write. They will see it: do not write who told us.
thaw-reason-name = Note
thaw-reason-untrue = We checked, nothing is wrong
thaw-reason-mended = It has been mended
thaw-reason-mistake = It was a mistake
bar-reason = Why are they refused for good? Tap one, or write. They will see it: do not write who told us.
bar-reason-name = Why
bar-reason-fees = They charged workers
bar-reason-fake = The jobs were not real
bar-reason-again = They broke the rules several times
