//! How long a frame takes: the procedure screen as a person sees it, beside a plain scene that anyone can draw again.
//!
//! **Invariant:** the procedure is the game itself, with an operator's hands in the place of a person's.

use std::time::{Duration, Instant};

use bevy::audio::AudioPlugin;
use bevy::log::{Level, LogPlugin};
use bevy::prelude::*;
use bevy::window::{PresentMode, WindowResolution};

use super::flow;

/// What is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measured {
    /// One sphere of 160 × 100 in the standard material, a directional light without shadows, no multisampling, half the window's height.
    Reference,
    /// The whole procedure screen on the low preset while threads are laid, with so many more threads in the tissue.
    Procedure {
        /// Threads of 40 mm beside those that are laid.
        threads: usize,
    },
}

/// Frames before those that count.
const WARM_UP: usize = 20;

/// The frames that count, and how many of them there are to be.
#[derive(Resource, Debug)]
struct Frames {
    wanted: usize,
    warm_up: usize,
    last: Option<Instant>,
    times: Vec<Duration>,
    /// Processor time of this program when the frames that count began, ms.
    began_ms: Option<f64>,
}

/// Opens a window of 1280 × 720, draws so many frames, and prints the median and the mean of their times and the mean of the processor time
/// that all threads spent on one, in ms, as JSON; the exit code.
pub fn frame_times(what: Measured, frames: usize) -> u8 {
    let mut app = App::new();
    match what {
        Measured::Reference => reference(&mut app),
        Measured::Procedure { threads } => flow::watched(&mut app, "radiesse-jawline", threads),
    }
    app.insert_resource(Frames { wanted: frames, warm_up: WARM_UP, last: None, times: Vec::new(), began_ms: None }).add_systems(Last, count);
    match app.run() {
        AppExit::Success => 0,
        AppExit::Error(code) => code.get(),
    }
}

fn count(mut frames: ResMut<Frames>, ready: Option<Res<flow::Laying>>, mut exit: MessageWriter<AppExit>) {
    let now = Instant::now();
    let before = frames.last.replace(now);
    // The game counts from its first thread on.
    if ready.is_some_and(|laying| !laying.0) {
        return;
    }
    if frames.warm_up > 0 {
        frames.warm_up -= 1;
        frames.began_ms = processor_ms();
    } else if let Some(before) = before {
        frames.times.push(now - before);
    }
    if frames.times.len() >= frames.wanted {
        let mut ms: Vec<f64> = frames.times.iter().map(|time| time.as_secs_f64() * 1e3).collect();
        ms.sort_by(f64::total_cmp);
        let mean = ms.iter().sum::<f64>() / ms.len() as f64;
        let processor = frames.began_ms.zip(processor_ms()).map(|(from, to)| (to - from) / ms.len() as f64);
        println!("{}", serde_json::json!({ "median_ms": ms[ms.len() / 2], "mean_ms": mean, "processor_ms": processor, "frames": ms.len() }));
        exit.write(AppExit::Success);
    }
}

/// What this program has used of all processors so far, ms: less shaken by what else the machine does than the time that passed. Linux only.
fn processor_ms() -> Option<f64> {
    // Fields 14 and 15, in hundredths of a second; the second, the program's name, may hold blanks.
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks = |k: usize| fields.get(k)?.parse::<f64>().ok();
    Some((ticks(11)? + ticks(12)?) * 10.0)
}

fn reference(app: &mut App) {
    let window = Window { title: "Fanline".to_owned(), resolution: WindowResolution::new(1280, 720), present_mode: PresentMode::AutoNoVsync, ..default() };
    app.add_plugins(
        DefaultPlugins
            .build()
            .disable::<AudioPlugin>()
            .set(WindowPlugin { primary_window: Some(window), ..default() })
            .set(LogPlugin { level: Level::WARN, filter: "wgpu=error,naga=error".to_owned(), ..default() }),
    );
    app.add_systems(Startup, |mut commands: Commands, mut meshes: ResMut<Assets<Mesh>>, mut materials: ResMut<Assets<StandardMaterial>>| {
        // At a distance of 4 with a field of view of 45°, half the height is 4 tan(22.5°) / 2 about the middle.
        let radius = 4.0 * (std::f32::consts::PI / 8.0).tan() * 0.5;
        commands.spawn((
            Mesh3d(meshes.add(Sphere::new(radius).mesh().uv(160, 100))),
            MeshMaterial3d(materials.add(StandardMaterial { base_color: Color::srgb(0.8, 0.6, 0.5), ..default() })),
        ));
        commands.spawn((DirectionalLight { shadow_maps_enabled: false, ..default() }, Transform::from_xyz(1.0, 2.0, 3.0).looking_at(Vec3::ZERO, Vec3::Y)));
        commands.spawn((Camera3d::default(), Msaa::Off, Transform::from_xyz(0.0, 0.0, 4.0).looking_at(Vec3::ZERO, Vec3::Y)));
    });
}
