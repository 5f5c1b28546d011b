//! Sessions as cards in the cells of the plan grid: sign, start, title, room.

use egui::{Align2, Color32, Id, Rect, Sense, Ui, pos2, vec2};

use crate::model::{Session, Severity, Status};
use crate::texts::{Value, names};

use super::cell::{Chip, GroupKey, Item, Sort};
use super::groups::{Group, Groups, MOST_NAMED, members};
use super::layout::{GridLayout, has_card};
use super::letters::Letters;
use super::part::DayPart;
use super::sheet::{Ghost, Ghosts, Place, Sheet};
use super::stack::LOW;
use super::words::{RoomCodes, Words, words};
use crate::app::context::ViewContext;
use crate::app::gesture::Gesture;
use crate::app::paint::blocks::{self, BlockPainter};
use crate::app::paint::text::{Beside, Face, MOST_LETTERS, Setting, bounded, isolated, tip};
use crate::app::style::{BlockColors, icons, radius};
use crate::app::view::block::session_response;
use crate::app::widget::signs;

/// Columns narrower than this have the title of a two-line card on the second line.
const NARROW: f32 = 160.0;
/// On cards narrower than this, what stands at the right keeps less distance.
const TIGHT: f32 = 100.0;
/// Its corners.
const RADIUS: f32 = radius::BAR as f32;
/// The coloured edge.
const EDGE: f32 = 3.0;
/// From the left of a card to its sign, from its sign to its start, from there to its title.
const SIGN: f32 = 6.0;
const START: f32 = 24.0;
const TITLE: f32 = 60.0;
/// At the right of a card.
const RIGHT: f32 = 6.0;
/// The room of a mark.
const MARK: f32 = 18.0;
/// The room kept for the name of a room where it is asked whether a title is long.
const ROOM: f32 = 26.0;
/// Between a code and a word.
const BLANK: f32 = 3.5;

/// What a card says of a session.
fn card_words(cx: &ViewContext<'_>, session: &Session) -> Words {
    let title = bounded(cx.session_title(session), MOST_LETTERS);
    let bodies = session.bodies.iter().filter_map(|&id| cx.plan.bodies().get(id));
    let mut codes = bodies.map(|body| cx.title(&body.code));
    let code = codes.find(|code| !code.is_empty() && title.starts_with(code)).unwrap_or_default();
    words(&title, code, cx.text("grid-meeting"))
}

/// Whether a title is too long for one line of a card that is so wide.
pub fn is_long(cx: &ViewContext<'_>, letters: &mut Letters, session: &Session, width: f32) -> bool {
    let Words { code, rest } = card_words(cx, session);
    let mark = if has_mark(cx, session) { MARK } else { 0.0 };
    letters.width(&code) + letters.width(&rest) > width - TITLE - RIGHT - ROOM - mark
}

fn has_mark(cx: &ViewContext<'_>, session: &Session) -> bool {
    // A hint is not worth a sign on every card.
    cx.workbench.checker().mark(session.id) >= Severity::Warning
}

/// What letting go now would put into which cell of some weeks.
pub fn ghosts(cx: &ViewContext<'_>, gesture: &Gesture, layout: &GridLayout) -> Ghosts {
    let Some(what_if) = gesture.what_if() else { return Ghosts::default() };
    let mut ghosts = Vec::new();
    for (id, placement) in &what_if.placements {
        let Some(day) = layout.day(placement.start.date()) else { continue };
        let session = cx.plan.sessions().get(*id);
        let stays = session.is_some_and(|session| session.placement.as_ref() == Some(placement));
        if (!what_if.is_of_copies() && stays) || session.is_some_and(|session| !has_card(session)) {
            continue;
        }
        let part = DayPart::of(placement.start.minute_of_day());
        let cell = &layout.days[day].cells[part as usize];
        let index = cell.items.partition_point(|item| cell.chips[item.first].start <= placement.start);
        let placement = placement.clone();
        ghosts.push(Ghost { session: *id, placement, place: (day, part), index, height: LOW, above: 0.0 });
    }
    Ghosts::new(ghosts)
}

