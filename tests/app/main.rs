//! Tests of the game: panels without a window, the scene without a screen, a person at the window.

mod audio;
mod colours;
mod debriefs;
mod offscreen;
mod panels;
mod signs;
mod window;
