//! The demo without its pictures: an expert and a novice play a drill; recordings, scorecards and a report are written.

use std::fs;
use std::path::{Path, PathBuf};

use super::error::at;
use super::{CliError, print_json};
use super::say::say;
use crate::drill::{Drill, Library, attempt};
use crate::lang::Lang;
use crate::records;
use crate::scoring::{Scorecard, score};
use crate::session::Session;
use crate::source::Content;
use crate::trainee::{NAMED, Operator, SkillTable, play};

/// One operator's attempt in the demo.
pub struct DemoAttempt {
    /// Who played.
    pub operator: &'static str,
    /// The session as it ended.
    pub session: Session,
    /// Its score.
    pub scorecard: Scorecard,
    /// Its sealed recording.
    pub recording: Vec<u8>,
    /// Files written for it.
    pub files: Vec<PathBuf>,
}

/// What the demo played.
pub struct Demo {
    /// The drill.
    pub drill: Drill,
    /// Expert and novice.
    pub attempts: Vec<DemoAttempt>,
    /// The report.
    pub report: PathBuf,
}

/// Seed of the demo's attempts.
const SEED: u64 = 1;

/// Plays a drill (the first one if none is named) with an expert and a novice and writes recordings, scorecards and a report.
///
/// # Errors
/// Missing content, an unknown drill, a folder that cannot be written.
pub fn demo(drill: Option<&str>, out: &Path) -> Result<Demo, CliError> {
    let content = Content::find()?;
    let library = Library::open(&content)?;
    let lang = Lang::load(&content, "en")?;
    let drill = match drill {
        Some(id) => library.any_drill(id)?.into_owned(),
        None => library.drills().first().cloned().ok_or_else(|| CliError::Argument {
            name: "--drill",
            got: "none".to_owned(),
            allowed: "an installed drill".to_owned(),
        })?,
    };
    fs::create_dir_all(out).map_err(at(out))?;
    let table = SkillTable::parse("assets/operators.ron", &content.read_text("assets/operators.ron")?)?;
    let (hash, rubric) = (library.hash(&drill), library.rubric(&drill.rubric)?);
    let mut attempts = Vec::new();
    for operator in ["expert", "novice"] {
        eprintln!("{}: the {operator} operator is playing …", drill.title);
        let level = NAMED.iter().find(|(name, _)| *name == operator).map_or(0.0, |(_, level)| *level);
        let header = attempt::header(&drill, &hash, SEED, operator);
        let played = play(library.setup(&drill, SEED)?, Operator::new(table.at(level), None, SEED), &header)
            .map_err(CliError::Output)?;
        let scorecard = score(&played.session, rubric);
        let file = out.join(format!("{operator}.fanline"));
        fs::write(&file, &played.recording).map_err(at(&file))?;
        let card = out.join(format!("{operator}.json"));
        let text = serde_json::to_string_pretty(&scorecard).unwrap_or_default();
        fs::write(&card, text).map_err(at(&card))?;
        attempts.push(DemoAttempt { operator, session: played.session, scorecard, recording: played.recording, files: vec![file, card] });
    }
    let report = out.join("report.html");
    let parts: Vec<_> = attempts.iter().map(|a| (a.operator, &a.session, &a.scorecard)).collect();
    fs::write(&report, records::report(&drill, &hash, &parts, &lang)?).map_err(at(&report))?;
    Ok(Demo { drill, attempts, report })
}

/// Says what the demo wrote.
pub fn say_demo(demo: &Demo, pictures: &[PathBuf], json: bool) {
    if json {
        let rows: Vec<_> = demo
            .attempts
            .iter()
            .map(|a| serde_json::json!({ "operator": a.operator, "total": a.scorecard.total, "files": a.files }))
            .collect();
        return print_json(&serde_json::json!({
            "drill": demo.drill.id, "attempts": rows, "report": demo.report, "pictures": pictures,
        }));
    }
    for attempt in &demo.attempts {
        say!("{}: {:.0} of 100", attempt.operator, attempt.scorecard.total);
        attempt.files.iter().for_each(|file| say!("  {}", file.display()));
    }
    say!("report: {}", demo.report.display());
    pictures.iter().for_each(|picture| say!("picture: {}", picture.display()));
}
