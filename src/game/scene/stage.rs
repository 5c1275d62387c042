//! Two cameras: one draws the scene into a picture of the preset's size, one puts that picture on the window and carries the panels.
//!
//! **Invariant:** panels are drawn at the window's own size whatever the preset; the scene's picture always fills the whole window behind them.

use bevy::camera::visibility::{NoFrustumCulling, RenderLayers};
use bevy::camera::{CameraOutputMode, RenderTarget};
use bevy::core_pipeline::fullscreen_material::{FullscreenMaterial, FullscreenMaterialPlugin};
use bevy::core_pipeline::tonemapping::Tonemapping;
use bevy::image::ImageSampler;
use bevy::mesh::{Indices, MeshVertexBufferLayoutRef, PrimitiveTopology};
use bevy::pbr::{MaterialPipeline, MaterialPipelineKey};
use bevy::prelude::*;
use bevy::render::extract_component::ExtractComponent;
use bevy::render::render_resource::{
    AsBindGroup, CompareFunction, RenderPipelineDescriptor, ShaderType, SpecializedMeshPipelineError, TextureFormat, TextureUsages,
};
use bevy::shader::ShaderRef;
use bevy::window::PrimaryWindow;
use bevy_egui::{EguiGlobalSettings, PrimaryEguiContext};

use super::quality::Quality;

/// Layer on which only the picture of the scene lies.
const STAGE_LAYER: usize = 7;

pub(super) fn plugin(app: &mut App) {
    app.add_plugins((MaterialPlugin::<StageMaterial>::default(), FullscreenMaterialPlugin::<Edges>::default()))
        .init_resource::<Frame>()
        .init_resource::<Canvas>()
        .add_systems(PreStartup, own_the_panels)
        .add_systems(Startup, raise.after(own_the_panels))
        .add_systems(Update, (measure, fit).chain().before(super::SceneSystems));
}

/// The window and the area in it that the panels leave free, in logical pixels.
#[derive(Resource, Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Size of the window.
    pub size: Vec2,
    /// Physical pixels per logical pixel.
    pub scale: f32,
    /// Free area; the patient is centred in it. The panels set it.
    pub free: Rect,
    /// A light ground behind the patient, as light panels want it.
    pub light: bool,
}

impl Default for Frame {
    fn default() -> Self {
        let size = Vec2::new(1280.0, 720.0);
        Self { size, scale: 1.0, free: Rect::from_corners(Vec2::ZERO, size), light: false }
    }
}

impl Frame {
    /// From the middle of the window to the middle of the free area.
    pub fn shift(&self) -> Vec2 {
        self.free.center() - 0.5 * self.size
    }
}

/// What everything is drawn on.
#[derive(Resource, Clone, Debug, Default)]
pub enum Canvas {
    /// The primary window.
    #[default]
    Window,
    /// A picture of so many physical pixels.
    Picture(Handle<Image>, UVec2),
}

/// The camera that sees the patient.
#[derive(Component, Clone, Copy, Debug)]
pub struct SceneCamera;

/// The camera that fills the window and carries the panels.
#[derive(Component, Clone, Copy, Debug)]
pub struct WindowCamera;

#[derive(Clone, Copy, Debug, ShaderType)]
struct StageUniform {
    ground: Vec4,
    glow: Vec4,
    middle: Vec4,
}

#[derive(Asset, TypePath, AsBindGroup, Clone, Debug)]
struct StageMaterial {
    #[uniform(0)]
    stage: StageUniform,
    #[texture(1)]
    #[sampler(2)]
    picture: Handle<Image>,
}

impl Material for StageMaterial {
    fn vertex_shader() -> ShaderRef {
        super::shaders::STAGE.into()
    }
    fn fragment_shader() -> ShaderRef {
        super::shaders::STAGE.into()
    }
    fn enable_prepass() -> bool {
        false
    }
    fn enable_shadows() -> bool {
        false
    }
    fn specialize(
        _pipeline: &MaterialPipeline,
        descriptor: &mut RenderPipelineDescriptor,
        layout: &MeshVertexBufferLayoutRef,
        _key: MaterialPipelineKey<Self>,
    ) -> Result<(), SpecializedMeshPipelineError> {
        descriptor.vertex.buffers = vec![layout.0.get_layout(&[Mesh::ATTRIBUTE_POSITION.at_shader_location(0)])?];
        descriptor.primitive.cull_mode = None;
        if let Some(depth) = &mut descriptor.depth_stencil {
            depth.depth_compare = Some(CompareFunction::Always);
        }
        Ok(())
    }
}

/// Smooths edges in a coarse picture; see `edges.wgsl`.
#[derive(Component, ExtractComponent, Clone, Copy, Debug, Default, ShaderType)]
struct Edges {
    strength: Vec4,
}

impl FullscreenMaterial for Edges {
    fn fragment_shader() -> ShaderRef {
        super::shaders::EDGES.into()
    }
}

#[derive(Resource)]
struct Stage {
    picture: Handle<Image>,
    material: Handle<StageMaterial>,
    size: UVec2,
}

/// The window camera alone carries the panels.
fn own_the_panels(settings: Option<ResMut<EguiGlobalSettings>>) {
    if let Some(mut settings) = settings {
        settings.auto_create_primary_context = false;
    }
}

fn picture(size: UVec2) -> Image {
    let mut image = Image::new_target_texture(size.x, size.y, TextureFormat::Rgba8UnormSrgb, None);
    image.texture_descriptor.usage |= TextureUsages::COPY_SRC;
    image.sampler = ImageSampler::linear();
    image
}

