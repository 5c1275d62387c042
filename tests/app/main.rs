//! Tests of the game: panels without a window, the scene without a screen.

mod panels;
