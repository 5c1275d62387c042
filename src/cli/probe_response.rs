//! `fanline probe response`: the response over months, for an even dose, a dose map or what a recording laid. Always called illustrative.

use std::fs;
use std::path::Path;

use super::args::Response;
use super::error::at;
use super::probe::argument;
use super::say::say;
use super::{CliError, print_json, recordings};
use crate::drill::{Library, attempt};
use crate::product::Preparation;
use crate::scoring::{NoduleDay, Outlook};
use crate::source::Content;
use crate::tissue::response::HORIZON_DAYS;
use crate::tissue::{CellDose, CellResponse, Estimate, Kinetics, ResponseModel};

/// Said beside every figure.
const NOTE: &str = "Illustrative: no randomised trial of hyperdilute CaHA on the face; figures and sources in assets/response.ron";
/// Thickness of the dermis when none is named, mm: zygoma, women (Meng 2022).
const DERMIS_MM: f64 = 0.87;
/// Most sessions.
const SESSIONS: usize = 12;

/// A cell, its dose (one session) and the place of its skin.
struct Cell {
    at: (f64, f64),
    area_mm2: f64,
    dose: CellDose,
}

/// A cell on a day.
#[derive(serde::Serialize)]
struct CellRow {
    x_mm: f64,
    y_mm: f64,
    area_mm2: f64,
    dermal_mm: Estimate,
    lift_mm: Estimate,
    nodules_cm2: Option<f64>,
}

/// A day.
#[derive(serde::Serialize)]
struct DayRow {
    day: f64,
    #[serde(flatten)]
    mean: CellResponse,
    nodules: Option<NoduleDay>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cells: Option<Vec<CellRow>>,
}

/// All that is printed.
#[derive(serde::Serialize)]
struct Printed {
    illustrative: bool,
    note: &'static str,
    product: String,
    particle: &'static str,
    dose_unit: String,
    dose_mg_cm2: f64,
    dermis_mm: f64,
    sessions: Vec<f64>,
    days: Vec<DayRow>,
}

pub(super) fn response(options: &Response, json: bool) -> Result<u8, CliError> {
    for day in &options.days {
        argument("--days", *day, 0.0..=HORIZON_DAYS)?;
    }
    for day in &options.sessions {
        argument("--sessions", *day, 0.0..=HORIZON_DAYS)?;
    }
    if options.sessions.len() > SESSIONS {
        let got = format!("{} sessions", options.sessions.len());
        return Err(CliError::Argument { name: "--sessions", got, allowed: format!("at most {SESSIONS}") });
    }
    let recording = options.dose_map.as_deref().filter(|path| path.extension().is_some_and(|end| end == "fanline"));
    let printed = match recording {
        Some(path) => of_recording(path, options)?,
        None => of_cells(options)?,
    };
    if json {
        print_json(&printed);
    } else {
        table(&printed);
    }
    Ok(0)
}

