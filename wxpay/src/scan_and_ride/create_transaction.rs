//! The fare.

use super::{BusInfo, MetroInfo, TradeScene, Transaction};
use crate::prelude::*;

/// Orders the fare of a ride (乘车扣费受理).
///
/// The answer says that the order was accepted; WeChat Pay collects afterwards and reports the outcome.
///
/// `out_trade_no` makes repeating safe. Without an answer, [`QueryTransaction`](super::QueryTransaction) tells what became
/// of the order.
///
/// Of the optional members the official Go SDK demands `description` and `notify_url`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/qrcode/transactions",
    response = Transaction,
    required = CreateTransactionRequired,
    number = "out_trade_no"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CreateTransaction {
    /// The app ID of an official account, mini program or app, bound to the one that signs.
    #[wxpay(len = 32, label = "公众账号ID")]
    pub appid: String,
    /// The sub-merchant's app ID, for what the user sees of it.
    #[wxpay(len = 32, label = "子公众账号ID")]
    pub sub_appid: Option<String>,
    /// The sub-merchant. A service provider has to name it.
    #[wxpay(len = 32, label = "微信支付分配的子商户号")]
    pub sub_mchid: Option<String>,
    /// What is paid for, as the bill shows it.
    #[wxpay(label = "商户自定义字段")]
    pub description: Option<String>,
    /// The merchant's own data: returned by queries and notifications.
    #[wxpay(label = "附加数据")]
    pub attach: Option<String>,
    /// The merchant's own order number, unique under the merchant: digits and letters.
    #[wxpay(len = 32, pattern = r"[0-9A-Za-z_\-|*@]+", label = "商户系统内部订单号")]
    pub out_trade_no: String,
    /// Bus or metro.
    #[wxpay(label = "交易场景值")]
    pub trade_scene: TradeScene,
    /// A coupon's tag.
    #[wxpay(label = "代金券或立减优惠功能的参数")]
    pub goods_tag: Option<String>,
    /// The user's contract.
    #[wxpay(label = "微信返回代扣签约ID")]
    pub contract_id: String,
    /// Where the outcome is reported.
    #[wxpay(url, label = "接受扣款结果异步回调通知的URL")]
    pub notify_url: Option<String>,
    /// How much.
    #[wxpay(label = "订单金额信息")]
    pub amount: Amount,
    /// The ride, by [`Bus`](TradeScene::Bus).
    #[wxpay(label = "公交场景信息")]
    pub bus_info: Option<BusInfo>,
    /// The ride, by [`Metro`](TradeScene::Metro).
    #[wxpay(label = "地铁场景信息")]
    pub metro_info: Option<MetroInfo>,
}

/// How much a fare is (订单金额).
#[wxpay_object(required = AmountRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Amount {
    /// The whole fare, in fen.
    #[wxpay(label = "订单总金额")]
    pub total: Fen,
    /// `CNY`; a missing one is `CNY`.
    #[wxpay(default = "CNY", label = "符合ISO 4217标准的三位字母代码")]
    pub currency: Option<String>,
}

impl From<Fen> for Amount {
    fn from(total: Fen) -> Self {
        Self::new(AmountRequired { total })
    }
}
