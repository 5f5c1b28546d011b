//! The window that finds a slot: the best placements for what is selected, with the reasons for and against.

use std::sync::atomic::AtomicBool;

use chrono::NaiveDate;
use egui::{Button, ComboBox, Label, RichText, ScrollArea, Sense, Stroke, Ui, vec2};

use crate::arrange::{Slot, SlotLimits, slots};
use crate::edit::Command;
use crate::model::{CivilTime, DAY_MINS, Plan, RoomId, Session, SessionId, Severity};
use crate::texts::{Value, dates, findings};
use crate::workbench::Generation;

use super::Floating;
use super::sheet::docked;
use crate::app::action::Action;
use crate::app::context::ViewContext;
use crate::app::paint::text::{displayed, elided_ui};
use crate::app::phrases;
use crate::app::style::{Type, icons, radius, size};
use crate::app::system::tasks::Task;
use crate::app::widget::fields::{note, option_ui};
use crate::app::widget::tips;

/// The window, open or not.
#[derive(Debug, Default)]
pub struct SlotsWindow {
    open: bool,
    limits: Option<SlotLimits>,
    /// What was searched for, and what was found, if it is already.
    found: Option<(Query, Option<Vec<Slot>>)>,
    search: Option<Task<Vec<Slot>>>,
    /// The one that is shown on the timeline.
    shown: Option<usize>,
}

type Query = (Generation, Vec<SessionId>, SlotLimits);

/// A year of days can be chosen from.
const MOST_DAYS: usize = 366;

impl Floating for SlotsWindow {
    fn is_docked(&self) -> bool {
        true
    }

    fn docked_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        if !docked(ui, cx, cx.text("slots-title"), |ui| self.content(ui, cx)) {
            self.close();
        }
    }

    fn is_open(&self) -> bool {
        self.open
    }

    fn close(&mut self) {
        (self.open, self.shown, self.search) = (false, None, None);
    }
}

impl SlotsWindow {
    /// Opens it.
    pub fn open(&mut self) {
        *self = Self { open: true, ..Self::default() };
    }

    fn content(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        // A pinned session has its slot.
        let stays = |session: &Session| session.pinned && session.placement.is_some();
        let ids = cx.selection.sessions.iter().copied();
        let ids: Vec<SessionId> =
            ids.filter(|&id| cx.plan.sessions().get(id).is_some_and(|session| !stays(session))).collect();
        let Some(days) = days_of(cx.plan, &ids) else {
            let all_pinned = !cx.selection.sessions.is_empty();
            note(ui, cx, cx.text(if all_pinned { "slots-all-pinned" } else { "slots-select-first" }));
            return;
        };
        let same = self.found.as_ref().is_some_and(|((_, known, _), _)| *known == ids);
        if self.limits.is_none() || !same {
            self.limits = first_limits(cx.plan, &ids, days);
            self.shown = None;
        }
        if let Some(limits) = &mut self.limits {
            limits_ui(ui, cx, limits, days);
            let asked = (cx.workbench.generation(), ids.clone(), limits.clone());
            if self.found.as_ref().is_none_or(|(known, _)| *known != asked) {
                let ((plan, mut checker), sought) = (cx.workbench.copy(), asked.clone());
                let search = move |stop: &AtomicBool| slots((&plan, &mut checker), &sought.1, &sought.2, stop);
                self.search = Some(Task::start(ui.ctx(), "slots", search));
                self.found = Some((asked, None));
                self.shown = None;
            }
        }
        ui.add_space(8.0);
        if let Some(result) = self.search.as_ref().and_then(Task::poll)
            && let Some((_, slots)) = &mut self.found
        {
            // A search that broke down has found nothing.
            *slots = Some(result.unwrap_or_default());
            self.search = None;
        }
        let Some((_, Some(slots))) = &self.found else {
            ui.horizontal(|ui| {
                ui.spinner();
                ui.weak(cx.text("slots-searching"));
            });
            return;
        };
        if slots.is_empty() {
            ui.weak(cx.text("slots-none"));
        }
        let mut taken = None;
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            for (index, slot) in slots.iter().enumerate() {
                let (hovered, take) = slot_ui(ui, cx, slot, self.shown == Some(index));
                if hovered.clicked() {
                    self.shown = Some(index);
                    if let Some((_, at)) = slot.moves.first() {
                        cx.act(Action::ShowTime(at.start));
                    }
                }
                if take {
                    taken = Some(index);
                }
                if hovered.hovered() {
                    cx.act(Action::Preview(slot.moves.clone()));
                }
            }
        });
        if let Some(slot) = taken.and_then(|index| slots.get(index)) {
            cx.perform(Command::Place(slot.moves.clone()));
            if let Some((_, at)) = slot.moves.first() {
                cx.act(Action::ShowTime(at.start));
            }
            self.close();
        } else if let Some(slot) = self.shown.and_then(|index| slots.get(index)) {
            cx.act(Action::Preview(slot.moves.clone()));
        }
    }
}

