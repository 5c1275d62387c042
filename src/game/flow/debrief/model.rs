//! The debrief's panels, filled from the scorecard and what else is known.

use super::{Debriefing, compare, maps};
use crate::anatomy::Site;
use crate::game::flow::mode::Mode;
use crate::game::flow::results::Results;
use crate::game::panels::Phrase;
use crate::game::panels::debrief::{
    Change, Finding, Ghost, Group, Map, Mark, Model, Nodule, Outlook, Quantity, Replay, Sample, Score, Thread,
};
use crate::game::theme::State;
use crate::lang::{Lang, Value};
use crate::scoring::{self, Severity, ThreadProfile};
use crate::session::{DT, EventKind, LayingKind, Phase};

/// Points from which a score is good, and below which it is a fault [design].
const GOOD: f64 = 70.0;
const POOR: f64 = 50.0;
/// Mean cost of a thread's depth below which it lies well, and above which it is a fault [design].
const WELL: f64 = 0.15;
const BADLY: f64 = 0.5;
/// The scores in their order.
const SCORES: [scoring::Score; 6] = [
    scoring::Score::Depth,
    scoring::Score::Evenness,
    scoring::Score::Nodule,
    scoring::Score::Safety,
    scoring::Score::Technique,
    scoring::Score::Procedure,
];

impl Debriefing {
    /// The panels.
    pub(in crate::game::flow) fn model(&self, results: &Results, lang: &Lang) -> Model {
        let card = &self.scorecard;
        let warnings = card.findings.iter().filter(|finding| finding.severity == Severity::Fault).count();
        let (verdict, verdict_state) = match () {
            () if !card.critical.is_empty() => (Phrase::new("debrief-critical-failed"), State::Fault),
            () if !card.passed => (Phrase::new("debrief-not-passed"), State::Attention),
            () if warnings > 0 => (Phrase::new("debrief-passed-warnings").with("warnings", Value::count(warnings)), State::Target),
            () => (Phrase::new("debrief-passed"), State::Target),
        };
        let share = card.metric("depth_in_plane").unwrap_or(0.0) * 100.0;
        let cv = card.metric("dose_cv").unwrap_or(f64::NAN);
        let score = |points: f64, caption: Phrase| Score { points, caption, state: state_of(points) };
        let setup = self.session.setup();
        let plane = setup.plane;
        let groups = self.groups();
        let group_of = |score: scoring::Score| groups.iter().position(|(group, _)| *group == score);
        let quantity = self.after.as_ref().map_or(Quantity::Thickening, |after| after.quantity);
        let (remarks, remark, pinning, reference) = self.remarks_model();
        Model {
            context: self.context(results, lang),
            verdict,
            verdict_state,
            total: card.total,
            trial: self.mode == Mode::Trial,
            tab: self.tab,
            depth: score(card.scores.depth, Phrase::new("debrief-depth-caption").with("share", Value::number(share, 0))),
            evenness: score(card.scores.evenness, Phrase::new("debrief-evenness-caption").with("cv", Value::number(cv, 2))),
            nodule: Nodule {
                probability: card.nodule.probability,
                interval: (card.nodule.low, card.nodule.high),
                points: card.scores.nodule,
                state: state_of(card.scores.nodule),
            },
            changes: card.changes.iter().filter(|change| tells(card.nodule.probability, change.probability)).map(change).collect(),
            others: vec![
                (Phrase::new("score-safety"), card.scores.safety),
                (Phrase::new("score-technique"), card.scores.technique),
                (Phrase::new("score-procedure"), card.scores.procedure),
            ],
            critical: card.critical.iter().map(|error| critical(error.id)).collect(),
            findings: card.findings.iter().map(|found| finding(found, group_of(found.score))).collect(),
            filter: self.filter.and_then(group_of),
            groups: groups.iter().map(|(score, lost)| Group { name: Phrase::new(format!("score-{}", score.name())), lost: *lost }).collect(),
            chosen: self.chosen,
            threads: card.threads.iter().map(thread).collect(),
            site: Site::of(setup.anatomy.project(setup.zone.frame.origin).region),
            target_mm: (plane.from_mm, plane.to_mm),
            replay: Replay {
                time_s: self.time_s,
                length_s: self.length_s(),
                playing: self.playing,
                speed: self.speed,
                follow: self.following,
                marks: self.marks(),
                laid: self.laid(),
                pins: self.pinned(),
            },
            show: if self.later() { Vec::new() } else { self.show.to_vec() },
            maps: if self.later() { vec![Map::Response, Map::Felt, Map::Off] } else { vec![Map::Dose, Map::Nodules, Map::Off] },
            map: self.map(),
            legend: self.drawn().and_then(|drawn| maps::legend(self.map(), quantity, drawn)),
            ghost: self.ghost_model().filter(|_| !self.later()),
            outlook: match &self.after {
                None => Outlook::None,
                Some(after) => match after.model() {
                    Some(months) => Outlook::Ready(Box::new(months)),
                    None if after.coming() => Outlook::Coming,
                    None => Outlook::None,
                },
            },
            rows: compare::rows(),
            columns: self.columns(),
            notes: self.notes.text.clone(),
            kept: self.notes.kept(),
            exports: self.exports.model(lang),
            remarks,
            remark,
            pinning,
            reference,
            of_class: self.is_of_class(),
        }
    }

