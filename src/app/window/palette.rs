//! The palette: every command and every row of the plan, found by typing.

mod found;
mod haystack;
mod search;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Align, Align2, Area, CornerRadius, FontId, Frame, Galley, Id, Key, Layout, Modifiers, Order, Rect, RichText, Role,
    ScrollArea, Sense, Stroke, TextEdit, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::Floating;
use super::sheet::{key_caps, shadow};
use crate::app::action::Action;
use crate::app::context::ViewContext;
use crate::app::filter::{Filter, FilterBy, folded};
use crate::app::paint::text::{elided, has_right_to_left};
use crate::app::selection::Selection;
use crate::app::style::{Type, icons, radius, size};
use crate::edit::{Command, first_day, new_session};
use crate::model::{BodyId, CivilTime, RowId, Session, SessionId};
use crate::workbench::Generation;
use found::{Entry, Section, Target, find};
use search::Search;

/// The palette, open or not.
#[derive(Debug, Default)]
pub struct Palette {
    open: bool,
    just_opened: bool,
    only_rows: bool,
    words: String,
    chosen: usize,
    search: Search,
    found: Option<(Query, Vec<Section>)>,
    /// Whether Enter was pressed before what is typed was found.
    takes_first: bool,
    /// Whether it was pressed with Ctrl.
    inspects: bool,
}

type Query = (Generation, String, bool);

/// How wide it is where there is room.
const WIDTH: f32 = 640.0;
/// From the top of the screen, where there is room.
const TOP: f32 = 120.0;
/// So many letters can be sought.
const LONGEST: usize = 200;
/// The line in which words are typed.
const QUERY: f32 = 48.0;
const ENTRY: f32 = 32.0;
const HEAD: f32 = 28.0;
/// The line that says which keys do what.
const FOOT: f32 = 36.0;
/// How high the list gets.
const LIST: f32 = 500.0;

impl Floating for Palette {
    fn ui(&mut self, ui: &Ui, cx: &ViewContext<'_>) {
        if !self.open {
            return;
        }
        let keys = ui.input_mut(|input| {
            let inspects = input.consume_key(Modifiers::COMMAND, Key::Enter);
            // Keys that repeat may arrive several in one frame, and each of them counts.
            let mut taken = |key| input.count_and_consume_key(Modifiers::NONE, key);
            (taken(Key::Escape), taken(Key::Enter), taken(Key::ArrowUp), taken(Key::ArrowDown), inspects)
        });
        let (escape, enter, up, down) = (keys.0 > 0, keys.1 > 0 || keys.4, keys.2, keys.3);
        let (sections, is_current) = self.find(ui, cx);
        self.takes_first |= enter;
        self.inspects = keys.4 || (self.inspects && self.takes_first);
        let count: usize = sections.iter().map(|section| section.entries.len()).sum();
        let moved = up + down > 0 || self.just_opened;
        // After the last one comes the first.
        let all = count.max(1);
        self.chosen = (self.chosen.min(all - 1) + down % all + all - up % all) % all;
        let mut picked = None;
        let screen = ui.ctx().content_rect();
        let width = WIDTH.min(screen.width() - 32.0);
        let top = TOP.min(screen.height() / 12.0).max(8.0).max((screen.height() - 680.0).clamp(8.0, TOP));
        let room = (screen.height() - top - QUERY - FOOT - 24.0).clamp(2.0 * ENTRY, LIST);
        let heads = sections.len() as f32 * HEAD;
        let list = if count == 0 { ENTRY + 16.0 } else { (heads + count as f32 * ENTRY + 8.0).min(room) };
        let corner = pos2((screen.center().x - width / 2.0).round(), (screen.top() + top).round());
        let rect = Rect::from_min_size(corner, vec2(width, QUERY + list + FOOT));
        let area = Area::new(Id::unique("palette")).order(Order::Foreground).fixed_pos(screen.min);
        let mut elsewhere = false;
        area.constrain(false).show(ui.ctx(), |ui| {
            let veil = ui.interact(screen, Id::unique("palette veil"), Sense::CLICK | Sense::DRAG);
            elsewhere =
                veil.is_pointer_button_down_on() && veil.interact_pointer_pos().is_some_and(|at| !rect.contains(at));
            ui.painter().rect_filled(screen, 0.0, cx.theme.veil);
            ui.advance_cursor_after_rect(screen);
            let surface = Frame::new().fill(cx.theme.raised).corner_radius(CornerRadius::same(radius::DIALOG));
            ui.painter().add(surface.shadow(shadow(cx)).paint(rect));
            let (query, below) = (rect.with_max_y(rect.top() + QUERY), rect.bottom() - FOOT);
            self.query_ui(ui, cx, (query, enter));
            let list = Rect::from_min_max(pos2(rect.left(), query.bottom()), pos2(rect.right(), below));
            let mut of_list = ui.new_child(UiBuilder::new().id_salt("found").max_rect(list));
            of_list.spacing_mut().item_spacing.y = 0.0;
            if count == 0 {
                of_list.add_space(12.0);
                of_list.horizontal(|ui| {
                    ui.add_space(16.0);
                    ui.weak(cx.text(if is_current { "palette-nothing" } else { "palette-searching" }));
                });
            }
            let chosen = (self.chosen, moved);
            ScrollArea::vertical().auto_shrink(false).show(&mut of_list, |ui| {
                picked = picked.or(self.sections_ui(ui, cx, &sections, chosen));
                ui.add_space(8.0);
            });
            foot_ui(ui, cx, rect.with_min_y(below));
        });
        self.just_opened = false;
        // What is chosen is what was typed, also where that is still sought.
        if is_current && self.found.as_ref().is_some_and(|(query, _)| query.1 == self.words) && self.takes_first {
            // Where there is nothing, what is typed stays to be mended.
            self.takes_first = false;
            picked = picked.or(Some(self.chosen).filter(|_| count > 0));
        }
        let entry = picked.and_then(|at| sections.iter().flat_map(|section| &section.entries).nth(at));
        if let Some(entry) = entry {
            take(cx, entry.target, self.inspects);
        }
        self.found = self.found.take().map(|(query, _)| (query, sections));
        if picked.is_some() || escape || elsewhere {
            self.open = false;
        }
    }

