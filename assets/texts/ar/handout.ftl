### The words that handouts print: programmes, plan grids, door signs, itineraries, speaking lists, pages for a browser.

## What is handed out

handout-programme = البرنامج
# A page of rooms × hours of one day.
handout-rooms-of-day = القاعات والأوقات
handout-plan-grid = خطة إدارة الوقت
# The name of a layout; it is not printed.
handout-door = لافتة الباب
handout-itinerary = البرنامج الفردي
handout-itinerary-of = البرنامج الفردي – { $name }
handout-statements = بيانات السياسة العامة
handout-speaking-list = قائمة المتحدثين
handout-timeline = الجدول الزمني
handout-sessions = الجلسات
handout-unscheduled = جلسات لم يحدد موعدها
# Instead of the title of a meeting that is not for everybody to know.
handout-reserved = محجوز
handout-findings = نتائج التحقق
handout-index = المحتويات

## Releases and pages

# Rev. 3
handout-release = المراجعة { $number }
# Instead of a release number while the plan has not been released.
handout-draft = مشروع
handout-disclaimer-draft = مشروع أولي قابل للتعديل
# Behind the release, where remarks and contacts are in what is handed out.
handout-internal = للفريق فقط
# The date on which the file was made.
handout-made = كما في { $date }
# At the head of a document.
handout-original = الأصل: { $language }
# What a sign behind a session says.
handout-revised = تغيّر منذ الإصدار السابق
handout-page = الصفحة { $page } من { $pages }
# After a heading repeated on the next page.
handout-continued = (تابع)
# Behind the name of a meeting in each further row of a plan in which it goes on, as time management plans have it.
handout-cont = (تابع)
handout-comma = ،
handout-semicolon = ؛
handout-numbers = أرقام الصفحة السابقة
handout-until-hour = حتى الساعة { $hour }
handout-until-day = حتى { $day } { $hour }

## Days and hours

# All times: Asia/Baku (UTC+4)
handout-all-times = جميع الأوقات بتوقيت { $zone } ({ $offset })
handout-times-local = الأوقات بالتوقيت المحلي لكل حدث
handout-zone = المنطقة الزمنية
# The names of the first and the last row of a time management plan: before all sittings, and after.
handout-early = قبل الجلسات
handout-forenoon = قبل الظهر
handout-afternoon = بعد الظهر
handout-evening = المساء
handout-day = اليوم
handout-date = التاريخ
handout-time = الوقت
handout-start = البداية
handout-end = النهاية
handout-end-date = تاريخ النهاية
handout-length = المدة

## Columns of sessions

handout-id = المعرّف
handout-number = الرقم
handout-title = العنوان
handout-kind = النوع
handout-status = الحالة
handout-event = الحدث
handout-events = الأحداث
handout-room = القاعة
handout-rooms = القاعات
handout-body = الهيئة
handout-bodies = الهيئات
handout-meeting = رقم الجلسة
handout-topic = الموضوع
handout-agenda = جدول الأعمال
handout-topics = المواضيع
handout-document = الوثيقة
handout-documents = الوثائق
handout-agenda-item = بند من جدول الأعمال
handout-abstract = ملخص
handout-origin = المصدر
handout-outcome = النتيجة
handout-presentation = العرض
handout-discussion = المناقشة
handout-presented-by = يقدمه
handout-speakers = المتكلمون
handout-languages = اللغات
handout-language = اللغة
handout-interpretation = الترجمة الشفوية
handout-captioned = عرض نصي
# When a session was really held: the heads of three columns, and the name of all of it.
handout-opened = الافتتاح
handout-suspended = التعليق
handout-adjourned = الرفع
handout-held = المواعيد الفعلية
handout-webcast = بث شبكي
handout-link = الرابط
handout-join = المشاركة عبر الإنترنت
handout-capacity = المقاعد
handout-expected = العدد المتوقع
handout-place = المكان
handout-remarks = ملاحظات
handout-concerns = المعنيون
handout-elements = العناصر
handout-groups = المجموعات

## Columns of people and statements

