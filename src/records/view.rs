//! What the report's page is filled with: words, numbers as text, pictures.

use std::collections::BTreeMap;

use super::marks::{Marked, TOLD, marked};
use super::svg::{clock, grade};
use super::{svg_depth, svg_dose, svg_ring, svg_timeline};
use crate::drill::Drill;
use crate::lang::{Lang, Value};
use crate::scoring::{Change, METRICS, MetricValue, Score, Scorecard, Severity};
use crate::session::recording::ENGINE;
use crate::session::{Session, TICKS_PER_SECOND};

#[derive(serde::Serialize)]
pub(super) struct Page {
    /// Code of the page's language.
    lang: String,
    /// Words of the page: messages `report-…`, without that and with `_` for `-`.
    words: BTreeMap<String, String>,
    title: String,
    brief: String,
    attempts: Vec<AttemptView>,
    metrics: Vec<GroupView>,
    facts: Vec<(String, String)>,
    engine: &'static str,
    drill: String,
    drill_hash: String,
}

#[derive(serde::Serialize)]
struct AttemptView {
    who: String,
    total: String,
    verdict: String,
    grade: &'static str,
    mark: &'static str,
    passed: bool,
    facts: Vec<(String, String)>,
    rings: Vec<RingView>,
    others: Vec<OtherView>,
    critical: Vec<CriticalView>,
    lost: Vec<FindingView>,
    smaller: Vec<FindingView>,
    well: Vec<FindingView>,
    changes: Vec<String>,
    depth: String,
    dose: String,
    timeline: String,
}

#[derive(serde::Serialize)]
struct RingView {
    svg: String,
    name: String,
    caption: String,
}

#[derive(serde::Serialize)]
struct OtherView {
    name: String,
    points: String,
    mark: &'static str,
    grade: &'static str,
}

#[derive(serde::Serialize)]
struct CriticalView {
    title: String,
    why: String,
    when: String,
}

#[derive(serde::Serialize)]
struct FindingView {
    number: String,
    severity: &'static str,
    mark: &'static str,
    title: String,
    why: String,
    how: String,
    points: String,
    score: String,
    place: String,
    when: String,
}

#[derive(serde::Serialize)]
struct GroupView {
    name: String,
    rows: Vec<RowView>,
}

#[derive(serde::Serialize)]
struct RowView {
    name: String,
    unit: String,
    cells: Vec<(String, String)>,
}

/// A number without digits behind the point.
fn whole(x: f64) -> String {
    format!("{:.0}", x + 0.0)
}

fn percent(x: f64, lang: &Lang) -> String {
    lang.number(100.0 * x, u8::from(x < 0.1))
}

/// Lost points, as they stand beside a finding.
fn minus(points: f64, lang: &Lang) -> String {
    if points < 0.05 {
        format!("< {}", lang.number(0.1, 1))
    } else {
        format!("−{}", lang.number(points, u8::from(points < 10.0)))
    }
}

fn score_name(score: Score, lang: &Lang) -> String {
    lang.text(&format!("score-{}", score.name()), &[])
}

fn time(tick: u64) -> String {
    clock(tick as f64 / TICKS_PER_SECOND as f64)
}

/// The page's view of drill and attempts.
pub(super) fn page(drill: &Drill, drill_hash: &str, attempts: &[(&str, &Session, &Scorecard)], lang: &Lang) -> Page {
    let words = lang
        .ids()
        .filter_map(|id| Some((id.strip_prefix("report-")?.replace('-', "_"), lang.text(id, &[]))))
        .chain([("disclaimer".to_owned(), lang.text("app-disclaimer", &[]))])
        .collect();
    let drill_words = drill.words(lang);
    Page {
        lang: lang.code().to_owned(),
        words,
        title: drill_words.title,
        brief: drill_words.brief,
        attempts: attempts.iter().map(|(who, session, card)| attempt(who, session, card, lang)).collect(),
        metrics: metrics(attempts, lang),
        facts: attempts.first().map(|(_, session, _)| facts(drill, session, lang)).unwrap_or_default(),
        engine: ENGINE,
        drill: drill.id.clone(),
        drill_hash: drill_hash.to_owned(),
    }
}

