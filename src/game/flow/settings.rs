//! What a person has set, kept in the data folder.
//!
//! **Invariant:** a value that is missing, of the wrong kind or out of range is its default; the others stay.

use bevy::prelude::Resource;
use serde_json::{Value, json};

use super::home::Home;
use crate::game::audio;
use crate::game::panels::settings::{Assist, Language, Model, Preset, Tab};
use crate::game::theme::Look;

/// Names of the volumes in the file: what the hand feels, and the signals.
const VOLUMES: [&str; 2] = ["volume_hand", "volume_signals"];
const FILE: &str = "settings.json";
/// Names of the assists in the file, in the order of [`Assist::ALL`].
const ASSISTS: [&str; 9] = ["steps", "hint", "section", "depth", "meters", "map", "syringe", "strip", "see_through"];
/// The language of the system, in the file.
const AUTO: &str = "auto";
/// What is each learner's own; the picture and the volumes are this machine's.
const OWN: [&str; 7] = ["text", "dark", "high_contrast", "reduced_motion", "language", "speed_mm_s", "assists"];
const PRESETS: [(&str, Preset); 4] =
    [("automatic", Preset::Automatic), ("low", Preset::Low), ("medium", Preset::Medium), ("high", Preset::High)];

/// What is set.
#[derive(Resource, Clone, Debug, PartialEq)]
pub(super) struct Settings {
    /// How the screen looks.
    pub(super) look: Look,
    /// Quality of the picture.
    pub(super) preset: Preset,
    /// Code of the language; none for the system's.
    pub(super) language: Option<String>,
    /// The group of settings that is open; not kept.
    pub(super) tab: Tab,
    /// Share of the window's width that the scene is drawn at; none: the preset's.
    pub(super) scale: Option<f32>,
    /// The most frames a second; none: as many as the screen shows.
    pub(super) frame_cap: Option<u32>,
    assists: [bool; 9],
    /// How loud what the hand feels is, and the signals, 0 to 1.
    pub(super) volumes: [f32; 2],
    /// Speed of advancing and withdrawing, mm/s.
    pub(super) speed_mm_s: f64,
    /// Folder that a class shares; none for the one beside the records.
    pub(super) shared: Option<String>,
    /// What an instructor signs comments with.
    pub(super) author: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self { look: Look::default(), preset: Preset::Automatic, scale: None, frame_cap: None, language: None, tab: Tab::Look, assists: [true; 9], volumes: [0.5; 2], speed_mm_s: 6.0, shared: None, author: String::new() }
    }
}

impl Settings {
    /// Slowest and fastest speed, mm/s.
    pub(super) const SPEED: std::ops::RangeInclusive<f64> = 1.0..=20.0;

    /// Reads what was set, repaired where it is damaged.
    pub(super) fn load(home: &Home) -> Self {
        let text = home.read(FILE).unwrap_or_default();
        Self::repaired(&serde_json::from_str(&text).unwrap_or(Value::Null))
    }

    fn repaired(value: &Value) -> Self {
        Self::default().taking(value)
    }

    /// These settings with what a learner has set of their own.
    pub(super) fn with_own(self, own: &Value) -> Self {
        let known = own.as_object().map(|own| OWN.iter().filter_map(|name| Some(((*name).to_owned(), own.get(*name)?.clone()))).collect());
        self.taking(&Value::Object(known.unwrap_or_default()))
    }

    /// These settings with those that stand in a value and are whole.
    fn taking(self, value: &Value) -> Self {
        let mut set = self;
        let number = |name: &str| value.get(name).and_then(Value::as_f64).filter(|x| x.is_finite());
        let truth = |name: &str, otherwise: bool| value.get(name).and_then(Value::as_bool).unwrap_or(otherwise);
        if let Some(text) = number("text") {
            set.look.text = text.clamp(0.8, 2.0) as f32;
        }
        set.look.dark = truth("dark", set.look.dark);
        set.look.reduced_motion = truth("reduced_motion", set.look.reduced_motion);
        set.look.high_contrast = truth("high_contrast", set.look.high_contrast);
        if let Some(name) = value.get("preset").and_then(Value::as_str) {
            set.preset = PRESETS.iter().find(|(known, _)| *known == name).map_or(set.preset, |(_, preset)| *preset);
        }
        if let Some(code) = value.get("language").and_then(Value::as_str) {
            set.language = Some(code.to_owned()).filter(|code| code != AUTO);
        }
        if let Some(path) = value.get("shared_folder").and_then(Value::as_str) {
            set.shared = Some(path.to_owned()).filter(|path| !path.trim().is_empty());
        }
        if let Some(name) = value.get("author").and_then(Value::as_str) {
            set.author = name.chars().take(80).collect();
        }
        set.scale = number("scale").map(|scale| scale.clamp(0.25, 1.0) as f32).or(set.scale);
        set.frame_cap = number("frame_cap").map(|most| most.clamp(15.0, 240.0) as u32).or(set.frame_cap);
        for (name, volume) in VOLUMES.iter().zip(&mut set.volumes) {
            *volume = number(name).map_or(*volume, |loud| loud.clamp(0.0, 1.0) as f32);
        }
        if let Some(speed) = number("speed_mm_s") {
            set.speed_mm_s = speed.clamp(*Self::SPEED.start(), *Self::SPEED.end());
        }
        for (i, name) in ASSISTS.iter().enumerate() {
            let on = value.get("assists").and_then(|list| list.get(name)).and_then(Value::as_bool);
            set.assists[i] = on.unwrap_or(set.assists[i]);
        }
        set
    }

