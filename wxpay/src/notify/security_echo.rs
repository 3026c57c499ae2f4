//! The notification that tests signatures and encryption.

use crate::prelude::*;

/// A notification that echoes a test of signatures and keys (商户签名验签/加解密测试): `SECURITY_ECHO.SUCCESS`.
///
/// The echoed secret is encrypted for the merchant's certificate. Two sources disagree on the member's name.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SecurityEcho {
    /// The request's message.
    pub echo_message: String,
    /// The request's secret, by the name that request and answer use.
    pub encrypted_echo_message: Option<Sensitive>,
    /// The request's secret, by another name.
    pub encrypt_echo_message: Option<Sensitive>,
}

impl SecurityEcho {
    /// Returns the echoed secret, by either name.
    #[must_use]
    pub fn secret(&self) -> Option<&Sensitive> {
        self.encrypted_echo_message.as_ref().or(self.encrypt_echo_message.as_ref())
    }
}
