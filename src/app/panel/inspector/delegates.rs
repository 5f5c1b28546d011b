//! The form of a delegate.

use egui::Ui;

use crate::look::Hue;
use crate::model::{Body, DayEdge, Delegate, Event, Session, StakeholderGroup};
use crate::texts::{names, tid, typed};

use super::form::Form;
use super::head::Head;
use super::rows::ListWords;
use crate::app::context::ViewContext;
use crate::app::style::icons;
use crate::app::widget::fields::Lines;

/// The line above the form.
#[must_use]
pub fn head(cx: &ViewContext<'_>, delegate: &Delegate) -> Head {
    Head {
        icon: icons::USER,
        colors: cx.theme.hue(Hue::Teal),
        kind: cx.text("row-delegate").to_owned(),
        id: delegate.id.to_string(),
    }
}

/// The form.
pub fn ui(form: &mut Form<'_, Delegate>, ui: &mut Ui) {
    let (cx, delegate) = (form.cx, form.subject);
    form.plain_title(ui, tid("inspector-function"), &delegate.function, |row, text| {
        text.clone_into(&mut row.function);
    });
    form.text(ui, (tid("inspector-represents"), Lines::Wrapped), &delegate.represents, |row, text| {
        text.clone_into(&mut row.represents);
    });
    form.person_field(ui, (tid("delegate-person"), true), delegate.person, |row, id| row.person = id);
    let event = delegate.event.and_then(|id| cx.plan.events().get(id).map(|event| &**event));
    let days = event.or(cx.plan.main_event()).map(|event| event.dates.first_and_last()).unwrap_or_default();
    form.moment(ui, tid("team-from"), (delegate.from, days, Some(DayEdge::First)), |row, at| row.from = at);
    form.moment(ui, tid("team-until"), (delegate.until, days, Some(DayEdge::Last)), |row, at| row.until = at);
    let words =
        ListWords::<Body> { caption: tid("delegate-interests"), add: tid("delegate-add-interest"), create: None };
    form.row_list(ui, &words, &delegate.interests, |row| Some(&mut row.interests));
    let words =
        ListWords::<Session> { caption: tid("delegate-attends"), add: tid("delegate-add-session"), create: None };
    form.row_list(ui, &words, &delegate.attends, |row| Some(&mut row.attends));
    if form.shows(ui, tid("delegate-group"), delegate.group.is_some()) {
        let all: Vec<Option<StakeholderGroup>> = std::iter::once(None).chain(StakeholderGroup::ALL.map(Some)).collect();
        let word = |group: Option<StakeholderGroup>| {
            let id = group.map(names::stakeholder_group);
            ("", id.map_or(cx.text("inspector-not-known"), |id| cx.text(id)).to_owned())
        };
        form.choice(ui, tid("delegate-group"), (Some(delegate.group), &all), word, |row, group| row.group = group);
    }
    form.row_field::<Event>(
        ui,
        (tid("inspector-event"), true),
        delegate.event,
        |_| true,
        |row, event| row.event = event,
    );
    form.parsed_row(
        ui,
        (tid("inspector-order"), tid("inspector-expected-integer")),
        (&delegate.order.to_string(), ""),
        (typed::integer, |row, order| {
            row.order = order;
            Ok(())
        }),
    );
    form.notes(ui, delegate.id.into());
    form.sources(ui, &delegate.sources, |row| &mut row.sources);
}
