//! The New plan page: everything that is asked about a conference, once and on one page over the desk, beside what it will
//! look like. Nothing happens before the plan is made; Escape leaves all as it was.

mod fields;
mod form;
mod rooms;
mod sight;

use egui::{
    Align, Area, Id, Key, Label, Layout, Modifiers, Order, Rect, RichText, Role, ScrollArea, Sense, Stroke, Ui,
    UiBuilder, Vec2, WidgetInfo, pos2, vec2,
};

use crate::edit::begin::{NotBegun, begin};
use crate::model::Plan;

use super::Floating;
use super::sheet::{filled_button, key_caps, plain_button};
use crate::app::action::Action;
use crate::app::context::ViewContext;
use crate::app::paint::text::{elided, wrapped};
use crate::app::phrases;
use crate::app::style::{Type, radius, size};
use crate::app::widget::calendar::{Shown, turn_to, wide_calendar_ui};
use crate::app::widget::date_field::day_text;
use crate::app::widget::fields::{caption, flaw, small_icon_button};

use form::{Form, Start, Wrong};
use sight::Sight;

/// The page, open or not.
#[derive(Debug, Default)]
pub struct NewPlanWindow {
    open: Option<Page>,
}

/// What is remembered while it is open.
#[derive(Debug)]
struct Page {
    form: Form,
    /// What stood in its fields at first.
    first: Form,
    /// The plan it begins from.
    base: Plan,
    /// Whether its first field has not got the keyboard yet.
    is_new: bool,
    /// Whether it was tried to make the plan: then what is missing is told, too.
    was_tried: bool,
    /// Whether the calendar sets the last day instead of the first.
    sets_last: bool,
    /// What was made of the form as it was then.
    made: Option<Made>,
}

#[derive(Debug)]
struct Made {
    of: Form,
    plan: Option<Plan>,
    wrong: Vec<Wrong>,
    refusal: Option<String>,
    /// What the plan looks like, with some name where it has none yet.
    sight: Option<Sight>,
}

/// The column of what it begins from.
const STARTS: f32 = 232.0;
/// The column of calendar and days.
const SIGHT: f32 = 380.0;
/// A narrower page shows days below the fields.
const ROOM_FOR_SIGHT: f32 = 1200.0;
/// The line of buttons.
const FOOT: f32 = 52.0;

impl Floating for NewPlanWindow {
    fn ui(&mut self, ui: &Ui, cx: &ViewContext<'_>) {
        let Some(page) = &mut self.open else { return };
        let screen = ui.ctx().content_rect();
        let area = Area::new(Id::unique("new plan")).order(Order::Middle).fixed_pos(screen.min).constrain(false);
        let mut stays = true;
        area.show(ui.ctx(), |ui| {
            // Arrows do not lead to what is behind.
            ui.memory_mut(|memory| memory.set_modal_layer(ui.layer_id()));
            ui.interact(screen, Id::unique("new plan ground"), Sense::CLICK);
            ui.advance_cursor_after_rect(screen);
            stays = page.ui(ui, cx, screen);
        });
        if !stays {
            self.open = None;
        }
    }

    fn is_open(&self) -> bool {
        self.open.is_some()
    }

    fn close(&mut self) {
        self.open = None;
    }
}

impl NewPlanWindow {
    /// Opens it.
    pub fn open(&mut self, cx: &ViewContext<'_>) {
        self.open = Some(Page::new(cx, Start::Conference));
    }

    /// Whether its first field has not got the keyboard yet.
    #[must_use]
    pub fn is_new(&self) -> bool {
        self.open.as_ref().is_some_and(|page| page.is_new)
    }
}

impl Page {
    fn new(cx: &ViewContext<'_>, start: Start) -> Self {
        let base = start.template().plan();
        let form = Form::new(cx, start, &base);
        Self { first: form.clone(), form, base, is_new: true, was_tried: false, sets_last: false, made: None }
    }

