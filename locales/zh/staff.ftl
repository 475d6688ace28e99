# 给工作人员看的。

menu-admin = 🛠 工作台
command-admin = 工作台
staff-back = ⬅️ 工作台
staff-menu = 🛠 <b>工作台</b>
staff-menu-nothing = 🛠 <b>工作台</b> · 现在没有等您处理的。
staff-waiting = 🏢 等核实的单位（{ $count }）
staff-cases-count = 🚩 暂停审核、被举报的工作（{ $count }）
staff-running = 📡 正在发送（{ $count }）
staff-find = 🔍 找人
staff-say = 📣 发通知
staff-figures = 📊 数据
staff-log = 📋 操作记录
staff-team = 👥 工作人员
staff-gone = 这个已经没有了。

staff-cases = 🚩 <b>暂停审核、被举报的工作</b>
staff-cases-none = 现在没有暂停审核或被举报的工作。

## 找人

find-text =
    🔍 找谁？写名字（一部分也行）、编号、Telegram 号或者手机号。
    <i>每次查找都会记录。</i>
find-text-name = 找谁
staff-found = 找到 { $count } 个人：
staff-found-more = 人太多，只列出最新的 { $count } 个。请写得更完整。
staff-found-none = 没有找到。
staff-find-again = 🔍 再找
staff-no-phone = 这个人没有留号码。

person-head =
    👤 <b>{ $name }</b>
    编号 { $id } · { $lang } · { $since } 起
person-unreachable = 🚫 联系不上（对方停用了机器人）
person-named = 🛠 工作人员（写在设置里）
person-operator = 🛠 工作人员
person-worker = <b>找工作</b>
person-registering = <b>找工作</b>（还没登记完）
person-trade-years = 🛠 { $trade }（{ $years }）
person-labels = 🔖 { $labels }
person-phone = 📱 ••••{ $last }
person-pause-until = ⏸ { $until } 前不要发工作
person-pause-off = ⏸ 不要再发工作
person-pause-hired = ✅ 已被录用，先不发工作
person-unclassified = 👁 不愿意被分类
person-company =
    <b>招工</b>
    🏢 { $company }（单位 { $id }）
    📄 <code>{ $licence }</code>
person-company-waiting = ⏳ 等核实
person-company-approved = ✅ 已核实
person-company-refused = ❌ 已拒绝：{ $reason }
person-company-frozen = 🔒 已冻结：{ $reason }
person-applications = <b>报名</b>
person-checkin =    · 第 { $day } 天：{ $works }，{ $charged }
person-works-open = 没回答
person-works-yes = 在上班
person-works-not_yet = 还没去
person-works-no = 没去或不做了
person-charged-open = 收费没回答
person-charged-yes = ⚠️ 有人要钱
person-charged-no = 没人要钱
person-job = · { $id } 号 { $title }：{ $state }
person-tags = 🏷 { $tags }
person-note = 📝 <i>{ $on } · { $author }</i>：{ $text }
person-more-notes = <i>还有 { $count } 条更早的</i>
person-show-phone = 📱 看号码
person-add-note = 📝 写备注
person-change-tags = 🏷 标签
person-new-tag = ✍️ 新标签
person-make = ➕ 设为工作人员
person-drop = ➖ 取消工作人员
person-back = ⬅️ 回到这个人
person-phone-shown =
    📱 { $name }
    <code>{ $number }</code>

    已经记录您看了号码。
person-tags-none = 🏷 { $name } 还没有标签。点一个，或者写新的：
person-tags-change = 🏷 { $name }：点 ✖️ 去掉，点 ➕ 加上。

note-text = 📝 写备注（最多 500 个字）。只有工作人员看得到；本人导出资料时也看得到。
note-text-name = 备注
tag-text = 🏷 写标签（最多 24 个字），比如“会开车”。
tag-text-name = 标签
reveal-reason = 📱 为什么要看号码？会记录下来。
reveal-reason-name = 原因
reveal-reason-callback = 本人要我们打电话
reveal-reason-report = 核实举报
reveal-reason-registration = 帮忙登记
reveal-reason-danger = 人身安全

## 工作人员

