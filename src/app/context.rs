//! What every view is given: things to read, and a place for what it asks for.

use std::cell::RefCell;
use std::collections::HashSet;
use std::rc::Rc;

use chrono::NaiveDate;

use crate::edit::Command;
use crate::edit::agenda::sitting_of;
use crate::edit::comments::Hand;
use crate::edit::following::{Following, following};
use crate::look::{self, Hue};
use crate::model::agenda::Agenda;
use crate::model::speaking::SpeakingList;
use crate::model::{
    BodyId, CivilTime, Comment, EventId, Kind, LocalText, Placement, Plan, Rank, RowId, Session, SessionId, SessionKind,
};
use crate::texts::{Texts, names};
use crate::workbench::{Generation, Index, Workbench};

use super::action::{Action, UiCommand};
use super::agendas::Agendas;
use super::compared::Compared;
use super::filter::{Filter, Matches};
use super::selection::Selection;
use super::settings::{ColorBy, Settings};
use super::style::{BlockColors, Theme, icons};
use super::votes::ChosenVotes;

/// The open plan, and what is chosen of it. Nothing of it outlives the plan.
#[derive(Debug)]
pub struct Chosen {
    /// The plan with its findings and its index.
    pub workbench: Workbench,
    /// What is selected.
    pub selection: Selection,
    /// What is filtered.
    pub filter: Filter,
    /// The sessions that the filter lets through.
    pub matches: Matches,
    /// What is told of the selected sessions.
    pub selected: Selected,
    /// What the plan is compared with.
    pub compared: Compared,
    /// Agendas that are looked at.
    pub agendas: Agendas,
    /// What attendees would like to be at.
    pub votes: ChosenVotes,
    /// The day as of which the preparation is looked at, where that is not today.
    pub as_of: Option<NaiveDate>,
}

/// What is told of the selected sessions together. Looked at only when they or the plan change.
#[derive(Debug, Default)]
pub struct Selected {
    followed: Option<(Generation, Selection)>,
    /// How many there are.
    pub count: usize,
    /// How long they are together, in minutes.
    pub mins: i32,
    /// Whether all of them are pinned; also where there is none.
    pub all_pinned: bool,
    /// Whether any of them has a time.
    pub any_placed: bool,
    /// Whether they can become one session with an agenda.
    pub can_gather: bool,
    /// The one that is selected, or that takes the selected item, if it goes on with the agenda of another one; and that.
    pub continues: Option<(SessionId, SessionId)>,
}

impl Selected {
    fn follow(&mut self, workbench: &Workbench, selection: &Selection) {
        let now = workbench.generation();
        if self.followed.as_ref().is_some_and(|(known, of)| *known == now && of == selection) {
            return;
        }
        *self = Self { followed: Some((now, selection.clone())), all_pinned: true, ..Self::default() };
        for session in selection.sessions.iter().filter_map(|&id| workbench.plan().sessions().get(id)) {
            self.count += 1;
            self.mins = self.mins.saturating_add(session.length().mins());
            self.all_pinned &= session.pinned;
            self.any_placed |= session.placement.is_some();
        }
        let ids: Vec<SessionId> = selection.sessions.iter().copied().collect();
        let only = match (selection.focus, ids.as_slice()) {
            (Some(RowId::Item(id)), _) => workbench.plan().items().get(id).map(|item| item.session),
            (_, [only]) => Some(*only),
            _ => None,
        };
        self.can_gather = sitting_of(workbench.plan(), &ids).is_some();
        self.continues = only.and_then(|id| Some((id, workbench.plan().sessions().get(id)?.agenda_continues?)));
    }
}

impl Chosen {
    /// A plan of which nothing is chosen yet.
    #[must_use]
    pub fn new(workbench: Workbench) -> Self {
        Self {
            workbench,
            selection: Selection::default(),
            filter: Filter::default(),
            matches: Matches::default(),
            selected: Selected::default(),
            compared: Compared::default(),
            agendas: Agendas::default(),
            votes: ChosenVotes::default(),
            as_of: None,
        }
    }

    /// Lets what is derived follow the plan; to be called before each frame.
    pub fn follow(&mut self) {
        self.matches.follow(&self.workbench, &self.filter);
        self.selected.follow(&self.workbench, &self.selection);
        self.votes.follow();
    }
}

