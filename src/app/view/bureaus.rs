//! Bureaus: who leads which body (§4.25). Above, the board of one body: its chair and a card for each seat, with what comes
//! next; below, the posts of the conference by region, with sums both ways; beside, what is late and who sees to it.

mod board;
mod card;
mod dues;
mod matrix;
mod seats;
mod summary;

use std::rc::Rc;

use chrono::NaiveDate;
use egui::{Key, RichText, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use super::kind::ViewKind;
use super::{Entry, Tools, View};
use crate::app::action::{Action, Message};
use crate::app::context::ViewContext;
use crate::app::style::{Type, icons};
use crate::app::widget::buttons::{Rank, frame_button};
use crate::app::widget::{fields, focus, posts};
use crate::edit::{AnyRow, Command};
use crate::model::bureaus::{self, Matrix};
use crate::model::{BodyId, Designation, OfficeRole, Post, PostId, PostStep, RowId};
use crate::texts::{Value, tid};
use crate::workbench::Generation;
use seats::Seat;

/// The body whose board is shown, and what stands out.
#[derive(Debug, Default)]
pub struct BureausView {
    body: Option<BodyId>,
    sift: Option<Sift>,
    selected: Option<RowId>,
    /// What was worked out, for which state of the plan and which body was wanted.
    known: Option<(Generation, Option<BodyId>, Rc<Known>)>,
    cursor: matrix::Cursor,
    takes_keyboard: bool,
    /// What is typed of the day by which posts are due.
    due: String,
}

/// What is worked out once for a state of the plan.
#[derive(Debug)]
struct Known {
    /// The bodies that can be shown on the board.
    bodies: Vec<BodyId>,
    shown: Option<BodyId>,
    matrix: Matrix,
}

/// Posts that stand out, while others step back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sift {
    Late,
    Open,
}

impl Sift {
    fn takes(self, cx: &ViewContext<'_>, post: &Post) -> bool {
        match self {
            Self::Late => posts::late_days(cx, post).is_some(),
            Self::Open => post.is_open(),
        }
    }
}

/// What somebody asks for.
#[derive(Clone, Debug, PartialEq)]
enum Asked {
    /// To see a post.
    Select(PostId),
    /// To bring it further.
    Step(PostId, PostStep),
    /// To have a post made.
    Make(BodyId, OfficeRole, Option<Seat>),
    /// To have every post made that a board has a card for.
    MakeAll(BodyId),
    /// To have it removed.
    Remove(PostId),
    /// To have the board of a body shown.
    Board(BodyId),
    /// To have a name asked for, for every open post of a body.
    AskAll(BodyId),
}

/// Bureaus in the list of views.
pub const VIEW: Entry = Entry {
    kind: ViewKind {
        name: "bureaus",
        label: tid("view-bureaus"),
        tip: tid("view-bureaus-tip"),
        icon: icons::GAVEL,
        key: Key::B,
        with_shift: true,
        is_wide: true,
    },
    make: || Box::<BureausView>::default(),
};

/// How wide the summary is, and how wide the view must be to have one, in points.
const SUMMARY: (f32, f32) = (264.0, 1000.0);