    fn is_open(&self) -> bool {
        self.open
    }

    fn close(&mut self) {
        self.open = false;
    }
}

/// Does what was chosen; a row that one `inspects` opens in the inspector, and the view stays where it is.
fn take(cx: &ViewContext<'_>, target: Target, inspects: bool) {
    match target {
        Target::Command(command) => cx.run(command),
        Target::Row(row) if inspects => cx.act(Action::Inspect(row)),
        Target::New(body) => {
            if let Some(session) = session_of(cx, body) {
                cx.act(Action::PerformAt(cx.workbench.generation(), Command::Create(Box::new(session))));
            }
        }
        Target::Row(row) => {
            if matches!(row, RowId::Session(_) | RowId::Event(_)) {
                cx.act(Action::Reveal(row));
                return;
            }
            // Of what has no place of its own, a session comes into sight; the row is what is selected.
            if let Some(session) = nearest_session(cx, row) {
                cx.act(Action::Reveal(session.into()));
            }
            cx.act(Action::Select(Selection::only(row)));
        }
        Target::Date(date) => cx.act(Action::ShowDate(date)),
        Target::Only(row) => {
            let mut filter = Filter::default();
            filter.toggle(FilterBy::Row(row));
            cx.act(Action::Filter(filter));
        }
    }
}

/// A session of a body that waits for its time on the day in sight: of the kind, as long and in the rooms as the last one.
fn session_of(cx: &ViewContext<'_>, body: BodyId) -> Option<Session> {
    let day = cx.date.unwrap_or_else(|| first_day(cx.plan));
    let mut session = new_session(cx.plan, CivilTime::midnight(day))?;
    (session.title, session.bodies, session.wish.day) = (cx.new_title(), vec![body], Some(day));
    let placed = cx.index().sessions_of(body).iter().filter_map(|&id| cx.plan.sessions().get(id));
    let last = placed.filter(|other| other.bodies == [body]).max_by_key(|other| other.span().map(|span| span.start));
    if let Some(last) = last {
        session.call(cx.plan, last.called());
        (session.planned_length, session.languages) = (last.length(), last.languages);
        session.wish.rooms = last.rooms_or_wished().to_vec();
    }
    Some(session)
}

/// The session of a row that is nearest to the day in sight, the earliest of that day; `None` where none has a place.
fn nearest_session(cx: &ViewContext<'_>, row: RowId) -> Option<SessionId> {
    let placed = |&id: &SessionId| Some((cx.plan.sessions().get(id)?.span()?.start, id));
    let distance = |start: CivilTime| cx.date.map_or(0, |date| (start.date() - date).num_days().unsigned_abs());
    let sessions = cx.index().sessions_of(row).iter().filter_map(placed);
    sessions.min_by_key(|&(start, id)| (distance(start), start, id)).map(|(_, id)| id)
}

impl Palette {
    /// Opens it; `only_rows` leaves commands out.
    pub fn open(&mut self, ctx: &egui::Context, only_rows: bool) {
        let search = std::mem::take(&mut self.search);
        *self = Self { open: true, just_opened: true, only_rows, search, ..Self::default() };
        ctx.request_repaint();
    }

