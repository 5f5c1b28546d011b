//! Where the columns of the matrix stand, and how high its rows are.

use egui::{Rangef, Rect, Ui};

use crate::app::context::ViewContext;
use crate::app::style::Type;
use crate::model::TopicState;
use crate::texts::{names, tid};

use super::columns::{Block, Column, ColumnOf};
use super::known::Known;

/// How high the head is, and a row at least and at most, in points.
pub const HEAD: f32 = 36.0;
pub const ROW: (f32, f32) = (21.0, 28.0);
/// How wide ticks and codes are.
const LEFT: [f32; 2] = [26.0, 50.0];
/// Between a text and the edge of its column.
const INSET: f32 = 12.0;
/// A title has so much room at least and at most, where columns can be wider instead.
const TITLE: (f32, f32) = (150.0, 340.0);
/// So wide the columns of events are at most where all else has its room, in points.
const EVENTS: f32 = 480.0;
/// So wide the view must be to say kinds.
const KINDS: f32 = 820.0;
/// A title keeps so much room where kinds are said.
const BESIDE_KINDS: f32 = 200.0;

/// Where everything stands.
#[derive(Debug)]
pub struct Layout {
    /// Ticks.
    pub tick: Rangef,
    /// Groups.
    pub group: Rangef,
    /// Codes.
    pub code: Rangef,
    /// Titles.
    pub title: Rangef,
    /// Kinds.
    pub kind: Rangef,
    /// Blocks that are in sight.
    pub blocks: Vec<(usize, Rangef)>,
    /// Columns that are in sight.
    pub columns: Vec<(usize, Rangef)>,
    /// States.
    pub state: Rangef,
    /// Facilitators.
    pub facilitator: Rangef,
    /// Who is for it, and who amends.
    pub votes: Rangef,
    /// Whether there is no room for all columns.
    pub is_cut: bool,
    /// How high a row is.
    pub row: f32,
    room: f32,
}

/// How wide columns of words are, as those are in the language of the screen.
#[derive(Debug)]
pub struct Widths {
    group: f32,
    kind: f32,
    /// Of states, facilitators, and who is for it.
    right: [f32; 3],
}

/// What titles and columns of meetings have together at least, and what names of groups have, in points.
const LEAST_SPARE: f32 = 80.0;
const LEAST_GROUP: f32 = 60.0;

impl Widths {
    /// Those of what is shown.
    #[must_use]
    pub fn of(ui: &Ui, cx: &ViewContext<'_>, known: &Known) -> Self {
        let wide = |words: &str, kind: Type| {
            ui.painter().layout_no_wrap(words.to_owned(), kind.font(), cx.theme.text).size().x + INSET
        };
        let small =
            |ids: &[&'static str]| ids.iter().map(|id| wide(cx.text(id), Type::Small)).fold(0.0, f32::max).ceil();
        // A word of the name of a group is not broken, unless it is very long.
        let words = known.groups.iter().take(40).flat_map(|group| group.name.split_whitespace());
        let group = words.map(|word| wide(word, Type::Bar) + 3.0).fold(100.0, f32::max).min(140.0).ceil();
        let state = TopicState::ALL.map(names::topic_state);
        let facilitator = [tid("topic-facilitator"), tid("topics-to-be-named")];
        Self {
            group,
            kind: small(&[tid("topics-priority"), tid("topics-initiative")]),
            right: [small(&state) + 18.0, small(&facilitator).max(84.0), small(&[tid("topics-for-amends")])],
        }
    }
}

impl Layout {
    /// The columns within a rectangle, from the first one that is drawn on.
    #[must_use]
    pub fn new(known: &Known, rect: Rect, (widths, first): (&Widths, usize)) -> Self {
        let wide = rect.width();
        let right = if wide >= least(known, widths) { widths.right } else { [widths.right[0], 0.0, 0.0] };
        let fixed: f32 = LEFT.iter().sum::<f32>() + widths.group + right.iter().sum::<f32>();
        let needed = events_width(known);
        // The kind is in the state, too: columns are worth more.
        let has_kind = wide >= KINDS && wide - fixed - widths.kind >= needed + BESIDE_KINDS;
        let kind = if has_kind { widths.kind } else { 0.0 };
        let spare = (wide - fixed - kind).max(LEAST_SPARE);
        // Between panels the names of groups give way, and the state stays whole.
        let group = widths.group - (LEAST_SPARE - (wide - fixed - kind)).clamp(0.0, widths.group - LEAST_GROUP);
        let is_cut = needed > spare - TITLE.0;
        let title = if is_cut { TITLE.0.min(spare * 0.5) } else { (spare - needed).min(TITLE.1) };
        let room = spare - title;
        let grown = if is_cut { 1.0 } else { (room / needed.max(1.0)).clamp(1.0, 1.6) };
        let title = if is_cut { title } else { spare - needed * grown };
        let room = if is_cut { room } else { needed * grown };
        let mut x = rect.left();
        let mut next = |width: f32| {
            let from = x;
            x += width;
            Rangef::new(from.round(), x.round())
        };
        let (tick, group, code) = (next(LEFT[0]), next(group), next(LEFT[1]));
        let (title, kind, events) = (next(title), next(kind), next(room));
        let (state, facilitator, votes) = (next(right[0]), next(right[1]), next(right[2]));
        let first = if is_cut { first } else { 0 };
        let (blocks, columns) = placed(known, (events, grown), first);
        let body = rect.height() - HEAD;
        let row = (body / known.rows.len().max(1) as f32).floor().clamp(ROW.0, ROW.1);
        Self { tick, group, code, title, kind, blocks, columns, state, facilitator, votes, is_cut, row, room }
    }