impl View for BureausView {
    fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, _tools: &mut Tools<'_>) {
        let whole = ui.available_rect_before_wrap();
        self.follow(cx);
        let known = self.known(cx);
        focus::note_part(ui.ctx(), whole, focus::Area::Sessions);
        if known.shown.is_none() && known.matrix.rows.is_empty() {
            ui.add_space(24.0);
            ui.vertical_centered(|ui| fields::note(ui, cx, cx.text("bureaus-none")));
            return;
        }
        let has_summary = whole.width() >= SUMMARY.1 && !cx.panels.1;
        let split = if has_summary { whole.right() - SUMMARY.0 } else { whole.right() };
        let (left, right) = whole.split_left_right_at_x(split);
        let mut asked = None;
        ui.scope_builder(UiBuilder::new().max_rect(left), |ui| {
            ScrollArea::vertical().id_salt("bureaus").auto_shrink(false).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                if let Some(body) = known.shown {
                    board::ui(ui, cx, body, self.sift, &mut asked);
                }
                let takes = std::mem::take(&mut self.takes_keyboard);
                matrix::ui(ui, cx, (&known.matrix, self.sift), (&mut self.cursor, takes), &mut asked);
                ui.add_space(16.0);
            });
        });
        if has_summary {
            ui.painter().rect_filled(right, 0.0, cx.theme.ground);
            ui.painter().vline(right.left() + 0.5, right.y_range(), (1.0, cx.theme.line_strong));
            let inner = right.shrink2(vec2(12.0, 0.0));
            ui.scope_builder(UiBuilder::new().max_rect(inner), |ui| {
                summary::ui(ui, cx, known.shown, &mut asked);
            });
        }
        match asked {
            Some(Asked::Board(body)) => self.body = Some(body),
            Some(asked) => perform(ui, cx, &asked),
            None => {}
        }
        ui.allocate_rect(whole, Sense::HOVER);
    }

    fn take_keyboard(&mut self) {
        self.takes_keyboard = true;
    }

    fn reveal(&mut self, row: RowId) {
        if let RowId::Body(id) = row {
            self.body = Some(id);
        }
    }

    fn show_date(&mut self, _date: NaiveDate) {}

    fn takes_letters(&self) -> bool {
        true
    }

    fn has_line(&self) -> bool {
        true
    }

    fn line_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        let known = self.known(cx);
        if let Some(body) = known.shown {
            let name = posts::body_name(cx, body);
            let words = cx.texts.text_with("bureaus-board-of", &[("body", Value::from(&name))]);
            let button = frame_button(ui, cx, Rank::Bordered, (icons::LANDMARK, &words), &words);
            egui::Popup::menu(&button).show(|ui| {
                for &other in &known.bodies {
                    let name = posts::body_name(cx, other);
                    if fields::option_ui(ui, other == body, &name, &name) {
                        self.body = Some(other);
                    }
                }
            });
        }
        let all = cx.plan.posts();
        for (sift, icon, id) in [
            (Sift::Late, icons::CALENDAR_CLOCK, tid("bureaus-late")),
            (Sift::Open, icons::CIRCLE_DASHED, tid("bureaus-open")),
        ] {
            let count = all.iter().filter(|post| sift.takes(cx, post)).count();
            if count == 0 {
                continue;
            }
            let is_on = self.sift == Some(sift);
            let words = format!("{icon} {}", cx.texts.text_with(id, &[("count", Value::from(count))]));
            let button = ui.selectable_label(is_on, RichText::new(&words).font(Type::Body.font()));
            button.widget_info(|| WidgetInfo::selected(Role::Button, true, is_on, &words));
            if button.clicked() {
                self.sift = (!is_on).then_some(sift);
            }
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let Some(body) = known.shown else { return };
            let table = cx.text("bureaus-table");
            if frame_button(ui, cx, Rank::Bordered, (icons::TABLE, table), table).clicked() {
                let first = bureaus::posts_of(cx.plan, body).first().map(|post| post.id);
                match first {
                    Some(post) => cx.act(Action::RevealIn("registers", post.into())),
                    None => cx.act(Action::ShowView("registers")),
                }
            }
            if bureaus::posts_of(cx.plan, body).iter().any(|post| post.is_open()) {
                let ask = cx.text("bureaus-ask-all");
                let button = frame_button(ui, cx, Rank::Bordered, (icons::SEND, ask), ask);
                if button.on_hover_text(cx.text("bureaus-ask-all-tip")).clicked() {
                    perform(ui, cx, &Asked::AskAll(body));
                }
            }
            dues::ui(ui, cx, body, &mut self.due);
        });
    }

    fn status(&self, cx: &ViewContext<'_>) -> Option<String> {
        let posts = cx.plan.posts().len();
        let open = cx.plan.posts().iter().filter(|post| post.is_open()).count();
        Some(cx.texts.text_with("bureaus-status", &[("posts", Value::from(posts)), ("open", Value::from(open))]))
    }
}

impl BureausView {
    /// Follows what is selected elsewhere.
    fn follow(&mut self, cx: &ViewContext<'_>) {
        let focus = cx.selection.focus;
        if self.selected == focus {
            return;
        }
        self.selected = focus;
        let body = match focus {
            Some(RowId::Body(id)) => Some(id),
            Some(RowId::Post(id)) => cx.plan.posts().get(id).map(|post| post.body),
            _ => None,
        };
        // What stands in the matrix is seen there.
        let is_seen = |body: BodyId| {
            self.known.as_ref().is_some_and(|(_, _, known)| known.matrix.rows.iter().any(|row| row.body == body))
        };
        self.body = body.filter(|&body| !is_seen(body)).or(self.body);
    }

