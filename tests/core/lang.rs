//! The words: found, complete, and safe to share.

use fanline::drill::Library;
use fanline::lang::{Lang, LangError, Value, choose};
use fanline::quiz::{Question, blueprints, quizzes};
use fanline::source::Content;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

fn english() -> Lang {
    Lang::load(&Content::find().expect("content"), "en").expect("English")
}

fn of(text: &str) -> Lang {
    Lang::from_texts("en", [("x.ftl".to_owned(), text.to_owned())]).expect("good messages")
}

#[test]
fn lang_can_be_shared_between_threads() {
    fn shared<T: Send + Sync>(_: &T) {}
    shared(&english());
}

#[test]
fn a_message_takes_its_values_and_plural() {
    let lang = of(
        "n = { $n ->\n    [one] { $n } pass\n   *[other] { $n } passes\n }\nd = { $name }: { $mm } mm\n",
    );
    assert_eq!(lang.text("n", &[("n", Value::count(1))]), "1 pass");
    assert_eq!(lang.text("n", &[("n", Value::count(3))]), "3 passes");
    assert_eq!(
        lang.text(
            "d",
            &[("name", "Chin".into()), ("mm", Value::number(1.096, 2))]
        ),
        "Chin: 1.10 mm"
    );
    assert_eq!(
        lang.text(
            "d",
            &[("name", "x".into()), ("mm", Value::number(-0.001, 1))]
        ),
        "x: 0.0 mm"
    );
    assert_eq!(
        lang.text(
            "d",
            &[("name", "x".into()), ("mm", Value::number(f64::NAN, 1))]
        ),
        "x: – mm"
    );
    assert_eq!(
        lang.text("n", &[("n", Value::number(f64::INFINITY, 0))]),
        "– passes"
    );
}

#[test]
fn a_missing_message_shows_its_id() {
    assert_eq!(english().text("no-such-message", &[]), "⟨no-such-message⟩");
}

#[test]
fn mistakes_in_message_files_are_all_named_with_their_lines() {
    let texts = [("a.ftl", "x = 1\ny = { $\n"), ("b.ftl", "x = 2\n\nz = }\n")];
    let texts = texts.map(|(file, text)| (file.to_owned(), text.to_owned()));
    let Err(LangError::Messages(list)) = Lang::from_texts("en", texts) else {
        panic!("must fail")
    };
    assert!(
        list.iter()
            .any(|m| m.starts_with("a.ftl:2:") || m.starts_with("a.ftl:3:")),
        "{list:?}"
    );
    assert!(list.iter().any(|m| m.starts_with("b.ftl:3:")), "{list:?}");
    assert!(
        list.iter()
            .any(|m| m == "b.ftl: message `x` is given twice"),
        "{list:?}"
    );
    assert!(matches!(
        Lang::from_texts("e n", []),
        Err(LangError::Code(_))
    ));
}

/// Every id that stands in a call for words is a message of the English files.
#[test]
fn every_message_that_the_sources_ask_for_exists() {
    let lang = english();
    let mut files = Vec::new();
    rust_files(
        &crate::source_tree().join("src"),
        &mut files,
    );
    let (mut asked, mut missing) = (0, BTreeSet::new());
    for file in files {
        let text = std::fs::read_to_string(&file).expect("a source file");
        let calls = ["lang.text(", "Phrase::new("]
            .into_iter()
            .flat_map(|call| text.match_indices(call));
        for (i, call) in calls {
            let rest = text[i + call.len()..].trim_start();
            let Some(id) = rest
                .strip_prefix('"')
                .and_then(|rest| rest.split('"').next())
            else {
                continue;
            };
            asked += 1;
            if !lang.has(id) {
                missing.insert(format!("{}: {id}", file.display()));
            }
        }
    }
    assert!(
        asked > 5,
        "only {asked} messages were found in the sources: the scan is broken"
    );
    assert!(missing.is_empty(), "missing messages: {missing:#?}");
}

#[test]
fn every_listed_message_can_be_shown() {
    let lang = english();
    let mut count = 0;
    for id in lang.ids() {
        count += 1;
        assert!(!lang.text(id, &[]).starts_with('⟨'), "{id}");
    }
    assert!(count > 30);
}

