//! The game's own scene and panels as PNG pictures, without a window or a display.
//!
//! **Invariant:** a machine that cannot draw gets an error, never a panic.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use bevy::asset::AssetPlugin;
use bevy::audio::AudioPlugin;
use bevy::log::LogPlugin;
use bevy::prelude::*;
use bevy::render::RenderPlugin;
use bevy::render::render_resource::{TextureFormat, TextureUsages};
use bevy::render::settings::{Backends, RenderCreation, WgpuSettings};
use bevy::render::view::screenshot::{Screenshot, ScreenshotCaptured};
use bevy::window::ExitCondition;
use bevy::winit::WinitPlugin;
use bevy_egui::{EguiContexts, EguiPlugin, EguiPrimaryContextPass, egui};

use super::scene::camera::Eye;
use super::scene::model::SceneModel;
use super::scene::quality::{Preset, Quality};
use super::scene::stage::{Canvas, Frame};

/// Panels of one picture: drawn onto the whole picture by this function.
pub type Panels = Arc<dyn Fn(&mut egui::Ui) + Send + Sync>;

/// One picture to take.
#[derive(Clone)]
pub struct Shot {
    /// Name of the file, without its ending.
    pub name: String,
    /// Width and height in pixels.
    pub size: (u32, u32),
    /// What is seen.
    pub model: SceneModel,
    /// From where.
    pub eye: Eye,
    /// Part of the picture that the panels leave free (left, top, right, bottom margins in pixels).
    pub margins: [f32; 4],
    /// How finely it is drawn.
    pub preset: Preset,
    /// On a light ground.
    pub light: bool,
    /// Panels over it.
    pub panels: Option<Panels>,
}

/// Why there are no pictures.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    /// No Vulkan driver, not even a software one.
    #[error("no graphics driver found: pictures need Vulkan or OpenGL; on Debian `apt-get install mesa-vulkan-drivers` gives a software one")]
    NoAdapter,
    /// A picture did not come.
    #[error("picture {name} was not ready after {seconds} s")]
    TooSlow {
        /// Name of the picture.
        name: String,
        /// Time waited in s.
        seconds: u64,
    },
    /// A picture could not be written.
    #[error("{path}: {reason}")]
    NotWritten {
        /// File.
        path: PathBuf,
        /// Reason.
        reason: String,
    },
}

/// Longest wait for one picture, s.
const PATIENCE_S: u64 = 180;

/// Name and kind of the adapter that would draw, if there is one.
pub fn adapter() -> Option<(String, String)> {
    let mut description = wgpu::InstanceDescriptor::new_without_display_handle();
    description.backends = WgpuSettings::default().backends.unwrap_or(Backends::all());
    let instance = wgpu::Instance::new(description);
    let info = bevy::tasks::block_on(instance.request_adapter(&wgpu::RequestAdapterOptions::default())).ok()?.get_info();
    Some((info.name, format!("{:?}", info.device_type)))
}

#[derive(Resource, Default, Clone)]
struct Desk {
    panels: Option<Panels>,
}

/// Takes the pictures, one file each in a folder, and gives their paths in the same order.
///
/// # Errors
/// When the machine cannot draw, a picture does not come within three minutes, or a file cannot be written.
pub fn pictures(shots: Vec<Shot>, folder: &Path) -> Result<Vec<PathBuf>, PictureError> {
    if shots.is_empty() {
        return Ok(vec![]);
    }
    if adapter().is_none() {
        return Err(PictureError::NoAdapter);
    }
    std::fs::create_dir_all(folder).map_err(|e| PictureError::NotWritten { path: folder.to_path_buf(), reason: e.to_string() })?;
    let mut out = vec![];
    // Pictures of one size share an app.
    let mut app: Option<(App, (u32, u32), Handle<Image>)> = None;
    for shot in shots {
        if app.as_ref().is_none_or(|(_, size, _)| *size != shot.size) {
            let (fresh, image) = room(shot.size);
            app = Some((fresh, shot.size, image));
        }
        let Some((app, _, image)) = app.as_mut() else { continue };
        let path = folder.join(format!("{}.png", shot.name));
        take(app, image, &shot, &path)?;
        out.push(path);
    }
    Ok(out)
}

