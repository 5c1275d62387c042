//! Opening the database: looked at before anything is written, and set aside if it cannot be used.
//!
//! **Invariant:** a file that is not ours, damaged, or of a newer program keeps every byte: it is renamed, never written to. What may
//! pass by itself (another program holds it, the disk is full, the folder may not be written) is an error and renames nothing.

use std::ffi::OsString;
use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::error::at;
use super::migrate::{self, APPLICATION, VERSION};
use super::{Store, StoreError};

/// What SQLite keeps beside a database.
const BESIDE: [&str; 4] = ["", "-wal", "-shm", "-journal"];
/// How long a call waits for another program's write.
const PATIENCE: Duration = Duration::from_secs(10);
/// Up to this size the whole file is checked when it is opened; above it all but the recordings, which have sums of their own.
const WHOLE_CHECK_BYTES: u64 = 256 << 20;

/// A database that could not be used and where it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// Where it was; a new one has been begun there.
    pub from: PathBuf,
    /// Where it is.
    pub to: PathBuf,
    /// Why.
    pub why: String,
}

impl fmt::Display for SetAside {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}: {}; it was set aside as {} and new records were begun", self.from.display(), self.why, self.to.display())
    }
}

enum Fault {
    /// It is to be set aside.
    Unusable(String),
    /// It may be well; it cannot be opened now.
    Error(StoreError),
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    name.into()
}

fn length(path: &Path) -> u64 {
    fs::metadata(path).map_or(0, |data| data.len())
}

/// Whether a file begins as every SQLite database does.
fn begins_like_one(path: &Path) -> io::Result<bool> {
    let mut begin = Vec::new();
    File::open(path)?.take(16).read_to_end(&mut begin)?;
    Ok(begin == b"SQLite format 3\0" && length(path) >= 512)
}

/// Whether an error comes from what the file holds, not from where it lies.
fn from_content(error: &rusqlite::Error) -> bool {
    let passing = [
        ErrorCode::DatabaseBusy,
        ErrorCode::DatabaseLocked,
        ErrorCode::SystemIoFailure,
        ErrorCode::CannotOpen,
        ErrorCode::PermissionDenied,
        ErrorCode::ReadOnly,
        ErrorCode::DiskFull,
        ErrorCode::OutOfMemory,
        ErrorCode::OperationInterrupted,
        ErrorCode::NoLargeFileSupport,
        ErrorCode::FileLockingProtocolFailed,
    ];
    error.sqlite_error_code().is_none_or(|code| !passing.contains(&code))
}

/// Opens the database at `path`, made if there is none.
pub(super) fn open(path: &Path) -> Result<Store, StoreError> {
    let path = &std::path::absolute(path).map_err(at(path))?;
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(at(folder))?;
    }
    match fs::metadata(path) {
        Ok(data) if !data.is_file() => {
            let got = if data.is_dir() { "a folder" } else { "no plain file" };
            return Err(StoreError::Place { path: path.clone(), got, allowed: "a database, or nothing" });
        }
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(at(path)(error)),
        _ => {}
    }
    // One program at a time looks at it: else a second could set the first one's new database aside. Where locks do not work it goes without.
    let guard = beside(path, ".opening");
    let lock = File::create(&guard).map_err(at(&guard))?;
    let _ = lock.lock();
    let mut set_aside = None;
    loop {
        match ready(path) {
            Ok(connection) => {
                let store = Store { connection, path: Some(path.clone()), set_aside };
                store.remove_old_files()?;
                store.remove_traces()?;
                return Ok(store);
            }
            Err(Fault::Unusable(why)) if set_aside.is_none() => set_aside = Some(put_aside(path, why)?),
            Err(Fault::Unusable(reason)) => return Err(StoreError::Refused { path: path.clone(), reason }),
            Err(Fault::Error(error)) => return Err(error),
        }
    }
}

fn put_aside(path: &Path, why: String) -> Result<SetAside, StoreError> {
    let taken = |to: &Path| BESIDE.iter().any(|ending| beside(to, ending).symlink_metadata().is_ok());
    let mut number = 1_u32;
    let to = loop {
        let to = beside(path, &format!(".damaged-{number}"));
        if !taken(&to) {
            break to;
        }
        number += 1;
    };
    for ending in BESIDE {
        let (from, to) = (beside(path, ending), beside(&to, ending));
        if from.symlink_metadata().is_ok() {
            fs::rename(&from, to).map_err(at(from))?;
        }
    }
    Ok(SetAside { from: path.to_owned(), to, why })
}

