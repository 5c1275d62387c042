//! The fields of a draft as the panel shows them, and what becomes of the draft when one is set.

use super::super::load::Shelf;
use super::super::practise::preparations;
use super::{Editor, said};
use crate::anatomy::Part;
use crate::drill::{Draft, Drill, RawCannula, RawCase, RawDrill};
use crate::game::panels::editor::{Change, Field, Kind, Name, Offer, Tab, Wrong};
use crate::instrument::Gauge;
use crate::lang::{Lang, Value};
use crate::source::Problem;

/// The phases in their order, and whether every drill plays them.
const PHASES: [(&str, bool); 9] = [
    ("consult", false),
    ("mark", false),
    ("prepare", false),
    ("disinfect", false),
    ("entry", true),
    ("passes", true),
    ("massage", false),
    ("inspect", false),
    ("finish", true),
];
/// The assists by their names in files.
const ASSISTS: [&str; 9] = ["steps", "hint", "section", "depth", "meters", "map", "syringe", "strip", "see_through"];
/// Reach about the proposed entry points that is offered first, mm.
const REACH_MM: f64 = 6.0;

/// The field of a path in the file, and its group; none for what is drawn on the patient.
fn field_of(path: &str) -> (Option<Tab>, &'static str) {
    let first = path.split(['.', '[']).next().unwrap_or_default();
    match first {
        "patient" | "phenotype" => (Some(Tab::Patient), "editor-field-patient"),
        "plane" if path.ends_with("from_mm") => (Some(Tab::Patient), "editor-field-from"),
        "plane" => (Some(Tab::Patient), "editor-field-to"),
        "entry_reach_mm" => (Some(Tab::Patient), "editor-field-reach"),
        "product" => (Some(Tab::Product), "editor-field-product"),
        "drawn_ml" => (Some(Tab::Product), "editor-field-drawn"),
        "planned_ml" => (Some(Tab::Product), "editor-field-planned"),
        "maximum_ml" => (Some(Tab::Product), "editor-field-maximum"),
        "cannula" if path.ends_with("length_mm") => (Some(Tab::Product), "editor-field-length"),
        "cannula" if path.ends_with("port_mm") => (Some(Tab::Product), "editor-field-port"),
        "cannula" if path.ends_with("tip") => (Some(Tab::Product), "editor-field-tip"),
        "cannula" => (Some(Tab::Product), "editor-field-gauge"),
        "instruments" => (Some(Tab::Product), "editor-field-instruments"),
        "phases" => (Some(Tab::Play), "editor-field-phases"),
        "case" if path.contains("indication") => (Some(Tab::Play), "editor-field-indication"),
        "case" if path.contains("history") => (Some(Tab::Play), "editor-field-history"),
        "case" => (Some(Tab::Play), "editor-field-consents"),
        "rubric" => (Some(Tab::Play), "editor-field-rubric"),
        "limit_s" => (Some(Tab::Play), "editor-field-limit"),
        "assists" => (Some(Tab::Play), "editor-field-assists"),
        "seeds" => (Some(Tab::Play), "editor-field-seeds"),
        "title" => (Some(Tab::Words), "editor-field-title"),
        "site" => (Some(Tab::Words), "editor-field-site"),
        "brief" => (Some(Tab::Words), "editor-field-brief"),
        "teaching" => (Some(Tab::Words), "editor-field-teaching"),
        "id" => (Some(Tab::Words), "editor-field-id"),
        "entries" => (None, "editor-tool-entry"),
        _ => (None, "editor-tool-zone"),
    }
}

/// A problem as the list of all shows it.
pub(super) fn wrong(problem: &Problem, lang: &Lang) -> Wrong {
    let (tab, id) = field_of(&problem.field);
    let text = match problem.field.as_str() {
        // What nobody has drawn yet is to be done, not wrong.
        "zone" => lang.text("editor-needs-zone", &[]),
        "entries" if problem.got.starts_with("no ") => lang.text("editor-needs-entry", &[]),
        _ => said(problem, lang),
    };
    Wrong { tab, field: lang.text(id, &[]), text }
}

fn offer(label: impl Into<String>, tip: impl Into<String>, on: bool) -> Offer {
    Offer { label: label.into(), tip: tip.into(), on, free: true }
}