    /// What is found, looked for only where the words or the plan have changed, and whether that is for what is typed now:
    /// until it is known, what was found before stays.
    fn find(&mut self, ui: &Ui, cx: &ViewContext<'_>) -> (Vec<Section>, bool) {
        let asked = (cx.workbench.generation(), self.words.clone(), self.only_rows);
        let known = self.found.take().map(|(query, sections)| (query == asked, query, sections));
        if let Some((true, query, sections)) = known {
            self.found = Some((query, Vec::new()));
            return (sections, true);
        }
        let rows = if self.only_rows || !self.words.trim().is_empty() {
            self.search.rows(ui.ctx(), cx, &self.words)
        } else {
            self.search.prepare(ui.ctx(), cx);
            Some(&[] as &[_])
        };
        match (rows, known) {
            (Some(rows), _) => {
                let sections = find(ui, cx, (&self.words, self.only_rows), rows);
                self.found = Some((asked, Vec::new()));
                (sections, true)
            }
            (None, Some((_, query, sections))) => {
                self.found = Some((query, Vec::new()));
                (sections, false)
            }
            (None, None) => (Vec::new(), false),
        }
    }

    fn query_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, (rect, enter): (Rect, bool)) {
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, cx.theme.line_strong));
        let at = pos2(rect.left() + 16.0 + size::ICON / 2.0, rect.center().y);
        ui.painter().text(at, Align2::CENTER_CENTER, icons::SEARCH, FontId::proportional(size::ICON), cx.theme.text_3);
        key_caps(ui, cx, pos2(rect.right() - 16.0, rect.center().y), cx.text("key-escape"));
        let inner = Rect::from_min_max(pos2(rect.left() + 42.0, rect.top()), rect.max - vec2(72.0, 1.0));
        let layout = Layout::left_to_right(Align::Center);
        let mut ui = ui.new_child(UiBuilder::new().id_salt("query").max_rect(inner).layout(layout));
        let hint = if self.only_rows { cx.text("palette-find-hint") } else { cx.text("palette-hint") };
        let font = FontId::proportional(Type::Title.font().size);
        let field = TextEdit::singleline(&mut self.words).hint_text(hint).desired_width(inner.width());
        // A table that was copied is no search, and laying it out would take a second.
        let field = field.char_limit(LONGEST);
        let field = field.font(font).frame(Frame::NONE).min_size(vec2(0.0, QUERY - 2.0)).align(Align2::LEFT_CENTER);
        let response = ui.add(field).accessible_name(hint);
        if self.just_opened {
            response.request_focus();
        }
        if response.changed() {
            self.chosen = 0;
            // Who goes on typing does not mean any more what was sought when Enter was pressed.
            self.takes_first = enter;
            ui.request_repaint();
        }
    }

    /// Everything found; answers the place of what was clicked.
    fn sections_ui(
        &self,
        ui: &mut Ui,
        cx: &ViewContext<'_>,
        sections: &[Section],
        (chosen, moved): (usize, bool),
    ) -> Option<usize> {
        let words: Vec<String> = self.words.split_whitespace().map(folded).collect();
        let mut picked = None;
        let mut at = 0;
        for section in sections {
            let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEAD), Sense::hover());
            let name = pos2(rect.left() + 16.0, rect.bottom() - 2.0);
            let head = cx.text(section.head);
            ui.painter().text(name, Align2::LEFT_BOTTOM, head, Type::Cap.font(), cx.theme.text_3);
            for entry in &section.entries {
                let response = entry_ui(ui, cx, (entry, &words), at == chosen);
                if at == chosen && moved {
                    response.scroll_to_me(None);
                }
                if response.clicked() {
                    picked = Some(at);
                }
                at += 1;
            }
        }
        picked
    }
}

