//! What combined orders are made of, whatever the way they are paid.

use super::{PayerIdentity, SettleInfo};
use crate::prelude::*;

/// One of the orders that are paid at once (商品单, 子单).
///
/// Refunds and shares go by its own `out_trade_no`, as if it had been paid alone.
#[wxpay_object(required = SubOrderRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SubOrder {
    /// The merchant that is paid, bound to `combine_appid`; with `sub_mchid`, its service provider or platform.
    #[wxpay(len = 32, label = "子单商户号")]
    pub mchid: String,
    /// The sub-merchant that is paid. A merchant that signs for itself has none, nor has an individual.
    #[wxpay(len = 32, label = "二级商户号")]
    pub sub_mchid: Option<String>,
    /// The sub-merchant's app ID, bound to `sub_mchid`.
    #[wxpay(len = 32, label = "子商户应用ID")]
    pub sub_appid: Option<String>,
    /// The contract of the individual that is paid (个人收款方受理授权ID), instead of a sub-merchant.
    #[wxpay(label = "商品单个人收款方受理授权ID")]
    pub individual_auth_id: Option<String>,
    /// That individual's name on the platform.
    #[wxpay(label = "商品单个人收款方平台昵称")]
    pub individual_name: Option<String>,
    /// The merchant's own number for this order, unique under `combine_mchid`.
    #[wxpay(len = 2..=32, bytes, pattern = r"[0-9A-Za-z_\-|*@]+", label = "商品单商户订单号")]
    pub out_trade_no: String,
    /// What is sold, as the user's bill shows it.
    #[wxpay(len = 127, label = "商品描述")]
    pub description: String,
    /// The goods in words. Orders in a browser and behind a QR code do not have it.
    #[wxpay(label = "商品详情")]
    pub detail: Option<String>,
    /// The merchant's own data: returned by queries and notifications, shown in the trade bill.
    #[wxpay(len = ..=128, label = "附加数据")]
    pub attach: String,
    /// How much.
    #[wxpay(label = "订单金额")]
    pub amount: SubOrderAmount,
    /// A coupon's tag (订单优惠标记), where its batch has tags: any one of them.
    #[wxpay(len = 32, label = "订单优惠标记")]
    pub goods_tag: Option<String>,
    /// How it is settled.
    #[wxpay(label = "结算信息")]
    pub settle_info: Option<SettleInfo>,
    /// Listed beside the member of `settle_info` that has the same name: that one is the place to use. Orders in a
    /// browser and behind a QR code do not have it.
    #[wxpay(label = "是否指定分账")]
    pub profit_sharing: Option<bool>,
}

/// What one of the orders costs (订单金额).
#[wxpay_object(required = SubOrderAmountRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SubOrderAmount {
    /// The whole sub-order in fen, at least 1.
    #[wxpay(range = 1.., label = "标价金额")]
    pub total_amount: Fen,
    /// `CNY`.
    #[wxpay(len = 16, label = "标价币种")]
    pub currency: String,
}

/// Where a combined order is made (场景信息).
#[wxpay_object(required = SceneInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SceneInfo {
    /// The user's IP address, version 4 or 6.
    #[wxpay(label = "用户终端IP")]
    pub payer_client_ip: String,
    /// The merchant's number for the device, or for the shop.
    #[wxpay(label = "商户端设备号")]
    pub device_id: Option<String>,
}

/// The user who is to pay (支付者).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct CombinePayer {
    /// The user under `combine_appid`.
    #[wxpay(len = 128, label = "用户标识")]
    pub openid: Option<String>,
    /// The user under the `sub_appid` of the orders, which each of them then needs.
    #[wxpay(len = 128, label = "用户子标识")]
    pub sub_openid: Option<String>,
    /// The person, if WeChat Pay is to compare.
    #[wxpay(label = "实名支付")]
    pub identity: Option<PayerIdentity>,
}

/// A special kind of trade (交易场景).
#[wxpay_enum]
pub enum TradeScenario {
    /// Second-hand goods.
    #[wxpay(rename = "RECOMMERCE")]
    Recommerce,
}
