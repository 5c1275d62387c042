//! The head as a surface: file, topology, symmetry, landmarks, morphs.

use fanline::anatomy::{Base, BaseError, Detail, Landmark, Mask, Phenotype, Sex, Skin};
use fanline::geom::Vec3;

fn young() -> Phenotype {
    Phenotype {
        age_years: 25.0,
        bmi: 22.0,
        skin_laxity: 0.0,
        ..Phenotype::default()
    }
}
fn distance(skin: &Skin, a: Landmark, b: Landmark) -> f64 {
    skin.landmarks.get(a).distance(skin.landmarks.get(b))
}

#[test]
fn the_built_in_head_parses() {
    let base = Base::parse(Base::built_in_bytes()).expect("the built-in head is well formed");
    assert!(base.morph_names().count() > 90);
}
#[test]
fn a_truncated_head_is_refused_wherever_it_is_cut() {
    let bytes = Base::built_in_bytes();
    for cut in [0, 3, 9, 19, 20, 100, bytes.len() / 2, bytes.len() - 1] {
        assert!(
            Base::parse(&bytes[..cut]).is_err(),
            "accepted the first {cut} bytes"
        );
    }
}
#[test]
fn a_head_with_one_flipped_bit_is_refused() {
    let bytes = Base::built_in_bytes();
    for at in [
        0,
        8,
        12,
        16,
        20,
        24,
        5_000,
        100_000,
        900_000,
        bytes.len() - 1,
    ] {
        let mut copy = bytes.to_vec();
        copy[at] ^= 0x10;
        assert!(
            Base::parse(&copy).is_err(),
            "accepted a flipped bit in byte {at}"
        );
    }
    let mut copy = bytes.to_vec();
    copy[8] = 9;
    assert!(matches!(
        Base::parse(&copy),
        Err(BaseError::Version { got: 9, .. })
    ));
}
#[test]
fn a_wrong_index_behind_a_right_checksum_is_refused() {
    let mut copy = Base::built_in_bytes().to_vec();
    let vertices = u32::from_le_bytes([copy[20], copy[21], copy[22], copy[23]]) as usize;
    let mirror = 28 + 12 * vertices;
    copy[mirror..mirror + 2].copy_from_slice(&u16::MAX.to_le_bytes());
    let crc = crc32fast::hash(&copy[20..]);
    copy[16..20].copy_from_slice(&crc.to_le_bytes());
    assert!(matches!(
        Base::parse(&copy),
        Err(BaseError::Range {
            field: "mirror partner",
            ..
        })
    ));
}
#[test]
fn the_skin_is_closed_but_for_one_cut_at_the_chest() {
    for detail in [Detail::Simulation, Detail::Portrait] {
        let skin = Skin::of(&Phenotype::default(), detail);
        let rim = skin.mesh.rim_edges();
        let chest = skin.landmarks.get(Landmark::SuprasternalNotch).y - 40.0;
        assert!(!rim.is_empty());
        assert!(
            rim.iter()
                .all(|[a, _]| skin.mesh.positions[*a as usize].y < chest),
            "a hole in the head or neck"
        );
        // one loop: following the rim from any edge meets all of them
        let next: std::collections::BTreeMap<u32, u32> =
            rim.iter().map(|[a, b]| (*a, *b)).collect();
        assert_eq!(next.len(), rim.len());
        let (mut at, mut steps) = (rim[0][0], 0);
        loop {
            at = next[&at];
            steps += 1;
            if at == rim[0][0] {
                break;
            }
        }
        assert_eq!(steps, rim.len());
    }
}
#[test]
fn no_triangle_is_degenerate_and_none_faces_inwards() {
    let skin = Skin::of(&Phenotype::default(), Detail::Simulation);
    let mesh = &skin.mesh;
    let mut volume = 0.0;
    let mut against = 0;
    for t in 0..mesh.triangles.len() {
        let [a, b, c] = mesh.corners(t);
        let longest = (b - a).length().max((c - b).length()).max((a - c).length());
        assert!(mesh.area(t) > 1e-4, "triangle {t} has {} mm²", mesh.area(t));
        assert!(
            mesh.area(t) / (longest * longest) > 1e-3,
            "triangle {t} is a sliver"
        );
        volume += a.dot(b.cross(c)) / 6.0;
        let n = mesh.triangles[t]
            .iter()
            .fold(Vec3::ZERO, |s, v| s + mesh.normals[*v as usize]);
        against += usize::from(mesh.area_vector(t).dot(n) <= 0.0);
    }
    assert!(volume > 3e6, "inside out: {volume} mm³");
    assert!(
        against * 1000 < mesh.triangles.len(),
        "{against} triangles oppose their normals"
    );
    assert!(mesh.normals.iter().all(|n| (n.length() - 1.0).abs() < 1e-9));
}
#[test]
fn the_base_is_symmetric() {
    let (cage, mirror) = Base::built_in().cage();
    for (p, m) in cage.iter().zip(mirror) {
        let q = cage[*m as usize];
        assert!(
            Vec3::new(-q.x, q.y, q.z).distance(*p) < 0.02,
            "{p} against {q}"
        );
    }
}
#[test]
fn the_details_share_their_vertices() {
    let coarse = Skin::of(&Phenotype::default(), Detail::Simulation);
    let fine = Skin::of(&Phenotype::default(), Detail::Portrait);
    assert!((25_000..45_000).contains(&coarse.mesh.triangles.len()));
    assert_eq!(fine.mesh.triangles.len(), 4 * coarse.mesh.triangles.len());
    let apart = coarse
        .mesh
        .positions
        .iter()
        .zip(&fine.mesh.positions)
        .map(|(a, b)| a.distance(*b))
        .fold(0.0, f64::max);
    assert!(apart < 1e-6, "{apart} mm apart");
}
#[test]
fn the_origin_is_between_the_tragi_and_the_axes_are_as_documented() {
    let l = Skin::of(
        &Phenotype {
            asymmetry: 0.6,
            ..Phenotype::default()
        },
        Detail::Simulation,
    )
    .landmarks;
    assert!((l.get(Landmark::TragusLeft) + l.get(Landmark::TragusRight)).length() < 1e-9);
    assert!(l.get(Landmark::TragusLeft).x > 60.0);
    assert!(l.get(Landmark::Pronasale).z > 80.0);
    assert!(l.get(Landmark::Trichion).y > l.get(Landmark::Menton).y + 150.0);
}
#[test]
fn a_young_woman_has_the_proportions_of_adult_norms() {
    use Landmark::*;
    // Farkas 1994, North American women: mean ± 3 SD [recalled]; soft-tissue gonion is wider than the bony one
    let skin = Skin::of(&young(), Detail::Simulation);
    let norms = [
        (ZygionLeft, ZygionRight, 115.0, 145.0),
        (Nasion, Gnathion, 96.0, 127.0),
        (Subnasale, Gnathion, 52.0, 76.0),
        (Nasion, Subnasale, 42.0, 58.0),
        (EndocanthionLeft, EndocanthionRight, 25.0, 39.0),
        (ExocanthionLeft, ExocanthionRight, 78.0, 97.0),
        (CheilionLeft, CheilionRight, 41.0, 60.0),
        (AlareLeft, AlareRight, 25.0, 38.0),
        (Trichion, Gnathion, 150.0, 195.0),
        (GonionLeft, GonionRight, 79.0, 120.0),
        (TragusLeft, TragusRight, 125.0, 150.0),
        (TragusLeft, GonionLeft, 45.0, 70.0),
    ];
    for (a, b, low, high) in norms {
        let d = distance(&skin, a, b);
        assert!(
            (low..=high).contains(&d),
            "{a:?}–{b:?} is {d:.1} mm, the norm {low}–{high}"
        );
    }
}
#[test]
fn paired_landmarks_mirror_each_other() {
    let skin = Skin::of(&young(), Detail::Simulation);
    for pair in Landmark::ALL[15..].chunks(2) {
        let (a, b) = (skin.landmarks.get(pair[0]), skin.landmarks.get(pair[1]));
        assert!(
            a.x > 5.0 && Vec3::new(-b.x, b.y, b.z).distance(a) < 0.6,
            "{pair:?}: {a} {b}"
        );
    }
    for l in &Landmark::ALL[..15] {
        assert!(
            skin.landmarks.get(*l).x.abs() < 0.5,
            "{l:?} is off the midline"
        );
    }
}
#[test]
fn the_same_phenotype_gives_the_same_bits() {
    let p = Phenotype {
        asymmetry: 0.7,
        individuality: 0.8,
        seed: 77,
        ..Phenotype::default()
    };
    let bits = |s: Skin| {
        s.mesh
            .positions
            .iter()
            .flat_map(|p| p.to_array())
            .map(f64::to_bits)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        bits(Skin::of(&p, Detail::Simulation)),
        bits(Skin::of(&p, Detail::Simulation))
    );
    assert_ne!(
        bits(Skin::of(&p, Detail::Simulation)),
        bits(Skin::of(&Phenotype { seed: 78, ..p }, Detail::Simulation))
    );
}
#[test]
fn morphs_go_the_way_their_names_say() {
    use Landmark::*;
    let of = |p: Phenotype| Skin::of(&p, Detail::Simulation);
    let base = of(young());
    let heavy = of(Phenotype {
        bmi: 36.0,
        ..young()
    });
    let thin = of(Phenotype {
        bmi: 17.0,
        ..young()
    });
    let male = of(Phenotype {
        sex: Sex::Male,
        ..young()
    });
    let gonial = |s: &Skin| distance(s, GonionLeft, GonionRight);
    assert!(
        gonial(&heavy) > gonial(&base) + 3.0 && gonial(&base) > gonial(&thin),
        "{} {} {}",
        gonial(&thin),
        gonial(&base),
        gonial(&heavy)
    );
    assert!(gonial(&male) > gonial(&base));
    assert!(distance(&male, Nasion, Gnathion) > distance(&base, Nasion, Gnathion) + 2.0);
    assert!(distance(&male, ZygionLeft, ZygionRight) > distance(&base, ZygionLeft, ZygionRight));
    let mut wide = young();
    wide.shape.nose_width = 1.0;
    assert!(distance(&of(wide), AlareLeft, AlareRight) > distance(&base, AlareLeft, AlareRight));
    let mut chin = young();
    chin.shape.chin_prominence = 1.0;
    assert!(of(chin).landmarks.get(Pogonion).z > base.landmarks.get(Pogonion).z);
    let lax = of(Phenotype {
        skin_laxity: 1.0,
        ..young()
    });
    assert!(lax.landmarks.get(CheilionLeft).y < base.landmarks.get(CheilionLeft).y);
}
#[test]
fn asymmetry_is_none_at_zero_and_seen_at_one() {
    let lean = |p: Phenotype| {
        let s = Skin::of(&p, Detail::Simulation);
        let (a, b) = (
            s.landmarks.get(Landmark::CheilionLeft),
            s.landmarks.get(Landmark::CheilionRight),
        );
        (a.y - b.y).abs() + (a.x + b.x).abs() + (a.z - b.z).abs()
    };
    assert!(lean(young()) < 0.2);
    assert!((0..4).any(|seed| lean(Phenotype {
        asymmetry: 1.0,
        seed,
        ..young()
    }) > 0.5));
}
#[test]
fn masks_lie_where_their_parts_are() {
    let skin = Skin::of(&Phenotype::default(), Detail::Portrait);
    let centre = |m: Mask| {
        let w = skin.masks.get(m);
        assert_eq!(w.len(), skin.mesh.positions.len());
        assert!(w.iter().all(|v| (0.0..=1.0).contains(v)));
        let total: f64 = w.iter().map(|v| f64::from(*v)).sum();
        assert!(total > 20.0, "{m:?} is empty");
        skin.mesh
            .positions
            .iter()
            .zip(w)
            .fold(Vec3::ZERO, |s, (p, v)| s + *p * f64::from(*v))
            / total
    };
    let at = |l: Landmark| skin.landmarks.get(l);
    assert!((centre(Mask::Lips) - at(Landmark::Stomion)).length() < 12.0);
    assert!(
        centre(Mask::Brows).y > at(Landmark::ExocanthionLeft).y + 8.0
            && centre(Mask::Brows).y < at(Landmark::Trichion).y - 20.0
    );
    assert!((centre(Mask::Lashes).y - at(Landmark::EndocanthionLeft).y).abs() < 8.0);
    assert!(centre(Mask::Ears).length() < 25.0);
    assert!(centre(Mask::Scalp).y > at(Landmark::Glabella).y);
    assert!((centre(Mask::Nostrils) - at(Landmark::Subnasale)).length() < 25.0);
    assert!(skin.masks.get(Mask::Scalp)[skin.landmarks.vertex(Landmark::Glabella) as usize] == 0.0);
}
#[test]
fn every_field_out_of_range_is_reported() {
    let mut p = Phenotype {
        bmi: 99.0,
        age_years: 7.0,
        ..Phenotype::default()
    };
    p.shape.jaw_width = 2.0;
    p.skin_type = 0;
    let fields: Vec<String> = p.problems().into_iter().map(|x| x.field).collect();
    assert_eq!(fields, ["age_years", "bmi", "skin_type", "shape.jaw_width"]);
    assert!(Phenotype::default().problems().is_empty());
    assert!(ron::from_str::<Phenotype>("(bmi: 25.0, hair: 3)").is_err());
}
#[test]
fn every_person_in_the_range_has_a_sound_face() {
    use rand::{RngExt, SeedableRng};
    let mut rng = rand::rngs::Xoshiro256PlusPlus::seed_from_u64(20);
    for seed in 0..40 {
        let mut within = |low: f64, high: f64| low + (high - low) * rng.random::<f64>();
        let phenotype = Phenotype {
            sex: if seed % 2 == 0 {
                Sex::Female
            } else {
                Sex::Male
            },
            age_years: within(18.0, 90.0),
            bmi: within(15.0, 42.0),
            skin_laxity: within(0.0, 1.0),
            asymmetry: within(0.0, 1.0),
            individuality: 1.0,
            seed,
            ..Phenotype::default()
        };
        assert!(phenotype.problems().is_empty());
        let skin = Skin::of(&phenotype, Detail::Simulation);
        let mesh = &skin.mesh;
        assert!(mesh.positions.iter().all(|p| p.is_finite()));
        let mut against = 0;
        for t in 0..mesh.triangles.len() {
            assert!(
                mesh.area(t) > 1e-6,
                "seed {seed}: triangle {t} has {} mm²",
                mesh.area(t)
            );
            let n = mesh.triangles[t]
                .iter()
                .fold(Vec3::ZERO, |s, v| s + mesh.normals[*v as usize]);
            against += usize::from(mesh.area_vector(t).dot(n) <= 0.0);
        }
        assert!(
            against * 300 < mesh.triangles.len(),
            "seed {seed}: {against} triangles are folded over"
        );
        let at = |l: Landmark| skin.landmarks.get(l);
        let heights = [
            Landmark::Trichion,
            Landmark::Glabella,
            Landmark::Nasion,
            Landmark::Subnasale,
            Landmark::Stomion,
            Landmark::Pogonion,
        ];
        assert!(
            heights.windows(2).all(|w| at(w[0]).y > at(w[1]).y),
            "seed {seed}: the face is out of order"
        );
        assert!(
            (90.0..145.0).contains(&distance(&skin, Landmark::Nasion, Landmark::Gnathion)),
            "seed {seed}"
        );
        assert!(
            (110.0..165.0).contains(&distance(
                &skin,
                Landmark::ZygionLeft,
                Landmark::ZygionRight
            )),
            "seed {seed}"
        );
    }
}
