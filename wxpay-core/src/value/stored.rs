//! serde for single values in their form on the wire: for an application's own structs.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{CompactDate, CompactDateTime, Date, DateTime, Fen, FenText, IntText};
use crate::decode;
use crate::payload::{Payload, stored};

macro_rules! as_in_a_message {
    ($($value:ident)*) => {$(
        impl Serialize for $value {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                stored(self.node(), serializer)
            }
        }

        impl<'de> Deserialize<'de> for $value {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                decode::deserialize(deserializer)
            }
        }
    )*};
}

as_in_a_message!(CompactDate CompactDateTime Date DateTime Fen FenText IntText);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_stored_as_a_message_has_them() {
        let values = (
            Fen::new(7),
            FenText::new(7),
            IntText::new(7),
            Date::new(2018, 6, 8).unwrap(),
            CompactDate::new(2018, 6, 8).unwrap(),
            DateTime::parse("2018-06-08T10:34:56+08:00").unwrap(),
            CompactDateTime::parse("20180608103456").unwrap(),
        );
        let text = r#"[7,"7","7","2018-06-08","20180608","2018-06-08T10:34:56+08:00","20180608103456"]"#;
        assert_eq!(serde_json::to_string(&values).unwrap(), text);
        assert_eq!(serde_json::from_str::<(Fen, FenText, IntText, Date, _, _, _)>(text).unwrap(), values);
    }

    #[test]
    fn what_a_message_would_not_have_is_refused() {
        assert!(serde_json::from_str::<Fen>("\"7\"").is_err());
        assert!(serde_json::from_str::<IntText>("7").is_err());
        let error = serde_json::from_str::<Date>("\"2018-6-8\"").unwrap_err();
        assert_eq!(error.to_string(), "the body is not a date such as `2018-06-08`");
    }
}