/// What holds for every connection, from a stranger's file too: nothing in the schema runs, nothing leaves memory but to the database.
pub(super) fn guarded(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(PATIENCE)?;
    for (config, on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_ATTACH_CREATE, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_ATTACH_WRITE, false),
    ] {
        connection.set_db_config(config, on)?;
    }
    connection.execute_batch("PRAGMA mmap_size = 0; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;")
}

/// What holds while it is written: on the disk when a call returns, and nothing that was deleted stays readable.
pub(super) fn lasting(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;")
}

fn ready(path: &Path) -> Result<Connection, Fault> {
    let failed = |source: rusqlite::Error| Fault::Error(StoreError::Open { path: path.to_owned(), source });
    let judged = |source: rusqlite::Error| match from_content(&source) {
        true => Fault::Unusable(format!("it is damaged: {source}")),
        false => failed(source),
    };
    // SQLite would throw a log away whose database is empty.
    if length(path) == 0 && (length(&beside(path, "-wal")) > 0) {
        return Err(Fault::Unusable("it is damaged: its log is there, its tables are not".to_owned()));
    }
    // SQLite would take a file of a few bytes for an empty database and write over it.
    if length(path) > 0 && length(&beside(path, "-journal")) == 0 && !begins_like_one(path).map_err(|error| Fault::Error(at(path)(error)))? {
        return Err(Fault::Unusable("it is damaged: not a database".to_owned()));
    }
    // No `file:` addresses: a name is a name.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(path, flags).map_err(judged)?;
    // Until it is known to be ours, closing it must not write to it.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true).map_err(failed)?;
    guarded(&connection).map_err(judged)?;
    if let Some(why) = fault(&connection, length(path)).map_err(judged)? {
        return Err(Fault::Unusable(why));
    }
    let mode: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0)).map_err(failed)?;
    if mode != "wal" {
        let source = io::Error::other(format!("no write-ahead log there, it stays {mode}"));
        return Err(Fault::Error(StoreError::File { path: path.to_owned(), source }));
    }
    lasting(&connection).map_err(failed)?;
    migrate::migrate(&mut connection, VERSION).map_err(failed)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false).map_err(failed)?;
    Ok(connection)
}

/// Why a database cannot be used, if so; nothing is written.
pub(super) fn fault(connection: &Connection, bytes: u64) -> rusqlite::Result<Option<String>> {
    let number = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, i64>(0));
    let (application, version) = (number("PRAGMA application_id")?, migrate::version(connection)?);
    let things = number("SELECT count(*) FROM sqlite_schema")?;
    if application == 0 && version == 0 && things == 0 {
        return Ok(None);
    }
    if application != APPLICATION {
        return Ok(Some("it is another program's database".to_owned()));
    }
    if version > VERSION {
        return Ok(Some(format!("a newer Fanline made it: version {version}, allowed: up to {VERSION}")));
    }
    let wanted = migrate::schema_of(version)?;
    if things != wanted.len() as i64 || number("SELECT coalesce(sum(octet_length(type) + octet_length(name) + coalesce(octet_length(sql), 0)), 0) FROM sqlite_schema")? > 1 << 20 || migrate::schema(connection)? != wanted {
        return Ok(Some("it is damaged: its tables are not those of its version".to_owned()));
    }
    let whole = bytes <= WHOLE_CHECK_BYTES;
    let tables = wanted.iter().filter(|(kind, name, _)| kind == "table" && name != "recordings" && !name.starts_with("sqlite_"));
    let checks: Vec<String> = match whole {
        true => vec!["PRAGMA quick_check(1)".to_owned()],
        false => tables.map(|(_, name, _)| format!("PRAGMA quick_check({name})")).collect(),
    };
    for check in checks {
        let said: String = connection.query_row(&check, [], |row| row.get(0))?;
        if said != "ok" {
            return Ok(Some(format!("it is damaged: {said}")));
        }
    }
    let mut orphans = connection.prepare("PRAGMA foreign_key_check")?;
    Ok(orphans.exists([])?.then(|| "it is damaged: rows of nobody".to_owned()))
}
