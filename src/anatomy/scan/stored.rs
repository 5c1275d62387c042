//! An imported scan in a file of its own, `*.scan`, in the person's data folder.
//!
//! Little-endian: magic `FLSCAN01`, u32 version, u32 payload length, u32 CRC-32 of the payload; payload: u32 length and a JSON head (id,
//! title, note, phenotype), u32 points, f32 x, y, z per point (mm), u32 triangles, u32 corners; reference: f32 low and f32 step per axis,
//! u16 per axis and point; u16 masks, each: u8 length and name, u8 per point (0..255 = 0..1); u16 landmarks, each: u8 length and name,
//! u32 point, f32 x, y, z.
//!
//! **Invariant:** what is read has every mask and landmark, finite numbers and indices in range; so a patient can be built of it.

use serde::{Deserialize, Serialize};

use super::import::Imported;
use crate::anatomy::patient::ReadyPatient;
use crate::anatomy::phenotype::Phenotype;
use crate::anatomy::skin::{Detail, Landmark, Landmarks, Mask, Masks, Skin};
use crate::geom::Vec3;
use crate::geom::mesh::TriMesh;

/// Format version that this build reads and writes.
const VERSION: u32 = 1;
const MAGIC: &[u8; 8] = b"FLSCAN01";
/// Points and triangles at most.
const MOST: usize = 1_000_000;

/// Why a stored scan was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoredError {
    /// Not a stored scan.
    #[error("not a stored scan: begins with {0:?}, wanted \"FLSCAN01\"")]
    Magic(Vec<u8>),
    /// Another version.
    #[error("version {0}, this build reads {VERSION}: import the scan again")]
    Version(u32),
    /// Cut short, or altered.
    #[error("damaged: {got}, the header says {wanted}: import the scan again")]
    Damaged {
        /// What is there.
        got: String,
        /// What should be there.
        wanted: String,
    },
    /// A field that cannot be.
    #[error("`{field}` is {got}, allowed {allowed}: import the scan again")]
    Range {
        /// Which.
        field: String,
        /// Value.
        got: String,
        /// What is allowed.
        allowed: String,
    },
}

/// A person's own scan as a patient.
#[derive(Clone, Debug)]
pub struct ScannedPatient {
    /// Name, title, note and phenotype, as of a ready-made patient.
    pub patient: ReadyPatient,
    /// The skin.
    pub skin: Skin,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    id: String,
    title: String,
    note: String,
    phenotype: Phenotype,
}

impl ScannedPatient {
    /// Folder of the scans below the person's data folder.
    pub const FOLDER: &'static str = "patients";
    /// Extension of their files.
    pub const EXTENSION: &'static str = "scan";

    /// A patient of an imported scan.
    #[must_use]
    pub fn new(id: &str, title: &str, note: &str, imported: &Imported) -> Self {
        let patient = ReadyPatient {
            id: id.to_owned(),
            title: title.to_owned(),
            note: note.to_owned(),
            phenotype: imported.phenotype.clone(),
            traits: Vec::new(),
        };
        Self { patient, skin: imported.skin.clone() }
    }

