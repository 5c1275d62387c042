//! Weak areas: what drills have shown to be lacking, as topics whose items come forward.
//!
//! **Invariant:** a finding weighs with the points that it lost; what was done well weighs nothing.

use super::topic::Topic;
use crate::scoring::{Finding, Score};
use std::collections::BTreeMap;

/// Points lost (of 100) in findings of a topic from which it is as weak as can be [design].
const WEAKEST: f64 = 25.0;
/// Share of what was known before that stays after another attempt [design: about three attempts count].
const KEPT: f64 = 0.6;

/// How weak somebody is in each topic.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Weakness {
    points: BTreeMap<Topic, f64>,
}

/// The topics that explain a finding: those of its metric, else those of its score [design].
#[must_use]
pub fn topics_of(metric: &str, score: Score) -> &'static [Topic] {
    match metric {
        "concentration" | "disinfection" | "history" | "consent" | "waste" => &[Topic::Preparation],
        "dose_against_plan" => &[Topic::Product, Topic::Preparation],
        "vessel_clearance" | "near_misses" | "danger_flow" | "bone_touches" => &[Topic::Anatomy, Topic::Complications],
        "mark_angle" | "mark_cover" => &[Topic::Anatomy, Topic::Technique],
        _ => match score {
            Score::Depth => &[Topic::Anatomy, Topic::Technique],
            Score::Evenness | Score::Technique => &[Topic::Technique],
            Score::Nodule => &[Topic::Complications, Topic::Product],
            Score::Safety => &[Topic::Anatomy, Topic::Complications],
            Score::Procedure => &[Topic::Preparation, Topic::Technique],
        },
    }
}

impl Weakness {
    /// Takes in the findings of one attempt.
    pub fn learn(&mut self, findings: &[Finding]) {
        self.learn_lost(findings.iter().map(|finding| (finding.metric, finding.score, finding.points_lost)));
    }

    /// Takes in what one attempt lost: each finding's metric, its score, and the points (of 100) that it cost.
    pub fn learn_lost<'a>(&mut self, lost: impl IntoIterator<Item = (&'a str, Score, f64)>) {
        for points in self.points.values_mut() {
            *points *= KEPT;
        }
        for (metric, score, points) in lost {
            for topic in topics_of(metric, score) {
                *self.points.entry(*topic).or_insert(0.0) += points.max(0.0) * (1.0 - KEPT);
            }
        }
    }

    /// How weak a topic is, 0 to 1.
    #[must_use]
    pub fn of(&self, topic: Topic) -> f64 {
        (self.points.get(&topic).copied().unwrap_or(0.0) / WEAKEST).clamp(0.0, 1.0)
    }

    /// Topics that are weak at all, weakest first.
    #[must_use]
    pub fn topics(&self) -> Vec<Topic> {
        let mut weak: Vec<Topic> = Topic::ALL.into_iter().filter(|topic| self.of(*topic) > 0.0).collect();
        weak.sort_by(|a, b| self.of(*b).total_cmp(&self.of(*a)));
        weak
    }

    /// The day on which an item of a topic is asked again, if it is due on `due_day`: the days that are left from today shrink with the
    /// weakness, to none at the weakest.
    #[must_use]
    pub fn brought_forward(&self, topic: Topic, due_day: i64, today: i64) -> i64 {
        let left = due_day.saturating_sub(today).max(0);
        today.min(due_day) + (left as f64 * (1.0 - self.of(topic))).ceil() as i64
    }
}
