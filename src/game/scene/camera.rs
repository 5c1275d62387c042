//! The eye: an orbit about a point of the patient, with presets, short glides, and the free area between the panels kept as its frame.
//!
//! **Invariant:** [`Eye`] is plain numbers in mm; the Bevy camera only follows it, and [`Eye::ray`] is exact for the same numbers.

use bevy::camera::SubCameraView;
use bevy::prelude::*;

use super::model::SkinPoint;
use super::stage::{Frame, SceneCamera};
use crate::game::bridge;
use crate::geom::{Vec3 as Mm, math};

/// Vertical field of view over the whole window, rad: a portrait lens, so that faces keep their shape.
const FIELD_OF_VIEW: f64 = 0.42;
/// Time of a glide in s (0 with reduced motion).
const GLIDE_S: f32 = 0.18;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Eye>().init_resource::<Glide>().add_systems(Update, (glide, follow).chain().after(super::SceneSystems));
}

/// Ready-made views.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum View {
    /// From the front.
    Front,
    /// From the patient's left, three quarters.
    ThreeQuarterLeft,
    /// From the patient's right, three quarters.
    ThreeQuarterRight,
    /// From the patient's left.
    ProfileLeft,
    /// From the patient's right.
    ProfileRight,
    /// Near a point of the skin, along its normal, with so many mm of height in the picture.
    Close(SkinPoint, f64),
    /// From anywhere.
    At(Eye),
}

/// Where the eye is.
#[derive(Resource, Clone, Copy, Debug, PartialEq)]
pub struct Eye {
    /// Point that is looked at, mm.
    pub target: Mm,
    /// Turn about the vertical, rad: 0 in front, positive to the patient's left.
    pub yaw: f64,
    /// Height, rad: positive above.
    pub pitch: f64,
    /// Distance from the target in mm.
    pub distance_mm: f64,
}

impl Default for Eye {
    fn default() -> Self {
        Self::of(View::ThreeQuarterLeft)
    }
}

impl Eye {
    /// The eye of a ready-made view.
    pub fn of(view: View) -> Self {
        // The head's own middle lies a little before and below the ears [design: framing].
        let head = |yaw: f64, target: Mm| Self { target, yaw, pitch: 0.02, distance_mm: 640.0 };
        match view {
            View::Front => head(0.0, Mm::new(0.0, -6.0, 40.0)),
            View::ThreeQuarterLeft => head(0.62, Mm::new(8.0, -6.0, 30.0)),
            View::ThreeQuarterRight => head(-0.62, Mm::new(-8.0, -6.0, 30.0)),
            View::ProfileLeft => head(1.5, Mm::new(20.0, -6.0, 20.0)),
            View::ProfileRight => head(-1.5, Mm::new(-20.0, -6.0, 20.0)),
            View::At(eye) => eye,
            View::Close(at, height_mm) => {
                let n = at.normal.normalize_or(Mm::Z);
                Self {
                    target: at.point,
                    yaw: math::atan2(n.x, n.z),
                    pitch: math::asin(n.y).clamp(-0.6, 0.6),
                    distance_mm: 0.5 * height_mm / math::tan(0.5 * FIELD_OF_VIEW),
                }
            }
        }
    }

    /// Unit direction from the target to the eye.
    pub fn outward(&self) -> Mm {
        Mm::new(math::sin(self.yaw) * math::cos(self.pitch), math::sin(self.pitch), math::cos(self.yaw) * math::cos(self.pitch))
    }

    /// Where the eye is, mm.
    pub fn position(&self) -> Mm {
        self.target + self.outward() * self.distance_mm
    }

    /// Unit vectors to the right and up in the picture.
    pub fn axes(&self) -> (Mm, Mm) {
        let right = Mm::new(math::cos(self.yaw), 0.0, -math::sin(self.yaw));
        (right, self.outward().cross(right))
    }

    /// Turns about the target by a drag of so many logical pixels.
    pub fn orbit(&mut self, right_px: f64, down_px: f64) {
        self.yaw -= right_px * 0.006;
        self.pitch = (self.pitch + down_px * 0.006).clamp(-1.2, 1.3);
    }

    /// Moves nearer (positive notches) or away, 50 mm to 1.6 m.
    pub fn zoom(&mut self, notches: f64) {
        self.distance_mm = (self.distance_mm * math::pow(0.9, notches)).clamp(50.0, 1600.0);
    }

