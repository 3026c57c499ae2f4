//! Ordering a fare.

use super::{BusInfo, MetroInfo, TradeScene, Transaction};
use crate::prelude::*;

/// Orders the fare of a ride (乘车扣费受理).
///
/// The answer means that the order was accepted; WeChat Pay collects afterwards and notifies the result.
///
/// `out_trade_no` makes repeating safe. If no answer came, [`QueryTransaction`](super::QueryTransaction) returns the state of the
/// order.
///
/// The official Go SDK requires two of the optional members: `description` and `notify_url`.
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
    /// App ID of an official account, mini program or app, bound to the caller.
    #[wxpay(len = 32, label = "公众账号ID")]
    pub appid: String,
    /// The sub-merchant's app ID, for displaying the sub-merchant to the user.
    #[wxpay(len = 32, label = "子公众账号ID")]
    pub sub_appid: Option<String>,
    /// Merchant number of the sub-merchant. Required for a service provider.
    #[wxpay(len = 32, label = "微信支付分配的子商户号")]
    pub sub_mchid: Option<String>,
    /// Description of the payment, as the bill shows it.
    #[wxpay(label = "商户自定义字段")]
    pub description: Option<String>,
    /// The merchant's own data: returned by queries and notifications.
    #[wxpay(label = "附加数据")]
    pub attach: Option<String>,
    /// The merchant's own order number, unique under the merchant: digits and letters.
    #[wxpay(len = 32, pattern = r"[0-9A-Za-z_\-|*@]+", label = "商户系统内部订单号")]
    pub out_trade_no: String,
    /// Type of the ride: bus or metro.
    #[wxpay(label = "交易场景值")]
    pub trade_scene: TradeScene,
    /// Discount tag of a coupon batch.
    #[wxpay(label = "代金券或立减优惠功能的参数")]
    pub goods_tag: Option<String>,
    /// Number of the user's contract.
    #[wxpay(label = "微信返回代扣签约ID")]
    pub contract_id: String,
    /// URL that receives the notification of the result.
    #[wxpay(url, label = "接受扣款结果异步回调通知的URL")]
    pub notify_url: Option<String>,
    /// The amount.
    #[wxpay(label = "订单金额信息")]
    pub amount: Amount,
    /// Details of a [`Bus`](TradeScene::Bus) ride.
    #[wxpay(label = "公交场景信息")]
    pub bus_info: Option<BusInfo>,
    /// Details of a [`Metro`](TradeScene::Metro) ride.
    #[wxpay(label = "地铁场景信息")]
    pub metro_info: Option<MetroInfo>,
}

/// Amount of a fare (订单金额).
#[wxpay_object(required = AmountRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Amount {
    /// Total amount of the fare, in fen.
    #[wxpay(label = "订单总金额")]
    pub total: Fen,
    /// Currency: `CNY`, also if it is missing.
    #[wxpay(default = "CNY", label = "符合ISO 4217标准的三位字母代码")]
    pub currency: Option<String>,
}

impl From<Fen> for Amount {
    fn from(total: Fen) -> Self {
        Self::new(AmountRequired { total })
    }
}
