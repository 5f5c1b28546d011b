//! The parts that forms are made of: captions, text fields, chips, lists. They know colours and words, and no rows.

use std::borrow::Cow;
use std::ops::Range;

use egui::text::{CCursor, CCursorRange};
use egui::{
    Align, Align2, AtomExt as _, Button, Color32, Context, EventFilter, Id, IntoAtoms, Key, KeyboardShortcut, Label,
    Layout, Margin, Modifiers, Popup, PopupCloseBehavior, Response, RichText, Role, Sense, Stroke, TextBuffer,
    TextEdit, Ui, WidgetInfo, vec2,
};

use crate::app::action::Action;
use crate::app::context::ViewContext;
use crate::app::paint::text::{self, bounded, elided, has_right_to_left, label_ui};
use crate::app::style::{Type, icons, radius, size};
use crate::app::widget::focus;
use crate::app::widget::signs::sign_ui;
use crate::model::RowId;
use crate::texts::Value;

/// Small weak text above a field.
pub fn caption(ui: &mut Ui, cx: &ViewContext<'_>, text: &str) -> Response {
    ui.add_space(4.0);
    let text = RichText::new(text).font(Type::Small.font()).color(cx.theme.text_2);
    ui.add(Label::new(text).truncate())
}

/// Small weak text below a field; wraps.
pub fn note(ui: &mut Ui, cx: &ViewContext<'_>, text: &str) {
    ui.add(Label::new(RichText::new(text).font(Type::Small.font()).color(cx.theme.text_2)).wrap());
}

/// What is wrong with a field, below it.
pub fn flaw(ui: &mut Ui, cx: &ViewContext<'_>, text: &str) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        sign_ui(ui, RichText::new(icons::ERROR).size(size::SMALL_ICON).color(cx.theme.error));
        ui.add(Label::new(RichText::new(text).font(Type::Small.font()).color(cx.theme.error)).wrap());
    });
}

/// A text of the plan over several lines, from right to left where it is written so.
pub fn paragraph(ui: &mut Ui, text: &str, kind: Type, color: Color32) {
    let text = RichText::new(text).font(kind.font()).color(color);
    if has_right_to_left(text.text()) {
        ui.with_layout(Layout::top_down(Align::Max), |ui| text::paragraph_ui(ui, text));
    } else {
        text::paragraph_ui(ui, text);
    }
}

/// Text in a heavier face.
pub fn medium(text: impl Into<String>) -> RichText {
    RichText::new(text).font(Type::Strong.font())
}

/// A line of text that can be clicked.
pub fn link_button(ui: &mut Ui, text: RichText) -> Response {
    let spoken = text.text().to_owned();
    let response = ui.scope(|ui| {
        ui.spacing_mut().button_padding = vec2(0.0, 1.0);
        ui.spacing_mut().interact_size.y = 18.0;
        let galley = elided(ui, text, ui.available_width());
        ui.add(Button::new(galley).frame(false))
    });
    response.inner.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &spoken));
    response.inner.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// A popup that a click on `button` opens and closes, and a click elsewhere closes.
pub fn popup_under(button: &Response) -> Popup<'_> {
    if button.clicked() {
        Popup::toggle_id(&button.ctx, Popup::default_response_id(button));
    }
    Popup::from_response(button).open_memory(None).close_behavior(PopupCloseBehavior::CloseOnClickOutside)
}

/// An entry of a list of which one is chosen; `spoken` is what it is called. Whether it was taken: the list then closes,
/// also by Enter. The keyboard begins on the chosen one.
pub fn option_ui<'a>(ui: &mut Ui, is_chosen: bool, shown: impl IntoAtoms<'a>, spoken: &str) -> bool {
    let response = ui.add(Button::selectable(is_chosen, shown).gap(6.0));
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_chosen, spoken));
    if is_chosen {
        focus::is_chosen(&response);
    }
    if response.clicked() {
        ui.close();
    }
    response.clicked()
}

