### The words that handouts print: programmes, plan grids, door signs, itineraries, speaking lists, pages for a browser.

## What is handed out

handout-programme = 日程
# A page of rooms × hours of one day.
handout-rooms-of-day = 会议室与时间
handout-plan-grid = 时间管理计划
# The name of a layout; it is not printed.
handout-door = 会议室门牌
handout-itinerary = 个人日程
handout-itinerary-of = { $name }的个人日程
handout-statements = 一般性政策发言
handout-speaking-list = 发言者名单
handout-timeline = 时间轴
handout-sessions = 会议
handout-unscheduled = 未排定时间的会议
# Instead of the title of a meeting that is not for everybody to know.
handout-reserved = 已预订
handout-findings = 检查结果
handout-index = 目录

## Releases and pages

# Rev. 3
handout-release = 修订版{ $number }
# Instead of a release number while the plan has not been released.
handout-draft = 草案
handout-disclaimer-draft = 本文件为工作草案，可能会有变动
# Behind the release, where remarks and contacts are in what is handed out.
handout-internal = 仅供团队内部使用
# The date on which the file was made.
handout-made = 截至{ $date }
# At the head of a document.
handout-original = 原文：{ $language }
# What a sign behind a session says.
handout-revised = 自上次发布以来已变更
handout-page = 第{ $page }页，共{ $pages }页
# After a heading repeated on the next page.
handout-continued = （续）
# Behind the name of a meeting in each further row of a plan in which it goes on, as time management plans have it.
handout-cont = （续）
handout-comma = 、
handout-semicolon = ；
handout-numbers = 前一页的编号
handout-until-hour = 至{ $hour }
handout-until-day = 至{ $day } { $hour }

## Days and hours

# All times: Asia/Baku (UTC+4)
handout-all-times = 所有时间均为{ $zone }时间（{ $offset }）
handout-times-local = 时间均为各活动的当地时间
handout-zone = 时区
# The names of the first and the last row of a time management plan: before all sittings, and after.
handout-early = 早间
handout-forenoon = 上午
handout-afternoon = 下午
handout-evening = 晚上
handout-day = 日
handout-date = 日期
handout-time = 时间
handout-start = 开始
handout-end = 结束
handout-end-date = 结束日期
handout-length = 时长

## Columns of sessions

handout-id = ID
handout-number = 编号
handout-title = 标题
handout-kind = 类型
handout-status = 状态
handout-event = 活动
handout-events = 活动
handout-room = 会议室
handout-rooms = 会议室
handout-body = 机构
handout-bodies = 机构
handout-meeting = 会议编号
handout-topic = 主题
handout-agenda = 议程
handout-topics = 主题
handout-document = 文件
handout-documents = 文件
handout-agenda-item = 议项
handout-abstract = 摘要
handout-origin = 来源
handout-outcome = 结果
handout-presentation = 介绍
handout-discussion = 讨论
handout-presented-by = 介绍方
handout-speakers = 发言人
handout-languages = 语文
handout-language = 语文
handout-interpretation = 口译
handout-captioned = 字幕
# When a session was really held: the heads of three columns, and the name of all of it.
handout-opened = 开会时间
handout-suspended = 暂停
handout-adjourned = 休会
handout-held = 实际时间
handout-webcast = 网播
handout-link = 链接
handout-join = 在线与会
handout-capacity = 座位
handout-expected = 预计人数
handout-place = 地点
handout-remarks = 备注
handout-concerns = 涉及对象
handout-elements = 要素
handout-groups = 组别

## Columns of people and statements

# The column of the names of persons.
handout-person = 姓名
handout-people = 人员
handout-function = 职务
handout-represents = 所代表方
handout-rank = 级别
handout-contact = 联系方式
handout-at-once = 同一时间：{ $title }
handout-speaker = 发言者
handout-member-state = 成员国或组织
handout-statement-text = 已收到文本
# The column with the session in which a statement is given.
handout-session = 会议

## Columns of findings

handout-severity = 严重程度
handout-finding = 检查结果
handout-rule = 规则
handout-waived = 已豁免

## In the cells, and instead of them

# A name before what it is the name of: Chair: Ms Perera
handout-labelled = { $label }：{ $text }
handout-yes = 是
handout-no = 否
# Across a session that does not take place.
handout-cancelled = 已取消
handout-no-room = 未指定会议室
handout-nothing-chosen = 没有符合所选条件的会议

## Numbers

handout-shown = { $count }次会议

## The papers of a conference

handout-roster = 口译员排班表
handout-services = 主席台、网播和字幕
handout-room-sheet = 会议室单
handout-running-order = 会议流程单
handout-podium-list = 主席台名单
handout-speaker-cards = 发言者卡片
handout-journal = 每日日志
handout-meeting-documents = 各次会议文件
handout-booklet = 代表团手册

## The interpreters’ roster