    /// The bytes of the file.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let ReadyPatient { id, title, note, phenotype, .. } = self.patient.clone();
        let head = serde_json::to_vec(&Head { id, title, note, phenotype }).expect("plain fields become JSON");
        let mut out = Vec::new();
        let number = |out: &mut Vec<u8>, n: usize| out.extend((n as u32).to_le_bytes());
        let vector = |out: &mut Vec<u8>, p: Vec3| p.to_array().iter().for_each(|c| out.extend((*c as f32).to_le_bytes()));
        let name = |out: &mut Vec<u8>, name: &str| {
            out.push(name.len() as u8);
            out.extend(name.as_bytes());
        };
        number(&mut out, head.len());
        out.extend(head);
        let Skin { mesh, reference, masks, landmarks, .. } = &self.skin;
        number(&mut out, mesh.positions.len());
        mesh.positions.iter().for_each(|p| vector(&mut out, *p));
        number(&mut out, mesh.triangles.len());
        mesh.triangles.iter().flatten().for_each(|v| out.extend(v.to_le_bytes()));
        let first = reference.first().copied().unwrap_or_default();
        let (low, high) = reference.iter().fold((first, first), |(low, high), p| (low.min(*p), high.max(*p)));
        let step = ((high - low) / 65_535.0).max(Vec3::splat(1e-6)).as_vec3().as_dvec3();
        let low = low.as_vec3().as_dvec3();
        vector(&mut out, low);
        vector(&mut out, step);
        for p in reference {
            ((*p - low) / step).to_array().iter().for_each(|c| out.extend((c.round().clamp(0.0, 65_535.0) as u16).to_le_bytes()));
        }
        out.extend((Mask::ALL.len() as u16).to_le_bytes());
        for mask in Mask::ALL {
            name(&mut out, mask.name());
            out.extend(masks.get(mask).iter().map(|v| (v.clamp(0.0, 1.0) * 255.0).round() as u8));
        }
        out.extend((Landmark::ALL.len() as u16).to_le_bytes());
        for landmark in Landmark::ALL {
            name(&mut out, landmark.name());
            out.extend(landmarks.vertex(landmark).to_le_bytes());
            vector(&mut out, landmarks.get(landmark));
        }
        let mut file = MAGIC.to_vec();
        for n in [VERSION, out.len() as u32, crc32fast::hash(&out)] {
            file.extend(n.to_le_bytes());
        }
        file.extend(out);
        file
    }

    /// Reads a file.
    ///
    /// # Errors
    /// The first defect.
    pub fn parse(bytes: &[u8]) -> Result<Self, StoredError> {
        let mut r = Bytes { bytes: payload(bytes)?, at: 0 };
        let length = r.u32("head")? as usize;
        let head: Head =
            serde_json::from_slice(r.take("head", length)?).map_err(|e| wrong("head", e.to_string(), "id, title, note and phenotype"))?;
        if let Some(problem) = head.phenotype.problems().first() {
            return Err(wrong(&format!("phenotype.{}", problem.field), problem.got, format!("{:?}", problem.allowed)));
        }
        let points = r.count("points", 3, MOST)?;
        let positions = (0..points).map(|_| r.vector("points")).collect::<Result<Vec<_>, _>>()?;
        let count = r.count("triangles", 1, MOST)?;
        let mut triangles = Vec::with_capacity(count);
        for _ in 0..count {
            triangles.push([r.index("corner", points)?, r.index("corner", points)?, r.index("corner", points)?]);
        }
        let (low, step) = (r.vector("reference")?, r.vector("reference")?);
        let mut reference = Vec::with_capacity(points);
        for _ in 0..points {
            let [x, y, z] = [r.u16("reference")?, r.u16("reference")?, r.u16("reference")?].map(f64::from);
            reference.push(low + step * Vec3::new(x, y, z));
        }
        let mut masks = vec![None; Mask::ALL.len()];
        for _ in 0..r.u16("masks")? {
            let name = r.name("mask")?;
            let values = r.take("mask", points)?.iter().map(|b| f32::from(*b) / 255.0).collect();
            if let Some(mask) = Mask::ALL.into_iter().find(|mask| mask.name() == name) {
                masks[mask as usize] = Some(values);
            }
        }
        let masks = masks.into_iter().collect::<Option<Vec<Vec<f32>>>>().ok_or_else(|| wrong("masks", "one is missing", "every mask"))?;
        let mut places = vec![None; Landmark::ALL.len()];
        for _ in 0..r.u16("landmarks")? {
            let name = r.name("landmark")?;
            let place = (r.index("landmark", points)?, r.vector("landmark")?);
            if let Some(slot) = Landmark::named(&name).and_then(|landmark| places.get_mut(landmark as usize)) {
                *slot = Some(place);
            }
        }
        let places = places.into_iter().collect::<Option<Vec<_>>>().ok_or_else(|| wrong("landmarks", "one is missing", "every landmark"))?;
        let (vertices, at) = places.into_iter().unzip();
        if r.at != r.bytes.len() {
            return Err(wrong("file", format!("{} bytes of payload", r.bytes.len()), r.at));
        }
        let Head { id, title, note, phenotype } = head;
        Ok(Self {
            patient: ReadyPatient { id, title, note, phenotype, traits: Vec::new() },
            skin: Skin {
                mesh: TriMesh::new(positions, triangles),
                reference,
                masks: Masks::new(masks),
                landmarks: Landmarks { vertices, positions: at },
                detail: Detail::Simulation,
            },
        })
    }
}

fn wrong(field: &str, got: impl ToString, allowed: impl ToString) -> StoredError {
    StoredError::Range { field: field.to_owned(), got: got.to_string(), allowed: allowed.to_string() }
}

fn payload(bytes: &[u8]) -> Result<&[u8], StoredError> {
    let Some(rest) = bytes.strip_prefix(MAGIC) else {
        return Err(StoredError::Magic(bytes.iter().take(8).copied().collect()));
    };
    let mut r = Bytes { bytes: rest, at: 0 };
    let (version, length, crc) = (r.u32("version")?, r.u32("length")? as usize, r.u32("checksum")?);
    if version != VERSION {
        return Err(StoredError::Version(version));
    }
    let payload = &rest[r.at..];
    let damaged = |got: String, wanted: String| StoredError::Damaged { got, wanted };
    if payload.len() != length {
        return Err(damaged(format!("{} bytes", payload.len()), format!("{length}")));
    }
    let got = crc32fast::hash(payload);
    if got != crc {
        return Err(damaged(format!("checksum {got:08x}"), format!("{crc:08x}")));
    }
    Ok(payload)
}

struct Bytes<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Bytes<'a> {
    fn take(&mut self, field: &str, n: usize) -> Result<&'a [u8], StoredError> {
        let slice = self.at.checked_add(n).and_then(|end| self.bytes.get(self.at..end));
        self.at += n;
        slice.ok_or_else(|| wrong(field, "the end of the file", format!("{n} bytes more")))
    }
    fn u16(&mut self, field: &str) -> Result<u16, StoredError> {
        self.take(field, 2).map(|b| u16::from_le_bytes([b[0], b[1]]))
    }
    fn u32(&mut self, field: &str) -> Result<u32, StoredError> {
        self.take(field, 4).map(|b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]))
    }
    fn count(&mut self, field: &str, least: usize, most: usize) -> Result<usize, StoredError> {
        let n = self.u32(field)? as usize;
        if (least..=most).contains(&n) { Ok(n) } else { Err(wrong(field, n, format!("{least}..={most}"))) }
    }
    fn index(&mut self, field: &str, limit: usize) -> Result<u32, StoredError> {
        let v = self.u32(field)?;
        if (v as usize) < limit { Ok(v) } else { Err(wrong(field, v, format!("0..{limit}"))) }
    }
    fn vector(&mut self, field: &str) -> Result<Vec3, StoredError> {
        let mut axis = || self.u32(field).map(|bits| f64::from(f32::from_bits(bits)));
        let p = Vec3::new(axis()?, axis()?, axis()?);
        if p.is_finite() && p.abs().max_element() < 1e4 { Ok(p) } else { Err(wrong(field, p, "finite mm")) }
    }
    fn name(&mut self, field: &str) -> Result<String, StoredError> {
        let n = usize::from(self.take(field, 1)?[0]);
        Ok(String::from_utf8_lossy(self.take(field, n)?).into_owned())
    }
}
