//! The class with each of its pages.

use super::*;

/// Names as a roster may have them: long, without a space, from right to left, with what a stranger may put into them.
pub const NAMES: [&str; 5] =
    ["Ana Pérez", "Maximiliana-Alexandra von Hohenzollern-Sigmaringen y Fernández de la", "\u{5d3}\u{5e0}\u{5d4} \u{5db}\u{5d4}\u{5df}", "<script>alert(1)</script>", "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW…"];

pub fn class_roster() -> class::Body {
    let due = |title: &str, state, tries, best| class::Due { title: title.into(), state, tries, best };
    let member = |(i, name): (usize, &&str)| class::Member {
        shown: (*name).into(),
        code: ["K7QX", "M2RT", "B9LS", "H4ZW", "T6VD"][i].into(),
        account: (i == 1).then(|| "maximiliana.alexandra@a-school-with-a-long-name.example".into()),
        attempts: 3 * i,
        due: vec![
            due("Preauricular–lower cheek fan", [State::Target, State::Attention, State::Neutral][i % 3], i as u32, (i > 0).then_some(81.0)),
            due("Fundamentals of retrograde fanning", State::Neutral, 0, None),
        ],
    };
    let members = NAMES.iter().enumerate().map(member).collect();
    class::Body::Roster(class::Roster { name: "Ben".into(), account: String::new(), members, chosen: Some(1), removing: true, others: vec!["You".into(), NAMES[1].into()] })
}

pub fn class_assign(to: Option<usize>) -> class::Body {
    let offer = |title: &str, set| class::Offer { title: title.into(), about: "Lay a fan of threads just below the dermis.".into(), set, set_to_all: to.is_some() && !set, done: (2, 5) };
    class::Body::Assign(class::Assign {
        members: NAMES.map(String::from).to_vec(),
        to,
        shelves: ["Foundations", "HArmonyCa, mid and lower face", "Radiesse, jawline and cheek", "Quizzes"].map(String::from).to_vec(),
        shelf: 1,
        offers: vec![offer("Preauricular–lower cheek fan with HArmonyCa", true), offer("Lower-cheek and jawline fan with Radiesse 1:1", false)],
    })
}

pub fn class_rows() -> Vec<class::Row> {
    let row = |(i, name): (usize, &&str)| class::Row {
        who: (*name).into(),
        drill: ["Preauricular–lower cheek fan with HArmonyCa", "First fan"][i % 2].into(),
        state: [State::Target, State::Attention, State::Fault][i % 3],
        verdict: Phrase::new(["class-passed", "class-not-passed", "class-critical"][i % 3]),
        total: 88.0 - 9.0 * i as f64,
        scores: (i != 3).then_some((91.0, 77.0)),
        risk: (i != 3).then_some(0.034),
        ago: (i != 3).then(|| Phrase::new("teach-ago-minutes").with("count", Value::count(3 + 7 * i))),
        fresh: i == 0,
        can_be_opened: i != 3,
    };
    NAMES.iter().enumerate().map(row).collect()
}

pub fn class_board(projector: bool, rows: Vec<class::Row>) -> class::Body {
    let refused = |file: &str, id: &str, what: &str| class::Refused { file: file.into(), why: Phrase::new(id).with("what", what) };
    class::Body::Board(class::Board {
        rows,
        folder: class::Folder {
            typed: "/media/school/a share with a long name/autumn 2026/recordings of the master-class".into(),
            other: true,
            said: Phrase::new("teach-folder-stands").with("taken", Value::count(12)).with("refused", Value::count(2)),
            state: Some(State::Attention),
            refused: vec![
                refused("ben/first-fan-0001.fanline", "teach-refused-tampered", "tick 412: the digest differs"),
                refused("a-very-long-name-of-a-file-without-any-space-that-a-stranger-has-put-there-0001.fanline", "teach-refused-stranger", NAMES[3]),
            ],
        },
        projector,
    })
}

