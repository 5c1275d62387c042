//! The quiz: its items, its rounds, and the terminal it is played in.

use fanline::lang::Lang;
use fanline::quiz::{Answer, Bank, Item, Question, Refusal, Round, Topic, quizzes, terminal};
use fanline::source::Content;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn banks() -> Vec<Bank> {
    quizzes(&Content::find().expect("content")).unwrap_or_else(|problems| panic!("{problems}"))
}

fn basics() -> Bank {
    banks()
        .into_iter()
        .find(|bank| bank.id == "basics")
        .expect("the bank `basics`")
}

fn english() -> Lang {
    Lang::load(&Content::find().expect("content"), "en").expect("English")
}

/// What a person who knows everything types.
fn right_line(item: &Item) -> String {
    match &item.question {
        Question::Numeric { value, unit, .. } => format!("{value} {unit}"),
        question => {
            let Answer::Options(options) = question.wanted() else { panic!("options") };
            let letter = |&i: &usize| char::from(b'a' + i as u8).to_string();
            options.iter().map(letter).collect::<Vec<_>>().join(", ")
        }
    }
}

fn right_answer(item: &Item) -> Answer {
    item.question.wanted()
}

/// No exhibits: what they show is looked at elsewhere.
fn unseen(_: &Item, _: &Lang) -> Vec<String> {
    Vec::new()
}

/// The lines that answer a whole round right.
fn script(bank: &Bank, seed: u64) -> Vec<String> {
    let mut round = Round::new(bank, seed);
    let mut lines = Vec::new();
    while let Some(item) = round.current().cloned() {
        lines.push(right_line(&item));
        round
            .answer(&right_answer(&item))
            .expect("an answer of the right kind");
    }
    lines
}

fn play(bank: &Bank, input: &str, seed: u64) -> (fanline::quiz::RoundResult, String) {
    let mut output = Vec::new();
    let result =
        terminal::play(bank, &mut input.as_bytes(), &mut output, &english(), seed, &mut unseen).expect("played");
    (result, String::from_utf8(output).expect("text"))
}

#[test]
fn the_basics_have_enough_items_of_every_topic_and_kind() {
    let bank = basics();
    assert!(bank.items.len() >= 32, "{} items", bank.items.len());
    for topic in [Topic::Anatomy, Topic::Product, Topic::Technique, Topic::Complications] {
        let count = bank.topics().get(&topic).copied().unwrap_or(0);
        assert!(count >= 8, "{topic:?} has {count}");
    }
    let of = |kind: fn(&Question) -> bool| {
        bank.items
            .iter()
            .filter(|item| kind(&item.question))
            .count()
    };
    assert!(of(|q| matches!(q, Question::Single(_))) >= 12);
    assert!(of(|q| matches!(q, Question::Multiple(_))) >= 6);
    assert!(of(|q| matches!(q, Question::Numeric { .. })) >= 6);
}

#[test]
fn every_item_names_a_source_and_explains_in_sentences() {
    for bank in banks() {
        for item in &bank.items {
            let sentences = item.explanation.matches(['.', '!']).count();
            assert!(
                item.source.chars().count() >= 10,
                "{}: {}",
                item.id,
                item.source
            );
            assert!(
                sentences >= 2 && item.explanation.ends_with('.'),
                "{}: {}",
                item.id,
                item.explanation
            );
            assert!(item.ask.ends_with(['?', '.']), "{}: {}", item.id, item.ask);
        }
    }
}

#[test]
fn neither_place_nor_length_gives_the_right_option_away() {
    let bank = basics();
    let (mut places, mut longest, mut singles) = ([0_usize; 8], 0, 0);
    for item in &bank.items {
        if let Question::Single(choices) = &item.question {
            let right = choices
                .iter()
                .position(|choice| choice.right)
                .expect("one is right");
            let length = |i: usize| choices[i].text.chars().count();
            singles += 1;
            places[right] += 1;
            longest +=
                usize::from((0..choices.len()).all(|i| i == right || length(i) < length(right)));
        }
    }
    assert!(
        longest * 5 <= singles * 2,
        "the longest option is right in {longest} of {singles}"
    );
    assert!(
        places.iter().all(|&n| n * 5 <= singles * 2),
        "{places:?} of {singles}"
    );
}