/// A card with everything that can be done to it; answers whether it opens or closes a group.
pub fn card_ui(
    ui: &Ui,
    cx: &ViewContext<'_>,
    blocks: &mut BlockPainter<'_>,
    gesture: &mut Gesture,
    (sheet, (codes, groups), (place, item, rect)): (&Sheet<'_>, (&RoomCodes, &mut Groups), (Place, Item, Rect)),
) -> Option<GroupKey> {
    let cell = &sheet.layout.days[place.0].cells[place.1 as usize];
    let chip = cell.chips[item.first];
    let session = cx.plan.sessions().get(chip.session)?;
    if item.sort != Sort::Session {
        let chips = &cell.chips[item.first..item.first + item.count];
        let key = (chip.start, chip.kind);
        let group = groups.say(cx, codes, (key, chips));
        return group_ui(ui, cx, blocks, (&group, session, chips, item, rect)).then_some(key);
    }
    // Where heads of days lie over a card, they are what is clicked.
    let head = sheet.head_rect(place.0 / super::layout::WEEK);
    let in_sight = rect.with_min_y(rect.top().max(head.bottom().min(rect.bottom())));
    let id = Id::unique(("grid", chip.session));
    let response = session_response(ui, cx, gesture, (session, sheet), (in_sight, id));
    let card = Card {
        rect,
        colors: blocks::block_colors(cx, session, gesture.lifts(session.id)),
        sign: cx.kind_sign(session.called()),
        start: chip.start.clock(),
        words: card_words(cx, session),
        room: codes.of_all(session.rooms()),
        mark: has_mark(cx, session).then(|| cx.workbench.checker().mark(session.id)),
        state: signs::state_icon(session),
        to_dos: cx.open_to_dos(session.id),
        selected: cx.selection.contains(session.id),
        hovered: response.hovered(),
        cancelled: session.status == Status::Cancelled,
        reserve: if session.status == Status::Reserve { cx.text(names::status(session.status)) } else { "" },
    };
    card.paint(cx, blocks);
    None
}

/// Several sessions at one time: says how many and who, and opens.
fn group_ui(
    ui: &Ui,
    cx: &ViewContext<'_>,
    blocks: &mut BlockPainter<'_>,
    (group, first, chips, item, rect): (&Group, &Session, &[Chip], Item, Rect),
) -> bool {
    let is_open = item.sort == Sort::OpenGroup;
    let id = Id::unique(("grid group", first.called(), first.placement.as_ref().map(|at| at.start)));
    let response = ui.interact(rect, id, Sense::click());
    let start = chips[0].start.clock();
    response.widget_info(|| {
        let id = if is_open { "grid-close-group" } else { "grid-open-group" };
        let values = [("group", Value::from(&group.name)), ("time", Value::from(&start))];
        egui::WidgetInfo::labeled(egui::Role::Button, true, cx.texts.text_with(id, &values))
    });
    let card = Card {
        rect,
        colors: blocks::block_colors(cx, first, false),
        sign: if is_open { icons::CHEVRON_DOWN } else { cx.kind_sign(first.called()) },
        start,
        words: Words { code: String::new(), rest: group.name.clone() },
        room: group.room.clone(),
        mark: Some(group.worst).filter(|&worst| worst >= Severity::Warning),
        state: "",
        to_dos: 0,
        selected: !is_open && is_any_selected(cx, chips),
        hovered: response.hovered(),
        cancelled: false,
        reserve: "",
    };
    card.paint(cx, blocks);
    let clicked = response.clicked();
    if response.hovered() {
        let named = &chips[..chips.len().min(MOST_NAMED)];
        let mut lines: Vec<&str> = members(cx, named).map(|session| cx.session_title(session)).collect();
        if chips.len() > MOST_NAMED {
            lines.push("…");
        }
        tip(response.on_hover_cursor(egui::CursorIcon::PointingHand), &lines.join("\n"));
    }
    clicked
}

/// Whether the selection has to do with a group: looked up from the smaller of the two.
fn is_any_selected(cx: &ViewContext<'_>, chips: &[Chip]) -> bool {
    let selected = &cx.selection.sessions;
    if selected.len() < chips.len() {
        let key = (chips[0].start, chips[0].kind);
        let rows = selected.iter().filter_map(|&id| cx.plan.sessions().get(id));
        return rows.filter_map(|row| Some((row.placement.as_ref()?.start, row.called()))).any(|own| own == key);
    }
    chips.iter().any(|chip| selected.contains(&chip.session))
}

/// A session where it would be.
pub fn paint_ghost(
    blocks: &mut BlockPainter<'_>,
    cx: &ViewContext<'_>,
    (ghost, codes, rect, refused): (&Ghost, &RoomCodes, Rect, bool),
) {
    let session = cx.plan.sessions().get(ghost.session);
    let words = session.map_or_else(
        || Words { code: String::new(), rest: cx.text("session-new").to_owned() },
        |session| card_words(cx, session),
    );
    let card = Card {
        rect,
        colors: cx.theme.ghost(refused),
        sign: session.map_or("", |session| cx.kind_sign(session.called())),
        start: ghost.placement.start.clock(),
        words,
        room: codes.of_all(&ghost.placement.rooms),
        mark: None,
        state: "",
        to_dos: 0,
        selected: true,
        hovered: false,
        cancelled: false,
        reserve: "",
    };
    card.paint(cx, blocks);
}

/// A title is not cut to less for what can be told otherwise.
const LEAST_TITLE: f32 = 150.0;

struct Card<'a> {
    rect: Rect,
    colors: BlockColors,
    sign: &'static str,
    start: String,
    words: Words,
    room: String,
    mark: Option<Severity>,
    state: &'static str,
    /// How many to-dos on it are open.
    to_dos: usize,
    selected: bool,
    hovered: bool,
    cancelled: bool,
    /// That it is held only if required, in words; empty where it is not.
    reserve: &'a str,
}

