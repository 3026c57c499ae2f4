//! The books: what was ordered and signed, in SQLite.

mod contracts;
mod orders;

pub use contracts::{ContractKind, ContractState};
pub(crate) use contracts::{PresignedContract, Presigning};
pub(crate) use orders::{OrderKey, Ordering, Payment};

use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::Connection;
use serde_json::{Map as JsonMap, Value};
use wxpay::payload::{Node, Object};

pub(crate) struct Books(Mutex<Connection>);

impl Books {
    pub(crate) fn in_memory() -> rusqlite::Result<Self> {
        let connection = Connection::open_in_memory()?;
        connection.execute_batch(&[orders::SCHEMA, contracts::SCHEMA].concat())?;
        Ok(Self(Mutex::new(connection)))
    }

    /// A statement that panicked half-way was rolled back: the books are still good.
    fn open(&self) -> MutexGuard<'_, Connection> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A request's parameters, decrypted and in one order: what "the same parameters" means.
pub(crate) fn parameters(request: &dyn Object) -> String {
    value(&Node::Object(request)).to_string()
}

fn value(node: &Node<'_>) -> Value {
    match node {
        Node::Absent | Node::Unwritable(_) => Value::Null,
        Node::Text(text) => Value::String(text.to_string()),
        Node::Choice { text, .. } => Value::String((*text).to_owned()),
        Node::Integer(number) => i64::try_from(*number).map_or_else(|_| number.to_string().into(), Value::from),
        Node::Boolean(truth) => Value::Bool(*truth),
        Node::Secret(secret) => secret.expose().or(secret.ciphertext()).into(),
        Node::Object(object) => {
            let members = object.table().fields.iter().enumerate();
            let members = members.map(|(index, field)| (field.name.to_owned(), value(&object.member(index))));
            Value::Object(members.filter(|(_, value)| !value.is_null()).collect())
        }
        Node::List(list) => (0..list.len()).map(|index| value(&list.node(index))).collect(),
        Node::Map(map) => {
            let mut members = JsonMap::new();
            map.each(&mut |key, node| {
                members.insert(key.to_owned(), value(&node));
            });
            Value::Object(members)
        }
        Node::Json(json) => json.clone().into_owned(),
    }
}
