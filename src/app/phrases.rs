//! Sentences put together from the plan and the texts of the screen.

use chrono::{Datelike as _, NaiveDate};

use crate::edit::agenda::AgendaDeed;
use crate::edit::following::{Halt, Stop};
use crate::edit::podium::PodiumDeed;
use crate::edit::requests::{self, RequestDeed};
use crate::edit::roster::RosterDeed;
use crate::edit::statements::ListDeed;
use crate::edit::{Deed, Label, Refusal};
use crate::model::{
    CivilTime, EventDates, FieldSort, HeldStep, Language, LocalText, Placement, Plan, Rank, ReleaseStage, RowId,
    RowKind, Session, Severity, Stage,
};
use crate::texts::{Value, dates, errors, names, short, tid, typed};

use crate::app::action::Message;
use crate::app::context::ViewContext;
use crate::app::filter::{FilterBy, OwnFilter};

/// So many letters of a longer text stand for it in a line.
pub const LINE_LETTERS: usize = 80;

/// The severities that findings have, the worst first.
pub const SEVERITIES: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Hint];

/// `Tue 18 Nov 14:30–15:45 · Room A`.
#[must_use]
pub fn placement(cx: &ViewContext<'_>, placement: &Placement) -> String {
    let mut phrase = dates::span_text(cx.texts, placement.span());
    for room in placement.rooms.iter().filter_map(|&id| cx.plan.rooms().get(id)) {
        phrase.push_str(" · ");
        phrase.push_str(cx.title(&room.title));
    }
    phrase
}

/// `Wed 19 11:15`: where it is plain which month is meant.
#[must_use]
pub fn weekday_and_time(cx: &ViewContext<'_>, time: CivilTime) -> String {
    format!("{} {} {}", dates::weekday_short(cx.texts, time.date()), time.date().format("%-d"), time.clock())
}

/// What a session is to a screen reader, and to tests: its title, when, where, what, whose, and its state.
#[must_use]
pub fn spoken(cx: &ViewContext<'_>, session: &Session) -> String {
    let mut parts = when_and_where(cx, session);
    parts.extend(session.span().map(|span| span.start.date().year().to_string()));
    parts.push(cx.kind_name(session.called()).to_owned());
    parts.push(cx.body_codes(session));
    parts.push(cx.text(names::status(session.status)).to_owned());
    parts.extend(session.pinned.then(|| cx.text("session-pinned").to_owned()));
    parts.extend(held(cx, session));
    parts.extend(open_to_dos(cx, cx.open_to_dos(session.id)));
    let checker = cx.workbench.checker();
    let findings = checker.of_session(session.id);
    for severity in SEVERITIES {
        let count = findings.iter().filter(|finding| finding.severity == severity).count();
        parts.extend((count > 0).then(|| findings_count(cx, severity, count)));
    }
    joined(&parts)
}

/// `2 open to-dos`; `None` where there is none.
#[must_use]
pub fn open_to_dos(cx: &ViewContext<'_>, count: usize) -> Option<String> {
    (count > 0).then(|| cx.texts.text_with("to-dos-open", &[("count", Value::from(count))]))
}

/// `opened 10:07, suspended 10:45, resumed 11:02, adjourned 11:40`; with the day where it is not the one of the plan.
/// `None` while it has not been opened.
#[must_use]
pub fn held(cx: &ViewContext<'_>, session: &Session) -> Option<String> {
    let held = session.held.as_ref()?;
    let mut day = session.span().map(|span| span.start.date());
    let mut said = |id: &'static str, time: CivilTime| {
        let clock = time.clock();
        let is_other = day.replace(time.date()) != Some(time.date());
        let when = if is_other { format!("{} {clock}", dates::day_short(cx.texts, time.date())) } else { clock };
        cx.texts.text_with(id, &[("time", Value::from(&when))])
    };
    let mut parts = vec![said(tid("held-opened"), held.opened)];
    for pause in &held.suspensions {
        parts.push(said(tid("held-suspended"), pause.suspended));
        parts.extend(pause.resumed.map(|time| said(tid("held-resumed"), time)));
    }
    parts.extend(held.adjourned.map(|time| said(tid("held-adjourned"), time)));
    Some(parts.join(", "))
}

/// The id of what says how far a meeting is: that it sits, is suspended, or was held.
#[must_use]
pub fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Sitting => tid("held-is-sitting"),
        Stage::Suspended => tid("held-is-suspended"),
        Stage::Adjourned => tid("held-is-over"),
    }
}

