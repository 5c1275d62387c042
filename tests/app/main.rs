//! Tests of the game: panels without a window, the scene without a screen.

mod offscreen;
mod panels;
