//! Posts of the conference: bodies × regions, with sums both ways, who makes up the steering committee, and what stands out.

mod marks;
mod sums;

use egui::{
    Align2, EventFilter, Id, Key, Modifiers, Rect, RichText, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
    vec2,
};

use crate::app::context::ViewContext;
use crate::app::style::{Type, icons};
use crate::app::widget::cells::{cell, row_fill, small, text, text_right};
use crate::app::widget::posts::body_name;
use crate::model::bureaus::{Matrix, Row};
use crate::model::{BodyId, BodyKind, OfficeRole, Post, PostId, RowId};
use crate::texts::{Value, names, tid};

use self::marks::{MARK, Shape, letter, mark_ui, spoken_of};
use super::seats::Seat;
use super::{Asked, Sift};

/// How high a row is, in points.
const ROW: f32 = 34.0;
/// How wide names of bodies are, each of the sums, and names of secretaries at least.
const NAME: (f32, f32) = (210.0, 110.0);
const FIGURE: f32 = 52.0;
const SECRETARY: f32 = 120.0;
const PAD: f32 = 12.0;

/// Which cell keys act on: a row, and a region or, behind them, the secretary.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cursor {
    row: usize,
    column: usize,
    is_shown: bool,
    /// Whether the list of posts to make opens in it.
    opens: bool,
}

/// Where columns stand.
struct Layout {
    name: f32,
    /// How wide a region is.
    each: f32,
    regions: usize,
    /// Whether some posts are of no region.
    has_elsewhere: bool,
    wide: f32,
}

impl Layout {
    fn of(wide: f32, matrix: &Matrix) -> Self {
        let has_elsewhere = matrix.rows.iter().any(|row| !row.elsewhere.is_empty());
        let regions = matrix.regions.len();
        let columns = (regions + usize::from(has_elsewhere)).max(1);
        let name = if wide > 860.0 { NAME.0 } else { NAME.1 };
        let each = (wide - name - 4.0 * FIGURE - SECRETARY - PAD) / columns as f32;
        Self { name, each: each.clamp(34.0, 110.0), regions, has_elsewhere, wide }
    }

    fn columns(&self) -> usize {
        self.regions + usize::from(self.has_elsewhere)
    }

    fn region(&self, at: usize) -> (f32, f32) {
        let left = self.name + self.each * at as f32;
        (left, left + self.each - 4.0)
    }

    fn figure(&self, at: usize) -> (f32, f32) {
        let left = self.name + self.each * self.columns() as f32 + FIGURE * at as f32;
        (left, left + FIGURE - 8.0)
    }

    fn secretary(&self) -> (f32, f32) {
        (self.figure(4).0 + 8.0, self.wide - PAD)
    }

    /// Which column lies at this distance from the left edge: a region, or behind them the secretary.
    fn column_at(&self, x: f32) -> Option<usize> {
        let at = ((x - self.name) / self.each).floor();
        if at < 0.0 {
            return None;
        }
        if (at as usize) < self.columns() {
            return Some(at as usize);
        }
        (x >= self.secretary().0).then_some(self.columns())
    }
}

/// Draws it and takes its keys.
pub fn ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    (matrix, sift): (&Matrix, Option<Sift>),
    (cursor, takes_keyboard): (&mut Cursor, bool),
    asked: &mut Option<Asked>,
) {
    if matrix.rows.is_empty() {
        return;
    }
    let layout = Layout::of(ui.available_width(), matrix);
    head_ui(ui, cx, &layout, matrix);
    let top = ui.cursor().top();
    let high = ROW * matrix.rows.len() as f32;
    let whole = Rect::from_min_size(pos2(ui.max_rect().left(), top), vec2(ui.available_width(), high));
    let ground = ui.interact(whole, Id::unique("bureaus-matrix"), Sense::click());
    ground.widget_info(|| WidgetInfo::labeled(Role::Table, true, cx.text("bureaus-posts")));
    if takes_keyboard || ground.clicked() {
        ui.memory_mut(|memory| memory.request_focus(ground.id));
    }
    keys(ui, cx, (matrix, &layout), (cursor, ground.id), asked);
    cursor.is_shown = ground.has_focus();
    for (at, row) in matrix.rows.iter().enumerate() {
        row_ui(ui, cx, (matrix, &layout, sift), (at, row), cursor, asked);
    }
    if ground.clicked()
        && let Some(pointer) = ground.interact_pointer_pos()
    {
        let at = ((pointer.y - top) / ROW).floor().max(0.0) as usize;
        if let Some(column) = layout.column_at(pointer.x - whole.left()) {
            (cursor.row, cursor.column) = (at.min(matrix.rows.len() - 1), column);
        }
    }
    sums::ui(ui, cx, &layout, matrix);
    sums::steering_ui(ui, cx, &layout);
    sums::checks_ui(ui, cx, matrix);
}

