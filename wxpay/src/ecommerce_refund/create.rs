//! The request for a refund.

use super::CreatedRefund;
use crate::prelude::*;

/// Requests a full or partial refund of a sub-merchant's order (申请退款).
///
/// The answer only accepts the refund. Repeat the request only with the same `out_refund_no` and parameters, also after
/// `NOT_ENOUGH` once the account has been topped up. After a refusal with 429, the outcome is unknown: query it with
/// [`QueryRefundByNumber`](super::QueryRefundByNumber) about a minute later. A 404 of the query means that nothing was accepted.
///
/// `sub_mchid` or `individual_auth_id` names the payee of the order, `transaction_id` or `out_trade_no` the order.
///
/// Errors: 400 `INVALID_REQUEST`, `PARAM_ERROR`; 401 `SIGN_ERROR`; 403 `NOT_ENOUGH`, `NO_AUTH`, `USER_ACCOUNT_ABNORMAL`; 404
/// `MCH_NOT_EXISTS`, `RESOURCE_NOT_EXISTS` (the order does not exist); 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/ecommerce/refunds/apply",
    response = CreatedRefund,
    required = CreateRefundRequired,
    number = "out_refund_no",
    unknown_on = [429],
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012476892",
    one_of("sub_mchid", "individual_auth_id"),
    any_of("transaction_id", "out_trade_no")
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CreateRefund {
    /// Contract ID of the individual that was paid, instead of a sub-merchant.
    #[wxpay(label = "商品单个人收款方受理授权ID")]
    pub individual_auth_id: Option<String>,
    /// Merchant number of the sub-merchant that was paid.
    #[wxpay(len = 32, label = "二级商户号")]
    pub sub_mchid: Option<String>,
    /// App ID of the platform.
    #[wxpay(len = 32, label = "电商平台APPID")]
    pub sp_appid: String,
    /// App ID of the sub-merchant.
    #[wxpay(len = 32, label = "二级商户APPID")]
    pub sub_appid: Option<String>,
    /// Merchant number of the combining merchant, if an individual was paid.
    #[wxpay(len = 32, label = "还款服务商商户号")]
    pub combine_mchid: Option<String>,
    /// Combined order number of that merchant.
    #[wxpay(label = "还款订单号")]
    pub combine_out_trade_no: Option<String>,
    /// WeChat Pay's number of the combined order, if an individual was paid.
    #[wxpay(label = "交易单微信支付订单号")]
    pub combine_transaction_id: Option<String>,
    /// WeChat Pay's number of the payment. This or `out_trade_no` is required.
    #[wxpay(len = 32, label = "微信订单号")]
    pub transaction_id: Option<String>,
    /// The platform's order number. This or `transaction_id` is required.
    #[wxpay(len = 32, bytes, pattern = r"[0-9A-Za-z_\-|*@]+", label = "商户订单号")]
    pub out_trade_no: Option<String>,
    /// The platform's refund number, unique for the caller.
    #[wxpay(len = 64, bytes, pattern = r"[0-9A-Za-z_\-|*@]+", label = "商户退款单号")]
    pub out_refund_no: String,
    /// Reason, which the user sees.
    #[wxpay(len = 80, bytes, label = "退款原因")]
    pub reason: Option<String>,
    /// Amount of the refund.
    #[wxpay(label = "订单金额")]
    pub amount: Amount,
    /// URL for the notification of the result, instead of the URL set on the merchant platform.
    #[wxpay(len = 256, bare_url, label = "退款结果回调url")]
    pub notify_url: Option<String>,
    /// Merchant that pays the refund; the sub-merchant by default. The answers name the merchant that really paid.
    #[wxpay(default = "REFUND_SOURCE_SUB_MERCHANT", label = "退款出资商户")]
    pub refund_account: Option<RefundSource>,
    /// Funds of the paying merchant. By default, the frozen balance pays for money that waits for profit sharing, and the
    /// available balance for other money.
    #[wxpay(label = "资金账户")]
    pub funds_account: Option<FundsSource>,
}

/// The merchant that pays a refund (退款出资商户).
#[wxpay_enum]
pub enum RefundSource {
    /// The sub-merchant (二级商户).
    #[wxpay(rename = "REFUND_SOURCE_SUB_MERCHANT")]
    SubMerchant,
    /// The platform may advance the money (电商平台垫付). This needs a permission.
    #[wxpay(rename = "REFUND_SOURCE_PARTNER_ADVANCE")]
    PartnerAdvance,
    /// The sub-merchant advances the money (二级商户垫付).
    #[wxpay(rename = "REFUND_SOURCE_SUB_MERCHANT_ADVANCE")]
    SubMerchantAdvance,
}

/// The funds of a merchant that pay a refund (资金账户).
#[wxpay_enum]
pub enum FundsSource {
    /// Available balance.
    Available,
    /// Unsettled money.
    Unsettled,
    /// Prepaid funds.
    Prepaid,
}

/// The amounts of a refund (订单金额).
#[wxpay_object(required = AmountRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Amount {
    /// Amount of the refund in fen.
    #[wxpay(range = 1.., label = "退款金额")]
    pub refund: Fen,
    /// Accounts that pay the refund, with their amounts. The amounts add up to `refund`.
    #[wxpay(label = "退款出资账户及金额")]
    pub from: Option<Vec<SourceAmount>>,
    /// Total amount of the order in fen.
    #[wxpay(range = 1.., label = "原订单金额")]
    pub total: Fen,
    /// Currency: `CNY`.
    #[wxpay(len = 16, label = "退款币种")]
    pub currency: Option<String>,
}

/// The amount that one account pays (退款出资账户及金额).
#[wxpay_object(required = SourceAmountRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SourceAmount {
    /// Account.
    #[wxpay(label = "出资账户类型")]
    pub account: SourceAccount,
    /// Amount in fen.
    #[wxpay(label = "出资金额")]
    pub amount: Fen,
}

/// An account that pays for a refund (出资账户类型).
#[wxpay_enum]
pub enum SourceAccount {
    /// Available balance.
    Available,
    /// Frozen balance.
    Unavailable,
}