/// The outlook of what a recording laid.
fn of_recording(path: &Path, options: &Response) -> Result<Printed, CliError> {
    for (name, given) in [("--product", options.product.is_some()), ("--dermis", options.dermis.is_some())] {
        if given {
            let allowed = "none beside a recording, which knows its own".to_owned();
            return Err(CliError::Argument { name, got: "a value".to_owned(), allowed });
        }
    }
    let library = Library::open(&Content::find()?)?;
    let recording = recordings::read(path)?;
    let drill = library.any_drill(&recording.header.drill)?;
    if recording.header.drill_hash != library.hash(&drill) {
        let reason = format!("drill \"{}\" or its content has changed since", drill.id);
        return Err(CliError::Refused { path: path.to_owned(), reason });
    }
    let rubric = library.rubric(&drill.rubric)?;
    let attempt = attempt::rerun(&recording, library.setup(&drill, recording.header.seed)?, rubric);
    if let Some(tick) = attempt.first_differing_tick {
        let reason = format!("the simulation differs from the recording at tick {tick}");
        return Err(CliError::Refused { path: path.to_owned(), reason });
    }
    let outlook = Outlook::of_session(&attempt.session, rubric, library.catalogue(), &ResponseModel::built_in())?;
    let outlook = outlook.repeated(options.sessions.clone());
    let zone = outlook.zone();
    let mean = |of: &dyn Fn(usize) -> f64| {
        let inside = || (0..zone.cells.len()).filter(|&i| zone.cells[i].inside);
        inside().map(|i| of(i) * zone.cells[i].area_mm2).sum::<f64>() / zone.area_mm2
    };
    let rows = options.days.iter().map(|&day| {
        let on = outlook.at(day);
        let cells = options.cells.then(|| {
            let inside = on.cells.iter().enumerate().filter(|(i, _)| zone.cells[*i].inside);
            let row = |(i, response): (usize, &CellResponse)| {
                let cell = &zone.cells[i];
                row(cell.uv, cell.area_mm2, response, Some(on.nodules.map[i]))
            };
            inside.map(row).collect()
        });
        DayRow { day, mean: on.mean, nodules: Some(on.nodules), cells }
    });
    Ok(printed(
        drill.product.clone(),
        outlook.kinetics(),
        mean(&|i| outlook.doses()[i].particles_mg_cm2),
        mean(&|i| zone.cells[i].stack.dermis_mm - zone.cells[i].stack.epidermis_mm),
        options,
        rows.collect(),
    ))
}

/// An even dose or the lines of a dose map.
fn of_cells(options: &Response) -> Result<Printed, CliError> {
    let library = Library::open(&Content::find()?)?;
    let catalogue = library.catalogue();
    let Some(name) = &options.product else {
        let ids: Vec<&str> = catalogue.products().iter().map(|product| product.id.as_str()).collect();
        return Err(CliError::Argument { name: "--product", got: "none".to_owned(), allowed: format!("one of {}, with a dilution as in \"radiesse 1:1\"", ids.join(", ")) });
    };
    let preparation = Preparation::parse(name)?;
    let model = ResponseModel::built_in();
    let kinetics = model.kinetics(catalogue.product(&preparation.product)?);
    let dermis_mm = options.dermis.unwrap_or(DERMIS_MM);
    argument("--dermis", dermis_mm, 0.1..=10.0)?;
    let dose = |mg_cm2, near| kinetics.dose(mg_cm2, preparation.ratio, near);
    let cells = match (&options.dose_map, options.uniform) {
        (Some(path), _) => {
            let text = fs::read_to_string(path).map_err(at(path))?;
            read_map(path, &text, |mg_cm2, below_mm| dose(mg_cm2, below_mm.map_or(1.0, |mm| model.near_dermis(mm))))?
        }
        (None, uniform) => {
            let mg_cm2 = uniform.unwrap_or_default();
            argument("--uniform", mg_cm2, 0.0..=500.0)?;
            vec![Cell { at: (0.0, 0.0), area_mm2: 100.0, dose: dose(mg_cm2, 1.0) }]
        }
    };
    let rows = options.days.iter().map(|&day| {
        let moment = kinetics.moment(&options.sessions, day);
        let on: Vec<CellResponse> =
            cells.iter().map(|cell| moment.response(&vec![cell.dose; options.sessions.len()], dermis_mm)).collect();
        let listed = options.cells.then(|| cells.iter().zip(&on).map(|(cell, on)| row(cell.at, cell.area_mm2, on, None)).collect());
        DayRow { day, mean: CellResponse::mean(on.iter().map(|on| (on, 1.0))), nodules: None, cells: listed }
    });
    let mean = cells.iter().map(|cell| cell.dose.particles_mg_cm2).sum::<f64>() / cells.len() as f64;
    Ok(printed(name.clone(), &kinetics, mean, dermis_mm, options, rows.collect()))
}

