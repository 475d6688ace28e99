# 界面文字。短句，口语，累了一天的人也看得懂。
# 用户输入的内容由程序转义；这里可以用 Telegram 的 HTML（<b>、<i>）。

language-name = 中文
language-choose = 请选择语言 · Choose a language
language-set = 好的，以后说中文
list-comma = 、
none = 没有

## 菜单

menu = 想做什么？
menu-operator = 👋 您是本站工作人员。
menu-reg = 📝 登记找工作
menu-jobs = 💼 看工作
menu-post = 📢 发布招工
menu-myjobs = 📋 我发布的工作
menu-employer = 🏢 我要招人
menu-language = 🌐 语言
menu-help = ❓ 帮助
help =
    <b>怎么用</b>
    · 找工作：点“登记找工作”，一步一步点按钮，不用打字。
    · 招人：点“我要招人”，先登记单位，工作人员核实后就能发布。
    · 点错了可以点“返回”，最后还能改。

    ⚠️ 找工作不收钱。谁向您收押金、报名费、服装费，都是骗子。
unknown-command = 这个命令我不认识。下面是能做的事：
idle = 您好！请点下面的按钮。
idle-worker =
    您好！这句话里没有要改的资料。
    请点下面的按钮；哪里变了，也可以直接写，比如“我换到佛山了”“涨到400一天”“不找了”。
idle-employer =
    您好！这句话里没看到招工的内容。
    请点下面的按钮；也可以把招工广告整段贴过来，没说到的我再问。
idle-contact = 收到了，但现在不需要号码。只有您申请了工作、自己愿意时，才会把号码给那一家。
got-picture = 🖼 照片我还看不懂。
got-voice = 🎤 语音我还听不懂。
got-sticker = 😊 收到！
got-forwarded = ↪️ 这是别人写的，我没有当成您的回答。记住：要您先交钱的招工，都是骗子。
got-other = 这个我还看不懂。
form-left = 好的，先不填了。
share-later = 好的，号码没有给出去。想给的时候，在那条工作下面点“把我的号码给对方”。
sorry = 😓 出了点问题，是我们的错，已经记下来了。请再试一次，或者发 /start。
too-fast = 点得太快了，请等我回复完再点
too-fast-passed-over = ⏳ 您发得太快，我来不及回，最后几条没有处理。请等我回复完，再接着发。
stale = 这个按钮过期了，请看最新的问题
already-registered = ✅ 您已经登记过了
already-done = ✅ 已经完成了

command-start = 开始
command-jobs = 看适合我的工作
command-language = 语言 / Language
command-help = 帮助
command-employer = 我要招人
command-post = 发布招工
command-myjobs = 我发布的工作

## 按钮

button-back = ⬅️ 返回
button-leave = ✖️ 不填了
button-edit = ✏️ 改一下
button-none = 没有，下一步 ➡️
button-done-empty = 请先选一个
button-done = 选好了（{ $count }）➡️
button-more = 🔎 没有？按行业找 ➡️
button-page-back = ⬅️ 上一页
button-page-on = 下一页 ➡️
button-share-number = 📱 把我的号码给对方
button-share-location = 📍 发送我的位置
button-apply = ✅ 报名
button-apply-after-all = ✅ 还是报名
button-not-for-me = 👎 不合适
button-other-jobs = 💼 看别的工作
button-approve = ✅ 通过
button-refuse = ❌ 拒绝
button-applicants = 👥 看 { $id } 号工作的报名（{ $count }）

## 问题周围的话

card-progress = { $bar }
card-progress-jobs = { $bar } · 现在有 <b>{ $count }</b> 个工作适合您
card-made = ✅ { $labels }
done-line = ✓ { $name }：{ $answer }
told = 📝 我是这样理解的，哪里不对请点哪里：
told-line = · { $name }：<b>{ $answer }</b>
edit-which = 要改哪一项？
place-which = 您说的是哪里？
hint-place = 写城市或区县的名字

