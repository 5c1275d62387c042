//! What an exhibit shows, in words: for a terminal, a screen reader, and wherever there is no picture.
//!
//! **Invariant:** the words say what is seen (depths, volumes), never what it means: that is the question.

use super::section::SectionView;
use crate::lang::{Lang, Value};
use crate::scoring::Scorecard;

impl SectionView {
    /// The layers at both ends and in the middle of the line, and each thread with its depth: one line each.
    #[must_use]
    pub fn words(&self, lang: &Lang) -> Vec<String> {
        let mut lines = vec![lang.text("quiz-section", &[("length", Value::number(self.length_mm, 0))])];
        let last = self.columns.len().saturating_sub(1);
        for i in [0, last / 2, last] {
            let Some(column) = self.columns.get(i) else { continue };
            let values = [
                ("at", Value::number(column.at_mm, 0)),
                ("dermis", Value::number(column.stack.dermis_mm, 1)),
                ("fat", Value::number(column.stack.fat_mm, 1)),
                ("smas", Value::number(column.stack.smas_mm, 1)),
                ("bone", Value::number(column.stack.bone_mm, 0)),
            ];
            lines.push(lang.text("quiz-section-layers", &values));
        }
        for thread in &self.threads {
            let values = [
                ("thread", Value::count(thread.thread)),
                ("product", Value::Text(thread.product.clone())),
                ("volume", Value::number(thread.volume_ul, 0)),
                ("length", Value::number(thread.length_mm, 0)),
                ("from", Value::number(thread.depth_mm.0, 1)),
                ("to", Value::number(thread.depth_mm.1, 1)),
            ];
            lines.push(lang.text("quiz-section-thread", &values));
        }
        lines
    }
}

/// Metrics of an attempt that a watcher can see, and the factor and decimals they are said with.
const SEEN: [(&str, f64, u8); 4] =
    [("thread_spacing", 1.0, 2), ("coverage", 100.0, 0), ("retrograde", 100.0, 0), ("apex_overload", 100.0, 0)];

/// What a replay shows: each thread with volume, length and place under the dermis, and how the attempt went on the whole.
#[must_use]
pub fn replay_words(card: &Scorecard, lang: &Lang) -> Vec<String> {
    let mut lines = vec![lang.text("quiz-replay", &[("threads", Value::count(card.threads.len()))])];
    for thread in &card.threads {
        let values = [
            ("thread", Value::count(thread.thread)),
            ("volume", Value::number(thread.volume_ul, 0)),
            ("length", Value::number(thread.length_mm, 0)),
            ("below", Value::number(thread.mean_mm, 1)),
            ("spread", Value::number(thread.sd_mm, 1)),
        ];
        lines.push(lang.text("quiz-replay-thread", &values));
    }
    for (name, times, decimals) in SEEN {
        let value = card.metrics.iter().find(|metric| metric.name == name).and_then(|metric| metric.value);
        if let Some(value) = value {
            lines.push(lang.text(&format!("quiz-replay-{}", name.replace('_', "-")), &[("value", Value::number(value * times, decimals))]));
        }
    }
    lines
}
