//! The class: recordings handed in are simulated again, and exactly the false ones are refused; nobody's name can do harm.

use std::path::PathBuf;

use fanline::drill::attempt;
use fanline::records::class::{Cohort, Imported, Incoming, Kind, Outcome, Pin, Refusal, RosterRow, import, read_pins, read_roster, statements, write_pins, write_roster};
use fanline::records::class_page::{About, DrillAbout, attempts_csv, class_page, errors_csv, items_csv, trainee_page, trainees_csv};
use fanline::records::csv;
use fanline::records::outbox::OutboxCounts;
use fanline::records::store::Store;
use fanline::records::xapi::{Timestamp, read_attempt};
use fanline::scoring::learning::LearningRules;
use fanline::session::recording::{EventRecord, Journal, Recording};
use fanline::session::{Command, Controls, Session};

use crate::drill::{content, library, setup};
use crate::long;

const DRILL: &str = "first-fan";
const NOW: i64 = 1_790_000_000_000;

/// A recording of somebody who waits for a moment and ends.
pub(crate) fn recording(player: &str, seed: u64) -> Recording {
    let drill = library().drill(DRILL).expect("an installed drill");
    let header = attempt::header(drill, &library().hash(drill), seed, player);
    let mut session = Session::new(setup(DRILL, seed));
    let mut journal = Journal::start(Vec::new(), &header).expect("memory");
    for tick in 0..24 {
        let command = (tick == 23).then_some(Command::Finish);
        let controls = Controls { hub_um: [60_000, tick * 10, 250_000], direction_ppm: [0, 0, -1_000_000], plunger_mn: 0, command, finger: None };
        session.step(&controls);
        journal.push(&controls, &session).expect("memory");
    }
    assert!(session.finished());
    Recording::read_sealed(&journal.seal().expect("memory")).expect("it has just been sealed")
}

fn incoming(name: &str, bytes: Vec<u8>) -> Incoming {
    Incoming { path: PathBuf::from(name), modified_ms: Some(NOW), bytes: Ok(bytes) }
}

fn class(names: &[&str]) -> Store {
    let mut store = Store::in_memory().unwrap();
    for (i, name) in names.iter().enumerate() {
        let row = RosterRow { name: (*name).to_owned(), account: (*name).to_owned() };
        assert!(store.add_member(&row, i as i64).unwrap().1);
    }
    store
}

fn take(store: &mut Store, files: Vec<Incoming>) -> Vec<Imported> {
    import(store, library(), files, NOW, |_| {}).unwrap()
}

fn refusal(one: &Imported) -> Option<&Refusal> {
    match &one.outcome {
        Outcome::Refused(refusal) => Some(refusal),
        _ => None,
    }
}

/// The file with something in it changed and sealed again over it, or damaged.
pub(crate) fn tampered(mut recording: Recording, how: usize) -> Vec<u8> {
    match how % 10 {
        0 => recording.ticks[7].controls.hub_um[1] += 1,
        1 => recording.ticks[12].controls.plunger_mn += 500,
        2 => recording.ticks[20].digest ^= 1,
        3 => recording.header.seed += 1_000_000,
        4 => recording.final_digest ^= 1 << 40,
        5 => recording.events.push(EventRecord { tick: 3, name: "entry_made".to_owned(), at: None }),
        6 => {
            recording.ticks.pop();
        }
        7 => recording.header.drill_hash = "0".repeat(64),
        _ => {
            let mut bytes = recording.to_sealed();
            let at = bytes.len() / 2;
            if how % 10 == 8 { bytes[at] ^= 4 } else { bytes.truncate(at) }
            return bytes;
        }
    }
    recording.to_sealed()
}

