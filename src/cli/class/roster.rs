//! `fanline class list|add|remove|assign|blind|reveal`.

use serde_json::json;

use super::args::{Add, Assign};
use super::{member, now_ms, open, refused, text};
use crate::cli::say::say;
use crate::cli::{CliError, print_json};
use crate::drill::Library;
use crate::lang::Lang;
use crate::quiz::quizzes;
use crate::records::class::{Kind, Member, RosterRow, read_roster};
use crate::records::xapi::text::shown;
use crate::source::Content;

fn row(member: &Member, blind: bool) -> serde_json::Value {
    if blind { json!({ "code": member.code }) } else { json!({ "code": member.code, "name": member.name, "account": member.account }) }
}

pub(super) fn list(language: &str, json: bool) -> Result<u8, CliError> {
    let store = open()?;
    let lang = Lang::load(&Content::find()?, language)?;
    let (blind, assignments) = (store.is_blind()?, store.assignments()?);
    let mut rows = Vec::new();
    for member in store.members()? {
        let mut due = Vec::new();
        for assignment in assignments.iter().filter(|one| one.learner.is_none_or(|learner| learner == member.learner)) {
            let progress = store.progress(assignment, member.learner)?;
            due.push(json!({ "kind": assignment.kind, "what": assignment.what, "progress": progress }));
            if !json {
                let id = match (progress.passed || (assignment.kind == Kind::Quiz && progress.tries > 0), progress.tries) {
                    (true, _) => "class-done",
                    (false, 0) => "class-not-begun",
                    (false, _) => "class-under-way",
                };
                let best = progress.best.map_or_else(String::new, |best| format!(", {} {best:.0}", lang.text("class-best", &[])));
                rows.push(format!("    {}: {}{best}", assignment.what, lang.text(id, &[])));
            }
        }
        if json {
            let mut object = row(&member, blind);
            object["assigned"] = due.into();
            print_json(&object);
        } else {
            let account = if blind || member.account == member.name { String::new() } else { format!("  {}", shown(&member.account, 60)) };
            let name = if blind { String::new() } else { format!("  {}", shown(&member.name, 60)) };
            say!("{}{name}{account}", member.code);
            rows.drain(..).for_each(|row| say!("{row}"));
        }
    }
    Ok(0)
}

pub(super) fn add(options: &Add, json: bool) -> Result<u8, CliError> {
    let mut store = open()?;
    let mut rows = match &options.file {
        Some(file) => read_roster(&text(file)?).map_err(|error| CliError::Refused { path: file.clone(), reason: error.to_string() })?,
        None => Vec::new(),
    };
    if let Some(account) = &options.account {
        let [name] = &options.names[..] else { return Err(refused("--account", account, "one name beside it")) };
        rows.push(RosterRow { name: name.clone(), account: account.clone() });
    } else {
        rows.extend(options.names.iter().map(|name| RosterRow { name: name.trim().to_owned(), account: name.trim().to_owned() }));
    }
    let blind = store.is_blind()?;
    for one in rows {
        let (member, new) = store.add_member(&one, now_ms())?;
        if json {
            let mut object = row(&member, blind);
            object["new"] = new.into();
            print_json(&object);
        } else {
            say!("{}  {}{}", member.code, shown(&one.name, 60), if new { "" } else { " (there already)" });
        }
    }
    Ok(0)
}

pub(super) fn remove(who: &str, json: bool) -> Result<u8, CliError> {
    let mut store = open()?;
    let member = member(&store, who)?;
    store.remove_member(member.learner)?;
    if json {
        print_json(&json!({ "removed": member.code }));
    } else {
        say!("{}", member.code);
    }
    Ok(0)
}

pub(super) fn assign(options: &Assign, json: bool) -> Result<u8, CliError> {
    let content = Content::find()?;
    let mut store = open()?;
    let is_quiz = quizzes(&content)?.iter().any(|bank| bank.id == options.what);
    let kind = if is_quiz { Kind::Quiz } else { Kind::Drill };
    if !is_quiz && !options.take_back {
        Library::open(&content)?.any_drill(&options.what)?;
    }
    let mut whom = options.learner.iter().map(|text| member(&store, text).map(Some)).collect::<Result<Vec<_>, _>>()?;
    if whom.is_empty() {
        whom.push(None);
    }
    for one in whom {
        let learner = one.as_ref().map(|member| member.learner);
        let changed = if options.take_back {
            store.unassign(kind, &options.what, learner)?
        } else {
            store.assign(kind, &options.what, learner, now_ms())?
        };
        let code = one.as_ref().map(|member| member.code.as_str());
        if json {
            print_json(&json!({ "kind": kind, "what": options.what, "member": code, "taken_back": options.take_back, "changed": changed }));
        } else {
            let unchanged = if changed { "" } else { " (as before)" };
            say!("{}: {}{unchanged}", code.unwrap_or("whole class"), options.what);
        }
    }
    Ok(0)
}

pub(super) fn blind(blind: bool, json: bool) -> Result<u8, CliError> {
    open()?.set_blind(blind)?;
    if json {
        print_json(&json!({ "blind": blind }));
    } else {
        say!("{}", if blind { "codes stand for names" } else { "names are shown" });
    }
    Ok(0)
}
