//! The time management plan: days as columns, sittings as rows, breaks as bands, a week on a page, with a legend and
//! footnotes; behind the weeks a block for each meeting (ITU and UN practice).

use std::collections::VecDeque;

use super::super::drawing::{Align, Area, Page, Part};
use super::super::papers::meetings;
use super::super::programme::Day;
use super::super::progress::{ExportError, Progress};
use super::super::sittings::{Cell, Footnotes, Held, Sitting, legend, rows};
use super::super::weeks::{dates_words, weeks};
use super::super::words::Words;
use super::block::{Block, SetWords};
use super::composer::{Composer, LEAST_LETTERS, Style, WHOLE};
use super::flow::{Flow, title_block};
use super::programme::with_event_and_zone;
use super::{head, paper};
use crate::model::Status;
use crate::texts::tid;

/// How wide the names of the rows are.
const NAMES: f32 = 62.0;
/// How wide a day must be at least.
const DAY: f32 = 92.0;
/// What stays empty between two weeks on one page.
const BETWEEN: f32 = 22.0;
/// The sizes of letters to choose from, in points; the smallest is [`LEAST_LETTERS`].
const LARGER: [f32; 4] = [9.0, 8.2, 7.6, 7.0];

pub fn pages(composer: &mut Composer<'_>, progress: &Progress) -> Result<Vec<Page>, ExportError> {
    let programme = composer.programme;
    let unit = composer.unit();
    let most = ((composer.inner_width() - NAMES * unit) / (DAY * unit)).floor().max(1.0) as usize;
    let weeks = weeks(programme, most);
    progress.expect(weeks.len());
    let notes = Footnotes::new(programme);
    let mut flow = Flow::new();
    let mut document = if composer.sheet.is_paper { head::head(composer, true) } else { None };
    for days in weeks {
        let dates = dates_words(programme, days);
        flow.date(&days[0]);
        let name = programme.labels.text(tid("handout-plan-grid"));
        let title = programme.labels.each(|texts| {
            let language = texts.language();
            format!("{} · {}", name.get(language), dates.get(language))
        });
        let title = with_event_and_zone(programme, &title, days.iter().flat_map(|day| programme.entries_on(day)));
        let week = Week::new(composer, days, &notes);
        let below = line(composer, &Words::default(), &title);
        if week.shares_page(composer, flow.room(composer) - below.height - BETWEEN) {
            flow.skip(BETWEEN);
            flow.put(composer, below, 0.0);
        } else {
            flow.begin(composer, dates.first());
            if let Some(head) = document.take() {
                flow.put(composer, head, 0.0);
            }
            let name = &composer.programme.heading;
            let is_paper = composer.sheet.is_paper;
            let title = if is_paper { line(composer, name, &title) } else { title_block(composer, &title, &[]) };
            flow.put(composer, title, 0.0);
        }
        week.put(composer, &mut flow);
        progress.step()?;
    }
    if composer.sheet.is_paper {
        paper::put(composer, &mut flow, &meetings::pieces(programme), 1.0, progress)?;
    }
    Ok(flow.finish(composer))
}

/// The title of a week, below what it is of, as low as can be: the week has to fit below it.
fn line(composer: &mut Composer<'_>, name: &Words, title: &Words) -> Block {
    let (margin, inner) = (composer.sheet.margin, composer.inner_width());
    let style = Style { colour: composer.colours.accent, ..composer.strong(8.0) };
    let names = composer.set_words(name, style, composer.weak(7.5), inner, 3);
    let titles = composer.set_words(title, composer.strong(14.0), composer.weak(9.5), inner, 2);
    let mut block = composer.block();
    let mut y = 0.0;
    block.group(Part::Paragraph, |block| y = block.words(margin, 0.0, inner, &names));
    block.group(Part::Heading(1), |block| {
        block.words(margin, y, inner, &titles);
    });
    block.height += 4.0;
    block
}

/// A cell of a week, ready to be put down: its sessions one below the other, and its break.
#[derive(Clone, Default)]
struct Set {
    chips: VecDeque<Block>,
    pause: String,
}

