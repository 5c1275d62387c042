//! The bases, head and hand: control cage, morphs, masks and landmarks, read from `assets/anatomy/head.bin` and `hand.bin`
//! (written by `scripts/convert-anatomy`).
//!
//! **Invariant:** a parsed base is complete and its indices are in range, so nothing built from it can fail.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::site::Part;
use super::skin::{Landmark, Mask};
use super::subdivide::{Faces, Refinement};
use crate::geom::Vec3;

/// Format version that this build reads.
const VERSION: u32 = 1;
const MAGIC: [(&[u8; 8], Part); 2] = [(b"FLHEAD01", Part::Head), (b"FLHAND01", Part::Hand)];
static BUILT_IN: &[u8] = include_bytes!("../../assets/anatomy/head.bin");
static HAND: &[u8] = include_bytes!("../../assets/anatomy/hand.bin");

/// Why a base file was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BaseError {
    /// Not a base file at all.
    #[error("anatomy base: not a base file: begins with {got:?}, wanted \"FLHEAD01\" or \"FLHAND01\"")]
    Magic {
        /// The first bytes found.
        got: Vec<u8>,
    },
    /// Another format version.
    #[error("anatomy base: version {got}, this build reads {allowed}")]
    Version {
        /// Version in the file.
        got: u32,
        /// Version this build reads.
        allowed: u32,
    },
    /// Shorter or longer than it says.
    #[error("anatomy base: {got} bytes of payload, the header says {wanted}")]
    Length {
        /// Bytes present.
        got: usize,
        /// Bytes announced.
        wanted: usize,
    },
    /// Altered.
    #[error("anatomy base: checksum {got:08x}, the header says {wanted:08x}")]
    Checksum {
        /// CRC-32 of the payload.
        got: u32,
        /// CRC-32 in the header.
        wanted: u32,
    },
    /// A table ends before its last entry.
    #[error("anatomy base: the payload ends inside `{field}` at byte {at}")]
    Truncated {
        /// What was being read.
        field: &'static str,
        /// Offset in the payload.
        at: usize,
    },
    /// An index or a size that cannot be.
    #[error("anatomy base: `{field}` is {got}, allowed {allowed}")]
    Range {
        /// What was being read.
        field: &'static str,
        /// Value found.
        got: u64,
        /// What is allowed.
        allowed: String,
    },
    /// A morph, mask or landmark that this build needs is absent.
    #[error("anatomy base: no {kind} named `{name}`")]
    Missing {
        /// morph, mask or landmark.
        kind: &'static str,
        /// Its name.
        name: String,
    },
}

/// Displacements of some cage vertices (mm at weight 1).
#[derive(Clone, Debug)]
pub(super) struct Morph {
    pub(super) rows: Vec<(u32, Vec3)>,
}

/// A base: everything of a part of the body that does not depend on the phenotype.
#[derive(Clone, Debug)]
pub struct Base {
    pub(super) part: Part,
    pub(super) cage: Vec<Vec3>,
    pub(super) mirror: Vec<u32>,
    pub(super) morphs: BTreeMap<String, Morph>,
    pub(super) masks: Vec<Vec<u8>>,
    pub(super) landmarks: Vec<u32>,
    /// Displacement of each level-2 vertex in mm: clavicles, sternomastoids, suprasternal notch.
    pub(super) relief: Vec<Vec3>,
    /// Cage → level 1 → level 2.
    pub(super) levels: [Refinement; 2],
    /// Quads of each level.
    pub(super) faces: [Faces; 2],
}

