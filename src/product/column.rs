//! What stands in a barrel, from its outlet to its stopper, as cells: where the spheres are and how far they have settled.
//!
//! A cell moves with the product; what has settled on the lower wall of a lying barrel stays there until the stopper scrapes it along, so
//! that a barrel that has stood delivers thin product first and its sediment last.
//!
//! **Invariants:** cutting, moving, blending and standing conserve every part of every portion; standing alone never makes the contents
//! more even.

use std::collections::VecDeque;
use std::f64::consts::PI;

use super::content::Content;
use super::suspension::{PACKED, Suspension};
use crate::geom::math;

/// Cells of a column after it was cut anew.
pub(super) const CELLS: usize = 48;
/// Longest step in which standing is computed, s.
const STAND_STEP_S: f64 = 1.0;

/// How a barrel lies while it stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Orientation {
    /// On its side: on the tray, or in the hand beside the patient. Spheres settle on the wall.
    #[default]
    Lying,
    /// Outlet down: spheres settle towards the outlet.
    OutletDown,
    /// Outlet up: spheres settle on the stopper.
    OutletUp,
}

impl Orientation {
    /// All of them with their names on the command line.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Lying, "lying"), (Self::OutletDown, "outlet-down"), (Self::OutletUp, "outlet-up")];

    /// The orientation of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == name).map(|(orientation, _)| *orientation)
    }
}

/// A cell of a column.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Cell {
    /// What is in it, its sediment included.
    pub content: Content,
    /// Height in mm through which its spheres have fallen while it lay.
    pub fallen_mm: f64,
    /// Structure of its network, 0 broken to 1 at rest (of no meaning in a sol).
    pub structure: f64,
}

/// The contents of a barrel.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Column {
    /// From the outlet to the stopper.
    cells: VecDeque<Cell>,
    /// Sediment left behind by what has gone, in front of the stopper.
    heel: Content,
    /// Inner diameter of the barrel, mm.
    bore_mm: f64,
}

impl Column {
    /// An empty barrel.
    #[must_use]
    pub fn empty(bore_mm: f64) -> Self {
        Self { bore_mm, ..Self::default() }
    }

    /// A barrel filled evenly.
    #[must_use]
    pub fn filled(content: Content, bore_mm: f64, cells: usize) -> Self {
        let mut column = Self::empty(bore_mm);
        if content.volume_ul() > 0.0 {
            let cell = Cell { content: content.scaled(1.0 / cells.max(1) as f64), ..Cell::default() };
            column.cells = vec![cell; cells.max(1)].into();
        }
        column
    }

    /// The cells, from the outlet to the stopper.
    pub fn cells(&self) -> impl ExactSizeIterator<Item = &Cell> {
        self.cells.iter()
    }

    /// Sediment that was left behind, in front of the stopper.
    #[must_use]
    pub fn heel(&self) -> &Content {
        &self.heel
    }

    /// Inner diameter of the barrel, mm.
    #[must_use]
    pub fn bore_mm(&self) -> f64 {
        self.bore_mm
    }

    /// Cross-section of the barrel, mm².
    #[must_use]
    pub fn area_mm2(&self) -> f64 {
        0.25 * PI * self.bore_mm * self.bore_mm
    }

    /// All that is in it.
    #[must_use]
    pub fn content(&self) -> Content {
        self.cells.iter().fold(self.heel, |sum, cell| sum.plus(&cell.content))
    }

    /// Volume of all that is in it, µL.
    #[must_use]
    pub fn volume_ul(&self) -> f64 {
        self.content().volume_ul()
    }

