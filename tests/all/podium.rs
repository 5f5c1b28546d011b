//! The podium: a day of statements played through, forecasts against figures worked out by hand, and ways out.

use plenary::edit::podium::{OnPodium, Way, ways};
use plenary::edit::statements::OnList;
use plenary::edit::{AnyRow, Command, Document};
use plenary::model::podium::{PodiumStage, Running, current};
use plenary::model::speaking::SpeakingList;
use plenary::model::{
    CivilTime, Delivery, Event, EventId, Language, Noted, NotedDeed, Person, Rank, SessionId, Speaking, Statement,
    StatementId, StopReason, states, zone,
};
use plenary::store::{Template, plan_text, read_plan};

fn id<R>(name: &str) -> plenary::model::Id<R> {
    name.parse().unwrap()
}

fn event() -> EventId {
    id("wtdc25")
}

fn statement(number: usize) -> StatementId {
    id(&format!("statement-{number}"))
}

/// The third part of the built-in plan: Tue 18 Nov, 14:30–15:45.
fn part() -> SessionId {
    id("S22")
}

/// A moment on 18 November, on the clock of Baku.
fn at(clock: &str) -> i64 {
    let (minute, secs) = clock.rsplit_once(':').unwrap();
    let time: CivilTime = format!("2025-11-18T{minute}").parse().unwrap();
    zone::moment(time, "Asia/Baku".parse().unwrap()) + secs.parse::<i64>().unwrap()
}

/// Somebody who may speak.
fn minister(number: usize) -> Person {
    Person {
        represents: states::all()[number].name(Language::English).to_owned(),
        rank: Rank::Minister,
        ..Person::new(id(&format!("speaker-{number}")), &format!("Minister {number}"))
    }
}

/// Ministers who speak in the third part, in the order of their numbers; the list is published.
fn with_speakers(count: usize) -> Document {
    let mut document = Document::new(Template::Wtdc25.plan());
    let mut rows: Vec<AnyRow> = Vec::new();
    for number in 1..=count {
        let speaker = id(&format!("speaker-{number}"));
        let order = i32::try_from(number).unwrap() * 10;
        rows.push(Statement { session: Some(part()), order, ..Statement::new(statement(number), speaker) }.into());
        rows.push(minister(number).into());
    }
    let row = document.plan().events().get(event()).unwrap();
    let speaking = Speaking { published: Some("2025-11-03".parse().unwrap()), ..row.speaking };
    rows.push(Event { speaking, ..Event::clone(row) }.into());
    document.perform(&Command::PutMany(rows)).unwrap();
    document
}

fn press(document: &mut Document, moment: i64, what: OnPodium) {
    document.perform(&Command::Podium(part(), moment, what)).unwrap();
}

fn running(document: &Document, moment: i64) -> Running {
    Running::of(document.plan(), document.plan(), part(), moment).unwrap()
}

/// Numbers of those who are still to speak, in their order.
fn to_come(document: &Document, moment: i64) -> Vec<usize> {
    let number = |row: &std::sync::Arc<Statement>| row.id.as_str()["statement-".len()..].parse().unwrap();
    running(document, moment).to_come.iter().map(number).collect()
}

fn row(document: &Document, number: usize) -> Statement {
    Statement::clone(document.plan().statements().get(statement(number)).unwrap())
}

/// Ten speakers of 3:12 each with 30 seconds between, from 14:43:30 on; the eleventh begins 30 seconds after.
fn ten_given(document: &mut Document) -> i64 {
    press(document, at("14:42:00"), OnPodium::Open);
    let mut now = at("14:43:30");
    for number in 1..=10 {
        press(document, now, OnPodium::Speak(statement(number)));
        now += 192;
        press(document, now, OnPodium::End);
        now += 30;
    }
    press(document, now, OnPodium::Speak(statement(11)));
    now
}

