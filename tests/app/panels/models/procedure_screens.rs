//! The procedure: consultation, marking, bench, passes, inspection.

use super::*;

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
        site: Some(Site::Face),
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
            site: Some(Site::Face),
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

pub fn fault() -> procedure::Model {
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
