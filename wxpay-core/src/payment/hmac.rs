//! The signature of APIv2, which a few front ends still require.

use zeroize::Zeroizing;

use crate::crypto::{Backend, CryptoError};
use crate::keys::HmacKey;

/// Computes HMAC-SHA256 in upper-case hex over `name=value&..&key=KEY`, with the names sorted by their bytes and members
/// without a value left out ([签名规则](https://pay.weixin.qq.com/doc/v2/merchant/4011985891)).
///
/// # Errors
/// The crypto library failed.
pub fn hmac_signature(backend: Backend, members: &[(&str, &str)], key: &HmacKey) -> Result<String, CryptoError> {
    let mut members: Vec<_> = members.iter().filter(|(_, value)| !value.is_empty()).collect();
    members.sort_unstable();
    // Allocated once, since it contains the key.
    let length = members.iter().map(|(name, value)| name.len() + value.len() + 2).sum::<usize>();
    let mut message = Zeroizing::new(Vec::with_capacity(length + KEY.len() + key.expose().len()));
    for (name, value) in members {
        for part in [name, "=", value, "&"] {
            message.extend_from_slice(part.as_bytes());
        }
    }
    message.extend_from_slice(KEY);
    message.extend_from_slice(key.expose());
    let tag = backend.hmac_sha256(key, &message)?;
    Ok(tag.iter().map(|byte| format!("{byte:02X}")).collect())
}

const KEY: &[u8] = b"key=";
