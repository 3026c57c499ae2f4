//! A debit by appointment.

use super::{Amount, ScheduleState};
use crate::prelude::*;

/// Makes the appointment for a debit (预约扣费), by a template that demands one.
///
/// WeChat Pay tells the user. On the days that the answer names, [`ApplyDebit`](super::ApplyDebit) collects.
///
/// There is no number that makes repeating safe: without an answer, [`QuerySchedule`] tells whether the appointment stands.
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
    /// WeChat Pay's number for the contract.
    #[wxpay(label = "委托代扣协议ID")]
    pub contract_id: String,
    /// The app ID of the contract.
    #[wxpay(len = 32, label = "应用ID")]
    pub appid: String,
    /// How much is going to be collected.
    #[wxpay(label = "预约的金额信息")]
    pub schedule_amount: Amount,
}

/// Asks for a contract's appointment (查询扣费预约).
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
    /// WeChat Pay's number for the contract.
    #[wxpay(label = "委托代扣协议ID")]
    pub contract_id: String,
}

/// The appointment for a debit (扣费预约).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Schedule {
    /// How far it got.
    pub schedule_state: ScheduleState,
    /// The first day on which it can be collected, such as `2019-11-22`.
    pub deduct_start_date: Option<Date>,
    /// The last day, such as `2019-11-22`.
    pub deduct_end_date: Option<Date>,
    /// The amount that the appointment is for.
    #[wxpay(compared)]
    pub scheduled_amount: Option<Amount>,
    /// The amount that was collected, once it was.
    pub deduct_amount: Option<Amount>,
    /// The day it was collected, such as `2019-11-22`.
    pub deduct_date: Option<Date>,
}
