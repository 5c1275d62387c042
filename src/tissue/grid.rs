//! Points in cubic cells, to find those near a place.

use crate::geom::Vec3;
use std::collections::BTreeMap;

/// Farthest that is looked, in cells.
const MOST_CELLS: f64 = 8.0;

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
    pub(super) fn near(&self, point: Vec3) -> impl Iterator<Item = u32> + '_ {
        self.cells_about(point, 1)
    }

    /// Indices of all points within `reach_mm` of a point, and of some that are farther; in a fixed order. At least those of [`Self::near`].
    pub(super) fn within(&self, point: Vec3, reach_mm: f64) -> impl Iterator<Item = u32> + '_ {
        self.cells_about(point, (reach_mm / self.cell_mm).ceil().clamp(1.0, MOST_CELLS) as i32)
    }

    /// Takes a point from one place to another.
    pub(super) fn shift(&mut self, from: Vec3, to: Vec3, index: u32) {
        let (from, to) = (self.key(from), self.key(to));
        if from == to {
            return;
        }
        if let Some(indices) = self.cells.get_mut(&from) {
            indices.retain(|&known| known != index);
        }
        self.cells.entry(to).or_default().push(index);
    }

    fn cells_about(&self, point: Vec3, reach: i32) -> impl Iterator<Item = u32> + '_ {
        let [x, y, z] = self.key(point);
        let columns = (x - reach..=x + reach).flat_map(move |i| (y - reach..=y + reach).map(move |j| (i, j)));
        columns.flat_map(move |(i, j)| self.cells.range([i, j, z - reach]..=[i, j, z + reach])).flat_map(|(_, indices)| indices.iter().copied())
    }

    fn key(&self, point: Vec3) -> [i32; 3] {
        // Far beyond any patient the cast saturates, which only costs speed.
        point.to_array().map(|x| (x / self.cell_mm).floor().clamp(-1e9, 1e9) as i32)
    }
}
