//! A token with which a worker is asked for authorization.

use crate::prelude::*;

/// Makes a token with which the front end asks a worker to open the payroll card and to authorize a merchant
/// (生成授权token).
///
/// Every call makes a new token; nothing else comes of it, so there is no number. What the worker decided tells
/// [`QueryRelation`](super::QueryRelation).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/payroll-card/tokens",
    response = Token,
    required = CreateTokenRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012461589",
    any_of("appid", "sub_appid")
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CreateToken {
    /// The worker, under the app ID that opens the card's mini program.
    #[wxpay(len = 128, label = "用户标识")]
    pub openid: String,
    /// The service provider's app ID, bound to it. This or `sub_appid` is needed: the one that opens the card's mini
    /// program.
    #[wxpay(len = 32, label = "应用ID")]
    pub appid: Option<String>,
    /// The merchant's app ID, bound to it. This or `appid` is needed.
    #[wxpay(len = 32, label = "子商户应用ID")]
    pub sub_appid: Option<String>,
    /// The merchant.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: String,
    /// The worker's name. Encrypted when it is sent.
    #[wxpay(label = "用户实名")]
    pub user_name: Sensitive,
    /// The number of the worker's identity card. Encrypted when it is sent.
    #[wxpay(label = "用户证件号")]
    pub id_card_number: Sensitive,
    /// What the worker is to the merchant.
    #[wxpay(label = "用工类型")]
    pub employment_type: Option<EmploymentType>,
}

/// A token for the front end (授权token).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Token {
    /// The worker.
    pub openid: String,
    /// The service provider.
    pub mchid: String,
    /// The merchant.
    pub sub_mchid: Option<String>,
    /// The token, as the front end passes it on.
    pub token: String,
    /// How long it is good for, in seconds, such as 1800.
    pub expires_in: i64,
}

/// What a worker is to a merchant (用工类型). The card is only for people who work for the merchant.
#[wxpay_enum]
pub enum EmploymentType {
    /// Employed for long, by contract (长期用工).
    LongTermEmployment,
    /// Employed for a short time, by contract (短期用工).
    ShortTermEmployment,
    /// In business with the merchant, or serving it (合作关系).
    CooperationEmployment,
}
