//! The request for a refund.

use super::Refund;
use crate::prelude::*;

/// Asks for a refund of an order, or of a part of it (申请退款).
///
/// An answer means that the refund was accepted, not that it is done. Within a year after the payment, an order can be
/// refunded in up to 50 parts that add up to no more than it cost; a minute should pass between them.
///
/// Repeat it with the same `out_refund_no` and the same parameters only, also after `NOT_ENOUGH`, once the account has
/// been topped up. A refusal with 429 leaves the outcome open: ask with [`QueryRefund`](super::QueryRefund) about a
/// minute later. Its 404 means that nothing was accepted.
///
/// Errors: 400 `INVALID_REQUEST`, `PARAM_ERROR`; 401 `SIGN_ERROR`; 403 `NOT_ENOUGH`, `NO_AUTH`,
/// `USER_ACCOUNT_ABNORMAL`; 404 `MCH_NOT_EXISTS`, `RESOURCE_NOT_EXISTS` (there is no such order); 429
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
    /// The sub-merchant of the order, from a service provider.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: Option<String>,
    /// WeChat Pay's number for the payment. This or `out_trade_no` has to be given.
    #[wxpay(len = 32, label = "微信支付订单号")]
    pub transaction_id: Option<String>,
    /// The merchant's own order number. This or `transaction_id` has to be given.
    #[wxpay(len = 32, bytes, pattern = r"[0-9A-Za-z_\-|*@]+", label = "商户订单号")]
    pub out_trade_no: Option<String>,
    /// The merchant's own number for the refund, unique under the one that signs.
    #[wxpay(len = 64, bytes, pattern = r"[0-9A-Za-z_\-|*@]+", label = "商户退款单号")]
    pub out_refund_no: String,
    /// Why, as the user is told; not for parts of at most 1 yuan.
    #[wxpay(len = 80, bytes, label = "退款原因")]
    pub reason: Option<String>,
    /// Where WeChat Pay reports what became of it, instead of the address that the merchant platform has.
    #[wxpay(len = 256, bare_url, label = "退款结果回调url")]
    pub notify_url: Option<String>,
    /// Which of the merchant's funds pays it, instead of the money not settled yet.
    #[wxpay(label = "退款资金来源")]
    pub funds_account: Option<FundsSource>,
    /// Who pays it, from a service provider that may advance refunds; a missing one is the sub-merchant.
    #[wxpay(label = "退款出资商户")]
    pub refund_account: Option<RefundSource>,
    /// How much.
    #[wxpay(label = "金额信息")]
    pub amount: Amount,
    /// The goods that are taken back, for orders with coupons on single goods.
    #[wxpay(label = "退款商品")]
    pub goods_detail: Option<Vec<RefundGoods>>,
}

/// Which of a merchant's funds pays a refund (退款资金来源).
#[wxpay_enum]
pub enum FundsSource {
    /// The balance; for merchants of the old flow of funds.
    Available,
    /// The money not settled yet; for deposits of travel.
    Unsettled,
}

/// Who pays a refund (退款出资商户).
#[wxpay_enum]
pub enum RefundSource {
    /// The sub-merchant (子商户).
    #[wxpay(rename = "REFUND_SOURCE_SUB_MERCHANT")]
    SubMerchant,
    /// The service provider may advance it (服务商垫付), for which it needs a permission.
    #[wxpay(rename = "REFUND_SOURCE_PARTNER_ADVANCE")]
    PartnerAdvance,
    /// The sub-merchant, in advance (子商户垫付).
    #[wxpay(rename = "REFUND_SOURCE_SUB_MERCHANT_ADVANCE")]
    SubMerchantAdvance,
}

/// What is refunded of what (金额信息).
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
    pub currency: String,
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

/// One kind of goods that is taken back (退款商品).
#[wxpay_object(required = RefundGoodsRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RefundGoods {
    /// The merchant's number for it.
    #[wxpay(label = "商户侧商品编码")]
    pub merchant_goods_id: String,
    /// WeChat Pay's number for it.
    #[wxpay(label = "微信侧商品编码")]
    pub wechatpay_goods_id: Option<String>,
    /// Its name.
    #[wxpay(label = "商品名称")]
    pub goods_name: Option<String>,
    /// The price of one, in fen.
    #[wxpay(label = "商品单价")]
    pub unit_price: Fen,
    /// What is refunded for it, in fen.
    #[wxpay(label = "商品退款金额")]
    pub refund_amount: Fen,
    /// How many are taken back.
    #[wxpay(label = "商品退货数量")]
    pub refund_quantity: i64,
}
