//! Plan files as a whole: what is saved opens as it was, what is broken is refused without a panic, what stood there
//! before is never lost.

mod sentences;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};

use plenary::model::{Language, LocalText, Patch, Plan, Post};
use plenary::store::{
    MAX_FILE_BYTES, Problem, SaveError, Template, backup_path, is_same_file, open_plan, plan_json, plan_text,
    read_plan, save_plan,
};
use plenary::texts::{Texts, errors};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::plans;

/// A folder of its own for one test, removed at its end.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("plenary-store-test-{}-{number}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn join(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    #[track_caller]
    fn check_names(&self, expected: &[&str]) {
        let mut names: Vec<_> = fs::read_dir(&self.0).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        assert_eq!(names, expected);
    }
}

/// The words of the screen.
fn english() -> &'static Texts {
    static TEXTS: LazyLock<Texts> = LazyLock::new(|| Texts::new(Language::English));
    &TEXTS
}

#[test]
fn json_is_the_same_plan() {
    for template in Template::ALL {
        let plan = template.plan();
        let json = plan_json(&plan);
        assert_eq!(read_plan(json.as_bytes()), Ok(plan), "{template:?}");
        let value: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(value["sessions"].as_array().unwrap().len(), template.plan().sessions().len());
    }
}

/// A file that says everything that version 1 can say, kept as that version wrote it.
const VERSION_1: &str = include_str!("../../saves/version-1.ron");

#[test]
fn a_file_of_version_1_opens_and_nothing_of_it_is_lost() {
    let plan = read_plan(VERSION_1.as_bytes()).unwrap();
    let officers = "      officers: [(person: \"p1\", role: Chair), (person: \"p2\", role: ViceChair)],\n";
    let stem = format!("office-{}-", &plenary::model::fingerprint("WG")[..8]);
    let posts = "  posts: [
    (
      id: \"OFFICE01\",
      body: \"WG\",
      role: Chair,
      person: \"p1\",
      designation: Confirmed,
    ),
    (
      id: \"OFFICE02\",
      body: \"WG\",
      role: ViceChair,
      person: \"p2\",
      designation: Confirmed,
    ),
  ],
";
    let posts = posts.replace("OFFICE", &stem);
    let newer = VERSION_1.replacen("version: 1", "version: 2", 1).replacen("text_received: true", "text: Received", 1);
    let written = newer.replacen(officers, "", 1).replacen("  notes: [\n", &format!("{posts}  notes: [\n"), 1);
    assert_eq!(plan_text(&plan), written);
    assert_eq!(read_plan(newer.as_bytes()), Ok(plan.clone()), "the first files of version 2 had officers, too");
    // The first files of version 2 said no more about texts than those of version 1.
    assert_eq!(read_plan(newer.replacen("text: Received", "text_received: true", 1).as_bytes()), Ok(plan.clone()));
    assert_eq!(read_plan(plan_text(&plan).as_bytes()), Ok(plan.clone()));
    let old_json = plan_json(&plan);
    let posts = old_json.find("  \"posts\": [").unwrap()..old_json.find("  \"notes\": [").unwrap();
    let mut old_json = old_json;
    old_json.replace_range(posts, "");
    let old_json = old_json
        .replacen("\"version\": 2", "\"version\": 1", 1)
        .replace("  \"kinds\": [],\n  \"fields\": [],\n  \"ranks\": [],\n", "")
        .replace("  \"items\": [],\n", "")
        .replace("\"text\":\"Received\"", "\"text_received\":true")
        .replace(",\n  \"releases\": [],\n  \"records\": [],\n  \"comments\": []", "");
    let mut held = plan;
    let all: Vec<_> = held.posts().ids().collect();
    let mut patch = Patch::default();
    for id in all {
        patch.remove::<Post>(&held, id);
    }
    held.apply(&patch).unwrap();
    assert_eq!(read_plan(old_json.as_bytes()), Ok(held));
}

#[test]
fn a_file_of_version_1_knows_no_words_of_later_ones() {
    let odd = VERSION_1.replacen("kind: Statements", "kind: Rite", 1);
    let told = errors::read_error(english(), &read_plan(odd.as_bytes()).unwrap_err());
    assert!(told.starts_with("line 143, column 13: ") && told.contains("Rite"), "{told}");
    // A form of address is read in files of version 2 only.
    let field = VERSION_1.find("function: \"").unwrap();
    let addressed = format!("{}address: \"H.E. Ms\", {}", &VERSION_1[..field], &VERSION_1[field..]);
    let told = errors::read_error(english(), &read_plan(addressed.as_bytes()).unwrap_err());
    assert!(told.contains("address"), "{told}");
    let newer = addressed.replacen("version: 1", "version: 2", 1).replacen("text_received: true", "text: Received", 1);
    let plan = read_plan(newer.as_bytes()).unwrap();
    assert!(plan.people().iter().any(|person| person.address == "H.E. Ms"));
    assert_eq!(read_plan(plan_text(&plan).as_bytes()), Ok(plan));
}

