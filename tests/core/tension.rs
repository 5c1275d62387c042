//! Tension lines: a smooth field of directions in the skin, right where the literature says so, and drawn at even distances.

use fanline::anatomy::{Anatomy, AnatomyTables, Anchor, Base, HazardTables, Landmark, Phenotype, Region, Tables, TensionField, TensionTables};
use fanline::geom::Vec3;
use fanline::source::Content;
use std::sync::OnceLock;

fn content(file: &str) -> String {
    Content::find().unwrap().read_text(file).unwrap()
}

fn table() -> TensionTables {
    TensionTables::parse(TensionTables::FILE, &content(TensionTables::FILE), &Landmark::names()).unwrap()
}

fn build(phenotype: &Phenotype) -> (Anatomy, TensionField) {
    let tables = AnatomyTables {
        layers: Tables::parse(Tables::FILE, &content(Tables::FILE)).unwrap(),
        hazards: HazardTables::parse(HazardTables::FILE, &content(HazardTables::FILE), &Landmark::names()).unwrap(),
    };
    let anatomy = Anatomy::new(Base::built_in(), phenotype, &tables).unwrap();
    let field = TensionField::new(&anatomy, &table()).unwrap();
    (anatomy, field)
}

/// A symmetric woman of 50.
fn reference() -> &'static (Anatomy, TensionField) {
    static REFERENCE: OnceLock<(Anatomy, TensionField)> = OnceLock::new();
    REFERENCE.get_or_init(|| build(&Phenotype { age_years: 50.0, ..Phenotype::default() }))
}

fn varied() -> Vec<(Anatomy, TensionField)> {
    [(3, 30.0, 20.0), (8, 70.0, 29.0)]
        .map(|(seed, age_years, bmi)| build(&Phenotype { seed, age_years, bmi, individuality: 1.0, asymmetry: 0.5, ..Phenotype::default() }))
        .into()
}

fn anchor(at: &[(&str, f64)], up_mm: f64, back_mm: f64) -> Anchor {
    Anchor { at: at.iter().map(|(name, weight)| ((*name).to_owned(), *weight)).collect(), up_mm, back_mm }
}

#[test]
fn directions_are_unit_vectors_in_the_skin_everywhere() {
    for (anatomy, field) in varied().iter().chain([reference()]) {
        let mesh = &anatomy.skin().mesh;
        assert_eq!(field.directions().len(), mesh.positions.len());
        for ((d, n), c) in field.directions().iter().zip(&mesh.normals).zip(field.confidences()) {
            assert!((d.length() - 1.0).abs() < 1e-9 && d.dot(*n).abs() < 1e-6, "{d} {n}");
            assert!((0.0..=1.0).contains(c), "{c}");
        }
        for triangle in (0..mesh.triangles.len() as u32).step_by(37) {
            let on = [0.2, 0.5, 0.3];
            let (d, n) = (field.direction(anatomy, triangle, on), anatomy.surface().normal_at(triangle, on));
            assert!((d.length() - 1.0).abs() < 1e-9 && d.dot(n).abs() < 1e-6, "{d} {n}");
        }
    }
}

