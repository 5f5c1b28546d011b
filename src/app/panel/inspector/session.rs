//! The form of one session.

use egui::Ui;

use crate::edit::new_topic;
use crate::model::{
    Body, Concern, Event, EventKind, Participation, Role, Session, SessionKind, Status, Team, Topic, YouthElement,
};
use crate::texts::{Value as Word, dates, names, tid, typed};

use super::agenda::agenda_ui;
use super::comments::comments_ui;
use super::form::Form;
use super::head::Head;
use super::held::held_ui;
use super::own_fields::own_fields_ui;
use super::placement::placement_ui;
use super::rows::{ListWords, RoleWords, document_words};
use crate::app::context::ViewContext;
use crate::app::widget::fields::Lines;
use crate::app::widget::property::Value;
use crate::app::widget::signs::status_icon;

/// The line above the form.
#[must_use]
pub fn head(cx: &ViewContext<'_>, session: &Session) -> Head {
    Head {
        icon: cx.kind_sign(session.called()),
        colors: cx.session_colors(session),
        kind: cx.kind_name(session.called()).to_owned(),
        id: session.id.to_string(),
    }
}

/// The form.
pub fn ui(form: &mut Form<'_, Session>, ui: &mut Ui) {
    let (cx, session) = (form.cx, form.subject);
    form.title(ui, |session| &session.title, |session| &mut session.title);
    placement_ui(form, ui);
    held_ui(form, ui);
    let parts: Vec<_> = session.people.iter().map(|part| (part.person, part.role)).collect();
    let adds = form.memory.adds.filter(|(id, _)| *id == session.id).map(|(_, role)| role);
    let words = RoleWords { all: &Role::ALL, first: adds.unwrap_or_else(|| session.next_role()), name: names::role };
    let set = |session: &mut Session, list: Vec<_>| {
        session.people = list.into_iter().map(|(person, role)| Participation { person, role }).collect();
    };
    form.people(ui, (tid("inspector-people"), &parts), &words, set);
    let words = ListWords { caption: tid("inspector-bodies"), add: tid("inspector-add-body"), create: None };
    form.row_list::<Body>(ui, &words, &session.bodies, |session| Some(&mut session.bodies));
    meeting_ui(form, ui, session);
    form.languages(ui, (Some(session.languages), true), |session, change| {
        session.languages = change(session.languages);
    });
    // Where a plan has no teams, nobody misses one.
    if !cx.plan.teams().is_empty() && session.languages.len() > 1 {
        let words = ListWords { caption: tid("rows-team"), add: tid("inspector-add-team"), create: None };
        form.row_list::<Team>(ui, &words, &session.teams, |session| Some(&mut session.teams));
    }
    order_ui(form, ui, session);
    form.row_list(ui, &document_words(), &session.documents, |session| Some(&mut session.documents));
    let words =
        ListWords { caption: tid("inspector-topics"), add: tid("inspector-add-topic"), create: Some(new_topic) };
    form.row_list::<Topic>(ui, &words, &session.topics, |session| Some(&mut session.topics));
    form.count(ui, tid("inspector-attendance"), session.expected_attendance, |session, count| {
        session.expected_attendance = count;
    });
    concerns_ui(form, ui, session);
    youth_ui(form, ui, session);
    form.text(ui, (tid("inspector-link"), Lines::Wrapped), &session.link, |session, text| {
        text.clone_into(&mut session.link);
    });
    form.check(ui, tid("inspector-webcast"), session.webcast, |session, on| session.webcast = on);
    form.check(ui, tid("inspector-captioned"), session.captioned, |session, on| session.captioned = on);
    form.check(ui, tid("session-reserved"), session.is_reserved, |session, on| session.is_reserved = on);
    let word = |status| (status_icon(status), cx.text(names::status(status)).to_owned());
    let current = (Some(session.status), &Status::ALL[..]);
    if form.shows(ui, tid("inspector-status"), session.status != Status::Provisional) {
        form.choice(ui, tid("inspector-status"), current, word, |session, status| session.status = status);
    }
    form.row_field::<Event>(
        ui,
        (tid("inspector-event"), false),
        Some(session.event),
        |_| true,
        |session, event| {
            session.event = event.unwrap_or(session.event);
        },
    );
    own_fields_ui(form, ui);
    form.text(ui, (tid("inspector-remarks"), Lines::Several(1)), &session.remarks, |session, text| {
        text.clone_into(&mut session.remarks);
    });
    agenda_ui(form, ui);
    comments_ui(form, ui);
    form.notes(ui, session.id.into());
    form.sources(ui, &session.sources, |session| &mut session.sources);
}

