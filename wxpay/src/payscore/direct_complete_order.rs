//! A service order that is created and completed at once.

use super::{Location, PostItem, ServiceOrder, TimeRange};
use crate::prelude::*;

/// Creates a service order and completes it in one step (创单结单合并), for a service that is over at once.
///
/// It needs a user who has given permission, and a merchant whom WeChat Pay has opened this endpoint for.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/payscore/serviceorder/direct-complete",
    response = ServiceOrder,
    required = DirectCompleteOrderRequired,
    number = "out_order_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012924361"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DirectCompleteOrder {
    /// The merchant's own number for the order, unique under the merchant. Refunds do not take it.
    #[wxpay(len = 32, pattern = r"[0-9A-Za-z_\-|*]+", label = "商户服务订单号")]
    pub out_order_no: String,
    /// The app ID, bound to the merchant.
    #[wxpay(len = 32, label = "公众账号ID")]
    pub appid: String,
    /// The service.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: String,
    /// What the service was, for the user to read.
    #[wxpay(len = 20, label = "服务信息")]
    pub service_introduction: Option<String>,
    /// What is paid for.
    #[wxpay(items = ..=100, label = "后付费项目")]
    pub post_payments: Option<Vec<PostItem>>,
    /// What is taken off.
    #[wxpay(items = ..=30, label = "后付费商户优惠")]
    pub post_discounts: Option<Vec<PostItem>>,
    /// What is to be paid, in fen: the sum of `post_payments` less that of `post_discounts`.
    #[wxpay(range = 0.., label = "总金额")]
    pub total_amount: Option<Fen>,
    /// When the service was.
    #[wxpay(label = "服务时间段")]
    pub time_range: TimeRange,
    /// Where the service was.
    #[wxpay(label = "服务位置")]
    pub location: Option<Location>,
    /// Whether the money stays frozen until it is shared (分账). Missing means no.
    #[wxpay(default = false, label = "微信支付服务分账标记")]
    pub profit_sharing: Option<bool>,
    /// A coupon's tag (订单优惠标记), where its batch has tags.
    #[wxpay(label = "订单优惠标记")]
    pub goods_tag: Option<String>,
    /// The merchant's own data, percent-encoded: returned by queries and notifications, not shown to the user.
    #[wxpay(len = ..=256, label = "商户数据包")]
    pub attach: Option<String>,
    /// Where WeChat Pay reports that the order was paid.
    #[wxpay(len = 255, bare_url, label = "商户回调地址")]
    pub notify_url: Option<String>,
    /// The user under `appid`.
    #[wxpay(len = 128, label = "用户标识")]
    pub openid: Option<String>,
}