    /// Whether nothing is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty() && self.heel.volume_ul() <= 0.0
    }

    /// Sediment on the wall under a cell.
    #[must_use]
    pub fn sediment(&self, cell: &Cell) -> Content {
        let aloft = aloft(cell.fallen_mm / self.bore_mm);
        let settled = cell.content.particles_ul * (1.0 - aloft);
        let liquid = (settled * (1.0 - PACKED) / PACKED).min(cell.content.liquid_ul());
        let carrier_ul = liquid * cell.content.carrier_share();
        Content { particles_ul: settled, carrier_ul, diluent_ul: liquid - carrier_ul }
    }

    /// What leaves first: the foremost product that is still aloft, or the sediment when nothing else is left.
    #[must_use]
    pub fn front(&self) -> Content {
        let aloft = |cell: &Cell| cell.content.minus(&self.sediment(cell));
        self.cells.front().map_or(self.heel, aloft)
    }

    /// Structure of what leaves first.
    #[must_use]
    pub fn front_structure(&self) -> f64 {
        self.cells.front().map_or(0.0, |cell| cell.structure)
    }

    /// Takes a volume (µL) out of the outlet; all there is if there is less.
    pub fn take(&mut self, volume_ul: f64) -> Content {
        let (mut out, mut wanted) = (Content::default(), volume_ul);
        while wanted > 0.0 {
            let Some(cell) = self.cells.front().copied() else { break };
            if cell.fallen_mm > 0.0 {
                let sediment = self.sediment(&cell);
                self.heel = self.heel.plus(&sediment);
                self.cells[0] = Cell { content: cell.content.minus(&sediment), fallen_mm: 0.0, ..cell };
                continue;
            }
            let there = cell.content.volume_ul();
            if there <= wanted {
                out = out.plus(&cell.content);
                wanted -= there;
                self.cells.pop_front();
            } else {
                let part = cell.content.scaled(wanted / there);
                self.cells[0].content = cell.content.minus(&part);
                out = out.plus(&part);
                wanted = 0.0;
            }
        }
        let left = self.heel.volume_ul();
        if wanted > 0.0 && left > 0.0 {
            let part = self.heel.scaled((wanted / left).min(1.0));
            self.heel = if wanted >= left { Content::default() } else { self.heel.minus(&part) };
            out = out.plus(&part);
        }
        out
    }

    /// Puts a portion in through the outlet, its network broken.
    pub fn put(&mut self, content: Content) {
        if content.volume_ul() > 0.0 {
            self.cells.push_front(Cell { content, ..Cell::default() });
        }
    }

    /// Puts another barrel's contents behind these.
    pub(super) fn append(&mut self, mut behind: Self) {
        self.cells.append(&mut behind.cells);
        self.heel = self.heel.plus(&behind.heel);
    }

    /// Stirs the nearest `reach_mm` of the barrel: each cell there takes on a share of the mean; what lay on the wall is lifted by as much.
    pub(super) fn stir(&mut self, reach_mm: f64, share: f64) {
        let limit = reach_mm * self.area_mm2();
        let (mut sum, mut volume, mut count) = (Content::default(), 0.0, 0);
        for cell in &self.cells {
            let own = cell.content.volume_ul();
            if count > 0 && volume + 0.5 * own > limit {
                break;
            }
            (sum, volume, count) = (sum.plus(&cell.content), volume + own, count + 1);
        }
        for cell in self.cells.iter_mut().take(count) {
            let own = cell.content.volume_ul();
            cell.content = cell.content.scaled(1.0 - share).plus(&sum.scaled(share * own / volume));
            cell.fallen_mm *= 1.0 - share;
            cell.structure *= 1.0 - share;
        }
    }

    /// The composition of the nearest `reach_mm`.
    pub(super) fn near(&self, reach_mm: f64) -> Content {
        let limit = reach_mm * self.area_mm2();
        let mut sum = Content::default();
        for cell in &self.cells {
            if sum.volume_ul() >= limit {
                break;
            }
            sum = sum.plus(&cell.content);
        }
        sum
    }

    /// Cuts the column into [`CELLS`] cells of equal volume when it has grown many small ones; sediment that was left behind joins the rear.
    pub(super) fn recut(&mut self) {
        let heel = std::mem::take(&mut self.heel);
        if heel.volume_ul() > 0.0 {
            self.cells.push_back(Cell { content: heel, ..Cell::default() });
        } else if self.cells.len() <= 2 * CELLS {
            return;
        }
        let whole = std::mem::take(&mut self.cells);
        let each = whole.iter().map(|cell| cell.content.volume_ul()).sum::<f64>() / CELLS as f64;
        let mut cut = VecDeque::with_capacity(CELLS);
        let (mut open, mut structure) = (Content::default(), 0.0);
        for cell in whole {
            let mut rest = cell.content;
            loop {
                let (missing, there) = (each - open.volume_ul(), rest.volume_ul());
                if there < missing * (1.0 - 1e-9) || cut.len() + 1 == CELLS {
                    open = open.plus(&rest);
                    structure = cell.structure;
                    break;
                }
                let part = rest.scaled((missing / there).min(1.0));
                rest = rest.minus(&part);
                cut.push_back(Cell { content: open.plus(&part), fallen_mm: 0.0, structure: cell.structure });
                open = Content::default();
            }
        }
        if open.volume_ul() > 0.0 {
            cut.push_back(Cell { content: open, fallen_mm: 0.0, structure });
        }
        self.cells = cut;
    }

    /// Lets time pass: networks rebuild, and what they do not hold settles, on the wall or along the barrel.
    pub fn stand(&mut self, suspension: &Suspension, orientation: Orientation, seconds: f64) {
        let mut left = if seconds.is_finite() { seconds } else { 0.0 };
        while left > 0.0 {
            let dt = left.min(STAND_STEP_S);
            left -= dt;
            let bore = self.bore_mm;
            for cell in &mut self.cells {
                cell.structure = suspension.structure_after(cell.structure, 0.0, dt);
                if orientation == Orientation::Lying && cell.fallen_mm < bore {
                    let speed = suspension.settling_mm_s(&cell.content, cell.structure);
                    cell.fallen_mm = (cell.fallen_mm + speed * dt).min(bore);
                }
            }
            if orientation != Orientation::Lying {
                self.sink(suspension, orientation == Orientation::OutletDown, dt);
            }
        }
    }

    /// Moves spheres along an upright barrel, liquid taking their place (Kynch 1952), in steps that empty no cell.
    fn sink(&mut self, suspension: &Suspension, down: bool, dt: f64) {
        let fastest = self.cells.iter().map(|cell| suspension.settling_mm_s(&cell.content, cell.structure)).fold(0.0, f64::max);
        if !(fastest > 0.0) {
            return;
        }
        let area = self.area_mm2();
        let shortest = self.cells.iter().map(|cell| cell.content.volume_ul()).fold(f64::INFINITY, f64::min) / area;
        // A barrel of two hundred steps a second would be one cut far too fine; what is left out there is a sliver of one cell.
        let steps = (fastest * dt / (0.5 * shortest)).ceil().clamp(1.0, 200.0);
        for _ in 0..steps as u32 {
            for k in 1..self.cells.len() {
                // From the top: the upper cell of each pair gives to the lower one.
                let (upper, lower) = if down { (self.cells.len() - k, self.cells.len() - k - 1) } else { (k - 1, k) };
                self.pass_down(suspension, upper, lower, area * dt / steps);
            }
        }
    }

    fn pass_down(&mut self, suspension: &Suspension, upper: usize, lower: usize, area_s: f64) {
        let (from, to) = (self.cells[upper], self.cells[lower]);
        let aloft = aloft(from.fallen_mm / self.bore_mm);
        let denser = if to.content.solids() > from.content.solids() { to } else { from };
        let speed = suspension.settling_mm_s(&denser.content, from.structure);
        let room = PACKED * to.content.volume_ul() - to.content.particles_ul;
        let moved = (speed * from.content.solids() * aloft * area_s)
            .min(0.5 * from.content.particles_ul)
            .min(room)
            .min(to.content.liquid_ul())
            .max(0.0);
        let carrier = moved * to.content.carrier_share();
        let swap = |content: Content, sign: f64| Content {
            particles_ul: content.particles_ul - sign * moved,
            carrier_ul: content.carrier_ul + sign * carrier,
            diluent_ul: content.diluent_ul + sign * (moved - carrier),
        };
        self.cells[upper].content = swap(from.content, 1.0);
        self.cells[lower].content = swap(to.content, -1.0);
    }

    /// The same composition along the barrel in another amount, µL.
    #[must_use]
    pub fn of_volume(&self, volume_ul: f64, bore_mm: f64) -> Self {
        let there = self.volume_ul();
        let factor = if there > 0.0 { volume_ul / there } else { 0.0 };
        if !(factor > 0.0) {
            return Self::empty(bore_mm);
        }
        let cells = self.cells.iter().map(|cell| Cell { content: cell.content.scaled(factor), ..*cell }).collect();
        Self { cells, heel: self.heel.scaled(factor), bore_mm }
    }

    /// Portions of one composition each: what is aloft in each cell, what lies on the wall, what was left behind.
    pub(super) fn portions(&self) -> impl Iterator<Item = Content> {
        let pairs = self.cells.iter().flat_map(|cell| {
            let sediment = self.sediment(cell);
            [cell.content.minus(&sediment), sediment]
        });
        pairs.chain([self.heel])
    }
}

