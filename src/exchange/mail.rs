//! A mail for each person, to be looked through and sent: the own schedule as text and as HTML, and as a calendar file beside it.
//! Nothing is sent from here.

use chrono::SecondsFormat;
use mail_builder::MessageBuilder;
use mail_builder::headers::address::Address;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::raw::Raw;
use mail_builder::mime::{BodyPart, MimePart};
use maud::{DOCTYPE, Markup, html};

use super::exporter::{Exporter, Material, Medium, Part};
use super::html::direction;
use super::ics;
use super::plain;
use super::programme::{Entry, Programme};
use super::progress::{ExportError, Progress};
use super::selection::Selection;
use super::words::Words;
use crate::model::{Person, Status};
use crate::texts::{Value, tid};

/// Drafts of mails (RFC 5322), one a person.
pub const EXPORTER: Exporter = Exporter {
    name: "eml",
    label: tid("format-eml"),
    extension: "eml",
    content: "mail",
    layouts: &[],
    medium: Medium::Data,
    shown_as: Some(&super::pdf::EXPORTER),
    with_findings: false,
    with_events: false,
    write,
};

fn write(material: &Material<'_>, progress: &Progress) -> Result<Vec<Part>, ExportError> {
    let Material { programme, request, selection, plan } = *material;
    let is_asked = |person: &Person| !selection.asks_for_people() || selection.asks_for(person.id, &person.represents);
    let people: Vec<&Person> = plan.people().iter().map(|person| &**person).filter(|person| is_asked(person)).collect();
    progress.expect(people.len());
    let mut parts = Vec::new();
    for person in &people {
        progress.step()?;
        let own =
            Selection { people: vec![person.id], delegations: Vec::new(), delegates: Vec::new(), ..selection.clone() };
        // Who gets the mail is not the team.
        let mut wish = request.wish(&own, programme.made, None);
        wish.is_internal = false;
        let theirs = Programme::new(plan, &wish);
        if theirs.entries.is_empty() {
            continue;
        }
        let material = Material { programme: &theirs, request, selection: &own, plan };
        let calendar = ics::calendar(&material, progress)?;
        let bytes = mail(&theirs, (person, request.is_internal), calendar).map_err(|why| failed(&why))?;
        parts.push(Part { name: if people.len() == 1 { String::new() } else { person.name.clone() }, bytes });
    }
    // Where all were looked at, other choices would not help.
    match parts.is_empty() {
        true if selection.is_everything() || plan.people().is_empty() => Err(ExportError::NoPeople),
        true => Err(ExportError::Nothing),
        false => Ok(parts),
    }
}

fn failed(why: &std::io::Error) -> ExportError {
    ExportError::Failed { format: "EML", why: why.to_string() }
}

/// The mail. The same plan gives the same bytes: its parts are told apart by what no line of theirs can begin with.
fn mail(programme: &Programme, (person, with_address): (&Person, bool), calendar: Vec<u8>) -> std::io::Result<Vec<u8>> {
    let whole = programme.whole.first();
    let subject = programme.labels.text_with(tid("mail-subject"), &[("plan", Value::from(whole))]);
    let name = plain::line(&person.name);
    let multipart = |kind: &str, boundary: &str| {
        ContentType::new(format!("multipart/{kind}")).attribute("boundary", boundary.to_owned())
    };
    let alternative = MimePart::new(
        multipart("alternative", "=_plenary_text"),
        BodyPart::Multipart(vec![
            MimePart::new("text/plain; charset=utf-8", body_text(programme, &name)),
            MimePart::new("text/html; charset=utf-8", body_html(programme, &name).into_string()),
        ]),
    );
    let attached = MimePart::new("text/calendar; charset=utf-8", calendar).attachment("schedule.ics");
    let parts = BodyPart::Multipart(vec![alternative, attached]);
    let id = super::identity::of_person_id(programme.identity, person.id);
    let mut message = MessageBuilder::new()
        // An open draft, to whichever program reads it.
        .header("X-Unsent", Raw::new("1"))
        .message_id(format!("{id}.{}@plenary.invalid", programme.made.timestamp()))
        .date(programme.made.timestamp())
        .subject(plain::line(subject.first()))
        .body(MimePart::new(multipart("mixed", "=_plenary_whole"), parts));
    // Where to reach anybody is for the team only, and so are drafts that can be sent as they are.
    if let Some(address) = address(&person.contact).filter(|_| with_address) {
        message = message.to(Address::new_address(Some(name), address.to_owned()));
    }
    message.write_to_vec()
}

