//! Rubrics, and the words of findings.

use fanline::drill::Drill;
use fanline::lang::Lang;
use fanline::scoring::{METRICS, Rubric, score};
use fanline::session::Session;
use fanline::source::Content;
use fanline::trainee::Operator;

use crate::drill::{content, library, setup, skill};

const DEFAULT: &str = include_str!("../../levels/rubrics/default.ron");

#[test]
fn the_built_in_rubric_is_clean() {
    let rubric = Rubric::built_in();
    assert_eq!(rubric.id, "default");
    assert!(METRICS.iter().any(|metric| rubric.band(metric.name).is_none()), "some metrics are only reported");
}

#[test]
fn every_mistake_in_a_rubric_is_located() {
    let wrong = DEFAULT
        .replace("pass_mark: 70", "pass_mark: 170")
        .replace("metric: \"coverage\"", "metric: \"covrage\"")
        .replace("full: 0.45, zero: 1.30", "full: 0.45, zero: 0.45")
        .replace("\"over_dose\"", "\"overdose\"")
        .replace("\"depth\": 24", "\"depht\": 24");
    let problems = Rubric::parse("wrong.ron", &wrong).expect_err("five mistakes").0;
    assert_eq!(problems.len(), 5, "{problems:#?}");
    assert!(problems.iter().all(|problem| problem.line > 1 && problem.column > 0));
}

#[test]
fn points_run_from_zero_to_full() {
    let rubric = Rubric::built_in();
    let band = rubric.band("dose_cv").expect("graded");
    assert_eq!((band.points(0.2, false), band.points(2.0, false)), (1.0, 0.0));
    let middle = band.points(0.5 * (band.full + band.zero), false);
    assert!((middle - 0.5).abs() < 1e-12);
    let nodule = rubric.band("nodule_probability").expect("graded");
    // Log-linear: the geometric mean of 1 % and 12 % has half of the points.
    assert!((nodule.points(0.0012_f64.sqrt(), true) - 0.5).abs() < 1e-9);
}

#[test]
fn every_finding_has_its_words() {
    let content = Content::find().expect("content");
    let lang = Lang::load(&content, "en").unwrap_or_else(|error| panic!("{error}"));
    let mut titles = 0;
    for id in lang.ids().filter(|id| id.starts_with("finding-") && id.ends_with("-title")) {
        let stem = id.trim_end_matches("-title");
        assert!(lang.has(&format!("{stem}-why")), "{stem}-why");
        assert!(stem.starts_with("finding-well-") || lang.has(&format!("{stem}-how")), "{stem}-how");
        titles += 1;
    }
    // Every id that stands in the sources of the metrics has a title.
    let folder = crate::source_tree().join("src/scoring");
    let mut named = 0;
    let mut folders = vec![folder];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("sources").map(|entry| entry.expect("entry").path()) {
            if entry.is_dir() {
                folders.push(entry);
                continue;
            }
            let text = std::fs::read_to_string(&entry).expect("text");
            // Every literal in kebab-case in these sources is the id of a finding.
            for id in text.split('"').skip(1).step_by(2).filter(|part| is_kebab(part)) {
                assert!(lang.has(&format!("finding-{id}-title")), "{id} of {}", entry.display());
                named += 1;
            }
        }
    }
    assert!(titles >= 60 && named >= 60, "{titles} titles, {named} ids");
}

fn is_kebab(text: &str) -> bool {
    text.contains('-') && text.split('-').all(|word| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase()))
}

/// The jawline drill laid under the chin, on both sides of the middle; entry on the left.
fn submental() -> String {
    let text = content().read_text("levels/drills/radiesse-jawline.ron").expect("the drill");
    let from = text.find("    zone: [").expect("a zone");
    let to = text.find("    plane: (").expect("a plane");
    let zone = r#"    zone: [
        (at: [("menton", 0.7), ("antegonial_notch_left", 0.3)]),
        (at: [("cervical_point", 0.6), ("antegonial_notch_left", 0.4)]),
        (at: [("cervical_point", 0.6), ("antegonial_notch_right", 0.4)]),
        (at: [("menton", 0.7), ("antegonial_notch_right", 0.3)]),
    ],
    entries: [
        (at: [("cervical_point", 0.35), ("menton", 0.25), ("antegonial_notch_left", 0.4)]),
    ],
"#;
    format!("{}{zone}{}", &text[..from], &text[to..]).replace("id: \"radiesse-jawline\"", "id: \"submental\"")
}

#[test]
fn symmetry_is_judged_where_the_zone_lies_on_both_sides() {
    let drill = Drill::parse("levels/drills/submental.ron", &submental(), &library().known()).unwrap_or_else(|problems| panic!("{problems}"));
    let mut session = Session::new(library().setup(&drill, 1).expect("a setup"));
    let mut operator = Operator::new(skill(1.0), None, 1);
    while !session.finished() {
        let controls = operator.act(&session);
        session.step(&controls);
    }
    let card = score(&session, &Rubric::built_in());
    let zone = &session.setup().zone;
    let area = |left: bool| zone.cells.iter().filter(|c| c.inside && (c.point.x > 0.0) == left).map(|c| c.area_mm2).sum::<f64>();
    let mass = |left: bool| session.deposits().deposits().iter().filter(|d| (d.foot.x > 0.0) == left).map(|d| d.caha_mg).sum::<f64>();
    let (l, r) = (mass(true) / area(true), mass(false) / area(false));
    let symmetry = card.metric("symmetry").expect("a bilateral zone");
    assert!((symmetry - (l - r).abs() / (l + r)).abs() < 1e-9, "{symmetry}: {l} and {r}");
    assert!(l > 0.0 && area(false) > 0.25 * zone.area_mm2);
    let judged = card.metrics.iter().find(|metric| metric.name == "symmetry").expect("reported");
    assert!(judged.of_total > 0.0);

    let one_sided = score(&Session::new(setup("radiesse-jawline", 1)), &Rubric::built_in());
    let aside = one_sided.metrics.iter().find(|metric| metric.name == "symmetry").expect("reported");
    assert!(aside.value.is_none() && aside.of_total == 0.0);
}