impl Base {
    /// The head that comes with Fanline, parsed once.
    pub fn built_in() -> &'static Base {
        static BASE: OnceLock<Base> = OnceLock::new();
        BASE.get_or_init(|| Base::parse(BUILT_IN).expect("the built-in head is checked by a test"))
    }

    /// The bytes of the built-in head.
    pub fn built_in_bytes() -> &'static [u8] {
        BUILT_IN
    }

    /// The hand that comes with Fanline, parsed once.
    pub fn hand() -> &'static Base {
        static BASE: OnceLock<Base> = OnceLock::new();
        BASE.get_or_init(|| Base::parse(HAND).expect("the built-in hand is checked by a test"))
    }

    /// The part of the body that it models.
    pub fn part(&self) -> Part {
        self.part
    }

    /// Reads a base file.
    ///
    /// # Errors
    /// The first defect found: wrong magic or version, a length or checksum that differs, an index out of range, something missing.
    pub fn parse(bytes: &[u8]) -> Result<Base, BaseError> {
        let (part, payload) = checked_payload(bytes)?;
        let mut r = Reader {
            bytes: payload,
            at: 0,
        };
        let vertices = r.u32("vertex count")? as usize;
        let face_count = r.u32("face count")? as usize;
        range("vertex count", vertices, 4, 65_535)?;
        range("face count", face_count, 1, 65_535)?;
        let mut cage = Vec::with_capacity(vertices);
        for _ in 0..vertices {
            cage.push(Vec3::new(
                r.f32("positions")?,
                r.f32("positions")?,
                r.f32("positions")?,
            ));
        }
        let mut mirror = Vec::with_capacity(vertices);
        for _ in 0..vertices {
            mirror.push(r.index("mirror partner", vertices)?);
        }
        let sizes = r.take("face sizes", face_count)?.to_vec();
        let mut faces = Faces::default();
        for size in sizes {
            range("corners of a face", usize::from(size), 3, 6)?;
            let mut corners = Vec::with_capacity(usize::from(size));
            for _ in 0..size {
                corners.push(r.index("face corner", vertices)?);
            }
            faces.push(&corners);
        }
        let morphs = read_morphs(&mut r, vertices)?;
        let level_1 = Refinement::of(vertices, &faces);
        let level_2 = Refinement::of(level_1.vertex_count(), &level_1.faces);
        let masks = read_masks(&mut r, level_2.vertex_count(), part)?;
        let landmarks = read_landmarks(&mut r, level_1.vertex_count(), part)?;
        let relief = read_relief(&mut r, level_2.vertex_count())?;
        if r.at != payload.len() {
            return Err(BaseError::Length {
                got: payload.len(),
                wanted: r.at,
            });
        }
        for name in super::morph::needed(part) {
            if !morphs.contains_key(&name) {
                return Err(BaseError::Missing {
                    kind: "morph",
                    name,
                });
            }
        }
        let quads = [level_1.faces.clone(), level_2.faces.clone()];
        Ok(Base {
            part,
            cage,
            mirror,
            morphs,
            masks,
            landmarks,
            relief,
            levels: [level_1, level_2],
            faces: quads,
        })
    }

    /// Names of the stored morphs, sorted.
    pub fn morph_names(&self) -> impl Iterator<Item = &str> {
        self.morphs.keys().map(String::as_str)
    }

    /// Positions of the control cage without any morph (mm), and each vertex's partner on the other side.
    pub fn cage(&self) -> (&[Vec3], &[u32]) {
        (&self.cage, &self.mirror)
    }
}

fn checked_payload(bytes: &[u8]) -> Result<(Part, &[u8]), BaseError> {
    let known = MAGIC.iter().find(|(magic, _)| bytes.starts_with(*magic));
    let Some((_, part)) = known else {
        return Err(BaseError::Magic {
            got: bytes.iter().copied().take(8).collect(),
        });
    };
    let mut head = Reader { bytes, at: 8 };
    let version = head.u32("version")?;
    if version != VERSION {
        return Err(BaseError::Version {
            got: version,
            allowed: VERSION,
        });
    }
    let wanted = head.u32("payload length")? as usize;
    let crc = head.u32("checksum")?;
    let payload = &bytes[head.at..];
    if payload.len() != wanted {
        return Err(BaseError::Length {
            got: payload.len(),
            wanted,
        });
    }
    let got = crc32fast::hash(payload);
    if got != crc {
        return Err(BaseError::Checksum { got, wanted: crc });
    }
    Ok((*part, payload))
}

fn read_morphs(r: &mut Reader, vertices: usize) -> Result<BTreeMap<String, Morph>, BaseError> {
    let mut morphs = BTreeMap::new();
    for _ in 0..r.u16("morph count")? {
        let name = r.name("morph name")?;
        let unit = r.f32("morph unit")?;
        let count = r.u32("morph rows")? as usize;
        range("morph rows", count, 0, vertices)?;
        let mut rows = Vec::with_capacity(count);
        for _ in 0..count {
            let vertex = r.index("morph vertex", vertices)?;
            let mut axis = || {
                r.u16("morph delta")
                    .map(|v| f64::from(v.cast_signed()) * unit)
            };
            rows.push((vertex, Vec3::new(axis()?, axis()?, axis()?)));
        }
        // A morph may come in parts, each with its own unit.
        morphs.entry(name).or_insert(Morph { rows: Vec::new() }).rows.append(&mut rows);
    }
    Ok(morphs)
}

