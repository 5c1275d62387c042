//! Binary STL: 80 bytes of heading, the count of triangles, then 50 bytes each (normal, three corners as f32, two bytes more).

use crate::geom::Vec3;

use super::mistakes::Mistakes;
use super::stl::{MOST_TRIANGLES, checked};

/// Bytes before the first triangle.
const HEAD: usize = 84;
/// Bytes of a triangle.
const EACH: usize = 50;

/// Triangles that the file says it has.
fn count(bytes: &[u8]) -> Option<usize> {
    let count = bytes.get(80..HEAD)?.first_chunk::<4>()?;
    Some(u32::from_le_bytes(*count) as usize)
}

/// Whether the file is as long as its count of triangles wants.
pub(super) fn fits(bytes: &[u8]) -> bool {
    count(bytes).is_some_and(|count| count.checked_mul(EACH).and_then(|length| length.checked_add(HEAD)) == Some(bytes.len()))
}

/// The corners of all triangles.
pub(super) fn read(bytes: &[u8], mistakes: &mut Mistakes) -> Vec<[Vec3; 3]> {
    let Some(count) = count(bytes) else {
        mistakes.add((1, 1), "", format!("{} bytes", bytes.len()), "an STL file, binary or ASCII");
        return Vec::new();
    };
    if !fits(bytes) {
        let got = format!("a file of {} bytes for {count} triangles", bytes.len());
        let wanted = count as u64 * EACH as u64 + HEAD as u64;
        mistakes.add((1, 81), "triangles", got, format!("{wanted} bytes, or an ASCII file that begins with solid"));
        return Vec::new();
    }
    if count > MOST_TRIANGLES {
        mistakes.add((1, 81), "triangles", count, format!("{MOST_TRIANGLES} at most"));
        return Vec::new();
    }
    let mut all = Vec::with_capacity(count);
    for (index, triangle) in bytes[HEAD..].chunks_exact(EACH).enumerate() {
        let mut numbers = [0.0; 9];
        for (k, (number, bytes)) in numbers.iter_mut().zip(triangle[12..48].as_chunks::<4>().0).enumerate() {
            *number = f64::from(f32::from_le_bytes(*bytes));
            let byte = HEAD + index * EACH + 12 + 4 * k;
            checked(*number, (1, byte + 1), || format!("triangles[{index}][{}].{}", k / 3, ["x", "y", "z"][k % 3]), mistakes);
        }
        let [a, b, c] = [0, 3, 6].map(|k| Vec3::new(numbers[k], numbers[k + 1], numbers[k + 2]));
        all.push([a, b, c]);
    }
    all
}
