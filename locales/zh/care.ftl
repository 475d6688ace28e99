## 上班第一天和一个月后的问候

checkin-again = ⏰ 上次的问题还没有回答，点一下就行。
checkin-started = 👷 <b>{ $company }</b> 录用了您（{ $title }）。去上班了吗？
checkin-stays = 👷 快一个月了。您还在 <b>{ $company }</b> 上班吗（{ $title }）？
button-started = ✅ 去了，在上班
button-not-yet = ⏳ 还没到时间
button-not-started = ❌ 没去
button-stays = ✅ 还在
button-not-stays = ❌ 不在了
checkin-yes = 👍 太好了。
checkin-not-yet = ⏳ 好的。
checkin-no = 好的，没关系。
checkin-charged =
    还有一个问题：为了这份工作，有人向您要过钱吗？
    <i>押金、中介费、服装费、办证费，都算。您的回答不会告诉 { $company }。</i>
button-free = ✅ 没有
button-paid = ⚠️ 有，要过钱
button-slip = ↩️ 刚才点错了
checkin-slip = 没关系，再点一次。
checkin-done = 🙏 谢谢！以后谁要收钱，不要给，告诉我们。
checkin-done-offers = 🙏 谢谢！有合适的工作，我又会发给您了。不想要就点下面。
button-offers-off = ⏸ 先不用发
checkin-over = 这份工作已经结束了，不用再回答。

charge-kept =
    🙏 <b>谢谢您告诉我们。</b>
    找工作不该交钱，先不要再给。工作人员马上核实，核实前 { $company } 不能再招人。
    <b>不会告诉他们是您说的。</b>有结果我告诉您。
button-uncharge = ↩️ 点错了，没人要钱
charge-said = 谁要的钱？要了多少？点一个，或者写几句。只给工作人员看。
charge-said-name = 收费的事
charge-for-deposit = 押金
charge-for-agency = 中介费
charge-for-clothes = 服装费
charge-for-papers = 办证、体检费
charge-words-kept = ✅ 记下了，工作人员会看到。
care-no-words = 好的，不写也行。谢谢您！
uncharged = ✅ 改好了：没人要钱。
uncharge-late = 工作人员已经处理了，改不了。有别的情况，可以再跟我们说。
charge-over-thawed = ℹ️ 您说的事，工作人员核实过了，<b>{ $company }</b> 可以继续招人。以后谁再要钱，不要给，再告诉我们。
charge-over-barred = 🙏 您说的事，工作人员核实过了，<b>{ $company }</b> 不能再招人。谢谢您，这也帮了别人。

## 举报

button-report = ⚠️ 举报
report-which = <b>{ $title }</b> 有什么问题？
report-fee = 要钱
report-scam = 骗人的假工作
report-wrong = 写的和实际不一样
report-rude = 态度不好
button-report-not = ⬅️ 没问题，返回
report-kept =
    🙏 <b>谢谢，已经告诉工作人员：{ $kind }。</b>
    单位不会知道是您说的。
report-known = 🙏 谢谢。您说过这个工作的问题，工作人员已经看过了。谁让您交钱，不要给。
button-unreport = ↩️ 点错了，取消
report-said = 想多说几句吗？写下来，只给工作人员看。
report-said-name = 情况
report-words-kept = ✅ 记下了，谢谢！
unreported = ✅ 已取消。
unreport-late = 没有可以取消的了，工作人员可能已经处理。
offer-checked = 🔍 工作人员正在核实这个工作，先不能报名。谁让您交钱，不要给。
offer-checked-waiting = 🔍 工作人员正在核实，请等一等。谁让您交钱，不要给。
offer-applied-stopped = ✅ <b>您已报名。</b>
offer-barred = 🚫 这家单位不能再在这里招人了。谁让您交钱，不要给。

## 被录用的人没去

hired-left = 👋 <b>{ $name }</b> 说没有去上班，或者不做了：{ $id } 号 · { $title }。
hired-left-again =
    👋 <b>{ $name }</b> 说没有去上班，或者不做了：{ $id } 号 · { $title }。
    空出一个名额，这个工作又开始招人了。
hired-back = 👷 <b>{ $name }</b> 说刚才点错了，还是要来：{ $id } 号 · { $title }。

## 单位被冻结、被拒绝，申诉

why-charge = 听说招工时可能向工人要过钱，要先核实
why-charge_kept = 招工时向工人要钱
why-heard_kept = 听到的情况属实
why-reports = 收到几个人举报
why-heard = 听到一些情况，要先看一看
employer-now-frozen =
    🔒 <b>{ $company }</b> 暂时冻结了。
    原因：{ $reason }

    现在不能发布，也不能答复报名的人，工作先不给人看。资料都还在。
    觉得不对，请点“申诉”，写给工作人员。
employer-standing-frozen =
    🔒 <b>{ $company }</b> 现在是冻结的，不能发布，也不能答复报名的人。
    原因：{ $reason }

    觉得不对，可以申诉。
