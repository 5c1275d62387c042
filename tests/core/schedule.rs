//! When cards come again: intervals against the Python package `fsrs`, grades, weak areas.

use fanline::quiz::weak::topics_of;
use fanline::quiz::{Grade, Memory, Portion, Scheduler, Topic, Weakness, quizzes, today};
use fanline::scoring::{METRICS, Score};

/// `tests/data/fsrs.csv` was written by `tests/data/fsrs_logs.py` with `fsrs` 6.3.2 of PyPI: grade:days:interval of each review.
#[test]
fn intervals_are_those_of_the_python_package() {
    let text = std::fs::read_to_string(crate::source_tree().join("tests/data/fsrs.csv")).expect("the logs");
    let scheduler = Scheduler::new();
    let (mut logs, mut all, mut off) = (0, 0, Vec::new());
    for (line, log) in (1..).zip(text.lines()) {
        let (mut memory, mut day): (Option<Memory>, i64) = (None, 0);
        for review in log.split(',') {
            let fields: Vec<i64> = review.split(':').map(|field| field.parse().expect("a number")).collect();
            day += fields[1];
            let grade = Grade::of(fields[0] as u8).expect("a grade");
            let next = scheduler.review(memory.as_ref(), grade, day).expect("a memory of its own");
            all += 1;
            let apart = i64::from(next.interval_days) - fields[2];
            if apart != 0 {
                off.push((line, apart));
            }
            assert!(apart.abs() <= 1, "line {line}: {} days, not {}", next.interval_days, fields[2]);
            assert_eq!(next.due_day(), day + i64::from(next.interval_days));
            memory = Some(next.memory);
        }
        logs += 1;
    }
    assert_eq!(logs, 1000);
    assert!(all > 5000 && off.len() * 1000 <= all, "{} of {all} intervals differ: {off:?}", off.len());
}

#[test]
fn intervals_stay_within_their_bounds_and_a_bad_memory_is_refused() {
    let scheduler = Scheduler::new();
    let mut memory = None;
    let mut day = 0;
    for _ in 0..60 {
        let next = scheduler.review(memory.as_ref(), Grade::Easy, day).expect("reviewed");
        assert!((1..=36_500).contains(&next.interval_days));
        day = next.due_day();
        memory = Some(next.memory);
    }
    let last = scheduler.review(memory.as_ref(), Grade::Easy, day).expect("reviewed");
    assert_eq!(last.interval_days, 36_500);
    let memory = memory.expect("one");
    for bad in [
        Memory { stability: 0.0, ..memory },
        Memory { stability: f32::NAN, ..memory },
        Memory { difficulty: 11.0, ..memory },
        Memory { difficulty: f32::NAN, ..memory },
    ] {
        assert!(scheduler.review(Some(&bad), Grade::Good, day).is_err(), "{bad:?}");
    }
    let earlier = scheduler.review(Some(&memory), Grade::Good, i64::MIN).expect("as on the same day");
    assert_eq!(earlier.memory.last_day, memory.last_day);
    assert!(scheduler.review(Some(&memory), Grade::Good, i64::MAX).is_ok());
}

#[test]
fn a_drill_is_graded_by_its_score_band() {
    for (total, passed, grade) in [
        (99.0, false, Grade::Again),
        (70.0, true, Grade::Hard),
        (80.0, true, Grade::Good),
        (91.9, true, Grade::Good),
        (92.0, true, Grade::Easy),
        (f64::NAN, true, Grade::Hard),
    ] {
        assert_eq!(Grade::of_score(total, passed), grade, "{total} {passed}");
    }
    assert_eq!((Grade::of_answer(true), Grade::of_answer(false)), (Grade::Good, Grade::Again));
    assert!(Grade::ALL.iter().all(|grade| Grade::of(grade.number()) == Some(*grade)));
    assert_eq!((Grade::of(0), Grade::of(5)), (None, None));
}

#[test]
fn every_metric_points_to_topics_and_what_is_weak_comes_forward() {
    for metric in METRICS.iter() {
        assert!(!topics_of(metric.name, metric.score).is_empty(), "{}", metric.name);
    }
    assert_eq!(topics_of("vessel_clearance", Score::Safety), [Topic::Anatomy, Topic::Complications]);
    let text = "(zone: Flat([(0, 0), (40, 0), (40, 30), (0, 30)]), target_mg_cm2: 10, threads: [(product: \"radiesse 1:1\", volume_ul: 100, points: [(3, 15, 0.5), (37, 15, 0.5)])])";
    let found = fanline::scoring::assess("laid", text).expect("an assessment");
    let mut weak = Weakness::default();
    assert_eq!(weak.brought_forward(Topic::Technique, 30, 10), 30);
    weak.learn(&found.findings);
    let first = weak.of(Topic::Technique);
    assert!(first > 0.0 && weak.topics().contains(&Topic::Technique));
    let sooner = weak.brought_forward(Topic::Technique, 30, 10);
    assert!((10..30).contains(&sooner), "{sooner}");
    assert_eq!(weak.brought_forward(Topic::Evidence, 30, 10), 30, "nothing was found there");
    assert_eq!(weak.brought_forward(Topic::Technique, 4, 10), 4, "what is due stays due");
    // Today: what is due, then new items of the weak topics.
    let banks = quizzes(&fanline::source::Content::find().expect("content")).expect("sound quizzes");
    let all: Vec<_> = banks.iter().flat_map(|bank| &bank.items).collect();
    let portion = Portion { most: 12, fresh: 5 };
    let asked = today(&banks, |_| None, &weak, 10, portion);
    assert_eq!(asked.len(), 5);
    assert!(asked.iter().all(|item| weak.of(item.topic) >= weak.of(weak.topics()[0]) - 1e-12), "{:?}", weak.topics());
    let due = |name: &str| all.iter().position(|item| item.name() == name).map(|i| if i % 20 == 0 { 10 - i as i64 } else { 4000 });
    let asked = today(&banks, due, &Weakness::default(), 10, portion);
    let wanted: Vec<String> = (0..all.len()).rev().filter(|i| i % 20 == 0).take(12).map(|i| all[i].name()).collect();
    assert_eq!(asked.iter().map(|item| item.name()).collect::<Vec<_>>(), wanted, "longest overdue first, and nothing that is not due");
    weak.learn(&[]);
    assert!(weak.of(Topic::Technique) < first || first >= 1.0, "a clean attempt lessens it");
}