/// A session in a line: its title, when, where, and whether it stays there.
#[must_use]
pub fn summary(cx: &ViewContext<'_>, session: &Session) -> String {
    let mut parts = when_and_where(cx, session);
    parts.extend(session.pinned.then(|| cx.text("session-pinned").to_owned()));
    joined(&parts)
}

fn when_and_where(cx: &ViewContext<'_>, session: &Session) -> Vec<String> {
    let mut parts = vec![cx.session_title(session).to_owned()];
    if let Some(at) = &session.placement {
        parts.push(placement(cx, at));
        return parts;
    }
    parts.push(cx.text("session-unscheduled").to_owned());
    let wished = wished(cx, session);
    if !wished.is_empty() {
        parts.push(cx.texts.text_with("session-wished", &[("place", Value::from(&wished))]));
    }
    parts
}

fn joined(parts: &[String]) -> String {
    parts.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(", ")
}

/// On which day, when and in which rooms a session that waits should be, as far as that is known.
#[must_use]
pub fn wished(cx: &ViewContext<'_>, session: &Session) -> String {
    let wish = &session.wish;
    let day = wish.day.map(|day| dates::day_short(cx.texts, day));
    let when = day.into_iter().chain(wish.minute.map(typed::clock_text)).collect::<Vec<_>>().join(" ");
    let rooms = wish.rooms.iter().filter_map(|&id| cx.plan.rooms().get(id));
    let rooms = rooms.map(|room| cx.title(&room.title).to_owned());
    std::iter::once(when).filter(|when| !when.is_empty()).chain(rooms).collect::<Vec<_>>().join(" · ")
}

/// What a row of the plan is called.
#[must_use]
pub fn row_title(cx: &ViewContext<'_>, row: RowId) -> String {
    row_name(cx.plan, cx.settings.title_language(), row).unwrap_or_else(|| match row {
        RowId::Session(id) if cx.plan.sessions().contains(id) => cx.text("session-untitled").to_owned(),
        RowId::Rank(id) if row.is_built_in() => cx.rank_name(Rank::of_row(id)).to_owned(),
        row => row.name(),
    })
}

/// What the filter asks for: the table, the field or the kind, and which of it.
#[must_use]
pub fn filtered_by(cx: &ViewContext<'_>, by: FilterBy) -> (String, String) {
    match by {
        FilterBy::Row(row) => (cx.text(names::row(row.kind())).to_owned(), row_title(cx, row)),
        FilterBy::Kind(kind) => (cx.text("list-column-kind").to_owned(), cx.kind_name(kind).to_owned()),
        FilterBy::Own(own) => {
            let field = cx.plan.fields().get(own.field());
            let title = field.map(|field| cx.title(&field.title)).filter(|title| !title.is_empty());
            let choice = |id| field.and_then(|field| field.choice(id)).map(|choice| cx.title(&choice.title).to_owned());
            let is_tick = field.is_some_and(|field| field.form.sort() == FieldSort::Tick);
            let name = match own {
                OwnFilter::Choice(_, id) => choice(id).unwrap_or_else(|| id.to_string()),
                OwnFilter::Filled(_) => cx.text(if is_tick { "filter-ticked" } else { "filter-filled" }).to_owned(),
                OwnFilter::Empty(_) => cx.text(if is_tick { "filter-not-ticked" } else { "filter-empty" }).to_owned(),
            };
            (title.unwrap_or(cx.text("field-untitled")).to_owned(), name)
        }
    }
}

