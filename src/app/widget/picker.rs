//! A list to choose from that opens under a button and is searched by typing. By keyboard: type, arrows, Enter.

use std::sync::Arc;

use egui::{Id, Key, Modifiers, Response, RichText, Role, ScrollArea, Sense, TextEdit, Ui, WidgetInfo, vec2};

use crate::app::context::ViewContext;
use crate::app::filter::folded;
use crate::app::paint::text::{elided, label_ui};
use crate::app::style::{Type, icons, radius};
use crate::app::widget::fields::{popup_under, select_end, typed_letters};

/// One thing to choose.
#[derive(Clone, Debug)]
pub struct PickerItem<T> {
    /// What is chosen.
    pub value: T,
    /// What it is called.
    pub title: String,
    /// What else helps to tell it from others.
    pub detail: String,
}

/// What was picked.
#[derive(Clone, Debug, PartialEq)]
pub enum Picked<T> {
    /// Something that is there.
    Known(T),
    /// A name for something new.
    New(String),
}

/// What an open list remembers.
#[derive(Clone)]
struct Open<T> {
    /// When it was opened.
    since: u64,
    /// When it was drawn last.
    pass: u64,
    query: String,
    at: usize,
    /// Each with its title and its detail as they are compared.
    choices: Arc<Vec<(String, String, PickerItem<T>)>>,
}

/// How high the list of what is found is at most, in points.
const FOUND: f32 = 280.0;

/// Puts the typed name into the words of the last line, such as `New person: …`.
pub type NewName<'a> = &'a dyn Fn(&str) -> String;

/// Opens under `button` when that is clicked; `choices` is asked once for each time.
pub fn picker<T: Clone + Send + Sync + 'static>(
    button: &Response,
    cx: &ViewContext<'_>,
    name: &str,
    new_name: Option<NewName<'_>>,
    choices: impl FnOnce() -> Vec<PickerItem<T>>,
) -> Option<Picked<T>> {
    picker_at(button, cx, (name, new_name), choices, |_| false)
}

/// The same, beginning on what is chosen already.
pub fn picker_at<T: Clone + Send + Sync + 'static>(
    button: &Response,
    cx: &ViewContext<'_>,
    (name, new_name): (&str, Option<NewName<'_>>),
    choices: impl FnOnce() -> Vec<PickerItem<T>>,
    is_chosen: impl Fn(&T) -> bool,
) -> Option<Picked<T>> {
    let ctx = button.ctx.clone();
    let typed = typed_on(button);
    if typed.is_some() {
        egui::Popup::open_id(&ctx, egui::Popup::default_response_id(button));
    }
    let popup = popup_under(button);
    let id = popup.get_id().with("search");
    if !popup.is_open() {
        ctx.data_mut(|data| data.remove::<Open<T>>(id));
        return None;
    }
    let pass = ctx.cumulative_pass_nr();
    // Where nobody asked after it was closed, it still is what it was then.
    let known = ctx.data(|data| data.get_temp::<Open<T>>(id)).filter(|known| known.pass + 2 > pass);
    let fresh = known.is_none();
    let mut open = known.unwrap_or_else(|| {
        let compared = |choice: PickerItem<T>| (folded(&choice.title), folded(&choice.detail), choice);
        let choices: Vec<_> = choices().into_iter().map(compared).collect();
        let chosen = choices.iter().position(|(.., choice)| is_chosen(&choice.value)).filter(|_| typed.is_none());
        Open {
            since: pass,
            pass,
            query: typed.unwrap_or_default(),
            at: chosen.unwrap_or_default(),
            choices: Arc::new(choices),
        }
    });
    open.pass = pass;
    let width = button.rect.width().max(252.0);
    let picked = popup.width(width).show(|ui| {
        ui.set_width(width);
        let picked = open_ui(ui, cx, (id, name, fresh), &mut open, new_name);
        if picked.is_some() {
            ui.close();
        }
        picked
    });
    let picked = picked.and_then(|shown| shown.inner);
    if picked.is_some() {
        ctx.data_mut(|data| data.remove::<Open<T>>(id));
        button.request_focus();
    } else {
        ctx.data_mut(|data| data.insert_temp(id, open));
    }
    picked
}

/// Whether something is typed while the button has the keyboard: that opens the list.
#[must_use]
pub fn is_typed_on(button: &Response) -> bool {
    let is_text = |event: &egui::Event| matches!(event, egui::Event::Text(text) if !text.trim().is_empty());
    button.has_focus() && button.enabled() && button.ctx.input(|input| input.events.iter().any(is_text))
}

/// What is typed while the button has the keyboard, taken out of the events: the search begins with it.
fn typed_on(button: &Response) -> Option<String> {
    if !is_typed_on(button) {
        return None;
    }
    typed_letters(&button.ctx).map(|text| text.trim_start().to_owned())
}