fn printed(product: String, kinetics: &Kinetics, dose_mg_cm2: f64, dermis_mm: f64, options: &Response, days: Vec<DayRow>) -> Printed {
    let particle = kinetics.particle().name();
    Printed {
        illustrative: true,
        note: NOTE,
        product,
        particle,
        dose_unit: format!("mg {particle}/cm²"),
        dose_mg_cm2,
        dermis_mm,
        sessions: options.sessions.clone(),
        days,
    }
}

fn row((x_mm, y_mm): (f64, f64), area_mm2: f64, response: &CellResponse, nodules_cm2: Option<f64>) -> CellRow {
    CellRow { x_mm, y_mm, area_mm2, dermal_mm: response.dermal_mm, lift_mm: response.lift_mm, nodules_cm2 }
}

/// The lines of a dose map; the first line that cannot be read is told.
fn read_map(path: &Path, text: &str, dose: impl Fn(f64, Option<f64>) -> CellDose) -> Result<Vec<Cell>, CliError> {
    let mut cells = Vec::new();
    for (i, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let numbers: Option<Vec<f64>> = line.split([',', ';', '\t']).map(|part| part.trim().parse().ok()).collect();
        let numbers = numbers.filter(|numbers| numbers.iter().all(|number: &f64| number.is_finite())).unwrap_or_default();
        let heading = i == 0 && line.trim_start().starts_with(char::is_alphabetic);
        let (at, mg_cm2, below_mm) = match numbers[..] {
            [x, y, mg] if (0.0..=500.0).contains(&mg) => ((x, y), mg, None),
            [x, y, mg, below] if (0.0..=500.0).contains(&mg) => ((x, y), mg, Some(below)),
            _ if heading => continue,
            _ => {
                let allowed = "x_mm,y_mm,mg_cm2[,below_dermis_mm], with 0..=500 mg/cm2";
                let reason = format!("line {}: got \"{line}\", allowed {allowed}", i + 1);
                return Err(CliError::Refused { path: path.to_owned(), reason });
            }
        };
        cells.push(Cell { at, area_mm2: 1.0, dose: dose(mg_cm2, below_mm) });
    }
    if cells.is_empty() {
        return Err(CliError::Refused { path: path.to_owned(), reason: "no cell in it".to_owned() });
    }
    Ok(cells)
}

fn table(printed: &Printed) {
    say!("{}", printed.note);
    let days: Vec<String> = printed.sessions.iter().map(f64::to_string).collect();
    say!(
        "{}: {:.2} {} on day {}; dermis {:.2} mm; 95 % band in brackets",
        printed.product, printed.dose_mg_cm2, printed.dose_unit, days.join(", "), printed.dermis_mm
    );
    say!("{:>5} {:>9} {:>9} {:>8} {:>7} {:>22} {:>24} nodules", "day", "carrier", printed.particle, "III", "I", "dermis", "lift");
    say!("{:>5} {:>9} {:>9} {:>8} {:>7} {:>22} {:>24}", "", "µL/cm²", "mg/cm²", "%", "%", "%", "mm");
    for row in &printed.days {
        let of = &row.mean;
        let (gain, lift) = (of.dermal_gain.times(100.0), of.lift_mm);
        let nodules = row.nodules.as_ref().map_or_else(|| "-".to_owned(), |nodules| format!("{:.4}", nodules.felt.mean));
        let gain = format!("{:.1} ({:.1} to {:.1})", gain.mean, gain.low, gain.high);
        let lift = format!("{:.3} ({:.3} to {:.3})", lift.mean, lift.low, lift.high);
        say!(
            "{:>5} {:>9.2} {:>9.2} {:>8.1} {:>7.1} {gain:>22} {lift:>24} {nodules}",
            row.day, of.carrier_ul_cm2.mean, of.particles_mg_cm2.mean, 100.0 * of.collagen_iii.mean, 100.0 * of.collagen_i.mean
        );
    }
}