#[test]
fn directions_are_those_of_the_literature() {
    // Where, the direction as (up, back), how far off it may be in degrees, and what is said of it; sources in tension.ron.
    let spots = [
        ("forehead, middle: horizontal", anchor(&[("glabella", 0.4), ("trichion", 0.6)], 0.0, 0.0), (0.0, 1.0), 15.0),
        ("forehead, side: horizontal", anchor(&[("glabella", 0.5), ("trichion", 0.5)], 0.0, 22.0), (0.0, 1.0), 20.0),
        ("glabella: upright along the frown", anchor(&[("glabella", 1.0)], 2.0, 4.0), (1.0, -0.1), 20.0),
        ("root of the nose: horizontal", anchor(&[("nasion", 1.0)], -3.0, 3.0), (0.0, 1.0), 20.0),
        ("crow's feet: back from the eye", anchor(&[("exocanthion_left", 1.0)], 0.0, 11.0), (0.0, 1.0), 15.0),
        ("upper crow's feet: back and up", anchor(&[("exocanthion_left", 1.0)], 11.0, 14.0), (0.45, 1.0), 20.0),
        ("lower crow's feet: back and down", anchor(&[("exocanthion_left", 1.0)], -11.0, 12.0), (-0.6, 1.0), 25.0),
        ("nasolabial: along the fold, down and back", anchor(&[("alare_left", 0.5), ("cheilion_left", 0.5)], 0.0, 7.0), (-1.0, 0.5), 20.0),
        ("cheek: obliquely down and back", anchor(&[("orbitale_left", 0.4), ("cheilion_left", 0.4), ("tragus_left", 0.2)], 0.0, 0.0), (-1.0, 0.45), 25.0),
        ("before the ear: upright, along the ramus", anchor(&[("tragus_left", 0.6), ("gonion_left", 0.4)], 0.0, -14.0), (1.0, 0.2), 20.0),
        ("upper lip: radial", anchor(&[("subnasale", 0.5), ("labiale_superius", 0.5)], 0.0, 6.0), (1.0, 0.0), 15.0),
        ("lower lip: radial", anchor(&[("labiale_inferius", 0.5), ("sublabiale", 0.5)], 0.0, 5.0), (1.0, 0.0), 25.0),
        ("chin: horizontal", anchor(&[("pogonion", 1.0)], 0.0, 6.0), (0.0, 1.0), 15.0),
        ("front of the neck: transverse", anchor(&[("thyroid", 1.0)], -6.0, 8.0), (0.0, 1.0), 20.0),
        ("side of the neck: transverse, rising behind", anchor(&[("gonion_left", 0.5), ("clavicle_mid_left", 0.5)], 0.0, 0.0), (0.35, 1.0), 30.0),
        ("decolletage: outwards and up", anchor(&[("suprasternal_notch", 1.0)], -26.0, 30.0), (0.35, 1.0), 25.0),
    ];
    let degrees = |a: Vec3, b: Vec3| a.dot(b).abs().min(1.0).acos().to_degrees();
    for (anatomy, field) in varied().iter().chain([reference()]) {
        for (name, anchor, (up_share, back_share), off) in &spots {
            for (anchor, side) in [(anchor.clone(), 1.0), (anchor.mirrored(), -1.0)] {
                let on = anatomy.chart().place(&anchor).unwrap();
                let up = (Vec3::Y - on.normal * on.normal.y).normalize();
                let back = up.cross(on.normal) * side;
                let wanted = (up * *up_share + back * *back_share).normalize();
                let got = field.direction(anatomy, on.triangle, on.barycentric);
                let angle = degrees(got, wanted);
                println!("{name}: {angle:.0}° off, (up {:.2}, back {:.2}), confidence {:.2}", got.dot(up), got.dot(back), field.confidence(anatomy, on.triangle, on.barycentric));
                assert!(angle < *off, "{name}: {angle}° off");
                assert!(field.confidence(anatomy, on.triangle, on.barycentric) > 0.2, "{name}");
            }
        }
    }
}

#[test]
fn the_field_is_smooth_but_for_a_few_points() {
    for (anatomy, field) in varied().iter().chain([reference()]) {
        let mesh = &anatomy.skin().mesh;
        let treated = |r: Region| !matches!(r, Region::Ear | Region::Lips | Region::Nose | Region::Periorbital | Region::Scalp | Region::Other);
        let (mut edges, mut rough) = (0, 0);
        for t in &mesh.triangles {
            for k in 0..3 {
                let [a, b] = [t[k], t[(k + 1) % 3]].map(|v| v as usize);
                if !treated(anatomy.regions()[a]) || !treated(anatomy.regions()[b]) || mesh.normals[a].dot(mesh.normals[b]) < 0.9 {
                    continue;
                }
                edges += 1;
                // More than 35° over an edge of 2 to 5 mm.
                rough += usize::from(field.directions()[a].dot(field.directions()[b]).abs() < 0.82);
            }
        }
        println!("{rough} of {edges} edges turn by more than 35°");
        assert!(edges > 5000 && rough as f64 <= 0.01 * f64::from(edges), "{rough} of {edges}");
    }
}