staff-team-title = 👥 <b>工作人员</b>
staff-team-named = · { $name }（编号 { $id }，写在设置里）
staff-team-added = · { $name }（编号 { $id }）
staff-team-drop = ➖ { $name }
staff-team-how = 要加人：先找到这个人，再点“设为工作人员”。
staff-sure-yes = 是，确定
staff-sure-no = ↩️ 不
staff-make-sure = 让 <b>{ $name }</b> 当工作人员？这个人就能看所有人的资料、决定单位能不能招人。
staff-is-one = { $name } 已经是工作人员了。
staff-made = ✅ { $name } 现在是工作人员，已经告诉对方。
staff-you-are-one = 🛠 您现在是本站工作人员了。看到的资料请保密，每次查看都会记录。
staff-drop-sure = 取消 <b>{ $name }</b> 的工作人员身份？
staff-drop-named = { $name } 写在设置里，要改设置（ZHAOGONG_OPERATORS）才能取消。
staff-is-none = { $name } 已经不是工作人员了。
staff-dropped = ✅ { $name } 不再是工作人员，已经告诉对方。
staff-you-are-none = 您不再是本站工作人员了。谢谢您的帮忙！
staff-approved-by = ✅ { $name } 通过了 { $company }。
staff-refused-by = ❌ { $name } 拒绝了 { $company }（{ $reason }）。

## 通知

ann-audience = 📣 通知发给谁？
ann-audience-name = 发给
ann-audience-more = 🔎 按标签选 ➡️
audience-all = 👥 所有登记的人
audience-training = 🎓 新手（培训机会）
audience-support = 🚆 外地来的人（关心、帮助）
audience-help = 🤝 工资低的人（补助、帮助）
ann-text = 写通知，最多 1000 个字。可以分行。
ann-text-name = 内容
announcement =
    📣 <b>招工通知</b>

    { $text }
ann-preview = <b>大家会看到这样：</b>
ann-reaches = 发给：{ $audience }，现在 <b>{ $count }</b> 人。暂停的人和联系不上的人收不到。
ann-reaches-none = 发给：{ $audience }。现在一个人也没有。
ann-confirm = 📣 发送
announced = ✅ 正在发给 <b>{ $now }</b> 人。发完我会告诉您。
announced-later = ✅ 正在发给 <b>{ $now }</b> 人。另外 <b>{ $later }</b> 人现在是休息时间，{ $at } 起再发。发完我会告诉您。
announced-all-later = ✅ { $later } 人现在都是休息时间，{ $at } 起再发。发完我会告诉您。
announced-none = 现在没有人能收到，没有发。
announcement-sent = 📬 通知发完了：<b>{ $sent }</b> 人收到。
    <i>{ $text }</i>
announcement-sent-lost = 📬 通知发完了：<b>{ $sent }</b> 人收到，{ $lost } 人联系不上。
    <i>{ $text }</i>
announcement-stop-sure =
    停止发送这条通知？已经收到的人还会看到，其余的人不再收到。
    <i>{ $name }</i>
announcement-stopped = 🛑 已停止。{ $total } 人里有 { $sent } 人收到了。
announcement-stopped-by = 🛑 { $name } 停止了您的通知。
announcement-over = 这条通知已经发完或停止了。

runs = 📡 <b>正在发送</b>
runs-none = 📡 现在没有正在发送的。
runs-again = 📡 看进度
runs-refresh = 🔄 刷新
run-job = 💼 { $id } 号 · { $title }
run-announcement = 📣 { $text }（{ $audience }）
run-progress = 已发 { $sent } · 还剩 { $open } · 联系不上 { $lost }
run-next = 下一个：{ $at }
run-stop = 🛑 停止：{ $text }

## 标签

group-skill-professional = 技术工种
group-skill-general = 上手快的工种
group-skill-certified = 有证
group-skill-claimed = 做过，还没登记证书
group-skill-expired = 证过期了
group-skill-none = 没有证
group-experience-novice = 不到 { $to }
group-experience-junior = { $from }到 { $to }
group-experience-experienced = { $from }到 { $to }
group-experience-veteran = { $from }以上
group-geography-local = 本省人
group-geography-elsewhere = 外地来的
group-age-minor = { $from }–{ $to } 岁
group-age-young = { $from }–{ $to } 岁
group-age-middle = { $from }–{ $to } 岁
group-age-senior = { $from } 岁以上
group-preference-fixed = 长期稳定
group-preference-flexible = 灵活
group-preference-either = 都行
group-nature-full_time = 全职
group-nature-part_time = 兼职
group-nature-day_labour = 日结零工
group-nature-seasonal = 季节工
group-nature-contract = 包工、项目
group-tenure-short = 不到 { $from }
group-tenure-settled = { $from }到 { $to }
group-tenure-steady = 超过 { $to }
group-income-low = 要的工资低
group-income-middle = 要的工资中等
group-income-high = 要的工资高