employer-standing-refused =
    ❌ <b>{ $company }</b> 没有通过。
    原因：{ $reason }

    改好了可以再提交。觉得不对，可以申诉。
employer-barred =
    ⛔ <b>{ $company }</b> 不能再在这里招人。
    原因：{ $reason }

    觉得不对，可以申诉。
employer-thawed = ✅ 核实完了，<b>{ $company }</b> 可以继续招人。麻烦您等了。
employer-thawed-why =
    ✅ <b>{ $company }</b> 可以招人了，麻烦您等了。
    说明：{ $reason }
button-appeal = 📝 申诉
button-again = 🔁 改好了，再提交
appeal-text = 哪里不对？写给工作人员（最多 500 个字）。
appeal-text-name = 申诉
appeal-kept = ✅ 申诉交给工作人员了。有结果我马上告诉您。
appeal-waits = 📝 { $on } 的申诉，工作人员正在看。
appeal-tomorrow = 📝 申诉已经看过了。还有话说，明天可以再写。
appeal-once-a-day = 📝 您的申诉工作人员正在看。一天写一次就行，明天还可以再写。
job-now-held =
    🔍 { $id } 号 · { $title } 先停一下，工作人员要核实。
    原因：{ $reason }

    核实好了马上恢复，不用做什么。
job-held-no-hiring = 🔍 { $id } 号正在核实，先不能录用。核实好了我马上告诉您。
job-now-released = ✅ { $id } 号 · { $title } 核实好了，又可以招人了。麻烦您等了。

## 工作人员

case-charge = 🚨 <b>有工人说被要了钱</b>
case-appeal = 📝 <b>单位申诉</b>
case-employer = 🏢 <b>单位情况</b>
case-state = 状态：<b>{ $state }</b>
case-waiting = 等核实
case-approved = 已核实
case-refused = 已拒绝
case-frozen = 已冻结
case-reason = 原因：{ $reason }
case-counts = 说被要钱：{ $charges } 人次 · 举报：{ $reports } 个
case-said = · { $name }（{ $job } 号，第 { $day } 天）：{ $said }
case-appeal-text = 📝 申诉：{ $text }
case-kind = { $kind } { $count }
case-newer = ⬇️ 有新情况，看下面最新的一条。
case-owner = 👤 谁发布的
case-gone = 这件事已经没有了：对方删除了资料。
case-job = 💼 <b>工作情况</b>
case-job-reported = 🚩 <b>有人举报这个工作</b>
case-job-title = 💼 { $id } 号 · { $title }
case-no-reports = 没有等处理的
case-reports = 举报：{ $kinds }
case-closed-reports = 以前看过的举报：{ $count } 个
case-report-said = · { $kind }：{ $said }
button-freeze = 🔒 冻结单位
button-keep = 🔒 继续冻结
button-thaw = ✅ 解冻
button-thaw-refused = ✅ 改为通过
button-bar = ⛔ 永久拒绝
button-person = 👤 { $name }
button-case = 🔎 看这件事
button-hold = ⏸ 停下核实
button-release = ▶️ 放行
button-dismiss = 👌 没问题，结掉
case-kept = 🔒 { $company } 继续冻结（{ $reason }），已经告诉对方。
case-frozen-now = 🔒 { $company } 已冻结（{ $reason }），已经告诉对方。
case-thawed-now = ✅ { $company } 可以招人了（{ $reason }），已经告诉对方。
case-barred-now = ⛔ { $company } 已永久拒绝（{ $reason }），已经告诉对方。
case-before = { $company } 已经有人处理过了。
case-taken-back = ↩️ { $company }：工人说是点错了，没人要钱，已经解冻。
case-held = ⏸ { $id } 号 · { $title } 已停下核实，已经告诉单位。
case-released = ▶️ { $id } 号 · { $title } 已放行，已经告诉单位。
case-dismissed = 👌 { $id } 号 · { $title } 的举报已结掉。
case-job-before = { $id } 号 · { $title } 已经有人处理过了，或者现在不用处理。
freeze-reason = 为什么冻结？点一个，或者写。对方会看到，不要写是谁说的。
freeze-reason-name = 原因
freeze-reason-fees = 招工时可能向工人收费
freeze-reason-fake = 招的工作不真实
freeze-reason-papers = 证照有问题
thaw-reason = 为什么可以招人了？点一个，或者写。对方会看到，不要写是谁说的。
thaw-reason-name = 说明
thaw-reason-untrue = 核实过了，没有问题
thaw-reason-mended = 问题已经改好
thaw-reason-mistake = 弄错了
bar-reason = 为什么永久拒绝？点一个，或者写。对方会看到，不要写是谁说的。
bar-reason-name = 原因
bar-reason-fees = 向工人收费
bar-reason-fake = 招的工作是假的
bar-reason-again = 多次违反规定
