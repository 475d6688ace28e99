# After the registration: profile, questions asked afterwards, pauses, privacy, reminders.

menu-profile = 👤 My profile
menu-pause = ⏸ Pause
menu-privacy = 🔒 Privacy
command-profile = My profile
command-pause = Stop or resume offers
command-privacy = Privacy, export, erase

not-said = not said
found-which = Is it one of these?
button-restart = 🔄 Begin again
button-skip = Skip ➡️
wrong-phone-typed = This number is not right. Please tap the button below, or write the whole number, for example +7 912 000-00-00.
wrong-date = I did not understand the date. Please write for example “1.12.2026”, “2027-03-15” or “tomorrow”, or tap one.

help-registering =
    <b>You are registering</b>
    · Just tap the buttons; you can write, too.
    · Tapped wrong? Tap “Back”. You can change everything at the end.
    · You can stop now and go on later with /start.

    ⚠️ Finding work is free.
help-posting =
    <b>You are filling in a form for employers</b>
    · Tap the buttons, or write.
    · “Back” goes one step back, “Stop” gives up.
    · Before it is sent you see it as workers will.
help-operator =
    <b>Staff</b>
    · When a company applies you get a card: tap “Approve” or “Refuse”.
    · Send /start for those that still wait.
    · Send /admin to find people, announce, see figures and the log.
help-employer =
    <b>Hiring</b>
    · /post a job: it goes to the workers it fits, to each one once.
    · /myjobs shows who applied; change, pause or close a job, get its link and QR code.
    · /employer lets colleagues hire with you.

    ⚠️ Workers pay nothing, and nobody keeps their documents.
help-worker =
    <b>Finding work</b>
    · Jobs that fit come to you. /jobs shows all of them.
    · /profile shows and changes what we know. The more we know, the more jobs fit.
    · /pause stops offers for a while; /privacy shows what we keep, and erases it.

    ⚠️ Finding work is free. Anyone who asks you for a deposit or a fee is a cheat.

## Profile

profile-title = <b>Your profile</b>
profile-change = Tap what you want to change.
profile-changed = ✅ <b>Changed.</b>
profile-added = ＋ { $labels }
profile-gone = － { $labels }
fact-more = ▫️ { $name }: { $answer }
button-fact = ✏️ { $name }
button-fact-new = ＋ { $name }
years-of = Years: { $trade }

reg-certificates = Which certificates do you have? Tap all of them; if none, tap “None”.
reg-certificates-name = Certificates
reg-expires = Until when is it valid: <b>{ $certificate }</b>? Tap one, or write the date. Skip it if you do not know.
reg-expires-name = Valid until
reg-phone = What is your phone number? The button below is easiest; you can write it, too.
reg-phone-name = Phone
reg-move = Would you move for a good job?
reg-move-name = Move
move-yes = Yes
move-no = No
reg-needs = What do you need from the employer? You can pick several.
reg-needs-name = Needs
reg-tenure = How long have you been in your present or last job?
reg-tenure-name = Last job
tenure-none = I have not worked yet
reg-free = When can you start? Tap one, or write the date.
reg-free-name = Start
free-now = At once
free-tomorrow = Tomorrow
free-week = In a week
free-month = In a month
reg-speaks = Which languages do you speak? You can pick several.
reg-speaks-name = Languages
speaks-zh = 中文
speaks-en = English
speaks-ru = Русский
speaks-vi = Tiếng Việt
speaks-id = Bahasa Indonesia
speaks-uz = Oʻzbekcha
speaks-tg = Тоҷикӣ
speaks-ky = Кыргызча
speaks-kk = Қазақша
speaks-my = မြန်မာ
reg-origin = Where is your home? Write the name of the place.
reg-origin-name = Home town
born-too-young = ⚠️ With this year you are not { $age } yet, and the law forbids you to work. <b>Nothing was changed.</b> Was it a slip?
button-born-again = ✏️ A slip, write it again
button-born-true = It is right, erase my data
phone-unverified = { $number } (written, not verified)
certificate-until = { $certificate } (until { $on })

## Questions asked afterwards

button-answer = ✏️ Answer now
button-ask-later = Later
button-ask-never = Do not ask this again
ask-later = OK, later.
ask-never = OK, I will not ask this again.
brings-certificates = <i>Jobs that need a certificate often pay more.</i>
brings-certificates-jobs = <i><b>{ $count }</b> { $count ->
        [one] job that fits you needs one
       *[other] jobs that fit you need one
    }.</i>
brings-phone = <i>So that an employer can reach you. Only one to whom you tap “Share” sees it.</i>
brings-move = <i>If you would, I look for jobs farther away, too.</i>
brings-move-jobs = <i>If you would, <b>{ $count }</b> more { $count ->
        [one] job fits
       *[other] jobs fit
    } you.</i>
