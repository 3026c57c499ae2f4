//! Reads a request into its struct, by the same table with which the client writes it.

use http::HeaderMap;
use percent_encoding::percent_decode_str;

use serde_json::Value;

use super::Part;
use crate::decode::{self, DecodeError, Fault, FaultKind};
use crate::payload::{Field, Filled, Json, Kind, Mismatch, Node, ObjectMut, Place, Rule, Slot, Table};
use crate::value::Upload;

/// The parts of a received request.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Incoming<'a> {
    /// The values of the path's parameters, from [`match_path`].
    pub path: &'a [(&'static str, String)],
    /// The raw query, without the question mark.
    pub query: &'a str,
    /// All headers.
    pub headers: &'a HeaderMap,
    /// The raw body, or the part `meta` of a form, from [`content`](super::content).
    pub body: &'a [u8],
    /// The other parts of a form.
    pub parts: &'a [Part],
    /// Refuses unknown and repeated members.
    pub strict: bool,
}

impl<'a> Incoming<'a> {
    /// A request without path parameters, query and parts, to be read leniently.
    #[must_use]
    pub fn new(headers: &'a HeaderMap, body: &'a [u8]) -> Self {
        Self { path: &[], query: "", headers, body, parts: &[], strict: false }
    }

    /// Sets the values of the path's parameters, and the query.
    #[must_use]
    pub fn with_target(self, path: &'a [(&'static str, String)], query: &'a str) -> Self {
        Self { path, query, ..self }
    }

    /// Sets the other parts of a form.
    #[must_use]
    pub fn with_parts(self, parts: &'a [Part]) -> Self {
        Self { parts, ..self }
    }

    /// Sets whether unknown and repeated members are refused.
    #[must_use]
    pub fn strict(self, strict: bool) -> Self {
        Self { strict, ..self }
    }
}

/// A request that does not fit its table.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Misread {
    /// The body is not JSON, for this reason.
    Syntax(String),
    /// Members that are missing, unknown or of another type, with their places; at least one.
    Faults(Vec<(Place, Fault)>),
}

/// The decoded values of the path's parameters, if `path` matches `template`.
#[must_use]
pub fn match_path(template: &'static str, path: &str) -> Option<Vec<(&'static str, String)>> {
    let (mut wanted, mut given) = (template.split('/'), path.split('/'));
    let mut values = Vec::new();
    loop {
        match (wanted.next(), given.next()) {
            (None, None) => return Some(values),
            (Some(wanted), Some(given)) => match wanted.strip_prefix('{').and_then(|hole| hole.strip_suffix('}')) {
                Some(_) if given.is_empty() => return None,
                Some(name) => values.push((name, decoded(given)?)),
                None if wanted == given => {}
                None => return None,
            },
            _ => return None,
        }
    }
}

/// Reads `incoming` into `request`.
///
/// # Errors
/// All faults.
pub(super) fn read(request: &mut dyn ObjectMut, incoming: &Incoming<'_>) -> Result<(), Misread> {
    let mut faults = Vec::new();
    let pairs = query(incoming.query);
    for (index, field) in request.table().fields.iter().enumerate() {
        let words: Vec<String> = match field.place {
            Place::Path => named(incoming.path.iter().map(|(name, value)| (*name, value)), field.name),
            Place::Query => named(pairs.iter().map(|(name, value)| (name.as_str(), value)), field.name),
            Place::Header => header(incoming.headers, field.name),
            Place::Part => words(incoming.parts, field.name),
            Place::File => {
                if let Err(kind) = file_into(request.member_mut(index), field, incoming.parts) {
                    faults.push((field.place, fault(field, kind)));
                }
                continue;
            }
            Place::Body => continue,
        };
        if let Err(wrong) = words_into(request.member_mut(index), field, &words) {
            let placed = |beneath: Beneath| (field.place, beneath.of(field));
            faults.extend(wrong.into_iter().map(placed));
        }
    }
    if incoming.strict {
        faults.extend(unknown(request.table(), incoming.parts));
    }
    faults.extend(body(request, incoming)?.into_iter().map(|fault| (Place::Body, fault)));
    faults.extend(unsaid(request));
    if faults.is_empty() { Ok(()) } else { Err(Misread::Faults(faults)) }
}

