//! Models as a session would fill them, with long words on purpose.

use bevy_egui::egui::Ui;
use fanline::anatomy::{Certainty, HazardKind, Layer, Sex};
use fanline::game::input::Action;
use fanline::game::input::letters::Board;
use fanline::game::panels::{
    Phrase, about, atlas, bench, class, consult, cross_section, debrief, depth, drills, editor, error, hint, inspection, labels, learn, learners, letters, map, meters, notice, patients, pause, practise, procedure, progress, quiz, settings, steps, strip,
    syringe, title,
};
use fanline::game::ramp::Ramp;
use fanline::game::theme::State;
use fanline::lang::{Lang, Value};

pub type Screen = Box<dyn Fn(&mut Ui, &Lang)>;
fn n(v: f64, d: u8) -> Value {
    Value::number(v, d)
}
pub fn section() -> cross_section::Model {
    let columns = (0..37)
        .map(|i| {
            let s = i as f32 / 36.0 * 18.0;
            let k = (s * 0.35).sin() * 0.12;
            cross_section::Column {
                foot: [s * 0.7 + 40.0, s * 0.71 - 20.0, 55.0 - s * s * 0.006],
                normal: [0.3, 0.1, 0.95],
                lift_mm: 0.22 * (-((s - 11.0) / 2.5).powi(2)).exp(),
                boundaries_mm: [0.08, 1.55 + k, 5.4 - k * 2.0 + 0.03 * s, 6.3 - k * 2.0 + 0.03 * s],
                bone_mm: 24.0,
            }
        })
        .collect();
    cross_section::Model {
        along_mm: (0.0, 18.0),
        depth_mm: (-0.8, 9.2),
        columns,
        shaft: (0..30)
            .map(|i| {
                let s = i as f32 / 29.0;
                [s * 11.5, 0.4 + 2.0 * (s * 1.7).sin() * 0.75]
            })
            .collect(),
        port: Some([10.6, 1.95]),
        state: State::Target,
        deposits: vec![
            cross_section::Blob { along_mm: 4.0, depth_mm: 2.4, radius_mm: 0.55, share: 0.9 },
            cross_section::Blob { along_mm: 7.0, depth_mm: 2.5, radius_mm: 0.5, share: 0.9 },
            cross_section::Blob { along_mm: 14.2, depth_mm: 2.6, radius_mm: 0.6, share: 1.0 },
        ],
        target_mm: Some((0.0, 1.5)),
    }
}
pub fn map() -> map::Model {
    let round = |k: i32| (22.0 * f64::from(k).to_radians().cos(), 15.0 * f64::from(k).to_radians().sin());
    let thread = |y: f64| (0..8).map(|k| (18.0 - 4.0 * f64::from(k), y * (0.2 + 0.1 * f64::from(k)))).collect::<Vec<_>>();
    map::Model {
        outline: (0..36).map(|k| round(10 * k)).collect(),
        entries: vec![(24.0, 0.0)],
        mark: Some((20.0, 12.0)),
        planned: [-9.0, -3.0, 3.0, 9.0].map(|y| [(16.0, 0.3 * y), (-18.0, y)]).to_vec(),
        threads: vec![(thread(-9.0), State::Target), (thread(-2.0), State::Attention), (thread(4.0), State::Fault)],
        shaft: vec![(24.0, 0.0), (2.0, 5.0)],
    }
}

pub fn procedure() -> procedure::Model {
    let step = |id: &str, standing, progress| steps::Step { name: Phrase::new(id), standing, progress };
    use steps::Standing::*;
    procedure::Model {
        map: Some(map()),
        steps: Some(steps::Model {
            context: "Woman, 52 · left cheek".into(),
            title: "Preauricular–lower cheek fan, HArmonyCa".into(),
            steps: vec![
                step("hud-step-disinfect", Done, None),
                step("hud-step-entry", Done, None),
                step("hud-step-passes", Now, Some((5, 7))),
                step("hud-step-finish", ToCome, None),
            ],
        }),
        hint: Some(hint::Model {
            text: Phrase::new("test-hint"),
            state: State::Target,
            keys: vec![
                hint::KeyHint { actions: vec![Action::Withdraw], does: Phrase::new("test-withdraw") },
                hint::KeyHint { actions: vec![Action::Press], does: Phrase::new("test-press") },
            ],
        }),
        section: Some(section()),
        depth: Some(depth::Model {
            depth_mm: Some(1.9),
            layer: Layer::Fat,
            state: State::Target,
            boundaries_mm: [0.08, 1.5, 5.4, 6.3],
            bone_mm: 24.0,
            target_mm: Some((1.5, 3.0)),
        }),
        meters: Some(meters::Model {
            force: meters::Reading { value: 0.6, full_scale: 3.0, band: Some((0.0, 1.5)), active: true },
            withdrawal: meters::Reading { value: 5.2, full_scale: 12.0, band: Some((3.0, 7.0)), active: true },
            flow: meters::Reading { value: 14.0, full_scale: 30.0, band: Some((6.0, 12.0)), active: true },
            per_mm: Some(2.3),
        }),
        syringe: Some(syringe::Model {
            product: "Radiesse 1:1".into(),
            cannula: "25G × 50 mm".into(),
            left_ml: 0.62,
            total_ml: 1.25,
            hand: Some(syringe::Hand { press_n: 12.5, speed_mm_s: 6.0, fine: false }),
        }),
        strip: Some(strip::Model {
            peel: Some(1.0),
            overlays: vec![
                (strip::Overlay::Dose, true),
                (strip::Overlay::Hazards, false),
                (strip::Overlay::Zone, true),
                (strip::Overlay::Entry, false),
                (strip::Overlay::CutAway, false),
                (strip::Overlay::Regions, true),
                (strip::Overlay::Tension, false),
                (strip::Overlay::Landmarks, true),
            ],
            views: ["front", "left", "right", "profile", "close"].map(|v| Phrase::new(format!("hud-view-{v}"))).to_vec(),
            view: Some(1),
        }),
        acts: vec![procedure::Act { label: Phrase::new("hud-step-disinfect"), tip: Phrase::new("hud-menu-tip"), key: Some(Action::Disinfect), primary: true }],
        notice: Some((Phrase::new("test-notice"), State::Attention)),
        labels: vec![label("region-lower_cheek", labels::Kind::Region, [600.0, 300.0]), label("landmark-gonion", labels::Kind::Landmark, [612.0, 309.0])],
        bench: None,
        consult: None,
        inspection: None,
    }
}
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

