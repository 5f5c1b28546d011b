//! Pages: nothing is lost, nothing is split, nothing hangs over the edge.

use std::collections::BTreeMap;

use plenary::exchange::drawing::{Mark, Page, Part};
use plenary::exchange::{Layout, Orientation, Paper, PictureSize, Progress, Request, exporter, preview};
use plenary::model::{Language, Plan};

use super::{made, rich, with_session, wtdc};

fn pages(plan: &Plan, format: &str, configure: impl FnOnce(&mut Request)) -> Vec<Page> {
    let mut request = Request::new(exporter(format).unwrap());
    configure(&mut request);
    preview(plan, &request, made(), &Progress::default()).unwrap()
}

/// All texts of marks with their boxes, in the order in which they are read.
fn texts(marks: &[Mark], found: &mut Vec<(String, f32, f32, f32, f32)>) {
    for mark in marks {
        match mark {
            Mark::Text { at, paragraph } => found.push((
                paragraph.text().to_owned(),
                at.x,
                at.y,
                at.x + paragraph.lines().iter().map(|line| line.left + line.width).fold(0.0, f32::max),
                at.y + paragraph.height(),
            )),
            Mark::Group(group) => texts(&group.marks, found),
            _ => {}
        }
    }
}

pub fn all_texts(page: &Page) -> Vec<(String, f32, f32, f32, f32)> {
    let mut found = Vec::new();
    texts(&page.marks, &mut found);
    found
}

#[test]
fn every_session_is_on_one_page_of_the_programme() {
    let plan = wtdc();
    let pages = pages(&plan, "pdf", |_| {});
    let mut sections = 0;
    for page in &pages {
        for mark in &page.marks {
            let Mark::Group(group) = mark else { continue };
            if group.part == Part::Section {
                sections += 1;
            }
        }
    }
    assert_eq!(sections, plan.sessions().iter().filter(|session| session.placement.is_some()).count());
    assert!(pages.len() > 3, "{}", pages.len());
}

