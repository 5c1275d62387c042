//! Hazards of many persons against the published means and SDs: mean, spread, sides, variants, and that all keep to tissue.

use fanline::anatomy::{Anatomy, AnatomyTables, Anchor, Base, Hazard, HazardShape, HazardTables, Landmark, Phenotype, Side, Tables, TissueField};
use fanline::anatomy::hazard::PathPoint;
use fanline::geom::Vec3;
use fanline::source::Content;
use std::sync::OnceLock;

const PERSONS: u64 = 90;

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

fn person(seed: u64, individuality: f64) -> Anatomy {
    let phenotype = Phenotype { age_years: 50.0, skin_laxity: 0.35, seed, individuality, ..Phenotype::default() };
    Anatomy::new(Base::built_in(), &phenotype, tables()).unwrap()
}

/// Persons of the full published spread, seeds 1 to [`PERSONS`].
fn persons() -> &'static [Anatomy] {
    static PEOPLE: OnceLock<Vec<Anatomy>> = OnceLock::new();
    PEOPLE.get_or_init(|| (1..=PERSONS).map(|seed| person(seed, 1.0)).collect())
}

fn anchor(at: &[(&str, f64)], up_mm: f64, back_mm: f64) -> Anchor {
    Anchor { at: at.iter().map(|(name, weight)| ((*name).to_owned(), *weight)).collect(), up_mm, back_mm }
}

fn path<'a>(anatomy: &'a Anatomy, id: &str, side: Side) -> Option<(&'a Hazard, &'a [PathPoint])> {
    let hazard = anatomy.hazards().iter().find(|h| h.id == id && h.side == Some(side))?;
    let HazardShape::Path(points) = &hazard.shape else { panic!("{id} is no path") };
    Some((hazard, points))
}

/// Every side of every person that has the hazard: the person, the side, its points.
fn each(id: &str) -> impl Iterator<Item = (&'static Anatomy, Side, &'static Hazard, &'static [PathPoint])> {
    persons().iter().flat_map(move |anatomy| {
        [Side::Left, Side::Right].into_iter().filter_map(move |side| path(anatomy, id, side).map(|(hazard, points)| (anatomy, side, hazard, points)))
    })
}

fn on_side(anchor: &Anchor, side: Side) -> Anchor {
    if side == Side::Left { anchor.clone() } else { anchor.mirrored() }
}

fn mean_and_sd(values: &[f64]) -> (f64, f64) {
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    let squares = values.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>();
    (mean, (squares / (values.len() - 1) as f64).sqrt())
}

fn bits(anatomy: &Anatomy) -> Vec<u64> {
    let points = anatomy.hazards().iter().flat_map(|hazard| match &hazard.shape {
        HazardShape::Path(points) => points.iter().flat_map(|p| [p.point.x, p.point.y, p.point.z, p.depth_mm, p.radius_mm]).collect::<Vec<_>>(),
        HazardShape::Volume(patch) => patch.outline.iter().flat_map(|p| p.to_array()).collect(),
    });
    points.map(f64::to_bits).collect()
}

#[test]
fn without_individuality_the_seed_moves_nothing_and_sides_mirror() {
    let [a, b] = [1, 77].map(|seed| person(seed, 0.0));
    assert_eq!(bits(&a), bits(&b));
    for id in ["facial_artery", "mental_foramen", "external_jugular_vein", "marginal_mandibular_nerve"] {
        let [(hazard, left), (_, right)] = [Side::Left, Side::Right].map(|side| path(&a, id, side).unwrap());
        assert_eq!((hazard.variant.as_deref(), left.len()), (None, right.len()), "{id}");
        for (l, r) in left.iter().zip(right) {
            assert!((l.point * Vec3::new(-1.0, 1.0, 1.0)).distance(r.point) < 0.3, "{id}: {} {}", l.point, r.point);
        }
    }
}

