// The whole body down to a layer: matte, clean, textbook-like; the upper layer may fade; a plane cuts one side away.
#import bevy_pbr::mesh_view_bindings::view
#import fanline::light::{matte, film, noise3, cells}

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
    let mm = i.place * 100.0;
    let v = normalize(view.world_position.xyz - i.place);
    var n = normalize(i.normal);
    let layer = i32(round(i.colour.w * 8.0));
    var albedo = i.colour.rgb;
    var gloss = 0.06;
    if layer == 3 {
        // Fat: lobules of 2 to 4 mm in larger clusters, between them thin septa. From afar they blend into a soft surface.
        let near = smoothstep(7.0, 2.0, length(view.world_position.xyz - i.place));
        let e = 0.2;
        let p = mm * 0.40 + 0.7 * noise3(mm * 0.22);
        let c = cells(p);
        let slope = vec3(cells(p + vec3(e, 0.0, 0.0)).x - c.x, cells(p + vec3(0.0, e, 0.0)).x - c.x, cells(p + vec3(0.0, 0.0, e)).x - c.x) / e;
        n = normalize(n + mix(0.12, 0.55, near) * (slope - n * dot(slope, n)));
        let septum = mix(0.80, 0.30, near);
        let cluster = 0.90 + 0.16 * noise3(mm * 0.11);
        albedo = mix(vec3(0.80, 0.40, 0.14), albedo * vec3(1.22, 1.06, 1.0), septum + (1.0 - septum) * smoothstep(0.02, 0.30, c.y)) * (1.12 - 0.14 * c.x * near) * cluster;
        gloss = 0.16;
    } else if layer == 4 {
        // SMAS: a fibrous sheet.
        albedo *= 0.86 + 0.22 * noise3(mm * vec3(0.35, 2.2, 0.35));
        gloss = 0.28;
    } else if layer == 5 {
        // Muscle: bundles that run upwards and outwards.
        albedo *= 0.72 + 0.42 * noise3(vec3(dot(mm, vec3(1.3, -0.9, 0.4)), dot(mm, vec3(0.10, 0.14, 0.0)), mm.z * 0.3));
        gloss = 0.14;
    } else if layer == 6 {
        albedo *= 0.93 + 0.10 * noise3(mm * 0.9);
    } else {
        albedo *= 0.95 + 0.09 * noise3(mm * 1.1);
    }
    // The inside of a sheet, seen through an open end, lies in shadow.
    let ao = select(0.35, 0.85, front | (peel.look.y < 0.5));
    return vec4(film(matte(albedo, n, v, ao, gloss)), peel.look.x);
}
