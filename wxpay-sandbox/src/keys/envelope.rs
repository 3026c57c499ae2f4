//! Envelopes that are sealed with the merchant's APIv3 key.

use serde_json::{Value, json};
use wxpay::crypto::Backend;
use wxpay::envelope::{ALGORITHM, seal as sealed};
use wxpay::keys::ApiV3Key;

use crate::error::Failure;
use crate::keys::credentials::hex;

/// The members of an envelope around `plain`.
pub(crate) fn seal(key: &ApiV3Key, associated_data: &str, plain: &[u8]) -> Result<Value, Failure> {
    let backend = Backend::preferred().ok_or_else(|| Failure::sealing("no crypto library is compiled in"))?;
    // Twelve characters, as in real envelopes. 48 random bits suffice for far more notifications than one process sends.
    let nonce = hex(6)?.to_lowercase();
    let ciphertext = sealed(backend, key, &nonce, Some(associated_data), plain).map_err(Failure::sealing)?;
    Ok(json!({
        "algorithm": ALGORITHM,
        "nonce": nonce,
        "associated_data": associated_data,
        "ciphertext": ciphertext,
    }))
}
