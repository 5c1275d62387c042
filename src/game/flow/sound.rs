//! What the session gives to hear.

use bevy::prelude::*;

use super::{Flow, Screen};
use crate::game::audio::{Knock, Sounds};
use crate::session::EventKind;

/// Tells the voice what the hand feels, and what has happened since it was last told.
pub(super) fn tell(flow: Res<Flow>, screen: Res<State<Screen>>, sounds: Res<Sounds>, mut told: Local<usize>) {
    let heard = &sounds.0;
    heard.set_volumes(flow.settings.volumes[0], flow.settings.volumes[1]);
    let Some(attempt) = flow.attempt.as_ref().filter(|_| *screen.get() == Screen::Procedure && flow.running()) else {
        heard.feel(0.0, 0.0, 0.0);
        if flow.attempt.is_none() {
            *told = 0;
        }
        return;
    };
    let session = &attempt.session;
    let force = session.reading().map_or(0.0, |reading| reading.hub_force_n);
    heard.feel(force, session.rate_mm_s(), session.flow_ul_s());
    let events = session.events();
    for event in events.get(*told..).unwrap_or_default() {
        if let Some(knock) = knock(&event.kind) {
            heard.knock(knock);
        }
    }
    *told = events.len();
}

/// How an event sounds, if it does.
fn knock(kind: &EventKind) -> Option<Knock> {
    Some(match kind {
        EventKind::Pop { .. } => Knock::Pop,
        EventKind::LayerEntered { .. } | EventKind::Inserted { .. } => Knock::Layer,
        EventKind::BoneTouched { .. } => Knock::Bone,
        EventKind::Refused(_)
        | EventKind::SkinExited { .. }
        | EventKind::FlowInVessel { .. }
        | EventKind::FlowInGland { .. }
        | EventKind::FlowInNoGo { .. }
        | EventKind::Whitening { .. }
        | EventKind::Sign { .. }
        | EventKind::Jammed => Knock::Warning,
        EventKind::PhaseDone(_) | EventKind::EntryMade { .. } => Knock::Done,
        EventKind::SyringeEmpty => Knock::Click,
        _ => return None,
    })
}
