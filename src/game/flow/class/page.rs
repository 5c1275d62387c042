//! The class's pages, filled from how it stands.

use super::office::{DrillSpread, LETTERS, Standing, state};
use super::Class;
use crate::game::flow::Flow;
use crate::game::flow::load::Shelf;
use crate::game::flow::records::now_ms;
use crate::game::panels::class::{
    Assign, Board, Body, Boxed, Chart, Curve, CurveStep, Due, Errors, Export, Folder, Item, Member, Model, Offer, Refused, Results, Roster, Row, Tab,
};
use crate::game::panels::{Phrase, drills};
use crate::game::theme::State;
use crate::lang::{Lang, Value};
use crate::records::class::{Assigned, BoardRow, Kind, Refusal};
use crate::records::cohort::{ItemFigures, TraineeCurve};
use crate::records::xapi::text::shown;
use crate::scoring::learning::Standing as Stands;

/// Items that are listed.
const ITEMS: usize = 40;
/// Discrimination under which an item tells little, as in the printed report.
const TELLS_LITTLE: f64 = 0.2;

impl Flow {
    /// The page of the class.
    pub(in crate::game::flow) fn class_page(&self) -> Model {
        let class = &self.class;
        let mut model = Model { tab: class.tab, said: class.said.as_ref().filter(|said| !said.files).map(|said| (said.words.clone(), said.state)), ..Model::default() };
        if let Some(trouble) = &class.trouble {
            model.body = Body::Trouble(trouble.clone());
            return model;
        }
        let (Some(standing), Some(shelf)) = (&class.standing, &self.shelf) else { return model };
        model.blind = standing.blind;
        model.body = match class.tab {
            Tab::Roster => Body::Roster(class.roster(standing, shelf, &self.lang)),
            Tab::Assign => Body::Assign(class.assign(standing, shelf, &self.lang)),
            Tab::Board => {
                let folder = self.settings.shared.clone().unwrap_or_else(|| class.default.display().to_string());
                Body::Board(class.board(standing, shelf, folder, &self.lang))
            }
            Tab::Results => Body::Results(class.results(standing, shelf, &self.lang)),
            Tab::Export => Body::Export(Export {
                can: !standing.members.is_empty(),
                folder: shown(&self.shared_folder().display().to_string(), 400),
                pins: standing.pins,
                done: class.said.iter().filter(|said| said.files).map(|said| (said.words.say(&self.lang), said.state)).collect(),
            }),
        };
        model
    }
}

fn name(text: &str) -> String {
    shown(text, LETTERS)
}

fn title(shelf: &Shelf, drill: &str, lang: &Lang) -> String {
    shelf.library.any_drill(drill).map_or_else(|_| name(drill), |drill| drill.words(lang).title)
}

fn thing(shelf: &Shelf, kind: Kind, what: &str, lang: &Lang) -> String {
    match kind {
        Kind::Drill => title(shelf, what, lang),
        Kind::Quiz => shelf.banks.iter().find(|bank| bank.id == what).map_or_else(|| name(what), |bank| bank_title(bank, lang)),
    }
}

fn bank_title(bank: &crate::quiz::Bank, lang: &Lang) -> String {
    bank.said_title(lang)
}

/// How far something is.
fn far(kind: Kind, progress: &Assigned) -> State {
    let done = match kind {
        Kind::Drill => progress.passed,
        Kind::Quiz => progress.tries > 0,
    };
    match (done, progress.tries) {
        (true, _) => State::Target,
        (false, 0) => State::Neutral,
        (false, _) => State::Attention,
    }
}

/// How long ago something was.
fn ago(at_ms: i64, now_ms: i64) -> Phrase {
    let minutes = usize::try_from((now_ms - at_ms).max(0) / 60_000).unwrap_or(usize::MAX);
    let (id, count) = match minutes {
        0 => return Phrase::new("teach-ago-now"),
        1..60 => ("teach-ago-minutes", minutes),
        60..2880 => ("teach-ago-hours", minutes / 60),
        _ => ("teach-ago-days", minutes / 1440),
    };
    Phrase::new(id).with("count", Value::count(count))
}

impl Class {
    fn roster(&self, standing: &Standing, shelf: &Shelf, lang: &Lang) -> Roster {
        let attempts = standing.attempts();
        let member = |(who, member): (usize, &crate::records::class::Member)| Member {
            shown: name(member.shown(standing.blind)),
            code: member.code.clone(),
            account: (member.account != member.name && !standing.blind).then(|| name(&member.account)),
            attempts: attempts.get(&who).copied().unwrap_or(0),
            due: standing.cohort.due.get(who).into_iter().flatten().map(|due| Due {
                title: thing(shelf, due.kind, &due.what, lang),
                state: far(due.kind, &due.progress),
                tries: due.progress.tries,
                best: due.progress.best,
            }).collect(),
        };
        Roster {
            name: self.name.clone(),
            account: self.account.clone(),
            members: standing.members.iter().enumerate().map(member).collect(),
            chosen: self.chosen.and_then(|learner| standing.members.iter().position(|member| member.learner == learner)),
            removing: self.removing,
            others: standing.others.iter().map(|other| name(other)).collect(),
        }
    }

