//! `fanline probe`: the engine's numbers, for anyone who wants to check them.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use super::args::Probe;
use super::error::at;
use super::say::say;
use super::{CliError, assess, print_json, probe_deposit, probe_learning, probe_patient, probe_prepare, probe_response};
use crate::anatomy::{Anatomy, Part, Site, TissueField, person};
use crate::drill::Library;
use crate::geom::Vec3;
use crate::instrument::{Gauge, probe as rod};
use crate::source::Content;

pub(super) fn probe(what: &Probe, json: bool) -> Result<u8, CliError> {
    match what {
        Probe::Depth { points, patient } => depth(points, patient.as_deref(), json),
        Probe::Patient { patient, seed } => probe_patient::patient(patient.as_deref(), *seed, json),
        Probe::Mesh { out, site, layer, patient, seed } => {
            mesh(out, site.as_deref(), layer.as_deref(), (patient.as_deref(), *seed), json)
        }
        Probe::Rod { gauge, length, load, axial, foundation } => {
            bend(&Bent { gauge, length: *length, load: *load, axial: *axial, foundation: *foundation }, json)
        }
        Probe::Elastica { alpha } => elastica(*alpha, json),
        Probe::Response(options) => probe_response::response(options, json),
        Probe::Deposit(what) => probe_deposit::deposit(what, json),
        Probe::Prepare(asked) => probe_prepare::prepare(asked, json),
        Probe::Learning(options) => probe_learning::learning(options, json),
        Probe::Assess { file } => assess::assess(file, json),
    }
}

/// The anatomy of a ready-made patient; of the first one if none is named.
pub(super) fn anatomy(patient: Option<&str>) -> Result<(String, Arc<Anatomy>), CliError> {
    let library = Library::open(&Content::find()?)?;
    let first = library.patients().first().map(|patient| patient.id.clone()).unwrap_or_default();
    let id = patient.map_or(first, str::to_owned);
    let anatomy = library.anatomy(&id)?;
    Ok((id, anatomy))
}

/// A point from a line `x,y,z`.
fn point(line: &str) -> Option<Vec3> {
    let numbers: Vec<f64> = line.split([',', ';', '\t']).map(|part| part.trim().parse().ok()).collect::<Option<_>>()?;
    let [x, y, z] = numbers[..] else { return None };
    [x, y, z].iter().all(|x| x.is_finite()).then(|| Vec3::new(x, y, z))
}

fn depth(points: &Path, patient: Option<&str>, json: bool) -> Result<u8, CliError> {
    let text = fs::read_to_string(points).map_err(at(points))?;
    let (_, anatomy) = anatomy(patient)?;
    let mut code = 0;
    if !json {
        say!("depth_mm,layer,region");
    }
    for (i, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let Some(point) = point(line) else {
            // A first line of words is a heading.
            if i > 0 || line.chars().any(|c| c.is_ascii_digit()) {
                eprintln!("error: {}:{}: got \"{line}\", allowed: three numbers x,y,z in mm", points.display(), i + 1);
                code = 1;
            }
            continue;
        };
        let sample = anatomy.sample(point);
        if json {
            print_json(&serde_json::json!({
                "depth_mm": sample.depth_mm, "layer": sample.layer(), "region": sample.region,
                "dermis_mm": sample.stack.dermis_mm, "fat_mm": sample.stack.fat_mm,
            }));
        } else {
            let word = |value: serde_json::Value| value.as_str().unwrap_or_default().to_owned();
            let layer = word(serde_json::json!(sample.layer()));
            say!("{:.4},{layer},{}", sample.depth_mm, word(serde_json::json!(sample.region)));
        }
    }
    Ok(code)
}

