//! The rooms of the crate and what each imports: DESIGN.md's table, held against every `crate::…` in `src/`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

type Imports = BTreeMap<String, BTreeSet<String>>;

/// The folders whose own folders are rooms.
const HALLS: &[&str] = &["layers"];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every `.rs` file below a folder.
fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        if entry.is_dir() {
            sources(&entry, found);
        } else if entry.extension().is_some_and(|ending| ending == "rs") {
            found.push(entry);
        }
    }
}

/// The room of a path of names: `layers/dates` for `layers, dates, value`, `scan` for `scan, cues`.
fn room<'n>(mut names: impl Iterator<Item = &'n str>) -> Option<String> {
    let first = names.next()?;
    let inner = HALLS.contains(&first).then(|| names.next()).flatten();
    Some(inner.map_or(first.to_owned(), |inner| format!("{first}/{inner}")))
}

/// The code of a file without comments and without its tests.
fn code(text: &str) -> String {
    let text = text.find("#[cfg(test)]\nmod ").map_or(text, |tests| &text[..tests]);
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The names after each `crate::` in a file: `layers::{attendance, dates::{self, x}}` gives two paths.
fn paths(code: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let free = !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '$');
        if free {
            read_path(&code[at + "crate::".len()..], &mut Vec::new(), &mut found);
        }
    }
    found
}

/// Reads `a::b` or `a::{b, c::d}` and returns how many bytes it has.
fn read_path(rest: &str, before: &mut Vec<String>, found: &mut Vec<Vec<String>>) -> usize {
    if rest.starts_with('{') {
        let mut at = 1;
        loop {
            at += rest[at..].len() - rest[at..].trim_start_matches([',', ' ', '\n']).len();
            if rest[at..].starts_with('}') || at >= rest.len() {
                return at + 1;
            }
            at += read_path(&rest[at..], before, found);
        }
    }
    let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
    before.push(rest[..end].to_owned());
    let read = if rest[end..].starts_with("::") {
        end + 2 + read_path(&rest[end + 2..], before, found)
    } else {
        found.push(before.clone());
        end.max(1)
    };
    before.pop();
    read
}

/// What each room imports, as the code says.
fn built() -> Imports {
    let src = root().join("src");
    let mut files = Vec::new();
    sources(&src, &mut files);
    let mut imports = Imports::new();
    for file in files {
        let inside = file.strip_prefix(&src).expect("a file of src").with_extension("");
        let names = inside.iter().map(|name| name.to_str().expect("a plain name"));
        let own = room(names.filter(|name| *name != "mod")).expect("a room");
        // They declare the rooms, and open them to users.
        if own == "lib" || own == "main" || HALLS.contains(&own.as_str()) {
            continue;
        }
        let text = code(&fs::read_to_string(&file).expect("a text"));
        let entry = imports.entry(own.clone()).or_default();
        for path in paths(&text) {
            let to = room(path.iter().map(String::as_str)).expect("a room");
            assert!(
                src.join(&to).is_dir() || src.join(&to).with_extension("rs").is_file(),
                "{}: `crate::{}` names no room; import the thing from where it lies",
                file.display(),
                path.join("::")
            );
            if to != own {
                entry.insert(to);
            }
        }
    }
    imports
}

/// What each room may import, as the table in DESIGN.md says, in its order.
fn planned() -> Vec<(String, BTreeSet<String>)> {
    let page = fs::read_to_string(root().join("DESIGN.md")).expect("DESIGN.md");
    let table = page.lines().skip_while(|line| !line.starts_with("| room |")).skip(2);
    let rows = table.take_while(|line| line.starts_with('|')).map(|line| {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let names =
            |cell: &str| -> Vec<String> { cell.split('`').skip(1).step_by(2).map(str::to_owned).collect() };
        (names(cells[1]).concat(), names(cells[2]).into_iter().collect())
    });
    rows.collect()
}

#[test]
fn rooms_import_what_the_design_says() {
    let (built, planned) = (built(), planned());
    let mut wrong = Vec::new();
    for (room, may) in &planned {
        match built.get(room) {
            None => wrong.push(format!("DESIGN.md has a room `{room}` that src/ does not have")),
            Some(does) => {
                wrong.extend(
                    does.difference(may)
                        .map(|to| format!("`{room}` imports `{to}`, which DESIGN.md does not allow")),
                );
                wrong.extend(
                    may.difference(does)
                        .map(|to| format!("DESIGN.md says that `{room}` imports `{to}`; it does not")),
                );
            }
        }
    }
    let known: BTreeSet<&String> = planned.iter().map(|(room, _)| room).collect();
    wrong.extend(
        built
            .keys()
            .filter(|room| !known.contains(room))
            .map(|room| format!("DESIGN.md lacks the room `{room}`")),
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn rooms_import_only_rooms_above_them_in_the_table() {
    let mut above = BTreeSet::new();
    for (room, may) in planned() {
        let upward: Vec<_> = may.difference(&above).collect();
        assert!(upward.is_empty(), "`{room}` imports {upward:?}, which stand below it: a circle");
        above.insert(room);
    }
}

/// The rooms in the order of the figure in DESIGN.md, each with its line.
fn drawn() -> Vec<(usize, String)> {
    let page = fs::read_to_string(root().join("DESIGN.md")).expect("DESIGN.md");
    let figure =
        page.split("## The rooms").nth(1).and_then(|part| part.split("```").nth(1)).expect("a figure");
    let lines = figure.lines().enumerate();
    lines.flat_map(|(line, text)| text.split_whitespace().map(move |room| (line, room.to_owned()))).collect()
}

#[test]
fn the_figure_draws_every_room_below_those_it_imports() {
    let drawn: BTreeMap<String, usize> = drawn().into_iter().map(|(line, room)| (room, line)).collect();
    let planned = planned();
    assert_eq!(
        drawn.keys().collect::<BTreeSet<_>>(),
        planned.iter().map(|(room, _)| room).collect(),
        "the same rooms"
    );
    for (room, may) in planned {
        for to in may {
            assert!(drawn[&to] < drawn[&room], "the figure draws `{room}` above `{to}`, which it imports");
        }
    }
}

#[test]
fn paths_are_read_out_of_braces() {
    let read = paths("use crate::layers::{attendance, dates::{self, x}};\nlet a = crate::scan::Cue;");
    let read: Vec<String> = read.iter().map(|path| path.join("::")).collect();
    assert_eq!(read, ["layers::attendance", "layers::dates::self", "layers::dates::x", "scan::Cue"]);
}
