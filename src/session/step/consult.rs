//! What is done before the patient is touched, and what is looked over at the end.

use std::sync::Arc;

use super::Session;
use crate::session::{ConsultAct, Decision, EventKind, MarkAct, Phase, Refusal};

impl Session {
    /// Whether a phase can be played at all, and both hands are free for it.
    fn free_for(&self, phase: Phase) -> Result<(), Refusal> {
        if !self.setup.phases.contains(&phase) {
            return Err(Refusal::PhaseNotPlayed);
        }
        if self.inserted_mm() > 0.0 { Err(Refusal::CannulaInTissue) } else { Ok(()) }
    }

    /// Asks, notes or decides something. Who decides not to treat has finished.
    pub(super) fn consult(&mut self, act: ConsultAct) -> Result<(), Refusal> {
        self.free_for(Phase::Consult)?;
        let consultation = self.setup.consultation.clone().ok_or(Refusal::PhaseNotPlayed)?;
        if !self.consulting.act(act, &consultation)? {
            return Ok(());
        }
        match act {
            ConsultAct::Ask { question } => {
                self.log.push(EventKind::Asked { question: u32::from(question), yes: consultation.answer(question) });
            }
            ConsultAct::Consent { point } => self.log.push(EventKind::ConsentNoted { point: u32::from(point) }),
            ConsultAct::Decide(decision) => {
                self.log.push(EventKind::Decided(decision));
                self.phase_done(Phase::Consult);
                if decision == Decision::DoNotTreat {
                    self.finish(false);
                }
            }
        }
        Ok(())
    }

    /// Draws on the skin, or wipes the last stroke.
    pub(super) fn mark(&mut self, act: MarkAct) -> Result<(), Refusal> {
        self.free_for(Phase::Mark)?;
        let setup = Arc::clone(&self.setup);
        if self.marking.act(act, self.log.tick, &setup.anatomy)? {
            let stroke = self.marking.strokes().len() as u32 - 1;
            let drawn = &self.marking.strokes()[stroke as usize];
            if let Some(&at) = drawn.points.last() {
                let length_mm = drawn.length_mm();
                self.log.push(EventKind::Marked { stroke, length_mm, at });
            }
            if self.done.iter().any(|done| *done > Phase::Mark) {
                self.marked();
            }
        } else if act == MarkAct::Undo {
            self.log.push(EventKind::MarkWiped);
        }
        Ok(())
    }

    /// What comes after marking begins: strokes that are drawn by now are the marks.
    pub(super) fn marked(&mut self) {
        if !self.marking.strokes().is_empty() {
            self.phase_done(Phase::Mark);
        }
    }

    /// Looks the skin over. The step counts once the product lies and was massaged; before, it is only a look.
    pub(super) fn inspect(&mut self) -> Result<(), Refusal> {
        self.free_for(Phase::Inspect)?;
        if self.placement.layings.is_empty() {
            return Err(Refusal::NothingToInspect);
        }
        let found = self.inspection();
        self.log.push(EventKind::Inspected { white_mm2: found.white_mm2, ridge_mm: found.ridge_mm });
        self.inspected_runs = Some(self.laid_runs());
        if !self.asks_for(Phase::Massage) {
            self.phase_done(Phase::Passes);
            self.phase_done(Phase::Inspect);
        }
        Ok(())
    }

    /// How much was laid so far: runs of product, and the last tick of the last of them.
    fn laid_runs(&self) -> (usize, u64) {
        let layings = &self.placement.layings;
        (layings.len(), layings.last().map_or(0, |laying| laying.ticks.1))
    }

    /// Whether the skin was looked over since the last product was laid.
    pub(super) fn is_inspected(&self) -> bool {
        self.inspected_runs == Some(self.laid_runs())
    }

    /// An inspection is out of date as soon as more product lies: the step is to be done again.
    pub(super) fn outdate_inspection(&mut self) {
        if self.done.contains(&Phase::Inspect) && !self.is_inspected() {
            self.done.retain(|done| *done != Phase::Inspect);
        }
    }
}
