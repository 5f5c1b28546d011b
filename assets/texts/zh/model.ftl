### The names of the model's values, in the order of src/texts/names.rs.

## Sorts of session

kind-plenary = 全体会议
kind-statements = 一般性政策发言
kind-dialogue = 高级别对话
kind-ceremony = 仪式
kind-heads-of-delegation = 代表团团长会议
kind-committee = 委员会
kind-working-group = 工作组
kind-ad-hoc = 特设组
kind-drafting = 起草组
kind-regional-coordination = 区域协调
kind-briefing = 情况通报会
kind-keynote = 主旨演讲
kind-talk = 学术报告
kind-panel = 专题讨论
kind-workshop = 专题研习
kind-poster = 海报展示
kind-youth = 青年庆典
kind-network = 代表网络
kind-visit = 参观
kind-social = 社交活动
kind-side-event = 会外活动
kind-press = 媒体活动
kind-service = 服务
kind-break = 休息
kind-other = 其他

## Statuses of a session

status-provisional = 暂定
status-confirmed = 已确认
status-reserve = 视需要召开
status-cancelled = 取消

release-name = Rev. { $number }

## Parts in a session

role-chair = 主席
role-acting-chair = 代理主席
role-vice-chair = 副主席
role-secretary = 秘书
role-speaker = 发言者
role-moderator = 主持人
role-panellist = 专题讨论嘉宾
role-spokesperson = 发言人
role-participant = 与会者

## What every day of a new plan has

begun-lunch = 午餐
begun-coffee = 茶歇
begun-day-off = 休会日

## Sorts of event

event-kind-conference = 大会
event-kind-youth-celebration = 青年庆典
event-kind-interregional-meeting = 跨区域会议（IRM）
event-kind-regional-preparatory-meeting = 区域性筹备会议（RPM）
event-kind-coordination-meeting = RPM协调会议
event-kind-advisory-group = 顾问组
event-kind-council = 国际电联理事会
event-kind-forum = 论坛
event-kind-site-visit = 会址考察
event-kind-milestone = 里程碑
event-kind-deadline = 截止日期
event-kind-holiday = 假日
event-kind-planning-area = 筹备领域

## How people take part in an event

event-format-physical = 实体
event-format-virtual = 虚拟
event-format-hybrid = 混合
event-format-correspondence = 信函方式

## Sorts of body

body-kind-plenary = 全体会议
body-kind-heads-of-delegation = 代表团团长
body-kind-committee = 委员会
body-kind-steering-committee = 指导委员会
body-kind-budget-committee = 预算控制委员会
body-kind-editorial-committee = 编辑委员会
body-kind-working-group = 工作组
body-kind-drafting-group = 起草组
body-kind-region = 区域
body-kind-regional-organization = 区域性电信组织
body-kind-advisory-group = 顾问组
body-kind-secretariat = 秘书处
body-kind-host = 东道国
body-kind-delegation = 代表团
body-kind-other = 其他

## Offices in a body

office-chair = 主席
office-vice-chair = 副主席
office-secretary = 秘书
office-spokesperson = 发言人

## Ranks of persons

rank-minister = 部长
rank-deputy-minister = 副部长
rank-assistant-minister = 部长助理
rank-cabinet-member = 内阁成员
rank-regulator = 监管机构负责人
rank-ambassador = 大使
rank-united-nations = 联合国官员
rank-other = 其他

## Sorts of topic

topic-kind-priority = 区域性优先事项
topic-kind-initiative = 区域性举措
topic-kind-agenda-item = 议项

## What a statement of the plan rests on

basis-seed = 源文件
basis-external = 其他公开来源
basis-inferred = 推断
basis-illustrative = 示例

## Languages

language-english = 英文
language-french = 法文
language-spanish = 西班牙文
language-russian = 俄文
language-chinese = 中文
language-arabic = 阿拉伯文

## One row of a table

row-kind = 类型
row-field = 字段
row-rank = 级别
row-event = 活动
row-body = 机构
row-room = 会议室
row-person = 人员
row-topic = 主题
row-document = 文件
row-session = 会议
row-statement = 发言
row-item = 议项
row-post = 职务
row-team = 口译组
row-delegate = 代表
row-room-request = 会议室申请
row-note = 注释
row-rule = 规则
row-waiver = 豁免
row-release = 版本
row-record = 变更记录
row-comment = 评论

## All rows of a table

rows-kind = 类型
rows-field = 字段
rows-rank = 级别
rows-event = 活动
rows-body = 机构
rows-room = 会议室
rows-person = 人员
rows-topic = 主题
rows-document = 文件
rows-session = 会议
rows-statement = 发言
rows-item = 议项
rows-post = 职务
rows-team = 口译组
rows-delegate = 代表
rows-room-request = 会议室申请
rows-note = 注释
rows-rule = 规则
rows-waiver = 豁免
rows-release = 版本
rows-record = 变更记录
rows-comment = 评论

## What stands on an agenda

item-kind-item = 议项
item-kind-talk = 演讲
item-kind-statement = 发言
item-kind-discussion = 讨论
item-kind-pause = 休息

## Who brought an item in

item-origin-preparatory-meetings = 区域性筹备会议
item-origin-member-state = 成员国
item-origin-sector-member = 部门成员
item-origin-regional-organization = 区域性组织
item-origin-advisory-group = 电信发展顾问组
item-origin-bureau = 电信发展局
item-origin-other = 其他

## What came of an item

item-outcome-not-taken = 未审议
item-outcome-open = 未结
item-outcome-concluded = 已结束
item-outcome-deferred = 已推迟
item-outcome-referred = 已移交
item-outcome-noted = 已注意到
item-outcome-approved = 已批准
