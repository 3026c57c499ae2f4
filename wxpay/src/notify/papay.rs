//! Contracts of automatic debit.

use crate::prelude::*;

/// A contract of automatic debit that was signed or has ended (委托代扣签约/解约结果通知): `ENTRUST.SIGN` or
/// `ENTRUST.TERMINATE`; `contract_state` says which. Queries answer the same.
///
/// A merchant's has `mchid`, `appid` and `openid`; a service provider's has the members with `sp_` and `sub_`.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PapayContract {
    /// The merchant, where it signs for itself.
    pub mchid: Option<String>,
    /// The merchant's app ID.
    pub appid: Option<String>,
    /// The user under `appid`.
    pub openid: Option<String>,
    /// The service provider.
    pub sp_mchid: Option<String>,
    /// The service provider's app ID.
    pub sp_appid: Option<String>,
    /// The user under `sp_appid`.
    pub sp_openid: Option<String>,
    /// The sub-merchant.
    pub sub_mchid: Option<String>,
    /// The sub-merchant's app ID.
    pub sub_appid: Option<String>,
    /// The user under `sub_appid`.
    pub sub_openid: Option<String>,
    /// WeChat Pay's number for the contract; debits go by it.
    pub contract_id: String,
    /// The template.
    pub plan_id: i64,
    /// The merchant's own number for the contract.
    pub out_contract_code: String,
    /// Whether the contract is in force.
    pub contract_state: PapayContractState,
    /// The user's name, as the contract page showed it.
    pub contract_display_account: Option<String>,
    /// The merchant's own number for the user.
    pub out_user_code: Option<String>,
    /// When the user signed.
    pub contract_signed_time: Option<DateTime>,
    /// Until when it is in force.
    pub contract_expired_time: Option<DateTime>,
    /// How it ended, once it has.
    pub contract_terminate_info: Option<PapayTermination>,
    /// The debit that was announced when the contract was signed, if its template has such.
    pub deduct_schedule: Option<DeductSchedule>,
    /// The user's WeChat ID, most of it hidden. Queries on HarmonyOS only.
    pub mask_wxid: Option<String>,
}

/// Whether a contract of automatic debit is in force (委托代扣协议状态).
#[wxpay_enum]
pub enum PapayContractState {
    /// Signed (已签约).
    Signed,
    /// Ended (已解约).
    Terminated,
    /// Could not be signed (签约失败). Queries on HarmonyOS only.
    SignFailed,
    /// Waits to be renewed (待续约). Queries on HarmonyOS only.
    ToBeRenewed,
    /// The user wants to end it (待解约). On HarmonyOS only.
    TerminatePending,
}

/// How a contract of automatic debit ended (协议解约信息).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PapayTermination {
    /// Who ended it.
    pub contract_termination_mode: Option<PapayTerminationMode>,
    /// When.
    pub contract_terminated_time: Option<DateTime>,
    /// Why, in words.
    pub contract_termination_remark: Option<String>,
}

/// Who ended a contract of automatic debit (协议解约方式).
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
    /// WeChat Pay's system, as when a contract runs out.
    SystemTerminate,
}

/// A debit that was announced when the contract was signed (预约扣费).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeductSchedule {
    /// The day for which it was announced, as `2019-11-22`.
    pub estimated_deduct_date: Option<Date>,
    /// The amount that was announced.
    pub estimated_deduct_amount: Option<DeductAmount>,
    /// How far it got.
    pub schedule_state: Option<ScheduleState>,
    /// The amount that was ordered.
    pub scheduled_amount: Option<DeductAmount>,
    /// The amount that was debited.
    pub deduct_amount: Option<DeductAmount>,
    /// The day it was debited, as `2019-11-22`.
    pub deduct_date: Option<Date>,
}

/// An amount of an announced debit. Two sources disagree on its name.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeductAmount {
    /// The amount in fen.
    pub total: Option<Fen>,
    /// The amount in fen, by another name.
    pub amount: Option<Fen>,
    /// The currency; a missing one is `CNY`.
    pub currency: Option<String>,
}

/// How far an announced debit got (扣费预约状态).
#[wxpay_enum]
pub enum ScheduleState {
    /// Not ordered yet (未预约).
    NoScheduled,
    /// Ordered (已预约).
    Scheduled,
    /// Debited (已扣费).
    Paid,
    /// Its day has passed (已过期).
    Expired,
}

/// A cross-border contract of automatic debit that was signed or has ended (跨境委托代扣签约/解约通知): `PAPAY.SIGN` or
/// `PAPAY.TERMINATE`, which is the only place that says which.
///
/// A merchant's has `mchid` and `appid`, an institution's `sp_mchid`, `sp_appid` and `sub_mchid`.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CrossBorderContract {
    /// The merchant, where it signs for itself.
    pub mchid: Option<String>,
    /// The merchant's app ID.
    pub appid: Option<String>,
    /// The user under `appid` or `sp_appid`.
    pub openid: Option<String>,
    /// The institution.
    pub sp_mchid: Option<String>,
    /// The institution's app ID.
    pub sp_appid: Option<String>,
    /// The user under `sp_appid`.
    pub sp_openid: Option<String>,
    /// The sub-merchant.
    pub sub_mchid: Option<String>,
    /// The sub-merchant's app ID.
    pub sub_appid: Option<String>,
    /// The user under `sub_appid`.
    pub sub_openid: Option<String>,
    /// The merchant's own number for the contract.
    pub out_contract_code: Option<String>,
    /// The template.
    pub plan_id: Option<i64>,
    /// WeChat Pay's number for the contract; debits go by it.
    pub contract_id: Option<String>,
    /// When it was signed or ended.
    pub operate_time: Option<DateTime>,
    /// Until when it is in force.
    pub contract_expired_time: Option<DateTime>,
    /// Who ended it.
    pub contract_termination_mode: Option<CrossBorderTerminationMode>,
}

/// Who ended a cross-border contract (协议解约方式).
#[wxpay_enum]
pub enum CrossBorderTerminationMode {
    /// The user.
    User,
    /// The merchant.
    Merchant,
    /// WeChat Pay.
    Platform,
}
