//! A cut through a patient along a line on the skin, and the threads that lie in it: what a cross-section shows.
//!
//! **Invariant:** layers come from the anatomy and blobs from [`Deposits`]; nothing in a view is drawn by hand.

use crate::anatomy::{Anatomy, Anchor, Layer, LayerStack, Site, TissueSample, UnknownLandmark};
use crate::geom::Vec3;
use crate::geom::surface::SurfacePoint;
use crate::product::{Catalogue, PreparationError};
use crate::tissue::Deposits;

/// Way between two columns of a view, and between two portions of a thread, mm.
const COLUMN_MM: f64 = 1.0;
const PORTION_MM: f64 = 0.25;
/// Half the thickness of the cut, mm: what lies further beside it than this and its own half-width is not seen.
const SLICE_MM: f64 = 1.0;

/// A cut to be read.
#[derive(Clone, Debug, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// The patient, by id.
    pub patient: String,
    /// One end of the line on the skin.
    pub from: Anchor,
    /// The other end.
    pub to: Anchor,
    /// What was laid.
    #[serde(default)]
    pub threads: Vec<SectionThread>,
    /// What is asked about it: the key is worked out from the view.
    pub asked: Asked,
}

/// A thread in the coordinates of the cut.
#[derive(Clone, Debug, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SectionThread {
    /// Product and dilution, as in `radiesse 1:1`.
    pub product: String,
    /// Volume, µL.
    pub volume_ul: f64,
    /// Its course: mm along the line, mm beside it, mm below the skin. One point: a bolus.
    pub points: Vec<(f64, f64, f64)>,
}

/// What is asked about a view.
#[derive(Clone, Debug, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Asked {
    /// Which thread lies in this layer; the options are the threads in their order.
    ThreadIn(Layer),
    /// Which thread lies so many mm (from, to) below the dermal–fat boundary; the options are the threads in their order.
    ThreadInPlane(f64, f64),
    /// Which thread is the shallowest below the dermal–fat boundary.
    Shallowest,
    /// Which thread is the deepest.
    Deepest,
    /// Which thread holds most `CaHA` per mm of its length.
    Densest,
    /// Which thread changes its depth most along its course.
    Steepest,
    /// In which layer a thread (from 1) lies; the options are these layers.
    LayerOf(usize, Vec<Layer>),
    /// How deep below the skin a layer ends, on average along the line, mm.
    EndOf(Layer),
    /// How thick a layer is, on average along the line, mm.
    Thickness(Layer),
    /// How far below the dermal–fat boundary a thread (from 1) lies, mm.
    BelowDermis(usize),
}

/// What the view answers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum SectionKey {
    /// The option of this index in the file.
    Option(usize),
    /// A number, mm.
    Number(f64),
}

/// Why a cut cannot be shown.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum SectionError {
    /// An anchor names a landmark that the patient does not have.
    #[error(transparent)]
    Landmark(#[from] UnknownLandmark),
    /// A product or dilution is unknown.
    #[error(transparent)]
    Product(#[from] PreparationError),
    /// The line is too short to be seen.
    #[error("got a line of {0:.1} mm, allowed 5 to 150 mm")]
    Line(f64),
}

/// The layers at one place of the line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column {
    /// Way from the line's first end, mm.
    pub at_mm: f64,
    /// The layers there.
    pub stack: LayerStack,
}

/// A piece of product as the cut shows it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Blob {
    /// The thread, from 1.
    pub thread: usize,
    /// Way along the line, mm.
    pub at_mm: f64,
    /// Depth below the skin, mm.
    pub depth_mm: f64,
    /// Half of its extent in depth and along the line, mm.
    pub half_mm: (f64, f64),
    /// The layer about its centre.
    pub layer: Layer,
}

/// A thread, summed up.
#[derive(Clone, Debug, PartialEq)]
pub struct ThreadSeen {
    /// The thread, from 1.
    pub thread: usize,
    /// Product and dilution.
    pub product: String,
    /// Volume, µL.
    pub volume_ul: f64,
    /// Length, mm; 0 for a bolus.
    pub length_mm: f64,
    /// `CaHA`, mg.
    pub caha_mg: f64,
    /// Least and greatest depth below the skin, mm.
    pub depth_mm: (f64, f64),
    /// Mean depth below the dermal–fat boundary, mm; negative above it.
    pub below_dermis_mm: f64,
    /// The layer that holds most of its volume.
    pub layer: Layer,
}

/// What a cut shows.
#[derive(Clone, Debug, PartialEq)]
pub struct SectionView {
    /// Length of the line, mm.
    pub length_mm: f64,
    /// Site of the line's middle; none on the nape, the shoulders and the back.
    pub site: Option<Site>,
    /// The layers along the line, about 1 mm apart, from its first end to its last.
    pub columns: Vec<Column>,
    /// The product that the cut meets.
    pub blobs: Vec<Blob>,
    /// Each thread.
    pub threads: Vec<ThreadSeen>,
}

