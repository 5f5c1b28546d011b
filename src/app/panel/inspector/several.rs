//! The form of several selected sessions: what they have in common can be set for all of them at once.

use egui::Ui;

use crate::edit::placing;
use crate::look::Hue;
use crate::model::{Body, Event, EventId, Placement, Room, Session, Status};
use crate::texts::{Value as Word, dates, names, tid, typed};

use super::form::{Form, Pass};
use super::head::{Head, kind_word};
use super::inspected::Several;
use super::own_fields::own_fields_ui;
use super::rows::{choices, describe};
use super::spread;
use crate::app::action::UiCommand;
use crate::app::context::ViewContext;
use crate::app::style::{icons, size};
use crate::app::widget::calendar::{Shown, calendar_popup};
use crate::app::widget::fields::note;
use crate::app::widget::picker::{Picked, picker};
use crate::app::widget::property::{Value, chip_button, head_ui};
use crate::app::widget::signs::status_icon;

/// The line above the form: what they are, and how long together.
#[must_use]
pub fn head(cx: &ViewContext<'_>, several: &Several) -> Head {
    let same_kind = several.together().kind;
    let kind = same_kind.map_or_else(|| cx.text("inspector-different"), |kind| cx.kind_name(kind));
    Head {
        icon: same_kind.map_or(icons::LAYERS, |kind| cx.kind_sign(kind)),
        colors: same_kind.map_or_else(|| cx.theme.hue(Hue::Slate), |kind| cx.kind_colors(kind)),
        kind: kind.to_owned(),
        id: String::new(),
    }
}

/// So many of them are named.
const MOST_NAMED: usize = 5;

/// The form.
pub fn ui(form: &mut Form<'_, Several>, ui: &mut Ui) {
    if form.pass != Pass::Set {
        return;
    }
    let cx = form.cx;
    let several = form.subject;
    let together = several.together();
    let count = several.sessions().len();
    let title = cx.texts.text_with("drag-several", &[("count", Word::from(count))]);
    let title = egui::RichText::new(title).font(crate::app::style::Type::Title.font());
    ui.add(egui::Label::new(title).truncate());
    ui.add_space(4.0);
    actions_ui(ui, cx, count);
    named_ui(form, ui, several);
    if cx.selected.can_gather {
        ui.add_space(4.0);
        command_chip(ui, cx, (icons::LIST_ORDERED, UiCommand::Gather));
    }
    let placed = dates::length_text(cx.texts, together.placed_mins);
    head_ui(ui, cx.text("inspector-section-together"), |ui| {
        let text = egui::RichText::new(placed).font(crate::app::style::Type::Meta.font()).color(cx.theme.text_3);
        ui.label(text);
    });
    ui.add_enabled_ui(together.free, |ui| placement_ui(form, ui, several));
    if together.pinned != Some(false) {
        let some = together.pinned.is_none();
        let text = if some { tid("inspector-some-pinned") } else { tid("inspector-pinned-note") };
        note(ui, cx, cx.text(text));
    }
    form.choice(
        ui,
        tid("inspector-kind"),
        (together.kind, &cx.all_kinds().collect::<Vec<_>>()),
        |kind| kind_word(cx, kind),
        |several, kind| several.each(|session| session.call(cx.plan, kind)),
    );
    bodies_ui(form, ui, several);
    form.languages(ui, (together.languages, true), |several, change| {
        several.each(|session| session.languages = change(session.languages));
    });
    let word = |status| (status_icon(status), cx.text(names::status(status)).to_owned());
    form.choice(ui, tid("inspector-status"), (together.status, &Status::ALL), word, |several, status| {
        several.each(|session| session.status = status);
    });
    event_ui(form, ui, together.event);
    spread::people_ui(form, ui, several);
    spread::shared_ui(form, ui, (tid("inspector-topics"), &together.topics), |session| &mut session.topics);
    spread::shared_ui(form, ui, (tid("inspector-documents"), &together.documents), |session| &mut session.documents);
    let (attendance, hint) = match together.attendance.rows.as_slice() {
        [(Some(count), _)] => (count.to_string(), ""),
        [(None, _)] => (String::new(), cx.text("inspector-not-known")),
        _ => (String::new(), cx.text("inspector-different")),
    };
    form.parsed_row(
        ui,
        (tid("inspector-attendance"), tid("inspector-expected-count")),
        (&attendance, hint),
        (
            |text| typed::count(text).ok(),
            |several, count| {
                several.each(|session| session.expected_attendance = count);
                Ok(())
            },
        ),
    );
    let yes_or_no = |on| ("", cx.text(if on { "inspector-yes" } else { "inspector-no" }).to_owned());
    form.choice(ui, tid("inspector-webcast"), (together.webcast, &[true, false]), yes_or_no, |several, on| {
        several.each(|session| session.webcast = on);
    });
    form.choice(ui, tid("inspector-captioned"), (together.captioned, &[true, false]), yes_or_no, |several, on| {
        several.each(|session| session.captioned = on);
    });
    own_fields_ui(form, ui);
}

