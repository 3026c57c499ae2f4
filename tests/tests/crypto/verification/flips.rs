//! A changed bit, byte or boundary is refused.

use http::{HeaderName, HeaderValue};
use wxpay::verify::VerifyError;
use wxpay_tests::report;

use super::{CERTIFICATE_SERIAL, Message, NOW, judged, platforms};

#[test]
fn every_flipped_bit_of_the_body_is_refused() {
    let message = Message::valid();
    for (backend, platform) in platforms() {
        let bodies = flipped(&message.body);
        for body in &bodies {
            let error = judged(&platform, &message.headers(), body, NOW).unwrap_err();
            assert_eq!(error, VerifyError::Signature, "{backend}: {:?}", String::from_utf8_lossy(body));
        }
        report(&format!("{backend}: body, {} of {} flipped bits refused", bodies.len(), message.body.len() * 8));
    }
}

#[test]
fn every_flipped_bit_of_a_signature_header_is_refused() {
    let by_public_key = Message::valid();
    let by_certificate = Message { serial: CERTIFICATE_SERIAL.to_owned(), ..Message::valid() };
    for (backend, platform) in platforms() {
        for (message, names) in [
            (&by_public_key, &["timestamp", "nonce", "signature", "serial", "signature-type"][..]),
            (&by_certificate, &["serial"][..]),
        ] {
            for name in names {
                let name = HeaderName::from_bytes(format!("wechatpay-{name}").as_bytes()).unwrap();
                let mut headers = message.headers();
                let value = headers[&name].to_str().unwrap().to_owned();
                let (values, impossible) = flipped_headers(&value);
                for value in &values {
                    headers.insert(&name, value.clone());
                    let judged = judged(&platform, &headers, &message.body, NOW);
                    assert!(judged.is_err(), "{backend}: {name}: {value:?} is accepted");
                }
                report(&format!(
                    "{backend}: {name} of {} characters, {} flipped bits refused, {impossible} more are no header",
                    value.len(),
                    values.len()
                ));
            }
        }
    }
}

#[test]
fn every_cut_and_every_lengthened_part_is_refused() {
    let message = Message::valid();
    for (backend, platform) in platforms() {
        for length in 0..message.body.len() {
            let error = judged(&platform, &message.headers(), &message.body[..length], NOW).unwrap_err();
            assert_eq!(error, VerifyError::Signature, "{backend}");
        }
        for suffix in ["\n", "\r\n", " ", "\0"] {
            let body = [&message.body, suffix.as_bytes()].concat();
            assert_eq!(judged(&platform, &message.headers(), &body, NOW), Err(VerifyError::Signature), "{backend}");
        }
        for length in 1..message.signature.len() {
            let cut = Message { signature: message.signature[..length].to_owned(), ..message.clone() };
            assert!(cut.judged(&platform).is_err(), "{backend}: {length} characters of signature");
        }
        for length in 1..message.serial.len() {
            let cut = Message { serial: message.serial[..length].to_owned(), ..message.clone() };
            assert!(matches!(cut.judged(&platform), Err(VerifyError::UnknownSerial { .. })), "{backend}");
        }
    }
}

#[test]
fn the_same_signature_in_other_base64_is_refused() {
    let message = Message::valid();
    let unpadded = message.signature.trim_end_matches('=').to_owned();
    assert_ne!(unpadded, message.signature);
    let url_safe = message.signature.replace('+', "-").replace('/', "_");
    let others = [unpadded, format!("{}=", message.signature), format!("{} ", message.signature), url_safe];
    for (backend, platform) in platforms() {
        for signature in &others {
            if *signature != message.signature {
                let other = Message { signature: signature.clone(), ..message.clone() };
                assert!(other.judged(&platform).is_err(), "{backend}: {signature:?}");
            }
        }
    }
}

#[test]
fn bytes_cannot_wander_between_nonce_and_body() {
    let message = Message::signed(&NOW.to_string(), "ab", b"cd");
    for (backend, platform) in platforms() {
        for (nonce, body) in [("a", "bcd"), ("abc", "d"), ("a", "b\ncd"), ("ab", "\ncd"), ("abcd", "")] {
            let moved = Message { nonce: nonce.to_owned(), body: body.into(), ..message.clone() };
            assert_eq!(moved.judged(&platform), Err(VerifyError::Signature), "{backend}: {nonce:?} {body:?}");
        }
    }
}

/// Every text that differs from `value` in one bit and can be a header, and the number of those that cannot.
fn flipped_headers(value: &str) -> (Vec<HeaderValue>, usize) {
    let flipped = flipped(value.as_bytes());
    let total = flipped.len();
    let possible: Vec<_> = flipped.iter().filter_map(|bytes| HeaderValue::from_bytes(bytes).ok()).collect();
    let impossible = total - possible.len();
    (possible, impossible)
}

fn flipped(bytes: &[u8]) -> Vec<Vec<u8>> {
    (0..bytes.len() * 8)
        .map(|bit| {
            let mut flipped = bytes.to_vec();
            flipped[bit / 8] ^= 1 << (bit % 8);
            flipped
        })
        .collect()
}