/// Whom it concerns: as follows from its bodies, until somebody says otherwise.
fn concerns_ui(form: &mut Form<'_, Session>, ui: &mut Ui, session: &Session) {
    if form.shows(ui, tid("session-concerns"), session.concerns.is_some()) {
        concern_ui(form, ui, session);
    }
    if let Some(Concern::Regions(regions)) = &session.concerns {
        let words = ListWords { caption: tid("session-concerned-regions"), add: tid("topic-add-region"), create: None };
        form.row_list::<Body>(ui, &words, regions, |session| match &mut session.concerns {
            Some(Concern::Regions(regions)) => Some(regions),
            _ => None,
        });
    }
}

fn concern_ui(form: &mut Form<'_, Session>, ui: &mut Ui, session: &Session) {
    let cx = form.cx;
    let all = [None, Some(0), Some(1), Some(2), Some(3)];
    let of = |at: usize| match at {
        0 => Concern::All,
        1 => Concern::Regions(Concern::by_bodies(cx.plan, session).regions().to_vec()),
        2 => Concern::Members,
        _ => Concern::Officers,
    };
    let current = session.concerns.as_ref().map(|concern| match concern {
        Concern::All => 0,
        Concern::Regions(_) => 1,
        Concern::Members => 2,
        Concern::Officers => 3,
    });
    let word = |at: Option<usize>| {
        let follows = || {
            let of_bodies = cx.text(names::concern(&Concern::by_bodies(cx.plan, session)));
            cx.texts.text_with("session-concerns-by-body", &[("whom", Word::from(of_bodies))])
        };
        ("", at.map_or_else(follows, |at| cx.text(names::concern(&of(at))).to_owned()))
    };
    form.choice(ui, tid("session-concerns"), (Some(current), &all), word, |session, at| session.concerns = at.map(of));
}

/// The elements of a youth celebration that it serves, where it is a part of one.
fn youth_ui(form: &mut Form<'_, Session>, ui: &mut Ui, session: &Session) {
    let event = form.cx.plan.events().get(session.event).map(|event| event.kind);
    let is_of_youth = event == Some(EventKind::YouthCelebration) || session.kind == SessionKind::Youth;
    for element in YouthElement::ALL {
        let on = session.elements.contains(element);
        if on || is_of_youth {
            form.check(ui, names::youth_element(element), on, |session, on| {
                session.elements = session.elements.with(element, on);
            });
        }
    }
}

/// Which meeting of its body it is: as it is counted, until a number is typed and fixes it.
fn meeting_ui(form: &mut Form<'_, Session>, ui: &mut Ui, session: &Session) {
    let cx = form.cx;
    let Some(meeting) = cx.index().meeting(session.id).filter(|_| form.is_for_rows()) else { return };
    let fixed = session.number.map(|number| number.to_string()).unwrap_or_default();
    let counted = cx.meeting_code(session.id).unwrap_or_else(|| meeting.number.to_string());
    let counted = if meeting.is_last { format!("{counted} · {}", cx.text("meeting-last")) } else { counted };
    form.parsed_row(
        ui,
        (tid("inspector-meeting"), tid("inspector-expected-count")),
        (&fixed, &counted),
        (
            |text| {
                let number = typed::count(text).ok()?.map(u16::try_from).transpose().ok()?;
                number.is_none_or(|number| Session::NUMBERS.contains(&number)).then_some(number)
            },
            |session, number| {
                session.number = number;
                Ok(())
            },
        ),
    );
}

/// What it comes after, and what comes after it.
fn order_ui(form: &mut Form<'_, Session>, ui: &mut Ui, session: &Session) {
    /// So many are named.
    const MOST: usize = 3;
    let words = ListWords { caption: tid("inspector-after"), add: tid("inspector-add-predecessor"), create: None };
    form.row_list::<Session>(ui, &words, &session.after, |session| Some(&mut session.after));
    let cx = form.cx;
    let all = cx.index().sessions_of(session.id);
    if !form.is_for_rows() || all.is_empty() {
        return;
    }
    form.row(ui, tid("inspector-followers"), |form, ui| {
        for other in all.iter().take(MOST).filter_map(|&id| cx.plan.sessions().get(id)) {
            let day = other.placement.as_ref().map(|at| dates::day_short(cx.texts, at.start.date()));
            let detail = day.unwrap_or_else(|| cx.text("session-unscheduled").to_owned());
            let name = super::rows::brief_name(cx, other.id.into());
            let value = Value { text: &name, detail: &detail, ..Value::default() };
            if value.ui(ui, cx).clicked() {
                form.reveal(other.id);
            }
        }
        if all.len() > MOST {
            let text = cx.texts.text_with("inspector-and-more", &[("count", Word::from(all.len() - MOST))]);
            crate::app::widget::fields::note(ui, cx, &text);
        }
    });
}