handout-sitting = 时段
handout-team = 小组
handout-without-team = 无小组
handout-interpreters = 口译员
handout-sittings = 时段数
handout-hours = 小时
handout-overtime = 超出限额
# Before the letters of the languages from which other booths take relay.
handout-relay = 接力源语
# Before the letters of the languages that a team does not interpret.
handout-without = 未覆盖：
# What a team does beyond its limits; lengths are hours and minutes.
handout-over-at-once = { $is } 同时在两个会议
handout-over-pause = 时段间隔 { $is }，应为 { $most }
handout-over-stretch = 连续 { $is }，应为 { $most }
handout-over-day = 每日时段：{ $is }，应为 { $most }
handout-over-week = 每周时段：{ $is }，应为 { $most }
handout-over-rest = 夜间休息 { $is }，应为 { $most }

## Podium and rooms

handout-at-podium = 主席台就座
handout-booths = 口译间
# How chairs and tables stand in a room.
handout-layout = 座位布置
handout-equipment = 设备
handout-setup = 布置时间
# How long a room is free between two meetings; how long it takes to clear it.
handout-turnaround = 周转时间
handout-closed = 关闭
handout-services-of-room = 服务

## Running order, journal, documents, booklet

# The column of what is done at a time.
handout-what = 事项
handout-opening = 会议开幕
handout-closing = 会议闭幕
handout-today = 今日
handout-tomorrow = 明日
handout-notices = 通知
handout-changes = 上次发布以来的变更
# Who a document comes from.
handout-source = 来源
handout-delegate = 代表
handout-from = 到场自
handout-until = 到场至
handout-attended-by = 出席者
handout-nobody = 无人
handout-notes = 备注
# Of a delegation.
handout-not-attended-count = { $count ->
   *[other] 有 { $count } 次相关会议无人出席
}

## Search and choice on a page for the browser

handout-search = 搜索
handout-search-hint = 标题、姓名、文件……
handout-filter = 筛选
handout-all-rooms = 所有会议室
handout-all-bodies = 所有机构
handout-all-topics = 所有主题
handout-all-days = 所有日期
handout-all-events = 所有活动
handout-clear = 清除
handout-none-found = 未找到结果；请取消筛选条件或更换搜索词
handout-light = 浅色
handout-dark = 深色
handout-print = 打印
handout-format = 格式
handout-file = 电子文件

## What became of a session, or of another row, between two states of a plan

change-new = 新增
change-removed = 删除
change-cancelled = 取消
# It had been cancelled.
change-revived = 恢复举行
change-placed = 已排入日程
change-unplaced = 撤出日程
change-moved = 调整
change-changed = 更改
# Both are hours, or days and hours.
change-moved-from = 由{ $from }改为{ $to }
change-ends = 结束时间由{ $from }改为{ $to }
# Room A → Room B; the arrow points to what is so now.
change-was-is = { $was } → { $is }
# Before what has come into a list, and what has gone from it.
change-added = 增加
change-taken-out = 删除
# One after the other: the members of a list; a time and the rooms; what became of a session and what else of it changed.
change-listed = { $list }、{ $next }
change-beside = { $list }，{ $next }
change-then = { $list }；{ $next }

## The change notice

notice-title = 变更通知
notice-date = 发布日期
# The heads of the columns: what became of a session, what was announced, what is so now.
notice-what = 变更
notice-was = 原安排
notice-is = 现安排
# What became of a session.
notice-new-time = 时间变更
notice-new-rooms = 会议室变更
notice-new-place = 时间和会议室变更
# Instead of a time and a room, of a session that has lost its place.
notice-no-time = 新时间待定
# Of a session that has been held, and of one that was to be held before the notice was issued.
notice-over = 会议已举行
notice-passed = 原定时间已过
# Who asked for a change, and who decided it.
notice-requested-by = 提出方
notice-decided-by = 决定方
# Below a line at the end.
notice-signature = 姓名和签字
notice-count = { $count }项变更

## What a reader does with the page for a browser

# A button: the reader keeps a session on an agenda of their own.
handout-keep = 收藏
handout-my-agenda = 我的日程
handout-to-calendar = 添加到日历
handout-agenda-calendar = 我的日程的日历
handout-permalink = 本次会议的链接
handout-now = 现在
# Times on the clock of the reader.
handout-my-time = 我的时间
# Not as in the release before.
handout-changed = 有变更
handout-views = 视图
handout-introduction = 关于本日程
handout-nothing-kept = 您的日程为空：收藏会议后会保存在本设备上

## Books, screens, lists and mails

handout-book = 日程手册
handout-index-of-people = 人名索引
handout-now-next = 现在和接下来
# After what is on now.
handout-next = 接下来
handout-nothing-more = 没有更多安排
handout-catering = 餐饮与社交活动
handout-name-plates = 席卡
handout-badges = 胸牌
mail-subject = 您的日程：{ $plan }
mail-dear = { $name }：
# Such as: This is your schedule for WTDC-25, Rev. 3, as of 12 November 2025.
mail-body = 这是您在 { $plan } 的日程（{ $state }）。附有日历文件。
handout-role = 角色
