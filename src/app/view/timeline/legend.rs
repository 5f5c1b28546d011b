//! What the colours in sight mean: each kind with its colour, its sign and its name.

use egui::{Id, Rect, Sense, Ui, pos2, vec2};

use crate::model::SessionKind;
use crate::texts::names;

use crate::app::context::ViewContext;
use crate::app::paint::blocks::BlockPainter;
use crate::app::paint::text::{Face, Setting, Shaper};
use crate::app::settings::ColorBy;
use crate::app::style::size;
use crate::app::widget::signs::kind_icon;

/// What a line more takes.
const LINE: f32 = 19.0;
/// No more lines than that.
const MOST_LINES: usize = 3;
/// A swatch.
const SWATCH: egui::Vec2 = vec2(18.0, 16.0);
const GAP: f32 = 14.0;

/// The kinds in sight, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kinds(u32);

impl Kinds {
    /// Adds one.
    pub fn add(&mut self, kind: SessionKind) {
        self.0 |= 1 << kind as u32;
    }

    fn all(self) -> impl Iterator<Item = SessionKind> {
        SessionKind::ALL.into_iter().filter(move |&kind| self.0 >> kind as u32 & 1 == 1)
    }
}

/// Where each entry stands, by line and left edge, in so much room; and how many lines there are.
fn layout(widths: &[f32], room: f32) -> (Vec<(usize, f32)>, usize) {
    let (mut line, mut x) = (0, 0.0);
    let mut places = Vec::with_capacity(widths.len());
    for &width in widths {
        if x > 0.0 && x + width > room && line + 1 < MOST_LINES {
            (line, x) = (line + 1, 0.0);
        }
        if x + width > room {
            break;
        }
        places.push((line, x));
        x += width + GAP;
    }
    (places, line + 1)
}

fn widths(blocks: &mut BlockPainter<'_>, cx: &ViewContext<'_>, kinds: Kinds) -> Vec<f32> {
    let name = |kind| cx.text(names::session_kind(kind));
    kinds.all().map(|kind| SWATCH.x + 5.0 + blocks.text_width(name(kind), Face::Detail).ceil()).collect()
}

/// How high it is for these kinds.
pub fn height(ui: &Ui, cx: &ViewContext<'_>, shaper: &mut Shaper, (kinds, width): (Kinds, f32)) -> f32 {
    let mut blocks = BlockPainter::new(ui.ctx(), shaper);
    let widths = widths(&mut blocks, cx, kinds);
    size::LEGEND + (layout(&widths, width - 16.0).1 as f32 - 1.0) * LINE
}

/// Draws it.
pub fn ui(ui: &Ui, cx: &ViewContext<'_>, shaper: &mut Shaper, (head, area): (Rect, Rect), kinds: Kinds) {
    let painter = ui.painter_at(head.union(area));
    let mut blocks = BlockPainter::new(ui.ctx(), shaper);
    blocks.rect(head, cx.theme.ground);
    blocks.rect(area, cx.theme.panel);
    let title = Rect::from_min_max(pos2(head.left() + 12.0, head.center().y - 7.0), head.max);
    let setting = Setting { rect: title, max_lines: 1, color: cx.theme.text_3 };
    blocks.text(cx.text("timeline-legend"), Face::Detail, setting);
    let widths = widths(&mut blocks, cx, kinds);
    let (places, lines) = layout(&widths, area.width() - 16.0);
    let top = area.center().y - (lines as f32 - 1.0) * LINE / 2.0;
    for ((kind, (line, x)), width) in kinds.all().zip(places).zip(widths) {
        let name = cx.text(names::session_kind(kind));
        let middle = (top + line as f32 * LINE).round();
        let at = pos2(area.left() + 8.0 + x, middle - SWATCH.y / 2.0);
        let colors = cx.theme.kind(kind);
        let swatch = Rect::from_min_size(at, SWATCH);
        // By body, a kind has no colour of its own.
        if cx.settings.color_by == ColorBy::Kind {
            blocks.rounded(swatch, [3.0; 4], colors.fill.lerp_to_gamma(colors.bar, 0.32));
            blocks.rounded(swatch.shrink(1.0), [2.0; 4], colors.fill);
            blocks.rounded(swatch.with_max_x(swatch.left() + 3.0), [2.0, 0.0, 0.0, 2.0], colors.bar);
        }
        let sign = if cx.settings.color_by == ColorBy::Kind { colors.bar } else { cx.theme.text_2 };
        let icon = kind_icon(kind);
        let icon_width = blocks.text_width(icon, Face::Detail);
        let icon_at = pos2((swatch.left() + 3.0 + (SWATCH.x - 3.0 - icon_width) / 2.0).round(), middle - 7.0);
        let rect = Rect::from_min_size(icon_at, vec2(16.0, 14.0));
        blocks.text(icon, Face::Detail, Setting { rect, max_lines: 1, color: sign });
        let rect = Rect::from_min_max(pos2(swatch.right() + 5.0, middle - 7.0), pos2(at.x + width + 2.0, middle + 8.0));
        blocks.text(name, Face::Detail, Setting { rect, max_lines: 1, color: cx.theme.text_2 });
        let response =
            ui.interact(Rect::from_min_size(at, vec2(width, SWATCH.y)), Id::unique(("legend", kind)), Sense::hover());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, name));
    }
    for part in [head, area] {
        blocks.rect(part.with_max_y(part.top() + 1.0), cx.theme.line_strong);
    }
    blocks.rect(head.with_min_x(head.right() - 1.0), cx.theme.line_strong);
    blocks.finish(&painter);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_take_another_line_where_one_is_not_enough_and_no_fourth() {
        assert_eq!(layout(&[50.0, 50.0], 120.0), (vec![(0, 0.0), (0, 64.0)], 1));
        assert_eq!(layout(&[50.0, 50.0, 30.0], 113.0).1, 2);
        assert_eq!(layout(&[50.0; 9], 120.0), (vec![(0, 0.0), (0, 64.0), (1, 0.0), (1, 64.0), (2, 0.0), (2, 64.0)], 3));
        assert_eq!(layout(&[], 120.0), (vec![], 1));
    }
}
