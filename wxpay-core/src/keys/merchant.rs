//! Who calls: the merchant's number, certificate serial and private key.

use std::fmt;
use std::sync::Arc;

use zeroize::Zeroizing;

use super::ApiV3Keys;
use crate::crypto::{AesKey, Decryptor, Signer};
use crate::sign::Scheme;

/// The credentials that a client calls with. A serial and a private key are a pair.
#[derive(Clone)]
pub struct Merchant {
    pub(crate) scheme: Scheme,
    pub(crate) id: String,
    pub(crate) serial: String,
    pub(crate) signer: Arc<dyn Signer>,
    pub(crate) decryptor: Option<Arc<dyn Decryptor>>,
    pub(crate) api_v3_keys: Option<ApiV3Keys>,
    /// In seconds since 1970.
    pub(crate) expires: Option<i64>,
}

impl Merchant {
    /// The merchant number (商户号) that signs: `mchid`, or `sp_mchid` in partner mode. A brand has its brand ID here.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// How it names itself: as a merchant, or as a brand.
    #[must_use]
    pub fn scheme(&self) -> Scheme {
        self.scheme
    }

    /// The serial number of the merchant's API certificate (商户API证书序列号).
    #[must_use]
    pub fn serial(&self) -> &str {
        &self.serial
    }

    /// When the merchant's API certificate ends, in seconds since 1970, where the certificate was given. From then on WeChat
    /// Pay refuses every call.
    #[must_use]
    pub fn expires(&self) -> Option<i64> {
        self.expires
    }

    /// The key that opens notifications and the certificate download, where one was given.
    #[must_use]
    pub fn api_v3_key(&self) -> Option<&ApiV3Key> {
        self.api_v3_keys.as_ref().map(ApiV3Keys::current)
    }

    /// The same with the key before it, where one was given.
    #[must_use]
    pub fn api_v3_keys(&self) -> Option<&ApiV3Keys> {
        self.api_v3_keys.as_ref()
    }
}

impl fmt::Debug for Merchant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Merchant").field("id", &self.id).field("serial", &self.serial).finish_non_exhaustive()
    }
}

/// The APIv3 key (APIv3密钥): 32 ASCII characters, an AES-256 key as they stand.
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

/// The key of an HMAC that a front end wants: the APIv2 key (APIv2密钥) by the pages of pay score and of merchant
/// coupons. Some SDKs sign pay score with the APIv3 key instead; which one it is, the caller says.
#[derive(Clone)]
pub struct HmacKey(Zeroizing<Vec<u8>>);

impl HmacKey {
    /// Takes the key as the merchant platform shows it, which is 32 characters; `None` if it is empty, or anything else
    /// than printable ASCII.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let printable = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic());
        printable.then(|| Self(Zeroizing::new(text.as_bytes().to_vec())))
    }

    /// A key that was derived from another.
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
