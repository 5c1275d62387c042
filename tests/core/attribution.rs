//! Findings name the fault that cost the points: take the fault away, and what they said comes back, within a fifth.

use fanline::drill::{Drill, attempt};
use fanline::scoring::{Assessment, Finding, Scorecard, assess, score};
use fanline::trainee::{Fault, Operator, play};

use crate::drill::{library, setup, skill};

/// How far points of findings and points that come back may differ.
const WITHIN: f64 = 0.2;
/// Depth in the middle of the target plane of flat skin, mm.
const PLANE: f64 = 1.07 + 0.75;
/// Zone of the constructed cases: 40 by 40 mm.
const SIDE: f64 = 40.0;

/// One thread of a constructed case, along x.
#[derive(Clone, Copy)]
struct Row {
    y: f64,
    depth: f64,
    ul: f64,
    /// From and to, mm; the same: a bolus.
    x: (f64, f64),
}

/// Eight even rows 5 mm apart.
fn even() -> Vec<Row> {
    (0..8).map(|k| Row { y: 2.5 + 5.0 * f64::from(k), depth: PLANE, ul: 60.0, x: (1.0, SIDE - 1.0) }).collect()
}

fn run(rows: &[Row], product: &str) -> Assessment {
    let thread = |row: &Row| {
        let point = |x: f64| format!("({x}, {}, {})", row.y, row.depth);
        let points = if row.x.0 == row.x.1 { point(row.x.0) } else { format!("{}, {}", point(row.x.1), point(row.x.0)) };
        format!("(product: \"{product}\", volume_ul: {}, points: [{points}])", row.ul)
    };
    let threads: Vec<String> = rows.iter().map(thread).collect();
    let text = format!(
        "(zone: Flat([(0, 0), ({SIDE}, 0), ({SIDE}, {SIDE}), (0, {SIDE})]), target_mg_cm2: 8, threads: [{}])",
        threads.join(", ")
    );
    assess("test.ron", &text).unwrap_or_else(|problems| panic!("{problems}"))
}

/// Points of the findings that a fault is named by, and all of them for the message.
fn named(findings: &[Finding], names: impl Fn(&Finding) -> bool) -> f64 {
    findings.iter().filter(|finding| names(finding)).map(|finding| finding.points_lost).sum()
}

fn told(findings: &[Finding]) -> String {
    let one = |f: &Finding| format!("\n  {:>5.2} {} {} thread {:?} at {:?}", f.points_lost, f.metric, f.id, f.thread, f.at.map(|at| at.map(|x| x.round())));
    findings.iter().filter(|f| f.points_lost > 0.005).map(one).collect()
}

/// Whether a finding lies within so many mm of a row or point.
fn near(finding: &Finding, y: (f64, f64), x: (f64, f64)) -> bool {
    finding.at.is_some_and(|at| (y.0..=y.1).contains(&at[1]) && (x.0..=x.1).contains(&at[0]))
}

/// A constructed case: the fault's name, the rows with it, and which findings name it.
type Case = (&'static str, Vec<Row>, Box<dyn Fn(&Finding) -> bool>);

/// Each case has the even rows and one fault.
fn cases() -> Vec<Case> {
    let all = (-100.0, 100.0);
    let mut shallow = even();
    shallow[3].depth = 0.9;
    let mut gap = even();
    gap.drain(3..5);
    let mut bolus = even();
    bolus.push(Row { y: 17.5, depth: PLANE, ul: 150.0, x: (20.0, 20.0) });
    let mut clumped = even();
    for k in [4, 5] {
        clumped[k].y = clumped[3].y + 0.6 * (k as f64 - 3.0);
    }
    let mut spill = even();
    spill.push(Row { y: SIDE + 6.0, depth: PLANE, ul: 180.0, x: (1.0, SIDE - 1.0) });
    vec![
        ("a shallow thread", shallow, Box::new(move |f| f.thread == Some(4) || near(f, (16.0, 19.0), all))),
        ("a gap", gap, Box::new(move |f| near(f, (12.0, 28.0), all))),
        ("a bolus", bolus, Box::new(move |f| f.thread == Some(9) || near(f, (9.0, 26.0), (10.0, 30.0)))),
        ("clumped threads", clumped, Box::new(move |f| near(f, (14.0, 33.0), all))),
        ("spill", spill, Box::new(move |f| f.thread == Some(9))),
    ]
}

#[test]
fn taking_the_one_fault_away_gives_its_points_back() {
    let mut wrong = Vec::new();
    for product in ["radiesse 1:1", "harmonyca"] {
        for (name, rows, names) in cases() {
            let (clean, faulty) = (run(&even(), product), run(&rows, product));
            let (said, back) = (named(&faulty.findings, &names), clean.total - faulty.total);
            println!("{product}, {name}: {said:.2} points named, {back:.2} come back (clean {:.2})", clean.total);
            if (said - back).abs() > WITHIN * back || !(back > 0.5) {
                wrong.push(format!("{product}, {name}: {said:.2} named, {back:.2} come back{}", told(&faulty.findings)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn card(drill: &Drill, fault: Option<Fault>, seed: u64) -> Scorecard {
    let header = attempt::header(drill, &library().hash(drill), seed, "operator");
    let played = play(setup(&drill.id, seed), Operator::new(skill(1.0), fault, seed), &header).expect("memory");
    score(&played.session, library().rubric(&drill.rubric).expect("a rubric"))
}

/// Metrics that a fault of the hand touches by what it is.
fn touches(fault: Fault) -> &'static [&'static str] {
    match fault {
        Fault::Shallow(_) => &["depth_in_plane", "depth_steadiness", "nodule_probability"],
        Fault::UnevenSpacing => &["coverage", "dose_cv", "largest_gap", "spill", "thread_spacing", "apex_overload", "nodule_probability"],
        // What is laid on the way in as well lies twice along one line, and is missing in the last passes, when the syringe is empty.
        Fault::FlowAdvancing => &[
            "retrograde", "flow_steadiness", "dose_cv", "spill", "apex_overload", "nodule_probability", "coverage", "largest_gap", "idle_passes",
        ],
    }
}

#[test]
fn an_experts_added_fault_is_named_by_what_it_costs() {
    let mut wrong = Vec::new();
    for drill in crate::drill::measured() {
        for fault in [Fault::Shallow(0.7), Fault::UnevenSpacing, Fault::FlowAdvancing] {
            let (mut said, mut back, mut all) = (0.0, 0.0, String::new());
            for seed in 1..=2 {
                let (clean, faulty) = (card(drill, None, seed), card(drill, Some(fault), seed));
                let of = |card: &Scorecard| named(&card.findings, |finding| touches(fault).contains(&finding.metric));
                said += of(&faulty) - of(&clean);
                back += clean.total - faulty.total;
                all += &told(&faulty.findings);
            }
            println!("{} {fault:?}: {said:.2} points named, {back:.2} come back", drill.id);
            if (said - back).abs() > WITHIN * back {
                wrong.push(format!("{} {fault:?}: {said:.2} named, {back:.2} come back{all}", drill.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