/// The event that all of them are of.
fn event_ui(form: &mut Form<'_, Several>, ui: &mut Ui, event: Option<EventId>) {
    let cx = form.cx;
    let button = form.row(ui, tid("inspector-event"), |_, ui| {
        let text = event.map_or_else(|| cx.text("inspector-different").to_owned(), |id| describe(cx, id.into()).0);
        Value { name: cx.text("inspector-event"), text: &text, is_weak: event.is_none(), ..Value::default() }.ui(ui, cx)
    });
    if let Some(Picked::Known(event)) =
        picker(&button, cx, cx.text("inspector-event"), None, || choices::<Event>(cx, |_| true))
    {
        form.edit(|several| several.each(|session| session.event = event));
    }
}

/// What is often done to several sessions.
fn actions_ui(ui: &mut Ui, cx: &ViewContext<'_>, count: usize) {
    let unschedules = cx.selected.any_placed && !cx.selected.all_pinned;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(4.0, 4.0);
        for (icon, command, enabled) in [
            (icons::INBOX, UiCommand::Unschedule, unschedules),
            (icons::COPY, UiCommand::Duplicate, true),
            (icons::ARROW_LEFT_RIGHT, UiCommand::Swap, count == 2),
            (icons::CALENDAR_DAYS, UiCommand::Repeat, cx.selected.any_placed),
            (icons::CHEVRONS_RIGHT, UiCommand::ShiftFromHere, cx.selected.any_placed),
            (icons::TRASH, UiCommand::Delete, !cx.selected.all_pinned),
        ] {
            if !enabled {
                continue;
            }
            command_chip(ui, cx, (icon, command));
        }
    });
    ui.add_space(4.0);
}

fn command_chip(ui: &mut Ui, cx: &ViewContext<'_>, (icon, command): (&str, UiCommand)) {
    let (name, tip) = command.text_ids();
    if chip_button(ui, cx, (icon, cx.text(name))).on_hover_text(cx.text(tip)).clicked() {
        cx.run(command);
    }
}

/// The first of them by name; a click selects one.
fn named_ui(form: &Form<'_, Several>, ui: &mut Ui, several: &Several) {
    let cx = form.cx;
    let together = several.together();
    for session in together.named.iter().take(MOST_NAMED) {
        let when = session.placement.as_ref().map(|at| {
            let day = at.start.date();
            let (weekday, day) = (dates::weekday_short(cx.texts, day), dates::day_tiny(cx.texts, day));
            format!("{weekday} {day}, {}", at.start.clock())
        });
        let when = when.unwrap_or_else(|| cx.text("session-unscheduled").to_owned());
        let name = crate::texts::short::session_name(cx.plan, cx.settings.title_language(), session);
        let name = if name.is_empty() { cx.text("session-untitled").to_owned() } else { name };
        let line = super::facts::Line { name: &name, when: &when, color: Some(cx.session_colors(session).bar) };
        if line.ui(ui, cx).clicked() {
            form.reveal(session.id);
        }
    }
    let rest = several.sessions().len().saturating_sub(MOST_NAMED);
    if rest > 0 {
        note(ui, cx, &cx.texts.text_with("inspector-and-more", &[("count", Word::from(rest))]));
    }
}

