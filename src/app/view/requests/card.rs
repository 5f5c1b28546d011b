//! What is asked below a request before it is answered: where it would be and what speaks against that, or why not.

use std::sync::atomic::AtomicBool;

use egui::{
    Align2, Area, Button, EventFilter, Frame, Id, Key, Modifiers, Order, Rect, Response, RichText, Role, Ui,
    WidgetInfo, vec2,
};

use crate::app::context::ViewContext;
use crate::app::style::{Type, icons};
use crate::app::system::tasks::Task;
use crate::app::widget::cells::small;
use crate::app::widget::fields::{TextField, enter_field, small_icon_button};
use crate::app::widget::signs::sign_ui;
use crate::check::Finding;
use crate::edit::Command;
use crate::edit::requests::OnRequest;
use crate::model::{Placement, RoomRequest, RoomRequestId};
use crate::texts::{Value, findings, tid};
use crate::workbench::{Booking, Bookings, NoPlace};

use super::words;

/// So many findings are told.
const MOST: usize = 4;
const WIDTH: f32 = 380.0;
/// The card takes no more than this; where there is less room below the row, it stands above.
const HEIGHT: f32 = 256.0;

/// What is asked of one request.
#[derive(Debug)]
pub struct Card {
    /// Of which.
    pub id: RoomRequestId,
    what: What,
}

#[derive(Debug)]
enum What {
    /// Whether it is to be there; why it would not be at the wanted time.
    Offer(Offer),
    /// Why it is declined.
    Reason { text: String, wants_focus: bool },
}

/// The places that were found.
#[derive(Debug)]
struct Offer {
    /// The search, as long as it goes on.
    search: Option<Task<Found>>,
    found: Found,
    /// Which of them is looked at.
    shown: usize,
    /// Why that is not at the wanted time.
    instead: Option<String>,
    /// Whether it was found just now: then the button that takes it gets the keyboard.
    is_new: bool,
}

type Found = Result<Vec<Booking>, NoPlace>;

impl Offer {
    /// The place that is looked at.
    fn booking(&self) -> Option<&Booking> {
        self.found.as_ref().ok()?.get(self.shown)
    }

    /// How many there are.
    fn count(&self) -> usize {
        self.found.as_ref().map_or(0, Vec::len)
    }

    /// Hears what was found, if it is done.
    fn follow(&mut self, cx: &ViewContext<'_>, id: RoomRequestId) {
        if let Some(found) = self.search.as_ref().and_then(Task::poll) {
            // A search that broke down has found nothing.
            (self.search, self.found, self.is_new) = (None, found.unwrap_or(Err(NoPlace::Full)), true);
            self.show(cx, id, 0);
        }
    }

    /// Looks at another one of them.
    fn show(&mut self, cx: &ViewContext<'_>, id: RoomRequestId, place: usize) {
        self.shown = place.min(self.count().saturating_sub(1));
        let request = cx.plan.requests().get(id);
        self.instead = request.zip(self.booking()).and_then(|(request, booking)| instead(cx, request, booking));
    }

    /// The next one of them, or the one before; round.
    fn turn(&mut self, cx: &ViewContext<'_>, id: RoomRequestId, by: isize) {
        let count = self.count();
        if count > 1 {
            let to = (self.shown + count).saturating_add_signed(by) % count;
            self.show(cx, id, to);
        }
    }
}

/// How the card was answered.
#[derive(Debug)]
pub enum Answer {
    /// Not at all.
    Left,
    /// With this.
    Done(Command),
}

impl Card {
    /// Looks for a place.
    #[must_use]
    pub fn offer(ui: &Ui, cx: &ViewContext<'_>, request: &RoomRequest) -> Self {
        let (copy, row, now) = (cx.workbench.copy(), request.clone(), cx.clock_to_come());
        let search = move |stop: &AtomicBool| Bookings::new(copy).find(&row, now, stop);
        let search = Some(Task::start(ui.ctx(), "booking", search));
        let mut offer = Offer { search, found: Ok(Vec::new()), shown: 0, instead: None, is_new: false };
        offer.follow(cx, request.id);
        Self { id: request.id, what: What::Offer(offer) }
    }

    /// Asks for the reason why it is declined.
    #[must_use]
    pub fn reason(request: &RoomRequest) -> Self {
        Self { id: request.id, what: What::Reason { text: request.reason.clone(), wants_focus: true } }
    }

    /// Whether a field in it has not got the keyboard yet.
    #[must_use]
    pub fn awaits_focus(&self) -> bool {
        matches!(self.what, What::Reason { wants_focus: true, .. })
    }

    /// Where it would be.
    #[must_use]
    pub fn at(&self) -> Option<&Placement> {
        match &self.what {
            What::Offer(offer) => offer.booking().map(|booking| &booking.at),
            What::Reason { .. } => None,
        }
    }

