//! What the view shows, worked out and put into words once for each state of the plan.

use chrono::NaiveDate;

use crate::app::context::ViewContext;
use crate::model::attendance::{Attendance, Delegation, Sitting};
use crate::model::states::named;
use crate::model::{BodyId, Concern, EventId, Language, Session, SessionId, SessionKind};
use crate::texts::{Value, dates, short};
use crate::workbench::Generation;

/// Whose part is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Party {
    /// A delegation, as it is written.
    Named(String),
    /// Any delegation of so many.
    Small(usize),
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Of which event.
    pub event: EventId,
    /// For whom.
    pub party: Party,
    /// Whether all formal meetings count, not only those that concern it.
    pub all_count: bool,
}

/// What was worked out, and from what.
#[derive(Debug)]
pub struct Known {
    at: (Generation, Question, [Language; 2]),
    /// The delegation.
    pub delegation: Delegation,
    /// What it can follow.
    pub attendance: Attendance,
    /// Days with meetings that count.
    pub days: Vec<NaiveDate>,
    /// From which minute of a day to which meetings are held.
    pub hours: (i32, i32),
    /// What each of the meetings is called.
    pub names: Vec<String>,
    /// How long each delegate sits on each day, in minutes.
    pub loads: Vec<Vec<i32>>,
    /// The events with formal meetings.
    pub events: Vec<EventId>,
    /// Those of each delegate, and of nobody, in the order of time, by their places; only what counts.
    pub lanes: Vec<Vec<usize>>,
}

impl Known {
    /// What answers a question; as it was where nothing has changed.
    #[must_use]
    pub fn of(known: Option<Self>, cx: &ViewContext<'_>, question: Question) -> Self {
        let at = (cx.workbench.generation(), question, [cx.texts.language(), cx.settings.title_language()]);
        if let Some(known) = known.filter(|known| known.at == at) {
            return known;
        }
        let question = &at.1;
        let delegation = match &question.party {
            Party::Named(name) => Delegation::of(cx.plan, question.event, name),
            Party::Small(count) => Delegation::small(*count),
        };
        let attendance = Attendance::of(cx.plan, question.event, &delegation, question.all_count);
        let counting = || attendance.sittings.iter().filter(|sitting| sitting.counts);
        let mut days: Vec<NaiveDate> = counting().map(|sitting| sitting.span.start.date()).collect();
        days.dedup();
        let minute = |sitting: &Sitting| (sitting.span.start.minute_of_day(), sitting.span.mins());
        let from = counting().map(|sitting| minute(sitting).0).min().unwrap_or(9 * 60);
        let to = counting().map(|sitting| minute(sitting).0 + minute(sitting).1).max().unwrap_or(18 * 60);
        let language = cx.settings.title_language();
        let name = |sitting: &Sitting| {
            let row = cx.plan.sessions().get(sitting.session);
            row.map(|row| meeting_name(cx, language, row)).unwrap_or_default()
        };
        let names = attendance.sittings.iter().map(name).collect();
        let load = |place: usize, day: &NaiveDate| {
            let own = attendance.of_delegate(place).filter(|sitting| sitting.span.start.date() == *day);
            own.map(|sitting| sitting.span.mins()).sum()
        };
        let count = delegation.delegates.len();
        let loads = (0..count).map(|place| days.iter().map(|day| load(place, day)).collect()).collect();
        let mut lanes = vec![Vec::new(); count + 1];
        for (at, sitting) in attendance.sittings.iter().enumerate().filter(|(_, sitting)| sitting.counts) {
            lanes[sitting.attended.map_or(count, |(place, _)| place)].push(at);
        }
        let formal = cx.plan.sessions().iter().filter(|row| row.kind.is_formal() && row.placement.is_some());
        let mut events: Vec<EventId> = formal.map(|row| row.event).collect();
        events.sort_unstable();
        events.dedup();
        let hours = (from / 60 * 60, (to + 59) / 60 * 60);
        Self { at, delegation, attendance, days, hours, names, loads, events, lanes }
    }

    /// Of which state of the plan it is, and what was asked.
    #[must_use]
    pub fn asked(&self) -> (Generation, &Question) {
        (self.at.0, &self.at.1)
    }

    /// What was asked.
    #[must_use]
    pub fn question(&self) -> &Question {
        &self.at.1
    }

    /// Whether it is that of any small delegation: nobody is sent anywhere then.
    #[must_use]
    pub fn is_small(&self) -> bool {
        matches!(self.at.1.party, Party::Small(_))
    }

    /// What counts.
    pub fn counting(&self) -> impl Iterator<Item = &Sitting> {
        self.attendance.sittings.iter().filter(|sitting| sitting.counts)
    }

    /// The place of a session among the meetings.
    #[must_use]
    pub fn place_of(&self, session: SessionId) -> Option<usize> {
        self.attendance.sittings.iter().position(|sitting| sitting.session == session)
    }

    /// What is counted of whom a meeting concerns: those that count, and all there are.
    #[must_use]
    pub fn counted(&self, is: impl Fn(&Concern) -> bool) -> (usize, usize) {
        let all = self.attendance.sittings.iter().filter(|sitting| is(&sitting.concern));
        all.fold((0, 0), |(counting, all), sitting| (counting + usize::from(sitting.counts), all + 1))
    }

    /// How the delegation is called.
    #[must_use]
    pub fn title(&self, cx: &ViewContext<'_>) -> String {
        match &self.at.1.party {
            Party::Named(name) => party_name(cx, name),
            Party::Small(count) => cx.texts.text_with("delegation-small", &[("count", Value::from(*count))]),
        }
    }

