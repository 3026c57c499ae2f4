//! Service orders for goods that are delivered before they are paid for.

use super::{CreatedOrder, Location, PostItem, RiskFund, ShoppingInfo, TimeRange};
use crate::prelude::*;

/// Creates a sub-merchant's service order for goods that are paid for after delivery (创建先用后付订单).
///
/// It continues like any other service order, for example with [`CompleteOrder`](super::CompleteOrder). The same number with the
/// same parameters succeeds again; with other parameters it is refused. Without the user's confirmation, exactly one of `openid`
/// and `sub_openid` is required.
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
    /// The merchant's own number for the order, unique under the service provider. Refunds do not accept this number.
    #[wxpay(len = 32, pattern = r"[0-9A-Za-z_\-|*]+", label = "商户服务订单号")]
    pub out_order_no: String,
    /// The service provider's app ID.
    #[wxpay(len = 32, label = "公众账号ID")]
    pub appid: String,
    /// The sub-merchant's merchant number.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: String,
    /// The sub-merchant's app ID.
    #[wxpay(len = 32, label = "子商户应用ID")]
    pub sub_appid: Option<String>,
    /// ID of the service.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: String,
    /// Description of the service, for the user to read.
    #[wxpay(len = 20, label = "服务信息")]
    pub service_introduction: String,
    /// Items to pay for.
    #[wxpay(items = ..=100, label = "后付费项目")]
    pub post_payments: Option<Vec<PostItem>>,
    /// Discounts.
    #[wxpay(items = ..=30, label = "后付费商户优惠")]
    pub post_discounts: Option<Vec<PostItem>>,
    /// Time of the service: at least `start_time`.
    #[wxpay(label = "服务时间")]
    pub time_range: TimeRange,
    /// Place of the service.
    #[wxpay(label = "服务位置")]
    pub location: Option<Location>,
    /// Risk fund: the highest amount that the user is liable for.
    #[wxpay(label = "订单风险金")]
    pub risk_fund: RiskFund,
    /// The merchant's own data, percent-encoded: returned by queries and notifications, not shown to the user.
    #[wxpay(len = ..=256, label = "商户数据包")]
    pub attach: Option<String>,
    /// URL that receives the notifications that the order was confirmed or paid.
    #[wxpay(len = 256, bare_url, label = "商户回调地址")]
    pub notify_url: String,
    /// The user's openid under `appid`.
    #[wxpay(len = 128, label = "用户标识")]
    pub openid: Option<String>,
    /// The user's openid under `sub_appid`.
    #[wxpay(len = 128, label = "子商户公众号下的用户标识")]
    pub sub_openid: Option<String>,
    /// True if the user has to confirm this order; false by default.
    #[wxpay(default = false, label = "是否需要用户确认")]
    pub need_user_confirm: Option<bool>,
    /// The merchant number, if a platform makes the call for the merchant.
    #[wxpay(len = 32, label = "商户号")]
    pub mchid: Option<String>,
    /// Details of the purchase.
    #[wxpay(label = "先用后付购物详情")]
    pub shopping_info: ShoppingInfo,
}
