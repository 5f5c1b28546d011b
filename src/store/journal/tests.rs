use std::fs;
use std::path::Path;

use super::codec::Lines;
use super::*;
use crate::model::{Language, Session, SessionId};
use crate::store::disk::failing;
use crate::store::{Template, backup_path, open_plan, plan_text, save_plan};

fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_760_000_000 + seconds, 0).unwrap()
}

/// A journal of a plan with so many steps, of which the last two are taken back and one is made again, and the plan after
/// it.
fn journal(steps: u64, file: Option<&Path>) -> (Journal, Plan) {
    let base = Template::TwoDays.begin();
    let mut plan = base.clone();
    let ids: Vec<SessionId> = base.sessions().ids().collect();
    let mut entries = Vec::new();
    let mut patches = Vec::new();
    for number in 1..=steps {
        let id = ids[usize::try_from(number).unwrap() * 7 % ids.len()];
        let mut patch = Patch::default();
        match (number % 5, plan.sessions().get(id)) {
            (0, Some(_)) if !plan.sessions().iter().any(|session| session.after.contains(&id)) => {
                patch.remove(&plan, id);
                let notes = plan.notes().iter().filter(|note| note.about.contains(&id.into()));
                notes.for_each(|note| patch.remove(&plan, note.id));
            }
            (1, _) => {
                let mut header = (**plan.header()).clone();
                header.title.set(Language::French, &format!("l'ordre \"{number}\"\nأولاً"));
                patch.put_header(&plan, header);
            }
            (_, Some(session)) => {
                let title = format!("№ {number}").as_str().into();
                patch.put(&plan, Session { title, ..(**session).clone() });
            }
            (_, None) => {
                let event = plan.events().ids().next().unwrap();
                patch.put(&plan, Session::new(id, event, crate::model::SessionKind::Plenary));
            }
        }
        if plan.apply(&patch).is_err() {
            patch = Patch::default();
            let mut header = (**plan.header()).clone();
            header.release += 1;
            patch.put_header(&plan, header);
            plan.apply(&patch).unwrap();
        }
        let label = Label { deed: "edit session".into(), title: LocalText::from("Opening"), count: 1 };
        let step = Step { number, label, patch: Arc::new(patch) };
        patches.push(Arc::clone(&step.patch));
        entries.push(Entry { at: at(i64::try_from(number).unwrap()), event: Event::Did(step) });
    }
    if steps > 1 {
        for event in [Event::Undid, Event::Undid, Event::Redid] {
            entries.push(Entry { at: at(1000), event });
        }
        plan.apply(&patches.last().unwrap().inverse()).unwrap();
    }
    let header = Header {
        program: "0.1.0".into(),
        identity: base.header().identity,
        file: file.map(|file| (file.to_owned(), Some(FileMark::of(b"plan")))),
        begun: at(0),
    };
    (Journal { header, base, entries }, plan)
}

/// The plan that a journal leads to.
fn end(journal: &Journal) -> Plan {
    let mut plan = journal.base.clone();
    journal.done().iter().for_each(|step| plan.apply(&step.patch).unwrap());
    plan
}

#[test]
fn is_read_as_it_was_written_and_leads_to_the_same_plan() {
    let (mut written, plan) = journal(40, Some(Path::new("plan.ron")));
    let saved = Saved { number: 3, file: "other.ron".into(), mark: FileMark::of(b"x") };
    written.entries.push(Entry { at: at(2000), event: Event::Saved(saved.clone()) });
    let read = read_journal(&Lines::of(&written).bytes).unwrap();
    assert_eq!(read, Read { journal: written, lost: None });
    assert_eq!(end(&read.journal), plan);
    assert_eq!(read.journal.file(), Some((&saved.file, Some(saved.mark))));
    assert_eq!((read.journal.last(), read.journal.done().len(), read.journal.is_modified()), (at(2000), 39, true));
}

#[test]
fn is_modified_when_the_end_is_not_what_was_saved() {
    for (steps, file, expected) in [(0, None, true), (1, None, true), (0, Some("a"), false), (1, Some("a"), true)] {
        let (mut one, _) = journal(steps, file.map(Path::new));
        assert_eq!(one.is_modified(), expected, "{steps} {file:?}");
        let saved = Saved { number: steps, file: "a".into(), mark: FileMark::of(b"") };
        one.entries.push(Entry { at: at(1), event: Event::Saved(saved) });
        assert!(!one.is_modified());
    }
}

