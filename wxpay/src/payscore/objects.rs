//! What several endpoints have in common, those of service providers too.

use super::{Location, PostItem, RiskFund, ServiceOrderState, ShoppingInfo, StateDescription, TimeRange};
use crate::prelude::*;

/// A service order that was just created, by a merchant or a service provider.
///
/// Where the user confirms nothing, success is [`Doing`](ServiceOrderState::Doing) with
/// [`UserConfirm`](StateDescription::UserConfirm): [`Created`](ServiceOrderState::Created) means that it failed.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CreatedOrder {
    /// The merchant's own number for the order (商户服务订单号).
    pub out_order_no: String,
    /// WeChat Pay's number for the order (微信支付服务订单号).
    pub order_id: Option<String>,
    /// The service.
    pub service_id: String,
    /// The app ID of the merchant or service provider.
    pub appid: String,
    /// The merchant or service provider.
    pub mchid: String,
    /// The sub-merchant's app ID.
    pub sub_appid: Option<String>,
    /// The sub-merchant, where a service provider created the order.
    pub sub_mchid: Option<String>,
    /// The user under `appid`.
    pub openid: Option<String>,
    /// The user under `sub_appid`.
    pub sub_openid: Option<String>,
    /// How far it got.
    pub state: ServiceOrderState,
    /// How far exactly, while it is [`Doing`](ServiceOrderState::Doing).
    pub state_description: Option<StateDescription>,
    /// What the front end opens the confirmation page with (跳转微信侧小程序订单数据), where the user is to confirm.
    pub package: Option<String>,
    /// What the service is.
    pub service_introduction: String,
    /// What is paid for.
    pub post_payments: Option<Vec<PostItem>>,
    /// What is taken off.
    pub post_discounts: Option<Vec<PostItem>>,
    /// What the user risks at most.
    pub risk_fund: Option<RiskFund>,
    /// When the service is.
    pub time_range: Option<TimeRange>,
    /// Where the service is.
    pub location: Option<Location>,
    /// The merchant's own data, as the order gave it.
    pub attach: Option<String>,
    /// Where WeChat Pay reports the order.
    pub notify_url: Option<String>,
    /// What was bought, of an order of 先用后付.
    pub shopping_info: Option<ShoppingInfo>,
}

/// Which order an answer is about.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct OrderReference {
    /// The merchant's own number for the order (商户服务订单号).
    pub out_order_no: String,
    /// WeChat Pay's number for the order (微信支付服务订单号).
    pub order_id: String,
    /// The service.
    pub service_id: String,
    /// The merchant's app ID.
    pub appid: String,
    /// The merchant.
    pub mchid: Option<String>,
}

/// The devices that a service is used with (设备信息), such as a rented power bank.
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Device {
    /// The device that it starts at.
    #[wxpay(label = "服务开始的设备ID")]
    pub start_device_id: Option<String>,
    /// The device that it ends at.
    #[wxpay(label = "服务结束的设备ID")]
    pub end_device_id: Option<String>,
    /// The URL of what the user scanned.
    #[wxpay(label = "物料URL")]
    pub materiel_no: Option<String>,
}

/// Goods that are used first and paid afterwards (先用后付商品).
#[wxpay_object(required = GoodsRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Goods {
    /// Their name.
    #[wxpay(label = "商品名称")]
    pub name: String,
    /// The URL of a picture.
    #[wxpay(label = "商品图片链接")]
    pub picture: String,
    /// The price of one, in fen.
    #[wxpay(range = 0.., label = "商品单价金额")]
    pub amount: Fen,
    /// How many.
    #[wxpay(label = "商品数量")]
    pub count: i64,
    /// The categories that they are in.
    #[wxpay(label = "商品品类ID")]
    pub category_id: Option<Vec<String>>,
}

/// Whether a user has given permission for a service (授权状态).
#[wxpay_enum]
pub enum AuthorizationState {
    /// The user has not, or has taken it back (用户未授权服务).
    Unavailable,
    /// The user has (用户已授权服务).
    Available,
    /// It was applied for, but no user has answered yet (未绑定用户).
    #[wxpay(rename = "UNBINDUSER")]
    UnbindUser,
}
