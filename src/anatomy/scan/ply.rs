//! Stanford PLY, ASCII and binary of either byte order: elements `vertex` (x, y, z) and `face` (a list of corners).

use super::soup::{Soup, Wrong};
use crate::geom::Vec3;

/// Corners of a face at most: a longer list is a sign of a damaged file.
const MOST_CORNERS: usize = 1000;

#[derive(Clone, Copy, PartialEq)]
enum Encoding {
    Ascii,
    Little,
    Big,
}

#[derive(Clone, Copy)]
enum Scalar {
    I8,
    U8,
    I16,
    U16,
    I32,
    U32,
    F32,
    F64,
}

impl Scalar {
    fn named(name: &str) -> Option<Scalar> {
        Some(match name {
            "char" | "int8" => Scalar::I8,
            "uchar" | "uint8" => Scalar::U8,
            "short" | "int16" => Scalar::I16,
            "ushort" | "uint16" => Scalar::U16,
            "int" | "int32" => Scalar::I32,
            "uint" | "uint32" => Scalar::U32,
            "float" | "float32" => Scalar::F32,
            "double" | "float64" => Scalar::F64,
            _ => return None,
        })
    }
    fn size(self) -> usize {
        match self {
            Scalar::I8 | Scalar::U8 => 1,
            Scalar::I16 | Scalar::U16 => 2,
            Scalar::I32 | Scalar::U32 | Scalar::F32 => 4,
            Scalar::F64 => 8,
        }
    }
}

struct Property {
    name: String,
    /// Type of the count, for a list.
    count: Option<Scalar>,
    value: Scalar,
}

struct Element {
    name: String,
    rows: usize,
    properties: Vec<Property>,
}

struct Header {
    encoding: Encoding,
    elements: Vec<Element>,
    lines: usize,
    end: usize,
}

fn header(bytes: &[u8]) -> Result<Header, Wrong> {
    let (mut encoding, mut elements, mut end, mut number) = (None, Vec::<Element>::new(), 0, 0);
    loop {
        let rest = &bytes[end..];
        let Some(length) = rest.iter().position(|b| *b == b'\n') else {
            return Err(Wrong::line(number + 1, "the end of the file", "end_header"));
        };
        let line = String::from_utf8_lossy(&rest[..length]).trim().to_owned();
        (end, number) = (end + length + 1, number + 1);
        let words: Vec<&str> = line.split_whitespace().collect();
        let scalar = |name: &str| {
            Scalar::named(name).ok_or_else(|| Wrong::line(number, format!("type \"{name}\""), "char, uchar, short, ushort, int, uint, float or double"))
        };
        match words[..] {
            ["ply" | "comment" | "obj_info", ..] | [] => {}
            ["format", kind, _] => {
                encoding = Some(match kind {
                    "ascii" => Encoding::Ascii,
                    "binary_little_endian" => Encoding::Little,
                    "binary_big_endian" => Encoding::Big,
                    _ => return Err(Wrong::line(number, format!("format \"{kind}\""), "ascii, binary_little_endian or binary_big_endian")),
                });
            }
            ["element", name, rows] => {
                let rows = rows.parse().map_err(|_| Wrong::line(number, format!("\"{rows}\""), "a count"))?;
                elements.push(Element { name: name.to_owned(), rows, properties: Vec::new() });
            }
            ["property", ref kind @ .., name] => {
                let property = match kind {
                    ["list", count, value] => Property { name: name.to_owned(), count: Some(scalar(count)?), value: scalar(value)? },
                    [value] => Property { name: name.to_owned(), count: None, value: scalar(value)? },
                    _ => return Err(Wrong::line(number, format!("\"{line}\""), "property [list COUNT] TYPE NAME")),
                };
                let Some(element) = elements.last_mut() else {
                    return Err(Wrong::line(number, "a property before any element", "element first"));
                };
                element.properties.push(property);
            }
            ["end_header"] => break,
            _ => return Err(Wrong::line(number, format!("\"{line}\""), "format, comment, element, property or end_header")),
        }
    }
    let encoding = encoding.ok_or_else(|| Wrong::line(number, "no format line", "a line format ascii 1.0 or alike"))?;
    Ok(Header { encoding, elements, lines: number, end })
}

/// Numbers one after the other, from text or from bytes.
struct Numbers<'a> {
    encoding: Encoding,
    bytes: &'a [u8],
    at: usize,
    /// Line of the text, from 1.
    line: usize,
}

