//! A bounding volume hierarchy over triangles: which triangle is nearest to a point, which one a ray meets first.
//!
//! Four boxes to a node and four triangles to a leaf, looked at side by side in single precision; only triangles that these
//! bounds cannot rule out are asked in double precision.
//!
//! **Invariants:** every answer depends on the triangles and the question alone, never on earlier questions or on the shape of
//! the tree: it is the answer of looking at every triangle, and of triangles equally near the one of lowest index.

use super::Vec3;
use super::facet::{Closest, Facet};
use super::pack::{FAR, LANES, Pack, Probe, not_below};
use glam::Vec4;

/// Entries of the traversal stack: three per level, and the halving of 2³² triangles is 16 levels deep.
const STACK: usize = 64;
/// Marks a child that is a pack of triangles.
const LEAF: u32 = 1 << 31;
/// Every coordinate of a box that no search enters.
const NOWHERE: f32 = 1e17;

/// The boxes of four children.
#[derive(Clone, Debug)]
struct Node {
    low: [Vec4; 3],
    high: [Vec4; 3],
    /// Node, or pack with [`LEAF`] set.
    children: [u32; LANES],
}

impl Node {
    const EMPTY: Self = Self { low: [Vec4::splat(NOWHERE); 3], high: [Vec4::splat(NOWHERE); 3], children: [0; LANES] };

    /// Lower bounds of the squared distances to the children.
    #[inline(always)]
    fn distance_squared(&self, p: &Probe) -> Vec4 {
        let x = (self.low[0] - p.x).max(p.x - self.high[0]).max(Vec4::ZERO);
        let y = (self.low[1] - p.y).max(p.y - self.high[1]).max(Vec4::ZERO);
        let z = (self.low[2] - p.z).max(p.z - self.high[2]).max(Vec4::ZERO);
        x * x + y * y + z * z
    }
}

/// A ray in single precision.
struct Beam {
    origin: Probe,
    inverse: [Vec4; 3],
    slack: Vec4,
}

impl Beam {
    fn new(origin: Vec3, direction: Vec3, slack: f32) -> Option<Self> {
        let probe = Probe::new(origin)?;
        // A direction without a part along an axis gets a vast but finite one.
        let inverse = direction.to_array().map(|d| Vec4::splat((1.0 / d).clamp(-1e18, 1e18) as f32));
        let rounding = origin.abs().max_element() as f32 * 2.4e-7;
        Some(Self { origin: probe, inverse, slack: Vec4::splat(slack + rounding) })
    }

    /// Distances at which the ray enters the boxes of the children, and a mask of those that it enters before `limit`.
    #[inline(always)]
    fn entries(&self, node: &Node, limit: f32) -> (Vec4, u32) {
        let slab = |k: usize, from: Vec4| {
            let near = (node.low[k] - from - self.slack) * self.inverse[k];
            let far = (node.high[k] - from + self.slack) * self.inverse[k];
            (near.min(far), near.max(far))
        };
        let (x, y, z) = (slab(0, self.origin.x), slab(1, self.origin.y), slab(2, self.origin.z));
        let enter = x.0.max(y.0).max(z.0).max(Vec4::ZERO) * (1.0 - 1e-6);
        let leave = x.1.min(y.1).min(z.1) * (1.0 + 1e-6);
        (enter, (enter.cmple(leave) & enter.cmple(Vec4::splat(limit))).bitmask())
    }
}

/// The nodes that are still to be looked at, nearest on top.
struct Pending {
    entries: [(f32, u32); STACK],
    depth: usize,
}

impl Pending {
    fn new() -> Self {
        Self { entries: [(0.0, 0); STACK], depth: 0 }
    }

    /// Puts the children named by `mask` on top, the nearest last.
    #[inline(always)]
    fn push(&mut self, distances: Vec4, children: &[u32; LANES], mut mask: u32) {
        let distances = distances.to_array();
        let first = self.depth;
        while mask != 0 {
            let lane = mask.trailing_zeros() as usize & (LANES - 1);
            mask &= mask - 1;
            let mut at = self.depth;
            while at > first && self.entries[at - 1].0 < distances[lane] {
                self.entries[at] = self.entries[at - 1];
                at -= 1;
            }
            self.entries[at] = (distances[lane], children[lane]);
            self.depth += 1;
        }
    }

