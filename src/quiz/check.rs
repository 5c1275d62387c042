//! The checks of a bank file.

use super::raw::{RawBank, RawChoice, RawExhibit, RawItem, RawQuestion, RawSpot, RawTarget};
use super::section::Asked;
use super::topic::{Certainty, Topic};
use crate::anatomy::{Landmark, Region};
use crate::source::Checker;

/// The version of the bank format that is read.
const VERSION: u32 = 1;
/// Fewest and most options of a question: more than eight cannot be weighed at a glance.
const CHOICES: std::ops::RangeInclusive<f64> = 2.0..=8.0;
/// Fewest and most steps of an order.
const STEPS: std::ops::RangeInclusive<f64> = 3.0..=8.0;
/// The shortest explanation that says why, in characters.
const EXPLANATION: usize = 40;
/// Most threads of a cross-section, and longest way of all of them, mm.
const THREADS: usize = 8;
const LONGEST_MM: f64 = 1000.0;

pub(super) fn check(raw: &RawBank, stem: &str, checker: &mut Checker) {
    checker.version(raw.version, VERSION);
    checker.require("id", raw.id == stem, format!("\"{}\"", raw.id), format!("\"{stem}\", the file's name"));
    checker.not_empty("title", &raw.title);
    checker.require("items", !raw.items.is_empty(), "no items", "at least one");
    checker.distinct(raw.items.iter().enumerate().map(|(i, item)| (format!("items[{i}].id"), item.id.as_str())));
    checker.distinct(raw.items.iter().enumerate().map(|(i, item)| (format!("items[{i}].fact"), item.fact.as_str())));
    for (i, item) in raw.items.iter().enumerate() {
        check_item(&format!("items[{i}]"), item, checker);
    }
}

