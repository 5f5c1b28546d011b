//! What every view is given: things to read, and a place for what it asks for.

use std::cell::RefCell;
use std::collections::HashSet;

use crate::check::Checker;
use crate::edit::Command;
use crate::model::{BodyId, CivilTime, LocalText, Placement, Plan, RowId, Session, SessionId};
use crate::texts::Texts;

use crate::app::action::{Action, UiCommand};
use crate::app::selection::{Filter, Selection};
use crate::app::settings::{ColorBy, Settings};
use crate::app::style::{BlockColors, Theme};

/// Things to read, and a place for what a view asks for. Made anew for every frame.
pub struct ViewContext<'a> {
    /// The plan as it is.
    pub plan: &'a Plan,
    /// Grows with every change of the plan.
    pub revision: u64,
    /// The findings of the plan.
    pub checker: &'a RefCell<Checker>,
    /// Where sessions would be, while somebody points at a proposal.
    pub preview: &'a [(SessionId, Placement)],
    /// The words of the screen.
    pub texts: &'a Texts,
    /// Colours.
    pub theme: &'a Theme,
    /// What is selected.
    pub selection: &'a Selection,
    /// What is filtered.
    pub filter: &'a Filter,
    /// The sessions that the filter lets through; `None` lets all through.
    pub matches: Option<&'a HashSet<SessionId>>,
    /// What is chosen about the desk.
    pub settings: &'a Settings,
    /// The time on the clock of the plan's zone; `None` where pictures must not depend on it.
    pub now: Option<CivilTime>,
    /// What was asked for so far.
    pub requests: Requests,
}

/// What a view has asked for so far.
#[derive(Debug, Default)]
pub struct Requests(RefCell<Vec<Action>>);

impl<'a> ViewContext<'a> {
    /// Asks for something; it is done after the frame.
    pub fn act(&self, action: Action) {
        self.requests.0.borrow_mut().push(action);
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
        self.requests.0.into_inner()
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

    /// What a session is called on screen, also when it has no title yet.
    #[must_use]
    pub fn session_title<'t>(&self, session: &'t Session) -> &'t str
    where
        'a: 't,
    {
        let title = self.settings.title(&session.title);
        if title.is_empty() { self.texts.text("session-untitled") } else { title }
    }

    /// Whether the filter lets a session through.
    #[must_use]
    pub fn is_let_through(&self, id: SessionId) -> bool {
        self.matches.is_none_or(|matches| matches.contains(&id))
    }

    /// The colours of a session.
    #[must_use]
    pub fn session_colors(&self, session: &Session) -> BlockColors {
        match (self.settings.color_by, session.bodies.first()) {
            (ColorBy::Body, Some(&body)) => self.theme.hue(self.body_hue(body)),
            _ => self.theme.kind(session.kind),
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
    fn body_hue(&self, body: BodyId) -> usize {
        let mut top = body;
        for _ in 0..8 {
            match self.plan.bodies().get(top).and_then(|row| row.parent) {
                Some(parent) => top = parent,
                None => break,
            }
        }
        top.as_str().bytes().fold(7_usize, |hash, byte| hash.wrapping_mul(31).wrapping_add(usize::from(byte)))
    }
}