fn raise(
    mut commands: Commands,
    canvas: Res<Canvas>,
    quality: Res<Quality>,
    mut images: ResMut<Assets<Image>>,
    mut meshes: ResMut<Assets<Mesh>>,
    mut materials: ResMut<Assets<StageMaterial>>,
) {
    let size = UVec2::new(640, 360);
    let scene = images.add(picture(size));
    commands.spawn((
        Name::new("Scene camera"),
        SceneCamera,
        Camera3d::default(),
        Camera { order: -1, clear_color: ClearColorConfig::Custom(Color::NONE), ..default() },
        RenderTarget::Image(scene.clone().into()),
        Projection::Perspective(PerspectiveProjection::default()),
        Tonemapping::None,
        quality.msaa(),
    ));
    let mut window = commands.spawn((
        Name::new("Window camera"),
        WindowCamera,
        PrimaryEguiContext,
        Camera3d::default(),
        Camera {
            order: 0,
            clear_color: ClearColorConfig::Custom(Color::BLACK),
            output_mode: CameraOutputMode::default(),
            ..default()
        },
        Tonemapping::None,
        Msaa::Off,
        RenderLayers::layer(STAGE_LAYER),
    ));
    if let Canvas::Picture(image, _) = canvas.as_ref() {
        window.insert(RenderTarget::Image(image.clone().into()));
    }
    let [ground, glow] = grounds(false);
    let material = materials.add(StageMaterial {
        stage: StageUniform { ground, glow, middle: Vec4::new(0.5, 0.45, 0.42, 0.6) },
        picture: scene.clone(),
    });
    let sheet = Mesh::new(PrimitiveTopology::TriangleList, default())
        .with_inserted_attribute(Mesh::ATTRIBUTE_POSITION, vec![[-1.0, -1.0, 0.0], [3.0, -1.0, 0.0], [-1.0, 3.0, 0.0]])
        .with_inserted_indices(Indices::U32(vec![0, 1, 2]));
    commands.spawn((
        Name::new("Picture of the scene"),
        Mesh3d(meshes.add(sheet)),
        MeshMaterial3d(material.clone()),
        NoFrustumCulling,
        RenderLayers::layer(STAGE_LAYER),
    ));
    commands.insert_resource(Stage { picture: scene, material, size });
}

/// Ground and inner glow behind the patient, linear: the theme's grounds, a little deeper at the window's edge.
fn grounds(light: bool) -> [Vec4; 2] {
    let shades = if light { [[0xDD, 0xE5, 0xEA], [0xF2, 0xF5, 0xF7]] } else { [[0x11, 0x16, 0x1B], [0x1F, 0x2A, 0x32]] };
    shades.map(|[r, g, b]| Color::srgb_u8(r, g, b).to_linear().to_vec4())
}

/// Reads the window's size.
fn measure(canvas: Res<Canvas>, window: Query<&Window, With<PrimaryWindow>>, mut frame: ResMut<Frame>) {
    let (size, scale) = match (canvas.as_ref(), window.single()) {
        (Canvas::Picture(_, size), _) => (size.as_vec2(), 1.0),
        (Canvas::Window, Ok(window)) => (Vec2::new(window.width(), window.height()), window.scale_factor()),
        (Canvas::Window, Err(_)) => return,
    };
    if frame.size != size || frame.scale != scale {
        // Panels that keep their width keep their margins.
        let (left, right) = (frame.free.min.x, frame.size.x - frame.free.max.x);
        let (top, bottom) = (frame.free.min.y, frame.size.y - frame.free.max.y);
        let free = Rect { min: Vec2::new(left, top), max: size - Vec2::new(right, bottom) };
        *frame = Frame { size, scale, free, light: frame.light };
    }
}

/// Fits the scene's picture to window and preset, and the glow to the free area.
fn fit(
    frame: Res<Frame>,
    quality: Res<Quality>,
    mut stage: ResMut<Stage>,
    mut images: ResMut<Assets<Image>>,
    mut materials: ResMut<Assets<StageMaterial>>,
    mut commands: Commands,
    mut camera: Query<(Entity, &mut RenderTarget, &mut Msaa), With<SceneCamera>>,
    mut fitted: Local<Option<(Frame, Quality)>>,
) {
    if *fitted == Some((*frame, *quality)) {
        return;
    }
    *fitted = Some((*frame, *quality));
    let size = quality.scene_size((frame.size * frame.scale).round().as_uvec2());
    if size != stage.size {
        stage.picture = images.add(picture(size));
        stage.size = size;
        for (_, mut target, _) in &mut camera {
            *target = RenderTarget::Image(stage.picture.clone().into());
        }
    }
    for (entity, _, mut msaa) in &mut camera {
        msaa.set_if_neq(quality.msaa());
        if quality.smooths_edges() {
            commands.entity(entity).insert(Edges { strength: Vec4::ONE });
        } else {
            commands.entity(entity).remove::<Edges>();
        }
    }
    if let Some(mut material) = materials.get_mut(&stage.material) {
        material.picture = stage.picture.clone();
        [material.stage.ground, material.stage.glow] = grounds(frame.light);
        let middle = frame.free.center() / frame.size.max(Vec2::ONE);
        material.stage.middle = Vec4::new(middle.x, middle.y * 0.92, 0.36, 0.62);
    }
}
