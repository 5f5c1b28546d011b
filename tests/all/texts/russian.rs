//! Russian as the ITU writes it: forms that it does not use do not come back. `docs/glossary-ru.md` tells what stands instead.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use plenary::model::Language;

/// Forms that are not used, what stands instead of them, and why. They are looked for as they stand here, letter by letter.
const OLD: &[(&[&str], &str, &str)] = &[
    (&["рограммные заявления", "рограммных заявлений"], "общеполитические заявления", "C25/30-R, §5"),
    (&["алая делегация", "алой делегации", "алые делегации", "алых делегаций"], "небольшая делегация", "C25/30-R, §6"),
    (&["РСНВМ", "МОСТРАГ"], "ЛЛДС, СИДС", "what the ITU calls them beside НРС"),
    (&["Кем создан"], "Где учрежден", "the field holds an event, nobody"),
    (&["рифинг", "нструктаж"], "инструктивное совещание", "the ITU has no other word for it"),
    (&["осещени"], "визит", "C25/30-R, §2.10 and §7.1"),
    (
        &["kind-social = Прием", "Приемы и сопутств"],
        "протокольное мероприятие",
        "the kind holds breakfasts and excursions, too",
    ),
    (&["Веха", "веха", "Вехи", "вехи"], "этап", "one word for a milestone"),
    (&["Длина", "длина", "длины", "длину"], "продолжительность", "of a session and a statement"),
    (&["objective = Цель"], "задача", "C25/30-R, §4.11"),
    (&["kind-service = Обслуживание"], "регистрация и услуги", "the kind holds registration, too"),
    (&["rank-other = Прочее"], "иной", "it is said of a rank"),
    (
        &["Государство-Член или организация", "Государство;", "государство, имя"],
        "Государство-Член",
        "who makes a statement, §5",
    ),
    (&["Выдать план", "выдать план", "Выдача плана", "= Выдать"], "экспортировать план", "the command is Экспорт"),
    (&["begun-lunch = Обед", "rule-lunch = Обед", "ru: \"Обед\""], "перерыв на обед", "a luncheon is another thing"),
    (&["= Кофе", "без кофе"], "перерыв на кофе", "a break is meant"),
    (&["rule-capacity = Места"], "вместимость зала", "places are what sessions have"),
    (
        &["арушение", "арушения", "арушений", "арушению", "арушениях"],
        "результаты проверки; замечание",
        "a hint breaks no rule",
    ),
    (
        &["на ночь", "отнимают"],
        "выходит за пределы дневного времени в регионе",
        "C25/30-R, §4.22: hours of each region",
    ),
    (
        &[
            "аместитель председателя",
            "аместители председателя",
            "аместителя председателя",
            "аместителей председателя",
            "лова председателя",
            "росьба председателя",
            "сделать председатель",
        ],
        "Председатель; заместитель Председателя",
        "the Chair has a capital letter",
    ),
    (
        &["ыбранных заседани", "ыбранному заседани", "не выбрано", "= Выбрано", "ыбранным строкам"],
        "выделено",
        "what is chosen in a window is another thing",
    ),
    (&["обавить участника", "Новый участник", "Органы и участники"], "лицо", "a participant is who is counted"),
    (
        &["аписать примечание", "амечаниями и контактами", "remarks = Замечания"],
        "заметка; примечание",
        "one word for each",
    ),
    (&["ё", "Ё"], "е", "the ITU writes no ё"),
    (&["—", " - "], "–", "one dash everywhere"),
    (&["$month } { $year } г.", "$first-year } г."], "2025 года", "so it stands in a full date"),
];

/// Letters of Cyrillic that look like Latin ones; those of groups and rooms are Latin.
const ALIKE: [char; 11] = ['А', 'В', 'Е', 'К', 'М', 'Н', 'О', 'Р', 'С', 'Т', 'Х'];

#[test]
fn old_russian_forms_do_not_come_back() {
    let texts = texts();
    let mut wrong = Vec::new();
    for (path, text) in &texts {
        for (forms, instead, why) in OLD {
            let found = forms.iter().filter(|form| text.contains(**form));
            wrong.extend(found.map(|form| format!("{path}: “{form}”, but it is “{instead}” ({why})")));
        }
    }
    super::check_none("old forms", &wrong);
}

