//! Creating a service order.

use super::{CreatedOrder, Device, Location, PostItem, RiskFund, TimeRange};
use crate::prelude::*;

/// Creates a service order for a user who wants to use the service (创建支付分订单).
///
/// With `need_user_confirm` the answer's `package` opens WeChat's page, on which the user confirms. Otherwise the user has given
/// permission before: `openid` is required, and `DOING` in the answer means that the service may begin.
///
/// The same number with the same parameters succeeds again; with other parameters it is refused.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/payscore/serviceorder",
    response = CreatedOrder,
    required = CreateOrderRequired,
    number = "out_order_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012587900"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CreateOrder {
    /// The merchant's own number for the order, unique under the merchant. Refunds do not accept this number.
    #[wxpay(len = 32, pattern = r"[0-9A-Za-z_\-|*]+", label = "商户服务订单号")]
    pub out_order_no: String,
    /// App ID, bound to the merchant number. Later calls about this order give the same one.
    #[wxpay(len = 32, label = "公众账号ID")]
    pub appid: String,
    /// ID of the service.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: String,
    /// Description of the service, for the user to read.
    #[wxpay(len = 20, label = "服务信息")]
    pub service_introduction: String,
    /// Items to pay for, as far as they are known.
    #[wxpay(items = ..=100, label = "后付费项目")]
    pub post_payments: Option<Vec<PostItem>>,
    /// Discounts, as far as they are known.
    #[wxpay(items = ..=30, label = "商户优惠")]
    pub post_discounts: Option<Vec<PostItem>>,
    /// Time of the service: at least `start_time`.
    #[wxpay(label = "服务时间段")]
    pub time_range: TimeRange,
    /// Place of the service.
    #[wxpay(label = "服务位置")]
    pub location: Option<Location>,
    /// Risk fund: the highest amount that the user is liable for.
    #[wxpay(label = "服务风险金")]
    pub risk_fund: RiskFund,
    /// The merchant's own data, percent-encoded: returned by queries and notifications, not shown to the user.
    #[wxpay(len = ..=256, label = "商户数据包")]
    pub attach: Option<String>,
    /// URL that receives the notifications that the order was confirmed or paid.
    #[wxpay(len = 255, bare_url, label = "商户回调地址")]
    pub notify_url: String,
    /// The user's openid under `appid`. Required without the user's confirmation.
    #[wxpay(len = 128, label = "用户标识")]
    pub openid: Option<String>,
    /// True if the user has to confirm this order; false by default.
    #[wxpay(default = false, label = "是否需要用户确认")]
    pub need_user_confirm: Option<bool>,
    /// Devices that the service is used with.
    #[wxpay(label = "设备信息")]
    pub device: Option<Device>,
}
