//! The products that can be used, read from `assets/products/*.ron`.
//!
//! **Invariant:** every number in a product file stands beside its source; a file that breaks a rule is refused with all
//! of its problems.

use super::bench::{Bench, STROKE_S};
use super::column::Column;
use super::diluent::Diluent;
use super::preparation::{MAX_RATIO, MAX_STROKES, Mixture, MixtureClass, Preparation, PreparationError, check_ratio};
use super::rheology::HerschelBulkley;
use super::suspension::{FlowRow, Suspension};
use crate::source::{Checker, Content, ContentError, Problems, read};
use serde::Deserialize;
use std::sync::Arc;

/// Folder of the product files below the content root.
pub const FOLDER: &str = "assets/products";
/// Version of the product file that this program reads.
pub const VERSION: u32 = 1;

/// A number and where it comes from.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sourced<T> {
    /// The value, in the unit that its field names.
    pub value: T,
    /// Author and year, or `[recalled]`, `[uncertain]`, `[design]`.
    pub source: String,
}

/// What carries the microspheres.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Carrier {
    /// Sodium carboxymethylcellulose in water and glycerin.
    CmcGel,
    /// Sodium carboxymethylcellulose and a sugar alcohol in water.
    CmcSolution,
    /// Cross-linked hyaluronic acid.
    CrossLinkedHa {
        /// Concentration of hyaluronic acid in mg/mL.
        mg_per_ml: f64,
    },
}

/// What the neat carrier is like at rest, which is what a settling particle feels.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CarrierRest {
    /// Viscosity at vanishing shear, Pa·s; larger: slower settling, shorter jets when it is mixed.
    pub viscosity_pa_s: f64,
    /// Yield stress of the rebuilt network, Pa; it holds particles up.
    pub yield_pa: f64,
    /// Parts of diluent per part of product from which the network is gone and a sol is left.
    pub sol_ratio: f64,
    /// Time in which the sheared network is rebuilt, s.
    pub rebuild_s: f64,
    /// Where these come from.
    pub source: String,
}

/// A syringe that the product comes in or is drawn into.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SyringeSize {
    /// Volume in mL.
    pub volume_ml: f64,
    /// Inner diameter of the barrel in mm.
    pub bore_mm: f64,
    /// Where these come from.
    pub source: String,
}

/// Flow and spread of the product at one dilution.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct FlowAnchor {
    ratio: f64,
    yield_pa: f64,
    consistency_pa_sn: f64,
    index: f64,
    spread: f64,
    source: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawProduct {
    version: u32,
    id: String,
    name: String,
    about: String,
    caha_mg_per_ml: Sourced<f64>,
    #[serde(default)]
    plla_mg_per_ml: Option<Sourced<f64>>,
    particle_um: Sourced<(f64, f64)>,
    particle_g_per_ml: Sourced<f64>,
    carrier: Sourced<Carrier>,
    carrier_rest: CarrierRest,
    lidocaine_mg_per_ml: Sourced<f64>,
    dilutable: Sourced<bool>,
    #[serde(default)]
    injectable: Option<Sourced<bool>>,
    finest_gauge: Sourced<u32>,
    syringes: Vec<SyringeSize>,
    flow: Vec<FlowAnchor>,
}

/// A product.
#[derive(Clone, Debug, PartialEq)]
pub struct Product {
    /// Id: the first word of a mixture's name.
    pub id: String,
    /// Name as printed.
    pub name: String,
    /// What it is, in one neutral sentence.
    pub about: String,
    /// `CaHA` in the neat product, mg/mL.
    pub caha_mg_per_ml: Sourced<f64>,
    /// Poly-L-lactic acid in the neat product, mg/mL, where it is that and no `CaHA`.
    pub plla_mg_per_ml: Option<Sourced<f64>>,
    /// Smallest and largest microspheres, µm.
    pub particle_um: Sourced<(f64, f64)>,
    /// Density of the microspheres, g/mL.
    pub particle_g_per_ml: Sourced<f64>,
    /// What carries the microspheres.
    pub carrier: Sourced<Carrier>,
    /// What the carrier is like at rest.
    pub carrier_rest: CarrierRest,
    /// Lidocaine in the neat product, mg/mL.
    pub lidocaine_mg_per_ml: Sourced<f64>,
    /// Whether it may be diluted.
    pub dilutable: Sourced<bool>,
    /// Whether it can be laid in a session; false for one that is only compared with. Left out: it can.
    pub injectable: Option<Sourced<bool>>,
    /// Finest gauge that the neat product passes without risk of a jam.
    pub finest_gauge: Sourced<u32>,
    /// Its syringes.
    pub syringes: Vec<SyringeSize>,
    flow: Vec<FlowAnchor>,
}

