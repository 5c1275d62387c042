// The light of the treatment room, shared by all that stands in it: soft key from the front and above, warm fill, cool rim, hemispheric ambient.
#define_import_path fanline::light

// Unit vectors towards the lights.
const KEY_DIR: vec3<f32> = vec3<f32>(0.420758, 0.621119, 0.661191);
const KEY: vec3<f32> = vec3<f32>(2.05, 1.92, 1.76);
const FILL_DIR: vec3<f32> = vec3<f32>(-0.799002, -0.049938, 0.599251);
const FILL: vec3<f32> = vec3<f32>(0.46, 0.37, 0.31);
const RIM_DIR: vec3<f32> = vec3<f32>(-0.620963, 0.350544, -0.701088);
const RIM_DIR_2: vec3<f32> = vec3<f32>(0.718779, 0.249576, -0.648898);
const RIM: vec3<f32> = vec3<f32>(0.50, 0.72, 0.96);
const SKY: vec3<f32> = vec3<f32>(0.40, 0.45, 0.52);
const EARTH: vec3<f32> = vec3<f32>(0.24, 0.17, 0.145);

// Light from above and below, blended by how far the surface looks up.
fn ambient(n: vec3<f32>) -> vec3<f32> {
    return mix(EARTH, SKY, n.y * 0.5 + 0.5);
}

// Filmic curve (Narkowicz 2015, fit of the ACES response), at an exposure that keeps pale skin below its shoulder.
fn film(c: vec3<f32>) -> vec3<f32> {
    let x = c * 0.545;
    return clamp((x * (2.51 * x + 0.03)) / (x * (2.43 * x + 0.59) + 0.14), vec3(0.0), vec3(1.0));
}

fn hash3(p: vec3<f32>) -> f32 {
    var q = fract(p * 0.1031);
    q += dot(q, q.zyx + 31.32);
    return fract((q.x + q.y) * q.z);
}

// Value noise, 0 to 1.
fn noise3(p: vec3<f32>) -> f32 {
    let i = floor(p);
    let f = fract(p);
    let u = f * f * (3.0 - 2.0 * f);
    let a = mix(hash3(i), hash3(i + vec3(1.0, 0.0, 0.0)), u.x);
    let b = mix(hash3(i + vec3(0.0, 1.0, 0.0)), hash3(i + vec3(1.0, 1.0, 0.0)), u.x);
    let c = mix(hash3(i + vec3(0.0, 0.0, 1.0)), hash3(i + vec3(1.0, 0.0, 1.0)), u.x);
    let d = mix(hash3(i + vec3(0.0, 1.0, 1.0)), hash3(i + vec3(1.0, 1.0, 1.0)), u.x);
    return mix(mix(a, b, u.y), mix(c, d, u.y), u.z);
}

// Distance to the nearest point of a jittered grid and how much farther the second nearest lies: cells and their borders.
fn cells(p: vec3<f32>) -> vec2<f32> {
    let base = floor(p - 0.5);
    var near = 9.0;
    var next = 9.0;
    for (var k = 0; k < 8; k++) {
        let g = base + vec3(f32(k & 1), f32((k >> 1) & 1), f32(k >> 2));
        let q = g + 0.2 + 0.6 * vec3(hash3(g), hash3(g + 17.3), hash3(g + 41.7)) - p;
        let d = dot(q, q);
        next = min(next, max(near, d));
        near = min(near, d);
    }
    return vec2(sqrt(near), sqrt(next) - sqrt(near));
}

// Matte surface with a little gloss: for layers, steel and plastic. `gloss` 0 to 1.
fn matte(albedo: vec3<f32>, n: vec3<f32>, v: vec3<f32>, ao: f32, gloss: f32) -> vec3<f32> {
    let l = KEY_DIR;
    let key = max((dot(n, l) + 0.25) / 1.25, 0.0);
    let fill = max((dot(n, FILL_DIR) + 0.4) / 1.4, 0.0);
    let rim = max(dot(n, RIM_DIR), 0.0) + max(dot(n, RIM_DIR_2), 0.0);
    let h = normalize(l + v);
    let s = pow(max(dot(n, h), 0.0), 12.0 + 90.0 * gloss) * gloss * 1.6;
    return albedo * (KEY * key + FILL * fill + RIM * rim * 0.35 + ambient(n) * ao) * mix(0.6, 1.0, ao) + KEY * s;
}
