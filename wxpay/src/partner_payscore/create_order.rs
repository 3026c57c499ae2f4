//! Creating a service order.

use super::{CreatedOrder, Device, Location, PostItem, RiskFund, TimeRange};
use crate::prelude::*;

/// Creates a sub-merchant's service order for a user who wants to use the service (创建支付分订单).
///
/// With `need_user_confirm` the answer's `package` opens WeChat's page, on which the user confirms. Otherwise the user has given
/// permission before: exactly one of `openid` and `sub_openid` is required, and `DOING` in the answer means that the service may
/// begin.
///
/// The same number with the same parameters succeeds again; with other parameters it is refused.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/payscore/partner/serviceorder",
    response = CreatedOrder,
    required = CreateOrderRequired,
    number = "out_order_no",
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4013138534"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CreateOrder {
    /// ID of the service.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: String,
    /// The service provider's app ID.
    #[wxpay(len = 32, label = "服务商应用ID")]
    pub appid: String,
    /// The sub-merchant's merchant number.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: String,
    /// The sub-merchant's app ID.
    #[wxpay(len = 32, label = "子商户应用ID")]
    pub sub_appid: Option<String>,
    /// The merchant's own number for the order, unique under the service provider. Refunds do not accept this number.
    #[wxpay(len = 32, pattern = r"[0-9A-Za-z_\-|*]+", label = "商户服务订单号")]
    pub out_order_no: String,
    /// Description of the service, for the user to read.
    #[wxpay(len = 20, label = "服务信息")]
    pub service_introduction: String,
    /// Items to pay for, as far as they are known.
    #[wxpay(items = ..=100, label = "后付费项目")]
    pub post_payments: Option<Vec<PostItem>>,
    /// Discounts, as far as they are known.
    #[wxpay(items = ..=30, label = "后付费商户优惠")]
    pub post_discounts: Option<Vec<PostItem>>,
    /// Risk fund: the highest amount that the user is liable for.
    #[wxpay(label = "订单风险金")]
    pub risk_fund: RiskFund,
    /// Time of the service: at least `start_time`.
    #[wxpay(label = "服务时间")]
    pub time_range: TimeRange,
    /// Place of the service.
    #[wxpay(label = "服务位置")]
    pub location: Option<Location>,
    /// The user's openid under `appid`.
    #[wxpay(len = 128, label = "服务商公众号下的用户标识")]
    pub openid: Option<String>,
    /// The user's openid under `sub_appid`.
    #[wxpay(len = 128, label = "子商户公众号下的用户标识")]
    pub sub_openid: Option<String>,
    /// True if the user has to confirm this order; false by default.
    #[wxpay(default = false, label = "是否需要用户确认")]
    pub need_user_confirm: Option<bool>,
    /// URL that receives the notifications that the order was confirmed or paid.
    #[wxpay(len = 255, bare_url, label = "商户回调地址")]
    pub notify_url: String,
    /// The merchant's own data, percent-encoded: returned by queries and notifications, not shown to the user.
    #[wxpay(len = ..=256, label = "商户数据包")]
    pub attach: Option<String>,
    /// Devices that the service is used with.
    #[wxpay(label = "设备信息")]
    pub device: Option<Device>,
}
