//! What is done at the bench, before the passes or between them.

use std::sync::Arc;

use super::Session;
use crate::instrument::Cannula;
use crate::product::Bench;
use crate::session::prepare::BenchAct;
use crate::session::{EventKind, Phase, Refusal, Setup};

impl Session {
    /// Does something at the bench, which takes both hands: not while the cannula is in tissue.
    pub(super) fn at_bench(&mut self, act: BenchAct) -> Result<(), Refusal> {
        if self.inserted_mm() > 0.0 {
            return Err(Refusal::CannulaInTissue);
        }
        let setup = Arc::clone(&self.setup);
        if !setup.phases.contains(&Phase::Prepare) && matches!(act, BenchAct::Draw { .. } | BenchAct::Fill) {
            return Err(Refusal::PhaseNotPlayed);
        }
        match act {
            BenchAct::Draw { product, diluent, ratio_percent } => {
                let ratio = f64::from(ratio_percent) * 0.01;
                self.preparing.draw(&setup.shelf, product, diluent, ratio, setup.drawn_ml)?;
                self.marked();
                self.log.push(EventKind::Drawn { product: u32::from(product), ratio });
            }
            BenchAct::Stroke { ms } => self.preparing.stroke(f64::from(ms) * 1e-3, &mut self.syringe)?,
            BenchAct::Stand { seconds, orientation } => {
                self.preparing.stand(seconds, orientation, &mut self.syringe)?;
                self.log.push(EventKind::Stood { seconds: u32::from(seconds) });
            }
            BenchAct::Fill => {
                let stood_s = self.preparing.bench().map_or(0.0, Bench::stood_s);
                let (bore, length) = (setup.tube.bore_mm(), setup.tube.length_mm);
                self.syringe = self.preparing.fill(&setup.shelf, setup.drawn_ml * 1e3, bore, length)?;
                let volume_ul = self.syringe.drawn_ul();
                self.placement.ledger.drawn_ul = volume_ul;
                let caha_mg_per_ml = self.syringe.caha_held_mg() / (volume_ul * 1e-3).max(1e-9);
                let homogeneity = self.syringe.evenness();
                self.log.push(EventKind::Filled { volume_ul, caha_mg_per_ml, homogeneity, stood_s });
                self.phase_done(Phase::Prepare);
            }
            BenchAct::ChangeCannula => {
                if self.preparing.stroking() {
                    return Err(Refusal::StrokeUnderWay);
                }
                self.placement.ledger.spilled_ul += self.syringe.change_cannula().volume_ul();
                self.log.push(EventKind::CannulaChanged);
            }
            BenchAct::Take { instrument } => self.take(instrument)?,
        }
        Ok(())
    }

    /// Puts another of the allowed instruments on the syringe. Its pilot needle makes the entry points, so that it is chosen before them.
    fn take(&mut self, instrument: u8) -> Result<(), Refusal> {
        let tube = *self.setup.instruments.get(usize::from(instrument)).ok_or(Refusal::NoSuchInstrument)?;
        if self.preparing.stroking() {
            return Err(Refusal::StrokeUnderWay);
        }
        if !self.entries.is_empty() {
            return Err(Refusal::InstrumentInUse);
        }
        if tube == self.setup.tube {
            return Ok(());
        }
        self.setup = Arc::new(Setup { tube, ..Setup::clone(&self.setup) });
        self.cannula = Cannula::new(tube, Arc::clone(&self.setup.mechanics), self.setup.seed);
        self.placement.ledger.spilled_ul += self.syringe.put_on(tube.bore_mm(), tube.length_mm).volume_ul();
        self.log.push(EventKind::InstrumentTaken { instrument: u32::from(instrument) });
        Ok(())
    }

    pub(super) fn say_stroked(&mut self) {
        // Of a syringe that was stirred the bench is gone with the stroke.
        let (strokes, homogeneity) = match self.preparing.bench() {
            Some(bench) => (bench.strokes(), bench.homogeneity()),
            None => (1, self.syringe.evenness()),
        };
        self.log.push(EventKind::Stroked { strokes, homogeneity });
    }
}
