// Everything that is drawn by vertex colours: instruments (lit), marks and product (unlit).
#import bevy_pbr::mesh_view_bindings::view
#import fanline::light::{matte, film}

struct Ink {
    // lit 0 or 1, gloss, edge light (a soft rim for glass), pull towards the eye in Bevy units
    look: vec4<f32>,
}
@group(#{MATERIAL_BIND_GROUP}) @binding(0) var<uniform> ink: Ink;

struct Vertex {
    @location(0) position: vec3<f32>,
    // Shorter than 0.5: half the width of a line, as a vector across it; a negative opacity marks its edges.
    @location(1) normal: vec3<f32>,
    @location(2) colour: vec4<f32>,
}
struct Varying {
    @builtin(position) clip: vec4<f32>,
    @location(0) place: vec3<f32>,
    @location(1) normal: vec3<f32>,
    @location(2) colour: vec4<f32>,
    // Comes from the vertices, not from the uniform: lavapipe (Mesa 22.3) would make a shader anew for each draw.
    @location(3) @interpolate(flat) lit: f32,
}

@vertex
fn vertex(v: Vertex) -> Varying {
    var o: Varying;
    let to_eye = normalize(view.world_position.xyz - v.position);
    // A line is never thinner than a pixel, it pales instead; its edge fades over a pixel.
    let half = length(v.normal);
    let is_line = 1.0 - step(0.5, half);
    let pixel = 2.0 * dot(view.world_position.xyz - v.position, view.world_from_view[2].xyz) / (view.clip_from_view[1][1] * view.viewport.w);
    let drawn = max(half, 0.5 * pixel);
    let is_edge = step(v.colour.a, 0.0);
    let spread = v.normal / max(half, 1e-9) * (drawn + mix(-0.5, 0.5, is_edge) * pixel) * is_line;
    let opacity = mix(v.colour.a, max(v.colour.a, 0.0) * sqrt(half / drawn), is_line);
    o.place = v.position + spread;
    o.normal = v.normal;
    o.colour = vec4(v.colour.rgb, opacity);
    o.lit = ink.look.x;
    o.clip = view.clip_from_world * vec4(o.place + to_eye * ink.look.w, 1.0);
    return o;
}

@fragment
fn fragment(i: Varying) -> @location(0) vec4<f32> {
    if i.lit < 0.5 {
        return i.colour;
    }
    let v = normalize(view.world_position.xyz - i.place);
    let n = normalize(i.normal);
    let edge = 1.0 - abs(dot(n, v));
    let lit = film(matte(i.colour.rgb, n, v, 0.9, ink.look.y));
    let glass = ink.look.z * edge * edge;
    return vec4(lit + vec3(0.55, 0.65, 0.70) * glass, clamp(i.colour.a + glass, 0.0, 1.0));
}
