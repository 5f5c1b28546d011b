//! What a table of requests to speak would make of the speaking list (§5), row by row: new requests, changed ones, and what
//! only a person can tell. It is looked at before anything changes, and nobody who has a place is moved.

mod asked;
mod columns;
mod days;
mod making;

use crate::edit::{AnyRow, Command};
use crate::model::{CivilTime, Person, Plan, Statement, StatementId};

use super::columns::Pasted;
pub use asked::{Answer, Answers, Asked, Question};
pub use columns::RequestField;

/// What a table would make of the speaking list.
#[derive(Debug, Default)]
pub struct Requests {
    /// Each row of the table, in its order.
    pub rows: Vec<RequestRow>,
    statements: Vec<Statement>,
    people: Vec<Person>,
}

/// A row of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct RequestRow {
    /// What becomes of it.
    pub outcome: RequestOutcome,
    /// What is asked of it, answered or not.
    pub asked: Vec<Asked>,
    /// What of it is left out, though the row is taken.
    pub notes: Vec<(RequestField, RequestNote)>,
}

/// What becomes of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RequestOutcome {
    /// A new request.
    New,
    /// The State and the speaker are there, and these fields are changed.
    Changed(StatementId, Vec<RequestField>),
    /// It says what is so already.
    Same(StatementId),
    /// The same State and the same speaker stand further above.
    Repeated,
    /// It waits for an answer, and is not taken without.
    Waits,
    /// It is left out, as was answered.
    LeftOut,
    /// It names nobody.
    Nobody,
}

/// What of a row that is taken is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestNote {
    /// It says nothing that is known of a text.
    Text,
    /// Of somebody who has a place on a published list the time of request stays.
    Published,
}

impl Requests {
    /// What `pasted` would make of `plan`. What does not say when it was asked for is asked for `now`.
    #[must_use]
    pub fn new(pasted: &Pasted<RequestField>, plan: &Plan, answers: &Answers, now: Option<CivilTime>) -> Self {
        let mut maker = making::Maker::new(pasted, plan, answers, now);
        let rows = pasted.rows().iter().map(|row| maker.make(row)).collect();
        let (statements, people) = maker.finish();
        Self { rows, statements, people }
    }

    /// How many rows have such an outcome.
    #[must_use]
    pub fn count(&self, is_such: impl Fn(&RequestOutcome) -> bool) -> usize {
        self.rows.iter().filter(|row| is_such(&row.outcome)).count()
    }

    /// The command that takes all of it, as one step; `None` where nothing would change.
    #[must_use]
    pub fn command(&self) -> Option<Command> {
        let statements = self.statements.iter().cloned().map(AnyRow::from);
        let rows: Vec<AnyRow> = statements.chain(self.people.iter().cloned().map(AnyRow::from)).collect();
        (!rows.is_empty()).then_some(Command::PutMany(rows))
    }
}

#[cfg(test)]
mod tests {
    use super::super::columns::Remembered;
    use super::super::grid::Grid;
    use super::*;
    use crate::edit::Document;
    use crate::model::{Language, Rank, TextState, folded, speaking};
    use crate::store::Template;

    fn read(plan: &Plan, text: &str, answers: &Answers) -> Requests {
        let pasted = Pasted::requests(plan, Grid::read(text).unwrap(), &Remembered::new());
        Requests::new(&pasted, plan, answers, Some("2025-10-01T12:00".parse().unwrap()))
    }

    /// The plan with what a table would make of it.
    fn taken(plan: &Plan, text: &str) -> Plan {
        let mut document = Document::new(plan.clone());
        document.perform(&read(plan, text, &Answers::default()).command().unwrap()).unwrap();
        document.plan().clone()
    }

    fn outcomes(requests: &Requests) -> Vec<RequestOutcome> {
        requests.rows.iter().map(|row| row.outcome.clone()).collect()
    }

