//! A mesh as a scanning program wrote it: points and triangles in the file's own unit and axes, nothing known of their quality.
//!
//! **Invariant:** coordinates are finite and every index is that of a point.

use super::{gltf, obj, ply};
use crate::geom::Vec3;

/// Triangles that are read at most; more is not a head's scan but a whole studio's [design].
pub(super) const MOST_TRIANGLES: usize = 4_000_000;

/// Points and triangles as read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Soup {
    /// Points in the file's own unit.
    pub positions: Vec<Vec3>,
    /// Corners of each triangle.
    pub triangles: Vec<[u32; 3]>,
}

/// Why a scan's file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}{place}: got {got}, allowed {allowed}")]
pub struct ReadError {
    /// The file as it was named.
    pub file: String,
    /// `:line`, ` at byte n`, or the name of a field with a colon and a blank before it.
    pub place: String,
    /// What stands there.
    pub got: String,
    /// What may stand there.
    pub allowed: String,
}

/// An error of a format's reader, which does not know the file's name.
#[derive(Debug)]
pub(super) struct Wrong {
    pub(super) place: String,
    pub(super) got: String,
    pub(super) allowed: String,
}

impl Wrong {
    pub(super) fn new(place: impl Into<String>, got: impl ToString, allowed: impl ToString) -> Self {
        Self { place: place.into(), got: got.to_string(), allowed: allowed.to_string() }
    }
    pub(super) fn line(line: usize, got: impl ToString, allowed: impl ToString) -> Self {
        Self::new(format!(":{line}"), got, allowed)
    }
}

impl Soup {
    /// Reads a scan: OBJ, PLY (ASCII or binary), glTF or GLB, told apart by their first bytes, else by the file's extension.
    ///
    /// `beside` gives the bytes of a file that a glTF names, by its name relative to the scan.
    ///
    /// # Errors
    /// The first place where the file breaks its format's rules.
    pub fn read(file: &str, bytes: &[u8], beside: &dyn Fn(&str) -> std::io::Result<Vec<u8>>) -> Result<Soup, ReadError> {
        let extension = file.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
        let soup = if bytes.starts_with(b"ply") {
            ply::read(bytes)
        } else if bytes.starts_with(b"glTF") {
            gltf::read_binary(bytes, beside)
        } else if extension == "gltf" {
            gltf::read_text(bytes, beside)
        } else if extension == "obj" {
            obj::read(bytes)
        } else {
            Err(Wrong::new("", format!("a file ending in .{extension}"), "an OBJ, PLY, glTF or GLB file"))
        };
        let checked = soup.and_then(Soup::checked);
        checked.map_err(|Wrong { place, got, allowed }| ReadError { file: file.to_owned(), place, got, allowed })
    }

    fn checked(self) -> Result<Soup, Wrong> {
        let count = self.positions.len();
        if self.triangles.is_empty() {
            return Err(Wrong::new("", format!("{count} points without triangles"), "a surface: export the scan as a mesh"));
        }
        if self.triangles.len() > MOST_TRIANGLES {
            return Err(Wrong::new("", format!("{} triangles", self.triangles.len()), format!("{MOST_TRIANGLES} at most: thin the scan out first")));
        }
        if let Some(i) = self.positions.iter().position(|p| !p.is_finite() || p.abs().max_element() > 1e9) {
            return Err(Wrong::new(format!(": point {}", i + 1), self.positions[i], "finite coordinates"));
        }
        if let Some(i) = self.triangles.iter().position(|t| t.iter().any(|v| *v as usize >= count)) {
            return Err(Wrong::new(format!(": triangle {}", i + 1), format!("corners {:?}", self.triangles[i]), format!("points 0..{count}")));
        }
        Ok(self)
    }

    /// Adds a polygon as a fan of triangles about its first corner.
    pub(super) fn polygon(&mut self, corners: &[u32]) {
        for k in 1..corners.len().saturating_sub(1) {
            self.triangles.push([corners[0], corners[k], corners[k + 1]]);
        }
    }
}
