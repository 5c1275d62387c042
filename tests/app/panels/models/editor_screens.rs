//! The drill editor with each of its tabs.

use super::*;

pub fn own_drills() -> drills::Model {
    let mut model = drills();
    model.exam = false;
    model.make = Some(drills::Make { draft: Some("Both cheeks, 1:2, with a very long name indeed".into()) });
    for drill in &mut model.drills {
        (drill.own, drill.draft) = (true, true);
    }
    model
}

pub fn edit_field(name: editor::Name, label: &str, kind: editor::Kind) -> editor::Field {
    editor::Field { name, label: label.into(), note: String::new(), kind, wrong: Vec::new(), apart: false }
}

pub fn offers(names: &[&str], on: &[usize]) -> Vec<editor::Offer> {
    names.iter().enumerate().map(|(i, name)| editor::Offer { label: (*name).into(), tip: String::new(), on: on.contains(&i), free: i != 4 }).collect()
}

pub fn edit_number(name: editor::Name, label: &str, value: f64, unit: &str, range: (f64, f64)) -> editor::Field {
    edit_field(name, label, editor::Kind::Number { value, unit: unit.into(), range, step: 0.1, decimals: 2 })
}

pub fn editor_patient() -> editor::Model {
    use editor::{Kind, Name, Tab, Tool};
    let people = ["Anna, 45", "Mei, 38", "Solveig, 67", "Viktor, 52", "Amara, 41", "Rosa, 58", "Jorge, 49"];
    let mut reach = edit_number(Name::Reach, "At most so far from one", 6.0, "mm", (1.0, 30.0));
    reach.apart = true;
    editor::Model {
        title: "Jawline and lower cheek, Radiesse 1:2, for thin skin".into(),
        tab: Tab::Patient,
        fields: vec![
            edit_field(Name::Patient, "Patient", Kind::Choice { options: offers(&people, &[2]), many: false }),
            edit_field(Name::Part, "Where", Kind::Choice { options: offers(&["Head, neck, chest", "Back of the hand"], &[0]), many: false }),
            edit_number(Name::From, "Target plane from", 0.0, "mm", (-1.0, 10.0)),
            edit_number(Name::To, "Target plane to", 1.5, "mm", (0.1, 12.0)),
            edit_field(Name::ReachOn, "Entry points only near the proposed ones", Kind::Switch(true)),
            reach,
        ],
        faults: [0, 1, 0, 2],
        place: editor::Place {
            tool: Tool::Zone,
            counts: [14, 2],
            region: None,
            chosen: Some(3),
            ring: true,
            refused: None,
            area_cm2: Some(23.4),
            dose_mg_cm2: Some(7.9),
            views: ["editor-view-front", "editor-view-left", "editor-view-right", "editor-view-below"].map(Phrase::new).to_vec(),
        },
        wrong: vec![
            editor::Wrong { tab: None, field: "Zone".into(), text: "a side that crosses the one from points[2]; allowed: sides that do not cross".into() },
            editor::Wrong { tab: Some(Tab::Product), field: "Planned".into(), text: "2.5; allowed: at most what is drawn (1.5 mL)".into() },
            editor::Wrong { tab: Some(Tab::Words), field: "Site in words".into(), text: "an empty text; allowed: some words".into() },
        ],
        checking: false,
        building: false,
        kept: editor::Kept::Draft,
        steps: (true, false),
    }
}

pub fn editor_product() -> editor::Model {
    use editor::{Kind, Name, Tab, Tool};
    let mut planned = edit_number(Name::Planned, "Planned", 2.5, "mL", (0.05, 12.0));
    planned.note = "Over the zone’s area it gives the target dose".into();
    planned.wrong = vec!["2.5; allowed: at most what is drawn (1.5 mL)".into()];
    let model = editor_patient();
    editor::Model {
        tab: Tab::Product,
        fields: vec![
            edit_field(Name::Product, "Preparation", Kind::Choice { options: offers(&["HArmonyCa", "Radiesse", "Radiesse 1:1", "Radiesse 1:2"], &[2]), many: false }),
            planned,
            edit_number(Name::Drawn, "Drawn into the syringe", 1.5, "mL", (0.1, 12.0)),
            edit_field(Name::Gauge, "Gauge", Kind::Choice { options: offers(&["22G", "23G", "25G", "27G", "28G", "29G", "30G"], &[0]), many: false }),
            edit_field(Name::Instruments, "May be taken instead", Kind::Choice { options: offers(&["23G", "25G"], &[1]), many: true }),
        ],
        place: editor::Place { tool: Tool::Entry, chosen: None, refused: Some(Phrase::new("editor-entry-refused")), ..model.place.clone() },
        ..model
    }
}

pub fn editor_play() -> editor::Model {
    use editor::{Kind, Name, Tab};
    let phases = ["Consultation", "Mark the skin", "Prepare", "Disinfect", "Entry point", "Passes", "Massage", "Inspect", "Finish"];
    let model = editor_patient();
    editor::Model {
        tab: Tab::Play,
        fields: vec![
            edit_field(Name::Phases, "Phases that are played", Kind::Choice { options: offers(&phases, &[3, 4, 5, 6, 8]), many: true }),
            edit_field(Name::Rubric, "Rubric", Kind::Choice { options: offers(&["Subdermal fan", "Whole treatment, diluted product"], &[1]), many: false }),
            edit_number(Name::Limit, "Time limit", 600.0, "s", (30.0, 3600.0)),
            edit_field(Name::Seeds, "Seeds", Kind::Text { value: "11, 12, 13".into(), lines: 1, most: 2000 }),
        ],
        place: editor::Place { counts: [0, 0], chosen: None, ring: false, area_cm2: None, dose_mg_cm2: None, ..model.place.clone() },
        wrong: Vec::new(),
        faults: [0; 4],
        kept: editor::Kept::Saved("/home/somebody/.local/share/fanline/drills/jawline-and-lower-cheek.ron".into()),
        ..model
    }
}

pub fn editor_words() -> editor::Model {
    use editor::{Kind, Name, Tab};
    let text = |name, label: &str, value: &str, lines| edit_field(name, label, Kind::Text { value: value.into(), lines, most: 2000 });
    let mut site = text(Name::Site, "Site in words", "", 1);
    site.wrong = vec!["an empty text; allowed: some words".into()];
    editor::Model {
        tab: Tab::Words,
        fields: vec![
            text(Name::Title, "Title", "Jawline and lower cheek, Radiesse 1:2, for thin skin", 1),
            text(Name::Id, "Name of the file", "jawline-and-lower-cheek", 1),
            site,
            text(Name::Brief, "What to do", "Mix 1:2, disinfect, and lay one fan.\nThen massage and look.", 4),
        ],
        kept: editor::Kept::Nowhere("no space left on device".into()),
        checking: true,
        building: true,
        ..editor_patient()
    }
}
