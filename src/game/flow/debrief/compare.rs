//! One's own attempt beside the expert's, one's last and one's best.

use std::sync::Arc;

use super::Debriefing;
use super::work::{Stand, Work};
use crate::drill::attempt;
use crate::game::flow::load::Shelf;
use crate::game::flow::records::Records;
use crate::game::flow::results::{Parts, Result};
use crate::game::panels::Phrase;
use crate::game::panels::debrief::Column;
use crate::lang::Value;
use crate::scoring::Scorecard;
use crate::session::recording::Recording;
use crate::session::{DT, Session};

impl Parts {
    /// Those of a scored session.
    pub(in crate::game::flow) fn of(card: &Scorecard, session: &Session) -> Self {
        let scores = card.scores;
        Self {
            depth: scores.depth,
            evenness: scores.evenness,
            nodule_probability: card.nodule.probability,
            safety: scores.safety,
            technique: scores.technique,
            procedure: scores.procedure,
            threads: card.threads.len(),
            time_s: session.tick() as f64 * DT,
        }
    }

    /// As they are shown, in the order of [`rows`].
    fn phrases(&self) -> Vec<Phrase> {
        let number = |value: f64| Phrase::new("hud-number").with("value", Value::number(value, 0));
        let risk = Value::number(self.nodule_probability * 100.0, u8::from(self.nodule_probability < 0.0995));
        let whole = self.time_s.max(0.0) as u64;
        let time = Phrase::new("value-clock")
            .with("minutes", Value::number((whole / 60) as f64, 0))
            .with("seconds", Value::text(format!("{:02}", whole % 60)));
        vec![
            number(self.depth),
            number(self.evenness),
            Phrase::new("value-percent").with("value", risk),
            number(self.safety),
            number(self.technique),
            number(self.procedure),
            number(self.threads as f64),
            time,
        ]
    }
}

/// Names of the rows.
pub(super) fn rows() -> Vec<Phrase> {
    let ids =
        ["score-depth", "score-evenness", "debrief-row-risk", "score-safety", "score-technique", "score-procedure", "debrief-row-threads", "debrief-row-time"];
    ids.map(Phrase::new).to_vec()
}

/// An older attempt.
struct Older {
    name: &'static str,
    result: Result,
    work: Option<Work<Parts>>,
}

/// Older attempts at the same drill.
#[derive(Default)]
pub(super) struct Compared {
    older: Vec<Older>,
}

impl Compared {
    /// One's last and best before this one.
    pub(super) fn of(last: Option<&Result>, best: Option<&Result>) -> Self {
        let one = |name, result: &Result| Older { name, result: result.clone(), work: None };
        let older = match (last, best) {
            (Some(last), Some(best)) if last == best => vec![one("debrief-last-best", last)],
            (last, best) => {
                last.map(|last| one("debrief-last", last)).into_iter().chain(best.map(|best| one("debrief-best", best))).collect()
            }
        };
        Self { older }
    }

    /// Takes in what was worked out.
    pub(super) fn tend(&mut self) {
        for older in &mut self.older {
            match older.work.as_ref().map(Work::look) {
                Some(Stand::Come(parts)) => {
                    older.result.parts = Some(parts);
                    older.work = None;
                }
                Some(Stand::Failed) => {
                    // It cannot be run again: there is nothing more to ask for.
                    older.result.recorded = None;
                    older.work = None;
                }
                _ => {}
            }
        }
    }

    /// Runs the recording of one of them again.
    pub(super) fn work_out(&mut self, index: usize, shelf: &Arc<Shelf>, records: &Records) {
        let Some(older) = self.older.get_mut(index).filter(|older| older.work.is_none()) else { return };
        let sealed = older.result.recorded.and_then(|attempt| records.recording(attempt));
        let shelf = Arc::clone(shelf);
        older.work = Some(Work::start(move |_| {
            let recording = Recording::read_sealed(&sealed?).ok()?;
            let drill = shelf.library.any_drill(&recording.header.drill).ok()?;
            if recording.header.drill_hash != shelf.library.hash(&drill) {
                return None;
            }
            let setup = shelf.library.setup(&drill, recording.header.seed).ok()?;
            let again = attempt::rerun(&recording, setup, shelf.library.rubric(&drill.rubric).ok()?);
            again.first_differing_tick.is_none().then(|| Parts::of(&again.scorecard, &again.session))
        }));
    }
}

impl Debriefing {
    /// The columns of the comparison.
    pub(super) fn columns(&self) -> Vec<Column> {
        let scored = |name: Phrase, card: &Scorecard, session: &Session| Column {
            name,
            total: card.total,
            passed: card.passed,
            parts: Some(Parts::of(card, session).phrases()),
            work_out: None,
            working: false,
        };
        let mut columns = vec![scored(Phrase::new(if self.is_of_class() { "debrief-trainee" } else { "debrief-you" }), &self.scorecard, &self.session)];
        columns.extend(self.ghost.as_ref().map(|ghost| scored(self.other_name(), &ghost.scorecard, &ghost.session)));
        columns.extend(self.compared.older.iter().enumerate().map(|(index, older)| Column {
            name: Phrase::new(older.name),
            total: older.result.total,
            passed: older.result.passed,
            parts: older.result.parts.as_ref().map(Parts::phrases),
            work_out: (older.result.parts.is_none() && older.work.is_none() && older.result.recorded.is_some()).then_some(index),
            working: older.work.is_some(),
        }));
        columns
    }
}
