//! Icons as strokes, drawn in a square of side 1 about its centre: no font needs to have them.

use bevy_egui::egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, vec2};

/// An icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::game::panels) enum Icon {
    Layers,
    Dose,
    Hazards,
    Zone,
    Entry,
    CutAway,
    HotSpots,
    Cannula,
    Back,
    Play,
    Pause,
    Restart,
    Finish,
    Quiz,
    Drills,
    Settings,
    About,
    Quit,
    Check,
    Regions,
    NoGo,
    Tension,
    Landmarks,
    Person,
    Learner,
    Random,
    Learn,
    Progress,
    Page,
    Picture,
    TickBack,
    TickOn,
    PassBack,
    PassOn,
    Follow,
    Class,
}

/// Draws an icon of a side about a centre.
pub(in crate::game::panels) fn paint(painter: &Painter, icon: Icon, centre: Pos2, side: f32, colour: Color32) {
    let stroke = Stroke::new((side * 0.085).max(1.2), colour);
    let at = |x: f32, y: f32| centre + vec2(x, y) * side;
    let line = |points: &[(f32, f32)]| {
        painter.add(Shape::line(points.iter().map(|&(x, y)| at(x, y)).collect(), stroke));
    };
    let closed = |points: &[(f32, f32)]| {
        painter.add(Shape::closed_line(points.iter().map(|&(x, y)| at(x, y)).collect(), stroke));
    };
    let circle = |x: f32, y: f32, r: f32| {
        painter.circle_stroke(at(x, y), r * side, stroke);
    };
    let disc = |x: f32, y: f32, r: f32| {
        painter.circle_filled(at(x, y), r * side, colour);
    };
    let arc = |from: f32, to: f32, r: f32| {
        let point = |i: usize| {
            let angle = from + (to - from) * i as f32 / 24.0;
            at(r * angle.cos(), r * angle.sin())
        };
        painter.add(Shape::line((0..=24).map(point).collect(), stroke));
    };
    match icon {
        Icon::Layers => {
            closed(&[(0.0, -0.42), (0.44, -0.18), (0.0, 0.06), (-0.44, -0.18)]);
            line(&[(-0.44, 0.04), (0.0, 0.28), (0.44, 0.04)]);
            line(&[(-0.44, 0.22), (0.0, 0.46), (0.44, 0.22)]);
        }
        Icon::Dose => {
            for (i, y) in [-0.28, 0.0, 0.28].into_iter().enumerate() {
                for (j, x) in [-0.28, 0.0, 0.28].into_iter().enumerate() {
                    disc(x, y, [0.05, 0.09, 0.13][(i + j).min(2).max(j)]);
                }
            }
        }
        Icon::Hazards => {
            closed(&[(0.0, -0.4), (0.45, 0.38), (-0.45, 0.38)]);
            line(&[(0.0, -0.12), (0.0, 0.13)]);
            disc(0.0, 0.25, 0.05);
        }
        Icon::Zone => {
            let blob = [(-0.36, -0.1), (-0.1, -0.36), (0.26, -0.32), (0.42, -0.02), (0.28, 0.3), (-0.08, 0.4), (-0.36, 0.22)];
            for (i, &(x, y)) in blob.iter().enumerate() {
                let (u, v) = blob[(i + 1) % blob.len()];
                let (dx, dy) = ((u - x) * 0.2, (v - y) * 0.2);
                line(&[(x + dx, y + dy), (u - dx, v - dy)]);
            }
        }
        Icon::Entry => {
            circle(0.0, 0.0, 0.3);
            disc(0.0, 0.0, 0.09);
            for (x, y) in [(0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)] {
                line(&[(x * 0.3, y * 0.3), (x * 0.46, y * 0.46)]);
            }
        }
        Icon::CutAway => {
            circle(0.0, 0.0, 0.42);
            line(&[(0.42, 0.0), (0.0, 0.0), (0.0, -0.42)]);
            arc(-std::f32::consts::FRAC_PI_2, 0.0, 0.2);
        }
        Icon::HotSpots => {
            closed(&[(0.0, -0.44), (0.4, 0.0), (0.0, 0.44), (-0.4, 0.0)]);
            disc(0.0, 0.0, 0.12);
        }
        Icon::Cannula => {
            line(&[(-0.44, 0.44), (-0.12, 0.12)]);
            closed(&[(-0.2, 0.04), (-0.04, 0.2), (0.16, 0.0), (0.0, -0.16)]);
            line(&[(0.08, -0.08), (0.44, -0.44)]);
        }
        Icon::Back => line(&[(0.14, -0.32), (-0.2, 0.0), (0.14, 0.32)]),
        Icon::Play => {
            let points = vec![at(-0.24, -0.36), at(0.4, 0.0), at(-0.24, 0.36)];
            painter.add(Shape::convex_polygon(points, colour, Stroke::NONE));
        }
        Icon::Pause => {
            for x in [-0.18, 0.18] {
                let bar = Rect::from_center_size(at(x, 0.0), vec2(0.16, 0.66) * side);
                painter.rect_filled(bar, 1.5, colour);
            }
        }
        Icon::Restart => {
            // The head at its beginning points back along the ring.
            arc(-2.2, 3.08, 0.36);
            line(&[(-0.16, -0.5), (-0.21, -0.29), (0.01, -0.27)]);
        }
        Icon::Finish => {
            line(&[(-0.3, 0.44), (-0.3, -0.42)]);
            closed(&[(-0.3, -0.4), (0.38, -0.4), (0.22, -0.17), (0.38, 0.06), (-0.3, 0.06)]);
        }
        Icon::Quiz => {
            circle(0.0, 0.0, 0.43);
            line(&[(-0.13, -0.1), (-0.11, -0.19), (0.0, -0.24), (0.12, -0.18), (0.12, -0.07), (0.0, 0.02), (0.0, 0.09)]);
            disc(0.0, 0.23, 0.055);
        }
        Icon::Drills => {
            circle(-0.4, 0.34, 0.09);
            for (x, y) in [(0.42, 0.3), (0.4, 0.02), (0.28, -0.22), (0.06, -0.4)] {
                let (dx, dy): (f32, f32) = (x + 0.4, y - 0.34);
                let length = (dx * dx + dy * dy).sqrt();
                line(&[(-0.4 + dx / length * 0.16, 0.34 + dy / length * 0.16), (x, y)]);
            }
        }
        Icon::Settings => {
            for (y, x) in [(-0.28, 0.14), (0.0, -0.18), (0.28, 0.06)] {
                line(&[(-0.44, y), (x - 0.1, y)]);
                line(&[(x + 0.1, y), (0.44, y)]);
                circle(x, y, 0.1);
            }
        }
        Icon::About => {
            circle(0.0, 0.0, 0.43);
            line(&[(0.0, -0.04), (0.0, 0.22)]);
            disc(0.0, -0.2, 0.06);
        }
        Icon::Quit => {
            arc(-1.05, 4.2, 0.38);
            line(&[(0.0, -0.46), (0.0, -0.04)]);
        }
        Icon::Regions => {
            closed(&[(-0.42, -0.3), (0.0, -0.42), (0.42, -0.3), (0.42, 0.3), (0.0, 0.42), (-0.42, 0.3)]);
            line(&[(-0.42, 0.0), (-0.1, -0.06), (0.0, -0.42)]);
            line(&[(-0.1, -0.06), (0.08, 0.16), (0.42, 0.08)]);
            line(&[(0.08, 0.16), (0.0, 0.42)]);
        }
        Icon::NoGo => {
            circle(0.0, 0.0, 0.42);
            for (x, y) in [(0.0, 0.0), (-0.2, 0.2), (0.2, -0.2)] {
                let half = 0.28 - f32::abs(x) * 0.45;
                line(&[(x - half, y - half), (x + half, y + half)]);
            }
        }
        Icon::Tension => {
            for y in [-0.26, 0.0, 0.26] {
                line(&[(-0.44, y + 0.08), (-0.22, y - 0.04), (0.0, y - 0.08), (0.22, y - 0.04), (0.44, y + 0.08)]);
            }
        }
        Icon::Landmarks => {
            disc(0.0, -0.12, 0.1);
            line(&[(0.0, 0.46), (-0.27, 0.02), (-0.3, -0.2), (-0.18, -0.38), (0.0, -0.44), (0.18, -0.38), (0.3, -0.2), (0.27, 0.02), (0.0, 0.46)]);
        }
        Icon::Person => {
            circle(0.0, -0.2, 0.2);
            line(&[(-0.38, 0.44), (-0.34, 0.22), (-0.18, 0.1), (0.18, 0.1), (0.34, 0.22), (0.38, 0.44)]);
        }
        Icon::Learner => {
            circle(0.0, 0.0, 0.46);
            circle(0.0, -0.13, 0.15);
            line(&[(-0.28, 0.3), (-0.2, 0.17), (-0.1, 0.12), (0.1, 0.12), (0.2, 0.17), (0.28, 0.3)]);
        }
        Icon::Random => {
            closed(&[(-0.38, -0.38), (0.38, -0.38), (0.38, 0.38), (-0.38, 0.38)]);
            for (x, y) in [(-0.18, -0.18), (0.18, -0.18), (0.0, 0.0), (-0.18, 0.18), (0.18, 0.18)] {
                disc(x, y, 0.06);
            }
        }
        Icon::Learn => {
            closed(&[(0.0, -0.36), (0.46, -0.14), (0.0, 0.08), (-0.46, -0.14)]);
            line(&[(-0.26, 0.0), (-0.26, 0.24), (0.0, 0.36), (0.26, 0.24), (0.26, 0.0)]);
            line(&[(0.46, -0.14), (0.46, 0.2)]);
        }
        Icon::Progress => {
            line(&[(-0.44, -0.42), (-0.44, 0.42), (0.44, 0.42)]);
            line(&[(-0.26, 0.2), (-0.06, -0.02), (0.1, 0.1), (0.4, -0.3)]);
        }
        Icon::Page => {
            closed(&[(-0.32, -0.44), (0.14, -0.44), (0.34, -0.24), (0.34, 0.44), (-0.32, 0.44)]);
            for y in [-0.1, 0.08, 0.26] {
                line(&[(-0.16, y), (0.18, y)]);
            }
        }
        Icon::Picture => {
            closed(&[(-0.44, -0.34), (0.44, -0.34), (0.44, 0.34), (-0.44, 0.34)]);
            line(&[(-0.44, 0.22), (-0.14, -0.08), (0.08, 0.14), (0.22, 0.0), (0.44, 0.22)]);
            disc(0.2, -0.16, 0.07);
        }
        Icon::TickBack => {
            line(&[(0.2, -0.32), (-0.14, 0.0), (0.2, 0.32)]);
        }
        Icon::TickOn => {
            line(&[(-0.2, -0.32), (0.14, 0.0), (-0.2, 0.32)]);
        }
        Icon::PassBack => {
            line(&[(-0.3, -0.34), (-0.3, 0.34)]);
            line(&[(0.3, -0.32), (-0.06, 0.0), (0.3, 0.32)]);
        }
        Icon::PassOn => {
            line(&[(0.3, -0.34), (0.3, 0.34)]);
            line(&[(-0.3, -0.32), (0.06, 0.0), (-0.3, 0.32)]);
        }
        Icon::Follow => {
            circle(0.0, 0.0, 0.24);
            disc(0.0, 0.0, 0.08);
            for (x, y) in [(0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)] {
                line(&[(x * 0.24, y * 0.24), (x * 0.46, y * 0.46)]);
            }
        }
        Icon::Class => {
            circle(0.0, -0.16, 0.16);
            line(&[(-0.24, 0.36), (-0.2, 0.18), (0.0, 0.1), (0.2, 0.18), (0.24, 0.36)]);
            for side in [-1.0, 1.0] {
                circle(side * 0.33, -0.06, 0.1);
                line(&[(side * 0.3, 0.14), (side * 0.42, 0.2), (side * 0.46, 0.34)]);
            }
        }
        Icon::Check => line(&[(-0.3, 0.02), (-0.08, 0.24), (0.32, -0.22)]),
    }
}
