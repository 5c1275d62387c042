// The whole body down to a layer: matte, clean, textbook-like; the upper layer may fade; a plane cuts one side away.
#import bevy_pbr::mesh_view_bindings::view
#import fanline::light::{matte, film}
#import fanline::tissue::{tissue, layer_code}

struct Look {
    // normal of the cut towards the whole side, its distance from the origin
    cut: vec4<f32>,
    // opacity, cut 0 or 1
    look: vec4<f32>,
}
@group(#{MATERIAL_BIND_GROUP}) @binding(0) var<uniform> peel: Look;

struct Vertex {
    @location(0) position: vec3<f32>,
    @location(1) normal: vec3<f32>,
    // Point of the skin above.
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
fn fragment(i: Varying, @builtin(front_facing) front: bool) -> @location(0) vec4<f32> {
    // No branch depends on a uniform alone: software renderers would make a shader anew for each draw.
    if (peel.look.y > 0.5) & (dot(i.rest, peel.cut.xyz) > peel.cut.w) {
        discard;
    }
    let v = normalize(view.world_position.xyz - i.place);
    let near = smoothstep(7.0, 2.0, distance(view.world_position.xyz, i.place));
    let t = tissue(layer_code(i.colour.w), i.place * 100.0, i.colour.rgb, normalize(i.normal), near);
    // The inside of a sheet, seen through an open end, lies in shadow.
    let ao = select(0.35, 0.85, front | (peel.look.y < 0.5));
    return vec4(film(matte(t.albedo, t.normal, v, ao, t.gloss)), peel.look.x);
}
