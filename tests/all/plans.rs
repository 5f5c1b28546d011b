//! Arbitrary plans: whole ones, with rows in every table, references between them, and texts as odd as people write them.

mod items;
mod notes;
mod offices;
mod preparation;
mod statements;
mod youth;

use std::ops::RangeInclusive;

use chrono::NaiveDate;
use plenary::model::zone::Tz;
use plenary::model::{
    Absence, Arrived, Basis, Body, BodyId, BodyKind, City, CivilTime, DayHours, Dismissed, Document, DocumentId, Event,
    EventDates, EventFormat, EventId, EventKind, FieldChoice, FieldForm, FieldId, FieldSort, FieldValue, Gender,
    Header, Held, HeldStep, Holder, Hue, Id, Ink, KindId, Language, LanguageSet, Length, LocalText, Logo, Note, NoteId,
    Number, OwnField, OwnKind, OwnRank, OwnValues, Participation, Patch, Person, PersonId, Placement, Plan, Rank,
    RankId, Role, Room, RoomId, Row, RowId, RuleChoice, RuleId, Session, SessionId, SessionKind, Severity, Source,
    StatementId, Status, Tabled, TeamId, Topic, TopicId, TopicKind, TopicState, Waiver, WaiverId, Wish,
};
use proptest::collection::{btree_map, vec};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

/// The ids of every table of a plan to be made.
#[derive(Clone, Debug)]
struct Ids {
    kinds: Vec<KindId>,
    events: Vec<EventId>,
    bodies: Vec<BodyId>,
    rooms: Vec<RoomId>,
    people: Vec<PersonId>,
    topics: Vec<TopicId>,
    documents: Vec<DocumentId>,
    sessions: Vec<SessionId>,
    statements: Vec<StatementId>,
    notes: Vec<NoteId>,
    waivers: Vec<WaiverId>,
    teams: Vec<TeamId>,
}

/// The built-in plan as it was before there were agendas: the items of both interregional meetings are sessions.
pub fn before_agendas() -> Plan {
    plenary::store::read_plan(include_bytes!("before_agendas.ron")).unwrap()
}

/// Any plan with up to four rows in each table.
pub fn plan() -> impl Strategy<Value = Plan> {
    let plans = (header(), ids()).prop_flat_map(|(header, ids)| {
        let head =
            (Just(header), each(&ids.events, &ids, event), each(&ids.bodies, &ids, |id, ids| owning(body(id, ids))));
        let who_and_where = (
            each(&ids.rooms, &ids, |id, _| owning(room(id))),
            each(&ids.people, &ids, |id, ids| owning(person(id, ids))),
        );
        let what = (
            each(&ids.topics, &ids, |id, ids| owning(topic(id, ids))),
            each(&ids.documents, &ids, |id, ids| owning(document(id, ids))),
        );
        let when = (each(&ids.sessions, &ids, session), each(&ids.statements, &ids, statements::statement));
        let kinds = each(&ids.kinds, &ids, |id, _| own_kind(id));
        let rest = (
            each(&ids.notes, &ids, note),
            rules(),
            each(&ids.waivers, &ids, waiver),
            (kinds, own_fields(), own_ranks()),
        );
        let rest = (rest, notes::notes(&ids), items::items(&ids), offices::offices(&ids));
        (head, who_and_where, what, when, rest).prop_map(
            |((header, events, bodies), (rooms, mut people), (topics, documents), (sessions, statements), rest)| {
                let (
                    (notes, rules, waivers, (kinds, fields, ranks)),
                    (releases, records, comments),
                    items,
                    (posts, teams, requests, delegates),
                ) = rest;
                let mut plan = Plan::new(header);
                let mut patch = Patch::default();
                put(&mut patch, &plan, events);
                put(&mut patch, &plan, known(bodies, &fields));
                put(&mut patch, &plan, known(rooms, &fields));
                let has_rank = |person: &Person| match person.rank {
                    Rank::Own(id) => ranks.iter().any(|rank| rank.id == id),
                    _ => true,
                };
                for person in people.iter_mut().filter(|person| !has_rank(person)) {
                    person.rank = Rank::Other;
                }
                put(&mut patch, &plan, ranks);
                put(&mut patch, &plan, known(people, &fields));
                put(&mut patch, &plan, known(topics, &fields));
                put(&mut patch, &plan, known(documents, &fields));
                put(&mut patch, &plan, statements);
                put(&mut patch, &plan, notes);
                put(&mut patch, &plan, rules);
                put(&mut patch, &plan, waivers);
                put(&mut patch, &plan, releases);
                put(&mut patch, &plan, records);
                put(&mut patch, &plan, comments);
                put(&mut patch, &plan, items);
                put(&mut patch, &plan, posts);
                put(&mut patch, &plan, teams);
                put(&mut patch, &plan, delegates);
                put(&mut patch, &plan, requests);
                put(&mut patch, &plan, kinds);
                put(&mut patch, &plan, known(sessions, &fields));
                put(&mut patch, &plan, fields);
                patch.settle_natures(&plan, &plan);
                plan.apply(&patch).expect("the strategies make whole plans");
                plan
            },
        )
    });
    plans.boxed()
}

