//! A coarse grid that names, near a surface, one of the facets that is probably close: where a nearest-point search begins.
//!
//! **Invariant:** a seed only shortens the search; the answer is the same without it.

use super::Vec3;

/// Edge of a cell, mm.
const CELL_MM: f64 = 4.0;
/// Depths below the surface at which its facets are entered, mm; cells elsewhere have no seed.
const DEPTHS_MM: [f64; 5] = [0.0, 3.5, 7.0, 10.5, -3.5];
/// Cells at most, so that a vast mesh does not fill the memory.
const MOST_CELLS: f64 = 4e6;

/// The grid.
#[derive(Clone, Debug, Default)]
pub(super) struct Seeds {
    low: Vec3,
    size: [usize; 3],
    cells: Vec<u32>,
}

impl Seeds {
    /// Enters facets, given by their index, centre and outward unit normal.
    pub(super) fn new(facets: &[(u32, Vec3, Vec3)]) -> Self {
        let (mut low, mut high) = (Vec3::INFINITY, Vec3::NEG_INFINITY);
        for (_, centre, _) in facets {
            low = low.min(*centre);
            high = high.max(*centre);
        }
        let margin = Vec3::splat(12.0);
        let (low, extent) = (low - margin, high - low + margin * 2.0);
        let cells = (extent / CELL_MM).ceil();
        let count = cells.x * cells.y * cells.z;
        if facets.is_empty() || !count.is_finite() || count > MOST_CELLS {
            return Self::default();
        }
        let size = [cells.x as usize, cells.y as usize, cells.z as usize];
        let mut grid = Self { low, size, cells: vec![u32::MAX; size[0] * size[1] * size[2]] };
        for depth in DEPTHS_MM {
            for (facet, centre, normal) in facets {
                if let Some(cell) = grid.cell(*centre - *normal * depth)
                    && grid.cells[cell] == u32::MAX
                {
                    grid.cells[cell] = *facet;
                }
            }
        }
        grid
    }

    /// A facet that is probably near a point.
    #[inline]
    pub(super) fn near(&self, p: Vec3) -> Option<usize> {
        let facet = self.cells[self.cell(p)?];
        (facet != u32::MAX).then_some(facet as usize)
    }

    #[inline]
    fn cell(&self, p: Vec3) -> Option<usize> {
        let at = (p - self.low) / CELL_MM;
        let inside = at.cmpge(Vec3::ZERO).all() && at.x < self.size[0] as f64 && at.y < self.size[1] as f64 && at.z < self.size[2] as f64;
        inside.then(|| (at.z as usize * self.size[1] + at.y as usize) * self.size[0] + at.x as usize)
    }
}
