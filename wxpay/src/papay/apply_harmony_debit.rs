//! The request for a debit under a HarmonyOS contract.

use super::{Amount, ApplyDebitResponse};
use crate::prelude::*;

/// Requests a debit under a contract that was signed on HarmonyOS (鸿蒙代扣受理扣款).
///
/// The answer only accepts the request. WeChat Pay collects later and sends a notification of the result.
///
/// `out_trade_no` makes a repeated request safe.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/papay/pay/harmony/transactions/apply",
    response = ApplyDebitResponse,
    required = ApplyHarmonyDebitRequired,
    number = "out_trade_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4013388429"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ApplyHarmonyDebit {
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
    /// Amount.
    #[wxpay(label = "扣费金额信息")]
    pub amount: Amount,
    /// Coupon tag.
    #[wxpay(label = "订单优惠标记")]
    pub goods_tag: Option<String>,
    /// Attached data, returned by queries and notifications.
    #[wxpay(label = "附加数据")]
    pub attach: Option<String>,
    /// The user's HarmonyOS account ID.
    #[wxpay(label = "鸿蒙账户id")]
    pub harmony_account_id: String,
    /// Merchant category code, four digits such as `5734`.
    #[wxpay(label = "商户类别码")]
    pub mcc: Option<String>,
}
