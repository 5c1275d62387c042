//! Depth queries along a track under the cheek, as the rod's solver asks them.

use criterion::Criterion;
use fanline::anatomy::{Anatomy, AnatomyTables, Base, HazardTables, Landmark, Measures, Phenotype, Tables, TissueField, Vicinity, person};
use fanline::geom::nearby::Nearby;
use fanline::source::Content;
use std::hint::black_box;

/// `sample` and `nearest_hazard_at` at 2,000 points 2.5 mm under the line from tragus to mouth corner; building a patient.
pub fn depth_query(criterion: &mut Criterion) {
    let content = Content::find().expect("the content lies in the source tree");
    let text = |file| content.read_text(file).expect("the tables are there");
    let tables = AnatomyTables {
        layers: Tables::parse(Tables::FILE, &text(Tables::FILE)).expect("the tables are right"),
        hazards: HazardTables::parse(HazardTables::FILE, &text(HazardTables::FILE), &Landmark::names()).expect("the tables are right"),
    };
    let build = || Anatomy::new(Base::built_in(), &Phenotype::default(), &tables).expect("every landmark is known");
    let anatomy = build();
    let [from, to] = [Landmark::TragusLeft, Landmark::CheilionLeft].map(|landmark| anatomy.landmarks().get(landmark));
    let points: Vec<_> = (0..2000)
        .map(|i| anatomy.project(from.lerp(to, f64::from(i) / 2000.0)))
        .map(|skin| skin.foot - skin.normal * 2.5)
        .collect();
    let samples: Vec<_> = points.iter().map(|p| anatomy.sample(*p)).collect();
    let mut at = 0;
    let mut next = || {
        at = (at + 1) % points.len();
        at
    };
    criterion.bench_function("depth_query", |b| b.iter(|| black_box(anatomy.sample(points[next()]))));
    let vicinity = Vicinity::new(&anatomy, Nearby::default());
    criterion.bench_function("depth_query_warm", |b| b.iter(|| black_box(vicinity.sample(points[next()]))));
    criterion.bench_function("nearest_hazard", |b| {
        b.iter(|| {
            let i = next();
            black_box(anatomy.nearest_hazard_at(points[i], &samples[i]))
        });
    });
    criterion.bench_function("build_patient", |b| b.iter(|| black_box(build())));
    criterion.bench_function("measure_patient", |b| {
        b.iter(|| black_box(Measures::of(&anatomy.skin().mesh, anatomy.landmarks())));
    });
    say_memory(&tables);
}

/// What a patient takes of the memory: the growth of the program by patients that are kept, where the system tells it.
fn say_memory(tables: &AnatomyTables) {
    let resident_kib = || {
        let status = std::fs::read_to_string("/proc/self/status").ok()?;
        let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
        line.split_whitespace().nth(1)?.parse::<f64>().ok()
    };
    let before = resident_kib();
    let patients: Vec<_> =
        (0..40).map(|seed| Anatomy::new(Base::built_in(), &person(seed), tables).expect("every landmark is known")).collect();
    if let (Some(before), Some(after)) = (before, resident_kib()) {
        eprintln!("patient_memory          {:.2} MiB (mean of {} patients kept)", (after - before) / 1024.0 / patients.len() as f64, patients.len());
    }
}
