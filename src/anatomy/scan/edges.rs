//! Who shares an edge with whom.

use crate::geom::Vec3;

/// One side of a triangle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Side {
    /// Ends, the smaller first.
    pub(super) ends: [u32; 2],
    pub(super) triangle: u32,
    /// Whether the triangle runs from the smaller end to the larger.
    pub(super) up: bool,
}

/// All sides, those of one edge beside each other.
pub(super) fn sides(triangles: &[[u32; 3]]) -> Vec<Side> {
    let mut all: Vec<Side> = triangles
        .iter()
        .enumerate()
        .flat_map(|(i, t)| {
            (0..3).map(move |k| {
                let (a, b) = (t[k], t[(k + 1) % 3]);
                Side { ends: [a.min(b), a.max(b)], triangle: i as u32, up: a < b }
            })
        })
        .collect();
    all.sort_unstable();
    all
}

/// The edges: slices of the sides that share their ends.
pub(super) fn edges(sides: &[Side]) -> impl Iterator<Item = &[Side]> {
    sides.chunk_by(|a, b| a.ends == b.ends)
}

/// The number of each triangle's piece, pieces joined over edges, and the number of pieces.
pub(super) fn pieces(triangles: &[[u32; 3]]) -> (Vec<u32>, usize) {
    let mut parent: Vec<u32> = (0..triangles.len() as u32).collect();
    fn root(parent: &mut [u32], mut i: u32) -> u32 {
        while parent[i as usize] != i {
            parent[i as usize] = parent[parent[i as usize] as usize];
            i = parent[i as usize];
        }
        i
    }
    for edge in edges(&sides(triangles)) {
        for pair in edge.windows(2) {
            let (a, b) = (root(&mut parent, pair[0].triangle), root(&mut parent, pair[1].triangle));
            parent[a.max(b) as usize] = a.min(b);
        }
    }
    let mut numbers = vec![u32::MAX; triangles.len()];
    let mut count = 0;
    let piece = (0..triangles.len() as u32)
        .map(|i| {
            let root = root(&mut parent, i) as usize;
            if numbers[root] == u32::MAX {
                numbers[root] = count;
                count += 1;
            }
            numbers[root]
        })
        .collect();
    (piece, count as usize)
}

/// The rims: closed loops of points, each in the direction in which a triangle that closes it would run. In a manifold mesh every
/// point of a rim has one way on.
pub(super) fn rims(triangles: &[[u32; 3]], points: usize) -> Vec<Vec<u32>> {
    let mut next = vec![u32::MAX; points];
    for edge in edges(&sides(triangles)) {
        if let [side] = edge {
            let [low, high] = side.ends;
            // The triangle runs up, so what closes it runs down.
            let (from, to) = if side.up { (high, low) } else { (low, high) };
            next[from as usize] = to;
        }
    }
    let mut loops = Vec::new();
    for start in 0..points as u32 {
        let mut rim = Vec::new();
        let mut at = start;
        while next[at as usize] != u32::MAX {
            rim.push(at);
            at = std::mem::replace(&mut next[at as usize], u32::MAX);
        }
        if rim.len() >= 3 && at == start {
            loops.push(rim);
        }
    }
    loops
}

/// Length of a rim, mm.
pub(super) fn length(rim: &[u32], positions: &[Vec3]) -> f64 {
    let at = |i: usize| positions[rim[i % rim.len()] as usize];
    (0..rim.len()).map(|i| (at(i + 1) - at(i)).length()).sum()
}
