//! The small vocabulary that every panel is written in: words, rows, cards, buttons, meters, shapes of states, icons.

mod button;
mod card;
mod field;
mod icon;
mod meter;
mod page;
mod shape;
mod words;

pub(super) use button::{Button, Kind, choice, enter_alone, one_of, ring_of_focus, tip, toggle};
pub(super) use card::{begin_at_top, card, cards, filled_card, footed_cards, height_of, keep_height, modal, place, place_on, rule, scrolled};
pub(super) use field::{Typed, field};
pub(super) use icon::{Icon, paint as paint_icon};
pub(super) use meter::{band_meter, bar, in_ring, ring, slider};
pub(super) use page::{footed_page, page};
pub(super) use shape::{badge, dashed, mark, mark_at, ribbon, state_shape, states_key, veiled};
pub(super) use words::{Words, caption, figure, key_hint, layout, layout_centred, layout_rows, row, words};
