//! The form of a request for a room.

use egui::Ui;

use crate::edit::Command;
use crate::edit::requests::OnRequest;
use crate::look::Hue;
use crate::model::{Body, Event, Purpose, RequestAnswer, RoomRequest, Session};
use crate::texts::{names, tid, typed};

use super::form::Form;
use super::head::Head;
use crate::app::context::ViewContext;
use crate::app::style::icons;
use crate::app::widget::fields::Lines;

/// The line above the form.
#[must_use]
pub fn head(cx: &ViewContext<'_>, request: &RoomRequest) -> Head {
    Head {
        icon: icons::DOOR,
        colors: cx.theme.hue(Hue::Sky),
        kind: cx.text("row-room-request").to_owned(),
        id: request.id.to_string(),
    }
}

/// The form.
pub fn ui(form: &mut Form<'_, RoomRequest>, ui: &mut Ui) {
    let (cx, request) = (form.cx, form.subject);
    form.title(ui, |row| &row.title, |row| &mut row.title);
    form.text(ui, (tid("request-asked-by"), Lines::Wrapped), &request.asked_by, |row, text| {
        text.clone_into(&mut row.asked_by);
    });
    form.row_field::<Body>(ui, (tid("inspector-bodies"), true), request.body, |_| true, |row, body| row.body = body);
    let word = |purpose| ("", cx.text(names::purpose(purpose)).to_owned());
    form.choice(ui, tid("request-purpose"), (Some(request.purpose), &Purpose::ALL), word, |row, purpose| {
        row.purpose = purpose;
    });
    form.row_field::<Event>(
        ui,
        (tid("inspector-event"), false),
        Some(request.event),
        |_| true,
        |row, event| row.event = event.unwrap_or(row.event),
    );
    let event = cx.plan.events().get(request.event).map(|event| event.dates.first_and_last());
    let days = event.unwrap_or_default();
    form.moment(ui, tid("request-start"), (request.start, days, None), |row, at| row.start = at);
    form.parsed_row(
        ui,
        (tid("inspector-length"), tid("inspector-expected-length")),
        (&typed::length_text(request.length), ""),
        (typed::length, |row, length| {
            row.length = length;
            Ok(())
        }),
    );
    form.count(ui, tid("request-headcount"), request.headcount, |row, count| row.headcount = count);
    form.check(ui, tid("request-public"), request.is_public, |row, on| row.is_public = on);
    form.moment(ui, tid("request-came"), (request.received, days, None), |row, at| row.received = at);
    let word = |answer| ("", cx.text(names::request_answer(answer)).to_owned());
    // A room is promised and refused where a place is found and a reason asked for: in the queue.
    let mut answers = vec![RequestAnswer::Waiting, RequestAnswer::Withdrawn];
    if !answers.contains(&request.answer) {
        answers.insert(0, request.answer);
    }
    let mut picked = None;
    form.choice(ui, tid("request-answer"), (Some(request.answer), &answers), word, |_, answer| picked = Some(answer));
    let done = match picked.filter(|&answer| answer != request.answer) {
        Some(RequestAnswer::Waiting) => Some(OnRequest::Reopen(request.id)),
        Some(RequestAnswer::Withdrawn) => Some(OnRequest::Withdraw(request.id, cx.today())),
        _ => None,
    };
    if let Some(done) = done {
        cx.perform(Command::Request(done));
    }
    form.day(ui, tid("request-answered"), (request.answered, None), |row, day| row.answered = day);
    form.text(ui, (tid("request-reason"), Lines::Wrapped), &request.reason, |row, text| {
        text.clone_into(&mut row.reason);
    });
    form.row_field::<Session>(
        ui,
        (tid("inspector-session"), true),
        request.session,
        |_| true,
        |row, session| row.session = session,
    );
    form.text(ui, (tid("inspector-contact"), Lines::Wrapped), &request.contact, |row, text| {
        text.clone_into(&mut row.contact);
    });
    form.text(ui, (tid("inspector-remarks"), Lines::Several(1)), &request.remarks, |row, text| {
        text.clone_into(&mut row.remarks);
    });
    form.notes(ui, request.id.into());
    form.sources(ui, &request.sources, |row| &mut row.sources);
}
