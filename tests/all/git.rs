//! A real repository, with the lines of configuration that `docs/GIT.md` shows.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use plenary::edit::{Command as Edit, Document};
use plenary::merge::conflicts;
use plenary::model::{Plan, Session};
use plenary::store::{Template, open_plan, plan_text};

/// Runs git in a folder, with nobody's own settings.
fn git(folder: &Path, words: &[&str]) -> Output {
    let mut git = Command::new("git");
    git.current_dir(folder).args(words);
    git.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    for (name, value) in [("GIT_AUTHOR_NAME", "A"), ("GIT_AUTHOR_EMAIL", "a@example.org"), ("GIT_COMMITTER_NAME", "A")]
    {
        git.env(name, value);
    }
    git.env("GIT_COMMITTER_EMAIL", "a@example.org").output().unwrap()
}

#[track_caller]
fn done(folder: &Path, words: &[&str]) -> String {
    let output = git(folder, words);
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The commands of the guide, with this program in the place of the installed one.
fn configure(folder: &Path) {
    let guide = include_str!("../../docs/GIT.md");
    let commands = guide.lines().filter(|line| line.starts_with("git config "));
    assert_eq!(commands.clone().count(), 3);
    for command in commands {
        let command = command.replace("plenary merge %O", &format!("{} merge %O", env!("CARGO_BIN_EXE_plenary")));
        let command = command.replace("plenary diff --git", &format!("{} diff --git", env!("CARGO_BIN_EXE_plenary")));
        assert!(Command::new("sh").current_dir(folder).args(["-c", &command]).status().unwrap().success(), "{command}");
    }
    let attributes = guide.lines().find(|line| line.starts_with("*.ron ")).unwrap();
    fs::write(folder.join(".gitattributes"), format!("{attributes}\n")).unwrap();
}

fn with(plan: &Plan, number: usize, remarks: &str) -> Plan {
    let mut document = Document::new(plan.clone());
    let session = plan.sessions().iter().nth(number).unwrap();
    let session = Session { remarks: remarks.to_owned(), ..Session::clone(session) };
    document.perform(&Edit::Put(session.into())).unwrap();
    document.plan().clone()
}

fn commit(folder: &Path, plan: &Plan) {
    fs::write(folder.join("plan.ron"), plan_text(plan)).unwrap();
    done(folder, &["add", "-A"]);
    done(folder, &["commit", "-qm", "plan"]);
}

/// A repository with a branch `theirs` and the branch that is checked out, each with a plan made of one.
fn repository(ours: &dyn Fn(&Plan) -> Plan, theirs: &dyn Fn(&Plan) -> Plan) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let base = Template::Wtdc25.begin();
    done(at, &["init", "-q", "-b", "ours"]);
    configure(at);
    commit(at, &base);
    done(at, &["checkout", "-qb", "theirs"]);
    commit(at, &theirs(&base));
    done(at, &["checkout", "-q", "ours"]);
    commit(at, &ours(&base));
    folder
}

#[test]
fn two_branches_merge_where_lines_of_text_would_not() {
    // One field of one session each: as text, the lines of both stand beside each other.
    let remarks = |plan: &Plan| with(plan, 0, "ours");
    let webcast = |plan: &Plan| {
        let mut document = Document::new(plan.clone());
        let first = plan.sessions().iter().next().unwrap();
        let session = Session { captioned: !first.captioned, ..Session::clone(first) };
        document.perform(&Edit::Put(session.into())).unwrap();
        with(document.plan(), 3, "theirs")
    };
    let folder = repository(&remarks, &webcast);
    done(folder.path(), &["merge", "-q", "--no-edit", "theirs"]);
    let merged = open_plan(&folder.path().join("plan.ron")).unwrap();
    assert_eq!(conflicts(&merged), []);
    let remarks = |number: usize| merged.sessions().iter().nth(number).unwrap().remarks.clone();
    assert_eq!((remarks(0), remarks(3)), ("ours".to_owned(), "theirs".to_owned()));
    assert_eq!(done(folder.path(), &["status", "--porcelain"]), "", "nothing is left lying about");
}

#[test]
fn what_both_changed_is_a_conflict_that_the_file_keeps() {
    let folder = repository(&|plan| with(plan, 0, "ours"), &|plan| with(plan, 0, "theirs"));
    let output = git(folder.path(), &["merge", "--no-edit", "theirs"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stdout).contains("1 conflict is left to decide"));
    let merged = open_plan(&folder.path().join("plan.ron")).unwrap();
    assert_eq!(conflicts(&merged).len(), 1);
    assert!(done(folder.path(), &["status", "--porcelain"]).starts_with("UU plan.ron"));
    let names = fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(names, 3, ".git, .gitattributes, plan.ron");
}

#[test]
fn git_diff_tells_what_differs() {
    let folder = repository(&|plan| with(plan, 0, "ours"), &|plan| with(plan, 0, "theirs"));
    let told = done(folder.path(), &["diff", "theirs", "ours"]);
    assert!(told.contains("plan.ron\n") && told.contains("Remarks: theirs → ours"), "{told}");
}
