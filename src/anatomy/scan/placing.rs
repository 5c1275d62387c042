//! From the picked landmarks to the scan's unit and its place in our frame; refuses what is not a head.
//!
//! **Invariant:** the scan keeps its own size: only its unit is changed to mm, never its scale.

use super::picks::{Picks, Unit};
use super::similarity::Similarity;
use crate::anatomy::skin::{Landmark, Skin};
use crate::geom::Vec3;
use crate::source::{Problem, Problems};

/// How much smaller or larger than the built-in head of the same person a head may be: the adult range of head breadth and length is
/// within ±15 % (Farkas 1994) [design: with room for landmarks that are not where they should be].
const SIZES: std::ops::RangeInclusive<f64> = 0.75..=1.35;
/// Furthest that a landmark may lie from where the others put it, mm at the size of the built-in head [design].
const FURTHEST_MM: f64 = 24.0;
/// Share of the landmarks that may be wrong before the whole is no head.
const WRONG_SHARE: f64 = 0.34;

/// How a scan comes into our frame.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placing {
    pub(super) unit: Unit,
    /// From the scan's coordinates to our frame (scale: mm per unit).
    pub(super) to_frame: Similarity,
    /// Size of this head by that of the built-in one.
    pub(super) size: f64,
}

fn pairs(points: &[(Landmark, Vec3)], template: &Skin, name: impl Fn(Landmark) -> Landmark) -> Vec<(Vec3, Vec3)> {
    points.iter().map(|(landmark, p)| (*p, template.landmarks.get(name(*landmark)))).collect()
}

fn other_side(landmark: Landmark) -> Landmark {
    Landmark::named(&crate::anatomy::anchor::mirrored_name(landmark.name())).unwrap_or(landmark)
}

/// Root mean square of what is left, mm of the template.
fn misfit(pairs: &[(Vec3, Vec3)]) -> f64 {
    let Some(fit) = Similarity::fit(pairs) else { return f64::INFINITY };
    (pairs.iter().map(|(p, q)| (fit.apply(*p) - *q).length_squared()).sum::<f64>() / pairs.len() as f64).sqrt()
}

/// The landmarks that do not fit where the others put them, worst first, with how far they are off (mm of the template).
fn misplaced(points: &[(Landmark, Vec3)], template: &Skin) -> Vec<(Landmark, f64)> {
    let mut kept = points.to_vec();
    let mut out = Vec::new();
    while kept.len() > 4 {
        let all = pairs(&kept, template, |l| l);
        let Some(fit) = Similarity::fit(&all) else { break };
        // What a landmark alone does to the fit hides its own error: each is judged by the fit of the others.
        let mut worst = (0, 0.0);
        for i in 0..kept.len() {
            let others: Vec<_> = all.iter().enumerate().filter(|(k, _)| *k != i).map(|(_, pair)| *pair).collect();
            let off = (Similarity::fit(&others).unwrap_or(fit).apply(all[i].0) - all[i].1).length();
            if off > worst.1 {
                worst = (i, off);
            }
        }
        if worst.1 <= FURTHEST_MM {
            break;
        }
        out.push((kept.remove(worst.0).0, worst.1));
    }
    out
}

/// Places a scan by its landmarks.
pub(super) fn place(picks: &Picks, template: &Skin) -> Result<Placing, Problems> {
    let points: Vec<(Landmark, Vec3)> = picks.points.iter().map(|(landmark, p)| (*landmark, *p)).collect();
    let one = |problem: Problem| Problems(vec![problem]);
    let straight = pairs(&points, template, |l| l);
    let Some(rough) = Similarity::fit(&straight) else {
        return Err(one(picks.problem("landmarks", "points on one line", "the landmarks of a head")));
    };
    if misfit(&pairs(&points, template, other_side)) < 0.6 * misfit(&straight) {
        return Err(one(picks.problem(
            "landmarks",
            "left and right exchanged, or a mirrored scan",
            "the patient's own left and right (with the face towards you, the patient's left is on your right)",
        )));
    }
    let wrong = misplaced(&points, template);
    if wrong.len() as f64 > WRONG_SHARE * points.len() as f64 {
        let names: Vec<String> = wrong.iter().map(|(landmark, off)| format!("{} by {off:.0} mm", landmark.name())).collect();
        let got = format!("no head: {} of {} landmarks are off the proportions of a head ({})", wrong.len(), points.len(), names.join(", "));
        return Err(one(picks.problem("landmarks", got, "the landmarks of a head, in the scan's own coordinates")));
    }
    if !wrong.is_empty() {
        let problem = |(landmark, off): &(Landmark, f64)| {
            let path = format!("landmarks.{}", landmark.name());
            picks.problem(&path, format!("a place {off:.0} mm from where the other landmarks put it"), format!("{FURTHEST_MM} mm at most"))
        };
        return Err(Problems(wrong.iter().map(problem).collect()).sorted());
    }
    let (unit, size) = unit(picks, rough.scale).map_err(one)?;
    let turned = |p: Vec3| rough.rotation * p * unit.mm();
    let ears = (picks.points[&Landmark::TragusLeft], picks.points[&Landmark::TragusRight]);
    let shift = -(turned(ears.0) + turned(ears.1)) * 0.5;
    Ok(Placing { unit, to_frame: Similarity { scale: unit.mm(), rotation: rough.rotation, shift }, size })
}

/// The unit, stated or told from the size, and the head's size by the template's.
fn unit(picks: &Picks, template_mm_per_unit: f64) -> Result<(Unit, f64), Problem> {
    let sized = |unit: Unit| (unit, unit.mm() / template_mm_per_unit);
    let fitting = Unit::ALL.map(sized).into_iter().find(|(_, size)| SIZES.contains(size));
    let breadth = |unit: Unit| (picks.points[&Landmark::TragusLeft] - picks.points[&Landmark::TragusRight]).length() * unit.mm();
    match (picks.unit.map(sized), fitting) {
        (Some((unit, size)), _) if SIZES.contains(&size) => Ok((unit, size)),
        (Some((unit, size)), other) => {
            let got = format!("\"{}\": {:.0} mm between the tragi, {size:.3} times an adult's head", unit.name(), breadth(unit));
            let hint = other.map_or(String::new(), |(unit, _)| format!("; it would be one in {}", unit.name()));
            Err(picks.problem("unit", got, format!("a head of {} to {} times the usual size{hint}", SIZES.start(), SIZES.end())))
        }
        (None, Some(found)) => Ok(found),
        (None, None) => {
            let got = format!("a head that is {:.4} units between the tragi", breadth(Unit::Millimetre));
            Err(picks.problem("landmarks", got, "an adult's head (125 to 165 mm there) in mm, cm or m"))
        }
    }
}
