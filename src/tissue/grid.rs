//! Points in cubic cells, to find those near a place.

use crate::geom::Vec3;
use std::collections::BTreeMap;

/// Indices of points by cell.
#[derive(Clone, Debug)]
pub(super) struct Grid {
    cell_mm: f64,
    cells: BTreeMap<[i32; 3], Vec<u32>>,
}

impl Grid {
    /// An empty grid; points within `reach_mm` of each other lie in neighbouring cells.
    pub(super) fn new(reach_mm: f64) -> Self {
        Self { cell_mm: reach_mm, cells: BTreeMap::new() }
    }

    pub(super) fn insert(&mut self, point: Vec3, index: u32) {
        self.cells.entry(self.key(point)).or_default().push(index);
    }

    /// Indices in the 27 cells about a point: all points within reach, and some that are farther; in a fixed order.
    pub(super) fn near(&self, point: Vec3) -> Vec<u32> {
        let [x, y, z] = self.key(point);
        let mut found = Vec::new();
        for i in x - 1..=x + 1 {
            for j in y - 1..=y + 1 {
                for (_, indices) in self.cells.range([i, j, z - 1]..=[i, j, z + 1]) {
                    found.extend_from_slice(indices);
                }
            }
        }
        found
    }

    fn key(&self, point: Vec3) -> [i32; 3] {
        // Far beyond any patient the cast saturates, which only costs speed.
        point.to_array().map(|x| (x / self.cell_mm).floor().clamp(-1e9, 1e9) as i32)
    }
}