#[test]
fn exactly_the_false_recordings_are_refused() {
    let (count, false_ones) = long((40, 5), (500, 10));
    let names = ["Ana", "Ben", "Chloé", "Dao"];
    let mut store = class(&names);
    let is_false = |i: usize| i % (count / false_ones) == 3;
    let files: Vec<Incoming> = (0..count)
        .map(|i| {
            let recording = recording(names[i % 4], i as u64);
            let bytes = if is_false(i) { tampered(recording, i / (count / false_ones)) } else { recording.to_sealed() };
            incoming(&format!("{i:03}.fanline"), bytes)
        })
        .collect();
    let done = take(&mut store, files);
    assert_eq!(done.len(), count);
    for (i, one) in done.iter().enumerate() {
        match refusal(one) {
            None => assert!(!is_false(i) && matches!(one.outcome, Outcome::Taken { .. }), "{one:?}"),
            Some(refusal) => assert!(is_false(i) && ["tampered", "damaged", "unfinished"].contains(&refusal.name()), "{one:?}"),
        }
    }
    assert_eq!(done.iter().filter(|one| refusal(one).is_some()).count(), false_ones);
    assert_eq!(store.all_attempts().unwrap().len(), count - false_ones);
}

#[test]
fn each_wrong_recording_is_refused_with_its_own_reason() {
    let mut store = class(&["Ana", "Ben"]);
    store.add_member(&RosterRow { name: "Ben".to_owned(), account: "ben@x.example".to_owned() }, 9).unwrap();
    let good = recording("Ana", 1);
    let copied = |player: &str| {
        let mut copy = good.clone();
        copy.header.player = player.to_owned();
        copy.to_sealed()
    };
    let mut elsewhere = recording("Ana", 2);
    elsewhere.header.drill = "../../etc/passwd".to_owned();
    let mut long_name = recording("Ana", 3);
    long_name.header.player = "\u{1b}[2J".to_owned() + &"x".repeat(10_000);
    let files = vec![
        incoming("ana.fanline", good.to_sealed()),
        incoming("again.fanline", good.to_sealed()),
        incoming("copied.fanline", copied("Ben")),
        incoming("stranger.fanline", recording("Zed", 9).to_sealed()),
        incoming("unknown.fanline", elsewhere.to_sealed()),
        incoming("long.fanline", long_name.to_sealed()),
        incoming("empty.fanline", Vec::new()),
        incoming("text.fanline", b"hello".to_vec()),
        Incoming { path: "gone.fanline".into(), modified_ms: None, bytes: Err("no such file".to_owned()) },
    ];
    let done = take(&mut store, files);
    let names: Vec<&str> = done.iter().map(|one| refusal(one).map_or("taken", Refusal::name)).collect();
    // Two are called Ben: which of them is meant is asked before what he handed in.
    assert_eq!(names, ["taken", "doubled", "ambiguous", "stranger", "unknown_drill", "stranger", "damaged", "damaged", "unreadable"]);
    for one in &done {
        let said = refusal(one).map_or_else(String::new, ToString::to_string);
        assert!(said.chars().count() < 300 && !said.contains('\u{1b}'), "{said}");
    }
    // Later: the same file is known, its hands under another name are not another attempt.
    let mut store = class(&["Ana", "Ben"]);
    take(&mut store, vec![incoming("ana.fanline", good.to_sealed())]);
    let done = take(&mut store, vec![incoming("moved.fanline", good.to_sealed()), incoming("copied.fanline", copied("Ben"))]);
    assert_eq!(done[0].outcome, Outcome::Known);
    assert_eq!(refusal(&done[1]), Some(&Refusal::Doubled("ana.fanline".to_owned())));
    assert_eq!(store.all_attempts().unwrap().len(), 1);
}

#[test]
fn what_was_refused_stands_in_nobodys_way() {
    let mut store = class(&["Ana"]);
    let good = recording("Ana", 4);
    let done = take(&mut store, vec![incoming("bad.fanline", tampered(good.clone(), 2)), incoming("good.fanline", good.to_sealed())]);
    assert!(refusal(&done[0]).is_some() && refusal(&done[1]).is_none(), "{done:?}");
}

