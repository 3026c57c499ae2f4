//! A table of the books, as the pages show it.

use maud::{Markup, html};
use serde_json::{Map, Value};
use wxpay::prelude::Fen;

use super::frame::{Moment, Problem, Yuan};
use crate::Shared;

/// A row of the books by the names of its columns.
pub(super) struct Entry(Map<String, Value>);

/// The newest of a table, the newest first.
pub(super) fn newest(shared: &Shared, table: &str) -> Result<Vec<Entry>, Problem> {
    let rows = shared.books.rows(table, i64::MAX, SHOWN)?.ok_or(Problem::Missing)?;
    Ok(rows.into_iter().map(Entry).collect())
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
                @if entries.len() == SHOWN as usize { caption { "The newest " (SHOWN) } }
                thead { tr { @for column in columns { th scope="col" { (column) } } } }
                tbody { @for entry in entries { tr { (row(entry)) } } }
            }
        }
    }
}

/// How many are listed.
const SHOWN: u32 = 200;