    fn assign(&self, standing: &Standing, shelf: &Shelf, lang: &Lang) -> Assign {
        let to = self.to.and_then(|learner| standing.members.iter().position(|member| member.learner == learner));
        let offer = |(kind, what): (Kind, String)| {
            let set = |learner: Option<i64>| standing.assignments.iter().any(|set| set.kind == kind && set.what == what && set.learner == learner);
            let due = || standing.cohort.due.iter().filter_map(|due| due.iter().find(|due| due.kind == kind && due.what == what));
            let about = match kind {
                Kind::Drill => shelf.library.any_drill(&what).map_or_else(|_| String::new(), |drill| drill.words(lang).brief),
                Kind::Quiz => lang.text("menu-quiz-about", &[]),
            };
            Offer {
                title: thing(shelf, kind, &what, lang),
                about,
                set: set(to.and(self.to)),
                set_to_all: to.is_some() && set(None),
                done: (due().filter(|due| far(due.kind, &due.progress) == State::Target).count(), due().count()),
            }
        };
        let mut shelves: Vec<String> = shelf.library.courses().iter().map(|course| course.words(lang).title).collect();
        shelves.push(lang.text("teach-quizzes", &[]));
        Assign {
            members: standing.members.iter().map(|member| name(member.shown(standing.blind))).collect(),
            to,
            shelf: self.shelf.min(shelves.len() - 1),
            shelves,
            offers: self.offers(shelf).into_iter().map(offer).collect(),
        }
    }

    fn board(&self, standing: &Standing, shelf: &Shelf, folder: String, lang: &Lang) -> Board {
        let now = now_ms();
        let row = |row: &BoardRow| {
            let attempt = &row.kept.attempt;
            let verdict = match (attempt.passed, attempt.critical.is_empty()) {
                (true, _) => "class-passed",
                (false, true) => "class-not-passed",
                (false, false) => "class-critical",
            };
            Row {
                who: name(&row.shown),
                drill: title(shelf, &attempt.drill, lang),
                state: state(attempt.passed, !attempt.critical.is_empty()),
                verdict: Phrase::new(verdict),
                total: attempt.total,
                scores: attempt.scores.map(|six| (six.depth, six.evenness)),
                risk: attempt.nodule_probability,
                ago: attempt.ended_ms.map(|at| ago(at, now)),
                fresh: self.fresh.get(&row.kept.id).is_some_and(|came| came.elapsed() < super::FRESH),
                can_be_opened: row.kept.recording.is_some(),
            }
        };
        Board { rows: standing.board.iter().map(row).collect(), folder: self.folder(folder), projector: self.projector }
    }

    /// The shared folder; `named` is the one that is set.
    fn folder(&self, named: String) -> Folder {
        let look = self.watch.as_ref().map(|(_, watch)| watch.look()).unwrap_or_default();
        let typed = self.folder.clone().unwrap_or_else(|| named.clone());
        let (said, state) = match &look.trouble {
            Some(why) => (Phrase::new("teach-folder-trouble").with("reason", Value::text(shown(why, 200))), State::Fault),
            None if !look.looked => (Phrase::new("teach-folder-coming"), State::Neutral),
            None if look.under_way > 0 => (Phrase::new("teach-folder-under-way").with("count", Value::count(look.under_way)), State::Neutral),
            None => {
                let said = Phrase::new("teach-folder-stands").with("taken", Value::count(look.taken)).with("refused", Value::count(look.refused.len()));
                (said, if look.refused.is_empty() { State::Target } else { State::Attention })
            }
        };
        let refused = look.refused.iter().map(|(file, why)| Refused { file: file.clone(), why: reason(why) }).collect();
        Folder { other: typed.trim() != named, typed, said, state: Some(state), refused }
    }

