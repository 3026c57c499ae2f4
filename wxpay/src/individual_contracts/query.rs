//! The contract behind an application number.

use crate::prelude::*;

/// Asks for a contract by the platform's own application number (根据业务申请单号查签约信息).
///
/// After a pre-sign it answers [`Unauthorized`](AuthState::Unauthorized) until the user has signed.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 500 `SYSTEM_ERROR`. What is answered about a number
/// that was never pre-signed is not documented.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/ecommerce/individual-contracts/out-contract-code/{out_contract_code}",
    response = Contract,
    required = QueryContractByCodeRequired
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryContractByCode {
    /// The number that was pre-signed (业务申请单号).
    #[wxpay(len = 128, pattern = "[0-9A-Za-z_-]+", label = "业务申请单号")]
    pub out_contract_code: String,
    /// The caller's app ID.
    #[wxpay(len = 32, label = "签约和付款的AppID")]
    pub appid: String,
}

/// A contract with an individual.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Contract {
    /// The contract's ID (授权ID), once the user has signed.
    #[wxpay(len = 128)]
    pub individual_auth_id: Option<String>,
    /// When the user signed. The page calls it required, but before signing there is nothing to say.
    pub signed_time: Option<DateTime>,
    /// Whether the user has signed.
    pub auth_state: AuthState,
    /// The user's openid under the platform's app ID, once the user has signed.
    pub individual_openid: Option<String>,
}

/// Whether a user has signed (授权状态).
#[wxpay_enum]
pub enum AuthState {
    /// Signed (已授权).
    Authorized,
    /// Not signed (未授权).
    Unauthorized,
}
