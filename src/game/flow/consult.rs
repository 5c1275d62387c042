//! The consultation: what was asked and noted, and the commands that follow from the card.

use super::attempt::Attempt;
use crate::game::panels::{Phrase, consult};
use crate::session::{Command, ConsultAct, Decision, Phase};

/// What is chosen before it is decided.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Choice {
    /// Question whose answer asks for care.
    caution: Option<usize>,
    /// It is to be confirmed that the patient is not treated.
    declining: bool,
}

/// Whether the consultation is open: it is played and nothing is decided yet.
pub(super) fn open(attempt: &Attempt) -> bool {
    attempt.session.setup().phases.contains(&Phase::Consult) && attempt.session.decision().is_none()
}

/// The card, while it is open. `who` is the patient and `site` the place, in words.
pub(super) fn model(attempt: &Attempt, choice: Choice, who: &str, site: &str) -> Option<consult::Model> {
    let session = &attempt.session;
    let consultation = session.setup().consultation.as_ref().filter(|_| open(attempt))?;
    let word = |list: &str, id: &str, part: &str| Phrase::new(format!("consult-{list}-{}{part}", id.replace('_', "-")));
    let question = |(i, question): (usize, &crate::session::Question)| {
        let asked = session.asked().contains(&(i as u8));
        let yes = consultation.answer(i as u8);
        consult::Question {
            name: word("question", &question.id, "-name"),
            ask: word("question", &question.id, "-ask"),
            answer: asked.then(|| (yes, word("question", &question.id, if yes { "-yes" } else { "-no" }))),
        }
    };
    let point = |&at: &u8| {
        let id = &consultation.tables.consents[usize::from(at)].id;
        consult::Point { name: word("consent", id, "-name"), more: word("consent", id, "-more"), noted: session.noted().contains(&at) }
    };
    Some(consult::Model {
        who: who.to_owned(),
        indication: word("indication", &consultation.indication, ""),
        plan: (attempt.drill.product_title.clone(), site.to_owned()),
        questions: consultation.tables.questions.iter().enumerate().map(question).collect(),
        points: consultation.consents.iter().map(point).collect(),
        caution: choice.caution,
        declining: choice.declining,
    })
}

/// The command that an action on the card asks for; a choice only changes what is chosen.
pub(super) fn obey(attempt: &Attempt, choice: &mut Choice, action: consult::Action) -> Option<Command> {
    let consultation = attempt.session.setup().consultation.as_ref()?;
    let act = match action {
        consult::Action::Ask(index) => ConsultAct::Ask { question: u8::try_from(index).ok()? },
        consult::Action::Note(index) => ConsultAct::Consent { point: *consultation.consents.get(index)? },
        consult::Action::Caution(caution) => {
            choice.caution = caution;
            return None;
        }
        consult::Action::Declining(on) => {
            choice.declining = on;
            return None;
        }
        consult::Action::Treat => ConsultAct::Decide(match choice.caution {
            Some(index) => Decision::TreatWithCaution { question: u8::try_from(index).ok()? },
            None => Decision::Treat,
        }),
        consult::Action::Decline => ConsultAct::Decide(Decision::DoNotTreat),
        consult::Action::Menu => return None,
    };
    Some(Command::Consult(act))
}
