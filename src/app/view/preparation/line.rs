//! The line above: which part shows, what is late and at risk, and what is added.

use egui::{Align, Layout, RichText, Role, Ui, WidgetInfo, vec2};

use crate::app::action::UiCommand;
use crate::app::context::ViewContext;
use crate::app::style::{Type, icons};
use crate::app::widget::buttons::{Rank, frame_button};
use crate::texts::{Value, tid};

use super::known::Known;
use super::{Sift, Tab};

/// What is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// The part that shows.
    pub tab: Tab,
    /// What stands out.
    pub sift: Option<Sift>,
    /// Whether all years are equally wide.
    pub is_even: bool,
}

/// What somebody wants to add.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Adds {
    /// A step of the road.
    Step,
    /// A planning area.
    Area,
    /// A document.
    Document,
}

/// The room that a button at the right needs with its words.
const BUTTON: f32 = 150.0;

/// Draws it; answers what is to be added.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, known: &Known, chosen: &mut Chosen) -> Option<Adds> {
    for (tab, name) in [
        (Tab::Road, tid("preparation-road")),
        (Tab::Documents, tid("registers-documents")),
        (Tab::Groups, tid("preparation-tab-groups")),
    ] {
        let is_on = chosen.tab == tab;
        let words = RichText::new(cx.text(name)).font(if is_on { Type::Strong } else { Type::Body }.font());
        let button = ui.add(egui::Button::selectable(is_on, words).min_size(vec2(28.0, 28.0)));
        button.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_on, cx.text(name)));
        if button.clicked() {
            chosen.tab = tab;
        }
    }
    ui.add_space(8.0);
    let (late, risk) = known.preparation.counts();
    let is_papers = chosen.tab == Tab::Documents;
    let late = if is_papers { known.overdue } else { late };
    for (sift, icon, id, count) in [
        (Sift::Late, icons::CIRCLE_X, tid("preparation-late"), late),
        (Sift::Risk, icons::WARNING, tid("preparation-risk"), risk),
    ] {
        let is_on = chosen.sift == Some(sift);
        if chosen.tab == Tab::Groups || (is_papers && sift == Sift::Risk) || (count == 0 && !is_on) {
            continue;
        }
        let words = cx.texts.text_with(id, &[("count", Value::from(count))]);
        let shown = RichText::new(format!("{icon} {words}")).font(Type::Body.font());
        let button = ui.selectable_label(is_on, shown);
        button.widget_info(|| WidgetInfo::selected(Role::Button, true, is_on, &words));
        if button.clicked() {
            chosen.sift = (!is_on).then_some(sift);
        }
    }
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| added_ui(ui, cx, chosen)).inner
}

fn added_ui(ui: &mut Ui, cx: &ViewContext<'_>, chosen: &mut Chosen) -> Option<Adds> {
    let mut adds = None;
    let button = |ui: &mut Ui, icon: &'static str, id: &'static str| {
        let has_room = ui.available_width() > BUTTON;
        let words = cx.text(id);
        frame_button(ui, cx, Rank::Bordered, (icon, if has_room { words } else { "" }), words).clicked()
    };
    match chosen.tab {
        Tab::Documents => {
            if button(ui, icons::PLUS, tid("preparation-add-document")) {
                adds = Some(Adds::Document);
            }
        }
        Tab::Road => {
            if button(ui, icons::PLUS, tid("preparation-add-step")) {
                adds = Some(Adds::Step);
            }
            if button(ui, icons::LAYERS, tid("preparation-add-area")) {
                adds = Some(Adds::Area);
            }
            if button(ui, icons::MOVE_HORIZONTAL, tid("preparation-shift")) {
                cx.run(UiCommand::Dates);
            }
            let words = cx.text(if chosen.is_even { tid("preparation-even") } else { tid("preparation-brief") });
            if ui.available_width() > BUTTON {
                let is_brief = !chosen.is_even;
                let button =
                    ui.selectable_label(is_brief, RichText::new(cx.text("preparation-brief")).font(Type::Body.font()));
                button.widget_info(|| WidgetInfo::selected(Role::Button, true, is_brief, cx.text("preparation-brief")));
                if button.on_hover_text(words).clicked() {
                    chosen.is_even = is_brief;
                }
            }
        }
        Tab::Groups => {}
    }
    adds
}
