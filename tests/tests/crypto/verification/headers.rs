//! Signature headers that are missing, doubled, empty, too long or invalid.

use http::{HeaderMap, HeaderValue};
use wxpay::verify::VerifyError;

use super::{BODY, Message, NOW, is_header, judged, platforms};

#[test]
fn a_missing_header_is_refused() {
    for (backend, platform) in platforms() {
        for name in NEEDED {
            let (headers, name) = with(name, |headers| drop(headers.remove(name)));
            let judged = judged(&platform, &headers, BODY.as_bytes(), NOW);
            match name {
                "wechatpay-signature" => assert_eq!(judged, Err(VerifyError::Unsigned), "{backend}"),
                _ => assert!(is_header(&judged, name), "{backend}: {name}: {judged:?}"),
            }
        }
        assert_eq!(judged(&platform, &HeaderMap::new(), BODY.as_bytes(), NOW), Err(VerifyError::Unsigned), "{backend}");
    }
}

#[test]
fn the_type_header_may_be_missing() {
    let (headers, _) = with("", |headers| drop(headers.remove("wechatpay-signature-type")));
    for (backend, platform) in platforms() {
        assert_eq!(judged(&platform, &headers, BODY.as_bytes(), NOW), Ok(()), "{backend}");
    }
}

#[test]
fn a_doubled_header_is_refused_even_with_the_same_value() {
    for (backend, platform) in platforms() {
        for name in NEEDED.into_iter().chain(["wechatpay-signature-type"]) {
            for second in [None, Some("1"), Some("")] {
                let (headers, name) = with(name, |headers| {
                    let value = second.map_or_else(|| headers[name].clone(), HeaderValue::from_static);
                    headers.append(name, value);
                });
                let judged = judged(&platform, &headers, BODY.as_bytes(), NOW);
                assert!(is_header(&judged, name), "{backend}: {name}: {judged:?}");
            }
        }
    }
}

#[test]
fn empty_oversized_and_non_ascii_headers_are_refused() {
    let long = "1".repeat(2737);
    let values = [b"".as_slice(), long.as_bytes(), "微信".as_bytes(), b"1700000000\xff", b"\x80"];
    for (backend, platform) in platforms() {
        for name in NEEDED.into_iter().chain(["wechatpay-signature-type"]) {
            for value in values {
                let (headers, name) = with(name, |headers| {
                    headers.insert(name, HeaderValue::from_bytes(value).unwrap());
                });
                let judged = judged(&platform, &headers, BODY.as_bytes(), NOW);
                assert!(is_header(&judged, name), "{backend}: {name}: {judged:?}");
            }
        }
    }
}

#[test]
fn an_unknown_signature_type_is_refused() {
    let types =
        ["WECHATPAY2-SM2-WITH-SM3", "WECHATPAY-BRAND-SHA256-RSA2048", "wechatpay2-sha256-rsa2048", "none", "RSA"];
    for (backend, platform) in platforms() {
        for unknown in types {
            let (headers, name) = with("wechatpay-signature-type", |headers| {
                headers.insert("wechatpay-signature-type", HeaderValue::from_static(unknown));
            });
            let judged = judged(&platform, &headers, BODY.as_bytes(), NOW);
            assert!(is_header(&judged, name), "{backend}: {unknown}: {judged:?}");
        }
    }
}

#[test]
fn a_signature_probe_is_refused_as_one() {
    let probes = [
        "WECHATPAY/SIGNTEST/",
        "WECHATPAY/SIGNTEST/Tm90IGEgc2lnbmF0dXJl",
        &format!("WECHATPAY/SIGNTEST/{}", Message::valid().signature),
    ];
    for (backend, platform) in platforms() {
        for probe in probes {
            let probe = Message { signature: probe.to_owned(), ..Message::valid() };
            assert_eq!(probe.judged(&platform), Err(VerifyError::Probe), "{backend}");
        }
    }
}

/// The headers of the valid message, with `name` changed by `change`.
fn with(name: &'static str, change: impl Fn(&mut HeaderMap)) -> (HeaderMap, &'static str) {
    let mut headers = Message::valid().headers();
    change(&mut headers);
    (headers, name)
}

const NEEDED: [&str; 4] = ["wechatpay-timestamp", "wechatpay-nonce", "wechatpay-serial", "wechatpay-signature"];
