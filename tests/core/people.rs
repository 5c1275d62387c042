//! People: measures, the generated population against published norms, ready-made patients.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use fanline::anatomy::measure::asymmetry_mm;
use fanline::anatomy::norms::NORMS;
use fanline::anatomy::population::{AGES, BMIS};
use fanline::anatomy::{
    Anatomy, AnatomyTables, Base, Detail, HazardTables, Landmark, LayerStack, Measure, Measures, Phenotype, ReadyPatient, Region,
    Sex, Skin, Tables, person,
};
use fanline::geom::Vec3;
use fanline::geom::mesh::TriMesh;
use fanline::geom::polygon::Frame;
use fanline::geom::section;
use fanline::source::Content;

fn tables() -> &'static AnatomyTables {
    static TABLES: OnceLock<AnatomyTables> = OnceLock::new();
    TABLES.get_or_init(|| {
        let content = Content::find().unwrap();
        let text = |file| content.read_text(file).unwrap();
        AnatomyTables {
            layers: Tables::parse(Tables::FILE, &text(Tables::FILE)).unwrap(),
            hazards: HazardTables::parse(HazardTables::FILE, &text(HazardTables::FILE), &Landmark::names()).unwrap(),
        }
    })
}

fn build(phenotype: &Phenotype) -> Anatomy {
    Anatomy::new(Base::built_in(), phenotype, tables()).unwrap()
}

fn patients() -> Vec<ReadyPatient> {
    let content = Content::find().unwrap();
    let files = content.list(ReadyPatient::FOLDER, "ron").unwrap();
    files.iter().map(|file| ReadyPatient::parse(file, &content.read_text(file).unwrap()).unwrap()).collect()
}

fn skin(phenotype: &Phenotype) -> Skin {
    Skin::of(phenotype, Detail::Simulation)
}

fn measure(phenotype: &Phenotype, of: Measure) -> f64 {
    let skin = skin(phenotype);
    Measures::of(&skin.mesh, &skin.landmarks).get(of).unwrap_or_else(|| panic!("no {of:?} on {phenotype:?}"))
}

fn mean_and_sd(values: &[f64]) -> (f64, f64) {
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    let variance = values.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / (values.len() - 1) as f64;
    (mean, variance.sqrt())
}

fn mean_over(anatomy: &Anatomy, region: Region, of: impl Fn(&LayerStack) -> f64) -> f64 {
    let here = anatomy.regions().iter().zip(anatomy.stacks()).filter(|(r, _)| **r == region);
    let values: Vec<f64> = here.map(|(_, stack)| of(stack)).collect();
    values.iter().sum::<f64>() / values.len() as f64
}

/// A tube about the y axis.
fn tube(radius: f64, sides: u32, rings: u32) -> TriMesh {
    let angle = |i: u32| f64::from(i) / f64::from(sides) * std::f64::consts::TAU;
    let ring = |k: u32| (0..sides).map(move |i| Vec3::new(radius * angle(i).cos(), f64::from(k) * 10.0, radius * angle(i).sin()));
    let triangles = (0..rings - 1).flat_map(|k| {
        (0..sides).flat_map(move |i| {
            let [a, b] = [k * sides + i, k * sides + (i + 1) % sides];
            [[a, b, a + sides], [b, b + sides, a + sides]]
        })
    });
    TriMesh::new((0..rings).flat_map(ring).collect(), triangles.collect())
}

#[test]
fn a_section_of_a_tube_is_its_circle_and_a_tilted_one_its_ellipse() {
    let mesh = tube(50.0, 360, 12);
    let level = section::loops(&mesh, &section::leaning(Vec3::new(0.0, 55.0, 0.0), 0.0));
    assert_eq!(level.len(), 1);
    let round = std::f64::consts::TAU * 50.0;
    assert!((section::length(&level[0]) / round - 1.0).abs() < 1e-4, "{}", section::length(&level[0]));
    assert!((section::girth(&level[0]) / round - 1.0).abs() < 1e-4);
    let tilted = section::loops(&mesh, &section::leaning(Vec3::new(0.0, 55.0, 0.0), 0.5));
    // Ramanujan's perimeter of the ellipse with half axes r and r / cos.
    let (a, b) = (50.0 / 0.5f64.cos(), 50.0);
    let h = ((a - b) / (a + b)).powi(2);
    let perimeter = std::f64::consts::PI * (a + b) * (1.0 + 3.0 * h / (10.0 + (4.0 - 3.0 * h).sqrt()));
    assert!((section::girth(&tilted[0]) / perimeter - 1.0).abs() < 1e-3, "{} {perimeter}", section::girth(&tilted[0]));
}

