### The names of the model's values, in the order of src/texts/names.rs.

## Sorts of session

kind-plenary = جلسة عامة
kind-statements = بيانات السياسة العامة
kind-dialogue = حوار رفيع المستوى
kind-ceremony = حفل
kind-heads-of-delegation = اجتماع رؤساء الوفود
kind-committee = لجنة
kind-working-group = فريق عمل
kind-ad-hoc = فريق مخصص
kind-drafting = فريق صياغة
kind-regional-coordination = تنسيق إقليمي
kind-briefing = جلسة إعلامية
kind-keynote = كلمة رئيسية
kind-talk = عرض علمي
kind-panel = حلقة نقاش
kind-workshop = ورشة عمل
kind-poster = جلسة ملصقات
kind-youth = احتفال الشباب
kind-network = شبكة المندوبين
kind-visit = زيارة
kind-social = حدث اجتماعي
kind-side-event = حدث جانبي
kind-press = لقاء صحفي
kind-service = خدمات
kind-break = استراحة
kind-other = غير ذلك

## Statuses of a session

status-provisional = مؤقتة
status-confirmed = مؤكدة
status-reserve = عند الاقتضاء
status-cancelled = ملغاة

release-name = Rev. { $number }

## Parts in a session

role-chair = رئيس
role-acting-chair = رئيس بالنيابة
role-vice-chair = نائب رئيس
role-secretary = أمين
role-speaker = متحدث
role-moderator = مدير المناقشة
role-panellist = مشارك في حلقة النقاش
role-spokesperson = ناطق باسم المجموعة
role-participant = مشارك

## What every day of a new plan has

begun-lunch = الغداء
begun-coffee = استراحة القهوة
begun-day-off = يوم عطلة

## Sorts of event

event-kind-conference = مؤتمر
event-kind-youth-celebration = احتفال الشباب
event-kind-interregional-meeting = اجتماع أقاليمي (IRM)
event-kind-regional-preparatory-meeting = الاجتماع الإقليمي التحضيري (RPM)
event-kind-coordination-meeting = اجتماع تنسيق الاجتماعات الإقليمية التحضيرية
event-kind-advisory-group = فريق استشاري
event-kind-council = مجلس الاتحاد
event-kind-forum = منتدى
event-kind-site-visit = زيارة الموقع
event-kind-milestone = معلم رئيسي
event-kind-deadline = موعد نهائي
event-kind-holiday = عطلة رسمية
event-kind-planning-area = مجال التخطيط

## How people take part in an event

event-format-physical = حضوري
event-format-virtual = افتراضي
event-format-hybrid = مختلط
event-format-correspondence = بالمراسلة

## Sorts of body

body-kind-plenary = الجلسة العامة
body-kind-heads-of-delegation = رؤساء الوفود
body-kind-committee = لجنة
body-kind-steering-committee = لجنة التوجيه
body-kind-budget-committee = لجنة مراقبة الميزانية
body-kind-editorial-committee = لجنة الصياغة
body-kind-working-group = فريق عمل
body-kind-drafting-group = فريق صياغة
body-kind-region = منطقة
body-kind-regional-organization = منظمة إقليمية للاتصالات
body-kind-advisory-group = فريق استشاري
body-kind-secretariat = أمانة
body-kind-host = البلد المضيف
body-kind-delegation = وفد
body-kind-other = غير ذلك

## Offices in a body

office-chair = رئيس
office-vice-chair = نائب رئيس
office-secretary = أمين
office-spokesperson = ناطق باسم المجموعة

## Ranks of persons

rank-minister = وزير
rank-deputy-minister = نائب وزير
rank-assistant-minister = مساعد وزير
rank-cabinet-member = عضو مجلس الوزراء
rank-regulator = رئيس هيئة تنظيمية
rank-ambassador = سفير
rank-united-nations = مسؤول في الأمم المتحدة
rank-other = غير ذلك

## Sorts of topic

topic-kind-priority = أولوية إقليمية
topic-kind-initiative = مبادرة إقليمية
topic-kind-agenda-item = بند من جدول الأعمال

## What a statement of the plan rests on

basis-seed = الوثيقة المصدر
basis-external = مصدر علني آخر
basis-inferred = استنتاج
basis-illustrative = مثال توضيحي

## Languages

language-english = الإنكليزية
language-french = الفرنسية
language-spanish = الإسبانية
language-russian = الروسية
language-chinese = الصينية
language-arabic = العربية

## One row of a table

row-kind = نوع
row-field = حقل
row-rank = رتبة
row-event = حدث
row-body = هيئة
row-room = قاعة
row-person = شخص
row-topic = موضوع
row-document = وثيقة
row-session = جلسة
row-statement = بيان
row-item = بند
row-post = منصب
row-team = فريق مترجمين فوريين
row-delegate = مندوب
row-room-request = طلب قاعة
row-note = ملاحظة
row-rule = قاعدة
row-waiver = استثناء
row-release = إصدار
row-record = سجل تغيير
row-comment = تعليق

## All rows of a table

rows-kind = أنواع
rows-field = حقول
rows-rank = رتب
rows-event = أحداث
rows-body = هيئات
rows-room = قاعات
rows-person = أشخاص
rows-topic = مواضيع
rows-document = وثائق
rows-session = جلسات
rows-statement = بيانات
rows-item = البنود
rows-post = المناصب
rows-team = فرق المترجمين الفوريين
rows-delegate = المندوبون
rows-room-request = طلبات القاعات
rows-note = ملاحظات
rows-rule = قواعد
rows-waiver = استثناءات
rows-release = الإصدارات
rows-record = سجلات التغييرات
rows-comment = التعليقات

## What stands on an agenda

item-kind-item = بند
item-kind-talk = محاضرة
item-kind-statement = بيان
item-kind-discussion = مناقشة
item-kind-pause = استراحة

## Who brought an item in

item-origin-preparatory-meetings = الاجتماعات التحضيرية الإقليمية
item-origin-member-state = دولة عضو
item-origin-sector-member = عضو قطاع
item-origin-regional-organization = منظمة إقليمية
item-origin-advisory-group = الفريق الاستشاري لتنمية الاتصالات
item-origin-bureau = مكتب تنمية الاتصالات
item-origin-other = مصدر آخر

## What came of an item

item-outcome-not-taken = لم يُنظر فيه
item-outcome-open = مفتوح
item-outcome-concluded = منتهٍ
item-outcome-deferred = مؤجل
item-outcome-referred = محال
item-outcome-noted = أُحيط به علماً
item-outcome-approved = معتمد