fn head_ui(ui: &mut Ui, cx: &ViewContext<'_>, layout: &Layout, matrix: &Matrix) {
    ui.add_space(8.0);
    let (band, _) = ui.allocate_exact_size(vec2(ui.available_width(), 32.0), Sense::HOVER);
    let painter = ui.painter_at(band);
    painter.rect_filled(band, 0.0, cx.theme.ground);
    painter.hline(band.x_range(), band.top() + 0.5, (1.0, cx.theme.line_strong));
    let event = cx.plan.main_event().map(|event| cx.short_name(&event.code, &event.title)).unwrap_or_default();
    let title = cx.texts.text_with("bureaus-posts-of", &[("event", Value::from(event))]);
    text(
        ui,
        &painter,
        cell(band, (PAD, layout.wide)),
        RichText::new(title).font(Type::Head.font()).color(cx.theme.text),
    );
    marks::legend_ui(ui, cx, band);
    let (head, _) = ui.allocate_exact_size(vec2(ui.available_width(), 26.0), Sense::HOVER);
    let painter = ui.painter_at(head);
    painter.hline(head.x_range(), head.bottom() - 0.5, (1.0, cx.theme.line_strong));
    text(ui, &painter, cell(head, (PAD, layout.name)), small(cx.text("row-body"), cx.theme.text_2));
    for (at, &region) in matrix.regions.iter().enumerate() {
        text(ui, &painter, cell(head, layout.region(at)), small(&body_name(cx, region), cx.theme.text_2));
    }
    if layout.has_elsewhere {
        let other = cx.text("bureaus-elsewhere");
        text(ui, &painter, cell(head, layout.region(layout.regions)), small(other, cx.theme.text_2));
    }
    let figures = [tid("bureaus-posts-head"), tid("bureaus-women"), tid("bureaus-men"), tid("bureaus-open-head")];
    for (at, id) in figures.into_iter().enumerate() {
        text_right(ui, &painter, cell(head, layout.figure(at)), small(cx.text(id), cx.theme.text_2));
    }
    text(ui, &painter, cell(head, layout.secretary()), small(cx.text("office-secretary"), cx.theme.text_2));
}

fn row_ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    (matrix, layout, sift): (&Matrix, &Layout, Option<Sift>),
    (at, row): (usize, &Row),
    cursor: &mut Cursor,
    asked: &mut Option<Asked>,
) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::HOVER);
    if !ui.is_rect_visible(rect) {
        return;
    }
    let is_hovered = ui.rect_contains_pointer(rect);
    ui.painter().rect_filled(rect, 0.0, row_fill(cx, (false, is_hovered), cx.theme.panel));
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (1.0, cx.theme.line));
    name_ui(ui, cx, (matrix, layout), (rect, row), asked);
    let is_editorial = cx.plan.bodies().get(row.body).is_some_and(|body| body.kind == BodyKind::EditorialCommittee);
    let elsewhere = layout.has_elsewhere.then_some(&row.elsewhere);
    for (column, posts) in row.by_region.iter().chain(elsewhere).enumerate() {
        let area = cell(rect, layout.region(column));
        let mut left = area.left();
        for &id in posts {
            let Some(post) = cx.plan.posts().get(id) else { continue };
            let mark = Rect::from_min_size(pos2(left, area.center().y - MARK / 2.0), vec2(MARK, MARK));
            if mark.right() > area.right() + 2.0 {
                break;
            }
            post_ui(ui, cx, (mark, post, sift), &body_name(cx, row.body), asked);
            left += MARK + 4.0;
            let language = post.language.filter(|_| is_editorial);
            let language = language.map(|language| match area.width() {
                wide if wide < 96.0 => language.code().to_uppercase(),
                _ => cx.text(names::language(language)).to_owned(),
            });
            if let Some(words) = &language {
                let place = Rect::from_min_max(pos2(left + 2.0, area.top()), area.max);
                left += text(ui, &ui.painter_at(place), place, small(words, cx.theme.text_2)) + 8.0;
            }
        }
        let is_here = cursor.is_shown && (cursor.row, cursor.column) == (at, column);
        if posts.is_empty() {
            let opens = is_here && std::mem::take(&mut cursor.opens);
            free_ui(ui, cx, (area, row.body, matrix.regions.get(column).copied()), (is_here, opens), asked);
        }
        if is_here {
            cursor_ui(ui, cx, area);
        }
    }
    let count = row.count;
    for (at, (figure, is_open)) in
        [(count.posts, false), (count.women, false), (count.men, false), (count.open, true)].into_iter().enumerate()
    {
        let color = match (figure, is_open) {
            (0, _) => cx.theme.text_3,
            (_, true) => cx.theme.warning,
            (_, false) => cx.theme.text,
        };
        let words = RichText::new(figure.to_string()).font(Type::Body.font()).color(color);
        text_right(ui, ui.painter(), cell(rect, layout.figure(at)), words);
    }
    secretary_ui(ui, cx, layout, (rect, row), asked);
    if cursor.is_shown && (cursor.row, cursor.column) == (at, layout.columns()) {
        cursor_ui(ui, cx, cell(rect, layout.secretary()));
    }
}

