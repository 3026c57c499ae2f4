//! The request for a debit.

use super::Amount;
use crate::prelude::*;

/// Requests a debit that was announced before (受理扣款).
///
/// The answer only accepts the request. WeChat Pay collects later and sends a notification of the result. If the user could not
/// pay, the debit may be requested again within its duration.
///
/// `out_trade_no` makes a repeated request safe.
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
    /// App ID of the contract.
    #[wxpay(len = 32, label = "应用ID")]
    pub appid: String,
    /// Merchant order number, unique for the merchant.
    #[wxpay(len = 32, pattern = r"[0-9A-Za-z_\-|*@]+", label = "商户订单号")]
    pub out_trade_no: String,
    /// Description of the goods, as the user's bill shows it.
    #[wxpay(label = "商品描述")]
    pub description: String,
    /// URL for the notification of the result.
    #[wxpay(bare_url, label = "通知地址")]
    pub transaction_notify_url: String,
    /// WeChat Pay's number of the contract.
    #[wxpay(label = "委托代扣协议ID")]
    pub contract_id: String,
    /// Amount, at most the announced one.
    #[wxpay(label = "扣费金额信息")]
    pub amount: Amount,
    /// Coupon tag.
    #[wxpay(label = "订单优惠标记")]
    pub goods_tag: Option<String>,
    /// Attached data, returned by queries and notifications.
    #[wxpay(label = "附加数据")]
    pub attach: Option<String>,
}

/// The answer to an [`ApplyDebit`] or an [`ApplyHarmonyDebit`](super::ApplyHarmonyDebit): the request was accepted, and nothing
/// is paid yet.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ApplyDebitResponse {
    /// Merchant order number.
    pub out_trade_no: String,
    /// Amount that will be collected.
    pub amount: Amount,
}
