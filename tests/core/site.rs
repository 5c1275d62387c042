//! Sites and shells: borders, order of the layers, truth to the depth field.
//!
//! Twelve random patients by default; `FANLINE_LONG=1` takes fifty.

use std::collections::BTreeMap;

use fanline::anatomy::{Anatomy, Base, Phenotype, Sex, Site, SiteLayer};
use fanline::geom::Vec3;
use fanline::geom::mesh::TriMesh;
use fanline::geom::surface::Surface;
use rand::{RngExt, SeedableRng};

use crate::anatomy::tables;

fn people() -> Vec<Phenotype> {
    let count = if std::env::var_os("FANLINE_LONG").is_some() { 50 } else { 12 };
    let mut rng = rand::rngs::Xoshiro256PlusPlus::seed_from_u64(51);
    let mut within = |low: f64, high: f64| low + (high - low) * rng.random::<f64>();
    (0..count)
        .map(|seed| Phenotype {
            sex: if seed % 2 == 0 { Sex::Female } else { Sex::Male },
            age_years: within(25.0, 75.0),
            bmi: within(18.0, 35.0),
            skin_laxity: within(0.0, 1.0),
            asymmetry: within(0.0, 1.0),
            individuality: 1.0,
            seed,
            ..Phenotype::default()
        })
        .collect()
}

fn anatomy(phenotype: &Phenotype) -> Anatomy {
    Anatomy::new(Base::built_in(), phenotype, tables()).expect("the tables fit the head")
}

const OF_THE_HEAD: [Site; 3] = [Site::Face, Site::Neck, Site::Decolletage];

/// Loops of a rim; none where a vertex has more than one way on.
fn loops(mesh: &TriMesh) -> Option<usize> {
    let rim = mesh.rim_edges();
    let mut next: BTreeMap<u32, u32> = rim.iter().map(|[a, b]| (*a, *b)).collect();
    if next.len() != rim.len() {
        return None;
    }
    let mut loops = 0;
    while let Some((&start, _)) = next.first_key_value() {
        let mut at = start;
        while let Some(after) = next.remove(&at) {
            at = after;
        }
        if at != start {
            return None;
        }
        loops += 1;
    }
    Some(loops)
}

fn is_manifold(mesh: &TriMesh) -> bool {
    let mut edges: BTreeMap<(u32, u32), u32> = BTreeMap::new();
    for t in &mesh.triangles {
        for k in 0..3 {
            *edges.entry((t[k], t[(k + 1) % 3])).or_default() += 1;
        }
    }
    edges.values().all(|count| *count == 1)
}

#[test]
fn every_site_is_one_piece_with_one_border_alike_for_all_its_layers() {
    let patient = anatomy(&Phenotype::default());
    for site in OF_THE_HEAD {
        let skin = patient.site_mesh(site, SiteLayer::Skin).expect("a site of the head");
        assert!(skin.triangles.len() > 500, "{site:?} has {} triangles", skin.triangles.len());
        assert!(is_manifold(&skin), "{site:?}: an edge has two triangles on one side");
        assert_eq!(loops(&skin), Some(1), "{site:?}");
        for layer in site.layers() {
            let shell = patient.site_mesh(site, *layer).expect("a layer of the site");
            assert_eq!(shell.triangles, skin.triangles, "{site:?} {layer:?}");
        }
    }
}

#[test]
fn a_layer_that_a_site_lacks_is_refused_with_those_it_has() {
    let error = Site::Neck.layer("bone").unwrap_err().to_string();
    assert!(error.contains("skin, dermis, hypodermis, platysma"), "{error}");
    assert!(Site::Hand.layer("smas").is_err() && Site::Face.layer("platysma").is_err());
}

/// Boundaries of the head's stacks from outside inwards; the neck's bone is out of reach but is sunk all the same.
const BOUNDARIES: [SiteLayer; 5] = [SiteLayer::Skin, SiteLayer::Dermis, SiteLayer::Hypodermis, SiteLayer::Smas, SiteLayer::Bone];

