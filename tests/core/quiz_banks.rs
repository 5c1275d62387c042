//! The banks as a whole: how many items, of what kind, on what evidence; and the kinds of question that came later.

use fanline::quiz::evidence::FormulaError;
use fanline::quiz::{Answer, Bank, Blueprint, Evidence, Exhibit, Item, Question, Refusal, Round, Status, Topic, blueprints, quizzes, terminal};
use fanline::source::Content;
use std::collections::{BTreeMap, BTreeSet};

fn content() -> Content {
    Content::find().expect("content")
}

fn banks() -> Vec<Bank> {
    quizzes(&content()).unwrap_or_else(|problems| panic!("{problems}"))
}

fn items() -> Vec<Item> {
    banks().into_iter().flat_map(|bank| bank.items).collect()
}

fn evidence() -> Evidence {
    Evidence::load(&content()).unwrap_or_else(|problems| panic!("{problems}"))
}

#[test]
fn there_are_enough_items_of_every_topic_and_kind() {
    let items = items();
    assert!(items.len() >= 150, "{} items", items.len());
    for topic in Topic::ALL {
        let count = items.iter().filter(|item| item.topic == topic).count();
        assert!(count >= 15, "{topic:?} has {count}");
    }
    let looked = items.iter().filter(|item| item.is_looked_at()).count();
    assert!(looked >= 40, "{looked} are answered by looking");
    let of = |kind: fn(&Item) -> bool| items.iter().filter(|item| kind(item)).count();
    assert!(of(|item| matches!(item.question, Question::Single(_))) >= 40);
    assert!(of(|item| matches!(item.question, Question::Multiple(_))) >= 6);
    assert!(of(|item| matches!(item.question, Question::Numeric { .. })) >= 20);
    assert!(of(|item| matches!(item.question, Question::Order(_))) >= 5);
    assert!(of(|item| matches!(item.question, Question::Point(_))) >= 20);
    assert!(of(|item| matches!(item.exhibit, Some(Exhibit::Section(_)))) >= 12);
    assert!(of(|item| matches!(item.exhibit, Some(Exhibit::Replay(_)))) >= 3);
    assert!(of(|item| matches!(item.exhibit, Some(Exhibit::Predict(_)))) >= 5);
}

#[test]
fn no_two_items_ask_one_fact() {
    let items = items();
    let (mut facts, mut sums, mut asked) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    for item in &items {
        assert_eq!(facts.insert(item.fact.clone(), item.name()), None, "{} again", item.fact);
        assert_eq!(asked.insert(item.ask.clone(), item.name()), None, "{} again", item.ask);
        if !item.worked.is_empty() {
            assert_eq!(sums.insert(item.worked.clone(), item.name()), None, "{} again", item.worked);
        }
    }
}

/// The share of choices whose key is longer than every other option: all banks together.
#[test]
fn the_key_is_seldom_the_longest_option() {
    let (mut longest, mut all) = (Vec::new(), 0);
    let mut places = [0_usize; 8];
    for item in items() {
        let (Question::Single(_) | Question::Point(_)) = item.question else { continue };
        let choices = item.question.choices();
        let right = choices.iter().position(|choice| choice.right).expect("one is right");
        let length = |i: usize| choices[i].text.chars().count();
        all += 1;
        places[right] += 1;
        if (0..choices.len()).all(|i| i == right || length(i) < length(right)) {
            longest.push(item.name());
        }
    }
    assert!(longest.len() * 100 <= all * 35, "the longest option is right in {} of {all}: {longest:?}", longest.len());
    assert!(places.iter().all(|&n| n * 5 <= all * 2), "{places:?} of {all}");
}

#[test]
fn every_item_is_explained_from_a_source() {
    for item in items() {
        let sentences = item.explanation.matches(['.', '!']).count();
        assert!(item.source.chars().count() >= 10, "{}: {}", item.name(), item.source);
        assert!(sentences >= 2 && item.explanation.ends_with('.'), "{}: {}", item.name(), item.explanation);
        assert!(item.ask.ends_with(['?', '.']), "{}: {}", item.name(), item.ask);
        let length = item.explanation.chars().count();
        assert!((60..600).contains(&length), "{}: {length} characters", item.name());
    }
}

