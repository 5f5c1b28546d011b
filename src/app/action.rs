//! What views ask of the desk, and the named commands of menus, shortcuts and the palette.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;
use egui::{Key, KeyboardShortcut, Modifiers};

use crate::edit::Command;
use crate::exchange::incoming::Remembered;
use crate::exchange::notice::NoticeOptions;
use crate::exchange::{self, Request};
use crate::model::zone::Tz;
use crate::model::{CivilTime, EventId, Language, Placement, Plan, Release, Role, RowId, SessionId, Severity};
use crate::texts::{names, tid};
use crate::workbench::Generation;

use crate::app::compared::Against;
use crate::app::filter::Filter;
use crate::app::gesture::Spot;
use crate::app::paint::lanes::LanesBy;
use crate::app::selection::Selection;
use crate::app::settings::{ColorBy, TableLayout, ThemeChoice};
use crate::app::view::kind::{Show, ViewKind};

/// What a view asks for. Views never change anything themselves.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Change the plan.
    Perform(Command),
    /// Change the plan as was shown, if it still is in the state for which that was; select what is created.
    PerformAt(Generation, Command),
    /// Take the last step back and do this in its place, if the plan still is in that state.
    PerformInstead(Generation, Command),
    /// Select this instead of what was selected.
    Select(Selection),
    /// Add a session to the selection, or take it away.
    Toggle(SessionId),
    /// Select this row and bring it into sight.
    Reveal(RowId),
    /// Select this row and go to its first property, without bringing anything into sight.
    Inspect(RowId),
    /// Shows all of a row that was made just now, and lets its title be typed.
    BeginTitle(RowId),
    /// Select the session of an event to which officers are added, and ask who is added to it in this role.
    AddOfficer(EventId, Role),
    /// Filter by this.
    Filter(Filter),
    /// Do what a menu entry does.
    Run(UiCommand),
    /// Open this file.
    Open(PathBuf),
    /// Begin to plan with this plan, which has never been saved; a table to fill it with may be asked for.
    #[expect(missing_docs, reason = "the names are the description")]
    Begin { plan: Box<Plan>, asks_for_table: bool },
    /// Choose something about the desk.
    Choose(Preference),
    /// Write this name under comments.
    CallMe(String),
    /// Remember what headings of tables of requests mean.
    RememberColumns(Remembered),
    /// Remember what headings of tables of sessions mean.
    RememberSessionColumns(Remembered),
    /// Lay the List out like this.
    LayOutList(Box<TableLayout>),
    /// Show where sessions would be, for as long as this is asked for in every frame.
    Preview(Vec<(SessionId, Placement)>),
    /// Make this release, or move it on.
    Release(Box<Release>),
    /// Open what the release of this number holds, and perhaps ask what is to be handed out of it.
    #[expect(missing_docs, reason = "the names are the description")]
    OpenRelease { number: u32, exports: bool },
    /// Open the view of this name.
    ShowView(&'static str),
    /// Compare the plan with this.
    Compare(Against),
    /// Ask for a file to compare the plan with.
    CompareFile,
    /// Look anew for what there is to compare with.
    ListStates,
    /// Ask for a file of votes.
    AskVotes,
    /// Ask for a picture to be the mark of the conference.
    AskLogo,
    /// Votes do not count any more.
    ForgetVotes,
    /// Look at the preparation as of this day; `None`: as of today.
    AsOf(Option<NaiveDate>),
    /// Bring a day into sight.
    ShowDate(NaiveDate),
    /// Paste what is on the clipboard there.
    PasteAt(Spot),
    /// Show which sessions this table would make.
    PasteTable(String),
    /// Ask for the days to which everything on this one is copied.
    CopyDay(NaiveDate),
    /// Bring a time into sight.
    ShowTime(CivilTime),
    /// Take steps back or do them again until so many are done.
    GoToStep(usize),
    /// Select this row and bring it into sight in the view of this name.
    RevealIn(&'static str, RowId),
    /// Show a day in the view of this name.
    ShowDateIn(&'static str, NaiveDate),
    /// Open the list of findings, of all or only of those that are so bad.
    ListFindings(Option<Severity>),
    /// Ask to which dates this event is to move, beginning with this first day.
    AskDates(EventId, NaiveDate),
    /// Show this rule in the Rules window.
    ShowRule(&'static str),
    /// Open the Export window for this part of the plan.
    ExportPart(Box<exchange::Selection>),
    /// Ask where this is to be handed out to.
    AskExport(Box<Request>, Amount),
    /// Ask where this notice is to be handed out to.
    AskNotice(Box<NoticeOrder>),
    /// Open what was found in a journal, by the number of the offer.
    Recover(u64),
    /// Set that aside.
    SetAside(u64),
    /// Say something to the planner.
    Tell(Message),
    /// Say something to those who do not see the screen.
    Say(String),
}

impl Action {
    /// What it says to the planner, if that is what it does.
    #[must_use]
    pub fn into_message(self) -> Option<Message> {
        if let Self::Tell(message) = self { Some(message) } else { None }
    }
}

/// A change notice that is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct NoticeOrder {
    /// The plan as it was announced.
    pub before: Arc<Plan>,
    /// In which form.
    pub options: NoticeOptions,
}

/// How much is handed out at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// One file.
    File,
    /// Several of one format, in a folder.
    Files,
    /// Every format and layout with a list of them, in a folder.
    Everything,
}

/// What a planner prefers about the desk.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "each is the setting of the same name")]
pub enum Preference {
    Theme(ThemeChoice),
    HighContrast(bool),
    ReducedMotion(bool),
    ScreenPercent(u16),
    Language(Language),
    PlanLanguage(Option<Language>),
    Lanes(LanesBy),
    ColorBy(ColorBy),
    SnapMins(i32),
    LaterFollow(bool),
    Fold(bool),
    SlimLanes(bool),
    SecondZone(Option<Tz>),
    LaneHeadsWidth(Option<f32>),
}

/// A message that shows for a while.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// What it says, in the language of the screen.
    pub text: String,
    /// Whether something went wrong.
    pub is_error: bool,
}

