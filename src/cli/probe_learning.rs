//! `fanline probe learning`: the learning curve of a list of totals.

use super::args::Learning;
use super::say::say;
use super::{CliError, print_json};
use crate::drill::Library;
use crate::scoring::learning::{Attempted, Standing, chance_of_signal, curve};
use crate::source::Content;

/// Attempts at most for which the chances of a signal are worked out: the time grows with the cube.
const FURTHEST: usize = 500;

pub(super) fn learning(options: &Learning, json: bool) -> Result<u8, CliError> {
    let library = Library::open(&Content::find()?)?;
    let rubric = library.rubric(&options.rubric)?;
    if !(1..=FURTHEST).contains(&options.within) {
        return Err(CliError::Argument { name: "--within", got: options.within.to_string(), allowed: format!("1..={FURTHEST}") });
    }
    let read = |word: &String| -> Result<Attempted, CliError> {
        let number = word.trim().trim_end_matches('!');
        let critical = word.trim().ends_with('!');
        let total = number.parse().ok().filter(|total| (0.0..=100.0).contains(total));
        let total: f64 = total.ok_or_else(|| CliError::Argument {
            name: "--totals",
            got: word.clone(),
            allowed: "0..=100, with ! after it when there was a critical error".to_owned(),
        })?;
        Ok(Attempted { total, passed: total >= rubric.pass_mark && !critical })
    };
    let attempts: Vec<Attempted> = options.totals.iter().map(read).collect::<Result<_, _>>()?;
    let points = curve(&rubric.learning, &attempts);
    for (i, (attempt, point)) in attempts.iter().zip(&points).enumerate() {
        if json {
            print_json(&serde_json::json!({
                "attempt": i + 1, "total": attempt.total, "passed": attempt.passed,
                "mean": point.rolling.mean, "standard_error": point.rolling.standard_error, "mean_of": point.rolling.attempts,
                "learning_sum": point.learning_sum, "relapse_sum": point.relapse_sum, "boundary": point.boundary,
                "standing": point.standing, "shown": point.shown, "relapse": point.relapse,
            }));
            continue;
        }
        let standing = match point.standing {
            Standing::Learning => "learning",
            Standing::Proficient => "proficient",
            Standing::Relapsed => "relapsed",
        };
        let error = point.rolling.standard_error.map_or_else(String::new, |error| format!(" ± {error:.1}"));
        let (test, sum) = point.learning_sum.map_or(("CUSUM", point.relapse_sum), |sum| ("LC-CUSUM", Some(sum)));
        let verdict = if attempt.passed { "passed" } else { "failed" };
        let mark = if point.shown || point.relapse { " *" } else { "" };
        say!(
            "{:>4} {:>6.1} {verdict}  mean {:.1}{error}  {test} {:.2} of {:.2}  {standing}{mark}",
            i + 1,
            attempt.total,
            point.rolling.mean,
            sum.unwrap_or(0.0),
            point.boundary,
        );
    }
    let (rules, within) = (&rubric.learning, options.within);
    let chance = |relapse, rate| chance_of_signal(rules, relapse, rate, within);
    let (shown, wrongly) = (chance(false, rules.p0), chance(false, rules.p1));
    let (relapsed, alarm) = (chance(true, rules.p1), chance(true, rules.p0));
    if json {
        print_json(&serde_json::json!({
            "rules": rules, "within": within, "proficient_at_p0": shown, "proficient_at_p1": wrongly,
            "relapsed_at_p1": relapsed, "relapsed_at_p0": alarm,
        }));
    } else {
        say!("within {within} attempts: called proficient, failing {:.0} %: {shown:.3}, failing {:.0} %: {wrongly:.3};", 100.0 * rules.p0, 100.0 * rules.p1);
        say!("called relapsed, failing {:.0} %: {relapsed:.3}, failing {:.0} %: {alarm:.3}", 100.0 * rules.p1, 100.0 * rules.p0);
    }
    Ok(0)
}
