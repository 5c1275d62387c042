//! The cannula: gauge, length, port.

use super::super::raw::RawDrill;
use crate::instrument::Gauge;
use crate::source::Checker;

pub(in crate::drill) fn cannula(raw: &RawDrill, checker: &mut Checker) {
    checker.one_of("cannula.gauge", &raw.cannula.gauge, &Gauge::names());
    checker.range("cannula.length_mm", raw.cannula.length_mm, 20.0..=80.0);
    checker.range("cannula.port_mm", raw.cannula.port_mm, 0.5..=1.5);
}