    fn ghost_model(&self) -> Option<Ghost> {
        let there = self.ghost.is_some() || self.coming.is_some() || self.ghost_failed;
        there.then(|| Ghost {
            who: self.other_name(),
            reference: self.other.is_some(),
            trainee: self.of.is_some(),
            progress: self.coming.as_ref().map(super::Work::progress),
            failed: self.ghost_failed,
            whose: self.whose,
        })
    }

    /// Who made the other attempt.
    pub(super) fn other_name(&self) -> Phrase {
        match &self.other {
            Some(who) => Phrase::new("debrief-instructor").with("who", Value::text(who)),
            None => Phrase::new("debrief-expert"),
        }
    }

    /// The scores that findings belong to, with the points that these explain.
    pub(super) fn groups(&self) -> Vec<(scoring::Score, f64)> {
        let findings = &self.scorecard.findings;
        let lost = |score: scoring::Score| -> f64 { findings.iter().filter(|found| found.score == score).map(|found| found.points_lost).sum() };
        SCORES.into_iter().map(|score| (score, lost(score))).filter(|(_, lost)| *lost > 0.0).collect()
    }

    /// Moments worth a look: what was found, and what happened.
    fn marks(&self) -> Vec<Mark> {
        let findings = self.scorecard.findings.iter().filter(|found| found.severity != Severity::WellDone);
        let found = findings.filter_map(|found| {
            let (first, _) = found.ticks?;
            Some(Mark { time_s: first as f64 * DT, state: severity(found.severity), what: words(found, "title") })
        });
        let errors = self.scorecard.critical.iter().map(|error| Mark {
            time_s: error.tick as f64 * DT,
            state: State::Fault,
            what: critical(error.id),
        });
        let happened = self.session.events().iter().filter_map(|event| {
            let (state, id) = match event.kind {
                EventKind::EntryMade { .. } => (State::Neutral, "debrief-mark-entry"),
                EventKind::PhaseDone(Phase::Disinfect) => (State::Neutral, "debrief-mark-disinfected"),
                EventKind::PhaseDone(Phase::Massage) => (State::Neutral, "debrief-mark-massage"),
                EventKind::BoneTouched { .. } => (State::Attention, "debrief-mark-bone"),
                EventKind::SkinExited { .. } => (State::Fault, "debrief-mark-exit"),
                EventKind::NearMiss { .. } => (State::Attention, "debrief-mark-near"),
                EventKind::FlowInVessel { .. } => (State::Fault, "debrief-mark-vessel"),
                _ => return None,
            };
            Some(Mark { time_s: event.tick as f64 * DT, state, what: Phrase::new(id) })
        });
        let mut marks: Vec<Mark> = found.chain(errors).chain(happened).collect();
        marks.sort_by(|a, b| a.time_s.total_cmp(&b.time_s));
        marks
    }

