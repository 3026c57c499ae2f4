//! Objects of combined orders, for all front ends.

use super::{PayerIdentity, SettleInfo};
use crate::prelude::*;

/// One of the orders in a combined order (商品单, 子单).
///
/// Its own `out_trade_no` identifies it in refunds and profit sharing, as if it had been paid alone.
#[wxpay_object(required = SubOrderRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SubOrder {
    /// Merchant number of the payee, bound to `combine_appid`; with `sub_mchid`, that of its service provider or platform.
    #[wxpay(len = 32, label = "子单商户号")]
    pub mchid: String,
    /// Merchant number of the sub-merchant that is paid. Missing for a direct merchant or an individual.
    #[wxpay(len = 32, label = "二级商户号")]
    pub sub_mchid: Option<String>,
    /// App ID of the sub-merchant, bound to `sub_mchid`.
    #[wxpay(len = 32, label = "子商户应用ID")]
    pub sub_appid: Option<String>,
    /// Contract ID of the individual that is paid (个人收款方受理授权ID), instead of a sub-merchant.
    #[wxpay(label = "商品单个人收款方受理授权ID")]
    pub individual_auth_id: Option<String>,
    /// Name of the individual on the platform.
    #[wxpay(label = "商品单个人收款方平台昵称")]
    pub individual_name: Option<String>,
    /// Merchant order number, unique for `combine_mchid`.
    #[wxpay(len = 2..=32, bytes, pattern = r"[0-9A-Za-z_\-|*@]+", label = "商品单商户订单号")]
    pub out_trade_no: String,
    /// Description of the goods, as the user's bill shows it.
    #[wxpay(len = 127, label = "商品描述")]
    pub description: String,
    /// Details of the goods in words. Orders in a browser and for a QR code do not have this member.
    #[wxpay(label = "商品详情")]
    pub detail: Option<String>,
    /// Attached data: returned by queries and notifications, shown in the trade bill.
    #[wxpay(len = ..=128, label = "附加数据")]
    pub attach: String,
    /// Amount of the order.
    #[wxpay(label = "订单金额")]
    pub amount: SubOrderAmount,
    /// Coupon tag (订单优惠标记): one of the tags of a batch that has tags.
    #[wxpay(len = 32, label = "订单优惠标记")]
    pub goods_tag: Option<String>,
    /// Settlement information.
    #[wxpay(label = "结算信息")]
    pub settle_info: Option<SettleInfo>,
    /// Freezing of the money for profit sharing. Prefer the member of `settle_info` with the same name; the pages list both.
    /// Orders in a browser and for a QR code do not have this member.
    #[wxpay(label = "是否指定分账")]
    pub profit_sharing: Option<bool>,
}

/// The amount of one order (订单金额).
#[wxpay_object(required = SubOrderAmountRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SubOrderAmount {
    /// Total amount of the order in fen, at least 1.
    #[wxpay(range = 1.., label = "标价金额")]
    pub total_amount: Fen,
    /// Currency: `CNY`.
    #[wxpay(len = 16, label = "标价币种")]
    pub currency: String,
}

/// The scene of a combined order (场景信息).
#[wxpay_object(required = SceneInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SceneInfo {
    /// IP address of the user, version 4 or 6.
    #[wxpay(label = "用户终端IP")]
    pub payer_client_ip: String,
    /// The merchant's number of the device or the shop.
    #[wxpay(label = "商户端设备号")]
    pub device_id: Option<String>,
}

/// The payer (支付者).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct CombinePayer {
    /// Openid of the payer, under `combine_appid`.
    #[wxpay(len = 128, label = "用户标识")]
    pub openid: Option<String>,
    /// Openid of the payer, under the `sub_appid` of the orders. Each order then needs its `sub_appid`.
    #[wxpay(len = 128, label = "用户子标识")]
    pub sub_openid: Option<String>,
    /// Identity of the payer, if WeChat Pay has to verify it.
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
