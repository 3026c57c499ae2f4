//! The pre-sign in an app.

use crate::prelude::*;

/// Prepares a contract that the user signs in an app (APP场景C2C预签约).
///
/// The answer's `pre_entrustweb_id` goes to the WeChat SDK, which opens the contract page; how long it is good for is
/// not documented. [`QueryContractByCode`](super::QueryContractByCode) tells whether the user has signed.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/ecommerce/individual-contracts/pre-entrust-sign/app",
    response = AppPresignResponse,
    required = AppPresignRequired,
    number = "out_contract_code"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AppPresign {
    /// The app ID for signing and paying, bound to the platform's merchant number.
    #[wxpay(len = 32, label = "签约和付款的AppID")]
    pub appid: String,
    /// The platform's own number for the application (业务申请单号), unique within the service provider.
    #[wxpay(len = 128, pattern = "[0-9A-Za-z_-]+", label = "业务申请单号")]
    pub out_contract_code: String,
}

/// The answer to an [`AppPresign`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AppPresignResponse {
    /// The pre-sign session (预签约id), for the WeChat SDK.
    #[wxpay(len = 256)]
    pub pre_entrustweb_id: String,
}