/// A row of a week that is set.
struct SetRow {
    name: Vec<SetWords>,
    continued: Vec<SetWords>,
    cells: Vec<Set>,
}

impl SetRow {
    fn is_done(&self) -> bool {
        self.cells.iter().all(|cell| cell.chips.is_empty())
    }

    /// How high it is if all of it is put down at once.
    fn height(&self, unit: f32) -> f32 {
        let name = heights(&self.name) + 7.0;
        let cell = |cell: &Set| {
            let pause = if cell.pause.is_empty() { 0.0 } else { PAUSE * unit };
            pause + cell.chips.iter().map(|chip| chip.height).sum::<f32>() + 5.0
        };
        self.cells.iter().map(cell).fold(name, f32::max)
    }
}

/// How high the name of a break is.
const PAUSE: f32 = 10.0;

fn heights(words: &[SetWords]) -> f32 {
    words.iter().map(|set| set.paragraph.height()).sum()
}

/// A week.
struct Week<'a> {
    days: &'a [Day],
    rows: Vec<Sitting<'a>>,
    notes: &'a Footnotes,
    /// Where the first day begins, and how wide each is.
    left: f32,
    width: f32,
}

impl<'a> Week<'a> {
    fn new(composer: &Composer<'a>, days: &'a [Day], notes: &'a Footnotes) -> Self {
        let names = NAMES * composer.unit();
        let width = (composer.inner_width() - names) / days.len().max(1) as f32;
        let left = composer.sheet.margin + names;
        Self { days, rows: rows(composer.programme, days), notes, left, width }
    }

    /// Whether it is a meeting of a day or two that fits below what stands on a sheet of paper already, in the largest letters.
    fn shares_page(&self, composer: &mut Composer<'_>, room: f32) -> bool {
        if !composer.sheet.is_paper || self.days.len() > 2 || room <= 0.0 {
            return false;
        }
        let unit = composer.unit();
        let rows = self.set(composer, (LARGER[0] * unit, false));
        let rows = rows.iter().map(|row| row.height(unit)).sum::<f32>();
        self.head(composer).height + rows + self.foot(composer).height <= room
    }

    fn day_left(&self, at: usize) -> f32 {
        self.left + self.width * at as f32
    }

    /// Its head, its rows in letters as large as fit on the page with what is below, and what signs and colours mean. A row
    /// that does not fit goes on over the page.
    fn put(&self, composer: &mut Composer<'_>, flow: &mut Flow) {
        let unit = composer.unit();
        let head = self.head(composer);
        let foot = self.foot(composer);
        let room = flow.room(composer) - head.height - foot.height;
        let rows = self.fitting(composer, |rows| rows.iter().map(|row| row.height(unit)).sum::<f32>() <= room);
        flow.put(composer, Block::clone(&head), 0.0);
        flow.repeat(Some(head));
        for mut row in rows {
            let mut is_continued = false;
            while !is_continued || !row.is_done() {
                let enough = Flow::whole(composer) / 2.0;
                let block = self.portion(composer, &mut row, is_continued, (flow.room(composer), enough));
                flow.put_row(composer, block, 0.0);
                is_continued = true;
            }
        }
        flow.repeat(None);
        flow.put(composer, foot, 0.0);
    }

    /// Its rows in the largest letters in which they fit, with whole titles. A week that is too full for that has the codes
    /// of its meetings only, as conferences have it, if their titles stand in the blocks behind; else it goes over the page.
    fn fitting(&self, composer: &mut Composer<'_>, fits: impl Fn(&[SetRow]) -> bool) -> Vec<SetRow> {
        let unit = composer.unit();
        let least = LEAST_LETTERS.max(LEAST_LETTERS * unit.min(1.2));
        // The smallest letters are tried first: where they do not fit, no others do.
        let ways = if composer.sheet.is_paper { &[false, true][..] } else { &[false] };
        for &codes_only in ways {
            let rows = self.set(composer, (least, codes_only));
            if fits(&rows) {
                let mut larger = LARGER.into_iter().map(|size| self.set(composer, (size * unit, codes_only)));
                return larger.find(|rows| fits(rows)).unwrap_or(rows);
            }
        }
        self.set(composer, (least, false))
    }

