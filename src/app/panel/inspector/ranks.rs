//! The form of a rank: its words, and when its holders are called.

use egui::Ui;

use crate::look::Hue;
use crate::model::OwnRank;
use crate::texts::{Value as Word, tid};

use super::form::Form;
use super::head::Head;
use crate::app::context::ViewContext;
use crate::app::style::icons;
use crate::app::widget::fields::note;

/// The line above the form.
#[must_use]
pub fn head(cx: &ViewContext<'_>, rank: &OwnRank) -> Head {
    Head {
        icon: icons::SHIELD,
        colors: cx.theme.hue(Hue::Violet),
        kind: cx.text("row-rank").to_owned(),
        id: rank.id.to_string(),
    }
}

/// The form.
pub fn ui(form: &mut Form<'_, OwnRank>, ui: &mut Ui) {
    let (cx, rank) = (form.cx, form.subject);
    form.title(ui, |rank| &rank.title, |rank| &mut rank.title);
    form.count(ui, tid("rank-class"), rank.class.map(u32::from), |rank, class| {
        rank.class = class.and_then(|class| u8::try_from(class).ok()).filter(|class| *class > 0);
    });
    let order = rank.order.to_string();
    let parse: fn(&str) -> Option<i32> = |text| text.trim().parse().ok();
    let set = |rank: &mut OwnRank, order| {
        rank.order = order;
        Ok(())
    };
    form.parsed_row(ui, (tid("rank-order"), tid("inspector-expected-count")), (&order, ""), (parse, set));
    form.check(ui, tid("rank-stands-in"), rank.stands_in, |rank, on| rank.stands_in = on);
    if form.is_for_rows() {
        let id = if rank.class.is_some() { tid("rank-speaks") } else { tid("rank-by-exception-why") };
        let class = rank.class.unwrap_or_default();
        note(ui, cx, &cx.texts.text_with(id, &[("class", Word::from(usize::from(class)))]));
    }
    form.notes(ui, rank.id.into());
    form.sources(ui, &rank.sources, |rank| &mut rank.sources);
}
