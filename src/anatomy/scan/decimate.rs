//! Fewer triangles (edges collapsed where the surface loses least: Garland & Heckbert 1997), or more (each cut in four).
//!
//! **Invariant:** a manifold surface stays one, with the same border; the same mesh gives the same bits.

use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, BinaryHeap};

use super::edges::{edges, sides};
use super::soup::Soup;
use crate::geom::Vec3;

/// Weight of an edge's squared length beside its quadric: keeps triangles even, for layers live on the points [design].
const EVEN: f64 = 2e-3;
/// Weight of the planes that hold the border.
const BORDER: f64 = 10.0;

/// Sum of squared distances to planes: xᵀAx + 2bx + c.
#[derive(Clone, Copy, Default)]
struct Quadric {
    /// xx xy xz yy yz zz.
    a: [f64; 6],
    b: Vec3,
    c: f64,
}

impl Quadric {
    fn plane(normal: Vec3, through: Vec3, weight: f64) -> Quadric {
        let (n, d) = (normal, -normal.dot(through));
        Quadric {
            a: [n.x * n.x, n.x * n.y, n.x * n.z, n.y * n.y, n.y * n.z, n.z * n.z].map(|v| v * weight),
            b: n * d * weight,
            c: d * d * weight,
        }
    }
    fn add(&mut self, other: &Quadric) {
        for (x, y) in self.a.iter_mut().zip(other.a) {
            *x += y;
        }
        self.b += other.b;
        self.c += other.c;
    }
    fn at(&self, p: Vec3) -> f64 {
        let [xx, xy, xz, yy, yz, zz] = self.a;
        let ap = Vec3::new(xx * p.x + xy * p.y + xz * p.z, xy * p.x + yy * p.y + yz * p.z, xz * p.x + yz * p.y + zz * p.z);
        ap.dot(p) + 2.0 * self.b.dot(p) + self.c
    }
}

/// A collapse of an edge that may be done; stale when a point has changed since.
struct Collapse {
    cost: f64,
    ends: [u32; 2],
    ages: [u32; 2],
    to: Vec3,
}

impl PartialEq for Collapse {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}
impl Eq for Collapse {}
impl PartialOrd for Collapse {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Collapse {
    fn cmp(&self, other: &Self) -> Ordering {
        self.cost.total_cmp(&other.cost).then(self.ends.cmp(&other.ends)).then(self.ages.cmp(&other.ages))
    }
}

struct Work<'a> {
    soup: &'a mut Soup,
    quadrics: Vec<Quadric>,
    /// Triangles about each point (those gone stay in the list).
    around: Vec<Vec<u32>>,
    alive: Vec<bool>,
    ages: Vec<u32>,
    border: Vec<bool>,
    heap: BinaryHeap<Reverse<Collapse>>,
}

/// Collapses edges until `wanted` triangles are left, or none can be collapsed any more.
pub(super) fn decimate(soup: &mut Soup, wanted: usize) {
    let points = soup.positions.len();
    let mut quadrics = vec![Quadric::default(); points];
    let mut around = vec![Vec::new(); points];
    let mut border = vec![false; points];
    let mut normals = Vec::with_capacity(soup.triangles.len());
    for (i, t) in soup.triangles.iter().enumerate() {
        let [a, b, c] = t.map(|v| soup.positions[v as usize]);
        let cross = (b - a).cross(c - a);
        let normal = cross.normalize_or_zero();
        normals.push(normal);
        let quadric = Quadric::plane(normal, a, cross.length() / 6.0);
        for v in t {
            quadrics[*v as usize].add(&quadric);
            around[*v as usize].push(i as u32);
        }
    }
    let all = sides(&soup.triangles);
    for edge in edges(&all).filter(|edge| edge.len() == 1) {
        let [p, q] = edge[0].ends.map(|v| soup.positions[v as usize]);
        let wall = (q - p).cross(normals[edge[0].triangle as usize]);
        let quadric = Quadric::plane(wall.normalize_or_zero(), p, BORDER * wall.length_squared());
        for v in edge[0].ends {
            quadrics[v as usize].add(&quadric);
            border[v as usize] = true;
        }
    }
    let (alive, ages) = (vec![true; soup.triangles.len()], vec![0; points]);
    let mut work = Work { soup, quadrics, around, alive, ages, border, heap: BinaryHeap::new() };
    edges(&all).for_each(|edge| work.propose(edge[0].ends));
    let mut left = work.alive.len();
    while left > wanted {
        let Some(Reverse(collapse)) = work.heap.pop() else { break };
        if collapse.ends.map(|v| work.ages[v as usize]) == collapse.ages {
            left -= work.collapse(&collapse);
        }
    }
    let mut at = 0;
    let alive = work.alive;
    soup.triangles.retain(|_| {
        at += 1;
        alive[at - 1]
    });
}

