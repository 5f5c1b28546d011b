//! The icon font: one named constant for each symbol in `assets/fonts/Lucide-Plenary.ttf`.

use crate::model::{SessionKind, Severity};

/// The symbol of findings so bad; each has a shape of its own.
#[must_use]
pub fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => CIRCLE_X,
        Severity::Warning => WARNING,
        Severity::Hint => LIGHTBULB,
        Severity::Off => EYE_OFF,
    }
}

/// The sign of a kind of session.
#[must_use]
pub fn kind(kind: SessionKind) -> &'static str {
    match kind {
        SessionKind::Plenary => LANDMARK,
        SessionKind::Statements => MIC,
        SessionKind::Dialogue => MESSAGE,
        SessionKind::Ceremony => FLAG,
        SessionKind::HeadsOfDelegation => FLAG_TRIANGLE,
        SessionKind::Committee => GAVEL,
        SessionKind::WorkingGroup => USERS,
        SessionKind::AdHoc => SPLIT,
        SessionKind::Drafting => PENCIL,
        SessionKind::RegionalCoordination => GLOBE,
        SessionKind::Briefing => PRESENTATION,
        SessionKind::Keynote => MEGAPHONE,
        SessionKind::Talk => TV,
        SessionKind::Panel => SCALE,
        SessionKind::Workshop => HAMMER,
        SessionKind::Poster => IMAGE,
        SessionKind::Youth => STAR,
        SessionKind::Network => NETWORK,
        SessionKind::Visit => BUS,
        SessionKind::Social => PARTY,
        SessionKind::SideEvent => LAYERS,
        SessionKind::Press => NEWSPAPER,
        SessionKind::Service => WRENCH,
        SessionKind::Break => COFFEE,
        SessionKind::Other => CIRCLE,
    }
}

