//! A token for a worker's authorization.

use crate::prelude::*;

/// Creates a token with which the front end asks a worker to open the payroll card and to authorize a sub-merchant (生成授权token).
///
/// Every call creates a new token and has no other effect; therefore it has no number. [`QueryRelation`](super::QueryRelation)
/// returns the worker's decision.
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
    /// The worker's openid under the app ID that opens the card's mini program.
    #[wxpay(len = 128, label = "用户标识")]
    pub openid: String,
    /// The service provider's app ID, bound to the service provider. Either `appid` or `sub_appid` is required: the one that
    /// opens the card's mini program.
    #[wxpay(len = 32, label = "应用ID")]
    pub appid: Option<String>,
    /// The sub-merchant's app ID, bound to the sub-merchant. Either `sub_appid` or `appid` is required.
    #[wxpay(len = 32, label = "子商户应用ID")]
    pub sub_appid: Option<String>,
    /// The sub-merchant's merchant number.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: String,
    /// The worker's name. Encrypted when it is sent.
    #[wxpay(label = "用户实名")]
    pub user_name: Sensitive,
    /// Number of the worker's identity card. Encrypted when it is sent.
    #[wxpay(label = "用户证件号")]
    pub id_card_number: Sensitive,
    /// Type of the employment.
    #[wxpay(label = "用工类型")]
    pub employment_type: Option<EmploymentType>,
}

/// A token for the front end (授权token).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Token {
    /// The worker's openid.
    pub openid: String,
    /// The service provider's merchant number.
    pub mchid: String,
    /// The sub-merchant's merchant number.
    pub sub_mchid: Option<String>,
    /// The token for the front end.
    pub token: String,
    /// Lifetime of the token in seconds, such as 1800.
    pub expires_in: i64,
}

/// Types of a worker's employment (用工类型). The card is only for people who work for the sub-merchant.
#[wxpay_enum]
pub enum EmploymentType {
    /// Long-term employment by contract (长期用工).
    LongTermEmployment,
    /// Short-term employment by contract (短期用工).
    ShortTermEmployment,
    /// Business with the sub-merchant, or service to it (合作关系).
    CooperationEmployment,
}
