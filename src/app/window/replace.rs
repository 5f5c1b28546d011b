//! The window that finds words in titles, rooms and people, and puts others in their place: seen first, one step.

use std::collections::HashSet;

use egui::{Align, Checkbox, Id, Layout, Rect, RichText, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use crate::edit::{AnyRow, Command, Replaced, Search, replacements};
use crate::model::RowId;
use crate::texts::{Value, tid};
use crate::workbench::Generation;

use super::Floating;
use super::sheet::{PADDING, Sheet, filled_button, plain_button, with_foot};
use crate::app::action::Action;
use crate::app::context::ViewContext;
use crate::app::paint::text::elided_ui;
use crate::app::style::{Type, icons, size};
use crate::app::system::tasks::Task;
use crate::app::widget::fields::{TextField, caption, select_all};

/// The window, open or not.
#[derive(Debug, Default)]
pub struct ReplaceWindow {
    open: bool,
    search: Search,
    /// What is being looked for, in which state of the plan.
    task: Option<Task<Vec<Replaced>>>,
    /// What was asked last, and in which state of the plan.
    asked: Option<(Generation, Search)>,
    found: Vec<Replaced>,
    /// What is to stay as it is.
    left: HashSet<RowId>,
    /// Whether the first field is to have the keyboard.
    begins: bool,
}

impl Floating for ReplaceWindow {
    fn ui(&mut self, ui: &Ui, cx: &ViewContext<'_>) {
        if !self.open {
            return;
        }
        let sheet = Sheet { name: "replace", title: cx.text("replace-title"), size: vec2(760.0, 560.0) };
        if !sheet.show(ui, cx, |ui| self.content_ui(ui, cx)) {
            self.close();
        }
    }

    fn is_open(&self) -> bool {
        self.open
    }

    fn close(&mut self) {
        // What was looked for is offered again.
        *self = Self { search: std::mem::take(&mut self.search), ..Self::default() };
    }
}

impl ReplaceWindow {
    /// Opens it.
    pub fn open(&mut self) {
        let nowhere = !(self.search.in_titles || self.search.in_rooms || self.search.in_people);
        if nowhere {
            (self.search.in_titles, self.search.in_rooms, self.search.in_people) = (true, true, true);
        }
        (self.open, self.begins) = (true, true);
    }

    /// Whether its field was asked for and has not been drawn yet: what is typed meanwhile is for it.
    #[must_use]
    pub fn is_new(&self) -> bool {
        self.open && self.begins
    }

    fn content_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        self.follow(ui, cx);
        let (above, foot) = with_foot(ui, cx);
        let mut above = ui.new_child(UiBuilder::new().id_salt("above").max_rect(above.shrink2(vec2(PADDING, 0.0))));
        self.search_ui(&mut above, cx);
        above.add_space(8.0);
        self.found_ui(&mut above, cx);
        let layout = Layout::right_to_left(Align::Center);
        let mut foot = ui.new_child(UiBuilder::new().id_salt("foot").max_rect(foot).layout(layout));
        let count = self.found.len() - self.found.iter().filter(|found| self.left.contains(&found.id)).count();
        let values = [("count", Value::from(count)), ("all", Value::from(self.found.len()))];
        if filled_button(&mut foot, cx, &cx.texts.text_with("replace-do", &values), count > 0).clicked() {
            self.replace(cx);
            return self.close();
        }
        if plain_button(&mut foot, cx.text("button-cancel"), true).clicked() {
            return self.close();
        }
        let id = match (self.task.is_some(), self.search.find.is_empty()) {
            (true, _) => tid("replace-searching"),
            (_, true) => tid("replace-nothing-yet"),
            _ => tid("replace-found"),
        };
        foot.with_layout(Layout::left_to_right(Align::Center), |ui| {
            elided_ui(ui, RichText::new(cx.texts.text_with(id, &values)).color(cx.theme.text_2));
        });
    }

    /// Looks again where something else is looked for, or the plan is another.
    fn follow(&mut self, ui: &Ui, cx: &ViewContext<'_>) {
        let wanted = (cx.workbench.generation(), self.search.clone());
        if self.asked.as_ref() != Some(&wanted) {
            let (plan, search) = (cx.plan.clone(), self.search.clone());
            self.task = Some(Task::start(ui.ctx(), "replace", move |stop| replacements(&plan, &search, stop)));
            self.asked = Some(wanted);
        }
        if let Some(result) = self.task.as_ref().and_then(Task::poll) {
            self.task = None;
            self.found = result.unwrap_or_default();
        }
    }

    fn search_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        let width = ((ui.available_width() - 16.0) / 2.0).floor();
        let id = Id::unique("replace-find");
        let Search { find, with, .. } = &mut self.search;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 16.0;
            for (id, name, text) in
                [(id, cx.text("replace-find"), find), (Id::unique("replace-with"), cx.text("replace-with"), with)]
            {
                ui.vertical(|ui| {
                    ui.set_width(width);
                    caption(ui, cx, name);
                    TextField { name, selects_all: true, ..TextField::default() }.show(ui, cx, (id, false), text);
                });
            }
        });
        if std::mem::take(&mut self.begins) {
            ui.memory_mut(|memory| memory.request_focus(id));
            select_all(ui, id, &self.search.find);
        }
        ui.add_space(4.0);
        let search = &mut self.search;
        ui.horizontal_wrapped(|ui| {
            for (is_on, name) in [
                (&mut search.in_titles, tid("replace-in-titles")),
                (&mut search.in_rooms, tid("replace-in-rooms")),
                (&mut search.in_people, tid("replace-in-people")),
                (&mut search.by_case, tid("replace-by-case")),
                (&mut search.whole_words, tid("replace-whole")),
            ] {
                ui.add(Checkbox::new(is_on, cx.text(name)));
                ui.add_space(6.0);
            }
        });
    }

    /// What is found, each with a tick.
    fn found_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        let Self { found, left, .. } = self;
        ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), (1.0, cx.theme.line));
        ui.spacing_mut().item_spacing.y = 0.0;
        ScrollArea::vertical().auto_shrink(false).show_rows(ui, size::ROW, found.len(), |ui, range| {
            for found in &found[range] {
                let mut is_on = !left.contains(&found.id);
                found_row_ui(ui, cx, found, &mut is_on);
                if is_on {
                    left.remove(&found.id);
                } else {
                    left.insert(found.id);
                }
            }
        });
    }

    /// Asks for all that is ticked, as one step.
    fn replace(&self, cx: &ViewContext<'_>) {
        let Some((generation, _)) = self.asked else { return };
        let ticked = self.found.iter().filter(|found| !self.left.contains(&found.id));
        let rows: Vec<AnyRow> = ticked.map(|found| found.row.clone()).collect();
        if !rows.is_empty() {
            cx.act(Action::PerformAt(generation, Command::PutMany(rows)));
        }
    }
}