#[test]
fn a_symmetric_patient_has_a_symmetric_field() {
    let (anatomy, field) = reference();
    let mesh = &anatomy.skin().mesh;
    let flip = Vec3::new(-1.0, 1.0, 1.0);
    let (mut tried, mut off) = (0, 0);
    for v in (0..mesh.positions.len()).filter(|v| field.confidences()[*v] > 0.3 && mesh.positions[*v].x > 0.0) {
        let on = anatomy.surface().closest(mesh.positions[v] * flip);
        if on.depth_mm.abs() > 0.2 {
            continue;
        }
        let there = field.direction(anatomy, on.triangle, on.barycentric);
        tried += 1;
        // The mesh itself is mirrored only to its triangles' diagonals.
        off += usize::from((field.directions()[v] * flip).dot(there).abs() < 0.97);
    }
    println!("{off} of {tried} off by more than 14°");
    assert!(tried > 2000 && f64::from(off as u32) < 0.01 * f64::from(tried), "{off} of {tried}");
}

#[test]
fn drawn_lines_lie_on_the_skin_at_even_distances_along_the_field() {
    let (anatomy, field) = reference();
    let wanted = |r: Region| !matches!(r, Region::Ear | Region::Lips | Region::Scalp | Region::Other);
    let spacing = 8.0;
    let before = std::time::Instant::now();
    let lines = field.lines(anatomy, spacing, wanted);
    println!("{} lines in {:?}", lines.len(), before.elapsed());
    assert!(lines.len() > 60, "{}", lines.len());
    let mut nearest = Vec::new();
    for (i, line) in lines.iter().enumerate() {
        for pair in line.windows(2) {
            let step = pair[1] - pair[0];
            assert!(step.length() < 2.2, "a step of {}", step.length());
            let on = anatomy.surface().closest((pair[0] + pair[1]) * 0.5);
            let along = field.direction(anatomy, on.triangle, on.barycentric).dot(step.normalize()).abs();
            assert!(along > 0.9, "the line leaves the field: {along}");
        }
        for p in line.iter().step_by(6) {
            let on = anatomy.surface().closest(*p);
            assert!(on.depth_mm.abs() < 1e-6 && wanted(anatomy.region_at(on.triangle, on.barycentric)));
            let aside = |q: &Vec3| {
                // Neighbours beside the line, not lines that begin where this one ends.
                let way = *q - *p;
                let d = field.direction(anatomy, on.triangle, on.barycentric);
                (way.dot(d).abs() < 0.7 * way.length() && anatomy.surface().closest(*q).normal.dot(on.normal) > 0.3).then(|| way.length())
            };
            let others = lines.iter().enumerate().filter(|(k, _)| *k != i).flat_map(|(_, line)| line);
            let near = others.filter(|q| q.distance(*p) < 2.5 * spacing).filter_map(aside).fold(f64::INFINITY, f64::min);
            if near.is_finite() {
                nearest.push(near);
            }
        }
    }
    nearest.sort_by(f64::total_cmp);
    let at = |share: f64| nearest[((nearest.len() - 1) as f64 * share) as usize];
    println!("nearest line: least {:.2}, 5 % {:.2}, median {:.2}, 95 % {:.2} mm", at(0.0), at(0.05), at(0.5), at(0.95));
    assert!(at(0.0) > 0.55 * spacing, "{}", at(0.0));
    assert!((0.7 * spacing..1.15 * spacing).contains(&at(0.5)), "{}", at(0.5));
    assert!(at(0.95) < 1.6 * spacing, "{}", at(0.95));
    // Nowhere that is to be drawn lies far from every line.
    let mesh = &anatomy.skin().mesh;
    for v in (0..mesh.positions.len()).step_by(11).filter(|v| wanted(anatomy.regions()[*v]) && field.confidences()[*v] > 0.3) {
        let near = lines.iter().flatten().map(|p| p.distance(mesh.positions[v])).fold(f64::INFINITY, f64::min);
        assert!(near < 1.6 * spacing, "{near} mm from any line at {} ({:?})", mesh.positions[v], anatomy.regions()[v]);
    }
    assert!(field.lines(anatomy, spacing, |r| r == Region::Forehead).len() < lines.len() / 2);
}