/// What a row of a plan is called in a language, or the nearest there is; `None` where it is not called anything.
#[must_use]
pub fn row_name(plan: &Plan, language: Language, row: RowId) -> Option<String> {
    let coded = |code: &LocalText, title: &LocalText| with_code(code.get(language), title.get(language));
    let text = match row {
        RowId::Field(id) => plan.fields().get(id).map(|row| row.title.get(language).to_owned()),
        RowId::Rank(id) => plan.ranks().get(id).map(|row| row.title.get(language).to_owned()),
        RowId::Kind(id) => plan.kinds().get(id).map(|row| row.title.get(language).to_owned()),
        RowId::Event(id) => plan.events().get(id).map(|row| coded(&row.code, &row.title)),
        RowId::Body(id) => plan.bodies().get(id).map(|row| coded(&row.code, &row.title)),
        RowId::Room(id) => plan.rooms().get(id).map(|row| row.title.get(language).to_owned()),
        RowId::Person(id) => plan.people().get(id).map(|row| row.name.clone()),
        RowId::Topic(id) => plan.topics().get(id).map(|row| with_code(&row.code, row.title.get(language))),
        RowId::Document(id) => plan.documents().get(id).map(|row| row.symbol.clone()),
        RowId::Session(id) => plan.sessions().get(id).map(|row| row.title.get(language).to_owned()),
        RowId::Item(id) => plan.items().get(id).map(|row| row.title.get(language).to_owned()),
        RowId::Comment(id) => plan.comments().get(id).map(|row| short::beginning(&row.text, LINE_LETTERS)),
        RowId::Delegate(id) => plan.delegates().get(id).map(|row| row.name(plan)),
        RowId::Team(id) => plan.teams().get(id).map(|row| row.title.get(language).to_owned()),
        RowId::RoomRequest(id) => plan.requests().get(id).map(|row| requests::name_of(row).get(language).to_owned()),
        RowId::Post(id) => {
            let body = plan.posts().get(id).and_then(|row| plan.bodies().get(row.body));
            body.map(|row| coded(&row.code, &row.title))
        }
        RowId::Statement(id) => {
            let speaker = plan.statements().get(id).and_then(|row| plan.people().get(row.speaker));
            speaker.map(|row| row.name.clone())
        }
        RowId::Note(_) | RowId::Rule(_) | RowId::Waiver(_) | RowId::Release(_) | RowId::Record(_) => None,
    };
    text.filter(|text| !text.is_empty())
}

/// `COM3 · Objectives`, or what there is of it.
fn with_code(code: &str, title: &str) -> String {
    match (code.is_empty() || title.contains(code), title.is_empty()) {
        (true, _) => title.to_owned(),
        (false, true) => code.to_owned(),
        (false, false) => format!("{code} · {title}"),
    }
}

/// `Lunch at 12:30 stops it: 15 min too many`
#[must_use]
pub fn stop(cx: &ViewContext<'_>, stop: &Stop) -> String {
    let time = stop.at.clock();
    let by = match stop.by {
        Halt::Session(id) => {
            let session = cx.plan.sessions().get(id);
            let language = cx.settings.title_language();
            let name = session.map(|row| crate::texts::short::session_name(cx.plan, language, row)).unwrap_or_default();
            cx.texts.text_with("stop-session", &[("session", Value::from(&name)), ("time", Value::from(&time))])
        }
        Halt::Hours => cx.texts.text_with("stop-hours", &[("time", Value::from(&time))]),
    };
    if stop.over_mins == 0 {
        return cx.texts.text_with("stop-gaps", &[("what", Value::from(&by))]);
    }
    let over = crate::texts::dates::length_text(cx.texts, stop.over_mins);
    cx.texts.text_with("stop-over", &[("what", Value::from(&by)), ("length", Value::from(&over))])
}

/// What a step of the history was about.
#[must_use]
pub fn step_subject(cx: &ViewContext<'_>, label: &Label) -> String {
    let title = cx.title(&label.title);
    match (title.is_empty(), label.deed) {
        (false, _) => format!("«{title}»"),
        (true, Deed::Remove(kind) | Deed::Edit(kind) | Deed::Add(kind)) if label.count == 1 => {
            cx.text(names::row(kind)).to_owned()
        }
        (true, Deed::Agenda(AgendaDeed::Adopt | AgendaDeed::Reopen | AgendaDeed::Join)) => {
            cx.text("row-session").to_owned()
        }
        (true, Deed::Request(_)) => cx.text("row-room-request").to_owned(),
        (true, Deed::List(_) | Deed::Podium(_)) => cx.text("row-statement").to_owned(),
        (true, Deed::Agenda(deed)) if deed != AgendaDeed::Gather => {
            cx.texts.text_with("step-items", &[("count", Value::from(label.count))])
        }
        _ => cx.texts.text_with("step-sessions", &[("count", Value::from(label.count))]),
    }
}

