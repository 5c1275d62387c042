//! Anthropometric measures of a head in mm, from its landmarks and from sections of its surface, defined as the surveys
//! define them: Farkas (1994), the survey of respirator users (Zhuang and Bradtmiller 2005) and ANSUR II (Gordon 2014).
//!
//! **Invariant:** a measure depends on the surface and its landmarks alone, so any head has it, also a scanned one.

use super::skin::{Landmark, Landmarks};
use crate::geom::mesh::TriMesh;
use crate::geom::section;
use crate::geom::{Vec3, math};

/// A measure of the head. All are straight distances between landmarks but where the comment says otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Zygion to zygion (zy–zy): breadth of the face at the zygomatic arches.
    Bizygomatic,
    /// Gonion to gonion (go–go), on the skin: breadth of the jaw.
    Bigonial,
    /// Nasion to gnathion (n–gn): morphological height of the face, as Farkas has it.
    FaceHeight,
    /// Nasion to menton: the survey's menton–sellion length.
    MentonNasion,
    /// Subnasale to menton: height of the lower face.
    LowerFaceHeight,
    /// Cheilion to cheilion (ch–ch): width of the mouth; the survey's lip length.
    Mouth,
    /// Alare to alare (al–al): width of the nose; the survey's nose breadth.
    Nose,
    /// Nasion to subnasale (n–sn): height of the nose; the survey's subnasale–sellion length.
    NoseHeight,
    /// Subnasale to pronasale (sn–prn): how far the nose stands out.
    NoseProtrusion,
    /// Endocanthion to endocanthion (en–en).
    Intercanthal,
    /// Exocanthion to exocanthion (ex–ex).
    Biocular,
    /// Tragus to tragus (t–t).
    Bitragal,
    /// Greatest breadth of the head above the ears (eu–eu), level from side to side.
    HeadBreadth,
    /// Glabella to the farthest point of the back of the head near the midline (g–op).
    HeadLength,
    /// A taut tape about the neck just below the laryngeal prominence, square to the neck's long axis (a section of the surface).
    NeckCircumference,
    /// Menton to the cervical point (me–c): length of the underside of the chin.
    Submental,
    /// Tragus to gonion, mean of both sides: height of the ramus.
    RamusHeight,
}

impl Measure {
    /// Every measure with its key in files and reports, in the enum's order.
    pub const ALL: [(Measure, &'static str); 17] = [
        (Measure::Bizygomatic, "bizygomatic_mm"),
        (Measure::Bigonial, "bigonial_mm"),
        (Measure::FaceHeight, "face_height_mm"),
        (Measure::MentonNasion, "menton_nasion_mm"),
        (Measure::LowerFaceHeight, "lower_face_height_mm"),
        (Measure::Mouth, "mouth_mm"),
        (Measure::Nose, "nose_mm"),
        (Measure::NoseHeight, "nose_height_mm"),
        (Measure::NoseProtrusion, "nose_protrusion_mm"),
        (Measure::Intercanthal, "intercanthal_mm"),
        (Measure::Biocular, "biocular_mm"),
        (Measure::Bitragal, "bitragal_mm"),
        (Measure::HeadBreadth, "head_breadth_mm"),
        (Measure::HeadLength, "head_length_mm"),
        (Measure::NeckCircumference, "neck_circumference_mm"),
        (Measure::Submental, "submental_mm"),
        (Measure::RamusHeight, "ramus_height_mm"),
    ];

    /// The measure's key in files and reports.
    #[must_use]
    pub fn key(self) -> &'static str {
        Self::ALL[self as usize].1
    }
}

/// All measures of one head.
#[derive(Clone, Debug, PartialEq)]
pub struct Measures {
    values: [Option<f64>; Measure::ALL.len()],
}

impl Measures {
    /// Measures a head.
    #[must_use]
    pub fn of(mesh: &TriMesh, landmarks: &Landmarks) -> Self {
        use Landmark::*;
        let between = |a: Landmark, b: Landmark| Some(landmarks.get(a).distance(landmarks.get(b)));
        let values = Measure::ALL.map(|(measure, _)| match measure {
            Measure::Bizygomatic => between(ZygionLeft, ZygionRight),
            Measure::Bigonial => between(GonionLeft, GonionRight),
            Measure::FaceHeight => between(Nasion, Gnathion),
            Measure::MentonNasion => between(Nasion, Menton),
            Measure::LowerFaceHeight => between(Subnasale, Menton),
            Measure::Mouth => between(CheilionLeft, CheilionRight),
            Measure::Nose => between(AlareLeft, AlareRight),
            Measure::NoseHeight => between(Nasion, Subnasale),
            Measure::NoseProtrusion => between(Subnasale, Pronasale),
            Measure::Intercanthal => between(EndocanthionLeft, EndocanthionRight),
            Measure::Biocular => between(ExocanthionLeft, ExocanthionRight),
            Measure::Bitragal => between(TragusLeft, TragusRight),
            Measure::HeadBreadth => head_breadth(mesh, landmarks),
            Measure::HeadLength => head_length(mesh, landmarks),
            Measure::NeckCircumference => neck_circumference(mesh, landmarks.get(Thyroid)),
            Measure::Submental => between(Menton, CervicalPoint),
            Measure::RamusHeight => {
                let side = |tragus, gonion| landmarks.get(tragus).distance(landmarks.get(gonion));
                Some(0.5 * (side(TragusLeft, GonionLeft) + side(TragusRight, GonionRight)))
            }
        });
        Self { values }
    }

