//! The preparation bench: what is chosen, what stands there, and what is done about it.

use super::attempt::Attempt;
use super::consult;
use crate::game::panels::{Phrase, bench};
use crate::product::{BenchView, Diluent, MixtureClass, Orientation};
use crate::session::{BenchAct, Command, Phase};

/// Names of the diluents, in the order of [`Diluent::ALL`].
const DILUENTS: [&str; 3] = ["bench-diluent-saline", "bench-diluent-lidocaine", "bench-diluent-plasma"];

/// What is chosen before it is drawn.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Choice {
    product: usize,
    diluent: usize,
    ratio: f64,
}

/// The products that can be injected, as places in the setup's shelf.
fn offered(attempt: &Attempt) -> Vec<usize> {
    let products = attempt.session.setup().shelf.products();
    (0..products.len()).filter(|index| products[*index].caha_mg_per_ml.value > 0.0).collect()
}

/// Whether the bench is open: the phase is played, the syringe not filled yet, and what comes before is over.
pub(super) fn open(attempt: &Attempt) -> bool {
    let played = attempt.session.setup().phases.contains(&Phase::Prepare) && !attempt.session.prepared();
    played && !consult::open(attempt) && !attempt.drawing()
}

/// Whether anything was done at the bench.
pub(super) fn begun(attempt: &Attempt) -> bool {
    let given = !attempt.session.setup().phases.contains(&Phase::Prepare);
    !given && (attempt.session.prepared() || attempt.session.bench_view().is_some())
}

/// The bench, while it is open.
pub(super) fn model(attempt: &Attempt, choice: Choice) -> Option<bench::Model> {
    open(attempt).then(|| {
        let setup = attempt.session.setup();
        let offered = offered(attempt);
        let products = setup.shelf.products();
        let neat = offered.get(choice.product).map_or(1.0, |index| products[*index].caha_mg_per_ml.value);
        bench::Model {
            plan: attempt.drill.product_title.clone(),
            products: offered.iter().map(|index| products[*index].name.clone()).collect(),
            product: choice.product,
            diluents: DILUENTS.iter().map(|id| Phrase::new(*id)).collect(),
            diluent: choice.diluent,
            ratio: choice.ratio,
            neat_mg_ml: neat,
            mix: attempt.session.bench_view().map(|view| mix(&view)),
        }
    })
}

fn mix(view: &BenchView) -> bench::Mix {
    let class = match view.class {
        MixtureClass::Gel => "bench-class-gel",
        MixtureClass::GelSol => "bench-class-gel-sol",
        MixtureClass::Sol => "bench-class-sol",
    };
    let barrel = |side: usize| {
        let barrel = &view.barrels[side];
        let cells = barrel.cells.iter().map(|cell| bench::Cell {
            volume_ml: cell.volume_ul * 1e-3,
            aloft_mg_ml: cell.aloft_mg_per_ml,
            settled: if cell.volume_ul > 0.0 { cell.sediment_ul / cell.volume_ul } else { 0.0 },
        });
        bench::Barrel { capacity_ml: barrel.capacity_ul * 1e-3, cells: cells.collect() }
    };
    bench::Mix {
        barrels: [barrel(0), barrel(1)],
        evenness: view.homogeneity,
        class: Phrase::new(class),
        mean_mg_ml: view.caha_mg_per_ml,
        giver: view.giver,
        strokes: view.strokes,
        stroking: view.stroking,
        stood_s: view.stood_s,
    }
}

/// The command that an action at the bench asks for; a choice only changes what is chosen.
pub(super) fn obey(attempt: &Attempt, choice: &mut Choice, action: bench::Action) -> Option<Command> {
    let act = match action {
        bench::Action::Product(index) => {
            choice.product = index;
            return None;
        }
        bench::Action::Diluent(index) => {
            choice.diluent = index;
            return None;
        }
        bench::Action::Ratio(ratio) => {
            choice.ratio = ratio;
            return None;
        }
        bench::Action::Draw => BenchAct::Draw {
            product: u8::try_from(*offered(attempt).get(choice.product)?).ok()?,
            diluent: Diluent::ALL.get(choice.diluent)?.0,
            ratio_percent: (choice.ratio * 100.0).round() as u16,
        },
        bench::Action::Stroke(seconds) => BenchAct::stroke(seconds),
        bench::Action::Stand(seconds) => BenchAct::Stand { seconds, orientation: Orientation::Lying },
        bench::Action::Fill => BenchAct::Fill,
    };
    Some(Command::Bench(act))
}
