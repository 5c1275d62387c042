//! The case of a consultation: there where it is played, and only there; its names stand in the tables.

use super::super::raw::{Known, RawDrill};
use crate::source::Checker;

pub(in crate::drill) fn case(raw: &RawDrill, known: &Known, checker: &mut Checker) {
    let played = raw.phases.iter().any(|name| name == "consult");
    let Some(case) = &raw.case else {
        checker.require("phases", !played, "\"consult\" without a case", "a field `case`: who comes, with what history");
        return;
    };
    checker.require("case", played, "a case that nobody plays", "\"consult\" among the phases");
    let tables = &known.consult;
    let indications: Vec<&str> = tables.indications.iter().map(String::as_str).collect();
    let questions: Vec<&str> = tables.questions.iter().map(|question| question.id.as_str()).collect();
    let consents: Vec<&str> = tables.consents.iter().map(|point| point.id.as_str()).collect();
    checker.one_of("case.indication", &case.indication, &indications);
    for (list, names, allowed) in [("history", &case.history, &questions), ("consents", &case.consents, &consents)] {
        let path = |i: usize| format!("case.{list}[{i}]");
        checker.distinct(names.iter().enumerate().map(|(i, name)| (path(i), name.as_str())));
        for (i, name) in names.iter().enumerate() {
            checker.one_of(&path(i), name, allowed);
        }
    }
    checker.require("case.consents", !case.consents.is_empty(), "no point", "at least 1 point of the consent");
}