#[test]
fn an_attempt_of_the_class_is_told_once() {
    let mut store = class(&["Ana"]);
    take(&mut store, vec![incoming("a.fanline", recording("Ana", 5).to_sealed()), incoming("b.fanline", recording("Ana", 6).to_sealed())]);
    for _ in 0..2 {
        let told = statements(&store, &crate::xapi::teller(), |_| ("First fan".to_owned(), Some(70.0))).unwrap();
        assert_eq!(told.len(), 2);
        store.queue(&told, NOW).unwrap();
        assert_eq!(store.outbox().unwrap(), OutboxCounts { queued: 2, sent: 0, aside: 0 });
        let read = read_attempt(&told[0].1).unwrap();
        assert_eq!((read.drill.as_str(), read.at_ms, read.passed, read.account.as_str()), (DRILL, NOW, false, "Ana"));
    }
}

#[test]
fn rosters_travel_as_csv() {
    let rows = read_roster("Email,Name,group\nana@x.example,Ana,1\n,\"'=Ben, \"\"B\"\"\",2\n").unwrap();
    assert_eq!(rows[1], RosterRow { name: "=Ben, \"B\"".to_owned(), account: "=Ben, \"B\"".to_owned() });
    let mut store = Store::in_memory().unwrap();
    for row in &rows {
        assert!(store.add_member(row, 1).unwrap().1);
        assert!(!store.add_member(row, 2).unwrap().1, "added once");
    }
    assert_eq!(read_roster(&write_roster(&store.members().unwrap())).unwrap(), rows);
    for wrong in ["", "who\nAna", "name\n\n\" \"", &format!("name\n{}", "x".repeat(401))] {
        assert!(read_roster(wrong).is_err(), "{wrong}");
    }
    // A learner who plays here already becomes the member.
    let learner = store.add_learner("Chloé", false, 3).unwrap();
    let row = RosterRow { name: "Chloé".to_owned(), account: "c@x.example".to_owned() };
    assert_eq!(store.add_member(&row, 4).unwrap().0.learner, learner.id);
    store.delete_learner(learner.id).unwrap();
    assert_eq!(store.members().unwrap().len(), 2);
}

#[test]
fn assignments_say_how_far_a_member_is() {
    let mut store = class(&["Ana", "Ben"]);
    let ana = store.members().unwrap()[0].learner;
    assert!(store.assign(Kind::Drill, DRILL, None, 1).unwrap());
    assert!(!store.assign(Kind::Drill, DRILL, None, 2).unwrap());
    assert!(store.assign(Kind::Quiz, "basics", Some(ana), 2).unwrap());
    let all = store.assignments().unwrap();
    assert_eq!(all.len(), 2);
    assert_eq!(store.progress(&all[0], ana).unwrap().tries, 0);
    take(&mut store, vec![incoming("a.fanline", recording("Ana", 7).to_sealed())]);
    let progress = store.progress(&all[0], ana).unwrap();
    assert!(progress.tries == 1 && !progress.passed && progress.best.is_some());
    let cohort = Cohort::of_store(&store).unwrap();
    assert_eq!((cohort.due[0].len(), cohort.due[1].len()), (2, 1));
    assert!(store.unassign(Kind::Quiz, "basics", Some(ana)).unwrap());
    assert_eq!(store.assignments().unwrap().len(), 1);
}

#[test]
fn comments_are_pinned_and_travel() {
    let mut store = Store::in_memory().unwrap();
    let at = fanline::geom::Vec3::new(1.0, -2.5, 30.0);
    let pins = vec![Pin::new([7; 32], 120, Some(at), "Dr. R", "Look here: <b>", 5), Pin::new([7; 32], 60, None, "Dr. R", "Slow", 6)];
    assert_eq!(store.add_pins(&pins).unwrap(), 2);
    assert_eq!(store.add_pins(&pins).unwrap(), 0);
    let mut other = Store::in_memory().unwrap();
    other.add_pins(&read_pins(&write_pins(&store.pins(None).unwrap())).unwrap()).unwrap();
    assert_eq!(other.pins(Some([7; 32])).unwrap(), [pins[1].clone(), pins[0].clone()]);
    assert!(other.pins(Some([8; 32])).unwrap().is_empty());
    assert!(other.remove_pin(&pins[0]).unwrap() && !other.remove_pin(&pins[0]).unwrap());
    let text = write_pins(&pins);
    for wrong in [
        text.replace("\"version\": 1", "\"version\": 2"),
        text.replace(&"07".repeat(32), "07"),
        text.replace("-2.5", "1e300"),
        text.replace("Slow", " "),
        text.replace("\"Slow\"", &format!("\"{}\"", "x".repeat(8001))),
        text.replace("\"tick\": 60", "\"tick\": -60"),
        text.replace("author", "by"),
    ] {
        assert_ne!(wrong, text);
        assert!(read_pins(&wrong).is_err(), "{wrong}");
    }
}

