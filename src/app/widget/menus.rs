//! Menus and the buttons that stand for commands.

use egui::containers::menu::MenuButton;
use egui::{Button, Response, RichText, Ui, vec2};

use crate::model::{RowId, SessionId, Stage};
use crate::texts::{Value, short};

use crate::app::action::UiCommand;
use crate::app::commands;
use crate::app::context::ViewContext;
use crate::app::paint::text::displayed;
use crate::app::style::{Type, size};
use crate::app::widget::focus;

/// One entry of a menu: name, shortcut, and whether it can be done now.
pub fn command_entry(ui: &mut Ui, cx: &ViewContext<'_>, command: UiCommand, enabled: bool) {
    let (name, tip) = command.text_ids();
    // Entries stand close; lines between groups keep their distance by themselves.
    ui.spacing_mut().item_spacing.y = 0.0;
    let name = called(cx, command).unwrap_or_else(|| cx.text(name).to_owned());
    let mut button = Button::new(displayed(&name)).min_size(vec2(MENU_WIDTH, size::ROW));
    if let Some(shortcut) = shortcut_text(ui, command) {
        button = button.shortcut_text(keys_text(cx, &shortcut));
    }
    let response = ui.add_enabled(enabled, button).on_hover_text(cx.text(tip));
    let response = match commands::needs(command) {
        Some(id) => response.on_disabled_hover_text(cx.text(id)),
        None => response,
    };
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::MenuItem, enabled, &name));
    if response.clicked() {
        cx.run(command);
        ui.close();
    }
}

/// What a command is called while something is selected of which it tells more.
fn called(cx: &ViewContext<'_>, command: UiCommand) -> Option<String> {
    let (_, agenda) = cx.selected.continues.filter(|_| command == UiCommand::Join)?;
    let session = cx.plan.sessions().get(agenda)?;
    let name = short::session_name(cx.plan, cx.settings.title_language(), session);
    let name = if name.is_empty() { cx.session_title(session) } else { &name };
    Some(cx.texts.text_with("command-join-of", &[("what", Value::from(&short::beginning(name, 48)))]))
}

/// The menu of what stands on an agenda, under the right button.
pub fn item_context_menu(response: &Response, cx: &ViewContext<'_>) {
    context_menu(response, |ui| {
        split_off_entry(ui, cx);
        if cx.selected.continues.is_some() {
            command_entry(ui, cx, UiCommand::Join, true);
        }
    });
}

/// Makes a session of the item that is selected.
pub fn split_off_entry(ui: &mut Ui, cx: &ViewContext<'_>) {
    command_entry(ui, cx, UiCommand::SplitOff, matches!(cx.selection.focus, Some(RowId::Item(_))));
}

/// One entry of a menu that is no command: its text and its keys. Whether it was chosen.
pub fn entry(ui: &mut Ui, cx: &ViewContext<'_>, (text, keys): (&str, &str), enabled: bool) -> bool {
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut button = Button::new(text).min_size(vec2(MENU_WIDTH, size::ROW));
    if !keys.is_empty() {
        button = button.shortcut_text(keys_text(cx, keys));
    }
    let response = ui.add_enabled(enabled, button);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::MenuItem, enabled, text));
    if response.clicked() {
        ui.close();
    }
    response.clicked()
}

/// The menu of something under the right button.
pub fn context_menu(response: &Response, add: impl FnOnce(&mut Ui)) {
    // Asked for at every row in sight and in every frame; hardly ever is a menu open.
    if focus::asks_menu(response) {
        let id = egui::Popup::default_response_id(response);
        egui::Popup::open_id(&response.ctx, id);
        let below = response.rect.left_bottom();
        response.ctx.data_mut(|data| data.insert_temp(id.with("by keys"), below));
    }
    if response.secondary_clicked() || egui::Popup::is_any_open(&response.ctx) {
        let popup = egui::Popup::context_menu(response);
        let id = popup.get_id().with("by keys");
        if response.secondary_clicked() || !popup.is_open() {
            response.ctx.data_mut(|data| data.remove::<egui::Pos2>(id));
        }
        match response.ctx.data(|data| data.get_temp::<egui::Pos2>(id)) {
            Some(below) => popup.at_position(below).show(add),
            None => popup.show(add),
        };
    }
}