#[test]
fn the_same_patient_has_the_same_lines_to_the_bit() {
    let (anatomy, field) = reference();
    let [a, b] = [(); 2].map(|()| TensionField::new(anatomy, &table()).unwrap().lines(anatomy, 12.0, |r| r == Region::LowerCheek || r == Region::Malar));
    assert_eq!(a, b);
    let again = TensionField::new(anatomy, &table()).unwrap();
    assert!(again.directions().iter().zip(field.directions()).all(|(a, b)| a == b));
}

#[test]
fn wrong_tension_tables_are_refused_with_their_place() {
    let text = content(TensionTables::FILE).replacen("\"glabella\", 0.6", "\"glabela\", 0.6", 1).replacen("name: \"forehead_high\"", "name: \"forehead\"", 1);
    let problems = TensionTables::parse("tension.ron", &text, &Landmark::names()).unwrap_err();
    let fields: Vec<&str> = problems.0.iter().map(|problem| problem.field.as_str()).collect();
    assert!(fields.contains(&"lines[0].path[0].at[0][0]") && fields.contains(&"lines[1].name"), "{fields:?}");
}

#[test]
fn lines_of_the_hand_run_across_it_on_any_hand() {
    let tables = AnatomyTables {
        layers: Tables::parse(Tables::FILE, &content(Tables::FILE)).unwrap(),
        hazards: HazardTables::parse(HazardTables::HAND_FILE, &content(HazardTables::HAND_FILE), &Landmark::hand_names()).unwrap(),
    };
    let lines = TensionTables::parse(TensionTables::HAND_FILE, &content(TensionTables::HAND_FILE), &Landmark::hand_names()).unwrap();
    for (seed, age_years, bmi) in [(1, 30.0, 22.0), (5, 70.0, 30.0)] {
        let hand = Anatomy::new(Base::hand(), &Phenotype { seed, age_years, bmi, individuality: 1.0, ..Phenotype::default() }, &tables).unwrap();
        let field = TensionField::new(&hand, &lines).unwrap();
        let at = |landmark| hand.landmarks().get(landmark);
        let mut asked = 0;
        for ray in [(Landmark::MetacarpalBase3, Landmark::MetacarpalHead3), (Landmark::MetacarpalBase4, Landmark::MetacarpalHead4)] {
            let along = (at(ray.1) - at(ray.0)).normalize();
            for step in 1..10 {
                let on = hand.surface().closest(at(ray.0).lerp(at(ray.1), f64::from(step) / 10.0));
                let direction = field.direction(&hand, on.triangle, on.barycentric);
                assert!(direction.dot(along).abs() < 0.35, "{direction} against {along}");
                assert!(field.confidence(&hand, on.triangle, on.barycentric) > 0.3);
                asked += 1;
            }
        }
        assert_eq!(asked, 18);
        let drawn = field.lines(&hand, 6.0, |_| true);
        assert!(drawn.len() > 5 && drawn.iter().all(|line| line.len() > 2), "{} lines", drawn.len());
    }
}