/// A text such as people write, or worse.
pub fn text() -> impl Strategy<Value = String> {
    let odd = select(vec![
        "",
        " ",
        "Plenary",
        "L'ordre du jour",
        "¿Día 1?",
        "Пленарное заседание",
        "全体会议",
        "الجلسة العامة الأولى أولاً",
        "a \"quoted\" (bracketed) [listed] {braced}",
        "C:\\new\\u{64b}\\\\",
        "two\nlines\r\nand\ta tab",
        "\u{200f}RTL\u{202e} marks\u{2066}",
        "\u{301}combining first",
        "👩\u{200d}🚀 ☀\u{fe0f}",
        "// no comment /* at all */",
        "),\n    (\n      id: \"S1\",",
        "r#\"raw\"#",
        "\0\u{7f}\u{feff}\u{2028}",
        "=HYPERLINK(\"x\")",
    ]);
    prop_oneof![4 => odd.prop_map(str::to_owned), 1 => vec(any::<char>(), 0..12).prop_map(String::from_iter)]
}

fn put<R: Tabled>(patch: &mut Patch, plan: &Plan, rows: Vec<R>) {
    for row in rows {
        patch.put(plan, row);
    }
}

/// One row for each id.
fn each<R, S: Strategy>(ids: &[Id<R>], all: &Ids, row: impl Fn(Id<R>, &Ids) -> S) -> Vec<S> {
    ids.iter().map(|&id| row(id, all)).collect()
}

fn ids() -> impl Strategy<Value = Ids> {
    // A session needs an event, a statement a speaker.
    let counts = (
        1..=3_usize,
        0..=3_usize,
        0..=3_usize,
        1..=3_usize,
        0..=3_usize,
        0..=3_usize,
        0..=4_usize,
        0..=3_usize,
        (0..=3_usize, 0..=3_usize, 0..=3_usize, 0..=2_usize),
    );
    counts.prop_flat_map(
        |(events, bodies, rooms, people, topics, documents, sessions, statements, (notes, waivers, kinds, teams))| {
            (
                (some_ids(events), some_ids(bodies), some_ids(rooms), some_ids(people)),
                (some_ids(topics), some_ids(documents), some_ids(sessions), some_ids(statements)),
                (some_ids(notes), some_ids(waivers), some_ids(kinds), some_ids(teams)),
            )
                .prop_map(
                    |(
                        (events, bodies, rooms, people),
                        (topics, documents, sessions, statements),
                        (notes, waivers, kinds, teams),
                    )| {
                        Ids {
                            kinds,
                            events,
                            bodies,
                            rooms,
                            people,
                            topics,
                            documents,
                            sessions,
                            statements,
                            notes,
                            waivers,
                            teams,
                        }
                    },
                )
        },
    )
}

