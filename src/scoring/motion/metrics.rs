//! The needle metrics of a trial, frame by frame.

use crate::geom::solid::Solid;

use super::frames::Frame;
use super::needle::Needle;
use super::tissue_damage;

/// What a tracked trial comes to.
#[derive(Clone, Copy, Debug, Default, PartialEq, serde::Serialize)]
pub struct NeedleMetrics {
    /// Time from the first frame to the last, s.
    pub elapsed_s: f64,
    /// Way of the tip: sum of the lengths of all steps, mm.
    pub path_mm: f64,
    /// Way of the tip in steps whose current tip is inside the tissue, mm.
    pub path_in_tissue_mm: f64,
    /// Duration of those steps, s.
    pub time_in_tissue_s: f64,
    /// Area that the shaft sweeps in the tissue; see `tissue_damage`, mm².
    pub damage_mm2: f64,
    /// Frames of the trial.
    pub frames: usize,
    /// Frames whose tip is inside the tissue.
    pub frames_in_tissue: usize,
    /// Of those, frames whose whole needle is: it meets no skin within its length, and the hub stands for the skin exit.
    pub frames_without_exit: usize,
}

/// The metrics of a trial. A trial of one frame has no step: all are 0.
#[must_use]
pub fn needle_metrics(frames: &[Frame], tissue: &Solid, needle: Needle) -> NeedleMetrics {
    let mut metrics = NeedleMetrics { frames: frames.len(), ..NeedleMetrics::default() };
    let mut before: Option<(&Frame, Option<tissue_damage::Segment>)> = None;
    for frame in frames {
        let inside = tissue.contains(frame.tip).then(|| tissue_damage::segment(frame, tissue, needle));
        if let Some((last, last_inside)) = &before {
            let (step_mm, step_s) = ((frame.tip - last.tip).length(), frame.time_s - last.time_s);
            metrics.elapsed_s += step_s;
            metrics.path_mm += step_mm;
            if inside.is_some() {
                metrics.path_in_tissue_mm += step_mm;
                metrics.time_in_tissue_s += step_s;
            }
            if let (Some(from), Some(to)) = (last_inside, &inside) {
                metrics.damage_mm2 += tissue_damage::swept(from, to);
            }
        }
        if let Some(segment) = &inside {
            metrics.frames_in_tissue += 1;
            metrics.frames_without_exit += usize::from(!segment.leaves);
        }
        before = Some((frame, inside));
    }
    if let (Some(first), Some(last)) = (frames.first(), frames.last()) {
        // The sum of the steps, without their roundings.
        metrics.elapsed_s = last.time_s - first.time_s;
    }
    metrics
}
