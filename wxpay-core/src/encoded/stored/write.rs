//! The head of a stored request: a line of JSON, with its members in this order.

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::echo::Echo;
use crate::encoded::Encoded;
use crate::encoded::fingerprint::Mark;

/// Writes everything but the body.
pub(super) fn head(encoded: &Encoded) -> String {
    // The head has only names, texts, numbers and booleans, all of which JSON can express.
    serde_json::to_string(&Head(encoded)).unwrap_or_default()
}

struct Head<'a>(&'a Encoded);

impl Serialize for Head<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let encoded = self.0;
        let (fingerprint_of, fingerprint) = match encoded.mark {
            Mark::Bytes => (BYTES, encoded.fingerprint_of_bytes()),
            Mark::Stored(fingerprint) => (BYTES, fingerprint),
            Mark::Plaintexts(fingerprint) => (PLAINTEXTS, fingerprint),
        };
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("method", encoded.method.as_str())?;
        map.serialize_entry("template", &encoded.template)?;
        map.serialize_entry("declared", &encoded.declared)?;
        map.serialize_entry("target", &encoded.target)?;
        // Header values are made from text.
        let headers = encoded.content.headers.iter();
        let headers = headers.map(|(name, value)| (name.as_str(), String::from_utf8_lossy(value.as_bytes())));
        map.serialize_entry("headers", &headers.collect::<Vec<_>>())?;
        map.serialize_entry("signed", &(encoded.content.signed.start, encoded.content.signed.end))?;
        map.serialize_entry("caller", &*encoded.caller)?;
        map.serialize_entry("serial", &encoded.serial)?;
        map.serialize_entry("sealed", &encoded.sealed)?;
        map.serialize_entry("success", &encoded.statuses.success)?;
        map.serialize_entry("unknown_on", &encoded.statuses.unknown_on)?;
        map.serialize_entry("echoes", &encoded.echoes.iter().map(Repeated).collect::<Vec<_>>())?;
        map.serialize_entry("fingerprint_of", fingerprint_of)?;
        map.serialize_entry("fingerprint", &fingerprint.map(|fingerprint| fingerprint.to_string()))?;
        map.end()
    }
}

/// A member that the answer has to repeat.
struct Repeated<'a>(&'a Echo);

impl Serialize for Repeated<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(4))?;
        map.serialize_entry("member", self.0.member())?;
        map.serialize_entry("sent", self.0.sent())?;
        map.serialize_entry("integer", &self.0.is_integer())?;
        map.serialize_entry("number", &self.0.is_number())?;
        map.end()
    }
}

/// The fingerprint is that of the bytes that are sent.
pub(super) const BYTES: &str = "bytes";
/// The fingerprint is that of the plaintexts.
pub(super) const PLAINTEXTS: &str = "plaintexts";
