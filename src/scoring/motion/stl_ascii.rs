//! ASCII STL: `facet … outer loop`, three lines `vertex x y z`, `endloop`, `endfacet`, between `solid` and `endsolid`.

use crate::geom::Vec3;

use super::mistakes::{Mistakes, quoted};
use super::stl::{MOST_TRIANGLES, checked};

/// The corners of all triangles.
pub(super) fn read(bytes: &[u8], mistakes: &mut Mistakes) -> Vec<[Vec3; 3]> {
    let mut all = Vec::new();
    let mut corners: Vec<Vec3> = Vec::with_capacity(3);
    // Where the facet that is being read began, and whether all of its vertices could be read.
    let mut facet: Option<(usize, bool)> = None;
    let mut ended = false;
    let mut number = 0;
    for (index, line) in bytes.split(|b| *b == b'\n').enumerate() {
        number = index + 1;
        let line = String::from_utf8_lossy(line);
        let column = 1 + line.chars().take_while(|c| c.is_whitespace()).count();
        let mut words = line.split_whitespace();
        let Some(word) = words.next() else { continue };
        match word.to_ascii_lowercase().as_str() {
            "solid" => ended = false,
            "endsolid" => ended = true,
            "outer" | "endloop" => {}
            "facet" => {
                if let Some((begun, _)) = facet {
                    mistakes.add((number, column), "facet", "facet within a facet", format!("endfacet of line {begun} before"));
                }
                if all.len() == MOST_TRIANGLES {
                    mistakes.add((number, column), "facet", format!("more than {MOST_TRIANGLES} facets"), format!("{MOST_TRIANGLES} at most"));
                    return all;
                }
                facet = Some((number, true));
                corners.clear();
            }
            "vertex" => match (vertex(words, (number, column), mistakes), &mut facet) {
                (Some(corner), Some(_)) if corners.len() < 3 => corners.push(corner),
                (Some(_), Some(_)) => {
                    mistakes.add((number, column), "vertex", "a fourth vertex in a facet", "three: only triangles");
                }
                (Some(_), None) => mistakes.add((number, column), "vertex", "a vertex outside a facet", "facet before"),
                (None, Some((_, whole))) => *whole = false,
                (None, None) => {}
            },
            "endfacet" => match facet.take() {
                Some((_, whole)) => match corners[..] {
                    [a, b, c] => all.push([a, b, c]),
                    _ if whole => mistakes.add((number, column), "facet", format!("{} vertices", corners.len()), "three"),
                    _ => {}
                },
                None => mistakes.add((number, column), "facet", "endfacet without a facet", "facet before"),
            },
            _ => {
                let allowed = "solid, facet, outer loop, vertex, endloop, endfacet or endsolid";
                mistakes.add((number, column), "", quoted(word), allowed);
            }
        }
    }
    if !ended {
        mistakes.add((number, 1), "", "the end of the file", "endsolid");
    }
    all
}

/// The place of a vertex line.
fn vertex<'a>(words: impl Iterator<Item = &'a str>, place: (usize, usize), mistakes: &mut Mistakes) -> Option<Vec3> {
    let words: Vec<&str> = words.take(4).collect();
    let [x, y, z] = words[..] else {
        let got = if words.len() > 3 { "more than three numbers".to_owned() } else { format!("{} numbers", words.len()) };
        mistakes.add(place, "vertex", got, "three");
        return None;
    };
    let mut fine = true;
    let numbers = [("vertex.x", x), ("vertex.y", y), ("vertex.z", z)].map(|(field, word)| {
        let Ok(value) = word.parse::<f64>() else {
            mistakes.add(place, field, quoted(word), "a number");
            fine = false;
            return 0.0;
        };
        fine &= checked(value, place, || field.to_owned(), mistakes);
        value
    });
    fine.then(|| Vec3::from_array(numbers))
}