# The column of the names of persons.
handout-person = الاسم
handout-people = الأشخاص
handout-function = المنصب
handout-represents = الجهة الممثَّلة
handout-rank = الرتبة
handout-contact = بيانات الاتصال
handout-at-once = في الوقت نفسه: { $title }
handout-speaker = المتحدث
handout-member-state = الدولة العضو أو المنظمة
handout-statement-text = ورد النص
# The column with the session in which a statement is given.
handout-session = الجلسة

## Columns of findings

handout-severity = درجة الخطورة
handout-finding = نتيجة التحقق
handout-rule = القاعدة
handout-waived = استثناء

## In the cells, and instead of them

# A name before what it is the name of: Chair: Ms Perera
handout-labelled = { $label }: { $text }
handout-yes = نعم
handout-no = لا
# Across a session that does not take place.
handout-cancelled = ملغاة
handout-no-room = بدون قاعة
handout-nothing-chosen = لا توجد جلسات مطابقة للاختيار

## Numbers

handout-shown = { $count ->
    [zero] لا جلسات
    [one] جلسة واحدة
    [two] جلستان
    [few] { $count } جلسات
    [many] { $count } جلسة
   *[other] { $count } جلسة
}

## The papers of a conference

handout-roster = جدول عمل المترجمين الشفويين
handout-services = المنصة والبث الشبكي والعرض النصي
handout-room-sheet = بطاقات القاعات
handout-running-order = تسلسل سير الجلسة
handout-podium-list = قائمة المنصة
handout-speaker-cards = بطاقات المتحدثين
handout-journal = النشرة اليومية
handout-meeting-documents = الوثائق حسب الجلسة
handout-booklet = كتيّب الوفد

## The interpreters’ roster

handout-sitting = الفترة
handout-team = الفريق
handout-without-team = بلا فريق
handout-interpreters = المترجمون
handout-sittings = الفترات
handout-hours = الساعات
handout-overtime = ما يتجاوز الحدود
# Before the letters of the languages from which other booths take relay.
handout-relay = بالتتابع عن
# Before the letters of the languages that a team does not interpret.
handout-without = غير مغطاة:
# What a team does beyond its limits; lengths are hours and minutes.
handout-over-at-once = { $is } في جلستين في آن واحد
handout-over-pause = { $is } بين الفترات بدلاً من { $most }
handout-over-stretch = { $is } متواصلة بدلاً من { $most }
handout-over-day = الفترات في اليوم: { $is } بدلاً من { $most }
handout-over-week = الفترات في الأسبوع: { $is } بدلاً من { $most }
handout-over-rest = راحة ليلية { $is } بدلاً من { $most }

## Podium and rooms

handout-at-podium = على المنصة
handout-booths = المقصورات
# How chairs and tables stand in a room.
handout-layout = ترتيب القاعة
handout-equipment = المعدات
handout-setup = وقت الإعداد
# How long a room is free between two meetings; how long it takes to clear it.
handout-turnaround = التحضير بين الجلسات
handout-closed = مغلقة
handout-services-of-room = الخدمات

## Running order, journal, documents, booklet

# The column of what is done at a time.
handout-what = البند
handout-opening = افتتاح الجلسة
handout-closing = اختتام الجلسة
handout-today = اليوم
handout-tomorrow = غداً
handout-notices = إعلانات
handout-changes = التغييرات منذ آخر إصدار
# Who a document comes from.
handout-source = المصدر
handout-delegate = المندوب
handout-from = حاضر من
handout-until = حاضر حتى
handout-attended-by = يحضرها
handout-nobody = لا أحد
handout-notes = ملاحظات
# Of a delegation.
handout-not-attended-count = { $count ->
    [zero] لا جلسات تعني الوفد بلا حضور
    [one] جلسة واحدة تعني الوفد ولا يحضرها أحد
    [two] جلستان تعنيان الوفد ولا يحضرهما أحد
    [few] { $count } جلسات تعني الوفد ولا يحضرها أحد
    [many] { $count } جلسة تعني الوفد ولا يحضرها أحد
   *[other] { $count } جلسة تعني الوفد ولا يحضرها أحد
}

