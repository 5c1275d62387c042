//! How much of each region every vertex of the skin is, and the layer stack that comes of it.
//!
//! A region is the union of its shapes. With s = distance to the shape − its radius, a vertex belongs to the regions in
//! the ratio of exp(−s ÷ blend): borders lie where s is equal, and thickness passes smoothly over them [design].
//!
//! **Invariant:** the weights of a vertex add up to 1; left and right follow the same rule.

use super::anchor::{Anchor, Chart, UnknownLandmark};
use super::layer::LayerStack;
use super::phenotype::Phenotype;
use super::region::Region;
use super::site::{Part, Site};
use super::skin::{Mask, Skin};
use super::tables::{Shape, Spot, Tables};
use super::thickness::{Person, ordered};
use crate::geom::{Vec3, math};

/// Distance between the points of a shape's path on the skin, mm.
const STEP_MM: f64 = 7.0;
/// A score so large that its weight is nothing.
const FAR: f64 = 1e3;
/// Leads of a site are told up to this, mm.
const SITE_REACH_MM: f64 = 30.0;
/// Rounds of averaging with the neighbours that the stacks undergo.
const SMOOTHING: usize = 4;

/// A shape's path laid on the skin.
struct Laid {
    region: Region,
    radius: f64,
    points: Vec<Vec3>,
    centre: Vec3,
    reach: f64,
}

impl Laid {
    /// Distance from a point to the path − radius, where the point is near; [`FAR`] elsewhere.
    fn score(&self, p: Vec3, other: f64) -> f64 {
        let limit = self.radius + other;
        if (p - self.centre).length() > self.reach + limit {
            return FAR;
        }
        let mut best = (p - self.points[0]).length_squared();
        for pair in self.points.windows(2) {
            best = best.min(distance_squared_to_segment(p, pair[0], pair[1]));
        }
        best.sqrt() - self.radius
    }
}

/// Squared distance from a point to a segment.
pub(super) fn distance_squared_to_segment(p: Vec3, a: Vec3, b: Vec3) -> f64 {
    let ab = b - a;
    let t = ((p - a).dot(ab) / ab.length_squared().max(1e-12)).clamp(0.0, 1.0);
    (p - a - ab * t).length_squared()
}

/// Both sides of a path with a left landmark; a midline path once.
pub(super) fn sides(path: &[Anchor]) -> Vec<Vec<Anchor>> {
    let mut all = vec![path.to_vec()];
    if path.iter().any(Anchor::is_sided) {
        all.push(path.iter().map(Anchor::mirrored).collect());
    }
    all
}

fn lay(chart: &Chart, region: Region, shape: &Shape) -> Result<Vec<Laid>, UnknownLandmark> {
    let mut laid = Vec::new();
    for path in sides(&shape.path) {
        if !path.iter().any(|anchor| chart.reaches(anchor)) {
            continue;
        }
        let stops = path.iter().map(|anchor| chart.place(anchor)).collect::<Result<Vec<_>, _>>()?;
        let mut points: Vec<Vec3> = Vec::new();
        for pair in stops.windows(2) {
            points.extend(chart.chord(&pair[0], &pair[1], STEP_MM).iter().map(|on| on.point));
        }
        let Some(last) = stops.last() else { continue };
        points.push(last.point);
        let centre = points.iter().sum::<Vec3>() / points.len() as f64;
        let reach = points.iter().map(|p| (*p - centre).length()).fold(0.0, f64::max);
        laid.push(Laid { region, radius: shape.radius_mm, points, centre, reach });
    }
    Ok(laid)
}

/// Regions and stacks of every vertex.
pub(super) struct RegionField {
    pub(super) regions: Vec<Region>,
    pub(super) stacks: Vec<LayerStack>,
    /// Half the lead, mm, by which each vertex of a head belongs to face, neck and décolletage rather than to anything else.
    pub(super) sites: Vec<[f32; 3]>,
    /// Vertices whose stack [`ordered`] had to change.
    pub(super) clamped: usize,
}

impl RegionField {
    pub(super) fn new(skin: &Skin, chart: &Chart, phenotype: &Phenotype, tables: &Tables) -> Result<Self, UnknownLandmark> {
        let person = Person::new(phenotype, &tables.modifiers);
        let person_stacks: Vec<LayerStack> = tables.regions.iter().map(|table| person.unordered(table)).collect();
        let mut laid = Vec::new();
        let mut masks: Vec<(Region, &[f32])> = Vec::new();
        let part = skin.landmarks.part();
        let elsewhere = if part == Part::Head { Region::Other } else { Region::Palm };
        for table in tables.regions.iter().filter(|table| table.region.part() == part) {
            for shape in &table.shapes {
                if let Some(mask) = Mask::ALL.into_iter().find(|mask| mask.name() == shape.mask) {
                    masks.push((table.region, skin.masks.get(mask)));
                } else {
                    laid.extend(lay(chart, table.region, shape)?);
                }
            }
        }
        let spots = lay_spots(chart, &tables.spots)?;
        let mut regions = Vec::with_capacity(skin.mesh.positions.len());
        let mut stacks = Vec::with_capacity(skin.mesh.positions.len());
        let mut sites = Vec::with_capacity(skin.mesh.positions.len());
        let mut clamped = 0;
        for (vertex, p) in skin.mesh.positions.iter().enumerate() {
            let mut scores = [FAR; Region::ALL.len()];
            scores[elsewhere as usize] = tables.other_mm;
            for shape in &laid {
                let score = &mut scores[shape.region as usize];
                *score = score.min(shape.score(*p, tables.other_mm));
            }
            for (region, mask) in &masks {
                let painted = f64::from(mask[vertex]);
                if painted > 0.02 {
                    let score = &mut scores[*region as usize];
                    *score = score.min((0.5 - painted) * 40.0);
                }
            }
            let (region, stack) = blend(&scores, &person_stacks, tables.blend_mm);
            regions.push(region);
            let stack = with_spots(stack, *p, &spots, phenotype.skin_laxity);
            clamped += usize::from(ordered(stack) != stack);
            stacks.push(ordered(stack));
            sites.push([Site::Face, Site::Neck, Site::Decolletage].map(|site| lead(&scores, site) as f32));
        }
        for _ in 0..SMOOTHING {
            stacks = smoothed(&stacks, &skin.mesh.triangles);
        }
        Ok(Self { regions, stacks, sites, clamped })
    }
}

