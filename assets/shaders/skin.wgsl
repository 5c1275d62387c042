// Skin, cap and drape. Positions are in Bevy units (100 mm) and already in the world; noise runs over millimetres, so pores keep their size.
#import bevy_pbr::mesh_view_bindings::view
#import fanline::light::{KEY_DIR, KEY, FILL_DIR, FILL, RIM_DIR, RIM_DIR_2, RIM, ambient, film, noise3, cells}

// A chart on the skin: its corner and greatest height; its axes with 1 / width, 1 / height and the steepest slope.
struct Chart {
    corner: vec4<f32>,
    across: vec4<f32>,
    up: vec4<f32>,
    out: vec4<f32>,
}

struct Skin {
    // Albedo of the skin (linear), distance within which its relief is drawn.
    base: vec4<f32>,
    // Foot of the tent and its height; outward direction and its width.
    tent: vec4<f32>,
    tent_axis: vec4<f32>,
    // Resting place under a finger and 1 / reach; how far the skin there goes along with it.
    pull: vec4<f32>,
    pulled: vec4<f32>,
    // Middle of the opening and its radius; axis; side plane and whether it cuts (w > 0).
    window: vec4<f32>,
    window_axis: vec4<f32>,
    window_side: vec4<f32>,
    // Opacity, age from 30 (0) to 80 (1) years, greyness of hair, melanin 0 to 1.
    look: vec4<f32>,
    // Shaven beard 0 or 1, height of the nose's base and of the chin on the plain head in mm.
    more: vec3<f32>,
    // Skin that product whitens and raises.
    field: Chart,
    // Territories of shut arteries: middle and radius; pallor and livedo of four each.
    pale: array<vec4<f32>, 16>,
    pallor: array<vec4<f32>, 4>,
    livedo: array<vec4<f32>, 4>,
}
@group(#{MATERIAL_BIND_GROUP}) @binding(0) var<uniform> skin: Skin;
// Slope around and up, redness, pigment: one person's map on the chart.
@group(#{MATERIAL_BIND_GROUP}) @binding(1) var complexion: texture_2d<f32>;
@group(#{MATERIAL_BIND_GROUP}) @binding(2) var complexion_sampler: sampler;
// Slope along two axes, furrow, unevenness: a tile of 18 mm.
@group(#{MATERIAL_BIND_GROUP}) @binding(3) var relief: texture_2d<f32>;
@group(#{MATERIAL_BIND_GROUP}) @binding(4) var relief_sampler: sampler;
// Hairs of a brow: a tile of 16 by 8 mm.
@group(#{MATERIAL_BIND_GROUP}) @binding(5) var hairs: texture_2d<f32>;
@group(#{MATERIAL_BIND_GROUP}) @binding(6) var hairs_sampler: sampler;
// White, height, slopes along the chart's columns and rows.
@group(#{MATERIAL_BIND_GROUP}) @binding(7) var field: texture_2d<f32>;
@group(#{MATERIAL_BIND_GROUP}) @binding(8) var field_sampler: sampler;

// The chart: its axis before the ears (farther back in neck and chest), reach to each side, upper end and height, radius; as in complexion.rs.
fn axis(y: f32) -> f32 {
    return 20.0 - 70.0 * smoothstep(-84.0, -128.0, y);
}
const REACH: f32 = 2.0;
const HIGH: f32 = 120.0;
const TALL: f32 = 380.0;
const RADIUS: f32 = 72.0;

struct Vertex {
    @location(0) position: vec3<f32>,
    @location(1) normal: vec3<f32>,
    // lips, brows, lashes, cap
    @location(2) paint: vec4<f32>,
    // flush, nostrils, drape, lids
    @location(3) paint2: vec4<f32>,
    // occlusion, key light, thinness (light shines through), oil
    @location(4) baked: vec4<f32>,
    // The same spot on the head without a phenotype, mm.
    @location(5) reference: vec3<f32>,
}

struct Varying {
    @builtin(position) clip: vec4<f32>,
    @location(0) place: vec3<f32>,
    @location(1) normal: vec3<f32>,
    @location(2) paint: vec4<f32>,
    @location(3) paint2: vec4<f32>,
    @location(4) baked: vec4<f32>,
    // pallor, livedo
    @location(5) pale: vec2<f32>,
    @location(6) rest: vec3<f32>,
    // The spot on the head without a phenotype, mm from the axis of the chart.
    @location(7) reference: vec3<f32>,
    // Place on the chart, whether it is on its front, shadow of a beard.
    @location(8) chart: vec4<f32>,
}

// Where a shaven beard grows on the plain head: below the nose, along the jaw, down to the throat.
fn beard(p: vec3<f32>) -> f32 {
    let side = abs(p.x);
    let top = skin.more.y - 3.0 + 0.50 * max(side - 24.0, 0.0);
    let foot = skin.more.z - 34.0 + 0.25 * side;
    return smoothstep(top + 4.0, top - 7.0, p.y) * smoothstep(foot - 8.0, foot + 14.0, p.y) * smoothstep(4.0, 24.0, p.z);
}

fn signed(v: vec2<f32>) -> vec2<f32> {
    return (v * 255.0 - 128.0) / 127.0;
}

// What lies on the chart at a place of the resting skin; the far side of the body has none of it.
fn field_at(place: vec3<f32>, n: vec3<f32>) -> vec4<f32> {
    let d = place - skin.field.corner.xyz;
    let uv = vec2(dot(d, skin.field.across.xyz) * skin.field.across.w, dot(d, skin.field.up.xyz) * skin.field.up.w);
    let f = textureSampleLevel(field, field_sampler, uv, 0.0);
    let here = smoothstep(0.05, 0.25, dot(n, skin.field.out.xyz)) * smoothstep(0.50, 0.45, abs(dot(d, skin.field.out.xyz)));
    return vec4(f.xy, signed(f.zw)) * here;
}

@vertex
fn vertex(v: Vertex) -> Varying {
    var o: Varying;
    var p = v.position;
    var n = v.normal;
    o.rest = p;
    // No branch and no loop here depends on a uniform alone: lavapipe (Mesa 22.3) would make a shader anew for each draw,
    // and never let go of the old ones.
    let width2 = max(skin.tent_axis.w * skin.tent_axis.w, 1e-9);
    let d = v.position - skin.tent.xyz;
    let lift = skin.tent.w * exp(-dot(d, d) / width2);
    p += skin.tent_axis.xyz * lift;
    // Slope of the lifted sheet turns the normal.
    let side = d - skin.tent_axis.xyz * dot(d, skin.tent_axis.xyz);
    n = normalize(n + side * (2.0 * lift / width2));
    // Product raises the skin.
    p += v.normal * (field_at(v.position, v.normal).y * skin.field.corner.w);
    // Skin goes along with a finger; what fades with the distance shears it.
    let from_finger = v.position - skin.pull.xyz;
    let goes = exp(-length(from_finger) * skin.pull.w);
    p += skin.pulled.xyz * goes;
    n = normalize(n + normalize(from_finger + vec3(1e-6)) * (dot(skin.pulled.xyz, n) * goes * skin.pull.w));
    var pale = vec2(0.0);
#ifdef PALE
    for (var i = 0; i < 16; i++) {
        // As the simulation has it: even in the middle, fading about the edge of the territory.
        let r = max(skin.pale[i].w, 1e-6);
        let t = clamp((1.0 - distance(v.position, skin.pale[i].xyz) / r) / 0.4 + 0.5, 0.0, 1.0);
        pale = max(pale, vec2(skin.pallor[i / 4][i % 4], skin.livedo[i / 4][i % 4]) * t * t * (3.0 - 2.0 * t));
    }
#endif
    o.pale = pale;
    o.place = p;
    o.normal = n;
    o.paint = v.paint;
    o.paint2 = v.paint2;
    o.baked = v.baked;
    o.reference = vec3(v.reference.xy, v.reference.z - axis(v.reference.y));
    let turn = atan2(o.reference.x, o.reference.z);
    o.chart = vec4(turn / (2.0 * REACH) + 0.5, (HIGH - v.reference.y) / TALL, smoothstep(REACH, REACH - 0.25, abs(turn)) * smoothstep(0.86, 0.50, abs(v.normal.y)), skin.more.x * beard(v.reference));
    o.clip = view.clip_from_world * vec4(p, 1.0);
    return o;
}

// Slope of a noise field, for folds of cloth.
fn bump(p: vec3<f32>, e: f32) -> vec3<f32> {
    let c = noise3(p);
    return vec3(noise3(p + vec3(e, 0.0, 0.0)) - c, noise3(p + vec3(0.0, e, 0.0)) - c, noise3(p + vec3(0.0, 0.0, e)) - c) / e;
}

// Light that has gone through flesh: `share` to a power in red and one in blue, where there is flesh; green keeps it.
fn scattered(share: f32, red: f32, blue: f32, flesh: f32) -> vec3<f32> {
    let l = log2(max(share, 1e-4));
    return vec3(exp2(l * mix(1.0, red, flesh)), share, exp2(l * mix(1.0, blue, flesh)));
}

struct Relief {
    slope: vec3<f32>,
    furrow: f32,
    uneven: f32,
}

#ifdef COARSE
// The relief's tile laid on from the one side that the skin faces most: seams are finer than a coarse picture's pixels.
fn relief_at(mm: vec3<f32>, n: vec3<f32>, lod: f32) -> Relief {
    let a = abs(n);
    let x = a.x > max(a.y, a.z);
    let y = !x & (a.y > a.z);
    let p = mm / 18.0;
    let t = textureSampleLevel(relief, relief_sampler, select(select(p.xy, p.xz, y), p.zy, x), lod);
    let g = signed(t.xy);
    return Relief(select(select(vec3(g.x, g.y, 0.0), vec3(g.x, 0.0, g.y), y), vec3(0.0, g.y, g.x), x), t.z, t.w);
}
#else
// The relief's tile laid on from the three sides that the skin faces.
fn relief_at(mm: vec3<f32>, n: vec3<f32>, lod: f32) -> Relief {
    var w = max(abs(n) - 0.32, vec3(0.0));
    w /= w.x + w.y + w.z;
    let p = mm / 18.0;
    var r = Relief(vec3(0.0), 0.0, 0.0);
    if w.x > 0.0 {
        let t = textureSampleLevel(relief, relief_sampler, p.zy, lod);
        let g = signed(t.xy);
        r = Relief(r.slope + w.x * vec3(0.0, g.y, g.x), r.furrow + w.x * t.z, r.uneven + w.x * t.w);
    }
    if w.y > 0.0 {
        let t = textureSampleLevel(relief, relief_sampler, p.xz, lod);
        let g = signed(t.xy);
        r = Relief(r.slope + w.y * vec3(g.x, 0.0, g.y), r.furrow + w.y * t.z, r.uneven + w.y * t.w);
    }
    if w.z > 0.0 {
        let t = textureSampleLevel(relief, relief_sampler, p.xy, lod);
        let g = signed(t.xy);
        r = Relief(r.slope + w.z * vec3(g.x, g.y, 0.0), r.furrow + w.z * t.z, r.uneven + w.z * t.w);
    }
    return r;
}
#endif

@fragment
fn fragment(i: Varying) -> @location(0) vec4<f32> {
    // What looks at neighbouring pixels comes first, before any of them is dropped.
    let map = textureSample(complexion, complexion_sampler, i.chart.xy);
    let mm = i.rest * 100.0;
    let across_x = dpdx(mm);
    let across_y = dpdy(mm);
    // mm of skin in a pixel.
    let pixel = sqrt(max(sqrt(dot(across_x, across_x) * dot(across_y, across_y)), 1e-8));
#ifdef CLOTH
    let cap_mm = (i.paint.w - 0.5) * 40.0;
    let cap_blur = max(fwidth(cap_mm), 0.12);
#endif

    // The opening.
    let from_middle = i.rest - skin.window.xyz;
    let along = dot(from_middle, skin.window_axis.xyz);
    let across = from_middle - skin.window_axis.xyz * along;
    let reach = length(across);
    let beyond = dot(from_middle, skin.window_side.xyz);
    let behind = (skin.window_side.w > 0.0) & (beyond > 0.0);
    // The edge of the opening: a thin dark line, never thinner than a pixel.
    let out = max(reach - skin.window.w, select(-1.0, beyond, skin.window_side.w > 0.0));
    let rim_line = mix(0.42, 1.0, smoothstep(0.0, max(0.004, 2.0 * fwidth(out)), select(1.0, out, abs(along) < skin.window.w * 1.3)));
    if reach < skin.window.w && abs(along) < skin.window.w * 1.3 && !behind {
        discard;
    }

    // Multisampling reads a little outside a triangle: no share may leave 0 to 1.
    let baked = clamp(i.baked, vec4(0.0), vec4(1.0));
    let v = normalize(view.world_position.xyz - i.place);
    let shown = field_at(i.rest, normalize(i.normal));
    let rise = (skin.field.across.xyz * shown.z + skin.field.up.xyz * shown.w) * skin.field.out.w;
    let even_n = normalize(i.normal);
    let smooth_n = normalize(even_n - (rise - even_n * dot(rise, even_n)));
    var n = smooth_n;
#ifdef CLOTH
    let cap = smoothstep(-cap_blur, cap_blur, cap_mm);
    let drape = smoothstep(0.46, 0.54, i.paint2.z);
    let cloth = max(cap, drape);
    let flesh = 1.0 - cloth;
#else
    let flesh = 1.0;
#endif
    let eye = distance(view.world_position.xyz, i.place);
    let near = smoothstep(skin.base.w, skin.base.w * 0.25, eye) * flesh;
    let melanin = skin.look.w;

    // Lines of age turn the surface; redness and pigment tint it.
    let red_map = (map.z * 2.0 - 1.0) * i.chart.z;
    let pigment = (map.w * 2.0 - 1.0) * i.chart.z;
    let from_axis = i.reference.xz;
    let radius = max(length(from_axis), 20.0);
    let g = signed(map.xy) * i.chart.z;
    var slope = vec3(from_axis.y, 0.0, -from_axis.x) / radius * (g.x * RADIUS / radius) + vec3(0.0, g.y, 0.0);

    var albedo = skin.base.rgb;
    let red = i.paint2.x * 1.15 + max(red_map, -0.4) * (0.30 + 0.40 * i.paint2.x) + baked.z * 0.35;
    albedo *= mix(vec3(1.0), vec3(1.01, 0.715, 0.70), clamp(red * mix(1.1, 0.45, melanin), -0.35, 1.15));
    // Veins under thin skin: less red comes back.
    albedo *= mix(vec3(1.0), vec3(0.70, 0.86, 0.93), smoothstep(0.38, 0.95, -red_map) * (1.0 - 0.6 * melanin));
    albedo *= exp(-pigment * mix(vec3(0.24, 0.42, 0.54), vec3(0.30, 0.34, 0.36), melanin));
    albedo *= mix(vec3(1.0), vec3(0.88, 0.78, 0.79), i.paint2.w * 0.5);
    let stubble = i.chart.w * (1.0 - smoothstep(0.2, 0.5, i.paint.x));
    albedo *= mix(vec3(1.0), vec3(0.74, 0.77, 0.80), stubble);
    // Lips: their edge soft, fine lines across.
    let lip = smoothstep(0.28, 0.66, i.paint.x);
#ifdef FACE
    {
        let grooves = noise3(i.reference * vec3(1.35, 0.22, 0.5)) - 0.5;
        let tone = mix(vec3(0.50, 0.165, 0.155), skin.base.rgb * vec3(0.80, 0.55, 0.55), melanin) * (1.0 + 0.20 * grooves) * (1.0 - 0.12 * skin.look.y);
        albedo = mix(albedo, tone, lip * 0.74);
        slope += bump(i.reference * vec3(1.35, 0.22, 0.5), 0.25) * vec3(0.11, 0.02, 0.05) * lip * smoothstep(9.0, 2.5, eye);
    }
#endif
#ifdef PALE
    // Skin without blood is waxen.
    albedo = mix(albedo, mix(skin.base.rgb, vec3(0.88, 0.81, 0.72), mix(0.66, 0.35, melanin)), i.pale.x * (1.0 - lip));
    // Livedo: where the flow is least, between the cones that vessels feed, blood stands and shows violet in a broken net.
    if i.pale.y > 0.01 {
        let drift = vec3(noise3(mm * 0.09), noise3(mm * 0.09 + 31.0), noise3(mm * 0.09 + 57.0)) * 1.5
            + vec3(noise3(mm * 0.38), noise3(mm * 0.38 + 13.0), noise3(mm * 0.38 + 29.0)) * 0.42;
        let net = cells(mm / 11.5 + drift);
        let broken = smoothstep(0.20, 0.75, noise3(mm * 0.12 + 7.0) + 0.40 * i.pale.y);
        let thread = smoothstep(0.62, 0.0, net.y);
        let stands = (0.16 + 0.84 * thread * thread * broken) * i.pale.y;
        albedo *= mix(vec3(1.0), vec3(0.62, 0.42, 0.56), stands);
    }
#endif
    // Product in the dermis shines white through the epidermis; melanin lies over it.
    albedo = mix(albedo, mix(skin.base.rgb, vec3(0.95, 0.93, 0.89), mix(0.88, 0.45, melanin)), shown.x * flesh);

    // Skin dries with the years.
    var gloss = (0.50 + 0.62 * baked.w - 0.18 * i.paint2.w) * (1.0 - 0.28 * skin.look.y);
    if near > 0.01 {
        let r = relief_at(mm, smooth_n, log2(pixel * 512.0 / 18.0));
        let depth = near * mix(0.75, 1.25, baked.w) * (1.0 - 0.75 * lip) * (1.0 - 0.5 * i.paint2.w);
        slope += r.slope * depth;
        albedo *= exp(-(r.furrow * 0.10) * depth * vec3(0.6, 1.0, 1.05));
        gloss *= 1.0 + near * smoothstep(0.40, 0.10, pixel) * ((r.uneven - 0.5) * 0.9 - 0.45 * r.furrow);
    }
    slope *= flesh;
    n = normalize(n - (slope - n * dot(slope, n)));

#ifdef FACE
    // Brows: hairs that rise at the inner end and lie along at the outer one, the skin under them darker.
    let hair = mix(mix(vec3(0.052, 0.031, 0.020), vec3(0.014, 0.011, 0.010), melanin), mix(vec3(0.27, 0.245, 0.22), vec3(0.16, 0.155, 0.15), melanin), skin.look.z);
    if i.paint.y > 0.03 {
        let out = max(abs(i.reference.x) - 10.0, 0.0);
        let rise = out * (1.35 - 0.0165 * out);
        let lie = vec2(abs(i.reference.x) / 16.0, (i.reference.y - rise) / 8.0);
        let strand = textureSampleLevel(hairs, hairs_sampler, lie, log2(pixel * 32.0)).x;
        let tuft = textureSampleLevel(hairs, hairs_sampler, lie * vec2(0.42, 0.36) + 0.37, log2(pixel * 12.0)).x;
        let thick = smoothstep(0.05, 0.75, i.paint.y);
        // From afar hairs are finer than a pixel: tufts of them are seen, thinner towards the edge.
        let hair_seen = smoothstep(0.82 - 0.75 * thick, 1.22 - 0.75 * thick, strand);
        let tuft_seen = 0.74 * smoothstep(0.18, 1.12, thick * (0.72 + 0.62 * tuft));
        let seen = mix(hair_seen, tuft_seen, smoothstep(0.09, 0.26, pixel));
        albedo = mix(albedo, hair, thick * 0.30 * (1.0 - 0.6 * skin.look.z));
        albedo = mix(albedo, hair, seen * 0.85);
        gloss *= 1.0 - 0.6 * thick;
    }
    let lash = smoothstep(0.42, 0.95, i.paint.z);
    albedo = mix(albedo, hair * 0.55, lash * 0.82);
    albedo *= mix(1.0, 0.12, smoothstep(0.2, 0.9, i.paint2.y));
#endif

    // Cloth: cap in muted teal with a gathered hem, drape in slate blue; the weave is seen near.
    var ao = baked.x;
#ifdef CLOTH
    {
        let fine = smoothstep(3.2, 1.0, eye);
        let weave = sin((mm.x + mm.z) * 5.2) * sin((mm.y - 0.4 * mm.z) * 6.1);
        let around = atan2(mm.x, mm.z + 12.0);
        let hem = smoothstep(9.6, 9.0, cap_mm) * cap;
        let stitch = exp(-pow((cap_mm - 9.4) / 0.55, 2.0)) * cap;
        let gather = noise3(vec3(around * 46.0, cap_mm * 0.05, 1.0));
        let folds = noise3(vec3(around * 17.0, cap_mm * 0.035, 5.0)) * smoothstep(34.0, 9.0, cap_mm);
        var fabric = mix(vec3(0.105, 0.262, 0.268), vec3(0.070, 0.112, 0.142), drape);
        fabric *= 0.93 + 0.14 * noise3(mm * 0.30) - (0.20 * folds + 0.10 * hem + 0.16 * hem * gather + 0.30 * stitch) * cap;
        fabric *= 1.0 + 0.09 * weave * fine;
        albedo = mix(albedo, fabric, cloth);
        gloss = mix(gloss, 0.0, cloth);
        let crease = bump(vec3(mm.x * 0.06, mm.y * 0.03, mm.z * 0.06) + 11.0, 0.2) * 0.35 * drape
            + bump(vec3(around * 17.0, cap_mm * 0.035, 5.0), 0.2) * vec3(0.16, 0.04, 0.16) * cap * smoothstep(36.0, 6.0, cap_mm)
            + bump(vec3(mm.x, mm.y * 0.5, mm.z) * 0.07 + 4.0, 0.2) * 0.14 * cap;
        n = normalize(n - (crease - n * dot(crease, n)) * cloth);
        // The rolled edge of the hem.
        n = normalize(mix(n, n - vec3(0.0, 0.9, 0.0), cap * smoothstep(1.8, 0.0, cap_mm)));
    }
    // The cap's edge lies on the skin and shades it.
    ao *= 1.0 - 0.55 * flesh * exp(min(cap_mm, 0.0) * 0.55) * smoothstep(-8.0, -7.0, cap_mm);
#endif

    // Light. Blood scatters red far and blue hardly: the terminator is warm, thin parts glow, and fine relief is softest in red.
    let occlusion = scattered(ao, 0.72, 1.08, flesh);
    let l = KEY_DIR;
    let wrap = mix(vec3(0.08), vec3(0.34, 0.18, 0.13), flesh);
    let facing = dot(n, l);
    let faced = mix(vec3(facing), vec3(dot(smooth_n, l)), vec3(0.55, 0.22, 0.12) * flesh);
    let soft = max((faced + wrap) / (1.0 + wrap), vec3(0.0));
    let seen = scattered(baked.y, 0.72, 1.10, flesh) * (ao / max(baked.x, 0.02));
    let key = KEY * soft * soft * (2.0 - soft) * seen;
    let fill = FILL * max((vec3(dot(n, FILL_DIR)) + 0.45) / 1.45, vec3(0.0)) * occlusion;
    let edge = 1.0 - max(dot(n, v), 0.0);
    let back = max(dot(n, RIM_DIR) + 0.15, 0.0) + max(dot(n, RIM_DIR_2) + 0.15, 0.0) * 0.8;
    let rim = RIM * back * (0.22 + 1.5 * edge * edge * edge) * ao * ao;
    var light = key + fill + ambient(n) * occlusion;
    // Light through thin parts (ears, nostrils).
    light += vec3(0.50, 0.10, 0.05) * baked.z * (0.25 + max(dot(-n, RIM_DIR_2), 0.0)) * flesh;
    var colour = albedo * (light + rim * 0.55);

    // Gloss: a broad oily lobe, a narrow one, and sheen of the down at grazing angles.
    let h = normalize(l + v);
    // The film of oil lies smoother than the lines below it.
    let nh = max(dot(normalize(mix(smooth_n, n, mix(1.0, 0.58, flesh))), h), 0.0);
    let off = 1.0 - max(dot(v, h), 0.0);
    let fresnel = 0.035 + 0.6 * off * off * off * off * off;
    let wet = mix(1.0, 2.3, lip);
    let nh2 = nh * nh;
    let nh4 = nh2 * nh2;
    let nh16 = nh4 * nh4 * nh4 * nh4;
    let lobes = nh16 * nh2 * 0.55 + nh16 * nh16 * nh16 * nh4 * nh4 * nh4 * nh2 * 1.15 * wet;
    colour += KEY * lobes * fresnel * gloss * wet * baked.y * flesh * max(facing, 0.0) * 2.3;
    colour += (RIM * back * 0.22 + KEY * max(facing + 0.2, 0.0) * 0.035) * edge * edge * edge * ao * ao * flesh;
    return vec4(film(colour) * rim_line, skin.look.x);
}