    /// Its rows in letters of this size, with whole titles or with the codes of meetings only.
    fn set(&self, composer: &mut Composer<'_>, look: (f32, bool)) -> Vec<SetRow> {
        let mut rows = Vec::new();
        for row in &self.rows {
            let mut cells = Vec::new();
            for (at, Cell { pause, sessions }) in row.cells.iter().enumerate() {
                let pause = pause.map(|entry| composer.title(entry).joined().into_owned()).unwrap_or_default();
                let chips = sessions.iter().map(|held| self.chip(composer, *held, self.day_left(at), look));
                cells.push(Set { chips: chips.collect(), pause });
            }
            let continued = composer.programme.labels.text(tid("handout-continued"));
            let goes_on = composer.programme.labels.each(|texts| {
                let language = texts.language();
                format!("{} {}", row.name.get(language), continued.get(language))
            });
            let (name, continued) = (name(composer, &row.name), name(composer, &goes_on));
            rows.push(SetRow { name, continued, cells });
        }
        rows
    }

    /// As much of a row as fits into `room`, or into `enough` where that is more: then it goes on the next page.
    fn portion(
        &self,
        composer: &mut Composer<'_>,
        row: &mut SetRow,
        is_continued: bool,
        (room, enough): (f32, f32),
    ) -> Block {
        let unit = composer.unit();
        let whole = row.height(unit);
        let limit = if whole <= room { room } else { room.max(enough) };
        let (margin, inner) = (composer.sheet.margin, composer.inner_width());
        let mut texts = composer.block();
        let name = if is_continued { &row.continued } else { &row.name };
        let pauses = if is_continued { Vec::new() } else { pauses(&row.cells) };
        let shaded: Vec<(f32, f32)> =
            pauses.iter().map(|(from, to, _)| (self.day_left(*from), self.width * (to - from) as f32)).collect();
        texts.group(Part::Row, |block| {
            block.group(Part::HeadCell, |block| {
                block.words(margin + 2.0, 3.5, NAMES * unit - 6.0, name);
            });
            for (at, cell) in row.cells.iter_mut().enumerate() {
                block.group(Part::Cell, |block| {
                    let mut y = 3.0;
                    if let Some((from, to, text)) = pauses.iter().find(|(from, ..)| *from == at) {
                        let width = self.width * (to - from) as f32 - 8.0;
                        let style = composer.weak(7.2 * unit);
                        let text = composer.set_all(&[(text.as_str(), style)], width, 1, Align::Center);
                        block.text(self.day_left(*from) + 4.0, y + 0.5, width, &text);
                    }
                    if !is_continued && !cell.pause.is_empty() {
                        y += PAUSE * unit;
                    }
                    let first = y;
                    // At least one, however little room there is.
                    while let Some(chip) = cell.chips.front()
                        && (y <= first || y + chip.height + 2.0 <= limit)
                    {
                        let Some(chip) = cell.chips.pop_front() else { break };
                        let height = chip.height;
                        block.put(y, chip);
                        y += height;
                    }
                    block.height = block.height.max(y);
                });
            }
        });
        let height = texts.height + 2.0;
        let mut block = composer.block();
        for (left, width) in shaded {
            block.fill(Area::new(left, 0.0, width, height - 0.75), 0.0, composer.colours.shade);
        }
        for at in 0..self.days.len() {
            let is_inside = pauses.iter().any(|(from, to, _)| *from < at && at < *to);
            if !is_inside {
                block.fill(Area::new(self.day_left(at), 0.0, 0.5, height), 0.0, composer.colours.line);
            }
        }
        block.put(0.0, texts);
        block.height = height;
        block.fill(Area::new(margin, height - 0.75, inner, 0.75), 0.0, composer.colours.strong_line);
        block
    }

