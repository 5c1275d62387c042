// What lies under the skin, seen through it: unlit, fading where the skin above looks away, so that the far side of the body does not
// show through all of it. Normals are those of the skin above.
#import bevy_pbr::mesh_view_bindings::view

struct Ink {
    // unused; unused; unused; pull towards the eye in Bevy units
    look: vec4<f32>,
}
@group(#{MATERIAL_BIND_GROUP}) @binding(0) var<uniform> ink: Ink;

struct Vertex {
    @location(0) position: vec3<f32>,
    @location(1) normal: vec3<f32>,
    @location(2) colour: vec4<f32>,
}
struct Varying {
    @builtin(position) clip: vec4<f32>,
    @location(0) colour: vec4<f32>,
}

@vertex
fn vertex(v: Vertex) -> Varying {
    var o: Varying;
    let to_eye = normalize(view.world_position.xyz - v.position);
    let facing = smoothstep(-0.10, 0.25, dot(v.normal, to_eye));
    o.colour = vec4(v.colour.rgb, v.colour.a * facing);
    o.clip = view.clip_from_world * vec4(v.position + to_eye * ink.look.w, 1.0);
    return o;
}

@fragment
fn fragment(i: Varying) -> @location(0) vec4<f32> {
    return i.colour;
}