wrong-tap = 请点下面的按钮。
wrong-choice = 没看懂。请点下面的一个按钮。
wrong-many = 没找到。请点下面的按钮，可以选几个，最多 { $most } 个。
wrong-pick-one = 请至少选一个，再点“选好了”。
wrong-pick-most = 最多选 { $most } 个。再点一下已选的，可以去掉。
wrong-text = 请写几个字，最多 { $most } 个字。
wrong-number = 请写一个数字，从 { $least } 到 { $most }。
wrong-year = 请写出生的年份，比如 1985，或者点一个。
wrong-years = 请写做了多久，比如“3 年”“6 个月”，或者点一个。
wrong-pay = 没看懂。请写数字，比如“6000”“350一天”，或者点一个。
wrong-range = 请写金额，比如 6000 或者 6000-8000。
wrong-place = 没找到这个地方。请写城市或区县的名字，比如“东莞”，或者发送位置。
wrong-point = 这个位置附近没有城市。请写城市的名字。
wrong-phone = 请点下面的按钮发送您的号码。不想给就点“返回”。
wrong-contact = 这是别人的号码。请点下面的按钮，发送您自己的。
wrong-company = 请写单位的全名。
wrong-licence = 号码不对。请写营业执照上的号码，只有字母和数字，比如 91350100M000100Y43。
wrong-credit-code = 这个统一社会信用代码的最后一位对不上。请对着营业执照再看一遍。

## 登记

reg-consent =
    👋 您好！这里是<b>招工</b>，帮您找工作，<b>不收一分钱</b>。

    我会问您几个问题，点按钮就行，大约两分钟。也可以一句话全说完：姓名、年龄、工种、干了几年、人在哪里、老家、要多少工资。
    🔒 您的回答只用来给您找合适的工作。用人单位看得到您的工种、年限、在哪里，<b>看不到您的全名和号码</b>，除非您自己点“给对方”。
    您同意吗？
reg-consent-name = 同意
consent-agree = ✅ 同意，开始找工作
consent-correct = ✅ 没错，我同意
consent-hire = 🏢 我同意，我是来招人的
consent-refuse = 不同意
consent-refused = 好的，我们什么都没有留下。想好了再发 /start。
registration-refused = 好的，没有登记。您的单位和招工不受影响。
too-young = 谢谢您。法律规定，满 { $age } 岁才能找工作，我们现在不能帮您。您的回答已经全部删掉了。到了年龄欢迎再来，祝您平安长大。
reg-born = 您是哪一年出生的？
reg-born-name = 出生
decade = { $short }后
reg-month = 几月出生的？
reg-month-name = 月份
reg-name = 怎么称呼您？点一下，或者写名字。
reg-name-name = 称呼
reg-trades =
    您想做什么工作？可以选几个。
    <i>也可以直接写，比如“电工”。</i>
reg-trades-name = 工种
reg-years = <b>{ $trade }</b>做了多久？
reg-years-name = 年限
reg-here =
    您现在在哪里？
    点“📍 发送我的位置”，或者点一个城市，或者写名字。
reg-here-name = 现在在
reg-home = 您是本地人吗？
reg-home-name = 老家
home-here = 🏠 是，老家就在这边（本省）
home-elsewhere = 🚆 不是，从外地来的
reg-work = 想找什么样的工作？
reg-work-name = 方式
work-full_time = 长期 · 全职
work-contract = 长期 · 包工或项目合同
work-day_labour = 灵活 · 日结零工
work-part_time = 灵活 · 兼职
work-seasonal = 灵活 · 季节工、假期工
work-any = 都可以
reg-pay = 工资最少要多少（{ $currency }）？点一个，或者写，比如“350一天”。
reg-pay-name = 工资
reg-summary = <b>请看一下，对不对？</b>
reg-labels = <b>所以我们这样给您找：</b>
reg-right = 都对就点“对”，有错点“改一下”。
reg-confirm = ✅ 对，登记
revise-confirm = ✅ 没错，就这样改

fact-name = 👤 { $name }
fact-born = 🎂 { $year } 年生
fact-trades = 🛠 { $trades }
fact-years = ⏳ { $trade }：{ $years }
fact-here = 📍 { $place }
fact-home = { $home }
fact-work = 🗓 { $work }
fact-pay = 💰 { $pay }
fact-company = 🏢 { $company }
fact-contact = 👤 { $contact }
fact-licence = 📄 营业执照：<code>{ $licence }</code>

registered = 🎉 <b>登记完成！</b>
registered-jobs = 现在有 <b>{ $count }</b> 个工作适合您，最合适的 { $shown } 个在下面。以后有新的，我会马上告诉您。
registered-jobs-all = 现在有 <b>{ $count }</b> 个工作适合您，就在下面。以后有新的，我会马上告诉您。
registered-no-jobs = 现在还没有合适的。一有新的，我会马上告诉您，不用再来问。

