//! The caller: the merchant's number, certificate serial and private key.

use std::fmt;
use std::sync::Arc;

use super::{ApiV3Key, ApiV3Keys};
use crate::crypto::{Decryptor, Signer};
use crate::sign::Scheme;

/// The credentials of a client. Serial and private key belong together.
#[derive(Clone)]
pub struct Merchant {
    pub(crate) scheme: Scheme,
    pub(crate) id: String,
    pub(crate) serial: String,
    pub(crate) signer: Arc<dyn Signer>,
    pub(crate) decryptor: Option<Arc<dyn Decryptor>>,
    pub(crate) api_v3_keys: Option<ApiV3Keys>,
    /// The end of the certificate's validity, in seconds since 1970.
    pub(crate) expires: Option<i64>,
}

impl Merchant {
    /// The merchant number (商户号) that signs: `mchid`, or `sp_mchid` in partner mode. For a brand it is the brand ID.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The kind of caller: a merchant, or a brand.
    #[must_use]
    pub fn scheme(&self) -> Scheme {
        self.scheme
    }

    /// The serial number of the merchant's API certificate (商户API证书序列号).
    #[must_use]
    pub fn serial(&self) -> &str {
        &self.serial
    }

    /// The end of the API certificate's validity, in seconds since 1970, if the certificate was given. After that time WeChat Pay
    /// refuses every call.
    #[must_use]
    pub fn expires(&self) -> Option<i64> {
        self.expires
    }

    /// The key that opens notifications and the certificate download, if one was given.
    #[must_use]
    pub fn api_v3_key(&self) -> Option<&ApiV3Key> {
        self.api_v3_keys.as_ref().map(ApiV3Keys::current)
    }

    /// The current and the previous APIv3 key, if they were given.
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
