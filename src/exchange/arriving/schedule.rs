//! schedule.xml and schedule.json: days of rooms of events, as frab, pretalx and others write them.

mod from_json;
mod from_xml;
mod making;
mod xml;

pub use from_json::IMPORTER as JSON;
pub use from_xml::IMPORTER as XML;
