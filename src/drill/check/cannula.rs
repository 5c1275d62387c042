//! The cannula or needle: gauge, length, tip, port.

use super::super::raw::{RawDrill, TIPS};
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

pub(in crate::drill) fn cannula(raw: &RawDrill, checker: &mut Checker) {
    let known = checker.one_of("cannula.gauge", &raw.cannula.gauge, &Gauge::names());
    if let Some(tip) = &raw.cannula.tip {
        checker.one_of("cannula.tip", tip, &TIPS.map(|(name, _)| name));
    }
    match raw.tip() {
        TipShape::Blunt => {
            checker.range("cannula.length_mm", raw.cannula.length_mm, 20.0..=80.0);
            checker.range("cannula.port_mm", raw.cannula.port_mm, 0.5..=1.5);
        }
        // A needle opens at its tip. Shorter than 20 mm no thread is left between the bevel and the stop before the hole.
        TipShape::Bevel => {
            checker.range("cannula.length_mm", raw.cannula.length_mm, 20.0..=40.0);
            checker.range("cannula.port_mm", raw.cannula.port_mm, 0.0..=0.0);
            let gauge = Gauge::from_name(&raw.cannula.gauge).filter(|_| known);
            if let (Some(gauge), Ok(product)) = (gauge, Preparation::parse(&raw.product)) {
                let got = format!("a needle of {} for \"{}\"", raw.cannula.gauge, raw.product);
                checker.require("cannula.gauge", !is_too_fine(gauge, product.ratio), got, "27G or wider, or a dilution of 1:3 or thinner");
            }
        }
    }
}
