//! JSON text inside of a JSON string.

use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::decode::{self, DecodeError};
use crate::payload::{Held, Kind, Node, Payload, Shape, Slot, stored};

/// A string that holds JSON text, such as `"{\"ip\":\"1.2.3.4\"}"`.
///
/// The text is written from `T` and read into it. Members of `T` keep their own rules, and the pointer of a fault leads through
/// the text, such as `/scene_info/device/ip`. For JSON of unknown form use `JsonText<serde_json::Value>`.
///
/// Nothing in the text is encrypted. A [`Sensitive`](super::Sensitive) that is a member of `T` itself fails the build; one that
/// lies deeper is refused when the request is validated.
///
/// ```
/// use std::collections::BTreeMap;
///
/// use wxpay_core::value::JsonText;
///
/// let prices: JsonText<BTreeMap<String, i64>> = wxpay_core::from_json(br#""{\"tea\": 100}""#)?;
/// assert_eq!(prices.0["tea"], 100);
///
/// type Prices = JsonText<BTreeMap<String, i64>>;
/// let wrong = wxpay_core::from_json::<Prices>(br#""{\"tea\": \"cheap\"}""#).unwrap_err();
/// assert_eq!(wrong.to_string(), "/tea is not an integer of 64 bits");
/// # Ok::<(), wxpay_core::DecodeError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[allow(clippy::exhaustive_structs)] // a wrapper, which never holds anything but its value
pub struct JsonText<T>(pub T);

impl<T> From<T> for JsonText<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

/// Reads the JSON text. Members that `T` does not know are skipped.
impl<T: Payload> FromStr for JsonText<T> {
    type Err = DecodeError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut value = T::blank();
        decode::stored(value.slot(), text.as_bytes())?;
        Ok(Self(value))
    }
}

impl<T: Payload> Payload for JsonText<T> {
    type Shape = Self;
}

impl<T: Payload> Shape for JsonText<T> {
    // A kind that a text cannot hold becomes an error on the field: `payload::fit` checks the kind there.
    const KIND: Kind = Kind::JsonText(if T::Shape::BEYOND_TEXT { &Kind::Secret } else { &T::KIND });
    const REQUIRED: bool = T::REQUIRED;

    fn blank() -> Self {
        Self(T::Shape::blank())
    }

    fn node(value: &Self) -> Node<'_> {
        match value.held() {
            Node::Absent => Node::Absent,
            _ => Node::JsonText(value),
        }
    }

    fn slot(value: &mut Self) -> Slot<'_> {
        Slot::JsonText(Box::new(T::Shape::slot(&mut value.0)))
    }
}

impl<T: Payload> Held for JsonText<T> {
    fn held(&self) -> Node<'_> {
        T::Shape::node(&self.0)
    }
}

impl<T: Payload> Serialize for JsonText<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        stored(self.node(), serializer)
    }
}

impl<'de, T: Payload> Deserialize<'de> for JsonText<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        decode::deserialize(deserializer)
    }
}