    fn known(&mut self, cx: &ViewContext<'_>) -> Rc<Known> {
        let now = cx.workbench.generation();
        let wanted = self.body;
        if let Some((at, of, known)) = &self.known
            && (*at, *of) == (now, wanted)
        {
            return Rc::clone(known);
        }
        let all = Matrix::of(cx.plan, None);
        let first = bureaus::of_interregional(cx.plan).filter(|&body| !bureaus::posts_of(cx.plan, body).is_empty());
        let mut bodies: Vec<BodyId> = first.into_iter().collect();
        bodies.extend(all.rows.iter().map(|row| row.body).filter(|&body| Some(body) != first));
        let shown = wanted.filter(|body| bodies.contains(body)).or(bodies.first().copied());
        // What leads the interregional meetings is no body of the conference.
        let known = Rc::new(Known { bodies, shown, matrix: Matrix::of(cx.plan, first) });
        self.known = Some((now, wanted, Rc::clone(&known)));
        known
    }
}

/// Does what is asked for.
fn perform(ui: &Ui, cx: &ViewContext<'_>, asked: &Asked) {
    let today = cx.today();
    match asked {
        Asked::Select(post) => cx.select(*post),
        Asked::Step(post, step) => {
            let Some(post) = cx.plan.posts().get(*post) else { return };
            cx.perform(Command::Put(Post::clone(post).after(*step, today).into()));
            if matches!(step, PostStep::Ask | PostStep::Remind) {
                ask(ui, cx, post.body, &[post]);
            }
        }
        Asked::Make(body, role, seat) => {
            let post = seats::post(cx.plan.posts().free_id("post-"), *body, *role, *seat);
            let id = post.id;
            cx.perform(Command::Put(post.into()));
            cx.select(id);
        }
        Asked::MakeAll(body) => {
            let mut rows: Vec<AnyRow> = Vec::new();
            for (role, seat) in seats::missing(cx, *body) {
                let number = u32::try_from(rows.len() + 1).unwrap_or(u32::MAX);
                let taken = |id: PostId| cx.plan.posts().contains(id) || rows.iter().any(|row| row.id() == id.into());
                let id = PostId::numbered("post-", number, taken);
                rows.push(seats::post(id, *body, role, seat).into());
            }
            cx.perform(Command::PutMany(rows));
        }
        Asked::Board(_) => {}
        Asked::Remove(post) => cx.perform(Command::Remove(vec![RowId::Post(*post)])),
        Asked::AskAll(body) => {
            let open: Vec<_> = bureaus::posts_of(cx.plan, *body).into_iter().filter(|post| post.is_open()).collect();
            ask(ui, cx, *body, &open);
            let step = |post: &Post| match post.designation {
                Designation::ToBeDesignated | Designation::Confirmed => PostStep::Ask,
                Designation::Asked | Designation::NameReceived => PostStep::Remind,
            };
            let rows = open.into_iter().map(|post| Post::clone(post).after(step(post), today).into());
            cx.perform(Command::PutMany(rows.collect()));
        }
    }
}

/// Puts a letter that asks for names on the clipboard, and says so.
fn ask(ui: &Ui, cx: &ViewContext<'_>, body: BodyId, open: &[&std::sync::Arc<Post>]) {
    ui.ctx().copy_text(letter(cx, body, open));
    let text = cx.texts.text_with("bureaus-asked", &[("count", Value::from(open.len()))]);
    cx.act(Action::Tell(Message { text, is_error: false }));
}

/// What is written to those who see to open posts.
fn letter(cx: &ViewContext<'_>, body: BodyId, open: &[&std::sync::Arc<Post>]) -> String {
    let title = cx.plan.bodies().get(body).map(|body| cx.title(&body.title).to_owned()).unwrap_or_default();
    let mut lines = vec![cx.texts.text_with("bureaus-letter", &[("body", Value::from(&title))]), String::new()];
    for post in open {
        let seat = posts::seat_name(cx, post);
        let role = posts::post_name(cx, post);
        let name = if seat.is_empty() { role } else { format!("{role}, {seat}") };
        let owner = if post.owner.is_empty() { cx.text("bureaus-no-owner") } else { post.owner.as_str() };
        let due = posts::due_text(cx, post);
        lines.push([owner, &name, &due].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" — "));
    }
    lines.join("\n")
}
