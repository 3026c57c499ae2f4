//! Messages to the user about what will be charged.

use super::PostItem;
use crate::prelude::*;

/// Tells the user of a sub-merchant's fees that are not settled yet (下发服务费用待处理消息).
///
/// Repeating it is not documented: each call may be a message to the user.
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
    /// The service.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: String,
    /// The sub-merchant.
    #[wxpay(len = 32, label = "子商户商户号")]
    pub sub_mchid: String,
    /// What is paid for.
    #[wxpay(items = 1..=100, label = "后付费项目")]
    pub post_payments: Vec<PostItem>,
    /// What is taken off.
    #[wxpay(items = ..=30, label = "商户优惠")]
    pub post_discounts: Option<Vec<PostItem>>,
    /// What is to be paid, in fen: the sum of `post_payments` less that of `post_discounts`.
    #[wxpay(range = 0.., label = "总金额")]
    pub total_amount: Fen,
    /// The day on which it will be charged, in Beijing time.
    #[wxpay(label = "预计扣费时间")]
    pub prepaid_time: CompactDate,
}

/// Tells the user what a sub-merchant will charge, before it does (下发服务预扣费消息).
///
/// Repeating it is not documented: each call may be a message to the user.
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
    /// The service.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: String,
    /// The sub-merchant.
    #[wxpay(len = 32, label = "子商户商户号")]
    pub sub_mchid: String,
    /// What is paid for.
    #[wxpay(items = 1..=100, label = "后付费项目")]
    pub post_payments: Vec<PostItem>,
    /// What is taken off.
    #[wxpay(items = ..=30, label = "商户优惠")]
    pub post_discounts: Option<Vec<PostItem>>,
    /// What will be charged, in fen: the sum of `post_payments` less that of `post_discounts`.
    #[wxpay(range = 0.., label = "总金额")]
    pub total_amount: Fen,
    /// The day on which it will be charged, in Beijing time.
    #[wxpay(label = "预计扣费时间")]
    pub prepaid_time: CompactDate,
}
