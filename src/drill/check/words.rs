//! Texts that must not be empty, and the time limit.

use super::super::raw::RawDrill;
use crate::source::Checker;

pub(in crate::drill) fn words(raw: &RawDrill, checker: &mut Checker) {
    let id_ok = !raw.id.is_empty() && raw.id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    checker.require("id", id_ok, format!("\"{}\"", raw.id), "small letters, digits and hyphens");
    for (path, text) in [("title", &raw.title), ("site", &raw.site), ("brief", &raw.brief)] {
        checker.not_empty(path, text);
    }
    let teaching = raw.teaching.clone().unwrap_or_default();
    let long = [("id", &raw.id, 60), ("title", &raw.title, 120), ("site", &raw.site, 120), ("brief", &raw.brief, 2000), ("teaching", &teaching, 5000)];
    for (path, text, most) in long {
        let count = text.chars().count();
        checker.require(path, count <= most, format!("{count} letters"), format!("at most {most} letters"));
    }
    checker.range("limit_s", raw.limit_s, 30.0..=3600.0);
}
