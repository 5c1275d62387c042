//! Letters to choose from, for a person who has a gamepad and no keyboard: a board of keys, one of them chosen.
//!
//! **Invariant:** the chosen key is always one of the board.

use bevy::prelude::Resource;

/// What a key of the board does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Writes this letter.
    Letter(char),
    /// Capital letters, or small ones again.
    Capitals,
    /// Writes a space.
    Space,
    /// Takes the letter before the cursor away.
    Erase,
    /// Puts the board away.
    Done,
}

/// The letters, row by row. As many in each, so that up and down stay in their column; the languages of the program are covered.
const ROWS: [&str; 5] = ["1234567890@", "qwertyuiop-", "asdfghjklñ.", "zxcvbnm,¿?!", "áéíóúü:/+%="];
/// The last row: wide keys.
const WIDE: [Key; 4] = [Key::Capitals, Key::Space, Key::Erase, Key::Done];

/// A way on the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// A row up.
    Up,
    /// A row down.
    Down,
    /// A key to the left.
    Left,
    /// A key to the right.
    Right,
}

/// The board, while it is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Board {
    row: usize,
    column: usize,
    capitals: bool,
}

impl Board {
    /// The rows of keys from the top.
    #[must_use]
    pub fn rows(&self) -> Vec<Vec<Key>> {
        let capital = |c: char| if self.capitals { c.to_uppercase().next().unwrap_or(c) } else { c };
        let letters = ROWS.iter().map(|row| row.chars().map(|c| Key::Letter(capital(c))).collect());
        letters.chain([WIDE.to_vec()]).collect()
    }

    /// The chosen key: its row and its place in it.
    #[must_use]
    pub fn place(&self) -> (usize, usize) {
        let across = ROWS[0].chars().count();
        (self.row, if self.row == ROWS.len() { self.column * WIDE.len() / across } else { self.column })
    }

    /// What the chosen key does.
    #[must_use]
    pub fn key(&self) -> Key {
        let (row, column) = self.place();
        self.rows()[row][column]
    }

    /// Whether letters are capitals.
    #[must_use]
    pub fn capitals(&self) -> bool {
        self.capitals
    }

    /// Chooses the next key that way; beyond the edge it comes in again at the other side.
    pub fn step(&mut self, way: Way) {
        let (rows, across) = (ROWS.len() + 1, ROWS[0].chars().count());
        match way {
            Way::Up => self.row = (self.row + rows - 1) % rows,
            Way::Down => self.row = (self.row + 1) % rows,
            Way::Left | Way::Right if self.row == ROWS.len() => {
                let (_, at) = self.place();
                let next = (at + if way == Way::Left { WIDE.len() - 1 } else { 1 }) % WIDE.len();
                self.column = (next * across).div_ceil(WIDE.len());
            }
            Way::Left => self.column = (self.column + across - 1) % across,
            Way::Right => self.column = (self.column + 1) % across,
        }
    }

    /// Changes between capitals and small letters.
    pub fn shift(&mut self) {
        self.capitals = !self.capitals;
    }
}

/// The board, where it is open.
#[derive(Resource, Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Letters(pub(crate) Option<Board>);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_can_be_reached_and_the_way_back_is_the_way() {
        let mut seen = Vec::new();
        let mut board = Board::default();
        for _ in 0..=ROWS.len() {
            for _ in 0..ROWS[0].chars().count() {
                assert!(board.rows()[board.place().0].get(board.place().1).is_some());
                if !seen.contains(&board.key()) {
                    seen.push(board.key());
                }
                let (before, key) = (board.clone(), board.key());
                board.step(Way::Right);
                board.step(Way::Left);
                assert_eq!(board.key(), key, "{before:?}");
                board.step(Way::Right);
            }
            board.step(Way::Down);
        }
        assert_eq!(seen.len(), ROWS.iter().map(|row| row.chars().count()).sum::<usize>() + WIDE.len());
        assert!(ROWS.iter().all(|row| row.chars().count() == ROWS[0].chars().count()));
    }

    #[test]
    fn capitals_are_those_of_the_letters() {
        let mut board = Board::default();
        board.step(Way::Down);
        assert_eq!(board.key(), Key::Letter('q'));
        board.shift();
        assert_eq!(board.key(), Key::Letter('Q'));
        board.step(Way::Up);
        assert_eq!(board.key(), Key::Letter('1'));
    }
}