#[test]
fn a_forecast_after_ten_of_21_speakers_with_a_mean_of_3_12() {
    let mut document = with_speakers(21);
    let begun = ten_given(&mut document);
    // 14:43:30 and ten times 3:42.
    assert_eq!(begun, at("15:20:30"));
    let running = running(&document, begun + 154);
    assert_eq!(running.stage(), PodiumStage::Speaking);
    let forecast = running.forecast();
    assert_eq!(
        (forecast.mean_secs(), forecast.measured, forecast.each_secs.len(), forecast.changeovers),
        (192, 10, 10, 10)
    );
    // 0:26 of this speaker, 32:00 of ten more, 5:00 between them, and what is left of 3:00 of the chair, who has used 1:30.
    let parts = (forecast.rest_secs, forecast.statements_secs(), forecast.changeovers_secs(), forecast.chair_secs);
    assert_eq!(parts, (26, 32 * 60, 5 * 60, 90));
    assert_eq!(forecast.end, at("16:02:00"), "15:23:04 and 38:56");
    assert_eq!(running.late_secs(), 17 * 60);
    // 0:26 and a change after now, then 3:42 each.
    assert_eq!(running.begins()[..2], [at("15:24:00"), at("15:27:42")]);
}

#[test]
fn ways_out_add_up_and_are_taken_and_taken_back() {
    let mut document = with_speakers(18);
    let now = ten_given(&mut document) + 154;
    press(&mut document, now, OnPodium::NotPresent(statement(12)));
    let running = running(&document, now);
    // 15:23:04, 0:26, seven times 3:12 and 0:30 and 1:30.
    assert_eq!(running.forecast().end, at("15:50:54"));
    let found = ways(document.plan(), &SpeakingList::of(document.plan(), document.plan(), event()), &running);
    let told: Vec<_> = found.iter().map(|out| (out.saves_secs, out.late_secs, out.gap_secs)).collect();
    // The next session in the hall is the fourth part, at 16:15: 30:00 of break.
    let gap = |late: i64| Some((1800 - late, 1800));
    // Places in part four: nobody is there yet. Enough of them: two changes of 3:42 are 7:24.
    let expected = [(222, 132, gap(132)), (7 * 192 - 7 * 140, -10, gap(-10)), (444, -90, gap(-90)), (0, 354, gap(354))];
    assert_eq!(told, expected);
    assert!(matches!(&found[0].way, Way::MoveOn { who, is_absent: true, .. } if who == &[statement(12)]));
    assert_eq!(found[1].way, Way::Limit(140));
    assert!(
        matches!(&found[2].way, Way::MoveOn { who, is_absent: false, .. } if who == &[statement(17), statement(18)])
    );
    for out in &found {
        let Some(step) = OnPodium::of(&out.way) else { continue };
        press(&mut document, now, step);
        assert_eq!(self::running(&document, now).forecast().end, out.end, "{:?} does what it promises", out.way);
        document.undo();
        assert_eq!(self::running(&document, now).forecast(), running.forecast());
    }
}

#[test]
fn nothing_is_to_be_chosen_where_it_ends_in_time() {
    let mut document = with_speakers(3);
    press(&mut document, at("14:30:00"), OnPodium::Open);
    let running = running(&document, at("14:30:00"));
    assert!(ways(document.plan(), &SpeakingList::of(document.plan(), document.plan(), event()), &running).is_empty());
    assert_eq!(running.late_secs(), 180 + 3 * 180 + 2 * 30 - 75 * 60);
}

#[test]
fn who_is_not_there_comes_last_and_then_on_a_place_in_the_next_part() {
    let mut document = with_speakers(4);
    let start = at("14:30:00");
    press(&mut document, start, OnPodium::NotPresent(statement(1)));
    assert_eq!(to_come(&document, start), [2, 3, 4, 1]);
    assert_eq!(row(&document, 1).delivery, Delivery::NotPresent);
    press(&mut document, start + 5, OnPodium::Speak(statement(2)));
    press(&mut document, start + 100, OnPodium::NotPresent(statement(1)));
    let moved = row(&document, 1);
    assert_eq!((moved.session, moved.delivery), (Some(id("S24")), Delivery::Moved), "nobody falls off");
    assert_eq!(to_come(&document, start + 100), [3, 4]);
    let list = SpeakingList::of(document.plan(), document.plan(), event());
    assert_eq!(list.place(statement(1)).map(|(part, _)| part), Some(3));
}