/// Message id of a name in a file.
fn dashed(name: &str) -> String {
    name.replace('_', "-")
}

/// Makes fields with what is wrong with each.
struct Form<'a> {
    problems: &'a [Problem],
    lang: &'a Lang,
    fields: Vec<Field>,
}

impl Form<'_> {
    fn add(&mut self, name: Name, id: &str, kind: Kind) -> &mut Self {
        let wrong = self.problems.iter().filter(|problem| field_of(&problem.field).1 == id).map(|problem| said(problem, self.lang)).collect();
        let note = format!("{id}-note");
        let note = self.lang.has(&note).then(|| self.lang.text(&note, &[]));
        self.fields.push(Field { name, label: self.lang.text(id, &[]), note: note.unwrap_or_default(), kind, wrong, apart: false });
        self
    }

    fn apart(&mut self) {
        if let Some(field) = self.fields.last_mut() {
            field.apart = true;
        }
    }

    fn text(&mut self, name: Name, id: &str, value: &str, lines: usize, most: usize) -> &mut Self {
        self.add(name, id, Kind::Text { value: value.to_owned(), lines, most })
    }

    fn number(&mut self, name: Name, id: &str, value: f64, unit: &str, range: (f64, f64), step: f64, decimals: u8) -> &mut Self {
        self.add(name, id, Kind::Number { value, unit: self.lang.text(unit, &[]), range, step, decimals })
    }

    fn choice(&mut self, name: Name, id: &str, options: Vec<Offer>) -> &mut Self {
        self.add(name, id, Kind::Choice { options, many: false })
    }

    fn any(&mut self, name: Name, id: &str, options: Vec<Offer>) -> &mut Self {
        self.add(name, id, Kind::Choice { options, many: true })
    }
}

fn is_needle(cannula: &RawCannula) -> bool {
    cannula.tip.as_deref() == Some("needle")
}

/// The fields of the group that is shown.
pub(super) fn fields(editor: &Editor, shelf: &Shelf, problems: &[Problem], lang: &Lang) -> Vec<Field> {
    let raw = editor.raw();
    let library = &shelf.library;
    let mut form = Form { problems, lang, fields: Vec::new() };
    match editor.tab {
        Tab::Patient => {
            let who = library.patients().iter().map(|who| { let (title, note) = who.words(lang); offer(title, note, raw.patient.as_ref() == Some(&who.id)) });
            form.choice(Name::Patient, "editor-field-patient", who.collect());
            let parts = [(Part::Head, "editor-part-head"), (Part::Hand, "editor-part-hand")];
            let parts = parts.map(|(part, id)| offer(lang.text(id, &[]), lang.text(&format!("{id}-tip"), &[]), editor.part == part));
            form.choice(Name::Part, "editor-field-part", parts.to_vec());
            form.number(Name::From, "editor-field-from", raw.plane.from_mm, "unit-mm", (-1.0, 10.0), 0.1, 1).apart();
            form.number(Name::To, "editor-field-to", raw.plane.to_mm, "unit-mm", (0.1, 12.0), 0.1, 1);
            form.add(Name::ReachOn, "editor-field-reach-on", Kind::Switch(raw.entry_reach_mm.is_some())).apart();
            if let Some(reach) = raw.entry_reach_mm {
                form.number(Name::Reach, "editor-field-reach", reach, "unit-mm", (1.0, 30.0), 0.5, 1);
            }
        }
        Tab::Product => {
            let product = |name: String| { let on = name == raw.product; offer(Drill::preparation_title(&name, library.catalogue()), "", on) };
            form.choice(Name::Product, "editor-field-product", preparations(shelf).into_iter().map(product).collect());
            form.number(Name::Planned, "editor-field-planned", raw.planned_ml, "unit-ml", (0.05, 12.0), 0.05, 2).apart();
            form.number(Name::Drawn, "editor-field-drawn", raw.drawn_ml, "unit-ml", (0.1, 12.0), 0.05, 2);
            form.number(Name::Maximum, "editor-field-maximum", raw.maximum_ml, "unit-ml", (0.05, 15.0), 0.05, 2);
            let needle = is_needle(&raw.cannula);
            let tips = [("editor-tip-cannula", !needle), ("editor-tip-needle", needle)];
            form.choice(Name::Tip, "editor-field-tip", tips.map(|(id, on)| offer(lang.text(id, &[]), lang.text(&format!("{id}-tip"), &[]), on)).to_vec()).apart();
            form.choice(Name::Gauge, "editor-field-gauge", Gauge::names().iter().map(|name| offer(*name, "", raw.cannula.gauge == **name)).collect());
            let longest = if needle { 40.0 } else { 80.0 };
            form.number(Name::Length, "editor-field-length", raw.cannula.length_mm, "unit-mm", (20.0, longest), 1.0, 0);
            if !needle {
                form.number(Name::Port, "editor-field-port", raw.cannula.port_mm, "unit-mm", (0.5, 1.5), 0.1, 1);
            }
            let others = Gauge::names().iter().filter(|name| **name != raw.cannula.gauge).map(|name| offer(*name, "", other(raw, name).is_some())).collect();
            form.any(Name::Instruments, "editor-field-instruments", others);
        }
        Tab::Play => play(&mut form, editor, shelf),
        Tab::Words => {
            form.text(Name::Title, "editor-field-title", &raw.title, 1, 120);
            form.text(Name::Id, "editor-field-id", &raw.id, 1, 60);
            form.text(Name::Site, "editor-field-site", &raw.site, 1, 120);
            form.text(Name::Brief, "editor-field-brief", &raw.brief, 4, 2000);
            form.text(Name::Teaching, "editor-field-teaching", raw.teaching.as_deref().unwrap_or_default(), 4, 5000);
        }
    }
    form.fields
}

