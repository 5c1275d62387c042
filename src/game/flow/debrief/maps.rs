//! The maps on the skin and what their colours mean.

use crate::game::flow::body;
use crate::game::panels::Phrase;
use crate::game::panels::debrief::{Legend, Map, Quantity};
use crate::game::ramp::Ramp;
use crate::game::scene::model::DoseMap;
use crate::lang::Value;
use crate::scoring::Scorecard;

/// A map of a scorecard on the zone's grid; none of those of the months.
pub(super) fn laid(map: Map, card: &Scorecard, grid: &DoseMap) -> Option<DoseMap> {
    match map {
        Map::Dose => Some(body::with_dose(grid, &card.dose_map)),
        Map::Nodules => {
            let most = round_up(card.nodule.map.iter().copied().fold(0.0, f64::max));
            Some(DoseMap { full_mg_cm2: most as f32, ramp: Ramp::Nodules, ..body::with_dose(grid, &card.nodule.map) })
        }
        Map::Off | Map::Response | Map::Felt => None,
    }
}

/// What the colours of a map mean.
pub(super) fn legend(map: Map, quantity: Quantity, drawn: &DoseMap) -> Option<Legend> {
    let most = f64::from(drawn.full_mg_cm2);
    let number = Value::number(most, decimals(most));
    let (name, most) = match (map, quantity) {
        (Map::Off, _) => return None,
        (Map::Dose, _) => ("debrief-legend-dose", Phrase::new("value-mg-cm2").with("value", number)),
        (Map::Nodules, _) => ("debrief-legend-nodules", Phrase::new("debrief-per-cm2").with("value", number)),
        (Map::Felt, _) => ("debrief-legend-felt", Phrase::new("debrief-per-cm2").with("value", number)),
        (Map::Response, Quantity::Thickening) => ("debrief-legend-thickening", Phrase::new("debrief-gain").with("value", number)),
        (Map::Response, Quantity::Lift) => ("debrief-legend-lift", Phrase::new("value-mm").with("value", number)),
    };
    Some(Legend { name: Phrase::new(name), ramp: drawn.ramp, most })
}

/// Digits behind the point that a scale's end needs.
fn decimals(most: f64) -> u8 {
    [10.0, 1.0, 0.1, 0.01, 0.001].iter().position(|step| most >= *step).map_or(5, |at| (at as u8).saturating_sub(u8::from(most.fract() == 0.0)))
}

/// The next of 1, 2, 5 times a power of ten: an end of a scale that can be said.
pub(super) fn round_up(most: f64) -> f64 {
    let mut step = 1e-6;
    while step < most {
        for times in [2.0, 5.0, 10.0] {
            if step * times >= most {
                return step * times;
            }
        }
        step *= 10.0;
    }
    step
}
