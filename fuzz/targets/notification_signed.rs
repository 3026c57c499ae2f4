//! Correctly signed notifications; the fuzzer writes everything that is signed.
//!
//! After `0` comes the body; after `1` the plaintext, which is sealed; after `2` the members of an envelope, one JSON value a
//! line, with `@` for the right value.
#![no_main]

use std::collections::BTreeMap;

use libfuzzer_sys::fuzz_target;
use serde_json::{Map, Value, json};
use wxpay::DecodeError;
use wxpay::envelope::{ALGORITHM, seal};
use wxpay::notification::{Notification, NotificationError, Resource};
use wxpay::prelude::*;
use wxpay_fuzz::{KEY_ID, World, cut, ready};

#[wxpay_object]
#[derive(Debug)]
struct Transaction {
    out_trade_no: String,
    transaction_id: Option<String>,
    trade_state: State,
    success_time: Option<DateTime>,
    amount: Option<Amount>,
    promotion_detail: Vec<Transaction>,
    payer: Option<Sensitive>,
    more: BTreeMap<String, FenText>,
    any: Option<Value>,
}

#[wxpay_object]
#[derive(Debug)]
struct Amount {
    total: Fen,
    rate: Option<i32>,
    exact: Option<bool>,
}

#[wxpay_enum]
enum State {
    Success,
    Refund,
}

impl Resource for Transaction {
    fn read(_: &str, json: &[u8]) -> Result<Self, DecodeError> {
        serde_json::from_slice(json).map_err(|error| DecodeError::Syntax(error.to_string()))
    }
}

fuzz_target!(|data: &[u8]| {
    let Some((mode, rest)) = data.split_first() else { return };
    let world = World::get();
    let (body, must_open) = match mode % 3 {
        0 => (rest.to_vec(), false),
        1 => (envelope(&[], rest), true),
        _ => {
            let (members, plain) = cut(rest, b"\n\n");
            (envelope(&members.split(|byte| *byte == b'\n').collect::<Vec<_>>(), plain), false)
        }
    };
    let headers = world.signed(KEY_ID, &body);
    let any: Result<Notification<Value>, _> = ready(world.notifications.receive(&headers, &body));
    let typed: Result<Notification<Transaction>, _> = ready(world.notifications.receive(&headers, &body));
    for error in [any.as_ref().err(), typed.as_ref().err()].into_iter().flatten() {
        assert!(!matches!(error, NotificationError::Unverified(_)), "{error}");
        assert!(
            !must_open || matches!(error, NotificationError::Resource { .. } | NotificationError::TooLarge(_)),
            "{error}"
        );
        assert!(error.status().is_client_error() || error.status().is_server_error());
        let _ = (error.to_string(), error.reply());
    }
    assert!(any.is_ok() || typed.is_err(), "the type accepts something that is not JSON");
    if let Ok(mut notification) = typed {
        let _ = format!("{notification:?}");
        let _ = ready(world.client.open(&mut notification.resource));
    }
});

const MEMBERS: [&str; 9] = [
    "id",
    "create_time",
    "event_type",
    "summary",
    "original_type",
    "algorithm",
    "nonce",
    "associated_data",
    "ciphertext",
];

/// An envelope around `plain`. The JSON in a line replaces the member of that position.
fn envelope(lines: &[&[u8]], plain: &[u8]) -> Vec<u8> {
    let world = World::get();
    let ciphertext = seal(world.backend, &world.api_v3_key, "twelve-bytes", Some("transaction"), plain).unwrap();
    let right = [
        "EV-1",
        "2023-11-14T22:13:20+00:00",
        "TRANSACTION.SUCCESS",
        "a line",
        "transaction",
        ALGORITHM,
        "twelve-bytes",
        "transaction",
        &ciphertext,
    ];
    let mut members = Map::new();
    let mut resource = Map::new();
    for (index, (name, right)) in MEMBERS.into_iter().zip(right).enumerate() {
        let line = lines.get(index).copied().unwrap_or(b"@");
        let value = match line {
            b"@" => json!(right),
            b"-" => continue,
            line => serde_json::from_slice(line).unwrap_or_else(|_| json!(String::from_utf8_lossy(line))),
        };
        let place = if index < 4 { &mut members } else { &mut resource };
        place.insert(name.to_owned(), value);
    }
    members.insert("resource".to_owned(), Value::Object(resource));
    Value::Object(members).to_string().into_bytes()
}
