//! The person's data folder: settings, results, recordings.
//!
//! **Invariant:** a file is replaced whole or not at all; a folder that cannot be written stops nothing but the saving.

use std::fs;
use std::io;
use std::path::PathBuf;

use bevy::prelude::Resource;

use crate::source::content::own_folder;
pub(super) use crate::source::content::replace;

/// Where this person's data are: `FANLINE_DATA`, else the system's data folder.
#[derive(Resource, Clone, Debug)]
pub(super) struct Home {
    root: Option<PathBuf>,
}

impl Home {
    /// Finds the folder; it is made when something is first written.
    pub(super) fn find() -> Self {
        Self { root: own_folder() }
    }

    /// No folder: nothing is read and nothing is kept.
    pub(super) fn nowhere() -> Self {
        Self { root: None }
    }

    /// A folder for a test.
    #[cfg(test)]
    pub(super) fn at(root: &std::path::Path) -> Self {
        Self { root: Some(root.to_owned()) }
    }

    /// The text of a file, if it is there and readable.
    pub(super) fn read(&self, name: &str) -> Option<String> {
        fs::read_to_string(self.root.as_ref()?.join(name)).ok()
    }

    /// Replaces a file.
    pub(super) fn write(&self, name: &str, text: &str) -> io::Result<()> {
        replace(&self.folder("")?.join(name), text.as_bytes())
    }

    /// Where a file or folder below the data folder is, or would be.
    pub(super) fn path(&self, name: &str) -> Option<PathBuf> {
        Some(self.root.as_ref()?.join(name))
    }

    /// A folder below the data folder, made if it is not there.
    pub(super) fn folder(&self, name: &str) -> io::Result<PathBuf> {
        let root = self.root.as_ref().ok_or_else(|| io::Error::other("no folder for this person's data"))?;
        let folder = if name.is_empty() { root.clone() } else { root.join(name) };
        fs::create_dir_all(&folder)?;
        Ok(folder)
    }
}