/// A named command: one entry of a menu and of the palette.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "names, tooltips and shortcuts stand beside each other below")]
pub enum UiCommand {
    New,
    Open,
    Save,
    SaveAs,
    Import,
    Export,
    ExportSelected,
    Notice,
    Recovery,
    Backups,
    Release,
    Quit,
    Undo,
    Redo,
    SelectAll,
    SelectNone,
    Copy,
    Cut,
    Paste,
    Duplicate,
    Repeat,
    CopyDay,
    FillDown,
    PasteTable,
    Replace,
    Delete,
    Unschedule,
    PutBack,
    TogglePin,
    Comment,
    OpenOrAdjourn,
    SuspendOrResume,
    Swap,
    Gather,
    SplitOff,
    Join,
    ShiftFromHere,
    ToggleFollow,
    AddSession,
    AddHere,
    AddEvent,
    AddRoom,
    AddKind,
    AddField,
    AddBody,
    Dates,
    View(&'static ViewKind),
    Show(Show),
    Lanes(LanesBy),
    DayBefore,
    DayAfter,
    Today,
    GoToDate,
    ToggleFold,
    ZoomIn,
    ZoomOut,
    ZoomAll,
    ZoomSelection,
    ToggleNavigator,
    ToggleInspector,
    ToggleFindings,
    ToDos,
    Hall,
    NextFinding,
    PreviousFinding,
    Rules,
    Theme(ThemeChoice),
    ToggleHighContrast,
    ToggleReducedMotion,
    ScreenLarger,
    ScreenSmaller,
    ScreenUsual,
    Screen(Language),
    FindSlot,
    Repair,
    Filter,
    NextMatch,
    PreviousMatch,
    Palette,
    Find,
    Shortcuts,
    About,
}

impl UiCommand {
    /// The ids of its name and its tooltip.
    #[must_use]
    pub fn text_ids(self) -> (&'static str, &'static str) {
        match self {
            Self::New => (tid("command-new"), tid("command-new-tip")),
            Self::Open => (tid("command-open"), tid("command-open-tip")),
            Self::Save => (tid("command-save"), tid("command-save-tip")),
            Self::SaveAs => (tid("command-save-as"), tid("command-save-as-tip")),
            Self::Import => (tid("command-import"), tid("command-import-tip")),
            Self::Export => (tid("command-export"), tid("command-export-tip")),
            Self::ExportSelected => (tid("command-export-selected"), tid("command-export-selected-tip")),
            Self::Notice => (tid("command-notice"), tid("command-notice-tip")),
            Self::Backups => (tid("command-backups"), tid("command-backups-tip")),
            Self::Release => (tid("command-release"), tid("command-release-tip")),
            Self::Recovery => (tid("command-recovery"), tid("command-recovery-tip")),
            Self::Quit => (tid("command-quit"), tid("command-quit-tip")),
            Self::Undo => (tid("command-undo"), tid("command-undo-tip")),
            Self::Redo => (tid("command-redo"), tid("command-redo-tip")),
            Self::SelectAll => (tid("command-select-all"), tid("command-select-all-tip")),
            Self::SelectNone => (tid("command-select-none"), tid("command-select-none-tip")),
            Self::Copy => (tid("command-copy"), tid("command-copy-tip")),
            Self::Cut => (tid("command-cut"), tid("command-cut-tip")),
            Self::Paste => (tid("command-paste"), tid("command-paste-tip")),
            Self::Repeat => (tid("command-repeat"), tid("command-repeat-tip")),
            Self::CopyDay => (tid("command-copy-day"), tid("command-copy-day-tip")),
            Self::Duplicate => (tid("command-duplicate"), tid("command-duplicate-tip")),
            Self::Replace => (tid("command-replace"), tid("command-replace-tip")),
            Self::PasteTable => (tid("command-paste-table"), tid("command-paste-table-tip")),
            Self::FillDown => (tid("command-fill-down"), tid("command-fill-down-tip")),
            Self::Delete => (tid("command-delete"), tid("command-delete-tip")),
            Self::Unschedule => (tid("command-unschedule"), tid("command-unschedule-tip")),
            Self::PutBack => (tid("command-put-back"), tid("command-put-back-tip")),
            Self::TogglePin => (tid("command-pin"), tid("command-pin-tip")),
            Self::Comment => (tid("command-comment"), tid("command-comment-tip")),
            Self::OpenOrAdjourn => (tid("command-open-or-adjourn"), tid("command-open-or-adjourn-tip")),
            Self::SuspendOrResume => (tid("command-suspend-or-resume"), tid("command-suspend-or-resume-tip")),
            Self::Swap => (tid("command-swap"), tid("command-swap-tip")),
            Self::Gather => (tid("command-gather"), tid("command-gather-tip")),
            Self::SplitOff => (tid("command-split-off"), tid("command-split-off-tip")),
            Self::Join => (tid("command-join"), tid("command-join-tip")),
            Self::ShiftFromHere => (tid("command-shift-from-here"), tid("command-shift-from-here-tip")),
            Self::ToggleFollow => (tid("command-follow"), tid("command-follow-tip")),
            Self::AddSession => (tid("command-add-session"), tid("command-add-session-tip")),
            Self::AddHere => (tid("command-add-here"), tid("command-add-here-tip")),
            Self::AddEvent => (tid("command-add-event"), tid("command-add-event-tip")),
            Self::AddKind => (tid("command-add-kind"), tid("command-add-kind-tip")),
            Self::AddField => (tid("command-add-field"), tid("command-add-field-tip")),
            Self::AddRoom => (tid("command-add-room"), tid("command-add-room-tip")),
            Self::AddBody => (tid("command-add-body"), tid("command-add-body-tip")),
            Self::Dates => (tid("command-dates"), tid("command-dates-tip")),
            Self::View(view) => (view.label, view.tip),
            Self::Show(Show::Day) => (tid("command-show-day"), tid("command-show-day-tip")),
            Self::Show(Show::ThreeDays) => (tid("command-show-three-days"), tid("command-show-three-days-tip")),
            Self::Show(Show::Conference) => (tid("command-show-conference"), tid("command-show-conference-tip")),
            Self::Lanes(LanesBy::Room) => (tid("lanes-room"), tid("lanes-room-tip")),
            Self::Lanes(LanesBy::Body) => (tid("lanes-body"), tid("lanes-body-tip")),
            Self::Lanes(LanesBy::Kind) => (tid("lanes-kind"), tid("lanes-kind-tip")),
            Self::Lanes(LanesBy::Event) => (tid("lanes-event"), tid("lanes-event-tip")),
            Self::DayBefore => (tid("command-day-before"), tid("command-day-before-tip")),
            Self::DayAfter => (tid("command-day-after"), tid("command-day-after-tip")),
            Self::Today => (tid("command-today"), tid("command-today-tip")),
            Self::GoToDate => (tid("command-go-to-date"), tid("command-go-to-date-tip")),
            Self::ToggleFold => (tid("command-fold"), tid("command-fold-tip")),
            Self::ZoomIn => (tid("command-zoom-in"), tid("command-zoom-in-tip")),
            Self::ZoomOut => (tid("command-zoom-out"), tid("command-zoom-out-tip")),
            Self::ZoomAll => (tid("command-zoom-all"), tid("command-zoom-all-tip")),
            Self::ZoomSelection => (tid("command-zoom-selection"), tid("command-zoom-selection-tip")),
            Self::ToggleNavigator => (tid("command-navigator"), tid("command-navigator-tip")),
            Self::ToggleInspector => (tid("command-inspector"), tid("command-inspector-tip")),
            Self::ToggleFindings => (tid("command-findings"), tid("command-findings-tip")),
            Self::ToDos => (tid("command-to-dos"), tid("command-to-dos-tip")),
            Self::Hall => (tid("command-hall"), tid("command-hall-tip")),
            Self::NextFinding => (tid("command-next-finding"), tid("command-next-finding-tip")),
            Self::PreviousFinding => (tid("command-previous-finding"), tid("command-previous-finding-tip")),
            Self::Rules => (tid("command-rules"), tid("command-rules-tip")),
            Self::Theme(ThemeChoice::Light) => (tid("theme-light"), tid("theme-light-tip")),
            Self::Theme(ThemeChoice::Dark) => (tid("theme-dark"), tid("theme-dark-tip")),
            Self::Theme(ThemeChoice::System) => (tid("theme-system"), tid("theme-system-tip")),
            Self::ToggleHighContrast => (tid("command-high-contrast"), tid("command-high-contrast-tip")),
            Self::ToggleReducedMotion => (tid("command-reduced-motion"), tid("command-reduced-motion-tip")),
            Self::ScreenLarger => (tid("command-screen-larger"), tid("command-screen-larger-tip")),
            Self::ScreenSmaller => (tid("command-screen-smaller"), tid("command-screen-smaller-tip")),
            Self::ScreenUsual => (tid("command-screen-usual"), tid("command-screen-usual-tip")),
            Self::Screen(language) => names::screen(language),
            Self::FindSlot => (tid("command-find-slot"), tid("command-find-slot-tip")),
            Self::Repair => (tid("command-repair"), tid("command-repair-tip")),
            Self::Filter => (tid("command-filter"), tid("command-filter-tip")),
            Self::NextMatch => (tid("command-next-match"), tid("command-next-match-tip")),
            Self::PreviousMatch => (tid("command-previous-match"), tid("command-previous-match-tip")),
            Self::Palette => (tid("command-palette"), tid("command-palette-tip")),
            Self::Find => (tid("command-find"), tid("command-find-tip")),
            Self::Shortcuts => (tid("command-shortcuts"), tid("command-shortcuts-tip")),
            Self::About => (tid("command-about"), tid("command-about-tip")),
        }
    }

