//! What pages show, and how large they are.

use crate::texts::tid;

/// What pages show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Layout {
    /// Day after day, session after session.
    Programme,
    /// The rooms of one day as columns, hours down.
    Day,
    /// Days as columns, sittings as rows, and a block for each meeting: the time management plan.
    Grid,
    /// A sign for the door of every room, every day.
    Doors,
    /// The days of one person or body.
    Itinerary,
    /// The speaking list.
    Statements,
    /// Rooms as lanes along one axis of time.
    Timeline,
    /// What stands on the agendas of sessions, as a table.
    Agendas,
    /// The journal of a day: today, tomorrow, notices, changes.
    Journal,
    /// The documents of each meeting.
    MeetingDocuments,
    /// What a delegation attends, and where it would have to be twice.
    Booklet,
    /// A meeting minute by minute, for its chair and its secretary.
    RunningOrder,
    /// The speaking list in letters that are read from afar.
    PodiumList,
    /// A card for each speaker.
    SpeakerCards,
    /// A sheet for each room and day, for those who set it up.
    RoomSheets,
    /// Which team of interpreters sits when.
    Roster,
    /// Who sits at the podium, what is webcast and captioned.
    Services,
    /// Sessions with their talks, speakers and abstracts, and an index of people.
    Book,
    /// What is on now and next, for a screen in the foyer or beside a door.
    Now,
}

impl Layout {
    /// Those that are papers: headings, facts and tables, in PDF, in Word and for a browser.
    pub const PAPERS: [Self; 9] = [
        Self::Journal,
        Self::MeetingDocuments,
        Self::Booklet,
        Self::RunningOrder,
        Self::PodiumList,
        Self::RoomSheets,
        Self::Roster,
        Self::Services,
        Self::Book,
    ];

    /// Those that have pages: all but agendas, and what follows the clock.
    pub const PAGES: [Self; 17] = {
        let mut pages = [Self::Programme; 17];
        let (mut from, mut to) = (0, 0);
        while from < Self::ALL.len() {
            if !matches!(Self::ALL[from], Self::Agendas | Self::Now) {
                pages[to] = Self::ALL[from];
                to += 1;
            }
            from += 1;
        }
        pages
    };

    /// The first ones, and all papers.
    #[must_use]
    pub const fn with_papers<const FIRST: usize, const ALL: usize>(first: [Self; FIRST]) -> [Self; ALL] {
        let mut all = [Self::Programme; ALL];
        let mut at = 0;
        while at < ALL {
            all[at] = if at < FIRST { first[at] } else { Self::PAPERS[at - FIRST] };
            at += 1;
        }
        all
    }

    /// All of them.
    pub const ALL: [Self; 19] = [
        Self::Programme,
        Self::Day,
        Self::Grid,
        Self::Doors,
        Self::Itinerary,
        Self::Statements,
        Self::Timeline,
        Self::Agendas,
        Self::Journal,
        Self::MeetingDocuments,
        Self::Booklet,
        Self::RunningOrder,
        Self::PodiumList,
        Self::SpeakerCards,
        Self::RoomSheets,
        Self::Roster,
        Self::Services,
        Self::Book,
        Self::Now,
    ];

    /// Whether it is for the team only, whatever else is asked for.
    #[must_use]
    pub fn is_for_team(self) -> bool {
        matches!(self, Self::Roster | Self::Services)
    }

    /// Whether its pages stand upright where nobody says how they lie.
    #[must_use]
    pub fn is_upright(self) -> bool {
        match self {
            Self::Programme
            | Self::Itinerary
            | Self::Statements
            | Self::Agendas
            | Self::Journal
            | Self::MeetingDocuments
            | Self::Booklet
            | Self::RunningOrder
            | Self::PodiumList
            | Self::Book => true,
            Self::Day
            | Self::Grid
            | Self::Doors
            | Self::Timeline
            | Self::SpeakerCards
            | Self::RoomSheets
            | Self::Roster
            | Self::Services
            | Self::Now => false,
        }
    }

