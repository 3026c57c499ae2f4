//! The end of a contract of automatic debit that a user asks for.

use super::PapayContractState;
use crate::prelude::*;

/// A question to the merchant: the user asks to end a contract of automatic debit (解约查询通知): `ENTRUST.TERMINATE_INQUIRY`.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PapayEndingInquiry {
    /// A code whose values the page does not list.
    pub code: Option<String>,
    /// A message beside `code`.
    pub message: Option<String>,
    /// The page's misspelling of `message`.
    pub messsage: Option<String>,
    /// The merchant number.
    pub mchid: Option<String>,
    /// The merchant's app ID.
    pub appid: Option<String>,
    /// The user's openid under `appid`.
    pub openid: Option<String>,
    /// Number of the contract template.
    pub plan_id: i64,
    /// The merchant's own number for the contract.
    pub out_contract_code: String,
    /// The merchant's own number for the user.
    pub out_user_code: Option<String>,
    /// WeChat Pay's number for the contract.
    pub contract_id: Option<String>,
    /// The user's name, as the contract page showed it.
    pub contract_display_account: Option<String>,
    /// The contract's state.
    pub contract_state: Option<PapayContractState>,
    /// Time at which the user signed.
    pub contract_signed_time: Option<DateTime>,
}

/// A question to the merchant: the user is about to end a contract of automatic debit, and may be made an offer (解约挽留通知):
/// `ENTRUST.TERMINATE_RETENTION`.
///
/// An offer is the body of the reply: a 200 with `retention_type` and `coupon_info`, which the merchant has to write itself. A
/// 204 makes no offer.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PapayRetention {
    /// The merchant number.
    pub mchid: Option<String>,
    /// WeChat Pay's number for the contract.
    pub contract_id: Option<String>,
    /// The merchant's app ID.
    pub appid: Option<String>,
    /// Number of the contract template.
    pub plan_id: Option<i64>,
    /// The merchant's own number for the contract.
    pub out_contract_code: Option<String>,
    /// The user's openid under `appid`.
    pub openid: Option<String>,
}
