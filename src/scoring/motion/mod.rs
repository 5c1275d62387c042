//! Needle metrics of a tracked trial: any recorded series of poses in a phantom's closed skin, judged without a session.
//!
//! The definitions are those of Perk Tutor's core metrics (Ungi et al. 2012; the metric scripts of `PerkTutor/PythonMetrics`):
//! elapsed time, path length, path and time in tissue, tissue damage. A *step* goes from one frame to the next; it is in tissue when
//! its current tip is inside the tissue.
//!
//! **Invariants:** the result is a function of frames, tissue and needle alone, to the bit; any bytes give a result or every mistake
//! with its place, in memory proportional to their length.

mod csv;
mod frames;
mod metrics;
mod mistakes;
mod needle;
mod stl;
mod stl_ascii;
mod stl_binary;
mod tissue_damage;

pub use frames::{Frame, read_frames};
pub use metrics::{NeedleMetrics, needle_metrics};
pub use needle::{Axis, Needle};
pub use stl::read_tissue;
