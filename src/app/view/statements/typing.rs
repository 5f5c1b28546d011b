//! A new request as it is typed in the table, and the rank that is asked for where its words could be several.

use egui::{Align2, Area, Button, Frame, Id, Key, Modifiers, Order, Rect, RichText, Ui, UiBuilder, vec2};

use crate::app::context::ViewContext;
use crate::app::paint::text::elided;
use crate::app::style::{Type, size};
use crate::app::widget::fields::{TextField, enter_field};
use crate::edit::{AnyRow, Command, statements};
use crate::model::{Rank, SessionId, Statement};
use crate::texts::{Value, tid, typed};

/// What is typed.
#[derive(Debug)]
pub struct Typing {
    /// What stands in the field.
    pub text: String,
    wants_focus: bool,
    asked: Option<AskedRank>,
    /// Where who asks would speak, where that decides on whose list they are.
    wish: Option<SessionId>,
}

/// The words of a rank that could be several.
#[derive(Debug)]
struct AskedRank {
    said: String,
    /// Whether the next request is typed then.
    goes_on: bool,
    wants_focus: bool,
}

/// How typing ended.
#[derive(Debug)]
pub enum Ended {
    /// With nothing.
    Left,
    /// With a request; whether the next one is typed then.
    Done(Command, bool),
}

impl Typing {
    /// An empty field that takes the keyboard.
    #[must_use]
    pub fn begin(wish: Option<SessionId>) -> Self {
        Self { text: String::new(), wants_focus: true, asked: None, wish }
    }

    /// Whether the field has not got the keyboard yet.
    #[must_use]
    pub fn awaits_focus(&self) -> bool {
        self.wants_focus
    }

    /// Draws the field; answers how it ended, if it did.
    pub fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, rect: Rect) -> Option<Ended> {
        if let Some(asked) = &mut self.asked {
            let written = RichText::new(&self.text).font(Type::Body.font()).color(cx.theme.text);
            let written = elided(ui, written, rect.width());
            ui.painter().galley(rect.left_center() - vec2(0.0, written.size().y / 2.0), written, cx.theme.text);
            let (rank, goes_on) = (asked.ui(ui, cx, rect)?, asked.goes_on);
            return Some(
                requested(cx, &self.text, (rank, self.wish))
                    .map_or(Ended::Left, |command| Ended::Done(command, goes_on)),
            );
        }
        let id = Id::unique("statements-request");
        let mut child = ui.new_child(UiBuilder::new().id_salt("typing").max_rect(rect.expand2(vec2(4.0, 0.0))));
        let (name, hint) = (cx.text("statements-write"), cx.text("statements-request-hint"));
        let field = TextField { name, hint, is_quiet: true, ..TextField::default() };
        let response = field.show(&mut child, cx, (id, false), &mut self.text);
        if std::mem::take(&mut self.wants_focus) {
            enter_field(ui, id, &self.text);
            return None;
        }
        if response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            return Some(Ended::Left);
        }
        if !response.lost_focus() {
            return None;
        }
        let goes_on = ui.input(|input| input.key_pressed(Key::Enter));
        if let Some(said) = typed::request(cx.plan, &self.text).and_then(|request| request.unclear_rank) {
            self.asked = Some(AskedRank { said, goes_on, wants_focus: true });
            ui.ctx().request_repaint();
            return None;
        }
        Some(
            requested(cx, &self.text, (Rank::Other, self.wish))
                .map_or(Ended::Left, |command| Ended::Done(command, goes_on)),
        )
    }
}

impl AskedRank {
    /// The keys of those that speak, in their order; there is room for no more.
    const KEYS: [(Key, &'static str); 6] =
        [(Key::Num1, "1"), (Key::Num2, "2"), (Key::Num3, "3"), (Key::Num4, "4"), (Key::Num5, "5"), (Key::Num6, "6")];

    /// Asks beside the field; answers the rank, [`Rank::Other`] where it is not known.
    fn ui(&mut self, ui: &Ui, cx: &ViewContext<'_>, field: Rect) -> Option<Rank> {
        /// It takes less room.
        const HEIGHT: f32 = 260.0;
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::Escape) {
            return Some(Rank::Other);
        }
        let speaking = cx.plan.all_ranks().into_iter().filter(|&rank| cx.plan.standing(rank).class.is_some());
        let ranks: Vec<(Rank, (Key, &str))> = speaking.zip(Self::KEYS).collect();
        let by_key = ranks.iter().find(|(_, (key, _))| pressed(*key)).map(|(rank, _)| *rank);
        let values = [("text", Value::from(&self.said))];
        let question = cx.texts.text_with("paste-ask-rank", &values);
        let choices = ranks.iter().map(|&(rank, (_, key))| (rank, key, cx.rank_name(rank)));
        let unknown = (Rank::Other, "Esc", cx.text(tid("paste-answer-rank-unknown")));
        let mut chosen = None;
        let area = Area::new(Id::unique("statements-asked-rank")).order(Order::Foreground);
        // The field is the last row of the table, and mostly at the lower edge.
        let is_low = field.bottom() + HEIGHT > ui.ctx().content_rect().bottom();
        let area = if is_low {
            area.pivot(Align2::LEFT_BOTTOM).fixed_pos(field.left_top())
        } else {
            area.fixed_pos(field.left_bottom())
        };
        area.show(ui.ctx(), |ui| {
            Frame::popup(ui.style()).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                let question =
                    elided(ui, RichText::new(question).font(Type::Small.font()).color(cx.theme.text_2), 320.0);
                ui.label(question);
                ui.add_space(4.0);
                for (rank, key, name) in choices.chain([unknown]) {
                    let key = RichText::new(key).font(Type::Meta.font()).color(cx.theme.text_3);
                    let button = Button::new((RichText::new(name), key)).frame_when_inactive(false);
                    let response = ui.add(button.min_size(vec2(220.0, size::ROW)));
                    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name));
                    // Whoever presses Enter once more has guessed nothing.
                    if rank == Rank::Other && std::mem::take(&mut self.wants_focus) {
                        response.request_focus();
                    }
                    if response.clicked() {
                        chosen = Some(rank);
                    }
                }
            });
        });
        chosen.or(by_key)
    }
}

/// The request that was typed, with this rank where its words could be several; nothing where there is none.
#[must_use]
pub fn requested(cx: &ViewContext<'_>, text: &str, (rank, wish): (Rank, Option<SessionId>)) -> Option<Command> {
    let mut request = typed::request(cx.plan, text)?;
    if request.unclear_rank.is_some() {
        request.person.rank = rank;
    }
    let now = Some(cx.now.unwrap_or_else(|| cx.hand().at));
    let (statement, person) = statements::request(cx.plan, request.person, request.language, now);
    let statement = Statement { wish, ..statement };
    let rows = std::iter::once(AnyRow::from(statement)).chain(person.map(AnyRow::from));
    Some(Command::PutMany(rows.collect()))
}
