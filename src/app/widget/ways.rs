//! The ways out of findings: looked for when somebody asks, one finding after the other on a thread of their own, and
//! remembered as long as the plan stays as it is.

use std::collections::VecDeque;
use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{Button, Context, Response, TextFormat, TextStyle, Ui};

use crate::arrange::{Fix, fixes};
use crate::check::Finding;
use crate::model::{EventId, Patch, Role, RowId, Session, SessionId, StatementId};
use crate::texts::{Value, findings, tid};
use crate::workbench::Generation;

use crate::app::action::{Action, UiCommand};
use crate::app::context::ViewContext;
use crate::app::paint::text::append_line;
use crate::app::selection::Selection;
use crate::app::system::tasks::Task;
use crate::app::widget::going::going;

/// The ways out that were looked for since the plan changed last.
#[derive(Debug, Default)]
pub struct Ways {
    generation: Option<Generation>,
    found: Vec<(Finding, Vec<Fix>)>,
    search: Option<(Finding, Task<Vec<Fix>>)>,
    /// What is looked for next.
    wanted: VecDeque<Finding>,
}

/// What is known about the ways out of one finding.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Known<'a> {
    /// Nobody has asked yet.
    Nothing,
    /// They are being looked for.
    Soon,
    /// These there are.
    Fixes(&'a [Fix]),
}

/// What the menu asks for.
#[derive(Debug)]
pub enum Wish {
    /// It has just opened.
    Opened,
    /// Take this one.
    Take(Box<Patch>),
}

/// Of more sessions, none can be said to be the one that should move.
const MOST_MOVED: usize = 6;

impl Ways {
    /// So many are remembered: more than ever show at once.
    const REMEMBERED: usize = 64;

    /// To be called in each frame: forgets what the plan has outrun, takes what was found, and goes on with what is wanted.
    pub fn follow(&mut self, ctx: &Context, cx: &ViewContext<'_>) {
        let now = cx.workbench.generation();
        if self.generation != Some(now) {
            *self = Self { generation: Some(now), ..Self::default() };
        }
        if let Some((finding, search)) = self.search.take() {
            match search.poll() {
                // A search that broke down has found nothing.
                Some(fixes) => self.found.push((finding, fixes.unwrap_or_default())),
                None => self.search = Some((finding, search)),
            }
        }
        if self.found.len() > Self::REMEMBERED {
            self.found.remove(0);
        }
        if self.search.is_none()
            && let Some(finding) = self.wanted.pop_front()
        {
            let ((plan, mut checker), sought) = (cx.workbench.copy(), finding.clone());
            let search = Task::start(ctx, "fixes", move |stop| fixes((&plan, &mut checker), &sought, stop));
            self.search = Some((finding, search));
            ctx.request_repaint();
        }
    }

    /// Looks for the ways out of a finding, if nobody has yet.
    pub fn want(&mut self, ctx: &Context, finding: &Finding) {
        if self.of(finding) == Known::Nothing {
            self.wanted.push_back(finding.clone());
            ctx.request_repaint();
        }
    }

    /// What is known about a finding.
    #[must_use]
    pub fn of(&self, finding: &Finding) -> Known<'_> {
        let found = self.found.iter().find(|(known, _)| known.says_the_same(finding));
        if let Some((_, fixes)) = found {
            return Known::Fixes(fixes);
        }
        let sought = self.search.as_ref().map(|(sought, _)| sought);
        let is_sought = sought.into_iter().chain(&self.wanted).any(|sought| sought.says_the_same(finding));
        if is_sought { Known::Soon } else { Known::Nothing }
    }

    /// The entries of a menu.
    pub fn menu_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, finding: &Finding) -> Option<Wish> {
        ui.set_min_width(280.0);
        let opened = self.of(finding) == Known::Nothing;
        self.want(ui.ctx(), finding);
        let Known::Fixes(fixes) = self.of(finding) else {
            ui.horizontal(|ui| {
                ui.spinner();
                ui.weak(cx.text("findings-fix-searching"));
            });
            return opened.then_some(Wish::Opened);
        };
        if fixes.is_empty() {
            ui.set_max_width(280.0);
            match elsewhere(cx, finding).filter(|_| finding.missing_role().is_some()) {
                Some((text, actions)) => {
                    if ui.button(&text).clicked() {
                        for action in actions {
                            cx.act(action);
                        }
                        ui.close();
                    }
                }
                None => _ = ui.weak(cx.text("findings-fix-none")),
            }
        }
        let mut taken = None;
        for fix in fixes {
            let response = ui.add(Button::new(entry(ui, cx, fix)).wrap());
            let does = fix_text(cx, fix);
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::MenuItem, true, &does));
            preview(&response, cx, fix);
            if response.clicked() {
                taken = Some(Wish::Take(Box::new(fix.patch.clone())));
                // A key closes no menu, and the finding that moves up here would stand under an open one.
                ui.close();
            }
        }
        taken
    }
}

/// Shows where a fix would put sessions, while somebody points at it.
pub fn preview(response: &Response, cx: &ViewContext<'_>, fix: &Fix) {
    if response.hovered() || response.has_focus() {
        cx.act(Action::Preview(fix.moves.clone()));
    }
}

