//! What is done after a sign of a blocked artery.

use super::Session;
use crate::session::care::CareAct;
use crate::session::{EventKind, Refusal};
use crate::tissue::perfusion::Sign;

impl Session {
    /// Whether the skin, or the patient, has shown that an artery is blocked.
    #[must_use]
    pub fn is_warned(&self) -> bool {
        let sign = |kind: &EventKind| matches!(kind, EventKind::Sign { sign, .. } if *sign != Sign::Recovered);
        !self.perfusion.occlusions().is_empty() && self.log.events.iter().any(|event| sign(&event.kind))
    }

    /// Cares for skin that is not fed: pressing takes a finger of the other hand, a drug takes both hands.
    pub(super) fn care(&mut self, act: CareAct) -> Result<(), Refusal> {
        if !self.is_warned() {
            return Err(Refusal::NothingToCareFor);
        }
        match act {
            CareAct::PressSkin => {
                let palest = self.perfusion.occlusions().iter().max_by(|a, b| a.pallor.total_cmp(&b.pallor));
                if let Some(occlusion) = palest {
                    let seconds = self.setup.mechanics.perfusion.refill_s(occlusion.pallor);
                    self.log.push(EventKind::RefillSeen { hazard: occlusion.vessel, seconds, at: occlusion.foot });
                }
            }
            CareAct::Give(drug) => {
                if self.inserted_mm() > 0.0 {
                    return Err(Refusal::CannulaInTissue);
                }
                self.log.push(EventKind::DrugGiven(drug));
            }
        }
        Ok(())
    }
}