/// What was given: patient, zone, product, cannula.
fn facts(drill: &Drill, session: &Session, lang: &Lang) -> Vec<(String, String)> {
    let setup = session.setup();
    let who = setup.anatomy.phenotype();
    let sex = match who.sex {
        crate::anatomy::Sex::Female => "report-female",
        crate::anatomy::Sex::Male => "report-male",
    };
    let number = |value: f64, decimals: u8| Value::number(value, decimals);
    let fact = |id: &str, values: &[(&str, Value)]| (lang.text(&format!("report-fact-{id}"), &[]), lang.text(&format!("report-fact-{id}-is"), values));
    vec![
        fact(
            "patient",
            &[
                ("sex", Value::text(lang.text(sex, &[]))),
                ("age", number(who.age_years, 0)),
                ("bmi", number(who.bmi, 0)),
                ("type", number(f64::from(who.skin_type), 0)),
            ],
        ),
        fact(
            "zone",
            &[
                ("site", Value::text(drill.words(lang).site)),
                ("area", number(setup.zone.area_mm2 / 100.0, 1)),
                ("from", number(setup.plane.from_mm, 1)),
                ("to", number(setup.plane.to_mm, 1)),
            ],
        ),
        fact(
            "product",
            &[("product", Value::text(&*drill.product_title)), ("caha", number(setup.mixture.caha_mg_per_ml, 0)), ("drawn", number(setup.drawn_ml, 2))],
        ),
        fact(
            "dose",
            &[("planned", number(setup.planned_ml, 2)), ("target", number(setup.target_mg_cm2, 1)), ("maximum", number(setup.maximum_ml, 2))],
        ),
        fact(
            "cannula",
            &[
                ("gauge", Value::text(setup.tube.gauge.name())),
                ("length", number(setup.tube.length_mm, 0)),
                ("port", number(setup.tube.port_offset_mm, 1)),
            ],
        ),
    ]
}

fn attempt(who: &str, session: &Session, card: &Scorecard, lang: &Lang) -> AttemptView {
    let marks = marked(card);
    let lost = || marks.iter().filter(|m| m.finding.severity != Severity::WellDone);
    let (colour, mark) = if card.passed { (super::svg::colour::TARGET, "●") } else { (super::svg::colour::FAULT, "◆") };
    let verdict = if card.passed {
        "report-passed"
    } else if card.critical.is_empty() {
        "report-below-mark"
    } else {
        "report-critical-failed"
    };
    let ledger = session.ledger();
    let laid = session.layings().iter().map(|laying| laying.caha_mg).sum::<f64>();
    let fact = |id: &str, values: &[(&str, Value)]| (lang.text(&format!("report-fact-{id}"), &[]), lang.text(&format!("report-fact-{id}-is"), values));
    AttemptView {
        who: who.to_owned(),
        total: whole(card.total),
        verdict: lang.text(verdict, &[("mark", Value::number(card.pass_mark, 0))]),
        grade: colour,
        mark,
        passed: card.passed,
        facts: vec![
            fact("time", &[("time", Value::text(time(session.tick())))]),
            fact("laid", &[("volume", Value::number(ledger.laid_ul / 1e3, 2)), ("caha", Value::number(laid, 0))]),
            fact("threads", &[("threads", Value::count(card.threads.len())), ("passes", Value::count(session.passes().len()))]),
        ],
        rings: rings(card, lang),
        others: [Score::Safety, Score::Technique, Score::Procedure]
            .into_iter()
            .map(|score| {
                let points = card.scores.get(score);
                let (colour, mark) = grade(points);
                OtherView { name: score_name(score, lang), points: whole(points), mark, grade: colour }
            })
            .collect(),
        critical: card
            .critical
            .iter()
            .map(|error| {
                let id = error.id.replace('_', "-");
                CriticalView {
                    title: lang.text(&format!("critical-{id}-title"), &[]),
                    why: lang.text(&format!("critical-{id}-why"), &[]),
                    when: time(error.tick),
                }
            })
            .collect(),
        lost: lost().take(TOLD).map(|m| finding(m, lang)).collect(),
        smaller: lost().skip(TOLD).map(|m| finding(m, lang)).collect(),
        well: marks.iter().filter(|m| m.finding.severity == Severity::WellDone).map(|m| finding(m, lang)).collect(),
        changes: card.changes.iter().map(|change| self::change(change, lang)).collect(),
        depth: svg_depth::depth(card, session.setup().plane, lang),
        dose: svg_dose::dose(session, card, &marks, lang),
        timeline: svg_timeline::timeline(session, lang),
    }
}

