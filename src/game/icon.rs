//! The window's icon: an entry point and the threads of a fan, painted into pixels.

use bevy::ecs::system::NonSendMarker;
use bevy::prelude::*;
use bevy::window::PrimaryWindow;
use bevy::winit::WINIT_WINDOWS;
use winit::window::Icon;

/// Side in pixels.
const SIDE: usize = 64;
/// Entry point, and the far ends of the threads, in a square of side 1.
const ENTRY: Vec2 = Vec2::new(0.17, 0.80);
const ENDS: [Vec2; 4] = [Vec2::new(0.88, 0.74), Vec2::new(0.86, 0.50), Vec2::new(0.74, 0.28), Vec2::new(0.54, 0.14)];
/// Colours of the theme: ground, thread, entry.
const GROUND: [f32; 3] = [17.0, 22.0, 27.0];
const THREAD: [f32; 3] = [244.0, 241.0, 232.0];
const MARK: [f32; 3] = [79.0, 191.0, 168.0];

/// Gives the window its icon as soon as there is a window.
pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, give);
}

fn give(windows: Query<Entity, With<PrimaryWindow>>, mut given: Local<bool>, _main_thread: NonSendMarker) {
    if *given {
        return;
    }
    let Ok(window) = windows.single() else { return };
    WINIT_WINDOWS.with_borrow(|known| {
        if let Some(window) = known.get_window(window) {
            // A system without window icons leaves it at that.
            window.set_window_icon(Icon::from_rgba(pixels(), SIDE as u32, SIDE as u32).ok());
            *given = true;
        }
    });
}

/// The picture, row by row, with an opacity.
fn pixels() -> Vec<u8> {
    let pixel = |i: usize| {
        let at = (Vec2::new((i % SIDE) as f32, (i / SIDE) as f32) + 0.5) / SIDE as f32;
        let soft = |distance: f32, half: f32| (1.0 - (distance - half) * SIDE as f32).clamp(0.0, 1.0);
        // A rounded square.
        let corner = (at - 0.5).abs() - Vec2::splat(0.5 - 0.2);
        let outside = corner.max(Vec2::ZERO).length() + corner.max_element().min(0.0);
        let mut colour = Vec3::from_array(GROUND);
        for end in ENDS {
            let begin = ENTRY + (end - ENTRY) * 0.28;
            let way = end - begin;
            let along = ((at - begin).dot(way) / way.length_squared()).clamp(0.0, 1.0);
            colour = colour.lerp(Vec3::from_array(THREAD), soft(at.distance(begin + way * along), 0.026));
        }
        colour = colour.lerp(Vec3::from_array(MARK), soft((at.distance(ENTRY) - 0.075).abs(), 0.028));
        let [red, green, blue] = colour.to_array();
        [red as u8, green as u8, blue as u8, (soft(outside, 0.2) * 255.0) as u8]
    };
    (0..SIDE * SIDE).flat_map(pixel).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_icon_has_clear_corners_and_the_three_colours() {
        let pixels = pixels();
        let at = |x: f32, y: f32| {
            let i = 4 * ((y * SIDE as f32) as usize * SIDE + (x * SIDE as f32) as usize);
            &pixels[i..i + 4]
        };
        assert_eq!(pixels.len(), SIDE * SIDE * 4);
        assert_eq!(at(0.01, 0.01)[3], 0);
        assert_eq!(at(0.5, 0.9), [17, 22, 27, 255]);
        assert!(at(0.70, 0.76)[0] > 200, "a thread");
        assert!(at(0.17, 0.72)[1] > 150, "the entry's ring");
    }
}