/// `Move WG4A, 1st meeting to Room A`
#[must_use]
pub fn fix_text(cx: &ViewContext<'_>, fix: &Fix) -> String {
    findings::fix(cx.texts, cx.plan, cx.settings.title_language(), fix)
}

/// The worst that a fix causes, in words.
#[must_use]
pub fn causes_text(cx: &ViewContext<'_>, fix: &Fix) -> Option<String> {
    let worst = fix.caused.first()?;
    let text = findings::sentence(cx.texts, cx.plan, cx.settings.title_language(), worst);
    Some(cx.texts.text_with("fix-causes", &[("text", Value::from(&text))]))
}

/// What a fix does; below it, small, the worst it causes.
fn entry(ui: &Ui, cx: &ViewContext<'_>, fix: &Fix) -> LayoutJob {
    let format = |style: &TextStyle, color| TextFormat::simple(style.resolve(ui.style()), color);
    let mut job = LayoutJob::default();
    job.wrap.max_width = 420.0;
    append_line(ui.ctx(), &mut job, &fix_text(cx, fix), format(&TextStyle::Body, cx.theme.text));
    if let (Some(text), Some(worst)) = (causes_text(cx, fix), fix.caused.first()) {
        let color = cx.theme.severity(worst.severity);
        append_line(ui.ctx(), &mut job, &text, format(&TextStyle::Small, color));
    }
    job
}

/// What leads on where no single move clears a finding, in words and deeds: to its sessions, to a slot for one of them,
/// or to what it is about.
#[must_use]
pub fn elsewhere(cx: &ViewContext<'_>, finding: &Finding) -> Option<(String, Vec<Action>)> {
    if let Some((event, role)) = finding.missing_role()
        && !cx.index().sessions_of(event).is_empty()
    {
        let name = findings::row_name(cx.plan, cx.settings.title_language(), event.into());
        let id = if role == Role::Chair { tid("fix-add-chair") } else { tid("fix-add-vice-chair") };
        let text = cx.texts.text_with(id, &[("event", Value::from(&name))]);
        return Some((text, vec![Action::AddOfficer(event, role)]));
    }
    if let Some(statement) = statement_of(cx, finding) {
        let name = findings::row_name(cx.plan, cx.settings.title_language(), statement.into());
        let text = cx.texts.text_with("inspector-show", &[("what", Value::from(&name))]);
        return Some((text, vec![Action::Reveal(statement.into())]));
    }
    let is_request = |row: &RowId| matches!(row, RowId::RoomRequest(_));
    let of_request = finding.sessions.is_empty() || finding.rule.starts_with("request-");
    if let Some(request) = finding.rows().find(is_request).filter(|_| of_request) {
        let name = findings::row_name(cx.plan, cx.settings.title_language(), request);
        let text = cx.texts.text_with("inspector-show", &[("what", Value::from(&name))]);
        return Some((text, vec![Action::RevealIn("requests", request)]));
    }
    let count = finding.sessions.len();
    if count > MOST_MOVED {
        let text = cx.texts.text_with("inspector-show-sessions", &[("count", Value::from(count))]);
        return Some((text, going(finding)));
    }
    let is_movable =
        |id: &SessionId| cx.plan.sessions().get(*id).is_some_and(|row| row.placement.is_some() && !row.pinned);
    if let Some(&id) = finding.sessions.iter().find(|id| is_movable(id)) {
        let name = findings::session_name(cx.texts, cx.plan, cx.settings.title_language(), id);
        let text = cx.texts.text_with("inspector-find-slot", &[("session", Value::from(&name))]);
        let select = Action::Select(Selection::only(id.into()));
        return Some((text, vec![select, Action::Run(UiCommand::FindSlot)]));
    }
    let row = finding.rows().next()?;
    if finding.rule.starts_with("posts-") {
        let text = cx.text("view-bureaus").to_owned();
        return Some((text, vec![Action::RevealIn("bureaus", row)]));
    }
    let name = findings::row_name(cx.plan, cx.settings.title_language(), row);
    let text = cx.texts.text_with("inspector-show", &[("what", Value::from(&name))]);
    Some((text, vec![Action::Reveal(row)]))
}

/// The statement that a finding is about: another time of its session would not help.
fn statement_of(cx: &ViewContext<'_>, finding: &Finding) -> Option<StatementId> {
    let speaker = finding.rows().next().filter(|_| finding.rule.starts_with("statement-"))?;
    cx.plan.statements().iter().find(|row| RowId::from(row.speaker) == speaker).map(|row| row.id)
}

/// The session of an event to which officers are added: its first that has a chair, or its first. It looks at all
/// of them, so it is not for every frame.
#[must_use]
pub fn session_for(cx: &ViewContext<'_>, event: EventId) -> Option<SessionId> {
    let sessions = cx.index().sessions_of(event).iter().filter_map(|&id| cx.plan.sessions().get(id));
    let order = |session: &&Arc<Session>| {
        (!session.kind.has_chair(), session.placement.is_none(), session.span().map(|span| span.start), session.id)
    };
    sessions.min_by_key(order).map(|session| session.id)
}
