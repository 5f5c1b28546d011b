//! What is done to the speaking list: who gets which place, who keeps it, and who changes places with whom.

use plenary::edit::agenda::Spot;
use plenary::edit::statements::OnList;
use plenary::edit::{AnyRow, Command, Document, Refusal};
use plenary::model::speaking::{ListStep, SpeakingList};
use plenary::model::{
    Event, EventId, Language, OwnRank, Person, Plan, Rank, RequestState, Session, SessionId, Speaking, Statement,
    StatementId,
};
use plenary::store::{Template, plan_text, read_plan};

/// The sessions of policy statements of the built-in plan: four parts of 75 minutes.
const PARTS: [&str; 4] = ["S12", "S14", "S22", "S24"];

fn id<R>(name: &str) -> plenary::model::Id<R> {
    name.parse().unwrap()
}

fn event() -> EventId {
    id("wtdc25")
}

fn statement_id(number: usize) -> StatementId {
    id(&format!("statement-{number}"))
}

fn session(part: usize) -> SessionId {
    id(PARTS[part])
}

/// The built-in plan with so many ministers who ask for a place, one minute after the other.
fn with_requests(count: usize) -> Document {
    let mut document = Document::new(Template::Wtdc25.plan());
    let mut rows: Vec<AnyRow> = Vec::new();
    for number in 1..=count {
        let state = plenary::model::states::all()[number - 1].name(Language::English);
        let person = Person {
            represents: state.to_owned(),
            rank: Rank::Minister,
            ..Person::new(id(&format!("speaker-{number}")), &format!("Minister {number}"))
        };
        let requested = Some("2025-09-01T09:00".parse::<plenary::model::CivilTime>().unwrap().plus_mins(number as i32));
        rows.push(Statement { requested, ..Statement::new(statement_id(number), person.id) }.into());
        rows.push(person.into());
    }
    document.perform(&Command::PutMany(rows)).unwrap();
    document
}

fn list(document: &Document) -> SpeakingList {
    SpeakingList::of(document.plan(), document.plan(), event())
}

/// The numbers of the statements of a part, in their order.
fn speakers(document: &Document, part: usize) -> Vec<usize> {
    let number =
        |line: &plenary::model::speaking::Line| line.statement.id.as_str()["statement-".len()..].parse().unwrap();
    list(document).parts[part].lines.iter().map(number).collect()
}

fn waiting(document: &Document) -> Vec<usize> {
    let number = |row: &std::sync::Arc<Statement>| row.id.as_str()["statement-".len()..].parse().unwrap();
    list(document).waiting.iter().map(number).collect()
}

fn fill(document: &mut Document) {
    document.perform(&Command::List(OnList::Fill(event()))).unwrap();
}

/// Changes a request.
fn change(document: &mut Document, number: usize, of: impl FnOnce(&mut Statement)) {
    let mut row = Statement::clone(document.plan().statements().get(statement_id(number)).unwrap());
    of(&mut row);
    document.perform(&Command::Put(row.into())).unwrap();
}

fn publish(document: &mut Document) {
    let row = document.plan().events().get(event()).unwrap();
    let speaking = Speaking { published: Some("2025-11-03".parse().unwrap()), ..row.speaking };
    let row = Event { speaking, ..Event::clone(row) };
    document.perform(&Command::Put(row.into())).unwrap();
}

#[test]
fn four_parts_hold_72_and_12_are_held() {
    let mut document = with_requests(90);
    fill(&mut document);
    let list = list(&document);
    let counts: Vec<_> =
        list.parts.iter().map(|part| (part.places, part.speakers(), part.held(&list.speaking))).collect();
    assert_eq!(counts, [(21, 18, 3); 4]);
    assert_eq!(list.waiting.len(), 18);
    assert_eq!(speakers(&document, 0), (1..=18).collect::<Vec<_>>());
    // 14:30 and 17 times 3:30 is 15:29:30.
    let due = list.parts[0].lines[17].due.unwrap();
    assert_eq!((due.start_secs, due.end_secs), (17 * 210, 17 * 210 + 180));
    // 21 times 3:00 and 20 times 0:30 are 73 minutes.
    assert_eq!(list.parts[0].promised_secs(&list.speaking), 73 * 60);
    // Numbers are those of places: those that are held count.
    assert_eq!(list.parts[1].lines[0].number, 22);
    document.undo();
    assert_eq!(self::list(&document).lines().count(), 0, "filling is one step");
}

#[test]
fn the_changeover_decides_how_many_places_there_are() {
    let mut document = with_requests(1);
    for (pause_secs, places) in [(0, 100), (30, 84), (60, 76)] {
        let rows: Vec<_> = PARTS.iter().map(|part| document.plan().sessions().get(id(part)).unwrap()).collect();
        let rows = rows.iter().map(|row| Session { pause_secs, ..Session::clone(row) }.into()).collect();
        document.perform(&Command::PutMany(rows)).unwrap();
        assert_eq!(list(&document).parts.iter().map(|part| part.places).sum::<usize>(), places);
    }
}

