//! Blocks down one page after another. A block is never split over two pages, unless it is higher than one.

use super::super::drawing::{Area, Group, Mark, Page, Paragraph, Part, Point};
use super::super::programme::{Day, Programme, fitted};
use super::super::words::Words;
use super::block::{Block, SetWords};
use super::composer::{Composer, WHOLE};
use crate::texts::tid;

/// What is left empty at least between two languages in one line.
const BESIDE: f32 = 18.0;

/// Room that the foot of a sheet of paper takes, with some air.
const FOOT: f32 = 36.0;

/// Pages that grow.
pub struct Flow {
    pages: Vec<Page>,
    /// The title of the next page.
    title: String,
    /// The name of its file.
    name: String,
    /// What is repeated at the top of a page that goes on with something.
    head: Option<Block>,
    /// Where the next block goes.
    y: f32,
    /// Whether the page has nothing but its head.
    is_fresh: bool,
}

impl Flow {
    /// No page yet.
    pub fn new() -> Self {
        Self { pages: Vec::new(), title: String::new(), name: String::new(), head: None, y: 0.0, is_fresh: true }
    }

    /// Begins a page, with this title in the list of contents.
    pub fn begin(&mut self, composer: &Composer<'_>, title: &str) {
        title.clone_into(&mut self.title);
        self.head = None;
        self.next_page(composer);
    }

    /// Says which day is the first of the pages that begin from now on.
    pub fn date(&mut self, day: &Day) {
        self.name = day.date.to_string();
    }

    /// Begins a page, and fills all of it: with a title, and below that with what `sheet` makes of the height that is left.
    pub fn fill_page<'a>(
        &mut self,
        composer: &mut Composer<'a>,
        title: &Words,
        sheet: impl FnOnce(&mut Composer<'a>, f32) -> Block,
    ) {
        self.begin(composer, title.first());
        let head = headed_block(composer, title, &[]);
        let below = Self::whole(composer) - head.height;
        self.put(composer, head, 0.0);
        let block = sheet(composer, below);
        self.put_here(block);
        self.is_fresh = false;
    }

    /// What stands at the top of every further page from now on.
    pub fn repeat(&mut self, head: Option<Block>) {
        self.head = head;
    }

    /// The title in the list of contents of pages that begin from now on.
    pub fn entitle(&mut self, title: &str) {
        title.clone_into(&mut self.title);
    }

    /// How much room is left on this page; none where there is no page yet.
    pub fn room(&self, composer: &Composer<'_>) -> f32 {
        if self.pages.is_empty() { 0.0 } else { lower_edge(composer) - self.y }
    }

    /// How much room a page has that is still empty.
    pub fn whole(composer: &Composer<'_>) -> f32 {
        lower_edge(composer) - composer.sheet.margin
    }

    /// Puts a block down, on the next page if it does not fit on this one with `after` below it.
    pub fn put(&mut self, composer: &Composer<'_>, block: Block, after: f32) {
        if self.pages.is_empty() || (!self.is_fresh && block.height + after > self.room(composer)) {
            self.next_page(composer);
        }
        let mut rest = Some(block);
        while let Some(block) = rest.take() {
            let (block, below) = self.portion(composer, block);
            self.put_here(block);
            if below.is_some() {
                self.next_page(composer);
            }
            rest = below;
        }
        self.is_fresh = false;
    }

    /// As much of a block as has room, and the rest, which goes on the next page: only of one that is higher than a page.
    fn portion(&self, composer: &Composer<'_>, block: Block) -> (Block, Option<Block>) {
        let room = self.room(composer);
        if block.height > room + 0.5 { block.split(room) } else { (block, None) }
    }

    /// Puts down a row of a table: rows that stand together on a page are one table.
    pub fn put_row(&mut self, composer: &Composer<'_>, row: Block, after: f32) {
        if !self.is_fresh && row.height + after > self.room(composer) {
            self.next_page(composer);
        }
        let mut rest = Some(row);
        while let Some(row) = rest.take() {
            let (row, below) = self.portion(composer, row);
            let (y, height) = (self.y, row.height);
            if let Some(page) = self.pages.last_mut() {
                let marks = row.marks_at(y);
                match page.marks.last_mut() {
                    Some(Mark::Group(table)) if table.part == Part::Table => table.marks.extend(marks),
                    _ => page.marks.push(Mark::Group(Group::new(Part::Table, marks))),
                }
            }
            self.y += height;
            if below.is_some() {
                self.next_page(composer);
            }
            rest = below;
        }
        self.is_fresh = false;
    }