#[test]
fn a_section_that_runs_off_the_mesh_is_not_closed() {
    let mesh = tube(50.0, 60, 4);
    let along = Frame::facing(Vec3::new(0.0, 15.0, 0.0), Vec3::X, Vec3::Y);
    assert!(section::loops(&mesh, &along).is_empty());
    let above = section::loops(&mesh, &section::leaning(Vec3::new(0.0, 90.0, 0.0), 0.0));
    assert!(above.is_empty());
}

#[test]
fn a_tape_bridges_a_hollow() {
    let notched = [(0.0, 0.0), (5.0, 4.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)];
    assert!((section::girth(&notched) - 40.0).abs() < 1e-12);
    assert!(section::length(&notched) > 42.0);
}

#[test]
fn the_tape_lies_where_the_neck_is_shortest_around() {
    for seed in 0..12 {
        let who = person(seed);
        let (neck, skin) = (measure(&who, Measure::NeckCircumference), skin(&who));
        let throat = skin.landmarks.get(Landmark::Thyroid) - Vec3::Y * 6.0;
        let around = |lean: f64| {
            let curves = section::loops(&skin.mesh, &section::leaning(throat, lean));
            let here = curves.iter().filter(|curve| section::nearest_corner(curve, (0.0, 0.0)) < 10.0);
            here.map(|curve| section::girth(curve)).fold(0.0, f64::max)
        };
        let best = (0..=90).map(|i| around(f64::from(i) * 0.01)).fold(f64::INFINITY, f64::min);
        assert!(neck < 1.01 * best && neck >= best - 1e-9, "seed {seed}: {neck}, finest {best}");
        assert!(around(0.0) > 1.02 * best && around(0.9) > 1.01 * best, "seed {seed}: the shortest lies inside the leans");
        assert!((260.0..520.0).contains(&neck), "seed {seed}: {neck}");
    }
}

#[test]
fn the_same_seed_is_the_same_person_and_another_is_another() {
    for seed in [0, 1, 7, u64::MAX] {
        assert_eq!(person(seed), person(seed));
        assert_ne!(person(seed), person(seed ^ 1));
    }
    let written = ron::to_string(&person(5)).unwrap();
    assert_eq!(ron::from_str::<Phenotype>(&written).unwrap(), person(5), "a file holds the whole person");
}

#[test]
fn people_lie_within_their_ranges_and_are_of_every_kind() {
    let people: Vec<Phenotype> = (0..400).map(person).collect();
    let mut types = BTreeSet::new();
    for who in &people {
        assert!(who.problems().is_empty(), "{:?}", who.problems());
        assert!(AGES.contains(&who.age_years) && BMIS.contains(&who.bmi), "{who:?}");
        types.insert(who.skin_type);
    }
    assert_eq!(types.into_iter().collect::<Vec<u8>>(), [1, 2, 3, 4, 5, 6]);
    let share = people.iter().filter(|who| who.sex == Sex::Female).count();
    assert!((150..250).contains(&share), "{share} of 400 are women");
    let (age, spread) = mean_and_sd(&people.iter().map(|who| who.age_years).collect::<Vec<_>>());
    assert!((45.0..51.0).contains(&age) && spread > 9.0, "{age} ± {spread}");
    let lead = |of: fn(&Phenotype) -> f64| people.iter().filter(|who| of(who) > 0.55).count();
    let leads = [lead(|p| p.facial_type.african), lead(|p| p.facial_type.asian), lead(|p| p.facial_type.european)];
    assert!(leads.iter().all(|n| *n > 60), "{leads:?}");
}

