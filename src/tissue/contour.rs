//! What shows on the skin over the deposits: how high it stands, and how much product lies in the dermis.
//!
//! **Invariant:** over an even wide skin the height adds up to the volume laid, and the dermal dose to the mass in the dermis.

use super::deposit::Deposits;
use super::dose::ArealDose;
use crate::geom::Vec3;
use std::collections::BTreeMap;
use std::f64::consts::PI;

/// Blur (SD, mm) with which a white patch in the dermis is seen through it [design].
const SEEN_MM: f64 = 0.5;
/// Farthest that a deposit lifts skin, mm: beyond this less than a tenth of its volume shows [design].
const FAR_MM: f64 = 30.0;
/// Edge of the cubes in which what lies together is taken together, mm, and the distance of their middles from which it is [design: so
/// that a height is within a hundredth of the sum over all deposits].
const TOGETHER_MM: f64 = 3.0;
const NEAR_MM: f64 = 8.0;
/// Mass in the dermis that no eye sees, mg.
const UNSEEN_MG: f64 = 1e-6;

/// Height of the skin over the deposits at points of it (mm, with unit normals), mm above its resting shape.
///
/// Each deposit lifts the surface as a growing point in an incompressible elastic half-space does (Mogi 1958):
/// u = V/2π·d/(r² + d²)^(3/2), d its depth; as wide as it lies, the kernel is stretched along its axes, so that ∫u dA stays V.
/// Beyond [`NEAR_MM`] what lies together lifts as one, and points that lie together are lifted along one slope.
#[must_use]
pub fn height_mm(points: &[Vec3], normals: &[Vec3], deposits: &Deposits) -> Vec<f64> {
    let lifts: Vec<Lift> = (0..deposits.deposits().len()).map(|i| Lift::of(deposits, i)).collect();
    let heaps: Vec<Heap> = together(lifts.iter().map(|lift| lift.foot)).into_values().map(|members| Heap::of(&lifts, members)).collect();
    let mut height = vec![0.0; points.len()];
    for patch in together(points.iter().copied()).into_values() {
        let share = 1.0 / patch.len() as f64;
        let centre = patch.iter().fold(Vec3::ZERO, |sum, &k| sum + points[k as usize]) * share;
        let normal = patch.iter().fold(Vec3::ZERO, |sum, &k| sum + normals[k as usize]);
        let (mut far, mut slope) = (0.0, Vec3::ZERO);
        for heap in &heaps {
            let square = centre.distance_squared(heap.foot);
            if square > NEAR_MM * NEAR_MM {
                if square <= FAR_MM * FAR_MM && normal.dot(heap.normal) > 0.0 {
                    let (height, by) = heap.lift(centre);
                    far += height;
                    slope += by;
                }
                continue;
            }
            for &k in &patch {
                let k = k as usize;
                height[k] += heap.members.iter().map(|&i| lifts[i as usize].at(points[k], normals[k])).sum::<f64>();
            }
        }
        for &k in &patch {
            let k = k as usize;
            height[k] += (far + slope.dot(points[k] - centre)).max(0.0);
        }
    }
    height
}

/// Indices of points by cubes of [`TOGETHER_MM`].
fn together(points: impl Iterator<Item = Vec3>) -> BTreeMap<[i32; 3], Vec<u32>> {
    let mut cubes: BTreeMap<[i32; 3], Vec<u32>> = BTreeMap::new();
    for (index, point) in points.enumerate() {
        let key = point.to_array().map(|x| (x / TOGETHER_MM).floor().clamp(-1e9, 1e9) as i32);
        cubes.entry(key).or_default().push(index as u32);
    }
    cubes
}

/// How a deposit lifts the skin.
struct Lift {
    foot: Vec3,
    normal: Vec3,
    u: Vec3,
    v: Vec3,
    volume_ul: f64,
    /// Root of the area of the kernel: its width, mm.
    width_mm: f64,
    /// Height in the middle, mm.
    peak: f64,
    /// Inverse of the kernel's second moment, (uu, 2·uv, vv), 1/mm².
    form: (f64, f64, f64),
}

