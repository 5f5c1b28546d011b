//! Noting what chairs say: opened, suspended, resumed, adjourned, at the time now on the clock of the event. What can not be
//! now is asked for in the inspector, and never guessed.

use super::Desk;
use crate::app::action::Message;
use crate::app::selection::Selection;
use crate::edit::Command;
use crate::edit::holding::HeldTime;
use crate::model::{CivilTime, DAY_MINS, Held, HeldStep, Session, SessionId, Stage, zone};
use crate::texts::{Value, dates, tid};

impl Desk {
    /// Opens those that are not open yet; where all are, adjourns them.
    pub(super) fn open_or_adjourn(&mut self) {
        let new = self.selected(|session| session.held.is_none());
        let open = self.selected(|session| stage(session).is_some_and(|stage| stage != Stage::Adjourned));
        match (new.is_empty(), open.is_empty()) {
            (false, _) => self.hold(HeldStep::Open, new),
            (true, false) => self.hold(HeldStep::Adjourn, open),
            (true, true) => self.tell_nothing_to_hold(tid("hold-is-over")),
        }
    }

    /// Suspends those that sit; where none does, resumes those that are suspended.
    pub(super) fn suspend_or_resume(&mut self) {
        let at = |wanted: Stage| move |session: &Session| stage(session) == Some(wanted);
        let (sitting, suspended) = (self.selected(at(Stage::Sitting)), self.selected(at(Stage::Suspended)));
        match (sitting.is_empty(), suspended.is_empty()) {
            (false, _) => self.hold(HeldStep::Suspend, sitting),
            (true, false) => self.hold(HeldStep::Resume, suspended),
            (true, true) => self.tell_nothing_to_hold(tid("hold-needs-open")),
        }
    }

    fn tell_nothing_to_hold(&mut self, id: &'static str) {
        let id = if self.selection().sessions.is_empty() { tid("hold-needs-sessions") } else { id };
        let text = self.screen.texts.text(id).to_owned();
        self.notices.tell(Message { text, is_error: false });
    }

    /// Notes it of these sessions now, each on the clock of its event.
    fn hold(&mut self, step: HeldStep, ids: Vec<SessionId>) {
        let plan = self.plan();
        let home = (self.clock)(plan);
        let mut at = Vec::with_capacity(ids.len());
        for id in ids {
            let Some(session) = plan.sessions().get(id) else { continue };
            let event = plan.events().get(session.event);
            let now = home.zip(event).map(|(home, event)| zone::convert(home, plan.header().zone, event.zone));
            match now {
                Some(now) if is_its_day(session, now) && is_later(session, now) => at.push((id, now)),
                now => return self.ask_held(id, step, now),
            }
        }
        let Some(change) = self.perform(&Command::Hold(step, at)) else { return };
        let cx = self.context();
        let what = crate::app::phrases::step_subject(&cx, &change.label);
        let mut said = change.patch.changes::<Session>().filter_map(|(_, change)| change.after.as_deref());
        let (first, more) = (said.next(), said.next());
        // One that was opened is told with the number that it has from now on.
        let code = first.filter(|_| more.is_none() && step == HeldStep::Open).and_then(|row| cx.meeting_code(row.id));
        let time = first.and_then(|row| row.held.as_ref()).map(|held| held.latest().clock()).unwrap_or_default();
        let words = [("what", Value::from(&what)), ("time", Value::from(&time))];
        let id = match step {
            HeldStep::Open => tid("hold-opened"),
            HeldStep::Suspend => tid("hold-suspended"),
            HeldStep::Resume => tid("hold-resumed"),
            HeldStep::Adjourn => tid("hold-adjourned"),
        };
        let mut text = cx.texts.text_with(id, &words);
        if let Some(code) = code {
            text = cx.texts.text_with("hold-numbered", &[("what", Value::from(&text)), ("code", Value::from(&code))]);
        }
        self.notices.tell_noted(text, change.generation);
    }

    /// Says why it can not be noted now, and lets the time be typed.
    fn ask_held(&mut self, id: SessionId, step: HeldStep, now: Option<CivilTime>) {
        let plan = self.plan();
        let Some(session) = plan.sessions().get(id) else { return };
        let suspensions = session.held.as_ref().map_or(0, |held| held.suspensions.len());
        let which = match step {
            HeldStep::Open => HeldTime::Opened,
            HeldStep::Suspend => HeldTime::Suspended(suspensions),
            HeldStep::Resume => HeldTime::Resumed(suspensions.saturating_sub(1)),
            HeldStep::Adjourn => HeldTime::Adjourned,
        };
        let cx = self.context();
        let what = cx.session_title(session).to_owned();
        let spoken = |time: CivilTime| {
            let day = dates::dates_year(cx.texts, time.date(), time.date());
            format!("{day}, {}", time.clock())
        };
        let last = session.held.as_ref().map(Held::latest).or(session.span().map(|span| span.start));
        let text = match (now, last) {
            (_, None) => cx.texts.text_with("hold-needs-time", &[("what", Value::from(&what))]),
            (None, Some(_)) => cx.texts.text_with("hold-needs-clock", &[("what", Value::from(&what))]),
            (Some(now), Some(last)) => {
                let id = if is_its_day(session, now) { tid("hold-is-earlier") } else { tid("hold-other-day") };
                let (now, last) = (spoken(now), spoken(last));
                let words = [("what", Value::from(&what)), ("now", Value::from(&now)), ("last", Value::from(&last))];
                cx.texts.text_with(id, &words)
            }
        };
        let can_be_typed = last.is_some();
        self.notices.tell(Message { text, is_error: true });
        if can_be_typed {
            self.opened.chosen.selection = Selection::only(id.into());
            *self.panels_mut().1 = true;
            self.opened.windows.undock();
            self.opened.inspector.ask_held(id, which);
        }
    }
}

fn stage(session: &Session) -> Option<Stage> {
    session.held.as_ref().map(Held::stage)
}

/// Whether something can be noted of a session at this time: a meeting is opened on a day of the plan, and what follows is
/// said within a day. What waits has no day.
fn is_its_day(session: &Session, now: CivilTime) -> bool {
    match (&session.held, session.span()) {
        (Some(held), _) => now.mins_since(held.opened) <= DAY_MINS,
        (None, Some(span)) => (span.start.date()..=span.last_day()).contains(&now.date()),
        (None, None) => false,
    }
}

/// Whether nothing is noted of it for this minute, or a later one.
fn is_later(session: &Session, now: CivilTime) -> bool {
    session.held.as_ref().is_none_or(|held| now > held.latest())
}