/// To be called in a list in which several things are ticked, before these are drawn: Space ticks, and Enter closes it as
/// Escape does.
pub fn enter_closes(ui: &Ui) {
    let (id, pass) = (ui.unique_id().with("ticks"), ui.ctx().cumulative_pass_nr());
    let shown = ui.data(|data| data.get_temp::<u64>(id));
    ui.data_mut(|data| data.insert_temp(id, pass));
    // The key that has opened it is not meant for it.
    let is_fresh = shown.is_none_or(|shown| shown + 1 < pass);
    if !is_fresh && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)) {
        ui.close();
    }
}

/// A quiet button that adds something.
pub fn add_button(ui: &mut Ui, cx: &ViewContext<'_>, text: &str) -> Response {
    let label = RichText::new(format!("{} {text}", icons::PLUS)).color(cx.theme.accent);
    let response = ui.scope(|ui| {
        ui.spacing_mut().button_padding = vec2(4.0, 2.0);
        ui.add(Button::new(label).frame_when_inactive(false).truncate())
    });
    response.inner.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), text));
    response.inner
}

/// A button with only an icon, named `name` for screen readers and in its tooltip.
pub fn small_icon_button(ui: &mut Ui, icon: &str, name: &str) -> Response {
    let button = Button::new(RichText::new(icon).size(size::SMALL_ICON))
        .frame_when_inactive(false)
        .min_size(vec2(size::TARGET, size::TARGET));
    let response = ui.scope(|ui| {
        ui.spacing_mut().button_padding = vec2(2.0, 2.0);
        ui.spacing_mut().interact_size = vec2(size::TARGET, size::TARGET);
        ui.add(button)
    });
    response.inner.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    response.inner.on_hover_text(name)
}

/// How a text is broken into lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lines {
    /// Never: for what is short.
    #[default]
    One,
    /// As the width asks for; Enter finishes it.
    Wrapped,
    /// Also by Shift and Enter; Enter alone finishes it.
    Written,
    /// Also by Enter; at least so many lines high.
    Several(usize),
}

/// A text field: how it looks, not what it means.
#[derive(Clone, Copy, Debug, Default)]
pub struct TextField<'a> {
    /// What it is called.
    pub name: &'a str,
    /// What stands in it while it is empty.
    pub hint: &'a str,
    /// Stands small at its left, such as a language.
    pub prefix: &'a str,
    /// How many lines it takes.
    pub lines: Lines,
    /// Whether entering it by the keyboard selects everything.
    pub selects_all: bool,
    /// Whether it has no ground and no border until it is edited.
    pub is_quiet: bool,
    /// The font, where it is not that of rows.
    pub font: Option<Type>,
    /// Whether there is hardly any room between its text and its border: it stands in a line with others.
    pub is_tight: bool,
    /// How wide it is; as wide as there is room by itself.
    pub width: Option<f32>,
}

/// Between the text of a quiet field and its border.
const INSET: i8 = 6;

/// egui lays out a text field as a whole; of longer texts the beginning is shown and can not be changed.
const LONGEST_EDITED: usize = 20_000;

