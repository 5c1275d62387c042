//! `fanline class pin|pins|ghost`: comments on replays, and the instructor's passes.

use std::fs;
use std::path::Path;

use serde_json::json;
use sha2::{Digest, Sha256};

use super::args::{Ghost, Pin, Pins};
use super::{bounded, now_ms, open, refused, text};
use crate::cli::error::at;
use crate::cli::say::say;
use crate::cli::{CliError, print_json};
use crate::drill::Library;
use crate::geom::Vec3;
use crate::records::class::{Pin as Comment, read_pins, write_pins};
use crate::records::store::MAX_RECORDING_BYTES;
use crate::records::xapi::text::shown;
use crate::session::TICKS_PER_SECOND;
use crate::session::recording::Recording;
use crate::source::Content;

/// A sealed recording and the SHA-256 of its file.
fn sealed(path: &Path) -> Result<(Recording, [u8; 32]), CliError> {
    let bytes = bounded(path, MAX_RECORDING_BYTES as u64)?;
    let recording = Recording::read_sealed(&bytes).map_err(|source| CliError::Recording { path: path.to_owned(), source })?;
    Ok((recording, Sha256::digest(&bytes).into()))
}

fn place(given: &str) -> Result<Vec3, CliError> {
    let numbers: Vec<f64> = given.split(',').filter_map(|x| x.trim().parse().ok()).filter(|x: &f64| x.is_finite()).collect();
    match numbers[..] {
        [x, y, z] if given.split(',').count() == 3 => Ok(Vec3::new(x, y, z)),
        _ => Err(refused("--place", given, "three numbers, as 10.5,-3,40")),
    }
}

pub(super) fn pin(options: &Pin, json: bool) -> Result<u8, CliError> {
    let (recording, sum) = sealed(&options.recording)?;
    let last = recording.ticks.len() as f64 / TICKS_PER_SECOND as f64;
    if !(0.0..=last).contains(&options.at) {
        return Err(refused("--at", &options.at.to_string(), &format!("0 to {last:.1} s, the length of the recording")));
    }
    let place = options.place.as_deref().map(place).transpose()?;
    let comment = Comment::new(sum, (options.at * TICKS_PER_SECOND as f64) as u64, place, &options.by, &options.say, now_ms());
    let new = open()?.add_pins(std::slice::from_ref(&comment))?;
    if json {
        print_json(&json!({ "pin": comment, "new": new > 0 }));
    } else {
        say!("{}", line(&comment));
    }
    Ok(0)
}

fn line(pin: &Comment) -> String {
    let seconds = pin.tick as f64 / TICKS_PER_SECOND as f64;
    let place = pin.place.map_or_else(String::new, |[x, y, z]| format!(" at {x:.1}, {y:.1}, {z:.1} mm"));
    format!("{} {seconds:.1} s{place}  {}: {}", &pin.recording[..12], shown(&pin.author, 40), shown(&pin.words, 300))
}

pub(super) fn pins(options: &Pins, json: bool) -> Result<u8, CliError> {
    let mut store = open()?;
    if let Some(file) = &options.take {
        let pins = read_pins(&text(file)?).map_err(|error| CliError::Refused { path: file.clone(), reason: error.to_string() })?;
        let new = store.add_pins(&pins)?;
        if json {
            print_json(&json!({ "read": pins.len(), "new": new }));
        } else {
            say!("{new} of {} are new", pins.len());
        }
        return Ok(0);
    }
    let of = options.recording.as_deref().map(sealed).transpose()?.map(|sealed| sealed.1);
    let pins = store.pins(of)?;
    if let Some(out) = &options.out {
        fs::write(out, write_pins(&pins)).map_err(at(out))?;
    }
    for pin in &pins {
        if json {
            print_json(pin);
        } else {
            say!("{}", line(pin));
        }
    }
    Ok(0)
}

pub(super) fn ghost(options: &Ghost, json: bool) -> Result<u8, CliError> {
    let mut store = open()?;
    if let Some(drill) = &options.remove {
        let removed = store.remove_ghost(drill)?;
        if json {
            print_json(&json!({ "drill": drill, "removed": removed }));
        } else {
            say!("{}", if removed { "taken away" } else { "there was none" });
        }
        return Ok(0);
    }
    let ghosts = match &options.recording {
        Some(path) => {
            let library = Library::open(&Content::find()?)?;
            vec![store.set_ghost(&library, &bounded(path, MAX_RECORDING_BYTES as u64)?, now_ms())?]
        }
        None => store.ghosts()?,
    };
    for ghost in &ghosts {
        if json {
            print_json(ghost);
        } else {
            say!("{}: {}, {:.0}", ghost.drill, shown(&ghost.player, 60), ghost.total);
        }
    }
    Ok(0)
}