/// How the screen speaks and looks.
pub struct Screen {
    /// What is chosen about the desk.
    pub settings: Settings,
    /// The words of the screen.
    pub texts: Texts,
    /// Colours.
    pub theme: Theme,
}

/// Things to read, and a place for what a view asks for. Made anew for every frame.
pub struct ViewContext<'a> {
    /// The plan as it is.
    pub plan: &'a Plan,
    /// The plan with its findings, and what has changed of it.
    pub workbench: &'a Workbench,
    /// Where sessions would be, while somebody points at a proposal.
    pub preview: &'a [(SessionId, Placement)],
    /// The words of the screen.
    pub texts: &'a Texts,
    /// Colours.
    pub theme: &'a Theme,
    /// What is selected.
    pub selection: &'a Selection,
    /// What is told of the selected sessions.
    pub selected: &'a Selected,
    /// What is filtered.
    pub filter: &'a Filter,
    /// The sessions that the filter lets through; `None` lets all through.
    pub matches: Option<&'a HashSet<SessionId>>,
    /// What the plan is compared with.
    pub compared: &'a Compared,
    /// What attendees would like to be at.
    pub votes: &'a ChosenVotes,
    /// The day as of which the preparation is looked at, where that is not today.
    pub as_of: Option<NaiveDate>,
    /// What is chosen about the desk.
    pub settings: &'a Settings,
    /// Whether navigator and inspector are open; the desk says so.
    pub panels: (bool, bool),
    /// The day in sight, in every view the same; `None` before anything was drawn.
    pub date: Option<NaiveDate>,
    /// The time now, on the clock by which the day is read; `None` where pictures must not depend on it.
    pub now: Option<CivilTime>,
    /// The same moment in UTC.
    pub utc: Option<CivilTime>,
    /// The moment now, in seconds of UTC since 1970; `None` where pictures must not depend on it.
    pub moment: Option<i64>,
    agendas: &'a Agendas,
    requests: RefCell<Vec<Action>>,
}

impl<'a> ViewContext<'a> {
    /// What time it is, as long as something is still to come: a plan that is over can be worked on in all its days.
    #[must_use]
    pub fn clock_to_come(&self) -> Option<CivilTime> {
        let is_to_come = |now: &CivilTime| {
            let last_day = self.index().days().last_key_value().map(|(&day, _)| day);
            let last = self.plan.main_event().map(|event| event.dates.first_and_last().1);
            last_day.max(last).is_some_and(|last| last >= now.date())
        };
        self.now.filter(is_to_come)
    }

    /// The day today; `None` where pictures must not depend on it.
    #[must_use]
    pub fn today(&self) -> Option<NaiveDate> {
        self.now.map(CivilTime::date)
    }

    /// The day from which the preparation counts what is late: the one that was chosen for that, else today.
    #[must_use]
    pub fn counts_from(&self) -> Option<NaiveDate> {
        self.as_of.or(self.today())
    }

    /// The sessions that are held on a day.
    #[must_use]
    pub fn held_on(&self, day: NaiveDate) -> Vec<SessionId> {
        self.index().sessions_on(day).iter().copied().collect()
    }

    /// Placements of sessions, with what follows them.
    #[must_use]
    pub fn following(&self, moves: Vec<(SessionId, Placement)>) -> Following {
        following(self.plan, &|day| self.held_on(day), moves)
    }

    /// A command that somebody has typed, with what follows where later ones do. Another room alone pushes nobody.
    #[must_use]
    pub fn with_followers(&self, command: Command) -> Command {
        let times = |at: &Placement| (at.start, at.length);
        let is_at_another_time = |(id, at): &(SessionId, Placement)| {
            let session = self.plan.sessions().get(*id);
            session.and_then(|session| session.placement.as_ref()).map(times) != Some(times(at))
        };
        match command {
            Command::Place(moves) if self.settings.later_follow && moves.iter().any(is_at_another_time) => {
                Command::Place(self.following(moves).moves)
            }
            other => other,
        }
    }