    /// Leaves some space, unless at the top of a page.
    pub fn skip(&mut self, height: f32) {
        if !self.is_fresh {
            self.y += height;
        }
    }

    fn put_here(&mut self, block: Block) {
        let (y, height) = (self.y, block.height);
        if let Some(page) = self.pages.last_mut() {
            page.marks.extend(block.marks_at(y));
        }
        self.y += height;
    }

    fn next_page(&mut self, composer: &Composer<'_>) {
        let sheet = composer.sheet;
        self.pages.push(Page {
            width: sheet.width,
            height: sheet.height,
            ground: Some(composer.colours.ground),
            title: self.title.clone(),
            name: self.name.clone(),
            marks: Vec::new(),
        });
        self.y = sheet.margin;
        // What is repeated leaves most of a page to what goes on.
        if let Some(head) = self.head.clone().filter(|head| head.height < Self::whole(composer) / 2.0) {
            self.put_here(head);
        }
        self.is_fresh = true;
    }

    /// The pages, with a foot on each if they are paper.
    pub fn finish(self, composer: &mut Composer<'_>) -> Vec<Page> {
        let state = state(composer.programme);
        self.finish_with(composer, &state)
    }

    /// The same, with this behind the title in the foot.
    pub fn finish_with(mut self, composer: &mut Composer<'_>, state: &str) -> Vec<Page> {
        if composer.sheet.is_paper {
            let count = self.pages.len();
            let programme = composer.programme;
            // The leading language only: a foot is looked up, not read, and has room for one line.
            // Beside Arabic both are isolated, or the end of one would be drawn into the other.
            let left = if composer.is_right_to_left() {
                format!("\u{200f}\u{2068}{}\u{2069} · \u{2068}{state}\u{2069}", programme.title.first())
            } else {
                format!("{} · {state}", programme.title.first())
            };
            let zone = programme.zone_words();
            let own = programme.house.footer.first();
            let second = if own.is_empty() || zone.is_empty() {
                format!("{own}{}", zone.first())
            } else {
                format!("{own} · {}", zone.first())
            };
            for (number, page) in self.pages.iter_mut().enumerate() {
                let foot = foot(composer, (&left, &second), (number + 1, count));
                page.marks.push(Mark::Group(Group::new(Part::Decoration, foot)));
            }
        }
        self.pages
    }
}

/// `Draft · as of 17 November 2025`
fn state(programme: &Programme) -> String {
    format!("{} · {}", programme.release_words().first(), programme.made_words().first())
}

fn lower_edge(composer: &Composer<'_>) -> f32 {
    let foot = if composer.sheet.is_paper { FOOT } else { 0.0 };
    composer.sheet.height - composer.sheet.margin - foot
}

/// What it is of with release and date, below that what the house and the zone say, the number of the page.
fn foot(composer: &mut Composer<'_>, (left, second): (&str, &str), (page, pages): (usize, usize)) -> Vec<Mark> {
    let (margin, inner) = (composer.sheet.margin, composer.inner_width());
    let style = composer.weak(7.5);
    let values = [("page", page.into()), ("pages", pages.into())];
    let number = composer.programme.labels.text_with(tid("handout-page"), &values);
    let mut block = composer.block();
    block.line(Point::new(margin, 0.0), Point::new(margin + inner, 0.0), composer.colours.line, 0.5);
    let side = inner * 0.8;
    let title = composer.set_leading(left, style, side, 1);
    let below = block.text(margin, 6.0, side, &title);
    let second = composer.set_leading(second, style, side, 1);
    block.text(margin, below, side, &second);
    let number = composer.set_trailing(number.first(), style, inner - side, 1);
    block.text(margin + side, 6.0, inner - side, &number);
    block.marks_at(composer.sheet.height - composer.sheet.margin - 20.0)
}

/// The largest that a mark is printed, in points.
pub const LOGO: (f32, f32) = (130.0, 36.0);

/// The mark of the house at the end of the line, and the width that is left beside it.
pub fn logo(composer: &Composer<'_>, block: &mut Block, inner: f32) -> f32 {
    let Some(picture) = composer.programme.house.picture() else { return inner };
    let unit = composer.unit();
    let (width, height) = fitted(&picture, (LOGO.0 * unit, LOGO.1 * unit));
    block.image(Area::new(composer.sheet.margin + inner - width, 0.0, width, height), &picture);
    block.height = block.height.max(height);
    inner - width - 14.0
}

