//! `fanline simulate`: synthetic operators play a drill.

use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::args::Simulate;
use super::error::at;
use super::recordings::pool;
use super::{CliError, print_json};
use super::say::say;
use crate::drill::{Library, attempt};
use crate::scoring::{Scorecard, score};
use crate::session::recording::Header;
use crate::source::Content;
use crate::trainee::{NAMED, Operator, SkillTable, play};

/// One scored attempt as scripts read it.
#[derive(serde::Serialize)]
pub(super) struct Row {
    drill: String,
    operator: String,
    seed: u64,
    total: f64,
    passed: bool,
    critical: Vec<String>,
    scores: serde_json::Value,
    nodule_probability: f64,
    recording: Option<PathBuf>,
}

impl Row {
    pub(super) fn new(header: &Header, scorecard: &Scorecard, recording: Option<&Path>) -> Self {
        Self {
            drill: header.drill.clone(),
            operator: header.player.clone(),
            seed: header.seed,
            total: scorecard.total,
            passed: scorecard.passed,
            critical: scorecard.critical.iter().map(|error| error.id.to_string()).collect(),
            scores: serde_json::to_value(scorecard.scores).unwrap_or_default(),
            nodule_probability: scorecard.nodule.probability,
            recording: recording.map(Path::to_owned),
        }
    }

    pub(super) fn print(&self, json: bool) {
        if json {
            return print_json(self);
        }
        let verdict = if self.passed { "passed" } else { "not passed" };
        let critical = if self.critical.is_empty() { String::new() } else { format!("  critical: {}", self.critical.join(", ")) };
        say!("{} {} seed {}: {:.0} ({verdict}){critical}", self.drill, self.operator, self.seed, self.total);
    }
}

pub(super) fn simulate(options: &Simulate, json: bool) -> Result<u8, CliError> {
    let content = Content::find()?;
    let library = Library::open(&content)?;
    let drill = &*library.any_drill(&options.drill)?;
    let table = SkillTable::parse("assets/operators.ron", &content.read_text("assets/operators.ron")?)?;
    let (name, level) = match (&options.operator, options.skill) {
        (Some(name), _) => {
            let level = NAMED.iter().find(|(known, _)| known == name).map_or(0.0, |(_, level)| *level);
            (name.clone(), level)
        }
        (None, Some(level)) if (0.0..=1.0).contains(&level) => (format!("skill {level}"), level),
        (None, other) => {
            let got = other.map_or_else(|| "nothing".to_owned(), |x| x.to_string());
            return Err(CliError::Argument { name: "--skill", got, allowed: "0..=1".to_owned() });
        }
    };
    if let Some(out) = &options.out {
        fs::create_dir_all(out).map_err(at(out))?;
    }
    let hash = library.hash(drill);
    let rubric = library.rubric(&drill.rubric)?;
    let one = |seed: u64| -> Result<Row, CliError> {
        let header = attempt::header(drill, &hash, seed, &name);
        let played = play(library.setup(drill, seed)?, Operator::new(table.at(level), None, seed), &header)
            .map_err(CliError::Output)?;
        let path = options.out.as_ref().map(|out| out.join(format!("{}-{}-{seed}.fanline", drill.id, name.replace(' ', "-"))));
        if let Some(path) = &path {
            fs::write(path, &played.recording).map_err(at(path))?;
        }
        Ok(Row::new(&header, &score(&played.session, rubric), path.as_deref()))
    };
    // In batches of a few, so that lines appear while the rest is still being played.
    let pool = pool(options.jobs)?;
    let seeds: Vec<u64> = (0..options.count).map(|i| options.seed.wrapping_add(i)).collect();
    for batch in seeds.chunks(8) {
        let rows: Vec<_> = pool.install(|| batch.par_iter().map(|seed| one(*seed)).collect());
        for row in rows {
            row?.print(json);
        }
    }
    Ok(0)
}