    fn speaker<'a>(plan: &'a Plan, state: &str) -> (&'a Person, &'a Statement) {
        let person = plan.people().iter().find(|person| person.represents == state).unwrap();
        (person, plan.statements().iter().find(|row| row.speaker == person.id).unwrap())
    }

    const TABLE: &str = "Rank\tName\tMember State\tPresent\tLanguage\tRequested\tText\tRemarks\n\
        Minister\tH.E. Ms A\tKenya\t17–18 Nov\tEnglish\t2025-10-08 15:29\tyes\tearly, please\n\
        Deputy minister\tMr B\tRussia\t\tPortuguese\t\tno\t\n";

    #[test]
    fn a_table_says_all_that_a_request_is() {
        let plan = taken(&Template::Wtdc25.plan(), TABLE);
        let (person, row) = speaker(&plan, "Kenya");
        assert_eq!((&*person.address, &*person.name, person.rank), ("H.E. Ms", "A", Rank::Minister));
        let days: Vec<String> = row.present.iter().map(ToString::to_string).collect();
        assert_eq!(days, ["2025-11-17", "2025-11-18"]);
        assert_eq!(
            (row.language, row.text, &*row.remarks),
            (Some(Language::English), TextState::Received, "early, please")
        );
        assert_eq!(row.requested.unwrap().to_string(), "2025-10-08T15:29");
        let (person, row) = speaker(&plan, "Russian Federation");
        assert_eq!((&*person.name, person.rank), ("B", Rank::DeputyMinister));
        assert_eq!((row.language, &*row.other_language, row.text), (None, "Portuguese", TextState::Missing));
        assert_eq!(row.requested.unwrap().to_string(), "2025-10-01T12:00", "when it was pasted");
    }

    #[test]
    fn what_is_there_is_compared_field_by_field() {
        let plan = taken(&Template::Wtdc25.plan(), TABLE);
        let again = read(&plan, TABLE, &Answers::default());
        assert!(outcomes(&again).iter().all(|outcome| matches!(outcome, RequestOutcome::Same(_))), "{again:?}");
        assert_eq!(again.command(), None);
        let other = "State\tName\tRank\tLanguage\n\
            Российская Федерация\tг-н B\tMinister\tRussian\nKenya\tA\tMinister\tEnglish\nKENYA\tMs A\tMinister\tFrench\n";
        let changed = read(&plan, other, &Answers::default());
        let ids = ["Russian Federation", "Kenya"].map(|state| speaker(&plan, state).1.id);
        let fields = vec![RequestField::Address, RequestField::Rank, RequestField::Language];
        let expected =
            [RequestOutcome::Changed(ids[0], fields), RequestOutcome::Same(ids[1]), RequestOutcome::Repeated];
        assert_eq!(outcomes(&changed), expected);
        let after = taken(&plan, other);
        assert_eq!((after.statements().len(), after.people().len()), (plan.statements().len(), plan.people().len()));
        assert_eq!(speaker(&after, "Kenya").0.address, "H.E. Ms", "what is not said stays");
    }

    #[test]
    fn what_only_a_person_can_tell_is_asked_and_not_taken_before() {
        let plan = taken(&Template::Wtdc25.plan(), TABLE);
        let text = "State\tName\tRank\tPresent\nMali\tC\tCabinet\t\nChad\tD\tcabinet\t\nKenya\tE\tMinister\t\nAtlantis\tF\tMinister\t\nCuba\tG\tMinister\tsoon\nPeru\tH\tHead of delegation\t\n\t\tMinister\t\n";
        let mut answers = Answers::default();
        let asked = read(&plan, text, &answers);
        let questions: Vec<Vec<Question>> =
            asked.rows.iter().map(|row| row.asked.iter().map(|asked| asked.question).collect()).collect();
        let expected = [
            vec![Question::Rank],
            vec![Question::Rank],
            vec![Question::Twice],
            vec![Question::State],
            vec![Question::Present],
            vec![Question::Rank],
            vec![],
        ];
        assert_eq!(questions, expected);
        assert_eq!(asked.count(|outcome| *outcome == RequestOutcome::Waits), 6);
        assert_eq!(outcomes(&asked)[6], RequestOutcome::Nobody);
        assert_eq!(asked.command(), None, "nothing is taken that is asked");
        answers.give(&asked.rows[0].asked[0], Answer::Rank(Rank::CabinetMember));
        answers.give(&asked.rows[2].asked[0], Answer::LeaveOut);
        answers.give(&asked.rows[3].asked[0], Answer::Organization);
        answers.give(&asked.rows[4].asked[0], Answer::Without);
        let answered = read(&plan, text, &answers);
        let new = RequestOutcome::New;
        let expected = [
            new.clone(),
            new.clone(),
            RequestOutcome::LeftOut,
            new.clone(),
            new,
            RequestOutcome::Waits,
            RequestOutcome::Nobody,
        ];
        assert_eq!(outcomes(&answered), expected);
        let mut document = Document::new(plan);
        document.perform(&answered.command().unwrap()).unwrap();
        for state in ["Mali", "Chad"] {
            let person = speaker(document.plan(), state).0;
            assert_eq!(
                (person.rank, &*folded(&person.function)),
                (Rank::CabinetMember, "cabinet"),
                "one answer for both"
            );
        }
        assert_eq!(document.done().len(), 1);
        // Who was answered for is not asked again.
        let again = read(document.plan(), text, &Answers::default());
        assert!(again.rows[0].asked.is_empty() && matches!(again.rows[0].outcome, RequestOutcome::Same(_)));
    }

    #[test]
    fn a_state_that_asked_before_it_knew_who_comes_gets_its_speaker() {
        let plan = taken(&Template::Wtdc25.plan(), "State\nMali\nChad\n");
        let after = taken(&plan, "State\tName\tRank\nMali\tMs A\tMinister\n");
        assert_eq!(after.statements().len(), plan.statements().len());
        let person = speaker(&after, "Mali").0;
        assert_eq!((&*person.address, &*person.name), ("Ms", "A"));
    }

    #[test]
    fn on_a_published_list_nobody_who_has_a_place_is_moved() {
        let plan = crate::store::read_plan(&std::fs::read("saves/illustrative-statements.ron").unwrap()).unwrap();
        let list = |plan: &Plan| speaking::SpeakingList::of(plan, plan, speaking::main_event(plan).unwrap());
        let before = list(&plan);
        let line = |line: &speaking::Line| {
            let person = plan.people().get(line.statement.speaker).unwrap();
            format!("{}\t{}\tDeputy minister\t2025-01-01 09:00\tnew", person.represents, person.name)
        };
        let head = "State\tName\tRank\tRequested\tRemarks".to_owned();
        let text = std::iter::once(head).chain(before.lines().map(line)).collect::<Vec<_>>().join("\n");
        let requests = read(&plan, &text, &Answers::default());
        let noted = |row: &RequestRow| row.notes == [(RequestField::Requested, RequestNote::Published)];
        assert!(requests.rows.iter().all(noted));
        let after = list(&taken(&plan, &text));
        let places = |list: &speaking::SpeakingList| list.lines().map(|line| line.statement.id).collect::<Vec<_>>();
        assert_eq!(places(&before), places(&after));
        assert!(after.lines().all(|line| line.statement.remarks == "new"));
    }

    #[test]
    fn long_tables_and_cells_stay_bounded() {
        let plan = Template::Wtdc25.plan();
        let long = format!("State\tName\tRank\nKenya\t{}\t{}\n", "x".repeat(1 << 20), "minister ".repeat(100_000));
        let requests = read(&plan, &long, &Answers::default());
        assert!(requests.rows[0].asked.iter().all(|asked| asked.said.chars().count() <= 60));
        let rows: Vec<String> =
            (0..super::super::MOST_ROWS - 1).map(|n| format!("Party {n}\tName {n}\tCabinet")).collect();
        let requests = read(&plan, &("State\tName\tRank\n".to_owned() + &rows.join("\n")), &Answers::default());
        assert_eq!(requests.count(|outcome| *outcome == RequestOutcome::Waits), super::super::MOST_ROWS - 1);
    }
}