fn play(form: &mut Form, editor: &Editor, shelf: &Shelf) {
    let (raw, lang) = (editor.raw(), form.lang);
    let known = shelf.library.known();
    let phase = |(name, needed): (&str, bool)| {
        let tip = if needed { lang.text("editor-phase-needed", &[]) } else { String::new() };
        Offer { free: !needed, ..offer(lang.text(&format!("hud-step-{name}"), &[]), tip, raw.phases.iter().any(|played| played == name)) }
    };
    form.any(Name::Phases, "editor-field-phases", PHASES.map(phase).to_vec());
    if let Some(case) = &raw.case {
        let tables = &known.consult;
        let word = |list: &str, id: &str, part: &str| lang.text(&format!("consult-{list}-{}{part}", dashed(id)), &[]);
        let indications = tables.indications.iter().map(|id| offer(word("indication", id, ""), "", case.indication == *id));
        form.choice(Name::Indication, "editor-field-indication", indications.collect()).apart();
        let history = tables.questions.iter().map(|question| offer(word("question", &question.id, "-name"), word("question", &question.id, "-yes"), case.history.contains(&question.id)));
        form.any(Name::History, "editor-field-history", history.collect());
        let consents = tables.consents.iter().map(|point| offer(word("consent", &point.id, "-name"), word("consent", &point.id, "-more"), case.consents.contains(&point.id)));
        form.any(Name::Consents, "editor-field-consents", consents.collect());
    }
    let rubrics = known.rubrics.iter().map(|id| {
        let title = shelf.library.rubric(id).map_or_else(|_| id.clone(), |rubric| lang.file_words("rubric", id, "title", &rubric.title));
        offer(title, "", raw.rubric == *id)
    });
    form.choice(Name::Rubric, "editor-field-rubric", rubrics.collect()).apart();
    form.number(Name::Limit, "editor-field-limit", raw.limit_s, "unit-s", (30.0, 3600.0), 30.0, 0);
    form.add(Name::AssistsOn, "editor-field-assists-on", Kind::Switch(raw.assists.is_some())).apart();
    if let Some(on) = &raw.assists {
        let assists = ASSISTS.map(|name| {
            let id = format!("menu-assist-{}", dashed(name));
            offer(lang.text(&id, &[]), lang.text(&format!("{id}-tip"), &[]), on.iter().any(|there| there == name))
        });
        form.any(Name::Assists, "editor-field-assists", assists.to_vec());
    }
    let seeds = editor.seeds.clone().unwrap_or_else(|| listed(raw.seeds.as_deref().unwrap_or_default()));
    form.text(Name::Seeds, "editor-field-seeds", &seeds, 1, 2000).apart();
    if editor.seeds.is_some()
        && let Some(field) = form.fields.last_mut()
    {
        field.wrong.push(form.lang.text("editor-seeds-wrong", &[("text", Value::text(&seeds))]));
    }
}