/// `count` ids, mostly from a small pool so that tables share names.
fn some_ids<R: 'static>(count: usize) -> impl Strategy<Value = Vec<Id<R>>> {
    let names = ["S1", "S10", "S2", "PL", "COM3-ARB", "plenary-hall", "-", ".", "0", "x23456789012345678901234"];
    subsequence(names.to_vec(), count)
        .prop_map(|names| names.into_iter().filter_map(|name| Id::new(name).ok()).collect())
}

fn header() -> impl Strategy<Value = Header> {
    let identity = proptest::option::of(any::<u128>().prop_map(uuid::Uuid::from_u128));
    let head = (text(), proptest::option::of(language()), local_text(), text());
    let logo = prop_oneof![Just(None), vec(any::<u8>(), 0..200).prop_map(|bytes| Logo::new(&bytes))];
    let house = (logo, of(any::<[u8; 3]>().prop_map(Ink)), of(any::<[u8; 3]>().prop_map(Ink)), local_text());
    let release = (prop_oneof![Just(0), any::<u32>()], vec(dismissed(), 0..3));
    (identity, local_text(), local_text(), zone(), language(), release, head, house).prop_map(
        |(
            identity,
            title,
            description,
            zone,
            language,
            (release, dismissed),
            head,
            (logo, colour, second_colour, footer),
        )| {
            let (symbol, original, issuer, contact) = head;
            Header {
                identity,
                title,
                description,
                zone,
                language,
                release,
                symbol,
                original,
                issuer,
                contact,
                logo,
                colour,
                second_colour,
                footer,
                dismissed,
            }
        },
    )
}

fn event(id: EventId, ids: &Ids) -> impl Strategy<Value = Event> + use<> {
    let others = without(&ids.events, id);
    let hours = (0..1440_u16)
        .prop_flat_map(|from_min| (from_min + 1..=1440).prop_map(move |to_min| DayHours { from_min, to_min }));
    let names = (local_text(), local_text(), local_text(), local_text(), local_text(), local_text());
    let links = (some_of(&ids.documents), some_of(&others), statements::speaking(), sources());
    let step = preparation::step(&others);
    (
        select(EventKind::ALL.to_vec()),
        names,
        dates(),
        zone(),
        of(select(EventFormat::ALL.to_vec())),
        of(hours),
        links,
        step,
    )
        .prop_map(
            move |(kind, (code, title, place, host, theme, description), dates, zone, format, hours, links, step)| {
                let (documents, after, speaking, sources) = links;
                Event {
                    id,
                    kind,
                    code,
                    title,
                    dates,
                    place,
                    zone,
                    format,
                    host,
                    hours,
                    theme,
                    description,
                    documents,
                    after,
                    speaking,
                    sources,
                    ..step
                }
            },
        )
}

fn dates() -> impl Strategy<Value = EventDates> {
    let days = (date(1900..=2189), prop_oneof![Just(0), 0..3659_u64]).prop_map(|(first, len)| EventDates::Days {
        first,
        last: first.checked_add_days(chrono::Days::new(len)).unwrap_or(first),
    });
    prop_oneof![3 => days, 1 => (1900..=2199).prop_map(EventDates::Year)]
}

fn city() -> impl Strategy<Value = City> {
    let days = proptest::collection::btree_set(date(2024..=2026), 0..3);
    (local_text(), zone(), days).prop_map(|(name, zone, days)| City {
        name,
        zone,
        days_off: days.into_iter().collect(),
    })
}

fn body(id: BodyId, ids: &Ids) -> impl Strategy<Value = Body> + use<> {
    let links = (of_some(&ids.bodies), of_some(&ids.events), of_some(&ids.documents));
    let places = (of(zone()), vec(city(), 0..3));
    (select(BodyKind::ALL.to_vec()), local_text(), local_text(), links, places, sources()).prop_map(
        move |(kind, code, title, (parent, set_up_at, report), (zone, cities), sources)| Body {
            id,
            kind,
            code,
            title,
            parent,
            set_up_at,
            report,
            zone,
            cities,
            own: OwnValues::NONE,
            sources,
        },
    )
}

