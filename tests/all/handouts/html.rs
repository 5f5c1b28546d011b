//! The page for a browser. What it does there is checked by `.ci/browser`.

use std::path::Path;

use chrono::NaiveDate;
use plenary::exchange::{Request, Selection};
use plenary::look::Hue;
use plenary::model::{Language, Plan};

use super::rich::{builtin, bytes, hostile, request, rich};

const CSS: &str = include_str!("../../../assets/handouts/programme.css");
const SCRIPT: &str = include_str!("../../../assets/handouts/programme.js");

fn page(plan: &Plan, languages: &[Language]) -> String {
    String::from_utf8(bytes(plan, &request("html", languages))).unwrap()
}

fn count(page: &str, what: &str) -> usize {
    page.matches(what).count()
}

#[test]
fn every_placed_session_is_on_the_page_once() {
    let plan = rich();
    let page = page(&plan, &[]);
    assert_eq!(count(&page, "<li class=\"entry "), plan.sessions().iter().filter(|s| s.placement.is_some()).count());
    assert_eq!(count(&page, "<th scope=\"row\" class=\"speaker\""), plan.statements().len());
}

#[test]
fn hostile_texts_are_no_markup() {
    let page = page(&hostile(), &[Language::English, Language::Russian]);
    for (markup, times) in
        [("<script", 1), ("</script", 1), ("<style", 1), ("</style", 1), ("<img", 0), ("<b>", 0), ("=\"javascript:", 0)]
    {
        assert_eq!(count(&page, markup), times, "{markup}");
    }
    assert!(page.contains("&lt;script&gt;window.hacked=1&lt;/script&gt;"), "they are texts");
}

#[test]
fn the_page_asks_nothing_of_any_network() {
    let page = page(&rich(), &[]);
    for asks in
        [" src=", "@import", "url(", "fetch(", "XMLHttpRequest", "<link", "<iframe", "<form", " style=\"", " onclick"]
    {
        assert!(!page.contains(asks), "{asks}");
    }
    assert!(page.contains("content=\"default-src 'none'; style-src 'sha256-"));
    // An end tag inside would cut the script short.
    assert!(!SCRIPT.contains("</") && !CSS.contains("</"));
}

#[test]
fn items_are_told_with_the_times_that_follow() {
    let page = page(&builtin(), &[Language::English]);
    let due = |due: &str, number: &str| format!("<span class=\"due\">{due}</span> <span class=\"no\">{number}</span> ");
    assert!(page.contains(&(due("13:10", "2") + "Adoption of the agenda")));
    assert!(
        page.contains(&(due("14:45", "7.2") + "ITU-D priorities <span class=\"by\" dir=\"auto\">TDAG-WG-ITUDP</span>"))
    );
    assert!(page.contains("<li class=\"level-1\">") && page.contains("<li class=\"level-0 pause\">"));
}

#[test]
fn languages_and_directions_are_told() {
    let arabic = page(&builtin(), &[Language::Arabic]);
    assert!(arabic.contains("<html lang=\"ar\" dir=\"rtl\""));
    let both = page(&builtin(), &[Language::English, Language::Russian]);
    assert!(both.contains("<span lang=\"ru\" dir=\"ltr\" class=\"in-ru\">МРС-1, первый день</span>"));
    assert!(both.contains("data-language=\"ru\""));
    // What no chosen language has is said to be in another one.
    let french = page(&builtin(), &[Language::French]);
    assert!(french.contains("<span lang=\"en\" dir=\"ltr\">IRM-1, first day</span>"));
}

#[test]
fn what_is_for_the_team_only_is_not_on_the_page() {
    let secrets = ["for the team only", "secret@example.org"];
    let page = page(&rich(), &[]);
    assert!(secrets.iter().all(|secret| !page.contains(secret)));
    let internal = bytes(&rich(), &Request { is_internal: true, ..request("html", &[]) });
    assert!(String::from_utf8(internal).unwrap().contains(secrets[0]));
}

#[test]
fn the_page_is_small() {
    let page = page(&builtin(), &[Language::English, Language::Russian]);
    assert!(page.len() < 400_000, "{} bytes", page.len());
}

#[test]
fn a_day_looks_as_it_did() {
    let selection = Selection {
        days: vec![NaiveDate::from_ymd_opt(2025, 11, 17).unwrap()],
        rooms: vec![plenary::model::Id::new("plenary-hall").unwrap(), plenary::model::Id::new("foyer").unwrap()],
        ..Selection::default()
    };
    let request = Request { selection, ..request("html", &[Language::English, Language::Russian]) };
    let page = String::from_utf8(bytes(&rich(), &request)).unwrap();
    // The style and the script are files of their own, and so are their hashes.
    let (head, rest) = page.split_once("<style>").unwrap();
    let (head, _) = head.split_once("<meta http-equiv").unwrap();
    let (body, _) = rest.split_once("</style>").unwrap().1.split_once("<script>").unwrap();
    let seen = format!("{head}{body}").replace("><", ">\n<");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/all/golden/programme.html");
    if std::env::var_os("PLENARY_BLESS").is_some() {
        std::fs::write(&path, &seen).unwrap();
    }
    let golden = std::fs::read_to_string(&path).unwrap_or_default();
    let differing = golden.lines().zip(seen.lines()).find(|(before, now)| before != now);
    assert!(golden == seen, "if that is meant, run again with PLENARY_BLESS=1; the first difference: {differing:#?}");
}

/// The colours of a block of the style, by name.
fn colours(block: &str) -> std::collections::BTreeMap<&str, [f64; 3]> {
    let named = block.lines().filter_map(|line| line.trim().strip_prefix("--")?.strip_suffix(';')?.split_once(": #"));
    named.map(|(name, hex)| (name, hex_colour(hex))).collect()
}

fn hex_colour(hex: &str) -> [f64; 3] {
    [0, 2, 4].map(|place| f64::from(u8::from_str_radix(&hex[place..place + 2], 16).unwrap()))
}

/// Contrast as WCAG 2.2 defines it.
fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let light = |colour: [f64; 3]| {
        let [red, green, blue] = colour.map(|part| {
            let part = part / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05
    };
    let (one, other) = (light(one), light(other));
    one.max(other) / one.min(other)
}

#[test]
fn texts_stand_out_from_their_ground() {
    let block = |start: &str| CSS.split_once(start).unwrap().1.split_once('}').unwrap().0;
    for (block, share) in [(block(":root {"), 0.32), (block(":root[data-theme=\"dark\"] {"), 0.52)] {
        assert!(block.contains(&format!("--mix-share: {}%", share * 100.0)));
        let colours = colours(block);
        for text in ["ink", "soft", "accent", "warn"] {
            for ground in ["paper", "raised"] {
                let contrast = contrast(colours[text], colours[ground]);
                assert!(contrast >= 4.5, "{text} on {ground}: {contrast:.2}");
            }
        }
        assert!(contrast(colours["ink"], colours["notice"]) >= 4.5);
        assert!(contrast(colours["strong-line"], colours["paper"]) >= 3.0, "borders of controls");
        for hue in Hue::ALL.map(Hue::ink) {
            let mixed: Vec<f64> = hue
                .iter()
                .zip(colours["mix"])
                .map(|(&hue, mix)| f64::from(hue) * (1.0 - share) + mix * share)
                .collect();
            let contrast = contrast([mixed[0], mixed[1], mixed[2]], colours["paper"]);
            assert!(contrast >= 4.5, "{hue:?}: {contrast:.2}");
        }
    }
}
