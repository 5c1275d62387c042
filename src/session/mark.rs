//! Strokes of a pen on the skin, drawn before anything is done: along the tension lines, over the zone.
//!
//! **Invariants:** every point of a stroke lies on the resting skin; two neighbours are at most [`PIECE_MM`] apart, so that the
//! polyline follows the skin. The last stroke can be wiped, and the one before it then; nothing else is ever taken back.

use super::Refusal;
use super::controls::{REACH_UM, micro};
use crate::anatomy::{Anatomy, TissueField};
use crate::geom::Vec3;

/// Way of the pen after which a point of it is kept, mm [design: a tremor of tenths of a millimetre is no direction].
pub const PIECE_MM: f64 = 2.0;
/// Furthest a point may be asked for from the skin, mm.
const ON_SKIN_MM: f64 = 2.0;
/// Furthest that the pen goes at once, mm [design]: further it was lifted.
const LEAP_MM: f64 = 25.0;
/// Shortest stroke, mm [design]: less is a dot, and has no direction.
const SHORTEST_MM: f64 = 3.0;

/// An act with the pen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MarkAct {
    /// Puts the pen down at a point of the skin (µm).
    Begin {
        /// Point on the resting skin in µm.
        point_um: [i32; 3],
    },
    /// Draws on to a point of the skin (µm).
    To {
        /// Point on the resting skin in µm.
        point_um: [i32; 3],
    },
    /// Lifts the pen.
    End,
    /// Wipes the last stroke off, or the one under way.
    Undo,
}

impl MarkAct {
    /// Puts the pen down at a point in mm.
    pub fn begin(point: Vec3) -> Self {
        Self::Begin { point_um: point.to_array().map(micro) }
    }

    /// Draws on to a point in mm.
    pub fn to(point: Vec3) -> Self {
        Self::To { point_um: point.to_array().map(micro) }
    }

    /// Its kind as a byte, for digests and recordings.
    pub(super) fn kind(self) -> u8 {
        match self {
            Self::Begin { .. } => 0,
            Self::To { .. } => 1,
            Self::End => 2,
            Self::Undo => 3,
        }
    }

    /// Its point, if it has one.
    pub(super) fn point_um(self) -> Option<[i32; 3]> {
        match self {
            Self::Begin { point_um } | Self::To { point_um } => Some(point_um),
            Self::End | Self::Undo => None,
        }
    }

    /// Of a kind, its point taken from the bytes that follow where it has one.
    pub(super) fn of_kind(kind: u8, mut point: impl FnMut() -> Option<[i32; 3]>) -> Option<Self> {
        Some(match kind {
            0 => Self::Begin { point_um: point()? },
            1 => Self::To { point_um: point()? },
            2 => Self::End,
            3 => Self::Undo,
            _ => return None,
        })
    }
}

/// A stroke on the skin.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MarkStroke {
    /// Its points on the resting skin, mm.
    pub points: Vec<Vec3>,
    /// First and last tick.
    pub ticks: (u64, u64),
}

impl MarkStroke {
    /// Its length, mm.
    #[must_use]
    pub fn length_mm(&self) -> f64 {
        self.points.windows(2).map(|pair| pair[0].distance(pair[1])).sum()
    }
}

/// What is drawn so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Marking {
    strokes: Vec<MarkStroke>,
    /// The stroke under way; its last point is where the pen is.
    open: Option<MarkStroke>,
}

/// The point of the skin that is meant.
fn on_skin(point_um: [i32; 3], anatomy: &Anatomy) -> Result<Vec3, Refusal> {
    let point = Vec3::from_array(point_um.map(|x| f64::from(x.clamp(-REACH_UM, REACH_UM)) * 1e-3));
    let sample = anatomy.sample(point);
    if sample.depth_mm.abs() <= ON_SKIN_MM { Ok(sample.foot) } else { Err(Refusal::NotOnSkin) }
}

impl Marking {
    /// The strokes that are finished.
    pub(super) fn strokes(&self) -> &[MarkStroke] {
        &self.strokes
    }

    /// The stroke under way.
    pub(super) fn open(&self) -> Option<&MarkStroke> {
        self.open.as_ref()
    }

    /// Carries an act out; a stroke that it finished is the last of [`Self::strokes`], which is told by `true`.
    pub(super) fn act(&mut self, act: MarkAct, tick: u64, anatomy: &Anatomy) -> Result<bool, Refusal> {
        match act {
            MarkAct::Begin { point_um } => {
                if self.open.is_some() {
                    return Err(Refusal::StrokeUnderWay);
                }
                let at = on_skin(point_um, anatomy)?;
                self.open = Some(MarkStroke { points: vec![at, at], ticks: (tick, tick) });
                Ok(false)
            }
            MarkAct::To { point_um } => {
                let at = on_skin(point_um, anatomy)?;
                let stroke = self.open.as_mut().ok_or(Refusal::NoStroke)?;
                stroke.ticks.1 = tick;
                draw_on(&mut stroke.points, at, anatomy).map(|()| false)
            }
            MarkAct::End => {
                let stroke = self.open.take().ok_or(Refusal::NoStroke)?;
                if stroke.length_mm() < SHORTEST_MM {
                    return Err(Refusal::StrokeTooShort);
                }
                self.strokes.push(tidied(stroke));
                Ok(true)
            }
            MarkAct::Undo => match self.open.take().or_else(|| self.strokes.pop()) {
                Some(_) => Ok(false),
                None => Err(Refusal::NoStroke),
            },
        }
    }
}

/// Leads the pen, the last of the points, on to another.
fn draw_on(points: &mut Vec<Vec3>, to: Vec3, anatomy: &Anatomy) -> Result<(), Refusal> {
    let (Some(pen), Some(kept)) = (points.pop(), points.last().copied()) else { return Err(Refusal::NoStroke) };
    let way = to - kept;
    if (to - pen).length() > LEAP_MM {
        points.push(pen);
        return Err(Refusal::PenLifted);
    }
    // Whole pieces of the way are kept, each brought onto the skin; what is left of it the pen has still to make up.
    let pieces = (way.length() / PIECE_MM).floor();
    for piece in 1..=pieces as u32 {
        points.push(anatomy.project(kept + way * (f64::from(piece) * PIECE_MM / way.length())).foot);
    }
    points.push(to);
    Ok(())
}

/// A finished stroke: where the pen came to rest belongs to the last piece unless it makes one of its own.
fn tidied(mut stroke: MarkStroke) -> MarkStroke {
    if let [.., before, last] = stroke.points[..]
        && stroke.points.len() > 2
        && before.distance(last) < 0.5 * PIECE_MM
    {
        stroke.points.pop();
    }
    stroke
}
