//! Contracts of automatic debit.

use crate::prelude::*;

/// A notification that a contract of automatic debit was signed or has ended (委托代扣签约/解约结果通知): `ENTRUST.SIGN` or
/// `ENTRUST.TERMINATE`; `contract_state` says which. Queries answer the same object.
///
/// A merchant's contract has `mchid`, `appid` and `openid`; a service provider's has the members with `sp_` and `sub_`.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PapayContract {
    /// Merchant number of a merchant that signs for itself.
    pub mchid: Option<String>,
    /// The merchant's app ID.
    pub appid: Option<String>,
    /// The user's openid under `appid`.
    pub openid: Option<String>,
    /// The service provider's merchant number.
    pub sp_mchid: Option<String>,
    /// The service provider's app ID.
    pub sp_appid: Option<String>,
    /// The user's openid under `sp_appid`.
    pub sp_openid: Option<String>,
    /// The sub-merchant's merchant number.
    pub sub_mchid: Option<String>,
    /// The sub-merchant's app ID.
    pub sub_appid: Option<String>,
    /// The user's openid under `sub_appid`.
    pub sub_openid: Option<String>,
    /// WeChat Pay's number for the contract, which debits name.
    pub contract_id: String,
    /// Number of the contract template.
    pub plan_id: i64,
    /// The merchant's own number for the contract.
    pub out_contract_code: String,
    /// State of the contract.
    pub contract_state: PapayContractState,
    /// The user's name, as the contract page showed it.
    pub contract_display_account: Option<String>,
    /// The merchant's own number for the user.
    pub out_user_code: Option<String>,
    /// Time at which the user signed.
    pub contract_signed_time: Option<DateTime>,
    /// Time at which the contract expires.
    pub contract_expired_time: Option<DateTime>,
    /// Details of the end, once the contract has ended.
    pub contract_terminate_info: Option<PapayTermination>,
    /// The debit that was announced with the contract, if the template provides for announced debits.
    pub deduct_schedule: Option<DeductSchedule>,
    /// The user's WeChat ID, masked. Only in queries on HarmonyOS.
    pub mask_wxid: Option<String>,
}

/// States of a contract of automatic debit (委托代扣协议状态).
#[wxpay_enum]
pub enum PapayContractState {
    /// Signed (已签约).
    Signed,
    /// Ended (已解约).
    Terminated,
    /// Signing failed (签约失败). Only in queries on HarmonyOS.
    SignFailed,
    /// Waiting for renewal (待续约). Only in queries on HarmonyOS.
    ToBeRenewed,
    /// Waiting for the end that the user asked for (待解约). Only on HarmonyOS.
    TerminatePending,
}

/// Details of the end of a contract of automatic debit (协议解约信息).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PapayTermination {
    /// The party that ended the contract.
    pub contract_termination_mode: Option<PapayTerminationMode>,
    /// Time of the end.
    pub contract_terminated_time: Option<DateTime>,
    /// Reason for the end, in words.
    pub contract_termination_remark: Option<String>,
}

/// Parties that can end a contract of automatic debit (协议解约方式).
#[wxpay_enum]
pub enum PapayTerminationMode {
    /// The user.
    UserTerminate,
    /// The merchant, by the API.
    MchApiTerminate,
    /// The API, by another name.
    Api,
    /// The merchant, on the merchant platform.
    WepayWebTerminate,
    /// WeChat Pay's customer service.
    CustomerServiceTerminate,
    /// WeChat Pay's system, for example when a contract expires.
    SystemTerminate,
}

/// A debit that was announced with the contract (预约扣费).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeductSchedule {
    /// Announced day of the debit, such as `2019-11-22`.
    pub estimated_deduct_date: Option<Date>,
    /// Announced amount.
    pub estimated_deduct_amount: Option<DeductAmount>,
    /// State of the debit.
    pub schedule_state: Option<ScheduleState>,
    /// Ordered amount.
    pub scheduled_amount: Option<DeductAmount>,
    /// Debited amount.
    pub deduct_amount: Option<DeductAmount>,
    /// Day of the debit, such as `2019-11-22`.
    pub deduct_date: Option<Date>,
}

/// An amount of an announced debit. Two sources disagree on the amount's name.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeductAmount {
    /// The amount in fen.
    pub total: Option<Fen>,
    /// The amount in fen, by another name.
    pub amount: Option<Fen>,
    /// The currency; `CNY` if it is missing.
    pub currency: Option<String>,
}

/// States of an announced debit (扣费预约状态).
#[wxpay_enum]
pub enum ScheduleState {
    /// Not ordered yet (未预约).
    NoScheduled,
    /// Ordered (已预约).
    Scheduled,
    /// Debited (已扣费).
    Paid,
    /// Expired: the day has passed (已过期).
    Expired,
}

/// A notification that a cross-border contract of automatic debit was signed or has ended (跨境委托代扣签约/解约通知): `PAPAY.SIGN` or
/// `PAPAY.TERMINATE`. Only the event type says which.
///
/// A merchant's contract has `mchid` and `appid`; an institution's has `sp_mchid`, `sp_appid` and `sub_mchid`.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CrossBorderContract {
    /// Merchant number of a merchant that signs for itself.
    pub mchid: Option<String>,
    /// The merchant's app ID.
    pub appid: Option<String>,
    /// The user's openid under `appid` or `sp_appid`.
    pub openid: Option<String>,
    /// The institution's merchant number.
    pub sp_mchid: Option<String>,
    /// The institution's app ID.
    pub sp_appid: Option<String>,
    /// The user's openid under `sp_appid`.
    pub sp_openid: Option<String>,
    /// The sub-merchant's merchant number.
    pub sub_mchid: Option<String>,
    /// The sub-merchant's app ID.
    pub sub_appid: Option<String>,
    /// The user's openid under `sub_appid`.
    pub sub_openid: Option<String>,
    /// The merchant's own number for the contract.
    pub out_contract_code: Option<String>,
    /// Number of the contract template.
    pub plan_id: Option<i64>,
    /// WeChat Pay's number for the contract, which debits name.
    pub contract_id: Option<String>,
    /// Time of the signing or of the end.
    pub operate_time: Option<DateTime>,
    /// Time at which the contract expires.
    pub contract_expired_time: Option<DateTime>,
    /// The party that ended the contract.
    pub contract_termination_mode: Option<CrossBorderTerminationMode>,
}

/// Parties that can end a cross-border contract (协议解约方式).
#[wxpay_enum]
pub enum CrossBorderTerminationMode {
    /// The user.
    User,
    /// The merchant.
    Merchant,
    /// WeChat Pay.
    Platform,
}
