//! A table of the books, as the pages show it.

use maud::{Markup, html};
use serde::Deserialize;
use serde_json::{Map, Value};
use wxpay::prelude::Fen;

use super::frame::{Moment, Problem, Yuan};
use crate::admin::Admin;

/// A row of the books by the names of its columns.
pub(super) struct Entry(Map<String, Value>);

/// Where a long table goes on.
#[derive(Deserialize)]
pub(super) struct Turned {
    before: Option<i64>,
}

/// The newest of a table, the newest first.
pub(super) fn newest(admin: &Admin, table: &str) -> Result<Vec<Entry>, Problem> {
    before(admin, table, &Turned { before: None })
}

/// The next ones, where the page before ended.
pub(super) fn before(admin: &Admin, table: &str, turned: &Turned) -> Result<Vec<Entry>, Problem> {
    let rows = admin.office.books.rows(table, turned.before.unwrap_or(i64::MAX), SHOWN)?.ok_or(Problem::Missing)?;
    Ok(rows.into_iter().map(Entry).collect())
}

/// A merchant's of them whose column is `wanted.1`.
pub(super) fn of(
    admin: &Admin,
    table: &'static str,
    mchid: &str,
    wanted: (&'static str, &str),
) -> Result<Vec<Entry>, Problem> {
    Ok(admin.office.books.rows_of(table, mchid, wanted, SHOWN)?.into_iter().map(Entry).collect())
}

/// The way to those that were made earlier, if there may be any.
pub(super) fn older(entries: &[Entry], path: &str) -> Markup {
    let last = entries.last().filter(|_| entries.len() == SHOWN as usize).and_then(|last| last.number("rowid"));
    html! { @if let Some(rowid) = last { p { a rel="next" href={ (path) "?before=" (rowid) } { "Older ones" } } } }
}

impl Entry {
    /// A column that is text; empty where it is not.
    pub(super) fn text(&self, column: &str) -> &str {
        self.0.get(column).and_then(Value::as_str).unwrap_or_default()
    }

    /// A column that is a number, if there is one.
    pub(super) fn number(&self, column: &str) -> Option<i64> {
        self.0.get(column).and_then(Value::as_i64)
    }

    /// An amount, in fen.
    pub(super) fn yuan(&self, column: &str) -> Markup {
        html! { @if let Some(fen) = self.number(column) { (Yuan(Fen::new(fen))) } }
    }

    /// A moment, in seconds since 1970.
    pub(super) fn moment(&self, column: &str) -> Markup {
        html! { @if let Some(seconds) = self.number(column) { (Moment(seconds)) } @else { "–" } }
    }

    /// A member of what the merchant sent, by its JSON pointer.
    pub(super) fn sent(&self, pointer: &str) -> &str {
        let parameters = self.0.get("parameters");
        parameters.and_then(|sent| sent.pointer(pointer)).and_then(Value::as_str).unwrap_or_default()
    }
}

/// A table with these columns, or a word about where its rows come from.
pub(super) fn table(entries: &[Entry], columns: &[&str], empty: &Markup, row: impl Fn(&Entry) -> Markup) -> Markup {
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

/// How many are listed.
const SHOWN: u32 = 200;
