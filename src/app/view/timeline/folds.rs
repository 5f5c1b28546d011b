//! The folds of the axis: what is behind them, and how one gets there.

use chrono::NaiveDate;
use egui::{Id, Rect, Sense, Ui, pos2, vec2};

use crate::model::{DAY_MINS, EventId};
use crate::texts::{Value, dates};

use super::axis::{Layout, Piece};
use super::hours::Hidden;
use super::ruler::{edges, pieces_in_sight};
use super::sheet::Sheet;
use crate::app::context::ViewContext;
use crate::app::paint::blocks::BlockPainter;
use crate::app::paint::text::{Face, Setting, Shaper};
use crate::app::style::icons;

/// Narrower ones have no words.
const LEAST: f32 = 15.0;

/// What is behind a fold.
#[derive(Clone, Debug, PartialEq)]
pub enum Behind {
    /// The night before or after this day.
    Day(NaiveDate),
    /// A meeting that is a fold of its own.
    Meeting(EventId),
    /// The preparation, with so many events.
    Preparation(usize),
    /// So many days on which nothing is.
    Nothing(i64),
    /// The end of all.
    End,
}

/// What was asked for at a fold.
#[derive(Clone, Debug, PartialEq)]
pub enum Asked {
    /// Go to this day.
    Go(NaiveDate),
    /// Open this meeting.
    Meeting(EventId),
    /// Open the preparation.
    Preparation,
    /// Open these hours or days.
    Days(Vec<NaiveDate>),
}

/// Draws the folds in sight over the whole height of the timeline.
pub(super) fn ui(
    ui: &Ui,
    cx: &ViewContext<'_>,
    shaper: &mut Shaper,
    area: Rect,
    (sheet, hidden): (&Sheet<'_>, &Hidden),
) -> Option<Asked> {
    let painter = ui.painter_at(area);
    let mut blocks = BlockPainter::new(ui.ctx(), shaper);
    let mut asked = None;
    for piece in pieces_in_sight(sheet).into_iter().filter(|piece| piece.layout == Layout::Folded) {
        let (left, right) = edges(&piece, area.left(), sheet.viewport);
        let (left, right) = (left.round(), right.round());
        if right - left < 2.0 {
            continue;
        }
        let rect = Rect::from_x_y_ranges(left..=right, area.y_range());
        let seen = rect.intersect(area);
        if !seen.is_positive() {
            continue;
        }
        let is_left = rect.center().x < area.center().x;
        let behind = behind(sheet, hidden, (&piece, is_left));
        let name = name(cx, &behind);
        blocks.rect(seen, cx.theme.shade);
        if right - left >= LEAST {
            let response = ui.interact(seen, Id::unique(("fold", piece.span.start.minutes())), Sense::click());
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, behind != Behind::End, &name));
            if response.hovered() && behind != Behind::End {
                blocks.rect(seen, cx.theme.field);
            }
            let color = if response.hovered() { cx.theme.text } else { cx.theme.text_3 };
            words(&mut blocks, (rect, area), (&behind, &name), (is_left, color));
            if response.clicked() {
                asked = match &behind {
                    Behind::Day(date) => Some(Asked::Go(*date)),
                    Behind::Meeting(id) => Some(Asked::Meeting(*id)),
                    Behind::Preparation(_) => Some(Asked::Preparation),
                    Behind::Nothing(_) => Some(Asked::Days(dates_inside(&piece))),
                    Behind::End => None,
                };
            }
            response.context_menu(|ui| {
                if ui.button(cx.text("fold-open")).clicked() {
                    asked = Some(Asked::Days(dates_inside(&piece)));
                    ui.close();
                }
            });
            if behind != Behind::End {
                response.on_hover_text(name).on_hover_cursor(egui::CursorIcon::PointingHand);
            }
        }
        // At the ends of the screen there are lines already.
        let lines = [(left, left > area.left() + 1.0), (right - 1.0, right < area.right() - 1.0)];
        for (x, _) in lines.into_iter().filter(|(_, is_inside)| *is_inside) {
            blocks.rect(Rect::from_x_y_ranges(x..=x + 1.0, area.y_range()), cx.theme.line_strong);
        }
    }
    blocks.finish(&painter);
    asked
}

