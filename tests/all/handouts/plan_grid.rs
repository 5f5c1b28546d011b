//! The time management plan: rows, bands, signs, and a block for each meeting, the same in every format.

use plenary::exchange::drawing::Mark;
use plenary::exchange::{Layout, Progress, Request, exporter, preview};
use plenary::model::{Language, Plan, SessionKind, Status};

use super::{made, text, with_session, wtdc};

/// The page for the browser, of the conference alone.
fn page(plan: &Plan, languages: &[Language]) -> String {
    text(plan, "html", |request| {
        request.layout = Layout::Grid;
        request.selection.events = vec!["wtdc25".parse().unwrap()];
        request.languages = languages.to_vec();
    })
}

/// Its grids, without what signs and colours mean, and without the blocks behind them.
fn grids(page: &str) -> String {
    page.split("<table class=\"grid\">").skip(1).map(|rest| &rest[..rest.find("</table>").expect("an end")]).collect()
}

/// The texts of cells that name rows.
fn names(grids: &str) -> Vec<String> {
    let heads = grids.split("<th scope=\"row\">").skip(1);
    heads.map(|head| plain(&head[..head.find("</th>").unwrap()])).collect()
}

/// Without markup.
fn plain(markup: &str) -> String {
    let mut text = String::new();
    let mut is_text = true;
    for c in markup.chars() {
        match c {
            '<' => is_text = false,
            '>' => is_text = true,
            c if is_text => text.push(c),
            _ => {}
        }
    }
    text.trim().to_owned()
}

#[test]
fn rows_are_the_sittings_of_the_conference_with_the_breaks_between() {
    let page = page(&wtdc(), &[]);
    let names = names(&grids(&page));
    let first_week = [
        "Early",
        "09:30–10:45",
        "10:45–11:15",
        "11:15–12:30",
        "12:30–14:30",
        "14:30–15:45",
        "15:45–16:15",
        "16:15–17:30",
        "17:45–18:15",
        "Evening",
    ];
    assert!(names.windows(first_week.len()).any(|rows| rows == first_week), "{names:?}");
}

#[test]
fn every_session_is_in_the_grid_once_and_says_where_it_goes_on() {
    let plan = wtdc();
    let page = page(&plan, &[]);
    let told = plain(&grids(&page));
    let of_conference = plan.sessions().iter().filter(|session| session.event.as_str() == "wtdc25");
    for session in of_conference.filter(|session| session.placement.is_some() && session.kind != SessionKind::Break) {
        let title = session.title.get(Language::English);
        let longer = plan.sessions().iter().filter(|other| other.title.get(Language::English).contains(title)).count();
        assert_eq!(told.matches(title).count(), longer, "{title}");
    }
    // 09:30–12:30 is two sittings.
    assert!(told.contains("COM4-3 (cont’d)"), "{told}");
    assert!(!told.contains("PL-1 (cont’d)"), "it ends with its sitting");
}

#[test]
fn signs_tell_of_services_and_of_what_is_held_only_if_required() {
    let plan = with_session(wtdc(), "S81", |session| {
        session.status = Status::Reserve;
        session.webcast = true;
    });
    let page = page(&plan, &[]);
    let weeks: Vec<&str> = page.split("<section").collect();
    let last = plain(weeks.last().unwrap().split("</section>").next().unwrap());
    for note in ["¹ Interpretation: E F S R C A", "² Webcast", "³ If required", "¹\u{2009}²\u{2009}³"] {
        assert!(last.contains(note), "{note}: {last}");
    }
    assert!(!plain(weeks[2].split("</section>").next().unwrap()).contains("If required"), "the other week has none");
}

#[test]
fn meetings_have_blocks_with_their_agendas_and_documents() {
    let plan = wtdc();
    let whole = text(&plan, "html", |request| request.layout = Layout::Grid);
    let blocks = plain(&whole[whole.rfind("</section>").unwrap()..]);
    for told in ["Adoption of the agenda", "Agenda item", "C24/30(Rev.1)", "Interpretation E\u{a0}F\u{a0}S"] {
        assert!(blocks.contains(told), "{told}");
    }
}

#[test]
fn a_week_is_a_page_and_blocks_follow() {
    let mut request = Request::new(exporter("pdf").unwrap());
    request.layout = Layout::Grid;
    request.selection.events = vec!["wtdc25".parse().unwrap()];
    for languages in [vec![Language::English], vec![Language::Chinese]] {
        request.languages.clone_from(&languages);
        let pages = preview(&wtdc(), &request, made(), &Progress::default()).unwrap();
        let titles: Vec<&str> = pages.iter().map(|page| page.title.as_str()).collect();
        let weeks = titles.iter().position(|title| title == titles.last().unwrap()).unwrap_or(0);
        assert_eq!(
            &titles[..3].iter().collect::<std::collections::BTreeSet<_>>().len(),
            &3,
            "{languages:?}: {titles:?}"
        );
        assert_ne!(titles[3], titles[2], "{languages:?}: no week goes over its page: {titles:?}");
        assert!(weeks > 3 && pages.iter().all(|page| page.marks.iter().any(|mark| matches!(mark, Mark::Group(_)))));
    }
}
