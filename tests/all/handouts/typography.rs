//! Whole words, and what a secretariat expects of a page in each language.

use plenary::exchange::{Layout, Progress, Request, exporter, preview};
use plenary::model::{Language, Patch, Person, Plan};

use super::pages::all_texts;
use super::{made, rich, text, with_session, wtdc};

/// Everything that is set on the pages, a text a line.
fn lines(plan: &Plan, layout: Layout, language: Language) -> Vec<Vec<String>> {
    let mut request = Request::new(exporter("pdf").unwrap());
    (request.layout, request.languages) = (layout, vec![language]);
    let pages = preview(plan, &request, made(), &Progress::default()).unwrap();
    pages.iter().map(|page| all_texts(page).into_iter().map(|(text, ..)| text).collect()).collect()
}

#[track_caller]
fn check(layout: Layout, language: Language, expected: &[&str]) {
    let told = lines(&rich::rich(), layout, language).concat();
    for line in expected {
        assert!(told.iter().any(|text| text == line), "{layout:?} in {language:?}: {line:?} is not in {told:#?}");
    }
}

#[test]
fn days_begin_lines_with_a_capital_and_years_end_as_they_should() {
    check(Layout::Day, Language::Russian, &["Понедельник, 17 ноября 2025 года · ВКРЭ-25 · Баку (UTC+4)"]);
    check(Layout::Day, Language::French, &["Lundi 17 novembre 2025 · CMDT-25 · Baku (UTC+4)"]);
    check(Layout::Grid, Language::Russian, &["Пн 17 ноя"]);
    check(Layout::Day, Language::English, &["Monday 17 November 2025 · WTDC-25 · Baku (UTC+4)"]);
}

#[test]
fn documents_are_headed_by_the_official_title_in_their_language() {
    let title = |language| match language {
        Language::Russian => "Всемирная конференция по развитию электросвязи 2025 года (ВКРЭ-25)",
        Language::Arabic => "المؤتمر العالمي لتنمية الاتصالات 2025 (WTDC-25)",
        _ => "World Telecommunication Development Conference 2025 (WTDC-25)",
    };
    for language in [Language::English, Language::Russian, Language::Arabic] {
        check(Layout::Programme, language, &[title(language)]);
        check(Layout::Grid, language, &[title(language)]);
        let page = text(&wtdc(), "html", |request| request.languages = vec![language]);
        assert!(page.contains(&format!("<h1>{}</h1>", title(language))), "{language:?}");
    }
}

#[test]
fn every_sign_says_of_which_conference_and_event_it_is() {
    for page in lines(&wtdc(), Layout::Doors, Language::English) {
        let is_told = page.iter().any(|text| text.starts_with("WTDC-25 · ") && text.contains("UTC"));
        assert!(is_told, "{page:?}");
    }
    let online = lines(&wtdc(), Layout::Doors, Language::English).concat();
    assert!(online.iter().any(|text| text.starts_with("WTDC-25 · IRM-1")), "{online:?}");
}

#[test]
fn lists_have_the_commas_of_their_language() {
    let told = lines(&wtdc(), Layout::Programme, Language::Arabic).concat().join("\n");
    assert!(told.contains("القاعة C، القاعة D"), "{told}");
    assert!(!told.contains("القاعة C, "), "{told}");
}

#[test]
fn functions_of_ministers_are_never_cut() {
    let long = "Minister of Digital Economy, Innovation, Public Administration, Regional Development and \
                International Technical Cooperation, Special Envoy of the President for Universal Connectivity";
    let plan = rich::changed(&rich::rich(), |plan, patch: &mut Patch| {
        let person = plan.people().iter().find(|person| person.represents == "Kazakhstan").unwrap();
        patch.put(plan, Person { function: long.to_owned(), ..Person::clone(person) });
    });
    let told = lines(&plan, Layout::Statements, Language::English).concat().join("\n").replace('\u{ad}', "");
    assert!(told.contains(long), "{told}");
}

#[test]
fn words_are_broken_with_hyphens_and_codes_stay_with_their_numbers() {
    let plan = with_session(wtdc(), "S41", |session| {
        session.title = "Telecommunication standardization responsibilities CIS 4".into();
    });
    let told = lines(&plan, Layout::Timeline, Language::English).concat();
    assert!(told.iter().all(|text| !text.contains('\u{2060}')), "what holds words together is not copied");
}