/// Half the difference between the best score of other regions and that of the site's own, within ±[`SITE_REACH_MM`].
fn lead(scores: &[f64; Region::ALL.len()], site: Site) -> f64 {
    let (mut own, mut others) = (FAR, FAR);
    for ((region, _), score) in Region::ALL.iter().zip(scores) {
        let best = if Site::of(*region) == Some(site) { &mut own } else { &mut others };
        *best = best.min(*score);
    }
    (0.5 * (others - own)).clamp(-SITE_REACH_MM, SITE_REACH_MM)
}

fn blend(scores: &[f64; Region::ALL.len()], stacks: &[LayerStack], blend_mm: f64) -> (Region, LayerStack) {
    let mut least = 0;
    for (i, score) in scores.iter().enumerate() {
        if *score < scores[least] {
            least = i;
        }
    }
    let mut total = 0.0;
    let mut sum = [0.0; 5];
    for (score, stack) in scores.iter().zip(stacks) {
        if *score >= FAR {
            continue;
        }
        let weight = math::exp((scores[least] - score) / blend_mm);
        total += weight;
        // Bone blends by nearness (1 ÷ depth): "none within reach" of one region must not bury a neighbour's bone.
        let boundaries = LayerStack { bone_mm: 1.0 / stack.bone_mm, ..*stack };
        for (into, value) in sum.iter_mut().zip(parts(&boundaries)) {
            *into += weight * value;
        }
    }
    let stack = from_parts(sum.map(|value| value / total));
    (Region::ALL[least].0, LayerStack { bone_mm: 1.0 / stack.bone_mm, ..stack })
}

fn lay_spots<'a>(chart: &Chart, spots: &'a [Spot]) -> Result<Vec<(&'a Spot, Vec3)>, UnknownLandmark> {
    let mut laid = Vec::new();
    let here = |spot: &&Spot| spot.at.at.iter().all(|(name, _)| chart.landmark(name).is_some());
    for spot in spots.iter().filter(here) {
        for side in sides(std::slice::from_ref(&spot.at)) {
            laid.push((spot, chart.place(&side[0])?.point));
        }
    }
    Ok(laid)
}

fn with_spots(mut stack: LayerStack, p: Vec3, spots: &[(&Spot, Vec3)], laxity: f64) -> LayerStack {
    for (spot, centre) in spots {
        let away = (p - *centre).length_squared() / (2.0 * spot.radius_mm * spot.radius_mm);
        let strength = math::exp(-away);
        let thinner = stack.dermis_mm * (1.0 - spot.dermis_factor) * strength;
        let fatter = (spot.fat_add_mm + spot.laxity_fat_add_mm * laxity) * strength - thinner;
        stack.dermis_mm -= thinner;
        stack.fat_mm += fatter;
        stack.smas_mm += fatter;
        stack.bone_mm += fatter + spot.deep_add_mm * strength;
    }
    stack
}

/// Each stack averaged half and half with its neighbours'.
fn smoothed(stacks: &[LayerStack], triangles: &[[u32; 3]]) -> Vec<LayerStack> {
    let mut sums = vec![([0.0; 5], 0.0); stacks.len()];
    for t in triangles {
        for k in 0..3 {
            let (to, from) = (t[k] as usize, [t[(k + 1) % 3], t[(k + 2) % 3]]);
            for neighbour in from {
                for (into, value) in sums[to].0.iter_mut().zip(parts(&stacks[neighbour as usize])) {
                    *into += value;
                }
                sums[to].1 += 1.0;
            }
        }
    }
    let mix = |(stack, (sum, count)): (&LayerStack, &([f64; 5], f64))| {
        if *count == 0.0 {
            return *stack;
        }
        let own = parts(stack);
        from_parts(std::array::from_fn(|i| 0.5 * own[i] + 0.5 * sum[i] / count))
    };
    stacks.iter().zip(&sums).map(mix).collect()
}

/// The boundaries of a stack, outside in.
pub(super) fn parts(stack: &LayerStack) -> [f64; 5] {
    [stack.epidermis_mm, stack.dermis_mm, stack.fat_mm, stack.smas_mm, stack.bone_mm]
}

/// A stack of boundaries, outside in.
pub(super) fn from_parts([epidermis_mm, dermis_mm, fat_mm, smas_mm, bone_mm]: [f64; 5]) -> LayerStack {
    LayerStack { epidermis_mm, dermis_mm, fat_mm, smas_mm, bone_mm }
}