/// A language that writes a comma and lacks messages, with English behind it.
fn comma() -> Lang {
    let texts = [("x.ftl".to_owned(), "number-decimal-sign = ,\nd = { $mm } milímetros\nhazard-a = Arteria facial\nhazard-s = SMAS\n".to_owned())];
    let own = Lang::from_texts("es", texts).expect("good messages");
    own.with_behind(Arc::new(of("d = { $mm } mm\nonly = { $mm } here\nat = { $mm } from { $what }\n")))
}

#[test]
fn what_a_language_lacks_is_said_in_english() {
    let lang = comma();
    let mm = || [("mm", Value::number(1.25, 2))];
    assert_eq!(lang.text("d", &mm()), "1,25 milímetros");
    assert_eq!(lang.text("only", &mm()), "1.25 here");
    assert!(lang.has("only") && !lang.has("none"));
    assert_eq!(lang.text("none", &[]), "⟨none⟩");
}

#[test]
fn numbers_take_the_languages_decimal_sign() {
    let (lang, english) = (comma(), of("d = { $mm } mm\n"));
    assert_eq!((lang.number(0.5, 1), english.number(0.5, 1)), ("0,5".into(), "0.5".into()));
    assert_eq!((lang.number(-0.001, 1), lang.number(f64::NAN, 1)), ("0,0".into(), "–".into()));
    assert_eq!((lang.decimal("2.67"), english.decimal("2.67")), ("2,67".into(), "2.67".into()));
}

#[test]
fn a_name_stands_within_a_sentence_in_the_language_of_the_sentence() {
    let lang = of("at = near { $what }\nhazard-a = Facial artery\nhazard-s = SMAS\n");
    let at = |id: &str| lang.text("at", &[("what", Value::name("hazard", id))]);
    assert_eq!(at("a"), "near facial artery");
    assert_eq!(at("s"), "near SMAS");
    assert_eq!(at("some_vein"), "near some vein");
}

#[test]
fn a_file_is_said_in_the_words_of_the_language_or_its_own() {
    let lang = of("drill-a-title = Abanico\nin = { $drill }!\n");
    assert_eq!(lang.file_words("drill", "a", "title", "Fan"), "Abanico");
    assert_eq!(lang.file_words("drill", "a", "brief", "Lay a fan."), "Lay a fan.");
    assert_eq!(lang.text("in", &[("drill", Value::written("drill", "a", "title", "Fan"))]), "Abanico!");
    assert_eq!(lang.text("in", &[("drill", Value::written("drill", "b", "title", "Fan"))]), "Fan!");
}

#[test]
fn a_wish_is_met_by_the_nearest_language() {
    let installed = ["en", "es", "pt-BR"].map(String::from);
    for (wish, got) in [("es", "es"), ("es_MX.UTF-8", "es"), ("pt_BR", "pt-BR"), ("pt", "pt-BR"), ("C", "en"), ("", "en"), ("de_DE@euro", "en"), ("ES_es", "es")] {
        assert_eq!(choose(&installed, wish), got, "{wish}");
    }
}

/// A message with all its lines.
type Messages = BTreeMap<String, String>;

fn messages(code: &str) -> Messages {
    let content = Content::find().expect("content");
    let mut all = Messages::new();
    for file in content.list(&format!("assets/lang/{code}"), "ftl").expect("a folder of words") {
        let text = content.read_text(&file).expect("a readable file");
        let mut id = None;
        for line in text.lines() {
            match line.split_once('=') {
                _ if line.starts_with('#') => id = None,
                Some((name, said)) if line.starts_with(|c: char| c.is_ascii_alphabetic()) => {
                    id = Some(name.trim().to_owned());
                    all.insert(name.trim().to_owned(), said.trim().to_owned());
                }
                _ => {
                    if let Some(id) = &id {
                        all.get_mut(id).expect("it was inserted").push_str(&format!("\n{line}"));
                    }
                }
            }
        }
    }
    all
}