/// The days of the events of these sessions.
fn days_of(plan: &Plan, ids: &[SessionId]) -> Option<(NaiveDate, NaiveDate)> {
    let events = ids.iter().filter_map(|&id| plan.events().get(plan.sessions().get(id)?.event));
    let days = events.map(|event| event.dates.first_and_last());
    days.reduce(|one, other| (one.0.min(other.0), one.1.max(other.1)))
}

/// The days of all their events, and the hours of the first one.
fn first_limits(plan: &Plan, ids: &[SessionId], (first, last): (NaiveDate, NaiveDate)) -> Option<SlotLimits> {
    let event = ids.first().and_then(|&id| plan.events().get(plan.sessions().get(id)?.event))?;
    Some(SlotLimits { first, last, ..SlotLimits::of(event) })
}

fn limits_ui(ui: &mut Ui, cx: &ViewContext<'_>, limits: &mut SlotLimits, days: (NaiveDate, NaiveDate)) {
    let all: Vec<NaiveDate> = days.0.iter_days().take_while(|&day| day <= days.1).take(MOST_DAYS).collect();
    let day = |ui: &mut Ui, id: &'static str, value: &mut NaiveDate| {
        let shown = dates::day_short(cx.texts, *value);
        let combo = ComboBox::from_id_salt(id).selected_text(shown).width(110.0).show_ui(ui, |ui| {
            for &each in &all {
                let text = dates::day_short(cx.texts, each);
                if option_ui(ui, *value == each, &text, &text) {
                    *value = each;
                }
            }
        });
        name(&combo.response, cx.text(id));
    };
    let hour = |ui: &mut Ui, id: &'static str, value: &mut i32| {
        let combo =
            ComboBox::from_id_salt(("hour", id)).selected_text(findings::clock(*value)).width(64.0).show_ui(ui, |ui| {
                for each in (0..=DAY_MINS).step_by(30) {
                    let text = findings::clock(each);
                    if option_ui(ui, *value == each, &text, &text) {
                        *value = each;
                    }
                }
            });
        name(&combo.response, cx.text(id));
    };
    ui.horizontal_wrapped(|ui| {
        label(ui, cx, cx.text("slots-days"));
        day(ui, "slots-from", &mut limits.first);
        ui.label("–");
        day(ui, "slots-to", &mut limits.last);
    });
    ui.horizontal_wrapped(|ui| {
        label(ui, cx, cx.text("slots-hours"));
        hour(ui, "slots-from", &mut limits.from_min);
        ui.label("–");
        hour(ui, "slots-to", &mut limits.to_min);
    });
    ui.horizontal_wrapped(|ui| {
        label(ui, cx, cx.text("slots-rooms"));
        rooms_ui(ui, cx, &mut limits.rooms);
    });
    limits.last = limits.last.max(limits.first);
    ui.checkbox(&mut limits.keeps_order, cx.text("slots-keep-order"));
}

/// What a choice is about, in a column of its own.
fn label(ui: &mut Ui, cx: &ViewContext<'_>, text: &str) {
    let text = RichText::new(text).font(Type::Small.font()).color(cx.theme.text_3);
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    ui.allocate_ui_with_layout(vec2(56.0, size::ROW), layout, |ui| {
        ui.set_min_width(56.0);
        ui.add(Label::new(text).truncate());
    });
}

fn name(response: &egui::Response, label: &str) {
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::ComboBox, true, label));
}

fn rooms_ui(ui: &mut Ui, cx: &ViewContext<'_>, chosen: &mut Vec<RoomId>) {
    let title = |id: RoomId| cx.plan.rooms().get(id).map(|room| cx.title(&room.title)).unwrap_or_default();
    let shown = match chosen.as_slice() {
        [] => cx.text("slots-any-room").to_owned(),
        rooms => rooms.iter().map(|&room| title(room)).collect::<Vec<_>>().join(", "),
    };
    let label = if shown.chars().count() > 24 { format!("{} {}", chosen.len(), cx.text("slots-rooms")) } else { shown };
    ui.menu_button(format!("{} {}", displayed(&label), icons::CHEVRON_DOWN), |ui| {
        ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            if ui.selectable_label(chosen.is_empty(), cx.text("slots-any-room")).clicked() {
                chosen.clear();
            }
            for &room in cx.index().rooms() {
                let mut inside = chosen.contains(&room);
                if ui.checkbox(&mut inside, displayed(title(room))).changed() {
                    if inside {
                        chosen.push(room);
                    } else {
                        chosen.retain(|&known| known != room);
                    }
                }
            }
        });
    });
}

