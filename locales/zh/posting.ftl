# 发布招工：什么时候开工、别的地点、年龄、自己的话，和要改的地方。

post-start = 什么时候开工？点一个，或者写日期。
post-start-name = 开工日期
start-at-once = 马上
start-tomorrow = 明天（{ $day }）
start-monday = 下周一（{ $day }）
start-week = 一周后（{ $day }）
start-month = 一个月后（{ $day }）
wrong-start = 请写开工的日期，比如“12月1日”“明天”，最晚一年以内。不能写过去的日子。
wrong-pay-range = 请写金额，小的写前面，比如 6000 或者 6000-8000。
post-other_place = 还有哪里要人？发送位置，或者点一个城市，或者写名字。
post-other_place-name = 别的地点
place-none = 🚫 不要这个地点
post-age =
    法律对年龄有要求吗？
    <i>只能按法律写，不能自己定年龄。</i>
post-age-name = 年龄
age-no-limit = 不写年龄
age-from = 满 { $least } 岁
age-to = 不超过 { $most } 岁
age-between = 满 { $least } 岁，不超过 { $most } 岁
age-by-law = { $age }（{ $law }）
law-other = 法律规定
post-text =
    还想对工人说什么？最多 500 个字。
    <i>不要写电话、微信、网址：工人报名后，您在这里就能联系。</i>
post-text-name = 自己的话
text-none = 🚫 不写
wrong-contact-in-text = 这里不能写电话、微信号、网址和 @用户名。工人报名后，您在这里就能问他们、约他们。请去掉这些再写一遍。
law-cn_security_guard = 保安员的法定年龄
law-cn_special_operations = 特种作业的法定年龄
law-cn_special_equipment = 特种设备作业的法定年龄

## 为什么合适，为什么不合适

reason-at = { $reason }（{ $place }）
fit-free_now = ✔️ 要马上上班，您有空
fit-free_then = ✔️ { $day } 开工，您那时有空
fit-late = ❕ 开工 { $count } 天后您才有空
fit-late_now = ❕ 要马上上班，您 { $count } 天后才有空
fits-free_now = ✔️ 马上就能上班
fits-free_then = ✔️ { $day } 开工时有空
fits-late = ❕ 开工 { $count } 天后才有空
fits-late_now = ❕ { $count } 天后才能上班
misfit-age = 年龄要{ $age }
misfit-late = 是短工，您晚 { $count } 天才有空，赶不上

## 工作卡片

offer-places = 📍 可选：{ $places }
offer-start = 🚩 { $day } 开工
offer-requires-age = 🎂 { $age }
offer-text = 💬 <i>“{ $text }”</i>

## 发送以前要改的

post-more = 还可以加：开工日期、别的地点、自己的话。点“改一下”。
post-mend = ⚠️ <b>先改好，再发送：</b>
post-mend-first = 请先改好，再发送
mend-trades = · 请重新选工种。
mend-headcount = · 人数要从 1 到 10000。请重新写。
mend-place-twice = · { $place }写了两次。请改成别的地方，或者点“不要这个地点”。
mend-place-abroad = · { $place }在另一个国家。请另外发一个工作，这里换一个，或者点“不要这个地点”。
mend-start-past = · 开工日期已经过了。请改成“马上”，或者写新的日期。
mend-start-late = · 开工日期太远。请写一年以内的日期。
mend-pay-order = · 工资前面的数要比后面的小。请重新写，比如 6000-8000。
mend-pay-low = · 工资太低，像是写错了。是不是“按月”“按天”选错了？请看一下数字和单位。
mend-pay-high = · 工资太高，像是写错了。是不是“按月”“按天”选错了？请看一下数字和单位。
mend-pay-wide = · 工资从最低到最高差得太多，工人不知道能拿多少。请写得准一点，比如 6000-8000。
mend-years = · 要的经验比一辈子还长。请选少一点。
mend-certificate = · 没有叫“{ $certificate }”的证。请重新选。
mend-age = · 这个工种，法律没有这样的年龄要求。请去掉年龄，或者选法律写的。
mend-text-long = · 自己的话太长。请写 500 个字以内。
mend-text-contact = · 自己的话里不能有电话、微信号、网址和 @用户名。工人报名后，您在这里就能联系。请去掉。
mend-contact = · 请写工人找谁，只写称呼，不写电话。
