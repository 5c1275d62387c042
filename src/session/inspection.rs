//! What eye and finger find over the zone before the end: white skin, and ridges that can be felt.

use crate::anatomy::Zone;
use crate::geom::Vec3;
use crate::tissue::{Deposits, dermal_mg_cm2, height_mm};

/// `CaHA` in the dermis from which the skin is white, mg/cm² [design: CLINICAL §3.3 gives the sign, no mass; neat product 0.1 mm
/// thick is 9 mg/cm²].
pub const WHITE_MG_CM2: f64 = 10.0;
/// Half-width of the square about a place whose mean height it is felt against, cells of 1 mm [design: of the order of a fingertip].
const FELT_CELLS: i32 = 8;

/// What is found.
#[derive(Clone, Copy, Debug, Default, PartialEq, serde::Serialize)]
pub struct Inspection {
    /// Area of skin over the zone (its margin included) that is white, mm².
    pub white_mm2: f64,
    /// Most `CaHA` in the dermis, mg/cm².
    pub whitest_mg_cm2: f64,
    /// Where on the skin, mm.
    pub whitest_at: Option<[f64; 3]>,
    /// Greatest height of the skin above the mean of what lies about it, mm: what a finger feels as a ridge.
    pub ridge_mm: f64,
    /// Where on the skin, mm.
    pub ridge_at: Option<[f64; 3]>,
    /// Greatest height of the skin over its resting shape, mm.
    pub height_mm: f64,
}

impl Inspection {
    /// Inspects the skin over a zone.
    pub(super) fn of(deposits: &Deposits, zone: &Zone) -> Self {
        let points: Vec<Vec3> = zone.cells.iter().map(|cell| cell.point).collect();
        let normals: Vec<Vec3> = zone.cells.iter().map(|cell| cell.normal).collect();
        Self::read(zone, &dermal_mg_cm2(&points, &normals, deposits), &height_mm(&points, &normals, deposits))
    }

    /// Reads it from what is known of each cell of the zone already: `CaHA` in the dermis (mg/cm²) and height of the skin (mm).
    #[must_use]
    pub fn read(zone: &Zone, dermal_mg_cm2: &[f64], height_mm: &[f64]) -> Self {
        let mut found = Self::default();
        for (cell, &dermal) in zone.cells.iter().zip(dermal_mg_cm2) {
            if dermal > found.whitest_mg_cm2 {
                found.whitest_mg_cm2 = dermal;
                found.whitest_at = Some(cell.point.to_array());
            }
            if dermal >= WHITE_MG_CM2 {
                found.white_mm2 += cell.area_mm2;
            }
        }
        let about = Sums::of(zone, height_mm);
        for (cell, &height) in zone.cells.iter().zip(height_mm) {
            found.height_mm = found.height_mm.max(height);
            let ridge = height - about.mean(cell.at);
            if ridge > found.ridge_mm {
                found.ridge_mm = ridge;
                found.ridge_at = Some(cell.point.to_array());
            }
        }
        found
    }
}

/// Sums of heights and of cells over all rectangles from the zone's corner.
struct Sums {
    columns: i32,
    rows: i32,
    sums: Vec<(f64, f64)>,
}

impl Sums {
    fn of(zone: &Zone, height: &[f64]) -> Self {
        let (columns, rows) = (i32::from(zone.size.0), i32::from(zone.size.1));
        let mut sums = vec![(0.0, 0.0); ((columns + 1) * (rows + 1)) as usize];
        let place = |column: i32, row: i32| (row * (columns + 1) + column) as usize;
        for (cell, height) in zone.cells.iter().zip(height) {
            sums[place(i32::from(cell.at.0) + 1, i32::from(cell.at.1) + 1)] = (*height, 1.0);
        }
        for row in 1..=rows {
            for column in 1..=columns {
                let (left, up, both) = (sums[place(column - 1, row)], sums[place(column, row - 1)], sums[place(column - 1, row - 1)]);
                let here = &mut sums[place(column, row)];
                *here = (here.0 + left.0 + up.0 - both.0, here.1 + left.1 + up.1 - both.1);
            }
        }
        Self { columns, rows, sums }
    }

    /// Mean height of the cells about a cell.
    fn mean(&self, (column, row): (u16, u16)) -> f64 {
        let (column, row) = (i32::from(column), i32::from(row));
        let (left, right) = ((column - FELT_CELLS).max(0), (column + FELT_CELLS + 1).min(self.columns));
        let (top, bottom) = ((row - FELT_CELLS).max(0), (row + FELT_CELLS + 1).min(self.rows));
        let at = |column: i32, row: i32| self.sums[(row * (self.columns + 1) + column) as usize];
        let (a, b, c, d) = (at(right, bottom), at(left, bottom), at(right, top), at(left, top));
        (a.0 - b.0 - c.0 + d.0) / (a.1 - b.1 - c.1 + d.1).max(1.0)
    }
}