    /// The names of the days.
    fn head(&self, composer: &mut Composer<'_>) -> Block {
        let (margin, inner) = (composer.sheet.margin, composer.inner_width());
        let unit = composer.unit();
        let mut titles = Vec::new();
        for day in self.days {
            let words = composer.programme.labels.day_short(day.date);
            let (first, others) = (composer.strong(9.5 * unit), composer.weak(8.0 * unit));
            titles.push(composer.set_words(&words, first, others, self.width - 8.0, 1));
        }
        let height = titles.iter().map(|title| heights(title)).fold(0.0, f32::max) + 9.0;
        let mut block = composer.block();
        block.fill(Area::new(margin, 0.0, inner, height), 2.0, composer.colours.shade);
        // Rows that follow go on with the table.
        block.group(Part::Table, |block| {
            block.group(Part::Row, |block| {
                block.group(Part::HeadCell, |_| ());
                for (at, title) in titles.iter().enumerate() {
                    block.group(Part::HeadCell, |block| {
                        block.words(self.day_left(at) + 4.0, 4.5, self.width - 8.0, title);
                    });
                }
            });
        });
        block.height = height;
        block
    }

    /// What colours and signs mean, as far as this week has them.
    fn foot(&self, composer: &mut Composer<'_>) -> Block {
        let entries = || self.days.iter().flat_map(|day| composer.programme.entries_on(day));
        let kinds = legend(entries());
        let notes: Vec<String> =
            self.notes.of(entries()).into_iter().map(|(sign, words)| format!("{sign} {}", words.joined())).collect();
        let (margin, inner) = (composer.sheet.margin, composer.inner_width());
        let unit = composer.unit();
        let style = composer.weak(7.2 * unit);
        let mut block = composer.block();
        let (mut x, mut y) = (0.0, 6.0);
        block.group(Part::List, |block| {
            for entry in kinds {
                let name = composer.set_leading(&entry.kind_name.joined(), style, inner / 3.0, 1);
                let width = name.width() + 9.0;
                if x > 0.0 && x + width > inner {
                    (x, y) = (0.0, y + name.height());
                }
                let bar = Area::new(margin + x, y + 1.0, 2.0 * unit, name.height() - 2.0);
                block.fill(bar, 1.0, composer.colours.tones(entry.hue).bar);
                block.group(Part::Item, |block| {
                    // A box as wide as the text, or it would be at the wrong end of it where pages are mirrored.
                    block.text(
                        margin + x + 4.0 * unit,
                        y,
                        name.width() + 1.0,
                        &composer.set_leading(&entry.kind_name.joined(), style, name.width() + 1.0, 1),
                    );
                });
                x += width + 7.0 * unit;
            }
        });
        let notes = composer.set_leading(&notes.join("    "), style, inner, WHOLE);
        block.group(Part::Paragraph, |block| {
            let below = block.height.max(4.0);
            block.text(margin, below + 1.5, inner, &notes);
        });
        block
    }

    /// A session in a cell: which meeting, title, hours where they are not those of the row, rooms.
    fn chip(&self, composer: &mut Composer<'_>, held: Held<'_>, left: f32, (size, codes_only): (f32, bool)) -> Block {
        let entry = held.entry;
        let inner = self.width - 13.0;
        let weak = composer.weak((size * 0.88).max(LEAST_LETTERS));
        let mut set: Vec<SetWords> = Vec::new();
        let one = |paragraph| SetWords { language: None, paragraph };
        if held.goes_on {
            let continued = composer.programme.labels.text(tid("handout-cont")).joined().into_owned();
            let code = composer.programme.meeting_or_bodies(entry);
            let name = if code.is_empty() { composer.programme.labels.hours(entry) } else { code };
            set.push(one(composer.set_leading(&format!("{name} {continued}"), weak, inner, WHOLE)));
        } else {
            set.extend(self.named(composer, held, (size, codes_only), inner));
            if !codes_only {
                set.extend(when_and_where(composer, held, weak, inner).into_iter().map(one));
            }
        }
        let mut block = composer.block();
        block.group(Part::Paragraph, |block| {
            block.words(left + 9.0, 1.0, inner, &set);
        });
        block.height += 2.5;
        let bar = Area::new(left + 4.0, 1.8, 2.0, block.height - 3.6);
        block.fill(bar, 1.0, composer.colours.tones(entry.hue).bar);
        block
    }