#[test]
fn laxity_grows_with_age() {
    let people: Vec<Phenotype> = (0..400).map(person).collect();
    let mean = |from: f64, to: f64| {
        let band: Vec<f64> = people.iter().filter(|p| (from..to).contains(&p.age_years)).map(|p| p.skin_laxity).collect();
        mean_and_sd(&band).0
    };
    let bands = [mean(25.0, 40.0), mean(40.0, 50.0), mean(50.0, 60.0), mean(60.0, 76.0)];
    assert!(bands.windows(2).all(|w| w[1] > w[0] + 0.08), "{bands:?}");
}

#[test]
fn the_population_meets_the_published_norms() {
    for sex in [Sex::Female, Sex::Male] {
        let people: Vec<Measures> = (0..).map(person).filter(|who| who.sex == sex).take(60).map(|who| {
            let skin = skin(&who);
            Measures::of(&skin.mesh, &skin.landmarks)
        }).collect();
        for norm in NORMS {
            let values: Vec<f64> = people.iter().map(|m| m.get(norm.measure).expect("a whole head")).collect();
            let ((mean, sd), (norm_mean, norm_sd)) = (mean_and_sd(&values), norm.of(sex));
            let (off, ratio) = ((mean - norm_mean) / norm_sd, sd / norm_sd);
            println!("{sex:?} {:22} {mean:6.1} ± {sd:4.1}; published {norm_mean:6.1} ± {norm_sd:4.1}; {off:+.2} SD, ×{ratio:.2}", norm.measure.key());
            assert!(off.abs() < 1.5 && (0.5..1.5).contains(&ratio), "{sex:?} {:?}: {mean} ± {sd}, {}", norm.measure, norm.source);
        }
    }
}

#[test]
fn more_weight_is_a_fuller_neck_jaw_and_fat() {
    for sex in [Sex::Female, Sex::Male] {
        let of = |bmi: f64| Phenotype { sex, bmi, age_years: 50.0, ..Phenotype::default() };
        let rows = [18.0, 22.0, 26.0, 30.0, 35.0].map(|bmi| {
            let anatomy = build(&of(bmi));
            [
                measure(&of(bmi), Measure::NeckCircumference),
                measure(&of(bmi), Measure::Bigonial),
                mean_over(&anatomy, Region::Preauricular, |s| s.fat_mm - s.dermis_mm),
                mean_over(&anatomy, Region::Submental, |s| s.fat_mm - s.dermis_mm),
            ]
        });
        for pair in rows.windows(2) {
            assert!((0..4).all(|i| pair[1][i] > pair[0][i]), "{sex:?}: {rows:?}");
        }
        // Neck against BMI: r 0.8 (Preis 2010) of SD 28 mm over SD 5 kg/m² is 4 mm for each unit.
        let slope = (rows[4][0] - rows[1][0]) / 13.0;
        assert!((2.0..6.0).contains(&slope), "{sex:?}: {slope} mm of neck for each unit of BMI");
    }
}

#[test]
fn age_thins_fat_and_womens_skin_and_deepens_the_jowl() {
    let of = |sex: Sex, age_years: f64, skin_laxity: f64| build(&Phenotype { sex, age_years, skin_laxity, bmi: 24.0, ..Phenotype::default() });
    let women = [(30.0, 0.1), (50.0, 0.35), (70.0, 0.75)].map(|(age, laxity)| of(Sex::Female, age, laxity));
    let dermis = women.each_ref().map(|a| mean_over(a, Region::Preauricular, |s| s.dermis_mm));
    let fat = women.each_ref().map(|a| mean_over(a, Region::Preauricular, |s| s.fat_mm - s.dermis_mm));
    assert!(dermis[0] >= dermis[1] && dermis[1] > dermis[2] + 0.05, "{dermis:?}");
    assert!(fat[0] > fat[1] && fat[1] > fat[2], "{fat:?}");
    let drop = women.each_ref().map(|a| a.landmarks().get(Landmark::CheilionLeft).y);
    assert!(drop[0] > drop[2], "the mouth's corners sink: {drop:?}");
    // Laxity alone, at one age: the jowl's SMAS sinks against the cheek's.
    let jowl = [0.0, 0.5, 1.0].map(|laxity| {
        let a = of(Sex::Female, 60.0, laxity);
        let most = a.regions().iter().zip(a.stacks()).filter(|(r, _)| **r == Region::Jawline).map(|(_, s)| s.fat_mm).fold(0.0, f64::max);
        most - mean_over(&a, Region::Preauricular, |s| s.fat_mm)
    });
    assert!(jowl[0] < jowl[1] && jowl[1] < jowl[2], "{jowl:?}");
}