#[test]
fn the_facial_artery_has_the_published_depth_and_spread() {
    // F68, n = 40: the generated mean and SD must lie where those of 40 persons would, at 2.5 standard errors.
    let spots = [
        (anchor(&[("antegonial_notch_left", 1.0)], 0.0, 0.0), 9.3, 2.2),
        (anchor(&[("antegonial_notch_left", 0.5), ("cheilion_left", 0.5)], 0.0, 5.0), 8.8, 3.0),
        (anchor(&[("cheilion_left", 1.0)], 0.0, 10.0), 6.9, 3.5),
        (anchor(&[("cheilion_left", 0.5), ("alare_left", 0.5)], 0.0, 7.0), 4.8, 1.4),
        (anchor(&[("alare_left", 1.0)], 0.0, 5.0), 5.0, 1.6),
    ];
    for (spot, mean, sd) in spots {
        let mut depths = Vec::new();
        for (anatomy, side, _, points) in each("facial_artery") {
            let there = anatomy.chart().place(&on_side(&spot, side)).unwrap().point;
            let near = points.iter().min_by(|a, b| a.foot.distance(there).total_cmp(&b.foot.distance(there))).unwrap();
            if near.foot.distance(there) < 12.0 {
                depths.push(near.depth_mm);
            }
        }
        let (got, spread) = mean_and_sd(&depths);
        println!("facial artery: {got:.2} ± {spread:.2} of {} for {mean} ± {sd}", depths.len());
        assert!((got - mean).abs() < 2.5 * sd / 40.0_f64.sqrt(), "{got} for {mean}");
        assert!((spread - sd).abs() < 2.5 * sd / 78.0_f64.sqrt(), "{spread} for {sd}");
    }
}

#[test]
fn foramina_and_nerves_scatter_along_the_skin_as_published() {
    // Way along the skin from the mean place, upwards and backwards, against F73, F72 and F78; 0: not to be compared.
    let spots = [
        ("infraorbital_foramen", anchor(&[("alare_left", 1.0)], 12.0, 4.2), 2.8, 2.7),
        ("mental_foramen", anchor(&[("cheilion_left", 1.0)], -20.4, -3.3), 3.9, 2.9),
        ("marginal_mandibular_nerve", anchor(&[("gonion_left", 1.0)], -0.75, 0.0), 0.65, 0.0),
        ("parotid_duct", anchor(&[("tragus_left", 0.62), ("cheilion_left", 0.38)], 0.0, 0.0), 8.3, 0.0),
    ];
    for (id, spot, up_sd, back_sd) in spots {
        let (mut ups, mut backs) = (Vec::new(), Vec::new());
        for (anatomy, side, _, points) in each(id) {
            let mean = anatomy.chart().place(&on_side(&spot, side)).unwrap();
            let up = (Vec3::Y - mean.normal * mean.normal.y).normalize();
            let back = up.cross(mean.normal) * if side == Side::Left { 1.0 } else { -1.0 };
            let away = points[0].foot - mean.point;
            ups.push(away.dot(up));
            backs.push(away.dot(back));
        }
        for (way, values, sd) in [("up", ups, up_sd), ("back", backs, back_sd)] {
            let (mean, spread) = mean_and_sd(&values);
            println!("{id} {way}: {mean:.2} ± {spread:.2} of {} for 0 ± {sd}", values.len());
            if sd > 0.0 {
                assert!((spread - sd).abs() < 0.22 * sd, "{id} {way}: {spread} for {sd}");
                assert!(mean.abs() < 0.3 * sd, "{id} {way}: {mean}");
            }
        }
    }
    // The mean place itself lies within one SD of the published offsets.
    let reference = person(1, 0.0);
    let (_, points) = path(&reference, "infraorbital_foramen", Side::Left).unwrap();
    let above = points[0].foot.y - reference.landmarks().get(Landmark::AlareLeft).y;
    assert!((above - 14.1).abs() < 2.8, "{above}");
}

#[test]
fn radii_vary_as_the_published_diameters() {
    for (id, diameter, sd) in [("superior_labial_artery", 1.6, 0.2), ("inferior_labial_artery", 1.3, 0.6), ("submental_artery", 0.9, 0.4)] {
        let (mean, spread) = mean_and_sd(&each(id).map(|(.., points)| 2.0 * points[0].radius_mm).collect::<Vec<_>>());
        println!("{id}: {mean:.2} ± {spread:.2} for {diameter} ± {sd}");
        assert!((mean - diameter).abs() < 0.25 * sd + 0.05 && (spread - sd).abs() < 0.22 * sd, "{id}: {mean} ± {spread}");
    }
}