#[test]
fn presence_is_hard_then_come_wishes_rank_and_the_time_of_the_request() {
    let mut document = with_requests(80);
    // The first to ask is there on the second day only, the second wishes for the last part, the third is a deputy.
    change(&mut document, 1, |row| row.present = vec!["2025-11-18".parse().unwrap()]);
    change(&mut document, 2, |row| row.wish = Some(session(3)));
    let deputy = Person::clone(document.plan().people().get(id("speaker-3")).unwrap());
    document.perform(&Command::Put(Person { rank: Rank::DeputyMinister, ..deputy }.into())).unwrap();
    // The last one is there on the first day only: somebody else sits on the second day, and all who come before keep a place.
    change(&mut document, 72, |row| row.present = vec!["2025-11-17".parse().unwrap()]);
    fill(&mut document);
    assert_eq!(speakers(&document, 2)[0], 1);
    assert_eq!(speakers(&document, 3)[0], 2);
    assert!(waiting(&document).contains(&3), "ministers come before deputies");
    assert!(speakers(&document, 0).contains(&72) || speakers(&document, 1).contains(&72));
    let placed: Vec<usize> = (0..4).flat_map(|part| speakers(&document, part)).collect();
    assert_eq!(placed.len(), 72);
    for number in (1..=73).filter(|&number| number != 3) {
        assert!(placed.contains(&number), "{number} has a place");
    }
}

#[test]
fn nobody_speaks_on_a_day_on_which_they_are_away() {
    let mut document = with_requests(3);
    change(&mut document, 1, |row| row.present = vec!["2025-11-20".parse().unwrap()]);
    fill(&mut document);
    assert_eq!((speakers(&document, 0), waiting(&document)), (vec![2, 3], vec![1]));
}

#[test]
fn what_was_placed_by_hand_stays_when_the_list_is_filled() {
    let mut document = with_requests(10);
    fill(&mut document);
    let spot = Spot { session: session(0), before: Some(statement_id(2).into()) };
    document.perform(&Command::List(OnList::Give(statement_id(9), spot))).unwrap();
    assert_eq!(speakers(&document, 0), [1, 9, 2, 3, 4, 5, 6, 7, 8, 10]);
    fill(&mut document);
    assert_eq!(speakers(&document, 0)[1], 9);
    assert!(document.plan().statements().get(statement_id(9)).unwrap().by_hand);
    document.perform(&Command::List(OnList::TakeOff(statement_id(9)))).unwrap();
    assert_eq!(waiting(&document), [9]);
    fill(&mut document);
    assert_eq!(speakers(&document, 0), (1..=10).collect::<Vec<_>>(), "what was given back is as before");
}

#[test]
fn a_rank_outside_the_paragraph_waits_for_an_exception() {
    let mut document = with_requests(2);
    let ambassador = Person::clone(document.plan().people().get(id("speaker-1")).unwrap());
    document.perform(&Command::Put(Person { rank: Rank::Ambassador, ..ambassador }.into())).unwrap();
    fill(&mut document);
    assert_eq!(speakers(&document, 0), [2]);
    assert_eq!(list(&document).by_exception.len(), 1);
    change(&mut document, 1, |row| row.exception_by = "Director of BDT".to_owned());
    fill(&mut document);
    assert_eq!(speakers(&document, 0), [2, 1], "behind those whom the paragraph names");
}

#[test]
fn a_held_place_is_one_of_the_last_and_keeps_its_number() {
    let mut document = with_requests(80);
    fill(&mut document);
    let numbers = |document: &Document, of: [usize; 2]| {
        let list = list(document);
        of.map(|number| list.lines().find(|line| line.statement.id == statement_id(number)).map(|line| line.number))
    };
    // 18 of 21 places are filled, two ministers come late.
    for number in [79, 80] {
        document.perform(&Command::List(OnList::GiveHeld(statement_id(number), session(0)))).unwrap();
    }
    assert_eq!(numbers(&document, [79, 80]), [Some(19), Some(20)]);
    assert_eq!(list(&document).parts[0].held(&Speaking::default()), 1);
    // Somebody leaves, somebody else gets that place, and the list is filled again.
    document.perform(&Command::List(OnList::TakeOff(statement_id(5)))).unwrap();
    assert_eq!(numbers(&document, [79, 80]), [Some(19), Some(20)], "whoever speaks before them");
    let end = Spot::at_end(session(0));
    document.perform(&Command::List(OnList::Give(statement_id(78), end))).unwrap();
    assert_eq!(numbers(&document, [78, 79]), [Some(18), Some(19)], "held places come last");
    fill(&mut document);
    assert_eq!(numbers(&document, [79, 80]), [Some(19), Some(20)]);
    assert_eq!(speakers(&document, 0).len(), 20, "what was held and is given is held no more");
    document.perform(&Command::List(OnList::TakeOff(statement_id(4)))).unwrap();
    publish(&mut document);
    fill(&mut document);
    assert_eq!(speakers(&document, 0).len(), 20, "somebody who waited has the free place");
    assert_eq!(numbers(&document, [79, 80]), [Some(19), Some(20)]);
}