#[test]
fn a_whole_round_played_right_in_the_terminal_is_full_marks() {
    let bank = basics();
    let (result, shown) = play(&bank, &(script(&bank, 7).join("\n") + "\n"), 7);
    assert_eq!(
        (result.right, result.asked, result.items),
        (bank.items.len(), bank.items.len(), bank.items.len())
    );
    assert!(result.is_whole());
    assert_eq!(result.topics.len(), bank.topics().len());
    assert!(
        shown.contains(&format!("Total: {0} of {0} (100 %)", bank.items.len())),
        "{shown}"
    );
    assert!(
        shown.contains(&format!(
            "Anatomy and layers: {0} of {0}",
            bank.topics()[&Topic::Anatomy]
        )),
        "{shown}"
    );
    assert_eq!(shown.matches("Source: ").count(), bank.items.len());
    assert!(
        !shown.contains('⟨') && !shown.contains("{$"),
        "a message is missing"
    );
    assert!(
        shown.lines().all(|line| line.chars().count() <= 100),
        "a line is too long"
    );
}

#[test]
fn wrong_answers_are_counted_by_topic_and_explained() {
    let bank = basics();
    let mut lines = script(&bank, 3);
    let mut round = Round::new(&bank, 3);
    let first = round.current().cloned().expect("a first question");
    lines[0] = match &first.question {
        Question::Numeric { value, .. } => format!("{}", value * 10.0 + 1.0),
        question => {
            let wrong = ('a'..)
                .zip(question.choices())
                .find(|(_, choice)| !choice.right)
                .expect("a wrong option");
            wrong.0.to_string()
        }
    };
    let (result, shown) = play(&bank, &lines.join("\n"), 3);
    assert_eq!(result.right, bank.items.len() - 1);
    let topic = result
        .topics
        .iter()
        .find(|t| t.topic == first.topic)
        .expect("its topic");
    assert_eq!(topic.right, topic.asked - 1);
    assert!(
        shown.contains("Not right.") && shown.contains("Right answer: "),
        "{shown}"
    );
    assert!(
        round.answer(&Answer::Options(vec![99])).is_err()
            || round.answer(&Answer::Number(f64::NAN)).is_err()
    );
}

#[test]
fn what_is_no_answer_is_asked_for_again() {
    let bank = basics();
    let lines = script(&bank, 11);
    let junk = [
        "",
        "z",
        "maybe",
        "a b c d e f g h",
        "1.2.3",
        "\u{1F600}",
        "NaN",
        "inf",
    ];
    let said: Vec<String> = lines
        .iter()
        .flat_map(|line| junk.map(String::from).into_iter().chain([line.clone()]))
        .collect();
    let (result, shown) = play(&bank, &said.join("\n"), 11);
    assert_eq!(result.right, bank.items.len(), "junk changed the result");
    assert_eq!(
        shown.matches("Please answer with").count(),
        junk.len() * bank.items.len()
    );
}

#[test]
fn q_and_the_end_of_the_input_end_politely_with_the_result_so_far() {
    let bank = basics();
    let two = script(&bank, 5)[..2].join("\n");
    for input in [
        format!("{two}\nq\n"),
        format!("{two}\n"),
        format!("{two}\nQ"),
    ] {
        let (result, shown) = play(&bank, &input, 5);
        assert_eq!((result.right, result.asked), (2, 2));
        assert!(!result.is_whole());
        assert!(
            shown.contains("Ended before the last question.")
                && shown.contains("Total: 2 of 2 (100 %)"),
            "{shown}"
        );
    }
    let (result, shown) = play(&bank, "", 5);
    assert_eq!(result.asked, 0);
    assert!(shown.contains("No question was answered."), "{shown}");
}