## Search and choice on a page for the browser

handout-search = بحث
handout-search-hint = العنوان، الاسم، الوثيقة…
handout-filter = تصفية
handout-all-rooms = جميع القاعات
handout-all-bodies = جميع الهيئات
handout-all-topics = جميع المواضيع
handout-all-days = جميع الأيام
handout-all-events = جميع الأحداث
handout-clear = مسح
handout-none-found = لم يُعثر على نتائج؛ يرجى إلغاء عامل تصفية أو تعديل البحث
handout-light = فاتح
handout-dark = داكن
handout-print = طباعة
handout-format = النسق
handout-file = الملف

## What became of a session, or of another row, between two states of a plan

change-new = جديدة
change-removed = محذوفة
change-cancelled = ملغاة
# It had been cancelled.
change-revived = ستُعقد بعد إلغائها
change-placed = أُدرجت في الجدول
change-unplaced = رُفعت من الجدول
change-moved = نُقلت
change-changed = عُدّلت
# Both are hours, or days and hours.
change-moved-from = نُقلت من { $from } إلى { $to }
change-ends = تنتهي في { $to } بدلاً من { $from }
# Room A → Room B; the arrow points to what is so now.
change-was-is = {"\u2068"}{ $was }{"\u2069"} ← {"\u2068"}{ $is }{"\u2069"}
# Before what has come into a list, and what has gone from it.
change-added = أُضيف
change-taken-out = حُذف
# One after the other: the members of a list; a time and the rooms; what became of a session and what else of it changed.
change-listed = { $list }، { $next }
change-beside = { $list }، { $next }
change-then = { $list }؛ { $next }

## The change notice

notice-title = إشعار بالتغييرات
notice-date = تاريخ الإصدار
# The heads of the columns: what became of a session, what was announced, what is so now.
notice-what = التغيير
notice-was = قبل التغيير
notice-is = بعد التغيير
# What became of a session.
notice-new-time = موعد جديد
notice-new-rooms = قاعة جديدة
notice-new-place = موعد جديد وقاعة جديدة
# Instead of a time and a room, of a session that has lost its place.
notice-no-time = يُعلن الموعد الجديد لاحقاً
# Of a session that has been held, and of one that was to be held before the notice was issued.
notice-over = عُقدت الجلسة
notice-passed = انقضى موعدها
# Who asked for a change, and who decided it.
notice-requested-by = بطلب من
notice-decided-by = بقرار من
# Below a line at the end.
notice-signature = الاسم والتوقيع
notice-count = { $count ->
    [zero] لا تغييرات
    [one] تغيير واحد
    [two] تغييران
    [few] { $count } تغييرات
    [many] { $count } تغييراً
   *[other] { $count } تغيير
}

## What a reader does with the page for a browser

# A button: the reader keeps a session on an agenda of their own.
handout-keep = احفظ
handout-my-agenda = جدولي
handout-to-calendar = أضف إلى التقويم
handout-agenda-calendar = تقويم جدولي
handout-permalink = رابط هذه الجلسة
handout-now = الآن
# Times on the clock of the reader.
handout-my-time = توقيتي
# Not as in the release before.
handout-changed = تغيّر
handout-views = طرق العرض
handout-introduction = عن هذا البرنامج
handout-nothing-kept = جدولك فارغ: احفظ جلسات وستبقى على هذا الجهاز

## Books, screens, lists and mails

handout-book = كتاب البرنامج
handout-index-of-people = فهرس الأشخاص
handout-now-next = الآن وما يلي
# After what is on now.
handout-next = ما يلي
handout-nothing-more = لا شيء آخر مقرر
handout-catering = الضيافة والفعاليات الاجتماعية
handout-name-plates = لوحات الأسماء
handout-badges = الشارات
mail-subject = جدولك: { $plan }
mail-dear = { $name }،
# Such as: This is your schedule for WTDC-25, Rev. 3, as of 12 November 2025.
mail-body = هذا جدولك في { $plan }، { $state }. مرفق ملف تقويم.
handout-role = الدور