#[test]
fn a_verified_recording_becomes_the_ghost_of_its_drill() {
    let mut store = Store::in_memory().unwrap();
    let good = recording("Dr. R", 8);
    assert!(store.set_ghost(library(), &tampered(good.clone(), 0), 1).is_err());
    assert!(store.set_ghost(library(), b"x", 1).is_err());
    let ghost = store.set_ghost(library(), &good.to_sealed(), 1).unwrap();
    assert_eq!((ghost.drill.as_str(), ghost.player.as_str()), (DRILL, "Dr. R"));
    store.set_ghost(library(), &recording("Dr. S", 9).to_sealed(), 2).unwrap();
    assert_eq!(store.ghosts().unwrap().len(), 1);
    assert_eq!(store.ghost(DRILL).unwrap(), Some(recording("Dr. S", 9).to_sealed()));
    assert!(store.remove_ghost(DRILL).unwrap() && store.ghost(DRILL).unwrap().is_none());
}

/// A class of six with a history, from numbers alone; one member is out to do harm.
pub(crate) fn cohort(evil: &str, blind: bool) -> Cohort {
    use fanline::records::class::{Assigned, Due, Trainee};
    use fanline::records::cohort::CohortAttempt;
    use rand::rngs::Xoshiro256PlusPlus as Random;
    use rand::{RngExt, SeedableRng};
    let names = ["Ana Pérez", "Ben Okafor", "Chloé Martin", "Dao Nguyen", "Eva Lindqvist", evil];
    let codes = ["7KQ2X", "B4TTN", "C9RVH", "DM3PJ", "H5XWF", "K8GQ2"];
    let mut random = Random::seed_from_u64(11);
    let mut cohort = Cohort { blind, ..Cohort::default() };
    let drills = ["first-fan", "harmonyca-cheek", "radiesse-jawline", "radiesse-neck"];
    let kinds = ["apex-overload", "thread-too-shallow", "gap", "uneven-dose", "spilled-outside", "flow-at-exit", "uneven-speed", "near-miss", "step-missed", if blind { "spill" } else { evil }];
    for (who, name) in names.iter().enumerate() {
        let shown = if blind { codes[who] } else { name };
        cohort.trainees.push(Trainee { shown: shown.to_owned(), account: shown.to_owned(), code: codes[who].to_owned() });
        for (d, drill) in drills.iter().enumerate() {
            let count = if who == 4 && d == 3 { 0 } else { 4 + (3 * who + 5 * d) % 14 };
            for k in 0..count {
                let total = (38.0 + 6.0 * who as f64 + 4.5 * k as f64 + random.random_range(-14.0..14.0f64)).clamp(3.0, 97.0);
                let critical: Vec<String> = if random.random_bool(0.09) { vec!["not_disinfected".to_owned()] } else { Vec::new() };
                cohort.attempts.push(CohortAttempt {
                    who,
                    drill: (*drill).to_owned(),
                    at_ms: Some(NOW + (k * 4 + d) as i64 * 90_000_000),
                    total,
                    passed: total >= 70.0 && critical.is_empty(),
                    critical,
                    scores: Some(std::array::from_fn(|i| (total + 9.0 * (i as f64 - 2.5)).clamp(0.0, 100.0))),
                    nodule_probability: Some(0.12 - 0.001 * total),
                    findings: kinds.iter().enumerate().filter(|(i, _)| random.random_bool(0.65 / (1.0 + *i as f64))).map(|(i, id)| ((*id).to_owned(), 9.0 / (1.0 + i as f64))).collect(),
                });
            }
        }
        let due = |kind, what: &str, tries, passed| Due { kind, what: what.to_owned(), progress: Assigned { tries, best: (tries > 0).then_some(64.0), passed } };
        cohort.due.push(vec![due(Kind::Drill, "radiesse-jawline", who as u32, who > 2), due(Kind::Quiz, "basics", 2 * (who as u32 / 3), false)]);
        for item in 0..12 {
            cohort.answers.push((who, format!("basics/item-{item}"), random.random_bool(0.25 + 0.04 * (who + item) as f64)));
        }
    }
    cohort.attempts.sort_by_key(|attempt| attempt.at_ms);
    cohort
}

