# 登记以后：资料、以后再问的问题、暂停、隐私、提醒。

menu-profile = 👤 我的资料
menu-pause = ⏸ 暂停
menu-privacy = 🔒 隐私
command-profile = 我的资料
command-pause = 暂停、恢复
command-privacy = 隐私、导出、删除

not-said = 没说
found-which = 是下面哪一个？
button-restart = 🔄 从头再填
button-skip = 跳过 ➡️
wrong-phone-typed = 号码不对。请点下面的按钮，或者写完整的手机号，比如 13800000000。
wrong-date = 没看懂日期。请写比如“12月1日”“2027-03-15”“明天”，或者点一个。

help-registering =
    <b>您正在登记</b>
    · 点按钮就行，也可以打字。
    · 点错了点“返回”。最后还能改。
    · 不想填了可以放着，以后发 /start 接着填。

    ⚠️ 找工作不收钱。
help-posting =
    <b>您正在填写招工信息</b>
    · 点按钮，或者直接写。
    · “返回”退一步，“不填了”放弃。
    · 最后会先给您看工人看到的样子，再发送。
help-operator =
    <b>工作人员</b>
    · 有新单位申请，您会收到卡片，点“通过”或“拒绝”。
    · 发 /start 看还没处理的单位。
    · 发 /admin：找人、发通知、看数据、看操作记录。
help-employer =
    <b>招人怎么用</b>
    · /post 发布招工，会发给合适的工人，每人一次。
    · /myjobs 看报名的人，修改、暂停、关闭工作，拿链接和二维码。
    · /employer 请同事一起招人。

    ⚠️ 不能向工人收任何费用，不能扣证件。
help-worker =
    <b>找工作怎么用</b>
    · 有合适的工作会自动发给您。 /jobs 看全部。
    · /profile 看和修改资料。资料越全，工作越多。
    · /pause 暂时不想收， /privacy 看我们存了什么、删除。

    ⚠️ 找工作不收钱。谁向您收押金、报名费、服装费，都是骗子。

## 资料

profile-title = <b>您的资料</b>
profile-change = 要改哪一项，点哪一项。
profile-changed = ✅ <b>改好了。</b>
profile-added = ＋ { $labels }
profile-gone = － { $labels }
fact-more = ▫️ { $name }：{ $answer }
button-fact = ✏️ { $name }
button-fact-new = ＋ { $name }
years-of = { $trade }年限

reg-certificates = 您有哪些证？有的都点上，没有就点“没有”。
reg-certificates-name = 证件
reg-expires = <b>{ $certificate }</b>到什么时候有效？点一个，或者写日期。不知道就跳过。
reg-expires-name = 有效期
reg-phone = 您的手机号是多少？点下面的按钮最简单，也可以写。
reg-phone-name = 手机号
reg-move = 如果工作好，愿意去外地吗？
reg-move-name = 去外地
move-yes = 愿意
move-no = 不去外地
reg-needs = 需要单位提供什么？可以选几个。
reg-needs-name = 需要
reg-tenure = 现在或者上一份工作，做了多久？
reg-tenure-name = 上份工作
tenure-none = 还没工作过
reg-free = 什么时候能上班？点一个，或者写日期。
reg-free-name = 到岗时间
free-now = 马上
free-tomorrow = 明天
free-week = 一周后
free-month = 一个月后
reg-speaks = 您会说哪些话？可以选几个。
reg-speaks-name = 语言
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
reg-origin = 老家在哪里？写省、市或者县的名字。
reg-origin-name = 老家省市

born-too-young = ⚠️ 按这个年份，您还没满 { $age } 岁，法律不让工作。<b>没有改。</b>是写错了吗？
button-born-again = ✏️ 写错了，再写一次
button-born-true = 没写错，删除我的资料
phone-unverified = { $number }（自己写的，没验证）
certificate-until = { $certificate }（到 { $on }）

## 以后再问的问题

button-answer = ✏️ 现在回答
button-ask-later = 以后再说
button-ask-never = 别再问这个
ask-later = 好的，以后再说。
ask-never = 好的，不再问这个。
brings-certificates = <i>有证的工作，工资通常更高。</i>
brings-certificates-jobs = <i>现在有 <b>{ $count }</b> 个适合您的工作要看证。</i>
brings-phone = <i>录用的时候单位好联系您。只有您点了“给对方”，那一家才看得到。</i>
brings-move = <i>愿意的话，我也给您找外地的。</i>
brings-move-jobs = <i>愿意的话，还有 <b>{ $count }</b> 个外地工作适合您。</i>
brings-needs = <i>这样我先给您找包吃包住的。</i>
brings-needs-jobs = <i>现在有 <b>{ $count }</b> 个适合您的工作提供这些。</i>
brings-tenure = <i>做得久的人，单位更愿意要。</i>
brings-free = <i>急招的单位先找马上能上班的人。</i>
brings-speaks = <i>有的单位要会说几种话的人。</i>
brings-origin = <i>有的单位想找同乡。</i>
brings-years = <i>年限够的话，要求经验的工作也会发给您。</i>
unfinished = 👋 您的登记还差几步。接着填就行：

