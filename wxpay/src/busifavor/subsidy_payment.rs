//! A subsidy: one merchant bears what another took off.

use crate::prelude::*;

/// Pays a merchant what it took off with a coupon (营销补差付款), out of another merchant's balance.
///
/// The coupon is redeemed, the order is paid, and the batch allows subsidies. At most what the coupon took off, and at
/// most 5000 yuan: the fixed amount, or for a percentage what follows from the order; goods at a special price
/// (换购券) are not subsidised.
///
/// `out_subsidy_no` makes repeating safe. The answer's `status` tells whether the money moved;
/// [`PayReceiptStatus::Accepted`] is not the end: ask again.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`, `MCH_NOT_EXISTS`; 401 `SIGN_ERROR`; 429 `FREQUENCY_LIMIT_EXCEED`; 500
/// `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/marketing/busifavor/subsidy/pay-receipts",
    response = PayReceipt,
    required = PaySubsidyRequired,
    number = "out_subsidy_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4017147321"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PaySubsidy {
    /// The batch of the coupon.
    #[wxpay(label = "商家券批次号")]
    pub stock_id: String,
    /// The coupon.
    #[wxpay(len = 128, label = "商家券Code")]
    pub coupon_code: String,
    /// WeChat Pay's number of the order that it was used for.
    #[wxpay(label = "微信支付订单号")]
    pub transaction_id: String,
    /// Who pays: the merchant that made the batch, or the one that it belongs to.
    #[wxpay(len = 32, label = "营销补差扣款商户号")]
    pub payer_merchant: String,
    /// Who receives: the merchant that the batch belongs to, or one of the same chain (连锁品牌).
    #[wxpay(len = 32, label = "营销补差入账商户号")]
    pub payee_merchant: String,
    /// How much, in fen.
    #[wxpay(range = 1.., label = "补差付款金额")]
    pub amount: Fen,
    /// A remark; queries return it.
    #[wxpay(len = 1024, label = "补差付款描述")]
    pub description: String,
    /// The merchant's own number for this payment, unique under the merchant.
    #[wxpay(len = 128, pattern = r"[0-9A-Za-z_\-|*]+", label = "业务请求唯一单号")]
    pub out_subsidy_no: String,
}

/// Asks for a subsidy by WeChat Pay's number for it (查询营销补差付款单详情).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 404 `RESOURCE_NOT_EXISTS` (no such subsidy); 429
/// `FREQUENCY_LIMIT_EXCEED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/marketing/busifavor/subsidy/pay-receipts/{subsidy_receipt_id}",
    response = PayReceipt,
    required = QueryPayReceiptRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4017147336"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryPayReceipt {
    /// WeChat Pay's number for the subsidy.
    #[wxpay(label = "补差付款单号")]
    pub subsidy_receipt_id: String,
}

/// Lists the subsidies of a coupon (查询营销补差付款单列表), or looks for one by the merchant's own number: what to do
/// when the outcome of a [`PaySubsidy`] is unknown.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 429 `FREQUENCY_LIMIT_EXCEED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/marketing/busifavor/subsidy/pay-receipts",
    response = PayReceipts,
    required = ListPayReceiptsRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4017147338"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListPayReceipts {
    /// The batch of the coupon.
    #[wxpay(label = "商家券批次号")]
    pub stock_id: String,
    /// The coupon.
    #[wxpay(len = 128, label = "商家券Code")]
    pub coupon_code: String,
    /// Only the subsidy with this number of the merchant's own.
    #[wxpay(len = 128, label = "补差付款请求单号")]
    pub out_subsidy_no: Option<String>,
}

/// The subsidies of a coupon.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PayReceipts {
    /// They; nothing, if there was none.
    pub pay_receipt_list: Option<Vec<PayReceipt>>,
}

/// A subsidy (补差付款单).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PayReceipt {
    /// WeChat Pay's number for it, once the money moved.
    pub subsidy_receipt_id: Option<String>,
    /// The batch of the coupon.
    pub stock_id: String,
    /// The coupon.
    pub coupon_code: String,
    /// WeChat Pay's number of the order that it was used for.
    pub transaction_id: String,
    /// Who pays.
    pub payer_merchant: String,
    /// Who receives.
    pub payee_merchant: String,
    /// How much, in fen.
    pub amount: Fen,
    /// The remark.
    pub description: String,
    /// Whether the money moved.
    pub status: PayReceiptStatus,
    /// Why it did not, if it failed.
    pub fail_reason: Option<PayReceiptFailReason>,
    /// When it moved, if it did.
    pub success_time: Option<DateTime>,
    /// The merchant's own number for it.
    pub out_subsidy_no: String,
    /// When it was asked for.
    pub create_time: Option<DateTime>,
}

/// Whether a subsidy's money moved (补差付款单据状态). The values are those of the official SDKs; examples of the pages
/// leave the prefix out and read as unknown values.
#[wxpay_enum]
pub enum PayReceiptStatus {
    /// Not known.
    #[wxpay(rename = "PAY_RECEIPT_UNKNOWN")]
    Unknown,
    /// Not yet: ask again.
    #[wxpay(rename = "PAY_RECEIPT_ACCEPTED")]
    Accepted,
    /// It moved.
    #[wxpay(rename = "PAY_RECEIPT_SUCCESS")]
    Success,
    /// It did not.
    #[wxpay(rename = "PAY_RECEIPT_FAIL")]
    Fail,
    /// It moved, and is on its way back.
    #[wxpay(rename = "PAY_RECEIPT_RETURNING")]
    Returning,
    /// It moved, and some of it came back.
    #[wxpay(rename = "PAY_RECEIPT_PARTIAL_RETURN")]
    PartialReturn,
    /// It moved, and all of it came back.
    #[wxpay(rename = "PAY_RECEIPT_FULL_RETURN")]
    FullReturn,
}

/// Why a subsidy failed (补差付款失败原因). The values are those of the official SDKs; examples of the pages leave the
/// prefix out and read as unknown values.
#[wxpay_enum]
pub enum PayReceiptFailReason {
    /// The payer's balance does not suffice.
    #[wxpay(rename = "PAY_RECEIPT_INSUFFICIENT_BALANCE")]
    InsufficientBalance,
    /// The order is none whose money is shared (分账).
    #[wxpay(rename = "PAY_RECEIPT_NOT_INCOMESPLIT_ORDER")]
    NotIncomeSplitOrder,
    /// More money than may be subsidised.
    #[wxpay(rename = "PAY_RECEIPT_EXCEED_SUBSIDY_AMOUNT_QUOTA")]
    ExceedSubsidyAmountQuota,
    /// More often than may be subsidised.
    #[wxpay(rename = "PAY_RECEIPT_EXCEED_SUBSIDY_COUNT_QUOTA")]
    ExceedSubsidyCountQuota,
    /// Something else.
    #[wxpay(rename = "PAY_RECEIPT_OTHER")]
    OtherReason,
}