/// Undo the last change.
pub const UNDO: &str = "\u{e2a1}";
/// Redo the last undone change.
pub const REDO: &str = "\u{e2a0}";
/// Earlier versions or past changes.
pub const HISTORY: &str = "\u{e1f5}";
/// Reset to the default.
pub const ROTATE_CCW: &str = "\u{e148}";
/// Load or compute again.
pub const REFRESH: &str = "\u{e145}";
/// Search.
pub const SEARCH: &str = "\u{e151}";
/// Find and replace.
pub const REPLACE: &str = "\u{e3db}";
/// Cross-hair: aim at an exact place.
pub const CROSSHAIR: &str = "\u{e0ac}";
/// Scroll to the current item.
pub const LOCATE: &str = "\u{e1da}";
/// Frame the selection.
pub const FOCUS: &str = "\u{e29e}";
/// A calendar.
pub const CALENDAR: &str = "\u{e063}";
/// A day or a run of days.
pub const CALENDAR_DAYS: &str = "\u{e2b9}";
/// Add a day or a date.
pub const CALENDAR_PLUS: &str = "\u{e2bc}";
/// A confirmed date.
pub const CALENDAR_CHECK: &str = "\u{e2b7}";
/// A date with a time.
pub const CALENDAR_CLOCK: &str = "\u{e304}";
/// A range of dates.
pub const CALENDAR_RANGE: &str = "\u{e2bd}";
/// A time of day.
pub const CLOCK: &str = "\u{e087}";
/// A duration.
pub const TIMER: &str = "\u{e1e0}";
/// A person.
pub const USER: &str = "\u{e19f}";
/// Several people.
pub const USERS: &str = "\u{e1a4}";
/// Add a person.
pub const USER_PLUS: &str = "\u{e1a2}";
/// A speaker or microphone.
pub const MIC: &str = "\u{e118}";
/// An institution or government body.
pub const LANDMARK: &str = "\u{e23a}";
/// A venue building.
pub const BUILDING: &str = "\u{e290}";
/// A room.
pub const DOOR: &str = "\u{e3d6}";
/// A floor plan or map.
pub const MAP: &str = "\u{e110}";
/// A place.
pub const MAP_PIN: &str = "\u{e111}";
/// World, region or web.
pub const GLOBE: &str = "\u{e0e8}";
/// Languages and interpretation.
pub const LANGUAGES: &str = "\u{e0fe}";
/// Interpretation channel.
pub const HEADPHONES: &str = "\u{e0f1}";
/// A file.
pub const FILE: &str = "\u{e0c0}";
/// Several files.
pub const FILES: &str = "\u{e0cf}";
/// A document.
pub const FILE_TEXT: &str = "\u{e0cc}";
/// A new document.
pub const FILE_PLUS: &str = "\u{e0c9}";
/// A folder.
pub const FOLDER: &str = "\u{e0d7}";
/// Open a file.
pub const FOLDER_OPEN: &str = "\u{e247}";
/// Save.
pub const SAVE: &str = "\u{e14d}";
/// Save everything.
pub const SAVE_ALL: &str = "\u{e40f}";
/// Import or download.
pub const DOWNLOAD: &str = "\u{e0b2}";
/// Export or upload.
pub const UPLOAD: &str = "\u{e19e}";
/// Share.
pub const SHARE: &str = "\u{e156}";
/// Send out.
pub const SEND: &str = "\u{e152}";
/// Settings.
pub const SETTINGS: &str = "\u{e154}";
/// Adjust options.
pub const SLIDERS: &str = "\u{e29a}";
/// Filter rows.
pub const FILTER: &str = "\u{e0dc}";
/// Narrow a list.
pub const LIST_FILTER: &str = "\u{e460}";
/// A list.
pub const LIST: &str = "\u{e106}";
/// An outline or hierarchy.
pub const LIST_TREE: &str = "\u{e408}";
/// A checklist.
pub const LIST_CHECKS: &str = "\u{e1d0}";
/// A numbered list.
pub const LIST_ORDERED: &str = "\u{e1d1}";
/// A grid of cards.
pub const LAYOUT_GRID: &str = "\u{e0ff}";
/// A table.
pub const TABLE: &str = "\u{e17d}";
/// Side-by-side columns.
pub const COLUMNS: &str = "\u{e098}";
/// Three columns.
pub const COLUMNS_3: &str = "\u{e099}";
/// Stacked rows.
pub const ROWS: &str = "\u{e439}";
/// Three rows.
pub const ROWS_3: &str = "\u{e58a}";
/// A board of columns.
pub const KANBAN: &str = "\u{e170}";
/// A timeline chart.
pub const GANTT: &str = "\u{e624}";
/// A timeline chart in a frame.
pub const GANTT_BOX: &str = "\u{e169}";
/// A column chart.
pub const CHART_COLUMN: &str = "\u{e2a3}";
/// Layers.
pub const LAYERS: &str = "\u{e529}";
/// Dependencies.
pub const NETWORK: &str = "\u{e125}";
/// A path between places.
pub const ROUTE: &str = "\u{e53e}";
/// A milestone.
pub const MILESTONE: &str = "\u{e298}";
/// Light theme.
pub const SUN: &str = "\u{e178}";
/// Dark theme.
pub const MOON: &str = "\u{e11e}";
/// A screen, or the system theme.
pub const MONITOR: &str = "\u{e11d}";
/// Room audio and video equipment.
pub const MONITOR_SPEAKER: &str = "\u{e210}";
/// A television or display.
pub const TV: &str = "\u{e195}";
/// A presentation or session.
pub const PRESENTATION: &str = "\u{e4ae}";
/// Video or remote participation.
pub const VIDEO: &str = "\u{e1a5}";
/// Network connection.
pub const WIFI: &str = "\u{e1ae}";
/// A photograph or photo slot.
pub const CAMERA: &str = "\u{e064}";
/// A picture.
pub const IMAGE: &str = "\u{e0f6}";
/// Pin in place.
pub const PIN: &str = "\u{e259}";
/// Unpin.
pub const PIN_OFF: &str = "\u{e2b6}";
/// Locked.
pub const LOCK: &str = "\u{e10b}";
/// Unlocked.
pub const UNLOCK: &str = "\u{e10c}";
/// Copy.
pub const COPY: &str = "\u{e09e}";
/// Paste.
pub const PASTE: &str = "\u{e3e8}";
/// The clipboard.
pub const CLIPBOARD: &str = "\u{e085}";
/// Cut.
pub const SCISSORS: &str = "\u{e14e}";
/// Delete.
pub const TRASH: &str = "\u{e18e}";
/// Clear the content.
pub const ERASER: &str = "\u{e28f}";
/// Add.
pub const PLUS: &str = "\u{e13d}";
/// Remove or collapse.
pub const MINUS: &str = "\u{e11c}";
/// Close or cancel.
pub const X: &str = "\u{e1b2}";
/// Done or accept.
pub const CHECK: &str = "\u{e06c}";
/// Previous.
pub const CHEVRON_LEFT: &str = "\u{e06e}";
/// Next or expand.
pub const CHEVRON_RIGHT: &str = "\u{e06f}";
/// Collapse upward.
pub const CHEVRON_UP: &str = "\u{e070}";
/// Open a menu or expand.
pub const CHEVRON_DOWN: &str = "\u{e06d}";
/// First or far back.
pub const CHEVRONS_LEFT: &str = "\u{e072}";
/// Last or far forward.
pub const CHEVRONS_RIGHT: &str = "\u{e073}";
/// Choose from a list.
pub const CHEVRONS_UP_DOWN: &str = "\u{e211}";
/// Arrow to the left.
pub const ARROW_LEFT: &str = "\u{e048}";
/// Arrow to the right.
pub const ARROW_RIGHT: &str = "\u{e049}";
/// Arrow upward, or ascending order.
pub const ARROW_UP: &str = "\u{e04a}";
/// Arrow downward, or descending order.
pub const ARROW_DOWN: &str = "\u{e042}";
/// Swap or exchange.
pub const ARROW_LEFT_RIGHT: &str = "\u{e24a}";
/// Sort.
pub const ARROW_UP_DOWN: &str = "\u{e37d}";
/// Move freely.
pub const MOVE: &str = "\u{e121}";
/// Move sideways or resize.
pub const MOVE_HORIZONTAL: &str = "\u{e1c6}";
/// Move or resize up and down.
pub const MOVE_VERTICAL: &str = "\u{e1c7}";
/// Zoom in.
pub const ZOOM_IN: &str = "\u{e1b6}";
/// Zoom out.
pub const ZOOM_OUT: &str = "\u{e1b7}";
/// Fit everything in view.
pub const MAXIMIZE: &str = "\u{e112}";
/// Enlarge to full size.
pub const EXPAND: &str = "\u{e113}";
/// Leave full view.
pub const MINIMIZE: &str = "\u{e11a}";
/// Reduce to small size.
pub const SHRINK: &str = "\u{e11b}";
/// Visible.
pub const EYE: &str = "\u{e0ba}";
/// Hidden.
pub const EYE_OFF: &str = "\u{e0bb}";
/// A warning.
pub const WARNING: &str = "\u{e193}";
/// An error.
pub const ERROR: &str = "\u{e077}";
/// Not allowed.
pub const BLOCKED: &str = "\u{e051}";
/// Information.
pub const INFO: &str = "\u{e0f9}";
/// Passed.
pub const CIRCLE_CHECK: &str = "\u{e226}";
/// Failed.
pub const CIRCLE_X: &str = "\u{e084}";
/// Add here.
pub const CIRCLE_PLUS: &str = "\u{e081}";
/// Not yet decided.
pub const CIRCLE_DASHED: &str = "\u{e4b0}";
/// Help.
pub const HELP: &str = "\u{e082}";
/// A suggestion.
pub const LIGHTBULB: &str = "\u{e1c2}";
/// A notification.
pub const BELL: &str = "\u{e059}";
/// Items waiting for a place.
pub const INBOX: &str = "\u{e0f7}";
/// A tag or track.
pub const TAG: &str = "\u{e17f}";
/// A flag.
pub const FLAG: &str = "\u{e0d1}";
/// A deadline or marker.
pub const FLAG_TRIANGLE: &str = "\u{e238}";
/// A favourite.
pub const STAR: &str = "\u{e176}";
/// A bookmark.
pub const BOOKMARK: &str = "\u{e060}";
/// A link.
pub const LINK: &str = "\u{e102}";
/// Remove a link.
pub const UNLINK: &str = "\u{e19c}";
/// Open outside the program.
pub const EXTERNAL_LINK: &str = "\u{e0b9}";
/// More actions.
pub const MORE: &str = "\u{e0b6}";
/// More actions, upright.
pub const MORE_VERTICAL: &str = "\u{e0b7}";
/// The main menu.
pub const MENU: &str = "\u{e115}";
/// Show or hide the left panel.
pub const PANEL_LEFT: &str = "\u{e12a}";
/// Show or hide the right panel.
pub const PANEL_RIGHT: &str = "\u{e431}";
/// Show or hide the bottom panel.
pub const PANEL_BOTTOM: &str = "\u{e42c}";
/// The command palette.
pub const COMMAND: &str = "\u{e09a}";
/// Keyboard shortcuts.
pub const KEYBOARD: &str = "\u{e284}";
/// Print.
pub const PRINTER: &str = "\u{e141}";
/// A guide or reference.
pub const BOOK_OPEN: &str = "\u{e05f}";
/// A comment.
pub const MESSAGE: &str = "\u{e117}";
/// Compare two versions.
pub const COMPARE: &str = "\u{e359}";
/// Merge two versions.
pub const MERGE: &str = "\u{e0e4}";
/// Join two items into one.
pub const JOIN: &str = "\u{e43f}";
/// Split one item into two.
pub const SPLIT: &str = "\u{e440}";
/// An announcement.
pub const MEGAPHONE: &str = "\u{e235}";
/// A coffee break.
pub const COFFEE: &str = "\u{e096}";
/// A meal.
pub const UTENSILS: &str = "\u{e2f6}";
/// A reception or social event.
pub const PARTY: &str = "\u{e343}";
/// A flight.
pub const PLANE: &str = "\u{e1de}";
/// A transfer by road.
pub const BUS: &str = "\u{e1d4}";
/// The press.
pub const NEWSPAPER: &str = "\u{e348}";
/// A repair or fix.
pub const WRENCH: &str = "\u{e1b1}";
/// Set-up and dismantling.
pub const HAMMER: &str = "\u{e0ec}";
/// A ruling or a chair.
pub const GAVEL: &str = "\u{e0e0}";
/// Balance or legal matters.
pub const SCALE: &str = "\u{e212}";
/// Security or protection.
pub const SHIELD: &str = "\u{e158}";
/// An empty check box.
pub const SQUARE: &str = "\u{e167}";
/// A ticked check box.
pub const SQUARE_CHECK: &str = "\u{e559}";
/// A partly ticked check box.
pub const SQUARE_MINUS: &str = "\u{e171}";
/// An empty circle.
pub const CIRCLE: &str = "\u{e076}";
/// A small dot.
pub const DOT: &str = "\u{e44f}";
/// A number or code.
pub const HASH: &str = "\u{e0ef}";
/// A drag handle.
pub const GRIP: &str = "\u{e0eb}";
/// Edit.
pub const PENCIL: &str = "\u{e1f9}";
/// Edit the details.
pub const EDIT: &str = "\u{e172}";
/// A text field.
pub const TEXT_CURSOR: &str = "\u{e265}";
/// Frozen.
pub const SNOWFLAKE: &str = "\u{e165}";
/// Snap to the grid.
pub const MAGNET: &str = "\u{e2b5}";
/// Repeat.
pub const REPEAT: &str = "\u{e146}";
/// Rearrange automatically.
pub const SHUFFLE: &str = "\u{e15e}";
/// Arrange automatically.
pub const WAND: &str = "\u{e357}";
/// Pan the view.
pub const HAND: &str = "\u{e1d7}";
/// Select.
pub const POINTER: &str = "\u{e11f}";
/// Start.
pub const PLAY: &str = "\u{e13c}";
/// Pause.
pub const PAUSE: &str = "\u{e12e}";
/// Quit.
pub const LOG_OUT: &str = "\u{e10e}";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::look::Hue;

    #[test]
    fn no_two_kinds_look_alike() {
        for (index, a) in SessionKind::ALL.into_iter().enumerate() {
            for b in SessionKind::ALL.into_iter().skip(index + 1) {
                let same = |of| (Hue::of(of), kind(of));
                assert_ne!(same(a), same(b), "{a:?} and {b:?}");
            }
        }
    }
}
