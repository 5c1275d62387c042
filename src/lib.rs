//! Fanline: a training simulator for retrograde linear fanning of CaHA biostimulators with a blunt cannula.
//!
//! Code map, leftmost room first; a room imports only from rooms to its left:
//! `source, lang < geom < anatomy < product < tissue < instrument < session < scoring < drill < trainee, quiz < records < cli | game`.
//!
//! - [`source`]: content files on disk, RON with line:column, problems. [`lang`]: the words (Fluent).
//! - [`geom`]: vectors, deterministic maths, meshes, surface queries.
//! - [`anatomy`]: phenotype → patient → layers, regions, hazards, zones.
//! - [`product`]: catalogue, preparation, rheology. [`tissue`]: mechanics per layer, deposits.
//! - [`instrument`]: gauges, the flexible rod, the cannula in tissue, the syringe.
//! - [`session`]: `Session::step(&Controls)`, events, recordings. [`scoring`]: metrics, findings, scorecards.
//! - [`drill`]: drill files, validation, attempts. [`trainee`]: synthetic operators. [`quiz`]: items and results.
//! - `records`: reports. `cli`: the command line. `game`: everything that knows Bevy.
//!
//! Units everywhere in code: mm, mL (deposits µL), mg, N, s, rad. Axes: +x patient's left, +y up, +z out of the face.
//!
//! **Invariant:** the core (everything but `game`) knows no engine, reads no clock, and is deterministic to the bit:
//! same setup, seed and controls give the same scorecard in every build.

pub mod anatomy;
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
pub mod drill;
#[cfg(feature = "game")]
pub mod game;
pub mod geom;
pub mod instrument;
pub mod lang;
pub mod product;
pub mod quiz;
#[cfg(not(target_arch = "wasm32"))]
pub mod records;
pub mod scoring;
pub mod session;
pub mod source;
pub mod tissue;
pub mod trainee;