## 数据

figures-title-today = 📊 <b>今天</b>
figures-title-week = 📊 <b>最近 7 天</b>
figures-title-month = 📊 <b>最近 30 天</b>
figures-today = 今天
figures-week = 7 天
figures-month = 30 天
figures-registration = <b>登记</b>（走到这一步的人）
figures-nobody = 没有人来登记。
figures-started = 打开
figures-done = 登记完成
figures-step = ▫️ { $name } { $count }
figures-step-lost = ▫️ { $name } { $count }（少了 { $lost }）
figures-step-worst = 🔻 { $name } <b>{ $count }</b>（少了 { $lost }，最多）
figures-jobs =
    <b>招工</b>
    发出 { $offered } · 看过 { $seen } · 报名 { $applied } · 录用 { $hired }
    新工作 { $posted } · 核实单位 { $approved }
figures-labels = <b>新登记的人</b>
figures-axis = { $axis }：{ $cells }

## 操作记录

log = 📋 <b>操作记录</b>（第 { $page } 页）
log-none = 📋 没有记录。（第 { $page } 页）
log-line = <i>{ $at }</i> { $what }
log-line-why = <i>{ $at }</i> { $what } · { $why }
log-newer = ⬅️ 新一点的
log-older = 更早的 ➡️
audit-employer-approved = { $who } 通过了单位 { $whom }
audit-employer-refused = { $who } 拒绝了单位 { $whom }
audit-people-looked-up = { $who } 找人
audit-person-opened = { $who } 看了 { $whom } 的资料
audit-phone-revealed = { $who } 看了 { $whom } 的号码
audit-phone-shared = { $who } 把号码给了 { $whom }
audit-note-written = { $who } 给 { $whom } 写了备注
audit-tag-added = { $who } 给 { $whom } 加了标签
audit-tag-removed = { $who } 去掉了 { $whom } 的一个标签
audit-operator-added = { $who } 让 { $whom } 当工作人员
audit-operator-removed = { $who } 取消了工作人员 { $whom }
audit-announcement-sent = { $who } 发了通知 { $whom }
audit-announcement-stopped = { $who } 停止了通知 { $whom }
audit-own-data-exported = { $who } 导出了自己的资料
audit-erased = { $who } 删除了自己的一切
audit-employer-frozen = { $who } 冻结了单位 { $whom }
audit-employer-unfrozen = { $who } 解冻了单位 { $whom }
audit-employer-refused-for-good = { $who } 永久拒绝了单位 { $whom }
audit-employer-appealed = { $who } 替单位 { $whom } 申诉
audit-employer-kept-frozen = { $who } 看了申诉，单位 { $whom } 继续冻结
audit-charge-reported = { $who } 说被收了钱：单位 { $whom }
audit-charge-taken-back = { $who } 收回了被收钱的说法：单位 { $whom }
audit-job-held = { $who } 暂停了工作 { $whom }
audit-job-held-by-reports = { $who } 举报后，工作 { $whom } 自动暂停
audit-job-held-by-its-words = { $who } 发布了 { $whom } 号工作，因广告里的话先审核
audit-job-released = { $who } 放行了工作 { $whom }
audit-reports-dismissed = { $who } 结束了对工作 { $whom } 的举报
audit-member-let-in = { $who } 让 { $whom } 加入单位
audit-member-refused = { $who } 没有让 { $whom } 加入单位
audit-member-removed = { $who } 让 { $whom } 退出单位
audit-member-left = { $who } 退出了单位
audit-company-handed-over = { $who } 把单位交给了 { $whom }
audit-other = { $who }：{ $action } { $whom }
audit-why-by-name = 按名字
audit-why-by-phone = 按手机号
audit-why-by-number = 按编号
audit-why-by-link = 从别处点开
audit-why-job = { $id } 号工作
audit-why-employer = 单位 { $id }
audit-why-upfront_fee = 收费
audit-why-deposit = 押金
audit-why-document_retention = 扣证件
audit-why-discriminatory_gender = 限男女
audit-why-discriminatory_age = 限年龄
audit-why-discriminatory_ethnicity = 限民族籍贯
audit-why-underage = 年纪太小
audit-why-too_good_pay = 工资过高
audit-why-off_platform_contact_only = 只留聊天账号
audit-why-overseas_unlicensed = 出国无资质
audit-why-reports = { $id } 个举报
audit-why-own-words = 自己写的原因
