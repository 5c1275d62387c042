//! The layered patient: skin, layer stack and region at every vertex, hazards, and the queries over them.
//!
//! **Invariant:** an answer depends on the patient and the question alone, never on earlier questions.

use super::anchor::{Chart, UnknownLandmark};
use super::base::Base;
use super::hazard::{Clearance, Hazard, HazardField};
use super::hazard_tables::HazardTables;
use super::layer::{Layer, LayerStack, TissueField, TissueSample};
use super::phenotype::Phenotype;
use super::region::Region;
use super::region_field::{RegionField, from_parts, parts};
use super::shell::Ways;
use super::site::{Part, Site};
use super::skin::{Detail, Landmark, Landmarks, Skin};
use super::tables::Tables;
use crate::geom::Vec3;
use crate::geom::surface::{Hit, Surface, SurfacePoint};
use std::sync::OnceLock;

/// Everything the anatomy needs beside the head itself: layer tables and hazard tables.
#[derive(Clone, Debug)]
pub struct AnatomyTables {
    /// Layer thickness and regions.
    pub layers: Tables,
    /// Hazards.
    pub hazards: HazardTables,
}

/// A patient in layers.
#[derive(Clone, Debug)]
pub struct Anatomy {
    phenotype: Phenotype,
    skin: Skin,
    chart: Chart,
    regions: Vec<Region>,
    stacks: Vec<LayerStack>,
    sites: Vec<[f32; 3]>,
    clamped: usize,
    hazards: HazardField,
    ways: OnceLock<Ways>,
}

impl Anatomy {
    /// Builds a patient of a phenotype on a base head.
    ///
    /// # Errors
    /// The first landmark named in the tables that the skin does not have.
    pub fn new(base: &Base, phenotype: &Phenotype, tables: &AnatomyTables) -> Result<Self, UnknownLandmark> {
        Self::of_skin(Skin::from_base(base, phenotype, Detail::Simulation), phenotype, tables)
    }

    /// Builds a patient in a skin that is already there, such as a person's own scan; the phenotype shapes the layers alone.
    ///
    /// # Errors
    /// As [`Anatomy::new`].
    pub fn of_skin(skin: Skin, phenotype: &Phenotype, tables: &AnatomyTables) -> Result<Self, UnknownLandmark> {
        let own = Landmark::of(skin.landmarks.part()).iter();
        let landmarks = own.map(|landmark| (landmark.name().to_owned(), skin.landmarks.get(*landmark)));
        let chart = Chart::new(Surface::new(&skin.mesh), landmarks);
        let RegionField { regions, stacks, sites, clamped } = RegionField::new(&skin, &chart, phenotype, &tables.layers)?;
        let mut anatomy = Self {
            phenotype: phenotype.clone(),
            skin,
            chart,
            regions,
            stacks,
            sites,
            clamped,
            hazards: HazardField::default(),
            ways: OnceLock::new(),
        };
        anatomy.hazards = HazardField::new(&anatomy, &tables.hazards)?;
        Ok(anatomy)
    }

    /// Who it is.
    #[must_use]
    pub fn phenotype(&self) -> &Phenotype {
        &self.phenotype
    }

    /// The skin.
    #[must_use]
    pub fn skin(&self) -> &Skin {
        &self.skin
    }

    /// The part of the body.
    #[must_use]
    pub fn part(&self) -> Part {
        self.skin.landmarks.part()
    }

    /// Landmarks on the skin.
    #[must_use]
    pub fn landmarks(&self) -> &Landmarks {
        &self.skin.landmarks
    }

    /// The skin's surface and landmarks, for placing anchors.
    #[must_use]
    pub fn chart(&self) -> &Chart {
        &self.chart
    }

    /// The skin's surface.
    #[must_use]
    pub fn surface(&self) -> &Surface {
        &self.chart.surface
    }

    /// The region of every vertex.
    #[must_use]
    pub fn regions(&self) -> &[Region] {
        &self.regions
    }

    /// The layer stack of every vertex.
    #[must_use]
    pub fn stacks(&self) -> &[LayerStack] {
        &self.stacks
    }

