//! The books: orders, refunds, transfers, contracts and notifications, in SQLite.

mod contract;
mod database;
mod ledger;
mod notifications;
mod order;
mod owners;
mod refund;
mod sharing;
mod transfer;
mod view;

#[cfg(test)]
mod tests;

pub use contract::repayments::BookedRepayment;
pub(crate) use contract::repayments::{Collecting, NewRecord, NewRepayment, Record, Repayment, Scheduling};
pub(crate) use contract::{Contract, Ending, PresignedContract, Presigning};
pub use contract::{ContractKind, ContractState};
pub(crate) use notifications::Letter;
pub use notifications::{Delivery, NotificationState, SentNotification};
pub(crate) use order::combined::{ClosingAll, Combined, Combining, NewCombined};
pub use order::orders::BookedOrder;
pub(crate) use order::orders::{Closing, Reversing};
pub(crate) use order::sessions::{Payable, Session};
pub(crate) use order::{By, NewOrder, Order, OrderKey, Ordering};
pub(crate) use owners::Numbered;
pub use refund::BookedRefund;
pub(crate) use refund::Refund;
pub(crate) use refund::refunds::{NewRefund, Refunding, Resending};
pub use sharing::BookedShare;
pub(crate) use sharing::receivers::Receiver;
pub(crate) use sharing::returns::{BySharing, NewReturn, Return, Returning};
pub(crate) use sharing::sharings::{Dividing, NewShare, NewSharing, Unsplit};
pub(crate) use sharing::{Share, Sharing};
pub use transfer::BookedTransfer;
pub(crate) use transfer::authorizations::{Authorization, Authorizing, NewAuthorization};
pub(crate) use transfer::{Cancelling, NewTransfer, Transfer, Transferring};

use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension as _, Params, Row};
use serde_json::{Map as JsonMap, Value};
use wxpay::payload::{Node, Object};

pub(crate) struct Books(Mutex<Connection>);

impl Books {
    /// A statement that panicked was rolled back, so the books are still consistent.
    fn open(&self) -> MutexGuard<'_, Connection> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// All rows that `query` finds, read by `read`.
    pub(crate) fn list<T>(
        &self,
        query: &str,
        params: impl Params,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> rusqlite::Result<Vec<T>> {
        self.open().prepare_cached(query)?.query_map(params, read)?.collect()
    }
}

/// The row that `query` finds, if any.
fn one<T>(
    books: &Connection,
    query: &str,
    params: impl Params,
    read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Option<T>> {
    books.prepare_cached(query)?.query_row(params, read).optional()
}

fn write(books: &Connection, statement: &str, params: impl Params) -> rusqlite::Result<()> {
    books.prepare_cached(statement)?.execute(params).map(drop)
}

/// Reads the text that [`parameters`] wrote.
fn read_parameters(text: &str) -> rusqlite::Result<Value> {
    serde_json::from_str(text)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(error)))
}

/// The request's parameters as text: decrypted, and in the order of the declaration. Requests with equal texts have "the same
/// parameters".
pub(crate) fn parameters(request: &dyn Object) -> String {
    values(request).to_string()
}

/// The same as JSON.
pub(crate) fn values(object: &dyn Object) -> Value {
    plain(&Node::Object(object))
}

// Not a walk: this fold returns a value.
/// An object as JSON. Sensitive members are plain text if they are open, and ciphertext otherwise.
pub(crate) fn plain(node: &Node<'_>) -> Value {
    match node {
        Node::Text(text) => Value::String(text.to_string()),
        Node::Choice { text, .. } => Value::String((*text).to_owned()),
        Node::Number { text, .. } => text.parse::<i64>().ok().into(),
        Node::Integer(number) => i64::try_from(*number).map_or_else(|_| number.to_string().into(), Value::from),
        Node::Boolean(truth) => Value::Bool(*truth),
        Node::Secret(secret) => secret.expose().or(secret.ciphertext()).into(),
        Node::Object(object) => {
            let members = object.table().fields.iter().enumerate();
            let members = members.map(|(index, field)| (field.name.to_owned(), plain(&object.member(index))));
            Value::Object(members.filter(|(_, value)| !value.is_null()).collect())
        }
        Node::List(list) => (0..list.len()).map(|index| plain(&list.node(index))).collect(),
        Node::Map(map) => {
            let mut members = JsonMap::new();
            map.each(&mut |key, node| {
                members.insert(key.to_owned(), plain(&node));
            });
            Value::Object(members)
        }
        Node::Json(json) => json.clone().into_owned(),
        // The content, not the text: the order of its members and its spaces do not matter.
        Node::JsonText(text) => plain(&text.held()).to_string().into(),
        Node::File(file) => file.sha256().into(),
        // Absent members, and kinds of nodes that no request has.
        _ => Value::Null,
    }
}

const SCHEMAS: [&str; 12] = [
    order::rows::SCHEMA,
    order::combined::SCHEMA,
    order::sessions::SCHEMA,
    refund::refunds::SCHEMA,
    sharing::receivers::SCHEMA,
    sharing::sharings::SCHEMA,
    sharing::returns::SCHEMA,
    transfer::SCHEMA,
    transfer::authorizations::SCHEMA,
    contract::SCHEMA,
    contract::repayments::SCHEMA,
    notifications::SCHEMA,
];

/// More than the number of different statements.
const STATEMENTS: usize = 128;
