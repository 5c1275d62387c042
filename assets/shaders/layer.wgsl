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
        // SMAS and platysma: a fibrous sheet with the sheen of fascia.
        let fibre = noise3(vec3(dot(mm, vec3(2.1, 1.5, 0.6)), dot(mm, vec3(-0.10, 0.16, 0.0)), mm.z * 0.15));
        albedo *= 0.80 + 0.32 * fibre;
        n = normalize(n + (fibre - 0.5) * 0.35 * normalize(vec3(0.8, 0.57, 0.2)));
        gloss = 0.34;
    } else if layer == 5 {
        // Muscle: bundles that run upwards and outwards, each of finer strands.
        let across_fibres = dot(mm, vec3(0.80, -0.55, 0.25));
        let drift = noise3(vec3(dot(mm, vec3(0.12, 0.17, 0.0)), across_fibres * 0.25, mm.z * 0.2)) * 1.6;
        let bundle = noise3(vec3(across_fibres * 0.75 + drift, dot(mm, vec3(0.05, 0.07, 0.0)), 2.0));
        let strand = noise3(vec3(across_fibres * 3.6 + drift * 3.0, dot(mm, vec3(0.10, 0.14, 0.0)), 7.0));
        albedo *= vec3(1.22, 1.24, 1.20) * (0.56 + 0.52 * bundle + 0.34 * strand);
        n = normalize(n + ((bundle - 0.5) * 0.5 + (strand - 0.5) * 0.35) * vec3(0.80, -0.55, 0.25));
        gloss = 0.16;
    } else if layer == 6 {
        // Bone: ivory, dense, with a few fine pits.
        albedo *= vec3(1.06, 1.02, 0.94) * (0.92 + 0.10 * noise3(mm * 0.6) + 0.06 * noise3(mm * 3.1));
        gloss = 0.12;
    } else if layer == 2 {
        // Dermis: felted bundles of collagen.
        let warp = 2.2 * vec3(noise3(mm * 0.55), noise3(mm * 0.55 + 19.0), noise3(mm * 0.55 + 37.0));
        let one = noise3(vec3(dot(mm, vec3(0.5, 0.4, 0.3)), dot(mm, vec3(2.0, -2.4, 0.5)), mm.z * 0.6) + warp);
        let two = noise3(vec3(dot(mm, vec3(2.2, 1.9, 0.8)), dot(mm, vec3(-0.4, 0.5, 0.2)), mm.z * 0.6) + warp.zxy);
        albedo *= 0.84 + 0.17 * one + 0.17 * two;
        n = normalize(n + (one - 0.5) * 0.22 * vec3(0.64, -0.77, 0.0) + (two - 0.5) * 0.22 * vec3(0.75, 0.66, 0.0));
        gloss = 0.10;
    } else {
        albedo *= 0.95 + 0.09 * noise3(mm * 1.1);
    }
    // A terrace is darker at the foot of the wall around it.
    let wall = select(outer - reach, min(outer - reach, -depth), cuts);
    let ao = select(0.85, mix(0.50, 1.0, smoothstep(0.0, 0.060, wall)), outer > 0.0);
    return vec4(film(matte(albedo, n, v, ao, gloss)) * mix(0.45, 1.0, line), 1.0);
}
