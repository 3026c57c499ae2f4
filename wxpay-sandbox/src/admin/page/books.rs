//! Rows of the books, as the pages show them.

use maud::{Markup, html};
use serde::Deserialize;
use serde_json::{Map, Value};
use wxpay::prelude::Fen;

use super::frame::{Moment, Problem, Yuan};
use crate::admin::Admin;

/// A row of the books, by column name.
pub(super) struct Entry(Map<String, Value>);

/// The place at which a long table continues.
#[derive(Deserialize)]
pub(super) struct Turned {
    before: Option<i64>,
}

/// The newest rows of a table, the newest first.
pub(super) fn newest(admin: &Admin, table: &str) -> Result<Vec<Entry>, Problem> {
    before(admin, table, &Turned { before: None })
}

/// The rows that follow those of the page before.
pub(super) fn before(admin: &Admin, table: &str, turned: &Turned) -> Result<Vec<Entry>, Problem> {
    let rows = admin.office.books.rows(table, turned.before.unwrap_or(i64::MAX), SHOWN)?.ok_or(Problem::Missing)?;
    Ok(rows.into_iter().map(Entry).collect())
}

/// The rows of one merchant in which column `wanted.0` has the value `wanted.1`.
pub(super) fn of(
    admin: &Admin,
    table: &'static str,
    mchid: &str,
    wanted: (&'static str, &str),
) -> Result<Vec<Entry>, Problem> {
    Ok(admin.office.books.rows_of(table, mchid, wanted, SHOWN)?.into_iter().map(Entry).collect())
}

/// A link to older rows, if there may be any.
pub(super) fn older(entries: &[Entry], path: &str) -> Markup {
    let last = entries.last().filter(|_| entries.len() == SHOWN as usize).and_then(|last| last.number("rowid"));
    html! { @if let Some(rowid) = last { p { a rel="next" href={ (path) "?before=" (rowid) } { "Older ones" } } } }
}

impl Entry {
    /// The text of a column; empty if the column has no text.
    pub(super) fn text(&self, column: &str) -> &str {
        self.0.get(column).and_then(Value::as_str).unwrap_or_default()
    }

    /// The number of a column, if it has one.
    pub(super) fn number(&self, column: &str) -> Option<i64> {
        self.0.get(column).and_then(Value::as_i64)
    }

    /// The amount of a column, which is in fen.
    pub(super) fn yuan(&self, column: &str) -> Markup {
        html! { @if let Some(fen) = self.number(column) { (Yuan(Fen::new(fen))) } }
    }

    /// The time of a column, which is in seconds since 1970.
    pub(super) fn moment(&self, column: &str) -> Markup {
        html! { @if let Some(seconds) = self.number(column) { (Moment(seconds)) } @else { "–" } }
    }

    /// A member of the merchant's request, by its JSON pointer.
    pub(super) fn sent(&self, pointer: &str) -> &str {
        let parameters = self.0.get("parameters");
        parameters.and_then(|sent| sent.pointer(pointer)).and_then(Value::as_str).unwrap_or_default()
    }
}

/// A table with these columns, or a hint about the origin of rows if there are no rows.
pub(super) fn table<T>(entries: &[T], columns: &[&str], empty: &Markup, row: impl Fn(&T) -> Markup) -> Markup {
    html! {
        @if entries.is_empty() {
            p.empty { (empty) }
        } @else {
            table {
                @if entries.len() == SHOWN as usize { caption { (SHOWN) " of them, the newest first" } }
                thead { tr { @for column in columns { th scope="col" { (column) } } } }
                tbody { @for entry in entries { tr { (row(entry)) } } }
            }
        }
    }
}

/// Number of rows on a page.
const SHOWN: u32 = 200;
