//! `fanline patients import`: a person's own scan made a patient.

use std::fs;
use std::path::Path;

use super::args::Import;
use super::error::at;
use super::{CliError, print_json, say};
use crate::anatomy::ReadyPatient;
use crate::anatomy::scan::{Imported, Person, Picks, ScannedPatient, Soup, import as import_scan};
use crate::drill::Library;
use crate::source::Content;
use crate::source::content::replace;

/// Bytes of a scan's file at most.
const MOST_BYTES: u64 = 1 << 30;

pub(super) fn import(options: &Import, json: bool) -> Result<u8, CliError> {
    let content = Content::find()?;
    let library = Library::open(&content)?;
    let id = name(options)?;
    let own = content.own.clone().ok_or_else(|| refused("FANLINE_DATA", "no folder for this person's data", "a folder"))?;
    let path = own.join(ScannedPatient::FOLDER).join(format!("{id}.{}", ScannedPatient::EXTENSION));
    if library.patients().iter().any(|patient| patient.id == id) && !library.is_scan(&id) {
        return Err(refused("--id", &id, "a name that no installed patient has"));
    }
    if path.exists() && !options.replace {
        return Err(refused("--id", &id, "a name that no patient has, or --replace"));
    }
    let size = fs::metadata(&options.scan).map_err(at(&options.scan))?.len();
    if size > MOST_BYTES {
        return Err(refused("SCAN", &format!("{size} bytes"), "1 GiB at most: thin the scan out first"));
    }
    let bytes = fs::read(&options.scan).map_err(at(&options.scan))?;
    let text = fs::read_to_string(&options.landmarks).map_err(at(&options.landmarks))?;
    let picks = Picks::parse(&options.landmarks.to_string_lossy(), &text)?;
    let file = options.scan.to_string_lossy();
    let folder = options.scan.parent().unwrap_or(Path::new(""));
    let soup = Soup::read(&file, &bytes, &|name| fs::read(folder.join(name)))?;
    let over = Person {
        sex: options.sex.clone(),
        age_years: options.age,
        bmi: options.bmi,
        skin_laxity: options.laxity,
        skin_type: options.skin_type,
    };
    let imported = import_scan(library.base(), &file, &soup, &picks, &over)?;
    let title = options.title.clone().unwrap_or_else(|| id.clone());
    let note = format!("A person's own scan, {} triangles.", imported.skin.mesh.triangles.len());
    let patient = ScannedPatient::new(&id, &title, &note, &imported);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(at(folder))?;
    }
    replace(&path, &patient.to_bytes()).map_err(at(&path))?;
    tell(&id, &path, &imported, json);
    Ok(0)
}

fn refused(name: &'static str, got: &str, allowed: &str) -> CliError {
    CliError::Argument { name, got: got.to_owned(), allowed: allowed.to_owned() }
}

/// The patient's name: as given, or from the scan's file.
fn name(options: &Import) -> Result<String, CliError> {
    let stem = options.scan.file_stem().unwrap_or_default().to_string_lossy().to_lowercase();
    let usual = || stem.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let id: String = options.id.clone().unwrap_or_else(usual);
    if !ReadyPatient::is_id(&id) || id.len() > 64 {
        return Err(refused("--id", &format!("\"{id}\""), "1 to 64 lower-case letters, digits and hyphens"));
    }
    Ok(id)
}

fn tell(id: &str, path: &Path, imported: &Imported, json: bool) {
    let mesh = &imported.skin.mesh;
    let repairs: Vec<String> = imported.repairs.iter().map(ToString::to_string).collect();
    if json {
        print_json(&serde_json::json!({
            "id": id, "file": path, "unit": imported.unit.name(), "unit_stated": imported.unit_stated, "size": imported.size,
            "points": mesh.positions.len(), "triangles": mesh.triangles.len(), "repairs": repairs,
            "fit_median_mm": imported.fit_mm.0, "fit_p95_mm": imported.fit_mm.1,
        }));
        return;
    }
    let how = if imported.unit_stated { "as stated" } else { "told from the size" };
    say!("{id}: {} triangles; unit {} ({how}); {:.2} times the built-in head", mesh.triangles.len(), imported.unit.name(), imported.size);
    repairs.iter().for_each(|repair| say!("  {repair}"));
    say!("  the built-in face fits it within {:.1} mm (median; {:.1} mm for 95 %)", imported.fit_mm.0, imported.fit_mm.1);
    say!("kept as {}", path.display());
}