/// The line on the skin.
struct Line<'a> {
    anatomy: &'a Anatomy,
    places: Vec<(f64, SurfacePoint)>,
}

impl Line<'_> {
    fn length_mm(&self) -> f64 {
        self.places.last().map_or(0.0, |(at, _)| *at)
    }

    /// The column before a place of the line, and the direction of the line and sideways there.
    fn frame(&self, along_mm: f64) -> (usize, Vec3, Vec3) {
        let last = self.places.len() - 2;
        let i = self.places.iter().rposition(|(at, _)| *at <= along_mm).unwrap_or(0).min(last);
        let (here, next) = (&self.places[i].1, &self.places[i + 1].1);
        let along = (next.point - here.point).normalize_or(Vec3::X);
        (i, along, here.normal.cross(along).normalize_or(Vec3::Y))
    }

    /// The place and the tissue at coordinates of the cut.
    fn sample(&self, (along_mm, beside_mm, depth_mm): (f64, f64, f64)) -> (Vec3, TissueSample) {
        let (i, along, side) = self.frame(along_mm);
        let (at, here) = &self.places[i];
        let on = self.anatomy.chart().project(here.point + along * (along_mm - at) + side * beside_mm, here.normal);
        let sample = self.anatomy.sample_of(&on);
        (sample.foot - sample.normal * depth_mm, TissueSample { depth_mm, ..sample })
    }

    /// Where a point of the skin lies: along the line and beside it, mm.
    fn of(&self, foot: Vec3) -> (f64, f64) {
        let near = |(_, on): &(f64, SurfacePoint)| on.point.distance_squared(foot);
        let nearest = self.places.iter().min_by(|a, b| near(a).total_cmp(&near(b))).map_or(0.0, |(at, _)| *at);
        let (i, along, side) = self.frame(nearest);
        let way = foot - self.places[i].1.point;
        (self.places[i].0 + way.dot(along), way.dot(side))
    }
}

impl SectionView {
    /// Lays the threads on a patient and cuts.
    ///
    /// # Errors
    /// [`SectionError`].
    pub fn new(section: &Section, anatomy: &Anatomy, catalogue: &Catalogue) -> Result<Self, SectionError> {
        let (chart, mut places) = (anatomy.chart(), Vec::new());
        let (from, to) = (chart.place(&section.from)?, chart.place(&section.to)?);
        let (mut at, mut before) = (0.0, from.point);
        for on in chart.chord(&from, &to, COLUMN_MM).into_iter().chain([to]) {
            at += on.point.distance(before);
            before = on.point;
            places.push((at, on));
        }
        let line = Line { anatomy, places };
        let length_mm = line.length_mm();
        if !(5.0..=150.0).contains(&length_mm) || line.places.len() < 2 {
            return Err(SectionError::Line(length_mm));
        }
        let site = Site::of(anatomy.sample_of(&line.places[line.places.len() / 2].1).region);
        let columns = line.places.iter().map(|(at_mm, on)| Column { at_mm: *at_mm, stack: anatomy.sample_of(on).stack }).collect();
        let (mut deposits, mut threads) = (Deposits::default(), Vec::new());
        let mut tick = 0;
        for (number, thread) in (1..).zip(&section.threads) {
            threads.push(lay(&mut deposits, thread, number, &line, catalogue, &mut tick)?);
            // A gap in time, so that the next thread does not go on from this one.
            tick += 120;
        }
        let blobs = seen(&deposits, &line);
        Ok(Self { length_mm, site, columns, blobs, threads })
    }

    /// What the view answers to a question; none where a thread that is asked for is not there.
    #[must_use]
    pub fn key(&self, asked: &Asked) -> Option<SectionKey> {
        let extreme = |of: &dyn Fn(&ThreadSeen) -> f64| {
            let best = self.threads.iter().max_by(|a, b| of(a).total_cmp(&of(b)))?;
            Some(SectionKey::Option(best.thread - 1))
        };
        let only = |holds: &dyn Fn(&ThreadSeen) -> bool| {
            let mut found = self.threads.iter().filter(|thread| holds(thread));
            let one = found.next()?;
            found.next().is_none().then_some(SectionKey::Option(one.thread - 1))
        };
        let mean = |of: &dyn Fn(&LayerStack) -> f64| {
            let sum: f64 = self.columns.iter().map(|column| of(&column.stack)).sum();
            Some(SectionKey::Number(sum / self.columns.len().max(1) as f64))
        };
        match asked {
            Asked::ThreadIn(layer) => only(&|thread| thread.layer == *layer),
            Asked::ThreadInPlane(from, to) => only(&|thread| (*from..=*to).contains(&thread.below_dermis_mm)),
            Asked::Shallowest => extreme(&|thread| -thread.below_dermis_mm),
            Asked::Deepest => extreme(&|thread| thread.below_dermis_mm),
            Asked::Densest => extreme(&|thread| thread.caha_mg / thread.length_mm.max(PORTION_MM)),
            Asked::Steepest => extreme(&|thread| thread.depth_mm.1 - thread.depth_mm.0),
            Asked::LayerOf(thread, layers) => {
                let own = self.threads.get(thread.checked_sub(1)?)?.layer;
                layers.iter().position(|layer| *layer == own).map(SectionKey::Option)
            }
            Asked::EndOf(layer) => mean(&|stack| span(stack, *layer).1),
            Asked::Thickness(layer) => mean(&|stack| span(stack, *layer).1 - span(stack, *layer).0),
            Asked::BelowDermis(thread) => Some(SectionKey::Number(self.threads.get(thread.checked_sub(1)?)?.below_dermis_mm)),
        }
    }
}

