# 工作发布以后：修改、复制、暂停、关闭、到期；一个单位几个人。

## 我发布的工作

myjobs-page = <i>第 { $at } 页，共 { $of } 页</i>
button-job = { $id } 号 · { $trades } · { $place } ›
button-job-waiting = 🔔 { $id } 号 · { $trades } · { $place }（{ $waiting } 人等答复）›

jobcard = 📋 <b>{ $id } 号工作</b> · { $state }
jobcard-until = ⏳ 招到 { $until }
jobcard-numbers = 发给 { $offered } 人 · 报名 { $applied } 人 · 等您答复 { $waiting } 人 · 录用 { $hired }/{ $headcount }
jobcard-started = 已经上班 { $started } 人
button-job-edit = ✏️ 修改
button-job-copy = 📄 复制
button-job-pause = ⏸ 暂停
button-job-resume = ▶️ 恢复
button-job-close = ✖️ 关闭
button-job-extend = ⏳ 再招 { $days } 天
button-job-let-end = 👌 到时就结束

job-news-paused = ⏸ <b>已暂停。</b>不再发给别人，也不能报名。已经报名的人不受影响。
job-news-resumed = ▶️ <b>已恢复。</b>可以报名了，合适的人会收到。
job-news-closed = ✖️ <b>已关闭。</b>不再发给别人，也不能报名。
job-news-closed-told = ✖️ <b>已关闭。</b>等答复的 { $count } 人，已经告诉他们了。
job-news-extended = ⏳ <b>延长好了。</b>
job-news-extended-back = ⏳ <b>延长好了。</b>原来报名的 { $count } 人又算数了，已经告诉他们。
job-news-let-end = 👌 好的，到时自动结束。
job-news-over = 这个工作已经结束，不能改了。可以点“复制”，发一个新的。
job-news-same = 没有改动，什么都没有变。
job-news-changed = ✅ <b>改好了。</b>
job-news-changed-told = ✅ <b>改好了。</b>已经告诉报名和录用的 { $count } 人。
close-sure = 关闭 <b>{ $id } 号 · { $trades } · { $place }</b>？关闭以后不能再打开，可以复制一个新的。
close-sure-waiting =
    关闭 <b>{ $id } 号 · { $trades } · { $place }</b>？
    等您答复的 { $waiting } 人会收到通知。关闭以后不能再打开，可以复制一个新的。
button-close-sure = ✖️ 是，关闭

## 修改

edit-confirm = ✅ 保存修改
edit-preview = 点“保存修改”后，报名的人会知道改了什么。
edit-too-few = ⚠️ 已经录用了 { $hired } 人，人数不能改成 { $headcount }。请写 { $hired } 或者更多。

change-line = · { $name }：{ $old } → <b>{ $new }</b>
change-text = · 补充说明改成：<b>{ $text }</b>

## 给报名的人

job-changed = ✏️ <b>您报名的工作改了</b>：{ $title }（{ $company }）
job-changed-hired = ✏️ <b>录用您的工作改了</b>：{ $title }（{ $company }）
button-see-job = 👀 看这个工作
job-closed-news = { $company } 的 { $title } 不招了，您的报名也就结束了。别灰心，还有别的工作。
job-expired-worker = { $company } 的 { $title } 到期了，对方一直没有答复，您的报名也就结束了。别灰心，还有别的工作。
job-goes-on = 🔄 { $company } 的 <b>{ $title }</b> 继续招人，您的报名还算数。不想去了，点“取消报名”。
offer-paused = ⏸ 这个工作暂时不接受报名，过几天再来看看。
button-look-again = 🔄 再看一下
offer-ended = 🚫 这个工作已经结束了。
offer-changed = ✏️ <b>您上次看过以后，这个工作改了。</b>请看一下，还想去就再点一次“报名”。

## 给单位

job-ending =
    ⏳ <b>{ $id } 号 · { $title }</b> 招到 { $until } 就结束。
    还要招吗？
job-expired-news = ⌛ <b>{ $id } 号 · { $title }</b> 到期了，不再发给别人，也不能报名。
job-expired-told =
    ⌛ <b>{ $id } 号 · { $title }</b> 到期了，不再发给别人，也不能报名。
    还等您答复的 { $count } 人，已经告诉他们结束了。点“再招”，他们的报名又算数。

## 单位里的人

company-title = 🏢 <b>{ $company }</b>
company-people = <b>代表单位的人：</b>
company-founder = 👤 { $name }（负责人）
company-founder-own = 👤 { $name }（负责人，您）
company-member = 👤 { $name }
company-member-own = 👤 { $name }（您）
company-asked = ❔ { $name } 想加入
company-link =
    🔗 请同事打开这个链接，就能一起招人：
    { $link }
button-member-remove = ✖️ 移除 { $name }
button-member-yes = ✅ 同意 { $name }
button-member-no = ❌ 不同意
button-leave-company = 🚪 退出这个单位
company-invited =
    您要代表 <b>{ $company }</b> 招人吗？

    点“是”就是同意：不向工人收任何费用，不扣证件，写的都是真的。
button-in-yes = ✅ 是，我是这个单位的
button-in-no = 不是
company-not-in = 好的，没有加入。
company-asked-in = ✅ 已经问 <b>{ $company }</b> 的负责人了。对方同意后，我会告诉您。
company-link-dead = 这个链接不能用。请向您的同事要一个新的。
company-in-already = 您已经代表 <b>{ $company }</b> 了。发 /myjobs 看工作。
company-in-another = 您现在代表 <b>{ $company }</b>，一个人只能代表一个单位。
company-wants-in =
    👤 <b>{ $name }</b> 想代表 <b>{ $company }</b> 招人。
    同意后，对方能发布工作、看报名、录用。不认识就不要同意。
company-you-are-in = 🎉 您可以代表 <b>{ $company }</b> 招人了。
company-you-are-refused = <b>{ $company }</b> 的负责人没有同意。请直接问问对方。
company-you-are-out = 您不再代表 <b>{ $company }</b> 了。
company-left = 好的，您不再代表 <b>{ $company }</b> 了。您发布的工作归负责人管。
company-yours-now = 🏢 <b>{ $company }</b> 原来的负责人离开了，现在由您负责。发 /employer 看一看。
member-in-news = ✅ { $name } 现在可以代表单位招人了。
member-refused-news = 没有同意 { $name }。
member-elsewhere-news = { $name } 已经代表别的单位，不能加入。
member-answered-before = 这个人已经处理过了。
member-gone-before = 这个人已经不在单位里了。
member-out-news = ✅ { $name } 不再代表单位了，发布的工作归您管。
member-left-news = 🚪 { $name } 不再代表 <b>{ $company }</b> 了，发布的工作归您管。
member-remove-sure = 移除 <b>{ $name }</b>？对方就不能再发布工作、看报名了。对方发布的工作归您管。
button-remove-sure = ✖️ 是，移除
member-leave-sure = 退出 <b>{ $company }</b>？您就不能再看单位的工作和报名了。
button-leave-sure = 🚪 是，退出

erase-sure-member = ⚠️ 全部删除？您的资料、报名、号码都会删掉，找不回来。您发布的工作留给单位。
erase-sure-founder = ⚠️ 全部删除？您的资料、报名、号码都会删掉，找不回来。单位和工作交给同事。
