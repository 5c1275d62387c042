//! The procedure: names, strip, bench, meters, inspection, pause.

use super::stage;
use crate::panels::models;
use crate::panels::stage::{Stage, lang, sizes};
use bevy_egui::egui::{Key, vec2};
use fanline::game::panels::{atlas, bench, cross_section, meters, pause, procedure, strip};
use fanline::game::theme::{Look, State};

#[test]
fn names_keep_off_each_other_and_off_the_panels() {
    let (lang, model) = (lang(), models::atlas());
    let mut stage = stage();
    stage.settle(|ui| atlas::panel(ui, &model, &lang));
    let theme = fanline::game::theme::Theme::new(Look { reduced_motion: true, ..Look::default() }, sizes()[0]);
    let field = fanline::game::panels::layout::atlas(stage.window(), &theme).field;
    let names: Vec<_> = stage.painted.iter().filter(|painted| painted.text == "Antegonial notch" || painted.text == "Malar").collect();
    assert!(names.len() > 2, "{} names found room", names.len());
    assert!(names.iter().all(|name| field.contains_rect(name.rect)));
}

#[test]
fn every_region_landmark_and_hazard_has_a_name() {
    let lang = lang();
    let content = fanline::source::Content::find().expect("the project's own content is beside it");
    let library = fanline::drill::Library::open(&content).expect("the content is whole");
    let anatomy = library.anatomy("anna").expect("a patient");
    let regions = fanline::anatomy::Region::ALL.iter().map(|(_, name)| format!("region-{name}"));
    let stem = |name: &'static str| name.trim_end_matches("_left").trim_end_matches("_right");
    use fanline::anatomy::Landmark;
    let hand = library.hand_of(anatomy.phenotype()).expect("a hand");
    let landmarks = Landmark::names().into_iter().chain(Landmark::hand_names()).map(|name| format!("landmark-{}", stem(name)));
    let hazards = anatomy.hazards().iter().chain(hand.hazards()).map(|hazard| format!("hazard-{}", hazard.id));
    for id in regions.chain(landmarks).chain(hazards) {
        assert!(lang.has(&id), "no words for {id}");
    }
}

#[test]
fn the_strip_switches_overlays_and_views() {
    let (lang, model) = (lang(), models::procedure());
    let screen = |ui: &mut _| procedure::panel(ui, &model, &lang);
    let mut stage = Stage::new(sizes()[1], Look::default());
    let toggled = procedure::Action::Strip(strip::Action::Toggle(strip::Overlay::Hazards));
    assert_eq!(stage.click("Hazards", screen), Some(toggled));
    assert_eq!(stage.click("4 Profile", screen), Some(procedure::Action::Strip(strip::Action::View(3))));
    assert_eq!(stage.click("Menu", screen), Some(procedure::Action::Menu));
}

#[test]
fn the_pointer_over_the_field_belongs_to_the_scene() {
    let (lang, model) = (lang(), models::procedure());
    let screen = |ui: &mut _| procedure::panel(ui, &model, &lang);
    let mut stage = stage();
    stage.settle(screen);
    stage.click_at(bevy_egui::egui::pos2(600.0, 300.0), screen);
    assert!(!stage.ctx.egui_wants_pointer_input());
    let depth = stage.find("Depth at the port").rect.center();
    stage.click_at(depth, screen);
    assert!(stage.ctx.egui_wants_pointer_input());
}

#[test]
fn leaving_is_asked_before_it_is_done() {
    let lang = lang();
    let menu = pause::Model { can_finish: true, ..Default::default() };
    let action = stage().click("Leave", |ui| pause::panel(ui, &menu, &lang));
    assert_eq!(action, Some(pause::Action::Ask(pause::Page::ConfirmLeave)));
    let asked = pause::Model { page: pause::Page::ConfirmLeave, ..menu };
    let mut stage = stage();
    stage.settle(|ui| pause::panel(ui, &asked, &lang));
    let yes = stage.painted.iter().rev().find(|painted| painted.text == "Leave").expect("a way to leave").rect.center();
    assert_eq!(stage.click_at(yes, |ui| pause::panel(ui, &asked, &lang)), Some(pause::Action::Leave));
    let back = stage.key(Key::Escape, |ui| pause::panel(ui, &asked, &lang));
    assert_eq!(back, Some(pause::Action::Ask(pause::Page::Menu)));
}

#[test]
fn the_bench_is_chosen_drawn_stroked_and_filled() {
    let lang = lang();
    let (empty, drawn) = (models::bench(false), models::bench(true));
    let mut stage = Stage::new(sizes()[1], Look::default());
    let before = |ui: &mut _| bench::panel(ui, &empty, &lang);
    assert_eq!(stage.click("HArmonyCa", before), Some(bench::Action::Product(0)));
    assert_eq!(stage.click("1:1.5", before), Some(bench::Action::Ratio(1.5)));
    assert_eq!(stage.click("plasma", before), Some(bench::Action::Diluent(2)));
    assert_eq!(stage.click("Draw and join", before), Some(bench::Action::Draw));
    let mut stage = Stage::new(sizes()[1], Look::default());
    let after = |ui: &mut _| bench::panel(ui, &drawn, &lang);
    assert_eq!(stage.click("Push across", after), Some(bench::Action::Stroke(1.0)));
    assert_eq!(stage.click("30 s", after), Some(bench::Action::Stand(30)));
    assert_eq!(stage.click("Fill", after), Some(bench::Action::Fill));
}

