//! A bounding volume hierarchy over triangles: which triangle is nearest to a point, which one a ray meets first.
//!
//! **Invariant:** the tree and every answer depend on the triangles and the question alone, never on earlier questions.

use super::Vec3;

/// Triangles in a leaf at most.
const LEAF: usize = 1;
/// Depth of the traversal stack; a median split of 2³² triangles is 32 deep.
const STACK: usize = 64;

/// A triangle as the queries need it: a corner and the edges from it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Facet {
    pub(super) a: Vec3,
    pub(super) ab: Vec3,
    pub(super) ac: Vec3,
    /// Index of the triangle in the mesh.
    pub(super) triangle: u32,
}

/// Part of a triangle that a closest point lies on; edges are named by their first corner (edge 0 = corners 0 and 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Feature {
    Face,
    Edge(u8),
    Corner(u8),
}

/// Closest point of a triangle.
#[derive(Clone, Copy, Debug)]
pub(super) struct Closest {
    pub(super) triangle: u32,
    pub(super) barycentric: [f64; 3],
    pub(super) point: Vec3,
    pub(super) distance_squared: f64,
    pub(super) feature: Feature,
}

impl Facet {
    /// The point of the triangle closest to `p` (Ericson 2005, Real-Time Collision Detection, §5.1.5).
    pub(super) fn closest(&self, p: Vec3) -> Closest {
        let (ab, ac) = (self.ab, self.ac);
        let ap = p - self.a;
        let (d1, d2) = (ab.dot(ap), ac.dot(ap));
        let at = |v: f64, w: f64, feature| {
            let point = self.a + ab * v + ac * w;
            Closest {
                triangle: self.triangle,
                barycentric: [1.0 - v - w, v, w],
                point,
                distance_squared: (p - point).length_squared(),
                feature,
            }
        };
        if d1 <= 0.0 && d2 <= 0.0 {
            return at(0.0, 0.0, Feature::Corner(0));
        }
        let bp = ap - ab;
        let (d3, d4) = (ab.dot(bp), ac.dot(bp));
        if d3 >= 0.0 && d4 <= d3 {
            return at(1.0, 0.0, Feature::Corner(1));
        }
        let vc = d1 * d4 - d3 * d2;
        if vc <= 0.0 && d1 >= 0.0 && d3 <= 0.0 {
            return at(d1 / (d1 - d3), 0.0, Feature::Edge(0));
        }
        let cp = ap - ac;
        let (d5, d6) = (ab.dot(cp), ac.dot(cp));
        if d6 >= 0.0 && d5 <= d6 {
            return at(0.0, 1.0, Feature::Corner(2));
        }
        let vb = d5 * d2 - d1 * d6;
        if vb <= 0.0 && d2 >= 0.0 && d6 <= 0.0 {
            return at(0.0, d2 / (d2 - d6), Feature::Edge(2));
        }
        let va = d3 * d6 - d5 * d4;
        if va <= 0.0 && d4 - d3 >= 0.0 && d5 - d6 >= 0.0 {
            let w = (d4 - d3) / ((d4 - d3) + (d5 - d6));
            return at(1.0 - w, w, Feature::Edge(1));
        }
        let sum = va + vb + vc;
        at(vb / sum, vc / sum, Feature::Face)
    }

    /// Where a ray meets the triangle: distance in units of `direction`, and barycentric coordinates
    /// (Möller and Trumbore 1997). `front_only` passes through triangles seen from behind.
    pub(super) fn ray(&self, origin: Vec3, direction: Vec3, front_only: bool) -> Option<(f64, [f64; 3])> {
        const SLACK: f64 = 1e-9;
        let q = direction.cross(self.ac);
        let determinant = self.ab.dot(q);
        if determinant == 0.0 || (front_only && determinant < 0.0) {
            return None;
        }
        let s = origin - self.a;
        let v = s.dot(q) / determinant;
        if !(-SLACK..=1.0 + SLACK).contains(&v) {
            return None;
        }
        let r = s.cross(self.ab);
        let w = direction.dot(r) / determinant;
        if w < -SLACK || v + w > 1.0 + SLACK {
            return None;
        }
        let t = self.ac.dot(r) / determinant;
        (t >= 0.0).then_some((t, [1.0 - v - w, v, w]))
    }
}

/// A node: a box over two children, or over `count` facets.
#[derive(Clone, Copy, Debug)]
struct Node {
    low: Vec3,
    high: Vec3,
    /// First facet of a leaf, or index of the right child (the left one follows its parent).
    next: u32,
    /// Facets of a leaf; 0 for an inner node.
    count: u32,
}

impl Node {
    #[inline]
    fn distance_squared(&self, p: Vec3) -> f64 {
        let outside = (self.low - p).max(p - self.high).max(Vec3::ZERO);
        outside.length_squared()
    }

    /// Distance at which a ray enters the box, if it does before `limit`.
    #[inline]
    fn entry(&self, origin: Vec3, inverse: Vec3, limit: f64) -> Option<f64> {
        let (near, far) = ((self.low - origin) * inverse, (self.high - origin) * inverse);
        let enter = near.min(far).max_element().max(0.0);
        let leave = near.max(far).min_element();
        // Written so that a NaN (ray within a face of the box) counts as inside.
        if enter > leave + 1e-9 || enter > limit { None } else { Some(enter) }
    }
}

