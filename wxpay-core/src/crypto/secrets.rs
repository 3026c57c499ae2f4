//! Keys in the form that crypto libraries take.

use std::fmt;

use zeroize::Zeroizing;

use super::AesKey;

/// A private key in DER; its memory is wiped when it is dropped.
#[non_exhaustive]
pub enum PrivateKeyDer {
    /// `PRIVATE KEY`, as in `apiclient_key.pem`.
    Pkcs8(Zeroizing<Vec<u8>>),
    /// `RSA PRIVATE KEY`.
    Pkcs1(Zeroizing<Vec<u8>>),
}

/// The APIv3 key (APIv3密钥): 32 ASCII characters, whose bytes are a key of AES-256.
#[derive(Clone)]
pub struct ApiV3Key(AesKey);

impl ApiV3Key {
    /// Takes the key as the merchant platform shows it; `None` unless it is 32 printable ASCII characters.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let printable = text.bytes().all(|byte| byte.is_ascii_graphic());
        AesKey::new(text.as_bytes()).filter(|_| printable).map(Self)
    }

    /// The key's bytes.
    #[must_use]
    pub fn expose(&self) -> &[u8; 32] {
        self.0.expose()
    }
}

impl fmt::Debug for ApiV3Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ApiV3Key(..)")
    }
}

/// The key of an HMAC that a front end needs: the APIv2 key (APIv2密钥), according to the pages of pay score and of merchant
/// coupons. Some SDKs sign pay score with the APIv3 key instead; the caller chooses.
#[derive(Clone)]
pub struct HmacKey(Zeroizing<Vec<u8>>);

impl HmacKey {
    /// Takes the key as the merchant platform shows it, which is 32 characters; `None` if it is empty or not printable ASCII.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let printable = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic());
        printable.then(|| Self(Zeroizing::new(text.as_bytes().to_vec())))
    }

    /// A key that is derived from another.
    pub(crate) fn derived(bytes: Zeroizing<Vec<u8>>) -> Self {
        Self(bytes)
    }

    /// The key's bytes.
    #[must_use]
    pub fn expose(&self) -> &[u8] {
        &self.0
    }
}

impl From<&ApiV3Key> for HmacKey {
    fn from(key: &ApiV3Key) -> Self {
        Self(Zeroizing::new(key.expose().to_vec()))
    }
}

impl fmt::Debug for HmacKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HmacKey(..)")
    }
}
