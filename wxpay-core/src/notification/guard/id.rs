//! The ID by which a notification is guarded, and which no other merchant's notification has.

use std::borrow::Cow;
use std::fmt;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;

use crate::notification::Notification;

impl<R> Notification<R> {
    /// The ID with which [`once`](super::once) guards the notification: its receiver, and its own [`id`](Self::id). A repetition
    /// has the same.
    #[must_use]
    pub fn guard_id(&self) -> String {
        joined(&[&*self.receiver, &self.id])
    }

    /// The ID of an event that may be notified under several IDs: the receiver, the other merchants that the resource names (in
    /// partner mode the sub-merchant), the event type, and a business number. `number` is that of the object of the event, such
    /// as `out_trade_no` for an order and `out_refund_no` for a refund.
    ///
    /// A business number alone is not enough, since another merchant may use the same.
    #[must_use]
    pub fn guard_id_of(&self, number: &str) -> String {
        let Merchants(mut others) = Merchants::of(self.plaintext());
        others.retain(|merchant| *merchant != self.receiver);
        joined(&[&*self.receiver, &joined(&others), &self.event_type, number])
    }
}

/// Joins a list to one text. Different lists give different texts.
fn joined(parts: &[impl AsRef<str>]) -> String {
    let encoded = parts.iter().map(|part| utf8_percent_encode(part.as_ref(), RESERVED).to_string());
    encoded.collect::<Vec<_>>().join(":")
}

/// The merchants that a resource names at its top level.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Merchants(Vec<String>);

impl Merchants {
    /// Reads them from the JSON; an empty list if it is not an object.
    fn of(json: &[u8]) -> Self {
        serde_json::from_slice(json).unwrap_or_default()
    }
}

/// Reads no other members, so that they are not copied. The merchants are in the order of [`NAMES`], whatever their order in the
/// JSON.
impl<'de> Deserialize<'de> for Merchants {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Members;

        impl<'de> Visitor<'de> for Members {
            type Value = [Option<String>; NAMES.len()];

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
                let mut found = Self::Value::default();
                while let Some(name) = members.next_key::<Cow<'_, str>>()? {
                    match NAMES.iter().position(|known| *known == name).and_then(|place| found.get_mut(place)) {
                        Some(place) => *place = text(members.next_value()?),
                        None => drop(members.next_value::<IgnoredAny>()?),
                    }
                }
                Ok(found)
            }
        }

        let found = deserializer.deserialize_map(Members)?;
        Ok(Self(found.into_iter().flatten().collect()))
    }
}

/// Merchant numbers are texts in most products, and JSON numbers in some.
fn text(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text).filter(|text| !text.is_empty()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

const NAMES: [&str; 6] = ["mchid", "mch_id", "sp_mchid", "sub_mchid", "sub_mch_id", "brand_id"];
/// The characters to encode: those that business numbers cannot have, such as the colon, which separates the parts.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'|').remove(b'*');

#[cfg(test)]
mod tests {
    use super::*;

    fn notification(receiver: &str, event_type: &str, json: &str) -> Notification<()> {
        Notification {
            id: "EV-1".into(),
            create_time: None,
            event_type: event_type.into(),
            summary: None,
            original_type: None,
            receiver: receiver.into(),
            plaintext: crate::notification::Plaintext(json.as_bytes().to_vec().into()),
            resource: (),
        }
    }

    #[test]
    fn each_part_makes_another_id_and_nothing_else_does() {
        let paid = "TRANSACTION.SUCCESS";
        let direct = r#"{"mchid":"1900000001","payer":{"sub_mchid":"9"}}"#;
        let partner = |sub: &str| format!(r#"{{"sub_mchid":{sub},"sp_mchid":"1900000001","x":[]}}"#);
        let cases = [
            ("1900000001", paid, direct.to_owned(), "20260101000001"),
            ("1900000002", paid, direct.to_owned(), "20260101000001"),
            ("1900000001", "TRANSACTION.FAIL", direct.to_owned(), "20260101000001"),
            ("1900000001", paid, direct.to_owned(), "20260101000002"),
            ("1900000001", paid, partner("\"1900000109\""), "20260101000001"),
            ("1900000001", paid, partner("\"1900000110\""), "20260101000001"),
            ("1900000001", paid, partner("\"1900000110:a\""), "20260101000001"),
            ("1900000001", paid, direct.to_owned(), "a:20260101000001"),
            ("1900000001", "a:b", direct.to_owned(), "c"),
            ("1900000001", "a", direct.to_owned(), "b:c"),
            ("1900000001", "a%3Ab", direct.to_owned(), "c"),
        ];
        let ids = cases.map(|(receiver, event, json, number)| notification(receiver, event, &json).guard_id_of(number));
        for (index, id) in ids.iter().enumerate() {
            assert!(!ids[..index].contains(id), "{id}");
        }
        assert_eq!(ids[0], "1900000001::TRANSACTION.SUCCESS:20260101000001");
        assert_eq!(ids[4], "1900000001:1900000109:TRANSACTION.SUCCESS:20260101000001");
        let number = notification("1900000001", paid, &partner("1900000109")).guard_id_of("20260101000001");
        assert_eq!(number, ids[4], "a number is a number");
        let reordered = r#"{"sp_mchid":"1900000001","sub_mchid":"1900000109"}"#;
        assert_eq!(notification("1900000001", paid, reordered).guard_id_of("20260101000001"), ids[4]);
    }

    #[test]
    fn one_id_of_two_merchants_is_two() {
        let ids = ["1900000001", "1900000002"].map(|receiver| notification(receiver, "e", "[]").guard_id());
        assert_eq!(ids, ["1900000001:EV-1", "1900000002:EV-1"]);
    }
}
