//! Answers with any status, signed or not: only a signed 2xx is a success, and every error can be queried and printed.
//!
//! The first line has the status (three digits), and `w` if WeChat Pay signs; then header lines, an empty line, and the body.
#![no_main]

use std::collections::BTreeMap;

use http::{HeaderMap, StatusCode};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use wxpay::prelude::*;
use wxpay_fuzz::{KEY_ID, World, cut, header_lines, ready, response};

#[wxpay_endpoint(method = "POST", path = "/v3/test", response = Everything)]
struct Ask {
    out_trade_no: Option<String>,
}

#[wxpay_object]
#[derive(Debug, Clone)]
struct Everything {
    text: String,
    number: Option<u8>,
    truth: Option<bool>,
    amount: Option<FenText>,
    fen: Option<Fen>,
    time: Option<DateTime>,
    state: Option<State>,
    secret: Option<Sensitive>,
    secrets: Vec<Sensitive>,
    map: BTreeMap<String, Everything>,
    list: Vec<Everything>,
    free: Option<Value>,
}

#[wxpay_enum]
enum State {
    Success,
    Refund,
}

/// Also a seed.
const GOOD: &[u8] = br#"{"text":"t","number":5,"time":"","state":"NEW","secrets":[],"map":{},"list":[]}"#;

fuzz_target!(|data: &[u8]| {
    let world = World::get();
    let (head, body) = cut(data, b"\n\n");
    let (first, lines) = cut(head, b"\n");
    let status = first.get(..3).and_then(|digits| StatusCode::from_bytes(digits).ok()).unwrap_or(StatusCode::OK);
    let signed = first.contains(&b'w');
    let mut headers = if signed { world.signed(KEY_ID, body) } else { HeaderMap::new() };
    for (name, value) in header_lines(lines) {
        headers.append(name, value);
    }
    let good = signed && status == StatusCode::OK && lines.is_empty() && body == GOOD;
    match ready(world.client.accept::<Ask>(response(status, headers, body.to_vec()))) {
        Ok(answer) => {
            assert!(signed && status.is_success() && status != StatusCode::ACCEPTED);
            let _ = (format!("{answer:?}"), serde_json::to_string(answer.get()));
        }
        Err(error) => {
            assert!(!good, "{error}");
            let _ = (error.to_string(), format!("{error:?}"), error.outcome(), error.request_id(), error.code());
            if let Some(api) = error.api() {
                assert_eq!((api.status(), api.body().as_ref()), (status, body));
            }
        }
    }
});