    /// What is a learner's own, as the records keep it; the rest is the machine's.
    pub(super) fn own(&self) -> Value {
        let all = self.value();
        Value::Object(OWN.iter().filter_map(|name| Some(((*name).to_owned(), all.get(*name)?.clone()))).collect())
    }

    /// Keeps what is set; says whether that worked.
    pub(super) fn save(&self, home: &Home) -> bool {
        home.write(FILE, &format!("{:#}\n", self.value())).is_ok()
    }

    fn value(&self) -> Value {
        let assists: serde_json::Map<String, Value> =
            ASSISTS.iter().zip(self.assists).map(|(name, on)| ((*name).to_owned(), Value::Bool(on))).collect();
        let preset = PRESETS.iter().find(|(_, preset)| *preset == self.preset).map_or("automatic", |(name, _)| name);
        json!({
            "text": self.look.text, "dark": self.look.dark, "high_contrast": self.look.high_contrast, "reduced_motion": self.look.reduced_motion,
            "preset": preset, "scale": self.scale, "frame_cap": self.frame_cap, "language": self.language.as_deref().unwrap_or(AUTO), VOLUMES[0]: self.volumes[0], VOLUMES[1]: self.volumes[1], "speed_mm_s": self.speed_mm_s, "shared_folder": self.shared, "author": self.author, "assists": assists,
        })
    }

    /// Whether an assist is on.
    pub(super) fn assist(&self, assist: Assist) -> bool {
        self.assists[position(assist)]
    }

    /// Switches an assist.
    pub(super) fn set_assist(&mut self, assist: Assist, on: bool) {
        self.assists[position(assist)] = on;
    }

    /// The settings' page.
    pub(super) fn page(&self, languages: Vec<Language>) -> Model {
        Model {
            tab: self.tab,
            high_contrast: self.look.high_contrast,
            language: self.language.as_deref().and_then(|code| languages.iter().position(|language| language.code == code)),
            languages,
            text: self.look.text,
            dark: self.look.dark,
            reduced_motion: self.look.reduced_motion,
            preset: Some(self.preset),
            scale: self.scale,
            frame_cap: self.frame_cap,
            volumes: audio::device().then_some(self.volumes),
            assists: Assist::ALL.into_iter().map(|assist| (assist, self.assist(assist))).collect(),
        }
    }
}

/// Name of an assist in files, of settings and of drills.
pub(super) fn assist_name(assist: Assist) -> &'static str {
    ASSISTS[position(assist)]
}

fn position(assist: Assist) -> usize {
    Assist::ALL.iter().position(|known| *known == assist).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damaged_settings_keep_what_is_whole() {
        let value = json!({"text": 9.0, "dark": "no", "preset": "medium", "volume_hand": 7, "speed_mm_s": -3, "assists": {"hint": false, "depth": 1}});
        let set = Settings::repaired(&value);
        assert_eq!(set.look.text, 2.0);
        assert!(set.look.dark);
        assert_eq!(set.preset, Preset::Medium);
        assert_eq!(set.volumes, [1.0, 0.5]);
        assert_eq!(set.speed_mm_s, 1.0);
        assert!(!set.assist(Assist::Hint));
        assert!(set.assist(Assist::Depth));
        assert_eq!(Settings::repaired(&Value::Null), Settings::default());
    }

    #[test]
    fn a_learner_s_own_settings_leave_the_machine_s_alone() {
        let machine = Settings::repaired(&json!({"text": 1.2, "preset": "low", "volume_hand": 0.1, "language": "es"}));
        let mut mine = machine.clone();
        (mine.look.text, mine.language, mine.preset, mine.volumes) = (1.8, None, Preset::High, [1.0; 2]);
        mine.set_assist(Assist::Hint, false);
        let worn = machine.clone().with_own(&mine.own());
        assert_eq!((worn.look.text, worn.language.as_deref(), worn.assist(Assist::Hint)), (1.8, None, false));
        assert_eq!((worn.preset, worn.volumes), (Preset::Low, machine.volumes));
        assert_eq!(machine.clone().with_own(&json!("damaged")), machine);
    }
}
