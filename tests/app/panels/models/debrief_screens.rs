//! The debrief with each of its tabs.

use super::*;

pub fn debrief() -> debrief::Model {
    let f = |state, title: &str, why: &str, how: Option<&str>, lost, time_s| debrief::Finding {
        state,
        group: (state != State::Target).then(|| usize::from(title == "test-attention")),
        title: Phrase::new(title),
        why: Phrase::new(why),
        how: how.map(Phrase::new),
        lost,
        time_s,
    };
    let threads = (0..7)
        .map(|t| {
            let len = [44.0, 46.0, 45.0, 40.0, 46.0, 38.0, 42.0][t];
            debrief::Thread {
                number: t + 1,
                state: [
                    State::Target,
                    State::Fault,
                    State::Target,
                    State::Target,
                    State::Target,
                    State::Attention,
                    State::Target,
                ][t],
                samples: (0..40)
                    .rev()
                    .map(|i| {
                        let s = i as f64 / 39.0;
                        let k = (s * 5.0 + t as f64).sin();
                        debrief::Sample {
                            along_mm: s * len,
                            depth_mm: 2.1
                                + 0.15 * k
                                + if t == 1 {
                                    -1.2 * (-((s - 0.8) / 0.1f64).powi(2)).exp()
                                } else if t == 5 && s > 0.2 && s < 0.5 {
                                    1.4
                                } else {
                                    0.0
                                },
                            boundaries_mm: [
                                0.1,
                                1.5 + 0.08 * k,
                                5.0 + 0.3 * (t as f64 - 3.0) * 0.4 + 0.1 * k,
                                6.0 + 0.1 * (t as f64 - 3.0),
                            ],
                            time_s: 12.0 + t as f64 * 18.0 + (1.0 - s) * 9.0,
                        }
                    })
                    .collect(),
            }
        })
        .collect();
    debrief::Model {
        trial: false,
        context: Phrase::new("debrief-context-mean")
            .with("drill", "Lower-cheek fan, Radiesse 1:1")
            .with("attempt", n(6.0, 0))
            .with("count", n(5.0, 0))
            .with("mean", n(76.0, 0))
            .with("deviation", n(3.0, 0)),
        verdict: Phrase::new("debrief-passed-warnings").with("warnings", n(1.0, 0)),
        verdict_state: State::Target,
        total: 81.0,
        tab: debrief::Tab::Findings,
        depth: debrief::Score {
            points: 88.0,
            caption: Phrase::new("debrief-depth-caption").with("share", n(86.0, 0)),
            state: State::Target,
        },
        evenness: debrief::Score {
            points: 79.0,
            caption: Phrase::new("debrief-evenness-caption").with("cv", n(0.41, 2)),
            state: State::Target,
        },
        nodule: debrief::Nodule { probability: 0.041, interval: (0.026, 0.063), points: 71.0, state: State::Attention },
        changes: vec![
            debrief::Change { what: Phrase::new("nodule-change-deeper").with("thread", Value::count(2)), probability: 0.023 },
            debrief::Change { what: Phrase::new("nodule-change-ended-earlier"), probability: 0.034 },
        ],
        others: vec![
            (Phrase::new("score-safety"), 100.0),
            (Phrase::new("score-technique"), 84.0),
            (Phrase::new("score-procedure"), 90.0),
        ],
        critical: vec![],
        findings: vec![
            f(State::Fault, "test-fault", "test-fault-why", Some("test-fault-how"), 11.0, Some(41.0)),
            f(State::Target, "test-well", "test-attention-why", None, 0.0, None),
            f(State::Attention, "test-attention", "test-attention-why", None, 9.0, None),
            f(State::Attention, "test-fault", "test-fault-why", None, 5.0, Some(92.0)),
        ],
        groups: vec![
            debrief::Group { name: Phrase::new("score-depth"), lost: 16.0 },
            debrief::Group { name: Phrase::new("score-evenness"), lost: 9.0 },
        ],
        filter: None,
        chosen: Some(0),
        threads,
        site: Some(Site::Face),
        target_mm: (0.0, 1.5),
        replay: debrief::Replay {
            time_s: 36.0,
            length_s: 138.0,
            playing: false,
            speed: 1.0,
            follow: false,
            marks: vec![
                debrief::Mark { time_s: 6.0, state: State::Neutral, what: Phrase::new("debrief-mark-entry") },
                debrief::Mark { time_s: 41.0, state: State::Fault, what: Phrase::new("test-fault") },
                debrief::Mark { time_s: 92.0, state: State::Attention, what: Phrase::new("test-attention") },
            ],
            pins: Vec::new(),
            laid: (0..7).map(|t| (12.0 + f64::from(t) * 18.0, 21.0 + f64::from(t) * 18.0)).collect(),
        },
        show: vec![
            (debrief::Show::Threads, true),
            (debrief::Show::Cannula, true),
            (debrief::Show::Layers, false),
            (debrief::Show::HotSpots, false),
        ],
        maps: vec![debrief::Map::Dose, debrief::Map::Nodules, debrief::Map::Off],
        map: debrief::Map::Dose,
        legend: Some(debrief::Legend {
            name: Phrase::new("debrief-legend-dose"),
            ramp: Ramp::Dose,
            most: Phrase::new("value-mg-cm2").with("value", n(16.0, 0)),
        }),
        ghost: Some(debrief::Ghost {
            who: Phrase::new("debrief-expert"),
            reference: false,
            trainee: false,
            progress: None,
            failed: false,
            whose: debrief::Whose::Both,
        }),
        outlook: debrief::Outlook::Ready(Box::new(months())),
        rows: ROWS.map(Phrase::new).to_vec(),
        columns: columns(),
        notes: "Hub lower over the angle of the jaw.".into(),
        kept: debrief::Kept::Saved,
        exports: vec![
            debrief::Export { text: "/home/trainee/.local/share/fanline/reports/radiesse-jawline@mei-0012.html".into(), state: State::Target },
            debrief::Export { text: "Not written: no space left on device".into(), state: State::Fault },
        ],
        remarks: Vec::new(),
        remark: None,
        pinning: Some(debrief::Pinning { author: "Dr. R".into(), words: "Steady here.".into() }),
        reference: Some(debrief::Reference { is_this: false, by: Some((NAMES[1].into(), 94.0)), working: false, failed: Some("the recording is not verified".into()) }),
        of_class: false,
    }
}

