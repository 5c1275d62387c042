//! Exams: a blueprint says how many items of each topic are drawn, how long they may take and what passes; answers are sealed.
//!
//! **Invariant:** an exam never says what an answer was worth before it ends; an item stands in it at most once. It reads no clock: who
//! runs it tells the time that has gone by.

use super::bank::{Bank, QuizError};
use super::item::Item;
use super::question::{Answer, Refusal, Verdict};
use super::round::{Round, RoundResult};
use super::topic::Topic;
use crate::lang::Lang;
use crate::source::{Content, Problems, read};
use rand::SeedableRng;
use rand::rngs::Xoshiro256PlusPlus;
use rand::seq::SliceRandom;
use serde::Deserialize;

/// How an exam is drawn: a file of `levels/blueprints`.
#[derive(Clone, Debug, PartialEq)]
pub struct Blueprint {
    /// Name, that of its file.
    pub id: String,
    /// What the exam is called.
    pub title: String,
    /// Time for all questions, s.
    pub limit_s: f64,
    /// Right answers per hundred questions that pass.
    pub pass_percent: f64,
    /// How many items of each topic, in the order of the file.
    pub draws: Vec<(Topic, usize)>,
    /// How many of all items at least are answered by looking ([`Item::is_looked_at`]).
    pub looked_at: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawBlueprint {
    version: u32,
    id: String,
    title: String,
    limit_min: f64,
    pass_percent: f64,
    draws: Vec<(String, u32)>,
    #[serde(default)]
    looked_at: u32,
}

/// Too few items for a blueprint.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("got {got} items of {topic}, allowed at least {wanted}")]
pub struct TooFew {
    /// The topic, or `items to look at`.
    pub topic: String,
    /// How many there are.
    pub got: usize,
    /// How many are to be drawn.
    pub wanted: usize,
}

/// Every blueprint in `levels/blueprints`, in the order of their file names.
///
/// # Errors
/// The mistakes of all of them together.
pub fn blueprints(content: &Content) -> Result<Vec<Blueprint>, QuizError> {
    let (mut all, mut problems) = (Vec::new(), Problems::default());
    for file in content.list(Blueprint::FOLDER, "ron")? {
        match Blueprint::parse(&file, &content.read_text(&file)?) {
            Ok(blueprint) => all.push(blueprint),
            Err(found) => problems.0.extend(found.0),
        }
    }
    Ok(problems.or(all)?)
}

impl Blueprint {
    /// Folder of the blueprints.
    pub const FOLDER: &'static str = "levels/blueprints";

    /// Reads a blueprint. Its id must be the file's name.
    ///
    /// # Errors
    /// Every mistake in it, with line and column.
    pub fn parse(file: &str, text: &str) -> Result<Self, Problems> {
        let stem = file.rsplit(['/', '\\']).next().unwrap_or(file);
        let stem = stem.strip_suffix(".ron").unwrap_or(stem);
        let raw: RawBlueprint = read(file, text, |raw: &RawBlueprint, checker| {
            checker.version(raw.version, 1);
            checker.require("id", raw.id == stem, format!("\"{}\"", raw.id), format!("\"{stem}\", the file's name"));
            checker.not_empty("title", &raw.title);
            checker.range("limit_min", raw.limit_min, 1.0..=240.0);
            checker.range("pass_percent", raw.pass_percent, 1.0..=100.0);
            checker.require("draws", !raw.draws.is_empty(), "no draws", "at least one topic");
            checker.distinct(raw.draws.iter().enumerate().map(|(i, draw)| (format!("draws[{i}][0]"), draw.0.as_str())));
            for (i, (topic, items)) in raw.draws.iter().enumerate() {
                checker.one_of(&format!("draws[{i}][0]"), topic, &Topic::ALL.map(Topic::id));
                checker.range(&format!("draws[{i}][1]"), f64::from(*items), 1.0..=200.0);
            }
        })?
        .value;
        let draws = raw.draws.iter().filter_map(|(topic, items)| Some((Topic::from_id(topic)?, *items as usize))).collect();
        let (limit_s, looked_at) = (raw.limit_min * 60.0, raw.looked_at as usize);
        Ok(Self { id: raw.id, title: raw.title, limit_s, pass_percent: raw.pass_percent, draws, looked_at })
    }