    /// Answers whether it stays open.
    fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, screen: Rect) -> bool {
        let theme = cx.theme;
        let (top, foot) = (screen.top() + size::TOP, screen.bottom() - FOOT);
        let starts = screen.left() + if screen.width() < 1000.0 { 200.0 } else { STARTS };
        let is_wide = screen.width() >= ROOM_FOR_SIGHT;
        let sight = if is_wide { screen.right() - SIGHT } else { screen.right() };
        ui.painter().rect_filled(screen, 0.0, theme.ground);
        let paper = Rect::from_min_max(pos2(starts, top), pos2(sight, foot));
        ui.painter().rect_filled(paper, 0.0, theme.panel);
        let line = Stroke::new(1.0, theme.line_strong);
        ui.painter().hline(screen.x_range(), top - 0.5, line);
        ui.painter().hline(screen.x_range(), foot + 0.5, line);
        ui.painter().vline(starts - 0.5, top..=foot, line);
        if is_wide {
            ui.painter().vline(sight + 0.5, top..=foot, line);
        }
        let part = |name: &'static str, rect: Rect| UiBuilder::new().id_salt(name).max_rect(rect);
        let enter = self.enter(ui);
        self.make(cx);
        let head = Rect::from_min_max(screen.min, pos2(screen.right(), top)).shrink2(vec2(12.0, 6.0));
        let mut stays = head_ui(&mut ui.new_child(part("head", head)), cx);
        let left = Rect::from_min_max(pos2(screen.left() + 8.0, top + 12.0), pos2(starts - 8.0, foot));
        self.starts_ui(&mut ui.new_child(part("starts", left)), cx);
        let mut middle = ui.new_child(part("fields", paper));
        ScrollArea::vertical().auto_shrink(false).show(&mut middle, |ui| {
            let margin = ((paper.width() - fields::WIDTH) / 2.0).clamp(16.0, 64.0);
            egui::Frame::new().inner_margin(egui::Margin::symmetric(margin as i8, 24)).show(ui, |ui| {
                self.fields_ui(ui, cx);
                if !is_wide {
                    ui.add_space(16.0);
                    self.sight_ui(ui, cx, false);
                }
            });
        });
        if is_wide {
            let right = Rect::from_min_max(pos2(sight + 24.0, top + 12.0), pos2(screen.right() - 24.0, foot - 8.0));
            self.sight_ui(&mut ui.new_child(part("sight", right)), cx, true);
        }
        let foot = Rect::from_min_max(pos2(screen.left() + 24.0, foot), screen.max - vec2(24.0, 0.0));
        let layout = Layout::right_to_left(Align::Center);
        let mut buttons = ui.new_child(part("foot", foot).layout(layout));
        let does = filled_button(&mut buttons, cx, cx.text("new-make"), true).clicked() || enter;
        stays &= !plain_button(&mut buttons, cx.text("button-cancel"), true).clicked();
        foot_ui(&buttons, cx, foot);
        if does {
            self.was_tried = true;
            self.make(cx);
            if let Some(plan) = self.made.as_ref().and_then(|made| made.plan.clone()) {
                // It stays open until unsaved work is safe or given up.
                let asks_for_table = self.form.start == Start::Table;
                // Each plan has an identity of its own, also where it begins as another one.
                let plan = Box::new(plan.with_identity(uuid::Uuid::new_v4()));
                cx.act(Action::Begin { plan, asks_for_table });
            }
            ui.ctx().request_repaint();
        }
        stays
    }

    /// Whether Enter makes the plan: in a field that has no use for it.
    fn enter(&mut self, ui: &Ui) -> bool {
        // What is asked in front of it is answered by Enter itself.
        let is_in_front = ui.memory(|memory| memory.allows_interaction(ui.layer_id()));
        if !is_in_front || egui::Popup::is_any_open(ui.ctx()) {
            return false;
        }
        if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter)) {
            self.form.add_rooms();
            return true;
        }
        if !ui.ctx().text_edit_focused() || !ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)) {
            return false;
        }
        if self.form.adding.trim().is_empty() {
            return true;
        }
        self.form.add_rooms();
        false
    }

    /// Makes the plan of what stands in the form, if that has changed.
    fn make(&mut self, cx: &ViewContext<'_>) {
        if self.made.as_ref().is_some_and(|made| made.of == self.form) {
            return;
        }
        let (mut made, mut refusal) = (None, None);
        let wrong = match self.form.read(cx, &self.base) {
            Ok(wanted) => match begin(&self.base, &wanted) {
                Ok(plan) => {
                    made = Some(plan);
                    Vec::new()
                }
                Err(NotBegun::Flaws(flaws)) => flaws.into_iter().map(Wrong::of).collect(),
                Err(NotBegun::Refused(why)) => {
                    refusal = Some(phrases::refusal(cx, &why));
                    Vec::new()
                }
            },
            Err(wrong) => wrong,
        };
        // A plan without a name looks like one with any.
        let unnamed = || {
            let named = Form { title: "?".to_owned(), ..self.form.clone() };
            begin(&self.base, &named.read(cx, &self.base).ok()?).ok()
        };
        let shown = made.clone().or_else(unnamed);
        let before = self.made.take().and_then(|made| made.sight);
        // While something is typed that can not be read yet, what was shown stays.
        let sight = shown.and_then(|plan| Sight::new(cx, &plan)).or(before);
        self.made = Some(Made { of: self.form.clone(), plan: made, wrong, refusal, sight });
    }

    /// What it begins from.
    fn starts_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        ui.spacing_mut().item_spacing.y = 2.0;
        let head = RichText::new(cx.text("new-from")).font(Type::Cap.font()).color(cx.theme.text_3);
        ui.horizontal(|ui| {
            ui.add_space(8.0);
            ui.label(head);
        });
        ui.add_space(4.0);
        for start in Start::ALL {
            if start_ui(ui, cx, start, self.form.start == start) && self.form.start != start {
                let Self { form, first, .. } = std::mem::replace(self, Self::new(cx, start));
                self.form = form.begun_from(self.form.clone(), &first);
                (self.form.first, self.form.last) = (day_text(cx, self.form.days.0), day_text(cx, self.form.days.1));
            }
        }
    }

    /// The calendar, and the first days.
    fn sight_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, has_calendar: bool) {
        let days = self.form.days;
        if has_calendar {
            let id = Id::unique("new plan calendar");
            let of = id.with("days");
            // It turns to the days when they change.
            if ui.data(|data| data.get_temp(of)) != Some(days) {
                turn_to(ui.ctx(), id, if self.sets_last { days.1 } else { days.0 });
                ui.data_mut(|data| data.insert_temp(of, days));
            }
            let shown = Shown { chosen: Some(days.0), marked: Some(days) };
            if let Some(day) = ui.scope(|ui| wide_calendar_ui(ui, cx, id, shown)).inner {
                if self.sets_last && !self.form.has_fixed_length() {
                    self.form.last = day_text(cx, day);
                    self.form.last_changed();
                } else {
                    self.form.first = day_text(cx, day);
                    self.form.first_changed(cx);
                }
            }
            ui.add_space(8.0);
        }
        caption(ui, cx, cx.text("new-sight"));
        ui.add_space(4.0);
        if let Some(sight) = self.made.as_ref().and_then(|made| made.sight.as_ref()) {
            sight.ui(ui, cx);
        }
    }

    /// What is wrong at a spot, below it.
    fn wrong_ui(&self, ui: &mut Ui, cx: &ViewContext<'_>, spot: form::Spot) {
        let Some(made) = &self.made else { return };
        for wrong in made.wrong.iter().filter(|wrong| wrong.spot == spot) {
            // Nobody needs to hear that an empty page is empty.
            if spot != form::Spot::Title || self.was_tried {
                fields::indented(ui, |ui| {
                    let values = [("count", crate::texts::Value::from(wrong.count))];
                    flaw(ui, cx, &cx.texts.text_with(wrong.text, &values));
                });
            }
        }
    }
}

