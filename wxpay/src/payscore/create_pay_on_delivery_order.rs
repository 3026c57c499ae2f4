//! Service orders for goods that are delivered before they are paid for.

use super::{CreatedOrder, Goods, Location, PostItem, RiskFund, TimeRange};
use crate::prelude::*;

/// Creates a service order for goods that are paid for after delivery (创建先用后付订单).
///
/// It continues like any other service order, for example with [`CompleteOrder`](super::CompleteOrder). The same number with the
/// same parameters succeeds again; with other parameters it is refused.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/payscore/servicepayondeliveryorder",
    response = CreatedOrder,
    required = CreatePayOnDeliveryOrderRequired,
    number = "out_order_no",
    doc = "https://pay.weixin.qq.com/docs/merchant/apis/weixin-pay-score/service-order/create-pay-on-delivery-service-order.html"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CreatePayOnDeliveryOrder {
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
    /// Items to pay for.
    #[wxpay(items = ..=100, label = "后付费项目")]
    pub post_payments: Option<Vec<PostItem>>,
    /// Discounts.
    #[wxpay(items = ..=30, label = "后付费商户优惠")]
    pub post_discounts: Option<Vec<PostItem>>,
    /// Time of the service: at least `start_time`.
    #[wxpay(label = "服务时间段")]
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
    #[wxpay(len = 255, bare_url, label = "商户回调地址")]
    pub notify_url: String,
    /// The user's openid under `appid`. Required without the user's confirmation.
    #[wxpay(len = 128, label = "用户标识")]
    pub openid: Option<String>,
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

/// Details of a purchase that is paid for later (先用后付购物详情).
#[wxpay_object(required = ShoppingInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ShoppingInfo {
    /// App ID of the merchant that sells the goods, if a platform created the order.
    #[wxpay(len = 32, label = "实际购物商家公众号ID")]
    pub real_merchant_appid: Option<String>,
    /// Link on the order's page. Required for merchants; sources disagree for service providers.
    #[wxpay(label = "单详跳转链接")]
    pub jump_link: Option<JumpLink>,
    /// The goods.
    #[wxpay(label = "商品列表")]
    pub goods: Vec<Goods>,
}

/// A link on an order's page (单详跳转链接).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct JumpLink {
    /// Type of the link.
    #[wxpay(label = "跳转链接类型")]
    pub jump_link_type: Option<JumpLinkType>,
    /// App ID of the mini program.
    #[wxpay(len = 32, label = "小程序跳转AppID")]
    pub appid: Option<String>,
    /// Path in the mini program, with its parameters.
    #[wxpay(label = "小程序跳转path")]
    pub path: Option<String>,
}

/// Types of links on an order's page (跳转链接类型).
#[wxpay_enum]
pub enum JumpLinkType {
    /// A mini program (小程序).
    #[wxpay(rename = "JUMP_LINK_MINI_PROGRAM")]
    MiniProgram,
}
