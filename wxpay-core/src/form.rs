//! Requests with a file: the members that come from the file, and the form that carries both.
//!
//! The form's first part is `meta`, the JSON text of the body's members; it alone is signed. The file comes last.

use std::borrow::Cow;
use std::ops::Range;

use bytes::Bytes;
use http::HeaderValue;
use memchr::memmem;

use crate::crypto::CryptoError;
use crate::encoded::fingerprint::FORM;
use crate::error::EncodeError;
use crate::payload::{Node, Object, Place, Rule, Table};
use crate::validate::Violation;
use crate::value::Upload;

/// A request with the members that come from its file: its name, its digest. Members that the caller has set stay.
pub(crate) struct Completed<'a> {
    request: &'a dyn Object,
    pub(crate) file: Option<&'a Upload>,
    said: Vec<(usize, &'a str)>,
}

impl<'a> Completed<'a> {
    pub(crate) fn of(request: &'a dyn Object) -> Self {
        let file = file(request).map(|(_, file)| file);
        let said = file.map_or_else(Vec::new, |file| said_by(file, request));
        Self { request, file, said }
    }

    /// The completed request; without a file the request itself, whose members are then not asked for one by one.
    pub(crate) fn object(&self) -> &dyn Object {
        if self.said.is_empty() { self.request } else { self }
    }
}

impl Object for Completed<'_> {
    fn table(&self) -> &'static Table {
        self.request.table()
    }

    fn member(&self, index: usize) -> Node<'_> {
        match self.said.iter().find(|(said, _)| *said == index) {
            Some((_, text)) => Node::Text(Cow::Borrowed(text)),
            None => self.request.member(index),
        }
    }

    fn check(&self) -> Result<(), Violation> {
        self.request.check()
    }
}

fn said_by<'a>(file: &'a Upload, request: &dyn Object) -> Vec<(usize, &'a str)> {
    let fields = request.table().fields.iter().enumerate();
    let absent = fields.filter(|(index, _)| matches!(request.member(*index), Node::Absent));
    let said = absent.filter_map(|(index, field)| {
        let text = field.rules.iter().find_map(|rule| match rule {
            Rule::FileName => Some(file.name()),
            Rule::Sha256 => file.sha256(),
            _ => None,
        })?;
        Some((index, text))
    });
    said.collect()
}

/// The file of a request and the name of its part, if there is a file.
pub(crate) fn file(request: &dyn Object) -> Option<(&'static str, &Upload)> {
    let fields = request.table().fields;
    let (index, field) = fields.iter().enumerate().find(|(_, field)| field.place == Place::File)?;
    match request.member(index) {
        Node::File(file) => Some((field.name, file)),
        _ => None,
    }
}

/// A written form.
pub(crate) struct Form {
    pub(crate) content_type: HeaderValue,
    pub(crate) body: Bytes,
    /// The range of `meta` in the body, which is signed.
    pub(crate) meta: Range<usize>,
}

/// Writes the form of `meta`, the other `parts` by their names, and the `file` under its own. `random` makes boundaries, until
/// one occurs nowhere in them.
pub(crate) fn form(
    meta: &[u8],
    parts: &[(&str, String)],
    (name, file): (&str, &Upload),
    random: fn() -> Result<String, CryptoError>,
) -> Result<Form, EncodeError> {
    let within = |boundary: &str| {
        let texts = parts.iter().map(|(_, text)| text.as_bytes()).chain([meta, file.content()]);
        texts.into_iter().any(|content| memmem::find(content, boundary.as_bytes()).is_some())
    };
    let mut boundary = random().map_err(EncodeError::Random)?;
    while within(&boundary) {
        boundary = random().map_err(EncodeError::Random)?;
    }

    let mut body = Vec::with_capacity(file.content().len() + meta.len() + HEADS);
    let head = |body: &mut Vec<u8>, disposition: &str, mime: &str| {
        let mime = if mime.is_empty() { String::new() } else { format!("\r\nContent-Type: {mime}") };
        let head = format!("--{boundary}\r\nContent-Disposition: form-data; {disposition}{mime}\r\n\r\n");
        body.extend_from_slice(head.as_bytes());
    };
    head(&mut body, "name=\"meta\"", "application/json");
    let signed = body.len()..body.len() + meta.len();
    body.extend_from_slice(meta);
    body.extend_from_slice(b"\r\n");
    for (name, text) in parts {
        head(&mut body, &format!("name=\"{name}\""), "");
        body.extend_from_slice(text.as_bytes());
        body.extend_from_slice(b"\r\n");
    }
    head(&mut body, &format!("name=\"{name}\"; filename=\"{}\"", file.name()), file.mime());
    body.extend_from_slice(file.content());
    body.extend_from_slice(format!("\r\n--{boundary}--\r\n").as_bytes());

    let body = Bytes::from(body);
    let content_type = HeaderValue::try_from([FORM, &*boundary].concat());
    let content_type = content_type.map_err(|error| EncodeError::Http(error.into()))?;
    Ok(Form { content_type, meta: signed, body })
}

/// The approximate size of the heads of all parts, in bytes.
const HEADS: usize = 512;

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use std::cell::Cell;

    use super::*;

    thread_local! { static NEXT: Cell<u8> = const { Cell::new(0) } }

    fn counted() -> Result<String, CryptoError> {
        NEXT.set(NEXT.get() + 1);
        Ok(format!("boundary{}", NEXT.get()))
    }

    #[test]
    fn a_boundary_that_is_in_the_file_is_not_taken() {
        let file = Upload::new("a.csv", &b"..--boundary1.."[..]);
        let form = form(br#"{"a":"boundary2"}"#, &[("b", "boundary3".to_owned())], ("file", &file), counted).unwrap();
        assert_eq!(form.content_type, "multipart/form-data; boundary=boundary4");
        assert_eq!(form.body[form.meta], br#"{"a":"boundary2"}"#[..]);
    }

    #[test]
    fn the_parts_are_meta_then_words_then_the_file() {
        let file = Upload::new("标志.png", &b"\x89PNG\r\n"[..]);
        let form = form(b"{}", &[("item_id", "56".to_owned())], ("picture", &file), || Ok("B".repeat(32))).unwrap();
        let expected =
            "--BBBB\r\nContent-Disposition: form-data; name=\"meta\"\r\nContent-Type: application/json\r\n\r\n\
            {}\r\n--BBBB\r\nContent-Disposition: form-data; name=\"item_id\"\r\n\r\n56\r\n--BBBB\r\n\
            Content-Disposition: form-data; name=\"picture\"; filename=\"标志.png\"\r\nContent-Type: image/png\r\n\r\n"
                .replace("BBBB", &"B".repeat(32));
        let mut expected = expected.into_bytes();
        expected.extend_from_slice(b"\x89PNG\r\n\r\n--");
        expected.extend_from_slice(format!("{}--\r\n", "B".repeat(32)).as_bytes());
        assert_eq!(form.body, expected);
    }
}