fn fault(field: &Field, kind: FaultKind) -> Fault {
    Fault { pointer: format!("/{}", field.name), label: field.label, kind }
}

fn words(parts: &[Part], name: &str) -> Vec<String> {
    let named = parts.iter().filter(|part| part.name == name && part.file_name.is_none());
    named.filter_map(|part| String::from_utf8(part.content.to_vec()).ok()).collect()
}

fn file_into(slot: Slot<'_>, field: &Field, parts: &[Part]) -> Result<(), FaultKind> {
    let mut files = parts.iter().filter(|part| part.name == field.name);
    let part = files.next().ok_or(FaultKind::Missing)?;
    let name = part.file_name.as_deref().ok_or(FaultKind::Type { expected: "a file" })?;
    if files.next().is_some() {
        return Err(FaultKind::Duplicate);
    }
    if let Slot::File(file) = slot {
        let upload = Upload::new(name, part.content.clone());
        *file = match &part.mime {
            Some(mime) => upload.with_mime(mime),
            None => upload,
        };
    }
    Ok(())
}

/// Parts that the table does not know.
fn unknown(table: &Table, parts: &[Part]) -> Vec<(Place, Fault)> {
    let fields = table.fields.iter();
    let known: Vec<_> = fields.filter(|field| matches!(field.place, Place::Part | Place::File)).collect();
    let unknown = parts.iter().filter(|part| known.iter().all(|field| field.name != part.name));
    let fault = |part: &Part| Fault { pointer: format!("/{}", part.name), label: None, kind: FaultKind::Unknown };
    unknown.map(|part| (Place::Part, fault(part))).collect()
}

/// Reports absent members about the file: a client fills them in before it sends.
fn unsaid(request: &dyn ObjectMut) -> Vec<(Place, Fault)> {
    let said = |field: &Field| field.rules.iter().any(|rule| matches!(rule, Rule::FileName | Rule::Sha256));
    let fields = request.table().fields.iter().enumerate();
    let absent = fields.filter(|(index, field)| said(field) && matches!(request.member(*index), Node::Absent));
    absent.map(|(_, field)| (field.place, fault(field, FaultKind::Missing))).collect()
}

fn body(request: &mut dyn ObjectMut, incoming: &Incoming<'_>) -> Result<Vec<Fault>, Misread> {
    let declared = request.table().fields.iter().any(|field| field.place == Place::Body);
    if !declared {
        return Ok(Vec::new());
    }
    decode::read(Slot::Object(request), incoming.body, incoming.strict).map_err(|error| match error {
        DecodeError::Syntax(reason) => Misread::Syntax(reason),
        DecodeError::Faults(faults) => Misread::Faults(faults.into_iter().map(|fault| (Place::Body, fault)).collect()),
    })
}

fn named<'a>(pairs: impl Iterator<Item = (&'a str, &'a String)>, name: &str) -> Vec<String> {
    pairs.filter(|(key, _)| *key == name).map(|(_, value)| value.clone()).collect()
}

/// The pairs of a query string, decoded. Pairs that are not UTF-8 are skipped.
fn query(query: &str) -> Vec<(String, String)> {
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    let split = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    // Form encoding, as other clients use it, writes a space as `+`.
    let text = |part: &str| decoded(&part.replace('+', "%20"));
    split.filter_map(|(name, value)| Some((text(name)?, text(value)?))).collect()
}

fn header(headers: &HeaderMap, name: &str) -> Vec<String> {
    let values = headers.get_all(name).iter();
    values.filter_map(|value| String::from_utf8(value.as_bytes().to_vec()).ok()).collect()
}

fn decoded(text: &str) -> Option<String> {
    percent_decode_str(text).decode_utf8().ok().map(std::borrow::Cow::into_owned)
}

/// A fault of a text, with its pointer relative to the text's member.
struct Beneath(Fault);

impl Beneath {
    /// A fault of the text itself.
    fn itself(kind: FaultKind) -> Vec<Self> {
        vec![Self(Fault { pointer: String::new(), label: None, kind })]
    }