    /// The id of its name for people.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Programme => tid("handout-programme"),
            Self::Day => tid("handout-rooms-of-day"),
            Self::Grid => tid("handout-plan-grid"),
            Self::Doors => tid("handout-door"),
            Self::Itinerary => tid("handout-itinerary"),
            Self::Statements => tid("handout-speaking-list"),
            Self::Timeline => tid("handout-timeline"),
            Self::Agendas => tid("handout-agenda"),
            Self::Journal => tid("handout-journal"),
            Self::MeetingDocuments => tid("handout-meeting-documents"),
            Self::Booklet => tid("handout-booklet"),
            Self::RunningOrder => tid("handout-running-order"),
            Self::PodiumList => tid("handout-podium-list"),
            Self::SpeakerCards => tid("handout-speaker-cards"),
            Self::RoomSheets => tid("handout-room-sheet"),
            Self::Roster => tid("handout-roster"),
            Self::Services => tid("handout-services"),
            Self::Book => tid("handout-book"),
            Self::Now => tid("handout-now-next"),
        }
    }

    /// Its name on the command line and in file names.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Programme => "programme",
            Self::Day => "day",
            Self::Grid => "grid",
            Self::Doors => "doors",
            Self::Itinerary => "itinerary",
            Self::Statements => "statements",
            Self::Timeline => "timeline",
            Self::Agendas => "agendas",
            Self::Journal => "journal",
            Self::MeetingDocuments => "documents",
            Self::Booklet => "booklet",
            Self::RunningOrder => "running-order",
            Self::PodiumList => "podium",
            Self::SpeakerCards => "cards",
            Self::RoomSheets => "rooms",
            Self::Roster => "roster",
            Self::Services => "services",
            Self::Book => "book",
            Self::Now => "now",
        }
    }
}

/// A sheet of paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Paper {
    /// 210 × 297 mm (ISO 216).
    #[default]
    A4,
    /// 297 × 420 mm (ISO 216).
    A3,
    /// 8.5 × 11 inches (ANSI/ASME Y14.1).
    Letter,
}

impl Paper {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::A4, Self::A3, Self::Letter];

    /// Its name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::A3 => "a3",
            Self::Letter => "letter",
        }
    }

    /// Width and height when it stands, in points of 1/72 inch.
    #[must_use]
    pub fn size(self) -> (f32, f32) {
        match self {
            Self::A4 => (595.28, 841.89),
            Self::A3 => (841.89, 1190.55),
            Self::Letter => (612.0, 792.0),
        }
    }
}

/// How a sheet lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Orientation {
    /// Higher than wide.
    Portrait,
    /// Wider than high.
    Landscape,
}

/// The size of a picture, each side within [`PictureSize::SIDES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PictureSize {
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

impl PictureSize {
    /// How long a side can be, in pixels.
    pub const SIDES: std::ops::RangeInclusive<u32> = 200..=8000;
}

impl Default for PictureSize {
    fn default() -> Self {
        Self { width: 1600, height: 1000 }
    }
}

/// Why a text is no [`PictureSize`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a size is written like 1600x1000, each side 200 to 8000")]
pub struct ParsePictureSizeError;

impl std::str::FromStr for PictureSize {
    type Err = ParsePictureSizeError;

    fn from_str(text: &str) -> Result<Self, ParsePictureSizeError> {
        let side = |text: &str| text.parse().ok().filter(|side| Self::SIDES.contains(side));
        let sides = text.split_once('x').and_then(|(width, height)| Some((side(width)?, side(height)?)));
        let (width, height) = sides.ok_or(ParsePictureSizeError)?;
        Ok(Self { width, height })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_have_limits() {
        assert_eq!("1600x1000".parse(), Ok(PictureSize { width: 1600, height: 1000 }));
        for text in ["", "1600", "x", "100x100", "99999x1000", "-1x5", "1600x1000x3"] {
            assert_eq!(text.parse::<PictureSize>(), Err(ParsePictureSizeError), "{text}");
        }
    }
}