/// Why a catalogue cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum CatalogueError {
    /// A file is missing or cannot be read.
    #[error(transparent)]
    Content(#[from] ContentError),
    /// Files with mistakes.
    #[error("{0}")]
    Problems(Problems),
}

/// All products, in the order of their ids.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Catalogue {
    products: Vec<Product>,
}

impl Product {
    /// Reads and checks a product file; `file` is the name that problems carry.
    ///
    /// # Errors
    /// Every problem of the file.
    pub fn read(file: &str, text: &str) -> Result<Self, Problems> {
        Self::read_beside(file, text, &[])
    }

    /// Reads a product file whose id must differ from those of `others`.
    fn read_beside(file: &str, text: &str, others: &[Self]) -> Result<Self, Problems> {
        let raw = read::<RawProduct>(file, text, |raw, checker| {
            check(raw, checker);
            let taken = others.iter().any(|other| other.id == raw.id);
            checker.require("id", !taken, format!("\"{}\" again", raw.id), "an id that no other product has");
        })?;
        let raw = raw.value;
        Ok(Self {
            id: raw.id,
            name: raw.name,
            about: raw.about,
            caha_mg_per_ml: raw.caha_mg_per_ml,
            plla_mg_per_ml: raw.plla_mg_per_ml,
            particle_um: raw.particle_um,
            particle_g_per_ml: raw.particle_g_per_ml,
            carrier: raw.carrier,
            carrier_rest: raw.carrier_rest,
            lidocaine_mg_per_ml: raw.lidocaine_mg_per_ml,
            dilutable: raw.dilutable,
            injectable: raw.injectable,
            finest_gauge: raw.finest_gauge,
            syringes: raw.syringes,
            flow: raw.flow,
        })
    }

    /// The laws of this product in a diluent.
    #[must_use]
    pub fn suspension(&self, diluent: Diluent) -> Suspension {
        let particles = self.caha_mg_per_ml.value + self.plla_mg_per_ml.as_ref().map_or(0.0, |plla| plla.value);
        let neat_solids = particles * 1e-3 / self.particle_g_per_ml.value;
        let rest = &self.carrier_rest;
        let sol_share = (1.0 - neat_solids) / (1.0 - neat_solids + rest.sol_ratio);
        let row = |anchor: &FlowAnchor| FlowRow {
            ratio: anchor.ratio,
            law: HerschelBulkley {
                yield_pa: anchor.yield_pa,
                consistency_pa_sn: anchor.consistency_pa_sn,
                index: anchor.index,
            },
            spread: anchor.spread,
        };
        Suspension {
            diluent,
            neat_solids,
            caha_mg_per_particle_ul: self.caha_mg_per_ml.value * 1e-3 / neat_solids,
            particle_um: self.particle_um.value,
            particle_g_ml: self.particle_g_per_ml.value,
            rest_viscosity_pa_s: rest.viscosity_pa_s,
            rest_yield_pa: rest.yield_pa,
            sol_share,
            rebuild_s: rest.rebuild_s,
            flow: self.flow.iter().map(row).collect(),
        }
    }

    /// Volume in mL of the syringe that a mixture is made from when it is only named: the smallest of 1 mL or more, else the largest [design].
    #[must_use]
    pub fn made_from_ml(&self) -> f64 {
        let volumes = || self.syringes.iter().map(|syringe| syringe.volume_ml);
        let enough = volumes().filter(|ml| *ml >= 1.0).fold(f64::INFINITY, f64::min);
        if enough.is_finite() { enough } else { volumes().fold(0.0, f64::max) }
    }