brings-needs = <i>So that I look for it first.</i>
brings-needs-jobs = <i><b>{ $count }</b> { $count ->
        [one] job that fits you has this
       *[other] jobs that fit you have this
    }.</i>
brings-tenure = <i>Employers like people who stay.</i>
brings-free = <i>Urgent jobs go first to those who can start at once.</i>
brings-speaks = <i>Some employers need people who speak several languages.</i>
brings-origin = <i>Some employers look for people from the same place.</i>
brings-years = <i>With enough years you get the jobs that ask for them, too.</i>
unfinished = 👋 Only a few steps are left. Just go on:

## Pause

pausing-no = Jobs that fit come to you now. For how long do you want to stop them?
pausing-until = ⏸ Stopped until { $date }.
pausing-off = ⏸ Stopped: no jobs come to you.
pausing-hired = ⏸ You were hired, so no more jobs come to you.
button-pause-end = ▶️ Go on, send me jobs
button-pause-week = For a week
button-pause-month = For a month
button-pause-date = 📅 Until a day
button-pause-off = ⏹ For good
pause-until = Until which day? Tap one, or write the date.
pause-until-name = Until
in-weeks =
    { $count ->
        [one] { $count } week
       *[other] { $count } weeks
    }
paused-off = ⏹ OK, no more jobs. /pause starts them again; /jobs always shows them.
paused-no = ▶️ OK, jobs that fit come to you.
paused-until = ⏸ OK, jobs come again from that day. /pause starts them earlier.
pause-over = ▶️ Your pause is over. <b>{ $count }</b> { $count ->
        [one] job fits
       *[other] jobs fit
    } you now, and new ones come to you.
still-looking = 👋 You were hired a while ago. Are you still looking for work?
button-looking = ▶️ Yes, send me jobs
button-looking-not = No, thank you

## Certificates that expire

expiry = ⏰ Your certificate <b>{ $certificate }</b> expires on { $on }. After that, jobs that need it cannot come to you. Please renew it in time.
button-expiry = ✏️ Renewed: change the date

## Privacy

privacy =
    🔒 <b>What we keep, and why</b>
    · Your answers (work, experience, place, pay …): to find jobs that fit.
    · The jobs you applied for: so that you and the employer know where it stands.
    · Your number: shown only to an employer for whom you tapped “Share”.
    · Your Telegram id: to write to you.
    Nothing is sold. You can export, change and erase everything at any time.
    <i>Version { $version }</i>
privacy-employer = You are an employer, too: we keep the company, the contact, the licence number and your jobs.
button-export = 📄 Export my data
button-classify-not = Do not classify me, show me everything
button-classify = Choose by my profile
classified-not = ✅ OK, you are not classified any more. /jobs shows every job that the law allows; new ones come to you by your trades only.
classified-again = ✅ OK, I choose by your profile again.
button-erase = 🗑 Erase everything
erase-sure = ⚠️ Erase everything? Your profile, your applications and your number will be gone for good. Open applications are taken back.
erase-sure-employer = ⚠️ Erase everything? Your profile, your company, your jobs and all applications for them will be gone for good.
button-erase-sure = 🗑 Yes, erase everything
button-erase-not = No
erased = ✅ Everything is erased. Receipt <code>{ $receipt }</code>; it holds nothing about you. To come back, send /start.
export = 📄 Everything we keep about you.
export-sent = The file is on its way

## Jobs

jobs-none-paused = No job fits you now. You have paused offers, so new ones are not sent to you.
button-withdraw = ↩️ Withdraw
button-why-not = 🤔 Why not other jobs?
why-not = <b>These jobs did not come to you because:</b>
why-not-none = There are no other jobs just now.
why-not-line = · { $title }: { $why }
misfit-too_young = you are too young
misfit-hazard = dangerous, only from 18
misfit-night = at night, only from 18
misfit-trade = not the work you chose
misfit-years = { $required } of experience needed, you have { $years }
misfit-expired = { $certificate }: expired
misfit-lacking = { $certificate } needed
misfit-too_far = too far, { $km } km
misfit-pay = pays less than you want
misfit-preference = steady or flexible, other than you want

## Employers

button-link = 🔗 Link and QR code of job { $id }
job-link =
    🔗 <b>Job { $id } · { $trades }</b>
    { $link }
    Workers scan it or tap the link and see this job. Send it to groups, or print it.
link-later = The link is not ready yet. Please try again in a minute.
applicant-withdrawn = ↩️ <b>{ $name }</b> took the application back: job { $id } · { $title }
