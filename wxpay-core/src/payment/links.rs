//! Front ends that need only a link, without a signature.

use serde::{Serialize, Serializer};

use super::{H5UrlError, with_redirect_url};

/// The link of an H5 order, valid for 5 minutes. It has no signature.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct H5Payment {
    /// The page that opens WeChat.
    pub h5_url: String,
}

impl H5Payment {
    /// Adds the page that the user returns to; see [`with_redirect_url`].
    ///
    /// # Errors
    /// As [`with_redirect_url`].
    pub fn with_redirect_url(&self, redirect_url: &str) -> Result<String, H5UrlError> {
        with_redirect_url(&self.h5_url, redirect_url)
    }
}

impl Serialize for H5Payment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map([("h5_url", &self.h5_url)])
    }
}

/// The text of a Native order's QR code, valid for 2 hours. It has no signature.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct NativePayment {
    /// The text of the QR code.
    pub code_url: String,
}

#[cfg(feature = "qr")]
impl NativePayment {
    /// The QR code.
    ///
    /// # Errors
    /// As [`QrCode::new`](super::QrCode::new).
    pub fn qr_code(&self) -> Result<super::QrCode, super::QrError> {
        super::QrCode::new(&self.code_url)
    }
}

impl Serialize for NativePayment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map([("code_url", &self.code_url)])
    }
}
