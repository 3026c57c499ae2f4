//! The debit by a contract of HarmonyOS.

use super::{Amount, ApplyDebitResponse};
use crate::prelude::*;

/// Orders a debit by a contract that was signed on HarmonyOS (鸿蒙代扣受理扣款).
///
/// The answer only says that the order was accepted. WeChat Pay collects afterwards and reports the outcome.
///
/// `out_trade_no` makes repeating safe.
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
    /// How much.
    #[wxpay(label = "扣费金额信息")]
    pub amount: Amount,
    /// A coupon's tag.
    #[wxpay(label = "订单优惠标记")]
    pub goods_tag: Option<String>,
    /// The merchant's own data: returned by queries and notifications.
    #[wxpay(label = "附加数据")]
    pub attach: Option<String>,
    /// The user's account on HarmonyOS.
    #[wxpay(label = "鸿蒙账户id")]
    pub harmony_account_id: String,
    /// The merchant category code, four digits such as `5734`.
    #[wxpay(label = "商户类别码")]
    pub mcc: Option<String>,
}
