//! The request for a parking fee.

use super::{ParkingInfo, ParkingPayment, ParkingScene, YesNo};
use crate::prelude::*;

/// Requests a parking fee at the exit (停车扣费受理).
///
/// Let the car leave when the answer's `trade_state` is [`Accepted`](super::ParkingTradeState::Accepted): without that answer,
/// the merchant bears the loss. WeChat Pay collects afterwards and sends a notification of the result.
///
/// `out_trade_no` makes a repeated request safe. Without an answer, [`QueryTransaction`](super::QueryTransaction) returns the
/// state of the order.
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
    /// App ID of an official account, mini program or app, bound to the caller.
    #[wxpay(len = 32, label = "应用ID")]
    pub appid: String,
    /// App ID of the sub-merchant, for the information that the user sees.
    #[wxpay(len = 32, label = "子商户应用ID")]
    pub sub_appid: Option<String>,
    /// Merchant number of the sub-merchant. Required for a service provider.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: Option<String>,
    /// Description of the service, as the bill shows it.
    #[wxpay(len = 128, label = "服务描述")]
    pub description: String,
    /// Attached data, returned by queries and notifications.
    #[wxpay(len = 128, label = "附加数据")]
    pub attach: Option<String>,
    /// Merchant order number, unique for the merchant: digits, letters, `_`, `-`, `|`, `*` and `@`.
    #[wxpay(len = 32, pattern = r"[0-9A-Za-z_\-|*@]+", label = "商户订单号")]
    pub out_trade_no: String,
    /// Scene of the trade.
    #[wxpay(label = "交易场景")]
    pub trade_scene: ParkingScene,
    /// Coupon tag.
    #[wxpay(len = 32, label = "订单优惠标记")]
    pub goods_tag: Option<String>,
    /// URL for the notification of the result.
    #[wxpay(len = 256, url, label = "回调通知url")]
    pub notify_url: String,
    /// Freezing of the money for profit sharing; not frozen by default.
    #[wxpay(label = "分账标识")]
    pub profit_sharing: Option<YesNo>,
    /// Amount of the fee.
    #[wxpay(label = "订单金额")]
    pub amount: Amount,
    /// Place, time and duration of parking: required if the scene is [`Parking`](ParkingScene::Parking).
    #[wxpay(label = "停车场景信息")]
    pub parking_info: Option<ParkingInfo>,
}

/// The amount of a fee (订单金额).
#[wxpay_object(required = AmountRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Amount {
    /// Total amount in fen.
    #[wxpay(label = "订单金额")]
    pub total: Fen,
    /// Currency: `CNY`, also by default.
    #[wxpay(default = "CNY", label = "货币类型")]
    pub currency: Option<String>,
}

impl From<Fen> for Amount {
    fn from(total: Fen) -> Self {
        Self::new(AmountRequired { total })
    }
}