#[test]
fn who_was_absent_twice_gets_a_held_place_and_the_way_out_says_its_number() {
    let mut document = with_speakers(4);
    let start = at("14:30:00");
    press(&mut document, start, OnPodium::NotPresent(statement(1)));
    let list = SpeakingList::of(document.plan(), document.plan(), event());
    let found = ways(document.plan(), &list, &running(&document, start));
    let Way::MoveOn { number: told, .. } = found[0].way else { panic!("{found:?}") };
    press(&mut document, start + 100, OnPodium::NotPresent(statement(1)));
    let list = SpeakingList::of(document.plan(), document.plan(), event());
    let (part, line) = list.place(statement(1)).unwrap();
    let (part, number) = (&list.parts[part], list.parts[part].lines[line].number);
    assert_eq!((number, told), (part.first + 18, number), "the first of three held ones of 21");
    assert_eq!(part.held(&list.speaking), 2);
}

#[test]
fn half_minutes_and_swaps_stand_in_the_log() {
    let mut document = with_speakers(3);
    let start = at("14:30:00");
    press(&mut document, start, OnPodium::Speak(statement(1)));
    press(&mut document, start + 20, OnPodium::Extend(30));
    press(&mut document, start + 25, OnPodium::Extend(-30));
    let agreed = || ["note".to_owned(), "letter".to_owned()];
    press(&mut document, start + 30, OnPodium::Swap([statement(2), statement(3)], agreed()));
    assert_eq!(to_come(&document, start + 30), [3, 2]);
    assert_eq!((row(&document, 2).consent.as_str(), row(&document, 3).consent.as_str()), ("note", "letter"));
    let [one, two, three] = [1, 2, 3].map(|number| minister(number).represents);
    let noted = |at, who: &str, what| Noted { at, who: who.to_owned(), what };
    let expected = [
        noted(start + 20, &one, NotedDeed::Extended(30)),
        noted(start + 25, &one, NotedDeed::Extended(-30)),
        noted(start + 30, &two, NotedDeed::Swapped(three)),
    ];
    assert_eq!(running(&document, start + 40).podium.noted, expected);
    let text = plan_text(document.plan());
    assert_eq!(&read_plan(text.as_bytes()).unwrap(), document.plan(), "also in the file");
    document.undo();
    assert_eq!(running(&document, start + 40).podium.noted.len(), 2);
    let spoken =
        document.perform(&Command::Podium(part(), start, OnPodium::Swap([statement(1), statement(3)], agreed())));
    assert!(spoken.is_err(), "who speaks changes places with nobody");
}

#[test]
fn who_was_shown_and_did_not_come_is_called_again() {
    let mut document = with_speakers(3);
    let start = at("14:30:00");
    press(&mut document, start, OnPodium::Speak(statement(1)));
    press(&mut document, start + 20, OnPodium::NotPresent(statement(1)));
    let running = running(&document, start + 20);
    assert!(running.speaker.is_none() && running.given.is_empty());
    assert_eq!(to_come(&document, start + 20), [2, 3, 1]);
}

#[test]
fn a_pause_and_a_point_of_order_stop_the_clock_of_the_speaker() {
    let mut document = with_speakers(2);
    let start = at("14:30:00");
    press(&mut document, start, OnPodium::Speak(statement(1)));
    press(&mut document, start + 60, OnPodium::Pause(StopReason::Interpretation));
    assert_eq!(running(&document, start + 200).speaker.unwrap().secs, 60);
    press(&mut document, start + 200, OnPodium::Resume);
    press(&mut document, start + 210, OnPodium::Pause(StopReason::PointOfOrder));
    press(&mut document, start + 300, OnPodium::Resume);
    let turn = running(&document, start + 310).speaker.unwrap();
    assert_eq!((turn.secs, turn.left_secs()), (80, 100));
    press(&mut document, start + 310, OnPodium::End);
    assert_eq!(row(&document, 1).spoken_secs, Some(80));
    assert_eq!(running(&document, start + 320).last_end(), Some(start + 310), "on the clock of the wall");
    // Of the changeover of 30 seconds 10 are gone.
    assert_eq!(running(&document, start + 320).forecast().rest_secs, 20);
}