const ROWS: [&str; 8] = [
    "score-depth",
    "score-evenness",
    "debrief-row-risk",
    "score-safety",
    "score-technique",
    "score-procedure",
    "debrief-row-threads",
    "debrief-row-time",
];

fn months() -> debrief::Months {
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

fn columns() -> Vec<debrief::Column> {
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

pub fn drills() -> drills::Model {
    let d = |title: &str, product: &str, cannula: &str, ml, best: Option<f64>| {
        drills::Drill { title: title.into(), site: "Face, left side".into(), about: "Lay a fan of threads just below the dermis through one entry point in front of the ear. Withdraw and press; stop before the entry.".into(), product: product.into(), cannula: cannula.into(), planned_ml: ml, target_mg_cm2: 12.0, patient: "Woman, 52, thin cheek, moderate laxity".into(), best: best.map(|total| drills::Result { total, passed: true }), last: best.map(|t| drills::Result { total: t - 30.0, passed: false }), own: false, draft: false }
    };
    drills::Model {
        courses: vec![
            drills::Course { title: "HArmonyCa, mid and lower face".into(), about: "Ready to use, right under the dermis.".into(), drills: vec![0, 1], passed: 1 },
            drills::Course { title: "Foundations".into(), about: "Plane, pitch, one thread.".into(), drills: vec![1], passed: 0 },
        ],
        course: 0,
        drills: vec![
            d("Preauricular–lower cheek fan with HArmonyCa", "HArmonyCa, ready to use", "22G × 50 mm", 1.25, Some(81.0)),
            d("Lower-cheek and jawline fan with Radiesse 1:1", "Radiesse 1:1 with saline", "25G × 50 mm", 1.5, None),
        ],
        problems: vec!["levels/drills/mine.ron:9:14: field `patient`: got \"ana\", allowed anna, ines, mei, viktor; did you mean `anna`?".into()],
        exam: false,
        make: None,
    }
}
pub fn practise(plan: Option<Result<practise::Plan, String>>) -> practise::Model {
    let offer = |title: &str, note: &str| practise::Offer { title: title.into(), note: note.into() };
    practise::Model {
        zones: ["First fan", "Preauricular–lower cheek fan", "Lower cheek and jawline fan, 1:1"].map(|title| offer(title, "left cheek")).to_vec(),
        patients: (0..12).map(|i| offer(["Amara, 34, thick skin", "Anna, 52, thin cheek, moderate laxity"][i % 2], "The skin is thin over the jaw.")).collect(),
        products: ["HArmonyCa", "Radiesse", "Radiesse 1:1", "Radiesse 1:2"].map(|title| offer(title, "")).to_vec(),
        chosen: [2, 1, 3],
        plan,
    }
}

pub fn practise_plan() -> practise::Plan {
    practise::Plan { cannula: "25G × 50 mm".into(), planned_ml: 1.13, target_mg_cm2: 11.4 }
}

pub fn progress() -> progress::Model {
    let attempt = |total: f64| drills::Result { total, passed: total >= 70.0 };
    let course = |title: &str, totals: &[f64], standing: &str, state| progress::Course {
        title: title.into(),
        attempts: totals.iter().map(|total| attempt(*total)).collect(),
        means: totals.iter().map(|total| total * 0.5 + 35.0).collect(),
        error: (totals.len() > 1).then_some(3.4),
        pass_mark: 70.0,
        standing: Some((Phrase::new(standing), state)),
    };
    progress::Model {
        courses: vec![
            course("Preauricular–lower cheek fan", &[31.0, 44.5, 52.0, 71.0, 66.0, 82.0, 88.0], "menu-progress-learning", State::Neutral),
            course("Lower cheek and jawline fan, 1:1", &[64.0], "menu-progress-proficient", State::Target),
            course("Neck fan, 1:4, prepared by you", &[71.0, 88.0, 55.0], "menu-progress-relapsed", State::Attention),
        ],
        exams: vec![
            progress::Exam { title: "Neck fan, 1:4, prepared by you".into(), result: Some(attempt(83.0)) },
            progress::Exam { title: "Preauricular–lower cheek fan".into(), result: None },
        ],
    }
}

/// Layers that grow thicker along the line.
fn cut() -> quiz::Cut {
    let column = |i: usize| (i as f32, [0.1, 1.2, 4.0, 5.2, 9.0].map(|end: f32| end * (1.0 + 0.01 * i as f32)));
    quiz::Cut { length_mm: 30.0, columns: (0..=30).map(column).collect(), blobs: vec![], threads: vec![] }
}

pub fn quiz_item(kind: usize) -> quiz::Model {
    let options = [
        "Just below the dermal–fat boundary",
        "In the deep dermis, where collagen is densest and the effect is quickest to be seen by the patient",
        "Below the SMAS",
        "On the periosteum",
    ]
    .map(String::from)
    .to_vec();
    let answering = match kind {
        0 => quiz::Answering::Single { options, chosen: Some(1) },
        1 => quiz::Answering::Multiple { options: options.into_iter().enumerate().map(|(i, o)| (o, i < 2)).collect() },
        3 => quiz::Answering::Place { given: true, off_mm: None, coming: false },
        4 => quiz::Answering::Depth { cut: cut(), mm: Some(2.4), off_mm: None },
        6 => quiz::Answering::Order { steps: options, order: vec![2, 0, 3] },
        5 => quiz::Answering::PlaceInWords { options, chosen: None },
        _ => quiz::Answering::Numeric { text: "1.4".into(), unit: "mm".into(), range: (0.5, 4.0), tolerance: 0.4 },
    };
    quiz::Model::Item(quiz::Item {
        title: "Fundamentals of retrograde fanning".into(),
        position: 5,
        items: 24,
        right: 3,
        topic: Phrase::new("quiz-topic-technique"),
        ask: "In which plane should diluted CaHA be fanned in the lower cheek to stimulate the skin without visible nodules?"
            .into(),
        shown: None,
        answering,
        outcome: None,
        clock: None,
    })
}

fn outcome() -> quiz::Outcome {
    quiz::Outcome { state: State::Fault, partial: 0.0, right: vec![0], number: Some(1.5), explanation: "The product acts on fibroblasts at the dermal–fat boundary; laid within the dermis it stays visible and palpable as it cannot spread.".into(), source: "Global consensus on diluted CaHA, 2018".into(), certainty: Phrase::new("quiz-certainty-disputed"), disputed: true }
}

pub fn title() -> title::Model {
    use title::Entry::{About, Class, Drills, Exam, Learn, Patients, Practise, Progress, Quit, Quiz, Resume, Settings};
    let entries = vec![Resume, Learn, Practise, Drills, Exam, Quiz, Progress, Class, Patients, Settings, About, Quit];
    title::Model { entries, version: "0.1.0".into(), trouble: None, who: Some("Dr. Maximiliane Wolkenstein-Hohenfeld".into()) }
}

pub fn patients() -> patients::Model {
    let one = |title: &str, note: &str| patients::Patient {
        title: title.into(),
        note: note.into(),
        sex: Sex::Female,
        age_years: 66.0,
        bmi: 27.0,
        laxity: 0.75,
        skin_type: 4,
        own_scan: title.starts_with("Mei"),
    };
    let note = "Thin, lax skin with jowls: what lies too shallow will show, and dilution matters.";
    let problems = vec!["patients/my-own-head.scan:1:1: got damaged: checksum 1f2e3d4c, the header says 5b6a7988, allowed a scan that `fanline patients import` wrote".into()];
    patients::Model { patients: ["Anna, 50", "Inês, 66", "Maximiliana-Alexandra, 70", "Viktor, 57", "Mei, 34"].map(|title| one(title, note)).to_vec(), problems }
}

fn label(id: &str, kind: labels::Kind, at: [f32; 2]) -> labels::Label {
    labels::Label { text: Phrase::new(id), kind, at }
}

/// Names that crowd the field at every size.
fn crowd() -> Vec<labels::Label> {
    let ids = ["region-malar", "region-lower_cheek", "landmark-antegonial_notch", "hazard-transverse_facial_artery", "region-perioral"];
    let kinds = [labels::Kind::Region, labels::Kind::NoGo, labels::Kind::Landmark, labels::Kind::Hazard(HazardKind::Artery), labels::Kind::Region];
    (0..40).map(|k| label(ids[k % 5], kinds[k % 5], [200.0 + 37.0 * (k % 9) as f32 * 2.0, 60.0 + 53.0 * (k / 9) as f32 * 2.0])).collect()
}

pub fn atlas() -> atlas::Model {
    use strip::Overlay::{Hazards, Landmarks, NoGo, Regions, Tension, Zone};
    let sites = ["face", "neck", "decolletage", "hand"].map(|site| (Phrase::new(format!("atlas-site-{site}")), Phrase::new(format!("atlas-site-{site}-tip"))));
    let views = ["front", "left", "right", "profile-left", "profile-right", "below"].map(|view| Phrase::new(format!("atlas-view-{view}")));
    let kinds = [HazardKind::Artery, HazardKind::Vein, HazardKind::Nerve, HazardKind::Foramen, HazardKind::Gland];
    atlas::Model {
        person: atlas::Person {
            title: Some("Inês, 66".into()),
            note: "Thin, lax skin with jowls: what lies too shallow will show, and dilution matters.".into(),
            own_scan: true,
            seed: None,
            sex: Sex::Female,
            age_years: 66.0,
            bmi: 22.0,
            laxity: 0.75,
            skin_type: 4,
            changed: true,
            building: false,
        },
        probe: Some(atlas::Probe {
            region: Phrase::new("region-lower_cheek"),
            no_go: true,
            boundaries_mm: [0.12, 1.1, 4.9, 5.7],
            before_mm: Some([1.3, 5.6, 6.4, 18.0]),
            bone_mm: Some(17.2),
            nearest: Some(atlas::Nearest {
                name: Phrase::new("hazard-transverse_facial_artery"),
                kind: HazardKind::Artery,
                certainty: Certainty::Uncertain,
                away_mm: 3.4,
            }),
        }),
        overlays: vec![(Regions, true), (Hazards, true), (NoGo, false), (Tension, true), (Landmarks, false), (Zone, true)],
        legend: kinds.into_iter().map(|kind| atlas::Legend { kind, dashed: kind == HazardKind::Artery }).collect(),
        view: atlas::View { layer: 2.4, cut: None, sites: sites.to_vec(), site: 0, views: views.to_vec(), view: Some(1) },
        labels: crowd(),
    }
}

fn atlas_cut() -> atlas::Model {
    let mut model = atlas();
    model.person = atlas::Person { title: None, note: String::new(), own_scan: false, seed: Some(98_765), building: true, sex: Sex::Male, ..model.person };
    model.view.cut = Some(atlas::Cut { at_mm: -34.0, turn_deg: -135.0 });
    model.probe = None;
    model
}

/// The bench before anything is drawn, and after four strokes and half a minute.
pub fn bench(drawn: bool) -> bench::Model {
    let barrel = |mg_ml: [f64; 3], settled| bench::Barrel {
        capacity_ml: 5.0,
        cells: mg_ml.map(|aloft_mg_ml| bench::Cell { volume_ml: 0.8, aloft_mg_ml, settled }).to_vec(),
    };
    bench::Model {
        plan: "Radiesse 1:4".into(),
        products: vec!["HArmonyCa".into(), "Radiesse".into()],
        product: 1,
        diluents: ["saline", "lidocaine", "plasma"].map(|id| Phrase::new(format!("bench-diluent-{id}"))).to_vec(),
        diluent: 0,
        ratio: 4.0,
        neat_mg_ml: 930.0,
        mix: drawn.then(|| bench::Mix {
            barrels: [barrel([420.0, 190.0, 60.0], 0.2), barrel([310.0, 120.0, 0.0], 0.05)],
            evenness: 0.43,
            class: Phrase::new("bench-class-gel-sol"),
            mean_mg_ml: 186.0,
            giver: 0,
            strokes: 4,
            stroking: false,
            stood_s: 30.0,
        }),
    }
}

pub fn settings(tab: settings::Tab) -> settings::Model {
    let language = |code: &str, name: &str| settings::Language { code: code.into(), name: name.into() };
    settings::Model {
        tab,
        languages: vec![language("en", "English"), language("es", "Español")],
        language: None,
        high_contrast: false,
        text: 1.0,
        dark: true,
        reduced_motion: false,
        preset: Some(settings::Preset::Automatic),
        scale: None,
        frame_cap: Some(60),
        volumes: Some([0.5, 1.0]),
        assists: settings::Assist::ALL.map(|assist| (assist, true)).to_vec(),
    }
}

pub fn error() -> error::Model {
    error::Model {
        title: Phrase::new("error-drill"),
        advice: Phrase::new("error-drill-advice"),
        problems: vec![
            "levels/drills/lower-cheek.ron:12:18: field `gauge` is 24G, allowed are 22G, 25G, 27G".into(),
            "levels/drills/lower-cheek.ron:19:5: unknown field `volum_ml`, allowed are planned_ml, maximum_ml".into(),
        ],
        can_go_back: true,
    }
}

fn quiz_result() -> quiz::Model {
    let topic = |name: &str, right, asked| (Phrase::new(format!("quiz-topic-{name}")), right, asked);
    let topics = vec![topic("anatomy", 6, 7), topic("product", 4, 7), topic("technique", 7, 7), topic("complications", 2, 5)];
    quiz::Model::Result(quiz::Outcomes { title: "Fundamentals".into(), right: 19, asked: 24, items: 28, topics, exam: None, missed: vec![] })
}

fn quiz_ordered() -> quiz::Model {
    match quiz_item(6) {
        quiz::Model::Item(mut item) => {
            if let quiz::Answering::Order { order, .. } = &mut item.answering {
                order.push(1);
            }
            quiz::Model::Item(quiz::Item { outcome: Some(quiz::Outcome { right: vec![2, 3, 0, 1], number: None, ..outcome() }), ..item })
        }
        other => other,
    }
}

fn quiz_replay() -> quiz::Model {
    let replay = quiz::Replaying { time_s: 41.0, length_s: 180.0, playing: true, moves: quiz::Moves::In, below_dermis_mm: Some(0.4), flows: true, left: 0.62 };
    match quiz_item(0) {
        quiz::Model::Item(item) => quiz::Model::Item(quiz::Item { shown: Some(quiz::Shown::Replay(replay)), ..item }),
        other => other,
    }
}

fn quiz_done(kind: usize) -> quiz::Model {
    match quiz_item(kind) {
        quiz::Model::Item(mut item) => {
            if let quiz::Answering::Place { off_mm, .. } = &mut item.answering {
                *off_mm = Some(14.2);
            }
            quiz::Model::Item(quiz::Item { outcome: Some(outcome()), ..item })
        }
        other => other,
    }
}

/// An exam: a question against the clock, and whether it is being handed in.
pub fn quiz_exam(leaving: bool) -> quiz::Model {
    match quiz_item(0) {
        quiz::Model::Item(item) => {
            let clock = quiz::Clock { left_s: if leaving { 95 } else { 2467 }, leaving: leaving.then_some(20) };
            quiz::Model::Item(quiz::Item { title: "Foundations examination".into(), right: 0, clock: Some(clock), ..item })
        }
        other => other,
    }
}

fn quiz_exam_result() -> quiz::Model {
    let outcome = outcome();
    let missed = quiz::Missed { ask: "In which plane should diluted CaHA be fanned?".into(), answer: "Just below the dermal–fat boundary".into(), explanation: outcome.explanation, source: outcome.source, disputed: true };
    match quiz_result() {
        quiz::Model::Result(result) => {
            let exam = quiz::Grading { passed: false, percent: 67.9, wanted: 80.0 };
            quiz::Model::Result(quiz::Outcomes { title: "Foundations examination".into(), exam: Some(exam), missed: vec![missed.clone(), missed], ..result })
        }
        other => other,
    }
}

/// The quiz's page, with a review of so many items that are due and new, of a learner or of a guest.
pub fn quiz_choices(due: usize, fresh: usize, guest: bool) -> quiz::Model {
    let topics = |topics: &[&str]| topics.iter().map(|topic| Phrase::new(format!("quiz-topic-{topic}"))).collect::<Vec<_>>();
    let bank = |title: &str, items| quiz::Bank { title: title.into(), items, topics: topics(&["anatomy", "product", "technique", "complications"]) };
    let drill = |title: &str, days| quiz::DueDrill { title: title.into(), days };
    let drills = if guest { vec![] } else { vec![drill("Preauricular–lower cheek fan, HArmonyCa", 12), drill("Neck fan, 1:4, prepared by you", 0)] };
    let exam = |title: &str, items, minutes| quiz::Exam { title: title.into(), items, minutes, pass_percent: 80.0, topics: topics(&["anatomy", "product", "evidence"]) };
    quiz::Model::Choose(quiz::Choices {
        review: Some(quiz::Review { due, fresh, weak: if guest { vec![] } else { topics(&["technique", "anatomy"]) }, drills, guest }),
        banks: vec![bank("Fundamentals", 28), bank("Complications and what to do about them", 31), bank("Evidence", 1)],
        exams: vec![exam("Foundations examination", 40, 45.0), exam("Dangers and complications", 20, 20.0)],
    })
}

/// The learners of a machine, with a question over them or none.
pub fn learners(form: Option<learners::Form>) -> learners::Model {
    let one = |name: &str, code: &str, (attempts, answers), pin, plays| learners::Learner { name: name.into(), code: code.into(), pin, attempts, answers, plays };
    let told = match &form {
        Some(learners::Form::Enter(..)) => Some((Phrase::new("menu-learners-wrong-pin"), State::Fault)),
        None => Some((
            Phrase::new("menu-learners-deleted").with("name", "Trainee").with("attempts", Value::count(3)).with("answers", Value::count(12)).with("files", Value::count(5)),
            State::Target,
        )),
        _ => None,
    };
    learners::Model {
        learners: vec![
            one("Anna Sofía Castellanos de la Fuente", "BCDFG", (128, 1404), true, true),
            one("Ben", "K4TRX", (1, 0), true, false),
            one("Dr. Maximiliane Wolkenstein-Hohenfeld", "P9M2V", (0, 1), false, false),
            one("李", "7QHXB", (0, 0), false, false),
        ],
        guest: false,
        form,
        told,
    }
}

fn critical() -> debrief::Model {
    let mut model = debrief();
    model.critical = vec![Phrase::new("test-critical")];
    model.verdict = Phrase::new("debrief-critical-failed");
    model.verdict_state = State::Fault;
    model.threads.clear();
    model
}

/// The skin looked over before the end, with a finger on it: white skin (mm²) and a ridge (mm).
pub fn inspected(white_mm2: f64, ridge_mm: f64) -> procedure::Model {
    let reading = |value, most, full_scale| meters::Reading { value, full_scale, band: Some((0.0, most)), active: true };
    procedure::Model {
        inspection: Some(inspection::Model {
            white: reading(white_mm2, 0.0, 40.0),
            ridge: reading(ridge_mm, 1.0, 3.0),
            raised_mm: 1.4,
            press_n: Some((4.0, 15.0)),
        }),
        ..procedure()
    }
}

fn fault() -> procedure::Model {
    let mut model = procedure();
    let hint = model.hint.as_mut().expect("the model has a hint");
    hint.state = State::Fault;
    model.depth = model.depth.map(|depth| depth::Model { depth_mm: None, layer: Layer::Outside, state: State::Neutral, ..depth });
    model.meters = model.meters.map(|meters| meters::Model {
        force: meters::Reading { value: 12.6, ..meters.force },
        withdrawal: meters::Reading { active: false, ..meters.withdrawal },
        per_mm: None,
        ..meters
    });
    model
}

/// The consultation: nothing asked yet, or all of it asked and noted, one answer chosen and about to decline.
pub fn consultation(asked: bool) -> procedure::Model {
    let questions = [
        "bleeding-disorder", "anticoagulant", "severe-allergies", "component-allergy", "lidocaine-allergy", "infection", "pregnancy", "keloid",
        "earlier-filler", "autoimmune", "pacemaker", "egg-allergy",
    ];
    let points = ["swelling", "nodules", "occlusion", "lasting", "time-course", "dilution"];
    let question = |id: &str| {
        let word = |part: &str| Phrase::new(format!("consult-question-{id}-{part}"));
        let yes = ["anticoagulant", "earlier-filler", "autoimmune"].contains(&id);
        consult::Question { name: word("name"), ask: word("ask"), answer: asked.then(|| (yes, word(if yes { "yes" } else { "no" }))) }
    };
    let point = |id: &str| {
        let word = |part: &str| Phrase::new(format!("consult-consent-{id}-{part}"));
        consult::Point { name: word("name"), more: word("more"), noted: asked }
    };
    let model = consult::Model {
        who: "Anna, 50".into(),
        indication: Phrase::new("consult-indication-lower-face-laxity"),
        plan: ("Radiesse 1:3".into(), "left jawline".into()),
        questions: questions.map(question).to_vec(),
        points: points.map(point).to_vec(),
        caution: asked.then_some(1),
        declining: false,
    };
    procedure::Model { consult: Some(model), ..procedure() }
}

/// The skin being marked: nothing of depth or flow is shown.
pub fn marking() -> procedure::Model {
    let act = |id: &str, key, primary| procedure::Act { label: Phrase::new(id), tip: Phrase::new(format!("{id}-tip")), key: Some(key), primary };
    let key = |action, does: &str| hint::KeyHint { actions: vec![action], does: Phrase::new(does) };
    procedure::Model {
        steps: Some(steps::Model {
            context: "left jawline".into(),
            title: "Jawline, a whole treatment, 1:3".into(),
            steps: ["consult", "mark", "prepare", "disinfect", "entry", "passes", "massage", "inspect", "finish"]
                .into_iter()
                .enumerate()
                .map(|(i, id)| steps::Step {
                    name: Phrase::new(format!("hud-step-{id}")),
                    standing: [steps::Standing::Done, steps::Standing::Now, steps::Standing::ToCome][i.min(2)],
                    progress: None,
                })
                .collect(),
        }),
        hint: Some(hint::Model {
            text: Phrase::new("hint-mark-more"),
            state: State::Target,
            keys: vec![key(Action::Pen, "hint-key-pen"), key(Action::Wipe, "hint-key-wipe"), key(Action::MarksDone, "hint-key-marked")],
        }),
        section: None,
        depth: None,
        meters: None,
        syringe: None,
        acts: vec![act("hint-act-marks-done", Action::MarksDone, true), act("hint-act-wipe", Action::Wipe, false)],
        notice: Some((Phrase::new("notice-stroke-too-short"), State::Attention)),
        ..procedure()
    }
}

/// Names as a roster may have them: long, without a space, from right to left, with what a stranger may put into them.
const NAMES: [&str; 5] =
    ["Ana Pérez", "Maximiliana-Alexandra von Hohenzollern-Sigmaringen y Fernández de la", "\u{5d3}\u{5e0}\u{5d4} \u{5db}\u{5d4}\u{5df}", "<script>alert(1)</script>", "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW…"];

fn class_roster() -> class::Body {
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

fn class_assign(to: Option<usize>) -> class::Body {
    let offer = |title: &str, set| class::Offer { title: title.into(), about: "Lay a fan of threads just below the dermis.".into(), set, set_to_all: to.is_some() && !set, done: (2, 5) };
    class::Body::Assign(class::Assign {
        members: NAMES.map(String::from).to_vec(),
        to,
        shelves: ["Foundations", "HArmonyCa, mid and lower face", "Radiesse, jawline and cheek", "Quizzes"].map(String::from).to_vec(),
        shelf: 1,
        offers: vec![offer("Preauricular–lower cheek fan with HArmonyCa", true), offer("Lower-cheek and jawline fan with Radiesse 1:1", false)],
    })
}

fn class_rows() -> Vec<class::Row> {
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

fn class_board(projector: bool, rows: Vec<class::Row>) -> class::Body {
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

fn class_results(chart: class::Chart, some: bool) -> class::Body {
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
            result: drills::Result { total: 40.0 + 4.0 * f64::from(k), passed: k > 7 },
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

fn class_export() -> class::Body {
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

/// Every screen with its name.
pub fn own_drills() -> drills::Model {
    let mut model = drills();
    model.exam = false;
    model.make = Some(drills::Make { draft: Some("Both cheeks, 1:2, with a very long name indeed".into()) });
    for drill in &mut model.drills {
        (drill.own, drill.draft) = (true, true);
    }
    model
}

fn edit_field(name: editor::Name, label: &str, kind: editor::Kind) -> editor::Field {
    editor::Field { name, label: label.into(), note: String::new(), kind, wrong: Vec::new(), apart: false }
}

fn offers(names: &[&str], on: &[usize]) -> Vec<editor::Offer> {
    names.iter().enumerate().map(|(i, name)| editor::Offer { label: (*name).into(), tip: String::new(), on: on.contains(&i), free: i != 4 }).collect()
}

fn edit_number(name: editor::Name, label: &str, value: f64, unit: &str, range: (f64, f64)) -> editor::Field {
    edit_field(name, label, editor::Kind::Number { value, unit: unit.into(), range, step: 0.1, decimals: 2 })
}

pub fn editor_patient() -> editor::Model {
    use editor::{Kind, Name, Tab, Tool};
    let people = ["Anna, 45", "Mei, 38", "Solveig, 67", "Viktor, 52", "Amara, 41", "Rosa, 58", "Jorge, 49"];
    let mut reach = edit_number(Name::Reach, "At most so far from one", 6.0, "mm", (1.0, 30.0));
    reach.apart = true;
    editor::Model {
        title: "Jawline and lower cheek, Radiesse 1:2, for thin skin".into(),
        tab: Tab::Patient,
        fields: vec![
            edit_field(Name::Patient, "Patient", Kind::Choice { options: offers(&people, &[2]), many: false }),
            edit_field(Name::Part, "Where", Kind::Choice { options: offers(&["Head, neck, chest", "Back of the hand"], &[0]), many: false }),
            edit_number(Name::From, "Target plane from", 0.0, "mm", (-1.0, 10.0)),
            edit_number(Name::To, "Target plane to", 1.5, "mm", (0.1, 12.0)),
            edit_field(Name::ReachOn, "Entry points only near the proposed ones", Kind::Switch(true)),
            reach,
        ],
        faults: [0, 1, 0, 2],
        place: editor::Place {
            tool: Tool::Zone,
            counts: [14, 2],
            region: None,
            chosen: Some(3),
            ring: true,
            refused: None,
            area_cm2: Some(23.4),
            dose_mg_cm2: Some(7.9),
            views: ["editor-view-front", "editor-view-left", "editor-view-right", "editor-view-below"].map(Phrase::new).to_vec(),
        },
        wrong: vec![
            editor::Wrong { tab: None, field: "Zone".into(), text: "a side that crosses the one from points[2]; allowed: sides that do not cross".into() },
            editor::Wrong { tab: Some(Tab::Product), field: "Planned".into(), text: "2.5; allowed: at most what is drawn (1.5 mL)".into() },
            editor::Wrong { tab: Some(Tab::Words), field: "Site in words".into(), text: "an empty text; allowed: some words".into() },
        ],
        checking: false,
        building: false,
        kept: editor::Kept::Draft,
        steps: (true, false),
    }
}

pub fn editor_product() -> editor::Model {
    use editor::{Kind, Name, Tab, Tool};
    let mut planned = edit_number(Name::Planned, "Planned", 2.5, "mL", (0.05, 12.0));
    planned.note = "Over the zone’s area it gives the target dose".into();
    planned.wrong = vec!["2.5; allowed: at most what is drawn (1.5 mL)".into()];
    let model = editor_patient();
    editor::Model {
        tab: Tab::Product,
        fields: vec![
            edit_field(Name::Product, "Preparation", Kind::Choice { options: offers(&["HArmonyCa", "Radiesse", "Radiesse 1:1", "Radiesse 1:2"], &[2]), many: false }),
            planned,
            edit_number(Name::Drawn, "Drawn into the syringe", 1.5, "mL", (0.1, 12.0)),
            edit_field(Name::Gauge, "Gauge", Kind::Choice { options: offers(&["22G", "23G", "25G", "27G", "28G", "29G", "30G"], &[0]), many: false }),
            edit_field(Name::Instruments, "May be taken instead", Kind::Choice { options: offers(&["23G", "25G"], &[1]), many: true }),
        ],
        place: editor::Place { tool: Tool::Entry, chosen: None, refused: Some(Phrase::new("editor-entry-refused")), ..model.place.clone() },
        ..model
    }
}

pub fn editor_play() -> editor::Model {
    use editor::{Kind, Name, Tab};
    let phases = ["Consultation", "Mark the skin", "Prepare", "Disinfect", "Entry point", "Passes", "Massage", "Inspect", "Finish"];
    let model = editor_patient();
    editor::Model {
        tab: Tab::Play,
        fields: vec![
            edit_field(Name::Phases, "Phases that are played", Kind::Choice { options: offers(&phases, &[3, 4, 5, 6, 8]), many: true }),
            edit_field(Name::Rubric, "Rubric", Kind::Choice { options: offers(&["Subdermal fan", "Whole treatment, diluted product"], &[1]), many: false }),
            edit_number(Name::Limit, "Time limit", 600.0, "s", (30.0, 3600.0)),
            edit_field(Name::Seeds, "Seeds", Kind::Text { value: "11, 12, 13".into(), lines: 1, most: 2000 }),
        ],
        place: editor::Place { counts: [0, 0], chosen: None, ring: false, area_cm2: None, dose_mg_cm2: None, ..model.place.clone() },
        wrong: Vec::new(),
        faults: [0; 4],
        kept: editor::Kept::Saved("/home/somebody/.local/share/fanline/drills/jawline-and-lower-cheek.ron".into()),
        ..model
    }
}

pub fn editor_words() -> editor::Model {
    use editor::{Kind, Name, Tab};
    let text = |name, label: &str, value: &str, lines| edit_field(name, label, Kind::Text { value: value.into(), lines, most: 2000 });
    let mut site = text(Name::Site, "Site in words", "", 1);
    site.wrong = vec!["an empty text; allowed: some words".into()];
    editor::Model {
        tab: Tab::Words,
        fields: vec![
            text(Name::Title, "Title", "Jawline and lower cheek, Radiesse 1:2, for thin skin", 1),
            text(Name::Id, "Name of the file", "jawline-and-lower-cheek", 1),
            site,
            text(Name::Brief, "What to do", "Mix 1:2, disinfect, and lay one fan.\nThen massage and look.", 4),
        ],
        kept: editor::Kept::Nowhere("no space left on device".into()),
        checking: true,
        building: true,
        ..editor_patient()
    }
}

pub fn notice_read() -> notice::Model {
    let title = Phrase::new("notice-content-read").with("count", Value::count(2)).with("files", "first-fan.ron, my-own-neck.ron");
    notice::Model { state: State::Target, title, problems: Vec::new() }
}

pub fn notice_broken() -> notice::Model {
    let problem = |line: usize| {
        format!("levels/drills/radiesse-jawline.ron:{line}:17: field `cannula.gauge`: got \"24G\", allowed 22G, 23G, 25G, 27G, 28G, 29G, 30G; did you mean `22G`?")
    };
    notice::Model { state: State::Attention, title: Phrase::new("notice-content-broken").with("count", Value::count(5)), problems: (20..25).map(problem).collect() }
}

pub fn screens() -> Vec<(&'static str, Screen)> {
    fn screen<M: 'static, A>(model: M, panel: fn(&mut Ui, &M, &Lang) -> Option<A>) -> Screen
    where
        A: 'static,
    {
        Box::new(move |ui, lang| {
            panel(ui, &model, lang);
        })
    }
    let ask = |page| pause::Model { page, title: "Lower-cheek fan".into(), can_finish: true, exam: false, trial: false };
    let credits = vec!["Head: MakeHuman base mesh and targets, CC0 1.0.".into(), "Inter, SIL Open Font License 1.1.".into()];
    vec![
        ("title", screen(title(), title::panel)),
        ("about", screen(about::Model { version: "0.1.0".into(), credits }, about::panel)),
        ("drills", screen(drills(), drills::panel)),
        ("exam", screen(drills::Model { exam: true, ..drills() }, drills::panel)),
        ("drills of one's own", screen(own_drills(), drills::panel)),
        ("editor, patient", screen(editor_patient(), editor::panel)),
        ("editor, product", screen(editor_product(), editor::panel)),
        ("editor, play", screen(editor_play(), editor::panel)),
        ("editor, words", screen(editor_words(), editor::panel)),
        ("notice, read anew", screen(notice_read(), notice::panel)),
        ("notice, broken", screen(notice_broken(), notice::panel)),
        ("learn", screen((), learn::panel)),
        ("practise", screen(practise(Some(Ok(practise_plan()))), practise::panel)),
        ("practise, refused", screen(practise(Some(Err("the zone lies 12 mm beyond the border of this patient's skin".into()))), practise::panel)),
        ("progress", screen(progress(), progress::panel)),
        ("progress, none", screen(progress::Model::default(), progress::panel)),
        ("patients", screen(patients(), patients::panel)),
        ("atlas", screen(atlas(), atlas::panel)),
        ("atlas, cut, somebody at random", screen(atlas_cut(), atlas::panel)),
        ("procedure", screen(procedure(), procedure::panel)),
        ("consultation", screen(consultation(false), procedure::panel)),
        ("consultation, all asked", screen(consultation(true), procedure::panel)),
        ("marking", screen(marking(), procedure::panel)),
        ("bench", screen(bench(false), bench::panel)),
        ("bench, drawn", screen(bench(true), bench::panel)),
        ("procedure outside", screen(fault(), procedure::panel)),
        ("inspection, white", screen(inspected(12.0, 1.2), procedure::panel)),
        ("inspection, clear", screen(inspected(0.0, 0.6), procedure::panel)),
        ("pause", screen(ask(pause::Page::Menu), pause::panel)),
        ("confirm leave", screen(ask(pause::Page::ConfirmLeave), pause::panel)),
        ("paused trial", screen(pause::Model { trial: true, ..ask(pause::Page::Menu) }, pause::panel)),
        ("confirm leave an exam", screen(pause::Model { exam: true, ..ask(pause::Page::ConfirmLeave) }, pause::panel)),
        ("confirm restart", screen(ask(pause::Page::ConfirmRestart), pause::panel)),
        ("confirm finish", screen(ask(pause::Page::ConfirmFinish), pause::panel)),
        ("debrief", screen(debrief(), debrief::panel)),
        ("debrief scores", screen(debrief_at(debrief::Tab::Scores, false), debrief::panel)),
        ("debrief months", screen(debrief_at(debrief::Tab::Months, false), debrief::panel)),
        ("debrief months to come", screen(debrief_at(debrief::Tab::Months, true), debrief::panel)),
        ("debrief compare", screen(debrief_at(debrief::Tab::Compare, false), debrief::panel)),
        ("debrief first attempt", screen(debrief_at(debrief::Tab::Compare, true), debrief::panel)),
        ("debrief notes", screen(debrief_at(debrief::Tab::Notes, false), debrief::panel)),
        ("debrief without notes", screen(debrief_at(debrief::Tab::Notes, true), debrief::panel)),
        ("debrief one score's findings", screen(debrief_at(debrief::Tab::Findings, true), debrief::panel)),
        ("debrief comments", screen(debrief_of_class(debrief::Tab::Findings), debrief::panel)),
        ("debrief comments, another", screen(debrief_of_class(debrief::Tab::Notes), debrief::panel)),
        ("debrief reference", screen(debrief_of_class(debrief::Tab::Compare), debrief::panel)),
        ("debrief of a failure", screen(critical(), debrief::panel)),
        ("learners", screen(learners(None), learners::panel)),
        ("letters for a gamepad", Box::new(|ui: &mut Ui, lang: &Lang| letters::paint(ui.ctx(), &Board::default(), None, lang))),
        ("learners, a guest plays", screen(learners::Model { guest: true, ..learners(None) }, learners::panel)),
        ("learners, PIN", screen(learners(Some(learners::Form::Enter(1, "12".into()))), learners::panel)),
        ("learners, add", screen(learners(Some(learners::Form::Add("Learner 5".into(), String::new()))), learners::panel)),
        ("learners, new PIN", screen(learners(Some(learners::Form::Pin(0, String::new()))), learners::panel)),
        ("learners, delete", screen(learners(Some(learners::Form::Delete(1, Some("1".into())))), learners::panel)),
        ("quiz banks", screen(quiz_choices(17, 3, false), quiz::panel)),
        ("quiz banks, nothing due", screen(quiz_choices(0, 0, false), quiz::panel)),
        ("quiz banks of a guest", screen(quiz_choices(0, 8, true), quiz::panel)),
        ("quiz exam", screen(quiz_exam(false), quiz::panel)),
        ("quiz exam, handing in", screen(quiz_exam(true), quiz::panel)),
        ("quiz exam result", screen(quiz_exam_result(), quiz::panel)),
        ("quiz single", screen(quiz_item(0), quiz::panel)),
        ("quiz multiple, answered", screen(quiz_done(1), quiz::panel)),
        ("quiz number", screen(quiz_item(2), quiz::panel)),
        ("quiz number, answered", screen(quiz_done(2), quiz::panel)),
        ("quiz place", screen(quiz_item(3), quiz::panel)),
        ("quiz place, answered", screen(quiz_done(3), quiz::panel)),
        ("quiz depth", screen(quiz_item(4), quiz::panel)),
        ("quiz order", screen(quiz_item(6), quiz::panel)),
        ("quiz order, answered", screen(quiz_ordered(), quiz::panel)),
        ("quiz replay", screen(quiz_replay(), quiz::panel)),
        ("quiz place in words", screen(quiz_item(5), quiz::panel)),
        ("quiz result", screen(quiz_result(), quiz::panel)),
        ("class", screen(class(class_roster()), class::panel)),
        ("class, blind", screen(class::Model { blind: true, ..class(class_roster()) }, class::panel)),
        ("class, nobody", screen(class::Model { said: None, ..class(class::Body::Roster(class::Roster::default())) }, class::panel)),
        ("class, coming", screen(class(class::Body::Coming), class::panel)),
        ("class, no records", screen(class(class::Body::Trouble("no folder for this person's data".into())), class::panel)),
        ("class assignments", screen(class(class_assign(None)), class::panel)),
        ("class assignments of one", screen(class(class_assign(Some(1))), class::panel)),
        ("class board", screen(class(class_board(false, class_rows())), class::panel)),
        ("class board, nothing yet", screen(class(class_board(false, Vec::new())), class::panel)),
        ("class projector", screen(class::Model { blind: true, ..class(class_board(true, class_rows())) }, class::panel)),
        ("class projector, nothing yet", screen(class(class_board(true, Vec::new())), class::panel)),
        ("class spread", screen(class(class_results(class::Chart::Spread, true)), class::panel)),
        ("class curves", screen(class(class_results(class::Chart::Curves, true)), class::panel)),
        ("class items", screen(class(class_results(class::Chart::Items, true)), class::panel)),
        ("class errors", screen(class(class_results(class::Chart::Errors, true)), class::panel)),
        ("class results, none", screen(class(class_results(class::Chart::Errors, false)), class::panel)),
        ("class export", screen(class(class_export()), class::panel)),
        ("settings", screen(settings(settings::Tab::Look), settings::panel)),
        ("settings, sound", screen(settings(settings::Tab::Sound), settings::panel)),
        ("settings, picture", screen(settings(settings::Tab::Picture), settings::panel)),
        ("settings, assists", screen(settings(settings::Tab::Assists), settings::panel)),
        ("error", screen(error(), error::panel)),
    ]
}
