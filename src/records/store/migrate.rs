//! The database's versions: SQL files in their order.
//!
//! **Invariant:** a file that has been released is never changed; a new version is a new file and a line in [`MIGRATIONS`]. The tables of
//! a database are exactly those that its version's files make, or it is not ours.

use rusqlite::{Connection, TransactionBehavior};

/// All versions: number N is the N-th.
const MIGRATIONS: [&str; 2] = [
    include_str!("migrations/0001_learners.sql"),
    include_str!("migrations/0002_class.sql"),
];

/// "FNLN" in the file's header.
pub(super) const APPLICATION: i64 = 0x464E_4C4E;

/// The version that this program writes.
pub(super) const VERSION: i64 = MIGRATIONS.len() as i64;

/// The version of an open database.
pub(super) fn version(connection: &Connection) -> rusqlite::Result<i64> {
    connection.query_row("PRAGMA user_version", [], |row| row.get(0))
}

/// Brings a database to `to`, each step whole or not at all.
pub(super) fn migrate(connection: &mut Connection, to: i64) -> rusqlite::Result<()> {
    while version(connection)? < to {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Read inside the transaction: another program may have done it meanwhile.
        let from = version(&transaction)?;
        let next = usize::try_from(from).ok().filter(|_| from < to).and_then(|from| MIGRATIONS.get(from));
        let Some(sql) = next else { return Ok(()) };
        transaction.execute_batch(sql)?;
        transaction.execute_batch(&format!("PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {};", from + 1))?;
        transaction.commit()?;
    }
    Ok(())
}

/// Kind, name and SQL of everything in a database.
pub(super) fn schema(connection: &Connection) -> rusqlite::Result<Vec<(String, String, Option<String>)>> {
    let mut statement = connection.prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    rows.collect()
}

/// What [`schema`] gives for a database of a version.
pub(super) fn schema_of(version: i64) -> rusqlite::Result<Vec<(String, String, Option<String>)>> {
    let mut connection = Connection::open_in_memory()?;
    migrate(&mut connection, version)?;
    schema(&connection)
}
