//! A new request as it is typed in the table.

use egui::{Id, Key, Modifiers, Rect, Ui, UiBuilder, vec2};

use crate::app::action::Action;
use crate::app::context::ViewContext;
use crate::app::phrases;
use crate::app::widget::fields::{TextField, enter_field, select_end};
use crate::edit::{AnyRow, Command, FreeIds};
use crate::exchange::incoming::{Grid, Pasted, body_called};
use crate::model::{EventId, LocalText, Purpose, RoomRequest, zone};
use crate::texts::typed;

/// What is typed.
#[derive(Debug)]
pub struct Typing {
    text: String,
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
    /// A field that takes the keyboard, with what was typed before it was there.
    #[must_use]
    pub fn begin(text: String) -> Self {
        Self { text, wants_focus: true }
    }

    /// Whether the field has not got the keyboard yet.
    #[must_use]
    pub fn awaits_focus(&self) -> bool {
        self.wants_focus
    }

    /// Draws the field; answers how it ended, if it did.
    pub fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, (event, rect): (EventId, Rect)) -> Option<Ended> {
        let id = Id::unique("requests-new-field");
        let mut child = ui.new_child(UiBuilder::new().id_salt("typing").max_rect(rect.expand2(vec2(4.0, 0.0))));
        let (name, hint) = (cx.text("requests-write"), cx.text("requests-hint"));
        let field = TextField { name, hint, is_quiet: true, ..TextField::default() };
        let response = field.show(&mut child, cx, (id, false), &mut self.text);
        if std::mem::take(&mut self.wants_focus) {
            enter_field(ui, id, &self.text);
            // What stands there is gone on with.
            select_end(ui, id, &self.text);
            return None;
        }
        if response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            return Some(Ended::Left);
        }
        if !response.lost_focus() {
            return None;
        }
        let goes_on = ui.input(|input| input.key_pressed(Key::Enter));
        match self.command(cx, event) {
            Ok(command) => Some(command.map_or(Ended::Left, |command| Ended::Done(command, goes_on))),
            Err(words) => {
                cx.act(Action::Tell(phrases::not_taken(cx, true, &words, cx.text("requests-expected"))));
                self.wants_focus = true;
                ui.ctx().request_repaint();
                None
            }
        }
    }

    /// The request that was typed; nothing where there is none.
    ///
    /// # Errors
    /// The words that are not understood.
    pub fn command(&self, cx: &ViewContext<'_>, event: EventId) -> Result<Option<Command>, String> {
        let new = RoomRequest::new(cx.plan.requests().free_id("request-"), event);
        Ok(read(cx, new, &self.text)?.map(|request| Command::Put(request.into())))
    }
}

/// A table of requests as one step, a request a line, and the lines that are not understood; `None` where no line is one,
/// and where the first one is of headings: of that a window shows what would come.
#[must_use]
pub fn pasted(cx: &ViewContext<'_>, event: EventId, text: &str) -> Option<(Command, Vec<String>)> {
    let grid = Grid::read(text).ok();
    if grid.and_then(|grid| Pasted::room_requests(grid, &cx.settings.request_columns)).is_some() {
        return None;
    }
    let mut ids = FreeIds::new(cx.plan.requests(), "request-");
    let (mut rows, mut bad) = (Vec::new(), Vec::new());
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        match read(cx, RoomRequest::new(ids.give(), event), line) {
            Ok(Some(request)) => rows.push(AnyRow::from(request)),
            Ok(None) => {}
            Err(words) => bad.push(words),
        }
    }
    (!rows.is_empty()).then_some((Command::PutMany(rows), bad))
}

/// The request of a line, under the name and for the event of `new`.
fn read(cx: &ViewContext<'_>, new: RoomRequest, line: &str) -> Result<Option<RoomRequest>, String> {
    let Some(event) = cx.plan.events().get(new.event) else { return Ok(None) };
    let days = event.dates.first_and_last();
    let near = cx.date.filter(|day| (days.0..=days.1).contains(day)).unwrap_or(days.0);
    let Some(typed) = typed::room_request(line, near, days)? else { return Ok(None) };
    let body = body_called(cx.plan, &typed.asked_by);
    Ok(Some(RoomRequest {
        title: LocalText::default().with(cx.settings.title_language(), &typed.title),
        asked_by: typed.asked_by,
        body: body.map(|body| body.id),
        purpose: typed.purpose.or(body.and_then(|body| Purpose::of_body(body.kind))).unwrap_or(new.purpose),
        start: typed.start,
        length: typed.length.unwrap_or(new.length),
        headcount: typed.headcount,
        // First come, first served is told on one clock.
        received: cx.plan.events().get(new.event).map(|event| zone::convert(cx.hand().at, zone::Tz::UTC, event.zone)),
        ..new
    }))
}