/// Day, start, shift, length and room. Where some are pinned they would be refused, so they are not offered.
fn placement_ui(form: &mut Form<'_, Several>, ui: &mut Ui, several: &Several) {
    let cx = form.cx;
    let together = several.together();
    let different = cx.text("inspector-different");
    let button = form.row(ui, tid("inspector-date"), |_, ui| {
        let text = together.day.map_or(different.to_owned(), |day| dates::day_short(cx.texts, day));
        let is_weak = together.day.is_none();
        Value { name: cx.text("inspector-date"), text: &text, is_weak, ..Value::default() }.ui(ui, cx)
    });
    let marked = together.span.map(|span| (span.start.date(), span.end.plus_mins(-1).date()));
    if let Some(day) = calendar_popup(&button, cx, Shown { chosen: together.day, marked }) {
        form.edit(|several| place(several, |at| placing::on_day(at, day)));
    }
    form.row(ui, tid("inspector-start"), |form, ui| {
        let shown = together.start.map(crate::texts::findings::clock).unwrap_or_default();
        let read = typed::start;
        form.parsed(
            ui,
            (tid("inspector-start"), tid("inspector-expected-clock")),
            (&shown, different),
            (read, |several, minute| {
                place(several, |at| placing::starting(at, minute));
                Ok(())
            }),
        );
    });
    shift_ui(form, ui);
    form.row(ui, tid("inspector-length"), |form, ui| {
        let shown = together.length.map(|length| super::placement::mins_text(cx, length)).unwrap_or_default();
        form.parsed(
            ui,
            (tid("inspector-length"), tid("inspector-expected-length")),
            (&shown, different),
            (typed::length, |several, length| {
                several.each(|session| placing::set_length(session, length));
                Ok(())
            }),
        );
    });
    let button = form.row(ui, tid("inspector-rooms"), |_, ui| {
        let text = match &together.rooms {
            None => different.to_owned(),
            Some(rooms) if rooms.is_empty() => cx.text("inspector-none").to_owned(),
            Some(rooms) => rooms.iter().map(|&id| describe(cx, id.into()).0).collect::<Vec<_>>().join(", "),
        };
        let is_weak = together.rooms.as_ref().is_none_or(Vec::is_empty);
        Value { name: cx.text("inspector-rooms"), text: &text, is_weak, ..Value::default() }.ui(ui, cx)
    });
    if let Some(Picked::Known(room)) =
        picker(&button, cx, cx.text("inspector-rooms"), None, || choices::<Room>(cx, |_| true))
    {
        form.edit(|several| place(several, |at| Placement { rooms: vec![room], ..at.clone() }));
    }
}

/// All of them earlier or later: by the step to which times snap, or by what is typed.
fn shift_ui(form: &mut Form<'_, Several>, ui: &mut Ui) {
    let cx = form.cx;
    let step = cx.settings.snap_mins.max(5);
    let length = dates::length_text(cx.texts, step);
    let button = |ui: &mut Ui, icon: &str, id: &str| {
        let name = cx.texts.text_with(id, &[("length", Word::from(&length))]);
        let response = ui.add(egui::Button::new(icon).fill(cx.theme.field).min_size(egui::vec2(size::TARGET, 0.0)));
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, ui.is_enabled(), &name));
        response.on_hover_text(&name).clicked()
    };
    let moved = form.row(ui, tid("inspector-shift-by"), |form, ui| {
        ui.horizontal(|ui| {
            ui.set_height(size::ROW);
            ui.spacing_mut().interact_size.y = size::TARGET;
            ui.spacing_mut().item_spacing.x = 4.0;
            let earlier = button(ui, icons::MINUS, "inspector-earlier");
            // What is typed is done at once, and then there is nothing more to shift.
            let nothing = dates::length_text(cx.texts, 0);
            form.parsed_wide(
                ui,
                (tid("inspector-shift-by"), tid("shift-expected")),
                ("", &nothing, Some(54.0)),
                (
                    |text| if text.trim().is_empty() { Some(0) } else { typed::shift(text) },
                    |several, mins| {
                        place(several, |at| placing::shifted(at, mins));
                        Ok(())
                    },
                ),
            );
            let later = button(ui, icons::PLUS, "inspector-later");
            match (earlier, later) {
                (true, _) => -step,
                (_, true) => step,
                _ => 0,
            }
        })
        .inner
    });
    if moved != 0 {
        form.edit(|several| place(several, |at| placing::shifted(at, moved)));
    }
}

/// The bodies that meet; one that is picked meets in all of them.
fn bodies_ui(form: &mut Form<'_, Several>, ui: &mut Ui, several: &Several) {
    let cx = form.cx;
    let bodies = &several.together().bodies;
    let button = form.row(ui, tid("inspector-bodies"), |_, ui| {
        let code = |&id: &crate::model::BodyId| {
            let body = cx.plan.bodies().get(id);
            body.map_or(id.as_str(), |body| cx.title(&body.code)).to_owned()
        };
        let text = match bodies {
            None => cx.text("inspector-different").to_owned(),
            Some(bodies) if bodies.is_empty() => cx.text("inspector-none").to_owned(),
            Some(bodies) => bodies.iter().map(code).collect::<Vec<_>>().join(", "),
        };
        let is_weak = bodies.as_ref().is_none_or(Vec::is_empty);
        Value { name: cx.text("inspector-bodies"), text: &text, is_weak, ..Value::default() }.ui(ui, cx)
    });
    if let Some(Picked::Known(body)) =
        picker(&button, cx, cx.text("inspector-bodies"), None, || choices::<Body>(cx, |_| true))
    {
        form.edit(|several| several.each(|session| session.bodies = vec![body]));
    }
}

/// Puts those that have a time elsewhere.
fn place(several: &mut Several, moved: impl Fn(&Placement) -> Placement) {
    several.each(|session: &mut Session| session.placement = session.placement.as_ref().map(&moved));
}