impl Card<'_> {
    fn paint(&self, cx: &ViewContext<'_>, blocks: &mut BlockPainter<'_>) {
        let Self { rect, colors, .. } = *self;
        self.ground(cx, blocks);
        if !self.reserve.is_empty() {
            blocks.dashed(rect, colors.bar);
        }
        let two_lines = rect.height() > LOW + 1.0;
        let top = rect.top() + if two_lines { 3.0 } else { 4.0 };
        let at = |left: f32, right: f32, line: f32| {
            let y = top + line * Face::Title.line_height();
            Rect::from_min_max(pos2(left, y), pos2(right.max(left), y + Face::Title.line_height()))
        };
        let small = |rect: Rect, color: Color32| Setting { rect: rect.translate(vec2(0.0, 1.0)), max_lines: 1, color };
        let sign = at(rect.left() + SIGN, rect.left() + START - 2.0, 0.0);
        blocks.text(self.sign, Face::Sign, Setting { rect: sign, max_lines: 1, color: colors.bar });
        let start = at(rect.left() + START, rect.right() - RIGHT, 0.0);
        blocks.text(&self.start, Face::Detail, small(start, colors.weak_text));
        // From the right: the room, the mark, what the session is besides.
        let (edge, gap) = if rect.width() < TIGHT { (4.0, 2.0) } else { (RIGHT, 4.0) };
        let mut right = rect.right() - edge;
        if !self.room.is_empty() {
            let room = isolated(&self.room);
            let width = blocks.text_width(&room, Face::Detail).min(rect.width() / 3.0);
            blocks.text(&room, Face::Detail, small(at(right - width, right, 0.0), colors.weak_text));
            right -= width + gap;
        }
        if !self.reserve.is_empty() {
            let width = blocks.text_width(self.reserve, Face::Detail);
            let from = if two_lines && rect.width() < NARROW {
                START + blocks.text_width(&self.start, Face::Detail) + 6.0
            } else {
                let title = format!("{}{}", self.words.code, self.words.rest);
                TITLE + blocks.text_width(&title, Face::Title).min(LEAST_TITLE)
            };
            // In words only where there is room for it.
            if rect.left() + from + width <= right {
                blocks.text(self.reserve, Face::Detail, small(at(right - width, right + 1.0, 0.0), colors.weak_text));
                right -= width + gap;
            }
        }
        let mut second_right = rect.right() - RIGHT;
        let mut add = |blocks: &mut BlockPainter<'_>, icon: &str, color: Color32| {
            let (edge, line) = if two_lines { (&mut second_right, 1.0) } else { (&mut right, 0.0) };
            let setting = Setting { rect: at(*edge - 14.0, *edge, line), max_lines: 1, color };
            blocks.text(icon, Face::Sign, setting);
            *edge -= MARK;
        };
        if let Some(mark) = self.mark {
            let color = if mark == Severity::Error { cx.theme.error } else { cx.theme.warning_mark };
            add(blocks, icons::severity(mark), color);
        }
        if !self.state.is_empty() {
            add(blocks, self.state, colors.weak_text);
        }
        if self.to_dos > 0 {
            add(blocks, icons::SQUARE, colors.weak_text);
        }
        if two_lines && rect.width() < NARROW {
            self.title(blocks, at(rect.left() + START, second_right, 1.0), 1);
        } else {
            let lines = if two_lines { 2 } else { 1 };
            let narrowest = right.min(second_right);
            let place = at(rect.left() + TITLE, if two_lines { narrowest } else { right }, 0.0);
            self.title(blocks, place, lines);
        }
        if self.cancelled {
            let y = rect.center().y.round();
            blocks.rect(Rect::from_min_max(pos2(rect.left() + START, y), pos2(right, y + 1.0)), colors.text);
        }
    }

    fn title(&self, blocks: &mut BlockPainter<'_>, rect: Rect, max_lines: usize) {
        // An ellipsis alone says nothing.
        if rect.width() < 20.0 {
            return;
        }
        let color = self.colors.text;
        let Words { code, rest } = &self.words;
        let setting = Setting { rect, max_lines, color };
        if code.is_empty() {
            blocks.text(rest, Face::Title, setting);
            return;
        }
        // A blank at the start of a text takes no room.
        let blank = if rest.starts_with(' ') { BLANK } else { 0.0 };
        let before = blocks.text_width(code, Face::Code) + blank;
        blocks.text(code, Face::Code, Setting { max_lines: 1, ..setting });
        if !rest.is_empty() && before + 8.0 < rect.width() {
            blocks.text_beside(rest, Face::Title, (setting, Beside { before, ..Beside::default() }));
        }
    }

    fn ground(&self, cx: &ViewContext<'_>, blocks: &mut BlockPainter<'_>) {
        let Self { rect, colors, .. } = *self;
        let mut inner = rect;
        if self.selected {
            blocks.rounded(rect.expand(2.0), [RADIUS + 2.0; 4], cx.theme.halo);
            blocks.rounded(rect, [RADIUS; 4], cx.theme.select);
            inner = rect.shrink(2.0);
        } else if self.hovered {
            blocks.rounded(rect, [RADIUS; 4], colors.bar);
            inner = rect.shrink(1.0);
        }
        blocks.rounded(inner, [RADIUS; 4], colors.bar);
        blocks.rounded(inner.with_min_x(inner.left() + EDGE), [0.0, RADIUS, RADIUS, 0.0], colors.fill);
    }
}

/// The "+" in an empty cell: makes a session there. Answers whether it was asked to.
pub fn add_ui(ui: &Ui, cx: &ViewContext<'_>, rect: Rect, (name, place): (&str, Place)) -> bool {
    let response = ui.interact(rect, Id::unique(("grid add", place)), Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name));
    let painter = ui.painter();
    let color = if response.hovered() || response.has_focus() { cx.theme.accent } else { cx.theme.text_3 };
    if response.hovered() || response.has_focus() {
        painter.rect_filled(rect, radius::BAR, cx.theme.accent_soft);
    }
    let frame = rect.shrink(0.5);
    let corners = [frame.left_top(), frame.right_top(), frame.right_bottom(), frame.left_bottom(), frame.left_top()];
    painter.extend(egui::Shape::dashed_line(&corners, (1.0, cx.theme.line_strong), 3.0, 3.0));
    let font = egui::FontId::proportional(crate::app::style::size::SMALL_ICON);
    painter.text(rect.center(), Align2::CENTER_CENTER, icons::PLUS, font, color);
    let clicked = response.clicked();
    response.on_hover_text(name).on_hover_cursor(egui::CursorIcon::PointingHand);
    clicked
}
