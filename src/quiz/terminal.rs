//! A round played in a terminal: questions out, answers in, line by line.

use super::bank::Bank;
use super::exam::{Exam, ExamResult};
use super::item::Item;
use super::question::{Answer, Question, Refusal, Verdict};
use super::round::{Round, RoundResult};
use super::topic::Certainty;
use crate::lang::{Lang, Value};
use std::io::{self, BufRead, Write};

/// Columns that a line may fill.
const WIDTH: usize = 78;

/// Says in lines what an item shows beside its words. The room of quizzes cannot play a replay: whoever runs the terminal can.
pub type Show<'a> = dyn FnMut(&Item, &Lang) -> Vec<String> + 'a;

/// Plays a whole bank. Answers are `b`, `a,c` or `1.1`; a line that is no answer is asked for again; `q` or the end of the
/// input ends the round politely with the result so far.
///
/// # Errors
/// What reading or writing reports.
pub fn play(
    bank: &Bank,
    input: &mut dyn BufRead,
    output: &mut dyn Write,
    lang: &Lang,
    seed: u64,
    show: &mut Show,
) -> io::Result<RoundResult> {
    play_round(&bank.title, Round::new(bank, seed), input, output, lang, show)
}

/// Plays a round that was prepared, e.g. one with fewer questions.
///
/// # Errors
/// What reading or writing reports.
pub fn play_round(
    title: &str,
    mut round: Round,
    input: &mut dyn BufRead,
    output: &mut dyn Write,
    lang: &Lang,
    show: &mut Show,
) -> io::Result<RoundResult> {
    let items = Value::count(round.progress().1);
    writeln!(
        output,
        "{}",
        lang.text("quiz-heading", &[("title", title.into())])
    )?;
    wrapped(output, "", &lang.text("quiz-intro", &[("items", items)]))?;
    while let Some(item) = round.current() {
        ask(item, round.progress(), output, lang, show)?;
        let Some(answer) = listen(item, input, output, lang)? else {
            writeln!(output, "\n{}", lang.text("quiz-ended", &[]))?;
            break;
        };
        if round.answer(&answer).is_err() {
            // `listen` gives nothing that a round refuses; should it ever, the question is asked again.
            continue;
        }
        if let Some((item, verdict)) = round.last() {
            tell(item, verdict, output, lang)?;
        }
    }
    let result = round.result();
    sum_up(&result, output, lang)?;
    Ok(result)
}

/// Takes an exam: sealed answers, no word on any of them before the end. `elapsed_s` tells the seconds since the start; past the limit
/// the exam ends.
///
/// # Errors
/// What reading or writing reports.
pub fn take_exam(
    mut exam: Exam,
    input: &mut dyn BufRead,
    output: &mut dyn Write,
    lang: &Lang,
    show: &mut Show,
    elapsed_s: &mut dyn FnMut() -> f64,
) -> io::Result<ExamResult> {
    let values = [("items", Value::count(exam.progress().1)), ("minutes", Value::number(exam.limit_s() / 60.0, 0))];
    writeln!(output, "{}", lang.text("quiz-heading", &[("title", exam.title().into())]))?;
    wrapped(output, "", &lang.text("quiz-exam-intro", &values))?;
    while let Some(item) = exam.current() {
        ask(item, exam.progress(), output, lang, show)?;
        let Some(answer) = listen(item, input, output, lang)? else {
            writeln!(output, "\n{}", lang.text("quiz-ended", &[]))?;
            break;
        };
        match exam.answer(&answer, elapsed_s()) {
            Err(Refusal::Late) => {
                writeln!(output, "\n{}", lang.text("quiz-exam-late", &[]))?;
                break;
            }
            // `listen` gives nothing that an exam refuses; should it ever, the question is asked again.
            Ok(()) | Err(_) => {}
        }
    }
    let result = exam.finish();
    for (item, verdict) in &result.answers {
        writeln!(output)?;
        wrapped(output, "", &item.ask)?;
        tell(item, verdict, output, lang)?;
    }
    sum_up(&result.result, output, lang)?;
    let message = if result.passed { "quiz-exam-passed" } else { "quiz-exam-failed" };
    writeln!(output, "{}", lang.text(message, &[("percent", Value::number(result.percent, 0))]))?;
    Ok(result)
}

