//! Requesting a refund.

use super::Refund;
use crate::prelude::*;

/// Requests a full or partial refund of an order (申请退款).
///
/// The answer means that the refund was accepted, not that it is done. Within a year after the payment, an order can be refunded
/// in up to 50 parts that add up to at most its amount; leave a minute between them.
///
/// Always repeat with the same `out_refund_no` and the same parameters, also after `NOT_ENOUGH` and a top-up. After a refusal
/// with 429 the outcome is unknown: query it with [`QueryRefund`](super::QueryRefund) about a minute later. If the query answers
/// 404, the refund was not accepted.
///
/// Errors: 400 `INVALID_REQUEST`, `PARAM_ERROR`; 401 `SIGN_ERROR`; 403 `NOT_ENOUGH`, `NO_AUTH`,
/// `USER_ACCOUNT_ABNORMAL`; 404 `MCH_NOT_EXISTS`, `RESOURCE_NOT_EXISTS` (the order does not exist); 429
/// `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/refund/domestic/refunds",
    response = Refund,
    required = CreateRefundRequired,
    number = "out_refund_no",
    unknown_on = [429],
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4013071036",
    any_of("transaction_id", "out_trade_no")
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CreateRefund {
    /// Merchant number of the order's sub-merchant. Service providers only.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: Option<String>,
    /// WeChat Pay's number for the payment. Either `transaction_id` or `out_trade_no` is required.
    #[wxpay(len = 32, label = "微信支付订单号")]
    pub transaction_id: Option<String>,
    /// The merchant's own order number. Either `out_trade_no` or `transaction_id` is required.
    #[wxpay(len = 32, bytes, pattern = r"[0-9A-Za-z_\-|*@]+", label = "商户订单号")]
    pub out_trade_no: Option<String>,
    /// The merchant's own number for the refund, unique under the caller.
    #[wxpay(len = 64, bytes, pattern = r"[0-9A-Za-z_\-|*@]+", label = "商户退款单号")]
    pub out_refund_no: String,
    /// The reason, which the user sees; not for refunds of at most 1 yuan.
    #[wxpay(len = 80, bytes, label = "退款原因")]
    pub reason: Option<String>,
    /// URL that receives the notification of the result, instead of the one set on the merchant platform.
    #[wxpay(len = 256, bare_url, label = "退款结果回调url")]
    pub notify_url: Option<String>,
    /// Account of the merchant that pays the refund, instead of the unsettled funds.
    #[wxpay(label = "退款资金来源")]
    pub funds_account: Option<FundsSource>,
    /// Payer of the refund, if a service provider may advance refunds; by default the sub-merchant.
    #[wxpay(label = "退款出资商户")]
    pub refund_account: Option<RefundSource>,
    /// Amounts of the order and of the refund.
    #[wxpay(label = "金额信息")]
    pub amount: Amount,
    /// The returned goods, for orders with coupons on single goods.
    #[wxpay(label = "退款商品")]
    pub goods_detail: Option<Vec<RefundGoods>>,
}

/// Accounts of a merchant that can pay a refund (退款资金来源).
#[wxpay_enum]
pub enum FundsSource {
    /// The balance, for merchants with the old flow of funds.
    Available,
    /// The unsettled funds, for deposits of travel services.
    Unsettled,
}

/// Payers of a refund (退款出资商户).
#[wxpay_enum]
pub enum RefundSource {
    /// The sub-merchant (子商户).
    #[wxpay(rename = "REFUND_SOURCE_SUB_MERCHANT")]
    SubMerchant,
    /// The service provider advances the refund (服务商垫付); it needs a permission.
    #[wxpay(rename = "REFUND_SOURCE_PARTNER_ADVANCE")]
    PartnerAdvance,
    /// The sub-merchant advances the refund (子商户垫付).
    #[wxpay(rename = "REFUND_SOURCE_SUB_MERCHANT_ADVANCE")]
    SubMerchantAdvance,
}

/// Amounts of a refund and its order (金额信息).
#[wxpay_object(required = AmountRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Amount {
    /// Refund amount in fen.
    #[wxpay(range = 1.., label = "退款金额")]
    pub refund: Fen,
    /// Accounts that pay the refund, with their amounts, which add up to `refund`.
    #[wxpay(label = "退款出资账户及金额")]
    pub from: Option<Vec<SourceAmount>>,
    /// Total amount of the order, in fen.
    #[wxpay(range = 1.., label = "原订单金额")]
    pub total: Fen,
    /// The currency: `CNY`.
    #[wxpay(len = 16, label = "退款币种")]
    pub currency: String,
}

/// An account that pays a part of a refund, with its amount (退款出资账户及金额).
#[wxpay_object(required = SourceAmountRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SourceAmount {
    /// The account.
    #[wxpay(label = "出资账户类型")]
    pub account: SourceAccount,
    /// Amount that the account pays, in fen.
    #[wxpay(label = "出资金额")]
    pub amount: Fen,
}

/// Types of accounts that pay a part of a refund (出资账户类型).
#[wxpay_enum]
pub enum SourceAccount {
    /// The balance.
    Available,
    /// The frozen balance.
    Unavailable,
}

/// Goods that are returned (退款商品).
#[wxpay_object(required = RefundGoodsRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RefundGoods {
    /// The merchant's number for the goods.
    #[wxpay(label = "商户侧商品编码")]
    pub merchant_goods_id: String,
    /// WeChat Pay's number for the goods.
    #[wxpay(label = "微信侧商品编码")]
    pub wechatpay_goods_id: Option<String>,
    /// Name of the goods.
    #[wxpay(label = "商品名称")]
    pub goods_name: Option<String>,
    /// Unit price in fen.
    #[wxpay(label = "商品单价")]
    pub unit_price: Fen,
    /// Refund amount for the goods, in fen.
    #[wxpay(label = "商品退款金额")]
    pub refund_amount: Fen,
    /// Quantity of the returned goods.
    #[wxpay(label = "商品退货数量")]
    pub refund_quantity: i64,
}
