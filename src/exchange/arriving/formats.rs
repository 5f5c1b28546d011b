//! Every format that is read.

use uuid::Uuid;

use super::draft::Draft;
use super::importer::{Given, Importer, MOST_BYTES, Unusable};
use super::report::Report;
use super::{ics, indico, own, pretalx, schedule, sessionize};
use crate::model::zone::Tz;
use crate::model::{Header, Language, LocalText, Plan};
use crate::texts::tid;

/// Every format, those first that are known by their first words.
pub const IMPORTERS: [&Importer; 7] = [
    &ics::IMPORTER,
    &schedule::XML,
    &schedule::JSON,
    &indico::IMPORTER,
    &sessionize::IMPORTER,
    &pretalx::IMPORTER,
    &own::IMPORTER,
];

/// The importer of this name.
#[must_use]
pub fn importer(name: &str) -> Option<&'static Importer> {
    IMPORTERS.into_iter().find(|importer| importer.name == name)
}

/// What a file came to.
#[derive(Debug)]
pub struct Understood {
    /// What it was taken for.
    pub importer: &'static Importer,
    /// What it says.
    pub draft: Draft,
    /// What of it could not be used.
    pub report: Report,
}

impl Understood {
    /// A plan with nothing in it, called as the file is: in this zone if one is chosen, else in the one that the file says.
    /// `identity` is what the plan is known by from now on.
    #[must_use]
    pub fn begun(&self, zone: Option<Tz>, identity: Uuid) -> Plan {
        let draft = &self.draft;
        let zone = zone.or(draft.zone).or_else(|| draft.usual_zone()).unwrap_or(Tz::UTC);
        let name = if draft.title.first().is_empty() { &draft.source } else { draft.title.first() };
        let language = Language::English;
        let title = LocalText::one(language, name);
        Plan::new(Header { identity: Some(identity), title, language, ..Header::in_zone(zone) })
    }
}

/// Reads a file: as what somebody says it is, else as what stands in it.
///
/// # Errors
/// [`Unusable`] where nothing of it can be used.
pub fn read(name: &str, bytes: &[u8], from: Option<&'static Importer>) -> Result<Understood, Unusable> {
    if bytes.len() > MOST_BYTES {
        return Err(Unusable::TooLarge);
    }
    let mut report = Report::default();
    let given = Given::new(name, bytes, &mut report);
    let known = || IMPORTERS.into_iter().find(|importer| (importer.recognize)(&given));
    let importer = from.or_else(known).ok_or(Unusable::Unknown)?;
    let draft = (importer.read)(&given, &mut report)?;
    report.close(tid("arriving-no-place"));
    Ok(Understood { importer, draft, report })
}
