# 发布招工：什么时候开工、别的地点、年龄、自己的话，和要改的地方。

post-start = 什么时候开工？点一个，或者写日期。
post-start-name = 开工
start-at-once = 马上
start-tomorrow = 明天（{ $day }）
start-monday = 下周一（{ $day }）
start-week = 一周后（{ $day }）
start-month = 一个月后（{ $day }）
wrong-start = 请写开工的日期，比如“12月1日”“明天”，最晚一年以内。不能写过去的日子。
post-other_place = 还有哪里要人？发送位置，或者点一个城市，或者写名字。不要了就点“跳过”。
post-other_place-name = 别的地点
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
post-text-name = 补充说明
wrong-contact-in-text = 这里不能写电话、微信号、网址和 @用户名。工人报名后，您在这里就能联系他们。请去掉这些再写一遍。
law-cn_security_guard = 保安员的法定年龄
law-cn_special_operations = 特种作业的法定年龄
law-cn_special_equipment = 特种设备作业的法定年龄

## 为什么合适，为什么不合适

reason-at = { $reason }（{ $place }）
fit-free_now = ✔️ 要马上上班，您有空
fit-free_then = ✔️ { $day } 开工，您那时有空
fit-late = ❕ 开工 { $count } 天后您才有空
fits-free_now = ✔️ 马上就能上班
fits-free_then = ✔️ { $day } 开工时有空
fits-late = ❕ 开工 { $count } 天后才有空
misfit-age = 年龄要{ $age }
misfit-late = 是短工，开工 { $count } 天后您才有空
