//! The line above the table: with what the plan is compared, which changes are shown, and what is done with those that are
//! ticked.

use egui::{Button, Popup, PopupCloseBehavior, RichText, ScrollArea, Ui, WidgetInfo, vec2};

use crate::app::action::{Action, UiCommand};
use crate::app::compared::Against;
use crate::app::context::ViewContext;
use crate::app::style::{Type, icons, size};
use crate::app::system::journals::local;
use crate::app::widget::fields::option_ui;
use crate::store::Backup;
use crate::texts::{Value, dates};

use super::lines::{Grouping, Lines, Sort, Wanted};

/// The room that a button needs at most, in points; those at the right give way.
const RELEASES: f32 = 120.0;

/// Draws it; answers whether what is ticked is to be taken back.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, wanted: &mut Wanted, (lines, ticked): (&Lines, usize)) -> bool {
    let name = against_name(cx, cx.compared.against());
    let chosen = cx.texts.text_with("changes-against", &[("what", Value::from(&name))]);
    let button = menu_button(ui, cx, (icons::COMPARE, &chosen));
    if button.clicked() {
        cx.act(Action::ListStates);
    }
    Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClick).show(|ui| against_ui(ui, cx));
    let shown = wanted.sort.map_or_else(|| cx.text("changes-all"), |sort| cx.text(sort.text_id()));
    let shown = if wanted.to_tell { cx.text("changes-to-tell") } else { shown };
    let button = menu_button(ui, cx, (icons::LIST_FILTER, shown));
    Popup::menu(&button).show(|ui| filter_ui(ui, cx, wanted, lines));
    let mut takes = false;
    if ui.available_width() < RELEASES {
        return takes;
    }
    let button = menu_button(ui, cx, (icons::ROWS_3, cx.text(wanted.grouping.text_id())));
    Popup::menu(&button).show(|ui| {
        for grouping in Grouping::ALL {
            let name = cx.text(grouping.text_id());
            if option_ui(ui, wanted.grouping == grouping, name, name) {
                wanted.grouping = grouping;
            }
        }
    });
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
        // It is in the menu, too.
        let has_room = ui.available_width() > RELEASES;
        if has_room && ui.button(cx.text("command-release")).on_hover_text(cx.text("command-release-tip")).clicked() {
            cx.run(UiCommand::Release);
        }
        if ticked > 0 {
            let text = cx.texts.text_with("changes-take-back-ticked", &[("count", Value::from(ticked))]);
            takes = ui.button(text).clicked();
        }
    });
    takes
}

fn menu_button(ui: &mut Ui, cx: &ViewContext<'_>, (icon, name): (&str, &str)) -> egui::Response {
    let text = |text: &str| RichText::new(text).font(Type::Small.font()).color(cx.theme.text);
    let sign = RichText::new(icon).size(size::SMALL_ICON).color(cx.theme.text_2);
    let down = RichText::new(icons::CHEVRON_DOWN).size(12.0).color(cx.theme.text_2);
    let button = Button::new((sign, text(name), down)).gap(5.0).min_size(vec2(size::TARGET, size::TARGET));
    let response = ui.add(button);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, name));
    response
}

/// What the plan is compared with, in a few words.
#[must_use]
pub fn against_name(cx: &ViewContext<'_>, against: &Against) -> String {
    match against {
        Against::Saved => cx.text("changes-saved").to_owned(),
        Against::Release(number) => cx.texts.text_with("release-name", &[("number", Value::from(*number))]),
        Against::Backup(backup) => backup_name(cx, backup),
        Against::File(file) => file.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        Against::Revision(revision) => {
            format!("{} {}", revision.day, revision.hash.chars().take(7).collect::<String>())
        }
    }
}

fn backup_name(cx: &ViewContext<'_>, backup: &Backup) -> String {
    let at = local(backup.at);
    format!("{} {}", dates::day_short(cx.texts, at.date()), at.format("%H:%M"))
}

fn against_ui(ui: &mut Ui, cx: &ViewContext<'_>) {
    ui.set_min_width(260.0);
    let entry = |ui: &mut Ui, against: Against, name: &str| {
        if option_ui(ui, cx.compared.against() == &against, name, name) {
            cx.act(Action::Compare(against));
        }
    };
    entry(ui, Against::Saved, cx.text("changes-saved"));
    let mut releases: Vec<_> = cx.plan.releases().iter().collect();
    releases.sort_by_key(|release| std::cmp::Reverse(release.number));
    for release in releases {
        let name = against_name(cx, &Against::Release(release.number));
        let name = if release.label.is_empty() { name } else { format!("{name} · {}", release.label) };
        entry(ui, Against::Release(release.number), &name);
    }
    let sources = cx.compared.sources();
    ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
        if !sources.backups.is_empty() {
            ui.label(RichText::new(cx.text("changes-earlier")).font(Type::Small.font()).color(cx.theme.text_2));
        }
        for backup in &sources.backups {
            entry(ui, Against::Backup(backup.clone()), &backup_name(cx, backup));
        }
        if !sources.revisions.is_empty() {
            ui.label(RichText::new(cx.text("changes-revisions")).font(Type::Small.font()).color(cx.theme.text_2));
        }
        for revision in &sources.revisions {
            entry(ui, Against::Revision(revision.clone()), &format!("{} {}", revision.day, revision.subject));
        }
    });
    if ui.button(cx.text("changes-file")).clicked() {
        cx.act(Action::CompareFile);
    }
}

fn filter_ui(ui: &mut Ui, cx: &ViewContext<'_>, wanted: &mut Wanted, lines: &Lines) {
    let name = cx.text("changes-all");
    if option_ui(ui, wanted.sort.is_none() && !wanted.to_tell, name, name) {
        (wanted.sort, wanted.to_tell) = (None, false);
    }
    for (sort, count) in Sort::ALL.into_iter().zip(lines.counts) {
        let name = format!("{} · {count}", cx.text(sort.text_id()));
        if option_ui(ui, wanted.sort == Some(sort), name.as_str(), &name) {
            (wanted.sort, wanted.to_tell) = (Some(sort), false);
        }
    }
    let name = format!("{} · {}", cx.text("changes-to-tell"), lines.to_tell);
    if option_ui(ui, wanted.to_tell, name.as_str(), &name) {
        (wanted.sort, wanted.to_tell) = (None, true);
    }
}
