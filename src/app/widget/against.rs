//! Choosing with what the plan is compared.

use egui::{Button, Popup, PopupCloseBehavior, Response, RichText, Role, ScrollArea, Ui, WidgetInfo, vec2};

use crate::app::action::Action;
use crate::app::compared::Against;
use crate::app::context::ViewContext;
use crate::app::style::{Type, icons, size};
use crate::app::system::journals::local;
use crate::app::widget::fields::option_ui;
use crate::store::Backup;
use crate::texts::{Value, dates};

/// A button that says with what the plan is compared, and opens the list of what else there is.
pub fn against_menu(ui: &mut Ui, cx: &ViewContext<'_>) {
    let name = against_name(cx, cx.compared.against());
    let chosen = cx.texts.text_with("changes-against", &[("what", Value::from(&name))]);
    let button = menu_button(ui, cx, (icons::COMPARE, &chosen));
    if button.clicked() {
        cx.act(Action::ListStates);
    }
    Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClick).show(|ui| against_ui(ui, cx));
}

/// A button that opens a list: a sign, and what is chosen.
pub fn menu_button(ui: &mut Ui, cx: &ViewContext<'_>, (icon, name): (&str, &str)) -> Response {
    let text = |text: &str| RichText::new(text).font(Type::Small.font()).color(cx.theme.text);
    let sign = RichText::new(icon).size(size::SMALL_ICON).color(cx.theme.text_2);
    let down = RichText::new(icons::CHEVRON_DOWN).size(12.0).color(cx.theme.text_2);
    let button = Button::new((sign, text(name), down)).gap(5.0).min_size(vec2(size::TARGET, size::TARGET));
    let response = ui.add(button);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    response
}

/// What the plan is compared with, in a few words.
fn against_name(cx: &ViewContext<'_>, against: &Against) -> String {
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
