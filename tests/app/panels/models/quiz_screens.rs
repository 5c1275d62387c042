//! The quiz: its page, each kind of item, results.

use super::*;

/// Layers that grow thicker along the line.
pub fn cut() -> quiz::Cut {
    let column = |i: usize| (i as f32, [0.1, 1.2, 4.0, 5.2, 9.0].map(|end: f32| end * (1.0 + 0.01 * i as f32)));
    quiz::Cut { length_mm: 30.0, site: Some(Site::Face), columns: (0..=30).map(column).collect(), blobs: vec![], threads: vec![] }
}

pub fn quiz_item(kind: usize) -> quiz::Model {
    let options = [
        "Just below the dermal–fat boundary",
        "In the deep dermis, where collagen is densest and the effect is quickest to be seen by the patient",
        "Below the SMAS",
        "On the periosteum",
    ]
    .map(String::from)
    .to_vec();
    let answering = match kind {
        0 => quiz::Answering::Single { options, chosen: Some(1) },
        1 => quiz::Answering::Multiple { options: options.into_iter().enumerate().map(|(i, o)| (o, i < 2)).collect() },
        3 => quiz::Answering::Place { given: true, off_mm: None, coming: false },
        4 => quiz::Answering::Depth { cut: cut(), mm: Some(2.4), off_mm: None },
        6 => quiz::Answering::Order { steps: options, order: vec![2, 0, 3] },
        5 => quiz::Answering::PlaceInWords { options, chosen: None },
        _ => quiz::Answering::Numeric { text: "1.4".into(), unit: "mm".into(), range: (0.5, 4.0), tolerance: 0.4 },
    };
    quiz::Model::Item(quiz::Item {
        title: "Fundamentals of retrograde fanning".into(),
        position: 5,
        items: 24,
        right: 3,
        topic: Phrase::new("quiz-topic-technique"),
        ask: "In which plane should diluted CaHA be fanned in the lower cheek to stimulate the skin without visible nodules?"
            .into(),
        shown: None,
        answering,
        outcome: None,
        clock: None,
    })
}

pub fn outcome() -> quiz::Outcome {
    quiz::Outcome { state: State::Fault, partial: 0.0, right: vec![0], number: Some(1.5), explanation: "The product acts on fibroblasts at the dermal–fat boundary; laid within the dermis it stays visible and palpable as it cannot spread.".into(), source: "Global consensus on diluted CaHA, 2018".into(), certainty: Phrase::new("quiz-certainty-disputed"), disputed: true }
}

pub fn quiz_result() -> quiz::Model {
    let topic = |name: &str, right, asked| (Phrase::new(format!("quiz-topic-{name}")), right, asked);
    let topics = vec![topic("anatomy", 6, 7), topic("product", 4, 7), topic("technique", 7, 7), topic("complications", 2, 5)];
    quiz::Model::Result(quiz::Outcomes { title: "Fundamentals".into(), right: 19, asked: 24, items: 28, topics, exam: None, missed: vec![] })
}

pub fn quiz_ordered() -> quiz::Model {
    match quiz_item(6) {
        quiz::Model::Item(mut item) => {
            if let quiz::Answering::Order { order, .. } = &mut item.answering {
                order.push(1);
            }
            quiz::Model::Item(quiz::Item { outcome: Some(quiz::Outcome { right: vec![2, 3, 0, 1], number: None, ..outcome() }), ..item })
        }
        other => other,
    }
}

pub fn quiz_replay() -> quiz::Model {
    let replay = quiz::Replaying { time_s: 41.0, length_s: 180.0, playing: true, moves: quiz::Moves::In, below_dermis_mm: Some(0.4), flows: true, left: 0.62 };
    match quiz_item(0) {
        quiz::Model::Item(item) => quiz::Model::Item(quiz::Item { shown: Some(quiz::Shown::Replay(replay)), ..item }),
        other => other,
    }
}

pub fn quiz_done(kind: usize) -> quiz::Model {
    match quiz_item(kind) {
        quiz::Model::Item(mut item) => {
            if let quiz::Answering::Place { off_mm, .. } = &mut item.answering {
                *off_mm = Some(14.2);
            }
            quiz::Model::Item(quiz::Item { outcome: Some(outcome()), ..item })
        }
        other => other,
    }
}

/// An exam: a question against the clock, and whether it is being handed in.
pub fn quiz_exam(leaving: bool) -> quiz::Model {
    match quiz_item(0) {
        quiz::Model::Item(item) => {
            let clock = quiz::Clock { left_s: if leaving { 95 } else { 2467 }, leaving: leaving.then_some(20) };
            quiz::Model::Item(quiz::Item { title: "Foundations examination".into(), right: 0, clock: Some(clock), ..item })
        }
        other => other,
    }
}

pub fn quiz_exam_result() -> quiz::Model {
    let outcome = outcome();
    let missed = quiz::Missed { ask: "In which plane should diluted CaHA be fanned?".into(), answer: "Just below the dermal–fat boundary".into(), explanation: outcome.explanation, source: outcome.source, disputed: true };
    match quiz_result() {
        quiz::Model::Result(result) => {
            let exam = quiz::Grading { passed: false, percent: 67.9, wanted: 80.0 };
            quiz::Model::Result(quiz::Outcomes { title: "Foundations examination".into(), exam: Some(exam), missed: vec![missed.clone(), missed], ..result })
        }
        other => other,
    }
}

/// The quiz's page, with a review of so many items that are due and new, of a learner or of a guest.
pub fn quiz_choices(due: usize, fresh: usize, guest: bool) -> quiz::Model {
    let topics = |topics: &[&str]| topics.iter().map(|topic| Phrase::new(format!("quiz-topic-{topic}"))).collect::<Vec<_>>();
    let bank = |title: &str, items| quiz::Bank { title: title.into(), items, topics: topics(&["anatomy", "product", "technique", "complications"]) };
    let drill = |title: &str, days| quiz::DueDrill { title: title.into(), days };
    let drills = if guest { vec![] } else { vec![drill("Preauricular–lower cheek fan, HArmonyCa", 12), drill("Neck fan, 1:4, prepared by you", 0)] };
    let exam = |title: &str, items, minutes| quiz::Exam { title: title.into(), items, minutes, pass_percent: 80.0, topics: topics(&["anatomy", "product", "evidence"]) };
    quiz::Model::Choose(quiz::Choices {
        review: Some(quiz::Review { due, fresh, weak: if guest { vec![] } else { topics(&["technique", "anatomy"]) }, drills, guest }),
        banks: vec![bank("Fundamentals", 28), bank("Complications and what to do about them", 31), bank("Evidence", 1)],
        exams: vec![exam("Foundations examination", 40, 45.0), exam("Dangers and complications", 20, 20.0)],
    })
}