pub(crate) fn about() -> About {
    let mut about = About::default();
    for (id, title) in [("first-fan", "Your first fan"), ("harmonyca-cheek", "HArmonyCa, mid-cheek"), ("radiesse-jawline", "Radiesse 1:1, jawline"), ("radiesse-neck", "Radiesse 1:4, neck")] {
        about.drills.insert(id.to_owned(), DrillAbout { title: title.to_owned(), pass_mark: Some(70.0), rules: LearningRules::default() });
    }
    about.items.insert("basics/item-0".to_owned(), "How deep is the <i>boundary</i>?".to_owned());
    about
}

fn lang(code: &str) -> fanline::lang::Lang {
    fanline::lang::Lang::load(&content(), code).unwrap()
}

/// All pages of a cohort.
fn pages(cohort: &Cohort, code: &str) -> Vec<String> {
    let (about, made, lang) = (about(), Timestamp::of_unix_ms(NOW), lang(code));
    let mut pages = vec![class_page(cohort, &about, &made, &lang).unwrap()];
    pages.extend((0..cohort.trainees.len()).map(|who| trainee_page(cohort, who, &about, &made, &lang).unwrap()));
    pages
}

#[test]
fn names_can_do_no_harm_in_a_report() {
    let evil = [
        "<script>alert(1)</script>".to_owned(),
        "\"><img src=x onerror=alert(1)>".to_owned(),
        "' onload='alert(1)".to_owned(),
        "{{ words.title }}{% for x in y %}".to_owned(),
        "</style><script>alert(1)</script>".to_owned(),
        "\u{202e}txt.exe\u{2066}".to_owned(),
        "<".repeat(10_000),
        "&lt;script&gt;".to_owned(),
        String::from("\u{0}\u{1b}[31m\r\n"),
    ];
    let plain = pages(&cohort("Finn", false), "en");
    for name in evil {
        for (page, harmless) in pages(&cohort(&name, false), "en").iter().zip(&plain) {
            for tag in ["<script", "<img", "onerror=alert(1)>", "</style"] {
                assert_eq!(page.matches(tag).count(), harmless.matches(tag).count(), "{tag} of {name:.40}");
            }
            // As many tags as with a harmless name: none was made, none was broken.
            assert_eq!(page.matches('<').count(), harmless.matches('<').count(), "{name:.40}");
            assert!(page.len() < harmless.len() + 40_000, "{} of {}", page.len(), harmless.len());
            assert!(!page.contains(['\u{202e}', '\u{2066}', '\u{0}', '\u{1b}']));
        }
    }
}

#[test]
fn a_report_needs_nothing_from_anywhere() {
    for page in [pages(&cohort("Finn", false), "en"), pages(&cohort("Finn", false), "es")].concat() {
        assert!(!page.contains("⟨"), "a word is missing");
        let links = page.replace("http://www.w3.org/2000/svg", "");
        for from in ["http:", "https:", "src=", "href=", "url(", "@import", "<script", "<link"] {
            assert!(!links.contains(from), "{from}");
        }
        assert!(page.contains("prefers-color-scheme:dark") && page.contains("@media print"));
        assert!(!page.contains("NaN"));
    }
}