/// A mask that this part of the body has nothing of (nails on a head, lips on a hand) is empty.
fn read_masks(r: &mut Reader, vertices: usize, part: Part) -> Result<Vec<Vec<u8>>, BaseError> {
    let mut found = BTreeMap::new();
    for _ in 0..r.u16("mask count")? {
        let name = r.name("mask name")?;
        let level = r.take("mask level", 1)?[0];
        range("mask level", usize::from(level), 2, 2)?;
        let count = r.u32("mask size")? as usize;
        range("mask size", count, vertices, vertices)?;
        found.insert(name, r.take("mask", count)?.to_vec());
    }
    Mask::ALL
        .iter()
        .map(|m| {
            let elsewhere = (*m == Mask::Nails) == (part == Part::Head);
            let empty = elsewhere.then(|| vec![0; vertices]);
            found.remove(m.name()).or(empty).ok_or_else(|| BaseError::Missing {
                kind: "mask",
                name: m.name().to_owned(),
            })
        })
        .collect()
}

/// The vertex of every landmark, by the enum's order; those before the part's own stand for nothing.
fn read_landmarks(r: &mut Reader, vertices: usize, part: Part) -> Result<Vec<u32>, BaseError> {
    let mut found = BTreeMap::new();
    for _ in 0..r.u16("landmark count")? {
        let name = r.name("landmark name")?;
        let vertex = r.u32("landmark vertex")?;
        range("landmark vertex", vertex as usize, 0, vertices - 1)?;
        found.insert(name, vertex);
    }
    let own = Landmark::of(part);
    let before = own.first().map_or(0, |first| *first as usize);
    let mut of_all = vec![0; before];
    for landmark in own {
        let name = landmark.name();
        of_all.push(*found.get(name).ok_or_else(|| BaseError::Missing { kind: "landmark", name: name.to_owned() })?);
    }
    Ok(of_all)
}

fn read_relief(r: &mut Reader, vertices: usize) -> Result<Vec<Vec3>, BaseError> {
    let unit = r.f32("relief unit")?;
    let count = r.u32("relief size")? as usize;
    range("relief size", count, vertices, vertices)?;
    let bytes = r.take("relief", 3 * count)?;
    let mm = |b: u8| f64::from(b.cast_signed()) * unit;
    Ok(bytes
        .chunks_exact(3)
        .map(|b| Vec3::new(mm(b[0]), mm(b[1]), mm(b[2])))
        .collect())
}

fn range(field: &'static str, got: usize, low: usize, high: usize) -> Result<(), BaseError> {
    if (low..=high).contains(&got) {
        Ok(())
    } else {
        Err(BaseError::Range {
            field,
            got: got as u64,
            allowed: format!("{low}..={high}"),
        })
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn take(&mut self, field: &'static str, n: usize) -> Result<&'a [u8], BaseError> {
        let end = self.at.checked_add(n).filter(|e| *e <= self.bytes.len());
        let end = end.ok_or(BaseError::Truncated { field, at: self.at })?;
        let slice = &self.bytes[self.at..end];
        self.at = end;
        Ok(slice)
    }
    fn u16(&mut self, field: &'static str) -> Result<u16, BaseError> {
        let b = self.take(field, 2)?;
        Ok(u16::from_le_bytes([b[0], b[1]]))
    }
    fn u32(&mut self, field: &'static str) -> Result<u32, BaseError> {
        let b = self.take(field, 4)?;
        Ok(u32::from_le_bytes([b[0], b[1], b[2], b[3]]))
    }
    fn f32(&mut self, field: &'static str) -> Result<f64, BaseError> {
        let v = f32::from_bits(self.u32(field)?);
        if v.is_finite() {
            Ok(f64::from(v))
        } else {
            Err(BaseError::Range {
                field,
                got: u64::from(v.to_bits()),
                allowed: "finite".to_owned(),
            })
        }
    }
    fn index(&mut self, field: &'static str, limit: usize) -> Result<u32, BaseError> {
        let v = self.u16(field)?;
        range(field, usize::from(v), 0, limit - 1)?;
        Ok(u32::from(v))
    }
    fn name(&mut self, field: &'static str) -> Result<String, BaseError> {
        let n = usize::from(self.take(field, 1)?[0]);
        let at = self.at;
        let b = self.take(field, n)?;
        if b.is_ascii() {
            Ok(String::from_utf8_lossy(b).into_owned())
        } else {
            Err(BaseError::Truncated { field, at })
        }
    }
}
