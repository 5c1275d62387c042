//! Phases: known, each once, in their order, passes among them.

use super::super::raw::{PHASES, RawDrill};
use crate::source::Checker;

pub(in crate::drill) fn phases(raw: &RawDrill, checker: &mut Checker) {
    let names = PHASES.map(|(name, _)| name);
    checker.distinct(raw.phases.iter().enumerate().map(|(i, name)| (format!("phases[{i}]"), name.as_str())));
    let mut last = None;
    for (i, name) in raw.phases.iter().enumerate() {
        let path = format!("phases[{i}]");
        if checker.one_of(&path, name, &names) {
            let place = names.iter().position(|known| known == name);
            checker.require(&path, place >= last, format!("\"{name}\" too late"), format!("the order {}", names.join(", ")));
            last = place.max(last);
        }
    }
    for needed in ["entry", "passes", "finish"] {
        checker.require("phases", raw.phases.iter().any(|name| name == needed), format!("no \"{needed}\""), format!("\"{needed}\" among them"));
    }
}