pub fn class_results(chart: class::Chart, some: bool) -> class::Body {
    let mut results = class::Results { chart, ..class::Results::default() };
    if !some {
        return class::Body::Results(results);
    }
    let titles = ["Preauricular–lower cheek fan with HArmonyCa", "First fan", "Neck fan, 1:4, prepared by you"];
    results.spread = titles.iter().enumerate().map(|(i, title)| class::Boxed {
        title: (*title).into(),
        pass_mark: Some(70.0),
        five: [12.0, 44.0, 61.0 + 8.0 * i as f64, 84.0, 97.0],
        mean: (63.2, (i > 0).then_some(14.1)),
        counts: [24, 8, 11],
        risk: Some(0.061),
        points: (0..24).map(|k| (12.0 + 3.6 * f64::from(k), [State::Fault, State::Attention, State::Target][(k / 8) as usize])).collect(),
    }).collect();
    results.drills = titles.map(String::from).to_vec();
    results.pass_mark = Some(70.0);
    results.curves = NAMES.iter().enumerate().map(|(i, name)| class::Curve {
        who: (*name).into(),
        steps: (0..14).map(|k| class::CurveStep {
            result: drills::Result { total: 40.0 + 4.0 * f64::from(k), passed: k > 7, critical: k == 3 },
            mean: (36.0 + 4.0 * f64::from(k), (k > 0).then_some(5.0)),
            learning: (k < 11).then_some(0.3 * f64::from(k)),
            relapse: (k >= 11).then_some(0.2 * f64::from(k - 11)),
            signal: (k == 10).then_some(true),
        }).collect(),
        boundary: 3.0,
        standing: [("class-learning", State::Neutral), ("class-proficient", State::Target), ("class-relapsed", State::Attention)].map(|(id, state)| (Phrase::new(id), state))[i % 3].clone(),
    }).collect();
    results.items = (0..4).map(|i| class::Item {
        item: format!("technique/item-{i}"),
        ask: "In which plane should diluted CaHA be fanned in the lower cheek to stimulate the skin without visible nodules?".into(),
        persons: 8,
        difficulty: 0.12 + 0.25 * f64::from(i),
        discrimination: (i < 3).then_some(0.5 - 0.4 * f64::from(i)),
        state: [State::Target, State::Attention, State::Fault, State::Neutral][i as usize],
    }).collect();
    results.items_left = 12;
    let many: Vec<_> = (0..14).map(|i| (titles[i % 3].to_owned(), 24)).collect();
    results.errors = class::Errors {
        rows: ["Thread too shallow", "Part of the zone uncovered", "Flow went on into the exit of the entry point"].iter().enumerate().map(|(r, kind)| {
            ((*kind).to_owned(), (0..many.len()).map(|c| (((r * 5 + c * 3) % 11) as f64 / 10.0, 4.0)).collect())
        }).collect(),
        drills: many,
    };
    class::Body::Results(results)
}

pub fn class_export() -> class::Body {
    class::Body::Export(class::Export {
        can: true,
        folder: "/home/instructor/.local/share/fanline/shared".into(),
        pins: 3,
        done: vec![("12 files in /home/instructor/.local/share/fanline/class/2026-11-21T22-40-00".into(), State::Target), ("Not done: no space left on device".into(), State::Fault)],
    })
}

/// The class with something on its page.
pub fn class(body: class::Body) -> class::Model {
    let tab = match body {
        class::Body::Assign(_) => class::Tab::Assign,
        class::Body::Board(_) => class::Tab::Board,
        class::Body::Results(_) => class::Tab::Results,
        class::Body::Export(_) => class::Tab::Export,
        _ => class::Tab::Roster,
    };
    let said = Phrase::new("teach-added").with("name", NAMES[1]).with("code", "M2RT");
    class::Model { tab, blind: false, said: Some((said, State::Target)), body }
}