/// A number of the bank as it is written: what it is rounded to.
fn last_digit(value: f64) -> f64 {
    let text = value.to_string();
    let decimals = text.split_once('.').map_or(0, |(_, after)| after.len());
    0.1_f64.powi(decimals as i32)
}

#[test]
fn every_key_rests_on_rows_that_were_read_and_every_number_follows_from_them() {
    let evidence = evidence();
    for item in items() {
        let name = item.name();
        let worked = if item.worked.is_empty() { Vec::new() } else { evidence.rows_of(&item.worked).unwrap_or_else(|error| panic!("{name}: {error}")) };
        for id in item.rests.iter().chain(&worked) {
            let row = evidence.row(id).unwrap_or_else(|| panic!("{name}: no row {id}"));
            assert!(row.status.holds(), "{name} rests on {id}, which is {:?}", row.status);
        }
        let (Question::Numeric { value, tolerance, .. }, None) = (&item.question, &item.exhibit) else {
            assert!(item.worked.is_empty(), "{name}: `worked` is for numbers that no engine computes");
            continue;
        };
        assert!(worked.iter().all(|id| item.rests.contains(id)) || item.rests.iter().all(|id| !id.is_empty()), "{name}");
        let exact = evidence.value(&item.worked).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!((exact - value).abs() <= 0.5001 * last_digit(*value), "{name}: {value}, but {} is {exact}", item.worked);
        assert!((exact - value).abs() < *tolerance, "{name}");
    }
}

#[test]
fn the_rows_that_were_not_read_are_known_and_a_key_on_one_would_be_found() {
    let evidence = evidence();
    let unread: Vec<&str> = evidence.rows().filter(|row| !row.status.holds()).map(|row| row.id.as_str()).collect();
    assert!(unread.len() >= 5, "{unread:?}");
    assert!(!Status::Recalled.holds() && !Status::Uncertain.holds() && Status::Found.holds());
}

#[test]
fn formulas_are_read_and_their_mistakes_named() {
    let text = r#"(version: 1, rows: [
        (id: "a", figure: Some(2.5), unit: "mm", source: "F1", status: found, says: "a"),
        (id: "b_2", figure: Some(4), unit: "mm", source: "F1", status: recalled, says: "b"),
        (id: "c", source: "F1", status: found, says: "c"),
    ])"#;
    let evidence = Evidence::parse("e.ron", text).expect("good rows");
    for (formula, value) in [("a", 2.5), ("a + b_2 * 2", 10.5), ("(a + b_2) * 2", 13.0), ("b_2 - a - 1", 0.5), ("8 / b_2 / 2", 1.0), ("10 * sin(30)", 5.0), ("sqrt(b_2)", 2.0)] {
        assert!((evidence.value(formula).expect("a value") - value).abs() < 1e-9, "{formula}");
    }
    assert_eq!(evidence.rows_of("a * b_2 + pi").expect("rows"), ["a", "b_2"]);
    assert_eq!(evidence.value("d"), Err(FormulaError::Row("d".into())));
    assert_eq!(evidence.value("c"), Err(FormulaError::Figure("c".into())));
    for wrong in ["", "a +", "(a", "a)", "a b_2", "1.2.3", "$", "sin 3", &"(".repeat(10_000)] {
        assert!(matches!(evidence.value(wrong), Err(FormulaError::Syntax(_))), "{wrong:.20}");
    }
    let twice = Evidence::parse("e.ron", &text.replace("\"c\", source", "\"a\", source")).expect_err("twice").to_string();
    assert!(twice.contains("rows[2].id"), "{twice}");
}

/// An item of a bank with one question.
fn one(question: &str) -> Result<Bank, String> {
    let text = format!(
        "(version: 1, id: \"q\", title: \"Q\", items: [(id: \"i\", topic: \"anatomy\", certainty: \"found\", fact: \"f\", rests: [\"r\"], ask: \"Which?\", {question}, explanation: \"Because it is so, and because it was measured so.\", source: \"Someone 2020\")])"
    );
    Bank::parse("q.ron", &text).map_err(|problems| problems.to_string())
}