    fn of(self, field: &Field) -> Fault {
        let Fault { pointer, label, kind } = self.0;
        Fault { label: label.or(field.label), pointer: format!("/{}{pointer}", field.name), kind }
    }
}

fn words_into(slot: Slot<'_>, field: &'static Field, words: &[String]) -> Result<(), Vec<Beneath>> {
    let filled = match (words, slot) {
        ([], _) => Filled::Absent,
        (words, slot) => many(slot, field.kind, words)?,
    };
    if filled == Filled::Absent && field.required { Err(Beneath::itself(FaultKind::Missing)) } else { Ok(()) }
}

/// Reads a parameter that may be repeated.
fn many(slot: Slot<'_>, kind: Kind, words: &[String]) -> Result<Filled, Vec<Beneath>> {
    match (slot, kind, words) {
        (Slot::Optional(optional), ..) => {
            let filled = many(optional.fill(), kind, words)?;
            if filled == Filled::Absent {
                optional.clear();
            }
            Ok(filled)
        }
        (Slot::List(list), Kind::List(element), words) => {
            for text in words {
                word(list.push(), *element, text)?;
            }
            Ok(Filled::Present)
        }
        (slot, kind, [text]) => word(slot, kind, text),
        _ => Err(Beneath::itself(FaultKind::Duplicate)),
    }
}

/// Reads one text as a value. Values that are not strings in JSON are spelled as in JSON.
fn word(slot: Slot<'_>, kind: Kind, text: &str) -> Result<Filled, Vec<Beneath>> {
    let result = match (slot, kind) {
        (Slot::Optional(optional), _) => {
            let filled = word(optional.fill(), kind, text)?;
            if filled == Filled::Absent {
                optional.clear();
            }
            return Ok(filled);
        }
        (Slot::Scalar(scalar), Kind::Integer | Kind::Fen | Kind::Number(_)) => match text.parse() {
            Ok(value) => scalar.integer(value),
            Err(_) => Err(Mismatch::new(scalar.expected())),
        },
        (Slot::Scalar(scalar), Kind::Boolean) => match text {
            "true" => scalar.boolean(true),
            "false" => scalar.boolean(false),
            _ => Err(Mismatch::new(scalar.expected())),
        },
        (Slot::Scalar(scalar), _) => scalar.text(text),
        (Slot::Secret(secret), _) => {
            secret.receive(text);
            Ok(Filled::Present)
        }
        (Slot::Json(free), _) => return free_json(free, text).map_err(Beneath::itself),
        (Slot::JsonText(slot), _) => return json_text(*slot, text),
        (slot, _) => return json(slot, text).map_err(Beneath::itself),
    };
    result.map_err(|Mismatch { expected }| Beneath::itself(FaultKind::Type { expected }))
}

/// Reads a JSON text, whose members have pointers of their own.
fn json_text(slot: Slot<'_>, text: &str) -> Result<Filled, Vec<Beneath>> {
    match decode::read(slot, text.as_bytes(), false) {
        Ok(faults) if faults.is_empty() => Ok(Filled::Present),
        Ok(faults) => Err(faults.into_iter().map(Beneath).collect()),
        Err(error) => Err(Beneath::itself(FaultKind::Foreign(error.to_string()))),
    }
}

/// Reads free JSON. A text that is valid JSON may still be meant as a text, such as an order number.
fn free_json(free: &mut dyn Json, text: &str) -> Result<Filled, FaultKind> {
    let value = serde_json::from_str::<Value>(text).ok().filter(|value| !value.is_string());
    let taken = value.is_some_and(|value| free.set(value).is_ok());
    if !taken {
        free.set(Value::String(text.to_owned())).map_err(FaultKind::Foreign)?;
    }
    Ok(Filled::Present)
}

fn json(slot: Slot<'_>, text: &str) -> Result<Filled, FaultKind> {
    match decode::read(slot, text.as_bytes(), false) {
        Ok(faults) if faults.is_empty() => Ok(Filled::Present),
        Ok(faults) => Err(FaultKind::Foreign(DecodeError::Faults(faults).to_string())),
        Err(error) => Err(FaultKind::Foreign(error.to_string())),
    }
}
