//! The core, one module per room.

#![allow(clippy::unwrap_used, reason = "a test that fails should stop there")]
#![allow(clippy::disallowed_methods, reason = "a test is not replayed")]

mod house;
mod source;
mod anatomy_mesh;
mod lang;
mod learning;
mod quiz;
mod quiz_banks;
mod quiz_exhibits;
mod schedule;
mod product;
mod bench;
mod deposit;
mod anatomy;
mod people;
mod hazards;
mod tension;
mod outlines;
mod surface;
mod scoring;
mod nodule;
mod assess;
mod attribution;
mod backflow;
mod massage;
mod motion;
mod trial;
mod validity;
mod rod;
mod cannula;
mod care;
mod tip;
mod track;
mod swelling;
mod traction;
mod perfusion;
mod perturbation;
mod courses;
mod drill;
mod drill_file;
mod draft;
mod variant;
mod elsewhere;
mod session;
mod stations;
mod prepare;
mod phases;
mod site;
mod recording;
mod reread;
mod golden;
mod determinism;
mod forgery;
mod points;
mod fuzz;
mod response;
mod trainee;
mod cli;
mod class;
mod class_cli;
mod cohort;
mod outbox;
mod xapi;
mod scan;
mod store;
mod study;

/// The checkout whose tests cargo runs; asked at run time, since two checkouts may share one target folder.
fn source_tree() -> std::path::PathBuf {
    std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), Into::into)
}

/// A number of samples: few by default, many with `FANLINE_LONG=1`.
fn long<T>(few: T, many: T) -> T {
    if std::env::var_os("FANLINE_LONG").is_some() { many } else { few }
}
