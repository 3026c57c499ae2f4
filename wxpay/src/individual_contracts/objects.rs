//! Objects of several pre-signings.

use crate::prelude::*;

/// A type of identity document (证件类型).
#[wxpay_enum]
pub enum CredentialType {
    /// Resident identity card.
    IdCard,
}

/// The answer to a pre-signing.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PresignResponse {
    /// Pre-sign session (预签约id), for the WeChat SDK.
    #[wxpay(len = 256)]
    pub pre_entrustweb_id: String,
}
