//! `fanline probe patient`: who a patient is, what they measure, how deep their layers lie.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::probe::anatomy;
use super::say::say;
use super::{CliError, print_json};
use crate::anatomy::measure::{Measures, asymmetry_mm};
use crate::anatomy::{Anatomy, Landmark, LayerStack, Region, population};
use crate::drill::Library;
use crate::source::Content;

/// Layer boundaries in the report: key and depth.
const BOUNDARIES: [(&str, fn(&LayerStack) -> f64); 5] = [
    ("epidermis_mm", |s| s.epidermis_mm),
    ("dermis_mm", |s| s.dermis_mm),
    ("fat_mm", |s| s.fat_mm),
    ("smas_mm", |s| s.smas_mm),
    ("bone_mm", |s| s.bone_mm),
];

pub(super) fn patient(patient: Option<&str>, seed: Option<u64>, json: bool) -> Result<u8, CliError> {
    let (id, anatomy) = match seed {
        Some(seed) => {
            let library = Library::open(&Content::find()?)?;
            (format!("seed-{seed}"), Arc::new(library.anatomy_of(&population::person(seed))?))
        }
        None => anatomy(patient)?,
    };
    let measures = Measures::of(&anatomy.skin().mesh, anatomy.landmarks());
    let regions = regions(&anatomy);
    if json {
        let measured: Map<_, _> = measures.iter().map(|(_, key, mm)| (key.to_owned(), mm.into())).collect();
        let landmarks: Map<_, _> =
            Landmark::ALL.iter().map(|l| (l.name().to_owned(), json!(anatomy.landmarks().get(*l).to_array()))).collect();
        print_json(&json!({
            "id": id, "phenotype": anatomy.phenotype(), "measures": measured, "asymmetry_mm": asymmetry_mm(anatomy.landmarks()),
            "regions": regions, "landmarks": landmarks,
        }));
    } else {
        say!("patient {id}: {}", describe(&anatomy));
        measures.iter().for_each(|(_, key, mm)| say!("  {key:24} {mm:7.1}"));
        for row in &regions {
            let mean = |key: &str| row[key]["mean"].as_f64().unwrap_or(0.0);
            say!(
                "  {:18} dermis to {:.2}, fat to {:.2}, SMAS to {:.2}, bone at {:.1} mm (means)",
                row["region"].as_str().unwrap_or_default(), mean("dermis_mm"), mean("fat_mm"), mean("smas_mm"), mean("bone_mm"),
            );
        }
    }
    Ok(0)
}

/// A phenotype in one line.
fn describe(anatomy: &Anatomy) -> String {
    let who = anatomy.phenotype();
    let sex = json!(who.sex);
    format!(
        "{}, {} years, BMI {}, laxity {}, skin type {}, asymmetry {}",
        sex.as_str().unwrap_or_default(), who.age_years, who.bmi, who.skin_laxity, who.skin_type, who.asymmetry,
    )
}

/// Mean, least and greatest depth of each boundary over the vertices of each region.
fn regions(anatomy: &Anatomy) -> Vec<Value> {
    let mut stacks: BTreeMap<Region, Vec<&LayerStack>> = BTreeMap::new();
    for (region, stack) in anatomy.regions().iter().zip(anatomy.stacks()) {
        stacks.entry(*region).or_default().push(stack);
    }
    let row = |(region, stacks): (Region, Vec<&LayerStack>)| {
        let mut row = Map::new();
        row.insert("region".to_owned(), json!(region));
        row.insert("vertices".to_owned(), stacks.len().into());
        for (key, depth) in BOUNDARIES {
            let depths = || stacks.iter().map(|stack| depth(stack));
            let (min, max) = depths().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(x), high.max(x)));
            let mean = depths().sum::<f64>() / stacks.len() as f64;
            row.insert(key.to_owned(), json!({ "mean": mean, "min": min, "max": max }));
        }
        Value::Object(row)
    };
    stacks.into_iter().map(row).collect()
}
