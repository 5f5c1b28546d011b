//! The floors of `docs/ARCHITECTURE.md`: a file imports only from floors below its own.

use std::fs;
use std::path::{Path, PathBuf};

/// Each floor with what it may import.
const FLOORS: [(&str, &[&str]); 9] = [
    ("model", &[]),
    ("look", &["model"]),
    ("edit", &["model"]),
    ("check", &["model"]),
    ("texts", &["model", "check"]),
    ("store", &["model"]),
    ("exchange", &["model", "look", "check", "texts", "store"]),
    ("cli", &["model", "edit", "check", "texts", "store", "exchange"]),
    ("app", &["model", "look", "edit", "check", "texts", "store", "exchange"]),
];

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The floors that a text imports by `crate::…`.
fn imports(text: &str) -> Vec<String> {
    let name = |rest: &str| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    code.flat_map(|line| line.split("crate::").skip(1).map(name).collect::<Vec<String>>()).collect()
}

#[test]
fn every_file_imports_only_from_below() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = Vec::new();
    for (floor, allowed) in FLOORS {
        let mut files = vec![source.join(format!("{floor}.rs"))];
        rust_files(&source.join(floor), &mut files);
        for file in files {
            let text = fs::read_to_string(&file).unwrap();
            for import in imports(&text) {
                if import != floor && !allowed.contains(&import.as_str()) {
                    wrong.push(format!("{} imports {import}", file.strip_prefix(&source).unwrap().display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_floor_is_listed() {
    let lib = include_str!("../../src/lib.rs");
    let modules = lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    for module in modules {
        assert!(FLOORS.iter().any(|&(floor, _)| floor == module), "{module} is on no floor");
    }
}

#[test]
fn the_ground_floors_know_no_window_no_file_and_no_clock() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let banned = ["egui", "eframe", "rfd", "std::fs", "Utc::now", "Local::now", "SystemTime", "Instant::now"];
    for floor in ["model", "edit", "check"] {
        let mut files = vec![source.join(format!("{floor}.rs"))];
        rust_files(&source.join(floor), &mut files);
        for file in files {
            let text = fs::read_to_string(&file).unwrap();
            for word in banned {
                assert!(!text.contains(word), "{} knows of {word}", file.display());
            }
        }
    }
}
