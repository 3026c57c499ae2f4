//! The pre-sign in an app.

use super::{CredentialType, PresignResponse};
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
    response = PresignResponse,
    required = AppPresignRequired,
    number = "out_contract_code",
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4015851472"
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

/// Prepares a contract that only the named person can sign, in an app (APP场景预签约·需要实名验证).
///
/// The person is compared with the user's identity at WeChat Pay.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/ecommerce/individual-contracts/pre-entrust-sign-with-real-name-identity/app",
    response = PresignResponse,
    required = NamedAppPresignRequired,
    number = "out_contract_code",
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4020083765"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct NamedAppPresign {
    /// The app ID for signing and paying, bound to the platform's merchant number.
    #[wxpay(len = 32, label = "签约和付款的AppID")]
    pub appid: String,
    /// The platform's own number for the application (业务申请单号), unique within the service provider.
    #[wxpay(len = 128, pattern = "[0-9A-Za-z_-]+", label = "业务申请单号")]
    pub out_contract_code: String,
    /// The user's name. Encrypted when it is sent.
    #[wxpay(label = "真实姓名")]
    pub real_name: Sensitive,
    /// What document `cred_id` is the number of.
    #[wxpay(label = "证件类型")]
    pub cred_type: CredentialType,
    /// The document's number. Encrypted when it is sent.
    #[wxpay(label = "件号码")]
    pub cred_id: Sensitive,
}
