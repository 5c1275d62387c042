//! The debrief's parts: what is pressed comes back as what was meant, by mouse and by keys.

use super::models::{debrief, debrief_at};
use super::stage::{Stage, lang, sizes};
use bevy_egui::egui::{Key, vec2};
use fanline::game::panels::debrief::{Action, Kept, Map, Model, Outlook, Quantity, Show, Tab, Whose, panel};
use fanline::game::theme::Look;

fn stage(large: bool) -> Stage {
    Stage::new(sizes()[usize::from(large)], Look { reduced_motion: true, ..Look::default() })
}

fn click(model: &Model, words: &str) -> Option<Action> {
    let lang = lang();
    stage(false).click(words, |ui| panel(ui, model, &lang))
}

fn press(model: &Model, key: Key) -> Option<Action> {
    let lang = lang();
    let mut stage = stage(false);
    stage.settle(|ui| panel(ui, model, &lang));
    stage.key(key, |ui| panel(ui, model, &lang))
}

#[test]
fn each_tab_opens_by_its_name_and_by_its_number() {
    let model = debrief();
    for (name, key, tab) in [
        ("Scores", Key::Num1, Tab::Scores),
        ("Months", Key::Num3, Tab::Months),
        ("Compare", Key::Num4, Tab::Compare),
        ("Notes", Key::Num5, Tab::Notes),
    ] {
        assert_eq!(click(&model, name), Some(Action::Open(tab)));
        assert_eq!(press(&model, key), Some(Action::Open(tab)));
    }
    assert_eq!(click(&debrief_at(Tab::Notes, false), "Findings"), Some(Action::Open(Tab::Findings)));
}

#[test]
fn in_a_tall_window_scores_and_findings_are_seen_together() {
    let (lang, model) = (lang(), debrief_at(Tab::Scores, false));
    let mut stage = stage(true);
    stage.settle(|ui| panel(ui, &model, &lang));
    assert!(stage.find("safety\u{a0}71").rect.bottom() < stage.find("All −25").rect.top());
    assert!(!stage.painted.iter().any(|painted| painted.text == "Scores"));
}

#[test]
fn at_720_three_findings_are_seen_at_once() {
    let (lang, model) = (lang(), debrief());
    let mut stage = stage(false);
    stage.settle(|ui| panel(ui, &model, &lang));
    let seen = |text: &str| stage.painted.iter().filter(|painted| painted.text.starts_with(text) && painted.clip.contains_rect(painted.rect)).count();
    assert!(seen("Thread 2 rose") == 2 && seen("38 %") == 1);
}

#[test]
fn findings_are_filtered_by_score_and_shown_again() {
    let mut model = debrief();
    assert_eq!(click(&model, "Evenness −9"), Some(Action::Filter(Some(1))));
    model.filter = Some(1);
    let lang = lang();
    let mut stage = stage(false);
    stage.settle(|ui| panel(ui, &model, &lang));
    assert!(stage.painted.iter().any(|painted| painted.text.starts_with("38 %")));
    assert!(!stage.painted.iter().any(|painted| painted.text.starts_with("Thread 2 rose")));
    assert_eq!(stage.click("Evenness −9", |ui| panel(ui, &model, &lang)), Some(Action::Filter(None)));
    assert_eq!(stage.click("All −25", |ui| panel(ui, &model, &lang)), Some(Action::Filter(None)));
}

