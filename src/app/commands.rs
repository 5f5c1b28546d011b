//! The list of all named commands.

use crate::model::Language;
use crate::texts::{Texts, tid};

use super::action::UiCommand;
use super::paint::lanes::LanesBy;
use super::settings::ThemeChoice;
use super::view::{Show, VIEWS};

/// The id of what has to be selected before a command can do something.
#[must_use]
pub fn needs(command: UiCommand) -> Option<&'static str> {
    Some(match command {
        UiCommand::PutBack => tid("put-back-needs-day"),
        UiCommand::Repeat => tid("repeat-needs-sessions"),
        UiCommand::ShiftFromHere => tid("shift-needs-sessions"),
        UiCommand::Swap => tid("swap-needs-two"),
        UiCommand::Comment => tid("comment-select-one"),
        UiCommand::Gather => tid("gather-needs"),
        UiCommand::SplitOff => tid("split-off-needs"),
        UiCommand::Join => tid("join-needs"),
        _ => return None,
    })
}

/// Every named command, in the order of the palette.
pub fn all() -> impl Iterator<Item = UiCommand> {
    use UiCommand as Ui;
    let files = [
        Ui::New,
        Ui::Open,
        Ui::Import,
        Ui::Save,
        Ui::SaveAs,
        Ui::Export,
        Ui::ExportSelected,
        Ui::Release,
        Ui::Notice,
        Ui::Backups,
        Ui::Recovery,
    ];
    let edits = [
        Ui::Undo,
        Ui::Redo,
        Ui::PasteTable,
        Ui::Replace,
        Ui::AddSession,
        Ui::AddHere,
        Ui::AddEvent,
        Ui::AddRoom,
        Ui::AddBody,
        Ui::AddKind,
        Ui::AddField,
        Ui::Dates,
        Ui::SelectAll,
    ];
    let sessions = [
        Ui::SelectNone,
        Ui::Copy,
        Ui::Cut,
        Ui::Paste,
        Ui::Duplicate,
        Ui::Repeat,
        Ui::CopyDay,
        Ui::FillDown,
        Ui::Unschedule,
        Ui::PutBack,
        Ui::TogglePin,
        Ui::Comment,
        Ui::OpenOrAdjourn,
        Ui::SuspendOrResume,
        Ui::Swap,
        Ui::Gather,
        Ui::SplitOff,
        Ui::Join,
        Ui::ShiftFromHere,
        Ui::ToggleFollow,
        Ui::Delete,
        Ui::FindSlot,
        Ui::Repair,
    ];
    let sight = [
        Ui::DayBefore,
        Ui::DayAfter,
        Ui::Today,
        Ui::GoToDate,
        Ui::ToggleFold,
        Ui::ZoomIn,
        Ui::ZoomOut,
        Ui::ZoomAll,
        Ui::ZoomSelection,
        Ui::ToggleNavigator,
        Ui::ToggleInspector,
        Ui::ToggleFindings,
        Ui::ToDos,
        Ui::Hall,
        Ui::NextFinding,
        Ui::PreviousFinding,
        Ui::Rules,
    ];
    let rest =
        [Ui::Filter, Ui::NextMatch, Ui::PreviousMatch, Ui::Find, Ui::Palette, Ui::Shortcuts, Ui::About, Ui::Quit];
    files
        .into_iter()
        .chain(edits)
        .chain(sessions)
        .chain(VIEWS.iter().map(|entry| Ui::View(&entry.kind)))
        .chain(Show::ALL.map(Ui::Show))
        .chain(LanesBy::ALL.map(Ui::Lanes))
        .chain(sight)
        .chain(ThemeChoice::ALL.map(Ui::Theme))
        .chain([Ui::ToggleHighContrast, Ui::ToggleReducedMotion, Ui::ScreenLarger, Ui::ScreenSmaller, Ui::ScreenUsual])
        .chain(Texts::AVAILABLE.into_iter().map(|language: Language| Ui::Screen(language)))
        .chain(rest)
}