impl Work<'_> {
    fn propose(&mut self, ends: [u32; 2]) {
        let [a, b] = ends.map(|v| v as usize);
        // An edge between two points of the border that is not itself border would pinch it off.
        let (p, q) = (self.soup.positions[a], self.soup.positions[b]);
        let mut quadric = self.quadrics[a];
        quadric.add(&self.quadrics[b]);
        let middles = match (self.border[a], self.border[b]) {
            (true, false) => [p, p, p],
            (false, true) => [q, q, q],
            _ => [p, q, (p + q) * 0.5],
        };
        let mut best = (f64::INFINITY, p);
        for to in middles {
            let cost = quadric.at(to).max(0.0);
            if cost < best.0 {
                best = (cost, to);
            }
        }
        let ages = [self.ages[a], self.ages[b]];
        let length = (q - p).length_squared();
        self.heap.push(Reverse(Collapse { cost: best.0 + EVEN * length * length, ends, ages, to: best.1 }));
    }

    fn neighbours(&self, v: u32) -> Vec<u32> {
        let triangles = self.around[v as usize].iter().filter(|t| self.alive[**t as usize]);
        let mut all: Vec<u32> = triangles.flat_map(|t| self.soup.triangles[*t as usize]).filter(|w| *w != v).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Does a collapse if the surface stays a manifold and no triangle turns over; how many triangles went.
    fn collapse(&mut self, collapse: &Collapse) -> usize {
        let [a, b] = collapse.ends;
        let has = |t: u32, v: u32| self.soup.triangles[t as usize].contains(&v);
        let live = |v: u32| self.around[v as usize].iter().copied().filter(|t| self.alive[*t as usize]).collect::<Vec<u32>>();
        let (about_a, about_b) = (live(a), live(b));
        let shared: Vec<u32> = about_a.iter().copied().filter(|t| has(*t, b)).collect();
        let inner = !(self.border[a as usize] && self.border[b as usize]);
        if shared.is_empty() || (!inner && shared.len() != 1) {
            return 0;
        }
        // The link condition: only the shared triangles' third corners may see both ends.
        let (near_a, near_b) = (self.neighbours(a), self.neighbours(b));
        let both = near_a.iter().filter(|v| near_b.binary_search(v).is_ok()).count();
        if both != shared.len() || near_a.len() + near_b.len() < 8 {
            return 0;
        }
        for (v, about) in [(a, &about_a), (b, &about_b)] {
            for t in about.iter().filter(|t| !shared.contains(t)) {
                let corners = self.soup.triangles[*t as usize];
                let [p, q, r] = corners.map(|w| self.soup.positions[w as usize]);
                let [p2, q2, r2] = corners.map(|w| if w == v { collapse.to } else { self.soup.positions[w as usize] });
                let (old, new) = ((q - p).cross(r - p), (q2 - p2).cross(r2 - p2));
                let longest = (q2 - p2).length_squared().max((r2 - q2).length_squared()).max((p2 - r2).length_squared());
                if old.dot(new) <= 0.2 * old.length() * new.length() || new.length() < 0.02 * longest {
                    return 0;
                }
            }
        }
        for t in &shared {
            self.alive[*t as usize] = false;
        }
        for t in &about_b {
            for v in &mut self.soup.triangles[*t as usize] {
                if *v == b {
                    *v = a;
                }
            }
        }
        self.soup.positions[a as usize] = collapse.to;
        let quadric = self.quadrics[b as usize];
        self.quadrics[a as usize].add(&quadric);
        self.border[a as usize] |= self.border[b as usize];
        let moved: Vec<u32> = about_a.into_iter().chain(about_b).filter(|t| self.alive[*t as usize]).collect();
        self.around[a as usize] = moved;
        self.around[a as usize].sort_unstable();
        self.around[a as usize].dedup();
        (self.ages[a as usize], self.ages[b as usize]) = (self.ages[a as usize] + 1, u32::MAX);
        for v in self.neighbours(a) {
            self.propose([a.min(v), a.max(v)]);
        }
        shared.len()
    }
}

/// Cuts every triangle in four; the surface stays where it is.
pub(super) fn refine(soup: &mut Soup) {
    let mut middles: BTreeMap<[u32; 2], u32> = BTreeMap::new();
    let positions = &mut soup.positions;
    let mut middle = |a: u32, b: u32| {
        *middles.entry([a.min(b), a.max(b)]).or_insert_with(|| {
            positions.push((positions[a as usize] + positions[b as usize]) * 0.5);
            positions.len() as u32 - 1
        })
    };
    let cut = |[a, b, c]: &[u32; 3]| {
        let (ab, bc, ca) = (middle(*a, *b), middle(*b, *c), middle(*c, *a));
        [[*a, ab, ca], [ab, *b, bc], [ca, bc, *c], [ab, bc, ca]]
    };
    soup.triangles = soup.triangles.iter().flat_map(cut).collect();
}