    /// Its shortcut; `COMMAND` is Ctrl, or ⌘ on a Mac.
    #[must_use]
    pub fn shortcut(self) -> Option<KeyboardShortcut> {
        const SHIFT_COMMAND: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };
        let (modifiers, key) = match self {
            Self::New => (Modifiers::COMMAND, Key::N),
            Self::Open => (Modifiers::COMMAND, Key::O),
            Self::Save => (Modifiers::COMMAND, Key::S),
            Self::SaveAs => (SHIFT_COMMAND, Key::S),
            Self::Export => (Modifiers::COMMAND, Key::P),
            Self::Quit => (Modifiers::COMMAND, Key::Q),
            Self::Undo => (Modifiers::COMMAND, Key::Z),
            Self::Redo => (SHIFT_COMMAND, Key::Z),
            Self::SelectAll => (Modifiers::COMMAND, Key::A),
            Self::Duplicate => (Modifiers::COMMAND, Key::D),
            Self::Copy => (Modifiers::COMMAND, Key::C),
            Self::Cut => (Modifiers::COMMAND, Key::X),
            Self::Paste => (Modifiers::COMMAND, Key::V),
            Self::Comment => (Modifiers::COMMAND, Key::M),
            Self::Repeat => (SHIFT_COMMAND, Key::D),
            Self::AddSession => (Modifiers::COMMAND, Key::T),
            Self::Dates => (SHIFT_COMMAND, Key::M),
            Self::View(view) if view.with_shift => (SHIFT_COMMAND, view.key),
            Self::View(view) => (Modifiers::COMMAND, view.key),
            Self::Show(Show::Day) => (Modifiers::ALT, Key::Num1),
            Self::Show(Show::ThreeDays) => (Modifiers::ALT, Key::Num2),
            Self::Show(Show::Conference) => (Modifiers::ALT, Key::Num3),
            Self::GoToDate => (Modifiers::COMMAND, Key::G),
            Self::ToggleFold => (SHIFT_COMMAND, Key::G),
            Self::ScreenLarger => (Modifiers::COMMAND, Key::Plus),
            Self::ScreenSmaller => (Modifiers::COMMAND, Key::Minus),
            Self::ScreenUsual => (Modifiers::COMMAND, Key::Num0),
            Self::ZoomSelection => (Modifiers::COMMAND, Key::E),
            Self::ToggleNavigator => (Modifiers::COMMAND, Key::B),
            Self::ToggleInspector => (Modifiers::COMMAND, Key::I),
            Self::FindSlot => (Modifiers::COMMAND, Key::L),
            Self::ShiftFromHere => (SHIFT_COMMAND, Key::L),
            Self::Repair => (SHIFT_COMMAND, Key::R),
            Self::ToggleFindings => (Modifiers::COMMAND, Key::J),
            Self::ToDos => (SHIFT_COMMAND, Key::J),
            Self::NextFinding => (Modifiers::NONE, Key::F8),
            Self::PreviousFinding => (Modifiers::SHIFT, Key::F8),
            Self::Rules => (Modifiers::COMMAND, Key::R),
            Self::Filter => (SHIFT_COMMAND, Key::F),
            Self::NextMatch => (Modifiers::NONE, Key::F3),
            Self::PreviousMatch => (Modifiers::SHIFT, Key::F3),
            Self::Palette => (Modifiers::COMMAND, Key::K),
            Self::Find => (Modifiers::COMMAND, Key::F),
            Self::Replace => (Modifiers::COMMAND, Key::H),
            Self::Shortcuts => (Modifiers::NONE, Key::F1),
            _ => return None,
        };
        Some(KeyboardShortcut::new(modifiers, key))
    }

