//! Pictures of patients alone: portraits and opened layers for handouts.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::body;
use crate::anatomy::{Anatomy, Landmark};
use crate::game::offscreen::{PictureError, Shot, frame_time, pictures};
use crate::game::scene::camera::{Eye, View};
use crate::game::scene::model::{LayerView, SceneModel, SkinPoint};
use crate::game::scene::quality::Preset;
use crate::geom::Vec3;

/// What to take of each patient.
pub struct Portraits<'a> {
    /// Names of views: front, three-quarter, three-quarter-right, profile, profile-right, neck, close.
    pub views: &'a [String],
    /// What `close` looks at.
    pub at: Landmark,
    /// Height of `close`, mm.
    pub span_mm: f64,
    /// Width and height in pixels.
    pub size: (u32, u32),
    /// low, medium or high.
    pub preset: &'a str,
    /// Layers taken off the left cheek.
    pub opened: f64,
    /// Cut straight.
    pub cut_away: bool,
    /// With vessels, nerves and glands.
    pub hazards: bool,
    /// Frames to time.
    pub frames: Option<u32>,
}

/// Radius of the opening, mm [design: drawing only].
const OPENING_MM: f64 = 30.0;

/// Takes every view of every patient; gives the files and, if asked for, the mean time of a frame of the first, ms.
///
/// # Errors
/// When the machine cannot draw or a file cannot be written.
pub fn portraits(sitters: &[(String, Arc<Anatomy>)], wish: &Portraits, out: &Path) -> Result<(Vec<PathBuf>, Option<f64>), PictureError> {
    let mut shots = Vec::new();
    for (name, anatomy) in sitters {
        let shape = Arc::new(body::patient(anatomy));
        let cheek = cheek(anatomy);
        let side = cheek.normal.cross(Vec3::Y).normalize_or(Vec3::X);
        let layers = LayerView {
            opened: wish.opened,
            centre: (wish.opened > 0.0).then_some(cheek),
            radius_mm: OPENING_MM,
            cutaway: wish.cut_away.then_some(cheek.normal.cross(side).normalize_or(side)),
            skin_opacity: 1.0,
        };
        let model = SceneModel {
            patient: Some(shape),
            layers,
            hazards: wish.hazards.then(|| Arc::new(body::hazards(anatomy))),
            ..SceneModel::default()
        };
        for view in wish.views {
            shots.push(Shot {
                name: format!("{name}-{view}-{}", wish.preset),
                size: wish.size,
                model: model.clone(),
                eye: eye(view, anatomy, wish),
                margins: [0.0; 4],
                preset: match wish.preset {
                    "low" => Preset::Low,
                    "medium" => Preset::Medium,
                    _ => Preset::High,
                },
                panels: None,
            });
        }
    }
    let timed = match (wish.frames, shots.first()) {
        (Some(frames), Some(shot)) => Some(frame_time(shot, frames)?.as_secs_f64() * 1e3),
        _ => None,
    };
    Ok((pictures(shots, out)?, timed))
}

fn eye(view: &str, anatomy: &Anatomy, wish: &Portraits) -> Eye {
    let neck = anatomy.landmarks().get(Landmark::Thyroid);
    match view {
        "front" => Eye::of(View::Front),
        "three-quarter-right" => Eye::of(View::ThreeQuarterRight),
        "profile" => Eye::of(View::ProfileLeft),
        "profile-right" => Eye::of(View::ProfileRight),
        "neck" => Eye { target: Vec3::new(0.0, neck.y, neck.z - 30.0), pitch: -0.08, distance_mm: 560.0, ..Eye::of(View::ThreeQuarterLeft) },
        "close" => Eye::of(View::Close(on_skin(anatomy, anatomy.landmarks().get(wish.at)), wish.span_mm)),
        _ => Eye::of(View::ThreeQuarterLeft),
    }
}

/// The middle of the left cheek, between tragus and corner of the mouth.
fn cheek(anatomy: &Anatomy) -> SkinPoint {
    let at = |landmark| anatomy.landmarks().get(landmark);
    on_skin(anatomy, at(Landmark::TragusLeft).lerp(at(Landmark::CheilionLeft), 0.55))
}

fn on_skin(anatomy: &Anatomy, point: Vec3) -> SkinPoint {
    let on = anatomy.project(point);
    SkinPoint { point: on.foot, normal: on.normal }
}