/// Names of the values in a message.
fn values(said: &str) -> BTreeSet<&str> {
    said.split('$').skip(1).map(|rest| rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-').next().unwrap_or_default()).collect()
}

/// What is written between the placeables of a message; the variants of a plural are kept.
fn prose(said: &str) -> String {
    let mut out = String::new();
    let mut rest = said;
    while let Some(at) = rest.find("{ $") {
        out.push_str(&rest[..at]);
        let end = rest[at..].find(['}', '>']).map_or(rest.len(), |end| at + end + 1);
        out.push(' ');
        rest = &rest[end..];
    }
    out + rest
}

/// The numbers of a text, sorted, as if written with a point and without groups.
fn numbers(text: &str, spanish: bool) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let digit = |i: usize| chars.get(i).is_some_and(char::is_ascii_digit);
    let three = |i: usize| digit(i) && digit(i + 1) && digit(i + 2) && !digit(i + 3);
    let (mut all, mut one) = (Vec::new(), String::new());
    for (i, &c) in chars.iter().enumerate() {
        let between = digit(i + 1) && !one.is_empty();
        match c {
            _ if c.is_ascii_digit() => one.push(c),
            '.' if between && !spanish => one.push('.'),
            ',' if between && spanish => one.push('.'),
            ',' if between && !spanish && three(i + 1) => {}
            '\u{202f}' if between && spanish => {}
            _ => all.extend(Some(std::mem::take(&mut one)).filter(|one| !one.is_empty())),
        }
    }
    all.extend(Some(one).filter(|one| !one.is_empty()));
    // A version or an address with points is no number of a language.
    all.iter_mut().for_each(|one| *one = one.trim_end_matches('.').to_owned());
    all.sort();
    all
}

/// Words that Spanish shares with English: units, names, Latin and Greek terms.
const SHARED: &str = "mm mL µL mg cm N s G g Pa GPa rad CV CaHA SMAS BMI IMC gel sol plasma dermis epidermis fascia total radiesse harmonyca malar submalar \
    preauricular perioral fanline esc min mj v pmid pmc doi error atlas no µm plan gonion nasion pogonion";

/// Whether a text has words that must be other words in Spanish.
fn to_translate(text: &str) -> bool {
    let shared: BTreeSet<String> = SHARED.split_whitespace().map(str::to_lowercase).collect();
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).any(|word| !shared.contains(&word))
}

/// Words that may be the same in every language: people's names, the places where something is published, and what stands on a key.
fn is_name(id: &str) -> bool {
    (id.starts_with("patient-") && id.ends_with("-title")) || id.ends_with("-source") || id.starts_with("key-") || id.starts_with("pad-")
}

/// What the files of levels/ say, by the ids under which a language may say it.
fn levels() -> Messages {
    let content = Content::find().expect("content");
    let library = Library::open(&content).expect("sound content");
    let mut all = Messages::new();
    let mut say = |id: String, text: &str| assert!(all.insert(id, text.to_owned()).is_none());
    for drill in library.drills() {
        for (field, text) in [("title", &drill.title), ("site", &drill.site), ("brief", &drill.brief), ("teaching", &drill.teaching)] {
            if !text.is_empty() {
                say(format!("drill-{}-{field}", drill.id), text);
            }
        }
    }
    for course in library.courses() {
        for (field, text) in [("title", &course.title), ("brief", &course.brief)] {
            say(format!("course-{}-{field}", course.id), text);
        }
    }
    for patient in library.patients().iter().filter(|patient| !library.is_scan(&patient.id)) {
        say(format!("patient-{}-title", patient.id), &patient.title);
        say(format!("patient-{}-note", patient.id), &patient.note);
    }
    for file in content.list("levels/rubrics", "ron").expect("rubrics") {
        let rubric = file.trim_start_matches("levels/rubrics/").trim_end_matches(".ron");
        say(format!("rubric-{rubric}-title"), &library.rubric(rubric).expect("a rubric").title);
    }
    for bank in quizzes(&content).expect("sound quizzes") {
        say(format!("quiz-{}-title", bank.id), &bank.title);
        for item in &bank.items {
            let id = |field: &str| format!("quiz-{}-{}-{field}", bank.id, item.id);
            for (field, text) in [("ask", &item.ask), ("explanation", &item.explanation), ("source", &item.source)] {
                say(id(field), text);
            }
            for choice in item.question.choices() {
                say(id(&format!("choice-{}", choice.place)), &choice.text);
            }
            if let Question::Numeric { unit, .. } = &item.question {
                say(id("unit"), unit);
            }
        }
    }
    for blueprint in blueprints(&content).expect("sound blueprints") {
        say(format!("exam-{}-title", blueprint.id), &blueprint.title);
    }
    all
}

