//! Payments of subsidies: one merchant bears the discount that another merchant granted.

use crate::prelude::*;

/// Pays a merchant for the discount of a coupon, out of another merchant's balance (营销补差付款).
///
/// The coupon has to be redeemed, the order paid, and the batch has to allow subsidies. The amount is at most the discount, and
/// at most 5000 yuan. The discount is the fixed amount, or for a percentage it follows from the order. Exchange coupons (换购券)
/// are not subsidised.
///
/// `out_subsidy_no` makes a repeated request safe. The answer's `status` says if the money was transferred;
/// [`PayReceiptStatus::Accepted`] is not final: query again.
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
    /// Batch ID of the coupon.
    #[wxpay(label = "商家券批次号")]
    pub stock_id: String,
    /// Coupon code.
    #[wxpay(len = 128, label = "商家券Code")]
    pub coupon_code: String,
    /// WeChat Pay's order number of the order paid with the coupon.
    #[wxpay(label = "微信支付订单号")]
    pub transaction_id: String,
    /// Merchant number of the payer: the merchant that created or owns the batch.
    #[wxpay(len = 32, label = "营销补差扣款商户号")]
    pub payer_merchant: String,
    /// Merchant number of the payee: the merchant that owns the batch, or one of the same chain (连锁品牌).
    #[wxpay(len = 32, label = "营销补差入账商户号")]
    pub payee_merchant: String,
    /// Amount in fen.
    #[wxpay(range = 1.., label = "补差付款金额")]
    pub amount: Fen,
    /// Remark, which queries return.
    #[wxpay(len = 1024, label = "补差付款描述")]
    pub description: String,
    /// The merchant's number of this payment, unique for the merchant.
    #[wxpay(len = 128, pattern = r"[0-9A-Za-z_\-|*]+", label = "业务请求唯一单号")]
    pub out_subsidy_no: String,
}

/// Queries a subsidy by WeChat Pay's number (查询营销补差付款单详情).
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
    /// WeChat Pay's number of the subsidy.
    #[wxpay(label = "补差付款单号")]
    pub subsidy_receipt_id: String,
}

/// Lists the subsidies of a coupon (查询营销补差付款单列表), or only the one with the merchant's number. Use it if the outcome of
/// a [`PaySubsidy`] is unknown.
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
    /// Batch ID of the coupon.
    #[wxpay(label = "商家券批次号")]
    pub stock_id: String,
    /// Coupon code.
    #[wxpay(len = 128, label = "商家券Code")]
    pub coupon_code: String,
    /// The merchant's number of the subsidy to list.
    #[wxpay(len = 128, label = "补差付款请求单号")]
    pub out_subsidy_no: Option<String>,
}

/// The subsidies of a coupon.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PayReceipts {
    /// Subsidies; missing if there are no subsidies.
    pub pay_receipt_list: Option<Vec<PayReceipt>>,
}

/// A subsidy (补差付款单).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PayReceipt {
    /// WeChat Pay's number of the subsidy, once the money was transferred.
    pub subsidy_receipt_id: Option<String>,
    /// Batch ID of the coupon.
    pub stock_id: String,
    /// Coupon code.
    pub coupon_code: String,
    /// WeChat Pay's order number of the order paid with the coupon.
    pub transaction_id: String,
    /// Merchant number of the payer.
    pub payer_merchant: String,
    /// Merchant number of the payee.
    pub payee_merchant: String,
    /// Amount in fen.
    pub amount: Fen,
    /// Remark.
    pub description: String,
    /// State of the subsidy.
    pub status: PayReceiptStatus,
    /// Reason of a failure.
    pub fail_reason: Option<PayReceiptFailReason>,
    /// Time of a successful transfer.
    pub success_time: Option<DateTime>,
    /// The merchant's number of the subsidy.
    pub out_subsidy_no: String,
    /// Time of the request.
    pub create_time: Option<DateTime>,
}

/// The state of a subsidy (补差付款单据状态). The values are those of the official SDKs; examples on the pages omit the prefix
/// and are read as unknown values.
#[wxpay_enum]
pub enum PayReceiptStatus {
    /// Unknown.
    #[wxpay(rename = "PAY_RECEIPT_UNKNOWN")]
    Unknown,
    /// Not transferred yet: query again.
    #[wxpay(rename = "PAY_RECEIPT_ACCEPTED")]
    Accepted,
    /// Transferred.
    #[wxpay(rename = "PAY_RECEIPT_SUCCESS")]
    Success,
    /// Failed.
    #[wxpay(rename = "PAY_RECEIPT_FAIL")]
    Fail,
    /// Transferred, and a return is in progress.
    #[wxpay(rename = "PAY_RECEIPT_RETURNING")]
    Returning,
    /// Transferred, and partly returned.
    #[wxpay(rename = "PAY_RECEIPT_PARTIAL_RETURN")]
    PartialReturn,
    /// Transferred, and fully returned.
    #[wxpay(rename = "PAY_RECEIPT_FULL_RETURN")]
    FullReturn,
}

/// The reason why a subsidy failed (补差付款失败原因). The values are those of the official SDKs; examples on the pages omit the
/// prefix and are read as unknown values.
#[wxpay_enum]
pub enum PayReceiptFailReason {
    /// The payer's balance is not sufficient.
    #[wxpay(rename = "PAY_RECEIPT_INSUFFICIENT_BALANCE")]
    InsufficientBalance,
    /// The order was not created for profit sharing (分账).
    #[wxpay(rename = "PAY_RECEIPT_NOT_INCOMESPLIT_ORDER")]
    NotIncomeSplitOrder,
    /// The amount exceeds the limit of subsidies.
    #[wxpay(rename = "PAY_RECEIPT_EXCEED_SUBSIDY_AMOUNT_QUOTA")]
    ExceedSubsidyAmountQuota,
    /// The number of subsidies exceeds the limit.
    #[wxpay(rename = "PAY_RECEIPT_EXCEED_SUBSIDY_COUNT_QUOTA")]
    ExceedSubsidyCountQuota,
    /// Another reason.
    #[wxpay(rename = "PAY_RECEIPT_OTHER")]
    OtherReason,
}
