//! A batch's life: activated, paused, restarted, ended.

use crate::prelude::*;

/// Activates a batch (激活代金券批次): from now on its coupons can be given out.
///
/// If money moves (预充值), the batch's budget is locked in the merchant's balance, which has to suffice.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`, `MCH_NOT_EXISTS`; 401 `SIGN_ERROR`; 403 `NOT_ENOUGH` (the balance does
/// not suffice); 404 `RESOURCE_NOT_EXISTS` (no such batch); 429 `FREQUENCY_LIMIT_EXCEED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/marketing/favor/stocks/{stock_id}/start",
    response = StartStockResponse,
    required = StartStockRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012460137"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct StartStock {
    /// The batch.
    #[wxpay(label = "批次号")]
    pub stock_id: String,
    /// The merchant that made it.
    #[wxpay(len = 32, label = "创建批次的商户号")]
    pub stock_creator_mchid: String,
}

/// The answer to a [`StartStock`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct StartStockResponse {
    /// Since when it is active.
    pub start_time: DateTime,
    /// The batch.
    pub stock_id: String,
}

/// Pauses a batch (暂停代金券批次): nobody gets a coupon of it until [`RestartStock`].
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`, `MCH_NOT_EXISTS`; 401 `SIGN_ERROR`; 404 `RESOURCE_NOT_EXISTS` (no such
/// batch); 429 `FREQUENCY_LIMIT_EXCEED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/marketing/favor/stocks/{stock_id}/pause",
    response = PauseStockResponse,
    required = PauseStockRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012460305"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PauseStock {
    /// The batch.
    #[wxpay(label = "批次号")]
    pub stock_id: String,
    /// The merchant that made it.
    #[wxpay(len = 32, label = "创建批次的商户号")]
    pub stock_creator_mchid: String,
}

/// The answer to a [`PauseStock`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PauseStockResponse {
    /// Since when it is paused.
    pub pause_time: Option<DateTime>,
    /// The batch.
    pub stock_id: String,
}

/// Lets a paused batch go on (重启代金券批次).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`, `MCH_NOT_EXISTS`; 401 `SIGN_ERROR`; 404 `RESOURCE_NOT_EXISTS` (no such
/// batch); 429 `FREQUENCY_LIMIT_EXCEED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/marketing/favor/stocks/{stock_id}/restart",
    response = RestartStockResponse,
    required = RestartStockRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012460411"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RestartStock {
    /// The batch.
    #[wxpay(label = "批次号")]
    pub stock_id: String,
    /// The merchant that made it.
    #[wxpay(len = 32, label = "创建批次的商户号")]
    pub stock_creator_mchid: String,
}

/// The answer to a [`RestartStock`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RestartStockResponse {
    /// Since when it goes on.
    pub restart_time: Option<DateTime>,
    /// The batch.
    pub stock_id: String,
}

/// Ends a batch for good (终止代金券批次): nobody gets a coupon of it any more, and nothing starts it again.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`, `MCH_NOT_EXISTS`; 401 `SIGN_ERROR`; 404 `RESOURCE_NOT_EXISTS` (no such
/// batch); 429 `FREQUENCY_LIMIT_EXCEED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/marketing/favor/stocks/{stock_id}/stop",
    response = StopStockResponse,
    required = StopStockRequired
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct StopStock {
    /// The batch.
    #[wxpay(label = "批次号")]
    pub stock_id: String,
    /// The merchant that made it.
    #[wxpay(len = 32, label = "创建批次的商户号")]
    pub stock_creator_mchid: String,
}

/// The answer to a [`StopStock`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct StopStockResponse {
    /// When it ended.
    pub stop_time: DateTime,
    /// The batch.
    pub stock_id: String,
}
