//! `fanline probe deposit`: retrograde threads in a slab of tissue by hands of many seeds, and where the product went.

use std::sync::Arc;

use clap::Args;
use serde_json::json;

use super::say::say;
use super::{CliError, print_json};
use crate::anatomy::Layer;
use crate::instrument::{Gauge, TipShape, Tube};
use crate::product::Catalogue;
use crate::session::{Trial, Trialled};
use crate::source::Content;
use crate::tissue::{Mechanics, Slab, SlabShape};

#[derive(Debug, Args)]
pub(super) struct Deposit {
    /// What lays it: needle (bevelled tip, port at its end) or cannula (blunt tip, port 1 mm behind it). Only these parts differ.
    #[arg(long, value_parser = ["needle", "cannula"])]
    instrument: String,
    /// Gauge, as in 25G.
    #[arg(long, default_value = "25G")]
    gauge: String,
    /// Length of the instrument in mm.
    #[arg(long, default_value_t = 50.0)]
    length: f64,
    /// Layer that the thread is meant for: dermis, fat, smas or deep.
    #[arg(long, default_value = "fat")]
    layer: String,
    /// Depth aimed at, mm below the skin (0.75 mm below the dermis in fat, the middle of other layers).
    #[arg(long)]
    depth: Option<f64>,
    /// Volume in mL.
    #[arg(long, default_value_t = 0.1)]
    volume: f64,
    /// Speed of withdrawing, mm/s.
    #[arg(long, default_value_t = 5.0)]
    speed: f64,
    /// Number of hands tried.
    #[arg(long, default_value_t = 50)]
    seeds: u64,
    /// SD of the hand's error of pitch, degrees.
    #[arg(long, default_value_t = 2.0)]
    error: f64,
    /// Product, as in "radiesse 1:1".
    #[arg(long, default_value = "radiesse 1:1")]
    product: String,
    /// Radius of the skin in mm; flat if none is given.
    #[arg(long)]
    radius: Option<f64>,
    /// Shape of the tip, against the instrument's own: blunt or bevel.
    #[arg(long, value_parser = ["blunt", "bevel"])]
    tip: Option<String>,
    /// Distance of the port behind the tip in mm, against the instrument's own.
    #[arg(long)]
    port: Option<f64>,
}

/// The parts that a word stands for; from here on only they count.
fn parts(word: &str) -> (TipShape, f64) {
    if word == "needle" { (TipShape::Bevel, 0.0) } else { (TipShape::Blunt, 1.0) }
}

fn wrong(name: &'static str, got: impl ToString, allowed: impl ToString) -> CliError {
    CliError::Argument { name, got: got.to_string(), allowed: allowed.to_string() }
}

fn range(name: &'static str, value: f64, from: f64, to: f64) -> Result<f64, CliError> {
    if (from..=to).contains(&value) { Ok(value) } else { Err(wrong(name, value, format!("{from}..={to}"))) }
}

impl Deposit {
    fn trial(&self) -> Result<Trial, CliError> {
        let gauge = Gauge::from_name(&self.gauge).ok_or_else(|| wrong("--gauge", &self.gauge, Gauge::names().join(", ")))?;
        let (tip, port) = parts(&self.instrument);
        let tip = match self.tip.as_deref() {
            Some("blunt") => TipShape::Blunt,
            Some(_) => TipShape::Bevel,
            None => tip,
        };
        let shape = match self.radius {
            Some(radius) => SlabShape::Sphere(range("--radius", radius, 30.0, 1000.0)?),
            None => SlabShape::Flat,
        };
        let layer = match self.layer.as_str() {
            "dermis" => Layer::Dermis,
            "fat" => Layer::Fat,
            "smas" => Layer::Smas,
            "deep" => Layer::Deep,
            other => return Err(wrong("--layer", other, "dermis, fat, smas, deep")),
        };
        let slab = Slab::cheek(shape);
        let content = Content::find()?;
        let mechanics = Mechanics::parse(Mechanics::FILE, &content.read_text(Mechanics::FILE)?)?;
        let mixture = Catalogue::built_in()?.mixture(&self.product).map_err(|error| wrong("--product", &self.product, error))?;
        Ok(Trial {
            tube: Tube {
                gauge,
                length_mm: range("--length", self.length, 15.0, 100.0)?,
                tip,
                port_offset_mm: range("--port", self.port.unwrap_or(port), 0.0, 3.0)?,
            },
            slab,
            mechanics: Arc::new(mechanics),
            mixture,
            layer,
            depth_mm: range("--depth", self.depth.unwrap_or(Trial::aim_mm(&slab, layer)), 0.1, 15.0)?,
            volume_ul: 1e3 * range("--volume", self.volume, 0.005, 1.0)?,
            speed_mm_s: range("--speed", self.speed, 0.5, 30.0)?,
            pitch_error: range("--error", self.error, 0.0, 10.0)?.to_radians(),
        })
    }
}

pub(super) fn deposit(what: &Deposit, json: bool) -> Result<u8, CliError> {
    let trial = what.trial()?;
    if !(1..=10_000).contains(&what.seeds) {
        return Err(wrong("--seeds", what.seeds, "1..=10000"));
    }
    let runs: Vec<Trialled> = (1..=what.seeds).map(|seed| trial.run(seed)).collect();
    let count = runs.len() as f64;
    let stat = |of: &dyn Fn(&Trialled) -> f64| {
        let mean = runs.iter().map(of).sum::<f64>() / count;
        let variance = runs.iter().map(|run| (of(run) - mean) * (of(run) - mean)).sum::<f64>() / count;
        (mean, variance.sqrt())
    };
    let along = stat(&|run| run.footprint_mm().0);
    let across = stat(&|run| run.footprint_mm().1);
    let changed = stat(&|run| f64::from(u8::from(run.left_layer))).0;
    let beside = stat(&|run| run.beside_layer).0;
    let back = stat(&|run| run.back_share).0;
    let lost = stat(&|run| (run.ledger.backflow_ul + run.ledger.spilled_ul) / trial.volume_ul).0;
    let laid = stat(&|run| run.ledger.laid_ul).0;
    let wall = stat(&|run| run.wall_n);
    let far = stat(&|run| run.far_depth_mm);
    let reach = stat(&|run| run.reach_mm);
    if json {
        print_json(&json!({
            "gauge": trial.tube.gauge.name(), "tip": trial.tube.tip, "port_mm": trial.tube.port_offset_mm, "seeds": what.seeds,
            "depth_mm": trial.depth_mm,
            "footprint_along_mm": along.0, "footprint_along_sd_mm": along.1,
            "footprint_across_mm": across.0, "footprint_across_sd_mm": across.1,
            "changed_plane_share": changed, "volume_beside_layer_share": beside,
            "backflow_share": back, "lost_share": lost, "laid_ul": laid,
            "wall_force_n": wall.0, "reach_mm": reach.0, "far_depth_mm": far.0, "far_depth_sd_mm": far.1,
        }));
    } else {
        say!("{} hands: footprint {:.1} ± {:.1} mm along, {:.2} ± {:.2} mm across", what.seeds, along.0, along.1, across.0, across.1);
        say!("{:.0} % left the layer; {:.1} % of the volume lies beside it", 100.0 * changed, 100.0 * beside);
        say!("{:.1} % went back beside the shaft, {:.1} % was lost; {laid:.1} µL laid", 100.0 * back, 100.0 * lost);
        say!("walls {:.2} ± {:.2} N, farthest {:.1} mm in, there {:.2} ± {:.2} mm deep", wall.0, wall.1, reach.0, far.0, far.1);
    }
    Ok(0)
}