#[test]
fn what_comes_before_a_cut_holds() {
    let (written, _) = journal(6, None);
    let bytes = Lines::of(&written).bytes;
    let begin = Lines::of(&Journal { entries: Vec::new(), ..written.clone() }).bytes.len();
    for len in 0..bytes.len() {
        let read = read_journal(&bytes[..len]);
        if len < begin {
            assert!(matches!(read, Err(JournalError::Foreign | JournalError::Damaged)), "{len}: {read:?}");
            continue;
        }
        let read = read.unwrap();
        let whole = bytes[begin..len].split(|&byte| byte == b'\n').count() - 1;
        assert_eq!(read.journal.entries, written.entries[..whole], "{len}");
        assert_eq!(read.lost, (bytes[len - 1] != b'\n').then_some(Lost::Torn), "{len}");
    }
}

#[test]
fn what_was_changed_is_seen_and_ends_what_holds() {
    let (written, _) = journal(5, None);
    let bytes = Lines::of(&written).bytes;
    let begin = Lines::of(&Journal { entries: Vec::new(), ..written.clone() }).bytes.len();
    for place in (0..begin).step_by(97).chain(begin..bytes.len()) {
        let mut changed = bytes.clone();
        changed[place] ^= 4;
        match read_journal(&changed) {
            Ok(read) => {
                assert!(place >= begin && read.lost.is_some(), "{place}");
                assert_eq!(read.journal.entries, written.entries[..read.journal.entries.len()]);
            }
            Err(_) => assert!(place < begin, "{place}"),
        }
    }
    // A line that is missing, or comes twice, is seen as well.
    let lines: Vec<&[u8]> = bytes.split_inclusive(|&byte| byte == b'\n').collect();
    let gap = [&lines[..4], &lines[5..]].concat().concat();
    let twice = [&lines[..5], &lines[4..]].concat().concat();
    assert_eq!(read_journal(&gap).unwrap().lost, Some(Lost::Lines(lines.len() - 5)));
    assert_eq!(read_journal(&twice).unwrap().lost, Some(Lost::Lines(lines.len() - 4)));
}

#[test]
fn what_is_no_journal_of_ours_is_told_apart() {
    for (text, expected) in [
        ("", JournalError::Foreign),
        ("plenary journal 1", JournalError::Foreign),
        ("plenary journal \n", JournalError::Foreign),
        ("plenary journal 0\n", JournalError::Foreign),
        ("plenary journal +1\n", JournalError::Foreign),
        ("(\n  format: \"plenary plan\",\n", JournalError::Foreign),
        ("plenary journal 2\nwhatever", JournalError::Newer(2)),
        ("plenary journal 99999999999999999999999\n", JournalError::Newer(u64::MAX)),
        ("plenary journal 1\n", JournalError::Damaged),
        ("plenary journal 1\n00000000 {}\n", JournalError::Damaged),
    ] {
        assert_eq!(read_journal(text.as_bytes()), Err(expected), "{text}");
    }
}

/// A corpus that is changed at random: nothing panics, nothing takes for ever, and what is read can be written again.
#[test]
fn whatever_a_journal_holds_it_is_read_or_refused() {
    let (written, _) = journal(12, Some(Path::new("plan.ron")));
    let bytes = Lines::of(&written).bytes;
    let mut seed = 7_u64;
    let mut random = move |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap() % below
    };
    for _ in 0..300 {
        let lines: Vec<&[u8]> = bytes.split(|&byte| byte == b'\n').collect();
        let mut texts: Vec<Vec<u8>> = lines.iter().map(|line| line.get(9..).unwrap_or(line).to_vec()).collect();
        texts[0] = lines[0].to_vec();
        for _ in 0..=random(3) {
            let (line, other) = (random(texts.len()), random(texts.len()));
            match random(4) {
                0 if !texts[line].is_empty() => {
                    let at = random(texts[line].len());
                    texts[line][at] = b" \"{}[]:,0aZ\xff"[random(12)];
                }
                1 => texts.swap(line.max(1), other.max(1)),
                2 => _ = texts.remove(line.max(1)),
                _ => texts.insert(line.max(1), texts[other].clone()),
            }
        }
        // The checksums are right: whoever writes such a file on purpose can make them.
        let mut file = Lines { bytes: [&texts[0], &b"\n"[..]].concat(), checksum: 0 };
        texts[1..].iter().for_each(|text| file.push_text(text));
        if let Ok(read) = read_journal(&file.bytes) {
            let again = read_journal(&Lines::of(&read.journal).bytes).unwrap();
            assert_eq!(again.journal, read.journal);
        }
    }
}