#[test]
fn saving_a_file_of_version_1_keeps_it_as_the_backup() {
    let folder = Folder::new();
    let path = folder.join("plan.ron");
    fs::write(&path, VERSION_1).unwrap();
    save_plan(&open_plan(&path).unwrap(), &path).unwrap();
    assert_eq!(fs::read_to_string(backup_path(&path)).unwrap(), VERSION_1);
    assert!(fs::read_to_string(&path).unwrap().contains("version: 2,"));
}

#[test]
fn json_that_is_no_plan_is_refused_with_its_place() {
    let told = |text: &str| errors::read_error(english(), &read_plan(text.as_bytes()).unwrap_err());
    let good = plan_json(&Template::Blank.plan());
    assert!(told("{}").starts_with("this is not a Plenary plan"));
    assert!(told("{\"format\": \"plenary plan\"}").contains("of which version"));
    assert!(told(&good.replace("\"version\": 2", "\"version\": 7")).contains("version 7"));
    assert!(told(&good[..good.len() / 2]).starts_with("line "));
    let odd = told(&good.replace("\"rooms\": [", "\"halls\": ["));
    assert!(odd.contains("halls") && odd.starts_with("line "), "{odd}");
    let deep = format!("{{\"format\": {}", "[".repeat(100_000));
    assert!(read_plan(deep.as_bytes()).is_err());
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A plan that differs from others by its title.
fn titled(title: &str) -> Plan {
    let mut plan = Template::TwoDays.plan();
    let mut header = (**plan.header()).clone();
    header.title = LocalText::from(title);
    let mut patch = Patch::default();
    patch.put_header(&plan, header);
    plan.apply(&patch).unwrap();
    plan
}

#[track_caller]
fn check_title(path: &Path, expected: &str) {
    assert_eq!(open_plan(path).unwrap().header().title, LocalText::from(expected));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_plan_comes_back_as_it_was(plan in plans::plan()) {
        let text = plan_text(&plan);
        let again = read_plan(text.as_bytes());
        prop_assert_eq!(again.as_ref(), Ok(&plan));
        prop_assert_eq!(again.as_ref().map(plan_text), Ok(text.clone()));
        // Every line but those of brackets holds one field, and no text breaks it.
        prop_assert!(text.lines().all(|line| line.trim_start().starts_with(['(', ')', ']']) || line.contains(": ")));
        prop_assert!(!text.contains('\r'));
    }

    #[test]
    fn every_plan_survives_what_editors_do(plan in plans::plan()) {
        let text = format!("\u{feff}// kept by hand\n{}", plan_text(&plan)).replace('\n', "\r\n");
        let again = read_plan(text.as_bytes());
        prop_assert_eq!(again.as_ref(), Ok(&plan));
    }
}

/// One way to break a file.
#[derive(Clone, Debug)]
enum Harm {
    Flip(Index, u8),
    Insert(Index, String),
    Remove(Index, usize),
    Double(Index, usize),
    Swap(Index, Index, usize),
    Cut(Index),
}

fn harm() -> impl Strategy<Value = Harm> {
    let scrap = prop_oneof![
        proptest::sample::select(vec![
            "(", ")", "[", "]", "\"", ",", ":", "\\", "/*", "*/", "//", "r#\"", "#", "'", "Some(", "None", "-", "é",
            "\0"
        ])
        .prop_map(str::to_owned),
        plans::text(),
    ];
    let place = any::<Index>;
    prop_oneof![
        (place(), any::<u8>()).prop_map(|(at, bits)| Harm::Flip(at, bits)),
        (place(), scrap).prop_map(|(at, scrap)| Harm::Insert(at, scrap)),
        (place(), 1..40_usize).prop_map(|(at, len)| Harm::Remove(at, len)),
        (place(), 1..400_usize).prop_map(|(at, len)| Harm::Double(at, len)),
        (place(), place(), 1..40_usize).prop_map(|(at, other, len)| Harm::Swap(at, other, len)),
        place().prop_map(Harm::Cut),
    ]
}

fn harmed(text: &str, harms: &[Harm]) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for harm in harms {
        let size = bytes.len().max(1);
        let end = |at: usize, len: usize| (at + len).min(bytes.len());
        match harm {
            _ if bytes.is_empty() => break,
            Harm::Flip(at, bits) => bytes[at.index(size)] ^= bits,
            Harm::Insert(at, scrap) => {
                let at = at.index(size);
                bytes.splice(at..at, scrap.bytes());
            }
            Harm::Remove(at, len) => {
                let at = at.index(size);
                bytes.drain(at..end(at, *len));
            }
            Harm::Double(at, len) => {
                let at = at.index(size);
                let chunk = bytes[at..end(at, *len)].to_vec();
                bytes.splice(at..at, chunk);
            }
            Harm::Swap(at, other, len) => {
                for step in 0..*len {
                    bytes.swap((at.index(size) + step) % size, (other.index(size) + step) % size);
                }
            }
            Harm::Cut(at) => bytes.truncate(at.index(size)),
        }
    }
    bytes
}