/// What a step of the history did.
#[must_use]
pub fn step(cx: &ViewContext<'_>, label: &Label) -> String {
    let what = step_subject(cx, label);
    let id = match label.deed {
        Deed::Move => tid("step-move"),
        Deed::Resize => tid("step-resize"),
        Deed::Schedule => tid("step-schedule"),
        Deed::Unschedule => tid("step-unschedule"),
        Deed::Create => tid("step-create"),
        Deed::Duplicate => tid("step-duplicate"),
        Deed::Remove(RowKind::Waiver) => tid("step-withdraw"),
        Deed::Add(RowKind::Waiver) => tid("step-waive"),
        Deed::Add(RowKind::Rule) | Deed::Edit(RowKind::Rule) | Deed::Remove(RowKind::Rule) => tid("step-rule"),
        Deed::Remove(_) => tid("step-remove"),
        Deed::Pin => tid("step-pin"),
        Deed::Unpin => tid("step-unpin"),
        Deed::Hold(HeldStep::Open) => tid("step-open"),
        Deed::Hold(HeldStep::Suspend) => tid("step-suspend"),
        Deed::Hold(HeldStep::Resume) => tid("step-resume"),
        Deed::Hold(HeldStep::Adjourn) => tid("step-adjourn"),
        Deed::Swap => tid("step-swap"),
        Deed::ShiftEvent => tid("step-shift-event"),
        Deed::MoveDates => tid("step-move-dates"),
        Deed::ChangeZone => tid("step-change-zone"),
        Deed::OrderRoom => tid("step-order-room"),
        Deed::Edit(_) => tid("step-edit"),
        Deed::Add(_) => tid("step-add"),
        Deed::EditPlan => tid("step-edit-plan"),
        Deed::BringBack => tid("step-bring-back"),
        Deed::Merge => tid("step-merge"),
        Deed::Import => tid("step-import"),
        Deed::Agenda(AgendaDeed::Add) => tid("step-add"),
        Deed::Agenda(AgendaDeed::Order) => tid("step-order-items"),
        Deed::Agenda(AgendaDeed::Move) => tid("step-move"),
        Deed::Agenda(AgendaDeed::SplitOff) => tid("step-split-off"),
        Deed::Agenda(AgendaDeed::Join) => tid("step-join"),
        Deed::Agenda(AgendaDeed::Adopt) => tid("step-adopt"),
        Deed::Agenda(AgendaDeed::Reopen) => tid("step-reopen"),
        Deed::Agenda(AgendaDeed::Defer) => tid("step-defer"),
        Deed::Agenda(AgendaDeed::Gather) => tid("step-gather"),
        Deed::Agenda(AgendaDeed::Fit) => tid("step-fit"),
        Deed::List(ListDeed::Fill) => tid("step-fill-list"),
        Deed::List(ListDeed::Give) => tid("step-give-place"),
        Deed::List(ListDeed::TakeOff) => tid("step-take-off-list"),
        Deed::List(ListDeed::Swap) => tid("step-swap-statements"),
        Deed::Roster(RosterDeed::Give) => tid("step-give-team"),
        Deed::Roster(RosterDeed::TakeAway) => tid("step-take-team"),
        Deed::Roster(RosterDeed::Fill) => tid("step-fill-roster"),
        Deed::Podium(PodiumDeed::Open) => tid("step-podium-open"),
        Deed::Podium(PodiumDeed::Speak) => tid("step-podium-speak"),
        Deed::Podium(PodiumDeed::End) => tid("step-podium-end"),
        Deed::Podium(PodiumDeed::Restart) => tid("step-podium-restart"),
        Deed::Podium(PodiumDeed::Extend) => tid("step-podium-extend"),
        Deed::Podium(PodiumDeed::Swap) => tid("step-podium-swap"),
        Deed::Podium(PodiumDeed::Limit) => tid("step-podium-limit"),
        Deed::Podium(PodiumDeed::Pause) => tid("step-podium-pause"),
        Deed::Podium(PodiumDeed::Resume) => tid("step-podium-resume"),
        Deed::Podium(PodiumDeed::NotPresent) => tid("step-podium-not-present"),
        Deed::Podium(PodiumDeed::MoveOn) => tid("step-podium-move-on"),
        Deed::Podium(PodiumDeed::Close) => tid("step-podium-close"),
        Deed::Request(RequestDeed::Accept) => tid("step-accept-request"),
        Deed::Request(RequestDeed::Decline) => tid("step-decline-request"),
        Deed::Request(RequestDeed::Withdraw) => tid("step-withdraw-request"),
        Deed::Request(RequestDeed::Reopen) => tid("step-reopen-request"),
        Deed::Cancel => tid("step-cancel"),
        Deed::ReleaseBack => tid("step-release-back"),
        Deed::Release(ReleaseStage::Draft) => tid("step-release"),
        Deed::Release(ReleaseStage::Submitted) => tid("step-submit-release"),
        Deed::Release(ReleaseStage::Approved) => tid("step-approve-release"),
        Deed::Release(ReleaseStage::Issued) => tid("step-issue-release"),
        Deed::Take if cx.title(&label.title).is_empty() => tid("step-take"),
        Deed::Take => tid("step-take-for"),
    };
    cx.texts.text_with(id, &[("what", Value::from(&what))])
}

