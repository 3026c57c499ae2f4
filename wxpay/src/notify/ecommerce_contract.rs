//! Contracts of automatic debit of e-commerce platforms.

use super::PapayTerminationMode;
use crate::prelude::*;

/// A notification that a contract of automatic debit by combined orders was signed or has ended (收付通合单代扣签约/解约结果通知):
/// `ECOMMERCE_ENTRUST.SIGN` or `ECOMMERCE_ENTRUST.TERMINATE`. Only the event type says which.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct EcommerceContract {
    /// The platform's merchant number.
    pub mchid: Option<String>,
    /// The platform's app ID.
    pub appid: Option<String>,
    /// The user's openid under that app ID.
    pub openid: Option<String>,
    /// The platform's own number for the contract.
    pub out_contract_code: String,
    /// Number of the contract template.
    pub plan_id: i64,
    /// WeChat Pay's number for the contract, which debits name.
    pub contract_id: Option<String>,
    /// Time of the signing or of the end.
    pub operate_time: Option<DateTime>,
    /// Time at which the contract expires.
    pub contract_expired_time: Option<DateTime>,
    /// The party that ended the contract.
    pub contract_termination_mode: Option<PapayTerminationMode>,
    /// The platform's own data, as the pre-sign gave it.
    pub attach: Option<String>,
}
