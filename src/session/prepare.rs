//! The preparation phase: what a person does at the bench, and the syringe that comes of it.
//!
//! **Invariants:** a bench is stepped with the session and moves by its acts alone; what is filled into the syringe is what stood at the
//! bench's outlet. A syringe that goes back to the bench to be stirred comes back with all it had.

use std::sync::Arc;

use super::Refusal;
use crate::instrument::Syringe;
use crate::product::bench::STROKE_RANGE_S;
use crate::product::{Bench, BenchView, Catalogue, Diluent, Orientation, Preparation};

/// Longest that is stood at once, s.
const LONGEST_STAND_S: u16 = 3600;

/// An act at the bench.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BenchAct {
    /// Draw a product and its diluent into two syringes and join them; what stood on the bench is thrown away.
    Draw {
        /// Index of the product in the setup's shelf.
        product: u8,
        /// What it is diluted with.
        diluent: Diluent,
        /// Hundredths of a part of diluent per part of product, 0 to 800.
        ratio_percent: u16,
    },
    /// Push everything across into the other syringe. Once the syringe is filled this takes it off the cannula, stirs and puts it back.
    Stroke {
        /// Time of the stroke in ms.
        ms: u16,
    },
    /// Let so much time pass at once, nothing else being done.
    Stand {
        /// How long, s.
        seconds: u16,
        /// How the bench's barrels lie; a filled syringe lies on its side.
        orientation: Orientation,
    },
    /// Fill the syringe from the bench and put it on the cannula.
    Fill,
    /// Put a fresh cannula on; what the old one held is lost.
    ChangeCannula,
    /// Put another instrument on, before the first entry point is made; what the old one held is lost.
    Take {
        /// Index of it in the setup's instruments.
        instrument: u8,
    },
}

impl BenchAct {
    /// A stroke of so many seconds, within what a hand does.
    pub fn stroke(seconds: f64) -> Self {
        let seconds = if seconds.is_finite() { seconds.clamp(STROKE_RANGE_S.0, STROKE_RANGE_S.1) } else { STROKE_RANGE_S.0 };
        Self::Stroke { ms: (seconds * 1e3).round() as u16 }
    }

    /// As bytes, for digests and recordings.
    pub(in crate::session) fn to_bytes(self) -> [u8; 5] {
        let two = |kind: u8, x: u16, more: u8| {
            let [low, high] = x.to_le_bytes();
            [kind, low, high, more, 0]
        };
        match self {
            Self::Draw { product, diluent, ratio_percent } => {
                let [kind, low, high, ..] = two(0, ratio_percent, 0);
                [kind, low, high, product, diluent as u8]
            }
            Self::Stroke { ms } => two(1, ms, 0),
            Self::Stand { seconds, orientation } => two(2, seconds, orientation as u8),
            Self::Fill => two(3, 0, 0),
            Self::ChangeCannula => two(4, 0, 0),
            Self::Take { instrument } => two(5, 0, instrument),
        }
    }

    /// From its bytes.
    pub(in crate::session) fn from_bytes([kind, low, high, third, fourth]: [u8; 5]) -> Option<Self> {
        let x = u16::from_le_bytes([low, high]);
        Some(match kind {
            0 => {
                let (diluent, _) = *Diluent::ALL.get(usize::from(fourth))?;
                Self::Draw { product: third, diluent, ratio_percent: x }
            }
            1 => Self::Stroke { ms: x },
            2 => {
                let (orientation, _) = *Orientation::ALL.get(usize::from(third))?;
                Self::Stand { seconds: x, orientation }
            }
            3 => Self::Fill,
            4 => Self::ChangeCannula,
            5 => Self::Take { instrument: third },
            _ => return None,
        })
    }
}

/// What was drawn.
#[derive(Clone, Debug)]
struct Drawn {
    preparation: Preparation,
    /// Index of the product in the shelf.
    product: usize,
}

/// The bench of a session.
#[derive(Clone, Debug, Default)]
pub(super) struct Preparing {
    bench: Option<Bench>,
    drawn: Option<Drawn>,
    filled: bool,
    /// The bench holds the syringe's contents, to be stirred and given back.
    borrowed: bool,
    orientation: Orientation,
}

impl Preparing {
    /// The bench of a session whose syringe comes filled.
    pub(super) fn given() -> Self {
        Self { filled: true, ..Self::default() }
    }

    /// Whether a stroke is under way.
    pub(super) fn stroking(&self) -> bool {
        self.bench.as_ref().is_some_and(Bench::is_stroking)
    }

    /// Whether the syringe has been filled.
    pub(super) fn filled(&self) -> bool {
        self.filled
    }