/// Opens what may be broken: no panic, a place inside the text, and what opens can be saved and opened again.
fn check_any(bytes: &[u8]) {
    match read_plan(bytes) {
        Ok(plan) => assert_eq!(read_plan(plan_text(&plan).as_bytes()).as_ref(), Ok(&plan)),
        Err(error) => {
            let lines = bytes.split(|&byte| byte == b'\n').count();
            assert!(error.place.is_none_or(|place| (1..=lines).contains(&place.line) && place.column > 0), "{error:?}");
            let message = errors::read_error(english(), &error);
            assert!((10..600).contains(&message.len()) && !message.contains(['\n', '\r']), "{message}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn broken_files_are_refused_and_never_panic(harms in vec(harm(), 1..5)) {
        check_any(&harmed(Template::TwoDays.text(), &harms));
    }

    #[test]
    fn anything_at_all_is_refused_and_never_panics(bytes in vec(any::<u8>(), 0..200), text in plans::text()) {
        check_any(&bytes);
        check_any(text.as_bytes());
        for version in [1, 2] {
            check_any(format!("(format: \"plenary plan\", version: {version}, {text}").as_bytes());
        }
    }
}

#[test]
fn a_file_cut_anywhere_is_refused() {
    let text = Template::Blank.text();
    for len in 0..text.trim_end().len() {
        check_any(&text.as_bytes()[..len]);
        assert!(read_plan(&text.as_bytes()[..len]).is_err(), "cut after {len} bytes");
    }
}

#[test]
fn saving_keeps_the_file_before_as_a_backup() {
    let folder = Folder::new();
    let path = folder.join("plan.ron");
    save_plan(&titled("first"), &path).unwrap();
    folder.check_names(&["plan.ron"]);
    save_plan(&titled("second"), &path).unwrap();
    check_title(&path, "second");
    check_title(&backup_path(&path), "first");
    save_plan(&titled("third"), &path).unwrap();
    save_plan(&titled("third"), &path).unwrap();
    check_title(&path, "third");
    check_title(&backup_path(&path), "second");
    folder.check_names(&["plan.ron", "plan.ron.bak"]);
    assert_eq!(fs::read_to_string(&path).unwrap(), plan_text(&titled("third")));
}

#[test]
fn what_stands_in_json_stays_json() {
    let folder = Folder::new();
    for (name, before) in
        [("plan.json", None), ("PLAN2.JSON", Some("")), ("plan.txt", Some(plan_json(&titled("old")).as_str()))]
    {
        let path = folder.join(name);
        if let Some(before) = before {
            fs::write(&path, before).unwrap();
        }
        save_plan(&titled("new"), &path).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), plan_json(&titled("new")), "{name}");
        check_title(&path, "new");
        assert_eq!(fs::read_to_string(backup_path(&path)).ok().as_deref(), before);
    }
    let other = folder.join("other.ron");
    fs::write(&other, plan_json(&titled("old"))).unwrap();
    save_plan(&titled("new"), &other).unwrap();
    assert_eq!(fs::read_to_string(&other).unwrap(), plan_text(&titled("new")));
}

