//! The line above everything: what is open, menus, views, undo and redo, search, and handing out.

mod menus;
mod preferences;
mod room;

use std::path::Path;

use chrono::Datelike;
use egui::{Align, Button, Layout, Rect, Response, RichText, Role, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::edit::Document;
use crate::texts::{Value, dates};

use crate::app::action::UiCommand;
use crate::app::context::ViewContext;
use crate::app::paint::text::{elided, wrapped};
use crate::app::phrases;
use crate::app::style::{Type, icons, radius, size};
use crate::app::view::{Entry, VIEWS, ViewKind, view_named};
use crate::app::widget::buttons::{Rank, frame_button};
use crate::app::widget::menus::shortcut_text;
use room::{Needs, Shape};

/// Draws it.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, path: Option<&Path>) {
    let document = cx.workbench.document();
    let name = name(cx, path);
    let shape = Needs::of(ui, cx, &name).shape(ui.available_width());
    ui.spacing_mut().item_spacing.x = 0.0;
    plan_ui(ui, cx, (document, path, &name), shape.plan);
    ui.add_space(room::GAP);
    let whole = ui.max_rect();
    let left = ui.cursor().left();
    let menus = Rect::from_min_max(pos2(left, whole.top()), pos2(left + shape.menus, whole.bottom()));
    let layout = Layout::left_to_right(Align::Center);
    menus::ui(&mut ui.new_child(UiBuilder::new().max_rect(menus).layout(layout)), cx, shape.menus_folded);
    let from = menus.right() + room::GAP;
    let right = Rect::from_min_max(pos2(from, whole.top()), whole.max);
    let mut end = ui.new_child(UiBuilder::new().max_rect(right).layout(Layout::right_to_left(Align::Center)));
    end_ui(&mut end, cx, document, &shape);
    let until = end.min_rect().left() - room::GAP;
    let start = from + ((until - from - shape.tabs_width) / 2.0).max(0.0).round();
    let tabs = Rect::from_min_max(pos2(start, whole.top()), pos2(until, whole.bottom()));
    let mut tabs = ui.new_child(UiBuilder::new().max_rect(tabs).layout(Layout::left_to_right(Align::Center)));
    tabs_ui(&mut tabs, cx, &shape);
}

/// What the plan is called: as it says itself, else as its file.
fn name(cx: &ViewContext<'_>, path: Option<&Path>) -> String {
    let title = cx.title(&cx.plan.header().title);
    let file = || path.and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
    if title.is_empty() { file().unwrap_or_default() } else { title.to_owned() }
}

/// The name of the plan with place and dates under it; a mark while there are unsaved changes.
fn plan_ui(ui: &mut Ui, cx: &ViewContext<'_>, (document, path, name): (&Document, Option<&Path>, &str), width: f32) {
    let tip = path.map_or_else(|| cx.text("plan-unsaved-copy").to_owned(), |path| path.display().to_string());
    let main = cx.index().main_event().and_then(|id| cx.plan.events().get(id));
    let under = main.map(|event| {
        let (first, last) = event.dates.first_and_last();
        let (dates, year) = (dates::dates_short(cx.texts, first, last), last.year().to_string());
        let values = [("dates", Value::from(&dates)), ("year", Value::from(&year))];
        let dates = cx.texts.text_with("dates-with-year", &values);
        // The country is no news to anybody who plans there.
        match phrases::town(cx.title(&event.place)) {
            "" => dates,
            town => format!("{town} · {dates}"),
        }
    });
    let (rect, response) = ui.allocate_exact_size(vec2(width, size::TOP - 1.0), egui::Sense::hover());
    let lay =
        |text: &str, kind: Type, color, room| elided(ui, RichText::new(text).font(kind.font()).color(color), room);
    let is_modified = document.is_modified();
    let room = width - if is_modified { 12.0 } else { 0.0 };
    let mut galley = lay(name, Type::Head, cx.theme.text, room);
    let (mut under, mut tip) = (under, tip);
    if galley.elided {
        // Smaller, and in the place of what is under it, before something of it is lost.
        let whole = RichText::new(name).font(Type::Bar.font()).line_height(Some(Type::Bar.line()));
        galley = wrapped(ui, whole.color(cx.theme.text), room, 2);
        tip = [name, under.take().unwrap_or_default().as_str(), &tip].join("\n");
    }
    let top = if under.is_some() { 7.0 } else { ((rect.height() - galley.size().y) / 2.0).round() };
    let at = pos2(rect.left(), rect.top() + top);
    if is_modified {
        ui.painter().circle_filled(at + vec2(galley.size().x + 9.0, 8.0), 3.0, cx.theme.warning_mark);
    }
    ui.painter().galley(at, galley, cx.theme.text);
    if let Some(under) = under {
        let galley = lay(&under, Type::Meta, cx.theme.text_3, width);
        ui.painter().galley(pos2(rect.left(), rect.top() + 24.0), galley, cx.theme.text_3);
    }
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name));
    let state = if is_modified { cx.text("status-modified") } else { "" };
    response.on_hover_text(format!("{tip}\n{state}").trim_end());
}