#[test]
fn left_and_right_differ_and_agree_by_half() {
    let depth = |anatomy: &Anatomy, side| path(anatomy, "facial_artery", side).unwrap().1[0].depth_mm;
    let pairs: Vec<(f64, f64)> = persons().iter().map(|a| (depth(a, Side::Left), depth(a, Side::Right))).collect();
    // Where both sides meet bone they may agree.
    let differ = pairs.iter().filter(|(l, r)| (l - r).abs() > 0.05).count();
    assert!(differ as f64 > 0.85 * pairs.len() as f64, "{differ} of {}", pairs.len());
    let (left, right): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    let ((l, l_sd), (r, r_sd)) = (mean_and_sd(&left), mean_and_sd(&right));
    let together = pairs.iter().map(|(a, b)| (a - l) * (b - r)).sum::<f64>() / (pairs.len() - 1) as f64 / (l_sd * r_sd);
    println!("correlation of the sides {together:.2}");
    // 0.5 × 0.84 of the variance is common.
    assert!((0.2..0.65).contains(&together), "{together}");
}

#[test]
fn variants_come_as_often_as_published() {
    let sides = 2.0 * PERSONS as f64;
    let count = |id: &str, variant: Option<&str>| each(id).filter(|(_, _, hazard, _)| variant.is_none_or(|v| hazard.variant.as_deref() == Some(v))).count() as f64;
    let shares = [
        ("facial artery ends below the ala", count("facial_artery", Some("ends_below_the_ala")), 0.105),
        ("medial to the fold", count("facial_artery", Some("medial_to_the_fold")), 0.384),
        ("lateral to the fold", count("facial_artery", Some("lateral_to_the_fold")), 0.208),
        ("no angular artery", sides - count("angular_artery", None), 0.116),
        ("no transverse facial artery", sides - count("transverse_facial_artery", None), 0.314),
        ("temporal artery divides at the arch", count("superficial_temporal_artery", Some("divides_at_the_arch")), 0.244),
    ];
    for (name, got, share) in shares {
        let error = (share * (1.0 - share) / sides).sqrt();
        println!("{name}: {:.3} for {share}", got / sides);
        assert!((got / sides - share).abs() < 3.0 * error, "{name}: {} for {share}", got / sides);
    }
}

#[test]
fn branches_stay_on_their_trunk() {
    for (branch, place) in [("angular_artery", 1.0), ("lateral_nasal_artery", 1.0)] {
        for (anatomy, side, _, points) in each(branch) {
            let (_, trunk) = path(anatomy, "facial_artery", side).expect("a branch has its trunk");
            let end = trunk[((trunk.len() - 1) as f64 * place) as usize];
            assert!(end.point.distance(points[0].point) < 0.5, "{branch}: {} from its trunk", end.point.distance(points[0].point));
        }
    }
    for branch in ["superior_labial_artery", "inferior_labial_artery", "submental_artery"] {
        for (anatomy, side, _, points) in each(branch) {
            let (_, trunk) = path(anatomy, "facial_artery", side).unwrap();
            let near = trunk.iter().map(|p| p.point.distance(points[0].point)).fold(f64::INFINITY, f64::min);
            // In the mean patient it begins up to 7 mm from the trunk's centreline.
            assert!(near < 12.0, "{branch} begins {near} mm from its trunk");
        }
    }
}

#[test]
fn no_hazard_leaves_the_tissue() {
    for anatomy in persons() {
        for hazard in anatomy.hazards() {
            let HazardShape::Path(points) = &hazard.shape else { continue };
            for pair in points.windows(2) {
                assert!(pair[0].point.distance(pair[1].point) < 9.0, "{} jumps by {}", hazard.id, pair[0].point.distance(pair[1].point));
            }
            for p in points {
                let depth = anatomy.sample(p.point).depth_mm;
                let stack = anatomy.sample_of(&anatomy.surface().closest(p.foot)).stack;
                assert!(depth > p.radius_mm, "{} {:?} of {} is {depth:.2} mm deep at {}", hazard.id, hazard.side, anatomy.phenotype().seed, p.point);
                // Over the tragus there is no room for anything: cartilage lies right under the skin.
                if stack.dermis_mm + 2.0 * p.radius_mm + 0.3 < stack.bone_mm {
                    assert!(p.depth_mm < stack.bone_mm + 1e-6, "{} in bone by {}", hazard.id, p.depth_mm - stack.bone_mm);
                }
            }
        }
    }
}
