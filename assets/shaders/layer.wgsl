// Inner layers and the walls of the opening: matte, clean, textbook-like, each with its own texture and a thin dark edge.
#import bevy_pbr::mesh_view_bindings::view
#import fanline::light::{matte, film, noise3, cells}

struct Opening {
    window: vec4<f32>,
    window_axis: vec4<f32>,
    window_side: vec4<f32>,
}
@group(#{MATERIAL_BIND_GROUP}) @binding(0) var<uniform> opening: Opening;

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
fn fragment(i: Varying) -> @location(0) vec4<f32> {
    let from_middle = i.rest - opening.window.xyz;
    let along = dot(from_middle, opening.window_axis.xyz);
    let reach = length(from_middle - opening.window_axis.xyz * along);
    let radius = opening.window.w;
    let depth = dot(from_middle, opening.window_side.xyz);
    let cuts = opening.window_side.w > 0.0;
    let behind = cuts & (depth > 0.0);
    if reach < radius && abs(along) < radius * 1.3 && !behind {
        discard;
    }
    // Only what the opening above lets see.
    let outer = opening.window_axis.w;
    if (outer > 0.0) & ((reach > outer) | behind) {
        discard;
    }
    let mm = i.place * 100.0;
    let v = normalize(view.world_position.xyz - i.place);
    var n = normalize(i.normal);
    let layer = i32(round(i.colour.w * 8.0));
    var albedo = i.colour.rgb;
    var gloss = 0.06;
    if layer == 3 {
        // Fat: lobules of 2 to 4 mm.
        let e = 0.2;
        let p = mm * 0.40;
        let c = cells(p);
        let slope = vec3(cells(p + vec3(e, 0.0, 0.0)).x - c.x, cells(p + vec3(0.0, e, 0.0)).x - c.x, cells(p + vec3(0.0, 0.0, e)).x - c.x) / e;
        n = normalize(n + 0.55 * (slope - n * dot(slope, n)));
        // Between the lobules: thin septa, the groove warm and darker.
        albedo = mix(vec3(0.80, 0.40, 0.14), albedo * vec3(1.22, 1.06, 1.0), 0.30 + 0.70 * smoothstep(0.02, 0.30, c.y)) * (1.12 - 0.14 * c.x);
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
    // A thin dark line along the edge of each terrace.
    let rim = select(abs(reach - radius), min(abs(reach - radius), abs(depth)), cuts && !behind && reach < radius + 0.02);
    let line = smoothstep(0.001, 0.005, rim);
    // A terrace is darker at the foot of the wall around it.
    let wall = select(outer - reach, min(outer - reach, -depth), cuts);
    let ao = select(0.85, mix(0.35, 1.0, smoothstep(0.0, 0.075, wall)), outer > 0.0);
    return vec4(film(matte(albedo, n, v, ao, gloss) * mix(0.45, 1.0, line)), 1.0);
}
