//! The core, one module per room.

mod source;