    /// Whether it is about what is selected: keys then mean the session that has the keyboard.
    #[must_use]
    pub fn is_about_selected(self) -> bool {
        matches!(
            self,
            Self::Copy
                | Self::Cut
                | Self::Duplicate
                | Self::Repeat
                | Self::ShiftFromHere
                | Self::Delete
                | Self::Unschedule
                | Self::PutBack
                | Self::TogglePin
                | Self::Comment
                | Self::OpenOrAdjourn
                | Self::SuspendOrResume
                | Self::FindSlot
                | Self::ZoomSelection
                | Self::ExportSelected
        )
    }

    /// Whether its shortcut counts while a window lies over the desk: it is about the file, the screen or that window, and
    /// changes nothing of what is hidden.
    #[must_use]
    pub fn works_over_windows(self) -> bool {
        matches!(
            self,
            Self::Save
                | Self::SaveAs
                | Self::Quit
                | Self::Rules
                | Self::Shortcuts
                | Self::About
                | Self::Theme(_)
                | Self::ToggleHighContrast
                | Self::ToggleReducedMotion
                | Self::ScreenLarger
                | Self::ScreenSmaller
                | Self::ScreenUsual
                | Self::Screen(_)
        )
    }

    /// A shortcut that only counts while sessions have the keyboard, or the ground below them.
    #[must_use]
    pub fn bare_key(self) -> Option<Key> {
        match self {
            Self::AddHere => Some(Key::Insert),
            Self::Delete => Some(Key::Delete),
            Self::Unschedule => Some(Key::Backspace),
            Self::TogglePin => Some(Key::P),
            Self::OpenOrAdjourn => Some(Key::O),
            Self::SuspendOrResume => Some(Key::U),
            Self::Swap => Some(Key::X),
            Self::DayBefore => Some(Key::PageUp),
            Self::DayAfter => Some(Key::PageDown),
            Self::ToggleFollow => Some(Key::L),
            Self::Today => Some(Key::T),
            Self::SelectNone => Some(Key::Escape),
            Self::ZoomIn => Some(Key::Plus),
            Self::ZoomOut => Some(Key::Minus),
            Self::ZoomAll => Some(Key::Num0),
            _ => None,
        }
    }
}