/// The first thing in a contact that is written like an address of mail, and nothing that could be a header.
fn address(contact: &str) -> Option<&str> {
    let is_part = |text: &str| {
        !text.is_empty()
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~.".contains(&byte))
    };
    let words = contact.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '<' | '>' | '(' | ')' | '"'));
    let words = words.map(|word| word.trim_start_matches("mailto:").trim_matches('.'));
    words.filter(|word| word.len() <= 254).find(|word| {
        word.split_once('@').is_some_and(|(who, host)| is_part(who) && is_part(host) && host.contains('.'))
    })
}

/// A line of the schedule: hours, what, where, that it is cancelled.
fn told<'a>(programme: &'a Programme, entry: &'a Entry) -> (String, Words, String) {
    let is_off = entry.status == Status::Cancelled;
    let title = if is_off { programme.cancelled_title(&entry.title) } else { entry.title.clone() };
    (programme.labels.hours(entry), title, programme.room_names(entry))
}

/// What stands above the schedule.
fn above(programme: &Programme, name: &str) -> (Words, Words) {
    let labels = &programme.labels;
    let state = labels.each(|texts| {
        let language = texts.language();
        format!("{}, {}", programme.release_words().get(language), programme.made_words().get(language))
    });
    let dear = labels.text_with(tid("mail-dear"), &[("name", Value::from(name))]);
    let body = labels.each(|texts| {
        let language = texts.language();
        let values =
            [("plan", Value::from(programme.whole.get(language))), ("state", Value::from(state.get(language)))];
        texts.text_with(tid("mail-body"), &values)
    });
    (dear, body)
}

fn body_text(programme: &Programme, name: &str) -> String {
    use std::fmt::Write as _;
    let (dear, body) = above(programme, name);
    let mut text = format!("{}\r\n\r\n{}\r\n", dear.first(), body.first());
    let zone = programme.zone_words();
    if !zone.is_empty() {
        let _ = write!(text, "{}\r\n", zone.first());
    }
    for day in &programme.days {
        let _ = write!(text, "\r\n{}\r\n", programme.labels.day_long(day.date).first());
        for entry in programme.entries_on(day) {
            let (hours, title, rooms) = told(programme, entry);
            let between = if rooms.is_empty() { "" } else { " · " };
            let _ = write!(text, "  {hours}  {}{between}{rooms}\r\n", plain::line(&title.joined()));
            if !entry.link.is_empty() {
                let _ = write!(text, "    {}\r\n", entry.link);
            }
        }
    }
    let footer = &programme.house.footer;
    if !footer.is_empty() {
        let _ = write!(text, "\r\n-- \r\n{}\r\n", plain::line(footer.first()));
    }
    text
}

/// Mail programs know tables and little else.
fn body_html(programme: &Programme, name: &str) -> Markup {
    let (dear, body) = above(programme, name);
    let language = programme.language();
    let made = programme.made.to_rfc3339_opts(SecondsFormat::Secs, true);
    let cell = "padding: 4px 12px 4px 0; vertical-align: top; border-bottom: 1px solid #dfe3e8;";
    html! {
        (DOCTYPE)
        html lang=(language.code()) dir=(direction(language)) {
            head { meta charset="utf-8"; meta name="date" content=(made); title { (programme.whole.first()) } }
            body style="font-family: sans-serif; color: #1b212b;" {
                p { (dear.first()) }
                p { (body.first()) }
                @let zone = programme.zone_words();
                @if !zone.is_empty() { p style="color: #555f6e;" { (zone.first()) } }
                @for day in &programme.days {
                    h3 style="margin: 18px 0 4px;" { (programme.labels.day_long(day.date).first()) }
                    table style="border-collapse: collapse; width: 100%;" {
                        @for entry in programme.entries_on(day) {
                            @let (hours, title, rooms) = told(programme, entry);
                            tr {
                                td style={ (cell) " white-space: nowrap; font-weight: 600;" } { (hours) }
                                td style={ (cell) " width: 60%;" } {
                                    (title.joined())
                                    @if !entry.link.is_empty() {
                                        br; a href=(entry.link) { (programme.labels.text(tid("handout-join")).first()) }
                                    }
                                }
                                td style=(cell) { (rooms) }
                            }
                        }
                    }
                }
                @if !programme.house.footer.is_empty() {
                    p style="margin-top: 24px; color: #555f6e;" { (programme.house.footer.first()) }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_found_in_a_contact_and_nothing_else_is_one() {
        for (contact, found) in [
            ("perera@example.org", Some("perera@example.org")),
            ("+41 22 730 5111, Ms Perera <perera@example.org>", Some("perera@example.org")),
            ("mailto:a.b@example.org.", Some("a.b@example.org")),
            ("+41 22 730 5111", None),
            ("a@b", None),
            ("@example.org", None),
            ("a\r\nBcc: x@example.org", Some("x@example.org")),
            ("ü@example.org", None),
        ] {
            assert_eq!(address(contact), found, "{contact}");
        }
    }
}
