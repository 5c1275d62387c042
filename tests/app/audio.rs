//! The voice says what the hand feels, and nothing when it feels nothing.

use fanline::game::audio::{Heard, Knock, Voice};
use std::sync::Arc;

/// Loudness (root mean square) of a stretch of samples after the levels have settled.
fn loudness(heard: &Arc<Heard>, samples: usize) -> f32 {
    let mut voice = Voice::new(Arc::clone(heard));
    let settled: Vec<f32> = voice.by_ref().skip(22_050).take(samples).collect();
    assert!(settled.iter().all(|x| x.abs() <= 1.0));
    (settled.iter().map(|x| x * x).sum::<f32>() / samples as f32).sqrt()
}

fn feeling(force_n: f64, speed_mm_s: f64, flow_ul_s: f64) -> Arc<Heard> {
    let heard = Arc::new(Heard::default());
    heard.set_volumes(1.0, 1.0);
    heard.feel(force_n, speed_mm_s, flow_ul_s);
    heard
}

#[test]
fn a_hand_at_rest_is_silent_and_so_is_no_volume() {
    assert!(loudness(&feeling(0.0, 0.0, 0.0), 4410) < 1e-6);
    let muted = feeling(5.0, 20.0, 40.0);
    muted.set_volumes(0.0, 0.0);
    assert!(loudness(&muted, 4410) < 1e-6);
}

#[test]
fn more_force_speed_and_flow_are_louder() {
    for [quiet, loud] in [[(0.6, 0.0, 0.0), (2.0, 0.0, 0.0)], [(2.0, 0.0, 0.0), (4.5, 0.0, 0.0)], [(0.4, 5.0, 0.0), (0.4, 20.0, 0.0)], [(0.0, 0.0, 5.0), (0.0, 0.0, 40.0)]] {
        let of = |(force, speed, flow)| loudness(&feeling(force, speed, flow), 22_050);
        assert!(of(loud) > 1.2 * of(quiet), "{quiet:?} {loud:?}");
    }
    // A force that is no number is none.
    assert!(loudness(&feeling(f64::NAN, f64::INFINITY, 0.0), 4410) < 1e-6);
}

#[test]
fn a_knock_is_heard_once_and_dies_away() {
    let heard = feeling(0.0, 0.0, 0.0);
    let mut voice = Voice::new(Arc::clone(&heard));
    voice.by_ref().take(22_050).for_each(drop);
    heard.knock(Knock::Layer);
    let most = |voice: &mut Voice, samples| voice.by_ref().take(samples).fold(0.0f32, |most, x| most.max(x.abs()));
    assert!(most(&mut voice, 8820) > 0.1);
    voice.by_ref().take(22_050).for_each(drop);
    assert!(most(&mut voice, 22_050) < 1e-6);
    // Knocks of before a voice began are past.
    assert!(loudness(&heard, 4410) < 1e-6);
}