    /// The hazards.
    #[must_use]
    pub fn hazards(&self) -> &[Hazard] {
        self.hazards.all()
    }

    /// The hazard whose wall is nearest to a point, within 30 mm.
    #[must_use]
    pub fn nearest_hazard(&self, point: Vec3) -> Option<Clearance> {
        self.hazards.nearest(point, || self.sample(point))
    }

    /// As [`Anatomy::nearest_hazard`], with the point's sample already at hand (cheaper).
    #[must_use]
    pub fn nearest_hazard_at(&self, point: Vec3, sample: &TissueSample) -> Option<Clearance> {
        self.hazards.nearest(point, || *sample)
    }

    /// Where a ray meets the skin, from either side.
    #[must_use]
    pub fn hit(&self, origin: Vec3, direction: Vec3) -> Option<Hit> {
        self.chart.surface.hit(origin, direction)
    }

    /// The layer stack at a point of a triangle.
    #[must_use]
    pub fn stack_at(&self, triangle: u32, barycentric: [f64; 3]) -> LayerStack {
        let corners = self.skin.mesh.triangles[triangle as usize].map(|i| parts(&self.stacks[i as usize]));
        from_parts(std::array::from_fn(|i| (0..3).map(|k| barycentric[k] * corners[k][i]).sum()))
    }

    /// The region at a point of a triangle: that of the nearest corner in barycentric terms.
    #[must_use]
    pub fn region_at(&self, triangle: u32, barycentric: [f64; 3]) -> Region {
        let mut most = 0;
        for k in 1..3 {
            if barycentric[k] > barycentric[most] {
                most = k;
            }
        }
        self.regions[self.skin.mesh.triangles[triangle as usize][most] as usize]
    }

    /// The tissue at the point of the skin nearest to `point`: depth 0.
    #[must_use]
    pub fn project(&self, point: Vec3) -> TissueSample {
        TissueSample { depth_mm: 0.0, ..self.sample(point) }
    }

    /// What the tissue is at a point of the skin that is already known.
    #[must_use]
    pub fn sample_of(&self, on: &SurfacePoint) -> TissueSample {
        TissueSample {
            depth_mm: on.depth_mm,
            foot: on.point,
            normal: on.normal,
            stack: self.stack_at(on.triangle, on.barycentric),
            region: self.region_at(on.triangle, on.barycentric),
            triangle: on.triangle,
            barycentric: on.barycentric,
        }
    }

    /// How many vertices have a stack whose boundaries had to be kept apart by force, so that a layer vanished.
    #[must_use]
    pub fn layer_clamps(&self) -> usize {
        self.clamped
    }

    /// How far, in mm, each vertex lies inside a site (negative outside); none where this part of the body lacks the site.
    pub(super) fn site_lead(&self, site: Site) -> Option<Vec<f64>> {
        if site.part() != self.part() {
            return None;
        }
        let column = site as usize;
        Some(self.sites.iter().map(|leads| leads.get(column).copied().map_or(1.0, f64::from)).collect())
    }

    /// The ways along which the vertices sink to the layers.
    pub(super) fn ways(&self) -> &Ways {
        self.ways.get_or_init(|| Ways::new(&self.skin.mesh, &self.chart.surface, &self.stacks))
    }

    /// Where each vertex's lower boundary of a layer lies (bone: its surface; outside: the skin).
    ///
    /// Wherever the body is thick enough the way from the skin is the depth that [`TissueField::sample`] measures.
    #[must_use]
    pub fn inner_shell(&self, layer: Layer) -> Vec<Vec3> {
        let depth = |stack: &LayerStack| match layer {
            Layer::Outside => 0.0,
            Layer::Epidermis => stack.epidermis_mm,
            Layer::Dermis => stack.dermis_mm,
            Layer::Fat => stack.fat_mm,
            Layer::Smas => stack.smas_mm,
            Layer::Deep | Layer::Bone => stack.bone_mm,
        };
        self.ways().sunk(&self.skin.mesh, &self.stacks, depth)
    }
}

impl TissueField for Anatomy {
    fn sample(&self, point: Vec3) -> TissueSample {
        self.sample_of(&self.chart.surface.closest(point))
    }
}