/// A cell without a post: a list of those that can be made opens under it.
fn free_ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    (area, body, region): (Rect, BodyId, Option<BodyId>),
    (is_here, opens): (bool, bool),
    asked: &mut Option<Asked>,
) {
    let id = ui.make_persistent_id(egui::IdSalt::new(("free", body, region)));
    let response = ui.interact(area, id, Sense::CLICK);
    let names = [Some(body_name(cx, body)), region.map(|id| body_name(cx, id))];
    let name = names.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let spoken = cx.texts.text_with("bureaus-add", &[("name", Value::from(&name))]);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    if response.hovered() || is_here {
        let at = area.left_center() + vec2(3.0, 0.0);
        ui.painter().text(at, Align2::LEFT_CENTER, icons::PLUS, Type::Small.font(), cx.theme.text_3);
    }
    if opens {
        egui::Popup::open_id(ui.ctx(), egui::Popup::default_response_id(&response));
    }
    egui::Popup::menu(&response).show(|ui| {
        for role in [OfficeRole::ViceChair, OfficeRole::Chair] {
            if ui.button(cx.text(names::office(role))).clicked() {
                *asked = Some(Asked::Make(body, role, region.map(Seat::Body)));
            }
        }
    });
}

fn cursor_ui(ui: &Ui, cx: &ViewContext<'_>, area: Rect) {
    let around = area.expand2(vec2(3.0, -4.0));
    ui.painter().rect_stroke(around, 4.0, Stroke::new(2.0, cx.theme.focus), StrokeKind::Inside);
}

/// What a row says to those who do not see it.
fn row_words(cx: &ViewContext<'_>, matrix: &Matrix, row: &Row) -> String {
    let mut parts = vec![body_name(cx, row.body)];
    for (region, posts) in matrix.regions.iter().zip(&row.by_region).filter(|(_, posts)| !posts.is_empty()) {
        let all = posts.iter().filter_map(|&id| cx.plan.posts().get(id)).map(|post| spoken_of(cx, post));
        parts.push(format!("{}: {}", body_name(cx, *region), all.collect::<Vec<_>>().join("; ")));
    }
    parts.join(". ")
}

fn name_ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    (matrix, layout): (&Matrix, &Layout),
    (rect, row): (Rect, &Row),
    asked: &mut Option<Asked>,
) {
    let body = cx.plan.bodies().get(row.body);
    let code = body_name(cx, row.body);
    let painter = ui.painter_at(rect);
    let place = cell(rect, (PAD, layout.name - 8.0));
    let strong = RichText::new(&code).font(Type::Strong.font()).color(cx.theme.text);
    let used = text(ui, &painter, place, strong);
    let title = body.map(|body| cx.title(&body.title)).filter(|title| *title != code).unwrap_or_default();
    let place = place.with_min_x(place.left() + used + 6.0);
    if place.width() > 30.0 {
        text(ui, &painter, place, small(title, cx.theme.text_2));
    }
    let id = ui.make_persistent_id(egui::IdSalt::new(("matrix body", row.body.as_str())));
    let response = ui.interact(cell(rect, (0.0, layout.name)), id, Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Role::Row, true, row_words(cx, matrix, row)));
    if response.clicked() {
        *asked = Some(Asked::Board(row.body));
    }
    response.on_hover_text(cx.texts.text_with("bureaus-show-board", &[("body", Value::from(&code))]));
}

/// One post: a click selects it.
fn post_ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    (rect, post, sift): (Rect, &Post, Option<Sift>),
    body: &str,
    asked: &mut Option<Asked>,
) {
    let is_chair = post.role == OfficeRole::Chair;
    let shape = if post.is_open() { Shape::Open(is_chair) } else { Shape::Held(is_chair) };
    let steps_back = sift.is_some_and(|sift| !sift.takes(cx, post));
    mark_ui(ui, cx, (rect, shape), letter(cx, post), steps_back);
    let id = ui.make_persistent_id(egui::IdSalt::new(("mark", post.id.as_str())));
    let response = ui.interact(rect.expand(2.0), id, Sense::CLICK);
    let is_chosen = cx.selection.focus == Some(RowId::Post(post.id));
    let words = spoken_of(cx, post);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, format!("{body}: {words}")));
    if is_chosen {
        ui.painter().rect_stroke(rect.expand(3.0), 6.0, Stroke::new(2.0, cx.theme.accent), StrokeKind::Inside);
    }
    if response.clicked() {
        *asked = Some(Asked::Select(post.id));
    }
    response.on_hover_text(words);
}

