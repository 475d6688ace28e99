# 报名的人：看、比、问、约、录用、不用、撤回。

applicants-order = 共 { $count } 人，最合适的在前。点名字看详情。
applicants-new = 🔔 { $id } 号 · { $title }：又有 <b>{ $count }</b> 人报名
applicants-compared = ⚖️ <b>{ $id } 号 · { $title }</b>
applicants-none = 现在没有等您答复的人。
applicant = 👥 <b>{ $id } 号 · { $title }</b>
applicant-new = 🔔 <b>有人报名：{ $id } 号 · { $title }</b>
applicant-shared = 📱 <b>有人把号码给您了：{ $id } 号 · { $title }</b>
applicant-name = 👤 <b>{ $name }</b> · 合适程度 { $score }/100
applicant-why = <b>为什么合适：</b>
applicant-phone = 📱 { $phone }
applicant-no-phone = 📱 号码：还没有给。
applicant-asked = ❓ 您问：{ $text }
applicant-said = 💬 对方说：{ $text }
applicant-stage = 📌 { $stage }
applicant-gone = 这个人不在报名的人里了。
compared-name = <b>{ $place }. { $name }</b> · { $score }/100
compared-phone = 📱 给了号码
compared-no-phone = 📱 没给号码
kilometres = { $km } 公里
kilometres-near = 就在附近

stage-queued = 待发
stage-offered = 已发
stage-seen = 已看
stage-declined = 不合适
stage-applied = 报名
stage-shared = 给号码
stage-invited = 约面试
stage-hired = 录用
stage-started = 上岗
stage-stayed = 满 30 天
stage-refused = 没录用
stage-withdrawn = 取消报名
stage-closed = 工作关闭
stage-no_show = 没来
stage-left = 不做了

button-hire = ✅ 录用
button-reject = ❌ 这次不用
button-ask = ❓ 问一句
button-invite = 📅 约面试
button-invite-again = 📅 改面试时间
button-no-show = 🚷 没来
button-undo = ↩️ 撤回
button-compare = ⚖️ 比一比
button-look = 👥 看一看
button-other-applicants = 👥 看其他报名的人
button-open-card = 👤 看这个人
button-look-at-job = 💼 看这个工作
button-reply = 💬 回答
button-come = ✅ 我会去
button-other-time = 🕐 换个时间
button-not-come = ❌ 去不了

answered-hired = ✅ 您录用了 <b>{ $name }</b>，已经告诉对方了。
answered-rejected = 已经告诉 { $name } 这次不用了。
answered-no-show = 记下了：{ $name } 没来。已经告诉对方。
answered-undone = ↩️ 撤回了，已经告诉 { $name }。
answered-before = 这个人已经答复过了。
refuse-why = 为什么不用 { $name }？我会客气地告诉对方。
refuse-why-experience = 经验不够
refuse-why-certificate = 证件不够
refuse-why-distance = 离得太远
refuse-why-dates = 时间对不上
refuse-why-taken = 已经有人了
refuse-why-other = 别的原因
refused-why-experience = 对方想要经验更多的。
refused-why-certificate = 对方要的证件您还没有登记。
refused-why-distance = 对方觉得离得太远。
refused-why-dates = 上班时间对不上。
refused-why-taken = 已经有人做了。
refused-why-other = 这次对方选了别人。
not-hired =
    { $company } 的 { $title }，这次没有录用您。
    { $why }
    别灰心，还有别的工作。
no-show-not-now = 现在还不能说没来：要等面试时间过了，或者录用以后。
no-show-told =
    { $company } 说您没有去（{ $title }）。
    如果不是这样，点下面看这个工作，再点“举报”，告诉我们。
undo-not-now = 现在没有可以撤回的。
undone-hired = { $company } 撤回了录用（{ $title }）。您的报名还在，对方还能看到。别的工作我接着发给您。
undone-refused = 👍 { $company } 又考虑您了（{ $title }）。您的报名还在。
undone-no-show = { $company } 更正了：不再说您没去（{ $title }）。
full-told = { $title }（{ $company }）现在招满了。您的报名还留着，要是有人不来，对方会再看您的。
offer-invited = 📅 <b>对方约您面试</b>，时间地点在另一条消息里。
offer-no-show = 🚷 对方说您没有去。不对的话，点“举报”告诉我们。
offer-closed = 🚫 这个工作不招了，报名也就结束了。