    /// Takes the keys of an offer, while nothing is typed.
    pub fn keys(&mut self, ui: &Ui, cx: &ViewContext<'_>) -> Option<Answer> {
        let id = self.id;
        let What::Offer(offer) = &mut self.what else { return None };
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        for (key, by) in [(Key::ArrowLeft, -1), (Key::ArrowRight, 1)] {
            if pressed(key) {
                offer.turn(cx, id, by);
            }
        }
        let (at, is_done) = (offer.booking().map(|booking| booking.at.clone()), offer.search.is_none());
        if pressed(Key::Enter) && is_done {
            return Some(at.map_or(Answer::Left, |at| self.accept(cx, at)));
        }
        if pressed(Key::D) || pressed(Key::Delete) {
            self.ask_why();
        }
        None
    }

    fn accept(&self, cx: &ViewContext<'_>, at: Placement) -> Answer {
        Answer::Done(Command::Request(OnRequest::Accept(self.id, at, today(cx))))
    }

    fn ask_why(&mut self) {
        self.what = What::Reason { text: String::new(), wants_focus: true };
    }

    /// Draws it below the row, or above where there is no room.
    pub fn ui(&mut self, ui: &Ui, cx: &ViewContext<'_>, row: Rect) -> Option<Answer> {
        let area = Area::new(Id::unique("requests-card")).order(Order::Foreground);
        let is_low = row.bottom() + HEIGHT > ui.ctx().content_rect().bottom();
        let area = if is_low {
            area.pivot(Align2::LEFT_BOTTOM).fixed_pos(row.left_top() + vec2(40.0, -2.0))
        } else {
            area.fixed_pos(row.left_bottom() + vec2(40.0, 2.0))
        };
        let shown = area.show(ui.ctx(), |ui| {
            let frame = Frame::popup(ui.style()).inner_margin(12.0);
            frame.show(ui, |ui| {
                ui.set_width(WIDTH);
                ui.spacing_mut().item_spacing.y = 6.0;
                if matches!(self.what, What::Reason { .. }) { self.reason_ui(ui, cx) } else { self.offer_ui(ui, cx) }
            })
        });
        shown.inner.inner
    }

    fn offer_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) -> Option<Answer> {
        let id = self.id;
        let What::Offer(offer) = &mut self.what else { return None };
        offer.follow(cx, id);
        if offer.search.is_some() {
            ui.horizontal(|ui| {
                ui.spinner();
                ui.label(small(cx.text("requests-searching"), cx.theme.text_2));
            });
            let leaves = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
            return leaves.then_some(Answer::Left);
        }
        others_ui(ui, cx, id, offer);
        match offer.booking().ok_or(offer.found.as_ref().err().copied()) {
            Ok(booking) => {
                line_ui(ui, (icons::CALENDAR_CHECK, cx.theme.accent), strong(cx, &words::place(cx, &booking.at)));
                match &offer.instead {
                    Some(why) => line_ui(ui, (icons::CLOCK, cx.theme.text_2), small(why, cx.theme.text_2)),
                    None => {
                        let words = small(cx.text("requests-as-wanted"), cx.theme.text_2);
                        line_ui(ui, (icons::CHECK, cx.theme.ok), words);
                    }
                }
                against_ui(ui, cx, booking);
            }
            Err(Some(why)) => {
                line_ui(ui, (icons::BLOCKED, cx.theme.warning), strong(cx, &words::no_place(cx, why)));
            }
            Err(None) => {}
        }
        let at = offer.booking().map(|booking| booking.at.clone());
        let row = ui.horizontal(|ui| {
            let accept = at.as_ref().map(|_| button_ui(ui, cx, (tid("requests-accept"), "⏎"), true));
            let decline = button_ui(ui, cx, (tid("requests-decline"), "D"), false);
            (accept, decline, button_ui(ui, cx, (tid("requests-leave"), "Esc"), false))
        });
        let (accept, decline, leave) = row.inner;
        let all = [accept.as_ref(), Some(&decline), Some(&leave)];
        if let Some(first) = all.into_iter().flatten().next().filter(|_| std::mem::take(&mut offer.is_new)) {
            first.request_focus();
        }
        // Arrows lead from place to place.
        for button in all.into_iter().flatten() {
            let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(button.id, filter));
        }
        if let Some(at) = at.filter(|_| accept.as_ref().is_some_and(Response::clicked)) {
            return Some(self.accept(cx, at));
        }
        if leave.clicked() {
            return Some(Answer::Left);
        }
        if decline.clicked() {
            self.ask_why();
            return None;
        }
        // Escape takes the keyboard from where it was before anybody can ask.
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            return Some(Answer::Left);
        }
        // The keyboard may be on one of them.
        let is_here = all.into_iter().flatten().any(Response::has_focus);
        if is_here { self.keys(ui, cx) } else { None }
    }

    fn reason_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) -> Option<Answer> {
        let What::Reason { text, wants_focus } = &mut self.what else { return None };
        line_ui(ui, (icons::X, cx.theme.text_2), strong(cx, cx.text("requests-why")));
        let id = Id::unique("requests-reason");
        let field =
            TextField { name: cx.text("request-reason"), hint: cx.text("requests-why-hint"), ..TextField::default() };
        let response = field.show(ui, cx, (id, false), text);
        if std::mem::take(wants_focus) {
            enter_field(ui, id, text);
            return None;
        }
        let (enter, escape) = ui.input(|input| (input.key_pressed(Key::Enter), input.key_pressed(Key::Escape)));
        if escape {
            return Some(Answer::Left);
        }
        if response.lost_focus() && enter {
            // Without a reason it is refused, and that is told; the field stays.
            *wants_focus = text.trim().is_empty();
            return Some(Answer::Done(Command::Request(OnRequest::Decline(self.id, text.clone(), today(cx)))));
        }
        ui.label(small(cx.text("requests-why-keys"), cx.theme.text_3));
        None
    }
}

