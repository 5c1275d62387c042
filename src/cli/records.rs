//! `fanline records`: learners and all that is theirs.

use super::args::Records;
use super::say::say;
use super::{CliError, print_json};
use crate::drill::{Library, attempt};
use crate::records::store::{Attempt, Check, FILE, Learner, Store};
use crate::session::recording::{ENGINE, Recording};
use crate::source::{Content, content};

/// Opens the records of this person's data folder.
pub(super) fn open() -> Result<Store, CliError> {
    let none = || CliError::Argument { name: "FANLINE_DATA", got: "no folder for this person's data".to_owned(), allowed: "a folder".to_owned() };
    let store = Store::open(&content::own_folder().ok_or_else(none)?.join(FILE))?;
    if let Some(aside) = store.set_aside() {
        eprintln!("{aside}");
    }
    Ok(store)
}

/// A name on one line: it may hold anything, and a terminal obeys control characters.
fn plain(name: &str) -> String {
    name.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}

/// The one learner of a code, a number or a name.
fn find(store: &Store, wanted: &str) -> Result<Learner, CliError> {
    let all = store.learners()?;
    let code = all.iter().find(|learner| learner.code == wanted || learner.id.to_string() == wanted);
    let named: Vec<_> = all.iter().filter(|learner| learner.name == wanted).collect();
    let refused = |allowed: String| CliError::Argument { name: "learner", got: plain(wanted), allowed };
    match (code, &named[..]) {
        (Some(one), _) => Ok(one.clone()),
        (None, [one]) => Ok((*one).clone()),
        (None, []) => Err(refused("a code, number or name that `fanline records learners` lists".to_owned())),
        (None, several) => {
            let codes: Vec<_> = several.iter().map(|learner| learner.code.as_str()).collect();
            Err(refused(format!("one of the codes of that name: {}", codes.join(", "))))
        }
    }
}

pub(super) fn records(what: &Records, json: bool) -> Result<u8, CliError> {
    let mut store = open()?;
    match what {
        Records::Learners => learners(&store, json),
        Records::Backup { file } => {
            store.backup(file)?;
            match json {
                true => print_json(&serde_json::json!({"backup": file})),
                false => say!("{}", file.display()),
            }
            Ok(0)
        }
        Records::Export { folder, learner } => {
            let one = learner.as_deref().map(|wanted| find(&store, wanted)).transpose()?.map(|learner| [learner.id]);
            let done = store.export(folder, one.as_ref().map(|ids| &ids[..]))?;
            match json {
                true => print_json(&done),
                false => say!(
                    "{}: {} learners, {} attempts, {} recordings, {} answers",
                    folder.display(),
                    done.learners,
                    done.attempts,
                    done.recordings,
                    done.reviews
                ),
            }
            Ok(0)
        }
        Records::Import { folder } => {
            let library = Library::open(&Content::find()?)?;
            let done = store.import(folder, |attempt, bytes| check(&library, attempt, bytes))?;
            if json {
                print_json(&done);
            } else {
                say!(
                    "{} learners, {} attempts ({} unchecked), {} answers taken in; {} were there",
                    done.learners,
                    done.attempts,
                    done.unchecked,
                    done.reviews,
                    done.doubles
                );
                for (uid, reason) in &done.refused {
                    eprintln!("attempt {}: {}", plain(uid), plain(reason));
                }
            }
            Ok(u8::from(!done.refused.is_empty()))
        }
        Records::Delete { learner } => {
            let learner = find(&store, learner)?;
            let done = store.delete_learner(learner.id)?;
            match json {
                true => print_json(&serde_json::json!({"deleted": learner.code, "attempts": done.attempts, "reviews": done.reviews})),
                false => say!("{} {}: deleted, with {} attempts and {} answers", learner.code, plain(&learner.name), done.attempts, done.reviews),
            }
            if done.traces {
                eprintln!("another program reads the records: traces stay in the file until they are next opened");
            }
            Ok(0)
        }
    }
}

fn learners(store: &Store, json: bool) -> Result<u8, CliError> {
    let mut rows = Vec::new();
    for learner in store.learners()? {
        let (attempts, reviews) = store.count(learner.id)?;
        if json {
            rows.push(serde_json::json!({
                "id": learner.id, "code": learner.code, "name": learner.name, "guest": learner.guest, "pin": learner.has_pin,
                "attempts": attempts, "reviews": reviews,
            }));
        } else {
            let guest = if learner.guest { ", guest" } else { "" };
            say!("{} {}: {attempts} attempts, {reviews} answers{guest}", learner.code, plain(&learner.name));
        }
    }
    if json {
        print_json(&rows);
    }
    Ok(0)
}

/// Whether a recording is what the simulation gives, and the attempt what its judgement is.
pub(super) fn check(library: &Library, attempt: &Attempt, bytes: &[u8]) -> Check {
    let recording = match Recording::read_sealed(bytes) {
        Ok(recording) => recording,
        Err(error) => return Check::Refused(error.to_string()),
    };
    let header = &recording.header;
    if (&header.drill, header.seed) != (&attempt.drill, attempt.seed) {
        return Check::Refused("the recording is of another drill or seed".to_owned());
    }
    let Ok(drill) = library.any_drill(&header.drill) else { return Check::CannotTell };
    let hash = library.hash(&drill);
    let (Ok(setup), Ok(rubric)) = (library.setup(&drill, header.seed), library.rubric(&drill.rubric)) else { return Check::CannotTell };
    if header.engine != ENGINE || header.drill_hash != hash || attempt.drill_hash != hash {
        return Check::CannotTell;
    }
    let verdict = attempt::verify(&recording, &hash, setup.clone());
    if let Some(reason) = verdict.reason.filter(|_| !verdict.ok) {
        return Check::Refused(reason);
    }
    // An attempt that was left has no judgement to hold it to.
    if !attempt.left {
        let card = attempt::rerun(&recording, setup, rubric).scorecard;
        // JSON may lose the last bit of a number.
        if (card.total - attempt.total).abs() > 1e-9 || card.passed != attempt.passed {
            return Check::Refused(format!("total {}, the recording gives {}", attempt.total, card.total));
        }
    }
    Check::Holds
}