#[test]
fn a_journal_grows_and_is_claimed_only_when_its_program_is_gone() {
    let folder = tempfile::tempdir().unwrap();
    let plan = folder.path().join("plan.ron");
    let (written, _) = journal(9, Some(&plan));
    let path = Place::Beside(&plan).new_path().unwrap();
    let begin = Journal { entries: written.entries[..2].to_vec(), ..written.clone() };
    let mut file = JournalFile::create(&path, &begin).unwrap();
    assert_eq!(journals_beside(&plan), std::slice::from_ref(&path));
    assert_eq!(journals_beside(&folder.path().join("plan")), [] as [PathBuf; 0]);
    file.append(&written.entries[2..5]).unwrap();
    file.append(&written.entries[5..]).unwrap();
    assert!(claim(&path).unwrap().is_none(), "its program lives");
    drop(file);
    let claimed = claim(&path).unwrap().unwrap();
    assert!(claim(&path).unwrap().is_none(), "somebody else has claimed it");
    assert_eq!(claimed.read().unwrap(), Read { journal: written.clone(), lost: None });
    let kept = keep_aside(claimed, &folder.path().join("kept")).unwrap();
    assert!(!path.exists() && claim(&path).unwrap().is_none());
    assert_eq!(claim(&kept).unwrap().unwrap().read().unwrap().journal, written);
    for _ in 0..30 {
        let path = Place::Folder(folder.path()).new_path().unwrap();
        drop(JournalFile::create(&path, &begin).unwrap());
        keep_aside(claim(&path).unwrap().unwrap(), &folder.path().join("kept")).unwrap();
    }
    assert_eq!(journals_in(&folder.path().join("kept")).len(), 20);
    assert_eq!(journals_in(folder.path()).len(), 0);
}

#[test]
fn whichever_call_fails_a_journal_holds_what_it_held_and_a_retry_works() {
    let (written, _) = journal(6, None);
    for well in 0.. {
        let folder = tempfile::tempdir().unwrap();
        let path = Place::Folder(folder.path()).new_path().unwrap();
        let (created, failed) = failing::after(well, || JournalFile::create(&path, &written));
        assert_eq!(created.is_err(), failed, "{well}");
        let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
        assert_eq!(left, if failed { vec![] } else { vec![path.clone()] }, "{well}");
        drop(created);
        if !failed {
            assert!(well >= 4, "a journal is written with fewer calls than thought");
            break;
        }
        JournalFile::create(&path, &written).unwrap();
    }
    for well in 0.. {
        let folder = tempfile::tempdir().unwrap();
        let path = Place::Folder(folder.path()).new_path().unwrap();
        let begin = Journal { entries: written.entries[..2].to_vec(), ..written.clone() };
        let mut file = JournalFile::create(&path, &begin).unwrap();
        let (added, failed) = failing::after(well, || file.append(&written.entries[2..]));
        assert_eq!(added.is_err(), failed);
        let read = read_journal(&fs::read(&path).unwrap()).unwrap();
        let expected = if failed { &begin } else { &written };
        assert_eq!((&read.journal, read.lost), (expected, None), "{well}");
        if !failed {
            break;
        }
        file.append(&written.entries[2..]).unwrap();
        drop(file);
        assert_eq!(claim(&path).unwrap().unwrap().read().unwrap().journal, written);
    }
}

#[test]
fn whichever_call_fails_a_plan_file_is_the_old_or_the_new_one() {
    let (old, new) = (Template::Blank.begin(), Template::TwoDays.begin());
    for well in 0.. {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.ron");
        save_plan(&old, &path).unwrap();
        let (saved, failed) = failing::after(well, || save_plan(&new, &path));
        // A backup that can not be a second name is copied.
        let is_new = saved.is_ok();
        assert!(is_new || failed, "{well}");
        assert_eq!(&open_plan(&path).unwrap(), if is_new { &new } else { &old }, "{well}");
        if is_new {
            assert_eq!(fs::read_to_string(backup_path(&path)).unwrap(), plan_text(&old), "{well}");
        }
        if !failed {
            assert!(well >= 5);
            break;
        }
        save_plan(&new, &path).unwrap();
        assert_eq!(open_plan(&path).unwrap(), new);
    }
}
