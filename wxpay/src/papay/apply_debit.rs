//! The debit.

use super::Amount;
use crate::prelude::*;

/// Orders a debit (受理扣款) that was announced before.
///
/// The answer only says that the order was accepted. WeChat Pay collects afterwards and reports the outcome; if the user
/// could not pay, the debit may be ordered again while the days for it last.
///
/// `out_trade_no` makes repeating safe.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/papay/pay/transactions/apply",
    response = ApplyDebitResponse,
    required = ApplyDebitRequired,
    number = "out_trade_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012467087"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ApplyDebit {
    /// The app ID of the contract.
    #[wxpay(len = 32, label = "应用ID")]
    pub appid: String,
    /// The merchant's own order number, unique under the merchant.
    #[wxpay(len = 32, pattern = r"[0-9A-Za-z_\-|*@]+", label = "商户订单号")]
    pub out_trade_no: String,
    /// What is paid for, as the user's bill shows it.
    #[wxpay(label = "商品描述")]
    pub description: String,
    /// Where the outcome is reported.
    #[wxpay(bare_url, label = "通知地址")]
    pub transaction_notify_url: String,
    /// WeChat Pay's number for the contract.
    #[wxpay(label = "委托代扣协议ID")]
    pub contract_id: String,
    /// How much: not more than was announced.
    #[wxpay(label = "扣费金额信息")]
    pub amount: Amount,
    /// A coupon's tag.
    #[wxpay(label = "订单优惠标记")]
    pub goods_tag: Option<String>,
    /// The merchant's own data: returned by queries and notifications.
    #[wxpay(label = "附加数据")]
    pub attach: Option<String>,
}

/// The answer to an [`ApplyDebit`] or an [`ApplyHarmonyDebit`](super::ApplyHarmonyDebit): the order was accepted, nothing is
/// paid yet.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ApplyDebitResponse {
    /// The merchant's own order number.
    pub out_trade_no: String,
    /// How much is going to be collected.
    pub amount: Amount,
}