/// Upper and lower end of a layer, mm below the skin; bone and outside have none.
fn span(stack: &LayerStack, layer: Layer) -> (f64, f64) {
    match layer {
        Layer::Epidermis => (0.0, stack.epidermis_mm),
        Layer::Dermis => (stack.epidermis_mm, stack.dermis_mm),
        Layer::Fat => (stack.dermis_mm, stack.fat_mm),
        Layer::Smas => (stack.fat_mm, stack.smas_mm),
        Layer::Deep => (stack.smas_mm, stack.bone_mm),
        Layer::Outside | Layer::Bone => (0.0, 0.0),
    }
}

/// Lays one thread evenly along its course, in portions, and sums it up.
fn lay(
    deposits: &mut Deposits,
    thread: &SectionThread,
    number: usize,
    line: &Line,
    catalogue: &Catalogue,
    tick: &mut u64,
) -> Result<ThreadSeen, SectionError> {
    let mixture = catalogue.mixture(&thread.product)?;
    let flat = |&(along, beside, depth): &(f64, f64, f64)| Vec3::new(along, beside, -depth);
    let ways: Vec<f64> = thread.points.windows(2).map(|pair| flat(&pair[0]).distance(flat(&pair[1]))).collect();
    let length_mm: f64 = ways.iter().sum();
    let mut portions: Vec<((f64, f64, f64), f64)> = Vec::new();
    if length_mm > 1e-6 {
        for (pair, way) in thread.points.windows(2).zip(&ways) {
            let steps = (way / PORTION_MM).ceil().max(1.0);
            let (a, b) = (pair[0], pair[1]);
            for step in 0..steps as u32 {
                let t = (f64::from(step) + 0.5) / steps;
                let at = (a.0 + (b.0 - a.0) * t, a.1 + (b.1 - a.1) * t, a.2 + (b.2 - a.2) * t);
                portions.push((at, thread.volume_ul * way / length_mm / steps));
            }
        }
    } else {
        portions.extend(thread.points.first().map(|&at| (at, thread.volume_ul)));
    }
    let (mut depth_mm, mut below, mut layers) = ((f64::INFINITY, f64::NEG_INFINITY), 0.0, Vec::<(Layer, f64)>::new());
    let mut before: Option<Vec3> = None;
    for (at, volume_ul) in portions {
        let (place, sample) = line.sample(at);
        let direction = before.map_or(Vec3::X, |before| (place - before).normalize_or(Vec3::X));
        before = Some(place);
        deposits.lay(place, direction, &sample, volume_ul, volume_ul * 1e-3 * mixture.caha_mg_per_ml, &mixture, number as u32, *tick);
        *tick += 1;
        depth_mm = (depth_mm.0.min(sample.depth_mm), depth_mm.1.max(sample.depth_mm));
        below += sample.below_dermis_mm() * volume_ul;
        match layers.iter_mut().find(|(layer, _)| *layer == sample.layer()) {
            Some((_, sum)) => *sum += volume_ul,
            None => layers.push((sample.layer(), volume_ul)),
        }
    }
    let most = layers.iter().max_by(|a, b| a.1.total_cmp(&b.1)).map_or(Layer::Outside, |(layer, _)| *layer);
    Ok(ThreadSeen {
        thread: number,
        product: thread.product.clone(),
        volume_ul: thread.volume_ul,
        length_mm,
        caha_mg: thread.volume_ul * 1e-3 * mixture.caha_mg_per_ml,
        depth_mm,
        below_dermis_mm: below / thread.volume_ul.max(1e-9),
        layer: most,
    })
}

/// The deposits that the cut meets.
fn seen(deposits: &Deposits, line: &Line) -> Vec<Blob> {
    let blob = |(i, deposit): (usize, &crate::tissue::Deposit)| {
        let (at_mm, beside_mm) = line.of(deposit.foot);
        let (high, wide) = deposits.half_axes_mm(i);
        let met = beside_mm.abs() <= wide + SLICE_MM && (0.0..=line.length_mm()).contains(&at_mm);
        met.then(|| Blob {
            thread: deposit.thread as usize,
            at_mm,
            depth_mm: deposit.depth_mm,
            half_mm: (high, wide.max(0.5 * deposit.length_mm)),
            layer: deposit.stack.layer_at(deposit.depth_mm).0,
        })
    };
    deposits.deposits().iter().enumerate().filter_map(blob).collect()
}
