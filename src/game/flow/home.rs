//! The person's data folder: settings, results, recordings.
//!
//! **Invariant:** a file is replaced whole or not at all; a folder that cannot be written stops nothing but the saving.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use bevy::prelude::Resource;

/// Where this person's data are: `FANLINE_DATA`, else the system's data folder.
#[derive(Resource, Clone, Debug)]
pub(super) struct Home {
    root: Option<PathBuf>,
}

impl Home {
    /// Finds the folder; it is made when something is first written.
    pub(super) fn find() -> Self {
        let chosen = std::env::var_os("FANLINE_DATA").filter(|path| !path.is_empty()).map(PathBuf::from);
        let usual = || directories::ProjectDirs::from("", "", "fanline").map(|dirs| dirs.data_dir().to_owned());
        Self { root: chosen.or_else(usual) }
    }

    /// No folder: nothing is read and nothing is kept.
    pub(super) fn nowhere() -> Self {
        Self { root: None }
    }

    /// The text of a file, if it is there and readable.
    pub(super) fn read(&self, name: &str) -> Option<String> {
        fs::read_to_string(self.root.as_ref()?.join(name)).ok()
    }

    /// Replaces a file.
    pub(super) fn write(&self, name: &str, text: &str) -> io::Result<()> {
        replace(&self.folder("")?.join(name), text.as_bytes())
    }

    /// A folder below the data folder, made if it is not there.
    pub(super) fn folder(&self, name: &str) -> io::Result<PathBuf> {
        let root = self.root.as_ref().ok_or_else(|| io::Error::other("no folder for this person's data"))?;
        let folder = if name.is_empty() { root.clone() } else { root.join(name) };
        fs::create_dir_all(&folder)?;
        Ok(folder)
    }
}

/// Writes a file beside the old one and puts it in its place.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let beside = path.with_extension("new");
    let mut file = fs::File::create(&beside)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    drop(file);
    fs::rename(&beside, path)
}