fn ask(
    item: &Item,
    (answered, items): (usize, usize),
    output: &mut dyn Write,
    lang: &Lang,
    show: &mut Show,
) -> io::Result<()> {
    let topic = lang.text(&item.topic.message(), &[]);
    let place = [
        ("position", Value::count(answered + 1)),
        ("items", Value::count(items)),
        ("topic", Value::Text(topic)),
    ];
    writeln!(output, "\n{}", lang.text("quiz-item", &place))?;
    wrapped(output, "", &item.ask)?;
    for line in show(item, lang) {
        wrapped(output, "  · ", &line)?;
    }
    for (letter, choice) in ('a'..).zip(item.question.choices()) {
        wrapped(output, &format!("  {letter}) "), &choice.text)?;
    }
    let how = match &item.question {
        Question::Single(_) => lang.text("quiz-single", &[]),
        Question::Multiple(_) => lang.text("quiz-multiple", &[]),
        Question::Order(_) => lang.text("quiz-order", &[]),
        Question::Point(_) => lang.text("quiz-point", &[]),
        Question::Numeric {
            unit, tolerance, ..
        } => {
            let tolerance = Value::Text(lang.decimal(&tolerance.to_string()));
            lang.text(
                "quiz-numeric",
                &[("unit", unit.as_str().into()), ("tolerance", tolerance)],
            )
        }
    };
    wrapped(output, "", &how)
}

/// The next line that is an answer; none at `q` or the end of the input.
fn listen(
    item: &Item,
    input: &mut dyn BufRead,
    output: &mut dyn Write,
    lang: &Lang,
) -> io::Result<Option<Answer>> {
    let mut line = Vec::new();
    loop {
        write!(output, "{} ", lang.text("quiz-prompt", &[]))?;
        output.flush()?;
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        let said = String::from_utf8_lossy(&line).trim().to_lowercase();
        if said == "q" {
            return Ok(None);
        }
        if let Some(answer) = understand(&item.question, &said) {
            return Ok(Some(answer));
        }
        writeln!(output, "{}", remind(&item.question, lang))?;
    }
}

/// What a line means as an answer to the question.
fn understand(question: &Question, said: &str) -> Option<Answer> {
    if let Question::Numeric { unit, .. } = question {
        let number = said
            .strip_suffix(&unit.to_lowercase())
            .unwrap_or(said)
            .trim()
            .replace(',', ".");
        let number = number.replace('−', "-").parse::<f64>().ok()?;
        return number.is_finite().then_some(Answer::Number(number));
    }
    let choices = question.choices().len();
    let mut chosen = Vec::new();
    for c in said
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, ',' | ';' | ')' | '+'))
    {
        let i = usize::try_from(u32::from(c).checked_sub(u32::from('a'))?).ok()?;
        if i >= choices {
            return None;
        }
        if !chosen.contains(&i) {
            chosen.push(i);
        }
    }
    let fits = match question {
        Question::Single(_) | Question::Point(_) => chosen.len() == 1,
        Question::Order(_) => chosen.len() == choices,
        _ => !chosen.is_empty(),
    };
    fits.then_some(Answer::Options(chosen))
}

fn remind(question: &Question, lang: &Lang) -> String {
    let last = letter(question.choices().len().saturating_sub(1));
    match question {
        Question::Single(_) | Question::Point(_) => lang.text("quiz-ask-letter", &[("last", Value::Text(last))]),
        Question::Order(_) => lang.text("quiz-ask-order", &[("last", Value::Text(last))]),
        Question::Multiple(_) => lang.text("quiz-ask-letters", &[("last", Value::Text(last))]),
        Question::Numeric { .. } => lang.text("quiz-ask-number", &[]),
    }
}

