//! `fanline probe prepare`: what strokes and waiting make of a preparation, and what leaves the outlet.

use std::sync::Arc;

use serde_json::{Value, json};

use super::args::Prepare;
use super::say::say;
use super::{CliError, print_json};
use crate::product::bench::{STROKE_S, evenness};
use crate::product::preparation::MAX_STROKES;
use crate::product::{Catalogue, Column, Diluent, Orientation, Preparation, Suspension};
use crate::source::Content;

/// Volume of the syringe that the preparation stands in and is delivered from, µL.
const SYRINGE_UL: f64 = 1500.0;
/// Steps of the delivery.
const STEPS: usize = 15;
/// Longest wait, s.
const LONGEST_S: f64 = 86_400.0;

/// The same as a word of a fixed list, or what is allowed.
fn word<T>(name: &'static str, got: &str, of: impl Fn(&str) -> Option<T>, all: &[&str]) -> Result<T, CliError> {
    of(got).ok_or_else(|| CliError::Argument { name, got: got.to_owned(), allowed: all.join(", ") })
}

fn in_range(name: &'static str, got: f64, least: f64, most: f64) -> Result<f64, CliError> {
    let allowed = || format!("{least} to {most}");
    if (least..=most).contains(&got) { Ok(got) } else { Err(CliError::Argument { name, got: got.to_string(), allowed: allowed() }) }
}

pub(super) fn prepare(asked: &Prepare, json: bool) -> Result<u8, CliError> {
    let catalogue = Catalogue::load(&Content::find()?).map_err(crate::drill::LibraryError::from)?;
    let diluent = word("--diluent", &asked.diluent, Diluent::from_name, &Diluent::ALL.map(|(_, name)| name))?;
    let orientation = word("--orientation", &asked.orientation, Orientation::from_name, &Orientation::ALL.map(|(_, name)| name))?;
    let wait_s = in_range("--wait", asked.wait, 0.0, LONGEST_S)?;
    let stroke_s = in_range("--stroke-time", asked.stroke_time.unwrap_or(STROKE_S), 0.4, 5.0)?;
    let named = Preparation::parse(&format!("{} {}", asked.product, asked.ratio)).map_err(crate::drill::LibraryError::from)?;
    let strokes = asked.strokes.min(MAX_STROKES);
    let preparation = Preparation { diluent, strokes, ..named };
    let product = catalogue.product(&preparation.product).map_err(crate::drill::LibraryError::from)?;
    let mut bench = product
        .bench(diluent, preparation.ratio, product.made_from_ml())
        .map_err(crate::drill::LibraryError::from)?;
    for _ in 0..strokes {
        bench.stroke(stroke_s);
    }
    let (stirred, ratio) = (bench.homogeneity(), preparation.ratio);
    let mixture = product.mixture(preparation, bench);
    let suspension = Arc::clone(mixture.suspension());
    let mut column = mixture.column().of_volume(SYRINGE_UL, mixture.barrel_mm);
    column.stand(&suspension, orientation, wait_s);
    let homogeneity = evenness(&suspension, &column, ratio);
    let (drawn_mg, profile) = (suspension.caha_mg(&column.content()), profile(&suspension, &column));
    let mut outlet = Vec::new();
    let mut delivered_mg = 0.0;
    for i in 0..STEPS {
        let each = SYRINGE_UL / STEPS as f64;
        let out = column.take(if i + 1 == STEPS { SYRINGE_UL } else { each });
        delivered_mg += suspension.caha_mg(&out);
        outlet.push((i as f64 * each, suspension.caha_mg_per_ml(&out)));
    }
    if json {
        print_json(&json!({
            "product": product.id, "ratio": ratio, "diluent": diluent.name(), "strokes": strokes, "wait_s": wait_s,
            "orientation": orientation, "class": mixture.class, "caha_mg_per_ml": mixture.caha_mg_per_ml,
            "dilution_forbidden": mixture.dilution_forbidden,
            "homogeneity_stirred": stirred, "homogeneity": homogeneity,
            "profile": profile,
            "outlet": outlet.iter().map(|(ul, c)| json!({"delivered_ul": ul, "caha_mg_per_ml": c})).collect::<Vec<_>>(),
            "drawn_mg": drawn_mg, "delivered_mg": delivered_mg,
        }));
    } else {
        let class = json!(mixture.class);
        let class = class.as_str().unwrap_or_default();
        say!("{} 1:{ratio} ({class}), {strokes} strokes, {wait_s} s {}", product.name, asked.orientation);
        say!("  mean {:.1} mg/mL, evenness {stirred:.3} stirred, {homogeneity:.3} after the wait", mixture.caha_mg_per_ml);
        for (ul, c) in &outlet {
            say!("  from {ul:6.0} µL {c:7.1} mg/mL at the outlet");
        }
    }
    Ok(0)
}

/// The barrel from its outlet to its stopper.
fn profile(suspension: &Suspension, column: &Column) -> Vec<Value> {
    let view = crate::product::bench::barrel_view(suspension, column, SYRINGE_UL);
    let mut from = 0.0;
    let cell = |cell: &crate::product::bench::CellView| {
        let start = from;
        from += cell.volume_ul;
        json!({
            "from_ul": start, "caha_mg_per_ml": cell.caha_mg_per_ml, "aloft_mg_per_ml": cell.aloft_mg_per_ml,
            "sediment_ul": cell.sediment_ul, "structure": cell.structure,
        })
    };
    view.cells.iter().map(cell).collect()
}
