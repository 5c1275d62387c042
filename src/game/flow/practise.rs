//! What is chosen for practice: a zone of an installed drill, any patient, any preparation.

use super::hud;
use super::load::Shelf;
use crate::drill::{Drill, LibraryError, Variant};
use crate::game::panels::practise::{Model, Offer, Part, Plan};
use crate::lang::Lang;

/// Ratios offered of what can be diluted: neat, gel, gel/sol and sol [CLINICAL 3.2].
const RATIOS: [u32; 7] = [0, 1, 2, 3, 4, 5, 6];

/// The choice, and what it gives.
#[derive(Debug, Default)]
pub(super) struct Practise {
    chosen: [usize; 3],
    plan: Option<Result<Plan, String>>,
}

/// Names of the preparations that can be laid, as `radiesse 1:2`.
pub(super) fn preparations(shelf: &Shelf) -> Vec<String> {
    let products = shelf.library.catalogue().products().iter().filter(|product| product.caha_mg_per_ml.value > 0.0);
    let named = products.flat_map(|product| {
        let ratios = RATIOS.iter().filter(|ratio| **ratio == 0 || product.dilutable.value);
        ratios.map(|ratio| if *ratio == 0 { product.id.clone() } else { format!("{} 1:{ratio}", product.id) })
    });
    named.collect()
}

impl Practise {
    /// Chooses.
    pub(super) fn choose(&mut self, part: Part, index: usize) {
        self.chosen[part as usize] = index;
        self.plan = None;
    }

    /// Name of the drill's variant that is chosen; none while nothing is installed.
    pub(super) fn variant(&self, shelf: &Shelf) -> Option<String> {
        let drill = shelf.library.drills().get(self.chosen[0])?;
        let patient = shelf.library.patients().get(self.chosen[1])?;
        let product = preparations(shelf).into_iter().nth(self.chosen[2])?;
        let variant = Variant {
            drill: drill.id.clone(),
            patient: Some(patient.id.clone()),
            product: (product != drill.product).then_some(product),
            free: true,
        };
        Some(variant.to_string())
    }

    /// Begins with the first patient of the library that the chosen drill names, and its own preparation.
    pub(super) fn begin(&mut self, shelf: &Shelf) {
        let Some(drill) = shelf.library.drills().get(self.chosen[0]) else { return };
        let place = |found: Option<usize>| found.unwrap_or(0);
        self.chosen[1] = place(shelf.library.patients().iter().position(|patient| patient.id == drill.patient));
        self.chosen[2] = place(preparations(shelf).iter().position(|product| *product == drill.product));
        self.plan = None;
    }

    /// Works out the plan of the choice, where that has not been done.
    pub(super) fn tend(&mut self, shelf: &Shelf) {
        if self.plan.is_none()
            && let Some(name) = self.variant(shelf)
        {
            let plan = |drill: &Drill| -> Result<Plan, LibraryError> {
                let target_mg_cm2 = shelf.library.target_mg_cm2(drill)?;
                Ok(Plan { cannula: hud::cannula_name(&drill.tube), planned_ml: drill.planned_ml, target_mg_cm2 })
            };
            self.plan = Some(shelf.library.any_drill(&name).and_then(|drill| plan(&drill)).map_err(|error| error.to_string()));
        }
    }

    /// The page.
    pub(super) fn page(&self, shelf: &Shelf, lang: &Lang) -> Model {
        let catalogue = shelf.library.catalogue();
        let product = |name: String| Offer { title: Drill::preparation_title(&name, catalogue), note: String::new() };
        Model {
            zones: shelf.library.drills().iter().map(|drill| drill.words(lang)).map(|words| Offer { title: words.title, note: words.site }).collect(),
            patients: shelf.library.patients().iter().map(|who| who.words(lang)).map(|(title, note)| Offer { title, note }).collect(),
            products: preparations(shelf).into_iter().map(product).collect(),
            chosen: self.chosen,
            plan: self.plan.clone(),
        }
    }
}