#[test]
fn the_replay_is_worked_by_keys() {
    let model = debrief();
    for (key, action) in [
        (Key::Space, Action::Play(true)),
        (Key::ArrowRight, Action::Tick(true)),
        (Key::ArrowLeft, Action::Tick(false)),
        (Key::PageDown, Action::Pass(true)),
        (Key::PageUp, Action::Pass(false)),
        (Key::Plus, Action::Speed(2.0)),
        (Key::Minus, Action::Speed(0.5)),
        (Key::Home, Action::Seek(0.0)),
        (Key::End, Action::Seek(138.0)),
        (Key::F, Action::Follow(true)),
        (Key::L, Action::Show(Show::Layers, true)),
        (Key::T, Action::Show(Show::Threads, false)),
        (Key::M, Action::Map(Map::Nodules)),
        (Key::G, Action::Whose(Whose::Other)),
        (Key::Escape, Action::Title),
    ] {
        assert_eq!(press(&model, key), Some(action), "{key:?}");
    }
    let slowest = Model { replay: fanline::game::panels::debrief::Replay { speed: 0.25, ..model.replay.clone() }, ..model };
    assert_eq!(press(&slowest, Key::Minus), Some(Action::Speed(0.25)), "there is nothing slower");
}

#[test]
fn a_mark_on_the_scrubber_is_gone_to_exactly() {
    let (lang, model) = (lang(), debrief());
    let screen = |ui: &mut _| panel(ui, &model, &lang);
    let mut stage = stage(false);
    stage.settle(screen);
    let time = stage.find("0:36 / 2:18").rect;
    let follow = stage.find("1×").rect;
    // Between the buttons and the time, near the top of the bar: one of the marks, wherever the bar begins and ends.
    let mut times = Vec::new();
    let mut x = follow.right();
    while x < time.left() {
        if let Some(Action::Seek(at)) = stage.click_at((x, time.top() - 1.0).into(), screen) {
            times.push(at);
        }
        x += 3.0;
    }
    for mark in &model.replay.marks {
        assert!(times.contains(&mark.time_s), "{} is not in {times:?}", mark.time_s);
    }
    assert!(times.windows(2).all(|pair| pair[0] <= pair[1]) && times.len() > 20, "{times:?}");
}

#[test]
fn another_attempt_is_shown_as_chosen_once_it_is_there() {
    let model = debrief();
    assert_eq!(click(&model, "Yours"), Some(Action::Whose(Whose::Mine)));
    assert_eq!(click(&model, "Expert"), Some(Action::Whose(Whose::Other)));
    let lang = lang();
    let coming = debrief_at(Tab::Findings, true);
    let mut stage = stage(false);
    stage.settle(|ui| panel(ui, &coming, &lang));
    stage.find("Expert plays the same drill");
    assert!(!stage.painted.iter().any(|painted| painted.text == "Yours"));
}

#[test]
fn the_months_are_gone_through_by_slider_curve_and_keys() {
    let model = debrief_at(Tab::Months, false);
    let lang = lang();
    let screen = |ui: &mut _| panel(ui, &model, &lang);
    assert_eq!(press(&model, Key::ArrowRight), Some(Action::Month(6.5)));
    assert_eq!(press(&model, Key::ArrowLeft), Some(Action::Month(5.5)));
    assert_eq!(click(&model, "Skin lifted"), None, "its figure is no button");
    let mut stage = stage(true);
    stage.settle(screen);
    let scale = stage.painted.iter().find(|painted| painted.text == "12" && painted.rect.top() > 0.0).expect("the slider's scale").rect;
    let action = stage.click_at(scale.center_top() - vec2(0.0, 12.0), screen);
    assert_eq!(action, Some(Action::Month(12.0)));
    for words in ["Radiesse 1:1, laid", "HArmonyCa", "Sculptra", "Illustrative"] {
        stage.find(words);
    }
    let Outlook::Ready(of) = &model.outlook else { panic!("the model has its months") };
    assert_eq!(of.quantity, Quantity::Thickening);
    let lift = stage.painted.iter().filter(|painted| painted.text == "Skin lifted").map(|painted| painted.rect).max_by(|a, b| a.top().total_cmp(&b.top()));
    let action = stage.click_at(lift.expect("a button").center(), screen);
    assert_eq!(action, Some(Action::Quantity(Quantity::Lift)));
}