/// Which of the places is looked at, and a way to the others.
fn others_ui(ui: &mut Ui, cx: &ViewContext<'_>, id: RoomRequestId, offer: &mut Offer) {
    if offer.count() < 2 {
        return;
    }
    ui.horizontal(|ui| {
        let before = small_icon_button(ui, icons::CHEVRON_LEFT, cx.text("requests-place-before")).clicked();
        let values = [("at", Value::from(offer.shown + 1)), ("count", Value::from(offer.count()))];
        ui.label(small(&cx.texts.text_with("requests-place-of", &values), cx.theme.text_2));
        let after = small_icon_button(ui, icons::CHEVRON_RIGHT, cx.text("requests-place-after")).clicked();
        ui.label(small("← →", cx.theme.text_3));
        if before != after {
            offer.turn(cx, id, if before { -1 } else { 1 });
        }
    });
}

/// The day of an answer.
pub fn today(cx: &ViewContext<'_>) -> Option<chrono::NaiveDate> {
    Some(cx.now.unwrap_or_else(|| cx.hand().at).date())
}

/// Why a request would not be at its wanted time; `None` where it would, or wants none.
fn instead(cx: &ViewContext<'_>, request: &RoomRequest, booking: &Booking) -> Option<String> {
    let wanted = request.start.filter(|start| *start != booking.at.start)?;
    let at = Placement { start: wanted, ..booking.at.clone() };
    let against = cx.workbench.against(request.id, &at);
    let why = against.first().map(|finding| sentence(cx, finding));
    let when = words::wanted(cx, request);
    Some(match why {
        Some(why) => {
            cx.texts.text_with("requests-wanted-not", &[("time", Value::from(&when)), ("why", Value::from(&why))])
        }
        None => cx.texts.text_with("requests-wanted-over", &[("time", Value::from(&when))]),
    })
}

fn sentence(cx: &ViewContext<'_>, finding: &Finding) -> String {
    findings::sentence(cx.texts, cx.plan, cx.settings.title_language(), finding)
}

fn against_ui(ui: &mut Ui, cx: &ViewContext<'_>, booking: &Booking) {
    for finding in booking.against.iter().take(MOST) {
        let words = small(&sentence(cx, finding), cx.theme.severity(finding.severity));
        line_ui(ui, cx.theme.severity_sign(finding.severity), words);
    }
    if booking.against.is_empty() {
        line_ui(ui, (icons::CIRCLE_CHECK, cx.theme.ok), small(cx.text("requests-no-objection"), cx.theme.text_2));
    } else if booking.against.len() > MOST {
        let values = [("count", Value::from(booking.against.len() - MOST))];
        ui.label(small(&cx.texts.text_with("statements-more", &values), cx.theme.text_2));
    }
}

fn strong(cx: &ViewContext<'_>, words: &str) -> RichText {
    RichText::new(words).font(Type::Strong.font()).color(cx.theme.text)
}

/// A sign and words beside it, which wrap.
fn line_ui(ui: &mut Ui, (sign, color): (&str, egui::Color32), words: RichText) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        sign_ui(ui, RichText::new(sign).size(14.0).color(color));
        ui.add(egui::Label::new(words).wrap());
    });
}

/// A button and its key.
fn button_ui(ui: &mut Ui, cx: &ViewContext<'_>, (name, key): (&'static str, &str), is_first: bool) -> Response {
    let (ink, weak) =
        if is_first { (cx.theme.on_accent, cx.theme.on_accent) } else { (cx.theme.text, cx.theme.text_3) };
    let key = RichText::new(key).font(Type::Meta.font()).color(weak);
    let button = Button::new((RichText::new(cx.text(name)).color(ink), key));
    let response = ui.add(if is_first { button.fill(cx.theme.accent) } else { button });
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, cx.text(name)));
    response
}