#[test]
fn letters_of_groups_and_rooms_are_latin() {
    let mut wrong = Vec::new();
    for (path, text) in &texts() {
        let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
        for pair in words.windows(2) {
            let group = pair[1].strip_prefix("РГ").map(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()));
            let room = Some(pair[1]).filter(|_| matches!(pair[0], "Зал" | "зал"));
            for letter in [group, room].into_iter().flatten().filter(|word| word.chars().count() == 1) {
                if letter.starts_with(ALIKE) {
                    wrong.push(format!("{path}: {} {}, where “{letter}” is Cyrillic", pair[0], pair[1]));
                }
            }
        }
    }
    super::check_none("Cyrillic letters", &wrong);
}

/// The Russian texts by file: all of `assets/texts/ru`, and the Russian strings of `saves`, where sources are told in English.
fn texts() -> Vec<(String, String)> {
    let read = |folder: &str, ending: &str| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let mut texts: Vec<(String, String)> = paths
            .filter(|path| path.extension().is_some_and(|found| found == ending))
            .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read_to_string(path).unwrap()))
            .collect();
        texts.sort();
        texts
    };
    let mut texts = read("assets/texts/ru", "ftl");
    // Lists of words are read in what people bring, and written nowhere.
    for (_, text) in texts.iter_mut().filter(|(path, _)| path == "incoming.ftl") {
        *text = text.lines().filter(|line| !line.contains('|')).collect::<Vec<_>>().join("\n");
    }
    let saves = read("saves", "ron");
    assert!(texts.len() > 30 && saves.len() > 3, "{} texts and {} plans are read", texts.len(), saves.len());
    texts.extend(saves.into_iter().map(|(path, plan)| (path, russian_strings(&plan))));
    let strings: usize = texts.iter().map(|(_, text)| text.matches("ru: \"").count()).sum();
    assert!(strings > 500, "Russian strings of plans are found: {strings}");
    texts
}

/// What is written as `ru: "…"` in a plan, one to a line.
fn russian_strings(plan: &str) -> String {
    let opening = "ru: \"";
    let strings = plan.match_indices(opening).map(|(at, _)| {
        let string = &plan[at..];
        let mut is_escaped = false;
        let end = string[opening.len()..].find(|c: char| {
            let ends = c == '"' && !is_escaped;
            is_escaped = c == '\\' && !is_escaped;
            ends
        });
        &string[..=opening.len() + end.unwrap()]
    });
    strings.collect::<Vec<_>>().join("\n")
}

/// What stands in a file behind a word such as `reference: "`.
fn quoted<'a>(text: &'a str, before: &str) -> Vec<&'a str> {
    text.split(before).skip(1).filter_map(|rest| rest.split_once('"')).map(|(phrase, _)| phrase).collect()
}

#[test]
fn sources_and_reasons_of_the_built_in_plan_have_their_russian() {
    let text = fs::read_to_string("saves/wtdc-25.ron").unwrap();
    let said: BTreeSet<&str> = ["reference: \"", "about: \"", "reason: \"", "author_name: \""]
        .iter()
        .flat_map(|before| quoted(&text, before))
        .collect();
    let known: BTreeMap<&str, &str> = plenary::texts::built_in_phrases().collect();
    // A § and the symbol of a document read alike in both languages.
    let is_word = |phrase: &&&str| phrase.split(|c: char| !c.is_ascii_alphabetic()).any(|word| word.len() > 2);
    let without: Vec<_> = said.iter().filter(is_word).filter(|phrase| !known.contains_key(**phrase)).collect();
    assert!(without.is_empty(), "no Russian in assets/built-in-ru.tsv: {without:#?}");
    let unused: Vec<_> = known.keys().filter(|phrase| !said.contains(**phrase)).collect();
    assert!(unused.is_empty(), "nobody says: {unused:#?}");
    assert!(known.values().all(|russian| russian.chars().any(|c| matches!(c, 'а'..='я')) || russian.starts_with('§')));
}

#[test]
fn what_is_noted_in_the_built_in_plan_stands_in_both_languages() {
    let plan = plenary::store::Template::Wtdc25.plan();
    let both = |text: &plenary::model::LocalText| {
        text.is_empty()
            || [Language::English, Language::Russian]
                .iter()
                .all(|&language| text.iter().any(|(in_it, _)| in_it == language))
    };
    for note in plan.notes().iter() {
        assert!(both(&note.text) && both(&note.handling), "{}", note.id);
    }
    for event in plan.events().iter() {
        assert!([&event.title, &event.description, &event.theme, &event.place].iter().all(|text| both(text)));
    }
}
