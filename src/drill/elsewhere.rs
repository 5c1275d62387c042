//! A drill on somebody else: who of the patients takes its zone.
//!
//! **Invariant:** going from patient to patient comes round to the drill's own, where the drill has its own name again.

use super::{Drill, Library, Variant};

/// How far past the cannula's length a corner of the zone may lie, mm: the drills' own zones end about where their fan does, and the
/// patients' faces differ by some mm [design].
const REACH_MM: f64 = 6.0;

impl Library {
    /// The same drill on the next patient, in the order of [`Library::patients`] and round, on whom its zone and entry points can be
    /// laid and one pass reaches the far end of the zone; none when there is no other. A patient who is not built yet takes some
    /// tenths of a second.
    #[must_use]
    pub fn elsewhere(&self, drill: &Drill) -> Option<Drill> {
        // From a patient who is drawn, the first of the list is the next.
        let here = self.patients().iter().position(|one| one.id == drill.patient).unwrap_or(self.patients().len().saturating_sub(1));
        let variant = Variant::parse(&drill.id);
        let own = self.drill(&variant.drill).ok()?;
        let count = self.patients().len();
        let on = |step: usize| {
            let patient = &self.patients()[(here + step) % count].id;
            let patient = (*patient != own.patient).then(|| patient.clone());
            self.any_drill(&Variant { patient, ..variant.clone() }.to_string()).ok()
        };
        (1..count).filter_map(on).find(|there| self.lies(there)).map(std::borrow::Cow::into_owned)
    }

    /// Whether a drill can be played on its patient.
    fn lies(&self, drill: &Drill) -> bool {
        let Ok(setup) = self.setup(drill, 1) else { return false };
        let reach = setup.tube.length_mm + REACH_MM;
        setup.zone.outline.iter().all(|at| setup.proposed_entries.iter().any(|entry| entry.distance(*at) <= reach))
    }
}