impl Numbers<'_> {
    fn ends(&self) -> Wrong {
        match self.encoding {
            Encoding::Ascii => Wrong::line(self.line, "the end of the file", "the elements that the header announces"),
            _ => Wrong::new(format!(" at byte {}", self.at), "the end of the file", "the elements that the header announces"),
        }
    }

    fn next(&mut self, kind: Scalar) -> Result<f64, Wrong> {
        if self.encoding == Encoding::Ascii {
            return self.next_word();
        }
        let size = kind.size();
        let Some(slice) = self.bytes.get(self.at..self.at + size) else { return Err(self.ends()) };
        self.at += size;
        let mut raw = [0; 8];
        raw[..size].copy_from_slice(slice);
        if self.encoding == Encoding::Big {
            raw[..size].reverse();
        }
        let [a, b, c, d, ..] = raw;
        Ok(match kind {
            Scalar::I8 => f64::from(i8::from_le_bytes([a])),
            Scalar::U8 => f64::from(a),
            Scalar::I16 => f64::from(i16::from_le_bytes([a, b])),
            Scalar::U16 => f64::from(u16::from_le_bytes([a, b])),
            Scalar::I32 => f64::from(i32::from_le_bytes([a, b, c, d])),
            Scalar::U32 => f64::from(u32::from_le_bytes([a, b, c, d])),
            Scalar::F32 => f64::from(f32::from_le_bytes([a, b, c, d])),
            Scalar::F64 => f64::from_le_bytes(raw),
        })
    }

    fn next_word(&mut self) -> Result<f64, Wrong> {
        while let Some(b) = self.bytes.get(self.at).filter(|b| b.is_ascii_whitespace()) {
            self.line += usize::from(*b == b'\n');
            self.at += 1;
        }
        let rest = &self.bytes[self.at..];
        let length = rest.iter().position(u8::is_ascii_whitespace).unwrap_or(rest.len());
        if length == 0 {
            return Err(self.ends());
        }
        self.at += length;
        let word = String::from_utf8_lossy(&rest[..length]);
        word.parse().map_err(|_| Wrong::line(self.line, format!("\"{word}\""), "a number"))
    }

    /// Where the reading is, for messages.
    fn place(&self) -> String {
        if self.encoding == Encoding::Ascii { format!(":{}", self.line) } else { format!(" at byte {}", self.at) }
    }
}

pub(super) fn read(bytes: &[u8]) -> Result<Soup, Wrong> {
    let header = header(bytes)?;
    let mut numbers = Numbers { encoding: header.encoding, bytes, at: header.end, line: header.lines + 1 };
    let mut soup = Soup::default();
    let mut corners: Vec<u32> = Vec::new();
    for element in &header.elements {
        let place = |name: &str| element.properties.iter().position(|p| p.name == name && p.count.is_none());
        let axes = if element.name == "vertex" {
            let [Some(x), Some(y), Some(z)] = ["x", "y", "z"].map(place) else {
                return Err(Wrong::new("", "element vertex without x, y or z", "properties x, y and z"));
            };
            Some([x, y, z])
        } else {
            None
        };
        let list = element.properties.iter().position(|p| p.count.is_some() && ["vertex_indices", "vertex_index"].contains(&p.name.as_str()));
        let mut row = vec![0.0; element.properties.len()];
        for _ in 0..element.rows {
            for (k, property) in element.properties.iter().enumerate() {
                let Some(count) = property.count else {
                    row[k] = numbers.next(property.value)?;
                    continue;
                };
                let count = numbers.next(count)?;
                if !(0.0..=MOST_CORNERS as f64).contains(&count) {
                    return Err(Wrong::new(numbers.place(), format!("a list of {count}"), format!("0..={MOST_CORNERS}")));
                }
                corners.clear();
                for _ in 0..count as usize {
                    let index = numbers.next(property.value)?;
                    if !(0.0..=f64::from(u32::MAX)).contains(&index) {
                        return Err(Wrong::new(numbers.place(), format!("corner {index}"), "the number of a point, from 0"));
                    }
                    corners.push(index as u32);
                }
                if element.name == "face" && list == Some(k) {
                    soup.polygon(&corners);
                }
            }
            if let Some(axes) = axes {
                let [x, y, z] = axes.map(|k| row[k]);
                soup.positions.push(Vec3::new(x, y, z));
            }
        }
    }
    Ok(soup)
}