    /// Volume in mL of the smallest syringe that gives so much mixture (mL) at a ratio, else of the largest.
    #[must_use]
    pub fn syringe_for_ml(&self, mixture_ml: f64, ratio: f64) -> f64 {
        let volumes = || self.syringes.iter().map(|syringe| syringe.volume_ml);
        let enough = volumes().filter(|ml| ml * (1.0 + ratio) >= mixture_ml).fold(f64::INFINITY, f64::min);
        if enough.is_finite() { enough } else { volumes().fold(0.0, f64::max) }
    }

    /// Inner diameter in mm of its largest syringe, from which every mixture is used [design].
    #[must_use]
    pub fn barrel_mm(&self) -> f64 {
        let larger = |a: &SyringeSize, b: &SyringeSize| a.volume_ml.total_cmp(&b.volume_ml);
        let largest = self.syringes.iter().max_by(|a, b| larger(a, b));
        largest.expect("a product without syringes was refused").bore_mm
    }

    /// Whether it may be prepared so.
    ///
    /// # Errors
    /// [`PreparationError::Ratio`]; [`PreparationError::NotInjectable`] for a product that is only compared with.
    pub fn check(&self, ratio: f64) -> Result<(), PreparationError> {
        check_ratio(ratio)?;
        if self.injectable.as_ref().is_some_and(|injectable| !injectable.value) {
            return Err(PreparationError::NotInjectable { got: self.id.clone() });
        }
        Ok(())
    }

    /// Both syringes on the bench before the first stroke, so much product (mL) in one of them.
    ///
    /// # Errors
    /// As [`Product::check`].
    pub fn bench(&self, diluent: Diluent, ratio: f64, product_ml: f64) -> Result<Bench, PreparationError> {
        self.check(ratio)?;
        Ok(Bench::drawn(Arc::new(self.suspension(diluent)), product_ml, ratio))
    }

    /// The product prepared on the bench: ratio 0 to [`MAX_RATIO`], strokes of [`STROKE_S`], used at once. A dilution that the product does not
    /// allow is made, and flagged.
    ///
    /// # Errors
    /// As [`Product::check`].
    pub fn prepare(&self, preparation: Preparation) -> Result<Mixture, PreparationError> {
        let mut bench = self.bench(preparation.diluent, preparation.ratio, self.made_from_ml())?;
        let strokes = preparation.strokes.min(MAX_STROKES);
        for _ in 0..strokes {
            bench.stroke(STROKE_S);
        }
        Ok(self.mixture(preparation, bench))
    }

    /// What stands on a bench, as a mixture: everything in the barrel that gives next; unmixed, the product with its diluent behind it.
    #[must_use]
    pub fn mixture(&self, preparation: Preparation, bench: Bench) -> Mixture {
        let (suspension, homogeneity) = (Arc::clone(bench.suspension()), bench.homogeneity());
        self.mixture_of(preparation, suspension, bench.into_mixture(), homogeneity)
    }

    /// A column of this product as a mixture.
    #[must_use]
    pub fn mixture_of(&self, preparation: Preparation, suspension: Arc<Suspension>, column: Column, homogeneity: f64) -> Mixture {
        let ratio = preparation.ratio;
        let (rheology, spread) = suspension.table(ratio);
        Mixture {
            caha_mg_per_ml: self.caha_mg_per_ml.value / (1.0 + ratio),
            class: MixtureClass::of_ratio(ratio),
            rheology,
            homogeneity,
            spread,
            barrel_mm: self.barrel_mm(),
            dilution_forbidden: ratio > 0.0 && !self.dilutable.value,
            suspension,
            column,
            preparation,
        }
    }
}

impl Catalogue {
    /// Reads every product of the content directory.
    ///
    /// # Errors
    /// [`CatalogueError`]: a missing folder, or all problems of all files.
    pub fn load(content: &Content) -> Result<Self, CatalogueError> {
        let mut texts = Vec::new();
        for path in content.list(FOLDER, "ron")? {
            let text = content.read_text(&path)?;
            texts.push((path, text));
        }
        let texts: Vec<_> = texts.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        Self::read(&texts).map_err(CatalogueError::Problems)
    }