#[test]
fn numbers_may_carry_a_comma_or_their_unit_and_bytes_may_be_no_text() {
    let text = BANK.replace("items: [", "items: [(id: \"n\", topic: \"product\", ask: \"How thick?\", certainty: \"found\", fact: \"n\", rests: [\"r\"], worked: \"r\", question: Numeric(value: 1.1, unit: \"mm\", tolerance: 0.1, range: (0, 4)), explanation: \"It is one point one millimetres. That was measured.\", source: \"Someone 2020\"),");
    let mut bank = Bank::parse("good.ron", &text).expect("good");
    bank.items.truncate(1);
    for (said, right) in [
        ("1,2", 1),
        ("1.0 mm", 1),
        ("1.1mm", 1),
        ("1.21", 0),
        ("-1.1", 0),
        ("−1.1", 0),
    ] {
        assert_eq!(play(&bank, said, 0).0.right, right, "{said}");
    }
    let mut output = Vec::new();
    let result = terminal::play(
        &bank,
        &mut &b"\xff\xfe\n1.1\n"[..],
        &mut output,
        &english(),
        0,
        &mut unseen,
    )
    .expect("played");
    assert_eq!(result.right, 1);
}

#[test]
fn several_right_options_count_all_or_nothing_and_the_part_is_shown() {
    let bank = Bank::parse("good.ron", BANK).expect("good");
    let mut round = Round::new(&bank, 1);
    let item = round.current().cloned().expect("an item");
    let Question::Multiple(choices) = &item.question else {
        panic!("multiple")
    };
    let right: Vec<usize> = (0..4).filter(|&i| choices[i].right).collect();
    let wrong: Vec<usize> = (0..4).filter(|&i| !choices[i].right).collect();
    for (chosen, counts, partial) in [
        (vec![right[0]], false, 0.5),
        (vec![right[1], right[0], right[0]], true, 1.0),
        (vec![right[0], wrong[0]], false, 0.0),
        (vec![right[0], right[1], wrong[1]], false, 0.5),
    ] {
        let verdict = Round::new(&bank, 1)
            .answer(&Answer::Options(chosen))
            .expect("taken");
        assert_eq!((verdict.right, verdict.partial), (counts, partial));
        assert_eq!(verdict.wanted, Answer::Options(right.clone()));
    }
    assert_eq!(
        round.answer(&Answer::Options(vec![])),
        Err(Refusal::Kind("one or more options"))
    );
    assert_eq!(
        round.answer(&Answer::Number(1.0)),
        Err(Refusal::Kind("one or more options"))
    );
    assert!(round.answer(&Answer::Options(vec![0])).is_ok());
    assert_eq!(round.answer(&Answer::Options(vec![0])), Err(Refusal::Over));
}

const BANK: &str = r#"(
    version: 1,
    id: "good",
    title: "A bank",
    items: [
        (
            id: "one",
            topic: "anatomy",
            certainty: "found",
            fact: "one",
            rests: ["row"],
            worked: "row",
            ask: "Which of these?",
            question: Multiple([
                (text: "w"),
                (text: "r", right: true),
                (text: "rr", right: true),
                (text: "ww"),
            ]),
            explanation: "Because these two are right. The others are not.",
            source: "Someone 2020",
        ),
    ],
)"#;