    /// The nearest node that is not beyond `limit`.
    #[inline(always)]
    fn pop(&mut self, limit: f32) -> Option<u32> {
        while self.depth > 0 {
            self.depth -= 1;
            let (distance, node) = self.entries[self.depth];
            if distance <= limit {
                return Some(node);
            }
        }
        None
    }
}

/// The hierarchy.
#[derive(Clone, Debug, Default)]
pub(super) struct Bvh {
    nodes: Vec<Node>,
    packs: Vec<Pack>,
    /// Four to a pack, in the order of the packs.
    facets: Vec<Facet>,
    /// What single precision may add to a distance near the mesh, mm.
    slack: f32,
}

impl Bvh {
    pub(super) fn new(facets: Vec<Facet>) -> Self {
        let reach = facets.iter().flat_map(Facet::corners).fold(0.0f64, |most, corner| most.max(corner.length()));
        // Sixteen roundings of half a unit in the last place of 24 bits.
        let slack = (reach / f64::from(1u32 << 20)) as f32;
        let mut building = Building { centres: facets.iter().map(|f| (f.centre(), f.triangle)).collect(), ..Building::default() };
        let mut order: Vec<u32> = (0..facets.len() as u32).collect();
        building.boxes = facets.iter().map(Extent::of).collect();
        let mut tree = Self { nodes: Vec::new(), packs: Vec::new(), facets: Vec::new(), slack };
        if !facets.is_empty() && reach.is_finite() {
            building.node(&mut tree.nodes, &mut order, 0, slack);
        }
        tree.facets = order.iter().map(|i| facets[*i as usize]).collect();
        tree.packs = tree.facets.chunks(LANES).map(|facets| Pack::new(facets, slack)).collect();
        tree
    }

    /// The closest point, or nothing if there is no triangle.
    pub(super) fn closest(&self, p: Vec3) -> Option<Closest> {
        let Some(probe) = Probe::new(p).filter(|_| !self.nodes.is_empty()) else { return self.closest_exhaustive(p) };
        let mut best: Option<Closest> = None;
        let mut limit = FAR * 0.5;
        let mut pending = Pending::new();
        let mut at = 0u32;
        loop {
            if at & LEAF == 0 {
                let node = &self.nodes[at as usize];
                let distances = node.distance_squared(&probe);
                pending.push(distances, &node.children, distances.cmple(Vec4::splat(limit)).bitmask());
            } else {
                self.closest_in((at ^ LEAF) as usize, p, &probe, &mut best, &mut limit);
            }
            match pending.pop(limit) {
                Some(next) => at = next,
                None => return best,
            }
        }
    }

    /// The closest point to `p` among packs sorted by a lower bound of their distance (mm) to a point `away_mm` from `p`, and which of
    /// them holds it; asked first is the `likely`th. When they are all that may hold it, it is the answer of [`Self::closest`].
    pub(super) fn closest_among(&self, p: Vec3, packs: &[(f32, u32)], likely: usize, away_mm: f64) -> Option<(Closest, usize)> {
        let probe = Probe::new(p)?;
        // Rounded up, as the bounds were rounded down.
        let away = away_mm as f32 * (1.0 + 1e-6);
        let mut best: Option<Closest> = None;
        let mut limit = FAR * 0.5;
        let mut holder = likely;
        self.closest_in(packs.get(likely)?.1 as usize, p, &probe, &mut best, &mut limit);
        let mut reach = limit.sqrt() * (1.0 + 1e-6) + away;
        for (index, (bound, pack)) in packs.iter().enumerate() {
            if *bound > reach {
                break;
            }
            if index == likely {
                continue;
            }
            let before = best;
            self.closest_in(*pack as usize, p, &probe, &mut best, &mut limit);
            if best.map(|best| best.triangle) != before.map(|best| best.triangle) {
                holder = index;
                reach = limit.sqrt() * (1.0 + 1e-6) + away;
            }
        }
        best.map(|best| (best, holder))
    }