/// Every message, and every text of levels/, is said in Spanish: with the same values and numbers, in other words, and nothing else is.
#[test]
fn spanish_says_all_that_english_says() {
    let (english, spanish, levels) = (messages("en"), messages("es"), levels());
    let mut wrong = Vec::new();
    for (id, said) in english.iter().chain(&levels) {
        let Some(es) = spanish.get(id) else {
            wrong.push(format!("missing: {id} = {said}"));
            continue;
        };
        if values(said) != values(es) {
            wrong.push(format!("other values: {id} = {es}"));
        }
        if numbers(&prose(said), false) != numbers(&prose(es), true) && !id.ends_with("-source") && id != "menu-about-licence" {
            wrong.push(format!("other numbers: {id} = {es}, not {said}"));
        }
        if said == es && to_translate(&prose(said)) && !is_name(id) {
            wrong.push(format!("not translated: {id} = {es}"));
        }
        if es.contains("->") && !(es.contains("[one]") && es.contains("*[other]")) {
            wrong.push(format!("plural without one and other: {id} = {es}"));
        }
    }
    let own = |id: &String| id == "number-decimal-sign";
    wrong.extend(spanish.keys().filter(|id| !english.contains_key(*id) && !levels.contains_key(*id) && !own(id)).map(|id| format!("too much: {id}")));
    assert!(wrong.is_empty(), "{} are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn numbers_are_read_out_of_a_text_in_either_language() {
    assert_eq!(numbers("1 in 40,882, 0.3 % of 5, 6", false), ["0.3", "1", "40882", "5", "6"]);
    assert_eq!(numbers("1 de 40\u{202f}882, 0,3\u{202f}% de 5, 6.", true), ["0.3", "1", "40882", "5", "6"]);
}

/// What the game shows is a message: no sentence and no word stands in the code of its panels and screens.
#[test]
fn no_words_stand_in_the_code_of_the_panels() {
    let mut files = Vec::new();
    rust_files(&crate::source_tree().join("src/game/panels"), &mut files);
    rust_files(&crate::source_tree().join("src/game/flow"), &mut files);
    let mut wrong = Vec::new();
    for file in &files {
        let text = std::fs::read_to_string(file).expect("a source file");
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for (number, line) in code.lines().enumerate() {
            // Names of entities and areas; what tells a programmer, not a person, why it cannot fail; the diagnosis in a list of problems.
            let aside = ["//", "#[", "place(ui,", ".id_salt(", "id.with(", "io::Error::other", "Done::Failed(", "expect(", "panic!", "Id::new", "Name::new", ".show(\"", "request_discard", "eprintln!", "assert"];
            if aside.iter().any(|mark| line.trim_start().contains(mark)) {
                continue;
            }
            let said = line.split('"').skip(1).step_by(2).filter(|said| !said.contains(".ftl") && is_prose(said));
            wrong.extend(said.map(|said| format!("{}:{}: {said}", file.display(), number + 1)));
        }
    }
    assert!(files.len() > 40, "the scan is broken");
    assert!(wrong.is_empty(), "words in the code:\n{}", wrong.join("\n"));
}

/// Two words one after the other, or one that begins like a sentence.
fn is_prose(said: &str) -> bool {
    let is_word = |word: &&str| word.len() > 1 && word.chars().all(|c| c.is_alphabetic() || ",.;:!?'".contains(c));
    let words: Vec<&str> = said.split(' ').collect();
    words.windows(2).any(|pair| pair.iter().all(is_word))
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}
