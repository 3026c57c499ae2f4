//! What the ways to pre-sign have in common.

use crate::prelude::*;

/// A document of identity (证件类型).
#[wxpay_enum]
pub enum CredentialType {
    /// The resident identity card.
    IdCard,
}

/// The answer to a pre-sign.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PresignResponse {
    /// The pre-sign session (预签约id), for the WeChat SDK.
    #[wxpay(len = 256)]
    pub pre_entrustweb_id: String,
}
