//! What can be said of WeChat Pay's keys without asking anybody.

use std::path::Path;

use wxpay::crypto::Backend;
use wxpay::keys::{Certificate, KeyError, PUBLIC_KEY_ID_PREFIX, Platform, PlatformKey, public_key_der};
use wxpay::text::quoted;

use super::finding::Findings;
use super::keys::{expiry, read, until, wrong};
use crate::configuration::Settings;
use crate::show;

/// The public key and its ID.
pub(super) fn public_key(
    settings: &Settings,
    backend: Backend,
    own: Option<&[u8]>,
    platform: &Platform,
    findings: &mut Findings,
) {
    let check = "WeChat Pay's public key";
    let (id, path) = match (&settings.platform_public_key_id, &settings.platform_public_key) {
        (None, None) => return findings.skipped(check, "none is set"),
        (Some(id), Some(path)) => (id, path),
        (id, _) => {
            let missing = if id.is_some() { "platform_public_key" } else { "platform_public_key_id" };
            let remedy = "the merchant platform shows the ID beside the key's download (API安全)";
            return findings.wrong(check, format!("`{missing}` is missing"), remedy);
        }
    };
    let digits = id.strip_prefix(PUBLIC_KEY_ID_PREFIX).is_some_and(|digits| digits.bytes().all(|b| b.is_ascii_digit()));
    if !digits || id.len() == PUBLIC_KEY_ID_PREFIX.len() {
        let remedy =
            format!("`{PUBLIC_KEY_ID_PREFIX}` and digits, all of it in upper case, as the merchant platform shows it");
        findings.wrong(check, format!("{} is not the ID of a public key", quoted(id)), remedy);
    }
    let Some(pem) = read(path, check, findings) else { return };
    let key = match public_key_der(&pem).and_then(|der| (backend.public_key)(&der)) {
        Ok(key) => key,
        Err(error) => {
            return wrong(check, path, &error, findings);
        }
    };
    if own == Some(key.spki.as_slice()) {
        return wrong(check, path, &KeyError::Own, findings);
    }
    if digits && platform.add(PlatformKey::public_key(id, key)).is_ok() {
        findings.right(check, format!("{id} ({})", show::path(path)));
    }
}

/// One certificate.
pub(super) fn certificate(
    path: &Path,
    backend: Backend,
    own: Option<&[u8]>,
    now: i64,
    platform: &Platform,
    findings: &mut Findings,
) {
    let check = "platform certificate";
    let Some(pem) = read(path, check, findings) else { return };
    let read = Certificate::from_pem(&pem).and_then(|found| Ok(((backend.public_key)(found.spki())?, found)));
    let (key, certificate) = match read {
        Ok(read) => read,
        Err(error) => return wrong(check, path, &error, findings),
    };
    if own == Some(certificate.spki()) {
        return wrong(check, path, &KeyError::Own, findings);
    }
    if let Some(merchant) = certificate.merchant() {
        return wrong(check, path, &KeyError::Merchants(merchant.to_owned()), findings);
    }
    let fresh = expiry(check, &certificate, now, "`wxpay certs --out DIR` downloads the present ones", findings);
    if fresh && platform.add(PlatformKey::certificate(&certificate, key)).is_ok() {
        findings.right(check, format!("{}, {}", certificate.serial(), until(&certificate)));
    }
}
