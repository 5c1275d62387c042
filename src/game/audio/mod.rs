//! Sound: what the hand feels, made audible. No recordings; the voice is computed from what the simulation says.
//!
//! **Invariant:** without a sound device the game is silent and says nothing of it; nothing but the ear learns of a sound.

pub mod voice;

use bevy::asset::Asset;
use bevy::audio::{AddAudioSource, AudioPlayer, Decodable};
use bevy::prelude::*;
use bevy::reflect::TypePath;
use std::sync::{Arc, OnceLock};

pub use voice::{Heard, Knock, Voice};

/// What is heard now, for whoever wants to be heard.
#[derive(Resource, Clone, Default)]
pub struct Sounds(pub Arc<Heard>);

/// The one voice as Bevy plays it.
#[derive(Asset, TypePath, Clone)]
struct Played(Arc<Heard>);

impl Decodable for Played {
    type Decoder = Voice;

    fn decoder(&self) -> Voice {
        Voice::new(Arc::clone(&self.0))
    }
}

/// Whether this machine has something to play on: asked first, since the system's own library prints its trouble on the terminal.
pub(super) fn device() -> bool {
    static FOUND: OnceLock<bool> = OnceLock::new();
    *FOUND.get_or_init(look_for_device)
}

fn look_for_device() -> bool {
    if !cfg!(target_os = "linux") {
        return true;
    }
    let cards = std::fs::read_to_string("/proc/asound/cards").unwrap_or_default();
    let server = std::env::var_os("XDG_RUNTIME_DIR").is_some_and(|folder| {
        ["pulse/native", "pipewire-0"].iter().any(|socket| std::path::Path::new(&folder).join(socket).exists())
    });
    server || std::env::var_os("PULSE_SERVER").is_some() || cards.lines().any(|line| line.trim_start().starts_with(|c: char| c.is_ascii_digit()))
}

/// Sets the voice going, where there is something to play on.
pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Sounds>();
    if device() {
        app.add_audio_source::<Played>().add_systems(Startup, begin);
    }
}

fn begin(mut commands: Commands, sounds: Res<Sounds>, mut voices: ResMut<Assets<Played>>) {
    commands.spawn(AudioPlayer(voices.add(Played(Arc::clone(&sounds.0)))));
}