/// The hierarchy.
#[derive(Clone, Debug, Default)]
pub(super) struct Bvh {
    nodes: Vec<Node>,
    facets: Vec<Facet>,
}

impl Bvh {
    pub(super) fn new(mut facets: Vec<Facet>) -> Self {
        let mut nodes = Vec::with_capacity(facets.len());
        if !facets.is_empty() {
            let last = facets.len();
            build(&mut nodes, &mut facets, 0, last);
        }
        Self { nodes, facets }
    }

    pub(super) fn facets(&self) -> &[Facet] {
        &self.facets
    }

    /// The closest point that is nearer than `bound`, or `bound` itself.
    pub(super) fn closest(&self, p: Vec3, bound: Closest) -> Closest {
        let mut best = bound;
        let mut stack = [(0u32, 0.0f64); STACK];
        let mut depth = 0;
        let mut at = 0usize;
        let Some(root) = self.nodes.first() else { return best };
        if root.distance_squared(p) >= best.distance_squared {
            return best;
        }
        loop {
            let node = &self.nodes[at];
            if node.count > 0 {
                let first = node.next as usize;
                for facet in &self.facets[first..first + node.count as usize] {
                    let found = facet.closest(p);
                    if found.distance_squared < best.distance_squared {
                        best = found;
                    }
                }
            } else {
                let (left, right) = (at + 1, node.next as usize);
                let (dl, dr) = (self.nodes[left].distance_squared(p), self.nodes[right].distance_squared(p));
                let ((near, dn), (far, df)) = if dl <= dr { ((left, dl), (right, dr)) } else { ((right, dr), (left, dl)) };
                if dn < best.distance_squared {
                    if df < best.distance_squared {
                        stack[depth] = (far as u32, df);
                        depth += 1;
                    }
                    at = near;
                    continue;
                }
            }
            loop {
                if depth == 0 {
                    return best;
                }
                depth -= 1;
                if stack[depth].1 < best.distance_squared {
                    at = stack[depth].0 as usize;
                    break;
                }
            }
        }
    }

    /// The first triangle that a ray meets within `limit` (units of `direction`): index, distance, barycentric coordinates.
    pub(super) fn ray(&self, origin: Vec3, direction: Vec3, limit: f64, front_only: bool) -> Option<(u32, f64, [f64; 3])> {
        let inverse = direction.recip();
        let mut best: Option<(u32, f64, [f64; 3])> = None;
        let mut reach = limit;
        let mut stack = [(0u32, 0.0f64); STACK];
        self.nodes.first()?.entry(origin, inverse, reach)?;
        let mut depth = 1;
        while depth > 0 {
            depth -= 1;
            let (at, enter) = (stack[depth].0 as usize, stack[depth].1);
            if enter > reach {
                continue;
            }
            let node = &self.nodes[at];
            if node.count > 0 {
                let first = node.next as usize;
                for facet in &self.facets[first..first + node.count as usize] {
                    if let Some((t, barycentric)) = facet.ray(origin, direction, front_only)
                        && t < reach
                    {
                        reach = t;
                        best = Some((facet.triangle, t, barycentric));
                    }
                }
                continue;
            }
            let (left, right) = (at + 1, node.next as usize);
            let entries = [left, right].map(|child| self.nodes[child].entry(origin, inverse, reach));
            let order = if entries[0] <= entries[1] { [(right, entries[1]), (left, entries[0])] } else { [(left, entries[0]), (right, entries[1])] };
            for (child, entry) in order {
                if let Some(entry) = entry {
                    stack[depth] = (child as u32, entry);
                    depth += 1;
                }
            }
        }
        best
    }
}

/// Builds the node over `facets[first..last]` and returns its index.
fn build(nodes: &mut Vec<Node>, facets: &mut [Facet], first: usize, last: usize) -> usize {
    let corners = |f: &Facet| [f.a, f.a + f.ab, f.a + f.ac];
    let (mut low, mut high) = (Vec3::INFINITY, Vec3::NEG_INFINITY);
    let (mut near, mut far) = (Vec3::INFINITY, Vec3::NEG_INFINITY);
    for facet in &facets[first..last] {
        for corner in corners(facet) {
            low = low.min(corner);
            high = high.max(corner);
        }
        let centre = centre(facet);
        near = near.min(centre);
        far = far.max(centre);
    }
    // Corners are rebuilt from edges with a rounding error: widen the box beyond it.
    let slack = Vec3::splat(1e-9);
    let index = nodes.len();
    let count = last - first;
    nodes.push(Node { low: low - slack, high: high + slack, next: first as u32, count: count as u32 });
    if count > LEAF {
        let extent = far - near;
        let axis = if extent.x >= extent.y && extent.x >= extent.z { 0 } else if extent.y >= extent.z { 1 } else { 2 };
        let middle = count / 2;
        facets[first..last].select_nth_unstable_by(middle, |p, q| {
            centre(p)[axis].total_cmp(&centre(q)[axis]).then(p.triangle.cmp(&q.triangle))
        });
        build(nodes, facets, first, first + middle);
        let right = build(nodes, facets, first + middle, last);
        nodes[index].next = right as u32;
        nodes[index].count = 0;
    }
    index
}

fn centre(facet: &Facet) -> Vec3 {
    facet.a + (facet.ab + facet.ac) / 3.0
}
