//! Windows that lie over the desk. Each is one file, a field here and a place in [`Windows::all`].

mod about;
mod backups;
mod dates;
mod export;
mod import;
mod new_plan;
mod notice;
mod palette;
mod recovery;
mod releases;
mod repair;
mod repeat;
mod replace;
mod rules;
mod sheet;
mod shift;
mod shortcuts;
mod slots;
mod to_dos;

use egui::Ui;

use super::context::ViewContext;
use crate::edit::Command;
use crate::exchange::Request;

use about::AboutWindow;
use backups::BackupsWindow;
use dates::DatesWindow;
use export::ExportWindow;
use import::ImportWindow;
use new_plan::NewPlanWindow;
use notice::NoticeWindow;
use palette::Palette;
use recovery::RecoveryWindow;
use releases::ReleasesWindow;
use repair::RepairWindow;
use repeat::RepeatWindow;
use replace::ReplaceWindow;
use rules::RulesWindow;
use shift::ShiftWindow;
use shortcuts::ShortcutsWindow;
use slots::SlotsWindow;
use to_dos::ToDosWindow;

pub use export::ExportOrder;
pub use import::{RowsAre, holds_programme, is_imported, picture_refused};

/// What a window must answer.
pub trait Floating {
    /// Draws it over the desk, if it is open.
    fn ui(&mut self, _ui: &Ui, _cx: &ViewContext<'_>) {}

    /// Whether it stands beside the plan, in the place of the inspector, instead of over the desk.
    fn is_docked(&self) -> bool {
        false
    }

    /// Draws it beside the plan.
    fn docked_ui(&mut self, _ui: &mut Ui, _cx: &ViewContext<'_>) {}

    /// Whether it is open.
    fn is_open(&self) -> bool;

    /// Closes it.
    fn close(&mut self);

    /// What is still being typed in it, as a command; to be asked for again until there is none.
    /// What can not be taken stays, and is told.
    fn finish(&mut self, _cx: &ViewContext<'_>) -> Option<Command> {
        None
    }
}

/// All windows.
pub struct Windows {
    pub slots: SlotsWindow,
    pub repair: RepairWindow,
    pub repeat: RepeatWindow,
    pub shift: ShiftWindow,
    pub rules: RulesWindow,
    pub dates: DatesWindow,
    pub new_plan: NewPlanWindow,
    pub export: ExportWindow,
    pub import: ImportWindow,
    pub notice: NoticeWindow,
    pub shortcuts: ShortcutsWindow,
    pub about: AboutWindow,
    pub replace: ReplaceWindow,
    pub recovery: RecoveryWindow,
    pub backups: BackupsWindow,
    pub releases: ReleasesWindow,
    pub to_dos: ToDosWindow,
    pub palette: Palette,
    /// The places of those that are open, the one opened last at the end.
    opened: Vec<usize>,
}

impl Windows {
    /// All of them closed; the Export window would begin with `export`.
    #[must_use]
    pub fn new(export: &Request) -> Self {
        Self {
            slots: SlotsWindow::default(),
            repair: RepairWindow::default(),
            repeat: RepeatWindow::default(),
            shift: ShiftWindow::default(),
            rules: RulesWindow::default(),
            dates: DatesWindow::default(),
            new_plan: NewPlanWindow::default(),
            export: ExportWindow::new(export),
            import: ImportWindow::default(),
            notice: NoticeWindow::default(),
            shortcuts: ShortcutsWindow::default(),
            about: AboutWindow::default(),
            replace: ReplaceWindow::default(),
            recovery: RecoveryWindow::default(),
            backups: BackupsWindow::default(),
            releases: ReleasesWindow::default(),
            to_dos: ToDosWindow::default(),
            palette: Palette::default(),
            opened: Vec::new(),
        }
    }

    fn all(&mut self) -> [&mut dyn Floating; 18] {
        let Self {
            slots,
            repair,
            repeat,
            shift,
            rules,
            dates,
            new_plan,
            export,
            import,
            notice,
            shortcuts,
            about,
            replace,
            recovery,
            backups,
            releases,
            to_dos,
            palette,
            ..
        } = self;
        [
            slots, repair, repeat, shift, rules, dates, new_plan, export, import, notice, shortcuts, about, replace,
            recovery, backups, releases, to_dos, palette,
        ]
    }

    /// Draws those that are open.
    pub fn ui(&mut self, ui: &Ui, cx: &ViewContext<'_>) {
        self.all().into_iter().for_each(|window| window.ui(ui, cx));
    }

    /// The one beside the plan, if any is open there: of several the one opened last, and the others are closed.
    pub fn docked(&mut self) -> Option<&mut dyn Floating> {
        self.note_opened();
        let opened = self.opened.clone();
        let mut all = self.all();
        let top = opened.into_iter().rev().find(|&at| all[at].is_docked())?;
        for (at, window) in all.iter_mut().enumerate() {
            if at != top && window.is_docked() && window.is_open() {
                window.close();
            }
        }
        all.into_iter().nth(top)
    }

    /// Closes what stands beside the plan, in the place of the inspector.
    pub fn undock(&mut self) {
        self.all().into_iter().filter(|window| window.is_docked() && window.is_open()).for_each(Floating::close);
    }

    /// Closes the one that was opened last; says whether any was open.
    pub fn close_top(&mut self) -> bool {
        self.note_opened();
        let Some(top) = self.opened.pop() else { return false };
        self.all()[top].close();
        true
    }

    /// To be called once per frame, so that it is known which was opened last.
    pub fn note_opened(&mut self) {
        let open = self.all().map(|window| window.is_open());
        self.opened.retain(|&at| open[at]);
        let new = (0..open.len()).filter(|at| open[*at] && !self.opened.contains(at));
        let new: Vec<usize> = new.collect();
        self.opened.extend(new);
    }

    /// Whether one lies over the desk, so that keys are not for what is behind it.
    #[must_use]
    pub fn covers_desk(&self) -> bool {
        let over: [&dyn Floating; 10] = [
            &self.export,
            &self.import,
            &self.notice,
            &self.rules,
            &self.repeat,
            &self.shift,
            &self.shortcuts,
            &self.about,
            &self.replace,
            &self.recovery,
        ];
        over.iter().any(|window| window.is_open()) || self.asks_alone()
    }

    /// Whether one is open that asks something about the plan as it is, so that commands must wait.
    #[must_use]
    pub fn asks_alone(&self) -> bool {
        self.dates.is_open() || self.new_plan.is_open()
    }

    /// Whether a field was asked for that has not got the keyboard yet: what is typed meanwhile is for it.
    #[must_use]
    pub fn awaits_keyboard(&self) -> bool {
        self.palette.is_open() || self.replace.is_new() || self.dates.is_new() || self.new_plan.is_new()
    }

    /// Whether any is open.
    pub fn is_any_open(&mut self) -> bool {
        self.all().iter().any(|window| window.is_open())
    }

    /// What is still being typed in any of them, as a command; to be asked for again until there is none.
    pub fn finish(&mut self, cx: &ViewContext<'_>) -> Option<Command> {
        self.all().into_iter().find_map(|window| window.finish(cx))
    }
}
