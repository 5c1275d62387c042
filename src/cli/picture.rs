//! `fanline picture`: who is to be drawn and how; the game draws it.

use std::path::PathBuf;
use std::sync::Arc;

use super::args;
use super::say::say;
use super::{CliError, print_json};
use crate::anatomy::{Anatomy, Landmark, Part, TensionTables};
use crate::drill::Library;
use crate::source::Content;

/// Pictures to take of patients.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pictures {
    /// Installed patients and own scans.
    pub patients: Vec<String>,
    /// Age instead of the patient's own, in whole years.
    pub age_years: Option<u8>,
    /// Fitzpatrick type instead of the patient's own.
    pub skin_type: Option<u8>,
    /// Laxity instead of the patient's own, in hundredths.
    pub laxity_percent: Option<u8>,
    /// Names of views.
    pub views: Vec<String>,
    /// What the view `close` looks at.
    pub at: Landmark,
    /// Height of the view `close`, mm.
    pub span_mm: u16,
    /// Width and height in pixels.
    pub size: (u32, u32),
    /// Name of the preset.
    pub preset: String,
    /// Layers taken off, in tenths.
    pub open_tenths: u8,
    /// Cut straight instead of in terraces.
    pub cut_away: bool,
    /// With vessels, nerves and glands.
    pub hazards: bool,
    /// The whole body down to a layer, in tenths of a layer.
    pub peel_tenths: u8,
    /// Names of overlays.
    pub overlays: Vec<String>,
    /// Frames to time after the pictures.
    pub frames: Option<u32>,
    /// Folder for the files.
    pub out: PathBuf,
}

/// The request of the arguments.
pub(super) fn request(options: args::Picture) -> Result<Pictures, CliError> {
    let bad = |name: &'static str, got: &str, allowed: &str| CliError::Argument { name, got: got.to_owned(), allowed: allowed.to_owned() };
    let size = options
        .size
        .split_once('x')
        .and_then(|(w, h)| Some((w.parse::<u32>().ok()?, h.parse::<u32>().ok()?)))
        .filter(|(w, h)| (64..=4096).contains(w) && (64..=4096).contains(h))
        .ok_or_else(|| bad("--size", &options.size, "WIDTHxHEIGHT, each 64 to 4096"))?;
    let at = Landmark::named(&options.at).ok_or_else(|| bad("--at", &options.at, &Landmark::names().join(", ")))?;
    for (name, layers) in [("--open", options.open), ("--peel", options.peel)] {
        if !(0.0..=5.0).contains(&layers) {
            return Err(bad(name, &layers.to_string(), "0 to 5 layers"));
        }
    }
    Ok(Pictures {
        patients: options.patients,
        age_years: options.age,
        skin_type: options.skin_type,
        laxity_percent: options.laxity,
        views: options.views,
        at,
        span_mm: options.span,
        size,
        preset: options.preset,
        open_tenths: (options.open * 10.0) as u8,
        cut_away: options.cut_away,
        hazards: options.hazards,
        peel_tenths: (options.peel * 10.0) as u8,
        overlays: options.overlays,
        frames: options.frames,
        out: options.out,
    })
}

/// Somebody whose pictures are taken.
pub struct Sitter {
    /// Name of the files.
    pub name: String,
    /// The head with neck and chest.
    pub head: Arc<Anatomy>,
    /// The hand, where a view asks for it.
    pub hand: Option<Arc<Anatomy>>,
}

/// The patients of the pictures, and what the tension lines of a head and of a hand are drawn from.
///
/// # Errors
/// Missing content, an unknown patient, a phenotype that cannot be.
pub fn sitters(pictures: &Pictures) -> Result<(Vec<Sitter>, [TensionTables; 2]), CliError> {
    let library = Library::open(&Content::find()?)?;
    let mut sitters = Vec::new();
    for id in &pictures.patients {
        let mut who = library.patient(id)?.phenotype.clone();
        let mut name = id.clone();
        if let Some(age) = pictures.age_years {
            who.age_years = f64::from(age);
            name += &format!("-{age}y");
        }
        if let Some(skin_type) = pictures.skin_type {
            who.skin_type = skin_type;
            name += &format!("-type{skin_type}");
        }
        if let Some(laxity) = pictures.laxity_percent {
            who.skin_laxity = f64::from(laxity) / 100.0;
        }
        if let Some(problem) = who.problems().first() {
            let allowed = format!("{}..={}", problem.allowed.start(), problem.allowed.end());
            return Err(CliError::Argument { name: "phenotype", got: format!("{} {}", problem.field, problem.got), allowed });
        }
        let hand = pictures.views.iter().any(|view| view == "hand").then(|| library.hand_of(&who)).transpose()?;
        sitters.push(Sitter { name, head: Arc::new(library.anatomy_as(id, &who)?), hand: hand.map(Arc::new) });
    }
    Ok((sitters, [Part::Head, Part::Hand].map(|part| library.tension(part).clone())))
}

/// Says which files were written and how long a frame took, ms.
pub fn say_pictures(files: &[PathBuf], frame_ms: Option<f64>, json: bool) {
    if json {
        return print_json(&serde_json::json!({ "pictures": files, "frame_ms": frame_ms }));
    }
    files.iter().for_each(|file| say!("{}", file.display()));
    if let Some(ms) = frame_ms {
        say!("{ms:.1} ms a frame");
    }
}
