//! A service order that is created and completed at once.

use super::{Location, PostItem, TimeRange};
use crate::prelude::*;

/// Creates and completes a sub-merchant's service order in one step (创单结单合并), for a service that ends at once.
///
/// The user must have given permission, and WeChat Pay must have opened this endpoint to the service provider.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/payscore/partner/serviceorder/direct-complete",
    required = DirectCompleteOrderRequired,
    number = "out_order_no"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DirectCompleteOrder {
    /// ID of the service.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: String,
    /// The service provider's app ID.
    #[wxpay(len = 32, label = "服务商应用ID")]
    pub appid: String,
    /// The sub-merchant's app ID. The page requires it, and makes `sub_mchid` optional. Elsewhere in pay score it is the other
    /// way round, so neither is required here. Give both.
    #[wxpay(len = 32, label = "子商户应用ID")]
    pub sub_appid: Option<String>,
    /// The sub-merchant's merchant number.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: Option<String>,
    /// The merchant's own number for the order, unique under the service provider. Refunds do not accept this number.
    #[wxpay(len = 32, pattern = r"[0-9A-Za-z_\-|*]+", label = "商户服务订单号")]
    pub out_order_no: String,
    /// Description of the service, for the user to read.
    #[wxpay(len = 20, label = "服务信息")]
    pub service_introduction: String,
    /// Items that the user pays for.
    #[wxpay(items = ..=100, label = "后付费项目")]
    pub post_payments: Option<Vec<PostItem>>,
    /// Discounts of the merchant.
    #[wxpay(items = ..=30, label = "后付费商户优惠")]
    pub post_discounts: Option<Vec<PostItem>>,
    /// Total amount in fen: the sum of `post_payments` minus the sum of `post_discounts`.
    #[wxpay(range = 0.., label = "总金额")]
    pub total_amount: Fen,
    /// Time of the service: at least `start_time`.
    #[wxpay(label = "服务时间段")]
    pub time_range: TimeRange,
    /// Place of the service.
    #[wxpay(label = "服务位置")]
    pub location: Option<Location>,
    /// Keeps the money frozen until it is shared (分账).
    #[wxpay(label = "微信支付服务分账标记")]
    pub profit_sharing: Option<bool>,
    /// Discount tag (订单优惠标记) of a coupon batch, if the batch has tags.
    #[wxpay(label = "订单优惠标记")]
    pub goods_tag: Option<String>,
    /// The merchant's own data, percent-encoded: returned by queries and notifications, not shown to the user.
    #[wxpay(len = ..=256, label = "商户数据包")]
    pub attach: Option<String>,
    /// URL that receives the notification that the order was paid.
    #[wxpay(len = 255, bare_url, label = "商户回调地址")]
    pub notify_url: String,
    /// The user's openid under `appid`.
    #[wxpay(len = 128, label = "服务商公众号下的用户标识")]
    pub openid: Option<String>,
}
