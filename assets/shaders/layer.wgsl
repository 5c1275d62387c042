// Inner layers and the walls of the opening: matte, clean, textbook-like, each with its own texture and a thin dark edge.
#import bevy_pbr::mesh_view_bindings::view
#import fanline::light::{matte, film}
#import fanline::tissue::{tissue, layer_code}

struct Opening {
    window: vec4<f32>,
    window_axis: vec4<f32>,
    window_side: vec4<f32>,
}
@group(#{MATERIAL_BIND_GROUP}) @binding(0) var<uniform> opening: Opening;

struct Vertex {
    @location(0) position: vec3<f32>,
    @location(1) normal: vec3<f32>,
    // Point of the skin above; on a wall: share of the way down it, and its height.
    @location(2) rest: vec3<f32>,
    // Colour; w = layer / 8.
    @location(3) colour: vec4<f32>,
}
struct Varying {
    @builtin(position) clip: vec4<f32>,
    @location(0) place: vec3<f32>,
    @location(1) normal: vec3<f32>,
    @location(2) rest: vec3<f32>,
    @location(3) colour: vec4<f32>,
}

@vertex
fn vertex(v: Vertex) -> Varying {
    var o: Varying;
    o.place = v.position;
    o.normal = v.normal;
    o.rest = v.rest;
    o.colour = v.colour;
    o.clip = view.clip_from_world * vec4(v.position, 1.0);
    return o;
}

@fragment
fn fragment(i: Varying) -> @location(0) vec4<f32> {
    let from_middle = i.rest - opening.window.xyz;
    let along = dot(from_middle, opening.window_axis.xyz);
    let reach = length(from_middle - opening.window_axis.xyz * along);
    let radius = opening.window.w;
    let cuts = opening.window_side.w > 0.0;
    // A cut leans out with depth.
    let depth = dot(from_middle, opening.window_side.xyz) + opening.window_side.w * distance(i.place, i.rest);
    let is_wall = opening.window_axis.w <= 0.0;
    let behind = cuts & (depth > 0.0);
    let rim = select(abs(reach - radius), max(reach - radius, depth), cuts);
    let end = select(rim, min(i.rest.x, 1.0 - i.rest.x) * i.rest.y, is_wall);
    let thin = select(0.004, 0.0014, is_wall);
    let line = smoothstep(0.0, max(thin, 1.5 * fwidth(end)), end);
    if reach < radius && abs(along) < radius * 1.3 && !behind {
        discard;
    }
    // Only what the opening above lets see.
    let outer = opening.window_axis.w;
    if (outer > 0.0) & ((reach > outer) | behind) {
        discard;
    }
    let v = normalize(view.world_position.xyz - i.place);
    let t = tissue(layer_code(i.colour.w), i.place * 100.0, i.colour.rgb, normalize(i.normal), 1.0);
    // A terrace is darker at the foot of the wall around it.
    let wall = select(outer - reach, min(outer - reach, -depth), cuts);
    let ao = select(0.85, mix(0.50, 1.0, smoothstep(0.0, 0.060, wall)), outer > 0.0);
    return vec4(film(matte(t.albedo, t.normal, v, ao, t.gloss)) * mix(0.45, 1.0, line), 1.0);
}
