//! What stands in sessions, part by part, in the words of the screen. The plan is given: new rooms and people are not in the
//! open one yet.

use crate::app::context::ViewContext;
use crate::exchange::arriving::{Named, NearAnswer, Part, Remark, Spot};
use crate::model::{Kind, Placement, Plan, Session};
use crate::texts::differences::NOTHING;
use crate::texts::{Value, dates, names, short, tid};

/// So many letters of remarks are told.
const LETTERS: usize = 60;

/// The id of what a part is called.
pub fn part_name(part: Part) -> &'static str {
    match part {
        Part::Title => tid("list-column-title"),
        Part::Kind => tid("list-column-kind"),
        Part::Time => tid("handout-time"),
        Part::Rooms => tid("handout-rooms"),
        Part::People => tid("handout-people"),
        Part::Bodies => tid("handout-bodies"),
        Part::Topics => tid("handout-topics"),
        Part::Documents => tid("handout-documents"),
        Part::Languages => tid("list-column-languages"),
        Part::Status => tid("list-column-status"),
        Part::Link => tid("handout-link"),
        Part::Attendance => tid("paste-field-attendance"),
        Part::Remarks => tid("paste-field-remarks"),
    }
}

/// What a session has in a part.
pub fn part_words(cx: &ViewContext<'_>, plan: &Plan, session: &Session, part: Part) -> String {
    let titles = |all: &mut dyn Iterator<Item = String>| {
        let joined = all.collect::<Vec<_>>().join(", ");
        if joined.is_empty() { NOTHING.to_owned() } else { joined }
    };
    match part {
        Part::Title => cx.session_title(session).to_owned(),
        Part::Kind => kind(cx, plan, session),
        Part::Time => match &session.placement {
            Some(at) => time(cx, at, true),
            None => cx.text("session-unscheduled").to_owned(),
        },
        Part::Rooms => {
            let rooms = session.rooms_or_wished().iter().filter_map(|&id| plan.rooms().get(id));
            titles(&mut rooms.map(|room| cx.title(&room.title).to_owned()))
        }
        Part::People => {
            let people = session.people.iter().filter_map(|part| plan.people().get(part.person));
            titles(&mut people.map(|person| person.name.clone()))
        }
        Part::Bodies => {
            let bodies = session.bodies.iter().filter_map(|&id| plan.bodies().get(id));
            titles(&mut bodies.map(|body| cx.short_name(&body.code, &body.title).to_owned()))
        }
        Part::Topics => {
            let topics = session.topics.iter().filter_map(|&id| plan.topics().get(id));
            titles(&mut topics.map(|topic| {
                if topic.code.is_empty() { cx.title(&topic.title).to_owned() } else { topic.code.clone() }
            }))
        }
        Part::Documents => {
            let documents = session.documents.iter().filter_map(|&id| plan.documents().get(id));
            titles(&mut documents.map(|document| {
                if document.symbol.is_empty() { cx.title(&document.title).to_owned() } else { document.symbol.clone() }
            }))
        }
        Part::Languages => titles(&mut session.languages.iter().map(|language| language.letter().to_string())),
        Part::Status => cx.text(names::status(session.status)).to_owned(),
        Part::Link => titles(&mut Some(&session.link).filter(|link| !link.is_empty()).cloned().into_iter()),
        Part::Attendance => titles(&mut session.expected_attendance.iter().map(ToString::to_string)),
        Part::Remarks => {
            let remarks = short::beginning(&short::one_line(&session.remarks), LETTERS);
            titles(&mut Some(remarks).filter(|remarks| !remarks.is_empty()).into_iter())
        }
    }
}

fn kind(cx: &ViewContext<'_>, plan: &Plan, session: &Session) -> String {
    match session.called() {
        Kind::BuiltIn(_) => cx.kind_name(session.called()).to_owned(),
        Kind::Own(id) => plan.kinds().get(id).map(|own| cx.title(&own.title).to_owned()).unwrap_or_default(),
    }
}

/// From when to when, with the day where that is asked for.
pub fn time(cx: &ViewContext<'_>, at: &Placement, with_day: bool) -> String {
    let clock = format!("{}–{}", at.start.clock(), at.end().clock());
    if with_day { format!("{} {clock}", dates::day_short(cx.texts, at.start.date())) } else { clock }
}

/// How a part was and how it is: of a time on one day only the hours.
pub fn was_is(
    cx: &ViewContext<'_>,
    (before, was): (&Plan, &Session),
    (after, is): (&Plan, &Session),
    part: Part,
) -> (String, String) {
    if part == Part::Time
        && let (Some(from), Some(to)) = (&was.placement, &is.placement)
        && from.start.date() == to.start.date()
    {
        return (time(cx, from, false), time(cx, to, false));
    }
    (part_words(cx, before, was, part), part_words(cx, after, is, part))
}

/// A remark, with where in the file it stands.
pub fn remark(cx: &ViewContext<'_>, remark: &Remark) -> (String, String) {
    let spot = match &remark.spot {
        Spot::File => String::new(),
        Spot::Line(line) => cx.texts.text_with("arriving-line", &[("line", Value::from(&line.to_string()))]),
        Spot::Path(path) => path.clone(),
    };
    let values = [("what", Value::from(&remark.what)), ("count", remark.count.into())];
    (spot, cx.texts.text_with(remark.text, &values))
}

/// The id of what is asked about a name; `is_within` is whether it is near to one that is new as well.
pub fn question(named: Named, is_within: bool) -> &'static str {
    match named {
        Named::Room if is_within => tid("import-near-room-within"),
        Named::Person if is_within => tid("import-near-person-within"),
        Named::Kind => tid("import-near-kind"),
        Named::Room => tid("import-near-room"),
        Named::Person => tid("import-near-person"),
        Named::Body => tid("import-near-body"),
    }
}

/// The id of what can be answered, where that is not the name of what it is near to.
pub fn answer(named: Named, answer: NearAnswer) -> &'static str {
    match (answer, named) {
        (NearAnswer::LeftOut, _) => tid("import-near-leave"),
        (_, Named::Kind) => tid("import-near-new-kind"),
        (_, Named::Room) => tid("import-near-new-room"),
        (_, Named::Person) => tid("import-near-new-person"),
        (_, Named::Body) => tid("import-near-new-body"),
    }
}
