//! The atlas with its names.

use super::*;

pub fn label(id: &str, kind: labels::Kind, at: [f32; 2]) -> labels::Label {
    labels::Label { text: Phrase::new(id), kind, at }
}

/// Names that crowd the field at every size.
pub fn crowd() -> Vec<labels::Label> {
    let ids = ["region-malar", "region-lower_cheek", "landmark-antegonial_notch", "hazard-transverse_facial_artery", "region-perioral"];
    let kinds = [labels::Kind::Region, labels::Kind::NoGo, labels::Kind::Landmark, labels::Kind::Hazard(HazardKind::Artery), labels::Kind::Region];
    (0..40).map(|k| label(ids[k % 5], kinds[k % 5], [200.0 + 37.0 * (k % 9) as f32 * 2.0, 60.0 + 53.0 * (k / 9) as f32 * 2.0])).collect()
}

pub fn atlas() -> atlas::Model {
    use strip::Overlay::{Hazards, Landmarks, NoGo, Regions, Tension, Zone};
    let sites = ["face", "neck", "decolletage", "hand"].map(|site| (Phrase::new(format!("atlas-site-{site}")), Phrase::new(format!("atlas-site-{site}-tip"))));
    let views = ["front", "left", "right", "profile-left", "profile-right", "below"].map(|view| Phrase::new(format!("atlas-view-{view}")));
    let kinds = [HazardKind::Artery, HazardKind::Vein, HazardKind::Nerve, HazardKind::Foramen, HazardKind::Gland];
    atlas::Model {
        person: atlas::Person {
            title: Some("Inês, 66".into()),
            note: "Thin, lax skin with jowls: what lies too shallow will show, and dilution matters.".into(),
            own_scan: true,
            seed: None,
            sex: Sex::Female,
            age_years: 66.0,
            bmi: 22.0,
            laxity: 0.75,
            skin_type: 4,
            changed: true,
            building: false,
        },
        probe: Some(atlas::Probe {
            region: Phrase::new("region-lower_cheek"),
            no_go: true,
            boundaries_mm: [0.12, 1.1, 4.9, 5.7],
            before_mm: Some([1.3, 5.6, 6.4, 18.0]),
            bone_mm: Some(17.2),
            nearest: Some(atlas::Nearest {
                name: Phrase::new("hazard-transverse_facial_artery"),
                kind: HazardKind::Artery,
                certainty: Certainty::Uncertain,
                away_mm: 3.4,
            }),
        }),
        overlays: vec![(Regions, true), (Hazards, true), (NoGo, false), (Tension, true), (Landmarks, false), (Zone, true)],
        legend: kinds.into_iter().map(|kind| atlas::Legend { kind, dashed: kind == HazardKind::Artery }).collect(),
        view: atlas::View { layer: 2.4, cut: None, sites: sites.to_vec(), site: 0, views: views.to_vec(), view: Some(1) },
        labels: crowd(),
    }
}

pub fn atlas_cut() -> atlas::Model {
    let mut model = atlas();
    model.person = atlas::Person { title: None, note: String::new(), own_scan: false, seed: Some(98_765), building: true, sex: Sex::Male, ..model.person };
    model.view.cut = Some(atlas::Cut { at_mm: -34.0, turn_deg: -135.0 });
    model.probe = None;
    model
}
