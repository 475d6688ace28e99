# 规则怎么看一个人，为什么一份工作合适。只说事实，不分等级。

label-line = · { $axis }：{ $labels }
label-why = { $label }（{ $why }）

axis-industry = 行业
axis-skill = 手艺
axis-experience = 经验
axis-geography = 老家
axis-age = 年龄
axis-preference = 想要
axis-nature = 方式
axis-tenure = 上一份工作
axis-income = 工资

skill-professional = 技术工种
skill-general = 上手快的工种
skill-certified = { $trade }有证
skill-expired = { $trade }的证过期了
skill-claimed = { $trade }还没登记证书
skill-none = { $trade }还没登记证书
experience-novice = { $trade }新手，不到 { $to }
experience-junior = { $trade } { $from }到 { $to }
experience-experienced = { $trade } { $from }到 { $to }
experience-veteran = { $trade } { $from }以上
geography-local = 本省人
geography-elsewhere = 从外地来
age-minor = { $from }–{ $to } 岁，危险的活和夜班不会发给您
age-young = { $from }–{ $to } 岁
age-middle = { $from }–{ $to } 岁
age-senior = { $from } 岁以上
preference-fixed = 长期稳定
preference-flexible = 灵活
preference-either = 长期、灵活都行
nature-full_time = 全职
nature-part_time = 兼职
nature-day_labour = 日结零工
nature-seasonal = 季节工
nature-contract = 包工、项目
tenure-short = 不到 { $short }
tenure-settled = { $short }到 { $steady }
tenure-steady = 超过 { $steady }

why-trade = 因为{ $trade }
why-held = { $certificate }
why-expired = { $certificate }，{ $on } 到期
why-months = 您做了 { $years }
why-age = 至少 { $age } 岁

## 为什么适合您

fit-trade = ✔️ { $trade }，您想做的
fit-certificates = ✔️ 您有{ $certificates }
fit-certificates_asked = ❗ 要有{ $certificates }，没有就不要报名
fit-no_years = ✔️ 新手也要
fit-years = ✔️ 您做过 { $years }
fit-years_enough = ✔️ 要做过 { $required }，您做过 { $years }
fit-years_asked = ❗ 要做过 { $required }
fit-near = ✔️ 就在您这一带
fit-distance = ✔️ 离您 { $km } 公里
fit-same_division = ✔️ 和您在同一个省
fit-would_move = ❕ 离您 { $km } 公里，您说愿意去外地
fit-pay = ✔️ 工资够您要的（{ $pay }）
fit-pay_at_best = ✔️ 工资最高够您要的（{ $pay }）
fit-pay_nearly = ❕ 工资比您要的少一点（{ $pay }）
fit-fixed = ✔️ 是您要的长期工作
fit-flexible = ✔️ 是您要的灵活工作
fit-work_other = ❕ 方式不一样：{ $work }

## 为什么这个人合适（给用人单位看）

fits-trade = ✔️ 想做{ $trade }
fits-certificates = ✔️ 有{ $certificates }
fits-certificates_asked = ❕ 还没说有没有{ $certificates }
fits-no_years = ❕ 新手
fits-years = ✔️ 做过 { $years }
fits-years_enough = ✔️ 做过 { $years }，您要 { $required }
fits-years_asked = ❕ 还没说做过多久，您要 { $required }
fits-near = ✔️ 就在这一带
fits-distance = ✔️ 离工作地点 { $km } 公里
fits-same_division = ✔️ 在同一个省
fits-would_move = ❕ 现在离 { $km } 公里，愿意过来
fits-pay = ✔️ 工资合要求（{ $pay }）
fits-pay_at_best = ✔️ 工资上限合要求（{ $pay }）
fits-pay_nearly = ❕ 要的工资高一点（{ $pay }）
fits-fixed = ✔️ 想长期做
fits-flexible = ✔️ 想做灵活的
fits-work_other = ❕ 想要的方式不是{ $work }
