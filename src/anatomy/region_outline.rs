//! Outlines of the regions on the skin, for drawing and naming them.
//!
//! A region's share of each vertex (1 or 0, averaged a little with the neighbours) is cut at one half, triangle by triangle; the
//! borders of neighbouring regions meet, since their shares add up to 1. Then each loop is evened out and laid back on the skin.
//!
//! **Invariant:** every loop is closed, lies on the skin and has the region on its left seen from outside.

use super::anchor::Side;
use super::body::Anatomy;
use super::region::Region;
use crate::geom::Vec3;
use crate::geom::mesh::TriMesh;
use std::collections::BTreeMap;

/// Rounds in which a vertex's share is averaged with its neighbours' [design].
const AVERAGING: usize = 2;
/// Distance between the points of a loop, mm.
const STEP_MM: f64 = 2.0;
/// Rounds of smoothing of a loop that does not shrink it (Taubin 1995), and its two factors.
const SMOOTHING: usize = 10;
const TAUBIN: [f64; 2] = [0.5, -0.53];
/// Patches smaller than this are specks, mm².
const SPECK_MM2: f64 = 60.0;
/// A patch whose middle is nearer to the midline than this has no side, mm.
const MIDLINE_MM: f64 = 8.0;

/// One connected patch of a region.
#[derive(Clone, Debug, PartialEq)]
pub struct RegionOutline {
    /// The region; [`Region::is_no_go`] says whether `CaHA` may be placed in it.
    pub region: Region,
    /// Its side; none for a patch over the midline.
    pub side: Option<Side>,
    /// Closed borders on the skin, mm, about 2 mm between points, the last point joined to the first; the longest first, the
    /// others are holes.
    pub loops: Vec<Vec<Vec3>>,
    /// Place on the skin for its name: the vertex furthest from every border.
    pub label: Vec3,
    /// Unit outward normal there.
    pub label_normal: Vec3,
    /// Area of skin, mm².
    pub area_mm2: f64,
}

impl Anatomy {
    /// The outlines of every region on the skin but [`Region::Other`], in the regions' order.
    #[must_use]
    pub fn region_outlines(&self) -> Vec<RegionOutline> {
        let mesh = &self.skin().mesh;
        let areas = mesh.vertex_areas();
        let rim = mesh.rim_edges();
        let mut outlines = Vec::new();
        for (region, _) in Region::ALL {
            if region != Region::Other && self.regions().contains(&region) {
                self.outline_patches(region, mesh, &areas, &rim, &mut outlines);
            }
        }
        outlines
    }

    fn outline_patches(&self, region: Region, mesh: &TriMesh, areas: &[f64], rim: &[[u32; 2]], outlines: &mut Vec<RegionOutline>) {
        let shares = shares(mesh, |v| self.regions()[v] == region);
        let patch_of = patches(mesh, &shares);
        let mut found: BTreeMap<u32, Vec<Vec<Vec3>>> = BTreeMap::new();
        for (patch, points) in loops(mesh, rim, &shares, &patch_of) {
            let smooth = self.evened(&points);
            if smooth.len() >= 6 {
                found.entry(patch).or_default().push(smooth);
            }
        }
        for (patch, mut loops) in found {
            let inside = || (0..areas.len()).filter(|v| patch_of[*v] == patch);
            let area_mm2: f64 = inside().map(|v| areas[v]).sum();
            if area_mm2 < SPECK_MM2 {
                continue;
            }
            loops.sort_by_key(|points| core::cmp::Reverse(points.len()));
            let away = |v: usize| loops.iter().flatten().map(|p| p.distance_squared(mesh.positions[v])).fold(f64::INFINITY, f64::min);
            let Some((label, _)) = inside().map(|v| (v, away(v))).max_by(|a, b| a.1.total_cmp(&b.1)) else { continue };
            let middle = inside().map(|v| mesh.positions[v].x * areas[v]).sum::<f64>() / area_mm2;
            let side = (middle.abs() > MIDLINE_MM).then_some(if middle > 0.0 { Side::Left } else { Side::Right });
            outlines.push(RegionOutline { region, side, loops, label: mesh.positions[label], label_normal: mesh.normals[label], area_mm2 });
        }
    }

    /// A loop with even steps, smoothed, on the skin.
    fn evened(&self, points: &[Vec3]) -> Vec<Vec3> {
        let mut even = resampled(points);
        for _ in 0..SMOOTHING {
            for factor in TAUBIN {
                let count = even.len();
                let moved = |i: usize| even[i] + ((even[(i + count - 1) % count] + even[(i + 1) % count]) * 0.5 - even[i]) * factor;
                even = (0..count).map(moved).collect();
            }
        }
        even.iter().map(|p| self.surface().closest(*p).point).collect()
    }
}

