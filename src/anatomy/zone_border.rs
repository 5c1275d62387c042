//! The border of a set of grid cells, as a closed outline along the cells' edges.
//!
//! **Invariant:** the outline encloses the largest connected set of the chosen cells, holes filled.

use std::collections::BTreeMap;

/// Traces the border around the chosen cells of a grid (row by row); corners in units of cells.
pub(super) fn trace(grid: &[u32], (columns, rows): (u16, u16), chosen: impl Fn(u32) -> bool) -> Vec<(f64, f64)> {
    let (columns, rows) = (i32::from(columns), i32::from(rows));
    let is = |c: i32, r: i32| {
        let within = (0..columns).contains(&c) && (0..rows).contains(&r);
        within && grid.get((r * columns + c) as usize).is_some_and(|i| *i != u32::MAX && chosen(*i))
    };
    // Directed edges with the chosen cell on their left.
    let mut next: BTreeMap<(i32, i32), Vec<(i32, i32)>> = BTreeMap::new();
    for r in 0..rows {
        for c in 0..columns {
            if is(c, r) {
                for (dc, dr, from, to) in
                    [(0, -1, (c, r), (c + 1, r)), (1, 0, (c + 1, r), (c + 1, r + 1)), (0, 1, (c + 1, r + 1), (c, r + 1)), (-1, 0, (c, r + 1), (c, r))]
                {
                    if !is(c + dc, r + dr) {
                        next.entry(from).or_default().push(to);
                    }
                }
            }
        }
    }
    let mut best: Vec<(f64, f64)> = Vec::new();
    let mut largest = 0.0;
    while let Some((&start, _)) = next.iter().next() {
        let mut loop_ = Vec::new();
        let mut at = start;
        while let Some(to) = next.get_mut(&at).and_then(Vec::pop) {
            if next.get(&at).is_some_and(Vec::is_empty) {
                next.remove(&at);
            }
            loop_.push((f64::from(at.0), f64::from(at.1)));
            at = to;
        }
        next.remove(&start);
        let area = crate::geom::polygon::area(&loop_);
        if area > largest {
            largest = area;
            best = loop_;
        }
    }
    best
}
