//! `fanline validity`: does the score know skill.

use rayon::prelude::*;

use super::args::Validity as Options;
use super::recordings::pool;
use super::say::say;
use super::{CliError, print_json};
use crate::drill::{Drill, Library, attempt};
use crate::scoring::validity::{Better, Observation, Validity, fifth, validity as judge};
use crate::scoring::{METRICS, Rubric, Score, Scorecard, score};
use crate::source::Content;
use crate::trainee::{ATTEMPTS, Operator, SkillTable, Trial, play, study};

/// Least area of a total.
const LEAST_AUC: f64 = 0.96;
/// Least ICC(1,5) of a total.
const LEAST_ICC: f64 = 0.8;
/// Persons at least: one novice and one expert.
const LEAST_PERSONS: u64 = 2;
/// Persons at most; a number is kept for each attempt and metric, a few hundred megabytes in all.
const MOST_PERSONS: u64 = 200_000;

/// What one line says.
#[derive(serde::Serialize)]
struct Row<'a> {
    drill: &'a str,
    name: &'a str,
    kind: &'static str,
    weight: f64,
    persons: usize,
    #[serde(flatten)]
    validity: Validity,
    ok: Option<bool>,
}

/// A number of an attempt: its value, its points where it is graded, what it weighs in the total in points.
type Number = (Option<f64>, Option<f64>, f64);

pub(super) fn validity(options: &Options, json: bool) -> Result<u8, CliError> {
    let content = Content::find()?;
    let library = Library::open(&content)?;
    let table = SkillTable::parse("assets/operators.ron", &content.read_text("assets/operators.ron")?)?;
    let persons = options.seeds / ATTEMPTS;
    if !(LEAST_PERSONS..=MOST_PERSONS).contains(&persons) {
        let allowed = format!("{}..={}, five for each person", LEAST_PERSONS * ATTEMPTS, MOST_PERSONS * ATTEMPTS);
        return Err(CliError::Argument { name: "--seeds", got: options.seeds.to_string(), allowed });
    }
    let drills: Vec<&Drill> = match &options.drill {
        Some(id) => vec![library.drill(id)?],
        None => library.drills().iter().collect(),
    };
    let trials = study(persons as usize, options.seed);
    let pool = pool(options.jobs)?;
    let mut code = 0;
    for drill in drills {
        let rubric = library.rubric(&drill.rubric)?;
        let hash = library.hash(drill);
        let one = |trial: &Trial| -> Result<Vec<Number>, CliError> {
            let header = attempt::header(drill, &hash, trial.seed, "person");
            let operator = Operator::new(trial.person.hand(&table), None, trial.seed);
            let played = play(library.setup(drill, trial.seed)?, operator, &header).map_err(CliError::Output)?;
            Ok(numbers(&score(&played.session, rubric), rubric))
        };
        let played: Vec<Vec<Number>> = pool.install(|| trials.par_iter().map(one).collect::<Result<_, _>>())?;
        let rows = rows(&drill.id, rubric, &trials, persons as usize, &played);
        if rows.iter().any(|row| row.ok == Some(false)) {
            code = 1;
        }
        if json {
            rows.iter().for_each(print_json);
        } else {
            print_table(drill, &rows);
        }
    }
    Ok(code)
}

/// Total, scores and metrics of an attempt, in their order.
fn numbers(card: &Scorecard, rubric: &Rubric) -> Vec<Number> {
    let mut numbers = vec![(Some(card.total), Some(card.total), 100.0)];
    for (score, _) in Score::ALL {
        let value = card.scores.get(score);
        numbers.push((Some(value), Some(value), 100.0 * rubric.weight(score)));
    }
    for metric in &METRICS {
        let found = card.metrics.iter().find(|found| found.name == metric.name);
        numbers.push(found.map_or((None, None, 0.0), |found| (found.value, found.points, found.of_total)));
    }
    numbers
}

