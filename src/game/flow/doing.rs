//! The acts that have a button.

use super::Flow;
use super::attempt::Attempt;
use super::{bench, consult};
use super::hud::cannula_name;
use super::other_hand::OtherHand;
use crate::game::input::{Action, Hands};
use crate::game::panels::Phrase;
use crate::game::panels::procedure::Act;
use crate::lang::Value;
use crate::session::{BenchAct, CareAct, Command, Drug, Phase};

/// Time of a stroke that stirs the filled syringe, s.
pub(super) const STIR_S: f64 = 1.0;

/// An act that has a button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doing {
    MarksDone,
    Wipe,
    MarkAgain,
    Inspect,
    Disinfect,
    Entry,
    Take,
    LayDown,
    Stretch,
    Massage,
    Stir,
    NextEntry,
    ChangeCannula,
    OtherInstrument,
    PressSkin,
    Hyaluronidase,
    Thiosulfate,
    Finish,
}

impl Doing {
    /// What can be done now.
    pub(super) fn possible(attempt: &Attempt) -> Vec<Self> {
        let none = attempt.session.entries().is_empty();
        let mut list = Vec::new();
        // The consultation and the bench have acts of their own.
        if consult::open(attempt) || bench::open(attempt) {
            return list;
        }
        if attempt.drawing() {
            list.push(Self::MarksDone);
            if attempt.has_marks() {
                list.push(Self::Wipe);
            }
            return list;
        }
        if attempt.to_do(Phase::Disinfect) {
            list.push(Self::Disinfect);
        }
        if none {
            list.push(Self::Entry);
            if other_instrument(attempt).is_some() {
                list.push(Self::OtherInstrument);
            }
            if attempt.may_mark() {
                list.push(Self::MarkAgain);
            }
        } else {
            list.push(if attempt.held { Self::LayDown } else { Self::Take });
            list.push(Self::Stretch);
            if attempt.session.is_warned() {
                // What a sign of a blocked artery asks for takes the place of what the drill went on with.
                list.push(Self::PressSkin);
                if !attempt.inserted() {
                    list.extend([Self::Hyaluronidase, Self::Thiosulfate, Self::Finish]);
                }
                return list;
            }
            if !attempt.inserted() {
                if !attempt.session.layings().is_empty() {
                    list.push(Self::Massage);
                    if attempt.session.setup().phases.contains(&Phase::Inspect) && !attempt.massaging() {
                        list.push(Self::Inspect);
                    }
                }
                if attempt.session.setup().phases.contains(&Phase::Prepare) {
                    list.push(Self::Stir);
                }
                if attempt.session.entries().len() > 1 {
                    list.push(Self::NextEntry);
                }
                if attempt.session.syringe().is_jammed() {
                    list.push(Self::ChangeCannula);
                }
                list.push(Self::Finish);
            }
        }
        list
    }

    /// Its button.
    pub(super) fn button(self, attempt: &Attempt, primary: bool) -> Act {
        let id = match self {
            Self::MarksDone if !attempt.has_marks() => "hint-act-no-marks",
            Self::MarksDone => "hint-act-marks-done",
            Self::Wipe => "hint-act-wipe",
            Self::MarkAgain => "hint-act-mark-again",
            Self::Inspect => "hint-act-inspect",
            Self::Disinfect => "hint-act-disinfect",
            Self::Entry => "hint-act-entry",
            Self::Take => "hint-act-take",
            Self::LayDown => "hint-act-lay-down",
            Self::Stretch if attempt.other == OtherHand::Stretch => "hint-act-let-go",
            Self::Stretch => "hint-act-stretch",
            Self::Massage if attempt.massaging() => "hint-act-massage-end",
            Self::Massage => "hint-act-massage",
            Self::Stir => "hint-act-stir",
            Self::NextEntry => "hint-act-next-entry",
            Self::ChangeCannula => "hint-act-change-cannula",
            Self::OtherInstrument => "hint-act-other-instrument",
            Self::PressSkin => "hint-act-press-skin",
            Self::Hyaluronidase => "hint-act-hyaluronidase",
            Self::Thiosulfate => "hint-act-thiosulfate",
            Self::Finish => "hint-act-finish",
        };
        // Nobody is urged on past marks that were not made.
        let primary = primary && (self != Self::MarksDone || attempt.has_marks());
        let mut label = Phrase::new(id);
        if self == Self::OtherInstrument
            && let Some((_, name)) = other_instrument(attempt)
        {
            label = label.with("cannula", Value::text(name));
        }
        Act { label, tip: Phrase::new(format!("{id}-tip")), key: self.action(), primary }
    }

    /// What it is bound to.
    fn action(self) -> Option<Action> {
        Some(match self {
            Self::MarksDone => Action::MarksDone,
            Self::Wipe => Action::Wipe,
            Self::MarkAgain => return None,
            Self::Inspect => Action::Inspect,
            Self::Disinfect => Action::Disinfect,
            Self::Entry => Action::Entry,
            Self::Take | Self::LayDown => Action::Take,
            Self::Stretch => Action::Stretch,
            Self::Massage => Action::Massage,
            Self::Stir => Action::Stir,
            Self::NextEntry => Action::NextEntry,
            Self::ChangeCannula | Self::OtherInstrument | Self::PressSkin | Self::Hyaluronidase | Self::Thiosulfate => return None,
            Self::Finish => Action::Finish,
        })
    }
}

/// The next of the allowed instruments after the one in hand, by its index, with its name; none where there is no other.
fn other_instrument(attempt: &Attempt) -> Option<(u8, String)> {
    let setup = attempt.session.setup();
    let count = setup.instruments.len();
    let here = setup.instruments.iter().position(|tube| *tube == setup.tube)?;
    let next = (here + 1) % count;
    (next != here).then(|| (next as u8, cannula_name(&setup.instruments[next])))
}

impl Flow {
    /// Does an act.
    pub(super) fn doing(&mut self, doing: Doing, hands: &mut Hands) {
        let Some(attempt) = &mut self.attempt else { return };
        match doing {
            Doing::MarksDone => attempt.take_pen(false),
            Doing::Wipe => attempt.wipe(),
            Doing::MarkAgain => attempt.take_pen(true),
            Doing::Inspect => attempt.inspect(hands),
            Doing::Disinfect => hands.latch(Command::Disinfect),
            Doing::Entry => hands.latch(attempt.entry_command()),
            Doing::Take => attempt.take_up(),
            Doing::LayDown => attempt.held = false,
            Doing::Stretch => attempt.toggle_stretch(),
            Doing::Massage => attempt.toggle_massage(),
            Doing::Stir => hands.latch(Command::Bench(BenchAct::stroke(STIR_S))),
            Doing::NextEntry => attempt.next_entry(),
            Doing::ChangeCannula => hands.latch(Command::Bench(BenchAct::ChangeCannula)),
            Doing::OtherInstrument => {
                if let Some((instrument, _)) = other_instrument(attempt) {
                    hands.latch(Command::Bench(BenchAct::Take { instrument }));
                }
            }
            Doing::PressSkin => hands.latch(Command::Care(CareAct::PressSkin)),
            Doing::Hyaluronidase => hands.latch(Command::Care(CareAct::Give(Drug::Hyaluronidase))),
            Doing::Thiosulfate => hands.latch(Command::Care(CareAct::Give(Drug::Thiosulfate))),
            Doing::Finish => hands.latch(Command::Finish),
        }
    }
}
