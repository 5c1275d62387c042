//! What a person does comes back as an action, by mouse and by keyboard.

mod atlas;
mod consult;
mod editor;
mod findings;
mod learners;
mod pages;
mod procedure;
mod quiz;

use super::stage::{Stage, sizes};
use fanline::game::theme::Look;

fn stage() -> Stage {
    Stage::new(sizes()[0], Look { reduced_motion: true, ..Look::default() })
}
