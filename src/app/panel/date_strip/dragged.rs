//! While something is dragged: what ticks mean, and days that open because the pointer rests on them.

use chrono::NaiveDate;
use egui::{Align2, Context, Rect, RichText, Ui, WidgetInfo};

use crate::app::context::ViewContext;
use crate::app::gesture::Gesture;
use crate::app::paint::text::wrapped;
use crate::app::style::Type;
use crate::texts::Value;

/// So long the pointer has to rest on something until it opens, in seconds.
const LONG: f64 = 0.6;
/// Less room than that is too little for words, in points.
const LEAST: f32 = 160.0;

/// What a drag can rest on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Spot {
    /// The chip of a day.
    Day(NaiveDate),
    /// The button of the day before or after.
    Turn { later: bool },
    /// The button that scrolls the chips.
    Scroll { later: bool },
}

/// What a drag rests on.
#[derive(Debug, Default)]
pub struct Rest {
    /// And since when; without a time where it has opened.
    on: Option<(Spot, Option<f64>)>,
}

impl Rest {
    /// To be told in each frame what the pointer is on; answers it as soon as it has rested there. Days open once, while
    /// buttons act again and again.
    pub fn follow(&mut self, ctx: &Context, on: Option<Spot>) -> Option<Spot> {
        let now = ctx.input(|input| input.time);
        let begun = self.on.filter(|&(known, _)| Some(known) == on).map(|(_, since)| since);
        let since = begun.unwrap_or(Some(now))?;
        let left = since + LONG - now;
        let rested = on.filter(|_| left <= 0.0);
        let again = rested.is_none_or(|spot| !matches!(spot, Spot::Day(_)));
        let since = if rested.is_some() { now } else { since };
        self.on = on.map(|spot| (spot, again.then_some(since)));
        if on.is_some() && again {
            ctx.request_repaint_after_secs((since + LONG - now) as f32);
        }
        rested
    }
}

/// What ticks mean, at the right end of the strip; answers whether there is room for it.
pub fn note_ui(ui: &Ui, cx: &ViewContext<'_>, gesture: &Gesture, area: Rect) -> bool {
    if area.width() < LEAST {
        return false;
    }
    let text = match gesture.own_start(cx) {
        Some(start) => cx.texts.text_with("strip-ticks", &[("time", Value::from(&start.clock()))]),
        None => cx.text("strip-ticks-several").to_owned(),
    };
    let lines: Vec<_> = text
        .lines()
        .map(|line| wrapped(ui, RichText::new(line).font(Type::Meta.font()).color(cx.theme.text_3), area.width(), 2))
        .collect();
    let height: f32 = lines.iter().map(|line| line.size().y).sum();
    let mut top = area.center().y - height / 2.0;
    for line in lines {
        let at = Align2::RIGHT_TOP.anchor_size(egui::pos2(area.right(), top), line.size()).min;
        top += line.size().y;
        ui.painter().galley(at.round(), line, cx.theme.text_3);
    }
    let response = ui.interact(area, egui::Id::unique("strip ticks"), egui::Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, text.replace('\n', " ")));
    true
}