    /// The built-in products, which travel inside the program.
    ///
    /// # Errors
    /// Every problem of the built-in files (none: a test reads them).
    pub fn built_in() -> Result<Self, Problems> {
        Self::read(&[
            ("assets/products/harmonyca.ron", include_str!("../../assets/products/harmonyca.ron")),
            ("assets/products/plla.ron", include_str!("../../assets/products/plla.ron")),
            ("assets/products/radiesse.ron", include_str!("../../assets/products/radiesse.ron")),
        ])
    }

    /// Reads product files given as (name, text).
    ///
    /// # Errors
    /// All problems of all files; two products of one id are one too.
    pub fn read(files: &[(&str, &str)]) -> Result<Self, Problems> {
        let mut products: Vec<Product> = Vec::new();
        let mut problems = Vec::new();
        for &(file, text) in files {
            match Product::read_beside(file, text, &products) {
                Ok(product) => products.push(product),
                Err(found) => problems.extend(found.0),
            }
        }
        products.sort_by(|a, b| a.id.cmp(&b.id));
        Problems(problems).sorted().or(Self { products })
    }

    /// The products, in the order of their ids.
    #[must_use]
    pub fn products(&self) -> &[Product] {
        &self.products
    }

    /// The product of an id.
    ///
    /// # Errors
    /// [`PreparationError::UnknownProduct`] names those there are.
    pub fn product(&self, id: &str) -> Result<&Product, PreparationError> {
        self.products.iter().find(|product| product.id == id).ok_or_else(|| {
            let ids: Vec<&str> = self.products.iter().map(|product| product.id.as_str()).collect();
            PreparationError::UnknownProduct { got: id.to_owned(), allowed: ids.join(", ") }
        })
    }

    /// A mixture as prepared.
    ///
    /// # Errors
    /// An unknown product, or a ratio out of range.
    pub fn prepare(&self, preparation: Preparation) -> Result<Mixture, PreparationError> {
        self.product(&preparation.product)?.prepare(preparation)
    }

    /// A mixture by its name: "radiesse neat", "radiesse 1:1", "harmonyca".
    ///
    /// # Errors
    /// As [`Preparation::parse`] and [`Catalogue::prepare`].
    pub fn mixture(&self, name: &str) -> Result<Mixture, PreparationError> {
        self.prepare(Preparation::parse(name)?)
    }
}

