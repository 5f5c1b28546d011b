//! One line of the navigator, painted by hand, because a screen is full of them.

use egui::{Align2, Color32, CornerRadius, Id, Rect, Response, RichText, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::edit::Command;
use crate::model::{Event, EventDates, Kind, RowId};
use crate::texts::{Value, dates, names};

use crate::app::action::{Action, UiCommand};
use crate::app::context::ViewContext;
use crate::app::filter::FilterBy;
use crate::app::paint::text::{elided, label_ui};
use crate::app::phrases;
use crate::app::style::{Type, icons, radius, size};
use crate::app::widget::menus::{context_menu, entry};
use crate::app::widget::signs::kind_swatch;

use super::groups::Group;
use super::lines::{Line, Lines, Table};

/// From the edge of the navigator to what is in it.
pub const PADDING: f32 = 12.0;
/// Where rows begin, below the names of their heads.
const INDENT: f32 = 28.0;
/// One step deeper.
const STEP: f32 = 12.0;
/// The column of codes.
const CODES: f32 = 60.0;

/// What was asked of a line that the navigator does itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Asked {
    /// Open it or close it.
    Toggle(Line),
    /// Begin to drag a room.
    Drag(RowId),
    /// Move a room up or down by one.
    Move(RowId, isize),
}

/// Draws a line; answers what was asked of it.
pub fn line_ui(ui: &Ui, cx: &ViewContext<'_>, rect: Rect, (lines, line): (&Lines, Line)) -> Option<Asked> {
    match line {
        Line::Head(table) => head_ui(ui, cx, rect, (lines, table)),
        Line::Group(group, count) => group_ui(ui, cx, rect, (lines, group, count)),
        Line::Row(row, depth) => row_ui(ui, cx, rect, (row, depth)),
        Line::Kind(kind) => kind_ui(ui, cx, rect, (kind, lines.sessions_of(cx, kind))),
        Line::More(count) => more_ui(ui, cx, rect, (lines.is_preparation_open(), count)),
        Line::Empty(_) => {
            let text = RichText::new(cx.text("table-empty")).font(Type::Small.font()).color(cx.theme.text_3);
            let galley = elided(ui, text, rect.width() - INDENT - PADDING);
            paint(ui, rect, rect.left() + INDENT, galley);
            None
        }
    }
}

/// What can have the keyboard on a line: the line itself, and what stands at its right end.
#[must_use]
pub fn ids_of(line: Line) -> Option<(Id, Option<Id>)> {
    let by = |by: FilterBy| (Id::unique(("navigator row", by)), Some(Id::unique(("navigator eye", by))));
    match line {
        Line::Head(table) => Some((Id::unique(("navigator head", table)), add_command(table).map(add_id))),
        Line::Group(group, _) => Some((Id::unique(("navigator group", group)), None)),
        Line::Row(row, _) => Some(by(FilterBy::Row(row))),
        Line::Kind(kind) => Some(by(FilterBy::Kind(kind))),
        Line::More(_) => Some((Id::unique("navigator more"), None)),
        Line::Empty(_) => None,
    }
}

fn add_id(command: UiCommand) -> Id {
    Id::unique(("navigator add", command))
}

/// What a line shows, from left to right.
struct Shown<'a> {
    left: f32,
    code: &'a str,
    title: &'a str,
    title_color: Color32,
    right: String,
    is_selected: bool,
    by: FilterBy,
    /// What it is called.
    name: String,
}

fn paint(ui: &Ui, rect: Rect, left: f32, galley: std::sync::Arc<egui::Galley>) -> f32 {
    let at = pos2(left, (rect.center().y - galley.size().y / 2.0).round());
    let right = left + galley.size().x;
    ui.painter().galley(at, galley, Color32::PLACEHOLDER);
    right
}

/// Something small at the right end.
fn paint_right(ui: &Ui, cx: &ViewContext<'_>, rect: Rect, text: &str) -> f32 {
    let at = pos2(rect.right() - PADDING, rect.center().y);
    let painted = ui.painter().text(at, Align2::RIGHT_CENTER, text, Type::Meta.font(), cx.theme.text_3);
    painted.left()
}

/// The ground of a line that the pointer or the keyboard is on, or that is selected.
fn ground(ui: &Ui, cx: &ViewContext<'_>, rect: Rect, (response, is_selected): (&Response, bool)) {
    let rect = rect.shrink2(vec2(4.0, 0.0));
    let corner = CornerRadius::same(radius::CONTROL);
    if is_selected {
        ui.painter().rect_filled(rect, corner, cx.theme.accent_soft);
    } else if response.hovered() || response.context_menu_opened() {
        ui.painter().rect_filled(rect, corner, cx.theme.field);
    }
}