/// The title of a page that nothing stands above: with the mark of the house.
pub fn headed_block(composer: &mut Composer<'_>, title: &Words, below: &[&str]) -> Block {
    titled(composer, title, below, true)
}

/// The title of a document or of a page: what it is, of what, and what else is to be known.
pub fn title_block(composer: &mut Composer<'_>, title: &Words, below: &[&str]) -> Block {
    titled(composer, title, below, false)
}

fn titled(composer: &mut Composer<'_>, title: &Words, below: &[&str], with_logo: bool) -> Block {
    let (margin, inner) = (composer.sheet.margin, composer.inner_width());
    let mut block = composer.block();
    let inner = if with_logo { logo(composer, &mut block, inner) } else { inner };
    let name = composer.programme.heading.clone();
    let style = super::composer::Style { colour: composer.colours.accent, ..composer.strong(9.0) };
    // A document goes on where its title ends, a page has to have room for what fills it.
    let most = |lines: usize| if with_logo { lines } else { WHOLE };
    let names = composer.set_words(&name, style, composer.weak(8.0), inner, most(3));
    let mut y = 0.0;
    block.group(Part::Paragraph, |block| y = block.words(margin, 0.0, inner, &names) + 2.0);
    let style = composer.strong(19.0);
    let titles = composer.set_words(title, style, composer.weak(12.0), inner, most(2));
    block.group(Part::Heading(1), |block| y = block.words(margin, y, inner, &titles));
    for text in below.iter().filter(|text| !text.is_empty()) {
        let paragraph = composer.set(text, composer.weak(9.0), inner, most(6));
        y = block.text(margin, y + 2.0, inner, &paragraph);
    }
    // A picture has no foot to look that up in.
    if !composer.sheet.is_paper {
        let programme = composer.programme;
        // Where there are several, the titles of pages tell theirs.
        let is_one = programme.entries.windows(2).all(|pair| pair[0].zone == pair[1].zone);
        let zone = if is_one { programme.zone_words() } else { Words::default() };
        let parts = [state(programme), zone.first().to_owned()];
        let told = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        let paragraph = composer.set_leading(&told, composer.weak(10.0), inner, 1);
        y = block.text(margin, y + 2.0, inner, &paragraph);
    }
    block.height = block.height.max(y) + 10.0;
    block
}

/// Where the letters of the first line stand.
fn baseline(paragraph: &Paragraph) -> f32 {
    paragraph.lines().first().map_or(0.0, |line| line.baseline)
}

/// The heading of a day, also where it goes on.
pub fn day_heading(composer: &mut Composer<'_>, words: &Words, is_continued: bool) -> Block {
    let (margin, inner) = (composer.sheet.margin, composer.inner_width());
    let mut first = words.first().to_owned();
    if is_continued {
        first = format!("{first} {}", composer.programme.labels.text(tid("handout-continued")).first());
    }
    let mut block = composer.block();
    let style = if is_continued { composer.medium(10.0) } else { composer.strong(12.5) };
    let most = if is_continued { 3 } else { WHOLE };
    let first = composer.set(&first, style, inner, most);
    let weak = composer.weak(style.size * 0.8);
    let mut others = Vec::new();
    for (language, text) in words.iter().skip(1) {
        others.push(SetWords { language: Some(language), paragraph: composer.set(text, weak, inner, most) });
    }
    // Side by side where one line has room for two.
    let is_beside = others.len() == 1 && others[0].paragraph.width() + first.width() + BESIDE <= inner;
    if is_beside {
        let (text, width) = (words.iter().nth(1).map_or("", |(_, text)| text), others[0].paragraph.width() + 1.0);
        others[0].paragraph = composer.set(text, weak, width, 1);
    }
    let part = if is_continued { Part::Decoration } else { Part::Heading(2) };
    let mut bottom = 0.0;
    block.group(part, |block| {
        bottom = block.text(margin, 0.0, inner, &first);
        if is_beside {
            let width = others[0].paragraph.width() + 1.0;
            let y = baseline(&first) - baseline(&others[0].paragraph);
            block.words(margin + inner - width, y, width, &others);
        } else {
            bottom = block.words(margin, bottom, inner, &others);
        }
    });
    let rule = Area::new(margin, bottom + 3.0, inner, 1.2);
    block.fill(rule, 0.0, composer.colours.rule);
    block.height = bottom + 9.0;
    block
}
