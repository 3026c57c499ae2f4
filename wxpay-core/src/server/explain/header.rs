//! Reads the `Authorization` header leniently and finds its faults.

use base64::Engine as _;
use base64::alphabet::{STANDARD, URL_SAFE};
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use super::{AuthorizationFault, Cause, Encoding};
use crate::server::{Authorization, from_base64};
use crate::sign::Scheme;

/// Reads as much as a lenient reader can, and notes the faults that a strict reader would find.
pub(super) fn authorization<'a>(header: Option<&'a str>, causes: &mut Vec<Cause>) -> Option<Authorization<'a>> {
    let id = Scheme::MERCHANT.id;
    let Some(header) = header else {
        causes.push(Cause::Unsigned);
        return None;
    };
    let strict = Authorization::parse(header, id).ok();
    let read = strict.or_else(|| lenient(header, id));
    if strict.is_none() {
        causes.push(Cause::Authorization(fault(header, id)));
    }
    if let Some(read) = read.filter(|read| read.scheme != Scheme::MERCHANT.name) {
        let (found, expected) = (read.scheme.to_owned(), Scheme::MERCHANT.name);
        causes.push(Cause::Authorization(AuthorizationFault::Scheme { found, expected }));
    }
    read
}

/// Accepts any scheme, any quotes or none, spaces anywhere, and the usual misspellings.
fn lenient<'a>(header: &'a str, id: &str) -> Option<Authorization<'a>> {
    let (scheme, parameters) = header.trim().split_once(char::is_whitespace)?;
    let value = |names: &[&str]| {
        parameters.split([',', ';']).find_map(|parameter| {
            let (name, value) = parameter.split_once('=')?;
            let value = value.trim().trim_matches(QUOTES);
            (names.contains(&name.trim()) && !value.is_empty()).then_some(value)
        })
    };
    Some(Authorization {
        scheme,
        caller: value(&[id, "mch_id", "merchant_id", "merchantId"])?,
        nonce: value(&["nonce_str", "nonce", "nonceStr"])?,
        signature: value(&["signature", "sign"])?,
        timestamp: value(&["timestamp", "timeStamp"])?,
        serial: value(&["serial_no", "serial", "serialNo"])?,
    })
}

fn fault(header: &str, id: &'static str) -> AuthorizationFault {
    let Some((scheme, parameters)) = header.split_once(' ') else { return AuthorizationFault::NoBlank };
    let names = [id, "nonce_str", "signature", "timestamp", "serial_no"];
    let mut found = Vec::new();
    for parameter in parameters.split(',') {
        let Some((name, value)) = parameter.trim().split_once('=') else {
            return AuthorizationFault::NoEquals { scheme: scheme.to_owned() };
        };
        if !names.contains(&name) {
            return AuthorizationFault::Unknown { name: name.to_owned(), expected: names };
        }
        if found.contains(&name) {
            return AuthorizationFault::Twice { name: name.to_owned() };
        }
        if !(value.len() > 2 && value.starts_with('"') && value.ends_with('"')) {
            return AuthorizationFault::NoQuotes { name: name.to_owned() };
        }
        found.push(name);
    }
    match names.into_iter().find(|name| !found.contains(name)) {
        Some(name) => AuthorizationFault::Missing { name },
        None => AuthorizationFault::Malformed,
    }
}

/// The signature's bytes, with a note if its form is wrong; `None` if it is not Base64 in any form.
pub(super) fn signature(text: &str, causes: &mut Vec<Cause>) -> Option<Vec<u8>> {
    if let Some(bytes) = from_base64(text) {
        return Some(bytes);
    }
    let percent = percent_encoding::percent_decode_str(text).decode_utf8_lossy();
    let packed: String = text.split_whitespace().collect();
    let forgiving = GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
    let ways = [
        (from_base64(&percent), Encoding::Percent),
        (from_base64(&text.replace(' ', "+")), Encoding::Form),
        (from_base64(&packed), Encoding::Lines),
        (GeneralPurpose::new(&STANDARD, forgiving).decode(text).ok(), Encoding::NoPadding),
        (GeneralPurpose::new(&URL_SAFE, forgiving).decode(text).ok(), Encoding::UrlAlphabet),
    ];
    let found = ways.into_iter().find_map(|(bytes, how)| Some((bytes?, how)));
    causes.push(match found {
        Some((_, how)) => Cause::Encoding(how),
        None => Cause::Encoding(Encoding::NotBase64),
    });
    found.map(|(bytes, _)| bytes)
}

/// Quotes that people and their tools put around a value.
const QUOTES: [char; 5] = ['"', '\'', '“', '”', '\\'];