/// An arrow at the top, the name down from it.
fn words(
    blocks: &mut BlockPainter<'_>,
    (rect, area): (Rect, Rect),
    (behind, name): (&Behind, &str),
    (is_left, color): (bool, egui::Color32),
) {
    let is_day = matches!(behind, Behind::Day(_));
    let arrow = match behind {
        Behind::End => return,
        Behind::Day(_) if is_left => icons::CHEVRON_LEFT,
        Behind::Day(_) => icons::CHEVRON_RIGHT,
        _ => icons::CHEVRONS_RIGHT,
    };
    blocks.sign(arrow, pos2((rect.center().x - 6.5).round(), area.top() + 7.0), color);
    let top = area.top() + 30.0;
    let room = area.bottom() - top - 8.0;
    let width = blocks.text_width(name, Face::Detail).min(room).ceil();
    let up = is_left || !is_day;
    let pivot = if up { pos2(rect.center().x - 7.0, top + width) } else { pos2(rect.center().x + 7.0, top) };
    blocks.turned(pivot, !up, |blocks| {
        let rect = Rect::from_min_size(egui::Pos2::ZERO, vec2(width + 1.0, Face::Detail.line_height()));
        blocks.text(name, Face::Detail, Setting { rect, max_lines: 1, color });
    });
}

fn behind(sheet: &Sheet<'_>, hidden: &Hidden, (piece, is_left): (&Piece, bool)) -> Behind {
    if !piece.is_night() {
        // A fold that begins with a meeting is that meeting, also with the days after it.
        if let Some((id, _)) = hidden.meetings.iter().find(|(_, span)| piece.span.contains(span.start)) {
            return Behind::Meeting(*id);
        }
        if let Some((_, count)) = hidden.preparation.filter(|(span, _)| *span == piece.span) {
            return Behind::Preparation(count);
        }
        return Behind::Nothing(i64::from(piece.span.mins() / DAY_MINS).max(1));
    }
    let pieces = sheet.axis.pieces();
    let at = pieces.partition_point(|other| other.span.start < piece.span.start);
    let neighbour = if is_left { at.checked_sub(1) } else { Some(at + 1) };
    let neighbour = neighbour.and_then(|at| pieces.get(at)).filter(|piece| piece.layout != Layout::Folded);
    neighbour.map_or(Behind::End, |neighbour| {
        let time = if is_left { neighbour.span.end.plus_mins(-1) } else { neighbour.span.start };
        // A day that goes on past midnight is still the same day.
        let date = if is_left && neighbour.is_one_day() { neighbour.span.start.date() } else { time.date() };
        Behind::Day(date)
    })
}

fn name(cx: &ViewContext<'_>, behind: &Behind) -> String {
    match behind {
        Behind::Day(date) => {
            let count = cx.workbench.loads().on(*date).count();
            let day = dates::day_of_month(cx.texts, *date);
            cx.texts.text_with("fold-day", &[("day", Value::from(day.as_str())), ("count", Value::from(count))])
        }
        Behind::Meeting(id) => {
            let Some(event) = cx.plan.events().get(*id) else { return String::new() };
            let name = cx.short_name(&event.code, &event.title);
            format!("{name} · {}", cx.index().sessions_of(*id).len())
        }
        Behind::Preparation(count) => format!("{} · {count}", cx.text("fold-preparation")),
        Behind::Nothing(days) => cx.texts.text_with("fold-days", &[("days", Value::from(*days))]),
        Behind::End => cx.text("fold-end").to_owned(),
    }
}

/// The days that open when a fold is opened: all of them, but no more than a month.
fn dates_inside(piece: &Piece) -> Vec<NaiveDate> {
    let last = piece.span.end.plus_mins(-1).date();
    piece.span.start.date().iter_days().take_while(|&date| date <= last).take(31).collect()
}
