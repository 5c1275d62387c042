//! glTF 2.0, text or binary (GLB): the triangles of the default scene with the nodes' transforms; materials, skins and animations are
//! passed over. Compressed meshes (Draco, meshopt, quantisation) and sparse accessors are refused.

use std::io;

use glam::{DMat4, DQuat};
use serde_json::Value;

use super::soup::{MOST_TRIANGLES, Soup, Wrong};
use crate::geom::Vec3;

/// Depth of nested nodes at most.
const DEEPEST: usize = 64;
/// Visits of nodes at most: a scene that shares nodes many times over is not a scan.
const MOST_NODES: usize = 10_000;

type Beside<'a> = &'a dyn Fn(&str) -> io::Result<Vec<u8>>;

pub(super) fn read_binary(bytes: &[u8], beside: Beside) -> Result<Soup, Wrong> {
    let word = |at: usize| bytes.get(at..at + 4).map(|b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]) as usize);
    let ends = || Wrong::new("", "a GLB file that ends too early", "header, JSON chunk and binary chunk");
    if word(4) != Some(2) {
        return Err(Wrong::new(" at byte 4", format!("version {}", word(4).unwrap_or(0)), "2"));
    }
    let (mut at, mut json, mut binary) = (12, None, None);
    while at < bytes.len() {
        let (length, kind) = (word(at).ok_or_else(ends)?, word(at + 4).ok_or_else(ends)?);
        let chunk = at.checked_add(8 + length).and_then(|end| bytes.get(at + 8..end)).ok_or_else(ends)?;
        match kind {
            0x4E4F_534A => json = json.or(Some(chunk)),
            0x004E_4942 => binary = binary.or(Some(chunk)),
            _ => {}
        }
        at += 8 + length;
    }
    document(json.ok_or_else(ends)?, binary, beside)
}

pub(super) fn read_text(bytes: &[u8], beside: Beside) -> Result<Soup, Wrong> {
    document(bytes, None, beside)
}

fn document(json: &[u8], binary: Option<&[u8]>, beside: Beside) -> Result<Soup, Wrong> {
    let root: Value = serde_json::from_slice(json)
        .map_err(|e| Wrong::new(format!(":{}:{}", e.line(), e.column()), e.to_string(), "a glTF document in JSON"))?;
    for needed in root["extensionsRequired"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        if ["KHR_draco_mesh_compression", "EXT_meshopt_compression", "KHR_mesh_quantization", "KHR_meshopt_compression"].contains(&needed) {
            return Err(Wrong::new(": extensionsRequired", needed, "a mesh without compression: export it again so"));
        }
    }
    let mut buffers = Vec::new();
    for (i, buffer) in root["buffers"].as_array().into_iter().flatten().enumerate() {
        buffers.push(match buffer["uri"].as_str() {
            None if i == 0 => binary.map(<[u8]>::to_vec).unwrap_or_default(),
            None => Vec::new(),
            Some(uri) => outside(uri, i, beside)?,
        });
    }
    let mut reader = Reader { root: &root, buffers, soup: Soup::default(), visited: 0 };
    let scene = root["scene"].as_u64().unwrap_or(0) as usize;
    let nodes: Vec<u64> = root["scenes"][scene]["nodes"].as_array().into_iter().flatten().filter_map(Value::as_u64).collect();
    if nodes.is_empty() {
        return Err(Wrong::new(format!(": scenes[{scene}].nodes"), "no node", "a scene with a mesh"));
    }
    for node in nodes {
        reader.node(node as usize, DMat4::IDENTITY, 0)?;
    }
    Ok(reader.soup)
}