fn mesh(out: &Path, site: Option<&str>, layer: Option<&str>, who: (Option<&str>, Option<u64>), json: bool) -> Result<u8, CliError> {
    let (id, mut anatomy) = match who {
        (_, Some(seed)) => {
            let library = Library::open(&Content::find()?)?;
            (format!("seed-{seed}"), Arc::new(library.anatomy_of(&person(seed))?))
        }
        (patient, None) => anatomy(patient)?,
    };
    let (what, mesh) = if let Some(name) = site {
        let names = || Site::ALL.map(|(_, name)| name).join(", ");
        let site = Site::from_name(name)
            .ok_or_else(|| CliError::Argument { name: "--site", got: name.to_owned(), allowed: names() })?;
        let layer = site.layer(layer.unwrap_or("skin"))?;
        if site.part() == Part::Hand {
            let who = anatomy.phenotype().clone();
            anatomy = Arc::new(Library::open(&Content::find()?)?.hand_of(&who)?);
        }
        (format!("{} of the {name}", layer.name()), anatomy.site_mesh(site, layer)?)
    } else {
        ("skin".to_owned(), anatomy.skin().mesh.clone())
    };
    let mut text = Vec::new();
    let write = |text: &mut Vec<u8>| -> std::io::Result<()> {
        let axes = match anatomy.part() {
            Part::Head => "+x patient's left, +y up, +z out of the face",
            Part::Hand => "left hand: +x to the thumb, +y to the fingers, +z out of the dorsum",
        };
        writeln!(text, "# {what} of {id}, mm; {axes}")?;
        for p in &mesh.positions {
            writeln!(text, "v {:.6} {:.6} {:.6}", p.x, p.y, p.z)?;
        }
        for [a, b, c] in &mesh.triangles {
            writeln!(text, "f {} {} {}", a + 1, b + 1, c + 1)?;
        }
        Ok(())
    };
    write(&mut text).map_err(CliError::Output)?;
    fs::write(out, text).map_err(at(out))?;
    let (vertices, triangles) = (mesh.positions.len(), mesh.triangles.len());
    if json {
        print_json(&serde_json::json!({ "file": out, "vertices": vertices, "triangles": triangles }));
    } else {
        say!("{}: {vertices} vertices, {triangles} triangles", out.display());
    }
    Ok(0)
}

pub(super) fn argument(name: &'static str, value: f64, allowed: std::ops::RangeInclusive<f64>) -> Result<(), CliError> {
    if allowed.contains(&value) {
        return Ok(());
    }
    Err(CliError::Argument { name, got: value.to_string(), allowed: format!("{}..={}", allowed.start(), allowed.end()) })
}

/// The tube and its loads, as they were typed.
struct Bent<'a> {
    gauge: &'a str,
    length: f64,
    load: f64,
    axial: f64,
    foundation: f64,
}

fn bend(bent: &Bent<'_>, json: bool) -> Result<u8, CliError> {
    let Some(gauge) = Gauge::from_name(bent.gauge) else {
        return Err(CliError::Argument { name: "--gauge", got: bent.gauge.to_owned(), allowed: Gauge::names().join(", ") });
    };
    argument("--length", bent.length, 1.0..=200.0)?;
    argument("--load", bent.load, -20.0..=20.0)?;
    argument("--axial", bent.axial, -20.0..=20.0)?;
    argument("--foundation", bent.foundation, 0.0..=10.0)?;
    let (ei, ea, length) = (gauge.ei(), gauge.ea(), bent.length);
    let loading =
        rod::Loading { transverse_n: bent.load, axial_n: bent.axial, foundation_n_mm2: bent.foundation };
    let deflection = rod::deflection(ei, ea, length, loading, rod::SEGMENTS);
    let [free, pinned] = [rod::FarEnd::Free, rod::FarEnd::Pinned]
        .map(|far| rod::buckling(ei, ea, length, far, bent.foundation, rod::SEGMENTS));
    if json {
        print_json(&serde_json::json!({
            "ei_n_mm2": ei, "deflection_mm": deflection, "buckling_free_n": free, "buckling_pinned_n": pinned,
        }));
    } else {
        say!("EI {ei:.1} N·mm², tip deflection {deflection:.5} mm; buckles at {free:.3} N (tip free), {pinned:.3} N (tip pinned)");
    }
    Ok(0)
}

fn elastica(alpha: f64, json: bool) -> Result<u8, CliError> {
    argument("--alpha", alpha, 0.0..=20.0)?;
    let delta = rod::elastica(alpha);
    if json {
        print_json(&serde_json::json!({ "delta": delta }));
    } else {
        say!("δ/L = {delta:.6}");
    }
    Ok(0)
}