#[test]
fn steps_are_put_in_order_and_pairs_count_for_the_part() {
    let bank = one("question: Order([\"first\", \"second\", \"third\", \"fourth\"])").expect("good");
    for seed in 0..20 {
        let mut round = Round::new(&bank, seed);
        let item = round.current().cloned().expect("an item");
        let places: Vec<usize> = item.question.choices().iter().map(|step| step.place).collect();
        assert_ne!(places, [1, 2, 3, 4], "shown in the right order");
        let at = |place: usize| places.iter().position(|&p| p == place).expect("there");
        let right = Answer::Options([1, 2, 3, 4].map(at).to_vec());
        assert_eq!(item.question.wanted(), right);
        let swapped = item.question.judge(&Answer::Options([1, 2, 4, 3].map(at).to_vec())).expect("taken");
        assert!(!swapped.right && (swapped.partial - 1.0 / 3.0).abs() < 1e-12, "{swapped:?}");
        for wrong in [vec![0, 1, 2], vec![0, 0, 1, 2], vec![0, 1, 2, 4], vec![]] {
            assert_eq!(item.question.judge(&Answer::Options(wrong)), Err(Refusal::Kind("every step once")));
        }
        let verdict = round.answer(&right).expect("taken");
        assert!(verdict.right && verdict.partial == 1.0);
    }
}

#[test]
fn exactly_one_choice_is_right_where_one_is_asked_for() {
    for bank in banks() {
        let mut round = Round::new(&bank, 9);
        while let Some(item) = round.current().cloned() {
            if matches!(item.question, Question::Single(_) | Question::Point(_)) {
                let choices = item.question.choices();
                let right = (0..choices.len()).filter(|i| item.question.judge(&Answer::Options(vec![*i])).expect("an answer").right).count();
                assert!(right == 1 && choices.len() >= 2, "{}: {right} of {}", item.name(), choices.len());
                let texts: BTreeSet<&str> = choices.iter().map(|choice| choice.text.as_str()).collect();
                assert_eq!(texts.len(), choices.len(), "{}", item.name());
            }
            round.answer(&item.question.wanted()).expect("taken");
        }
    }
}

#[test]
fn what_does_not_fit_together_in_a_bank_is_refused() {
    let spot = "(text: \"a\", at: (at: [(\"pogonion\", 1)])), (text: \"b\", at: (at: [(\"menton\", 1)]), right: true)";
    let point = |target: &str, spots: &str| one(&format!("question: Point(patient: \"anna\", within_mm: 2, target: {target}, spots: [{spots}])"));
    assert!(point("Region(\"chin\")", spot).is_ok());
    let section = |asked: &str, question: &str| {
        one(&format!("exhibit: Section(patient: \"anna\", from: (at: [(\"pogonion\", 1)]), to: (at: [(\"menton\", 1)]), threads: [(product: \"radiesse 1:1\", volume_ul: 10, points: [(1, 0, 1)])], asked: {asked}), question: {question}"))
    };
    let two = "Single([(text: \"a\"), (text: \"b\", right: true)])";
    assert!(section("LayerOf(1, [fat, smas])", two).is_ok());
    for (bank, says) in [
        (point("Region(\"chinn\")", spot), "did you mean `chin`"),
        (point("Region(\"chin\")", &spot.replace(", right: true", "")), "0 right places"),
        (point("Region(\"chin\")", &spot.replace("menton", "mentum")), "a landmark"),
        (one("question: Order([\"a\", \"b\"])"), "2 steps"),
        (one("question: Order([\"a\", \"b\", \"a\"])"), "again"),
        (one("question: Numeric(value: 1, unit: \"mm\", tolerance: 0.1, range: (0, 4))"), "without `worked`"),
        (section("ThreadIn(fat)", two), "one option for each thread"),
        (section("EndOf(fat)", two), "a number for a depth"),
        (one(&format!("exhibit: Replay(drill: \"d\", skill: 1, fault: UnevenSpacing, seed: 1, findings: [\"x\"]), question: {two}")), "one for each option"),
        (one(&format!("exhibit: Predict(figure: \"caha_mg\", laid: []), question: {two}")), "one for each option"),
    ] {
        let found = bank.expect_err(says);
        assert!(found.contains(says), "{found}");
    }
}