#[test]
fn asymmetry_acts_on_shape_grows_and_is_bounded() {
    for seed in 0..8 {
        let of = |asymmetry: f64| asymmetry_mm(&skin(&Phenotype { asymmetry, seed, ..Phenotype::default() }).landmarks);
        let rows = [of(0.0), of(0.25), of(0.5), of(1.0)];
        assert!(rows[0] < 0.3, "{rows:?}");
        assert!(rows.windows(2).all(|w| w[1] > w[0]) && rows[3] > 1.5, "seed {seed}: {rows:?}");
        assert!(rows[3] < 9.0, "seed {seed}: {} mm is no human difference", rows[3]);
    }
    let population: Vec<f64> = (0..60).map(|seed| asymmetry_mm(&skin(&person(seed)).landmarks)).collect();
    let (mean, _) = mean_and_sd(&population);
    assert!((0.4..1.6).contains(&mean), "{mean} mm between the sides on average");
    assert!(population.iter().all(|mm| *mm < 4.0));
}

#[test]
fn the_heads_size_and_depth_scale_what_they_say() {
    let base = Phenotype::default();
    let mut large = base.clone();
    large.shape.head_size = 1.0;
    for of in [Measure::Bizygomatic, Measure::MentonNasion, Measure::NeckCircumference] {
        let ratio = measure(&large, of) / measure(&base, of);
        assert!((ratio - 1.08).abs() < 5e-3, "{of:?}: {ratio}");
    }
    let mut deep = base.clone();
    deep.shape.head_depth = 1.0;
    assert!(measure(&deep, Measure::HeadLength) > measure(&base, Measure::HeadLength) + 5.0);
    let front = |p: &Phenotype| skin(p).mesh.positions.into_iter().filter(|v| v.z > 0.0).collect::<Vec<_>>();
    let moved = front(&deep).iter().zip(front(&base)).map(|(a, b)| a.distance(b)).fold(0.0, f64::max);
    assert!(moved < 0.5, "the face moved by {moved} mm");
}

#[test]
fn the_reference_patients_head_has_not_moved() {
    // The drills are calibrated on her: a change of her geometry is a change of every result.
    let anna = patients().into_iter().find(|patient| patient.id == "anna").unwrap();
    let landmarks = skin(&anna.phenotype).landmarks;
    for (landmark, at) in [
        (Landmark::Pronasale, [0.0, -11.5451, 104.6023]),
        (Landmark::Menton, [0.0, -86.1589, 68.9284]),
        (Landmark::GonionLeft, [52.9316, -48.8753, 18.0513]),
        (Landmark::SuprasternalNotch, [0.0, -161.4100, 15.9335]),
    ] {
        let moved = landmarks.get(landmark).distance(Vec3::from_array(at));
        assert!(moved < 1e-3, "{landmark:?} is at {}", landmarks.get(landmark));
    }
}

#[test]
fn there_are_ready_patients_of_every_kind() {
    let patients = patients();
    assert!(patients.len() >= 8);
    let of = |f: fn(&Phenotype) -> f64| {
        let values = patients.iter().map(|p| f(&p.phenotype));
        values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(x), high.max(x)))
    };
    assert!(of(|p| p.age_years).0 <= 27.0 && of(|p| p.age_years).1 >= 74.0);
    assert!(of(|p| p.bmi).0 <= 19.0 && of(|p| p.bmi).1 >= 32.0);
    let types: BTreeSet<u8> = patients.iter().map(|p| p.phenotype.skin_type).collect();
    assert_eq!(types.len(), 6, "{types:?}");
    assert!(patients.iter().filter(|p| p.phenotype.sex == Sex::Male).count() >= 3);
    for patient in &patients {
        assert!(patient.note.split_whitespace().count() >= 8, "{}: a note teaches", patient.id);
        assert!(!patient.traits.is_empty(), "{}: no trait to see", patient.id);
    }
}

