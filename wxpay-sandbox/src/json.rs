//! JSON of answers.

use serde_json::Value;
use wxpay::prelude::DateTime;

/// A time in the format of answers.
pub(crate) fn time(seconds: i64) -> Value {
    DateTime::from_unix_timestamp(seconds).map_or(Value::Null, |time| Value::from(time.to_string()))
}

/// Removes the members that are null: an absent member is not sent.
pub(crate) fn present(mut object: Value) -> Value {
    if let Some(members) = object.as_object_mut() {
        members.retain(|_, value| !value.is_null());
    }
    object
}