    /// When threads were laid.
    fn laid(&self) -> Vec<(f64, f64)> {
        let threads = self.session.layings().iter().filter(|laying| laying.kind == LayingKind::Retrograde);
        threads.map(|laying| (laying.ticks.0 as f64 * DT, laying.ticks.1 as f64 * DT)).collect()
    }

    fn context(&self, results: &Results, lang: &Lang) -> Phrase {
        let words = self.drill.words(lang).title;
        let title = match &self.patient {
            Some(patient) => format!("{words}, {}", patient.words(lang).0),
            None => words,
        };
        if let Some(who) = &self.of {
            return Phrase::new("debrief-context-of").with("who", Value::text(who)).with("drill", Value::text(title));
        }
        let (drill, attempt) = (Value::text(title), Value::count(results.attempts(&self.drill.id).max(1)));
        match results.mean_of_five(&self.drill.id) {
            Some((mean, deviation)) => Phrase::new("debrief-context-mean")
                .with("drill", drill)
                .with("attempt", attempt)
                .with("count", Value::count(5))
                .with("mean", Value::number(mean, 0))
                .with("deviation", Value::number(deviation, 0)),
            None => Phrase::new("debrief-context").with("drill", drill).with("attempt", attempt),
        }
    }
}

fn critical(id: impl ToString) -> Phrase {
    Phrase::new(format!("critical-{}-title", id.to_string().replace('_', "-")))
}

fn state_of(points: f64) -> State {
    match points {
        p if p >= GOOD => State::Target,
        p if p >= POOR => State::Attention,
        _ => State::Fault,
    }
}

fn severity(severity: Severity) -> State {
    match severity {
        Severity::Fault => State::Fault,
        Severity::Attention => State::Attention,
        Severity::WellDone => State::Target,
    }
}

/// Whether two risks differ in the figures that the screen shows of them: a tenth of a percent below 10 %, a percent above.
fn tells(now: f64, then: f64) -> bool {
    now - then >= if now < 0.0995 { 0.001 } else { 0.01 }
}

fn change(change: &scoring::Change) -> Change {
    let what = Phrase::new(change.words());
    let what = match change.thread {
        Some(thread) => what.with("thread", Value::count(thread)),
        None => what,
    };
    Change { what, probability: change.probability }
}

fn words(found: &scoring::Finding, part: &str) -> Phrase {
    Phrase { id: format!("finding-{}-{part}", found.id), values: found.values() }
}

fn finding(found: &scoring::Finding, group: Option<usize>) -> Finding {
    Finding {
        state: severity(found.severity),
        group,
        title: words(found, "title"),
        why: words(found, "why"),
        how: (found.severity != Severity::WellDone).then(|| words(found, "how")),
        lost: found.points_lost,
        time_s: found.ticks.map(|(first, _)| first as f64 * DT),
    }
}

fn thread(profile: &ThreadProfile) -> Thread {
    let samples: Vec<Sample> = profile
        .samples
        .iter()
        .map(|sample| Sample {
            along_mm: sample.along_mm,
            depth_mm: sample.depth_mm,
            boundaries_mm: [sample.epidermis_mm, sample.dermis_mm, sample.fat_mm, sample.smas_mm],
            time_s: sample.tick as f64 * DT,
        })
        .collect();
    let cost = profile.samples.iter().map(|sample| sample.cost).sum::<f64>() / profile.samples.len().max(1) as f64;
    let state = match cost {
        c if c < WELL => State::Target,
        c if c < BADLY => State::Attention,
        _ => State::Fault,
    };
    Thread { number: profile.thread, samples, state }
}