/// Keys at the right of an entry.
fn keys_text(cx: &ViewContext<'_>, keys: &str) -> RichText {
    RichText::new(keys).font(Type::Small.font()).color(cx.theme.text_3)
}

/// No menu is narrower.
const MENU_WIDTH: f32 = 200.0;

/// A button that opens a menu: its sign, its text if it has any, and what it is for.
pub fn menu_button(ui: &mut Ui, icon: &str, text: &str, tip: &str, add: impl FnOnce(&mut Ui)) {
    let label = if text.is_empty() { icon.to_owned() } else { format!("{icon} {text}") };
    let button = Button::new(RichText::new(label)).frame_when_inactive(false);
    let (response, _) = MenuButton::from_button(button).ui(ui, add);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, tip));
    response.on_hover_text(tip);
}

/// A button with only an icon.
pub fn icon_button(ui: &mut Ui, cx: &ViewContext<'_>, icon: &str, command: UiCommand, enabled: bool) -> Response {
    let (name, tip) = command.text_ids();
    let response = ui.add_enabled(
        enabled,
        Button::new(RichText::new(icon).size(crate::app::style::size::ICON)).frame_when_inactive(false),
    );
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, enabled, cx.text(name)));
    let shortcut = shortcut_text(ui, command).map(|text| format!("  {text}")).unwrap_or_default();
    let response = response.on_hover_ui(|ui| {
        ui.label(RichText::new(format!("{}{shortcut}", cx.text(name))).strong());
        ui.weak(cx.text(tip));
    });
    if response.clicked() {
        cx.run(command);
    }
    response
}

/// How the shortcut of a command is written on this system.
#[must_use]
pub fn shortcut_text(ui: &Ui, command: UiCommand) -> Option<String> {
    match (command.shortcut(), command.bare_key()) {
        (Some(shortcut), _) => Some(ui.ctx().format_shortcut(&shortcut)),
        (None, Some(key)) => Some(key.name().to_owned()),
        (None, None) => None,
    }
}

/// The menu of a session under the right button.
pub fn session_context_menu(response: &Response, cx: &ViewContext<'_>, id: SessionId) {
    context_menu(response, |ui| {
        let pinned = cx.plan.sessions().get(id).is_some_and(|session| session.pinned);
        let two = cx.selection.sessions.len() == 2;
        let waits = cx.plan.sessions().get(id).is_some_and(|session| session.placement.is_none());
        let held = cx.plan.sessions().get(id).and_then(|session| session.held.as_ref());
        let is_open = held.is_some_and(|held| held.stage() != Stage::Adjourned);
        let back = if waits { UiCommand::PutBack } else { UiCommand::Unschedule };
        let continues = cx.plan.sessions().get(id).is_some_and(|session| session.agenda_continues.is_some());
        let joins = [(UiCommand::Gather, cx.selected.can_gather), (UiCommand::Join, true)];
        let groups: [&[(UiCommand, bool)]; 6] = [
            &[(UiCommand::FindSlot, true), (UiCommand::ZoomSelection, true), (UiCommand::ExportSelected, true)],
            &[(UiCommand::Cut, !pinned), (UiCommand::Copy, true), (UiCommand::Paste, true)],
            &[
                (UiCommand::Duplicate, true),
                (UiCommand::Repeat, cx.selected.any_placed),
                (UiCommand::TogglePin, true),
                (UiCommand::Comment, true),
                (UiCommand::Swap, two),
                (UiCommand::ShiftFromHere, cx.selected.any_placed),
            ],
            &joins[..if continues { 2 } else { 1 }],
            &[(UiCommand::OpenOrAdjourn, held.map_or(!waits, |_| is_open)), (UiCommand::SuspendOrResume, is_open)],
            &[(back, waits || !pinned), (UiCommand::Delete, !pinned)],
        ];
        for (at, group) in groups.into_iter().enumerate() {
            if at > 0 {
                ui.separator();
            }
            for &(command, enabled) in group {
                command_entry(ui, cx, command, enabled);
            }
        }
    });
}
