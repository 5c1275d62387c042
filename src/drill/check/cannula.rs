//! The cannula or needle: gauge, length, tip, port.

use super::super::raw::{RawCannula, RawDrill, TIPS};
use crate::instrument::{Gauge, TipShape};
use crate::product::Preparation;
use crate::source::Checker;

/// Needles that the label of the neat product allows: finer than 27G raises the risk of a jam [found: F19, F100].
const LABEL_NEEDLE: [Gauge; 4] = [Gauge::G22, Gauge::G23, Gauge::G25, Gauge::G27];
/// Diluent by volume from which a finer needle is plausible (CLINICAL 8.3: 28-29G only for >= 1:3).
const FINE_FROM: f64 = 3.0;

/// Whether product of this ratio (diluent for each part) would jam a needle of this gauge.
pub(in crate::drill) fn is_too_fine(gauge: Gauge, ratio: f64) -> bool {
    !LABEL_NEEDLE.contains(&gauge) && ratio < FINE_FROM
}

/// Most instruments beside the one that is laid out.
const MOST: usize = 7;

pub(in crate::drill) fn cannula(raw: &RawDrill, checker: &mut Checker) {
    instrument("cannula", &raw.cannula, &raw.product, checker);
    let Some(others) = &raw.instruments else { return };
    let count = others.len();
    if !checker.require("instruments", (1..=MOST).contains(&count), format!("{count} instruments"), format!("1 to {MOST} beside the cannula")) {
        return;
    }
    let same = |one: &RawCannula, other: &RawCannula| {
        one.gauge == other.gauge && one.length_mm == other.length_mm && one.port_mm == other.port_mm && one.shape() == other.shape()
    };
    for (i, one) in others.iter().enumerate() {
        let path = format!("instruments[{i}]");
        instrument(&path, one, &raw.product, checker);
        let again = same(&raw.cannula, one) || others[..i].iter().any(|other| same(other, one));
        checker.require(&path, !again, "an instrument that is there already", "one that differs from the cannula and the others");
    }
}

fn instrument(path: &str, one: &RawCannula, product: &str, checker: &mut Checker) {
    let at = |field: &str| format!("{path}.{field}");
    let known = checker.one_of(&at("gauge"), &one.gauge, &Gauge::names());
    if let Some(tip) = &one.tip {
        checker.one_of(&at("tip"), tip, &TIPS.map(|(name, _)| name));
    }
    match one.shape() {
        TipShape::Blunt => {
            checker.range(&at("length_mm"), one.length_mm, 20.0..=80.0);
            checker.range(&at("port_mm"), one.port_mm, 0.5..=1.5);
        }
        // A needle opens at its tip. Shorter than 20 mm no thread is left between the bevel and the stop before the hole.
        TipShape::Bevel => {
            checker.range(&at("length_mm"), one.length_mm, 20.0..=40.0);
            checker.range(&at("port_mm"), one.port_mm, 0.0..=0.0);
            let gauge = Gauge::from_name(&one.gauge).filter(|_| known);
            if let (Some(gauge), Ok(prepared)) = (gauge, Preparation::parse(product)) {
                let got = format!("a needle of {} for \"{product}\"", one.gauge);
                checker.require(&at("gauge"), !is_too_fine(gauge, prepared.ratio), got, "27G or wider, or a dilution of 1:3 or thinner");
            }
        }
    }
}