    /// What stands on the bench.
    pub(super) fn bench(&self) -> Option<&Bench> {
        self.bench.as_ref()
    }

    /// Volume of the syringe's product that is on the bench just now, µL.
    pub(super) fn borrowed_ul(&self) -> f64 {
        self.bench.as_ref().filter(|_| self.borrowed).map_or(0.0, |bench| bench.content().volume_ul())
    }

    /// Draws product and diluent.
    pub(super) fn draw(&mut self, shelf: &Catalogue, index: u8, diluent: Diluent, ratio: f64, wanted_ml: f64) -> Result<(), Refusal> {
        if self.filled {
            return Err(Refusal::AlreadyPrepared);
        }
        if self.stroking() {
            return Err(Refusal::StrokeUnderWay);
        }
        let product = shelf.products().get(usize::from(index)).ok_or(Refusal::CannotBePrepared)?;
        let product_ml = product.syringe_for_ml(wanted_ml, ratio);
        let bench = product.bench(diluent, ratio, product_ml).map_err(|_| Refusal::CannotBePrepared)?;
        let preparation = Preparation { product: product.id.clone(), ratio, diluent, strokes: 0 };
        self.drawn = Some(Drawn { preparation, product: usize::from(index) });
        self.bench = Some(bench);
        Ok(())
    }

    /// Begins a stroke; after the syringe was filled, of its contents.
    pub(super) fn stroke(&mut self, seconds: f64, syringe: &mut Syringe) -> Result<(), Refusal> {
        if self.stroking() {
            return Err(Refusal::StrokeUnderWay);
        }
        if self.filled {
            if syringe.is_empty() {
                return Err(Refusal::NothingPrepared);
            }
            let mixture = syringe.mixture();
            let (suspension, ratio) = (Arc::clone(mixture.suspension()), mixture.ratio());
            self.bench = Some(Bench::joined(suspension, syringe.take_barrel(), ratio));
            self.borrowed = true;
        }
        let bench = self.bench.as_mut().ok_or(Refusal::NothingPrepared)?;
        bench.begin_stroke(seconds);
        Ok(())
    }

    /// Lets so much time pass over bench and syringe.
    pub(super) fn stand(&mut self, seconds: u16, orientation: Orientation, syringe: &mut Syringe) -> Result<(), Refusal> {
        if self.stroking() {
            return Err(Refusal::StrokeUnderWay);
        }
        let seconds = f64::from(seconds.min(LONGEST_STAND_S));
        self.orientation = orientation;
        if let Some(bench) = &mut self.bench {
            bench.step(orientation, seconds);
        }
        syringe.stand(seconds);
        Ok(())
    }

    /// The syringe filled from the bench, on a fresh bore.
    pub(super) fn fill(&mut self, shelf: &Catalogue, volume_ul: f64, bore_mm: f64, length_mm: f64) -> Result<Syringe, Refusal> {
        if self.filled {
            return Err(Refusal::AlreadyPrepared);
        }
        if self.stroking() {
            return Err(Refusal::StrokeUnderWay);
        }
        let (Some(bench), Some(drawn)) = (&mut self.bench, &self.drawn) else { return Err(Refusal::NothingPrepared) };
        if !bench.is_joined() {
            return Err(Refusal::NotMixed);
        }
        let product = shelf.products().get(drawn.product).ok_or(Refusal::CannotBePrepared)?;
        let preparation = Preparation { strokes: bench.strokes(), ..drawn.preparation.clone() };
        let column = bench.fill(volume_ul, product.barrel_mm());
        let suspension = Arc::clone(bench.suspension());
        let homogeneity = crate::product::bench::evenness(&suspension, &column, preparation.ratio);
        let mixture = product.mixture_of(preparation, suspension, column.clone(), homogeneity);
        self.filled = true;
        // What is left on the bench is done with.
        self.bench = None;
        Ok(Syringe::filled(mixture, column, bore_mm, length_mm))
    }

    /// Lets a tick pass on the bench; true when a stroke ended. A syringe that was only to be stirred gets its contents back.
    pub(super) fn step(&mut self, dt: f64, syringe: &mut Syringe) -> bool {
        let Some(bench) = &mut self.bench else { return false };
        let ended = bench.step(self.orientation, dt);
        if ended && self.borrowed {
            self.borrowed = false;
            if let Some(bench) = self.bench.take() {
                syringe.put_barrel(bench.into_mixture());
            }
        }
        ended
    }

    /// What a bench screen shows.
    pub(super) fn view(&self) -> Option<BenchView> {
        self.bench.as_ref().map(Bench::view)
    }
}
