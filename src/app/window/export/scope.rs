//! Which part of the plan is handed out: lists in which several things can be ticked.

use chrono::NaiveDate;
use egui::{Checkbox, ComboBox, PopupCloseBehavior, Ui};

use crate::exchange::{Selection as Part, delegate_name, delegations};
use crate::model::zone::{Tz, convert};
use crate::model::{EventId, LocalText, Plan, Session};
use crate::texts::dates;

use super::row::row;
use crate::app::context::ViewContext;
use crate::app::paint::text::displayed;
use crate::app::selection::Selection;
use crate::app::widget::fields::enter_closes;

/// A list with more entries than this can be searched.
const MOST_AT_A_GLANCE: usize = 12;

/// How high a list gets, in points.
const LIST_HEIGHT: f32 = 340.0;

/// Which part of the plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scope {
    /// Whether only the sessions are meant that are selected on the desk, as long as any are.
    pub selected_only: bool,
    part: Part,
}

impl Scope {
    /// This part, whatever is selected on the desk.
    pub fn of(part: Part) -> Self {
        Self { selected_only: false, part }
    }

    /// What is meant in `plan`, of which `selected` is selected.
    pub fn part(&self, plan: &Plan, selected: &Selection) -> Part {
        let sessions = if self.selected_only { selected.sessions.iter().copied().collect() } else { Vec::new() };
        Part { sessions, ..self.part.clone() }.within(plan)
    }

    /// Draws the lists. Days are those on the clock of `zone`, or on that of each event.
    pub fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, zone: Option<Tz>) {
        let plan = cx.plan;
        let any = !cx.selection.sessions.is_empty();
        self.selected_only &= any;
        ui.add_space(4.0);
        ui.add_enabled(any, Checkbox::new(&mut self.selected_only, cx.text("export-selected")));
        let code = |code: &LocalText, title: &LocalText| {
            let short = cx.title(code);
            if short.is_empty() { cx.title(title).to_owned() } else { short.to_owned() }
        };
        let part = &mut self.part;
        let mut events: Vec<EventId> = plan.sessions().iter().map(|session| session.event).collect();
        events.sort_unstable();
        events.dedup();
        ticks(ui, cx, ("handout-event", "handout-all-events"), &mut part.events, events, |&id| {
            plan.events().get(id).map_or_else(String::new, |event| code(&event.code, &event.title))
        });
        let of_event = |event: &EventId| part.events.is_empty() || part.events.contains(event);
        let first_day = |session: &Session| {
            let start = session.span()?.start;
            let own = plan.events().get(session.event)?.zone;
            Some(zone.map_or(start, |zone| convert(start, own, zone)).date())
        };
        let sessions = plan.sessions().iter().filter(|session| of_event(&session.event));
        let mut days: Vec<NaiveDate> = sessions.filter_map(|session| first_day(session)).collect();
        days.sort_unstable();
        days.dedup();
        ticks(ui, cx, ("handout-day", "handout-all-days"), &mut part.days, days, |&day| {
            dates::day_short(cx.texts, day)
        });
        let mut rooms: Vec<_> = plan.rooms().iter().collect();
        rooms.sort_by_key(|room| (room.order, room.id));
        let rooms = rooms.into_iter().map(|room| room.id).collect();
        ticks(ui, cx, ("handout-room", "handout-all-rooms"), &mut part.rooms, rooms, |&id| {
            plan.rooms().get(id).map_or_else(String::new, |room| cx.title(&room.title).to_owned())
        });
        let bodies = plan.bodies().ids().collect();
        ticks(ui, cx, ("handout-body", "handout-all-bodies"), &mut part.bodies, bodies, |&id| {
            plan.bodies().get(id).map_or_else(String::new, |body| code(&body.code, &body.title))
        });
        if !plan.people().is_empty() {
            let people = plan.people().ids().collect();
            ticks(ui, cx, ("row-person", "export-all-people"), &mut part.people, people, |&id| {
                plan.people().get(id).map_or_else(String::new, |person| person.name.clone())
            });
        }
        let delegations = delegations(plan);
        if !delegations.is_empty() {
            let chosen = &mut part.delegations;
            ticks(ui, cx, ("export-delegation", "export-all-delegations"), chosen, delegations, String::clone);
        }
        let mut delegates: Vec<_> = plan.delegates().iter().collect();
        delegates.sort_by_key(|row| (&row.represents, row.order, row.id));
        if !delegates.is_empty() {
            let delegates = delegates.into_iter().map(|row| row.id).collect();
            let chosen = &mut part.delegates;
            ticks(ui, cx, ("row-delegate", "export-all-delegates"), chosen, delegates, |&id| {
                plan.delegates().get(id).map(|row| delegate_name(plan, row)).unwrap_or_default()
            });
        }
    }
}

/// A box in which each of `values` can be ticked; while none is, `all` are meant.
fn ticks<T: PartialEq>(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    (name, all): (&'static str, &'static str),
    chosen: &mut Vec<T>,
    values: Vec<T>,
    title: impl Fn(&T) -> String,
) {
    // What can not be seen must not be meant: a day of an event that is no longer chosen, say.
    chosen.retain(|value| values.contains(value));
    let titles = chosen.iter().map(&title).collect::<Vec<_>>().join(", ");
    let shown = if titles.is_empty() { cx.text(all).to_owned() } else { titles };
    row(ui, cx, name, |ui| {
        let response = ComboBox::from_id_salt(name)
            .width(ui.available_width())
            .height(LIST_HEIGHT)
            .truncate()
            .selected_text(displayed(&shown))
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .show_ui(ui, |ui| {
                if ui.selectable_label(chosen.is_empty(), cx.text(all)).clicked() {
                    chosen.clear();
                    ui.close();
                }
                enter_closes(ui);
                let words = if values.len() > MOST_AT_A_GLANCE { search_ui(ui, cx, name) } else { String::new() };
                for value in values {
                    let title = title(&value);
                    if !title.to_lowercase().contains(&words) {
                        continue;
                    }
                    let mut is_chosen = chosen.contains(&value);
                    if ui.checkbox(&mut is_chosen, displayed(&title)).changed() {
                        if is_chosen {
                            chosen.push(value);
                        } else {
                            chosen.retain(|other| *other != value);
                        }
                    }
                }
            })
            .response;
        let told = format!("{}: {shown}", cx.text(name));
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::ComboBox, true, &told));
    });
}

/// A field that narrows a long list; answers what is in it, in small letters.
fn search_ui(ui: &mut Ui, cx: &ViewContext<'_>, name: &str) -> String {
    let key = ui.scope_id().with(("search", name));
    let mut words: String = ui.data(|data| data.get_temp(key)).unwrap_or_default();
    let field = ui.add(egui::TextEdit::singleline(&mut words).hint_text(cx.text("export-search")));
    field.accessible_name(cx.text("export-search"));
    let wanted = words.trim().to_lowercase();
    ui.data_mut(|data| data.insert_temp(key, words));
    wanted
}
