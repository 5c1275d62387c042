//! A cross-section as a picture: layers as bands, product as ellipses. Self-contained SVG, four times as high as it is long.

use super::section::{Blob, SectionView};
use crate::anatomy::LayerStack;
use std::fmt::Write;

/// Size of the picture in its own units, and how deep it shows below the deepest fascia or blob, mm.
const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 300.0;
const BELOW_MM: f64 = 2.0;
/// Fills of epidermis, dermis, fat, SMAS/platysma, deep tissue and bone: light to dark so that they differ without colour.
const FILLS: [&str; 6] = ["#f3d9c9", "#e5a98e", "#f6e7b4", "#b5c7d9", "#c98f83", "#d9d4c8"];
/// Fills of threads, in turn (Okabe and Ito 2008, told apart by the colour-blind).
const THREADS: [&str; 4] = ["#0072b2", "#009e73", "#d55e00", "#cc79a7"];

impl SectionView {
    /// The view as an SVG picture, `title` its name for who cannot see it (escaped here). Each thread is marked with its number.
    #[must_use]
    pub fn svg(&self, title: &str) -> String {
        let deep = self.columns.iter().map(|column| column.stack.smas_mm).chain(self.blobs.iter().map(|blob| blob.depth_mm));
        let depth = deep.fold(0.0, f64::max) + BELOW_MM;
        let x = |mm: f64| WIDTH * mm / self.length_mm;
        let y = |mm: f64| HEIGHT * (mm / depth).clamp(0.0, 1.0);
        let title = title.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
        let mut out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-label=\"{title}\"><title>{title}</title>"
        );
        let ends: [fn(&LayerStack) -> f64; 5] =
            [|s| s.epidermis_mm, |s| s.dermis_mm, |s| s.fat_mm, |s| s.smas_mm, |s| s.bone_mm];
        // Each band goes from the layer's end above it to the bottom; the next covers what is not its own.
        for (i, fill) in FILLS.iter().enumerate() {
            let top = |stack: &LayerStack| i.checked_sub(1).map_or(0.0, |above| ends[above](stack));
            let mut points = String::new();
            for column in &self.columns {
                let _ = write!(points, "{:.1},{:.1} ", x(column.at_mm), y(top(&column.stack)));
            }
            let _ = write!(out, "<polygon points=\"{points}{WIDTH},{HEIGHT} 0,{HEIGHT}\" fill=\"{fill}\"/>");
        }
        for blob in &self.blobs {
            let fill = THREADS[(blob.thread.max(1) - 1) % THREADS.len()];
            let (rx, ry) = (x(blob.half_mm.1).max(1.5), y(blob.half_mm.0).max(1.5));
            let _ = write!(
                out,
                "<ellipse cx=\"{:.1}\" cy=\"{:.1}\" rx=\"{rx:.1}\" ry=\"{ry:.1}\" fill=\"{fill}\" fill-opacity=\"0.75\"/>",
                x(blob.at_mm),
                y(blob.depth_mm)
            );
        }
        for thread in &self.threads {
            let own: Vec<&Blob> = self.blobs.iter().filter(|blob| blob.thread == thread.thread).collect();
            if let Some(middle) = own.get(own.len() / 2) {
                let (at, up) = (x(middle.at_mm), (y(middle.depth_mm) - 12.0).max(14.0));
                let _ = write!(out, "<text x=\"{at:.1}\" y=\"{up:.1}\" font-size=\"16\" text-anchor=\"middle\">{}</text>", thread.thread);
            }
        }
        out.push_str("</svg>");
        out
    }
}
