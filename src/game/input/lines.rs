//! Raw messages of a gamepad from a file or FIFO, for assistive tools and for tests.
//!
//! With `FANLINE_GAMEPAD` naming a file or FIFO, its lines are put before the engine's own input as if a gamepad had sent them:
//! `{"connect":true}`, `{"button":"South","value":1}`, `{"axis":"LeftStickX","value":-0.5}`, `{"connect":false}`. Buttons and axes have
//! the engine's names. A line that says nothing of the kind is passed over.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use bevy::input::gamepad::{
    GamepadAxis, GamepadButton, GamepadConnection, GamepadConnectionEvent, RawGamepadAxisChangedEvent, RawGamepadButtonChangedEvent,
    RawGamepadEvent,
};
use bevy::prelude::*;
use serde_json::Value;

use super::binding::{gamepad_axis, gamepad_button};

/// Time between two looks at a file that has nothing new.
const EVERY: Duration = Duration::from_millis(10);

/// What a line says.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Said {
    Connect(bool),
    Button(GamepadButton, f32),
    Axis(GamepadAxis, f32),
}

fn said(line: &str) -> Option<Said> {
    let value: Value = serde_json::from_str(line).ok()?;
    if let Some(connect) = value.get("connect") {
        return connect.as_bool().map(Said::Connect);
    }
    let amount = value.get("value").and_then(Value::as_f64).filter(|amount| amount.is_finite())? as f32;
    let name = |key: &str| value.get(key).and_then(Value::as_str);
    match (name("button"), name("axis")) {
        (Some(button), None) => Some(Said::Button(gamepad_button(button)?, amount.clamp(0.0, 1.0))),
        (None, Some(axis)) => Some(Said::Axis(gamepad_axis(axis)?, amount.clamp(-1.0, 1.0))),
        _ => None,
    }
}

/// The lines that came.
#[derive(Resource, Default)]
pub(crate) struct Lines {
    heard: Option<Mutex<Receiver<Said>>>,
    asked: bool,
    pad: Option<Entity>,
}

/// Reads lines until nobody listens any more; a FIFO may be opened and left by many writers.
fn listen(path: &PathBuf, tell: &Sender<Said>) {
    let file = loop {
        match File::open(path) {
            Ok(file) => break file,
            Err(_) => thread::sleep(EVERY),
        }
    };
    let mut reader = BufReader::new(file);
    let mut line = String::new();
    loop {
        match reader.read_line(&mut line) {
            // Half a line waits for its other half.
            Ok(n) if n > 0 && line.ends_with('\n') => {
                if said(&line).is_some_and(|said| tell.send(said).is_err()) {
                    return;
                }
                line.clear();
            }
            Ok(_) => thread::sleep(EVERY),
            Err(_) => {
                line.clear();
                thread::sleep(EVERY);
            }
        }
    }
}

/// Puts what came since the last frame before the engine's own input.
pub(crate) fn put(
    mut lines: ResMut<Lines>,
    mut commands: Commands,
    mut raw: MessageWriter<RawGamepadEvent>,
    mut connections: MessageWriter<GamepadConnectionEvent>,
    mut buttons: MessageWriter<RawGamepadButtonChangedEvent>,
    mut axes: MessageWriter<RawGamepadAxisChangedEvent>,
) {
    if !lines.asked {
        lines.asked = true;
        if let Some(path) = std::env::var_os("FANLINE_GAMEPAD").filter(|path| !path.is_empty()).map(PathBuf::from) {
            let (tell, heard) = channel();
            thread::spawn(move || listen(&path, &tell));
            lines.heard = Some(Mutex::new(heard));
        }
    }
    let heard: Vec<Said> = match &lines.heard {
        Some(heard) => heard.lock().map(|heard| heard.try_iter().collect()).unwrap_or_default(),
        None => return,
    };
    for said in heard {
        match said {
            Said::Connect(on) => {
                let pad = *lines.pad.get_or_insert_with(|| commands.spawn_empty().id());
                let connection = if on {
                    GamepadConnection::Connected { name: "FANLINE_GAMEPAD".to_owned(), vendor_id: None, product_id: None }
                } else {
                    GamepadConnection::Disconnected
                };
                let event = GamepadConnectionEvent::new(pad, connection);
                raw.write(event.clone().into());
                connections.write(event);
            }
            Said::Button(button, value) => {
                if let Some(pad) = lines.pad {
                    let event = RawGamepadButtonChangedEvent::new(pad, button, value);
                    raw.write(event.into());
                    buttons.write(event);
                }
            }
            Said::Axis(axis, value) => {
                if let Some(pad) = lines.pad {
                    let event = RawGamepadAxisChangedEvent::new(pad, axis, value);
                    raw.write(event.into());
                    axes.write(event);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_say_what_a_gamepad_would() {
        assert_eq!(said(r#"{"connect":true}"#), Some(Said::Connect(true)));
        assert_eq!(said(r#"{"button":"RightTrigger2","value":0.5}"#), Some(Said::Button(GamepadButton::RightTrigger2, 0.5)));
        assert_eq!(said(r#"{"axis":"LeftStickX","value":-7}"#), Some(Said::Axis(GamepadAxis::LeftStickX, -1.0)));
        for nonsense in ["", "{}", "null", r#"{"button":"Sideways","value":1}"#, r#"{"axis":"LeftStickX"}"#, r#"{"connect":"yes"}"#] {
            assert_eq!(said(nonsense), None, "{nonsense}");
        }
    }
}
