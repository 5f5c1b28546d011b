//! The form of a team of interpreters.

use egui::Ui;

use crate::edit::new_person;
use crate::look::Hue;
use crate::model::Team;
use crate::texts::{tid, typed};

use super::form::Form;
use super::head::Head;
use super::rows::ListWords;
use crate::app::context::ViewContext;
use crate::app::style::icons;
use crate::app::widget::fields::Lines;

/// The line above the form.
#[must_use]
pub fn head(cx: &ViewContext<'_>, team: &Team) -> Head {
    Head {
        icon: icons::HEADPHONES,
        colors: cx.theme.hue(Hue::Teal),
        kind: cx.text("row-team").to_owned(),
        id: team.id.to_string(),
    }
}

/// The form.
pub fn ui(form: &mut Form<'_, Team>, ui: &mut Ui) {
    let (cx, team) = (form.cx, form.subject);
    form.title(ui, |team| &team.title, |team| &mut team.title);
    form.languages(ui, (Some(team.languages), true), |team, change| team.languages = change(team.languages));
    let expected = tid("inspector-expected-count");
    form.parsed_row(
        ui,
        (tid("team-size"), expected),
        (&team.size.to_string(), ""),
        (
            |text| typed::count(text).ok().and_then(|count| u16::try_from(count.unwrap_or(0)).ok()),
            |team, size| {
                team.size = size;
                Ok(())
            },
        ),
    );
    let words = ListWords { caption: tid("team-members"), add: tid("inspector-add-person"), create: Some(new_person) };
    form.row_list(ui, &words, &team.members, |team| Some(&mut team.members));
    let near = cx.plan.main_event().map(|event| event.dates.first_and_last());
    form.day(ui, tid("team-from"), (team.from, near), |team, day| team.from = day);
    form.day(ui, tid("team-until"), (team.until, near), |team, day| team.until = day);
    form.parsed_row(
        ui,
        (tid("inspector-order"), tid("inspector-expected-integer")),
        (&team.order.to_string(), ""),
        (typed::integer, |team, order| {
            team.order = order;
            Ok(())
        }),
    );
    form.text(ui, (tid("inspector-remarks"), Lines::Several(1)), &team.remarks, |team, text| {
        text.clone_into(&mut team.remarks);
    });
    form.notes(ui, team.id.into());
    form.sources(ui, &team.sources, |team| &mut team.sources);
}