time-none = 刚开始，没做过
time-not-needed = 不要求经验
time-months = { $count } 个月
time-years = { $count } 年
time-years-half = { $count } 年半
month-1 = 1月
month-2 = 2月
month-3 = 3月
month-4 = 4月
month-5 = 5月
month-6 = 6月
month-7 = 7月
month-8 = 8月
month-9 = 9月
month-10 = 10月
month-11 = 11月
month-12 = 12月

currency-cny = 元
currency-rub = 卢布
currency-vnd = 越南盾
currency-idr = 印尼盾
currency-uzs = 苏姆
currency-kzt = 坚戈
currency-usd = 美元
currency-hkd = 港元
currency-eur = 欧元
pay-month = { $sum } { $currency }/月
pay-day = { $sum } { $currency }/天
pay-hour = { $sum } { $currency }/小时
pay-piece = { $sum } { $currency }/件
pay-asked = { $pay }起
pay-from-month = { $sum }/月
pay-from-day = { $sum }/天

## 工作

offer-place = <i>第 { $at } 个，共 { $of } 个</i>
offer-title = 💼 <b>{ $trades } · { $place }</b>
offer-pay = 💰 <b>{ $pay }</b>
offer-work = 🗓 { $work } · { $shift } · 招 { $count } 人
offer-requires-years = ⏳ 要求：至少 { $years }
offer-requires-certificates = 📜 要求：{ $certificates }
offer-provides = 🎁 { $provides }
offer-from = 🏢 { $company }（{ $since } 已核实）
offer-from-new = 🏢 { $company }
offer-contact = 👤 联系人：{ $contact }
offer-why = <b>为什么适合您：</b>
offer-no-fee = ⚠️ 找工作不收钱。谁收费，告诉我们。
offer-declined = 👎 您说不合适。
offer-withdrawn = ↩️ 您取消了报名。
offer-applied = ✅ <b>您已报名。</b>对方能看到您的工种和年限，看不到全名和号码。想让对方打电话给您，点下面：
offer-shared = ✅ <b>您已报名</b>，号码也给了对方。等他们联系您。
offer-hired = 🎉 <b>您被录用了。</b>
offer-refused = 这次对方选了别人。
offer-filled = 🚫 这个工作已经招满了。
jobs-none = 现在没有适合您的工作。一有新的，我会马上告诉您。
job-gone = 这个工作已经没有了，或者不适合您。发 /jobs 看别的。

shift-day = 白班
shift-night = 夜班
shift-rotating = 两班倒
provides-board = 包吃
provides-lodging = 包住
provides-insurance = 买保险
provides-transport = 有班车或报路费
provides-overtime_pay = 加班另算
provides-airfare = 报机票

share-phone =
    点下面的按钮，把您的号码给这一家。
    只给这一家，别人看不到。
share-phone-name = 号码
shared = ✅ 号码已经给了 { $company }。请留意电话。⚠️ 谁向您收钱，不要给，告诉我们。
share-not-needed = 您还没有报名这个工作，号码没有给出去。
hired =
    🎉 <b>{ $company } 录用您了！</b>
    { $trades } · { $place }
    联系人：{ $contact }

    ⚠️ 上班不用交押金。谁收钱，告诉我们。
    先不再发别的工作给您。还想找，发 /pause。
first-name-han = { $surname }师傅

## 用人单位

emp-company = 单位叫什么名字？写营业执照上的全名。
emp-company-name = 单位
emp-contact = 工人来了找谁？点一下，或者写名字。
emp-contact-name = 联系人
emp-licence =
    营业执照号码是多少？
    <i>统一社会信用代码，18 位。工作人员会核实。</i>
emp-licence-name = 执照
emp-summary = <b>请看一下，对不对？</b>
emp-agree =
    提交就是同意：
    · 不向工人收任何费用，不扣证件；
    · 写的都是真的。工作人员会核实。
emp-confirm = ✅ 提交
employer-submitted = ✅ 收到了。工作人员核实 <b>{ $company }</b> 后，我会马上告诉您。
employer-waiting = ⏳ 您的单位正在核实，请等一等。核实好了我会告诉您。
employer-approved = ✅ 您的单位已经核实，可以发布招工。
employer-now-approved = ✅ <b>{ $company }</b> 已经核实。现在可以发布招工了。
employer-refused =
    ❌ <b>{ $company }</b> 没有通过。
    原因：{ $reason }

    改好了可以再提交。觉得不对，可以申诉。
employer-not-approved = 您的单位还没有核实，不能发布。