/// The bytes that a buffer's address names: in it (`data:`), or in a file beside the scan.
fn outside(uri: &str, buffer: usize, beside: Beside) -> Result<Vec<u8>, Wrong> {
    let place = format!(": buffers[{buffer}].uri");
    if let Some(inline) = uri.strip_prefix("data:") {
        let text = inline.split_once(";base64,").map(|(_, text)| text);
        return text.and_then(from_base64).ok_or_else(|| Wrong::new(place, "data that is not base64", "base64 data"));
    }
    if uri.contains("://") || uri.starts_with('/') || uri.split(['/', '\\']).any(|part| part == "..") {
        return Err(Wrong::new(place, format!("\"{uri}\""), "a file in the scan's own folder"));
    }
    beside(uri).map_err(|error| Wrong::new(place, format!("\"{uri}\": {error}"), "a file beside the scan"))
}

fn from_base64(text: &str) -> Option<Vec<u8>> {
    let (mut bytes, mut bits, mut held) = (Vec::with_capacity(text.len() / 4 * 3), 0u32, 0);
    for c in text.trim_end_matches('=').bytes() {
        let value = match c {
            b'A'..=b'Z' => c - b'A',
            b'a'..=b'z' => c - b'a' + 26,
            b'0'..=b'9' => c - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        (bits, held) = ((bits << 6 | u32::from(value)) & 0xFFFF, held + 6);
        if held >= 8 {
            held -= 8;
            bytes.push((bits >> held) as u8);
        }
    }
    Some(bytes)
}

struct Reader<'a> {
    root: &'a Value,
    buffers: Vec<Vec<u8>>,
    soup: Soup,
    visited: usize,
}

/// Numbers of one accessor: where they are in which buffer.
struct Accessor {
    buffer: usize,
    start: usize,
    stride: usize,
    count: usize,
    component: u64,
}

