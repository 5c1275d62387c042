//! Wavefront OBJ: `v` and `f` lines; everything else (normals, textures, groups, materials) is passed over.

use super::soup::{Soup, Wrong};
use crate::geom::Vec3;

pub(super) fn read(bytes: &[u8]) -> Result<Soup, Wrong> {
    let mut soup = Soup::default();
    let mut corners = Vec::new();
    for (index, line) in bytes.split(|b| *b == b'\n').enumerate() {
        let number = index + 1;
        // Names may be in any encoding; the lines that count are ASCII.
        let line = String::from_utf8_lossy(line);
        let mut words = line.split_whitespace();
        match words.next() {
            Some("v") => {
                let numbers: Vec<f64> = words.map_while(|word| word.parse().ok()).collect();
                let [x, y, z, ..] = numbers[..] else {
                    return Err(Wrong::line(number, format!("\"{}\"", line.trim()), "v with three numbers"));
                };
                soup.positions.push(Vec3::new(x, y, z));
            }
            Some("f") => {
                corners.clear();
                for word in words {
                    if word.starts_with('#') {
                        break;
                    }
                    corners.push(corner(word, soup.positions.len()).ok_or_else(|| {
                        Wrong::line(number, format!("corner \"{word}\""), format!("the number of one of the {} points above", soup.positions.len()))
                    })?);
                }
                if corners.len() < 3 {
                    return Err(Wrong::line(number, format!("a face of {} corners", corners.len()), "three or more"));
                }
                soup.polygon(&corners);
            }
            _ => {}
        }
    }
    Ok(soup)
}

/// `7`, `7/1/2` or `-1` (the last point so far) as an index from 0.
fn corner(word: &str, points: usize) -> Option<u32> {
    let number: i64 = word.split('/').next()?.parse().ok()?;
    let index = if number < 0 { points as i64 + number } else { number - 1 };
    (0..points as i64).contains(&index).then_some(index as u32)
}
