//! Every format that is read.

use super::draft::Draft;
use super::importer::{Given, Importer, MOST_BYTES, Unusable};
use super::report::Report;
use super::{ics, indico, own, schedule, sessionize};
use crate::texts::tid;

/// Every format, those first that are known by their first words.
pub const IMPORTERS: [&Importer; 6] =
    [&ics::IMPORTER, &schedule::XML, &schedule::JSON, &indico::IMPORTER, &sessionize::IMPORTER, &own::IMPORTER];

/// The importer of this name.
#[must_use]
pub fn importer(name: &str) -> Option<&'static Importer> {
    IMPORTERS.into_iter().find(|importer| importer.name == name)
}

/// What a file came to.
pub struct Understood {
    /// What it was taken for.
    pub importer: &'static Importer,
    /// What it says.
    pub draft: Draft,
    /// What of it could not be used.
    pub report: Report,
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