fn entry_ui(ui: &mut Ui, cx: &ViewContext<'_>, (entry, words): (&Entry, &[String]), chosen: bool) -> egui::Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ENTRY), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, chosen, &entry.title));
    let rect = rect.shrink2(vec2(8.0, 0.0));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    if chosen || response.hovered() {
        let fill = if chosen { cx.theme.accent_soft } else { cx.theme.field };
        ui.painter().rect_filled(rect, CornerRadius::same(radius::CONTROL), fill);
    }
    let sign = Rect::from_center_size(pos2(rect.left() + 18.0, rect.center().y), vec2(20.0, 20.0));
    let (ground, color) = match entry.kind.map(|kind| cx.kind_colors(kind)) {
        Some(colors) => (colors.fill, colors.bar),
        None => (cx.theme.field, cx.theme.text_2),
    };
    ui.painter().rect_filled(sign, CornerRadius::same(radius::BAR), ground);
    let font = FontId::proportional(size::SMALL_ICON);
    ui.painter().text(sign.center(), Align2::CENTER_CENTER, entry.icon, font, color);
    let mut right = rect.right() - 8.0;
    let keys = if chosen && entry.keys.is_empty() { cx.text("key-enter") } else { &entry.keys };
    if !keys.is_empty() {
        right -= key_caps(ui, cx, pos2(right, rect.center().y), keys) + 6.0;
    }
    let left = sign.right() + 10.0;
    if !entry.detail.is_empty() {
        let text = RichText::new(&entry.detail).font(Type::Small.font()).color(cx.theme.text_3);
        let galley = elided(ui, text, (right - left) * 0.5);
        right -= galley.size().x;
        let at = pos2(right, (rect.center().y - galley.size().y / 2.0).round());
        ui.painter().galley(at, galley, cx.theme.text_3);
        right -= 12.0;
    }
    let galley = marked(ui, cx, (&entry.title, words), right - left);
    let at = pos2(left, (rect.center().y - galley.size().y / 2.0).round());
    ui.painter().galley(at, galley, cx.theme.text);
    response
}

/// A title in which what was typed stands out.
fn marked(ui: &Ui, cx: &ViewContext<'_>, (title, words): (&str, &[String]), width: f32) -> std::sync::Arc<Galley> {
    let letters: Vec<usize> = title.char_indices().map(|(at, _)| at).chain([title.len()]).collect();
    let compared: Vec<char> = folded(title).chars().collect();
    // Where folding changes how many letters there are, places can not be told.
    if words.is_empty() || has_right_to_left(title) || compared.len() + 1 != letters.len() {
        return elided(ui, RichText::new(title).font(Type::Body.font()).color(cx.theme.text), width);
    }
    let mut is_marked = vec![false; compared.len()];
    for word in words {
        let word: Vec<char> = word.chars().collect();
        if let Some(at) = compared.windows(word.len().max(1)).position(|part| part == word.as_slice()) {
            is_marked[at..at + word.len()].fill(true);
        }
    }
    let mut job = LayoutJob { wrap: TextWrapping::truncate_at_width(width.max(8.0)), ..LayoutJob::default() };
    let mut from = 0;
    while from < is_marked.len() {
        let end = is_marked[from..].iter().position(|&mark| mark != is_marked[from]);
        let to = end.map_or(is_marked.len(), |end| from + end);
        let (kind, color) = if is_marked[from] { (Type::Head, cx.theme.accent) } else { (Type::Body, cx.theme.text) };
        job.append(&title[letters[from]..letters[to]], 0.0, TextFormat::simple(kind.font(), color));
        from = to;
    }
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// Which keys do what.
fn foot_ui(ui: &Ui, cx: &ViewContext<'_>, rect: Rect) {
    let corner = CornerRadius { nw: 0, ne: 0, sw: radius::DIALOG, se: radius::DIALOG };
    ui.painter().rect_filled(rect, corner, cx.theme.ground);
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, Stroke::new(1.0, cx.theme.line));
    let arrows = format!("{}+{}", icons::ARROW_UP, icons::ARROW_DOWN);
    let mut left = rect.left() + 16.0;
    let inspects = ui.ctx().format_shortcut(&egui::KeyboardShortcut::new(Modifiers::COMMAND, Key::Enter));
    for (keys, text) in [
        (arrows.as_str(), "palette-choose"),
        (cx.text("key-enter"), "palette-go"),
        (inspects.as_str(), "palette-inspect"),
    ] {
        // Caps are painted from the right; how wide they are is known only afterwards.
        let width = ui.fonts_mut(|fonts| {
            let letters = keys.replace('+', "");
            let caps = keys.matches('+').count() + 1;
            let galley = fonts.layout_no_wrap(letters, Type::Meta.font(), cx.theme.text_2);
            galley.size().x + caps as f32 * 14.0
        });
        let right = left + width.ceil();
        key_caps(ui, cx, pos2(right, rect.center().y), keys);
        let at = pos2(right + 6.0, rect.center().y);
        let painted = ui.painter().text(at, Align2::LEFT_CENTER, cx.text(text), Type::Meta.font(), cx.theme.text_3);
        left = painted.right() + 16.0;
    }
    let hint = RichText::new(cx.text("palette-order")).font(Type::Meta.font()).color(cx.theme.text_3);
    let galley = elided(ui, hint, (rect.right() - 16.0 - left).max(0.0));
    let at = pos2(rect.right() - 16.0 - galley.size().x, (rect.center().y - galley.size().y / 2.0).round());
    ui.painter().galley(at, galley, cx.theme.text_3);
}
