//! A request, read by a table with everything: path, query, header, nested body.
//!
//! The input is a line with path and query, header lines, an empty line, and the body. A `!` before the path makes the server
//! strict.
#![no_main]

use std::collections::BTreeMap;

use http::HeaderMap;
use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use wxpay::payload::Payload as _;
use wxpay::prelude::*;
use wxpay::server::{Checks, Incoming, Misread, ReceiveError, match_path, receive};
use wxpay::validate::Policy;
use wxpay_fuzz::{World, cut, header_lines, ready};

#[wxpay_endpoint(method = "POST", path = "/v3/test/{first}/and/{second}", response = Nested)]
#[derive(Debug, Clone, PartialEq)]
struct Everywhere {
    #[wxpay(len = 32, pattern = "[0-9A-Za-z_-]+")]
    first: String,
    second: String,
    #[wxpay(query)]
    one: Option<String>,
    #[wxpay(query)]
    many: Vec<String>,
    #[wxpay(query)]
    number: Option<i64>,
    #[wxpay(query)]
    truth: Option<bool>,
    #[wxpay(query)]
    secret_query: Option<Sensitive>,
    #[wxpay(header = "Test-Text")]
    header: Option<String>,
    text: String,
    #[wxpay(range = 1..=31)]
    day: Option<i32>,
    #[wxpay(url)]
    link: Option<String>,
    map: BTreeMap<String, String>,
    nested: Option<Nested>,
    amount: FenText,
    fen: Option<Fen>,
    time: Option<DateTime>,
    state: Option<State>,
    secret: Option<Sensitive>,
    #[wxpay(items = 1..=5)]
    free: Option<Vec<Value>>,
}

#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
struct Nested {
    text: Option<String>,
    list: Vec<Nested>,
    huge: u64,
    secrets: Option<Vec<Sensitive>>,
}

#[wxpay_enum]
enum State {
    Success,
    Refund,
}

const TEMPLATES: [&str; 4] = [Everywhere::PATH, "/v3/{a}", "/{a}/{b}/{c}/{d}/{e}", "/v3/certificates"];

fuzz_target!(|data: &[u8]| {
    let (head, body) = cut(data, b"\n\n");
    let (target, lines) = cut(head, b"\n");
    let strict = target.first() == Some(&b'!');
    let target = String::from_utf8_lossy(target);
    let target = target.trim_start_matches('!');
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    for template in TEMPLATES {
        if let Some(values) = match_path(template, path) {
            assert_eq!(values.len(), template.matches('{').count());
        }
    }
    let headers: HeaderMap = header_lines(lines).into_iter().collect();
    let path = match_path(Everywhere::PATH, path).unwrap_or_default();
    let incoming = Incoming::new(&headers, body).with_target(&path, query).strict(strict);
    let mut request = Everywhere::blank();
    match ready(receive(&mut request, &incoming, Checks::default())) {
        Ok(()) => {
            let _ = format!("{request:?}");
            let _ = World::get().client.encode(&request).map_err(|error| error.to_string());
            let _ = serde_json::to_string(&request);
            let policy = Policy::default();
            let checks = Checks::default().rules(&policy).open(Some(&*World::get().wechat.key.decryptor));
            let mut checked = Everywhere::blank();
            let _ = ready(receive(&mut checked, &incoming, checks)).map_err(|error| format!("{error:?}"));
        }
        Err(ReceiveError::Misread(Misread::Faults(faults))) => {
            assert!(!faults.is_empty());
            for (_, fault) in faults {
                let _ = fault.to_string();
            }
        }
        Err(error) => drop(format!("{error:?}")),
    }
});
