//! The pre-signing of a contract for a mini program.

use super::{CredentialType, PresignResponse};
use crate::prelude::*;

/// Prepares a contract that the user signs in a mini program (小程序场景预签约).
///
/// The platform passes the answer's `pre_entrustweb_id` to the mini program, which opens the contract page.
/// [`QueryContractByCode`](super::QueryContractByCode) tells if the user has signed.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/ecommerce/individual-contracts/pre-entrust-sign/mini-program",
    response = PresignResponse,
    required = MiniProgramPresignRequired,
    number = "out_contract_code",
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4020023636"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct MiniProgramPresign {
    /// App ID of the mini program for signing and paying, bound to the platform's merchant number.
    #[wxpay(len = 32, label = "签约和付款的AppID")]
    pub appid: String,
    /// The platform's number of the application (业务申请单号), unique for the service provider.
    #[wxpay(len = 128, pattern = "[0-9A-Za-z_-]+", label = "业务申请单号")]
    pub out_contract_code: String,
    /// Openid of the user, under `appid`.
    #[wxpay(len = 128, label = "个人收款方的OpenID")]
    pub openid: String,
}

/// Prepares a contract that only a named person can sign in a mini program (小程序场景预签约·需要实名验证).
///
/// WeChat Pay compares the person with the user's identity.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/ecommerce/individual-contracts/pre-entrust-sign-with-real-name-identity/mini-program",
    response = PresignResponse,
    required = NamedMiniProgramPresignRequired,
    number = "out_contract_code",
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4020023723"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct NamedMiniProgramPresign {
    /// App ID of the mini program for signing and paying, bound to the platform's merchant number.
    #[wxpay(len = 32, label = "签约和付款的AppID")]
    pub appid: String,
    /// The platform's number of the application (业务申请单号), unique for the service provider.
    #[wxpay(len = 128, pattern = "[0-9A-Za-z_-]+", label = "业务申请单号")]
    pub out_contract_code: String,
    /// Openid of the user, under `appid`.
    #[wxpay(len = 128, label = "个人收款方的OpenID")]
    pub openid: String,
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
