//! Lines on stdout.

use std::fmt::Arguments;
use std::io::{ErrorKind, Write};

/// Writes a line to stdout. A reader that has seen enough (`| head`) ends the program as it would any other; where nothing
/// can be written at all, the exit code is 1.
pub(super) fn line(text: Arguments) {
    let mut out = std::io::stdout().lock();
    if let Err(error) = out.write_fmt(text).and_then(|()| out.write_all(b"\n")) {
        std::process::exit(i32::from(error.kind() != ErrorKind::BrokenPipe));
    }
}

/// Says a line on stdout, written as for `format!`.
macro_rules! say {
    ($($text:tt)*) => { $crate::cli::say::line(format_args!($($text)*)) };
}
pub(super) use say;
