//! The rules of the house, read off the sources: who imports whom, and what the core may not name.

use std::fs;
use std::path::{Path, PathBuf};

fn sources(dir: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
}

fn rooms() -> Vec<(PathBuf, String, String)> {
    let src = crate::source_tree().join("src");
    let mut files = Vec::new();
    sources(&src, &mut files);
    files.sort();
    files
        .into_iter()
        .map(|path| {
            let below = path.strip_prefix(&src).unwrap();
            let room = below.components().next().unwrap().as_os_str().to_string_lossy().replace(".rs", "");
            let code = fs::read_to_string(&path).unwrap();
            let code = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
            (path, room, code)
        })
        .collect()
}

/// Each room with its rank; a room may name rooms of lower rank and itself.
const RANK: [(&str, u32); 16] = [
    ("source", 0),
    ("lang", 1),
    ("geom", 2),
    ("anatomy", 3),
    ("product", 4),
    ("tissue", 5),
    ("instrument", 6),
    ("session", 7),
    ("scoring", 8),
    ("drill", 9),
    ("trainee", 10),
    ("quiz", 10),
    ("records", 11),
    ("cli", 12),
    ("game", 12),
    ("main", 99),
];

fn rank(room: &str) -> u32 {
    RANK.iter().find(|(name, _)| *name == room).unwrap_or_else(|| panic!("room `{room}` is not in the list")).1
}

#[test]
fn each_room_imports_only_from_rooms_to_its_left() {
    let mut wrong = Vec::new();
    for (path, room, code) in rooms() {
        if room == "lib" || room == "main" {
            continue;
        }
        for part in code.split("crate::").skip(1) {
            let name: String = part.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if name == room || !RANK.iter().any(|(known, _)| *known == name) {
                continue;
            }
            if rank(&name) >= rank(&room) {
                wrong.push(format!("{} imports {name}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_core_names_no_engine() {
    let engines = ["bevy", "egui"];
    let wrong: Vec<_> = rooms()
        .into_iter()
        .filter(|(_, room, _)| !["game", "main", "lib"].contains(&room.as_str()))
        .filter(|(_, _, code)| engines.iter().any(|engine| code.contains(engine)))
        .map(|(path, ..)| path)
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn the_core_reads_no_clock_and_iterates_no_hash_map() {
    let forbidden = ["Instant::now", "SystemTime", "HashMap", "HashSet", "thread_rng", "StdRng", "SmallRng"];
    let wrong: Vec<_> = rooms()
        .into_iter()
        .filter(|(_, room, _)| !["game", "main", "lib", "records", "cli", "lang"].contains(&room.as_str()))
        .flat_map(|(path, _, code)| {
            forbidden.iter().filter(|name| code.contains(*name)).map(|name| format!("{}: {name}", path.display())).collect::<Vec<_>>()
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn nothing_is_left_unfinished() {
    let marks = ["todo!(", "unimplemented!(", "TODO", "FIXME"];
    let wrong: Vec<_> = rooms()
        .into_iter()
        .filter(|(_, _, code)| marks.iter().any(|mark| code.contains(mark)))
        .map(|(path, ..)| path)
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

/// Movement of the panels is left out where a person asked for less of it.
#[test]
fn every_transition_asks_the_theme_how_long_it_may_last() {
    let lines: Vec<String> = rooms()
        .into_iter()
        .filter(|(_, room, _)| room == "game")
        .flat_map(|(path, _, code)| {
            let moving = code.lines().filter(|line| line.contains(".animate_")).map(str::to_owned).collect::<Vec<_>>();
            moving.into_iter().map(move |line| format!("{}: {}", path.display(), line.trim()))
        })
        .collect();
    assert!(lines.len() >= 4, "the scan is broken: {lines:#?}");
    let wrong: Vec<_> = lines.iter().filter(|line| !line.contains("theme.transition()")).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