fn room(id: RoomId) -> impl Strategy<Value = Room> {
    let more = (text(), text(), of(any::<u16>()), of(any::<u16>()), absences(), text());
    let more = (any::<(bool, bool)>(), more);
    (local_text(), text(), of(any::<u32>()), any::<u8>(), more, any::<i32>(), sources()).prop_map(
        move |(title, place, capacity, booths, ((is_virtual, is_shared), more), order, sources)| Room {
            layout: more.0,
            equipment: more.1,
            setup_mins: more.2,
            turnaround_mins: more.3,
            closed: more.4,
            came_as: more.5,
            id,
            title,
            place,
            capacity,
            booths,
            is_virtual,
            is_shared,
            order,
            own: OwnValues::NONE,
            sources,
        },
    )
}

fn person(id: PersonId, ids: &Ids) -> impl Strategy<Value = Person> + use<> {
    let words = (text(), text(), text(), text(), text(), text());
    let counted = (rank(), of(select(Gender::ALL.to_vec())), absences());
    (words, of_some(&ids.bodies), counted, sources()).prop_map(
        move |((address, name, function, represents, contact, came_as), region, (rank, gender, away), sources)| {
            Person {
                id,
                address,
                name,
                function,
                represents,
                region,
                gender,
                rank,
                away,
                contact,
                came_as,
                own: OwnValues::NONE,
                sources,
            }
        },
    )
}

fn absences() -> impl Strategy<Value = Vec<Absence>> {
    vec((time(), time(), text()), 0..3)
        .prop_map(|all| all.into_iter().map(|(from, to, reason)| Absence { from, to, reason }).collect())
}

fn topic(id: TopicId, ids: &Ids) -> impl Strategy<Value = Topic> + use<> {
    let links = (of_some(&ids.bodies), of_some(&ids.events));
    let state = (local_text(), of(select(TopicState::ALL.to_vec())), any::<bool>());
    let who = (of_some(&ids.people), text(), of_some(&ids.documents));
    let regions = || subsequence(ids.bodies.clone(), 0..=ids.bodies.len());
    let regions = (regions(), regions(), regions());
    let said = (select(TopicKind::ALL.to_vec()), text(), local_text(), local_text(), sources());
    (said, links, state, who, regions).prop_map(
        move |((kind, code, title, objective, sources), (region, event), state, who, regions)| {
            let (group, state, needs_consensus) = state;
            let (facilitator, facilitated_by, text) = who;
            let (supported_by, amended_by, opposed_by) = regions;
            Topic {
                id,
                kind,
                code,
                title,
                objective,
                region,
                event,
                group,
                state,
                needs_consensus,
                own: OwnValues::NONE,
                facilitator,
                facilitated_by,
                text,
                supported_by,
                amended_by,
                opposed_by,
                sources,
            }
        },
    )
}

fn document(id: DocumentId, ids: &Ids) -> impl Strategy<Value = Document> + use<> {
    let issued = prop_oneof![8 => date(1900..=2199), 1 => Just(NaiveDate::MIN), 1 => Just(NaiveDate::MAX)];
    let paper = preparation::paper(ids);
    (text(), local_text(), of_some(&ids.events), of(issued), languages(), text(), sources(), paper).prop_map(
        move |(symbol, title, event, issued, languages, link, sources, paper)| Document {
            id,
            symbol,
            title,
            event,
            issued,
            languages,
            link,
            sources,
            ..paper
        },
    )
}

fn own_kind(id: KindId) -> impl Strategy<Value = OwnKind> {
    let kind = || select(SessionKind::ALL.to_vec());
    (local_text(), kind(), select(Hue::ALL.to_vec()), kind(), sources())
        .prop_map(move |(title, nature, hue, sign, sources)| OwnKind { id, title, nature, hue, sign, sources })
}

