//! Scheduled debits.

use super::{Amount, ScheduleState};
use crate::prelude::*;

/// Schedules a debit, if the template requires scheduling (预约扣费).
///
/// WeChat Pay notifies the user. [`ApplyDebit`](super::ApplyDebit) collects on the days that the answer names.
///
/// No business number makes a repeated request safe: without an answer, query the schedule ([`QuerySchedule`]).
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/papay/pay/schedules/contract-id/{contract_id}/schedule",
    response = Schedule,
    required = ScheduleDebitRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012467036"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ScheduleDebit {
    /// WeChat Pay's number of the contract.
    #[wxpay(label = "委托代扣协议ID")]
    pub contract_id: String,
    /// App ID of the contract.
    #[wxpay(len = 32, label = "应用ID")]
    pub appid: String,
    /// Amount that will be collected.
    #[wxpay(label = "预约的金额信息")]
    pub schedule_amount: Amount,
}

/// Queries the scheduled debit of a contract (查询扣费预约).
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/papay/pay/schedules/contract-id/{contract_id}",
    response = Schedule,
    required = QueryScheduleRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012466997"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QuerySchedule {
    /// WeChat Pay's number of the contract.
    #[wxpay(label = "委托代扣协议ID")]
    pub contract_id: String,
}

/// A scheduled debit (扣费预约).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Schedule {
    /// State of the scheduled debit.
    pub schedule_state: ScheduleState,
    /// First day on which the debit can be collected, such as `2019-11-22`.
    pub deduct_start_date: Option<Date>,
    /// Last day on which the debit can be collected, such as `2019-11-22`.
    pub deduct_end_date: Option<Date>,
    /// Scheduled amount.
    #[wxpay(compared)]
    pub scheduled_amount: Option<Amount>,
    /// Amount that was collected.
    pub deduct_amount: Option<Amount>,
    /// Day of the collection, such as `2019-11-22`.
    pub deduct_date: Option<Date>,
}