#[test]
fn a_drag_to_and_fro_over_the_syringes_is_a_stroke_each_way() {
    let lang = lang();
    let mut stage = Stage::new(sizes()[1], Look::default());
    let mut model = models::bench(true);
    stage.settle(|ui| bench::panel(ui, &model, &lang));
    let left = stage.find("CaHA, mean").rect.left();
    let y = 0.5 * (stage.find("Begin again").rect.bottom() + stage.find("mg/mL").rect.top());
    let places = |to_the_right: bool| (0..=10).map(move |i| left + 60.0 + 40.0 * if to_the_right { i as f32 } else { 10.0 - i as f32 });
    let mut strokes = Vec::new();
    stage.button(vec2(left + 60.0, y), true, |ui| bench::panel(ui, &model, &lang));
    for way in 0..4 {
        for x in places(way % 2 == 0) {
            if let Some(bench::Action::Stroke(seconds)) = stage.moved(vec2(x, y), |ui| bench::panel(ui, &model, &lang)) {
                strokes.push((way, seconds));
                // The stroke is done at once.
                if let Some(mix) = &mut model.mix {
                    mix.giver = 1 - mix.giver;
                }
            }
        }
    }
    let ways: Vec<i32> = strokes.iter().map(|(way, _)| *way).collect();
    assert_eq!(ways, [0, 1, 2, 3], "one stroke each way");
    assert!(strokes.iter().all(|(_, seconds)| *seconds > 0.1 && *seconds < 20.0), "{strokes:?}");
}

#[test]
fn a_drag_away_from_the_empty_syringe_is_no_stroke() {
    let (lang, model) = (lang(), models::bench(true));
    let mut stage = Stage::new(sizes()[1], Look::default());
    let screen = |ui: &mut _| bench::panel(ui, &model, &lang);
    stage.settle(screen);
    let left = stage.find("CaHA, mean").rect.left();
    let y = 0.5 * (stage.find("Begin again").rect.bottom() + stage.find("mg/mL").rect.top());
    stage.button(vec2(left + 460.0, y), true, screen);
    // The left one gives: a drag to the left pulls at a full rod.
    let made = (0..=10).filter_map(|i| stage.moved(vec2(left + 460.0 - 40.0 * i as f32, y), screen)).count();
    assert_eq!(made, 0);
}

#[test]
fn an_inspection_stands_in_the_place_of_depth_and_meters() {
    let lang = lang();
    let shown = |model: &procedure::Model| {
        let mut stage = stage();
        stage.settle(|ui| procedure::panel(ui, model, &lang));
        stage.painted.iter().map(|painted| painted.text.clone()).collect::<Vec<_>>()
    };
    let at_work = shown(&models::procedure());
    assert!(at_work.iter().any(|text| text == "Depth at the port") && !at_work.iter().any(|text| text == "Inspection"));
    let white = shown(&models::inspected(12.0, 0.4));
    assert!(white.iter().any(|text| text == "Inspection") && !white.iter().any(|text| text == "Depth at the port"));
    assert!(white.iter().any(|text| text.contains("12 mm²")) && white.iter().any(|text| text == "blanching"));
    assert!(shown(&models::inspected(0.0, 1.2)).iter().any(|text| text == "a ridge"));
    assert!(shown(&models::inspected(0.0, 0.4)).iter().any(|text| text == "smooth, normal colour"));
}

#[test]
fn what_an_inspection_leaves_is_judged_by_the_bands_alone() {
    let model = |white, ridge| models::inspected(white, ridge).inspection.expect("it is inspected");
    assert_eq!((model(0.0, 1.0).state(), model(0.0, 1.0).left()), (State::Target, None));
    assert_eq!((model(0.0, 1.2).state(), model(0.0, 1.2).left()), (State::Attention, Some("hint-ridge-left")));
    assert_eq!((model(1.0, 0.0).state(), model(1.0, 0.0).left()), (State::Fault, Some("hint-white-left")));
    let mut unjudged = model(9.0, 2.0);
    (unjudged.white.band, unjudged.ridge.band) = (None, None);
    assert_eq!((unjudged.state(), unjudged.left()), (State::Neutral, None), "without a band nothing is judged");
}

#[test]
fn a_reading_is_judged_by_its_band() {
    let reading = |value, active| meters::Reading { value, full_scale: 20.0, band: Some((4.0, 8.0)), active };
    assert_eq!(reading(5.0, true).state(), State::Target);
    assert_eq!(reading(3.0, true).state(), State::Attention);
    assert_eq!(reading(9.0, true).state(), State::Attention);
    assert_eq!(reading(12.1, true).state(), State::Fault);
    assert_eq!(reading(12.1, false).state(), State::Neutral);
    assert_eq!(meters::Reading { band: None, ..reading(5.0, true) }.state(), State::Neutral);
}

#[test]
fn a_cross_section_without_tissue_is_still_a_card() {
    let lang = lang();
    let mut model = models::section();
    model.columns.clear();
    let mut stage = stage();
    stage.settle(|ui| {
        cross_section::panel(ui, &model, &lang);
        None::<()>
    });
    stage.find("Cross-section");
}
