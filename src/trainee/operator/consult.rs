//! The consultation of an operator: goes down the list, overlooks some of it, and decides by what was heard.

use rand::RngExt;

use super::{Doing, Operator};
use crate::session::{Command, ConsultAct, DT, Decision, Session, Weight};

/// Time between two acts, s [design: only so that they are not all in one tick].
const PACE_S: f64 = 0.5;

impl Operator {
    /// Whether this hand overlooks something.
    pub(super) fn overlooks(&mut self) -> bool {
        let chance = self.skill.overlook;
        self.rng.random::<f64>() < chance
    }

    /// The next act of the consultation; `next` counts questions and then points of the consent.
    pub(super) fn consult(&mut self, session: &Session, next: u8, wait_s: f64) -> Option<Command> {
        let consultation = session.setup().consultation.as_ref()?;
        if wait_s > 0.0 {
            self.doing = Doing::Consult(next, wait_s - DT);
            return None;
        }
        self.doing = Doing::Consult(next + 1, PACE_S);
        let questions = consultation.tables.questions.len() as u8;
        let act = if next < questions {
            // What does not bear on the product an expert need not ask.
            let asks = consultation.weight(next).is_some() && !self.overlooks();
            asks.then_some(ConsultAct::Ask { question: next })
        } else if let Some(&point) = consultation.consents.get(usize::from(next - questions)) {
            (!self.overlooks()).then_some(ConsultAct::Consent { point })
        } else {
            self.doing = Doing::Mark;
            Some(ConsultAct::Decide(self.decided(session)))
        };
        act.map(Command::Consult)
    }

    /// What is decided by the answers heard, as far as they are understood.
    fn decided(&mut self, session: &Session) -> Decision {
        let Some(consultation) = session.setup().consultation.clone() else { return Decision::Treat };
        let mut heard = |weight: Weight| {
            let yes = session.asked().iter().copied().find(|&question| consultation.answer(question) && consultation.weight(question) == Some(weight));
            yes.filter(|_| !self.overlooks())
        };
        if heard(Weight::Contraindication).is_some() {
            return Decision::DoNotTreat;
        }
        heard(Weight::Caution).map_or(Decision::Treat, |question| Decision::TreatWithCaution { question })
    }
}
