//! The database of the books: a file, or memory.

use std::fs::{self, File};
use std::io::{ErrorKind, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use aws_lc_rs::digest::{SHA256, digest};
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::{Books, SCHEMAS, STATEMENTS};
use crate::error::SandboxError;
use crate::files::{keep_private, new_private};

impl Books {
    /// Opens the books in that file, which is created if it does not exist; without a path, in memory.
    pub(crate) fn open_at(path: Option<&Path>) -> Result<Self, SandboxError> {
        let connection = match path {
            None => Connection::open_in_memory()?,
            Some(path) => kept(path)?,
        };
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        match found(&connection)? {
            Found::Books => {}
            Found::Nothing => {
                let (schemas, version) = (SCHEMAS.concat(), version());
                connection.execute_batch(&format!(
                    "BEGIN; {schemas} PRAGMA application_id = {OURS}; PRAGMA user_version = {version}; COMMIT;"
                ))?;
            }
            // The file was checked before; another process has changed it in the meantime.
            Found::OtherBooks | Found::Others => {
                return Err(SandboxError::Version { path: path.unwrap_or(Path::new("")).to_owned() });
            }
        }
        Ok(Self(Mutex::new(connection)))
    }
}

/// Opens the file for writing, and locks it for as long as it is open. A power cut may lose the last changes to the books, but
/// nothing else.
fn kept(path: &Path) -> Result<Connection, SandboxError> {
    let failed = |problem: String| SandboxError::Path { path: path.to_owned(), problem };
    // SQLite does not take `file:a` and `:memory:` as file names.
    let path = &*std::path::absolute(path).map_err(|error| failed(error.to_string()))?;
    begins_alone(path).map_err(failed)?;
    match new_private(path) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            are_ours(path)?;
            for end in ["", "-wal", "-shm"] {
                match keep_private(&beside(path, end)) {
                    Err(error) if error.kind() != ErrorKind::NotFound => return Err(failed(error.to_string())),
                    _ => {}
                }
            }
        }
        Err(error) => return Err(failed(error.to_string())),
        Ok(_) => {}
    }
    let connection = Connection::open(path)?;
    connection.execute_batch(SETTINGS).map_err(|error| failed(unusable(&error)))?;
    Ok(connection)
}

/// Refuses anything but a regular file. Also refuses new books beside a leftover journal of another database: SQLite would take
/// the journal for that of the new books, and delete it.
fn begins_alone(path: &Path) -> Result<(), String> {
    let found = match fs::metadata(path) {
        Ok(found) => Some(found),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(error.to_string()),
    };
    if found.as_ref().is_some_and(|found| !found.is_file()) {
        return Err("it is not a regular file; name a regular file or a new file".to_owned());
    }
    let left = ["-wal", "-shm", "-journal"].map(|end| beside(path, end)).into_iter().find(|left| left.exists());
    match left.filter(|_| found.is_none_or(|found| found.len() == 0)) {
        Some(left) => Err(format!("`{}` exists without its database, {OVERWRITTEN}", left.display())),
        None => Ok(()),
    }
}

/// Appends `end` to the file's name.
fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    name.into()
}

/// Refuses a file that is not the books of a sandbox of this version. The file is only read.
fn are_ours(path: &Path) -> Result<(), SandboxError> {
    let failed = |problem: String| SandboxError::Path { path: path.to_owned(), problem };
    let mut begins = Vec::new();
    let file = File::open(path).and_then(|file| file.take(MAGIC.len() as u64).read_to_end(&mut begins));
    file.map_err(|error| failed(error.to_string()))?;
    if !begins.is_empty() && begins != MAGIC {
        return Err(failed(format!("it is not a database, {OVERWRITTEN}")));
    }
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    match found(&connection).map_err(|error| failed(unusable(&error)))? {
        Found::Nothing | Found::Books => Ok(()),
        Found::OtherBooks => Err(SandboxError::Version { path: path.to_owned() }),
        Found::Others => Err(failed(format!("it is another program's database, {OVERWRITTEN}"))),
    }
}

/// The content of a database.
#[derive(PartialEq, Eq)]
enum Found {
    Nothing,
    /// Books of this version.
    Books,
    /// Books of another version.
    OtherBooks,
    /// Another program's tables.
    Others,
}

fn found(connection: &Connection) -> rusqlite::Result<Found> {
    let number = |pragma| connection.pragma_query_value(None, pragma, |row| row.get::<_, i32>(0));
    let (program, found) = (number("application_id")?, number("user_version")?);
    let tables: i64 = connection.query_row("SELECT COUNT(*) FROM sqlite_schema", [], |row| row.get(0))?;
    Ok(match program {
        0 if found == 0 && tables == 0 => Found::Nothing,
        // Older sandboxes did not set `application_id`.
        0 | OURS if found == version() => Found::Books,
        OURS => Found::OtherBooks,
        _ => Found::Others,
    })
}

fn unusable(error: &rusqlite::Error) -> String {
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy) => "another sandbox is using it".to_owned(),
        _ => error.to_string(),
    }
}

/// Version of the tables, a hash of their schemas. It is never 0, which is the version of a new file.
fn version() -> i32 {
    let digest = digest(&SHA256, SCHEMAS.concat().as_bytes());
    let number = digest.as_ref().iter().take(4).fold(0_i32, |number, byte| (number << 8) | i32::from(*byte));
    number | 1
}

/// The `application_id` of books (`wxpb`).
const OURS: i32 = 0x7778_7062;
/// First bytes of every SQLite file.
const MAGIC: &[u8] = b"SQLite format 3\0";
const OVERWRITTEN: &str = "and your files are never overwritten; name a new file";

/// The empty transaction takes the lock now, instead of when the first order is written.
const SETTINGS: &str = "
    PRAGMA locking_mode = EXCLUSIVE;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    BEGIN EXCLUSIVE;
    COMMIT;
";
