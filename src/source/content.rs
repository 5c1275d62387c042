//! Where the built-in content is, and the reading of its files.
//!
//! **Invariant:** content is found from any working directory, and a file that is missing is named together with the
//! place where it was looked for.

use std::path::{Path, PathBuf};

/// Why content cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum ContentError {
    /// No directory holds both `assets/` and `levels/`.
    #[error(
        "no content: looked for a directory with assets/ and levels/ in {looked_in}; set FANLINE_HOME to the right one"
    )]
    NoRoot {
        /// The directories that were tried.
        looked_in: String,
    },
    /// A file or folder that the game needs is not there, or cannot be read.
    #[error("missing {kind} {path}: looked in {root} ({reason})", root = root.display())]
    Missing {
        /// `asset`, `level` or `content`, from the path's first part.
        kind: &'static str,
        /// Path below the root, with `/`.
        path: String,
        /// The content directory.
        root: PathBuf,
        /// What the system said.
        reason: String,
    },
    /// A text file holds bytes that are not UTF-8.
    #[error("{path} is not UTF-8 text: wrong byte at offset {offset}")]
    NotText {
        /// Path below the root.
        path: String,
        /// Offset of the first wrong byte.
        offset: usize,
    },
}

/// The directory that holds `assets/` and `levels/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// The directory itself.
    pub root: PathBuf,
    /// The person's own data folder, where it is known (see [`own_folder`]); it need not be there.
    pub own: Option<PathBuf>,
}

/// The person's own data folder: `FANLINE_DATA`, else the system's data folder for `fanline`.
#[must_use]
pub fn own_folder() -> Option<PathBuf> {
    let chosen = std::env::var_os("FANLINE_DATA").filter(|path| !path.is_empty()).map(PathBuf::from);
    #[cfg(not(target_arch = "wasm32"))]
    let chosen = chosen.or_else(|| directories::ProjectDirs::from("", "", "fanline").map(|dirs| dirs.data_dir().to_owned()));
    chosen
}

/// Writes a file beside the old one and puts it in its place: it is replaced whole or not at all.
///
/// # Errors
/// What the system says.
pub fn replace(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    use std::io::Write;
    let beside = path.with_extension("new");
    let mut file = std::fs::File::create(&beside)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    drop(file);
    std::fs::rename(&beside, path)
}

impl Content {
    /// Finds the content: `FANLINE_HOME` when it is set, else the nearest directory above the executable that holds
    /// both folders, else the source tree that cargo runs the program from, else the one it was built from (not the same
    /// when two checkouts share one target folder).
    ///
    /// # Errors
    /// [`ContentError::NoRoot`] names every directory tried. A `FANLINE_HOME` without content is an error, never passed over.
    pub fn find() -> Result<Self, ContentError> {
        Ok(Self { own: own_folder(), ..Self::find_root()? })
    }

    fn find_root() -> Result<Self, ContentError> {
        if let Some(home) = std::env::var_os("FANLINE_HOME") {
            return Self::at(Path::new(&home));
        }
        let executable = std::env::current_exe().ok();
        let above = executable.iter().flat_map(|path| path.ancestors().skip(1));
        let run_from = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        let built_from = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut tried = Vec::new();
        for directory in above.chain(run_from.as_deref()).chain([built_from]) {
            if holds_content(directory) {
                return Self::at(directory);
            }
            tried.push(directory.display().to_string());
        }
        Err(ContentError::NoRoot {
            looked_in: tried.join(", "),
        })
    }

    /// The content in a directory that is known.
    ///
    /// # Errors
    /// [`ContentError::NoRoot`] when it lacks `assets/` or `levels/`.
    pub fn at(root: &Path) -> Result<Self, ContentError> {
        if holds_content(root) {
            Ok(Self {
                root: root.to_owned(),
                own: None,
            })
        } else {
            Err(ContentError::NoRoot {
                looked_in: root.display().to_string(),
            })
        }
    }

    /// The place of a file below the root, e.g. `assets/anatomy/head.bin`.
    #[must_use]
    pub fn path(&self, below: &str) -> PathBuf {
        self.root.join(below)
    }

    /// The bytes of a file.
    ///
    /// # Errors
    /// [`ContentError::Missing`].
    pub fn read(&self, below: &str) -> Result<Vec<u8>, ContentError> {
        std::fs::read(self.path(below)).map_err(|error| self.missing(below, &error))
    }

    /// The text of a file, without a byte-order mark.
    ///
    /// # Errors
    /// [`ContentError::Missing`], [`ContentError::NotText`].
    pub fn read_text(&self, below: &str) -> Result<String, ContentError> {
        let text = String::from_utf8(self.read(below)?).map_err(|error| ContentError::NotText {
            path: below.to_owned(),
            offset: error.utf8_error().valid_up_to(),
        })?;
        match text.strip_prefix('\u{feff}') {
            Some(rest) => Ok(rest.to_owned()),
            None => Ok(text),
        }
    }

    /// The files of a folder (not of folders in it) whose names end in `.extension`, as paths below the root, sorted.
    ///
    /// # Errors
    /// [`ContentError::Missing`] when there is no such folder.
    pub fn list(&self, folder: &str, extension: &str) -> Result<Vec<String>, ContentError> {
        let entries =
            std::fs::read_dir(self.path(folder)).map_err(|error| self.missing(folder, &error))?;
        let suffix = format!(".{extension}");
        let mut files = Vec::new();
        for entry in entries {
            let entry = entry.map_err(|error| self.missing(folder, &error))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.ends_with(&suffix) && !name.starts_with('.') && entry.path().is_file() {
                files.push(format!("{folder}/{name}"));
            }
        }
        files.sort();
        Ok(files)
    }

    /// The names of the folders in a folder, sorted.
    ///
    /// # Errors
    /// [`ContentError::Missing`] when there is no such folder.
    pub fn folders(&self, folder: &str) -> Result<Vec<String>, ContentError> {
        let entries = std::fs::read_dir(self.path(folder)).map_err(|error| self.missing(folder, &error))?;
        let folders = entries.filter_map(Result::ok).filter(|entry| entry.path().is_dir());
        let mut names: Vec<String> = folders.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.retain(|name| !name.starts_with('.'));
        names.sort();
        Ok(names)
    }

    /// The files of a folder below the person's own one whose names end in `.extension`, sorted; none where there is no such folder.
    #[must_use]
    pub fn own_files(&self, folder: &str, extension: &str) -> Vec<PathBuf> {
        let Some(entries) = self.own.as_ref().and_then(|own| std::fs::read_dir(own.join(folder)).ok()) else { return Vec::new() };
        let paths = entries.filter_map(|entry| entry.ok().map(|entry| entry.path()));
        let mut files: Vec<_> = paths.filter(|path| path.is_file() && path.extension().is_some_and(|e| e == extension)).collect();
        files.sort();
        files
    }

    fn missing(&self, below: &str, error: &std::io::Error) -> ContentError {
        let kind = match below.split('/').next() {
            Some("assets") => "asset",
            Some("levels") => "level",
            _ => "content",
        };
        ContentError::Missing {
            kind,
            path: below.to_owned(),
            root: self.root.clone(),
            reason: error.to_string(),
        }
    }
}

fn holds_content(directory: &Path) -> bool {
    directory.join("assets").is_dir() && directory.join("levels").is_dir()
}
