//! The ground that a dose is judged on: the cells of the zone.

use std::sync::Arc;

use crate::anatomy::{Zone, ZoneCell};
use crate::geom::{Vec3, math};

/// The zone and those of its cells that its outline encloses.
#[derive(Clone, Debug)]
pub struct Ground {
    zone: Arc<Zone>,
    cells: Vec<ZoneCell>,
    /// Index of each zone cell among the enclosed ones; `u32::MAX` in the margin.
    place: Vec<u32>,
    /// Index of the enclosed cell at each place of the zone's grid, row by row; `u32::MAX` where there is none.
    grid: Vec<u32>,
    perimeter_mm: f64,
}

impl Ground {
    /// The ground of a zone.
    #[must_use]
    pub fn of_zone(zone: &Arc<Zone>) -> Self {
        let mut cells = Vec::new();
        let mut place = Vec::with_capacity(zone.cells.len());
        let mut grid = vec![u32::MAX; usize::from(zone.size.0) * usize::from(zone.size.1)];
        for cell in &zone.cells {
            place.push(if cell.inside { cells.len() as u32 } else { u32::MAX });
            if cell.inside {
                grid[usize::from(cell.at.1) * usize::from(zone.size.0) + usize::from(cell.at.0)] = cells.len() as u32;
                cells.push(*cell);
            }
        }
        let polygon = zone.polygon();
        let perimeter_mm = polygon.iter().enumerate().map(|(i, a)| {
            let b = polygon[(i + 1) % polygon.len()];
            math::hypot(b.0 - a.0, b.1 - a.1)
        });
        Self { perimeter_mm: perimeter_mm.sum(), zone: Arc::clone(zone), cells, place, grid }
    }

    /// The zone.
    #[must_use]
    pub fn zone(&self) -> &Arc<Zone> {
        &self.zone
    }

    /// The enclosed cells.
    #[must_use]
    pub fn cells(&self) -> &[ZoneCell] {
        &self.cells
    }

    /// Area of skin, mm².
    #[must_use]
    pub fn area_mm2(&self) -> f64 {
        self.zone.area_mm2
    }

    /// Length of the outline in the zone's chart, mm.
    #[must_use]
    pub fn perimeter_mm(&self) -> f64 {
        self.perimeter_mm
    }

    /// Index of the enclosed cell that holds a point of the skin.
    #[must_use]
    pub fn cell_at(&self, foot: Vec3) -> Option<usize> {
        self.zone.cell_at(foot).map(|cell| self.place[cell] as usize).filter(|&place| place < self.cells.len())
    }

    /// Indices of the enclosed cells beside an enclosed cell (eight at most).
    #[must_use]
    pub fn beside(&self, cell: usize) -> Vec<usize> {
        let (column, row) = self.cells[cell].at;
        let mut found = Vec::new();
        for dr in -1..=1_i32 {
            for dc in -1..=1_i32 {
                let (c, r) = (i32::from(column) + dc, i32::from(row) + dr);
                let within = (0..i32::from(self.zone.size.0)).contains(&c) && (0..i32::from(self.zone.size.1)).contains(&r);
                if (dc, dr) == (0, 0) || !within {
                    continue;
                }
                let place = self.grid[r as usize * usize::from(self.zone.size.0) + c as usize];
                if place != u32::MAX {
                    found.push(place as usize);
                }
            }
        }
        found
    }

    /// Connected fields of the enclosed cells that are `such`, in the order of their first cells.
    #[must_use]
    pub fn fields(&self, such: &[bool]) -> Vec<Vec<usize>> {
        let mut seen: Vec<bool> = such.iter().map(|such| !such).collect();
        let mut fields = Vec::new();
        for first in 0..seen.len() {
            if seen[first] {
                continue;
            }
            seen[first] = true;
            let mut field = vec![first];
            let mut next = 0;
            while next < field.len() {
                for other in self.beside(field[next]) {
                    if !seen[other] {
                        seen[other] = true;
                        field.push(other);
                    }
                }
                next += 1;
            }
            fields.push(field);
        }
        fields
    }

    /// Whether a point of the skin lies in the zone.
    #[must_use]
    pub fn contains(&self, foot: Vec3) -> bool {
        self.cell_at(foot).is_some()
    }

    /// Of one value a zone cell, those of the enclosed cells.
    #[must_use]
    pub fn enclosed(&self, values: &[f64]) -> Vec<f64> {
        self.zone.cells.iter().zip(values).filter(|(cell, _)| cell.inside).map(|(_, value)| *value).collect()
    }
}