/// What a change would have done to the nodule risk, in words.
fn change(change: &Change, lang: &Lang) -> String {
    let of_thread: Vec<_> = change.thread.map(|thread| ("thread", Value::count(thread))).into_iter().collect();
    let what = lang.text(&change.words(), &of_thread);
    lang.text("nodule-change", &[("change", Value::text(what)), ("probability", Value::text(percent(change.probability, lang)))])
}

fn rings(card: &Scorecard, lang: &Lang) -> Vec<RingView> {
    let caption = |id: &str, metric: &str, shown: f64, decimals: u8| {
        let value = card.metric(metric).map_or(f64::NAN, |value| value * shown);
        lang.text(id, &[("value", Value::number(value, decimals))])
    };
    let plain = |points: f64, score: Score, caption: String| {
        let name = score_name(score, lang);
        RingView { svg: svg_ring::ring(points, &whole(points), &name), name, caption }
    };
    let nodule = &card.nodule;
    let large = lang.text("value-percent", &[("value", Value::text(percent(nodule.probability, lang)))]);
    let name = lang.text("report-nodule", &[]);
    vec![
        plain(card.scores.depth, Score::Depth, caption("report-depth-caption", "depth_in_plane", 100.0, 0)),
        plain(card.scores.evenness, Score::Evenness, caption("report-evenness-caption", "dose_cv", 1.0, 2)),
        RingView {
            svg: svg_ring::ring(card.scores.nodule, &large, &name),
            name,
            caption: lang.text(
                "report-nodule-caption",
                &[
                    ("low", Value::text(percent(nodule.low, lang))),
                    ("high", Value::text(percent(nodule.high, lang))),
                    ("points", Value::number(card.scores.nodule, 0)),
                ],
            ),
        },
    ]
}

fn finding(marked: &Marked, lang: &Lang) -> FindingView {
    let finding = marked.finding;
    let (severity, mark) = match finding.severity {
        Severity::Fault => ("fault", "◆"),
        Severity::Attention => ("attention", "▲"),
        Severity::WellDone => ("well", "●"),
    };
    let mut place = Vec::new();
    if let Some(thread) = finding.thread {
        place.push(lang.text("report-at-thread", &[("thread", Value::count(thread))]));
    }
    if let Some(depth) = finding.depth_mm {
        place.push(lang.text("report-at-depth", &[("depth", Value::number(depth, 1))]));
    }
    let when = match finding.ticks {
        Some((from, to)) if to >= from + TICKS_PER_SECOND => format!("{}–{}", time(from), time(to)),
        Some((from, _)) => time(from),
        None => lang.text("report-whole", &[]),
    };
    FindingView {
        number: marked.number.map(|number| number.to_string()).unwrap_or_default(),
        severity,
        mark,
        title: finding.title(lang),
        why: finding.why(lang),
        how: finding.how(lang),
        points: minus(finding.points_lost, lang),
        score: score_name(finding.score, lang),
        place: place.join(" · "),
        when,
    }
}

/// All metrics, by score, a column for each attempt.
fn metrics(attempts: &[(&str, &Session, &Scorecard)], lang: &Lang) -> Vec<GroupView> {
    let cell = |metric: Option<&MetricValue>, shown: f64, decimals: u8| {
        let dash = || "–".to_owned();
        let value = metric.and_then(|m| m.value).map_or_else(dash, |value| lang.number(value * shown, decimals));
        let points = metric.and_then(|m| Some((m.points?, m.of_total)));
        let points = points.map_or_else(String::new, |(points, of_total)| format!("{} / {}", lang.number(of_total * points / 100.0, 1), lang.number(of_total, 1)));
        (value, points)
    };
    let row = |definition: &crate::scoring::Definition| RowView {
        name: lang.text(&format!("metric-{}", definition.name.replace('_', "-")), &[]),
        unit: if definition.unit.is_empty() && definition.shown > 1.0 { "%".to_owned() } else { definition.unit.to_owned() },
        cells: attempts
            .iter()
            .map(|(_, _, card)| cell(card.metrics.iter().find(|m| m.name == definition.name), definition.shown, definition.decimals))
            .collect(),
    };
    let group = |score: Score| GroupView {
        name: score_name(score, lang),
        rows: METRICS.iter().filter(|definition| definition.score == score).map(row).collect(),
    };
    Score::ALL.iter().map(|(score, _)| group(*score)).collect()
}