/// One field of each sort, or fewer.
fn own_fields() -> impl Strategy<Value = Vec<OwnField>> {
    let field = |sort: FieldSort| {
        (local_text(), select(Holder::ALL.to_vec()), vec(local_text(), 3), any::<bool>(), sources()).prop_map(
            move |(title, holder, choices, handed_out, sources)| {
                let mut form = sort.form();
                if let FieldForm::Choice(all) = &mut form {
                    all.extend(
                        choices
                            .into_iter()
                            .enumerate()
                            .map(|(at, title)| FieldChoice { id: format!("c{at}").parse().unwrap(), title }),
                    );
                }
                OwnField { id: field_id(sort), title, holder, form, handed_out, sources }
            },
        )
    };
    subsequence(FieldSort::ALL.to_vec(), 0..=5)
        .prop_flat_map(move |sorts| sorts.into_iter().map(field).collect::<Vec<_>>())
}

/// Two own ranks and a built-in one of which the plan says something, or fewer.
fn own_ranks() -> impl Strategy<Value = Vec<OwnRank>> {
    let rank = |id: RankId| {
        (local_text(), of(any::<u8>()), any::<i32>(), any::<bool>(), sources()).prop_map(
            move |(title, class, order, stands_in, sources)| OwnRank { id, title, class, order, stands_in, sources },
        )
    };
    subsequence(vec!["own-rank", "deputy", "minister"], 0..=3)
        .prop_flat_map(move |names| names.into_iter().map(|name| rank(name.parse().unwrap())).collect::<Vec<_>>())
}

fn rank() -> impl Strategy<Value = Rank> {
    let own = ["own-rank", "deputy"].map(|name| Rank::Own(name.parse().unwrap()));
    select([&Rank::BUILT_IN[..], &own].concat())
}

fn field_id(sort: FieldSort) -> FieldId {
    format!("own-{sort:?}").parse().unwrap()
}

/// Rows with something in own fields.
fn owning<R: Row>(row: impl Strategy<Value = R>) -> impl Strategy<Value = R> {
    (row, own_values()).prop_map(|(mut row, own)| {
        row.own_mut().expect("such rows have own fields").clone_from(&own);
        row
    })
}

/// The rows, with what stands in fields that exist.
fn known<R: Row>(mut rows: Vec<R>, fields: &[OwnField]) -> Vec<R> {
    for own in rows.iter_mut().filter_map(Row::own_mut) {
        own.retain(|id, _| fields.iter().any(|field| field.id == id));
    }
    rows
}

fn own_values() -> impl Strategy<Value = OwnValues> {
    let number = any::<f64>().prop_filter_map("a number", Number::new);
    (of(text()), of(number), of(date(1900..=2189)), of(0..3_usize), any::<bool>()).prop_map(
        |(text, number, day, choice, tick)| {
            let mut values = OwnValues::default();
            values.set(field_id(FieldSort::Text), text.map(FieldValue::Text));
            values.set(field_id(FieldSort::Number), number.map(FieldValue::Number));
            values.set(field_id(FieldSort::Date), day.map(FieldValue::Date));
            let choice = choice.map(|at| FieldValue::Choice(format!("c{at}").parse().unwrap()));
            values.set(field_id(FieldSort::Choice), choice);
            values.set(field_id(FieldSort::Tick), tick.then_some(FieldValue::Tick));
            values
        },
    )
}

