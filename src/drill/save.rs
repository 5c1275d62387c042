//! Saving a drill as a file, whole or not at all.

use std::path::{Path, PathBuf};

use super::RawDrill;
use crate::anatomy::ReadyPatient;
use crate::source::content;

/// Why a drill was not saved.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// Its name cannot be a file's.
    #[error("id: got \"{got}\", allowed: small letters, digits and hyphens, at most 60")]
    Id {
        /// The name.
        got: String,
    },
    /// The system refused.
    #[error("{}: {error}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: std::io::Error,
    },
}

impl RawDrill {
    /// Writes it to `<id>.ron` in a folder, which is made where it is not there; an older file of that name is replaced whole.
    /// Nothing is checked but the name: [`RawDrill::drill`] says whether it can be played.
    ///
    /// # Errors
    /// [`SaveError`]; the older file is then as it was.
    pub fn save(&self, folder: &Path) -> Result<PathBuf, SaveError> {
        if !ReadyPatient::is_id(&self.id) || self.id.len() > 60 {
            return Err(SaveError::Id { got: self.id.clone() });
        }
        let path = folder.join(format!("{}.ron", self.id));
        let written = std::fs::create_dir_all(folder).and_then(|()| content::replace(&path, self.to_ron().as_bytes()));
        written.map(|()| path.clone()).map_err(|error| SaveError::File { path, error })
    }
}