    /// The blueprint with its title in a language: message `exam-<id>-title`.
    #[must_use]
    pub fn said(&self, lang: &Lang) -> Self {
        Self { title: lang.file_words("exam", &self.id, "title", &self.title), ..self.clone() }
    }

    /// Draws an exam from banks; the seed decides which items and in what order.
    ///
    /// # Errors
    /// [`TooFew`] items of a topic, or to look at.
    pub fn draw(&self, banks: &[Bank], seed: u64) -> Result<Exam, TooFew> {
        let mut random = Xoshiro256PlusPlus::seed_from_u64(seed ^ 0x6578_616d);
        let mut drawn: Vec<Item> = Vec::new();
        let mut left: Vec<Item> = Vec::new();
        for &(topic, wanted) in &self.draws {
            let mut items: Vec<Item> = banks.iter().flat_map(|bank| &bank.items).filter(|item| item.topic == topic).cloned().collect();
            if items.len() < wanted {
                return Err(TooFew { topic: topic.id().to_owned(), got: items.len(), wanted });
            }
            items.shuffle(&mut random);
            left.extend(items.split_off(wanted));
            drawn.extend(items);
        }
        // Where too few are looked at, the last that are read make room for others of their topic.
        let looked = |items: &[Item]| items.iter().filter(|item| item.is_looked_at()).count();
        while looked(&drawn) < self.looked_at {
            let swap = (0..drawn.len()).rev().filter(|&i| !drawn[i].is_looked_at()).find_map(|i| {
                let other = left.iter().position(|item| item.is_looked_at() && item.topic == drawn[i].topic)?;
                Some((i, other))
            });
            let Some((i, other)) = swap else {
                return Err(TooFew { topic: "items to look at".to_owned(), got: looked(&drawn), wanted: self.looked_at });
            };
            drawn[i] = left.swap_remove(other);
        }
        Ok(Exam {
            title: self.title.clone(),
            limit_s: self.limit_s,
            pass_percent: self.pass_percent,
            round: Round::of(drawn, seed),
        })
    }
}

/// An exam that is being taken.
#[derive(Clone, Debug)]
pub struct Exam {
    title: String,
    limit_s: f64,
    pass_percent: f64,
    round: Round,
}

/// What came of an exam.
#[derive(Clone, Debug, PartialEq)]
pub struct ExamResult {
    /// Right answers by topic and in all.
    pub result: RoundResult,
    /// Right answers per hundred questions; one without an answer is not right.
    pub percent: f64,
    /// Whether that passes.
    pub passed: bool,
    /// Every question that was answered, as it was shown, with what the answer was worth.
    pub answers: Vec<(Item, Verdict)>,
}

impl Exam {
    /// What the exam is called.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Time for all questions, s.
    #[must_use]
    pub fn limit_s(&self) -> f64 {
        self.limit_s
    }

    /// The question to answer now; none when all are answered.
    #[must_use]
    pub fn current(&self) -> Option<&Item> {
        self.round.current()
    }

    /// How many questions were answered, and how many there are.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        self.round.progress()
    }

    /// Takes the answer to the current question, so many seconds after the start, and goes on to the next; what it was worth stays
    /// sealed.
    ///
    /// # Errors
    /// [`Refusal`]; past the time limit [`Refusal::Late`].
    pub fn answer(&mut self, answer: &Answer, elapsed_s: f64) -> Result<(), Refusal> {
        if !(elapsed_s <= self.limit_s) {
            return Err(Refusal::Late);
        }
        self.round.answer(answer).map(drop)
    }

    /// Ends the exam and opens the answers.
    #[must_use]
    pub fn finish(self) -> ExamResult {
        let result = self.round.result();
        let percent = if result.items == 0 { 0.0 } else { 100.0 * result.right as f64 / result.items as f64 };
        let answers = self.round.answered().map(|(item, verdict)| (item.clone(), verdict.clone())).collect();
        ExamResult { percent, passed: percent >= self.pass_percent, result, answers }
    }
}