#[test]
fn every_ready_patient_has_the_traits_that_it_states() {
    let mut wrong = Vec::new();
    for patient in patients() {
        let anatomy = build(&patient.phenotype);
        for stated in &patient.traits {
            let (figure, shows) = stated.shows(&anatomy);
            println!("{:10} {stated:?} {figure:.2}", patient.id);
            if !shows {
                wrong.push(format!("{} {stated:?} {figure:.2}", patient.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn hardly_any_layer_of_the_population_is_squeezed_to_nothing() {
    // A layer that was forced apart is 0.04 mm thick before smoothing; no table has one (the epidermis aside) below 0.3 mm.
    let (mut squeezed, mut vertices, mut thinnest) = (0, 0, f64::INFINITY);
    for seed in 0..20 {
        let anatomy = build(&person(seed));
        for s in anatomy.stacks() {
            let least = (s.dermis_mm - s.epidermis_mm).min(s.fat_mm - s.dermis_mm).min(s.smas_mm - s.fat_mm).min(s.bone_mm - s.smas_mm);
            thinnest = thinnest.min(least);
            squeezed += usize::from(least < 0.15);
            vertices += 1;
        }
    }
    println!("{squeezed} of {vertices} vertices squeezed, thinnest layer {thinnest:.2} mm");
    assert!(squeezed * 100 <= vertices, "{squeezed} of {vertices}");
}

fn probe(arguments: &[&str]) -> serde_json::Value {
    let mut command = assert_cmd::Command::from_std(std::process::Command::new(env!("CARGO_BIN_EXE_fanline")));
    let output = command.env("FANLINE_HOME", crate::source_tree()).args(arguments).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn the_probe_of_a_seed_says_who_it_is_what_they_measure_and_how_deep_they_are() {
    let of = |seed: &str| probe(&["probe", "patient", "--seed", seed, "--json"]);
    let (seven, again, eight) = (of("7"), of("7"), of("8"));
    assert_eq!(seven, again);
    assert_ne!(seven["phenotype"], eight["phenotype"]);
    assert_eq!(serde_json::from_value::<Phenotype>(seven["phenotype"].clone()).unwrap(), person(7));
    for (_, key) in Measure::ALL {
        assert!(seven["measures"][key].as_f64().is_some_and(|mm| mm > 5.0), "{key}: {}", seven["measures"]);
    }
    let landmarks = seven["landmarks"].as_object().unwrap();
    assert!(Landmark::ALL.iter().all(|l| landmarks[l.name()].as_array().is_some_and(|xyz| xyz.len() == 3)));
    let regions = seven["regions"].as_array().unwrap();
    for name in ["preauricular", "jawline", "neck_lateral", "decolletage"] {
        let row = regions.iter().find(|row| row["region"] == name).unwrap_or_else(|| panic!("no {name}"));
        let mut above = 0.0;
        for key in ["epidermis_mm", "dermis_mm", "fat_mm", "smas_mm", "bone_mm"] {
            let [mean, min, max] = ["mean", "min", "max"].map(|k| row[key][k].as_f64().unwrap());
            assert!(min <= mean && mean <= max && mean > above, "{name} {key}: {}", row[key]);
            above = mean;
        }
    }
    assert_eq!(probe(&["probe", "patient", "--patient", "anna", "--json"])["id"], "anna");
}

#[test]
fn the_list_of_patients_teaches() {
    let list = probe(&["patients", "--json"]);
    let rows = list.as_array().unwrap();
    assert!(rows.len() >= 8);
    for row in rows {
        for key in ["id", "title", "note", "sex", "age_years", "bmi", "skin_laxity", "skin_type", "asymmetry"] {
            assert!(!row[key].is_null(), "{key} of {row}");
        }
        assert!(row["traits"].as_array().is_some_and(|traits| !traits.is_empty()), "{row}");
    }
}