#[test]
fn drafts_of_killed_programs_are_removed_and_nothing_else() {
    let folder = Folder::new();
    let day = std::time::Duration::from_hours(24);
    let lay = |name: &str, age: std::time::Duration| {
        let file = fs::File::create(folder.join(name)).unwrap();
        file.set_modified(std::time::SystemTime::now() - age).unwrap();
        file
    };
    lay(".plenary-1-0.tmp", day * 2);
    lay(".plenary-2-7.tmp", day / 2);
    lay(".plenary-3-7.tmp.bak", day * 2);
    lay("notes.tmp", day * 2);
    let held = lay(".plenary-4-0.tmp", day * 2);
    held.lock().unwrap();
    fs::create_dir(folder.join(".plenary-5-0.tmp")).unwrap();
    save_plan(&titled("new"), &folder.join("plan.ron")).unwrap();
    let mut left = vec![
        ".plenary-2-7.tmp",
        ".plenary-3-7.tmp.bak",
        ".plenary-4-0.tmp",
        ".plenary-5-0.tmp",
        "notes.tmp",
        "plan.ron",
    ];
    folder.check_names(&left);
    drop(held);
    save_plan(&titled("newer"), &folder.join("plan.ron")).unwrap();
    left.remove(2);
    left.push("plan.ron.bak");
    folder.check_names(&left);
}

/// Whoever saves in a window does it on another thread.
#[test]
fn plans_and_errors_go_to_other_threads() {
    fn check<T: Send + Sync + 'static>() {}
    check::<Plan>();
    check::<plenary::store::ReadError>();
    check::<SaveError>();
    check::<plenary::model::PatchError>();
    let folder = Folder::new();
    let (plan, path) = (titled("aside"), folder.join("plan.ron"));
    let copy = plan.clone();
    std::thread::spawn(move || save_plan(&copy, &path)).join().unwrap().unwrap();
    assert_eq!(open_plan(&folder.join("plan.ron")), Ok(plan));
}

/// Tries to save over `path`, and checks that it fails and leaves the folder as it was.
#[track_caller]
fn check_refused(folder: &Folder, path: &Path, expected: &str) {
    let content = |path: &Path| fs::read(path).ok();
    let listing = || {
        let mut names: Vec<_> = fs::read_dir(&folder.0).unwrap().map(|entry| entry.unwrap().path()).collect();
        names.sort();
        names.into_iter().map(|path| (content(&path), path)).collect::<Vec<_>>()
    };
    let before = listing();
    assert_eq!(errors::save_error(english(), &save_plan(&titled("new"), path).unwrap_err()), expected);
    assert_eq!(listing(), before);
}

#[test]
fn a_save_that_fails_changes_nothing() {
    let folder = Folder::new();
    let path = folder.join("plan.ron");
    save_plan(&titled("old"), &path).unwrap();

    fs::create_dir(folder.join("taken.ron")).unwrap();
    check_refused(
        &folder,
        &folder.join("taken.ron"),
        "a folder of this name stands in the way; choose another file name",
    );
    let gone = "the folder does not exist, or not any more; choose another folder";
    check_refused(&folder, &folder.join("gone").join("plan.ron"), gone);
    check_refused(&folder, &path.join("plan.ron"), gone);
    check_refused(&folder, Path::new(".."), "this path names no file; choose a file name");

    fs::create_dir(backup_path(&path)).unwrap();
    let error = save_plan(&titled("new"), &path).unwrap_err();
    assert!(matches!(&error, SaveError::Backup { name, .. } if name == "plan.ron.bak"), "{error:?}");
    check_title(&path, "old");
    folder.check_names(&["plan.ron", "plan.ron.bak", "taken.ron"]);
}

#[test]
fn a_protected_file_is_not_replaced() {
    let folder = Folder::new();
    let path = folder.join("plan.ron");
    save_plan(&titled("old"), &path).unwrap();
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    check_refused(&folder, &path, "the file is write-protected; choose another name, or take the protection away");
}

