//! Records the secrets that a sandbox sees: the keys of both sides and, of every request, its `Authorization`, its body and the
//! plaintext of its sensitive members.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::request::Parts;
use percent_encoding::percent_decode_str;
use serde_json::Value;
use wxpay::crypto::Backend;
use wxpay::keys::private_key_der;
use wxpay::server::content;
use wxpay_sandbox::{Credentials, Seen};

use super::{secret, sent};
use crate::leaks::Kind;
use crate::ready;

pub(super) fn keep(credentials: &Credentials, seen: Seen<'_>) {
    match seen {
        Seen::Merchant => keep_keys(credentials),
        Seen::Request { head, body } => {
            sent(&head.headers, body);
            keep_all_sealed(credentials, head, body);
        }
        Seen::FileKey(key) => secret(Kind::Sensitive, key),
        _ => {}
    }
}

fn keep_keys(credentials: &Credentials) {
    let theirs = [&credentials.public_key_private_half, &credentials.platform_private_key];
    for key in theirs.into_iter().chain([&credentials.merchant_private_key]) {
        secret(Kind::PrivateKey, key);
    }
    secret(Kind::ApiV3Key, &credentials.api_v3_key);
}

fn keep_all_sealed(credentials: &Credentials, head: &Parts, body: &[u8]) {
    let query = head.uri.query().unwrap_or_default();
    let values = query.split('&').filter_map(|pair| pair.split_once('=')).map(|(_, value)| value);
    for value in values.filter_map(|value| percent_decode_str(value).decode_utf8().ok()) {
        keep_sealed(credentials, &value);
    }
    let body = ready(content(&head.headers, Bytes::copy_from_slice(body)));
    if let Some(body) = body.ok().and_then(|body| serde_json::from_slice(&body.body).ok()) {
        keep_sealed_in(credentials, &body);
    }
}

fn keep_sealed_in(credentials: &Credentials, json: &Value) {
    match json {
        Value::String(text) => keep_sealed(credentials, text),
        Value::Array(list) => list.iter().for_each(|element| keep_sealed_in(credentials, element)),
        Value::Object(members) => members.values().for_each(|member| keep_sealed_in(credentials, member)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Records the plaintext of `text`, if one of WeChat Pay's keys opens it: then it was sealed.
fn keep_sealed(credentials: &Credentials, text: &str) {
    let Some(ciphertext) = STANDARD.decode(text).ok().filter(|bytes| bytes.len() == RSA_2048) else { return };
    for pem in [&credentials.public_key_private_half, &credentials.platform_private_key] {
        let der = private_key_der(pem).expect("the sandbox's keys are good");
        let backend = Backend::preferred().expect("the sandbox brings a backend");
        let key = backend.private_key(&der).expect("the sandbox's keys are good");
        if let Ok(plain) = ready(key.decryptor.decrypt(&ciphertext)) {
            secret(Kind::Sensitive, &*plain);
        }
    }
}

const RSA_2048: usize = 256;