#[test]
fn no_text_hangs_over_the_edge_of_any_page() {
    for plan in [wtdc(), rich::hostile()] {
        for layout in Layout::PAGES {
            let needs_statements = [Layout::Statements, Layout::PodiumList, Layout::SpeakerCards];
            if needs_statements.contains(&layout) && plan.statements().is_empty() {
                continue;
            }
            if layout == Layout::Booklet && plenary::exchange::delegations(&plan).is_empty() {
                continue;
            }
            for (paper, orientation) in [
                (Paper::A4, None),
                (Paper::Letter, Some(Orientation::Portrait)),
                (Paper::A3, Some(Orientation::Landscape)),
            ] {
                for languages in [vec![], vec![Language::English, Language::Russian], vec![Language::Arabic]] {
                    let pages = pages(&plan, "pdf", |request| {
                        request.layout = layout;
                        request.paper = paper;
                        request.orientation = orientation;
                        request.languages.clone_from(&languages);
                    });
                    for page in &pages {
                        for (text, left, top, right, bottom) in all_texts(page) {
                            let inside = left >= 0.0 && top >= 0.0 && right <= page.width && bottom <= page.height;
                            assert!(
                                inside,
                                "{layout:?} {paper:?} {languages:?}: {text:?} at {left} {top} {right} {bottom}"
                            );
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn feet_count_the_pages_and_tell_release_and_date() {
    let pages = pages(&wtdc(), "pdf", |_| {});
    let count = pages.len();
    for (number, page) in pages.iter().enumerate() {
        let texts: Vec<String> = all_texts(page).into_iter().map(|(text, ..)| text).collect();
        assert!(texts.contains(&format!("Page {} of {count}", number + 1)), "{texts:?}");
        assert!(texts.iter().any(|text| text.contains("Draft") && text.contains("1 October 2025")), "{texts:?}");
    }
}

/// Plans with 26 rooms that are all in use at one hour.
#[test]
fn a_day_with_many_rooms_takes_more_pages_and_leaves_out_no_title() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/all/cases/26-rooms.json");
    let plan = plenary::store::open_plan(&path).unwrap();
    for (paper, count) in [(Paper::A4, 2), (Paper::A3, 1)] {
        let pages = pages(&plan, "pdf", |request| (request.layout, request.paper) = (Layout::Day, paper));
        let told: String = pages.iter().flat_map(all_texts).map(|(text, ..)| text + "\n").collect();
        for session in plan.sessions().iter() {
            let title = session.title.get(Language::English);
            let last = title.rsplit(' ').next().unwrap();
            assert!(
                told.lines().any(|text| text.starts_with("Working group") && text.ends_with(last)),
                "{title}: {told}"
            );
        }
        assert!(pages.len() >= count, "{paper:?}: {}", pages.len());
    }
}

#[test]
fn a_day_is_one_page_and_a_week_of_the_plan_another() {
    let plan = wtdc();
    let of_day = pages(&plan, "pdf", |request| request.layout = Layout::Day);
    let titles: BTreeMap<&str, usize> = of_day.iter().fold(BTreeMap::new(), |mut titles, page| {
        *titles.entry(page.title.as_str()).or_default() += 1;
        titles
    });
    assert!(titles.values().all(|&count| count == 1), "{titles:?}");
    let grid = pages(&plan, "png", |request| request.layout = Layout::Grid);
    assert!(grid.len() < of_day.len());
}

#[test]
fn the_grid_holds_every_session_but_breaks() {
    let plan = wtdc();
    let told: String = pages(&plan, "pdf", |request| request.layout = Layout::Grid)
        .iter()
        .flat_map(all_texts)
        .map(|(text, ..)| text)
        .collect::<Vec<_>>()
        .join("\n");
    for session in plan.sessions().iter().filter(|session| session.placement.is_some()) {
        let title = session.title.get(Language::English);
        // Long titles are cut after two lines.
        let begin: String = title.chars().take(12).collect();
        let is_break = session.kind == plenary::model::SessionKind::Break;
        assert!(is_break || told.contains(&begin), "{title}");
    }
}

#[test]
fn a_door_has_a_sign_for_each_day_with_sessions_behind_it() {
    let plan = wtdc();
    let mut expected = std::collections::BTreeSet::new();
    for session in plan.sessions().iter() {
        for &room in session.rooms() {
            expected.insert((session.span().unwrap().start.date(), room));
        }
    }
    let pages = pages(&plan, "pdf", |request| request.layout = Layout::Doors);
    let titles: std::collections::BTreeSet<&str> = pages.iter().map(|page| page.title.as_str()).collect();
    assert_eq!(titles.len(), expected.len());
}

#[test]
fn an_itinerary_tells_whose_it_is_and_when_they_speak() {
    let plan = rich::rich();
    let speaker = plan.people().iter().find(|person| person.represents == "Kazakhstan").unwrap();
    let pages = pages(&plan, "pdf", |request| {
        request.layout = Layout::Itinerary;
        request.selection.people = vec![speaker.id];
    });
    let told: Vec<String> = pages.iter().flat_map(all_texts).map(|(text, ..)| text).collect();
    assert!(told.iter().any(|text| text.starts_with("Itinerary of") && text.contains(&speaker.name)), "{told:?}");
    assert!(told.iter().any(|text| text.starts_with("10:06")), "the third statement of 10:00: {told:?}");
}

#[test]
fn what_is_short_is_named_on_a_timeline_where_letters_can_be_read() {
    let plan = wtdc();
    let pages = pages(&plan, "pdf", |request| {
        request.layout = Layout::Timeline;
        request.selection.days = vec!["2025-11-20".parse().unwrap()];
    });
    let told: Vec<String> = pages.iter().flat_map(all_texts).map(|(text, ..)| text).collect();
    for title in ["WG-PL, 2nd meeting", "Luncheon hosted by Thailand"] {
        assert!(told.iter().any(|text| text == title), "{title} is not in {told:?}");
    }
    assert!(told.iter().all(|text| !text.starts_with('…')), "nothing is cut at its beginning");
}

#[test]
fn an_itinerary_warns_of_two_places_at_once() {
    let itinerary = |plan: &plenary::model::Plan| {
        let body = plan.sessions().get("S41".parse().unwrap()).unwrap().bodies[0];
        let pages = pages(plan, "pdf", |request| {
            request.layout = Layout::Itinerary;
            request.selection.bodies = vec![body];
        });
        pages.iter().flat_map(all_texts).map(|(text, ..)| text).collect::<Vec<_>>().join("\n")
    };
    assert!(!itinerary(&wtdc()).contains("At the same time"));
    let plan = wtdc();
    let committee = plan.bodies().iter().find(|body| body.code.get(Language::English) == "COM3").unwrap().id;
    let below = pages(&plan, "pdf", |request| {
        request.layout = Layout::Itinerary;
        request.selection.bodies = vec![committee];
    });
    let below: Vec<String> = below.iter().flat_map(all_texts).map(|(text, ..)| text).collect();
    assert!(below.iter().any(|text| text.contains("Asia-Pacific")), "the groups below are in it");
    assert!(below.iter().all(|text| !text.contains("At the same time")), "they are others, and may meet at once");
    let (here, placement) = {
        let plan = wtdc();
        let session = plan.sessions().get("S41".parse().unwrap()).unwrap().clone();
        (session.bodies.clone(), session.placement.clone())
    };
    let twice = with_session(wtdc(), "S50", |session| {
        session.title = "Elsewhere".into();
        session.bodies = here;
        session.placement = placement;
    });
    let told = itinerary(&twice);
    assert!(told.contains("At the same time: Elsewhere"), "{told}");
    assert_eq!(told.matches("At the same time").count(), 2, "each says it of the other");
    let cancelled = with_session(twice, "S50", |session| session.status = plenary::model::Status::Cancelled);
    assert!(!itinerary(&cancelled).contains("At the same time"), "what does not happen is in nobody's way");
}

#[test]
fn pictures_have_the_size_that_is_asked_for() {
    for layout in [Layout::Timeline, Layout::Day, Layout::Grid] {
        let pages = pages(&wtdc(), "png", |request| {
            request.layout = layout;
            request.size = PictureSize { width: 900, height: 700 };
        });
        assert!(pages.iter().all(|page| (page.width, page.height) == (900.0, 700.0)));
    }
}

#[test]
fn texts_in_another_language_than_the_leading_one_say_which() {
    fn spans(marks: &[Mark], found: &mut Vec<(Option<Language>, String)>) {
        for mark in marks {
            let Mark::Group(group) = mark else { continue };
            if let (Part::Span, [Mark::Text { paragraph, .. }]) = (group.part, group.marks.as_slice()) {
                found.push((group.language, paragraph.text().to_owned()));
            }
            spans(&group.marks, found);
        }
    }
    for layout in [Layout::Programme, Layout::Grid, Layout::Doors] {
        let pages = pages(&wtdc(), "pdf", |request| {
            request.layout = layout;
            request.languages = vec![Language::French, Language::Russian];
        });
        let mut found = Vec::new();
        for page in &pages {
            spans(&page.marks, &mut found);
        }
        let said = |language, text: &str| found.contains(&(Some(language), text.to_owned()));
        assert!(said(Language::Russian, "Церемония открытия"), "{layout:?}: {found:?}");
        assert!(found.iter().all(|(language, _)| *language != Some(Language::French)), "the page says that itself");
    }
}

#[test]
fn a_programme_says_where_the_rooms_are() {
    let told = |event: &str| {
        let pages = pages(&wtdc(), "pdf", |request| request.selection.events = vec![event.parse().unwrap()]);
        all_texts(&pages[0]).into_iter().any(|(text, ..)| text.contains("Baku Convention Centre"))
    };
    assert!(told("wtdc25") && !told("irm-1"), "the meetings before the conference are online");
}

#[test]
fn signs_at_doors_have_whole_titles() {
    for (paper, languages) in [(Paper::A3, vec![]), (Paper::A4, vec![Language::English, Language::Russian])] {
        let pages = pages(&wtdc(), "pdf", |request| {
            (request.layout, request.paper, request.languages) = (Layout::Doors, paper, languages);
            request.orientation = Some(Orientation::Portrait);
            request.selection.days = vec!["2025-11-17".parse().unwrap(), "2025-11-18".parse().unwrap()];
        });
        let texts: Vec<String> = pages.iter().flat_map(all_texts).map(|(text, ..)| text).collect();
        let whole = "agenda, allocation of documents, time management plan";
        assert!(texts.iter().any(|text| text.ends_with(whole)), "{texts:?}");
        assert!(texts.iter().all(|text| !text.ends_with('…')), "{texts:?}");
    }
}
