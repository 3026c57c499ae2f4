//! The pre-signing of a contract for an app.

use super::{CredentialType, PresignResponse};
use crate::prelude::*;

/// Prepares a contract that the user signs in an app (APP场景C2C预签约).
///
/// The app passes the answer's `pre_entrustweb_id` to the WeChat SDK, which opens the contract page; its validity is not
/// documented. [`QueryContractByCode`](super::QueryContractByCode) tells if the user has signed.
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
    /// App ID for signing and paying, bound to the platform's merchant number.
    #[wxpay(len = 32, label = "签约和付款的AppID")]
    pub appid: String,
    /// The platform's number of the application (业务申请单号), unique for the service provider.
    #[wxpay(len = 128, pattern = "[0-9A-Za-z_-]+", label = "业务申请单号")]
    pub out_contract_code: String,
}

/// Prepares a contract that only a named person can sign in an app (APP场景预签约·需要实名验证).
///
/// WeChat Pay compares the person with the user's identity.
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
    /// App ID for signing and paying, bound to the platform's merchant number.
    #[wxpay(len = 32, label = "签约和付款的AppID")]
    pub appid: String,
    /// The platform's number of the application (业务申请单号), unique for the service provider.
    #[wxpay(len = 128, pattern = "[0-9A-Za-z_-]+", label = "业务申请单号")]
    pub out_contract_code: String,
    /// Name of the user. Encrypted in the request.
    #[wxpay(label = "真实姓名")]
    pub real_name: Sensitive,
    /// Type of the document whose number is `cred_id`.
    #[wxpay(label = "证件类型")]
    pub cred_type: CredentialType,
    /// Number of the document. Encrypted in the request.
    #[wxpay(label = "件号码")]
    pub cred_id: Sensitive,
}