fn set_rank(document: &mut Document, number: usize, rank: Rank) {
    let person = Person::clone(document.plan().people().get(id(&format!("speaker-{number}"))).unwrap());
    document.perform(&Command::Put(Person { rank, ..person }.into())).unwrap();
}

#[test]
fn a_deputy_counts_as_minister_only_where_the_minister_does_not_attend() {
    let mut document = with_requests(3);
    set_rank(&mut document, 1, Rank::DeputyMinister);
    fill(&mut document);
    assert_eq!(speakers(&document, 0), [2, 3, 1]);
    change(&mut document, 1, |row| row.minister_absent = true);
    fill(&mut document);
    assert_eq!(speakers(&document, 0), [1, 2, 3], "asked first among the ministers");
}

#[test]
fn the_plan_says_which_ranks_speak_and_when() {
    let mut document = with_requests(4);
    let own = OwnRank { class: Some(2), ..plenary::edit::new_rank(document.plan(), "Chancellor") };
    let chancellor = Rank::Own(own.id);
    document.perform(&Command::Put(own.clone().into())).unwrap();
    set_rank(&mut document, 1, chancellor);
    set_rank(&mut document, 2, Rank::AssistantMinister);
    set_rank(&mut document, 3, Rank::Regulator);
    fill(&mut document);
    assert_eq!((speakers(&document, 0), list(&document).by_exception.len()), (vec![4, 1, 2], 1));
    // Assistant ministers no longer speak, heads of regulators come first.
    let rows = [(Rank::AssistantMinister, None), (Rank::Regulator, Some(1))];
    let row = |(rank, class): (Rank, _)| OwnRank { class, ..OwnRank::usual(rank.row().unwrap()) }.into();
    document.perform(&Command::PutMany(rows.map(row).to_vec())).unwrap();
    fill(&mut document);
    assert_eq!(speakers(&document, 0), [3, 4, 1, 2], "who has a place keeps one, and the rule tells");
    // A rank that is removed is no rank, and a built-in one is what it was.
    let gone = [own.id, Rank::Regulator.row().unwrap(), Rank::AssistantMinister.row().unwrap()];
    document.perform(&Command::Remove(gone.map(Into::into).to_vec())).unwrap();
    let left = document.plan().people().get(id("speaker-1")).unwrap().rank;
    assert_eq!((left, document.plan().standing(Rank::Regulator).class), (Rank::Other, None));
    document.undo();
    assert_eq!(document.plan().people().get(id("speaker-1")).unwrap().rank, chancellor);
}

#[test]
fn the_rank_of_a_replacement_is_verified_anew() {
    let mut document = with_requests(3);
    fill(&mut document);
    change(&mut document, 1, |row| row.request = RequestState::RankVerified);
    change(&mut document, 2, |row| {
        row.request = RequestState::Confirmed;
        row.exception_by = "Director of BDT".to_owned();
    });
    let other = plenary::edit::new_person(document.plan(), "Another speaker");
    let speaker = other.id;
    document.perform(&Command::Put(other.into())).unwrap();
    for number in [1, 2] {
        change(&mut document, number, |row| row.speaker = speaker);
        let row = document.plan().statements().get(statement_id(number)).unwrap();
        assert_eq!((row.request, row.exception_by.as_str()), (RequestState::Received, ""));
        assert_eq!(row.session, Some(session(0)), "the place is that of the State");
    }
    // Whoever has looked it up says so in the same step.
    change(&mut document, 3, |row| (row.speaker, row.request) = (speaker, RequestState::RankVerified));
    assert_eq!(document.plan().statements().get(statement_id(3)).unwrap().request, RequestState::RankVerified);
}

#[test]
fn who_withdraws_or_hands_in_a_text_only_gives_the_place_back() {
    let mut document = with_requests(4);
    fill(&mut document);
    change(&mut document, 2, |row| row.request = RequestState::Withdrawn);
    change(&mut document, 3, |row| row.request = RequestState::TextOnly);
    assert_eq!(speakers(&document, 0), [1, 4]);
    let list = list(&document);
    let silent: Vec<_> = list.silent.iter().map(|row| row.request).collect();
    assert_eq!(silent, [RequestState::TextOnly, RequestState::Withdrawn]);
}

