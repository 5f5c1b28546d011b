//! Whom a session concerns, and what it has of the youth celebration, in cells of a session that is copied: letters of §7.1, codes
//! of regions, and a group a line.

use super::names::or_id;
use crate::model::{BodyId, Concern, Language, LocalText, Plan, VisitGroup, YouthElement, YouthElements};
use crate::texts::{short, typed};

/// The words that say whom a meeting concerns, where it is no region.
const CONCERNS: [(&str, Concern); 3] =
    [("all", Concern::All), ("members", Concern::Members), ("officers", Concern::Officers)];

/// `a d`
pub fn elements_text(elements: YouthElements) -> String {
    elements.iter().map(|element| letter(element).to_string()).collect::<Vec<_>>().join(" ")
}

/// The elements of such letters.
pub fn elements(cell: &str) -> YouthElements {
    YouthElement::ALL.into_iter().filter(|&element| cell.split(' ').any(|word| is_letter(word, element))).collect()
}

fn is_letter(word: &str, element: YouthElement) -> bool {
    word.chars().eq([letter(element)])
}

/// The letter that an element has in §7.1.
fn letter(element: YouthElement) -> char {
    char::from(b'a' + element as u8)
}

/// `all`, or `AFR; ARB`.
pub fn concern_text(plan: &Plan, concern: Option<&Concern>, language: Language) -> String {
    let Some(concern) = concern else { return String::new() };
    if let Some((word, _)) = CONCERNS.iter().find(|(_, known)| known == concern) {
        return (*word).to_owned();
    }
    let regions = concern.regions().iter().filter_map(|&id| plan.bodies().get(id));
    let code = |text: &LocalText, or: &LocalText| {
        if text.is_empty() { or.get(language).to_owned() } else { text.get(language).to_owned() }
    };
    let names = regions.map(|body| or_id(&code(&body.code, &body.title), body.id.as_str()));
    names.collect::<Vec<_>>().join("; ")
}

/// Whom it concerns, with the names of the regions still to be looked up.
pub fn concern(cell: &str, regions: impl FnOnce() -> Vec<BodyId>) -> Option<Concern> {
    if cell.trim().is_empty() {
        return None;
    }
    let known = CONCERNS.into_iter().find(|(word, _)| *word == cell.trim());
    known
        .map(|(_, concern)| concern)
        .or_else(|| Some(Concern::Regions(regions())).filter(|it| !it.regions().is_empty()))
}

/// A group a line: people, departure, return, seats, and its name in each language.
pub fn groups_text(groups: &[VisitGroup]) -> String {
    let count = |count: Option<u32>| count.map(|count| count.to_string()).unwrap_or_default();
    let clock = |minute: Option<u16>| minute.map(typed::clock_text).unwrap_or_default();
    let line = |group: &VisitGroup| {
        let mut fields = vec![count(group.people), clock(group.departs), clock(group.returns), count(group.seats)];
        for (language, name) in group.name.iter() {
            fields.extend([language.code().to_owned(), short::one_line(name)]);
        }
        fields.join("\t")
    };
    groups.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The groups in such a cell.
pub fn groups(cell: &str) -> Vec<VisitGroup> {
    let read = |line: &str| {
        let fields: Vec<&str> = line.split('\t').map(str::trim).collect();
        let field = |at: usize| fields.get(at).copied().unwrap_or_default();
        let mut name = LocalText::default();
        for pair in fields.get(4..).unwrap_or_default().chunks_exact(2) {
            if let Ok(language) = pair[0].parse() {
                name.set(language, pair[1]);
            }
        }
        VisitGroup {
            name,
            people: field(0).parse().ok(),
            departs: super::values::clock(field(1)).filter(|&minute| minute < 24 * 60),
            returns: super::values::clock(field(2)).filter(|&minute| minute < 24 * 60),
            seats: field(3).parse().ok(),
        }
    };
    cell.lines().filter(|line| !line.trim().is_empty()).map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let all: YouthElements = [YouthElement::Dialogue, YouthElement::Visits].into_iter().collect();
        assert_eq!((elements_text(all).as_str(), elements(&elements_text(all))), ("a e", all));
        assert_eq!(elements("x ab 7"), YouthElements::EMPTY);
        let group = VisitGroup {
            name: LocalText::one(Language::English, "Old City").with(Language::Russian, "Старый город"),
            people: Some(40),
            departs: Some(9 * 60 + 30),
            returns: None,
            seats: Some(45),
        };
        let groups_of_two = vec![group, VisitGroup { people: Some(1), ..VisitGroup::default() }];
        assert_eq!(groups(&groups_text(&groups_of_two)), groups_of_two);
        assert_eq!(concern("members", Vec::new), Some(Concern::Members));
        assert_eq!(concern("nobody's region", Vec::new), None);
    }
}