/// That a text which was typed can not be taken, and what is expected: it stands in its field still, or that is gone.
#[must_use]
pub fn not_taken(cx: &ViewContext<'_>, stays: bool, text: &str, expected: &str) -> Message {
    let id = if stays { tid("typed-stays") } else { tid("typed-lost") };
    let values = [("text", Value::from(text)), ("expected", Value::from(expected))];
    Message { text: cx.texts.text_with(id, &values), is_error: true }
}

/// Why something was refused, and what to do about it.
#[must_use]
pub fn refusal(cx: &ViewContext<'_>, refusal: &Refusal) -> String {
    let row = |id: RowId| row_title(cx, id);
    match refusal {
        Refusal::Pinned(id) => cx.texts.text_with("refusal-pinned", &[("what", Value::from(&row((*id).into())))]),
        Refusal::Missing(id) => cx.texts.text_with("refusal-missing", &[("what", Value::from(&row(*id)))]),
        Refusal::Unscheduled(id) => {
            cx.texts.text_with("refusal-unscheduled", &[("what", Value::from(&row((*id).into())))])
        }
        Refusal::OutOfRange => cx.text("refusal-range").to_owned(),
        Refusal::TooFar(id) => cx.texts.text_with("refusal-too-far", &[("what", Value::from(&row(*id)))]),
        Refusal::Circular(id) => cx.texts.text_with("refusal-circular", &[("what", Value::from(&row((*id).into())))]),
        Refusal::Issued(id) => cx.texts.text_with("refusal-issued", &[("what", Value::from(&row(*id)))]),
        Refusal::PodiumOpen(id) => {
            cx.texts.text_with("refusal-podium-open", &[("what", Value::from(&row((*id).into())))])
        }
        Refusal::Published(id) => cx.texts.text_with("refusal-published", &[("what", Value::from(&row((*id).into())))]),
        Refusal::NoReason(id) => cx.texts.text_with("refusal-no-reason", &[("what", Value::from(&row((*id).into())))]),
        Refusal::Booked(id) => cx.texts.text_with("refusal-booked", &[("what", Value::from(&row((*id).into())))]),
        Refusal::Released => cx.text("refusal-released").to_owned(),
        Refusal::Patch(error) => {
            let why = errors::patch_error(cx.texts, *error);
            cx.texts.text_with("refusal-patch", &[("why", Value::from(&why))])
        }
    }
}

/// `17–28 November 2025`, or just the year.
#[must_use]
pub fn event_dates(cx: &ViewContext<'_>, event_dates: EventDates) -> String {
    match event_dates {
        EventDates::Days { first, last } => dates::dates_text(cx.texts, first, last),
        EventDates::Year(year) => year.to_string(),
    }
}

/// `Baku` of `Baku, Azerbaijan`.
#[must_use]
pub fn town(place: &str) -> &str {
    place.split([',', '،', '，']).next().unwrap_or_default().trim()
}

/// First and last day of what the plan is about.
#[must_use]
pub fn main_dates(cx: &ViewContext<'_>) -> Option<(NaiveDate, NaiveDate)> {
    let event = cx.plan.events().get(cx.index().main_event()?)?;
    Some(event.dates.first_and_last())
}

/// The day that somebody means who types this; what is left out is taken from the day in sight.
#[must_use]
pub fn sought_date(cx: &ViewContext<'_>, text: &str) -> Option<NaiveDate> {
    let main = main_dates(cx);
    let near = cx.date.or(main.map(|(first, _)| first)).or(cx.now.map(CivilTime::date))?;
    typed::date(text, near, main.unwrap_or((near, near)))
}

/// `9 sessions, 6 marked`.
#[must_use]
pub fn day_counts(cx: &ViewContext<'_>, date: NaiveDate) -> String {
    let load = cx.workbench.loads().on(date);
    let sessions = cx.texts.text_with("status-sessions", &[("count", Value::from(load.count()))]);
    if load.marked() == 0 {
        return sessions;
    }
    let marked = cx.texts.text_with("strip-marked", &[("count", Value::from(load.marked()))]);
    format!("{sessions}, {marked}")
}

/// `3 errors`
#[must_use]
pub fn findings_count(cx: &ViewContext<'_>, severity: Severity, count: usize) -> String {
    let id = match severity {
        Severity::Error => tid("findings-count-error"),
        Severity::Warning => tid("findings-count-warning"),
        Severity::Hint | Severity::Off => tid("findings-count-hint"),
    };
    cx.texts.text_with(id, &[("count", Value::from(count))])
}
