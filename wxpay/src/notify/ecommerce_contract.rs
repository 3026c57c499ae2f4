//! Contracts of automatic debit on an e-commerce platform.

use super::PapayTerminationMode;
use crate::prelude::*;

/// A contract of automatic debit by combined orders that was signed or has ended (收付通合单代扣签约/解约结果通知):
/// `ECOMMERCE_ENTRUST.SIGN` or `ECOMMERCE_ENTRUST.TERMINATE`, which is the only place that says which.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct EcommerceContract {
    /// The platform.
    pub mchid: Option<String>,
    /// The platform's app ID.
    pub appid: Option<String>,
    /// The user under that app ID.
    pub openid: Option<String>,
    /// The platform's own number for the contract.
    pub out_contract_code: String,
    /// The template.
    pub plan_id: i64,
    /// WeChat Pay's number for the contract; debits go by it.
    pub contract_id: Option<String>,
    /// When it was signed or ended.
    pub operate_time: Option<DateTime>,
    /// Until when it is in force.
    pub contract_expired_time: Option<DateTime>,
    /// Who ended it.
    pub contract_termination_mode: Option<PapayTerminationMode>,
    /// The platform's own data, as the pre-sign gave it.
    pub attach: Option<String>,
}
