//! What an operator does at the bench: mixes, lets stand, fills, and stirs again what has stood.

use super::{Doing, Operator};
use crate::product::bench::STROKE_S;
use crate::product::{MixtureClass, Orientation};
use crate::session::{BenchAct, Command, DT, Session};

/// First press of a product that is thinner than a gel, N: 1–4 N from 1:2 on [uncertain: CLINICAL §4.3].
const THIN_N: f64 = 2.5;

impl Operator {
    /// Mixes as the plan asks, by this hand's habits; later stirs what has stood.
    pub(super) fn at_bench(&mut self, session: &Session) -> Option<Command> {
        if session.stroking() {
            return None;
        }
        let stroke = Some(Command::Bench(BenchAct::stroke(STROKE_S)));
        match self.doing {
            Doing::Draw => {
                let plan = &session.setup().mixture.preparation;
                let product = session.setup().shelf.products().iter().position(|product| product.id == plan.product)? as u8;
                let ratio_percent = (plan.ratio * 100.0).round() as u16;
                self.read_label(session);
                self.doing = Doing::Stroke((self.skill.strokes.round() as u32).max(1));
                Some(Command::Bench(BenchAct::Draw { product, diluent: plan.diluent, ratio_percent }))
            }
            Doing::Stroke(left) if left > 0 => {
                self.doing = Doing::Stroke(left - 1);
                stroke
            }
            Doing::Stroke(_) => {
                self.doing = Doing::LetStand;
                None
            }
            Doing::LetStand => {
                self.doing = Doing::Fill;
                let seconds = self.skill.stand_s.round() as u16;
                Some(Command::Bench(BenchAct::Stand { seconds, orientation: Orientation::Lying }))
            }
            Doing::Fill => {
                self.doing = Doing::Disinfect;
                self.stirred_tick = self.ticks;
                Some(Command::Bench(BenchAct::Fill))
            }
            Doing::Restir(left) if left > 0 => {
                self.doing = Doing::Restir(left - 1);
                stroke
            }
            _ => {
                self.stirred_tick = self.ticks;
                self.doing = Doing::Approach;
                None
            }
        }
    }

    /// Presses lightly at first where what is in the syringe is thinner than a gel.
    pub(super) fn read_label(&mut self, session: &Session) {
        if session.setup().mixture.class != MixtureClass::Gel {
            self.known_thumb_n = THIN_N;
        }
    }

    /// Whether what is in the syringe has stood too long for this hand; a gel holds its spheres, and people know.
    pub(super) fn has_stood(&self, session: &Session) -> bool {
        let gel = session.mixture().class == MixtureClass::Gel;
        !gel && (self.ticks - self.stirred_tick) as f64 * DT > self.skill.restir_s
    }
}