    /// Puts the packs of all triangles within a distance (mm) of a point into `found` with lower bounds of their distances, nearest first;
    /// `false`, and nothing in it, when they are more than `most`.
    pub(super) fn packs_within(&self, p: Vec3, distance_mm: f64, most: usize, found: &mut Vec<(f32, u32)>) -> bool {
        found.clear();
        let Some(probe) = Probe::new(p).filter(|_| !self.nodes.is_empty()) else { return false };
        let limit = not_below(distance_mm * distance_mm);
        found.reserve(most);
        // In any order: nothing that is found here rules anything out.
        let mut pending = [0u32; STACK];
        let mut depth = 1;
        while depth > 0 {
            depth -= 1;
            let node = &self.nodes[pending[depth] as usize];
            let mut mask = node.distance_squared(&probe).cmple(Vec4::splat(limit)).bitmask();
            while mask != 0 {
                let child = node.children[mask.trailing_zeros() as usize & (LANES - 1)];
                mask &= mask - 1;
                if child & LEAF == 0 {
                    pending[depth] = child;
                    depth += 1;
                    continue;
                }
                let pack = child ^ LEAF;
                let nearest = self.packs[pack as usize].distance_squared(&probe, self.slack).min_element();
                if nearest <= limit {
                    if found.len() == most {
                        found.clear();
                        return false;
                    }
                    found.push((nearest.sqrt() * (1.0 - 1e-6), pack));
                }
            }
        }
        found.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        true
    }

    /// Looks at the triangles of a pack that may be nearer than `limit` (a squared distance).
    #[inline(always)]
    fn closest_in(&self, pack: usize, p: Vec3, probe: &Probe, best: &mut Option<Closest>, limit: &mut f32) {
        let bounds = self.packs[pack].distance_squared(probe, self.slack);
        let mut bounds = bounds.to_array();
        // The most promising first: mostly it rules the others out.
        loop {
            let mut lane = 0;
            for other in 1..LANES {
                lane = if bounds[other] < bounds[lane] { other } else { lane };
            }
            if bounds[lane] > *limit {
                return;
            }
            bounds[lane] = f32::INFINITY;
            let found = self.facets[pack * LANES + lane].closest(p);
            if best.is_none_or(|best| found.before(&best)) {
                *best = Some(found);
                *limit = not_below(found.distance_squared);
            }
        }
    }

    /// The closest point found by looking at every triangle.
    pub(super) fn closest_exhaustive(&self, p: Vec3) -> Option<Closest> {
        let all = self.facets.iter().map(|facet| facet.closest(p));
        all.reduce(|best, found| if found.before(&best) { found } else { best })
    }

    /// The first triangle that a ray meets within `limit` (units of `direction`): index, distance, barycentric coordinates.
    pub(super) fn ray(&self, origin: Vec3, direction: Vec3, limit: f64, front_only: bool) -> Option<(u32, f64, [f64; 3])> {
        let beam = Beam::new(origin, direction, self.slack)?;
        let mut best: Option<(u32, f64, [f64; 3])> = None;
        let mut reach = limit;
        let mut pending = Pending::new();
        let mut next = (!self.nodes.is_empty()).then_some(0);
        while let Some(at) = next {
            let within = (reach.min(f64::from(NOWHERE) * 0.1) * (1.0 + 1e-6)) as f32;
            if at & LEAF == 0 {
                let node = &self.nodes[at as usize];
                let (entries, mask) = beam.entries(node, within);
                pending.push(entries, &node.children, mask);
            } else {
                let first = (at ^ LEAF) as usize * LANES;
                for facet in &self.facets[first..self.facets.len().min(first + LANES)] {
                    if let Some((t, barycentric)) = facet.ray(origin, direction, front_only)
                        && t <= reach
                        && best.is_none_or(|(triangle, distance, _)| t < distance || facet.triangle < triangle)
                    {
                        reach = t;
                        best = Some((facet.triangle, t, barycentric));
                    }
                }
            }
            next = pending.pop((reach.min(f64::from(NOWHERE) * 0.1) * (1.0 + 1e-6)) as f32);
        }
        best
    }

