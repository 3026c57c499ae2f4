//! Compares a verified answer with the members that it has to repeat.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::Echo;

/// An answer that is about something else.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Different {
    pub(crate) member: String,
    pub(crate) sent: String,
    pub(crate) received: String,
}

impl Echo {
    fn differs_from(&self, received: String) -> Different {
        Different { member: self.member.clone().into_owned(), sent: self.sent.clone(), received }
    }

    fn is_repeated_by(&self, found: &Found) -> bool {
        match found {
            Found::Nothing => true,
            Found::Text(text) => text.is_empty() || *text == self.sent,
            Found::Integer(value) => self.integer && value.to_string() == self.sent,
            Found::Other(_) => false,
        }
    }
}

/// Compares a verified `body` with the request. It compares the JSON itself, not the part that a struct keeps of it. A body
/// that is not a JSON object cannot be compared and counts as different; an empty one does not.
pub(crate) fn compare(echoes: &[Echo], body: &[u8]) -> Result<(), Different> {
    let Some(first) = echoes.first().filter(|_| !body.trim_ascii().is_empty()) else { return Ok(()) };
    let (mut json, mut different) = (serde_json::Deserializer::from_slice(body), None);
    let read = Answer { echoes, different: &mut different }.deserialize(&mut json).and_then(|()| json.end());
    match (different, read) {
        (Some(different), _) => Err(different),
        (None, Ok(())) => Ok(()),
        (None, Err(_)) => Err(first.differs_from("something that is not a JSON object".to_owned())),
    }
}

/// Searches the top level of an answer for echoes.
struct Answer<'a> {
    echoes: &'a [Echo],
    different: &'a mut Option<Different>,
}

impl<'de> DeserializeSeed<'de> for Answer<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Answer<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        while let Some(echo) = members.next_key_seed(Name(self.echoes))? {
            let Some(echo) = echo else {
                members.next_value::<IgnoredAny>()?;
                continue;
            };
            let found: Found = members.next_value()?;
            if self.different.is_none() && !echo.is_repeated_by(&found) {
                *self.different = Some(echo.differs_from(found.to_string()));
            }
        }
        Ok(())
    }
}

/// A member's name, looked up without a copy.
struct Name<'a>(&'a [Echo]);

impl<'de, 'a> DeserializeSeed<'de> for Name<'a> {
    type Value = Option<&'a Echo>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'a> Visitor<'_> for Name<'a> {
    type Value = Option<&'a Echo>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member's name")
    }

    fn visit_str<E>(self, name: &str) -> Result<Self::Value, E> {
        Ok(self.0.iter().find(|echo| echo.member == name))
    }
}

/// The value found in an answer in place of an echo.
enum Found {
    Nothing,
    Text(String),
    Integer(i128),
    /// A value of another type, in words.
    Other(&'static str),
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing => f.write_str("nothing"),
            Self::Text(text) => f.write_str(text),
            Self::Integer(value) => write!(f, "{value} (a number)"),
            Self::Other(kind) => f.write_str(kind),
        }
    }
}

impl<'de> serde::Deserialize<'de> for Found {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Value)
    }
}

struct Value;

impl<'de> Visitor<'de> for Value {
    type Value = Found;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Found, E> {
        Ok(Found::Nothing)
    }

    fn visit_str<E>(self, text: &str) -> Result<Found, E> {
        Ok(Found::Text(text.to_owned()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Found, E> {
        Ok(Found::Integer(i128::from(value)))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Found, E> {
        Ok(Found::Integer(i128::from(value)))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Found, E> {
        Ok(Found::Other("a fraction"))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Found, E> {
        Ok(Found::Other("a boolean"))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Found, A::Error> {
        while elements.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Found::Other("an array"))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Found, A::Error> {
        while members.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Found::Other("an object"))
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;

    fn echoes() -> [Echo; 2] {
        [("sub_mchid", "19", true), ("out_refund_no", "R1", false)].map(|(member, sent, integer)| Echo {
            member: Cow::Borrowed(member),
            sent: sent.to_owned(),
            integer,
            number: !integer,
        })
    }

    fn different(body: &str) -> Option<&'static str> {
        let different = compare(&echoes(), body.as_bytes()).err()?;
        ["sub_mchid", "out_refund_no"].into_iter().find(|member| *member == different.member)
    }

    #[test]
    fn the_same_and_nothing_are_no_difference() {
        for body in [
            "",
            " \n",
            "{}",
            r#"{"sub_mchid":19,"out_refund_no":"R1"}"#,
            r#"{"sub_mchid":"19","out_refund_no":null}"#,
            r#"{"out_refund_no":"","x":{"out_refund_no":"R2"},"y":[1e400,"\ud83d\ude00"]}"#,
        ] {
            assert_eq!(different(body), None, "{body}");
        }
    }

    #[test]
    fn another_value_is_one_however_it_is_written() {
        for body in [
            r#"{"out_refund_no":"R2"}"#,
            r#"{"out_refund_no":"R1","out_refund_no":"R2"}"#,
            r#"{"out_refund_no":"R2","out_refund_no":"R1"}"#,
            r#"{"out_re\u0066und_no":"R2"}"#,
            r#"{"out_refund_no":1}"#,
            r#"{"out_refund_no":["R1"]}"#,
        ] {
            assert_eq!(different(body), Some("out_refund_no"), "{body}");
        }
    }

    #[test]
    fn what_cannot_be_compared_is_about_something_else() {
        for body in [
            r#"{"sub_mchid":1e400,"out_refund_no":"R2"}"#,
            r#"{"sub_mchid":"\ud800","out_refund_no":"R2"}"#,
            r#"{"x":,"out_refund_no":"R2"}"#,
            r#"[{"out_refund_no":"R1"}]"#,
            "\u{feff}{}",
            r#""R1""#,
            "null",
            "{} {}",
            "<html>",
        ] {
            assert!(different(body).is_some(), "{body}");
        }
    }
}