fn found_row_ui(ui: &mut Ui, cx: &ViewContext<'_>, found: &Replaced, is_on: &mut bool) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), size::ROW), Sense::HOVER);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (1.0, cx.theme.line));
    let inside = |rect: Rect| UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center));
    let (tick, rest) = rect.split_left_right_at_x(rect.left() + size::ROW);
    let label = format!("{} → {}", found.before, found.after);
    ui.scope_builder(inside(tick).id_salt(found.id), |ui| {
        let response = ui.add(Checkbox::without_text(is_on));
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, *is_on, &label));
    });
    let sign = match found.id {
        RowId::Room(_) => icons::DOOR,
        RowId::Person(_) => icons::USER,
        _ => icons::CALENDAR,
    };
    let (sign_at, rest) = rest.split_left_right_at_x(rest.left() + 24.0);
    let (before, after) = rest.split_left_right_at_fraction(0.5);
    let weak = if *is_on { cx.theme.text_2 } else { cx.theme.text_3 };
    ui.scope_builder(inside(sign_at), |ui| ui.label(RichText::new(sign).size(size::SMALL_ICON).color(weak)));
    ui.scope_builder(inside(before.shrink2(vec2(4.0, 0.0))), |ui| {
        elided_ui(ui, RichText::new(&found.before).color(weak));
    });
    ui.scope_builder(inside(after.shrink2(vec2(4.0, 0.0))), |ui| {
        ui.label(RichText::new(icons::ARROW_RIGHT).size(size::SMALL_ICON).color(cx.theme.text_3));
        let font = if *is_on { Type::Strong.font() } else { Type::Body.font() };
        elided_ui(ui, RichText::new(&found.after).font(font).color(if *is_on { cx.theme.text } else { weak }));
    });
}
