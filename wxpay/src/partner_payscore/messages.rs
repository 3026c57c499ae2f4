//! Messages that announce a charge to the user.

use super::PostItem;
use crate::prelude::*;

/// Sends the user a message about a sub-merchant's unsettled fees (下发服务费用待处理消息).
///
/// The pages do not say what repeating it does: each call may send another message to the user.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/payscore/partner/serviceorder/{out_order_no}/send-pendingmessage",
    required = SendPendingMessageRequired,
    doc = "https://pay.weixin.qq.com/docs/partner/apis/partner-weixin-pay-score/partner-service-order/send-partner-order-pending-message.html"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SendPendingMessage {
    /// The merchant's own number for the order.
    #[wxpay(len = 32, pattern = r"[0-9A-Za-z_\-|*]+", label = "商户服务订单号")]
    pub out_order_no: String,
    /// ID of the service.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: String,
    /// The sub-merchant's merchant number.
    #[wxpay(len = 32, label = "子商户商户号")]
    pub sub_mchid: String,
    /// Items that the user pays for.
    #[wxpay(items = 1..=100, label = "后付费项目")]
    pub post_payments: Vec<PostItem>,
    /// Discounts of the merchant.
    #[wxpay(items = ..=30, label = "商户优惠")]
    pub post_discounts: Option<Vec<PostItem>>,
    /// Total amount in fen: the sum of `post_payments` minus the sum of `post_discounts`.
    #[wxpay(range = 0.., label = "总金额")]
    pub total_amount: Fen,
    /// Day of the charge, in Beijing time.
    #[wxpay(label = "预计扣费时间")]
    pub prepaid_time: CompactDate,
}

/// Sends the user a message about a sub-merchant's upcoming charge (下发服务预扣费消息).
///
/// The pages do not say what repeating it does: each call may send another message to the user.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/payscore/partner/serviceorder/{out_order_no}/send-prepaidmessage",
    required = SendPrepaidMessageRequired,
    doc = "https://pay.weixin.qq.com/docs/partner/apis/partner-weixin-pay-score/partner-service-order/send-partner-order-prepaid-message.html"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SendPrepaidMessage {
    /// The merchant's own number for the order.
    #[wxpay(len = 32, pattern = r"[0-9A-Za-z_\-|*]+", label = "商户服务订单号")]
    pub out_order_no: String,
    /// ID of the service.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: String,
    /// The sub-merchant's merchant number.
    #[wxpay(len = 32, label = "子商户商户号")]
    pub sub_mchid: String,
    /// Items that the user pays for.
    #[wxpay(items = 1..=100, label = "后付费项目")]
    pub post_payments: Vec<PostItem>,
    /// Discounts of the merchant.
    #[wxpay(items = ..=30, label = "商户优惠")]
    pub post_discounts: Option<Vec<PostItem>>,
    /// Amount of the charge in fen: the sum of `post_payments` minus the sum of `post_discounts`.
    #[wxpay(range = 0.., label = "总金额")]
    pub total_amount: Fen,
    /// Day of the charge, in Beijing time.
    #[wxpay(label = "预计扣费时间")]
    pub prepaid_time: CompactDate,
}