/// An app with the scene and panels, drawing on an image.
fn room(size: (u32, u32)) -> (App, Handle<Image>) {
    let mut app = App::new();
    app.add_plugins(
        DefaultPlugins
            .set(WindowPlugin { primary_window: None, exit_condition: ExitCondition::DontExit, ..default() })
            .set(RenderPlugin { render_creation: RenderCreation::Automatic(Box::default()), synchronous_pipeline_compilation: true, ..default() })
            .set(AssetPlugin::default())
            .disable::<AudioPlugin>()
            .disable::<LogPlugin>()
            .disable::<WinitPlugin>(),
    );
    app.add_plugins(EguiPlugin::default());
    let pixels = UVec2::new(size.0, size.1);
    let mut image = Image::new_target_texture(size.0, size.1, TextureFormat::Rgba8UnormSrgb, None);
    image.texture_descriptor.usage |= TextureUsages::COPY_SRC;
    let image = app.world_mut().resource_mut::<Assets<Image>>().add(image);
    app.insert_resource(Canvas::Picture(image.clone(), pixels)).init_resource::<Desk>();
    app.add_plugins(super::scene::plugin);
    app.add_systems(EguiPrimaryContextPass, lay_out);
    app.finish();
    app.cleanup();
    (app, image)
}

fn lay_out(mut contexts: EguiContexts, desk: Res<Desk>) -> Result {
    let Some(panels) = desk.panels.clone() else { return Ok(()) };
    let context = contexts.ctx_mut()?;
    let whole = egui::UiBuilder::new().layer_id(egui::LayerId::background()).max_rect(context.viewport_rect());
    let mut ui = egui::Ui::new(context.clone(), "picture".into(), whole);
    panels(&mut ui);
    Ok(())
}

/// Mean time of one frame of a shot on this machine, panels included.
///
/// # Errors
/// When the machine cannot draw.
pub fn frame_time(shot: &Shot, frames: u32) -> Result<Duration, PictureError> {
    if adapter().is_none() {
        return Err(PictureError::NoAdapter);
    }
    let (mut app, _) = room(shot.size);
    set(&mut app, shot);
    for _ in 0..6 {
        app.update();
    }
    let start = Instant::now();
    for _ in 0..frames.max(1) {
        app.update();
    }
    Ok(start.elapsed() / frames.max(1))
}

fn set(app: &mut App, shot: &Shot) {
    let size = Vec2::new(shot.size.0 as f32, shot.size.1 as f32);
    let [left, top, right, bottom] = shot.margins;
    let world = app.world_mut();
    world.insert_resource(shot.model.clone());
    world.insert_resource(shot.eye);
    world.insert_resource(Quality { preset: shot.preset, chosen: true, scale: None });
    world.insert_resource(Frame { size, scale: 1.0, free: Rect { min: Vec2::new(left, top), max: size - Vec2::new(right, bottom) }, light: shot.light });
    world.insert_resource(Desk { panels: shot.panels.clone() });
}

fn take(app: &mut App, image: &Handle<Image>, shot: &Shot, path: &Path) -> Result<(), PictureError> {
    set(app, shot);
    // Meshes, fonts and pipelines are ready after a few frames.
    for _ in 0..6 {
        app.update();
    }
    let caught: Arc<Mutex<Option<Image>>> = Arc::default();
    let basket = caught.clone();
    app.world_mut().spawn(Screenshot::image(image.clone())).observe(move |on: On<ScreenshotCaptured>| {
        if let Ok(mut basket) = basket.lock() {
            *basket = Some(on.image.clone());
        }
    });
    let start = Instant::now();
    loop {
        app.update();
        if let Some(picture) = caught.lock().ok().and_then(|mut c| c.take()) {
            let failed = |reason: String| PictureError::NotWritten { path: path.to_path_buf(), reason };
            let picture = picture.try_into_dynamic().map_err(|e| failed(e.to_string()))?;
            return picture.to_rgb8().save(path).map_err(|e| failed(e.to_string()));
        }
        if start.elapsed() > Duration::from_secs(PATIENCE_S) {
            return Err(PictureError::TooSlow { name: shot.name.clone(), seconds: PATIENCE_S });
        }
    }
}
