//! `plenary new`: a plan begun from what is told about a conference.

use std::collections::BTreeSet;
use std::path::PathBuf;

use chrono::NaiveDate;

use super::check::contents;
use super::terminal::harmless;
use crate::edit::begin::{Beginning, BegunRoom, Daily, DailyWords, Flaw, MOST_DAYS, NotBegun, begin, typed_rooms};
use crate::model::zone::{self, Tz};
use crate::model::{DayHours, Language, LocalText};
use crate::store::{Template, save_plan};
use crate::texts::{Texts, errors, in_all_languages};

pub(super) const EXAMPLES: &str = "\
Examples:
  plenary new rpm.ron --name 'Regional meeting' --first 2025-04-24 --last 2025-04-25 --place Bishkek
  plenary new congress.ron --name Congress --first 2027-06-03 --zone Europe/Paris --rooms 'Hall A: 300, Room 1: 60'";

/// What is told about a conference.
#[derive(Debug, clap::Args)]
pub struct NewArguments {
    /// The file to write; it must not be there yet.
    pub file: PathBuf,
    /// What the conference is called.
    #[arg(long)]
    pub name: String,
    /// Its short name.
    #[arg(long, default_value = "")]
    pub code: String,
    /// Its first day, such as 2025-04-24.
    #[arg(long)]
    pub first: NaiveDate,
    /// Its last day; the first one if left out.
    #[arg(long)]
    pub last: Option<NaiveDate>,
    /// City and country.
    #[arg(long, default_value = "")]
    pub place: String,
    /// The zone of its times, such as Asia/Bishkek; that of the place if left out.
    #[arg(long)]
    pub zone: Option<String>,
    /// When its days begin and end.
    #[arg(long, default_value = "09:00-18:00", value_parser = hours)]
    pub hours: DayHours,
    /// When everybody has lunch.
    #[arg(long, value_parser = hours)]
    pub lunch: Option<DayHours>,
    /// When everybody has coffee; may be told several times.
    #[arg(long, value_parser = hours)]
    pub coffee: Vec<DayHours>,
    /// A day off besides Saturdays and Sundays; may be told several times.
    #[arg(long)]
    pub off: Vec<NaiveDate>,
    /// Its rooms, seats behind a colon.
    #[arg(long, default_value = "Main hall")]
    pub rooms: String,
    /// Language of the names: en, fr, es, ru, zh or ar.
    #[arg(long, default_value = "en", value_parser = super::named::language)]
    pub lang: Language,
}

/// `09:00-18:00`
fn hours(text: &str) -> Result<DayHours, String> {
    let minute = |text: &str| {
        let (hour, minute) = text.trim().split_once(':')?;
        let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
        (minute < 60 && hour * 60 + minute <= 24 * 60).then_some(hour * 60 + minute)
    };
    let read = text.split_once('-').and_then(|(from, to)| Some((minute(from)?, minute(to)?)));
    let (from_min, to_min) = read.ok_or_else(|| "hours are written like 09:00-18:00".to_owned())?;
    Ok(DayHours { from_min, to_min })
}

/// Makes the plan and writes it; what is told about it then.
///
/// # Errors
/// One sentence that says why there is no plan.
pub fn new(arguments: &NewArguments) -> Result<String, String> {
    let name = harmless(&arguments.file.display().to_string());
    if arguments.file.exists() {
        return Err(format!("{name} is there already"));
    }
    let local = |text: &str| LocalText::one(arguments.lang, text.trim());
    let rooms = typed_rooms(&arguments.rooms).into_iter();
    let daily = Daily {
        lunch: arguments.lunch,
        coffee: arguments.coffee.clone(),
        weekdays_off: [false, false, false, false, false, true, true],
        dates_off: arguments.off.iter().copied().collect::<BTreeSet<_>>(),
        words: DailyWords {
            lunch: in_all_languages("begun-lunch"),
            coffee: in_all_languages("begun-coffee"),
            day_off: in_all_languages("begun-day-off"),
        },
    };
    let wanted = Beginning {
        title: local(&arguments.name),
        code: local(&arguments.code),
        language: arguments.lang,
        first: arguments.first,
        last: arguments.last.unwrap_or(arguments.first),
        place: local(&arguments.place),
        zone: zone_of(arguments)?,
        hours: arguments.hours,
        rooms: rooms
            .map(|(title, seats)| BegunRoom { id: None, title: local(&title), seats, booths: 0, is_shared: false })
            .collect(),
        daily: Some(daily),
    };
    let plan = begin(&Template::Blank.begin(), &wanted).map_err(|why| match why {
        NotBegun::Flaws(flaws) => flaws.into_iter().next().map(sentence).unwrap_or_default(),
        NotBegun::Refused(_) => "the dates must lie between the years 1900 and 2199".to_owned(),
    })?;
    let texts = Texts::new(Language::English);
    save_plan(&plan, &arguments.file).map_err(|error| errors::save_error(&texts, &error))?;
    Ok(format!("{name}: {}\n", contents(&texts, &plan)))
}

/// The zone that is told, or that of the place.
fn zone_of(arguments: &NewArguments) -> Result<Tz, String> {
    match &arguments.zone {
        Some(name) => name.parse().map_err(|_| format!("there is no time zone {:?}", harmless(name))),
        None => zone::of_place(&arguments.place)
            .ok_or_else(|| "no time zone is known for the place; tell one with --zone".to_owned()),
    }
}

fn sentence(flaw: Flaw) -> String {
    match flaw {
        Flaw::NoTitle => "the conference needs a name".to_owned(),
        Flaw::DatesReversed => "it ends before it begins".to_owned(),
        Flaw::TooManyDays(days) => format!("it would last {days} days; a plan has at most {MOST_DAYS}"),
        Flaw::NoDayLeft => "all of its days are days off".to_owned(),
        Flaw::HoursReversed => "the day ends before it begins".to_owned(),
        Flaw::Lunch => "lunch must lie within the hours of the day".to_owned(),
        Flaw::Coffee => "coffee must lie within the hours of the day".to_owned(),
        Flaw::NoRoom => "at least one room is needed".to_owned(),
        Flaw::UnnamedRoom => "a room has no name".to_owned(),
    }
}
