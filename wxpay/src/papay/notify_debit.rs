//! What the user is told before a debit.

use crate::prelude::*;

/// Tells the user of a debit to come (预扣费通知).
///
/// The user has a day in between to refuse: to collect on the 3rd, tell it on the 1st. Not more than the announced amount
/// can be collected.
///
/// There is no number that makes repeating safe.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/papay/contracts/{contract_id}/notify",
    required = NotifyDebitRequired,
    doc = "https://pay.weixin.qq.com/docs/merchant/apis/entrusted-payment/json/deduct-notify.html"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct NotifyDebit {
    /// WeChat Pay's number for the contract.
    #[wxpay(label = "委托代扣协议ID")]
    pub contract_id: String,
    /// The merchant; the one that signs.
    #[wxpay(len = 32, label = "直连商户号", caller)]
    pub mchid: String,
    /// The app ID of the contract.
    #[wxpay(len = 32, label = "公众号ID")]
    pub appid: String,
    /// For how long the debit can be collected.
    #[wxpay(label = "扣费持续时间")]
    pub deduct_duration: Option<DeductDuration>,
    /// How much is going to be collected at most.
    #[wxpay(label = "预计扣费金额信息")]
    pub estimated_amount: EstimatedAmount,
}

/// For how long a debit can be collected (扣费持续时间).
#[wxpay_object(required = DeductDurationRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DeductDuration {
    /// How many days, 1 to 3.
    #[wxpay(range = 1..=3, label = "扣费持续时间数")]
    pub count: i64,
    /// What `count` counts.
    #[wxpay(label = "单位")]
    pub unit: Option<DurationUnit>,
}

/// What a duration is counted in (单位).
#[wxpay_enum]
pub enum DurationUnit {
    /// Days (天).
    Day,
}

/// How much is going to be collected at most (预计扣费金额).
#[wxpay_object(required = EstimatedAmountRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct EstimatedAmount {
    /// The amount, in fen.
    #[wxpay(label = "预计扣费金额")]
    pub amount: Fen,
    /// `CNY`; a missing one is `CNY`.
    #[wxpay(label = "预计扣费货币类型")]
    pub currency: Option<String>,
}

/// Asks the user to see to the money after a debit failed (重试扣费通知), while it can still be collected.
///
/// There is no number that makes repeating safe.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/papay/contracts/{contract_id}/fail-notify",
    required = NotifyRetryRequired
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct NotifyRetry {
    /// WeChat Pay's number for the contract.
    #[wxpay(label = "委托代扣协议ID")]
    pub contract_id: String,
    /// The merchant; the one that signs.
    #[wxpay(len = 32, label = "直连商户号", caller)]
    pub mchid: String,
    /// The app ID of the contract.
    #[wxpay(len = 32, label = "公众号ID")]
    pub appid: String,
}