fn rows<'a>(drill: &'a str, rubric: &Rubric, trials: &[Trial], persons: usize, played: &[Vec<Number>]) -> Vec<Row<'a>> {
    let graded = |name: &str| rubric.band(name).map(|band| if band.full > band.zero { Better::Higher } else { Better::Lower });
    let names = [("total", "total", Some(Better::Higher))]
        .into_iter()
        .chain(Score::ALL.iter().map(|(_, name)| (*name, "score", Some(Better::Higher))))
        .chain(METRICS.iter().map(|metric| (metric.name, "metric", graded(metric.name))));
    names
        .enumerate()
        .map(|(at, (name, kind, better))| {
            let seen = |(trial, numbers): (&Trial, &Vec<Number>)| {
                let (value, points, _) = numbers[at];
                Observation { person: trial.number, skill: trial.person.level, value, points }
            };
            let observations: Vec<Observation> = trials.iter().zip(played).map(seen).collect();
            let validity = judge(&observations, persons, better);
            let weight = played.iter().map(|numbers| numbers[at].2).fold(0.0, f64::max);
            let reaches = || validity.auc.is_some_and(|auc| auc.value >= LEAST_AUC) && validity.all.icc_5.is_some_and(|icc| icc >= LEAST_ICC);
            let ok = (kind == "total").then(reaches);
            Row { drill, name, kind, weight, persons, validity, ok }
        })
        .collect()
}

fn print_table(drill: &Drill, rows: &[Row]) {
    let persons = rows.first().map_or(0, |row| row.persons);
    let edge = fifth(persons);
    let attempts = persons as u64 * ATTEMPTS;
    say!("{}: {persons} persons, {attempts} attempts; novices and experts {edge} each; mid: skill 0.25 to 0.75", drill.id);
    say!(
        "{:<20}{:>7}  {:<18}{:>6}{:>7} {:>6}{:>6}{:>6}   {:>6} {:>6}{:>6}{:>6}  {:>5}{:>6}",
        "", "weight", "AUC (95 %)", "d", "rho", "ICC1", "ICC3", "ICC5", "mid", "ICC1", "ICC3", "ICC5", "ceil", "floor",
    );
    let number = |value: Option<f64>| value.map_or_else(|| "-".to_owned(), |value| format!("{value:.2}"));
    let icc = |value: Option<f64>| if value.is_some_and(|value| value < 0.0) { "<0".to_owned() } else { number(value) };
    let share = |value: Option<f64>| value.map_or_else(|| "-".to_owned(), |value| format!("{:.0}%", 100.0 * value));
    for row in rows {
        let said = &row.validity;
        let auc = said.auc.map_or_else(|| "-".to_owned(), |auc| format!("{:.2} ({:.2}-{:.2})", auc.value, auc.low, auc.high));
        let weight = if row.weight > 0.0 { format!("{:.1}", row.weight) } else { "-".to_owned() };
        let wrong = said.better.is_some() && said.auc.is_some_and(|auc| auc.value <= 0.3);
        let note = match (said.auc, said.discriminates, said.certain) {
            (None, ..) => "  not measured here",
            _ if wrong => "  ranks the wrong way",
            (_, false, _) => "  does not discriminate",
            (_, true, false) => "  too few persons to be sure",
            (_, true, true) => "",
        };
        say!(
            "{:<20}{weight:>7}  {auc:<18}{:>6}{:>7} {:>6}{:>6}{:>6}   {:>6} {:>6}{:>6}{:>6}  {:>5}{:>6}{note}",
            row.name,
            number(said.cohen_d),
            number(said.all.spearman),
            icc(said.all.icc_1),
            icc(said.all.icc_3),
            icc(said.all.icc_5),
            number(said.middle.spearman),
            icc(said.middle.icc_1),
            icc(said.middle.icc_3),
            icc(said.middle.icc_5),
            share(said.ceiling),
            share(said.floor),
        );
    }
    match rows.iter().find_map(|row| row.ok) {
        Some(true) => say!("the total knows skill: AUC at least {LEAST_AUC}, ICC(1,5) at least {LEAST_ICC}\n"),
        _ => say!("the total falls short: AUC {LEAST_AUC} and ICC(1,5) {LEAST_ICC} are wanted\n"),
    }
}
