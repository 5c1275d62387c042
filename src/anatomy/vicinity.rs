//! The tissue about one moving point.

use super::body::Anatomy;
use super::layer::{TissueField, TissueSample};
use crate::geom::Vec3;
use crate::geom::nearby::Nearby;
use std::cell::RefCell;

/// The tissue about one moving point: every answer is [`Anatomy`]'s, got sooner by what the question before left behind.
pub struct Vicinity<'a> {
    anatomy: &'a Anatomy,
    nearby: RefCell<Nearby>,
}

impl<'a> Vicinity<'a> {
    /// The tissue of a patient, with what an earlier vicinity left (or nothing yet).
    #[must_use]
    pub fn new(anatomy: &'a Anatomy, nearby: Nearby) -> Self {
        Self { anatomy, nearby: RefCell::new(nearby) }
    }

    /// What the next vicinity may start from.
    #[must_use]
    pub fn into_nearby(self) -> Nearby {
        self.nearby.into_inner()
    }
}

impl TissueField for Vicinity<'_> {
    fn sample(&self, point: Vec3) -> TissueSample {
        self.anatomy.sample_of(&self.anatomy.surface().closest_nearby(point, &mut self.nearby.borrow_mut()))
    }
}
