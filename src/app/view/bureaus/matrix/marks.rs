//! The marks of posts: square is a chair, round a vice-chair, dashed where nobody is named; the letter says how they are counted.

use egui::{Align2, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use super::PAD;
use crate::app::context::ViewContext;
use crate::app::style::Type;
use crate::app::view::bureaus::card::dashed;
use crate::app::widget::cells::{cell, small, text_right};
use crate::app::widget::posts::{post_name, seat_name, state_text};
use crate::model::{Gender, Post};
use crate::texts::tid;

/// How large a mark is, in points.
pub const MARK: f32 = 20.0;

/// What marks mean.
pub fn legend_ui(ui: &Ui, cx: &ViewContext<'_>, band: Rect) {
    let painter = ui.painter_at(band);
    let mut right = band.width() - PAD;
    let kinds = [
        (tid("bureaus-no-name"), Shape::Open(false)),
        (tid("office-vice-chair"), Shape::Held(false)),
        (tid("office-chair"), Shape::Held(true)),
    ];
    for (id, shape) in kinds {
        let place = cell(band, (0.0, right));
        let used = text_right(ui, &painter, place, small(cx.text(id), cx.theme.text_2));
        right -= used + 6.0 + MARK;
        if right < 260.0 {
            return;
        }
        let rect = Rect::from_center_size(pos2(band.left() + right + MARK / 2.0, band.center().y), vec2(MARK, MARK));
        let letter = if matches!(shape, Shape::Open(_)) { "" } else { cx.text("gender-woman-letter") };
        mark_ui(ui, cx, (rect, shape), letter, false);
        right -= 18.0;
    }
}

/// What a mark looks like: held or open, and whether it is a chair's.
#[derive(Clone, Copy)]
pub enum Shape {
    /// Somebody holds it.
    Held(bool),
    /// Nobody does yet.
    Open(bool),
}

pub fn mark_ui(ui: &Ui, cx: &ViewContext<'_>, (rect, shape): (Rect, Shape), letter: &str, steps_back: bool) {
    let theme = cx.theme;
    let painter = ui.painter();
    let color = match shape {
        Shape::Held(true) => {
            painter.rect_filled(rect, 4.0, if steps_back { theme.line_field } else { theme.accent });
            theme.on_accent
        }
        Shape::Held(false) => {
            painter.rect(rect, MARK / 2.0, theme.field, Stroke::new(1.0, theme.line_field), StrokeKind::Inside);
            if steps_back { theme.text_3 } else { theme.text }
        }
        Shape::Open(true) => {
            dashed(ui, rect.shrink(0.5), if steps_back { theme.line_strong } else { theme.text_2 });
            theme.text_2
        }
        Shape::Open(false) => {
            let stroke = Stroke::new(1.0, if steps_back { theme.line_strong } else { theme.text_2 });
            let points: Vec<_> = (0..=32_u8)
                .map(|at| {
                    rect.center()
                        + (MARK / 2.0 - 0.5) * egui::Vec2::angled(f32::from(at) * std::f32::consts::TAU / 32.0)
                })
                .collect();
            painter.extend(egui::Shape::dashed_line(&points, stroke, 3.0, 2.5));
            theme.text_2
        }
    };
    painter.text(rect.center(), Align2::CENTER_CENTER, letter, Type::Cap.font(), color);
}

/// The letter in a mark: how whoever holds the post is counted.
pub fn letter<'a>(cx: &ViewContext<'a>, post: &Post) -> &'a str {
    let person = post.person.and_then(|id| cx.plan.people().get(id));
    match person.map(|person| person.gender) {
        Some(Some(Gender::Woman)) => cx.text("gender-woman-letter"),
        Some(Some(Gender::Man)) => cx.text("gender-man-letter"),
        Some(None) => "·",
        None => "",
    }
}

/// `Vice-chair, AFR, Ada, confirmed`
pub fn spoken_of(cx: &ViewContext<'_>, post: &Post) -> String {
    let person = post.person.and_then(|id| cx.plan.people().get(id)).map(|person| person.name.clone());
    let parts = [post_name(cx, post), seat_name(cx, post), person.unwrap_or_default(), state_text(cx, post)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}
