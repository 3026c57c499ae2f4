//! The fee.

use super::{ParkingInfo, ParkingPayment, ParkingScene, YesNo};
use crate::prelude::*;

/// Orders a parking fee at the exit (停车扣费受理).
///
/// Let the car go when the answer's `trade_state` is [`Accepted`](super::ParkingTradeState::Accepted): what is lost
/// without that answer is the merchant's loss. WeChat Pay collects afterwards and reports the outcome.
///
/// `out_trade_no` makes repeating safe. Without an answer, [`QueryTransaction`](super::QueryTransaction) tells what became
/// of the order.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/vehicle/transactions/parking",
    response = ParkingPayment,
    required = CreateTransactionRequired,
    number = "out_trade_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012534352"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CreateTransaction {
    /// The app ID of an official account, mini program or app, bound to the one that signs.
    #[wxpay(len = 32, label = "应用ID")]
    pub appid: String,
    /// The sub-merchant's app ID, for what the user sees of it.
    #[wxpay(len = 32, label = "子商户应用ID")]
    pub sub_appid: Option<String>,
    /// The sub-merchant. A service provider has to name it.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: Option<String>,
    /// What is paid for, as the bill shows it.
    #[wxpay(len = 128, label = "服务描述")]
    pub description: String,
    /// The merchant's own data: returned by queries and notifications.
    #[wxpay(len = 128, label = "附加数据")]
    pub attach: Option<String>,
    /// The merchant's own order number, unique under the merchant: digits, letters, `_`, `-` and `*`.
    #[wxpay(len = 32, pattern = r"[0-9A-Za-z_\-|*@]+", label = "商户订单号")]
    pub out_trade_no: String,
    /// What kind of parking.
    #[wxpay(label = "交易场景")]
    pub trade_scene: ParkingScene,
    /// A coupon's tag.
    #[wxpay(len = 32, label = "订单优惠标记")]
    pub goods_tag: Option<String>,
    /// Where the outcome is reported.
    #[wxpay(len = 256, url, label = "回调通知url")]
    pub notify_url: String,
    /// Whether the money is kept for profit sharing; not so unless given.
    #[wxpay(label = "分账标识")]
    pub profit_sharing: Option<YesNo>,
    /// How much.
    #[wxpay(label = "订单金额")]
    pub amount: Amount,
    /// Where, when and how long the car stood: required where the scene is [`Parking`](ParkingScene::Parking).
    #[wxpay(label = "停车场景信息")]
    pub parking_info: Option<ParkingInfo>,
}

/// How much a fee is (订单金额).
#[wxpay_object(required = AmountRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Amount {
    /// The whole fee, in fen.
    #[wxpay(label = "订单金额")]
    pub total: Fen,
    /// `CNY`; a missing one is `CNY`.
    #[wxpay(default = "CNY", label = "货币类型")]
    pub currency: Option<String>,
}

impl From<Fen> for Amount {
    fn from(total: Fen) -> Self {
        Self::new(AmountRequired { total })
    }
}