/// Each vertex's share of a region, 0..=1.
fn shares(mesh: &TriMesh, is: impl Fn(usize) -> bool) -> Vec<f64> {
    let mut shares: Vec<f64> = (0..mesh.positions.len()).map(|v| f64::from(u8::from(is(v)))).collect();
    for _ in 0..AVERAGING {
        let mut sums = vec![(0.0, 0.0); shares.len()];
        for t in &mesh.triangles {
            for k in 0..3 {
                let (sum, count) = &mut sums[t[k] as usize];
                *sum += shares[t[(k + 1) % 3] as usize] + shares[t[(k + 2) % 3] as usize];
                *count += 2.0;
            }
        }
        shares = shares.iter().zip(&sums).map(|(own, (sum, count))| if *count > 0.0 { 0.5 * own + 0.5 * sum / count } else { *own }).collect();
    }
    shares
}

fn is_inside(share: f64) -> bool {
    share > 0.5
}

/// Which connected patch each vertex belongs to; `u32::MAX` outside.
fn patches(mesh: &TriMesh, shares: &[f64]) -> Vec<u32> {
    let mut patch_of: Vec<u32> = shares.iter().enumerate().map(|(v, share)| if is_inside(*share) { v as u32 } else { u32::MAX }).collect();
    // Every vertex takes the least name around it until none changes.
    loop {
        let mut changed = false;
        for t in &mesh.triangles {
            let least = t.iter().map(|v| patch_of[*v as usize]).min().unwrap_or(u32::MAX);
            for v in t {
                let own = &mut patch_of[*v as usize];
                if *own != u32::MAX && *own > least {
                    *own = least;
                    changed = true;
                }
            }
        }
        if !changed {
            return patch_of;
        }
    }
}

/// A node of a border: where it crosses an edge, or a vertex of the skin's rim (named twice).
type Node = (u32, u32);

/// The border loops, each with the patch that it bounds. Along the skin's own rim the border is the rim.
fn loops(mesh: &TriMesh, rim: &[[u32; 2]], shares: &[f64], patch_of: &[u32]) -> Vec<(u32, Vec<Vec3>)> {
    let inside = |v: u32| is_inside(shares[v as usize]);
    let edge = |a: u32, b: u32| (a.min(b), a.max(b));
    let mut next: BTreeMap<Node, Node> = BTreeMap::new();
    for t in &mesh.triangles {
        let (mut leaves, mut enters) = (None, None);
        for k in 0..3 {
            let (a, b) = (t[k], t[(k + 1) % 3]);
            match (inside(a), inside(b)) {
                (true, false) => leaves = Some(edge(a, b)),
                (false, true) => enters = Some(edge(a, b)),
                _ => {}
            }
        }
        if let (Some(from), Some(to)) = (leaves, enters) {
            next.insert(from, to);
        }
    }
    for [a, b] in rim {
        match (inside(*a), inside(*b)) {
            (true, true) => drop(next.insert((*a, *a), (*b, *b))),
            (true, false) => drop(next.insert((*a, *a), edge(*a, *b))),
            (false, true) => drop(next.insert(edge(*a, *b), (*b, *b))),
            (false, false) => {}
        }
    }
    let place = |(a, b): Node| {
        let (p, q) = (mesh.positions[a as usize], mesh.positions[b as usize]);
        let (s, t) = (shares[a as usize], shares[b as usize]);
        if a == b { p } else { p.lerp(q, ((0.5 - s) / (t - s)).clamp(0.0, 1.0)) }
    };
    let mut all = Vec::new();
    while let Some((&start, _)) = next.first_key_value() {
        let (mut points, mut at) = (Vec::new(), start);
        while let Some(to) = next.remove(&at) {
            points.push(place(at));
            at = to;
        }
        let patch = patch_of[start.0 as usize].min(patch_of[start.1 as usize]);
        if at == start && points.len() >= 3 {
            all.push((patch, points));
        }
    }
    all
}

/// Points of a closed polyline about [`STEP_MM`] apart.
fn resampled(points: &[Vec3]) -> Vec<Vec3> {
    let count = points.len();
    let lengths: Vec<f64> = (0..count).map(|i| points[i].distance(points[(i + 1) % count])).collect();
    let total: f64 = lengths.iter().sum();
    let steps = (total / STEP_MM).round() as usize;
    let (mut even, mut i, mut gone) = (Vec::with_capacity(steps), 0, 0.0);
    for k in 0..steps {
        let wanted = total * k as f64 / steps as f64;
        while i + 1 < count && gone + lengths[i] < wanted {
            gone += lengths[i];
            i += 1;
        }
        even.push(points[i].lerp(points[(i + 1) % count], ((wanted - gone) / lengths[i].max(1e-12)).clamp(0.0, 1.0)));
    }
    even
}
