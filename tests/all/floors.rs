//! The floors of `docs/ARCHITECTURE.md`: a file imports only from floors below its own.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Each floor with what it may import.
const FLOORS: [(&str, &[&str]); 13] = [
    ("model", &[]),
    ("look", &["model"]),
    ("merge", &["model"]),
    ("edit", &["model"]),
    ("check", &["model"]),
    ("arrange", &["model", "check"]),
    ("workbench", &["model", "edit", "check", "arrange"]),
    ("store", &["model"]),
    ("keeping", &["model", "edit", "store"]),
    ("texts", &["model", "merge", "check", "arrange", "store"]),
    ("exchange", &["model", "look", "merge", "edit", "check", "texts", "store"]),
    ("cli", &["model", "merge", "edit", "check", "arrange", "texts", "store", "exchange"]),
    (
        "app",
        &["model", "look", "merge", "edit", "check", "arrange", "workbench", "texts", "store", "keeping", "exchange"],
    ),
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
    for floor in ["model", "merge", "edit", "check", "workbench"] {
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

/// The path of a module below `src`: `["app", "desk", "files"]`.
type Module = Vec<String>;

/// The paths that `code` names after `use`, with their braces multiplied out.
fn used_paths(code: &str) -> Vec<String> {
    fn expanded(path: &str, found: &mut Vec<String>) {
        let Some((before, list)) = path.split_once('{') else { return found.push(path.to_owned()) };
        let list = list.rsplit_once('}').map_or(list, |(list, _)| list);
        let (mut depth, mut begin) = (0, 0);
        for (at, c) in list.char_indices().chain([(list.len(), ',')]) {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 0 => {
                    if !list[begin..at].is_empty() {
                        expanded(&format!("{before}{}", &list[begin..at]), found);
                    }
                    begin = at + 1;
                }
                _ => {}
            }
        }
    }
    let code: String = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut found = Vec::new();
    for (at, _) in code.match_indices("use ") {
        if code[..at].chars().next_back().is_none_or(char::is_whitespace) {
            let path: String =
                code[at + 4..].chars().take_while(|c| *c != ';').filter(|c| !c.is_whitespace()).collect();
            expanded(&path, &mut found);
        }
    }
    found
}

/// The module that `path` leads to from `module`: the longest part of it that is a file.
fn target(modules: &BTreeMap<Module, String>, module: &Module, path: &str) -> Option<Module> {
    let words: Vec<&str> = path.split("::").collect();
    let ups = words.iter().take_while(|word| **word == "super").count();
    let (mut at, rest) = match words[0] {
        "crate" => (Vec::new(), &words[1..]),
        "super" => (module[..module.len().checked_sub(ups)?].to_vec(), &words[ups..]),
        child if modules.contains_key(&[module.as_slice(), &[child.to_owned()]].concat()) => {
            (module.clone(), &words[..])
        }
        _ => return None,
    };
    for word in rest {
        at.push((*word).to_owned());
        if !modules.contains_key(&at) {
            at.pop();
            break;
        }
    }
    Some(at)
}

/// Folders whose files stand beside each other and must not know each other, with the files that all of them share.
const APART: [(&[&str], &[&str]); 3] = [
    (&["app", "panel"], &[]),
    (&["app", "view"], &["block", "choices", "days", "ghosts", "kind", "legend", "pane", "walk"]),
    (&["app", "window"], &["sheet"]),
];

#[test]
fn panels_views_and_windows_do_not_import_each_other() {
    let modules = modules();
    let mut wrong = Vec::new();
    for (folder, shared) in APART {
        let inside = |module: &[String]| module.len() > folder.len() && module.iter().zip(folder).all(|(a, b)| a == b);
        for (module, text) in modules.iter().filter(|(module, _)| inside(module)) {
            let own = &module[folder.len()];
            for path in used_paths(text) {
                let Some(target) = target(&modules, module, &path).filter(|target| inside(target)) else { continue };
                let other = &target[folder.len()];
                if other != own && !shared.contains(&other.as_str()) {
                    wrong.push(format!("{} imports {}", module.join("/"), target.join("/")));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Every file below `src`, with its text.
fn modules() -> BTreeMap<Module, String> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&source, &mut files);
    let module = |file: &PathBuf| -> Module {
        let path = file.strip_prefix(&source).unwrap().with_extension("");
        path.iter().map(|part| part.to_str().unwrap().to_owned()).collect()
    };
    files.iter().map(|file| (module(file), fs::read_to_string(file).unwrap())).collect()
}

/// Files that need each other can only be understood together. What a file takes from the one that it stands in (`super`)
/// does not count: most of that is handed on from elsewhere.
#[test]
fn no_files_import_each_other_in_a_circle() {
    let modules = modules();
    let mut needs: BTreeMap<&Module, BTreeSet<Module>> = BTreeMap::new();
    for (module, text) in &modules {
        let code = text.split("#[cfg(test)]").next().unwrap();
        let targets = used_paths(code).into_iter().filter_map(|path| target(&modules, module, &path));
        needs.insert(module, targets.filter(|target| !module.starts_with(target)).collect());
    }
    assert!(needs.values().map(BTreeSet::len).sum::<usize>() > 500, "imports are not read");
    // Files that need nothing, and those that nothing needs, are in no circle; without them, nor are their neighbours.
    loop {
        let is_needed = |module: &Module| needs.values().any(|targets| targets.contains(module));
        let needs_any = |targets: &BTreeSet<Module>| targets.iter().any(|target| needs.contains_key(target));
        let is_free = |(module, targets): &(&&Module, &BTreeSet<Module>)| !needs_any(targets) || !is_needed(module);
        let free: Vec<Module> = needs.iter().filter(is_free).map(|(module, _)| (*module).clone()).collect();
        if free.is_empty() {
            break;
        }
        needs.retain(|module, _| !free.contains(module));
    }
    let left: Vec<String> = needs.keys().map(|module| module.join("/")).collect();
    assert!(left.is_empty(), "these are in circles, or between two of them: {left:?}");
}