post-trades =
    招什么工？可以选几个。
    <i>也可以直接写，或者把招工广告整段贴过来，没说到的我再问。</i>
post-trades-name = 工种
post-headcount = 招几个人？点一个，或者写数字。
post-headcount-name = 人数
post-place = 在哪里上班？发送位置，或者点一个城市，或者写名字。
post-place-name = 地点
post-work = 什么样的工作？
post-work-name = 方式
post-shift = 什么时候上班？
post-shift-name = 班次
post-unit = 工资怎么算？
post-unit-name = 计薪
unit-month = 按月
unit-day = 按天
unit-hour = 按小时
unit-piece = 计件
post-pay = 工资多少（{ $currency }）？点一个，或者写，比如 6000-8000。
post-pay-name = 工资
post-years = 要多少经验？
post-years-name = 经验
post-certificates = 必须有什么证？没有要求就点“没有”。
post-certificates-name = 证件
post-provides = 还提供什么？可以选几个。
post-provides-name = 福利
post-contact = 工人找谁？点一下，或者写名字。
post-contact-name = 联系人
post-preview = <b>工人会看到这样：</b>
post-flags = ⚠️ <b>这个工作要先给工作人员看过，才发给工人：</b>
flag-upfront_fee = 招工不能向工人收钱：“{ $words }”
flag-deposit = 招工不能收押金：“{ $words }”
flag-document_retention = 不能扣工人的证件：“{ $words }”
flag-discriminatory_gender = 招工不能限男女：“{ $words }”
flag-discriminatory_age = 招工不能把年龄限得这么低：“{ $words }”
flag-discriminatory_ethnicity = 招工不能按民族、籍贯、信仰挑人：“{ $words }”
flag-underage = 这个工作不能招这么小的人：“{ $words }”
flag-too_good_pay = 工资比一般高出太多：“{ $words }”
flag-off_platform_contact_only = 只留了聊天账号：“{ $words }”
flag-overseas_unlicensed = 到国外做工要有资质和合法签证：“{ $words }”
post-fits = 📢 现在适合 <b>{ $count }</b> 人。点“发送”，最合适的人先收到。
post-fits-none = 现在还没有合适的工人。发布以后，一有合适的人登记，马上就会收到。
post-confirm = 📢 发送
posted = ✅ 已发布，{ $id } 号工作。
posted-held =
    🔍 已存为 { $id } 号工作。工作人员先看一看，工人现在还看不到。
    原因：{ $reason }

    一发出去我马上告诉您，您不用做什么。
posted-none = 一有合适的人登记，马上就会收到。
posted-now = 正在发给 <b>{ $count }</b> 人。有人报名，我马上告诉您。
posted-all-later = 适合 <b>{ $count }</b> 人，现在是他们的休息时间，{ $at } 起再发。
posted-later = 正在发给 <b>{ $now }</b> 人。另外 <b>{ $later }</b> 人现在是休息时间，{ $at } 起再发。
sent-report = 📬 { $trades }：已经发给 <b>{ $sent }</b> 人。
sent-report-lost = 📬 { $trades }：已经发给 <b>{ $sent }</b> 人，另外 { $lost } 人联系不上。

myjobs = <b>您发布的工作</b>
myjobs-none = 您还没有发布过工作。
myjobs-line =
    <b>{ $id } 号 · { $trades } · { $place }</b>（{ $state }）
    发给 { $offered } 人 · 等您答复 { $waiting } 人 · 录用 { $hired }/{ $headcount }
job-open = 招聘中
job-filled = 已招满
job-paused = 暂停中
job-held = 审核中
job-closed = 已关闭
job-expired = 已过期
not-yours = 这个不归您管，或者已经没有了。
job-is-full = 这个工作已经招满了，不能再录用。
job-now-full = 🎉 招满了！这个工作不再发给别人。

## 工作人员

operator-employer = 🏢 <b>有单位等您核实</b>
operator-none-waiting = 现在没有等您核实的单位。
operator-approved = ✅ { $company } 已通过，已经告诉对方。
operator-refused = ❌ { $company } 已拒绝（{ $reason }），已经告诉对方。
operator-decided-before = { $company } 已经有人处理过了。
refuse-reason = 为什么拒绝？点一个，或者写。对方会看到。
refuse-reason-name = 原因
refuse-reason-licence = 营业执照查不到
refuse-reason-unreachable = 联系不上
refuse-reason-fees = 向工人收费
