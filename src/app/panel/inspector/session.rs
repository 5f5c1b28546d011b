//! The form of one session.

use egui::Ui;

use crate::edit::new_topic;
use crate::model::{Body, Event, Participation, Role, Session, SessionKind, Status, Topic};
use crate::texts::{names, tid};

use super::Head;
use super::form::Form;
use super::placement::placement_ui;
use super::rows::{ListWords, RoleWords, document_words};
use crate::app::context::ViewContext;
use crate::app::phrases;
use crate::app::widget::fields::{Lines, caption};
use crate::app::widget::signs::{kind_icon, status_icon};

/// The strip above the form.
#[must_use]
pub fn head(cx: &ViewContext<'_>, session: &Session) -> Head {
    let placed = session.placement.as_ref().map(|at| phrases::placement(cx, at));
    Head {
        icon: kind_icon(session.kind),
        colors: cx.session_colors(session),
        kind: cx.text(names::session_kind(session.kind)).to_owned(),
        id: session.id.to_string(),
        title: cx.session_title(session).to_owned(),
        detail: placed.unwrap_or_else(|| cx.text("session-unscheduled").to_owned()),
    }
}

/// The form.
pub fn ui(form: &mut Form<'_, Session>, ui: &mut Ui) {
    let session = form.subject;
    if form.section(ui, tid("inspector-section-what")) {
        what_ui(form, ui, session);
    }
    if form.section(ui, tid("inspector-section-placement")) {
        placement_ui(form, ui);
    }
    if form.section(ui, tid("inspector-section-languages")) {
        form.languages(ui, (Some(session.languages), true), |session, change| {
            session.languages = change(session.languages);
        });
        form.check(ui, tid("inspector-webcast"), session.webcast, |session, on| session.webcast = on);
        form.check(ui, tid("inspector-captioned"), session.captioned, |session, on| session.captioned = on);
    }
    if form.section(ui, tid("inspector-section-people")) {
        let parts: Vec<_> = session.people.iter().map(|part| (part.person, part.role)).collect();
        let words = RoleWords { all: &Role::ALL, first: first_role(session), name: names::role };
        let set = |session: &mut Session, list: Vec<_>| {
            session.people = list.into_iter().map(|(person, role)| Participation { person, role }).collect();
        };
        form.people(ui, &parts, &words, set);
        form.count(ui, tid("inspector-attendance"), session.expected_attendance, |session, count| {
            session.expected_attendance = count;
        });
        form.text(ui, (tid("inspector-link"), Lines::Wrapped), &session.link, |session, text| {
            text.clone_into(&mut session.link);
        });
    }
    if form.section(ui, tid("inspector-section-papers")) {
        form.row_list(ui, &document_words(), &session.documents, |session| Some(&mut session.documents));
        let words =
            ListWords { caption: tid("inspector-topics"), add: tid("inspector-add-topic"), create: Some(new_topic) };
        form.row_list::<Topic>(ui, &words, &session.topics, |session| Some(&mut session.topics));
    }
    if form.section(ui, tid("inspector-section-order")) {
        order_ui(form, ui, session);
    }
    if form.section(ui, tid("inspector-section-remarks")) {
        form.bare_text(ui, (tid("inspector-remarks"), Lines::Several(3)), &session.remarks, |session, text| {
            text.clone_into(&mut session.remarks);
        });
    }
    form.notes(ui, session.id.into());
    form.sources(ui, &session.sources, |session| &mut session.sources);
}

/// Somebody added chairs, where nobody does yet.
fn first_role(session: &Session) -> Role {
    if session.people.iter().any(|part| part.role == Role::Chair) { Role::Speaker } else { Role::Chair }
}

fn what_ui(form: &mut Form<'_, Session>, ui: &mut Ui, session: &Session) {
    form.local_text(
        ui,
        (tid("inspector-title"), Lines::Wrapped),
        |session| &session.title,
        |session| &mut session.title,
    );
    if ui.available_width() < 300.0 {
        kind_ui(form, ui, session);
        status_ui(form, ui, session);
    } else {
        ui.columns(2, |columns| {
            kind_ui(form, &mut columns[0], session);
            status_ui(form, &mut columns[1], session);
        });
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
    let words = ListWords { caption: tid("inspector-bodies"), add: tid("inspector-add-body"), create: None };
    form.row_list::<Body>(ui, &words, &session.bodies, |session| Some(&mut session.bodies));
}

fn kind_ui(form: &mut Form<'_, Session>, ui: &mut Ui, session: &Session) {
    let cx = form.cx;
    let word = |kind| format!("{}  {}", kind_icon(kind), cx.text(names::session_kind(kind)));
    let current = (Some(session.kind), &SessionKind::ALL[..]);
    form.choice(ui, tid("inspector-kind"), current, word, |session, kind| session.kind = kind);
}

fn status_ui(form: &mut Form<'_, Session>, ui: &mut Ui, session: &Session) {
    let cx = form.cx;
    let word = |status| format!("{}  {}", status_icon(status), cx.text(names::status(status)));
    let current = (Some(session.status), &Status::ALL[..]);
    form.choice(ui, tid("inspector-status"), current, word, |session, status| session.status = status);
}

/// What it comes after, and what comes after it.
fn order_ui(form: &mut Form<'_, Session>, ui: &mut Ui, session: &Session) {
    let words = ListWords { caption: tid("inspector-after"), add: tid("inspector-add-predecessor"), create: None };
    form.row_list::<Session>(ui, &words, &session.after, |session| Some(&mut session.after));
    let cx = form.cx;
    let followers = cx.index().sessions_of(session.id).iter();
    let followers: Vec<_> = followers.filter_map(|&id| cx.plan.sessions().get(id)).collect();
    if !followers.is_empty() {
        caption(ui, cx, cx.text("inspector-followers"));
        for other in followers {
            form.session_line(ui, other);
        }
    }
}