impl TextField<'_> {
    /// Draws it. Escape does not leave it, so that the form can put the old text back.
    pub fn show(self, ui: &mut Ui, cx: &ViewContext<'_>, (id, wrong): (Id, bool), text: &mut String) -> Response {
        let beginning = bounded(text, LONGEST_EDITED);
        let is_too_long = matches!(beginning, Cow::Owned(_));
        let beginning = if is_too_long { beginning.into_owned() } else { String::new() };
        let mut unchanged = beginning.as_str();
        let shown: &mut dyn TextBuffer = if is_too_long { &mut unchanged } else { text };
        let edit = match self.lines {
            Lines::One => TextEdit::singleline(shown),
            Lines::Wrapped => TextEdit::multiline(shown).desired_rows(1).return_key(None),
            Lines::Written => {
                let breaks = KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter);
                TextEdit::multiline(shown).desired_rows(1).return_key(Some(breaks))
            }
            Lines::Several(rows) => TextEdit::multiline(shown).desired_rows(rows),
        };
        let mut edit = edit.id(id).hint_text(self.hint).desired_width(self.width.unwrap_or(f32::INFINITY));
        edit =
            edit.event_filter(EventFilter { horizontal_arrows: true, vertical_arrows: true, tab: false, escape: true });
        let kind = self.font.unwrap_or(Type::Body);
        edit = edit.font(kind.font());
        if self.is_quiet {
            let is_edited = wrong || ui.memory(|memory| memory.has_focus(id));
            let across = i8::try_from(((size::ROW - kind.line()) / 2.0).round() as i32).unwrap_or(4);
            let inset = if self.is_tight { 2 } else { INSET };
            let frame = egui::Frame::new().inner_margin(Margin::symmetric(inset, across));
            let stroke = Stroke::new(1.0, cx.theme.focus);
            let edited = frame.fill(cx.theme.panel).stroke(stroke).corner_radius(radius::CONTROL);
            // The border lies within the margin, so that nothing moves when a field is entered.
            let edited = edited.inner_margin(Margin::symmetric(inset - 1, across - 1));
            edit = edit.frame(if is_edited { edited } else { frame });
        }
        if !self.prefix.is_empty() {
            let prefix = RichText::new(self.prefix).color(cx.theme.text_2);
            edit = edit.prefix(prefix.atom_align(Align2::LEFT_TOP));
        }
        let by_keyboard = ui.input(|input| input.key_pressed(Key::Tab));
        let mut response = ui.add(edit).accessible_name(self.name);
        if is_too_long {
            response = response.on_hover_text(cx.text("inspector-too-long"));
        }
        let finishes = |input: &egui::InputState| {
            let breaks = self.lines == Lines::Written && input.modifiers.shift;
            input.key_pressed(Key::Enter) && !breaks
        };
        if matches!(self.lines, Lines::Wrapped | Lines::Written) && response.has_focus() && ui.input(finishes) {
            response.surrender_focus();
        }
        if self.selects_all && response.gained_focus() && by_keyboard {
            select_all(ui, id, text);
        }
        if wrong {
            let stroke = Stroke::new(1.0, cx.theme.error);
            ui.painter().rect_stroke(response.rect, f32::from(radius::CONTROL), stroke, egui::StrokeKind::Inside);
        }
        response
    }
}

/// Gives the keyboard to a text field, with everything in it selected.
pub fn enter_field(ui: &Ui, id: Id, text: &str) {
    ui.memory_mut(|memory| memory.request_focus(id));
    select_all(ui, id, text);
    ui.ctx().request_repaint();
}

/// Selects everything in a text field.
pub fn select_all(ui: &Ui, id: Id, text: &str) {
    select(ui, id, 0..text.chars().count());
}

/// Selects the name in the path of a file, without folder and kind.
pub fn select_name(ui: &Ui, id: Id, path: &str) {
    let folder = path.rfind(['/', '\\']).map_or(0, |at| at + 1);
    let name = &path[folder..];
    let before = path[..folder].chars().count();
    let stem = name.rfind('.').filter(|&at| at > 0).map_or(name, |at| &name[..at]);
    select(ui, id, before..before + stem.chars().count());
}

/// Selects a part of a text field, told in characters.
fn select(ui: &Ui, id: Id, part: Range<usize>) {
    let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::two(CCursor::new(part.start), CCursor::new(part.end))));
    TextEdit::store_state(ui.ctx(), id, state);
}

/// Puts the cursor behind everything in a text field.
pub fn select_end(ui: &Ui, id: Id, text: &str) {
    let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::one(CCursor::new(text.chars().count()))));
    TextEdit::store_state(ui.ctx(), id, state);
}

/// A small box with the name of a row and a cross that takes it away.
#[derive(Clone, Debug)]
pub struct Chip {
    /// The row; a click shows it.
    pub row: RowId,
    /// Its name.
    pub text: String,
    /// What is said when the pointer rests on it.
    pub tip: String,
}

