//! The end of the service.

use super::{Device, Location, PostItem, ServiceOrder, TimeRange};
use crate::prelude::*;

/// Completes a service order after the service, and says what it costs (完结支付分订单).
///
/// From then on WeChat Pay collects, again and again until it is paid; it does not give up by itself. An order without
/// anything to pay is `DONE` at once. Only an order that is `DOING` with `USER_CONFIRM` can be completed.
///
/// What is paid for and what is taken off replace what the order was created with.
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
    /// The service.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: String,
    /// What is paid for.
    #[wxpay(items = 1..=100, label = "后付费项目")]
    pub post_payments: Vec<PostItem>,
    /// What is taken off.
    #[wxpay(items = ..=30, label = "商户优惠")]
    pub post_discounts: Option<Vec<PostItem>>,
    /// What is to be paid, in fen: the sum of `post_payments` less that of `post_discounts`. It is limited by what was
    /// agreed on for the service, and where the user left a deposit, by the order's risk fund.
    #[wxpay(range = 0.., label = "总金额")]
    pub total_amount: Fen,
    /// When the service was. An order that was created without an end needs it here.
    #[wxpay(label = "实际服务时间段")]
    pub time_range: Option<TimeRange>,
    /// Where the service was. Its end can be given here, not its start.
    #[wxpay(label = "实际服务位置")]
    pub location: Option<Location>,
    /// Whether the money stays frozen until it is shared (分账).
    #[wxpay(label = "微信支付服务分账标记")]
    pub profit_sharing: Option<bool>,
    /// A coupon's tag (订单优惠标记), where its batch has tags.
    #[wxpay(label = "订单优惠标记")]
    pub goods_tag: Option<String>,
    /// The devices that the service was used with.
    #[wxpay(label = "设备信息")]
    pub device: Option<Device>,
}