#[test]
fn half_minutes_limits_and_a_new_start() {
    let mut document = with_speakers(3);
    let start = at("14:30:00");
    press(&mut document, start, OnPodium::Speak(statement(1)));
    press(&mut document, start + 10, OnPodium::Restart);
    press(&mut document, start + 20, OnPodium::Extend(30));
    let turn = running(&document, start + 40).speaker.unwrap();
    assert_eq!((turn.secs, turn.left_secs()), (30, 180));
    press(&mut document, start + 40, OnPodium::Limit(Some(120)));
    assert_eq!(row(&document, 1).length_secs, 210, "who speaks keeps what was given");
    press(&mut document, start + 50, OnPodium::Speak(statement(2)));
    assert_eq!((row(&document, 1).delivery, row(&document, 2).length_secs), (Delivery::Delivered, 120));
}

#[test]
fn a_clock_that_is_set_back_makes_nothing_earlier() {
    let mut document = with_speakers(3);
    let start = at("14:30:00");
    press(&mut document, start, OnPodium::Speak(statement(1)));
    press(&mut document, start + 100, OnPodium::End);
    press(&mut document, start - 3600, OnPodium::Speak(statement(2)));
    assert_eq!(row(&document, 2).begun, Some(start + 100));
    assert_eq!(running(&document, start - 3600).speaker.unwrap().secs, 0, "and is never negative");
    press(&mut document, start - 3000, OnPodium::End);
    assert_eq!(row(&document, 2).spoken_secs, Some(0));
}

/// From the first request to the last speaker.
#[test]
fn a_day_of_statements() {
    let mut document = with_speakers(0);
    let people = |numbers: std::ops::RangeInclusive<usize>| {
        let rows = numbers.flat_map(|number| {
            let speaker = id(&format!("speaker-{number}"));
            let requested = Some("2025-09-01T09:00".parse::<CivilTime>().unwrap().plus_mins(number as i32));
            let present = vec!["2025-11-18".parse().unwrap()];
            let person = minister(number);
            [
                AnyRow::from(Statement { requested, present, ..Statement::new(statement(number), speaker) }),
                person.into(),
            ]
        });
        Command::PutMany(rows.collect())
    };
    document.perform(&people(1..=20)).unwrap();
    document.perform(&Command::List(OnList::Fill(event()))).unwrap();
    let first = |document: &Document| SpeakingList::of(document.plan(), document.plan(), event()).parts[2].lines.len();
    assert_eq!(first(&document), 18, "three of 21 places are held");
    // A minister comes late and gets a held place.
    document.perform(&people(21..=21)).unwrap();
    let spot = plenary::edit::agenda::Spot::at_end(part());
    document.perform(&Command::List(OnList::Give(statement(21), spot))).unwrap();
    // Two swap, and both agree.
    let agreed = ["note".to_owned(), "letter".to_owned()];
    document.perform(&Command::List(OnList::Swap([statement(1), statement(3)], agreed))).unwrap();
    let start = at("14:30:00");
    assert_eq!(current(document.plan(), start), Some(part()));
    assert_eq!(to_come(&document, start)[..3], [3, 2, 1]);
    press(&mut document, start + 120, OnPodium::Open);
    press(&mut document, start + 180, OnPodium::Speak(statement(3)));
    press(&mut document, start + 360, OnPodium::Speak(statement(2)));
    press(&mut document, start + 400, OnPodium::Pause(StopReason::PointOfOrder));
    press(&mut document, start + 460, OnPodium::Resume);
    press(&mut document, start + 470, OnPodium::NotPresent(statement(1)));
    // The program is killed, and started again a minute later: the clock has gone on.
    let text = plan_text(document.plan());
    let mut document = Document::new(read_plan(text.as_bytes()).unwrap());
    let turn = running(&document, start + 530).speaker.unwrap();
    assert_eq!((turn.statement.id, turn.secs), (statement(2), 170 - 60));
    let mut now = start + 530;
    while let Some(next) = to_come(&document, now).first().copied() {
        if next == 1 {
            break;
        }
        press(&mut document, now, OnPodium::Speak(statement(next)));
        now += 200;
    }
    press(&mut document, now, OnPodium::NotPresent(statement(1)));
    assert_eq!(row(&document, 1).session, Some(id("S24")), "called twice: a place in the next part");
    press(&mut document, now + 30, OnPodium::Close);
    let running = running(&document, now + 30);
    assert_eq!((running.stage(), running.given.len()), (PodiumStage::Over, 18));
    assert_eq!(running.forecast().end, now + 30);
    let held = document.plan().sessions().get(part()).unwrap().held.clone().unwrap();
    assert_eq!(held.opened.clock(), "14:32");
    assert!(held.adjourned.is_some());
    assert_eq!(current(document.plan(), now + 30), Some(id("S24")));
}

