//! The file that the books are in, or none.

use std::io::ErrorKind;
use std::path::Path;
use std::sync::Mutex;

use aws_lc_rs::digest::{SHA256, digest};
use rusqlite::{Connection, ErrorCode};

use super::{Books, SCHEMAS, STATEMENTS};
use crate::SandboxError;
use crate::directory::{keep_private, new_private};

impl Books {
    /// In that file, which is made if there is none; otherwise in memory.
    pub(crate) fn open_at(path: Option<&Path>) -> Result<Self, SandboxError> {
        let connection = match path {
            None => Connection::open_in_memory()?,
            Some(path) => kept(path)?,
        };
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        let version = version();
        let found: i32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
        if found == 0 {
            let schemas = SCHEMAS.concat();
            connection.execute_batch(&format!("BEGIN; {schemas} PRAGMA user_version = {version}; COMMIT;"))?;
        } else if found != version {
            return Err(SandboxError::Version { path: path.unwrap_or(Path::new(":memory:")).to_owned() });
        }
        Ok(Self(Mutex::new(connection)))
    }
}

/// A power cut may cost the last moments of a sandbox, and nothing else. The file is locked for as long as it is open.
fn kept(path: &Path) -> Result<Connection, SandboxError> {
    let failed = |problem: String| SandboxError::Path { path: path.to_owned(), problem };
    match new_private(path) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            keep_private(path).map_err(|error| failed(error.to_string()))?;
        }
        Err(error) => return Err(failed(error.to_string())),
        Ok(_) => {}
    }
    let connection = Connection::open(path)?;
    match connection.execute_batch(SETTINGS) {
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) => {
            Err(failed("another sandbox has it".to_owned()))
        }
        Err(error) => Err(failed(error.to_string())),
        Ok(()) => Ok(connection),
    }
}

/// Which tables the file has: another number for other tables, and never 0, which is a new file's.
fn version() -> i32 {
    let digest = digest(&SHA256, SCHEMAS.concat().as_bytes());
    let number = digest.as_ref().iter().take(4).fold(0_i32, |number, byte| (number << 8) | i32::from(*byte));
    number | 1
}

/// The empty transaction takes the lock now, and not with the first order.
const SETTINGS: &str = "
    PRAGMA locking_mode = EXCLUSIVE;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    BEGIN EXCLUSIVE;
    COMMIT;
";
