// Smooths steps along edges in a coarse picture before it is scaled up: looks at four corners, blurs along the edge between them (after
// Lottes 2009, the short form of FXAA). No branch: a software renderer would run both sides of it anyway.
#import bevy_core_pipeline::fullscreen_vertex_shader::FullscreenVertexOutput

struct Edges {
    // Share of the smoothed colour, 0 to 1.
    strength: vec4<f32>,
}
@group(0) @binding(0) var picture: texture_2d<f32>;
@group(0) @binding(1) var picture_sampler: sampler;
@group(0) @binding(2) var<uniform> edges: Edges;

// Lightness as the eye would see it, and whether anything is there at all: deep skin before a dark ground has an edge too.
const LIGHT: vec4<f32> = vec4<f32>(0.30, 0.48, 0.12, 0.30);
// Longest way along an edge in texels, and how much the corners' lightness shortens it.
const REACH: f32 = 6.0;
const DULL: f32 = 0.05;

fn light(at: vec2<i32>) -> f32 {
    return dot(sqrt(textureLoad(picture, at, 0)), LIGHT);
}

@fragment
fn fragment(i: FullscreenVertexOutput) -> @location(0) vec4<f32> {
    let size = vec2<i32>(textureDimensions(picture));
    let at = vec2<i32>(i.position.xy);
    let low = max(at - 1, vec2(0));
    let high = min(at + 1, size - 1);
    let here = textureLoad(picture, at, 0);
    let nw = light(low);
    let ne = light(vec2(high.x, low.y));
    let sw = light(vec2(low.x, high.y));
    let se = light(high);
    let m = dot(sqrt(here), LIGHT);
    let least = min(m, min(min(nw, ne), min(sw, se)));
    let most = max(m, max(max(nw, ne), max(sw, se)));
    let across = vec2((sw + se) - (nw + ne), (nw + sw) - (ne + se));
    let shorter = min(abs(across.x), abs(across.y)) + max((nw + ne + sw + se) * 0.25 * DULL, 0.004);
    let way = clamp(across / shorter, vec2(-REACH), vec2(REACH)) / vec2<f32>(size);
    let near = 0.5 * (textureSampleLevel(picture, picture_sampler, i.uv - way / 6.0, 0.0) + textureSampleLevel(picture, picture_sampler, i.uv + way / 6.0, 0.0));
    let far = 0.5 * near + 0.25 * (textureSampleLevel(picture, picture_sampler, i.uv - way * 0.5, 0.0) + textureSampleLevel(picture, picture_sampler, i.uv + way * 0.5, 0.0));
    let reached = dot(sqrt(far), LIGHT);
    let smoothed = select(far, near, (reached < least) | (reached > most));
    return mix(here, smoothed, smoothstep(0.04, 0.10, most - least) * edges.strength.x);
}
