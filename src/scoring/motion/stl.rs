//! The tissue of a tracked trial: a closed STL mesh in mm, binary or ASCII.

use crate::geom::Vec3;
use crate::geom::mesh::TriMesh;
use crate::geom::solid::Solid;
use crate::source::Problems;

use super::mistakes::Mistakes;
use super::{stl_ascii, stl_binary};

/// Triangles that are read at most.
pub(super) const MOST_TRIANGLES: usize = 4_000_000;
/// Largest coordinate in mm.
const FURTHEST_MM: f64 = 1e6;

/// Reads a closed STL mesh. A file whose length is that of its count of triangles is binary, any other that begins with `solid` ASCII.
///
/// # Errors
/// Every mistake of the file; else, that its surface is not closed.
pub fn read_tissue(file: &str, bytes: &[u8]) -> Result<Solid, Problems> {
    let mut mistakes = Mistakes::of(file);
    let ascii = !stl_binary::fits(bytes) && bytes.trim_ascii_start().get(..5).is_some_and(|word| word.eq_ignore_ascii_case(b"solid"));
    let corners = if ascii { stl_ascii::read(bytes, &mut mistakes) } else { stl_binary::read(bytes, &mut mistakes) };
    if mistakes.is_empty() {
        match Solid::new(&welded(&corners)) {
            Ok(solid) => return Ok(solid),
            Err(error) => {
                let said = error.to_string();
                let (got, allowed) = said.strip_prefix("got ").and_then(|said| said.split_once(", allowed ")).unwrap_or((&said, "a closed surface"));
                mistakes.add((1, 1), "mesh", got, allowed);
            }
        }
    }
    Err(mistakes.into_problems())
}

/// Notes a coordinate that is not finite or too far; whether it may stand.
pub(super) fn checked(value: f64, place: (usize, usize), field: impl Fn() -> String, mistakes: &mut Mistakes) -> bool {
    let fine = value.abs() <= FURTHEST_MM;
    if !fine {
        mistakes.add(place, &field(), value, format!("a finite number, -{FURTHEST_MM:e}..={FURTHEST_MM:e}"));
    }
    fine
}

/// The mesh of loose triangles, equal corners joined.
fn welded(corners: &[[Vec3; 3]]) -> TriMesh {
    // Adding zero turns −0 into 0.
    let key = |i: u32| (corners[i as usize / 3][i as usize % 3] + Vec3::ZERO).to_array().map(f64::to_bits);
    let mut order: Vec<u32> = (0..corners.len() as u32 * 3).collect();
    order.sort_unstable_by_key(|i| (key(*i), *i));
    let mut triangles = vec![[0u32; 3]; corners.len()];
    let mut positions = Vec::new();
    for same in order.chunk_by(|a, b| key(*a) == key(*b)) {
        for i in same {
            triangles[*i as usize / 3][*i as usize % 3] = positions.len() as u32;
        }
        positions.push(corners[same[0] as usize / 3][same[0] as usize % 3]);
    }
    TriMesh { positions, triangles, normals: Vec::new() }
}
