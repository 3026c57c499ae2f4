//! Notifications of the user about a debit.

use crate::prelude::*;

/// Notifies the user of a future debit (预扣费通知).
///
/// The user then has a day to refuse: notify on the 1st to collect on the 3rd. The debit cannot exceed the announced amount.
///
/// No business number makes a repeated request safe.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/papay/contracts/{contract_id}/notify",
    required = NotifyDebitRequired,
    doc = "https://pay.weixin.qq.com/docs/merchant/apis/entrusted-payment/json/deduct-notify.html"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct NotifyDebit {
    /// WeChat Pay's number of the contract.
    #[wxpay(label = "委托代扣协议ID")]
    pub contract_id: String,
    /// Merchant number of the caller.
    #[wxpay(len = 32, label = "直连商户号", caller)]
    pub mchid: String,
    /// App ID of the contract.
    #[wxpay(len = 32, label = "公众号ID")]
    pub appid: String,
    /// Duration in which the debit can be collected.
    #[wxpay(label = "扣费持续时间")]
    pub deduct_duration: Option<DeductDuration>,
    /// Highest amount of the debit.
    #[wxpay(label = "预计扣费金额信息")]
    pub estimated_amount: EstimatedAmount,
}

/// The duration in which a debit can be collected (扣费持续时间).
#[wxpay_object(required = DeductDurationRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DeductDuration {
    /// Number of days, 1 to 3.
    #[wxpay(range = 1..=3, label = "扣费持续时间数")]
    pub count: i64,
    /// Unit of `count`.
    #[wxpay(label = "单位")]
    pub unit: Option<DurationUnit>,
}

/// The unit of a duration (单位).
#[wxpay_enum]
pub enum DurationUnit {
    /// Days (天).
    Day,
}

/// The highest amount of a debit (预计扣费金额).
#[wxpay_object(required = EstimatedAmountRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct EstimatedAmount {
    /// Amount in fen.
    #[wxpay(label = "预计扣费金额")]
    pub amount: Fen,
    /// Currency: `CNY`, also by default.
    #[wxpay(label = "预计扣费货币类型")]
    pub currency: Option<String>,
}

/// Asks the user to provide money after a failed debit (重试扣费通知), while it can still be collected.
///
/// No business number makes a repeated request safe.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/papay/contracts/{contract_id}/fail-notify",
    required = NotifyRetryRequired
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct NotifyRetry {
    /// WeChat Pay's number of the contract.
    #[wxpay(label = "委托代扣协议ID")]
    pub contract_id: String,
    /// Merchant number of the caller.
    #[wxpay(len = 32, label = "直连商户号", caller)]
    pub mchid: String,
    /// App ID of the contract.
    #[wxpay(len = 32, label = "公众号ID")]
    pub appid: String,
}
