//! A user who is about to end a contract of automatic debit.

use super::PapayContractState;
use crate::prelude::*;

/// A user asks to end a contract of automatic debit, and WeChat Pay asks the merchant about it (解约查询通知):
/// `ENTRUST.TERMINATE_INQUIRY`.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PapayEndingInquiry {
    /// A code that the page lists without its values.
    pub code: Option<String>,
    /// A text beside `code`.
    pub message: Option<String>,
    /// The same, as the page spells it.
    pub messsage: Option<String>,
    /// The merchant.
    pub mchid: Option<String>,
    /// The merchant's app ID.
    pub appid: Option<String>,
    /// The user under `appid`.
    pub openid: Option<String>,
    /// The template.
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
    /// The time at which the user signed.
    pub contract_signed_time: Option<DateTime>,
}

/// A user is about to end a contract of automatic debit, and WeChat Pay asks what the merchant offers for staying
/// (解约挽留通知): `ENTRUST.TERMINATE_RETENTION`.
///
/// An offer stands in the answer's body: a 200 with `retention_type` and `coupon_info`, which a merchant writes by itself.
/// A 204 offers nothing.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PapayRetention {
    /// The merchant.
    pub mchid: Option<String>,
    /// WeChat Pay's number for the contract.
    pub contract_id: Option<String>,
    /// The merchant's app ID.
    pub appid: Option<String>,
    /// The template.
    pub plan_id: Option<i64>,
    /// The merchant's own number for the contract.
    pub out_contract_code: Option<String>,
    /// The user under `appid`.
    pub openid: Option<String>,
}