fn chevron(ui: &Ui, cx: &ViewContext<'_>, rect: Rect, is_open: bool) {
    let icon = if is_open { icons::CHEVRON_DOWN } else { icons::CHEVRON_RIGHT };
    let at = pos2(rect.left() + PADDING + size::SMALL_ICON / 2.0, rect.center().y);
    let font = egui::FontId::proportional(size::SMALL_ICON);
    ui.painter().text(at, Align2::CENTER_CENTER, icon, font, cx.theme.text_3);
}

/// The head of a table.
fn head_ui(ui: &Ui, cx: &ViewContext<'_>, rect: Rect, (lines, table): (&Lines, Table)) -> Option<Asked> {
    let (is_open, name) = (lines.is_open(table), cx.text(table.name()));
    let response = ui.interact(rect, Id::unique(("navigator head", table)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::DisclosureTriangle, true, is_open, name));
    ground(ui, cx, rect, (&response, false));
    chevron(ui, cx, rect, is_open);
    let left = rect.left() + PADDING + size::SMALL_ICON + 4.0;
    let text = RichText::new(name).font(Type::Head.font()).color(cx.theme.text);
    paint(ui, rect, left, elided(ui, text, rect.right() - left - 40.0));
    let adds = add_command(table).is_some_and(|command| add_ui(ui, cx, rect, (command, &response)));
    if !adds {
        let count = lines.count(table).to_string();
        paint_right(ui, cx, rect, &count);
    }
    response.clicked().then_some(Asked::Toggle(Line::Head(table)))
}

/// The button that adds a row, where the pointer or the keyboard is; whether it shows.
fn add_ui(ui: &Ui, cx: &ViewContext<'_>, rect: Rect, (command, head): (UiCommand, &Response)) -> bool {
    let (name, tip) = command.text_ids();
    let button = button_rect(rect);
    let response = ui.interact(button, add_id(command), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, cx.text(name)));
    let is_shown = head.hovered() || head.has_focus() || response.hovered() || response.has_focus();
    if is_shown {
        sign(ui, cx, button, (icons::PLUS, cx.theme.text_2), &response);
    }
    if response.clicked() {
        cx.run(command);
    }
    response.on_hover_text(cx.text(tip));
    is_shown
}

fn button_rect(rect: Rect) -> Rect {
    let center = pos2(rect.right() - PADDING - size::ICON / 2.0 + 2.0, rect.center().y);
    Rect::from_center_size(center, vec2(size::TARGET, size::TARGET.min(rect.height())))
}

fn sign(ui: &Ui, cx: &ViewContext<'_>, rect: Rect, (icon, color): (&str, Color32), response: &Response) {
    let corner = CornerRadius::same(radius::BAR);
    if response.hovered() {
        ui.painter().rect_filled(rect, corner, cx.theme.line);
    }
    let font = egui::FontId::proportional(size::SMALL_ICON);
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, icon, font, color);
}

fn add_command(table: Table) -> Option<UiCommand> {
    match table {
        Table::Events => Some(UiCommand::AddEvent),
        Table::Bodies => Some(UiCommand::AddBody),
        Table::Rooms => Some(UiCommand::AddRoom),
        Table::Kinds => Some(UiCommand::AddKind),
        _ => None,
    }
}

/// The head of a group of events.
fn group_ui(ui: &Ui, cx: &ViewContext<'_>, rect: Rect, (lines, group, count): (&Lines, Group, usize)) -> Option<Asked> {
    let (is_open, name) = (lines.is_group_open(group), cx.text(group.name()));
    let response = ui.interact(rect, Id::unique(("navigator group", group)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::DisclosureTriangle, true, is_open, name));
    ground(ui, cx, rect, (&response, false));
    chevron(ui, cx, rect, is_open);
    let left = rect.left() + PADDING + size::SMALL_ICON + 4.0;
    let text = RichText::new(name).font(Type::Cap.font()).color(cx.theme.text_3);
    let end = paint_right(ui, cx, rect, &count.to_string());
    paint(ui, rect, left, elided(ui, text, end - left - 4.0));
    response.clicked().then_some(Asked::Toggle(Line::Group(group, count)))
}

/// Opens and closes the events that have no sessions.
fn more_ui(ui: &Ui, cx: &ViewContext<'_>, rect: Rect, (is_open, count): (bool, usize)) -> Option<Asked> {
    let id = if is_open { "navigator-fewer" } else { "navigator-more" };
    let name = cx.texts.text_with(id, &[("count", Value::from(count))]);
    let response = ui.interact(rect, Id::unique("navigator more"), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::DisclosureTriangle, true, is_open, &name));
    ground(ui, cx, rect, (&response, false));
    let text = RichText::new(name).font(Type::Small.font()).color(cx.theme.text_3);
    paint(ui, rect, rect.left() + INDENT, elided(ui, text, rect.width() - INDENT - PADDING));
    response.clicked().then_some(Asked::Toggle(Line::More(count)))
}