#[test]
fn a_blind_report_knows_no_name() {
    let cohort = cohort("Finn Ó Briain", true);
    let tables = [attempts_csv(&cohort), trainees_csv(&cohort, &about()), items_csv(&cohort), errors_csv(&cohort, &lang("en"))];
    for page in pages(&cohort, "en").iter().chain(&tables) {
        assert!(!page.contains("Ana Pérez") && !page.contains("Finn"));
    }
    assert!(pages(&cohort, "en")[0].contains("7KQ2X"));
    // And in the records: codes until they are revealed.
    let mut store = class(&["Ana Pérez", "Ben Okafor"]);
    store.set_blind(true).unwrap();
    let blind = Cohort::of_store(&store).unwrap();
    assert!(blind.trainees.iter().all(|one| one.shown == one.code && one.account == one.code));
    store.set_blind(false).unwrap();
    assert_eq!(Cohort::of_store(&store).unwrap().trainees[0].shown, "Ana Pérez");
}

#[test]
fn a_class_without_an_attempt_has_a_report_too() {
    let cohort = Cohort::of_store(&class(&["Ana"])).unwrap();
    assert_eq!(pages(&cohort, "es").len(), 2);
    assert!(class_page(&Cohort::default(), &about(), &Timestamp::of_unix_ms(0), &lang("en")).is_err());
}

#[test]
fn tables_have_a_line_for_each_attempt() {
    let cohort = cohort("=HYPERLINK(\"x\")", false);
    let rows = csv::read(&attempts_csv(&cohort)).unwrap();
    assert_eq!(rows.len(), cohort.attempts.len() + 1);
    assert!(rows.iter().all(|row| row.len() == rows[0].len()));
    assert!(attempts_csv(&cohort).contains("\"'=HYPERLINK"));
    for table in [trainees_csv(&cohort, &about()), items_csv(&cohort), errors_csv(&cohort, &lang("en"))] {
        let rows = csv::read(&table).unwrap();
        assert!(rows.len() > 5 && rows.iter().all(|row| row.len() == rows[0].len()));
    }
}

/// Writes the reports of the made-up class to a folder, to be looked at: `FANLINE_PAGES=DIR`.
#[test]
fn reports_to_look_at() {
    let Some(folder) = std::env::var_os("FANLINE_PAGES").map(PathBuf::from) else { return };
    for (i, page) in pages(&cohort("مريم <script>", false), "en").iter().enumerate() {
        std::fs::write(folder.join(format!("page-{i}.html")), page).unwrap();
    }
}

#[test]
fn the_board_shows_what_came_in_last_first_and_codes_while_grading_is_blind() {
    let mut store = class(&["Ana", "Ben"]);
    let files = [("Ben", 4), ("Ana", 5), ("Ana", 6)].map(|(name, seed)| incoming(&format!("{name}{seed}"), recording(name, seed).to_sealed()));
    take(&mut store, files.into());
    let left = fanline::records::store::Attempt::left(DRILL, "", "exam", 9, (NOW, NOW));
    store.add_attempt(1, &left, None).unwrap();
    let shown = |store: &Store, most| store.board(most).unwrap().into_iter().map(|row| (row.shown, row.kept.attempt.seed)).collect::<Vec<_>>();
    let names = [("Ana".to_owned(), 6), ("Ana".to_owned(), 5), ("Ben".to_owned(), 4)];
    assert_eq!(shown(&store, 10), names);
    assert_eq!(shown(&store, 2), names[..2]);
    let code = store.members().unwrap()[1].code.clone();
    store.set_blind(true).unwrap();
    assert!(shown(&store, 10).contains(&(code, 4)));
    assert!(!shown(&store, 10).iter().any(|(who, _)| who == "Ana" || who == "Ben"));
}

#[test]
fn a_store_s_stamp_changes_when_another_writes() {
    let folder = tempfile::tempdir().unwrap();
    let (mut one, other) = (Store::open(&folder.path().join("a.db")).unwrap(), Store::open(&folder.path().join("a.db")).unwrap());
    let before = other.stamp().unwrap();
    assert_eq!(other.stamp().unwrap(), before);
    one.set_blind(true).unwrap();
    assert_ne!(other.stamp().unwrap(), before);
}