#[test]
fn an_older_attempt_is_worked_out_only_when_asked() {
    let model = debrief_at(Tab::Compare, false);
    assert_eq!(click(&model, "Work out: Last"), Some(Action::WorkOut(0)));
    let first = debrief_at(Tab::Compare, true);
    let lang = lang();
    let mut stage = stage(false);
    stage.settle(|ui| panel(ui, &first, &lang));
    stage.find("first attempt");
    assert!(!stage.painted.iter().any(|painted| painted.text.contains("Work out")));
}

#[test]
fn what_is_typed_is_a_note_and_no_command() {
    let model = Model { notes: String::new(), ..debrief_at(Tab::Notes, false) };
    let lang = lang();
    let screen = |ui: &mut _| panel(ui, &model, &lang);
    let mut stage = stage(true);
    stage.settle(screen);
    let field = stage.find("What will you do differently").rect;
    stage.click_at(field.center() + vec2(0.0, 6.0), screen);
    assert_eq!(stage.typed("f", screen), Some(Action::Note("f".into())));
    assert_eq!(stage.key(Key::Space, screen), None);
    assert_eq!(stage.key(Key::Escape, screen), None, "it leaves the field");
    assert_eq!(stage.key(Key::Escape, screen), Some(Action::Title));
    let nowhere = Model { kept: Kept::Nowhere, ..model.clone() };
    stage.settle(|ui| panel(ui, &nowhere, &lang));
    stage.find("notes cannot be kept");
}

#[test]
fn files_are_asked_for_and_told_with_their_path() {
    let model = debrief_at(Tab::Notes, false);
    let lang = lang();
    let screen = |ui: &mut _| panel(ui, &model, &lang);
    let mut stage = stage(true);
    assert_eq!(stage.click("Page", screen), Some(Action::Page));
    assert_eq!(stage.click("Picture", screen), Some(Action::Picture));
    stage.find("radiesse-jawline@mei-0012.html");
    stage.find("no space left");
    assert_eq!(stage.click("Another patient", screen), Some(Action::Elsewhere));
}

#[test]
fn the_plot_is_read_under_the_pointer() {
    let (lang, model) = (lang(), debrief());
    let screen = |ui: &mut _| panel(ui, &model, &lang);
    let mut stage = stage(true);
    stage.settle(screen);
    let lane = stage.find("thread 3").rect;
    let at = lane.left_bottom() + vec2(40.0, 50.0);
    stage.moved(at.to_vec2(), screen);
    stage.pass(screen);
    let read = &stage.find("Thread 3, ").text;
    assert!(read.contains("in fat") && read.contains("below the dermis"), "{read}");
}

#[test]
fn a_map_has_its_legend() {
    let lang = lang();
    let mut stage = stage(false);
    let model = debrief();
    stage.settle(|ui| panel(ui, &model, &lang));
    stage.find("16 mg/cm²");
    assert_eq!(click(&model, "Nodules"), Some(Action::Map(Map::Nodules)));
    let months = debrief_at(Tab::Months, false);
    stage.settle(|ui| panel(ui, &months, &lang));
    stage.find("+20 %");
    assert_eq!(click(&months, "Nodules felt"), Some(Action::Map(Map::Felt)));
}

#[test]
fn at_200_percent_everything_is_still_reached() {
    let lang = lang();
    for size in sizes() {
        for tab in Tab::ALL {
            let model = debrief_at(tab, false);
            let mut stage = Stage::new(size, Look { text: 2.0, reduced_motion: true, ..Look::default() });
            stage.settle(|ui| panel(ui, &model, &lang));
            // The last of each rail is there, if need be below the fold of what scrolls.
            for words in ["Again, same patient", "Title", "Notes"] {
                let word = stage.find(words);
                assert!(word.rect.left() >= word.clip.left() - 1.5 && word.rect.right() <= word.clip.right() + 1.5, "{words}: {word:?}");
            }
        }
    }
}
