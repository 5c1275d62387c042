//! The procedure from tick to tick, until it is over.

use bevy::prelude::*;

use super::attempt::Attempt;
use super::mode::Mode;
use super::{Flow, Screen};
use crate::game::audio::{Knock, Sounds};
use crate::game::input::Hands;
use crate::game::scene::camera::{Eye, Glide};

/// One tick of the session.
pub(super) fn tick(mut flow: ResMut<Flow>, mut hands: ResMut<Hands>) {
    if let Some(attempt) = &mut flow.bypass_change_detection().attempt {
        attempt.tick(&mut hands);
    }
}

/// Whether arrow keys and clicks on the skin move the mark of an entry point.
pub(super) fn marking(attempt: &Attempt) -> bool {
    !attempt.inserted() && (attempt.session.entries().is_empty() || !attempt.held)
}

/// Looks at what was done of the lesson.
pub(super) fn learn(mut flow: ResMut<Flow>, eye: Res<Eye>, glide: Res<Glide>, sounds: Res<Sounds>) {
    let flow = flow.bypass_change_detection();
    if let (Some(lesson), Some(attempt)) = (&mut flow.lesson, &flow.attempt)
        && lesson.tend(attempt, &flow.desk, &eye, &glide)
    {
        sounds.0.knock(Knock::Done);
    }
}

/// When the session is over the score follows.
pub(super) fn over(mut flow: ResMut<Flow>, mut next: ResMut<NextState<Screen>>) {
    let flow = flow.bypass_change_detection();
    if flow.attempt.as_ref().is_some_and(|attempt| attempt.session.finished()) {
        flow.pause = None;
        if flow.attempt.as_ref().is_some_and(|attempt| attempt.mode == Mode::Ground) {
            flow.discard();
            NextState::set_if_neq(&mut next, flow.controls.ground_back);
        } else {
            flow.judge(&mut next);
        }
    }
}