    /// The code of a meeting with its signs, and the title behind it in the same line: a page has no room to waste.
    fn named(
        &self,
        composer: &mut Composer<'_>,
        held: Held<'_>,
        (size, codes_only): (f32, bool),
        width: f32,
    ) -> Vec<SetWords> {
        let entry = held.entry;
        let strong = composer.of_entry(entry, composer.strong(size));
        let medium = composer.of_entry(entry, composer.medium(size));
        let plain = Style { weight: composer.plain(size).weight, ..medium };
        let sign = Style { colour: composer.colours.accent, ..composer.plain(size) };
        let (code, signs) = (composer.programme.meeting_or_bodies(entry), self.notes.signs(entry));
        let space = if signs.is_empty() { "" } else { "\u{a0}" };
        let title = composer.title(entry);
        // The number of a meeting tells it from all others; what is cancelled says so.
        let is_enough = codes_only && !entry.meeting.is_empty() && entry.status != Status::Cancelled;
        let others = composer.weak((size * 0.92).max(LEAST_LETTERS));
        let (pieces, rest) = if is_enough {
            (vec![(&*code, strong), (space, plain), (&*signs, sign)], Vec::new())
        } else {
            let rest = composer.set_words(&title, medium, others, width, WHOLE).into_iter().skip(1).collect();
            let pieces = if code.is_empty() {
                vec![(title.first(), medium), (space, plain), (&*signs, sign)]
            } else {
                vec![(&*code, strong), (space, plain), (&*signs, sign), ("  ", plain), (title.first(), plain)]
            };
            (pieces, rest)
        };
        // Where there is little room, hours and rooms go on in the same line.
        let behind = if codes_only { format!("  {}", told(composer, held).join(" · ")) } else { String::new() };
        let weak = composer.weak((size * 0.88).max(LEAST_LETTERS));
        let pieces: Vec<(&str, Style)> = pieces.into_iter().chain([(behind.trim_end(), weak)]).collect();
        let side = if composer.is_right_to_left() { Align::Right } else { Align::Left };
        let first = SetWords { language: None, paragraph: composer.set_all(&pieces, width, WHOLE, side) };
        std::iter::once(first).chain(rest).collect()
    }
}

/// Hours where they must be told and rooms, in one line if that is wide enough.
fn when_and_where(
    composer: &mut Composer<'_>,
    held: Held<'_>,
    style: Style,
    width: f32,
) -> Vec<std::sync::Arc<super::super::drawing::Paragraph>> {
    let parts = told(composer, held);
    let in_one_line = composer.set_leading(&parts.join(" · "), style, width, 1);
    if parts.len() == 2 && in_one_line.is_cut() {
        return parts.iter().map(|part| composer.set_leading(part, style, width, WHOLE)).collect();
    }
    parts.first().map(|_| composer.set_leading(&parts.join(" · "), style, width, WHOLE)).into_iter().collect()
}

/// Hours where they must be told, and rooms.
fn told(composer: &Composer<'_>, held: Held<'_>) -> Vec<String> {
    let labels = &composer.programme.labels;
    let hours = if held.keeps_hours { String::new() } else { labels.hours_on(held.entry, held.date) };
    [hours, composer.place(held.entry)].into_iter().filter(|text| !text.is_empty()).collect()
}

/// The name of a row.
fn name(composer: &mut Composer<'_>, words: &Words) -> Vec<SetWords> {
    let unit = composer.unit();
    let (first, others) = (composer.strong(8.4 * unit), composer.weak(7.4 * unit));
    composer.set_words(words, first, others, NAMES * unit - 6.0, 4)
}

/// The breaks of a row: the same one on days that follow one another is one band, from its first day to before another.
fn pauses(cells: &[Set]) -> Vec<(usize, usize, String)> {
    let mut bands: Vec<(usize, usize, String)> = Vec::new();
    for (at, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.pause.is_empty()) {
        match bands.last_mut() {
            Some((_, to, text)) if *to == at && *text == cell.pause => *to = at + 1,
            _ => bands.push((at, at + 1, cell.pause.clone())),
        }
    }
    bands
}
