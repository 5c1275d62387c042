//! `fanline quiz`: a quiz or an exam in the terminal.

use std::io::{self, Write};
use std::sync::Arc;
use std::time::Instant;

use super::{CliError, print_json};
use crate::anatomy::Anatomy;
use crate::drill::{Library, attempt};
use crate::lang::Lang;
use crate::quiz::{self, Exhibit, Item, Replay, ReplayFault, RoundResult, SectionView, terminal};
use crate::scoring::{Scorecard, score};
use crate::source::Content;
use crate::trainee::{Fault, Operator, SkillTable, play};

pub(super) fn quiz(bank: Option<&str>, exam: Option<&str>, seed: u64, language: &str, json: bool) -> Result<u8, CliError> {
    let content = Content::find()?;
    let lang = Lang::load(&content, language)?;
    let banks: Vec<_> = quiz::quizzes(&content)?.iter().map(|bank| bank.said(&lang)).collect();
    let mut stage = Stage { content: &content, library: None, anatomies: Vec::new() };
    let mut show = |item: &Item, lang: &Lang| stage.show(item, lang);
    let (mut out, mut err) = (io::stdout(), io::stderr());
    let output: &mut dyn Write = if json { &mut err } else { &mut out };
    let mut input = io::stdin().lock();
    let argument = |name, got: Option<&str>, known: Vec<&str>| CliError::Argument {
        name,
        got: got.unwrap_or("none").to_owned(),
        allowed: known.join(", "),
    };
    if let Some(id) = exam {
        let blueprints = quiz::blueprints(&content)?;
        let known = || blueprints.iter().map(|blueprint| blueprint.id.as_str()).collect();
        let blueprint = blueprints.iter().find(|blueprint| blueprint.id == id).ok_or_else(|| argument("--exam", exam, known()))?;
        let blueprint = blueprint.said(&lang);
        let exam = blueprint.draw(&banks, seed).map_err(|few| CliError::Argument {
            name: "--exam",
            got: id.to_owned(),
            allowed: few.to_string(),
        })?;
        let start = Instant::now();
        let mut elapsed = || start.elapsed().as_secs_f64();
        let taken = terminal::take_exam(exam, &mut input, output, &lang, &mut show, &mut elapsed).map_err(CliError::Output)?;
        if json {
            print(&blueprint.id, &taken.result, Some(taken.passed));
        }
        return Ok(0);
    }
    let bank = match bank {
        None => banks.iter().find(|bank| bank.id == "basics").or(banks.first()),
        Some(id) => banks.iter().find(|bank| bank.id == id),
    }
    .ok_or_else(|| argument("--bank", bank, banks.iter().map(|bank| bank.id.as_str()).collect()))?;
    let result = terminal::play(bank, &mut input, output, &lang, seed, &mut show).map_err(CliError::Output)?;
    if json {
        print(&bank.id, &result, None);
    }
    Ok(0)
}

fn print(id: &str, result: &RoundResult, passed: Option<bool>) {
    let topics: Vec<_> = result
        .topics
        .iter()
        .map(|topic| serde_json::json!({ "topic": topic.topic.id(), "right": topic.right, "asked": topic.asked }))
        .collect();
    let mut row = serde_json::json!({
        "id": id, "items": result.items, "asked": result.asked, "right": result.right, "topics": topics,
    });
    if let (Some(passed), Some(fields)) = (passed, row.as_object_mut()) {
        fields.insert("passed".to_owned(), passed.into());
    }
    print_json(&row);
}

/// What is needed to show exhibits, loaded when the first one is asked for.
struct Stage<'a> {
    content: &'a Content,
    library: Option<Library>,
    anatomies: Vec<(String, Arc<Anatomy>)>,
}

impl Stage<'_> {
    /// The lines of an item's exhibit; what cannot be shown says why.
    fn show(&mut self, item: &Item, lang: &Lang) -> Vec<String> {
        let lines = match &item.exhibit {
            Some(Exhibit::Section(section)) => self.section(section, lang),
            Some(Exhibit::Replay(replay)) => self.replay(replay).map(|card| quiz::replay_words(&card, lang)),
            Some(Exhibit::Predict(_)) | None => Ok(Vec::new()),
        };
        lines.unwrap_or_else(|reason| vec![reason])
    }

    fn library(&mut self) -> Result<&Library, String> {
        if self.library.is_none() {
            self.library = Some(Library::open(self.content).map_err(|error| error.to_string())?);
        }
        self.library.as_ref().ok_or_else(String::new)
    }

    fn section(&mut self, section: &quiz::Section, lang: &Lang) -> Result<Vec<String>, String> {
        let known = self.anatomies.iter().find(|(id, _)| *id == section.patient).map(|(_, anatomy)| Arc::clone(anatomy));
        let anatomy = match known {
            Some(anatomy) => anatomy,
            None => {
                let anatomy = self.library()?.anatomy(&section.patient).map_err(|error| error.to_string())?;
                self.anatomies.push((section.patient.clone(), Arc::clone(&anatomy)));
                anatomy
            }
        };
        let view = SectionView::new(section, &anatomy, self.library()?.catalogue()).map_err(|error| error.to_string())?;
        Ok(view.words(lang))
    }

    fn replay(&mut self, replay: &Replay) -> Result<Scorecard, String> {
        let table = self.content.read_text("assets/operators.ron").map_err(|error| error.to_string())?;
        let table = SkillTable::parse("assets/operators.ron", &table).map_err(|problems| problems.to_string())?;
        let library = self.library()?;
        let drill = library.any_drill(&replay.drill).map_err(|error| error.to_string())?;
        let header = attempt::header(&drill, &library.hash(&drill), replay.seed, "replay");
        let setup = library.setup(&drill, replay.seed).map_err(|error| error.to_string())?;
        let operator = Operator::new(table.at(replay.skill), Some(fault(replay.fault)), replay.seed);
        let played = play(setup, operator, &header).map_err(|error| error.to_string())?;
        let rubric = library.rubric(&drill.rubric).map_err(|error| error.to_string())?;
        Ok(score(&played.session, rubric))
    }
}

/// The operators' name of a fault: quizzes and operators do not know each other.
fn fault(fault: ReplayFault) -> Fault {
    match fault {
        ReplayFault::Shallow(mm) => Fault::Shallow(mm),
        ReplayFault::UnevenSpacing => Fault::UnevenSpacing,
        ReplayFault::FlowAdvancing => Fault::FlowAdvancing,
    }
}