/// Share of the spheres that are still aloft in a lying round barrel when all have fallen through a part of its bore: where the bore and the
/// same bore lowered overlap. Exact for spheres that fall at one speed [derived].
fn aloft(part: f64) -> f64 {
    let x = part.clamp(0.0, 1.0);
    2.0 / PI * (math::acos(x) - x * (1.0 - x * x).sqrt())
}

/// Evenness of the concentration of spheres over columns, 0 (product and diluent side by side) to 1 (even): one minus the square root of
/// Danckwerts' intensity of segregation (1952), whose variance is that over the volume, ÷ that of the unmixed parts. `richest` is the volume
/// fraction of spheres in the richest part there can be.
pub(super) fn homogeneity<'a>(columns: impl Iterator<Item = &'a Column>, richest: f64) -> f64 {
    let (mut volume, mut particles, mut square) = (0.0, 0.0, 0.0);
    for portion in columns.flat_map(|column| column.portions().collect::<Vec<_>>()) {
        let own = portion.volume_ul();
        volume += own;
        particles += portion.particles_ul;
        square += if own > 0.0 { portion.particles_ul * portion.particles_ul / own } else { 0.0 };
    }
    if !(volume > 0.0) {
        return 1.0;
    }
    let mean = particles / volume;
    let unmixed = mean * (richest - mean);
    if !(unmixed > 0.0) {
        return 1.0;
    }
    (1.0 - ((square / volume - mean * mean).max(0.0) / unmixed).sqrt()).clamp(0.0, 1.0)
}