/// A kind of session: its sign in its hue. A click on an own one selects it, so that it can be changed; on a built-in one
/// it filters, because there is nothing else to be done with it.
fn kind_ui(ui: &Ui, cx: &ViewContext<'_>, rect: Rect, (kind, count): (Kind, usize)) -> Option<Asked> {
    let by = FilterBy::Kind(kind);
    let swatch = Rect::from_center_size(pos2(rect.left() + INDENT + 9.0, rect.center().y), vec2(18.0, 16.0));
    let row = if let Kind::Own(id) = kind { Some(RowId::from(id)) } else { None };
    let shown = Shown {
        left: swatch.right() + 8.0,
        code: "",
        title: cx.kind_name(kind),
        title_color: if count == 0 { cx.theme.text_3 } else { cx.theme.text },
        right: count.to_string(),
        is_selected: row.is_some() && cx.selection.focus == row,
        by,
        name: cx.kind_name(kind).to_owned(),
    };
    let response = shown_ui(ui, cx, rect, &shown, Sense::click());
    kind_swatch(ui, cx, swatch, kind);
    if response.clicked() {
        row.map_or_else(|| toggle(cx, by), |row| cx.select(row));
    }
    context_menu(&response, |ui| {
        let label = if cx.filter.asks_for(by) { "navigator-no-filter" } else { "navigator-only" };
        if entry(ui, cx, (cx.text(label), ""), true) {
            toggle(cx, by);
        }
        if let Some(row) = row
            && entry(ui, cx, (cx.text("kind-remove"), ""), true)
        {
            cx.perform(Command::Remove(vec![row]));
        }
    });
    None
}

/// A row of the plan: a click selects it, a second one shows it in the view.
fn row_ui(ui: &Ui, cx: &ViewContext<'_>, rect: Rect, (row, depth): (RowId, u8)) -> Option<Asked> {
    let name = phrases::row_title(cx, row);
    let (code, title) = code_and_title(cx, row);
    let (code, title) = if code.is_empty() && title.is_empty() { ("", name.as_str()) } else { (code, title) };
    let right = match row {
        RowId::Event(id) => cx.plan.events().get(id).map(|event| short_dates(cx, event)).unwrap_or_default(),
        row => cx.index().sessions_of(row).len().to_string(),
    };
    let shown = Shown {
        left: rect.left() + INDENT + f32::from(depth) * STEP,
        code,
        title,
        title_color: if code.is_empty() { cx.theme.text } else { cx.theme.text_2 },
        right,
        is_selected: cx.selection.focus == Some(row),
        by: FilterBy::Row(row),
        name: name.clone(),
    };
    let is_room = matches!(row, RowId::Room(_));
    let sense = if is_room { Sense::click_and_drag() } else { Sense::click() };
    let response = shown_ui(ui, cx, rect, &shown, sense);
    if response.clicked() {
        cx.select(row);
    }
    if response.double_clicked() {
        cx.act(Action::Reveal(row));
    }
    let mut asked = None;
    if is_room {
        if response.drag_started_by(egui::PointerButton::Primary) {
            asked = Some(Asked::Drag(row));
        }
        let moved = |key| ui.input_mut(|input| input.consume_key(egui::Modifiers::ALT, key));
        if response.has_focus() {
            if moved(egui::Key::ArrowUp) {
                asked = Some(Asked::Move(row, -1));
            } else if moved(egui::Key::ArrowDown) {
                asked = Some(Asked::Move(row, 1));
            }
        }
    }
    context_menu(&response, |ui| {
        let is_on = cx.filter.asks_for(shown.by);
        let label = if is_on { "navigator-no-filter" } else { "navigator-only" };
        if entry(ui, cx, (cx.text(label), ""), true) {
            toggle(cx, shown.by);
        }
        if entry(ui, cx, (cx.text("navigator-reveal"), ""), true) {
            cx.act(Action::Reveal(row));
        }
        if let RowId::Event(id) = row
            && let Some(event) = cx.plan.events().get(id)
            && entry(ui, cx, (cx.text("command-dates"), ""), matches!(event.dates, EventDates::Days { .. }))
        {
            cx.act(Action::AskDates(id, event.dates.first_and_last().0));
        }
        if is_room {
            ui.separator();
            let keys = [("navigator-up", egui::Key::ArrowUp, -1), ("navigator-down", egui::Key::ArrowDown, 1)];
            for (label, key, by) in keys {
                let shortcut = egui::KeyboardShortcut::new(egui::Modifiers::ALT, key);
                let keys = ui.ctx().format_shortcut(&shortcut);
                if entry(ui, cx, (cx.text(label), &keys), true) {
                    asked = Some(Asked::Move(row, by));
                }
            }
        }
    });
    if response.hovered() && !ui.input(|input| input.pointer.any_down()) {
        response.on_hover_ui(|ui| {
            label_ui(ui, &name);
            if let RowId::Event(id) = row
                && let Some(event) = cx.plan.events().get(id)
            {
                ui.weak(phrases::event_dates(cx, event.dates));
                label_ui(ui, RichText::new(cx.title(&event.place)).weak());
            }
        });
    }
    asked
}