#[test]
fn a_plan_that_no_file_can_hold_is_not_saved() {
    let folder = Folder::new();
    let file = folder.join("plan.ron");
    let mut plan = titled("old");
    save_plan(&plan, &file).unwrap();
    let mut session = plan.sessions().iter().next().unwrap().as_ref().clone();
    session.remarks = "ж".repeat(100_001);
    let mut patch = Patch::default();
    patch.put(&plan, session);
    plan.apply(&patch).unwrap();
    let error = save_plan(&plan, &file).unwrap_err();
    let expected = "session S01 can not be kept in a file, a text can have at most 100000 characters; \
                    shorten it and save again";
    assert_eq!(errors::save_error(english(), &error), expected);
    check_title(&file, "old");
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::{PermissionsExt, symlink};

    #[test]
    fn permissions_stay() {
        let folder = Folder::new();
        let path = folder.join("plan.ron");
        save_plan(&titled("old"), &path).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        save_plan(&titled("new"), &path).unwrap();
        for path in [&path, &backup_path(&path)] {
            assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o777, 0o640);
        }
    }

    #[test]
    fn an_old_draft_that_is_a_link_stays_and_so_does_what_it_leads_to() {
        let folder = Folder::new();
        let target = fs::File::create(folder.join("precious")).unwrap();
        target.set_modified(std::time::UNIX_EPOCH).unwrap();
        symlink("precious", folder.join(".plenary-1-0.tmp")).unwrap();
        save_plan(&titled("new"), &folder.join("plan.ron")).unwrap();
        folder.check_names(&[".plenary-1-0.tmp", "plan.ron", "precious"]);
    }

    #[test]
    fn one_file_is_known_by_all_its_names() {
        let folder = Folder::new();
        let path = folder.join("plan.ron");
        save_plan(&titled("old"), &path).unwrap();
        symlink("plan.ron", folder.join("soft.html")).unwrap();
        fs::hard_link(&path, folder.join("hard.html")).unwrap();
        for same in ["plan.ron", "soft.html", "hard.html", "./plan.ron"] {
            assert!(is_same_file(&path, &folder.join(same)), "{same}");
        }
        fs::copy(&path, folder.join("copy.ron")).unwrap();
        for other in ["copy.ron", "gone.html"] {
            assert!(!is_same_file(&path, &folder.join(other)), "{other}");
        }
        assert!(is_same_file(&folder.join("gone.ron"), &folder.join("gone.ron")));
    }

    #[test]
    fn links_are_followed() {
        let folder = Folder::new();
        fs::create_dir(folder.join("real")).unwrap();
        let (link, chain) = (folder.join("link.ron"), folder.join("chain.ron"));
        symlink("real/plan.ron", &link).unwrap();
        symlink("link.ron", &chain).unwrap();
        save_plan(&titled("old"), &chain).unwrap();
        save_plan(&titled("new"), &link).unwrap();
        check_title(&folder.join("real/plan.ron"), "new");
        check_title(&folder.join("real/plan.ron.bak"), "old");
        assert!(
            fs::symlink_metadata(&link).unwrap().is_symlink() && fs::symlink_metadata(&chain).unwrap().is_symlink()
        );
        folder.check_names(&["chain.ron", "link.ron", "real"]);

        let circle = folder.join("circle.ron");
        symlink("circle.ron", &circle).unwrap();
        assert_eq!(save_plan(&titled("new"), &circle), Err(SaveError::LinkCircle));
    }

    #[test]
    fn a_folder_without_permission_is_named() {
        let folder = Folder::new();
        let path = folder.join("plan.ron");
        save_plan(&titled("old"), &path).unwrap();
        fs::set_permissions(&folder.0, fs::Permissions::from_mode(0o555)).unwrap();
        // The superuser may write everywhere, and then there is nothing to see.
        if fs::write(folder.join("probe"), "").is_err() {
            check_refused(&folder, &path, "you have no permission to write in this folder; choose another folder");
        }
        fs::set_permissions(&folder.0, fs::Permissions::from_mode(0o755)).unwrap();
    }

    #[test]
    fn devices_are_neither_read_nor_replaced() {
        let device = Path::new("/dev/null");
        assert_eq!(open_plan(device).unwrap_err().problem, Problem::Device);
        assert_eq!(save_plan(&titled("new"), device), Err(SaveError::Device));
        assert_eq!(open_plan(Path::new("/dev/zero")).unwrap_err().problem, Problem::Device);
    }
}

#[test]
fn what_can_not_be_opened_is_named() {
    let folder = Folder::new();
    let check = |name: &str, expected: Problem| {
        assert_eq!(open_plan(&folder.join(name)).unwrap_err(), expected.into());
    };
    check("gone.ron", Problem::NotFound);
    check("gone/plan.ron", Problem::NotFound);
    check(".", Problem::Folder);
    fs::write(folder.join("empty.ron"), "").unwrap();
    check("empty.ron", Problem::Empty);
    // A file of holes: long and without content.
    let huge = fs::File::create(folder.join("huge.ron")).unwrap();
    huge.set_len(MAX_FILE_BYTES + 1).unwrap();
    check("huge.ron", Problem::TooLarge);
    huge.set_len(MAX_FILE_BYTES).unwrap();
    check("huge.ron", Problem::Binary);
}
