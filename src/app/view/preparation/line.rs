//! The line above: which part shows, what is late and at risk, and what is added.

use chrono::NaiveDate;
use egui::{Align, Layout, RichText, Role, Ui, WidgetInfo, vec2};

use crate::app::action::UiCommand;
use crate::app::context::ViewContext;
use crate::app::style::{Type, icons};
use crate::app::widget::buttons::{Rank, frame_button};
use crate::app::widget::calendar::{Shown, calendar_popup};
use crate::app::widget::fields::small_icon_button;
use crate::app::widget::steps as words;
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
    /// The day that the road is looked at as of, where that is not today.
    pub as_of: Option<NaiveDate>,
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
    /// A document that all regional meetings are given.
    KeyDocument,
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
    let (late, risk) = if is_papers { (known.overdue, known.unposted) } else { (late, risk) };
    let risk_word = if is_papers { tid("preparation-unposted") } else { tid("preparation-risk") };
    for (sift, icon, id, count) in
        [(Sift::Late, icons::CIRCLE_X, tid("preparation-late"), late), (Sift::Risk, icons::WARNING, risk_word, risk)]
    {
        let is_on = chosen.sift == Some(sift);
        if chosen.tab == Tab::Groups || (count == 0 && !is_on) {
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
    if chosen.tab == Tab::Road {
        papers_ui(ui, cx, known, chosen);
        as_of_ui(ui, cx, chosen);
    }
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| added_ui(ui, cx, chosen)).inner
}

/// Documents that are overdue are at risk as well; a click leads to them.
fn papers_ui(ui: &mut Ui, cx: &ViewContext<'_>, known: &Known, chosen: &mut Chosen) {
    if known.overdue == 0 {
        return;
    }
    let words = cx.texts.text_with("preparation-papers-late", &[("count", Value::from(known.overdue))]);
    let shown = RichText::new(format!("{} {words}", icons::FILE_TEXT)).font(Type::Body.font());
    let button = ui.selectable_label(false, shown);
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words));
    if button.clicked() {
        (chosen.tab, chosen.sift) = (Tab::Documents, Some(Sift::Late));
    }
}

/// As of which day the road is looked at: today, or any other.
fn as_of_ui(ui: &mut Ui, cx: &ViewContext<'_>, chosen: &mut Chosen) {
    let day = cx.counts_from();
    let name = cx.text("preparation-as-of");
    let shown = match chosen.as_of {
        Some(day) => format!("{} {name} {}", icons::CALENDAR_CLOCK, words::day(cx, day)),
        None => icons::CALENDAR_CLOCK.to_owned(),
    };
    let is_other = chosen.as_of.is_some();
    let button = ui.add(
        egui::Button::selectable(is_other, RichText::new(shown).font(Type::Body.font())).min_size(vec2(28.0, 28.0)),
    );
    let spoken = day.map_or_else(|| name.to_owned(), |day| format!("{name} {}", words::day(cx, day)));
    button.widget_info(|| WidgetInfo::selected(Role::Button, true, is_other, &spoken));
    let days = cx.plan.main_event().map(|event| event.dates.first_and_last());
    if let Some(day) = calendar_popup(&button, cx, Shown { chosen: day, marked: days }) {
        chosen.as_of = Some(day);
    }
    button.on_hover_text(cx.text("preparation-as-of-tip"));
    if is_other && small_icon_button(ui, icons::X, cx.text("preparation-as-of-today")).clicked() {
        chosen.as_of = None;
    }
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
        Tab::Groups => {
            if button(ui, icons::PLUS, tid("preparation-add-key-document")) {
                adds = Some(Adds::KeyDocument);
            }
        }
    }
    adds
}
