//! What a screen reader is given: every thing to press has a role and a name, and pictures say their values.

use super::models::{self, Screen};
use super::stage::{lang, spanish};
use bevy_egui::egui::accesskit::{Action, Role};
use bevy_egui::egui::vec2;
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;
use fanline::game::theme::{self, Look, Theme};
use fanline::lang::Lang;

/// A node of the tree.
#[derive(Clone, Debug)]
struct Said {
    role: Role,
    /// Its label, else its value.
    name: String,
    can_be_worked: bool,
    on: Option<bool>,
}

/// The tree of a screen, in the order in which it is read.
fn tree(screen: &Screen, lang: &Lang) -> Vec<Said> {
    let size = vec2(1920.0, 1080.0);
    let theme = Theme::new(Look { reduced_motion: true, ..Look::default() }, size);
    let mut harness = Harness::builder().with_size(size).build_ui(|ui| {
        theme::apply(ui.ctx(), &theme);
        screen(ui, lang);
    });
    harness.run_steps(4);
    let said = |node: egui_kittest::Node<'_>| {
        let node = node.accesskit_node();
        let data = node.data();
        let name = node.label().filter(|label| !label.is_empty()).or_else(|| node.value()).unwrap_or_default();
        Said {
            role: node.role(),
            name,
            can_be_worked: data.supports_action(Action::Click) || data.supports_action(Action::Focus),
            on: data.toggled().map(|toggled| toggled == bevy_egui::egui::accesskit::Toggled::True),
        }
    };
    harness.root().children_recursive().map(said).collect()
}

const WIDGETS: [Role; 8] =
    [Role::Button, Role::CheckBox, Role::RadioButton, Role::Slider, Role::TextInput, Role::PasswordInput, Role::MultilineTextInput, Role::Image];

#[test]
fn everything_that_can_be_worked_has_a_role_and_a_name() {
    for (language, lang) in [("English", lang()), ("Spanish", spanish())] {
        for (name, screen) in models::screens() {
            let nodes = tree(&screen, &lang);
            let worked: Vec<_> = nodes.iter().filter(|node| node.can_be_worked).collect();
            let looked_at = ["waiting", "letters"];
            assert!(!worked.is_empty() || looked_at.iter().any(|part| name.contains(part)), "{name}: nothing can be worked");
            for node in worked {
                // What scrolls is worked with its content.
                if matches!(node.role, Role::ScrollBar | Role::ScrollView | Role::GenericContainer) && node.name.is_empty() {
                    continue;
                }
                assert!(WIDGETS.contains(&node.role), "{language}, {name}: {node:?} has no role of its own");
                assert!(node.name.chars().any(char::is_alphanumeric), "{language}, {name}: {node:?} has no name");
            }
        }
    }
}

#[test]
fn pictures_say_their_values() {
    let lang = lang();
    let all = |name: &str| {
        let screens = models::screens();
        let (_, screen) = screens.iter().find(|(known, _)| *known == name).expect("a screen of that name");
        tree(screen, &lang)
    };
    let procedure = all("procedure");
    let says = |nodes: &[Said], role: Role, part: &str| nodes.iter().any(|node| node.role == role && node.name.contains(part));
    assert!(says(&procedure, Role::Image, "Cross-section at the cannula: 18 mm wide"), "{procedure:#?}");
    assert!(says(&procedure, Role::Image, "Port 2.0 mm below the skin: as it should be."));
    assert!(says(&procedure, Role::Image, "Target 1.5 to 3.0 mm"));
    assert!(says(&procedure, Role::ProgressIndicator, "Withdrawal: as it should be, wanted 3.0 to 7.0"));
    assert!(says(&procedure, Role::ProgressIndicator, "Flow: worth a look, wanted 6.0 to 12.0"));
    let debrief = all("debrief");
    assert!(says(&debrief, Role::Image, "Thread 2: 46 mm long"), "{debrief:#?}");
    assert!(says(&debrief, Role::Image, "CaHA: 0 to 16 mg/cm², dark to bright"));
    assert!(says(&debrief, Role::Label, "Nodule risk: 4.1 %."));
}

/// Role, state and name of each node, one a line: what a change of a screen changes for those who do not see it.
#[test]
fn the_main_screens_read_as_they_are_kept() {
    let lang = lang();
    let kept = ["title", "learners", "drills", "procedure", "debrief", "quiz banks", "quiz single", "class", "class board", "settings"];
    for (name, screen) in models::screens().into_iter().filter(|(name, _)| kept.contains(name)) {
        let line = |node: &Said| {
            let on = match node.on {
                Some(true) => " (on)",
                Some(false) => " (off)",
                None => "",
            };
            format!("{:?}{on}: {}", node.role, node.name)
        };
        let nodes = tree(&screen, &lang);
        let lines: Vec<String> = nodes.iter().filter(|node| !node.name.is_empty()).map(line).collect();
        insta::assert_snapshot!(name.replace(' ', "_"), lines.join("\n"));
    }
}
