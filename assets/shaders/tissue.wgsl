// What each layer of tissue looks like: colour, fine relief and gloss. Matte and clean, as in a textbook.
#define_import_path fanline::tissue
#import fanline::light::{noise3, cells}

struct Tissue {
    albedo: vec3<f32>,
    normal: vec3<f32>,
    gloss: f32,
}

// The code of a layer that comes as a share of 8: 2 dermis, 3 fat, 4 SMAS and platysma, 5 muscle, 6 bone; others are plain.
fn layer_code(share: f32) -> i32 {
    return i32(round(share * 8.0));
}

// `mm` is the place in mm, `near` 1 where lobules of fat are seen one by one and 0 from where they blend into a soft surface.
fn tissue(layer: i32, mm: vec3<f32>, plain: vec3<f32>, normal: vec3<f32>, near: f32) -> Tissue {
    var albedo = plain;
    var n = normal;
    var gloss = 0.06;
    if layer == 3 {
        // Fat: lobules of 2 to 4 mm in larger clusters, between them thin septa, the groove warm and darker.
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
        // SMAS and platysma: a fibrous sheet with the sheen of fascia.
        let fibre = noise3(vec3(dot(mm, vec3(2.1, 1.5, 0.6)), dot(mm, vec3(-0.10, 0.16, 0.0)), mm.z * 0.15));
        albedo *= 0.80 + 0.32 * fibre;
        n = normalize(n + (fibre - 0.5) * 0.35 * near * normalize(vec3(0.8, 0.57, 0.2)));
        gloss = mix(0.26, 0.34, near);
    } else if layer == 5 {
        // Muscle: bundles that run upwards and outwards, each of finer strands.
        let across_fibres = dot(mm, vec3(0.80, -0.55, 0.25));
        let drift = noise3(vec3(dot(mm, vec3(0.12, 0.17, 0.0)), across_fibres * 0.25, mm.z * 0.2)) * 1.6;
        let bundle = noise3(vec3(across_fibres * 0.75 + drift, dot(mm, vec3(0.05, 0.07, 0.0)), 2.0));
        let strand = noise3(vec3(across_fibres * 3.6 + drift * 3.0, dot(mm, vec3(0.10, 0.14, 0.0)), 7.0));
        albedo *= vec3(1.22, 1.24, 1.20) * (0.56 + 0.52 * bundle + mix(0.17, 0.34 * strand, near));
        n = normalize(n + ((bundle - 0.5) * 0.5 + (strand - 0.5) * 0.35 * near) * vec3(0.80, -0.55, 0.25));
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
        albedo *= 1.0 + (0.17 * (one + two) - 0.16) * near;
        n = normalize(n + ((one - 0.5) * 0.22 * vec3(0.64, -0.77, 0.0) + (two - 0.5) * 0.22 * vec3(0.75, 0.66, 0.0)) * near);
        gloss = 0.10;
    } else {
        albedo *= 0.95 + 0.09 * noise3(mm * 1.1);
    }
    return Tissue(albedo, n, gloss);
}
