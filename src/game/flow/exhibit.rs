//! The cross-section of a quiz item, worked out beside the screen: a patient takes a second to build.

use std::sync::{Arc, OnceLock};
use std::thread;

use super::load::Shelf;
use crate::anatomy::{Anatomy, LayerStack, Site};
use crate::drill::Drill;
use crate::game::panels::quiz::{Blob, Cut, Laid, Shown};
use crate::game::scene::model::SkinPoint;
use crate::geom::Vec3;
use crate::quiz::{Exhibit, Item, Section, SectionView};

/// What an item shows, once it is there.
#[derive(Clone, Debug, Default)]
pub(super) struct Showing(Option<Arc<OnceLock<Result<Cut, String>>>>);

impl Showing {
    /// Begins to work out what an item shows; nothing for an item of words alone.
    pub(super) fn of(item: &Item, shelf: &Arc<Shelf>) -> Self {
        let Some(Exhibit::Section(section)) = &item.exhibit else { return Self(None) };
        let (there, section, shelf) = (Arc::new(OnceLock::new()), section.clone(), Arc::clone(shelf));
        let given = Arc::clone(&there);
        thread::spawn(move || given.set(cut(&section, &shelf)));
        Self(Some(there))
    }

    /// As the panel shows it.
    pub(super) fn shown(&self) -> Option<Shown> {
        self.0.as_ref().map(|there| match there.get() {
            None => Shown::Coming,
            Some(Ok(cut)) => Shown::Cut(cut.clone()),
            Some(Err(why)) => Shown::Failed(why.clone()),
        })
    }
}

/// Half the length of a cut at one place, mm [design].
const HALF_MM: f64 = 15.0;

/// The layers about a place, along the level line through it.
pub(super) fn cut_at(anatomy: &Anatomy, at: SkinPoint) -> Cut {
    let along = Vec3::Y.cross(at.normal).normalize_or(Vec3::X);
    let column = |i: i32| {
        let from = f64::from(i) - HALF_MM;
        ((from + HALF_MM) as f32, ends(&anatomy.project(at.point + along * from).stack))
    };
    let site = Site::of(anatomy.project(at.point).region);
    Cut { length_mm: 2.0 * HALF_MM as f32, site, columns: (0..=30).map(column).collect(), blobs: Vec::new(), threads: Vec::new() }
}

fn ends(stack: &LayerStack) -> [f32; 5] {
    [stack.epidermis_mm, stack.dermis_mm, stack.fat_mm, stack.smas_mm, stack.bone_mm].map(|mm| mm as f32)
}

fn cut(section: &Section, shelf: &Shelf) -> Result<Cut, String> {
    let anatomy = shelf.library.anatomy(&section.patient).map_err(|error| error.to_string())?;
    let view = SectionView::new(section, &anatomy, shelf.library.catalogue()).map_err(|error| error.to_string())?;
    let columns = view.columns.iter().map(|column| (column.at_mm as f32, ends(&column.stack)));
    let blobs = view.blobs.iter().map(|blob| Blob {
        thread: blob.thread,
        at_mm: [blob.at_mm as f32, blob.depth_mm as f32],
        half_mm: [blob.half_mm.1 as f32, blob.half_mm.0 as f32],
    });
    let threads = view.threads.iter().map(|thread| Laid {
        thread: thread.thread,
        product: Drill::preparation_title(&thread.product, shelf.library.catalogue()),
        volume_ul: thread.volume_ul,
        length_mm: thread.length_mm,
    });
    Ok(Cut { length_mm: view.length_mm as f32, site: view.site, columns: columns.collect(), blobs: blobs.collect(), threads: threads.collect() })
}