ask-question = 想问什么？点一个，或者写。我转给对方，号码双方都看不到。
ask-question-name = 问题
ask-when = 什么时候能来上班？
ask-still = 您还想做这个工作吗？
ask-papers = 上班时能带上证件吗？
ask-shift = 倒班可以吗？
ask-live = 需要住宿吗？
ask-sent = ❓ 问过 { $name } 了。有回答我马上转给您。
ask-enough = 您问了 3 次，对方还没有回答。请等一等。
question =
    ❓ <b>{ $company }</b> 问您（{ $title }）：
    <blockquote>{ $text }</blockquote>
question-answered =
    💬 <b>{ $name }</b> 回答（{ $id } 号 · { $title }）：
    <blockquote>{ $text }</blockquote>
answer-answer = 怎么回答？点一个，或者写。对方看不到您的号码。
answer-answer-name = 回答
answer-yes = 可以
answer-no = 不可以
answer-today = 今天就行
answer-tomorrow = 明天就行
answer-week = 下个星期
answer-other_time = 这个时间不行，可以换个时间吗？
answer-sent = 💬 已经转给对方了。
answer-enough = 您说了 3 次，对方还没有回。请等一等。
answer-nothing = 现在没有要您回答的。
wrong-contact-told = 请不要写电话、微信、网址。我会替您转话；要给号码，请用“把我的号码给对方”。
wrong-time = 请写几点，比如 14:30，或者点一个。

invite-day = 哪天面试？点一个，或者写日期。
invite-day-name = 日期
invite-time = 几点？点一个，或者写，比如 14:30。
invite-time-name = 时间
invite-where = 在哪里见面？点一个，或者写地址。
invite-where-name = 地点
invite-at-work = 工作地点
invite-at-office = 公司办公室
invite-past = 这个时间已经过了。请再约一个以后的时间。
invite-sent = 📅 约了 <b>{ $name }</b>（{ $id } 号 · { $title }）。对方答复了我马上告诉您。
invited = 📅 <b>{ $company } 约您面试</b>（{ $title }）
interview-soon = ⏰ <b>快到面试时间了</b>：{ $company }（{ $title }）
interview-near = ⏰ 快到面试时间了：<b>{ $name }</b>（{ $id } 号 · { $title }）
meet-comes = ✅ <b>您答应去面试</b>：{ $company }（{ $title }）。去之前我会提醒您。
meet-declined = 好的，告诉 { $company } 您去不了了。报名还在；不想做了，可以在那个工作下面取消。
meet-told-comes = ✅ <b>{ $name }</b> 会来（{ $id } 号 · { $title }）
meet-told-declined = ❌ <b>{ $name }</b> 那个时间来不了（{ $id } 号 · { $title }）。可以再约。
meet-over = 这个面试已经过了，或者取消了。
meeting = 🗓 { $day } { $time } · { $place }
meeting-proposed = （还没答复）
meeting-confirmed = （会来）
meeting-declined = （那个时间来不了）
day = { $date }（{ $weekday }）
weekday-1 = 周一
weekday-2 = 周二
weekday-3 = 周三
weekday-4 = 周四
weekday-5 = 周五
weekday-6 = 周六
weekday-7 = 周日

button-leave-job = 👋 不去了
leave-job-sure = 真的不去 { $company } 了吗（{ $title }）？我会告诉对方，把位置让给别人。
button-leave-job-yes = 👋 不去了
button-leave-job-no = ↩️ 还是去
hired-erased = 👋 您录用的一个人删除了自己的资料，不会来了：{ $id } 号 · { $title }。位置空出来了。
applicant-erased = 👋 有一个报名的人删除了自己的资料：{ $id } 号 · { $title }。
offer-left = 👋 您没有去，或者已经不在这里上班。
