//! Keys and gestures.

use egui::{
    Align, Key, Label, Layout, Modifiers, RichText, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2,
    vec2,
};

use super::Floating;
use super::sheet::{PADDING, Sheet, caps_width, key_caps};
use crate::app::commands;
use crate::app::context::ViewContext;
use crate::app::paint::text::wrapped;
use crate::app::style::{Type, size};
use crate::app::widget::menus::shortcut_text;
use crate::texts::tid;

/// The window, open or not.
#[derive(Debug, Default)]
pub struct ShortcutsWindow {
    open: bool,
}

impl ShortcutsWindow {
    /// Opens or closes it.
    pub fn toggle(&mut self) {
        self.open = !self.open;
    }
}

impl Floating for ShortcutsWindow {
    fn ui(&mut self, ui: &Ui, cx: &ViewContext<'_>) {
        if self.open {
            let sheet = Sheet { name: "keys", title: cx.text("command-shortcuts"), size: vec2(840.0, 680.0) };
            self.open = sheet.show(ui, cx, |ui| {
                let inner = ui.max_rect().shrink2(vec2(PADDING, 0.0));
                let mut ui = ui.new_child(UiBuilder::new().max_rect(inner));
                ScrollArea::vertical().auto_shrink(false).show(&mut ui, |ui| shortcuts_ui(ui, cx));
            });
        }
    }

    fn is_open(&self) -> bool {
        self.open
    }

    fn close(&mut self) {
        self.open = false;
    }
}

