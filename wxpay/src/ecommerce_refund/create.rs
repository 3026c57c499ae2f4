//! The request for a refund.

use super::CreatedRefund;
use crate::prelude::*;

/// Asks for a refund of a sub-merchant's order, or of a part of it (申请退款).
///
/// An answer means that the refund was accepted, not that it is done. Repeat it with the same `out_refund_no` and the
/// same parameters only, also after `NOT_ENOUGH`, once the account has been topped up. A refusal with 429 leaves the
/// outcome open: ask with [`QueryRefundByNumber`](super::QueryRefundByNumber) about a minute later. Its 404 means that
/// nothing was accepted.
///
/// Who was paid is `sub_mchid` or, in place of it, `individual_auth_id`; what is refunded is `transaction_id` or
/// `out_trade_no`.
///
/// Errors: 400 `INVALID_REQUEST`, `PARAM_ERROR`; 401 `SIGN_ERROR`; 403 `NOT_ENOUGH`, `NO_AUTH`,
/// `USER_ACCOUNT_ABNORMAL`; 404 `MCH_NOT_EXISTS`, `RESOURCE_NOT_EXISTS` (there is no such order); 429
/// `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
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
    /// The contract of the individual that had been paid, instead of a sub-merchant.
    #[wxpay(label = "商品单个人收款方受理授权ID")]
    pub individual_auth_id: Option<String>,
    /// The sub-merchant that had been paid.
    #[wxpay(len = 32, label = "二级商户号")]
    pub sub_mchid: Option<String>,
    /// The platform's app ID.
    #[wxpay(len = 32, label = "电商平台APPID")]
    pub sp_appid: String,
    /// The sub-merchant's app ID.
    #[wxpay(len = 32, label = "二级商户APPID")]
    pub sub_appid: Option<String>,
    /// The merchant that had combined the orders, where an individual was paid.
    #[wxpay(len = 32, label = "还款服务商商户号")]
    pub combine_mchid: Option<String>,
    /// That merchant's number for the combined order.
    #[wxpay(label = "还款订单号")]
    pub combine_out_trade_no: Option<String>,
    /// WeChat Pay's number for the combined payment, where an individual was paid.
    #[wxpay(label = "交易单微信支付订单号")]
    pub combine_transaction_id: Option<String>,
    /// WeChat Pay's number for the payment. This or `out_trade_no` has to be given.
    #[wxpay(len = 32, label = "微信订单号")]
    pub transaction_id: Option<String>,
    /// The platform's own order number. This or `transaction_id` has to be given.
    #[wxpay(len = 32, bytes, pattern = r"[0-9A-Za-z_\-|*@]+", label = "商户订单号")]
    pub out_trade_no: Option<String>,
    /// The platform's own number for the refund, unique under the one that signs.
    #[wxpay(len = 64, bytes, pattern = r"[0-9A-Za-z_\-|*@]+", label = "商户退款单号")]
    pub out_refund_no: String,
    /// Why, as the user is told.
    #[wxpay(len = 80, bytes, label = "退款原因")]
    pub reason: Option<String>,
    /// How much.
    #[wxpay(label = "订单金额")]
    pub amount: Amount,
    /// Where WeChat Pay reports what became of it, instead of the address that the merchant platform has.
    #[wxpay(len = 256, bare_url, label = "退款结果回调url")]
    pub notify_url: Option<String>,
    /// Who pays it; a missing one is the sub-merchant. What really paid stands in the answers.
    #[wxpay(default = "REFUND_SOURCE_SUB_MERCHANT", label = "退款出资商户")]
    pub refund_account: Option<RefundSource>,
    /// Which of the payer's funds pays it. Without it, money that waits for its shares pays from the frozen balance, and
    /// all else from the balance.
    #[wxpay(label = "资金账户")]
    pub funds_account: Option<FundsSource>,
}

/// Who pays a refund (退款出资商户).
#[wxpay_enum]
pub enum RefundSource {
    /// The sub-merchant (二级商户).
    #[wxpay(rename = "REFUND_SOURCE_SUB_MERCHANT")]
    SubMerchant,
    /// The platform may advance it (电商平台垫付), for which it needs a permission.
    #[wxpay(rename = "REFUND_SOURCE_PARTNER_ADVANCE")]
    PartnerAdvance,
    /// The sub-merchant, in advance (二级商户垫付).
    #[wxpay(rename = "REFUND_SOURCE_SUB_MERCHANT_ADVANCE")]
    SubMerchantAdvance,
}

/// Which of a merchant's funds pays a refund (资金账户).
#[wxpay_enum]
pub enum FundsSource {
    /// The balance.
    Available,
    /// The money not settled yet.
    Unsettled,
    /// Prepaid funds.
    Prepaid,
}

/// What is refunded of what (订单金额).
#[wxpay_object(required = AmountRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Amount {
    /// The refund, in fen.
    #[wxpay(range = 1.., label = "退款金额")]
    pub refund: Fen,
    /// Which accounts pay how much of it. The parts add up to `refund`.
    #[wxpay(label = "退款出资账户及金额")]
    pub from: Option<Vec<SourceAmount>>,
    /// The whole order, in fen.
    #[wxpay(range = 1.., label = "原订单金额")]
    pub total: Fen,
    /// The currency: `CNY`.
    #[wxpay(len = 16, label = "退款币种")]
    pub currency: Option<String>,
}

/// What one account pays of a refund (退款出资账户及金额).
#[wxpay_object(required = SourceAmountRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SourceAmount {
    /// The account.
    #[wxpay(label = "出资账户类型")]
    pub account: SourceAccount,
    /// Its part, in fen.
    #[wxpay(label = "出资金额")]
    pub amount: Fen,
}

/// An account that pays a part of a refund (出资账户类型).
#[wxpay_enum]
pub enum SourceAccount {
    /// The balance.
    Available,
    /// The frozen balance.
    Unavailable,
}