/// The views that are used most; the others share a tab that carries the name of the one in sight.
fn tabs_ui(ui: &mut Ui, cx: &ViewContext<'_>, shape: &Shape) {
    let height = size::FIELD;
    let top = ui.max_rect().center().y - height / 2.0;
    let ground = Rect::from_min_size(pos2(ui.max_rect().left(), top), vec2(shape.tabs_width, height));
    ui.painter().rect_filled(ground, f32::from(radius::CARD), cx.theme.field);
    ui.spacing_mut().button_padding = vec2(9.0, 3.0);
    ui.spacing_mut().interact_size = vec2(size::ROW, size::ROW);
    ui.add_space(2.0);
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_role(Role::TabList));
    for Entry { kind, .. } in VIEWS.iter().take(shape.tabs) {
        tab_ui(ui, cx, kind);
    }
    let hidden = &VIEWS[shape.tabs..];
    let open = hidden.iter().find(|entry| entry.kind == *view_named(&cx.settings.view));
    let name = open.map_or(cx.text("view-more"), |entry| cx.text(entry.kind.label));
    let sign = open.map_or("", |entry| entry.kind.icon);
    let button = tab(cx, sign, &format!("{name} {}", icons::CHEVRON_DOWN), open.is_some());
    let (response, _) = egui::containers::menu::MenuButton::from_button(button).ui(ui, |ui| {
        for Entry { kind, .. } in hidden {
            crate::app::widget::menus::command_entry(ui, cx, UiCommand::View(kind), true);
        }
    });
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, cx.text("view-more")));
}

fn tab_ui(ui: &mut Ui, cx: &ViewContext<'_>, kind: &'static ViewKind) -> Response {
    let command = UiCommand::View(kind);
    let (name, tip) = command.text_ids();
    let is_open = *kind == *view_named(&cx.settings.view);
    let response = ui.add(tab(cx, kind.icon, cx.text(name), is_open));
    response.widget_info(|| WidgetInfo::labeled(Role::Tab, true, cx.text(name)));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(is_open));
    let keys = shortcut_text(ui, command).unwrap_or_default();
    let response = response.on_hover_text(format!("{}  {keys}", cx.text(tip)));
    if response.clicked() {
        cx.run(command);
    }
    response
}

fn tab<'a>(cx: &ViewContext<'_>, icon: &str, text: &str, is_open: bool) -> Button<'a> {
    let (color, sign) = if is_open { (cx.theme.text, cx.theme.accent) } else { (cx.theme.text_2, cx.theme.text_2) };
    let mut atoms = egui::Atoms::default();
    if !icon.is_empty() {
        atoms.push_right(RichText::new(icon).size(size::ICON).color(sign));
    }
    atoms.push_right(RichText::new(text).font(Type::Strong.font()).color(color));
    let button = Button::new(atoms).gap(6.0).min_size(vec2(size::ROW, size::ROW));
    if is_open {
        button.fill(cx.theme.panel).stroke(Stroke::new(1.0, cx.theme.line_strong))
    } else {
        button.frame_when_inactive(false)
    }
}

