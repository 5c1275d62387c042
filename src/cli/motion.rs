//! `fanline motion`: needle metrics of a tracked trial.

use std::fs;

use super::args::Motion;
use super::error::at;
use super::probe::argument;
use super::say::say;
use super::{CliError, print_json};
use crate::scoring::motion::{Axis, Needle, needle_metrics, read_frames, read_tissue};
use crate::source::Problems;

pub(super) fn motion(options: &Motion, json: bool) -> Result<u8, CliError> {
    let Some(axis) = Axis::from_name(&options.axis) else {
        return Err(CliError::Argument { name: "--axis", got: options.axis.clone(), allowed: Axis::NAMES.join(", ") });
    };
    argument("--length", options.length, 0.1..=10_000.0)?;
    let frames = fs::read(&options.frames).map_err(at(&options.frames))?;
    let tissue = fs::read(&options.tissue).map_err(at(&options.tissue))?;
    let frames = read_frames(&options.frames.to_string_lossy(), &frames, axis);
    let tissue = read_tissue(&options.tissue.to_string_lossy(), &tissue);
    let (frames, tissue) = match (frames, tissue) {
        (Ok(frames), Ok(tissue)) => (frames, tissue),
        (frames, tissue) => {
            let all = [frames.err(), tissue.err()].into_iter().flatten().flat_map(|problems| problems.0).collect();
            return Err(Problems(all).into());
        }
    };
    let metrics = needle_metrics(&frames, &tissue, Needle { axis, length_mm: options.length });
    if json {
        print_json(&metrics);
        return Ok(0);
    }
    say!("{} frames, {} of them in tissue", metrics.frames, metrics.frames_in_tissue);
    say!("elapsed time     {:10.3} s", metrics.elapsed_s);
    say!("path length      {:10.3} mm", metrics.path_mm);
    say!("path in tissue   {:10.3} mm", metrics.path_in_tissue_mm);
    say!("time in tissue   {:10.3} s", metrics.time_in_tissue_s);
    say!("tissue damage    {:10.3} mm²", metrics.damage_mm2);
    if metrics.frames_without_exit > 0 {
        say!("in {} frames no skin lies within the length: is --length or --axis right?", metrics.frames_without_exit);
    }
    Ok(0)
}