    /// Shifts the target in the picture's plane by a drag of so many logical pixels, in a window of a height.
    pub fn pan(&mut self, right_px: f64, down_px: f64, height_px: f64) {
        let mm_per_px = 2.0 * self.distance_mm * math::tan(0.5 * FIELD_OF_VIEW) / height_px.max(1.0);
        let (right, up) = self.axes();
        let moved = self.target - right * (right_px * mm_per_px) + up * (down_px * mm_per_px);
        self.target = moved.clamp(Mm::new(-250.0, -300.0, -150.0), Mm::new(250.0, 200.0, 200.0));
    }

    /// Origin (mm) and unit direction of the ray through a point of the window in logical pixels from its upper left corner.
    pub fn ray(&self, at: Vec2, frame: &Frame) -> (Mm, Mm) {
        let (w, h) = (f64::from(frame.size.x.max(1.0)), f64::from(frame.size.y.max(1.0)));
        let shift = frame.shift();
        let x = (f64::from(at.x) - f64::from(shift.x)) / w * 2.0 - 1.0;
        let y = 1.0 - (f64::from(at.y) - f64::from(shift.y)) / h * 2.0;
        let half = math::tan(0.5 * FIELD_OF_VIEW);
        let (right, up) = self.axes();
        let direction = right * (x * half * w / h) + up * (y * half) - self.outward();
        (self.position(), direction.normalize_or(-self.outward()))
    }

    /// Where a point (mm) appears in the window, logical pixels; `None` behind the eye.
    pub fn project(&self, point: Mm, frame: &Frame) -> Option<Vec2> {
        let d = point - self.position();
        let depth = -d.dot(self.outward());
        if depth <= 1.0 {
            return None;
        }
        let (right, up) = self.axes();
        let (w, h) = (f64::from(frame.size.x), f64::from(frame.size.y));
        let scale = 0.5 * h / (math::tan(0.5 * FIELD_OF_VIEW) * depth);
        let shift = frame.shift();
        let at = Vec2::new((0.5 * w + d.dot(right) * scale) as f32, (0.5 * h - d.dot(up) * scale) as f32);
        Some(at + shift)
    }
}

/// A glide from one view to another.
#[derive(Resource, Default)]
pub struct Glide {
    from: Option<Eye>,
    to: Option<Eye>,
    passed_s: f32,
    /// Jump instead of gliding.
    pub reduced_motion: bool,
}

impl Glide {
    /// Starts a glide to a view.
    pub fn go(&mut self, eye: &Eye, view: View) {
        self.from = Some(*eye);
        self.to = Some(Eye::of(view));
        self.passed_s = 0.0;
    }

    /// Whether the eye is on its way.
    pub fn under_way(&self) -> bool {
        self.to.is_some()
    }

    /// Stops it, because the person takes over.
    pub fn stop(&mut self) {
        self.from = None;
        self.to = None;
    }
}

fn glide(time: Res<Time>, mut glide: ResMut<Glide>, mut eye: ResMut<Eye>) {
    let (Some(from), Some(to)) = (glide.from, glide.to) else { return };
    glide.passed_s += time.delta_secs();
    let t = if glide.reduced_motion { 1.0 } else { f64::from((glide.passed_s / GLIDE_S).min(1.0)) };
    let s = t * t * (3.0 - 2.0 * t);
    // The short way round.
    let turn = math::atan2(math::sin(to.yaw - from.yaw), math::cos(to.yaw - from.yaw));
    *eye = Eye {
        target: from.target.lerp(to.target, s),
        yaw: from.yaw + turn * s,
        pitch: from.pitch + (to.pitch - from.pitch) * s,
        distance_mm: from.distance_mm + (to.distance_mm - from.distance_mm) * s,
    };
    if t >= 1.0 {
        *eye = to;
        glide.stop();
    }
}

fn follow(eye: Res<Eye>, frame: Res<Frame>, mut camera: Query<(&mut Transform, &mut Projection, &mut Camera), With<SceneCamera>>) {
    for (mut transform, mut projection, mut camera) in &mut camera {
        *transform = Transform::from_translation(bridge::to_units(eye.position())).looking_at(bridge::to_units(eye.target), Vec3::Y);
        if let Projection::Perspective(lens) = projection.as_mut() {
            lens.fov = FIELD_OF_VIEW as f32;
            lens.near = 0.05;
            lens.far = 60.0;
        }
        let shift = frame.shift();
        let size = (frame.size.max(Vec2::ONE) * 8.0).as_uvec2();
        camera.sub_camera_view = Some(SubCameraView { full_size: size, offset: -shift * 8.0, size });
    }
}
