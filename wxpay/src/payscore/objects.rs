//! Objects of several endpoints, also of service providers'.

use super::{Location, PostItem, RiskFund, ServiceOrderState, ShoppingInfo, StateDescription, TimeRange};
use crate::prelude::*;

/// A new service order of a merchant or a service provider.
///
/// Without the user's confirmation, success is [`Doing`](ServiceOrderState::Doing) with
/// [`UserConfirm`](StateDescription::UserConfirm), and [`Created`](ServiceOrderState::Created) means failure.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CreatedOrder {
    /// The merchant's own number for the order (商户服务订单号).
    pub out_order_no: String,
    /// WeChat Pay's number for the order (微信支付服务订单号).
    pub order_id: Option<String>,
    /// ID of the service.
    pub service_id: String,
    /// The app ID of the merchant or service provider.
    pub appid: String,
    /// Merchant number of the merchant or service provider.
    pub mchid: String,
    /// The sub-merchant's app ID.
    pub sub_appid: Option<String>,
    /// The sub-merchant's merchant number, if a service provider created the order.
    pub sub_mchid: Option<String>,
    /// The user's openid under `appid`.
    pub openid: Option<String>,
    /// The user's openid under `sub_appid`.
    pub sub_openid: Option<String>,
    /// State of the order.
    pub state: ServiceOrderState,
    /// State in detail, while the order is [`Doing`](ServiceOrderState::Doing).
    pub state_description: Option<StateDescription>,
    /// Data with which the front end opens the confirmation page (跳转微信侧小程序订单数据), if the user has to confirm.
    pub package: Option<String>,
    /// Description of the service.
    pub service_introduction: String,
    /// Items that the user pays for.
    pub post_payments: Option<Vec<PostItem>>,
    /// Discounts of the merchant.
    pub post_discounts: Option<Vec<PostItem>>,
    /// Risk fund: the highest amount that the user is liable for.
    pub risk_fund: Option<RiskFund>,
    /// Time of the service.
    pub time_range: Option<TimeRange>,
    /// Place of the service.
    pub location: Option<Location>,
    /// The merchant's own data, as the order gave it.
    pub attach: Option<String>,
    /// URL that receives the order's notifications.
    pub notify_url: Option<String>,
    /// Details of the purchase, for an order of goods that are paid for later (先用后付).
    pub shopping_info: Option<ShoppingInfo>,
}

/// The order that an answer is about.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct OrderReference {
    /// The merchant's own number for the order (商户服务订单号).
    pub out_order_no: String,
    /// WeChat Pay's number for the order (微信支付服务订单号).
    pub order_id: String,
    /// ID of the service.
    pub service_id: String,
    /// The merchant's app ID.
    pub appid: String,
    /// The merchant number.
    pub mchid: Option<String>,
}

/// The devices that a service is used with (设备信息), such as a rented power bank.
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Device {
    /// Device at which the service starts.
    #[wxpay(label = "服务开始的设备ID")]
    pub start_device_id: Option<String>,
    /// Device at which the service ends.
    #[wxpay(label = "服务结束的设备ID")]
    pub end_device_id: Option<String>,
    /// URL that the user scanned.
    #[wxpay(label = "物料URL")]
    pub materiel_no: Option<String>,
}

/// Goods that are used first and paid for later (先用后付商品).
#[wxpay_object(required = GoodsRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Goods {
    /// Name of the goods.
    #[wxpay(label = "商品名称")]
    pub name: String,
    /// URL of a picture.
    #[wxpay(label = "商品图片链接")]
    pub picture: String,
    /// Unit price in fen.
    #[wxpay(range = 0.., label = "商品单价金额")]
    pub amount: Fen,
    /// Quantity of the goods.
    #[wxpay(label = "商品数量")]
    pub count: i64,
    /// Categories of the goods.
    #[wxpay(label = "商品品类ID")]
    pub category_id: Option<Vec<String>>,
}

/// States of a user's permission for a service (授权状态).
#[wxpay_enum]
pub enum AuthorizationState {
    /// Not given, or withdrawn (用户未授权服务).
    Unavailable,
    /// Given (用户已授权服务).
    Available,
    /// Applied for, but not yet answered by a user (未绑定用户).
    #[wxpay(rename = "UNBINDUSER")]
    UnbindUser,
}
