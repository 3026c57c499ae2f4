//! Bodies that are often signed in place of the one that was sent.

use encoding_rs::GBK;

use super::print::printed;
use super::search::{Change, What};
use super::{Cause, Charset, OtherBody};

/// The usual changes of the body, which is the line with this index.
pub(super) fn changes(line: usize, body: &[u8]) -> impl Iterator<Item = Change> {
    let changed = move |text, cause| Change { what: What::Line(line, text), cause };
    let edges = edges(body).into_iter().filter(move |(other, _)| other != body);
    // A BOM is not JSON, and a library does not print it.
    let printed = printed(body.strip_prefix(BOM).unwrap_or(body));
    let charsets = charsets(body).map(move |(other, how)| changed(other, Cause::Charset(how)));
    let wrapped = wrapped(body).map(move |(other, how)| changed(other, Cause::Body(how)));
    edges
        .map(move |(other, how)| changed(other, Cause::Body(how)))
        .chain(charsets)
        .chain(wrapped)
        .chain(printed.map(move |(other, how)| changed(other, Cause::Reserialised(how))))
}

/// Changes that editors, shells and line-based tools make to a file.
fn edges(body: &[u8]) -> Vec<(Vec<u8>, OtherBody)> {
    let text = String::from_utf8_lossy(body);
    let with = |end: &[u8]| [body, end].concat();
    let mut edges = vec![
        (with(b"\n"), OtherBody::LineFeed),
        (with(b"\r\n"), OtherBody::CrLf),
        (text.trim_end_matches(['\r', '\n']).as_bytes().to_vec(), OtherBody::NoLineFeed),
        (text.trim().as_bytes().to_vec(), OtherBody::Trimmed),
        (text.replace("\r\n", "\n").into_bytes(), OtherBody::LineFeeds),
        (text.replace("\r\n", "\n").replace('\n', "\r\n").into_bytes(), OtherBody::CrLfs),
        ([BOM, body].concat(), OtherBody::Bom),
        (body.strip_prefix(BOM).unwrap_or(body).to_vec(), OtherBody::NoBom),
        (text.replace('+', " ").into_bytes(), OtherBody::Blanks),
    ];
    if body.is_empty() {
        let placeholders: [(&[u8], _); 5] = [
            (b"{}", OtherBody::EmptyObject),
            (b"null", OtherBody::Null),
            (b"undefined", OtherBody::Undefined),
            (b"\"\"", OtherBody::EmptyText),
            (b"[]", OtherBody::EmptyArray),
        ];
        edges.extend(placeholders.map(|(body, how)| (body.to_vec(), how)));
    } else {
        edges.push((Vec::new(), OtherBody::Empty));
    }
    edges
}

/// The body's text in the other of the two encodings that Chinese programs write.
fn charsets(body: &[u8]) -> impl Iterator<Item = (Vec<u8>, Charset)> + use<> {
    let other = match std::str::from_utf8(body) {
        Err(_) => {
            let (text, _, wrong) = GBK.decode(body);
            (!wrong).then(|| (text.into_owned().into_bytes(), Charset::SentGbk))
        }
        Ok(text) => {
            let (bytes, _, wrong) = GBK.encode(text);
            (!wrong && *bytes != *body).then(|| (bytes.into_owned(), Charset::SignedGbk))
        }
    };
    other.into_iter()
}

/// The text in a body that is a JSON string, and the body as a JSON string: both come from serialising twice.
fn wrapped(body: &[u8]) -> impl Iterator<Item = (Vec<u8>, OtherBody)> + use<> {
    let within = serde_json::from_slice::<String>(body).ok();
    let within = within.map(|text| (text.into_bytes(), OtherBody::TextWithin));
    let text = std::str::from_utf8(body).ok().and_then(|text| serde_json::to_string(text).ok());
    let around = text.map(|text| (text.into_bytes(), OtherBody::TextAround));
    within.into_iter().chain(around)
}

const BOM: &[u8] = b"\xEF\xBB\xBF";
