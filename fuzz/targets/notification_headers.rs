//! A signed notification with headers and body rewritten by the fuzzer: received if nothing changed, refused otherwise.
//!
//! The input is `name: value` lines, an empty line, and the body; `@` stands for the signed original.
#![no_main]

use std::sync::OnceLock;

use http::{HeaderMap, HeaderValue};
use libfuzzer_sys::fuzz_target;
use serde_json::{Value, json};
use wxpay::envelope::{ALGORITHM, seal};
use wxpay::notification::{Notification, NotificationError};
use wxpay_fuzz::{KEY_ID, World, cut, header_lines, ready, with_original};

const TYPE: &str = "wechatpay-signature-type";
const NEEDED: [&str; 4] = ["wechatpay-timestamp", "wechatpay-nonce", "wechatpay-serial", "wechatpay-signature"];

fuzz_target!(|data: &[u8]| {
    let (signed, original) = original();
    let (head, body) = cut(data, b"\n\n");
    let body = with_original(body, original);
    let mut headers = HeaderMap::new();
    for (name, value) in header_lines(head) {
        let value = match signed.get(&name) {
            Some(right) => HeaderValue::from_bytes(&with_original(value.as_bytes(), right.as_bytes())).unwrap(),
            None => value,
        };
        headers.append(name, value);
    }
    let same = |name: &str| headers.get_all(name).iter().eq(signed.get_all(name).iter());
    let intact = body == *original && NEEDED.into_iter().all(same) && (same(TYPE) || !headers.contains_key(TYPE));
    let received: Result<Notification<Value>, _> = ready(World::get().notifications.receive(&headers, &body));
    match received {
        Ok(_) => assert!(intact, "changed, but received"),
        Err(NotificationError::Unverified(error)) => {
            assert!(!intact, "not changed, but refused: {error}");
            let _ = (error.to_string(), format!("{error:?}"));
        }
        Err(error) => assert!(matches!(error, NotificationError::TooLarge(_)), "read before it was verified: {error}"),
    }
});

fn original() -> &'static (HeaderMap, Vec<u8>) {
    static ORIGINAL: OnceLock<(HeaderMap, Vec<u8>)> = OnceLock::new();
    ORIGINAL.get_or_init(|| {
        let world = World::get();
        let ciphertext = seal(world.backend, &world.api_v3_key, "twelve-bytes", None, b"{}").unwrap();
        let resource = json!({ "algorithm": ALGORITHM, "nonce": "twelve-bytes", "ciphertext": ciphertext });
        let body = json!({ "id": "1", "event_type": "TRANSACTION.SUCCESS", "resource": resource }).to_string();
        (world.signed(KEY_ID, body.as_bytes()), body.into_bytes())
    })
}