## 暂停

pausing-no = 现在有合适的工作会发给您。想停多久？
pausing-until = ⏸ 已暂停，{ $date } 恢复。
pausing-off = ⏸ 已停止，不会发工作给您。
pausing-hired = ⏸ 您被录用了，所以没有再发工作给您。
button-pause-end = ▶️ 恢复，发工作给我
button-pause-week = 停一周
button-pause-month = 停一个月
button-pause-date = 📅 停到某天
button-pause-off = ⏹ 一直停
pause-until = 停到哪一天？点一个，或者写日期。
pause-until-name = 停到
in-weeks = { $count } 周
paused-off = ⏹ 好的，不再发工作给您。想恢复就发 /pause。 /jobs 随时能看。
paused-no = ▶️ 好的，有合适的工作会发给您。
paused-until = ⏸ 好的，到那天再发工作给您。想早点恢复就发 /pause。
pause-over = ▶️ 您说的暂停时间到了。现在有 <b>{ $count }</b> 个工作适合您，有新的会发给您。
still-looking = 👋 您被录用一段时间了。还在找工作吗？
button-looking = ▶️ 在找，发工作给我
button-looking-not = 不找了，谢谢

## 证件到期

expiry = ⏰ 您的<b>{ $certificate }</b> { $on } 到期。到期后，要这个证的工作就不能发给您了。早点去换证。
button-expiry = ✏️ 换好了，改有效期

## 隐私

privacy =
    🔒 <b>我们存了什么，为什么</b>
    · 您的回答（工种、年限、在哪里、工资……）：用来找合适的工作。
    · 您报过名的工作：让您和单位知道进展。
    · 您的号码：只在您点“给对方”以后，给那一家单位看。
    · 您的 Telegram 编号：用来给您发消息。
    不会卖给别人。您随时可以导出、修改、全部删除。
    <i>说明版本 { $version }</i>
privacy-employer = 您还登记了单位：单位名称、联系人、执照号和发布的工作也存着。
button-export = 📄 导出我的数据
button-classify-not = 不要给我分类，看全部工作
button-classify = 按我的资料给我找
classified-not = ✅ 好的，不再给您分类。 /jobs 能看到全部法律允许的工作；新工作只按您选的工种发。
classified-again = ✅ 好的，按您的资料给您找。
button-erase = 🗑 删除我的一切
erase-sure = ⚠️ 全部删除？您的资料、报名、号码都会删掉，找不回来。已经报的名也会取消。
erase-sure-employer = ⚠️ 全部删除？您的资料、您的单位、发布的工作和收到的报名都会删掉，找不回来。
button-erase-sure = 🗑 是，全部删除
button-erase-not = 不删
erased = ✅ 已全部删除。凭证号 <code>{ $receipt }</code>，里面没有您的任何信息。想再来就发 /start。
export = 📄 我们存的关于您的全部数据。
export-sent = 正在发送文件

## 工作

jobs-none-paused = 现在没有适合您的工作。您暂停了，有新的也不会发给您。

button-withdraw = ↩️ 取消报名
button-why-not = 🤔 别的工作为什么没有？
why-not = <b>这些工作没发给您，原因是：</b>
why-not-none = 现在没有别的工作了。
why-not-line = · { $title }：{ $why }
misfit-too_young = 年龄不到
misfit-hazard = 有危险，未满 18 岁不能做
misfit-night = 有夜班，未满 18 岁不能做
misfit-trade = 不是您选的工种
misfit-years = 要做过 { $required }，您做过 { $years }
misfit-expired = { $certificate }过期了
misfit-lacking = 要有{ $certificate }
misfit-too_far = 太远，{ $km } 公里
misfit-pay = 工资比您要的低
misfit-preference = 长期、灵活和您要的不一样

## 单位

button-link = 🔗 { $id } 号的链接和二维码
job-link =
    🔗 <b>{ $id } 号 · { $trades }</b>
    { $link }
    工人扫码或点链接，就能看到这个工作。可以发到群里，也可以打印贴出来。
link-later = 链接还没准备好，请过一会儿再点。
applicant-withdrawn = ↩️ <b>{ $name }</b> 取消了报名：{ $id } 号 · { $title }
