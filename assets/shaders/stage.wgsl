// Puts the picture of the scene on the window: scaled up if it is smaller, over the dark ground of the clinic with a soft glow behind the patient.
struct Stage {
    // Ground, inner glow (linear); middle of the glow in the window (0 to 1) and its size.
    ground: vec4<f32>,
    glow: vec4<f32>,
    middle: vec4<f32>,
}
@group(#{MATERIAL_BIND_GROUP}) @binding(0) var<uniform> stage: Stage;
@group(#{MATERIAL_BIND_GROUP}) @binding(1) var picture: texture_2d<f32>;
@group(#{MATERIAL_BIND_GROUP}) @binding(2) var picture_sampler: sampler;

struct Varying {
    @builtin(position) clip: vec4<f32>,
    @location(0) uv: vec2<f32>,
}

@vertex
fn vertex(@location(0) position: vec3<f32>) -> Varying {
    var o: Varying;
    o.clip = vec4(position.xy, 0.5, 1.0);
    o.uv = position.xy * vec2(0.5, -0.5) + 0.5;
    return o;
}

@fragment
fn fragment(i: Varying) -> @location(0) vec4<f32> {
    let p = textureSampleLevel(picture, picture_sampler, i.uv, 0.0);
    let d = (i.uv - stage.middle.xy) / stage.middle.zw;
    let glow = exp(-dot(d, d));
    // One step of dither keeps the slow gradient from banding.
    let grain = (fract(52.9829189 * fract(dot(i.clip.xy, vec2(0.06711056, 0.00583715)))) - 0.5) * 0.0009;
    let ground = mix(stage.ground.rgb, stage.glow.rgb, glow) + grain;
    return vec4(p.rgb + ground * (1.0 - p.a), 1.0);
}
