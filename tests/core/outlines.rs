//! Outlines of the regions, and the landmarks of many persons.

use fanline::anatomy::{Anatomy, AnatomyTables, Base, Detail, HazardTables, Landmark, Phenotype, Region, Sex, Side, Skin, Tables};
use fanline::geom::Vec3;
use fanline::source::Content;

fn build(phenotype: &Phenotype) -> Anatomy {
    let content = Content::find().unwrap();
    let text = |file| content.read_text(file).unwrap();
    let tables = AnatomyTables {
        layers: Tables::parse(Tables::FILE, &text(Tables::FILE)).unwrap(),
        hazards: HazardTables::parse(HazardTables::FILE, &text(HazardTables::FILE), &Landmark::names()).unwrap(),
    };
    Anatomy::new(Base::built_in(), phenotype, &tables).unwrap()
}

#[test]
fn every_region_has_closed_smooth_outlines_on_the_skin() {
    for phenotype in [Phenotype::default(), Phenotype { seed: 5, individuality: 1.0, asymmetry: 0.6, age_years: 68.0, bmi: 29.0, sex: Sex::Male, ..Phenotype::default() }] {
        let anatomy = build(&phenotype);
        let before = std::time::Instant::now();
        let outlines = anatomy.region_outlines();
        println!("{} outlines in {:?}", outlines.len(), before.elapsed());
        for (region, name) in Region::ALL {
            let of: Vec<_> = outlines.iter().filter(|o| o.region == region).collect();
            for o in &of {
                println!("{name} {:?} {:.0} mm², {} loops, {} points, label {:.0}", o.side, o.area_mm2, o.loops.len(), o.loops[0].len(), o.label);
            }
            if region != Region::Other && anatomy.regions().contains(&region) {
                assert!(!of.is_empty(), "{name}");
            }
        }
        for pair in [Region::Malar, Region::Preauricular, Region::Temple, Region::LowerCheek, Region::NeckLateral] {
            for side in [Side::Left, Side::Right] {
                let of = outlines.iter().filter(|o| o.region == pair && o.side == Some(side)).count();
                assert_eq!(of, 1, "{pair:?} {side:?}");
            }
        }
        for outline in &outlines {
            let on = anatomy.surface().closest(outline.label);
            assert_eq!(anatomy.region_at(on.triangle, on.barycentric), outline.region, "the label of {:?}", outline.region);
            for points in &outline.loops {
                let count = points.len();
                for i in 0..count {
                    let step = points[i].distance(points[(i + 1) % count]);
                    assert!(step < 9.0, "{:?}: a gap of {step}", outline.region);
                    assert!(anatomy.surface().depth(points[i]).abs() < 1e-6);
                }
                // Steps of 2 mm turn little: an outline that went from vertex to vertex would turn by 60° and more.
                let turn = |i: usize| {
                    let [a, b] = [(i, i + 1), (i + 1, i + 2)].map(|(a, b)| (points[b % count] - points[a % count]).normalize_or_zero());
                    a.dot(b)
                };
                let sharp = (0..count).filter(|i| turn(*i) < 0.5).count();
                assert!(sharp as f64 <= 0.03 * count as f64 + 1.0, "{:?}: {sharp} of {count} corners", outline.region);
            }
        }
        // The borders of a region enclose it: their vector area is about that of the skin inside.
        let cheek = outlines.iter().find(|o| o.region == Region::Malar && o.side == Some(Side::Left)).unwrap();
        let border = &cheek.loops[0];
        let vector = (0..border.len()).map(|i| (border[i] - cheek.label).cross(border[(i + 1) % border.len()] - cheek.label)).sum::<Vec3>() * 0.5;
        assert!(vector.dot(cheek.label_normal) > 0.75 * cheek.area_mm2 && vector.length() < 1.15 * cheek.area_mm2, "{} of {}", vector.length(), cheek.area_mm2);
    }
}