impl Reader<'_> {
    fn node(&mut self, index: usize, above: DMat4, depth: usize) -> Result<(), Wrong> {
        let place = format!(": nodes[{index}]");
        self.visited += 1;
        if depth > DEEPEST || self.visited > MOST_NODES {
            return Err(Wrong::new(place, "nodes nested in a ring, or far too many", "a tree of nodes"));
        }
        let root = self.root;
        let Some(node) = root["nodes"].get(index) else { return Err(Wrong::new(place, "no such node", "a node of the file")) };
        let transform = above * local(node).ok_or_else(|| Wrong::new(place, "a transform with missing numbers", "matrix, or translation, rotation and scale"))?;
        if let Some(mesh) = node["mesh"].as_u64() {
            for (k, primitive) in root["meshes"][mesh as usize]["primitives"].as_array().into_iter().flatten().enumerate() {
                self.primitive(primitive, transform, &format!(": meshes[{mesh}].primitives[{k}]"))?;
            }
        }
        for child in node["children"].as_array().into_iter().flatten().filter_map(Value::as_u64) {
            self.node(child as usize, transform, depth + 1)?;
        }
        Ok(())
    }

    fn primitive(&mut self, primitive: &Value, transform: DMat4, place: &str) -> Result<(), Wrong> {
        let mode = primitive["mode"].as_u64().unwrap_or(4);
        if mode < 4 {
            return Ok(());
        }
        if mode > 4 {
            return Err(Wrong::new(place, format!("mode {mode}"), "4 (triangles)"));
        }
        let first = self.soup.positions.len() as u32;
        let Some(points) = primitive["attributes"]["POSITION"].as_u64() else {
            return Err(Wrong::new(place, "no POSITION", "points"));
        };
        let points = self.accessor(points, "VEC3", 12, &[5126])?;
        for i in 0..points.count {
            let [x, y, z] = [0, 4, 8].map(|k| f32::from_bits(self.number(&points, i, k, 4)));
            self.soup.positions.push(transform.transform_point3(Vec3::new(x.into(), y.into(), z.into())));
        }
        let count = points.count as u32;
        let corners: Vec<u32> = match primitive["indices"].as_u64() {
            None => (0..count).collect(),
            Some(indices) => {
                let accessor = self.accessor(indices, "SCALAR", 0, &[5121, 5123, 5125])?;
                let size = match accessor.component { 5121 => 1, 5123 => 2, _ => 4 };
                (0..accessor.count).map(|i| self.number(&accessor, i, 0, size)).collect()
            }
        };
        if let Some(wrong) = corners.iter().find(|v| **v >= count) {
            return Err(Wrong::new(place, format!("corner {wrong}"), format!("0..{count}")));
        }
        if self.soup.triangles.len() + corners.len() / 3 > MOST_TRIANGLES {
            return Err(Wrong::new(place, "too many triangles", format!("{MOST_TRIANGLES} at most in all: thin the scan out first")));
        }
        // A transform that mirrors turns the triangles inside out.
        let turned = transform.determinant() < 0.0;
        for t in corners.chunks_exact(3) {
            let [a, b, c] = [t[0], t[1], t[2]].map(|v| v + first);
            self.soup.triangles.push(if turned { [a, c, b] } else { [a, b, c] });
        }
        Ok(())
    }

    fn accessor(&self, index: u64, shape: &str, element: usize, components: &[u64]) -> Result<Accessor, Wrong> {
        let place = format!(": accessors[{index}]");
        let accessor = &self.root["accessors"][index as usize];
        let component = accessor["componentType"].as_u64().unwrap_or(0);
        if !components.contains(&component) || accessor["type"].as_str() != Some(shape) {
            return Err(Wrong::new(place, format!("{} of component type {component}", accessor["type"]), format!("{shape} of {components:?}")));
        }
        let Some(view) = accessor["bufferView"].as_u64().filter(|_| accessor.get("sparse").is_none()) else {
            return Err(Wrong::new(place, "a sparse accessor", "an accessor with a plain bufferView"));
        };
        let view = &self.root["bufferViews"][view as usize];
        let number = |value: &Value| value.as_u64().unwrap_or(0) as usize;
        let size = if element > 0 { element } else { match component { 5121 => 1, 5123 => 2, _ => 4 } };
        let found = Accessor {
            buffer: number(&view["buffer"]),
            start: number(&view["byteOffset"]).saturating_add(number(&accessor["byteOffset"])),
            stride: view["byteStride"].as_u64().map_or(size, |stride| (stride as usize).max(1)),
            count: number(&accessor["count"]),
            component,
        };
        let held = self.buffers.get(found.buffer).map_or(0, Vec::len);
        let last = found.count.saturating_sub(1).checked_mul(found.stride).and_then(|n| n.checked_add(found.start)).and_then(|n| n.checked_add(size));
        if last.is_none_or(|end| end > held) {
            return Err(Wrong::new(place, format!("{} elements from byte {}", found.count, found.start), format!("the {held} bytes of buffer {}", found.buffer)));
        }
        Ok(found)
    }

    /// A little-endian number of `size` bytes; the accessor's bounds were checked.
    fn number(&self, accessor: &Accessor, element: usize, offset: usize, size: usize) -> u32 {
        let start = accessor.start + element * accessor.stride + offset;
        self.buffers[accessor.buffer][start..start + size].iter().rev().fold(0, |sum, b| sum << 8 | u32::from(*b))
    }
}

/// A node's own transform.
fn local(node: &Value) -> Option<DMat4> {
    let numbers = |name: &str, default: &[f64]| -> Option<Vec<f64>> {
        let Some(list) = node[name].as_array() else { return Some(default.to_vec()) };
        let list: Vec<f64> = list.iter().map(Value::as_f64).collect::<Option<_>>()?;
        (list.len() == default.len()).then_some(list)
    };
    if node.get("matrix").is_some() {
        let m = numbers("matrix", &[0.0; 16])?;
        return Some(DMat4::from_cols_array(&std::array::from_fn(|i| m[i])));
    }
    let (t, r, s) = (numbers("translation", &[0.0; 3])?, numbers("rotation", &[0.0, 0.0, 0.0, 1.0])?, numbers("scale", &[1.0; 3])?);
    let rotation = DQuat::from_xyzw(r[0], r[1], r[2], r[3]);
    let rotation = if rotation.length_squared() > 1e-12 { rotation.normalize() } else { return None };
    Some(DMat4::from_scale_rotation_translation(Vec3::new(s[0], s[1], s[2]), rotation, Vec3::new(t[0], t[1], t[2])))
}
