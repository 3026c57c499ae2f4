//! Goods first, money later.

use super::{CreatedOrder, Location, PostItem, RiskFund, ShoppingInfo, TimeRange};
use crate::prelude::*;

/// Creates a sub-merchant's service order for goods that are paid for after they have come (创建先用后付订单).
///
/// What follows is that of any service order: [`CompleteOrder`](super::CompleteOrder) and the rest. The same number with
/// the same parameters succeeds again; with others it is refused. Where the user confirms nothing, exactly one of
/// `openid` and `sub_openid` is needed.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/payscore/partner/servicepayondeliveryorder",
    response = CreatedOrder,
    required = CreatePayOnDeliveryOrderRequired,
    number = "out_order_no",
    doc = "https://pay.weixin.qq.com/docs/partner/apis/partner-weixin-pay-score/partner-service-order/create-partner-pay-on-delivery-service-order.html"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CreatePayOnDeliveryOrder {
    /// The merchant's own number for the order, unique under the service provider. Refunds do not take it.
    #[wxpay(len = 32, pattern = r"[0-9A-Za-z_\-|*]+", label = "商户服务订单号")]
    pub out_order_no: String,
    /// The service provider's app ID.
    #[wxpay(len = 32, label = "公众账号ID")]
    pub appid: String,
    /// The sub-merchant.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: String,
    /// The sub-merchant's app ID.
    #[wxpay(len = 32, label = "子商户应用ID")]
    pub sub_appid: Option<String>,
    /// The service.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: String,
    /// What the service is, for the user to read.
    #[wxpay(len = 20, label = "服务信息")]
    pub service_introduction: String,
    /// What will be paid for.
    #[wxpay(items = ..=100, label = "后付费项目")]
    pub post_payments: Option<Vec<PostItem>>,
    /// What will be taken off.
    #[wxpay(items = ..=30, label = "后付费商户优惠")]
    pub post_discounts: Option<Vec<PostItem>>,
    /// When the service is: `start_time` at least.
    #[wxpay(label = "服务时间")]
    pub time_range: TimeRange,
    /// Where the service is.
    #[wxpay(label = "服务位置")]
    pub location: Option<Location>,
    /// What the user risks at most.
    #[wxpay(label = "订单风险金")]
    pub risk_fund: RiskFund,
    /// The merchant's own data, percent-encoded: returned by queries and notifications, not shown to the user.
    #[wxpay(len = ..=256, label = "商户数据包")]
    pub attach: Option<String>,
    /// Where WeChat Pay reports that the order was confirmed or paid.
    #[wxpay(len = 256, bare_url, label = "商户回调地址")]
    pub notify_url: String,
    /// The user under `appid`.
    #[wxpay(len = 128, label = "用户标识")]
    pub openid: Option<String>,
    /// The user under `sub_appid`.
    #[wxpay(len = 128, label = "子商户公众号下的用户标识")]
    pub sub_openid: Option<String>,
    /// Whether the user confirms this order. Missing means no.
    #[wxpay(default = false, label = "是否需要用户确认")]
    pub need_user_confirm: Option<bool>,
    /// The merchant, where a platform makes the call for it.
    #[wxpay(len = 32, label = "商户号")]
    pub mchid: Option<String>,
    /// What is bought.
    #[wxpay(label = "先用后付购物详情")]
    pub shopping_info: ShoppingInfo,
}
