//! Starting, pausing, restarting and stopping a batch.

use crate::prelude::*;

/// Activates a batch (激活代金券批次): its coupons can then be given out.
///
/// If the batch has a prepaid budget (预充值), the budget is locked in the merchant's balance, which has to be sufficient.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`, `MCH_NOT_EXISTS`; 401 `SIGN_ERROR`; 403 `NOT_ENOUGH` (the balance is not
/// sufficient); 404 `RESOURCE_NOT_EXISTS` (no such batch); 429 `FREQUENCY_LIMIT_EXCEED`; 500 `SYSTEM_ERROR`.
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
    /// Batch ID.
    #[wxpay(label = "批次号")]
    pub stock_id: String,
    /// Merchant number of the batch's creator.
    #[wxpay(len = 32, label = "创建批次的商户号")]
    pub stock_creator_mchid: String,
}

/// The answer to a [`StartStock`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct StartStockResponse {
    /// Time of activation.
    pub start_time: DateTime,
    /// Batch ID.
    pub stock_id: String,
}

/// Pauses a batch (暂停代金券批次): no coupons are given out until [`RestartStock`].
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
    /// Batch ID.
    #[wxpay(label = "批次号")]
    pub stock_id: String,
    /// Merchant number of the batch's creator.
    #[wxpay(len = 32, label = "创建批次的商户号")]
    pub stock_creator_mchid: String,
}

/// The answer to a [`PauseStock`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PauseStockResponse {
    /// Time of pausing.
    pub pause_time: Option<DateTime>,
    /// Batch ID.
    pub stock_id: String,
}

/// Restarts a paused batch (重启代金券批次).
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
    /// Batch ID.
    #[wxpay(label = "批次号")]
    pub stock_id: String,
    /// Merchant number of the batch's creator.
    #[wxpay(len = 32, label = "创建批次的商户号")]
    pub stock_creator_mchid: String,
}

/// The answer to a [`RestartStock`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RestartStockResponse {
    /// Time of restarting.
    pub restart_time: Option<DateTime>,
    /// Batch ID.
    pub stock_id: String,
}

/// Stops a batch for good (终止代金券批次): no more coupons are given out, and the batch cannot be started again.
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
    /// Batch ID.
    #[wxpay(label = "批次号")]
    pub stock_id: String,
    /// Merchant number of the batch's creator.
    #[wxpay(len = 32, label = "创建批次的商户号")]
    pub stock_creator_mchid: String,
}

/// The answer to a [`StopStock`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct StopStockResponse {
    /// Time of stopping.
    pub stop_time: DateTime,
    /// Batch ID.
    pub stock_id: String,
}
