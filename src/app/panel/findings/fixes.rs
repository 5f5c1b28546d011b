//! The menu of ways out of a finding: looked for once when it opens, shown in the view while one points at them.

use egui::text::LayoutJob;
use egui::{Button, TextFormat, TextStyle, Ui};

use crate::check::{Finding, Fix, Remedy};
use crate::model::Patch;
use crate::texts::{Value, dates, findings};
use crate::workbench::Generation;

use super::order::same;
use crate::app::action::Action;
use crate::app::context::ViewContext;
use crate::app::paint::text::append_line;
use crate::app::phrases;
use crate::app::system::tasks::Task;

/// The ways out that were looked for last.
#[derive(Debug, Default)]
pub struct Ways {
    found: Option<Found>,
}

#[derive(Debug)]
struct Found {
    generation: Generation,
    finding: Finding,
    /// Nothing until they are found.
    fixes: Option<Vec<Fix>>,
    search: Task<Vec<Fix>>,
}

/// What the menu asks for.
#[derive(Debug)]
pub enum Wish {
    /// It has just opened.
    Opened,
    /// Take this one.
    Take(Box<Patch>),
}

impl Ways {
    /// The entries of the menu.
    pub fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, finding: &Finding) -> Option<Wish> {
        ui.set_min_width(280.0);
        let known = self
            .found
            .as_mut()
            .filter(|found| found.generation == cx.workbench.generation() && same(&found.finding, finding));
        let Some(found) = known else {
            let (generation, finding) = (cx.workbench.generation(), finding.clone());
            let ((plan, mut checker), sought) = (cx.workbench.copy(), finding.clone());
            let search = Task::start(ui.ctx(), "fixes", move |stop| checker.fixes(&plan, &sought, stop));
            self.found = Some(Found { generation, finding, fixes: None, search });
            ui.weak(cx.text("findings-fix-searching"));
            ui.ctx().request_repaint();
            return Some(Wish::Opened);
        };
        if found.fixes.is_none() {
            // A search that broke down has found nothing.
            found.fixes = found.search.poll().map(Result::unwrap_or_default);
        }
        let Some(fixes) = &found.fixes else {
            ui.horizontal(|ui| {
                ui.spinner();
                ui.weak(cx.text("findings-fix-searching"));
            });
            return None;
        };
        if fixes.is_empty() {
            ui.set_max_width(280.0);
            ui.weak(cx.text("findings-fix-none"));
        }
        let mut taken = None;
        for fix in fixes {
            let response = ui.add(Button::new(entry(ui, cx, finding, fix)).wrap());
            let does = remedy(cx, &fix.remedy);
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::MenuItem, true, &does));
            if response.hovered() || response.has_focus() {
                cx.act(Action::Preview(fix.moves.clone()));
            }
            if response.clicked() {
                taken = Some(Wish::Take(Box::new(fix.patch.clone())));
            }
        }
        taken
    }
}

/// What a fix does; below it, small, which session it moves where that is not clear, and the worst it causes.
fn entry(ui: &Ui, cx: &ViewContext<'_>, finding: &Finding, fix: &Fix) -> LayoutJob {
    let format = |style: &TextStyle, color| TextFormat::simple(style.resolve(ui.style()), color);
    let mut job = LayoutJob::default();
    job.wrap.max_width = 420.0;
    append_line(ui.ctx(), &mut job, &remedy(cx, &fix.remedy), format(&TextStyle::Body, cx.theme.text));
    let mut add = |text: &str, color| append_line(ui.ctx(), &mut job, text, format(&TextStyle::Small, color));
    let moved = fix.moves.first().and_then(|(id, _)| cx.plan.sessions().get(*id));
    if let Some(session) = moved.filter(|_| finding.sessions.len() > 1) {
        add(cx.session_title(session), cx.theme.text_2);
    }
    if let Some(worst) = fix.caused.first() {
        let text = findings::sentence(cx.texts, cx.plan, cx.settings.title_language(), worst);
        add(&cx.texts.text_with("fix-causes", &[("text", Value::from(&text))]), cx.theme.severity(worst.severity));
    }
    job
}

/// `Move to Room B`
fn remedy(cx: &ViewContext<'_>, remedy: &Remedy) -> String {
    let texts = cx.texts;
    match remedy {
        Remedy::OtherRoom(id) => {
            let room = cx.plan.rooms().get(*id).map_or(id.as_str(), |room| cx.title(&room.title));
            texts.text_with("fix-other-room", &[("room", Value::from(room))])
        }
        Remedy::Slot(at) => texts.text_with("fix-slot", &[("placement", Value::from(&phrases::placement(cx, at)))]),
        Remedy::Swap(id) => {
            let session = cx.plan.sessions().get(*id).map_or(id.as_str(), |session| cx.session_title(session));
            texts.text_with("fix-swap", &[("session", Value::from(session))])
        }
        Remedy::Shorten(length) => {
            let length = dates::length_text(texts, length.mins());
            texts.text_with("fix-shorten", &[("length", Value::from(&length))])
        }
        Remedy::Later { count, mins } => {
            let length = dates::length_text(texts, *mins);
            texts.text_with("fix-later", &[("count", Value::from(*count)), ("length", Value::from(&length))])
        }
        Remedy::StatementLength(secs) => {
            let length = dates::seconds_text(texts, i32::try_from(*secs).unwrap_or(i32::MAX));
            texts.text_with("fix-text-secs", &[("length", Value::from(&length))])
        }
    }
}