fn session(id: SessionId, ids: &Ids) -> impl Strategy<Value = Session> + use<> {
    let others = without(&ids.sessions, id);
    let placement =
        (time(), length(), some_of(&ids.rooms)).prop_map(|(start, length, rooms)| Placement { start, length, rooms });
    let what = (one_of(&ids.events), select(SessionKind::ALL.to_vec()), local_text(), some_of(&ids.bodies));
    let when =
        (of(placement), length(), any::<bool>(), select(Status::ALL.to_vec()), (languages(), some_of(&ids.teams)));
    let people = vec((one_of(&ids.people), select(Role::ALL.to_vec())), 0..4);
    let links = (people, some_of(&ids.documents), some_of(&ids.topics), some_of(&others));
    let wish = (of(time()), any::<bool>(), some_of(&ids.rooms)).prop_map(|(time, knows_hour, rooms)| Wish {
        day: time.map(|time| time.date()),
        minute: time.filter(|_| knows_hour).and_then(|time| u16::try_from(time.minute_of_day()).ok()),
        rooms,
    });
    let when = (when, wish);
    let rest = (
        (of(any::<u32>()), youth::said(ids)),
        text(),
        (any::<(bool, bool)>(), any::<bool>()),
        text(),
        sources(),
        (
            of_some(&ids.kinds),
            own_values(),
            of(1..=9999_u16),
            (of(held()), statements::podium()),
            (of(notes::issued()), of(arrived())),
        ),
        (of(time()), of_some(&others), prop_oneof![Just(0), 0..900_u32]),
    );
    (what, when, links, rest).prop_map(move |(what, when, links, rest)| {
        let (event, kind, title, bodies) = what;
        let ((placement, length, pinned, status, (languages, teams)), wish) = when;
        let (people, documents, topics, after) = links;
        let (
            (expected_attendance, (concerns, elements, groups)),
            link,
            ((webcast, captioned), is_reserved),
            remarks,
            sources,
            own_and_held,
            agenda,
        ) = rest;
        let (own_kind, own, number, (held, podium), (issued, arrived)) = own_and_held;
        let (agenda_adopted, agenda_continues, pause_secs) = agenda;
        // Mostly as long as planned, so that the field is left out.
        let usual = placement.as_ref().map_or(Length::HOUR, |placement| placement.length);
        Session {
            id,
            event,
            kind,
            own_kind,
            own,
            title,
            bodies,
            planned_length: if pinned { length } else { usual },
            placement,
            wish,
            pinned,
            status,
            number,
            held,
            podium,
            issued,
            agenda_adopted,
            agenda_continues,
            pause_secs,
            languages,
            teams,
            people: people.into_iter().map(|(person, role)| Participation { person, role }).collect(),
            documents,
            topics,
            after,
            expected_attendance,
            concerns,
            elements,
            groups,
            link,
            webcast,
            captioned,
            is_reserved,
            arrived,
            remarks,
            sources,
        }
    })
}

/// What another tool calls it.
fn dismissed() -> impl Strategy<Value = Dismissed> {
    (text(), text(), text()).prop_map(|(source, id, title)| Dismissed { source, id, title })
}

fn arrived() -> impl Strategy<Value = Arrived> {
    (text(), text(), text()).prop_map(|(source, id, last)| Arrived { source, id, last })
}

/// What a chair said, each some minutes after what was before.
fn held() -> impl Strategy<Value = Held> {
    let steps = vec((select(vec![HeldStep::Suspend, HeldStep::Resume, HeldStep::Adjourn]), 1..2000_i32), 0..6);
    (time(), steps).prop_map(|(opened, steps)| {
        steps.into_iter().fold(Held::since(opened), |held, (step, mins)| {
            held.after(step, held.latest().plus_mins(mins)).unwrap_or(held)
        })
    })
}

fn note(id: NoteId, ids: &Ids) -> impl Strategy<Value = Note> + use<> {
    let mut rows: Vec<RowId> = Vec::new();
    rows.extend(ids.kinds.iter().map(|&id| RowId::from(id)));
    rows.extend(ids.events.iter().map(|&id| RowId::from(id)));
    rows.extend(ids.bodies.iter().map(|&id| RowId::from(id)));
    rows.extend(ids.rooms.iter().map(|&id| RowId::from(id)));
    rows.extend(ids.people.iter().map(|&id| RowId::from(id)));
    rows.extend(ids.topics.iter().map(|&id| RowId::from(id)));
    rows.extend(ids.documents.iter().map(|&id| RowId::from(id)));
    rows.extend(ids.sessions.iter().map(|&id| RowId::from(id)));
    rows.extend(ids.statements.iter().map(|&id| RowId::from(id)));
    rows.extend(ids.notes.iter().map(|&id| RowId::from(id)));
    rows.extend(ids.teams.iter().map(|&id| RowId::from(id)));
    rows.extend(ids.waivers.iter().map(|&id| RowId::from(id)));
    (local_text(), local_text(), some_of(&rows), sources()).prop_map(move |(text, handling, about, sources)| Note {
        id,
        text,
        handling,
        about,
        sources,
    })
}

