//! XML of strangers: elements that are closed are handed out and forgotten, entities of a document are never followed, and
//! wrong endings are forgiven.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::super::plain;

/// An element.
#[derive(Debug, Default)]
pub struct Element {
    /// Its name, without a prefix.
    pub name: String,
    /// Its attributes.
    pub attributes: BTreeMap<String, String>,
    /// The text in it, without that of elements within.
    pub text: String,
    /// The elements within.
    pub children: Vec<Element>,
    /// The line on which it begins.
    pub line: u32,
}

impl Element {
    /// The first element of this name within.
    pub fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    /// The text of the first element of this name within; empty where there is none, or it says `null`.
    pub fn get(&self, name: &str) -> String {
        let text = self.child(name).map_or("", |child| child.text.trim());
        if text.eq_ignore_ascii_case("null") { String::new() } else { text.to_owned() }
    }

    /// What an attribute says; empty where there is none.
    pub fn attribute(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }
}

/// Elements deeper than this are not read.
const DEEPEST: usize = 64;
/// The most elements that are kept at once, and all letters in them.
const MOST_KEPT: usize = 200_000;

/// What an XML file came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Its end.
    Whole,
    /// It is broken on this line; what came before has been read.
    Broken(u32),
    /// It holds too much.
    TooMuch,
}

/// Walks through a file. Each element that is closed goes to `closed`, with those around it, outermost first, and is kept
/// within its parent where `closed` gives it back.
pub fn walk(text: &str, mut closed: impl FnMut(Element, &[Element]) -> Option<Element>) -> End {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    config.expand_empty_elements = true;
    let mut open: Vec<Element> = Vec::new();
    let (mut line, mut counted, mut kept) = (1_u32, 0_usize, 0_usize);
    loop {
        let at = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX).min(text.len());
        let breaks = text.as_bytes()[counted..at].split(|&byte| byte == b'\n').count() - 1;
        line = line.saturating_add(u32::try_from(breaks).unwrap_or(u32::MAX));
        counted = at;
        match reader.read_event() {
            Ok(Event::Start(start)) => {
                kept += 1;
                if open.len() >= DEEPEST || kept > MOST_KEPT {
                    return End::TooMuch;
                }
                open.push(element(&start, line));
            }
            Ok(Event::End(end)) => {
                let name = local(end.name().as_ref());
                // An ending that fits nothing is passed over; one that fits something further out closes what is within.
                let Some(place) = open.iter().rposition(|element| element.name == name) else { continue };
                while open.len() > place {
                    let Some(element) = open.pop() else { break };
                    let count = size(&element);
                    match (closed(element, &open), open.last_mut()) {
                        (Some(element), Some(parent)) => parent.children.push(element),
                        _ => kept = kept.saturating_sub(count),
                    }
                }
            }
            Ok(Event::Text(part)) => add(&mut open, &part.xml_content(quick_xml::XmlVersion::Implicit1_0)),
            Ok(Event::CData(part)) => add(&mut open, &part.into_inner()),
            Ok(Event::GeneralRef(name)) => {
                let entity = format!("&{};", &*name);
                add(&mut open, &plain::entity(&entity).0);
            }
            Ok(Event::Eof) => {
                let is_whole = open.is_empty();
                // What was never closed ends with the file.
                while let Some(element) = open.pop() {
                    if let Some(element) = closed(element, &open)
                        && let Some(parent) = open.last_mut()
                    {
                        parent.children.push(element);
                    }
                }
                return if is_whole { End::Whole } else { End::Broken(line) };
            }
            Ok(_) => {}
            Err(_) => {
                while let Some(element) = open.pop() {
                    closed(element, &open);
                }
                return End::Broken(line);
            }
        }
    }
}

fn add(open: &mut [Element], text: &str) {
    if let Some(element) = open.last_mut()
        && element.text.len() < 200_000
    {
        element.text.push_str(text);
    }
}

fn size(element: &Element) -> usize {
    1 + element.children.iter().map(size).sum::<usize>()
}

fn element(start: &BytesStart<'_>, line: u32) -> Element {
    let mut attributes = BTreeMap::new();
    for attribute in start.html_attributes().flatten().take(50) {
        let value = &*attribute.value;
        let value = quick_xml::escape::unescape(value).map_or_else(|_| value.to_owned(), |text| text.into_owned());
        attributes.insert(local(attribute.key.as_ref()), value);
    }
    Element { name: local(start.name().as_ref()), attributes, line, ..Element::default() }
}

fn local(name: &str) -> String {
    name.rsplit(':').next().unwrap_or_default().to_ascii_lowercase()
}
