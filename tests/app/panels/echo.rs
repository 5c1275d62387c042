//! The echo picture follows from tissue and product.

use super::models::section;
use fanline::game::panels::cross_section::{Blob, Model, echo};

/// Mean grey of a rectangle in mm.
fn mean(model: &Model, along: (f32, f32), depth: (f32, f32)) -> f64 {
    let picture = echo(model, 180, 100);
    let column = |mm: f32| ((mm - model.along_mm.0) / (model.along_mm.1 - model.along_mm.0) * 180.0) as usize;
    let row = |mm: f32| ((mm - model.depth_mm.0) / (model.depth_mm.1 - model.depth_mm.0) * 100.0) as usize;
    let (mut sum, mut count) = (0.0, 0.0);
    for y in row(depth.0)..row(depth.1) {
        for x in column(along.0)..column(along.1) {
            sum += f64::from(picture.grey[y * 180 + x]);
            count += 1.0;
        }
    }
    sum / count
}

fn flat() -> Model {
    let mut model = section();
    model.deposits.clear();
    for column in &mut model.columns {
        column.lift_mm = 0.0;
        column.boundaries_mm = [0.08, 1.6, 5.4, 6.3];
    }
    model
}

#[test]
fn dermis_and_smas_are_bright_and_fat_is_dark() {
    let model = flat();
    let layer = |depth| mean(&model, (1.0, 17.0), depth);
    let (entry, dermis, fat, smas) = (layer((0.0, 0.12)), layer((0.4, 1.5)), layer((2.0, 5.0)), layer((5.5, 6.2)));
    assert!(entry > dermis && dermis > 2.0 * fat && smas > 2.0 * fat, "{entry} {dermis} {fat} {smas}");
}

#[test]
fn product_is_bright_and_throws_a_shadow() {
    let bare = flat();
    let mut laid = bare.clone();
    laid.deposits.push(Blob { along_mm: 9.0, depth_mm: 2.6, radius_mm: 0.6, share: 1.0 });
    let product = ((8.7, 9.3), (2.3, 2.9));
    let below = ((8.8, 9.2), (5.5, 6.2));
    assert!(mean(&laid, product.0, product.1) > 2.0 * mean(&bare, product.0, product.1));
    assert!(mean(&laid, below.0, below.1) < 0.6 * mean(&bare, below.0, below.1));
}

#[test]
fn the_speckle_stays_with_the_tissue() {
    // Every column is the tissue of its left neighbour: a plane moved by half a millimetre over the skin.
    let here = flat();
    let mut moved = here.clone();
    let step = 18.0 / (here.columns.len() - 1) as f32;
    let first = here.columns[0];
    for (column, old) in moved.columns.iter_mut().zip(std::iter::once(&first).chain(&here.columns)) {
        *column = *old;
    }
    let shift = 6;
    let width = 6 * 36;
    assert!((step - 0.5).abs() < 1e-6);
    let (a, b) = (echo(&here, width, 90), echo(&moved, width, 90));
    let differing = (0..90).flat_map(|y| (2 * shift..width - shift).map(move |x| (x, y)));
    let differing = differing.filter(|&(x, y)| a.grey[y * width + x - shift].abs_diff(b.grey[y * width + x]) > 3).count();
    assert!(differing < 90 * width / 100, "{differing} pixels left their tissue");
    assert_ne!(a.grey, b.grey, "the picture did not move");
}
