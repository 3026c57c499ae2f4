//! Profit sharing of fees for after-sales services.

use super::ShareFailReason;
use crate::prelude::*;

/// Shares the fee for an after-sales service, such as the return of a ticket (请求售后服务分账).
///
/// The request has no business number: after an unknown outcome, query first ([`QueryAfterSalesSharing`]) before you repeat it.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 403 `NO_AUTH`; 429 `FREQUENCY_LIMITED`; 500
/// `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/ecommerce/profitsharing/after-sales-orders",
    response = RequestedAfterSalesSharing,
    required = CreateAfterSalesSharingRequired
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CreateAfterSalesSharing {
    /// Merchant number of the sub-merchant.
    #[wxpay(len = 32, label = "二级商户号")]
    pub sub_mchid: String,
    /// WeChat Pay's number of the payment.
    #[wxpay(len = 32, label = "微信订单号")]
    pub transaction_id: String,
    /// Amount of the fee in fen.
    #[wxpay(range = 1.., label = "回退金额")]
    pub amount: Fen,
    /// Type of the shared money.
    #[wxpay(label = "类型")]
    pub r#type: AfterSalesType,
    /// After-sales service.
    #[wxpay(label = "场景")]
    pub scene: AfterSalesScene,
    /// WeChat Pay's refund number.
    #[wxpay(label = "微信退款单号")]
    pub refund_id: String,
}

/// The type of the shared money (类型).
#[wxpay_enum]
pub enum AfterSalesType {
    /// Income from a service fee.
    ServiceFeeIncome,
}

/// An after-sales service (场景).
#[wxpay_enum]
pub enum AfterSalesScene {
    /// Return of a ticket (退票).
    RefundTicket,
    /// Change of a ticket (改签).
    ChangeTicket,
    /// Return of goods (退货).
    ReturnGoods,
}

/// The answer to a [`CreateAfterSalesSharing`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RequestedAfterSalesSharing {
    /// Merchant number of the sub-merchant.
    pub sub_mchid: String,
    /// WeChat Pay's number of the payment.
    pub transaction_id: String,
    /// Amount of the fee in fen.
    pub amount: Option<Fen>,
}

/// Queries a [`CreateAfterSalesSharing`] (查询售后服务分账结果).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 404 `RESOURCE_NOT_EXISTS`; 429 `FREQUENCY_LIMITED`;
/// 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/ecommerce/profitsharing/after-sales-orders",
    response = AfterSalesSharing,
    required = QueryAfterSalesSharingRequired
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryAfterSalesSharing {
    /// Merchant number of the sub-merchant.
    #[wxpay(len = 32, label = "二级商户号")]
    pub sub_mchid: String,
    /// WeChat Pay's number of the payment.
    #[wxpay(len = 32, label = "微信订单号")]
    pub transaction_id: Option<String>,
}

/// A shared fee for an after-sales service (售后服务分账).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AfterSalesSharing {
    /// Merchant number of the sub-merchant.
    pub sub_mchid: String,
    /// WeChat Pay's number of the payment.
    pub transaction_id: String,
    /// Amount of the fee in fen.
    pub amount: Fen,
    /// Result.
    pub result: AfterSalesResult,
    /// Reason of a failure.
    pub fail_reason: Option<ShareFailReason>,
    /// Time of the result.
    pub finish_time: Option<DateTime>,
}

/// The result of sharing a fee (分账结果).
#[wxpay_enum]
pub enum AfterSalesResult {
    /// In progress: query again.
    Processing,
    /// Succeeded.
    Success,
    /// Failed.
    Failed,
}
