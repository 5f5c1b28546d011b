//! What can be chosen in the lines of the views that run along time: what the filter is, whether later sessions follow, to
//! which step times snap.

use egui::{Align, Button, Layout, RichText, TextEdit, Ui};

use crate::app::action::{Action, Preference, UiCommand};
use crate::app::context::ViewContext;
use crate::app::filter::Filter;
use crate::app::paint::text::elided;
use crate::app::settings::SNAP_STEPS;
use crate::app::style::{Type, icons};
use crate::app::widget::menus::{menu_button, shortcut_text};
use crate::texts::Value;

/// Which of the choices are said in words; the others are signs, with their words in tooltips.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InWords {
    /// What the filter is called.
    pub filter: bool,
    /// What the step is.
    pub snap: bool,
    /// That later ones follow.
    pub follow: bool,
}

impl InWords {
    /// Nothing but signs.
    pub const NONE: Self = Self { filter: false, snap: false, follow: false };
    /// In the order in which words go when the room becomes less.
    pub const ALL: [Self; 4] = [
        Self { filter: true, snap: true, follow: true },
        Self { filter: true, snap: true, follow: false },
        Self { filter: true, ..Self::NONE },
        Self::NONE,
    ];

    /// The room that the choices need, in points.
    #[must_use]
    pub fn width(self, ui: &Ui, cx: &ViewContext<'_>) -> f32 {
        let width = |text: &str| elided(ui, RichText::new(text).font(Type::Body.font()), f32::INFINITY).size().x;
        let between = ui.spacing().item_spacing.x;
        let signs = 3.0 * (width(icons::MAGNET) + 2.0 * ui.spacing().button_padding.x + between);
        let filter = if self.filter { width(&filter_name(cx)) + between } else { 0.0 };
        let snap = if self.snap { width(&snap_step(cx, cx.settings.snap_mins)) + between } else { 0.0 };
        let follow = if self.follow { width(cx.text("follow-later")) + between } else { 0.0 };
        signs + filter + snap + follow
    }
}

/// The filter where the line has come to, the snap at its end.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, words: InWords) {
    filter_ui(ui, cx, words.filter);
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        snap_ui(ui, cx, words.snap);
        follow_ui(ui, cx, words.follow);
    });
}

/// The switch that lets later sessions follow.
fn follow_ui(ui: &mut Ui, cx: &ViewContext<'_>, in_words: bool) {
    let on = cx.settings.later_follow;
    let (name, tip) = UiCommand::ToggleFollow.text_ids();
    let text = if in_words {
        format!("{} {}", icons::CHEVRONS_RIGHT, cx.text("follow-later"))
    } else {
        icons::CHEVRONS_RIGHT.to_owned()
    };
    let color = if on { cx.theme.accent } else { cx.theme.text_2 };
    let button = Button::new(RichText::new(text).color(color)).selected(on).frame_when_inactive(on);
    let response = ui.add(button);
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::CheckBox, true, on, cx.text(name)));
    let keys = shortcut_text(ui, UiCommand::ToggleFollow).unwrap_or_default();
    if response.on_hover_text(format!("{}  {keys}\n{}", cx.text(name), cx.text(tip))).clicked() {
        cx.run(UiCommand::ToggleFollow);
    }
}

fn filter_name(cx: &ViewContext<'_>) -> String {
    match cx.filter.count() {
        0 => cx.text("filter-add").to_owned(),
        count => cx.texts.text_with("filter-count", &[("count", Value::from(count))]),
    }
}

/// What narrows the view, with a way to clear it.
fn filter_ui(ui: &mut Ui, cx: &ViewContext<'_>, in_words: bool) {
    let count = cx.filter.count();
    let (icon, name) = match (in_words, count) {
        (true, 0) => (icons::PLUS, filter_name(cx)),
        (true, _) => (icons::LIST_FILTER, filter_name(cx)),
        (false, 0) => (icons::LIST_FILTER, String::new()),
        (false, count) => (icons::LIST_FILTER, count.to_string()),
    };
    menu_button(ui, icon, &name, cx.text("filter-tip"), |ui| {
        ui.set_min_width(220.0);
        let mut words = cx.filter.words.clone();
        let edit = TextEdit::singleline(&mut words).hint_text(cx.text("filter-words")).desired_width(220.0);
        let response = ui.add(edit);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, cx.text("filter-words")));
        if response.changed() {
            cx.act(Action::Filter(Filter { words, ..cx.filter.clone() }));
        }
        ui.weak(cx.text("filter-navigator"));
        if count > 0 && ui.button(cx.text("filter-clear")).clicked() {
            cx.act(Action::Filter(Filter::default()));
            ui.close();
        }
    });
}

fn snap_step(cx: &ViewContext<'_>, mins: i32) -> String {
    cx.texts.text_with("snap-step", &[("mins", Value::from(mins))])
}

/// The step to which times snap.
fn snap_ui(ui: &mut Ui, cx: &ViewContext<'_>, in_words: bool) {
    let now = snap_step(cx, cx.settings.snap_mins);
    let tip = cx.text("snap-tip");
    let (text, tip) = if in_words { (now.as_str(), tip.to_owned()) } else { ("", format!("{now}\n{tip}")) };
    menu_button(ui, icons::MAGNET, text, &tip, |ui| {
        for mins in SNAP_STEPS {
            if ui.radio(cx.settings.snap_mins == mins, snap_step(cx, mins)).clicked() {
                cx.act(Action::Choose(Preference::SnapMins(mins)));
                ui.close();
            }
        }
    });
}