fn listed(seeds: &[u64]) -> String {
    seeds.iter().map(u64::to_string).collect::<Vec<_>>().join(", ")
}

/// The numbers of a list; none where something else stands in it.
fn numbers(text: &str) -> Option<Vec<u64>> {
    let parts = text.split([',', ' ', ';']).map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| part.parse().ok()).collect()
}

/// Another instrument of a gauge, and where it stands in the list.
fn other(raw: &RawDrill, gauge: &str) -> Option<usize> {
    raw.instruments.iter().flatten().position(|one| one.gauge == gauge)
}

/// Puts a name into a list or takes it out; those there stay in the order of all.
fn toggled(list: &mut Vec<String>, all: &[String], index: usize) {
    let Some(name) = all.get(index) else { return };
    if list.contains(name) {
        list.retain(|there| there != name);
    } else {
        list.push(name.clone());
        list.sort_by_key(|name| all.iter().position(|known| known == name));
    }
}

/// Sets a field.
pub(super) fn set(editor: &mut Editor, shelf: &Shelf, name: Name, change: &Change) {
    let what = format!("{name:?}");
    let known = shelf.library.known();
    let draft = &mut editor.draft;
    match (name, change) {
        (_, Change::Text(text)) => {
            let text = text.clone();
            match name {
                Name::Title => {
                    let follows = !editor.named && editor.edits.is_none();
                    draft.change(&what, |raw| {
                        if follows {
                            raw.id = Draft::name_for(&text);
                        }
                        raw.title = text;
                    });
                }
                Name::Id => {
                    editor.named = !text.is_empty();
                    draft.change(&what, |raw| raw.id = text);
                }
                Name::Site => draft.change(&what, |raw| raw.site = text),
                Name::Brief => draft.change(&what, |raw| raw.brief = text),
                Name::Teaching => draft.change(&what, |raw| raw.teaching = Some(text).filter(|text| !text.is_empty())),
                Name::Seeds => {
                    let seeds = numbers(&text);
                    editor.seeds = seeds.is_none().then(|| text.clone()).or_else(|| text.ends_with([',', ' ', ';']).then(|| text.clone()));
                    if let Some(seeds) = seeds {
                        editor.seeds = editor.seeds.take().filter(|_| !seeds.is_empty() && text.trim_end().ends_with([',', ';']));
                        draft.change(&what, |raw| raw.seeds = Some(seeds).filter(|seeds| !seeds.is_empty()));
                    }
                }
                _ => {}
            }
        }
        (_, Change::Number(number)) => {
            let number = *number;
            draft.change(&what, |raw| {
                let of = match name {
                    Name::From => &mut raw.plane.from_mm,
                    Name::To => &mut raw.plane.to_mm,
                    Name::Drawn => &mut raw.drawn_ml,
                    Name::Planned => &mut raw.planned_ml,
                    Name::Maximum => &mut raw.maximum_ml,
                    Name::Length => &mut raw.cannula.length_mm,
                    Name::Port => &mut raw.cannula.port_mm,
                    Name::Limit => &mut raw.limit_s,
                    Name::Reach => raw.entry_reach_mm.get_or_insert(REACH_MM),
                    _ => return,
                };
                *of = number;
                same_instruments(raw);
            });
        }
        (Name::ReachOn, Change::Switch(on)) => draft.change(&what, |raw| raw.entry_reach_mm = on.then_some(REACH_MM)),
        (Name::AssistsOn, Change::Switch(on)) => {
            draft.change(&what, |raw| raw.assists = on.then(|| ASSISTS.map(str::to_owned).to_vec()));
        }
        (Name::Patient, Change::Choose(index)) => {
            if let Some(id) = known.patients.get(*index) {
                draft.change(&what, |raw| (raw.patient, raw.phenotype) = (Some(id.clone()), None));
            }
        }
        (Name::Part, Change::Choose(index)) => {
            let part = if *index == 1 { Part::Hand } else { Part::Head };
            if part != editor.part {
                editor.part = part;
                editor.arriving = true;
                // A zone and its entry points lie on one skin.
                draft.change(&what, |raw| {
                    (raw.zone, raw.region, raw.polygon) = (None, None, None);
                    raw.entries.clear();
                });
            }
        }
        (Name::Product, Change::Choose(index)) => {
            if let Some(product) = preparations(shelf).into_iter().nth(*index) {
                draft.change(&what, |raw| raw.product = product);
            }
        }
        (Name::Tip, Change::Choose(index)) => draft.change(&what, |raw| {
            let needle = *index == 1;
            if needle != is_needle(&raw.cannula) {
                raw.cannula.tip = needle.then(|| "needle".to_owned());
                raw.cannula.port_mm = if needle { 0.0 } else { 1.0 };
                raw.cannula.length_mm = raw.cannula.length_mm.min(if needle { 40.0 } else { 80.0 });
                same_instruments(raw);
            }
        }),
        (Name::Gauge, Change::Choose(index)) => {
            if let Some(gauge) = Gauge::names().get(*index) {
                draft.change(&what, |raw| {
                    raw.cannula.gauge = (*gauge).to_owned();
                    remove_instrument(raw, gauge);
                });
            }
        }
        (Name::Instruments, Change::Choose(index)) => draft.change(&what, |raw| {
            let Some(gauge) = Gauge::names().into_iter().filter(|name| *name != raw.cannula.gauge).nth(*index) else { return };
            if other(raw, gauge).is_some() {
                remove_instrument(raw, gauge);
            } else {
                let one = RawCannula { gauge: gauge.to_owned(), ..raw.cannula.clone() };
                raw.instruments.get_or_insert_default().push(one);
            }
        }),
        (Name::Phases, Change::Choose(index)) => draft.change(&what, |raw| {
            let all = PHASES.map(|(name, _)| name.to_owned());
            if PHASES.get(*index).is_some_and(|(_, needed)| !needed) {
                toggled(&mut raw.phases, &all, *index);
            }
            let played = raw.phases.iter().any(|phase| phase == "consult");
            if played && raw.case.is_none() {
                let tables = &known.consult;
                let indication = tables.indications.first().cloned().unwrap_or_default();
                raw.case = Some(RawCase { indication, history: Vec::new(), consents: tables.consents.iter().map(|point| point.id.clone()).collect() });
            }
            if !played {
                raw.case = None;
            }
        }),
        (Name::Indication, Change::Choose(index)) => draft.change(&what, |raw| {
            if let (Some(case), Some(id)) = (&mut raw.case, known.consult.indications.get(*index)) {
                case.indication.clone_from(id);
            }
        }),
        (Name::History | Name::Consents, Change::Choose(index)) => draft.change(&what, |raw| {
            let Some(case) = &mut raw.case else { return };
            let tables = &known.consult;
            if name == Name::History {
                toggled(&mut case.history, &tables.questions.iter().map(|question| question.id.clone()).collect::<Vec<_>>(), *index);
            } else {
                toggled(&mut case.consents, &tables.consents.iter().map(|point| point.id.clone()).collect::<Vec<_>>(), *index);
            }
        }),
        (Name::Rubric, Change::Choose(index)) => {
            if let Some(rubric) = known.rubrics.get(*index) {
                draft.change(&what, |raw| raw.rubric.clone_from(rubric));
            }
        }
        (Name::Assists, Change::Choose(index)) => draft.change(&what, |raw| {
            if let Some(on) = &mut raw.assists {
                toggled(on, &ASSISTS.map(str::to_owned), *index);
            }
        }),
        _ => {}
    }
    // Each press of a button is a step; what is typed or slid is one until something else is.
    if matches!(change, Change::Choose(_) | Change::Switch(_)) {
        editor.draft.settle();
    }
    editor.changed();
}

/// The other instruments are as long as the one that is laid out, and of its kind.
fn same_instruments(raw: &mut RawDrill) {
    let one = raw.cannula.clone();
    for other in raw.instruments.iter_mut().flatten() {
        *other = RawCannula { gauge: other.gauge.clone(), ..one.clone() };
    }
}

fn remove_instrument(raw: &mut RawDrill, gauge: &str) {
    if let Some(list) = &mut raw.instruments {
        list.retain(|one| one.gauge != gauge);
        if list.is_empty() {
            raw.instruments = None;
        }
    }
}