/// Id of the message for an answer that is right in part.
fn partly(question: &Question) -> &'static str {
    if matches!(question, Question::Order(_)) { "quiz-partly-order" } else { "quiz-partly" }
}

fn tell(item: &Item, verdict: &Verdict, output: &mut dyn Write, lang: &Lang) -> io::Result<()> {
    if verdict.right {
        writeln!(output, "{}", lang.text("quiz-right", &[]))?;
    } else {
        if verdict.partial > 0.0 {
            let percent = Value::number(100.0 * verdict.partial, 0);
            writeln!(
                output,
                "{}",
                lang.text(partly(&item.question), &[("percent", percent)])
            )?;
        } else {
            writeln!(output, "{}", lang.text("quiz-wrong", &[]))?;
        }
        let wanted = Value::Text(spell(&item.question, &verdict.wanted, lang));
        wrapped(
            output,
            "",
            &lang.text("quiz-right-answer", &[("answer", wanted)]),
        )?;
    }
    wrapped(output, "", &item.explanation)?;
    if item.certainty == Certainty::Disputed {
        wrapped(output, "", &lang.text(&item.certainty.message(), &[]))?;
    }
    wrapped(
        output,
        "",
        &lang.text("quiz-source", &[("source", item.source.as_str().into())]),
    )
}

fn spell(question: &Question, answer: &Answer, lang: &Lang) -> String {
    match (question, answer) {
        (Question::Numeric { unit, .. }, Answer::Number(number)) => format!("{} {unit}", lang.decimal(&number.to_string())),
        (_, Answer::Number(number)) => lang.decimal(&number.to_string()),
        (_, Answer::Pointed(pointed)) => lang.text("quiz-pointed", &[("off", Value::number(pointed.off_mm(), 1))]),
        (_, Answer::Options(options)) => {
            let named = options
                .iter()
                .filter_map(|&i| Some((i, question.choices().get(i)?)));
            named
                .map(|(i, choice)| format!("{}) {}", letter(i), choice.text))
                .collect::<Vec<_>>()
                .join("; ")
        }
    }
}

fn sum_up(result: &RoundResult, output: &mut dyn Write, lang: &Lang) -> io::Result<()> {
    writeln!(output, "\n{}", lang.text("quiz-result", &[]))?;
    if result.asked == 0 {
        return writeln!(output, "{}", lang.text("quiz-result-none", &[]));
    }
    for topic in &result.topics {
        let values = [
            ("topic", Value::Text(lang.text(&topic.topic.message(), &[]))),
            ("right", Value::count(topic.right)),
            ("asked", Value::count(topic.asked)),
        ];
        writeln!(output, "  {}", lang.text("quiz-result-topic", &values))?;
    }
    let values = [
        ("right", Value::count(result.right)),
        ("asked", Value::count(result.asked)),
        ("percent", Value::number(result.percent(), 0)),
    ];
    writeln!(output, "{}", lang.text("quiz-result-total", &values))
}

/// The letter of an option.
fn letter(option: usize) -> String {
    ('a'..='z')
        .nth(option)
        .map_or_else(String::new, String::from)
}

/// Writes a text in lines of [`WIDTH`] columns; lines after the first are set in as far as the first's opening.
fn wrapped(output: &mut dyn Write, opening: &str, text: &str) -> io::Result<()> {
    let indent = opening.chars().count();
    let (mut line, mut column) = (opening.to_owned(), indent);
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if column > indent && column + 1 + length > WIDTH {
            writeln!(output, "{line}")?;
            line = " ".repeat(indent);
            column = indent;
        }
        if column > indent {
            line.push(' ');
            column += 1;
        }
        line.push_str(word);
        column += length;
    }
    writeln!(output, "{line}")
}