/// One placement: returns what was done to it, and whether it is to be taken.
fn slot_ui(ui: &mut Ui, cx: &ViewContext<'_>, slot: &Slot, shown: bool) -> (egui::Response, bool) {
    let mut take = false;
    let (fill, line) =
        if shown { (cx.theme.accent_soft, cx.theme.accent_line) } else { (cx.theme.panel, cx.theme.line_strong) };
    let frame = egui::Frame::new().fill(fill).stroke(Stroke::new(1.0, line)).corner_radius(radius::CARD);
    let frame = frame.inner_margin(egui::Margin::symmetric(8, 6));
    let title = slot.moves.first().map(|(_, at)| phrases::placement(cx, at)).unwrap_or_default();
    // The row is below its button.
    let row = egui::UiBuilder::new().id_salt(("slot", &title)).sense(Sense::click());
    let response = ui
        .scope_builder(row, |ui| {
            frame.show(ui, |ui| {
                ui.horizontal(|ui| {
                    let worst = slot.against.first().map_or(Severity::Off, |finding| finding.severity);
                    let (color, sign) = match worst {
                        Severity::Off => (cx.theme.ok, icons::CIRCLE_CHECK),
                        worst => (cx.theme.severity(worst), icons::severity(worst)),
                    };
                    ui.label(RichText::new(sign).size(size::ICON).color(color));
                    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                        // The one that is shown on the plan is the one to take.
                        let text = RichText::new(cx.text("slots-take")).font(Type::Strong.font());
                        let button = if shown {
                            Button::new(text.color(cx.theme.on_accent)).fill(cx.theme.accent).stroke(Stroke::NONE)
                        } else {
                            Button::new(text)
                        };
                        let button = ui.add(button.min_size(vec2(0.0, size::ROW)));
                        button
                            .widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, cx.text("slots-take")));
                        take = button.clicked();
                        ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                            let span = slot.moves.first().map(|(_, at)| dates::span_text(cx.texts, at.span()));
                            elided_ui(ui, RichText::new(span.unwrap_or_default()).font(Type::Strong.font()));
                        });
                    });
                });
                let rooms = slot.moves.first().map(|(_, at)| at.rooms.as_slice()).unwrap_or_default();
                let rooms = rooms.iter().filter_map(|&id| cx.plan.rooms().get(id)).map(|room| cx.title(&room.title));
                let rooms = rooms.collect::<Vec<_>>().join(", ");
                if !rooms.is_empty() {
                    elided_ui(ui, RichText::new(rooms).font(Type::Small.font()));
                }
                let reasons = reasons_for(cx, slot);
                if !reasons.is_empty() {
                    ui.add(
                        Label::new(RichText::new(format!("{} {}", cx.text("slots-for"), reasons.join(", "))).weak())
                            .wrap(),
                    );
                }
                if slot.against.is_empty() {
                    ui.colored_label(cx.theme.ok, cx.text("slots-fits"));
                }
                for finding in slot.against.iter().take(3) {
                    tips::finding_ui(ui, cx, finding);
                }
                if slot.against.len() > 3 {
                    let more = Value::from(slot.against.len() - 3);
                    ui.weak(cx.texts.text_with("drag-more", &[("count", more)]));
                }
            })
        })
        .response;
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, shown, &title));
    (response, take)
}

fn reasons_for(cx: &ViewContext<'_>, slot: &Slot) -> Vec<String> {
    let mut reasons = Vec::new();
    let now = slot.distance_mins.and_then(|distance| Some((distance, slot.moves.first()?.1.start)));
    if let Some((distance, start)) = now {
        let before: CivilTime = start.plus_mins(-distance);
        if distance != 0 && distance.abs() <= 120 {
            let length = dates::length_text(cx.texts, distance.abs());
            reasons.push(cx.texts.text_with("slots-near", &[("length", Value::from(&length))]));
        } else if before.date() == start.date() {
            reasons.push(cx.text("slots-same-day").to_owned());
        }
        if slot.keeps_rooms {
            reasons.push(cx.text("slots-same-room").to_owned());
        }
    }
    if slot.solved > 0 {
        reasons.push(cx.texts.text_with("slots-solves", &[("count", Value::from(slot.solved))]));
    }
    reasons
}