#[test]
fn who_has_not_spoken_when_it_is_closed_speaks_in_the_next_part() {
    let mut document = with_speakers(3);
    press(&mut document, at("14:30:00"), OnPodium::Speak(statement(1)));
    press(&mut document, at("14:33:00"), OnPodium::Close);
    for number in [2, 3] {
        assert_eq!(row(&document, number).session, Some(id("S24")));
    }
    assert_eq!(row(&document, 1).delivery, Delivery::Delivered);
    document.undo();
    assert_eq!(to_come(&document, at("14:33:00")), [2, 3]);
}

#[test]
fn a_rehearsal_on_another_day_keeps_the_hours_of_the_plan() {
    let mut document = with_speakers(2);
    let day = 24 * 60 * 60;
    let start = at("14:40:00") - 3 * day;
    press(&mut document, start, OnPodium::Open);
    let running = running(&document, start + 60);
    assert_eq!((running.starts, running.ends), (at("14:30:00") - 3 * day, at("15:45:00") - 3 * day));
}

#[test]
fn who_was_given_more_is_expected_to_take_more() {
    let mut document = with_speakers(6);
    let longer = row(&document, 6);
    document.perform(&Command::Put(Statement { length_secs: 300, ..longer }.into())).unwrap();
    let start = at("14:30:00");
    press(&mut document, start, OnPodium::Speak(statement(1)));
    press(&mut document, start + 2, OnPodium::Speak(statement(2)));
    // After one speaker of two seconds nothing is concluded from that.
    assert_eq!(running(&document, start + 2).forecast().each_secs, [180, 180, 180, 300]);
    press(&mut document, start + 2 + 269, OnPodium::Speak(statement(3)));
    press(&mut document, start + 2 + 269 + 269, OnPodium::End);
    // 2 + 269 + 269 seconds of three times 180 are all that was given.
    let forecast = running(&document, start + 2 + 269 + 269).forecast();
    assert_eq!((forecast.measured, forecast.each_secs), (3, vec![180, 180, 300]));
}

#[test]
fn where_two_are_said_to_speak_the_last_one_does() {
    let mut document = with_speakers(3);
    let start = at("14:30:00");
    for (number, begun) in [(1, start), (2, start + 60)] {
        let statement = Statement { delivery: Delivery::Speaking, begun: Some(begun), ..row(&document, number) };
        document.perform(&Command::Put(statement.into())).unwrap();
    }
    let running = running(&document, start + 100);
    assert_eq!(running.speaker.unwrap().statement.id, statement(2));
    let given: Vec<_> = running.given.iter().map(|turn| (turn.statement.id, turn.secs)).collect();
    assert_eq!(given, [(statement(1), 60)]);
    assert_eq!(running.to_come.len(), 1);
}