    /// What a delegate is called: by name, by function, else by number.
    #[must_use]
    pub fn delegate_name(&self, cx: &ViewContext<'_>, place: usize) -> String {
        let number = cx.texts.text_with("delegation-delegate", &[("number", Value::from(place + 1))]);
        let name = self.delegation.delegates.get(place).map(|row| row.name(cx.plan)).unwrap_or_default();
        if name.is_empty() { number } else { name }
    }

    /// The meeting so many steps from another one: in the order of time, or across the lanes.
    #[must_use]
    pub fn next(&self, from: Option<SessionId>, step: isize, is_across: bool) -> Option<SessionId> {
        let counting: Vec<&Sitting> = self.counting().collect();
        let Some(at) = from.and_then(|id| counting.iter().position(|sitting| sitting.session == id)) else {
            return counting.first().map(|sitting| sitting.session);
        };
        if !is_across {
            let next = at.saturating_add_signed(step).min(counting.len() - 1);
            return Some(counting[next].session);
        }
        let last = self.lanes.len() - 1;
        let mut lane = counting[at].attended.map_or(last, |(place, _)| place);
        let middle = |sitting: &Sitting| sitting.span.start.minutes() + sitting.span.mins() / 2;
        loop {
            lane = lane.checked_add_signed(step).filter(|&lane| lane <= last)?;
            let own = self.lanes[lane].iter().map(|&at| &self.attendance.sittings[at]);
            if let Some(near) = own.min_by_key(|sitting| (middle(sitting) - middle(counting[at])).abs()) {
                return Some(near.session);
            }
        }
    }

    /// All that is to say about a meeting, for those who do not see it.
    #[must_use]
    pub fn spoken(&self, cx: &ViewContext<'_>, at: usize) -> String {
        let sitting = &self.attendance.sittings[at];
        let when = dates::span_text(cx.texts, sitting.span);
        let who = match sitting.attended {
            Some((place, by_hand)) => {
                let name = self.delegate_name(cx, place);
                if by_hand { format!("{name}, {}", cx.text("delegation-by-hand")) } else { name }
            }
            None => cx.text("delegation-missed").to_owned(),
        };
        let values = [("what", Value::from(&self.names[at])), ("when", Value::from(&when)), ("who", Value::from(&who))];
        let mut spoken = cx.texts.text_with("delegation-spoken", &values);
        if sitting.is_of_interest {
            spoken = format!("{spoken}, {}", cx.text("delegation-of-interest"));
        }
        if sitting.in_vain.is_some() {
            spoken = format!("{spoken}; {}", cx.text("delegation-in-vain"));
        }
        spoken
    }

    /// Whether a delegate is there for the whole of a meeting.
    #[must_use]
    pub fn is_there(&self, at: usize, place: usize) -> bool {
        let span = self.attendance.sittings[at].span;
        self.delegation.delegates.get(place).is_some_and(|row| row.is_there(span.start, span.end))
    }

    /// What sending a delegate to a meeting costs: what that delegate would leave, or that they are not there.
    #[must_use]
    pub fn price(&self, cx: &ViewContext<'_>, at: usize, place: usize) -> Option<String> {
        if !self.is_there(at, place) {
            return Some(cx.text("delegation-drop-not-there").to_owned());
        }
        let own = &self.attendance.sittings[at];
        let left = self.attendance.of_delegate(place);
        let left = left.filter(|other| other.session != own.session && other.span.overlaps(own.span));
        let names: Vec<&str> =
            left.filter_map(|other| self.place_of(other.session)).map(|at| self.names[at].as_str()).collect();
        let names = names.join(", ");
        (!names.is_empty()).then(|| cx.texts.text_with("delegation-drop-instead", &[("what", Value::from(&names))]))
    }

    /// What keeps everybody from a meeting, in a few words.
    #[must_use]
    pub fn because(&self, cx: &ViewContext<'_>, sitting: &Sitting) -> String {
        if let Some(place) = sitting.in_vain {
            // Where somebody was sent in vain, that is the reason.
            let who = self.delegate_name(cx, place);
            return format!("{who}: {}", cx.text("delegation-in-vain"));
        }
        let kept = self.attendance.kept_by(&self.delegation, sitting);
        let is_one = kept.len() == 1;
        let words = kept.iter().enumerate().map(|(place, kept)| {
            let who = self.delegate_name(cx, place);
            let name = kept.and_then(|id| self.place_of(id)).map(|at| self.names[at].as_str());
            match name {
                // Nobody else could be meant.
                Some(name) if is_one => name.to_owned(),
                Some(name) => {
                    let values = [("who", Value::from(&who)), ("what", Value::from(name))];
                    cx.texts.text_with("delegation-kept", &values)
                }
                None => cx.texts.text_with("delegation-not-there", &[("who", Value::from(&who))]),
            }
        });
        words.collect::<Vec<_>>().join(", ")
    }
}

/// A party as it is called on the screen: a State by its name there.
#[must_use]
pub fn party_name(cx: &ViewContext<'_>, party: &str) -> String {
    named(party).map_or_else(|| party.to_owned(), |state| state.name(cx.texts.language()).to_owned())
}

/// The code of a body, else its title.
#[must_use]
pub fn body_name(cx: &ViewContext<'_>, id: BodyId) -> String {
    let body = cx.plan.bodies().get(id);
    body.map(|body| cx.short_name(&body.code, &body.title).to_owned()).unwrap_or_default()
}

/// What a meeting is called: with the codes of its bodies where its title has none.
fn meeting_name(cx: &ViewContext<'_>, language: Language, session: &Session) -> String {
    let (name, codes) = (short::session_name(cx.plan, language, session), cx.body_codes(session));
    let has_code = codes.is_empty() || short::session_code(cx.plan, language, session).is_some();
    if has_code || session.kind == SessionKind::Plenary { name } else { format!("{codes}: {name}") }
}