pub const ROWS: [&str; 8] = [
    "score-depth",
    "score-evenness",
    "debrief-row-risk",
    "score-safety",
    "score-technique",
    "score-procedure",
    "debrief-row-threads",
    "debrief-row-time",
];

pub fn months() -> debrief::Months {
    let banded = |mean: f64| debrief::Banded { mean, low: mean * 0.6, high: mean * 1.5 };
    let rise = |pace: f64, most: f64| (0..37).map(|i| most * (1.0 - (-f64::from(i) / pace).exp())).collect::<Vec<_>>();
    let curve = |name: &str, laid, pace: f64, most: f64| {
        let values = rise(pace, most);
        let dose = Phrase::new("debrief-curve-dose").with("value", n(11.3, 1)).with("particle", "CaHA");
        debrief::Curve { name: name.into(), laid, dose, now: values[12], values }
    };
    let curves = vec![
        curve("Radiesse 1:1", true, 6.0, 9.0),
        curve("Radiesse", false, 5.0, 9.4),
        curve("HArmonyCa", false, 4.0, 7.0),
        curve("Sculptra", false, 12.0, 11.0),
    ];
    let band = curves[0].values.iter().map(|value| (value * 0.6, value * 1.5)).collect();
    debrief::Months {
        month: 6.0,
        quantity: debrief::Quantity::Thickening,
        thickening: banded(8.4),
        lift_mm: banded(0.21),
        felt: banded(0.034),
        curves,
        band,
    }
}

