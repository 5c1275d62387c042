// Skin, cap and drape. Positions are in Bevy units (100 mm) and already in the world; noise runs over millimetres, so pores keep their size.
#import bevy_pbr::mesh_view_bindings::view
#import fanline::light::{KEY_DIR, KEY, FILL_DIR, FILL, RIM_DIR, RIM_DIR_2, RIM, ambient, film, noise3, hash3}

struct Skin {
    // Albedo of the skin (linear), detail 0 to 1.
    base: vec4<f32>,
    // Foot of the tent and its height; outward direction and its width.
    tent: vec4<f32>,
    tent_axis: vec4<f32>,
    // Middle of the opening and its radius; axis; side plane and whether it cuts (w > 0).
    window: vec4<f32>,
    window_axis: vec4<f32>,
    window_side: vec4<f32>,
    // Opacity, number of whitened spots, darkness of brows and lashes, melanin 0 to 1.
    look: vec4<f32>,
    blanch: array<vec4<f32>, 16>,
    blanch_strength: array<vec4<f32>, 4>,
}
@group(#{MATERIAL_BIND_GROUP}) @binding(0) var<uniform> skin: Skin;

struct Vertex {
    @location(0) position: vec3<f32>,
    @location(1) normal: vec3<f32>,
    // lips, brows, lashes, cap
    @location(2) paint: vec4<f32>,
    // flush, nostrils, drape, lids
    @location(3) paint2: vec4<f32>,
    // occlusion, key light, thinness (light shines through), curvature
    @location(4) baked: vec4<f32>,
}

struct Varying {
    @builtin(position) clip: vec4<f32>,
    @location(0) place: vec3<f32>,
    @location(1) normal: vec3<f32>,
    @location(2) paint: vec4<f32>,
    @location(3) paint2: vec4<f32>,
    @location(4) baked: vec4<f32>,
    // whitening
    @location(5) white: f32,
    @location(6) rest: vec3<f32>,
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
    var white = 0.0;
    for (var i = 0; i < 16; i++) {
        let from_spot = v.position - skin.blanch[i].xyz;
        let r = skin.blanch[i].w;
        let spot = skin.blanch_strength[i / 4][i % 4] * exp(-dot(from_spot, from_spot) / max(r * r, 1e-9));
        white = max(white, spot);
    }
    o.white = white;
    o.place = p;
    o.normal = n;
    o.paint = v.paint;
    o.paint2 = v.paint2;
    o.baked = v.baked;
    o.clip = view.clip_from_world * vec4(p, 1.0);
    return o;
}

// Slope of a noise field, for bumps.
fn bump(p: vec3<f32>, e: f32) -> vec3<f32> {
    let c = noise3(p);
    return vec3(noise3(p + vec3(e, 0.0, 0.0)) - c, noise3(p + vec3(0.0, e, 0.0)) - c, noise3(p + vec3(0.0, 0.0, e)) - c) / e;
}

@fragment
fn fragment(i: Varying) -> @location(0) vec4<f32> {
    // The opening.
    let from_middle = i.rest - skin.window.xyz;
    let along = dot(from_middle, skin.window_axis.xyz);
    let across = from_middle - skin.window_axis.xyz * along;
    let reach = length(across);
    let behind = (skin.window_side.w > 0.0) & (dot(from_middle, skin.window_side.xyz) > 0.0);
    if reach < skin.window.w && abs(along) < skin.window.w * 1.3 && !behind {
        discard;
    }

    // Multisampling reads a little outside a triangle: no share may leave 0 to 1.
    let baked = clamp(i.baked, vec4(0.0), vec4(1.0));
    let mm = i.rest * 100.0;
    let v = normalize(view.world_position.xyz - i.place);
    var n = normalize(i.normal);
    let cap = smoothstep(0.33, 0.37, i.paint.w);
    let drape = smoothstep(0.46, 0.54, i.paint2.z);
    let cloth = max(cap, drape);
    let near = skin.base.w * smoothstep(5.5, 1.6, distance(view.world_position.xyz, i.place));

    // Colour of the skin: mottled by blood and melanin, lips, lids, brows.
    let blotch = noise3(mm * 0.045) * 0.6 + noise3(mm * 0.16 + 7.0) * 0.4 - 0.5;
    let melanin = skin.look.w;
    var albedo = skin.base.rgb * (1.0 + blotch * vec3(0.06, 0.17, 0.19));
    let red = i.paint2.x * (1.0 + blotch * 0.9) + baked.z * 0.35;
    albedo *= mix(vec3(1.0), vec3(1.03, 0.70, 0.66), clamp(red * mix(1.25, 0.5, melanin), 0.0, 1.0));
    albedo *= mix(vec3(1.0), vec3(0.90, 0.80, 0.80), i.paint2.w * 0.45);
    // The crease of the lips is darker than their body, their edge soft.
    let lip = smoothstep(0.30, 0.62, i.paint.x + (noise3(mm * vec3(1.1, 0.25, 0.6)) - 0.5) * 0.12);
    let lip_tone = mix(vec3(0.50, 0.155, 0.145), skin.base.rgb * vec3(0.75, 0.52, 0.52), melanin);
    albedo = mix(albedo, lip_tone * (0.9 + 0.3 * noise3(mm * vec3(1.6, 0.35, 0.8))), lip * 0.72);
    // Whitened skin has lost its blood.
    albedo = mix(albedo, mix(skin.base.rgb, vec3(0.93, 0.90, 0.85), 0.75), i.white * (1.0 - lip));

    var gloss = 0.55 + 0.45 * i.paint2.x;
    var grain = 1.0;
    if near > 0.01 {
        // Pores (0.5 mm) and fine lines (1.5 mm).
        let pores = bump(mm * 1.9, 0.3) * 0.060 + bump(mm * 0.75 + 3.0, 0.3) * 0.026;
        let lines = bump(mm * vec3(0.9, 2.4, 0.9), 0.3) * 0.03;
        var slope = (pores + lines) * near * (1.0 - cloth);
        if lip > 0.2 {
            slope += bump(mm * vec3(2.0, 0.3, 1.0), 0.3) * 0.11 * near * lip;
        }
        slope -= n * dot(slope, n);
        n = normalize(n - slope);
        let speck = noise3(mm * 2.1);
        grain = 1.0 - near * 0.10 * smoothstep(0.55, 0.95, speck);
        albedo *= mix(vec3(1.0), vec3(0.985, 0.95, 0.94), near * (speck - 0.5));
        gloss *= 1.0 - 0.5 * near * speck;
    }

    // Brows and lashes: hairs where the mask is thick, fewer towards its edge.
    let side = sign(i.rest.x);
    // Strands lean outwards and up: fast noise across them, slow along.
    let lean = normalize(vec2(side * 0.75, 0.66));
    let across_hair = dot(mm.xy, vec2(-lean.y, lean.x));
    let along_hair = dot(mm.xy, lean);
    let strand = noise3(vec3(across_hair * 3.2, along_hair * 0.35, 3.0)) * 0.65 + noise3(vec3(across_hair * 1.4, along_hair * 0.2, 9.0)) * 0.35;
    // From afar single hairs are finer than a pixel and would only flicker.
    let seen_hair = mix(0.46, strand, smoothstep(8.0, 4.5, distance(view.world_position.xyz, i.place)));
    let brow = smoothstep(0.12, 0.62, i.paint.y) * smoothstep(0.06, 0.70, i.paint.y + 0.30 - seen_hair * 0.75);
    let lash = smoothstep(0.45, 0.95, i.paint.z);
    let hair = vec3(0.050, 0.030, 0.020);
    albedo = mix(albedo, hair, brow * 0.80 * skin.look.z);
    albedo = mix(albedo, hair * 0.7, lash * 0.78);
    albedo *= mix(1.0, 0.10, smoothstep(0.2, 0.9, i.paint2.y));

    // Cloth: cap in muted teal with an elastic band, drape in slate blue; weave seen near.
    if cloth > 0.0 {
        let weave = 0.5 + 0.5 * sin(mm.x * 5.2 + mm.z * 5.2) * sin(mm.y * 6.1);
        let band = smoothstep(0.80, 0.74, i.paint.w) * cap;
        let folds = noise3(vec3(atan2(mm.x, mm.z) * 22.0, mm.y * 0.05, 1.0)) * smoothstep(1.01, 0.75, i.paint.w);
        var fabric = mix(vec3(0.115, 0.275, 0.275), vec3(0.075, 0.120, 0.150), drape);
        fabric *= 0.88 + 0.16 * noise3(mm * 0.35) - 0.22 * folds * cap - 0.28 * band;
        fabric *= 1.0 - 0.10 * weave * near;
        albedo = mix(albedo, fabric, cloth);
        gloss = mix(gloss, 0.0, cloth);
        let crease = bump(vec3(mm.x * 0.06, mm.y * 0.03, mm.z * 0.06) + 11.0, 0.2) * 0.35 * drape
            + bump(vec3(mm.x, mm.y * 0.5, mm.z) * 0.09 + 4.0, 0.2) * 0.22 * cap;
        n = normalize(n - (crease - n * dot(crease, n)) * cloth);
    }

    // Light. Blood scatters red far and blue hardly: the terminator is warm, thin parts glow.
    let flesh = 1.0 - cloth;
    let ao = baked.x;
    let occlusion = pow(vec3(ao), mix(vec3(1.0), vec3(0.72, 1.0, 1.08), flesh));
    let l = normalize(KEY_DIR);
    let wrap = mix(vec3(0.08), vec3(0.34, 0.18, 0.13), flesh);
    let facing = dot(n, l);
    let soft = max((vec3(facing) + wrap) / (1.0 + wrap), vec3(0.0));
    let seen = pow(vec3(baked.y), mix(vec3(1.0), vec3(0.72, 1.0, 1.10), flesh));
    let key = KEY * soft * soft * (2.0 - soft) * seen;
    let fill = FILL * max((vec3(dot(n, normalize(FILL_DIR))) + 0.45) / 1.45, vec3(0.0)) * occlusion;
    let edge = 1.0 - max(dot(n, v), 0.0);
    let back = max(dot(n, normalize(RIM_DIR)) + 0.15, 0.0) + max(dot(n, normalize(RIM_DIR_2)) + 0.15, 0.0) * 0.8;
    let rim = RIM * back * (0.22 + 1.5 * edge * edge * edge) * ao;
    var light = key + fill + ambient(n) * occlusion;
    // Light through thin parts (ears, nostrils).
    light += vec3(0.50, 0.10, 0.05) * baked.z * (0.25 + max(dot(-n, normalize(RIM_DIR_2)), 0.0)) * flesh;
    var colour = albedo * (light + rim * 0.55) * grain;

    // Gloss: a broad oily lobe, a narrow one, and sheen of the down at grazing angles.
    let h = normalize(l + v);
    let nh = max(dot(n, h), 0.0);
    let fresnel = 0.035 + 0.6 * pow(1.0 - max(dot(v, h), 0.0), 5.0);
    let wet = mix(1.0, 2.3, lip);
    let lobes = pow(nh, 18.0) * 0.55 + pow(nh, 62.0) * 1.15 * wet;
    colour += KEY * lobes * fresnel * gloss * wet * baked.y * flesh * max(facing, 0.0) * 2.3;
    colour += (RIM * back * 0.22 + KEY * max(facing + 0.2, 0.0) * 0.035) * edge * edge * edge * ao * flesh;
    return vec4(film(colour), skin.look.x);
}