/// The name of the page, and a button that closes it; answers whether that was not clicked.
fn head_ui(ui: &mut Ui, cx: &ViewContext<'_>) -> bool {
    let mut stays = true;
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        stays = !small_icon_button(ui, crate::app::style::icons::X, cx.text("button-close")).clicked();
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add(Label::new(RichText::new(cx.text("new-title")).font(Type::Head.font())).truncate());
            let under = RichText::new(cx.text("new-unsaved")).font(Type::Meta.font()).color(cx.theme.text_3);
            ui.add(Label::new(under).truncate());
        });
    });
    stays
}

/// Keys, at the left of the foot, where there is room.
fn foot_ui(ui: &Ui, cx: &ViewContext<'_>, foot: Rect) {
    if foot.width() < 760.0 {
        return;
    }
    let mut left = foot.left();
    let middle = foot.center().y;
    for (keys, text) in [("Tab", cx.text("new-key-next")), ("Enter", cx.text("new-key-make"))] {
        let cap = ui.painter().layout_no_wrap(keys.to_owned(), Type::Meta.font(), cx.theme.text_2).size().x;
        let right = left + (cap + 10.0).max(18.0).ceil();
        key_caps(ui, cx, pos2(right, middle), keys);
        let galley = elided(ui, RichText::new(text).font(Type::Small.font()), 200.0);
        let width = galley.size().x;
        ui.painter().galley(pos2(right + 8.0, middle - galley.size().y / 2.0), galley, cx.theme.text_2);
        left = right + 8.0 + width + 16.0;
    }
}

/// One of the things to begin from; whether it was clicked.
fn start_ui(ui: &mut Ui, cx: &ViewContext<'_>, start: Start, is_chosen: bool) -> bool {
    let (icon, name, about) = start.words();
    let (name, about) = (cx.text(name), cx.text(about));
    let width = ui.available_width();
    let detail = wrapped(ui, RichText::new(about).font(Type::Meta.font()), width - 42.0, 3);
    let height = 8.0 + 20.0 + detail.size().y + 8.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, name));
    let theme = cx.theme;
    if is_chosen || response.hovered() {
        let fill = if is_chosen { theme.accent_soft } else { theme.field };
        ui.painter().rect_filled(rect, f32::from(radius::CONTROL), fill);
    }
    if response.has_focus() {
        let stroke = Stroke::new(2.0, theme.focus);
        ui.painter().rect_stroke(rect, f32::from(radius::CONTROL), stroke, egui::StrokeKind::Inside);
    }
    let color = if is_chosen { theme.accent } else { theme.text_2 };
    let at = rect.min + vec2(16.0, 19.0);
    let font = egui::FontId::proportional(size::ICON);
    ui.painter().text(at, egui::Align2::CENTER_CENTER, icon, font, color);
    let title = elided(ui, RichText::new(name).font(Type::Strong.font()), width - 42.0);
    ui.painter().galley(rect.min + Vec2::new(34.0, 8.0), title, theme.text);
    ui.painter().galley(rect.min + Vec2::new(34.0, 28.0), detail, theme.text_3);
    response.clicked()
}