    /// The first column to draw so that another one is in sight, too.
    #[must_use]
    pub fn first_for(&self, known: &Known, column: usize) -> usize {
        let first = self.columns.first().map_or(0, |(at, _)| *at);
        let is_whole = |&(at, range): &(usize, Rangef)| at == column && range.span() >= width(&known.columns[at]) - 1.0;
        if column < first || !self.is_cut {
            return column.min(first);
        }
        if self.columns.iter().any(is_whole) {
            return first;
        }
        // As many before it as there is room for.
        let mut room = self.room - 40.0;
        let before = (0..=column).rev().take_while(|&at| {
            room -= width(&known.columns[at]) + 12.0;
            room >= 0.0
        });
        before.last().unwrap_or(column)
    }
}

/// How wide the matrix must be to have all columns at the right as well, in points. Where it has more events than a screen is
/// wide, those scroll and the others stand.
#[must_use]
pub fn least(known: &Known, widths: &Widths) -> f32 {
    let around = LEFT.iter().sum::<f32>() + widths.group + widths.right.iter().sum::<f32>();
    around + TITLE.0 + events_width(known).min(EVENTS)
}

fn events_width(known: &Known) -> f32 {
    known.blocks.iter().map(|block| block_width(block, &known.columns)).sum()
}

fn width(column: &Column) -> f32 {
    let letters = column.head.chars().count() as f32;
    match column.of {
        ColumnOf::Item(_) => (6.0 * letters + 6.0).max(24.0),
        ColumnOf::Drafting(_) => (6.0 * letters + 8.0).clamp(58.0, 72.0),
        ColumnOf::Sessions(_) => (7.0 * letters + 14.0).clamp(44.0, 88.0),
    }
}

/// A block is as wide as its columns, and as its name.
fn block_width(block: &Block, columns: &[Column]) -> f32 {
    let own: f32 = columns[block.columns.clone()].iter().map(width).sum();
    own.max(6.0 * block.name.chars().count() as f32 + 14.0).max(72.0)
}

/// Ranges from left to right, each with the place of what stands there.
type Placed = Vec<(usize, Rangef)>;

/// The blocks and columns that are in sight.
fn placed(known: &Known, (events, grown): (Rangef, f32), first: usize) -> (Placed, Placed) {
    let (mut blocks, mut columns) = (Vec::new(), Vec::new());
    let mut x = events.min;
    for (at, block) in known.blocks.iter().enumerate() {
        let shown = block.columns.start.max(first)..block.columns.end.max(first);
        if (shown.is_empty() && block.columns.end <= first && first > 0) || x >= events.max {
            continue;
        }
        let own: f32 = known.columns[shown.clone()].iter().map(width).sum();
        let is_whole = shown.start == block.columns.start;
        let whole = if is_whole { block_width(block, &known.columns) } else { own.max(72.0) };
        let stretch = if own > 0.0 { whole / own } else { 1.0 };
        let from = x;
        for column in shown {
            let right = x + width(&known.columns[column]) * stretch * grown;
            if x < events.max {
                columns.push((column, Rangef::new(x.round(), right.min(events.max).round())));
            }
            x = right;
        }
        x = from + whole * grown;
        blocks.push((at, Rangef::new(from.round(), x.min(events.max).round())));
    }
    (blocks, columns)
}