/// From right to left: handing out, search, redo and undo.
fn end_ui(ui: &mut Ui, cx: &ViewContext<'_>, document: &Document, shape: &Shape) {
    let export = if shape.export_short { "" } else { cx.text("top-export") };
    let name = cx.text("command-export");
    let keys = shortcut_text(ui, UiCommand::Export).unwrap_or_default();
    let button = frame_button(ui, cx, Rank::Filled, (icons::UPLOAD, export), name);
    if button.on_hover_text(format!("{}  {keys}", cx.text("command-export-tip"))).clicked() {
        cx.run(UiCommand::Export);
    }
    ui.add_space(room::GAP);
    search_ui(ui, cx, shape.search);
    ui.add_space(room::GAP);
    ui.spacing_mut().item_spacing.x = 4.0;
    for (icon, command, step) in [
        (icons::REDO, UiCommand::Redo, document.undone().last()),
        (icons::UNDO, UiCommand::Undo, document.done().last()),
    ] {
        let name = cx.text(command.text_ids().0);
        let button = ui.add_enabled_ui(step.is_some(), |ui| frame_button(ui, cx, Rank::Quiet, (icon, ""), name)).inner;
        let keys = shortcut_text(ui, command).unwrap_or_default();
        let what = step.map(|step| format!("\n{}", phrases::step(cx, &step.label))).unwrap_or_default();
        if button.on_hover_text(format!("{name}  {keys}{what}")).clicked() {
            cx.run(command);
        }
    }
    ui.spacing_mut().item_spacing.x = 0.0;
}

/// Looks like a field, because what opens is one.
fn search_ui(ui: &mut Ui, cx: &ViewContext<'_>, width: f32) {
    let name = cx.text("command-palette");
    let keys = shortcut_text(ui, UiCommand::Palette).unwrap_or_default();
    let (rect, response) = ui.allocate_exact_size(vec2(width, size::ROW), egui::Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    let theme = cx.theme;
    let is_hot = response.hovered() || response.has_focus();
    let line = Stroke::new(1.0, theme.line_field);
    let fill = if is_hot { theme.field } else { theme.panel };
    ui.painter().rect(rect, f32::from(radius::CONTROL), fill, line, egui::StrokeKind::Inside);
    let lay = |text: &str, font, color, room| elided(ui, RichText::new(text).font(font).color(color), room);
    let sign = lay(icons::SEARCH, egui::FontId { size: size::ICON, ..Type::Body.font() }, theme.text_3, 40.0);
    let middle = |height: f32| rect.center().y - height / 2.0;
    let sign_at = if width < 60.0 { rect.center().x - sign.size().x / 2.0 } else { rect.left() + 8.0 };
    ui.painter().galley(pos2(sign_at, middle(sign.size().y)), sign, theme.text_3);
    if width >= 60.0 {
        let cap = lay(&keys, Type::Meta.font(), theme.text_2, 80.0);
        let cap_rect = Rect::from_min_max(
            pos2(rect.right() - 14.0 - cap.size().x, rect.top() + 5.0),
            pos2(rect.right() - 4.0, rect.bottom() - 5.0),
        );
        let room = cap_rect.left() - rect.left() - 36.0;
        let long = lay(cx.text("search-button"), Type::Body.font(), theme.text_3, f32::INFINITY);
        let text = if long.size().x <= room {
            long
        } else {
            lay(cx.text("search-short"), Type::Body.font(), theme.text_3, room)
        };
        ui.painter().galley(pos2(rect.left() + 32.0, middle(text.size().y)), text, theme.text_3);
        ui.painter().rect_filled(cap_rect, f32::from(radius::BAR), theme.field);
        ui.painter().galley(pos2(cap_rect.left() + 5.0, middle(cap.size().y)), cap, theme.text_2);
    }
    if response.on_hover_text(cx.text("command-palette-tip")).clicked() {
        cx.run(UiCommand::Palette);
    }
}
