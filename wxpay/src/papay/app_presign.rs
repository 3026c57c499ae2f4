//! The pre-signing of a contract for a mobile app.

use super::EstimatedDebit;
use crate::prelude::*;

/// Prepares a contract that the user signs from a mobile app (App场景预约扣费预签约).
///
/// The answer leads to WeChat's mini program, where the user signs.
///
/// `out_contract_code` makes a repeated request safe.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/papay/scheduled-deduct-sign/contracts/pre-entrust-sign/app",
    response = AppPresignResponse,
    required = AppPresignRequired,
    number = "out_contract_code",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012524934"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AppPresign {
    /// App ID, bound to the merchant.
    #[wxpay(len = 32, label = "应用ID")]
    pub appid: String,
    /// Openid of the signing user, under `appid`.
    #[wxpay(len = 128, label = "用户在直连商户应用下的用户标示")]
    pub openid: Option<String>,
    /// Template ID.
    #[wxpay(label = "委托代扣模板ID")]
    pub plan_id: i64,
    /// The merchant's number of the contract, unique for the merchant.
    #[wxpay(label = "商户签约协议号")]
    pub out_contract_code: String,
    /// The user's account at the merchant, as the contract page shows it.
    #[wxpay(label = "用户账户展示名称")]
    pub contract_display_account: String,
    /// URL for the notifications that the contract was signed, and later that it ended.
    #[wxpay(url, label = "签约结果通知地址")]
    pub contract_notify_url: String,
    /// The merchant's number of the user.
    #[wxpay(label = "商户侧用户标识")]
    pub out_user_code: Option<String>,
    /// First debit, which the user authorizes with the contract.
    #[wxpay(label = "用于预约扣费的预约信息")]
    pub deduct_schedule: Option<EstimatedDebit>,
}

/// The answer to an [`AppPresign`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AppPresignResponse {
    /// Pre-sign ID (预签约ID), for the app.
    pub pre_entrustweb_id: String,
    /// Original ID of WeChat's mini program to open.
    pub miniprogram_username: Option<String>,
    /// Path of the page in the mini program, with its parameters.
    pub miniprogram_path: Option<String>,
}