#[test]
fn every_mistake_planted_in_a_bank_is_named_with_line_and_column() {
    let text = BANK
        .replace("version: 1", "version: 2")
        .replace("id: \"good\"", "id: \"other\"")
        .replace("\"anatomy\"", "\"anatomie\"")
        .replace("right: true", "right: false")
        .replace("\"ww\"", "\"rr\"")
        .replace(
            "Because these two are right. The others are not.",
            "Because.",
        )
        .replace("source:", "sauce:");
    let found = Bank::parse("levels/quizzes/good.ron", &text).expect_err("seven mistakes");
    let found: Vec<String> = found.0.iter().map(ToString::to_string).collect();
    for wanted in [
        ":2:14: field `version`: got 2, allowed 1",
        ":3:9: field `id`: got \"other\", allowed \"good\", the file's name",
        ":6:9: field `items[0].source`: got nothing, allowed a value: the field is required",
        ":8:20: field `items[0].topic`: got \"anatomie\", allowed anatomy, product, preparation, technique, complications, evidence; did you mean `anatomy`?",
        ":14:32: field `items[0].question[0]`: got 0 right options, allowed at least 1",
        ":18:24: field `items[0].question[0][3].text`: got \"rr\" again, allowed a name that was not used before",
        ":20:26: field `items[0].explanation`: got 8 characters, allowed an explanation of at least 40",
        ":21:13: field `items[0].sauce`: got field `sauce`, allowed id, topic, certainty, fact, rests, worked, ask, exhibit, question, explanation, source",
    ] {
        assert!(
            found
                .iter()
                .any(|line| *line == format!("levels/quizzes/good.ron{wanted}")
                    || line.starts_with(&format!("levels/quizzes/good.ron{wanted};"))),
            "{wanted} is not in {found:#?}"
        );
    }
    assert_eq!(found.len(), 8, "{found:#?}");
}

#[test]
fn single_and_numeric_items_are_checked_too() {
    let single = BANK.replace("Multiple", "Single");
    let found = Bank::parse("good.ron", &single)
        .expect_err("two are right")
        .to_string();
    assert_eq!(
        found,
        "good.ron:14:30: field `items[0].question[0]`: got 2 right options, allowed exactly 1"
    );
    let start = BANK.find("Multiple").expect("there");
    let end = BANK.find("            explanation").expect("there");
    let numeric = |inside: &str| format!("{}Numeric({inside}),\n{}", &BANK[..start], &BANK[end..]);
    let good = numeric("value: 1, unit: \"mm\", tolerance: 0.1, range: (0, 4)");
    assert!(Bank::parse("good.ron", &good).is_ok());
    let bad = numeric("value: 9, unit: \" \", tolerance: 3, range: (0, 4), extra: 1");
    let found = Bank::parse("good.ron", &bad).expect_err("four mistakes");
    let fields: BTreeSet<&str> = found.0.iter().map(|p| p.field.as_str()).collect();
    let wanted =
        ["extra", "tolerance", "unit", "value"].map(|field| format!("items[0].question.{field}"));
    assert_eq!(fields, wanted.iter().map(String::as_str).collect());
    let twice = BANK.replace(
        "items: [",
        &format!(
            "items: [{}",
            &BANK[BANK.find("        (").expect("there")..BANK.find("    ],").expect("there")]
        ),
    );
    let found = Bank::parse("good.ron", &twice)
        .expect_err("twice")
        .to_string();
    assert!(
        found.contains("field `items[1].id`: got \"one\" again"),
        "{found}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn the_seed_alone_decides_the_order(seed in any::<u64>()) {
        let bank = basics();
        let order = |seed| {
            let mut round = Round::new(&bank, seed);
            let mut items = Vec::new();
            while let Some(item) = round.current().cloned() {
                round.answer(&right_answer(&item)).expect("taken");
                items.push(item);
            }
            items
        };
        let (first, second) = (order(seed), order(seed));
        prop_assert_eq!(&first, &second);
        prop_assert_ne!(&first, &order(seed.wrapping_add(1)));
        let ids: BTreeSet<&str> = first.iter().map(|item| item.id.as_str()).collect();
        prop_assert_eq!(ids.len(), bank.items.len(), "each item once");
    }

    #[test]
    fn any_input_ends_in_a_result_that_adds_up(input in prop::collection::vec(any::<u8>(), 0..400), seed in any::<u64>()) {
        let bank = basics();
        let mut output = Vec::new();
        let result = terminal::play(&bank, &mut &input[..], &mut output, &english(), seed, &mut unseen).expect("played");
        prop_assert_eq!(result.topics.iter().map(|t| t.asked).sum::<usize>(), result.asked);
        prop_assert_eq!(result.topics.iter().map(|t| t.right).sum::<usize>(), result.right);
        prop_assert!(result.right <= result.asked && result.asked <= result.items);
    }
}
