//! Pictures of patients alone: portraits and opened layers for handouts.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::atlas::{Place, bared};
use super::body;
use super::overlay::Overlays;
use crate::anatomy::{Anatomy, Landmark, Part, TensionTables};
use crate::game::offscreen::{PictureError, Shot, frame_time, pictures};
use crate::game::scene::camera::{Eye, View};
use crate::game::scene::model::{Cut, LayerView, Peel, SceneModel, SkinPoint};
use crate::game::scene::quality::Preset;
use crate::game::scene::skin_view;
use crate::geom::Vec3;

/// What to take of each patient.
pub struct Portraits<'a> {
    /// Names of views: front, three-quarter, three-quarter-right, profile, profile-right, neck, decolletage, hand, close.
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
    /// The whole body down to a layer.
    pub peel: f64,
    /// Names of overlays: regions, no-go, tension, landmarks.
    pub overlays: &'a [String],
    /// What tension lines of a head and of a hand are drawn from.
    pub tension: &'a [TensionTables; 2],
    /// Frames to time.
    pub frames: Option<u32>,
}

/// Radius of the opening, mm [design: drawing only].
const OPENING_MM: f64 = 30.0;
/// Where the whole body is cut, mm to the patient's left of the midline; the atlas's own.
const CUT_MM: f64 = 30.0;

/// Somebody whose portraits are taken.
pub struct Sitter {
    /// Name of the files.
    pub name: String,
    /// The head with neck and chest.
    pub head: Arc<Anatomy>,
    /// The hand, for the view of that name.
    pub hand: Option<Arc<Anatomy>>,
}

/// Takes every view of every patient; gives the files and, if asked for, the mean time of a frame of the first, ms.
///
/// # Errors
/// When the machine cannot draw or a file cannot be written.
pub fn portraits(sitters: &[Sitter], wish: &Portraits, out: &Path) -> Result<(Vec<PathBuf>, Option<f64>), PictureError> {
    let mut shots = Vec::new();
    for sitter in sitters {
        // Each part of the body is built once, whatever the number of its views.
        let draped = wish.views.iter().any(|view| !bare(view)).then(|| dressed(&sitter.head, wish, false));
        let bared = wish.views.iter().any(|view| view == "decolletage").then(|| dressed(&sitter.head, wish, true));
        let hand = sitter.hand.as_ref().map(|hand| (hand, dressed(hand, wish, true)));
        for view in wish.views {
            let (anatomy, model) = match (view.as_str(), &hand) {
                ("hand", Some((hand, model))) => (*hand, Some(model)),
                ("decolletage", _) => (&sitter.head, bared.as_ref()),
                _ => (&sitter.head, draped.as_ref()),
            };
            let Some(model) = model else { continue };
            shots.push(Shot {
                name: format!("{}-{view}-{}", sitter.name, wish.preset),
                size: wish.size,
                model: model.clone(),
                eye: eye(view, anatomy, wish),
                margins: [0.0; 4],
                preset: match wish.preset {
                    "low" => Preset::Low,
                    "medium" => Preset::Medium,
                    _ => Preset::High,
                },
                light: false,
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

/// Views for which the drape is drawn down, or of a part that has none.
fn bare(view: &str) -> bool {
    matches!(view, "decolletage" | "hand")
}

/// A part of the body with what is laid over it, opened as was asked for.
fn dressed(anatomy: &Anatomy, wish: &Portraits, bare: bool) -> SceneModel {
    let shape = body::patient(anatomy);
    let shape = Arc::new(if bare { bared(shape, anatomy) } else { shape });
    let opens = wish.opened > 0.0 && anatomy.part() == Part::Head;
    let layers = if opens {
        let cheek = cheek(anatomy);
        let side = cheek.normal.cross(Vec3::Y).normalize_or(Vec3::X);
        LayerView {
            opened: wish.opened,
            centre: Some(cheek),
            radius_mm: OPENING_MM,
            cutaway: wish.cut_away.then_some(cheek.normal.cross(side).normalize_or(side)),
            skin_opacity: 1.0,
        }
    } else {
        LayerView::default()
    };
    let cut = wish.cut_away.then_some(Cut { at: Vec3::new(CUT_MM, 0.0, 0.0), normal: Vec3::NEG_X });
    let peel = (wish.peel > 0.0).then_some(Peel { layer: wish.peel, cut });
    let lays = |name: &str| wish.overlays.iter().any(|overlay| overlay == name);
    let drawings = if wish.overlays.is_empty() {
        Vec::new()
    } else {
        let all = Overlays::new(anatomy, Some(&wish.tension[anatomy.part() as usize]));
        let tension = all.tension.filter(|_| lays("tension"));
        [lays("no-go").then_some(all.no_go), lays("regions").then_some(all.regions), tension, lays("landmarks").then_some(all.landmarks)]
            .into_iter()
            .flatten()
            .collect()
    };
    SceneModel {
        patient: Some(shape),
        layers: peel.map_or(layers, skin_view),
        peel,
        hazards: wish.hazards.then(|| Arc::new(body::hazards(anatomy))),
        drawings,
        assists: true,
        ..SceneModel::default()
    }
}

fn eye(view: &str, anatomy: &Anatomy, wish: &Portraits) -> Eye {
    let site = |place: Place, yaw: f64| {
        let (target, distance_mm) = place.middle(anatomy);
        Eye { target, yaw, pitch: 0.02, distance_mm }
    };
    match view {
        "front" => Eye::of(View::Front),
        "three-quarter-right" => Eye::of(View::ThreeQuarterRight),
        "profile" => Eye::of(View::ProfileLeft),
        "profile-right" => Eye::of(View::ProfileRight),
        "neck" => site(Place::Neck, 0.62),
        "decolletage" => site(Place::Decolletage, 0.0),
        "hand" => site(Place::Hand, 0.0),
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
