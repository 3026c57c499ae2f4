//! All tables, as rows of JSON for the page and the API.

use rusqlite::types::ValueRef;
use rusqlite::{Row, params};
use serde_json::{Map, Value};

use super::Books;

impl Books {
    /// Number of rows of each table.
    pub(crate) fn counts(&self) -> rusqlite::Result<Vec<(String, i64)>> {
        let tables: Vec<String> = self.list(TABLES, params![], |row| row.get(0))?;
        let books = self.open();
        let count = |table: String| {
            let count = books.query_row(&format!("SELECT COUNT(*) FROM {table}"), [], |row| row.get(0))?;
            Ok((table, count))
        };
        tables.into_iter().map(count).collect()
    }

    /// Rows of a table with a `rowid` less than `before`, the newest first; `None` if the table does not exist.
    pub(crate) fn rows(
        &self,
        table: &str,
        before: i64,
        limit: u32,
    ) -> rusqlite::Result<Option<Vec<Map<String, Value>>>> {
        let tables: Vec<String> = self.list(TABLES, params![], |row| row.get(0))?;
        let Some(table) = tables.into_iter().find(|known| known == table) else { return Ok(None) };
        let query = format!("SELECT rowid, * FROM {table} WHERE rowid < ?1 ORDER BY rowid DESC LIMIT ?2");
        self.list(&query, params![before, limit], members).map(Some)
    }

    /// A merchant's rows of a table in which `column` is `value`, the newest first.
    pub(crate) fn rows_of(
        &self,
        table: &'static str,
        mchid: &str,
        (column, value): (&'static str, &str),
        limit: u32,
    ) -> rusqlite::Result<Vec<Map<String, Value>>> {
        let query =
            format!("SELECT rowid, * FROM {table} WHERE mchid = ?1 AND {column} = ?2 ORDER BY rowid DESC LIMIT ?3");
        self.list(&query, params![mchid, value, limit], members)
    }
}

/// A row by column names. A column that holds a JSON object stays an object.
fn members(row: &Row<'_>) -> rusqlite::Result<Map<String, Value>> {
    let names = row.as_ref().column_names();
    let member = |(index, name): (usize, &str)| {
        let value = match row.get_ref(index)? {
            ValueRef::Integer(number) => number.into(),
            ValueRef::Text(text) => {
                let text = String::from_utf8_lossy(text).into_owned();
                let object = if text.starts_with('{') { serde_json::from_str(&text).ok() } else { None };
                object.unwrap_or(Value::String(text))
            }
            // No column is a real or a blob.
            ValueRef::Null | ValueRef::Real(_) | ValueRef::Blob(_) => Value::Null,
        };
        Ok((name.to_owned(), value))
    };
    names.into_iter().enumerate().map(member).collect()
}

const TABLES: &str = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid";