fn open_ui<T: Clone>(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    (id, name, fresh): (Id, &str, bool),
    open: &mut Open<T>,
    new_name: Option<NewName<'_>>,
) -> Option<Picked<T>> {
    // The key that opened the list is not yet meant for what is in it.
    let pressed = |key| {
        let times = ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
        if fresh { 0 } else { times }
    };
    // Keys that repeat may arrive several in one frame, and each of them counts.
    let (down, up, enter) = (pressed(Key::ArrowDown), pressed(Key::ArrowUp), pressed(Key::Enter) > 0);
    // What opened small, or was small while nothing was found, gets its room again; before anything is in it, or that would be
    // drawn over.
    ui.set_max_height(FOUND + 40.0);
    let search = RichText::new(icons::SEARCH).color(cx.theme.text_2);
    let edit = TextEdit::singleline(&mut open.query).id(id.with("field")).hint_text(name).prefix(search);
    let field = ui.add(edit.desired_width(f32::INFINITY)).accessible_name(name);
    if fresh {
        field.request_focus();
        // Behind what was typed already.
        select_end(ui, id.with("field"), &open.query);
    }
    let query = folded(open.query.trim());
    let words: Vec<&str> = query.split(' ').filter(|word| !word.is_empty()).collect();
    // What begins with the words comes first, then what they stand in as they are, then what has them all somewhere.
    let rank = |title: &str, detail: &str| {
        if title.starts_with(&query) {
            Some(0)
        } else if title.contains(&query) {
            Some(1)
        } else {
            words.iter().all(|word| title.contains(word) || detail.contains(word)).then_some(2)
        }
    };
    let ranked = open.choices.iter().filter_map(|(title, detail, choice)| Some((rank(title, detail)?, choice)));
    let mut ranked: Vec<(i32, &PickerItem<T>)> = ranked.collect();
    ranked.sort_by_key(|&(rank, _)| rank);
    let found: Vec<&PickerItem<T>> = ranked.into_iter().map(|(_, choice)| choice).collect();
    let new_name = new_name.filter(|_| !query.is_empty());
    let lines = found.len() + usize::from(new_name.is_some());
    if field.changed() {
        open.at = 0;
    }
    open.at = (open.at + down).saturating_sub(up).min(lines.saturating_sub(1));
    ui.add_space(4.0);
    if lines == 0 {
        ui.weak(cx.text("inspector-nothing-found"));
        return None;
    }
    // It has no size before it has been drawn.
    let moved = down + up > 0 || open.pass <= open.since + 2;
    let height = if open.choices.iter().all(|(_, detail, _)| detail.is_empty()) { 26.0 } else { 40.0 };
    let mut chosen = enter.then_some(open.at);
    ui.spacing_mut().item_spacing.y = 1.0;
    let mut list = ScrollArea::vertical().id_salt("found").max_height(FOUND).auto_shrink([false, true]);
    if moved {
        // The line that the arrows have come to stands in the middle.
        list = list.vertical_scroll_offset((open.at as f32 * (height + 1.0) - 120.0).max(0.0));
    }
    list.show_rows(ui, height, lines, |ui, range| {
        for index in range {
            let text = match found.get(index) {
                Some(choice) => (choice.title.clone(), choice.detail.as_str()),
                None => (new_name.map(|name| name(open.query.trim())).unwrap_or_default(), ""),
            };
            if line_ui(ui, cx, (&text.0, text.1), (height, index == open.at)).clicked() {
                chosen = Some(index);
            }
        }
    });
    chosen.map(|index| match found.get(index) {
        Some(choice) => Picked::Known(choice.value.clone()),
        None => Picked::New(open.query.trim().to_owned()),
    })
}

fn line_ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    (title, detail): (&str, &str),
    (height, marked): (f32, bool),
) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, marked, title));
    let theme = cx.theme;
    if marked || response.hovered() || response.has_focus() {
        let fill = if marked { theme.accent_soft } else { theme.field };
        ui.painter().rect_filled(rect, f32::from(radius::CONTROL), fill);
    }
    let inner = rect.shrink2(vec2(8.0, 3.0));
    let first = elided(ui, title, inner.width());
    let second = elided(ui, RichText::new(detail).font(Type::Small.font()), inner.width());
    let cut = first.elided || second.elided;
    let total = first.size().y + if detail.is_empty() { 0.0 } else { second.size().y };
    let at = inner.left_center() - vec2(0.0, total / 2.0);
    let below = at + vec2(0.0, first.size().y);
    ui.painter().galley(at, first, theme.text);
    if !detail.is_empty() {
        ui.painter().galley(below, second, theme.text_2);
    }
    if !cut {
        return response;
    }
    response.on_hover_ui(|ui| {
        ui.set_max_width(340.0);
        label_ui(ui, title);
        if !detail.is_empty() {
            label_ui(ui, RichText::new(detail).weak());
        }
    })
}
