//! Why a command failed.

use std::path::PathBuf;

/// An error that ends a command with exit code 1.
#[derive(Debug, thiserror::Error)]
pub enum CliError {
    /// Content is missing.
    #[error(transparent)]
    Content(#[from] crate::source::ContentError),
    /// The library of installed content cannot be opened.
    #[error(transparent)]
    Library(#[from] crate::drill::LibraryError),
    /// A content file is wrong.
    #[error("{0}")]
    Problems(#[from] crate::source::Problems),
    /// The quizzes cannot be read.
    #[error(transparent)]
    Quiz(#[from] crate::quiz::QuizError),
    /// The words cannot be read.
    #[error(transparent)]
    Lang(#[from] crate::lang::LangError),
    /// A file cannot be read or written.
    #[error("{}: {source}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A scan's file breaks its format's rules.
    #[error(transparent)]
    ScanFile(#[from] crate::anatomy::scan::ReadError),
    /// A scan is refused as a patient.
    #[error(transparent)]
    Scan(#[from] crate::anatomy::scan::ImportError),
    /// A recording is refused.
    #[error("{}: {source}", path.display())]
    Recording {
        /// The file.
        path: PathBuf,
        /// Why.
        source: crate::session::recording::RecordingError,
    },
    /// A recording of a drill whose content has changed, or of another engine.
    #[error("{}: {reason}", path.display())]
    Refused {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// An argument has a value that is not allowed.
    #[error("{name}: got {got}, allowed: {allowed}")]
    Argument {
        /// Argument.
        name: &'static str,
        /// Value.
        got: String,
        /// What is allowed.
        allowed: String,
    },
    /// A product is not in the catalogue, or its dilution cannot be read.
    #[error(transparent)]
    Product(#[from] crate::product::PreparationError),
    /// A site lacks what was asked for.
    #[error(transparent)]
    Site(#[from] crate::anatomy::SiteError),
    /// The records cannot be opened, read or written.
    #[error(transparent)]
    Store(#[from] crate::records::store::StoreError),
    /// The learning record store cannot be used.
    #[error(transparent)]
    Endpoint(#[from] crate::records::outbox::EndpointError),
    /// The learning record store cannot be read.
    #[error(transparent)]
    Pull(#[from] crate::records::outbox::PullError),
    /// The HTML report cannot be made.
    #[error(transparent)]
    Report(#[from] crate::records::ReportError),
    /// Writing to stdout failed.
    #[error("output: {0}")]
    Output(std::io::Error),
}

/// Gives an I/O error the file it happened to.
pub(super) fn at(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> CliError {
    let path = path.into();
    move |source| CliError::File { path, source }
}