#[test]
fn layers_never_cross_fold_or_vanish_in_random_patients() {
    let mut least = [f64::INFINITY; BOUNDARIES.len() - 1];
    let mut most_folded = 0.0f64;
    for phenotype in people() {
        let patient = anatomy(&phenotype);
        let mesh = &patient.skin().mesh;
        assert!(patient.layer_clamps() * 100 <= mesh.positions.len(), "{} clamps of {phenotype:?}", patient.layer_clamps());
        let shells = BOUNDARIES.map(|layer| TriMesh::new(patient.shell(layer), mesh.triangles.clone()));
        for shell in &shells[1..] {
            let folded = (0..mesh.triangles.len()).filter(|t| shell.area_vector(*t).dot(mesh.area_vector(*t)) <= 0.0).count();
            most_folded = most_folded.max(folded as f64 / mesh.triangles.len() as f64);
        }
        for (k, pair) in shells.windows(2).enumerate() {
            // Distance to the shell below, positive above it: from every vertex and every third triangle's middle.
            let below = Surface::new(&pair[1]);
            let middles = (0..mesh.triangles.len()).step_by(3).map(|t| pair[0].corners(t).iter().sum::<Vec3>() / 3.0);
            for p in pair[0].positions.iter().copied().chain(middles) {
                least[k] = least[k].min(-below.depth(p));
            }
        }
    }
    println!("minimum separation, mm: skin–dermis {:.4}, –hypodermis {:.4}, –SMAS {:.4}, –bone {:.4}; folded at most {:.4} %",
        least[0], least[1], least[2], least[3], 100.0 * most_folded);
    assert!(least.iter().all(|mm| *mm > 0.0), "{least:?}");
    assert!(most_folded < 0.001, "{most_folded}");
}

#[test]
fn shells_lie_at_the_depth_of_the_stack_where_the_body_is_thick_enough() {
    let patient = anatomy(&Phenotype::default());
    for layer in [SiteLayer::Dermis, SiteLayer::Hypodermis, SiteLayer::Smas, SiteLayer::Bone] {
        let (mut kept, mut off) = (0usize, Vec::new());
        let shell = patient.shell(layer);
        for (vertex, p) in shell.iter().enumerate() {
            if !patient.is_faithful(layer, vertex) {
                continue;
            }
            kept += 1;
            off.push((patient.surface().depth(*p) - layer.begins_mm(&patient.stacks()[vertex])).abs());
        }
        off.sort_by(f64::total_cmp);
        let (p99, worst) = (off[off.len() * 99 / 100], off[off.len() - 1]);
        println!("{layer:?}: {:.2} % of vertices at the stack's depth, off by {p99:.4} mm at p99, {worst:.4} at most",
            100.0 * kept as f64 / shell.len() as f64);
        assert!(kept * 10 > shell.len() * 9 && p99 < 0.05 && worst < 0.5, "{layer:?}: {kept} kept, off {p99} {worst}");
    }
}

#[test]
fn zz_debug() {
    for phenotype in people() {
        let patient = anatomy(&phenotype);
        let mesh = &patient.skin().mesh;
        let shells = BOUNDARIES.map(|layer| TriMesh::new(patient.shell(layer), mesh.triangles.clone()));
        for (k, pair) in shells.windows(2).enumerate() {
            let below = Surface::new(&pair[1]);
            let mut bad: Vec<(f64, usize, Vec3)> = Vec::new();
            for t in (0..mesh.triangles.len()).step_by(3) {
                let p = pair[0].corners(t).iter().sum::<Vec3>() / 3.0;
                bad.push((-below.depth(p), mesh.positions.len() + t, p));
            }
            for (v, p) in pair[0].positions.iter().enumerate() { bad.push((-below.depth(*p), v, *p)); }
            bad.retain(|b| b.0 <= 0.0);
            bad.sort_by(|a, b| a.0.total_cmp(&b.0));
            for (d, v, p) in bad.iter().take(2) {
                println!("seed {} pair {k} bad {} d {d:.4} at {v} {p:.2} region {:?}", phenotype.seed, bad.len(), patient.surface().closest(*p).triangle);
                println!("   region {:?}", patient.regions()[mesh.triangles[patient.surface().closest(*p).triangle as usize][0] as usize]);
            }
        }
    }
    let patient = anatomy(&Phenotype::default());
    for site in OF_THE_HEAD {
        let skin = patient.site_mesh(site, SiteLayer::Skin).unwrap();
        println!("{site:?} {} tris manifold {} loops {:?} rim {}", skin.triangles.len(), is_manifold(&skin), loops(&skin), skin.rim_edges().len());
    }
}
