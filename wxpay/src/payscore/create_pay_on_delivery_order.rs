//! Goods first, money later.

use super::{CreatedOrder, Goods, Location, PostItem, RiskFund, TimeRange};
use crate::prelude::*;

/// Creates a service order for goods that are paid for after they have come (创建先用后付订单).
///
/// What follows is that of any service order: [`CompleteOrder`](super::CompleteOrder) and the rest. The same number with
/// the same parameters succeeds again; with others it is refused.
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
    /// The merchant's own number for the order, unique under the merchant. Refunds do not take it.
    #[wxpay(len = 32, pattern = r"[0-9A-Za-z_\-|*]+", label = "商户服务订单号")]
    pub out_order_no: String,
    /// The app ID, bound to the merchant. Whatever follows about this order gives the same.
    #[wxpay(len = 32, label = "公众账号ID")]
    pub appid: String,
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
    #[wxpay(label = "服务时间段")]
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
    #[wxpay(len = 255, bare_url, label = "商户回调地址")]
    pub notify_url: String,
    /// The user under `appid`. Needed where the user confirms nothing.
    #[wxpay(len = 128, label = "用户标识")]
    pub openid: Option<String>,
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

/// What is bought first and paid afterwards (先用后付购物详情).
#[wxpay_object(required = ShoppingInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ShoppingInfo {
    /// The app ID of the merchant that sells it, where a platform made the order.
    #[wxpay(len = 32, label = "实际购物商家公众号ID")]
    pub real_merchant_appid: Option<String>,
    /// Where the order's page leads to. Merchants have to give it; sources disagree for service providers.
    #[wxpay(label = "单详跳转链接")]
    pub jump_link: Option<JumpLink>,
    /// The goods.
    #[wxpay(label = "商品列表")]
    pub goods: Vec<Goods>,
}

/// Where an order's page leads to (单详跳转链接).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct JumpLink {
    /// What it leads to.
    #[wxpay(label = "跳转链接类型")]
    pub jump_link_type: Option<JumpLinkType>,
    /// The mini program's app ID.
    #[wxpay(len = 32, label = "小程序跳转AppID")]
    pub appid: Option<String>,
    /// The path in the mini program, with its parameters.
    #[wxpay(label = "小程序跳转path")]
    pub path: Option<String>,
}

/// What an order's page leads to (跳转链接类型).
#[wxpay_enum]
pub enum JumpLinkType {
    /// A mini program (小程序).
    #[wxpay(rename = "JUMP_LINK_MINI_PROGRAM")]
    MiniProgram,
}
