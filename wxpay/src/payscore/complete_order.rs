//! Completing a service order.

use super::{Device, Location, PostItem, ServiceOrder, TimeRange};
use crate::prelude::*;

/// Completes a service order after the service, with its cost (完结支付分订单).
///
/// WeChat Pay then tries to collect until the order is paid; it does not stop by itself. An order without anything to pay is
/// `DONE` at once. Only an order that is `DOING` with `USER_CONFIRM` can be completed.
///
/// The items and discounts replace those that the order was created with.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/payscore/serviceorder/{out_order_no}/complete",
    response = ServiceOrder,
    required = CompleteOrderRequired,
    number = "out_order_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012587955"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CompleteOrder {
    /// The merchant's own number for the order.
    #[wxpay(len = 32, pattern = r"[0-9A-Za-z_\-|*]+", label = "商户服务订单号")]
    pub out_order_no: String,
    /// The app ID that created the order.
    #[wxpay(len = 32, label = "公众账号ID")]
    pub appid: String,
    /// ID of the service.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: String,
    /// Items that the user pays for.
    #[wxpay(items = 1..=100, label = "后付费项目")]
    pub post_payments: Vec<PostItem>,
    /// Discounts of the merchant.
    #[wxpay(items = ..=30, label = "商户优惠")]
    pub post_discounts: Option<Vec<PostItem>>,
    /// Total amount in fen: the sum of `post_payments` minus the sum of `post_discounts`. Its limit is the amount agreed on for
    /// the service; if the user left a deposit, also the order's risk fund.
    #[wxpay(range = 0.., label = "总金额")]
    pub total_amount: Fen,
    /// Actual time of the service. An order that was created without an end needs one here.
    #[wxpay(label = "实际服务时间段")]
    pub time_range: Option<TimeRange>,
    /// Actual place of the service: only its end can be given here, not its start.
    #[wxpay(label = "实际服务位置")]
    pub location: Option<Location>,
    /// Keeps the money frozen until it is shared (分账).
    #[wxpay(label = "微信支付服务分账标记")]
    pub profit_sharing: Option<bool>,
    /// Discount tag (订单优惠标记) of a coupon batch, if the batch has tags.
    #[wxpay(label = "订单优惠标记")]
    pub goods_tag: Option<String>,
    /// The devices that the service was used with.
    #[wxpay(label = "设备信息")]
    pub device: Option<Device>,
}