    /// Of a plan on a screen; nothing has been asked for yet.
    #[must_use]
    pub fn new(chosen: &'a Chosen, screen: &'a Screen, preview: &'a [(SessionId, Placement)]) -> Self {
        Self {
            plan: chosen.workbench.plan(),
            workbench: &chosen.workbench,
            preview,
            texts: &screen.texts,
            theme: &screen.theme,
            selection: &chosen.selection,
            selected: &chosen.selected,
            filter: &chosen.filter,
            matches: chosen.matches.found(),
            compared: &chosen.compared,
            votes: &chosen.votes,
            as_of: chosen.as_of,
            settings: &screen.settings,
            panels: (true, true),
            date: None,
            now: None,
            utc: None,
            moment: None,
            agendas: &chosen.agendas,
            requests: RefCell::default(),
        }
    }

    /// What is looked up about the plan.
    #[must_use]
    pub fn index(&self) -> &'a Index {
        self.workbench.index()
    }

    /// Asks for something; it is done after the frame.
    pub fn act(&self, action: Action) {
        self.requests.borrow_mut().push(action);
    }

    /// Asks for a change of the plan.
    pub fn perform(&self, command: Command) {
        self.act(Action::Perform(command));
    }

    /// Asks for what a menu entry does.
    pub fn run(&self, command: UiCommand) {
        self.act(Action::Run(command));
    }

    /// Selects one row.
    pub fn select(&self, row: impl Into<RowId>) {
        self.act(Action::Select(Selection::only(row.into())));
    }

    /// Everything asked for.
    #[must_use]
    pub fn into_actions(self) -> Vec<Action> {
        self.requests.into_inner()
    }

    /// A word of the screen.
    #[must_use]
    pub fn text(&self, id: &'static str) -> &'a str {
        self.texts.text(id)
    }

    /// A text of the plan in the chosen language, as it is stored.
    #[must_use]
    pub fn title<'t>(&self, text: &'t LocalText) -> &'t str {
        self.settings.title(text)
    }

    /// What stands for a row where there is little room: its code, or the title if it has none.
    #[must_use]
    pub fn short_name<'t>(&self, code: &'t LocalText, title: &'t LocalText) -> &'t str {
        let code = self.title(code);
        if code.is_empty() { self.title(title) } else { code }
    }

    /// Who is here, and when: for what is written down with a name.
    #[must_use]
    pub fn hand(&self) -> Hand<'a> {
        let clock = || CivilTime::from_minutes(chrono::Utc::now().timestamp().div_euclid(60));
        Hand { who: &self.settings.author, at: self.utc.unwrap_or_else(clock) }
    }

    /// The comments on a session, the newest last.
    #[must_use]
    pub fn comments_on(&self, session: SessionId) -> Vec<&'a Comment> {
        let mut comments: Vec<&Comment> = self.comments_in_any_order(session).collect();
        comments.sort_by_key(|comment| (comment.at, comment.id));
        comments
    }

    /// How many to-dos on a session are still to be done.
    #[must_use]
    pub fn open_to_dos(&self, session: SessionId) -> usize {
        self.comments_in_any_order(session).filter(|comment| comment.is_open()).count()
    }

    fn comments_in_any_order(&self, session: SessionId) -> impl Iterator<Item = &'a Comment> + use<'a> {
        let plan = self.plan;
        let any = (!plan.comments().is_empty()).then(|| self.workbench.index().referring(session));
        let others = any.into_iter().flat_map(|referring| &referring.others);
        others.filter_map(move |&row| match row {
            RowId::Comment(id) => plan.comments().get(id).map(|comment| &**comment),
            _ => None,
        })
    }

    /// The agenda of a session, worked out.
    #[must_use]
    pub fn agenda(&self, session: SessionId) -> Rc<Agenda> {
        self.agendas.of(self.workbench, session)
    }

    /// The speaking list of an event, worked out.
    #[must_use]
    pub fn speaking_list(&self, event: EventId) -> Rc<SpeakingList> {
        self.agendas.list(self.workbench, event)
    }

    /// Whether anything stands on the agenda of a session.
    #[must_use]
    pub fn has_items(&self, session: SessionId) -> bool {
        let any = (!self.plan.items().is_empty()).then(|| self.index().referring(session));
        any.is_some_and(|referring| referring.others.iter().any(|row| matches!(row, RowId::Item(_))))
    }

    /// What a session is called on screen, also when it has no title yet.
    #[must_use]
    pub fn session_title<'t>(&self, session: &'t Session) -> &'t str
    where
        'a: 't,
    {
        let title = self.settings.title(&session.title);
        if title.is_empty() { self.texts.text("session-untitled") } else { title }
    }

    /// What a session is called before anybody has said so.
    #[must_use]
    pub fn new_title(&self) -> LocalText {
        LocalText::one(self.settings.title_language(), self.texts.text("session-new"))
    }

    /// Whether the filter lets a session through.
    #[must_use]
    pub fn is_let_through(&self, id: SessionId) -> bool {
        self.matches.is_none_or(|matches| matches.contains(&id))
    }

    /// What a rank is called.
    #[must_use]
    pub fn rank_name(&self, rank: Rank) -> &'a str {
        names::rank(self.texts, self.plan, rank)
    }

    /// What a kind of session is called.
    #[must_use]
    pub fn kind_name(&self, kind: impl Into<Kind>) -> &'a str {
        match kind.into() {
            Kind::BuiltIn(kind) => self.texts.text(names::session_kind(kind)),
            Kind::Own(id) => match self.plan.kinds().get(id).map(|own| self.settings.title(&own.title)) {
                Some(title) if !title.is_empty() => title,
                _ => self.texts.text("kind-untitled"),
            },
        }
    }

    /// The sign of a kind of session.
    #[must_use]
    pub fn kind_sign(&self, kind: impl Into<Kind>) -> &'static str {
        let sign = match kind.into() {
            Kind::BuiltIn(kind) => kind,
            Kind::Own(id) => self.plan.kinds().get(id).map_or(SessionKind::Other, |own| own.sign),
        };
        icons::kind(sign)
    }

    /// The colours of a kind of session.
    #[must_use]
    pub fn kind_colors(&self, kind: impl Into<Kind>) -> BlockColors {
        self.theme.hue(look::hue_of(self.plan, kind.into()))
    }

    /// The short code of a meeting, such as `PL-2`; `None` where a session is no meeting that is counted, or its body has
    /// no code.
    #[must_use]
    pub fn meeting_code(&self, session: SessionId) -> Option<String> {
        self.index().meeting(session)?.code(self.plan, self.settings.title_language())
    }

    /// Every kind that a session of this plan can be: the plan's own, then the built-in ones.
    pub fn all_kinds(&self) -> impl Iterator<Item = Kind> + use<'a> {
        look::all_kinds(self.plan)
    }

    /// The colours of a session.
    #[must_use]
    pub fn session_colors(&self, session: &Session) -> BlockColors {
        match (self.settings.color_by, session.bodies.first()) {
            (ColorBy::Body, Some(&body)) => self.theme.hue(self.body_hue(body)),
            _ => self.kind_colors(session.called()),
        }
    }

    /// Codes of the bodies that meet, such as `COM3, COM4`.
    #[must_use]
    pub fn body_codes(&self, session: &Session) -> String {
        let codes =
            session.bodies.iter().filter_map(|&id| self.plan.bodies().get(id)).map(|body| self.title(&body.code));
        codes.collect::<Vec<_>>().join(", ")
    }

    /// Titles of the rooms it takes.
    #[must_use]
    pub fn room_titles(&self, session: &Session) -> String {
        let titles =
            session.rooms().iter().filter_map(|&id| self.plan.rooms().get(id)).map(|room| self.title(&room.title));
        titles.collect::<Vec<_>>().join(", ")
    }

    /// The hue of a body: its own among all that belong to none, or that of the body it belongs to.
    fn body_hue(&self, body: BodyId) -> Hue {
        let mut top = body;
        for _ in 0..8 {
            match self.plan.bodies().get(top).and_then(|row| row.parent) {
                Some(parent) => top = parent,
                None => break,
            }
        }
        let hash =
            top.as_str().bytes().fold(7_usize, |hash, byte| hash.wrapping_mul(31).wrapping_add(usize::from(byte)));
        Hue::ALL[hash % Hue::ALL.len()]
    }
}
