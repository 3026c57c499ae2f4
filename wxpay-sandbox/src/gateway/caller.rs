//! Checks the caller, in the order of WeChat Pay's checks, and chooses the key that signs the answer.

use std::sync::Arc;

use axum::body::Bytes;
use http::request::Parts;
use http::{HeaderValue, header};
use wxpay::server::{self, Authorization};
use wxpay::sign::{Scheme, request_message};

use super::Gate;
use crate::endpoint::remarks::{self, Remarks};
use crate::endpoint::{EncryptedWith, Refusal};
use crate::keys::keyring::Issued;
use crate::keys::merchants::Caller;

/// The caller, if its signature is valid.
pub(super) fn authenticated(gate: &Gate, head: &Parts, body: &Bytes, remarks: &Remarks) -> Result<Caller, Refusal> {
    let trade = head.uri.path().starts_with("/v3/pay/transactions/");
    let anonymous = [header::USER_AGENT, header::ACCEPT]
        .iter()
        .any(|name| head.headers.get(name).is_none_or(HeaderValue::is_empty));
    if anonymous && !trade {
        return Err(Refusal::invalid_request("Http头缺少Accept或User-Agent"));
    }
    let scheme = Scheme::of_path(head.uri.path());
    let header = head.headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let Some(claim) = header.and_then(|header| Authorization::parse(header, scheme.id).ok()) else {
        return Err(Refusal::malformed_authorization(trade));
    };
    if claim.scheme != scheme.name {
        return Err(Refusal::sign_error("Http头Authorization认证类型不正确"));
    }
    let now = gate.office.clock.now();
    let in_time = claim.timestamp.parse::<i64>().is_ok_and(|signed| now.saturating_sub(signed).saturating_abs() <= 300);
    if !in_time {
        return Err(Refusal::sign_error("Http头Authorization中的timestamp与发起请求的时间不得超过5分钟"));
    }
    let Some(caller) = gate.office.merchants.caller(scheme, claim.caller, claim.serial) else {
        return Err(Refusal::sign_error("商户证书序列号有误。请使用签名私钥匹配的证书序列号"));
    };
    if claim.serial.bytes().any(|byte| byte.is_ascii_lowercase()) {
        remarks.note(remarks::SERIAL_CASE);
    }
    let target = head.uri.path_and_query().map_or("/", |target| target.as_str());
    let message = request_message(head.method.as_str(), target, claim.timestamp, claim.nonce, body);
    let signature = server::from_base64(claim.signature).unwrap_or_default();
    if !caller.key.verifier.verify(&message, &signature) {
        return Err(Refusal::wrong_signature(head.method.as_str(), target, &message, body.len()));
    }
    remarks.note_signature();
    // It is not documented if the gateway refuses a repeated nonce, nor in which words.
    if gate.office.settings.refuse_repeated_nonces && !gate.nonces.is_fresh(&caller.mchid, claim.nonce, now) {
        return Err(Refusal::sign_error("Http头Authorization中的nonce_str重复"));
    }
    Ok(caller)
}

/// The key that signs the answer, and its relation to the request's `Wechatpay-Serial`.
pub(super) struct AnsweringKey {
    pub(super) key: Arc<Issued>,
    named: Named,
}

enum Named {
    Nothing,
    Unknown,
    This,
}

impl AnsweringKey {
    /// The key of the request's sensitive members: the one that the request names.
    pub(super) fn encrypted_with(&self) -> EncryptedWith<'_> {
        match self.named {
            Named::Nothing => EncryptedWith::Nothing,
            Named::Unknown => EncryptedWith::Unknown,
            Named::This => EncryptedWith::Known(&*self.key.key.decryptor),
        }
    }
}

/// Chooses the key from the caller's keys. A brand has to name it.
pub(super) fn answering_key(
    gate: &Gate,
    caller: &Caller,
    head: &Parts,
    remarks: &Remarks,
) -> Result<AnsweringKey, Refusal> {
    let brand = Scheme::of_path(head.uri.path()) == Scheme::BRAND;
    let serial = head.headers.get("wechatpay-serial").map(|serial| serial.to_str().unwrap_or_default().trim());
    if serial == Some("") {
        remarks.note(remarks::EMPTY_SERIAL);
    }
    let unasked = |named| AnsweringKey { key: gate.office.keyring.unasked(caller.keys), named };
    match serial.filter(|serial| !serial.is_empty()) {
        None if brand => Err(Refusal::missing_platform_serial()),
        None => Ok(unasked(Named::Nothing)),
        Some(serial) => match gate.office.keyring.named(caller.keys, serial) {
            Some(key) => Ok(AnsweringKey { key, named: Named::This }),
            None if brand => Err(Refusal::wrong_platform_serial()),
            None => Ok(unasked(Named::Unknown)),
        },
    }
}