/// The secretaries, or that one is to be named.
fn secretary_ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    layout: &Layout,
    (rect, row): (Rect, &Row),
    asked: &mut Option<Asked>,
) {
    let area = cell(rect, layout.secretary());
    let id = ui.make_persistent_id(egui::IdSalt::new(("secretary", row.body.as_str())));
    let post = row.secretaries.first().and_then(|&id| cx.plan.posts().get(id));
    let person = post.and_then(|post| cx.plan.people().get(post.person?));
    let (icon, words, color) = match (post, person) {
        (_, Some(person)) => (icons::CHECK, person.name.as_str(), cx.theme.text_2),
        (Some(_), None) => (icons::CIRCLE_DASHED, cx.text("bureaus-to-be-named"), cx.theme.warning),
        (None, None) => (icons::PLUS, cx.text("bureaus-name-secretary"), cx.theme.text_3),
    };
    let painter = ui.painter_at(area);
    let sign_color = if person.is_some() { cx.theme.ok } else { color };
    let used = text(ui, &painter, area, small(icon, sign_color));
    text(ui, &painter, area.with_min_x(area.left() + used + 6.0), small(words, color));
    let response = ui.interact(area, id, Sense::CLICK);
    let secretary = cx.text("office-secretary");
    response.widget_info(|| {
        WidgetInfo::labeled(Role::Button, true, format!("{}: {secretary}, {words}", body_name(cx, row.body)))
    });
    if response.clicked() {
        *asked = Some(match post {
            Some(post) => Asked::Select(post.id),
            None => Asked::Make(row.body, OfficeRole::Secretary, None),
        });
    }
}

/// Arrows from cell to cell; Enter sees or makes a post, Delete removes it.
fn keys(
    ui: &Ui,
    cx: &ViewContext<'_>,
    (matrix, layout): (&Matrix, &Layout),
    (cursor, ground): (&mut Cursor, Id),
    asked: &mut Option<Asked>,
) {
    let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(ground, arrows));
    if ui.memory(|memory| memory.focused()) != Some(ground) {
        return;
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let (rows, columns) = (matrix.rows.len(), layout.columns() + 1);
    for (key, down, right) in
        [(Key::ArrowUp, -1, 0), (Key::ArrowDown, 1, 0), (Key::ArrowLeft, 0, -1), (Key::ArrowRight, 0, 1)]
    {
        if pressed(key) {
            cursor.row = cursor.row.saturating_add_signed(down).min(rows - 1);
            cursor.column = cursor.column.saturating_add_signed(right).min(columns - 1);
        }
    }
    if pressed(Key::Enter) {
        enter(cx, (matrix, layout), cursor, asked);
    }
    if pressed(Key::Delete)
        && let posts = posts_at(matrix, layout, *cursor)
        && let Some(&first) = posts.first()
    {
        let is_chosen = |&&id: &&PostId| cx.selection.focus == Some(RowId::Post(id));
        *asked = Some(Asked::Remove(posts.iter().find(is_chosen).copied().unwrap_or(first)));
    }
}

fn posts_at<'a>(matrix: &'a Matrix, layout: &Layout, cursor: Cursor) -> &'a [PostId] {
    let Some(row) = matrix.rows.get(cursor.row) else { return &[] };
    if cursor.column >= layout.columns() {
        return &row.secretaries;
    }
    row.by_region.get(cursor.column).unwrap_or(&row.elsewhere)
}

/// Sees the first post of a cell, and then the next one; where there is none, one can be made.
fn enter(cx: &ViewContext<'_>, (matrix, layout): (&Matrix, &Layout), cursor: &mut Cursor, asked: &mut Option<Asked>) {
    let Some(row) = matrix.rows.get(cursor.row) else { return };
    let posts = posts_at(matrix, layout, *cursor);
    let chosen = posts.iter().position(|&id| cx.selection.focus == Some(RowId::Post(id)));
    let next = chosen.map_or(0, |at| (at + 1) % posts.len());
    match posts.get(next) {
        Some(&post) => *asked = Some(Asked::Select(post)),
        None if cursor.column >= layout.columns() => {
            *asked = Some(Asked::Make(row.body, OfficeRole::Secretary, None));
        }
        None => cursor.opens = true,
    }
}