    /// Shows every triangle whose box the whole ray passes, in no particular order, until `see` says no; whether it never did.
    pub(super) fn along(&self, origin: Vec3, direction: Vec3, mut see: impl FnMut(&Facet) -> bool) -> bool {
        let Some(beam) = Beam::new(origin, direction, self.slack).filter(|_| !self.nodes.is_empty()) else {
            return self.facets.iter().all(see);
        };
        let mut pending = [0u32; STACK];
        let mut depth = 1;
        while depth > 0 {
            depth -= 1;
            let node = &self.nodes[pending[depth] as usize];
            let (_, mut mask) = beam.entries(node, NOWHERE * 0.1);
            while mask != 0 {
                let child = node.children[mask.trailing_zeros() as usize & (LANES - 1)];
                mask &= mask - 1;
                if child & LEAF == 0 {
                    pending[depth] = child;
                    depth += 1;
                    continue;
                }
                let first = (child ^ LEAF) as usize * LANES;
                if !self.facets[first..self.facets.len().min(first + LANES)].iter().all(&mut see) {
                    return false;
                }
            }
        }
        true
    }
}

/// A box.
#[derive(Clone, Copy, Debug)]
struct Extent {
    low: Vec3,
    high: Vec3,
}

impl Extent {
    const NONE: Self = Self { low: Vec3::INFINITY, high: Vec3::NEG_INFINITY };

    fn of(facet: &Facet) -> Self {
        facet.corners().into_iter().fold(Self::NONE, |extent, corner| extent.with(&Self { low: corner, high: corner }))
    }

    fn with(&self, other: &Self) -> Self {
        Self { low: self.low.min(other.low), high: self.high.max(other.high) }
    }
}

/// What building the tree needs to know of each triangle.
#[derive(Default)]
struct Building {
    centres: Vec<(Vec3, u32)>,
    boxes: Vec<Extent>,
}

impl Building {
    /// Builds the node over the triangles of `order`, of which the first is the `first`th of the tree, and returns its index.
    fn node(&self, nodes: &mut Vec<Node>, order: &mut [u32], first: usize, slack: f32) -> u32 {
        let index = nodes.len();
        nodes.push(Node::EMPTY);
        let half = self.split(order);
        let quarters = [self.split(&mut order[..half]), half, half + self.split(&mut order[half..])];
        let ends = [0, quarters[0], quarters[1], quarters[2], order.len()];
        let mut lane = 0;
        for part in 0..LANES {
            let (from, to) = (ends[part], ends[part + 1]);
            if from == to {
                continue;
            }
            let inside = &mut order[from..to];
            let extent = self.extent(inside);
            let child = if inside.len() <= LANES { LEAF | ((first + from) / LANES) as u32 } else { self.node(nodes, inside, first + from, slack) };
            let node = &mut nodes[index];
            for k in 0..3 {
                node.low[k][lane] = extent.low[k] as f32 - slack;
                node.high[k][lane] = extent.high[k] as f32 + slack;
            }
            node.children[lane] = child;
            lane += 1;
        }
        index as u32
    }

    fn extent(&self, order: &[u32]) -> Extent {
        order.iter().fold(Extent::NONE, |extent, i| extent.with(&self.boxes[*i as usize]))
    }

    /// Sorts triangles into two parts and returns the length of the first, a whole number of packs.
    fn split(&self, order: &mut [u32]) -> usize {
        if order.len() <= LANES {
            return order.len();
        }
        let (mut low, mut high) = (Vec3::INFINITY, Vec3::NEG_INFINITY);
        for i in order.iter() {
            let centre = self.centres[*i as usize].0;
            low = low.min(centre);
            high = high.max(centre);
        }
        let extent = high - low;
        let axis = if extent.x >= extent.y && extent.x >= extent.z { 0 } else if extent.y >= extent.z { 1 } else { 2 };
        let middle = (order.len() / 2).next_multiple_of(LANES);
        order.select_nth_unstable_by(middle - 1, |p, q| self.along(axis, *p, *q));
        middle
    }

    fn along(&self, axis: usize, p: u32, q: u32) -> std::cmp::Ordering {
        let (p, q) = (&self.centres[p as usize], &self.centres[q as usize]);
        p.0[axis].total_cmp(&q.0[axis]).then(p.1.cmp(&q.1))
    }
}