    /// A measure in mm; nothing where the surface does not reach (a neck that a scan has cut off).
    #[must_use]
    pub fn get(&self, measure: Measure) -> Option<f64> {
        self.values[measure as usize]
    }

    /// Every measure that this head has, with its key, mm.
    pub fn iter(&self) -> impl Iterator<Item = (Measure, &'static str, f64)> {
        Measure::ALL.into_iter().zip(&self.values).filter_map(|((measure, key), value)| value.map(|mm| (measure, key, mm)))
    }
}

/// Height above the tragi from which on the head is measured, as a share of the way from them to the crown: clear of the ears.
const ABOVE_EARS: f64 = 0.35;
/// How far beside the midline the back of the head may be met, mm.
const NEAR_MIDLINE_MM: f64 = 20.0;

fn head_breadth(mesh: &TriMesh, landmarks: &Landmarks) -> Option<f64> {
    let tragi = 0.5 * (landmarks.get(Landmark::TragusLeft).y + landmarks.get(Landmark::TragusRight).y);
    let crown = mesh.positions.iter().map(|p| p.y).fold(f64::NEG_INFINITY, f64::max);
    let from = tragi + ABOVE_EARS * (crown - tragi);
    let head = mesh.positions.iter().filter(|p| p.y >= from).map(|p| p.x);
    let (low, high) = head.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(x), high.max(x)));
    (high > low).then_some(high - low)
}

fn head_length(mesh: &TriMesh, landmarks: &Landmarks) -> Option<f64> {
    let glabella = landmarks.get(Landmark::Glabella);
    let level = landmarks.get(Landmark::TragusLeft).y;
    let back = mesh.positions.iter().filter(|p| p.y >= level && (p.x - glabella.x).abs() < NEAR_MIDLINE_MM);
    back.map(|p| p.distance(glabella)).max_by(f64::total_cmp)
}

/// How far below the thyroid landmark the tape lies, mm [design]: "just below the laryngeal prominence" (Preis 2010; ANSUR II
/// takes the infrathyroid landmark).
const BELOW_PROMINENCE_MM: f64 = 6.0;
/// Leans at which the tape is tried, rad from level (the back of the neck is higher) [design]; the shortest is square to the neck.
const LEANS: [f64; 13] = [0.0, 0.10, 0.20, 0.30, 0.40, 0.46, 0.52, 0.58, 0.64, 0.70, 0.76, 0.82, 0.90];
/// Furthest that a section's curve may pass from the point of the neck that it belongs to, mm.
const AT_THROAT_MM: f64 = 10.0;

/// The shortest girth of the section through the throat: the tape is taut and finds the neck's own axis.
fn neck_circumference(mesh: &TriMesh, thyroid: Vec3) -> Option<f64> {
    let throat = thyroid - Vec3::Y * BELOW_PROMINENCE_MM;
    let girth = |lean: f64| {
        let frame = section::leaning(throat, lean);
        section::loops(mesh, &frame)
            .iter()
            .filter(|curve| section::nearest_corner(curve, (0.0, 0.0)) < AT_THROAT_MM)
            .map(|curve| section::girth(curve))
            .max_by(f64::total_cmp)
    };
    LEANS.into_iter().filter_map(girth).min_by(f64::total_cmp)
}

/// How far the left side of the face differs from the mirrored right, mm: root mean square over the paired landmarks of the
/// face, about the plane midway between the tragi.
#[must_use]
pub fn asymmetry_mm(landmarks: &Landmarks) -> f64 {
    use Landmark::*;
    let pairs = [
        (CheilionLeft, CheilionRight),
        (GonionLeft, GonionRight),
        (AntegonialNotchLeft, AntegonialNotchRight),
        (AlareLeft, AlareRight),
        (EndocanthionLeft, EndocanthionRight),
        (ExocanthionLeft, ExocanthionRight),
        (OrbitaleLeft, OrbitaleRight),
        (ZygionLeft, ZygionRight),
    ];
    let squared = |(left, right): &(Landmark, Landmark)| {
        let mirrored = landmarks.get(*right) * Vec3::new(-1.0, 1.0, 1.0);
        landmarks.get(*left).distance_squared(mirrored)
    };
    (pairs.iter().map(squared).sum::<f64>() / pairs.len() as f64).sqrt()
}

/// Angle of the jaw's border below the level, degrees, mean of both sides: gonion to menton in profile.
#[must_use]
pub fn mandibular_plane_deg(landmarks: &Landmarks) -> f64 {
    let menton = landmarks.get(Landmark::Menton);
    let side = |gonion: Landmark| {
        let d = menton - landmarks.get(gonion);
        math::atan2(-d.y, d.z)
    };
    (0.5 * (side(Landmark::GonionLeft) + side(Landmark::GonionRight))).to_degrees()
}