/// What stands on a row, and the eye that filters by it.
fn shown_ui(ui: &Ui, cx: &ViewContext<'_>, rect: Rect, shown: &Shown<'_>, sense: Sense) -> Response {
    let response = ui.interact(rect, Id::unique(("navigator row", shown.by)), sense);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, shown.is_selected, &shown.name));
    let eye = button_rect(rect);
    let eye_response = ui.interact(eye, Id::unique(("navigator eye", shown.by)), Sense::click());
    let is_on = cx.filter.asks_for(shown.by);
    let label = || cx.texts.text_with("filter-by", &[("what", Value::from(&shown.name))]);
    eye_response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_on, label()));
    ground(ui, cx, rect, (&response, shown.is_selected));
    let over = response.contains_pointer() || eye_response.contains_pointer();
    let shows_eye = is_on || over || response.has_focus() || eye_response.has_focus();
    let end = if shows_eye {
        let color = if is_on { cx.theme.accent } else { cx.theme.text_2 };
        sign(ui, cx, eye, (icons::EYE, color), &eye_response);
        eye.left()
    } else {
        paint_right(ui, cx, rect, &shown.right)
    };
    if eye_response.clicked() {
        toggle(cx, shown.by);
    }
    if eye_response.hovered() {
        eye_response.on_hover_text(label());
    }
    let end = end - 6.0;
    let mut left = shown.left;
    let room = |left: f32| (end - left).max(0.0);
    if !shown.code.is_empty() {
        let color = if is_on { cx.theme.accent } else { cx.theme.text };
        let text = RichText::new(shown.code).font(Type::Bar.font()).color(color);
        let right = paint(ui, rect, left, elided(ui, text, room(left)));
        left = (left + CODES).max(right + 6.0);
    }
    if !shown.title.is_empty() && room(left) > 16.0 {
        let color = if is_on && shown.code.is_empty() { cx.theme.accent } else { shown.title_color };
        let text = RichText::new(shown.title).font(Type::Small.font()).color(color);
        paint(ui, rect, left, elided(ui, text, room(left)));
    }
    response
}

fn toggle(cx: &ViewContext<'_>, by: FilterBy) {
    let mut filter = cx.filter.clone();
    filter.toggle(by);
    cx.act(Action::Filter(filter));
}

/// The short name of a row and what stands beside it; either may be missing.
fn code_and_title<'a>(cx: &ViewContext<'a>, row: RowId) -> (&'a str, &'a str) {
    let plan = cx.plan;
    match row {
        RowId::Event(id) => plan.events().get(id).map(|event| match cx.title(&event.code) {
            "" => ("", cx.title(&event.title)),
            code => (code, where_it_is(cx, event)),
        }),
        RowId::Body(id) => plan.bodies().get(id).map(|body| (cx.title(&body.code), cx.title(&body.title))),
        RowId::Room(id) => plan.rooms().get(id).map(|room| ("", cx.title(&room.title))),
        RowId::Person(id) => plan.people().get(id).map(|person| ("", person.name.as_str())),
        RowId::Topic(id) => plan.topics().get(id).map(|topic| (topic.code.as_str(), cx.title(&topic.title))),
        RowId::Document(id) => plan.documents().get(id).map(|document| ("", document.symbol.as_str())),
        _ => None,
    }
    .unwrap_or_default()
}

/// The city, or that there is none.
fn where_it_is<'a>(cx: &ViewContext<'a>, event: &'a Event) -> &'a str {
    match (phrases::town(cx.title(&event.place)), event.format) {
        ("", Some(format)) => cx.text(names::event_format_short(format)),
        ("", None) => cx.title(&event.title),
        (city, _) => city,
    }
}

/// Days in the year of the plan, else the month.
fn short_dates(cx: &ViewContext<'_>, event: &Event) -> String {
    use chrono::Datelike as _;
    let crate::model::EventDates::Days { first, last } = event.dates else {
        return phrases::event_dates(cx, event.dates);
    };
    let year = phrases::main_dates(cx).map_or(first.year(), |(first, _)| first.year());
    if first.year() == year { dates::dates_short(cx.texts, first, last) } else { dates::month_short(cx.texts, first) }
}