/// Keys that are held, what is pressed or turned with them, and what that does.
type Row = (Modifiers, Press, &'static str);

/// What is pressed or turned.
#[derive(Clone, Copy, Debug)]
enum Press {
    Key(Key),
    /// Something that is called this.
    Called(&'static str),
}

const ARROWS: Press = Press::Called(tid("key-arrows"));
const PAGES: Press = Press::Called(tid("key-pages"));
const WHEEL: Press = Press::Called(tid("key-wheel"));

/// The keys that are the same in every view.
const KEYS: [Row; 16] = [
    (Modifiers::NONE, ARROWS, tid("keys-walk")),
    (Modifiers::SHIFT, ARROWS, tid("keys-extend")),
    (Modifiers::NONE, Press::Key(Key::Space), tid("keys-add")),
    (Modifiers::COMMAND, ARROWS, tid("keys-move")),
    (Modifiers { shift: true, ..Modifiers::COMMAND }, ARROWS, tid("keys-end")),
    (Modifiers::ALT, ARROWS, tid("keys-order")),
    (Modifiers::COMMAND, PAGES, tid("keys-day")),
    (Modifiers::NONE, PAGES, tid("keys-turn")),
    (Modifiers::NONE, Press::Key(Key::Enter), tid("keys-open")),
    (Modifiers::NONE, Press::Key(Key::F2), tid("keys-rename")),
    (Modifiers::NONE, Press::Key(Key::Insert), tid("keys-insert")),
    (Modifiers::NONE, Press::Key(Key::Tab), tid("keys-tab")),
    (Modifiers::NONE, Press::Key(Key::F6), tid("keys-areas")),
    (Modifiers::NONE, Press::Key(Key::F10), tid("keys-menus")),
    (Modifiers::SHIFT, Press::Key(Key::F10), tid("keys-context")),
    (Modifiers::NONE, Press::Key(Key::Escape), tid("keys-escape")),
];

/// What the wheel and the middle button do in every view.
const WHEELS: [Row; 5] = [
    (Modifiers::NONE, WHEEL, tid("keys-scroll")),
    (Modifiers::SHIFT, WHEEL, tid("keys-along")),
    (Modifiers::COMMAND, WHEEL, tid("keys-zoom")),
    (Modifiers::NONE, Press::Called(tid("key-middle")), tid("keys-pan")),
    (Modifiers::NONE, Press::Called(tid("key-space-drag")), tid("keys-pan")),
];

/// The keys of the podium.
const PODIUM: [Row; 11] = [
    (Modifiers::NONE, Press::Key(Key::Space), tid("podium-start-stop")),
    (Modifiers::NONE, Press::Key(Key::ArrowRight), tid("podium-next-speaker")),
    (Modifiers::NONE, Press::Key(Key::ArrowLeft), tid("podium-back")),
    (Modifiers::NONE, Press::Key(Key::Plus), tid("podium-more")),
    (Modifiers::NONE, Press::Key(Key::Minus), tid("podium-less")),
    (Modifiers::NONE, Press::Key(Key::N), tid("podium-not-present")),
    (Modifiers::NONE, Press::Key(Key::P), tid("podium-pause")),
    (Modifiers::NONE, Press::Key(Key::O), tid("podium-interrupt")),
    (Modifiers::NONE, Press::Key(Key::W), tid("podium-swap")),
    (Modifiers::NONE, Press::Key(Key::R), tid("podium-restart")),
    (Modifiers::NONE, Press::Key(Key::C), tid("podium-close")),
];

/// Two columns where there is room, else one below the other.
fn shortcuts_ui(ui: &mut Ui, cx: &ViewContext<'_>) {
    let scheme = |ui: &mut Ui| {
        head_ui(ui, cx.text("shortcuts-keys"));
        rows_ui(ui, cx, &KEYS);
        head_ui(ui, cx.text("shortcuts-mouse"));
        rows_ui(ui, cx, &WHEELS);
        ui.add_space(8.0);
        let lines = [
            cx.text("shortcuts-drag"),
            cx.text("shortcuts-edge"),
            cx.text("shortcuts-ground"),
            cx.text("shortcuts-band"),
            cx.text("shortcuts-copy"),
            cx.text("shortcuts-keep"),
            cx.text("shortcuts-free"),
        ];
        for line in lines {
            ui.add(Label::new(RichText::new(line).font(Type::Body.font()).color(cx.theme.text_2)).wrap());
            ui.add_space(4.0);
        }
    };
    if ui.available_width() < 600.0 {
        scheme(ui);
        podium_ui(ui, cx);
        commands_ui(ui, cx);
    } else {
        ui.columns_const(|[left, right]| {
            // Columns set their texts to both edges.
            left.with_layout(Layout::top_down(Align::Min), scheme);
            right.with_layout(Layout::top_down(Align::Min), |ui| {
                podium_ui(ui, cx);
                head_ui(ui, cx.text("shortcuts-commands"));
                commands_ui(ui, cx);
            });
        });
    }
    ui.add_space(16.0);
}

fn podium_ui(ui: &mut Ui, cx: &ViewContext<'_>) {
    head_ui(ui, cx.text("view-podium"));
    rows_ui(ui, cx, &PODIUM);
}

fn head_ui(ui: &mut Ui, text: &str) {
    ui.add_space(8.0);
    ui.label(RichText::new(text).font(Type::Head.font()));
    ui.add_space(2.0);
}

fn rows_ui(ui: &mut Ui, cx: &ViewContext<'_>, rows: &[Row]) {
    ui.spacing_mut().item_spacing.y = 0.0;
    for &(modifiers, press, what) in rows {
        let press = match press {
            Press::Key(key) => key.name(),
            Press::Called(name) => cx.text(name),
        };
        let held = ui.ctx().format_modifiers(modifiers);
        let keys = if held.is_empty() { press.to_owned() } else { format!("{held}+{press}") };
        row_ui(ui, cx, &keys, cx.text(what));
    }
}

/// What some keys do, with their caps at the right.
fn row_ui(ui: &mut Ui, cx: &ViewContext<'_>, keys: &str, what: &str) {
    let width = (ui.available_width() - 16.0).min(380.0);
    let text = wrapped(ui, RichText::new(what), width - caps_width(ui, cx, keys) - 12.0, 3);
    let height = size::ROW.max(text.size().y + 10.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{what}: {keys}")));
    key_caps(ui, cx, rect.right_center(), keys);
    let at = pos2(rect.left(), (rect.center().y - text.size().y / 2.0).round());
    ui.painter().galley(at, text, cx.theme.text);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, cx.theme.line));
}

/// Every command that has keys, with its key caps.
fn commands_ui(ui: &mut Ui, cx: &ViewContext<'_>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    for command in commands::all() {
        if let Some(keys) = shortcut_text(ui, command) {
            row_ui(ui, cx, &keys, cx.text(command.text_ids().0));
        }
    }
}