/// Draws chips, in as many lines as they need; returns the place of the one to be taken away.
pub fn chips_ui(ui: &mut Ui, cx: &ViewContext<'_>, id: Id, chips: &[Chip]) -> Option<usize> {
    let mut removed = None;
    if chips.is_empty() {
        return None;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(5.0, 5.0);
        for (index, chip) in chips.iter().enumerate() {
            if chip_ui(ui, cx, id.with((index, chip.row)), chip) {
                removed = Some(index);
            }
        }
    });
    removed
}

/// One chip; returns whether its cross was clicked.
fn chip_ui(ui: &mut Ui, cx: &ViewContext<'_>, id: Id, chip: &Chip) -> bool {
    const HEIGHT: f32 = 24.0;
    const CROSS: f32 = 20.0;
    let most = ui.max_rect().width();
    let galley = elided(ui, &chip.text, most - CROSS - 10.0);
    let (rect, _) = ui.allocate_exact_size(vec2(galley.size().x + CROSS + 10.0, HEIGHT), Sense::hover());
    let split = rect.right() - CROSS;
    let name = ui.interact(rect.with_max_x(split), id.with("name"), Sense::click());
    let cross = ui.interact(rect.with_min_x(split), id.with("cross"), Sense::click());
    let remove = cx.texts.text_with("inspector-remove", &[("what", Value::from(&chip.text))]);
    let enabled = ui.is_enabled();
    name.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, &chip.text));
    cross.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, &remove));
    let lit = |response: &Response| enabled && (response.hovered() || response.has_focus());
    let theme = cx.theme;
    let stroke = if name.has_focus() { Stroke::new(1.0, theme.accent) } else { Stroke::NONE };
    let painter = ui.painter();
    painter.rect(
        rect,
        12.0,
        if lit(&name) { theme.accent_soft } else { theme.field },
        stroke,
        egui::StrokeKind::Inside,
    );
    let at = rect.left_center() + vec2(10.0, -galley.size().y / 2.0);
    painter.galley(at, galley, if enabled { theme.text } else { theme.text_2 });
    let color = if lit(&cross) { theme.error } else { theme.text_2 };
    let center = cross.rect.center() + vec2(-2.0, 1.5);
    painter.text(center, Align2::CENTER_CENTER, icons::X, Type::Small.font(), color);
    if name.on_hover_ui(|ui| chip_tip(ui, chip)).clicked() {
        cx.act(Action::Reveal(chip.row));
    }
    cross.on_hover_text(remove).clicked()
}

fn chip_tip(ui: &mut Ui, chip: &Chip) {
    ui.set_max_width(340.0);
    label_ui(ui, &chip.text);
    if !chip.tip.is_empty() && chip.tip != chip.text {
        label_ui(ui, RichText::new(&chip.tip).weak());
    }
}

/// A line of a list inside a quiet box, with a cross at its right; returns whether that was clicked.
pub fn card_ui(ui: &mut Ui, cx: &ViewContext<'_>, remove: &str, content: impl FnOnce(&mut Ui)) -> bool {
    let frame = egui::Frame::new().fill(cx.theme.field).corner_radius(radius::CONTROL);
    let frame = frame.inner_margin(Margin { left: 8, right: 2, top: 4, bottom: 5 });
    let mut removed = false;
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            let width = ui.available_width() - 28.0;
            ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing.y = 2.0;
                content(ui);
            });
            removed = small_icon_button(ui, icons::X, remove).clicked();
        });
    });
    removed
}

/// What is typed in this frame, taken out of its events: the letters with which typing into a cell begins. Whoever types fast
/// types several in a frame.
pub fn typed_letters(ctx: &Context) -> Option<String> {
    let mut typed = String::new();
    ctx.input_mut(|input| {
        input.events.retain(|event| match event {
            egui::Event::Text(text) => {
                typed.push_str(text);
                false
            }
            _ => true,
        });
    });
    (!typed.is_empty()).then_some(typed)
}