impl Lift {
    fn of(deposits: &Deposits, index: usize) -> Self {
        let bead = &deposits.deposits()[index];
        let width = deposits.skin_sigma_mm(index);
        let u = (bead.direction - bead.normal * bead.direction.dot(bead.normal)).normalize_or(bead.normal.any_orthonormal_vector());
        let v = bead.normal.cross(u);
        let (uu, uv, vv) = bead.smear.within(u, v);
        let own = bead.depth_mm * bead.depth_mm + width * width;
        let (a, b, c) = (own + uu + bead.length_mm * bead.length_mm / 12.0, uv, own + vv);
        let area = (a * c - b * b).max(1e-6);
        Self {
            foot: bead.foot,
            normal: bead.normal,
            u,
            v,
            volume_ul: bead.volume_ul,
            width_mm: area.sqrt().sqrt(),
            peak: bead.volume_ul / (2.0 * PI * area.sqrt()),
            form: (c / area, -2.0 * b / area, a / area),
        }
    }

    fn at(&self, point: Vec3, normal: Vec3) -> f64 {
        let away = point - self.foot;
        if normal.dot(self.normal) <= 0.0 {
            return 0.0;
        }
        let (x, y) = (away.dot(self.u), away.dot(self.v));
        let form = 1.0 + self.form.0 * x * x + self.form.1 * x * y + self.form.2 * y * y;
        self.peak / (form * form.sqrt())
    }
}

/// Deposits that lie together, as one for what is far.
struct Heap {
    members: Vec<u32>,
    foot: Vec3,
    normal: Vec3,
    volume_ul: f64,
    width_mm: f64,
}

impl Heap {
    fn of(lifts: &[Lift], members: Vec<u32>) -> Self {
        let (mut foot, mut normal, mut volume_ul, mut width_mm) = (Vec3::ZERO, Vec3::ZERO, 0.0, 0.0);
        for lift in members.iter().map(|&i| &lifts[i as usize]) {
            volume_ul += lift.volume_ul;
            foot += lift.foot * lift.volume_ul;
            normal += lift.normal * lift.volume_ul;
            width_mm += lift.width_mm * lift.volume_ul;
        }
        Self { members, foot: foot / volume_ul, normal: normal.normalize_or(Vec3::Z), volume_ul, width_mm: width_mm / volume_ul }
    }

    /// Height at a point, mm, and its slope there.
    fn lift(&self, point: Vec3) -> (f64, Vec3) {
        let away = point - self.foot;
        let beside = away - self.normal * away.dot(self.normal);
        let square = self.width_mm * self.width_mm + beside.length_squared();
        let height = self.volume_ul * self.width_mm / (2.0 * PI * square * square.sqrt());
        (height, beside * (-3.0 * height / square))
    }
}

/// `CaHA` that lies in epidermis and dermis below points of the skin (mm, with unit normals), mg/cm²: what makes it white.
#[must_use]
pub fn dermal_mg_cm2(points: &[Vec3], normals: &[Vec3], deposits: &Deposits) -> Vec<f64> {
    let mut field = ArealDose::new(points, normals, SEEN_MM);
    for (i, bead) in deposits.deposits().iter().enumerate() {
        let (height, width) = deposits.half_axes_mm(i);
        // Farther below than six standard deviations of its height nothing of it is in the dermis.
        if bead.below_dermis_mm > 3.0 * height + 0.6 {
            continue;
        }
        let dermal = bead.caha_mg * deposits.layer_share(i).dermal();
        if dermal > UNSEEN_MG {
            let mut smear = bead.smear;
            let width = 0.5 * width;
            let side = bead.normal.cross(bead.direction).normalize_or_zero();
            smear.add(side, width * width);
            smear.add(bead.normal.cross(side), width * width);
            smear.settle();
            field.add_smeared(bead.foot, bead.normal, &smear, dermal);
        }
    }
    field.mg_cm2().to_vec()
}