/// The rules of a product file.
fn check(raw: &RawProduct, checker: &mut Checker) {
    checker.version(raw.version, VERSION);
    let word = !raw.id.is_empty() && raw.id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    checker.require("id", word, format!("\"{}\"", raw.id), "small letters, digits and `-`");
    checker.not_empty("name", &raw.name);
    checker.not_empty("about", &raw.about);
    checker.range("caha_mg_per_ml.value", raw.caha_mg_per_ml.value, 0.0..=2000.0);
    let solids = raw.caha_mg_per_ml.value + raw.plla_mg_per_ml.as_ref().map_or(0.0, |plla| plla.value);
    if checker.range("particle_g_per_ml.value", raw.particle_g_per_ml.value, 1.0..=5.0) {
        // Above half of the volume the spheres are packed and nothing flows.
        let most = 500.0 * raw.particle_g_per_ml.value;
        let some = (1.0..=most).contains(&solids);
        checker.require("caha_mg_per_ml.value", some, format!("{solids} mg/mL of particles"), format!("1 to {most}, half of the volume"));
    }
    if let Some(plla) = &raw.plla_mg_per_ml {
        checker.range("plla_mg_per_ml.value", plla.value, 1.0..=500.0);
        checker.not_empty("plla_mg_per_ml.source", &plla.source);
        let one = raw.caha_mg_per_ml.value == 0.0;
        checker.require("plla_mg_per_ml", one, "beside CaHA", "one kind of particle");
    }
    let rest = &raw.carrier_rest;
    checker.range("carrier_rest.viscosity_pa_s", rest.viscosity_pa_s, 0.001..=1000.0);
    checker.range("carrier_rest.yield_pa", rest.yield_pa, 0.0..=2000.0);
    checker.range("carrier_rest.sol_ratio", rest.sol_ratio, 0.0..=MAX_RATIO);
    checker.range("carrier_rest.rebuild_s", rest.rebuild_s, 1.0..=3600.0);
    checker.not_empty("carrier_rest.source", &rest.source);
    if let Some(injectable) = &raw.injectable {
        checker.not_empty("injectable.source", &injectable.source);
    }
    let (small, large) = raw.particle_um.value;
    checker.range("particle_um.value[0]", small, 1.0..=200.0);
    checker.range("particle_um.value[1]", large, small.clamp(1.0, 200.0)..=200.0);
    if let Carrier::CrossLinkedHa { mg_per_ml } = raw.carrier.value {
        checker.range("carrier.value.mg_per_ml", mg_per_ml, 1.0..=50.0);
    }
    checker.range("lidocaine_mg_per_ml.value", raw.lidocaine_mg_per_ml.value, 0.0..=20.0);
    checker.range("finest_gauge.value", f64::from(raw.finest_gauge.value), 18.0..=33.0);
    for (field, source) in [
        ("caha_mg_per_ml.source", &raw.caha_mg_per_ml.source),
        ("particle_um.source", &raw.particle_um.source),
        ("particle_g_per_ml.source", &raw.particle_g_per_ml.source),
        ("carrier.source", &raw.carrier.source),
        ("lidocaine_mg_per_ml.source", &raw.lidocaine_mg_per_ml.source),
        ("dilutable.source", &raw.dilutable.source),
        ("finest_gauge.source", &raw.finest_gauge.source),
    ] {
        checker.not_empty(field, source);
    }
    checker.require("syringes", !raw.syringes.is_empty(), "none", "at least one syringe");
    for (i, syringe) in raw.syringes.iter().enumerate() {
        checker.range(&format!("syringes[{i}].volume_ml"), syringe.volume_ml, 0.1..=20.0);
        checker.range(&format!("syringes[{i}].bore_mm"), syringe.bore_mm, 2.0..=25.0);
        checker.not_empty(&format!("syringes[{i}].source"), &syringe.source);
    }
    check_flow(&raw.flow, checker);
}

fn check_flow(flow: &[FlowAnchor], checker: &mut Checker) {
    let starts_neat = flow.first().is_some_and(|anchor| anchor.ratio == 0.0);
    let first = flow.first().map_or("none".to_owned(), |anchor| anchor.ratio.to_string());
    checker.require("flow", starts_neat, format!("a first ratio of {first}"), "first the neat product, ratio 0");
    let mut before: Option<&FlowAnchor> = None;
    for (i, anchor) in flow.iter().enumerate() {
        let field = |name: &str| format!("flow[{i}].{name}");
        checker.range(&field("ratio"), anchor.ratio, 0.0..=MAX_RATIO);
        checker.range(&field("yield_pa"), anchor.yield_pa, 0.0..=2000.0);
        checker.range(&field("consistency_pa_sn"), anchor.consistency_pa_sn, 1e-4..=1000.0);
        checker.range(&field("index"), anchor.index, 0.1..=1.0);
        checker.range(&field("spread"), anchor.spread, 1.0..=20.0);
        checker.not_empty(&field("source"), &anchor.source);
        if let Some(before) = before {
            let (was, now) = (before.ratio, anchor.ratio);
            checker.require(&field("ratio"), now > was, now, format!("more than {was}, the ratio before"));
            let (was, now) = (before.yield_pa, anchor.yield_pa);
            checker.require(&field("yield_pa"), now <= was, now, format!("at most {was}: dilution weakens the gel"));
            let (was, now) = (before.consistency_pa_sn, anchor.consistency_pa_sn);
            checker.require(&field("consistency_pa_sn"), now <= was, now, format!("at most {was}: dilution thins"));
            let (was, now) = (before.spread, anchor.spread);
            checker.require(&field("spread"), now >= was, now, format!("at least {was}: dilution spreads"));
        }
        before = Some(anchor);
    }
}