#[test]
fn a_published_list_moves_nobody() {
    let mut document = with_requests(75);
    fill(&mut document);
    publish(&mut document);
    let before: Vec<Vec<usize>> = (0..4).map(|part| speakers(&document, part)).collect();
    let first = Some(statement_id(1).into());
    let refused = [
        Command::Remove(vec![statement_id(5).into()]),
        Command::List(OnList::TakeOff(statement_id(5))),
        Command::List(OnList::Give(statement_id(5), Spot::at_end(session(3)))),
        Command::List(OnList::Give(statement_id(5), Spot { session: session(0), before: first })),
        Command::Put(
            Statement { order: 5, ..Statement::clone(document.plan().statements().get(statement_id(7)).unwrap()) }
                .into(),
        ),
    ];
    for command in refused {
        let answer = document.perform(&command);
        assert!(matches!(answer, Err(Refusal::Published(_))), "{command:?}: {answer:?}");
    }
    // A better claim comes late: it gets a held place by hand, and filling moves nobody.
    change(&mut document, 75, |row| row.requested = None);
    fill(&mut document);
    assert_eq!((0..4).map(|part| speakers(&document, part)).collect::<Vec<_>>(), before);
    document.perform(&Command::List(OnList::Give(statement_id(75), Spot::at_end(session(1))))).unwrap();
    assert_eq!(speakers(&document, 1).last(), Some(&75));
    assert_eq!(list(&document).parts[1].held(&list(&document).speaking), 2, "one of three held places is given");
}

#[test]
fn two_speakers_of_a_published_list_swap_with_both_consents() {
    let mut document = with_requests(40);
    fill(&mut document);
    publish(&mut document);
    let consents = ["note of 10 November".to_owned(), "letter of 11 November".to_owned()];
    let step =
        document.perform(&Command::List(OnList::Swap([statement_id(2), statement_id(20)], consents))).unwrap().unwrap();
    assert_eq!(step.patch.rows().count(), 2, "nobody else is touched");
    assert_eq!((speakers(&document, 0)[1], speakers(&document, 1)[1]), (20, 2));
    let consent = |number| document.plan().statements().get(statement_id(number)).unwrap().consent.clone();
    assert_eq!((consent(2).as_str(), consent(20).as_str()), ("note of 10 November", "letter of 11 November"));
}

#[test]
fn who_no_longer_speaks_stays_on_a_published_list_without_a_time_and_the_place_can_be_given() {
    let mut document = with_requests(20);
    fill(&mut document);
    publish(&mut document);
    change(&mut document, 3, |row| row.request = RequestState::Withdrawn);
    let line = |document: &Document, at: usize| {
        let line = list(document).parts[0].lines[at].clone();
        (line.statement.id, line.number, line.due.map(|due| due.start_secs))
    };
    assert_eq!(line(&document, 2), (statement_id(3), 3, None));
    assert_eq!(line(&document, 3), (statement_id(4), 4, Some(2 * 210)), "who comes after speaks earlier, numbers stay");
    let spot = Spot { session: session(0), before: Some(statement_id(3).into()) };
    // Number 20 speaks in another part: the published list holds it there. A new one can have the place.
    let person = Person { represents: "Tonga".to_owned(), rank: Rank::Minister, ..Person::new(id("speaker-99"), "") };
    let late = Statement::new(statement_id(99), person.id);
    document.perform(&Command::PutMany(vec![person.into(), late.into()])).unwrap();
    document.perform(&Command::List(OnList::Give(statement_id(99), spot))).unwrap();
    assert_eq!(line(&document, 2), (statement_id(99), 3, Some(2 * 210)));
}

#[test]
fn the_step_of_the_list_follows_from_its_days() {
    let day = "2025-11-03".parse().ok();
    let of = |closed, published| Speaking { closed, published, ..Speaking::default() }.step();
    assert_eq!(
        [of(None, None), of(day, None), of(day, day), of(None, day)],
        [ListStep::Open, ListStep::Closed, ListStep::Published, ListStep::Published]
    );
}

#[test]
fn the_illustrative_plan_is_marked_and_reads_back() {
    let text = std::fs::read_to_string("saves/illustrative-statements.ron").unwrap();
    let plan: Plan = read_plan(text.as_bytes()).unwrap();
    let document = Document::new(plan.clone());
    let list = list(&document);
    let counts =
        (list.requests(), list.lines().count(), list.waiting.len(), list.by_exception.len(), list.silent.len());
    assert_eq!(counts, (91, 72, 12, 2, 5));
    assert!(
        plan.statements()
            .iter()
            .all(|row| row.sources.iter().any(|source| source.basis == plenary::model::Basis::Illustrative))
    );
    assert_eq!(plan_text(&plan), text, "it is written as Plenary writes it");
}
