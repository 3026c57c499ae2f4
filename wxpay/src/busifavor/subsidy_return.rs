//! A subsidy that goes back.

use crate::prelude::*;

/// Gives a subsidy back, all or some of it (营销补差回退), after the order was refunded.
///
/// The returns of one coupon together are at most its subsidy. `out_subsidy_return_no` makes repeating safe. The
/// answer's `status` tells whether the money moved; [`ReturnReceiptStatus::Accepted`] is not the end: ask again.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`, `MCH_NOT_EXISTS`; 401 `SIGN_ERROR`; 429 `FREQUENCY_LIMIT_EXCEED`; 500
/// `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/marketing/busifavor/subsidy/return-receipts",
    response = ReturnReceipt,
    required = ReturnSubsidyRequired,
    number = "out_subsidy_return_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4017147332"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReturnSubsidy {
    /// The batch of the coupon.
    #[wxpay(label = "商家券批次号")]
    pub stock_id: String,
    /// The coupon.
    #[wxpay(len = 128, label = "商家券Code")]
    pub coupon_code: String,
    /// WeChat Pay's number of the order that it was used for.
    #[wxpay(label = "微信支付订单号")]
    pub transaction_id: String,
    /// WeChat Pay's number of that order's refund.
    #[wxpay(label = "微信支付退款单号")]
    pub refund_id: String,
    /// Who paid the subsidy, and receives now.
    #[wxpay(len = 32, label = "原营销补差扣款商户号")]
    pub payer_merchant: String,
    /// Who received the subsidy, and pays now.
    #[wxpay(len = 32, label = "原营销补差入账商户号")]
    pub payee_merchant: String,
    /// How much goes back, in fen.
    #[wxpay(range = 1.., label = "补差回退金额")]
    pub amount: Fen,
    /// A remark; queries return it.
    #[wxpay(len = 1024, label = "补差回退描述")]
    pub description: String,
    /// The merchant's own number for this return, unique under the merchant.
    #[wxpay(len = 128, pattern = r"[0-9A-Za-z_\-|*]+", label = "业务请求唯一单号")]
    pub out_subsidy_return_no: String,
}

/// Asks for a subsidy's return by WeChat Pay's number for it (查询营销补差回退单详情).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 404 `RESOURCE_NOT_EXISTS` (no such return); 429
/// `FREQUENCY_LIMIT_EXCEED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/marketing/busifavor/subsidy/return-receipts/{subsidy_return_receipt_id}",
    response = ReturnReceipt,
    required = QueryReturnReceiptRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4017147344"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryReturnReceipt {
    /// WeChat Pay's number for the return.
    #[wxpay(label = "补差回退单号")]
    pub subsidy_return_receipt_id: String,
}

/// A subsidy's return (补差回退单).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReturnReceipt {
    /// WeChat Pay's number for it, once the money moved.
    pub subsidy_return_receipt_id: Option<String>,
    /// The batch of the coupon.
    pub stock_id: String,
    /// The coupon.
    pub coupon_code: String,
    /// WeChat Pay's number of the order that it was used for.
    pub transaction_id: String,
    /// WeChat Pay's number of that order's refund.
    pub refund_id: String,
    /// Who paid the subsidy, and receives now.
    pub payer_merchant: String,
    /// Who received the subsidy, and pays now.
    pub payee_merchant: String,
    /// How much goes back, in fen.
    pub amount: Fen,
    /// The remark.
    pub description: String,
    /// Whether the money moved.
    pub status: ReturnReceiptStatus,
    /// Why it did not, if it failed.
    pub fail_reason: Option<ReturnReceiptFailReason>,
    /// When it moved, if it did.
    pub return_done_time: Option<DateTime>,
    /// WeChat Pay's number for the subsidy.
    pub subsidy_receipt_id: String,
    /// The merchant's own number for the return.
    pub out_subsidy_return_no: String,
    /// When it was asked for.
    pub return_create_time: Option<DateTime>,
}

/// Whether a return's money moved (补差回退单据状态). Some examples of the pages leave the prefix out and read as unknown
/// values.
#[wxpay_enum]
pub enum ReturnReceiptStatus {
    /// Not known.
    #[wxpay(rename = "RETURN_RECEIPT_UNKNOWN")]
    Unknown,
    /// Not yet: ask again.
    #[wxpay(rename = "RETURN_RECEIPT_ACCEPTED")]
    Accepted,
    /// It moved.
    #[wxpay(rename = "RETURN_RECEIPT_SUCCESS")]
    Success,
    /// It did not.
    #[wxpay(rename = "RETURN_RECEIPT_FAIL")]
    Fail,
}

/// Why a return failed (补差回退失败原因). Some examples of the pages leave the prefix out and read as unknown values.
#[wxpay_enum]
pub enum ReturnReceiptFailReason {
    /// The balance of who received the subsidy does not suffice.
    #[wxpay(rename = "RETURN_RECEIPT_INSUFFICIENT_BALANCE")]
    InsufficientBalance,
    /// Something else.
    #[wxpay(rename = "RETURN_RECEIPT_OTHER")]
    OtherReason,
}
