//! How many frames a second are drawn at most.

use bevy::prelude::*;
use std::time::{Duration, Instant};

/// The most frames a second; none: as many as the screen shows.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cap(pub(crate) Option<u32>);

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Cap>().add_systems(Last, wait);
}

/// Waits for the rest of the frame's time.
fn wait(cap: Res<Cap>, mut begun: Local<Option<Instant>>) {
    if let (Some(most), Some(begun)) = (cap.0, *begun) {
        let rest = Duration::from_secs_f64(1.0 / f64::from(most.max(1))).saturating_sub(begun.elapsed());
        std::thread::sleep(rest);
    }
    *begun = Some(Instant::now());
}