fn exam(seed: u64) -> fanline::quiz::Exam {
    let all = blueprints(&content()).unwrap_or_else(|problems| panic!("{problems}"));
    let blueprint = all.iter().find(|blueprint| blueprint.id == "foundations").expect("the foundations");
    blueprint.draw(&banks(), seed).expect("enough items")
}

#[test]
fn an_exam_is_drawn_by_its_blueprint_without_repeating_an_item() {
    for blueprint in blueprints(&content()).unwrap_or_else(|problems| panic!("{problems}")) {
        let mut drawn = BTreeSet::new();
        for seed in 0..8 {
            let mut exam = blueprint.draw(&banks(), seed).unwrap_or_else(|few| panic!("{}: {few}", blueprint.id));
            let (mut names, mut topics, mut looked) = (BTreeSet::new(), BTreeMap::new(), 0);
            while let Some(item) = exam.current().cloned() {
                assert!(names.insert(item.name()), "{} twice", item.name());
                *topics.entry(item.topic).or_insert(0) += 1;
                looked += usize::from(item.is_looked_at());
                exam.answer(&item.question.wanted(), 1.0).expect("taken");
            }
            assert_eq!(topics, blueprint.draws.iter().copied().collect());
            assert!(looked >= blueprint.looked_at, "{looked} of {}", blueprint.looked_at);
            let result = exam.finish();
            assert!(result.passed && result.percent == 100.0);
            assert_eq!(result.answers.len(), names.len());
            drawn.insert(names);
        }
        assert!(drawn.len() > 1, "the seed decides nothing");
    }
}

#[test]
fn an_exam_ends_when_its_time_is_up_and_counts_what_is_missing_as_wrong() {
    let mut exam = exam(1);
    let limit = exam.limit_s();
    for _ in 0..10 {
        let wanted = exam.current().expect("a question").question.wanted();
        exam.answer(&wanted, limit).expect("in time");
    }
    let wanted = exam.current().expect("a question").question.wanted();
    assert_eq!(exam.answer(&wanted, limit + 1.0), Err(Refusal::Late));
    assert_eq!(exam.answer(&wanted, f64::NAN), Err(Refusal::Late));
    let items = exam.progress().1;
    let result = exam.finish();
    assert_eq!((result.result.right, result.answers.len()), (10, 10));
    assert!((result.percent - 1000.0 / items as f64).abs() < 1e-9 && !result.passed);
}

#[test]
fn a_sealed_exam_says_nothing_before_its_end() {
    let lang = fanline::lang::Lang::load(&content(), "en").expect("English");
    let mut output = Vec::new();
    let mut shown = |_: &Item, _: &fanline::lang::Lang| Vec::new();
    let exam = exam(3);
    let all = exam.progress().1;
    let input = "a\nb, a\n1\na, b, c, d\na, b, c, d, e\n".repeat(all * 4);
    let result = terminal::take_exam(exam, &mut input.as_bytes(), &mut output, &lang, &mut shown, &mut || 0.0).expect("taken");
    let text = String::from_utf8(output).expect("text");
    let last = text.rfind(&format!("Question {all} of {all}")).expect("all were asked");
    let before = &text[..last];
    assert!(!before.contains("Right") && !before.contains("Not right") && !before.contains("Source:"), "{before}");
    assert_eq!(text.matches("Source:").count(), all);
    assert_eq!(result.answers.len(), all);
}

#[test]
fn a_blueprint_is_checked_and_too_few_items_are_said() {
    let text = "(version: 1, id: \"b\", title: \"B\", limit_min: 10, pass_percent: 80, draws: [(\"anatomy\", 3)])";
    assert!(Blueprint::parse("b.ron", text).is_ok());
    let wrong = text.replace("limit_min: 10", "limit_min: 0").replace("\"anatomy\", 3", "\"anatomie\", 300").replace("80", "101");
    let found = Blueprint::parse("b.ron", &wrong).expect_err("four mistakes");
    assert_eq!(found.0.len(), 4, "{found}");
    let many = Blueprint::parse("b.ron", &text.replace('3', "190")).expect("good");
    assert!(many.draw(&banks(), 1).expect_err("too few").to_string().contains("allowed at least 190"));
}
