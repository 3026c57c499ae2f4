//! Fees for after-sales services.

use super::ShareFailReason;
use crate::prelude::*;

/// Shares the fee for an after-sales service, such as for a ticket that was given back (请求售后服务分账).
///
/// It has no number of your own: after an unknown outcome ask ([`QueryAfterSalesSharing`]) before you send it again.
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
    /// The sub-merchant.
    #[wxpay(len = 32, label = "二级商户号")]
    pub sub_mchid: String,
    /// WeChat Pay's number for the payment.
    #[wxpay(len = 32, label = "微信订单号")]
    pub transaction_id: String,
    /// The fee, in fen.
    #[wxpay(range = 1.., label = "回退金额")]
    pub amount: Fen,
    /// What is shared.
    #[wxpay(label = "类型")]
    pub r#type: AfterSalesType,
    /// What the service was.
    #[wxpay(label = "场景")]
    pub scene: AfterSalesScene,
    /// WeChat Pay's number for the refund.
    #[wxpay(label = "微信退款单号")]
    pub refund_id: String,
}

/// What is shared after a sale (类型).
#[wxpay_enum]
pub enum AfterSalesType {
    /// The income of a service fee.
    ServiceFeeIncome,
}

/// An after-sales service (场景).
#[wxpay_enum]
pub enum AfterSalesScene {
    /// A ticket is given back (退票).
    RefundTicket,
    /// A ticket is changed (改签).
    ChangeTicket,
    /// Goods are sent back (退货).
    ReturnGoods,
}

/// The answer to a [`CreateAfterSalesSharing`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RequestedAfterSalesSharing {
    /// The sub-merchant.
    pub sub_mchid: String,
    /// WeChat Pay's number for the payment.
    pub transaction_id: String,
    /// The fee, in fen.
    pub amount: Option<Fen>,
}

/// Asks what became of a [`CreateAfterSalesSharing`] (查询售后服务分账结果).
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
    /// The sub-merchant.
    #[wxpay(len = 32, label = "二级商户号")]
    pub sub_mchid: String,
    /// WeChat Pay's number for the payment.
    #[wxpay(len = 32, label = "微信订单号")]
    pub transaction_id: Option<String>,
}

/// A shared fee for an after-sales service (售后服务分账).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AfterSalesSharing {
    /// The sub-merchant.
    pub sub_mchid: String,
    /// WeChat Pay's number for the payment.
    pub transaction_id: String,
    /// The fee, in fen.
    pub amount: Fen,
    /// Whether the money moved.
    pub result: AfterSalesResult,
    /// Why it did not.
    pub fail_reason: Option<ShareFailReason>,
    /// When it ended.
    pub finish_time: Option<DateTime>,
}

/// Whether the money of a fee moved (分账结果).
#[wxpay_enum]
pub enum AfterSalesResult {
    /// Not yet: ask again.
    Processing,
    /// It did.
    Success,
    /// It did not.
    Failed,
}