pub fn columns() -> Vec<debrief::Column> {
    let parts = |values: [f64; 7]| {
        let mut parts: Vec<Phrase> = values.iter().map(|value| Phrase::new("hud-number").with("value", n(*value, 0))).collect();
        parts[2] = Phrase::new("value-percent").with("value", n(4.1, 1));
        parts.push(Phrase::new("value-clock").with("minutes", n(2.0, 0)).with("seconds", "18"));
        parts
    };
    let column = |name: &str, total, parts: Option<Vec<Phrase>>, work_out| debrief::Column {
        name: Phrase::new(name),
        total,
        passed: true,
        work_out,
        working: false,
        parts,
    };
    vec![
        column("debrief-you", 81.0, Some(parts([88.0, 79.0, 71.0, 100.0, 84.0, 90.0, 7.0])), None),
        column("debrief-expert", 94.0, Some(parts([97.0, 91.0, 95.0, 100.0, 96.0, 100.0, 9.0])), None),
        column("debrief-last", 74.0, None, Some(0)),
        column("debrief-best", 84.0, Some(parts([90.0, 82.0, 80.0, 100.0, 81.0, 100.0, 8.0])), None),
    ]
}

/// The debrief with a tab open, as it is when there is little to say, too.
pub fn debrief_at(tab: debrief::Tab, little: bool) -> debrief::Model {
    let mut model = debrief::Model { tab, ..debrief() };
    if tab == debrief::Tab::Months {
        model.maps = vec![debrief::Map::Response, debrief::Map::Felt, debrief::Map::Off];
        model.map = debrief::Map::Response;
        model.show.clear();
        model.ghost = None;
        model.legend = Some(debrief::Legend {
            name: Phrase::new("debrief-legend-thickening"),
            ramp: Ramp::Response,
            most: Phrase::new("debrief-gain").with("value", n(20.0, 0)),
        });
    }
    if little {
        model.outlook = debrief::Outlook::Coming;
        model.columns.truncate(1);
        model.reference = Some(debrief::Reference { is_this: true, ..debrief::Reference::default() });
        model.kept = debrief::Kept::Nowhere;
        model.exports.clear();
        model.filter = Some(1);
        model.legend = None;
        model.ghost = Some(debrief::Ghost { who: Phrase::new("debrief-expert"), reference: false, trainee: false, progress: Some(0.4), failed: false, whose: debrief::Whose::Mine });
    }
    model
}

/// The debrief of an attempt of the class, with comments and an instructor's pass beside it.
pub fn debrief_of_class(tab: debrief::Tab) -> debrief::Model {
    let mut model = debrief_at(tab, false);
    model.replay.pins = vec![debrief::Mark { time_s: 48.0, state: State::Neutral, what: Phrase::new("debrief-remark").with("author", "Dr. R").with("words", "Raise the hub here.") }];
    model.remarks = vec![
        debrief::Remark { author: "Dr. R".into(), words: "Raise the hub here: the tip has sunk to the SMAS.".into(), time_s: 48.0, has_place: true },
        debrief::Remark { author: NAMES[4].into(), words: NAMES[4].into(), time_s: 92.0, has_place: false },
    ];
    (model.remark, model.of_class) = (Some(0), true);
    model.context = Phrase::new("debrief-context-of").with("who", NAMES[1]).with("drill", "Lower-cheek fan, Radiesse 1:1");
    if let Some(ghost) = &mut model.ghost {
        (ghost.reference, ghost.who) = (true, Phrase::new("debrief-instructor").with("who", "Dr. Maximiliana Hohenzollern"));
    }
    model
}

pub fn critical() -> debrief::Model {
    let mut model = debrief();
    model.critical = vec![Phrase::new("test-critical")];
    model.verdict = Phrase::new("debrief-critical-failed");
    model.verdict_state = State::Fault;
    model.threads.clear();
    model
}