fn rules() -> impl Strategy<Value = Vec<RuleChoice>> {
    let rule = |id: RuleId| {
        let numbers = btree_map(text(), any::<i32>(), 0..3);
        (of(select(Severity::ALL.to_vec())), numbers).prop_map(move |(severity, numbers)| RuleChoice {
            id,
            severity,
            numbers,
        })
    };
    (0..=3_usize).prop_flat_map(some_ids).prop_flat_map(move |ids| ids.into_iter().map(rule).collect::<Vec<_>>())
}

fn waiver(id: WaiverId, ids: &Ids) -> impl Strategy<Value = Waiver> + use<> {
    let rule = some_ids(1).prop_map(|ids: Vec<RuleId>| ids[0]);
    (rule, some_of(&ids.sessions), text(), text()).prop_map(move |(rule, sessions, facts, reason)| Waiver {
        id,
        rule,
        sessions,
        facts,
        reason: if reason.trim().is_empty() { "agreed".to_owned() } else { reason },
    })
}

fn local_text() -> impl Strategy<Value = LocalText> {
    vec((language(), text()), 0..4).prop_map(|texts| {
        texts.iter().fold(LocalText::default(), |local, (language, text)| local.with(*language, text))
    })
}

fn sources() -> impl Strategy<Value = Vec<Source>> {
    let source = (select(Basis::ALL.to_vec()), text(), text()).prop_map(|(basis, reference, about)| Source {
        basis,
        reference,
        about,
    });
    vec(source, 0..3)
}

pub fn zone() -> impl Strategy<Value = Tz> {
    select(chrono_tz::TZ_VARIANTS.to_vec())
}

fn language() -> impl Strategy<Value = Language> {
    select(Language::ALL.to_vec())
}

fn languages() -> impl Strategy<Value = LanguageSet> {
    subsequence(Language::ALL.to_vec(), 0..=6).prop_map(|languages| languages.into_iter().collect())
}

fn date(years: RangeInclusive<i32>) -> impl Strategy<Value = NaiveDate> {
    (years, 1..=365_u32).prop_filter_map("a day", |(year, day)| NaiveDate::from_yo_opt(year, day))
}

fn time() -> impl Strategy<Value = CivilTime> {
    // The longest session still ends within the supported years.
    (CivilTime::MIN.minutes()..CivilTime::MAX.minutes() - Length::MAX.mins())
        .prop_map(|minutes| CivilTime::from_minutes(minutes.into()))
}

fn length() -> impl Strategy<Value = Length> {
    (1..=Length::MAX.mins()).prop_map(Length::clamped)
}

fn without<R>(ids: &[Id<R>], id: Id<R>) -> Vec<Id<R>> {
    ids.iter().copied().filter(|&other| other != id).collect()
}

fn one_of<R: 'static>(ids: &[Id<R>]) -> impl Strategy<Value = Id<R>> + use<R> {
    select(ids.to_vec())
}

/// One of them or none.
fn of_some<R: 'static>(ids: &[Id<R>]) -> impl Strategy<Value = Option<Id<R>>> + use<R> {
    subsequence(ids.to_vec(), 0..=ids.len().min(1)).prop_map(|ids| ids.first().copied())
}

/// Some of them, each at most once.
fn some_of<T: Copy + std::fmt::Debug + 'static>(ids: &[T]) -> impl Strategy<Value = Vec<T>> + use<T> {
    subsequence(ids.to_vec(), 0..=ids.len())
}