#[test]
fn landmarks_keep_their_order_on_fifty_persons() {
    use Landmark::{
        AlareLeft, AlareRight, AntegonialNotchLeft, AntegonialNotchRight, CervicalPoint, CheilionLeft, CheilionRight, ClavicleMidLeft, ClavicleMidRight,
        EndocanthionLeft, EndocanthionRight, ExocanthionLeft, ExocanthionRight, Glabella, Gnathion, GonionLeft, GonionRight, LabialeInferius,
        LabialeSuperius, MastoidLeft, MastoidRight, Menton, Nasion, OrbitaleLeft, OrbitaleRight, Pogonion, Pronasale, Stomion, SubauraleLeft,
        SubauraleRight, Sublabiale, Subnasale, SuprasternalNotch, Thyroid, TragusLeft, TragusRight, Trichion, ZygionLeft, ZygionRight,
    };
    for seed in 0..50_u64 {
        let share = |k: u64| (seed * k % 50) as f64 / 49.0;
        let phenotype = Phenotype {
            sex: if seed % 2 == 0 { Sex::Female } else { Sex::Male },
            age_years: 25.0 + 50.0 * share(7),
            bmi: 18.0 + 17.0 * share(11),
            skin_laxity: share(13),
            asymmetry: share(17),
            individuality: 1.0,
            seed,
            ..Phenotype::default()
        };
        let skin = Skin::of(&phenotype, Detail::Simulation);
        let at = |landmark| skin.landmarks.get(landmark);
        let down = |names: &[Landmark]| {
            for pair in names.windows(2) {
                assert!(at(pair[0]).y > at(pair[1]).y, "seed {seed}: {:?} is not above {:?}", pair[0], pair[1]);
            }
        };
        down(&[Trichion, Glabella, Nasion, Pronasale, Subnasale, LabialeSuperius, Stomion, LabialeInferius, Sublabiale, Pogonion, Gnathion]);
        down(&[Pogonion, Menton, CervicalPoint, Thyroid, SuprasternalNotch]);
        let sides = [
            [ExocanthionLeft, EndocanthionLeft, OrbitaleLeft, AlareLeft, CheilionLeft, AntegonialNotchLeft, GonionLeft, ZygionLeft, TragusLeft, SubauraleLeft, MastoidLeft, ClavicleMidLeft],
            [ExocanthionRight, EndocanthionRight, OrbitaleRight, AlareRight, CheilionRight, AntegonialNotchRight, GonionRight, ZygionRight, TragusRight, SubauraleRight, MastoidRight, ClavicleMidRight],
        ];
        for (side, sign) in sides.into_iter().zip([1.0, -1.0]) {
            assert!(side.iter().all(|l| at(*l).x * sign > 5.0), "seed {seed}: a landmark on the wrong side");
            let [exocanthion, endocanthion, orbitale, alare, cheilion, notch, gonion, zygion, tragus, subaurale, mastoid, clavicle] = side.map(at);
            // Downwards, outwards, backwards.
            for (name, upper, lower) in [
                ("eye over orbital rim", endocanthion, orbitale), ("orbital rim over ala", orbitale, alare), ("ala over mouth", alare, cheilion),
                ("mouth over notch", cheilion, notch), ("tragus over lobe", tragus, subaurale), ("lobe over gonion", subaurale, gonion),
                ("gonion over notch", gonion, notch), ("notch over menton", notch, at(Menton)), ("gonion over clavicle", gonion, clavicle),
            ] {
                assert!(upper.y > lower.y, "seed {seed}: {name}: {} {}", upper.y, lower.y);
            }
            for (name, inner, outer) in [
                ("ala, mouth", alare, cheilion), ("inner, outer canthus", endocanthion, exocanthion), ("mouth, gonion", cheilion, gonion),
                ("outer canthus, zygion", exocanthion, zygion), ("notch, gonion", notch, gonion), ("gonion, zygion", gonion, zygion),
            ] {
                assert!((outer.x - inner.x) * sign > 0.0, "seed {seed}: {name}: {} {}", inner.x, outer.x);
            }
            for (name, back, front) in [
                ("mastoid, tragus", mastoid, tragus), ("tragus, zygion", tragus, zygion), ("gonion, notch", gonion, notch), ("notch, menton", notch, at(Menton)),
                ("outer, inner canthus", exocanthion, endocanthion), ("mouth, nose", cheilion, at(Pronasale)),
            ] {
                assert!(front.z > back.z, "seed {seed}: {name}: {} {}", back.z, front.z);
            }
        }
        for landmark in Landmark::ALL {
            let nearest = skin.mesh.positions.iter().map(|p| p.distance_squared(at(landmark))).fold(f64::INFINITY, f64::min);
            assert!(nearest < 1e-12, "{landmark:?} is no vertex of the skin");
        }
    }
}
