//! The notification that tests the others.

use crate::prelude::*;

/// The echo of a test of signatures and keys (商户签名验签/加解密测试): `SECURITY_ECHO.SUCCESS`.
///
/// The echoed secret is encrypted to the merchant's certificate, and two sources disagree on what it is called here.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SecurityEcho {
    /// What the request sent.
    pub echo_message: String,
    /// The secret that the request sent, by the name that request and answer use.
    pub encrypted_echo_message: Option<Sensitive>,
    /// The same by another name.
    pub encrypt_echo_message: Option<Sensitive>,
}

impl SecurityEcho {
    /// The echoed secret, by whichever name it came.
    #[must_use]
    pub fn secret(&self) -> Option<&Sensitive> {
        self.encrypted_echo_message.as_ref().or(self.encrypt_echo_message.as_ref())
    }
}