    fn results(&self, standing: &Standing, shelf: &Shelf, lang: &Lang) -> Results {
        let mut results = Results { chart: self.chart, ..Results::default() };
        match self.chart {
            Chart::Spread => results.spread = standing.spread.iter().map(|spread| boxed(spread, standing, shelf, lang)).collect(),
            Chart::Curves => {
                let mut drills: Vec<&str> = standing.curves.iter().map(|curve| curve.drill.as_str()).collect();
                drills.dedup();
                results.drill = self.drill.min(drills.len().saturating_sub(1));
                results.trainee = self.trainee;
                if let Some(drill) = drills.get(results.drill) {
                    results.pass_mark = standing.about.pass_mark(drill);
                    let own = standing.curves.iter().filter(|curve| curve.drill == *drill);
                    results.curves = own.map(|of| curve(of, standing)).collect();
                }
                results.drills = drills.into_iter().map(|drill| title(shelf, drill, lang)).collect();
            }
            Chart::Items => {
                results.items_left = standing.items.len().saturating_sub(ITEMS);
                results.items = standing.items.iter().take(ITEMS).map(|of| item(of, standing)).collect();
            }
            Chart::Errors => {
                let of = &standing.errors;
                results.errors = Errors {
                    drills: of.drills.iter().map(|drill| title(shelf, drill, lang)).zip(of.attempts.iter().copied()).collect(),
                    rows: of.rows.iter().map(|(kind, cells)| (error_name(kind, lang), cells.clone())).collect(),
                };
            }
        }
        results
    }
}

fn reason(why: &Result<Refusal, String>) -> Phrase {
    let with = |id: &str, what: &str| Phrase::new(id).with("what", Value::text(what));
    match why {
        Ok(Refusal::Unreadable(what)) => with("teach-refused-unreadable", what),
        Ok(Refusal::Damaged(what)) => with("teach-refused-damaged", what),
        Ok(Refusal::Stranger(who)) => with("teach-refused-stranger", who),
        Ok(Refusal::Ambiguous(who)) => with("teach-refused-ambiguous", who),
        Ok(Refusal::UnknownDrill(drill)) => with("teach-refused-drill", drill),
        Ok(Refusal::Doubled(file)) => with("teach-refused-doubled", file),
        Ok(Refusal::Unfinished) => Phrase::new("teach-refused-unfinished"),
        Ok(Refusal::Tampered(what)) => with("teach-refused-tampered", what),
        Err(what) => with("teach-refused-comments", what),
    }
}

/// Name of a kind of finding; one without a name shows its id.
fn error_name(kind: &str, lang: &Lang) -> String {
    let id = format!("class-error-{kind}");
    if lang.has(&id) { lang.text(&id, &[]) } else { name(&kind.replace('-', " ")) }
}

fn boxed(of: &DrillSpread, standing: &Standing, shelf: &Shelf, lang: &Lang) -> Boxed {
    let totals = &of.totals;
    let [low, median, high] = totals.quartiles;
    Boxed {
        title: title(shelf, &of.drill, lang),
        pass_mark: standing.about.pass_mark(&of.drill),
        five: [totals.least, low, median, high, totals.most],
        mean: (totals.mean, totals.sd),
        counts: [totals.count, of.trainees, of.passed],
        risk: of.risk,
        points: of.points.clone(),
    }
}

fn curve(of: &TraineeCurve, standing: &Standing) -> Curve {
    let steps = of.points.iter().zip(of.totals.iter().zip(of.passed.iter().zip(&of.critical)));
    let steps = steps.map(|(point, (total, (passed, critical)))| CurveStep {
        result: drills::Result { total: *total, passed: *passed, critical: *critical },
        mean: (point.rolling.mean, point.rolling.standard_error),
        learning: point.learning_sum,
        relapse: point.relapse_sum,
        signal: if point.shown { Some(true) } else { point.relapse.then_some(false) },
    });
    let stands = match of.standing() {
        Stands::Learning => ("class-learning", State::Neutral),
        Stands::Proficient => ("class-proficient", State::Target),
        Stands::Relapsed => ("class-relapsed", State::Attention),
    };
    Curve {
        who: standing.cohort.trainees.get(of.who).map_or_else(String::new, |trainee| name(&trainee.shown)),
        steps: steps.collect(),
        boundary: of.points.last().map_or(1.0, |point| point.boundary),
        standing: (Phrase::new(stands.0), stands.1),
    }
}

fn item(of: &ItemFigures, standing: &Standing) -> Item {
    let state = match of.discrimination {
        None => State::Neutral,
        Some(r) if r < 0.0 => State::Fault,
        Some(r) if r < TELLS_LITTLE => State::Attention,
        Some(_) => State::Target,
    };
    let ask = standing.about.items.get(&of.item).map(|ask| shown(ask, 160)).unwrap_or_default();
    Item { item: name(&of.item), ask, persons: of.persons, difficulty: of.difficulty, discrimination: of.discrimination, state }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_long_ago_is_said_in_the_largest_whole_unit() {
        let said = |seconds: i64| ago(0, seconds * 1000);
        assert_eq!(said(-5), Phrase::new("teach-ago-now"));
        assert_eq!(said(59), Phrase::new("teach-ago-now"));
        assert_eq!(said(61).id, "teach-ago-minutes");
        assert_eq!(said(3 * 3600), Phrase::new("teach-ago-hours").with("count", Value::count(3)));
        assert_eq!(said(60 * 3600), Phrase::new("teach-ago-days").with("count", Value::count(2)));
    }
}
