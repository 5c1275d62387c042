//! Colours that everybody can tell apart and read.
//!
//! Colour vision is simulated with the matrices of Machado, Oliveira & Fernandes 2009 (IEEE TVCG 15:1291) at severity 1, in linear light;
//! differences are CIE 1976 L*a*b* (D65); contrast is that of WCAG 2.1.

use bevy_egui::egui::{Color32, vec2};
use fanline::anatomy::HazardKind;
use fanline::game::ramp::Ramp;
use fanline::game::theme::{LAYERS, Look, State, Theme, hazard};

type Linear = [f64; 3];

const VISIONS: [(&str, [[f64; 3]; 3]); 4] = [
    ("full", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    ("protanopia", [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]),
    ("deuteranopia", [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]),
    ("tritanopia", [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]),
];

fn linear(colour: Color32) -> Linear {
    let [r, g, b, _] = colour.to_array();
    [r, g, b].map(|byte| {
        let c = f64::from(byte) / 255.0;
        if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    })
}

fn times(matrix: &[[f64; 3]; 3], v: Linear) -> Linear {
    matrix.map(|row| row.iter().zip(v).map(|(a, b)| a * b).sum::<f64>())
}

/// A picture as it is seen with one of the [`VISIONS`].
pub(super) fn as_seen(image: &image::RgbImage, vision: &str) -> image::RgbImage {
    let (_, matrix) = VISIONS.iter().find(|(name, _)| *name == vision).expect("a vision of this name");
    let mut seen = image.clone();
    for pixel in seen.pixels_mut() {
        let [r, g, b] = pixel.0;
        let light = times(matrix, linear(Color32::from_rgb(r, g, b)));
        pixel.0 = light.map(|c| {
            let c = c.clamp(0.0, 1.0);
            let c = if c <= 0.003_130_8 { 12.92 * c } else { 1.055 * c.powf(1.0 / 2.4) - 0.055 };
            (255.0 * c).round() as u8
        });
    }
    seen
}

fn lab(rgb: Linear) -> [f64; 3] {
    const XYZ: [[f64; 3]; 3] =
        [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]];
    let [x, y, z] = times(&XYZ, rgb);
    let f = |t: f64| if t > 216.0 / 24389.0 { t.cbrt() } else { (24389.0 / 27.0 * t + 16.0) / 116.0 };
    let (x, y, z) = (f(x / 0.95047), f(y), f(z / 1.08883));
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn seen(colour: Color32, vision: &[[f64; 3]; 3]) -> [f64; 3] {
    lab(times(vision, linear(colour)).map(|c| c.clamp(0.0, 1.0)))
}

fn apart(a: [f64; 3], b: [f64; 3]) -> f64 {
    a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
}

fn contrast(a: Color32, b: Color32) -> f64 {
    let luminance = |colour| times(&[[0.2126, 0.7152, 0.0722], [0.0; 3], [0.0; 3]], linear(colour))[0] + 0.05;
    let (a, b) = (luminance(a), luminance(b));
    a.max(b) / a.min(b)
}

/// A translucent colour on an opaque one.
fn over(top: Color32, ground: Color32) -> Color32 {
    let [r, g, b, a] = top.to_array();
    let mix = |top: u8, ground: u8| (f64::from(top) + f64::from(ground) * (1.0 - f64::from(a) / 255.0)).round().min(255.0) as u8;
    Color32::from_rgb(mix(r, ground.r()), mix(g, ground.g()), mix(b, ground.b()))
}

fn looks() -> impl Iterator<Item = (String, Theme)> {
    let both = [false, true];
    both.into_iter().flat_map(move |dark| both.map(|high_contrast| (dark, high_contrast))).map(|(dark, high_contrast)| {
        let theme = Theme::new(Look { dark, high_contrast, ..Look::default() }, vec2(1280.0, 720.0));
        (format!("dark {dark}, high contrast {high_contrast}"), theme)
    })
}

#[test]
fn states_are_told_apart_by_every_kind_of_colour_vision() {
    for (look, theme) in looks() {
        for (vision, matrix) in &VISIONS {
            let [neutral, target, attention, fault] =
                [State::Neutral, State::Target, State::Attention, State::Fault].map(|state| seen(theme.state(state), matrix));
            // What is judged differs plainly; what is not judged is a ring besides.
            for (names, a, b, least) in [
                ("target, attention", target, attention, 15.0),
                ("target, fault", target, fault, 15.0),
                ("attention, fault", attention, fault, 14.5),
                ("neutral, target", neutral, target, 8.5),
                ("neutral, fault", neutral, fault, 13.0),
            ] {
                let got = apart(a, b);
                assert!(got >= least, "{look}, {vision}: {names} differ by {got:.1}, at least {least} is wanted");
            }
        }
    }
}

#[test]
fn every_map_grows_lighter_step_by_step_for_every_kind_of_colour_vision() {
    for map in [Ramp::Dose, Ramp::Nodules, Ramp::Response] {
        for (vision, matrix) in &VISIONS {
            let colours = (0..=16).map(|i| map.at(i as f32 / 16.0)).map(|[r, g, b]| Color32::from_rgb(r, g, b));
            let steps: Vec<f64> = colours.map(|colour| seen(colour, matrix)[0]).collect();
            for pair in steps.windows(2) {
                assert!(pair[1] - pair[0] >= 2.0, "{map:?}, {vision}: {steps:.1?}");
            }
        }
    }
}

#[test]
fn neighbouring_layers_and_kinds_of_hazard_are_told_apart() {
    let kinds = [HazardKind::Artery, HazardKind::Vein, HazardKind::Nerve, HazardKind::Foramen, HazardKind::Gland];
    for (vision, matrix) in &VISIONS {
        for pair in LAYERS.windows(2) {
            let got = apart(seen(pair[0], matrix), seen(pair[1], matrix));
            assert!(got >= 18.0, "{vision}: layers {pair:?} differ by {got:.1}");
        }
        for (i, &a) in kinds.iter().enumerate() {
            for &b in &kinds[i + 1..] {
                // Each kind has a form of its own besides.
                let got = apart(seen(hazard(a), matrix), seen(hazard(b), matrix));
                assert!(got >= 13.0, "{vision}: {a:?} and {b:?} differ by {got:.1}");
            }
        }
    }
}

#[test]
fn text_is_readable_and_with_high_contrast_seven_to_one() {
    for (look, theme) in looks() {
        let high = theme.look.high_contrast;
        let page = theme.page();
        let card = over(theme.card, page);
        for ground in [page, theme.ground, card] {
            for (name, ink, least) in [("text", theme.text, 7.0), ("muted", theme.muted, if high { 7.0 } else { 4.5 })] {
                let got = contrast(ink, ground);
                assert!(got >= least, "{look}: {name} on {ground:?} has {got:.2}");
            }
        }
        for state in [State::Target, State::Attention, State::Fault] {
            let ink = theme.state(state);
            // A word in a state's colour stands on the page or on the state's own tint.
            for ground in [page, over(theme.tint(ink), page)] {
                let (got, least) = (contrast(ink, ground), if high { 6.95 } else { 3.0 });
                assert!(got >= least, "{look}: {state:?} on {ground:?} has {got:.2}");
            }
        }
    }
}

#[test]
fn high_contrast_has_solid_cards_and_thicker_outlines() {
    for (look, theme) in looks() {
        assert_eq!(theme.card.is_opaque(), theme.look.high_contrast, "{look}");
        let line = contrast(over(theme.line, theme.page()), theme.page());
        assert!(!theme.look.high_contrast || (theme.hairline().width >= 2.0 && line >= 3.0), "{look}: {line:.2}");
    }
}

#[test]
fn reduced_motion_leaves_no_transition() {
    let theme = |reduced_motion| Theme::new(Look { reduced_motion, ..Look::default() }, vec2(1280.0, 720.0));
    assert_eq!(theme(true).transition(), 0.0);
    assert!(theme(false).transition() > 0.0 && theme(false).transition() <= 0.2);
}
