//! What an operator does for the patient who has shown a sign of a blocked artery, once the cannula is out.

use super::{Doing, Operator};
use crate::product::Carrier;
use crate::session::{CareAct, Command, DT, Drug, Session};

/// Time between two acts, s [design]: long enough to count a refill.
pub(super) const PRESS_S: f64 = 3.0;

impl Operator {
    /// The next act of care: counts the refill, gives the enzyme where the carrier is its own, and ends.
    pub(super) fn care(&mut self, session: &Session, next: u8, wait_s: f64) -> Option<Command> {
        if wait_s > 0.0 {
            self.doing = Doing::Care(next, wait_s - DT);
            return None;
        }
        self.doing = Doing::Care(next + 1, PRESS_S);
        let product = session.setup().shelf.product(&session.mixture().preparation.product);
        let has_ha = product.is_ok_and(|product| matches!(product.carrier.value, Carrier::CrossLinkedHa { .. }));
        match next {
            0 => (!self.overlooks()).then_some(Command::Care(CareAct::PressSkin)),
            1 => {
                // Who does not know what the enzyme dissolves gives it, or leaves it out, by the wrong product.
                let gives = has_ha != self.overlooks();
                gives.then_some(Command::Care(CareAct::Give(Drug::Hyaluronidase)))
            }
            _ => self.end(session),
        }
    }
}