fn is_slug(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

fn check_item(path: &str, item: &RawItem, checker: &mut Checker) {
    for (field, slug) in [("id", &item.id), ("fact", &item.fact)] {
        checker.require(&format!("{path}.{field}"), is_slug(slug), format!("\"{slug}\""), "lower-case words with hyphens");
    }
    checker.one_of(&format!("{path}.topic"), &item.topic, &Topic::ALL.map(Topic::id));
    checker.one_of(&format!("{path}.certainty"), &item.certainty, &Certainty::ALL.map(Certainty::id));
    checker.require(&format!("{path}.rests"), !item.rests.is_empty(), "no rows", "at least one row of assets/evidence.ron");
    checker.not_empty(&format!("{path}.ask"), &item.ask);
    checker.not_empty(&format!("{path}.source"), &item.source);
    let length = item.explanation.trim().chars().count();
    let wanted = format!("an explanation of at least {EXPLANATION}");
    checker.require(&format!("{path}.explanation"), length >= EXPLANATION, format!("{length} characters"), wanted);
    check_question(&format!("{path}.question"), item, checker);
    check_exhibit(&format!("{path}.exhibit"), item, checker);
}

fn check_question(path: &str, item: &RawItem, checker: &mut Checker) {
    match &item.question {
        RawQuestion::Single(choices) => check_choices(&format!("{path}[0]"), choices, true, checker),
        RawQuestion::Multiple(choices) => check_choices(&format!("{path}[0]"), choices, false, checker),
        RawQuestion::Numeric { value, unit, tolerance, range } => {
            checker.not_empty(&format!("{path}.unit"), unit);
            check_number(path, *value, *tolerance, *range, checker);
            let by_engine = !matches!(item.exhibit, RawExhibit::None);
            let worked = by_engine || !item.worked.trim().is_empty();
            checker.require(path, worked, "a number without `worked`", "the rows that it follows from, in `worked`");
        }
        RawQuestion::Order(steps) => {
            let path = format!("{path}[0]");
            checker.require(&path, STEPS.contains(&(steps.len() as f64)), format!("{} steps", steps.len()), "3 to 8");
            checker.distinct(steps.iter().enumerate().map(|(i, step)| (format!("{path}[{i}]"), step.trim())));
            for (i, step) in steps.iter().enumerate() {
                checker.not_empty(&format!("{path}[{i}]"), step);
            }
        }
        RawQuestion::Point { patient, target, within_mm, spots } => {
            checker.not_empty(&format!("{path}.patient"), patient);
            checker.range(&format!("{path}.within_mm"), *within_mm, 0.0..=15.0);
            match target {
                RawTarget::Region(name) => {
                    checker.one_of(&format!("{path}.target[0]"), name, &Region::ALL.map(|(_, name)| name));
                }
                RawTarget::Hazard(id) => {
                    checker.not_empty(&format!("{path}.target[0]"), id);
                }
                RawTarget::Layer(_) => {}
            }
            check_spots(&format!("{path}.spots"), spots, checker);
        }
    }
}

fn check_spots(path: &str, spots: &[RawSpot], checker: &mut Checker) {
    let right = spots.iter().filter(|spot| spot.right).count();
    checker.require(path, CHOICES.contains(&(spots.len() as f64)), format!("{} places", spots.len()), "2 to 8");
    checker.require(path, right == 1, format!("{right} right places"), "exactly 1");
    checker.distinct(spots.iter().enumerate().map(|(i, spot)| (format!("{path}[{i}].text"), spot.text.trim())));
    let landmarks: Vec<&str> = Landmark::names().into_iter().chain(Landmark::hand_names()).collect();
    for (i, spot) in spots.iter().enumerate() {
        checker.not_empty(&format!("{path}[{i}].text"), &spot.text);
        checker.range(&format!("{path}[{i}].depth_mm"), spot.depth_mm, 0.0..=60.0);
        for (below, got, allowed) in spot.at.problems(&landmarks) {
            checker.require(&format!("{path}[{i}].at.{below}"), false, got, allowed);
        }
    }
}

/// What a question must be like for what is shown beside it.
fn check_exhibit(path: &str, item: &RawItem, checker: &mut Checker) {
    let options = match &item.question {
        RawQuestion::Single(choices) => Some(choices.len()),
        _ => None,
    };
    let number = matches!(item.question, RawQuestion::Numeric { .. });
    match &item.exhibit {
        RawExhibit::None => {}
        RawExhibit::Section { patient, from, to, threads, asked } => {
            checker.not_empty(&format!("{path}.patient"), patient);
            let landmarks: Vec<&str> = Landmark::names().into_iter().chain(Landmark::hand_names()).collect();
            for (field, anchor) in [("from", from), ("to", to)] {
                for (below, got, allowed) in anchor.problems(&landmarks) {
                    checker.require(&format!("{path}.{field}.{below}"), false, got, allowed);
                }
            }
            let many = format!("{} threads", threads.len());
            checker.require(&format!("{path}.threads"), threads.len() <= THREADS, many, format!("at most {THREADS}"));
            let mut way = 0.0;
            for (i, thread) in threads.iter().enumerate() {
                let path = format!("{path}.threads[{i}]");
                checker.range(&format!("{path}.volume_ul"), thread.volume_ul, 0.01..=2000.0);
                checker.require(&format!("{path}.points"), !thread.points.is_empty(), "no points", "at least one");
                for (k, point) in thread.points.iter().enumerate() {
                    checker.range(&format!("{path}.points[{k}][0]"), point.0, 0.0..=150.0);
                    checker.range(&format!("{path}.points[{k}][1]"), point.1, -50.0..=50.0);
                    checker.range(&format!("{path}.points[{k}][2]"), point.2, 0.0..=40.0);
                }
                way += thread.points.windows(2).map(|pair| (pair[1].0 - pair[0].0).abs() + (pair[1].1 - pair[0].1).abs()).sum::<f64>();
            }
            checker.require(&format!("{path}.threads"), !(way > LONGEST_MM), format!("{way:.0} mm"), format!("at most {LONGEST_MM} mm"));
            let fits = match asked {
                Asked::EndOf(_) | Asked::Thickness(_) | Asked::BelowDermis(_) => number,
                Asked::LayerOf(_, layers) => options == Some(layers.len()),
                _ => options == Some(threads.len()),
            };
            let wanted = "a number for a depth, else a single choice with one option for each thread or layer";
            checker.require(&format!("{path}.asked"), fits, "a question of another kind", wanted);
        }
        RawExhibit::Replay { drill, skill, findings, .. } => {
            checker.not_empty(&format!("{path}.drill"), drill);
            checker.range(&format!("{path}.skill"), *skill, 0.0..=1.0);
            let fits = options == Some(findings.len());
            checker.require(&format!("{path}.findings"), fits, format!("{} findings", findings.len()), "one for each option of a single choice");
        }
        RawExhibit::Predict { figure, times, laid, .. } => {
            checker.not_empty(&format!("{path}.figure"), figure);
            checker.range(&format!("{path}.times"), *times, 1e-3..=1e6);
            let fits = if number { laid.len() == 1 } else { options == Some(laid.len()) };
            checker.require(&format!("{path}.laid"), fits, format!("{} texts", laid.len()), "one for a number, one for each option of a single choice");
        }
    }
}

fn check_choices(path: &str, choices: &[RawChoice], single: bool, checker: &mut Checker) {
    let right = choices.iter().filter(|choice| choice.right).count();
    let (holds, allowed) = if single { (right == 1, "exactly 1") } else { (right >= 1, "at least 1") };
    checker.require(path, CHOICES.contains(&(choices.len() as f64)), format!("{} options", choices.len()), "2 to 8");
    checker.require(path, holds, format!("{right} right options"), allowed);
    checker.distinct(choices.iter().enumerate().map(|(i, c)| (format!("{path}[{i}].text"), c.text.trim())));
    for (i, choice) in choices.iter().enumerate() {
        checker.not_empty(&format!("{path}[{i}].text"), &choice.text);
    }
}

fn check_number(path: &str, value: f64, tolerance: f64, (low, high): (f64, f64), checker: &mut Checker) {
    let ordered = low.is_finite() && high.is_finite() && low < high;
    if !checker.require(&format!("{path}.range"), ordered, format!("({low}, {high})"), "the lower end first") {
        return;
    }
    checker.range(&format!("{path}.value"), value, low..=high);
    let widest = (high - low) / 4.0;
    let holds = tolerance > 0.0 && tolerance <= widest;
    let allowed = format!("above 0 and at most {widest}, a quarter of the range");
    checker.require(&format!("{path}.tolerance"), holds, tolerance, allowed);
}
