//! Returns of subsidies.

use crate::prelude::*;

/// Returns all or part of a subsidy after the order was refunded (营销补差回退).
///
/// All returns of a coupon together are at most its subsidy. `out_subsidy_return_no` makes a repeated request safe. The answer's
/// `status` says if the money was transferred; [`ReturnReceiptStatus::Accepted`] is not final: query again.
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
    /// Batch ID of the coupon.
    #[wxpay(label = "商家券批次号")]
    pub stock_id: String,
    /// Coupon code.
    #[wxpay(len = 128, label = "商家券Code")]
    pub coupon_code: String,
    /// WeChat Pay's order number of the order paid with the coupon.
    #[wxpay(label = "微信支付订单号")]
    pub transaction_id: String,
    /// WeChat Pay's refund number of the order's refund.
    #[wxpay(label = "微信支付退款单号")]
    pub refund_id: String,
    /// Merchant number of the subsidy's payer, which receives the money now.
    #[wxpay(len = 32, label = "原营销补差扣款商户号")]
    pub payer_merchant: String,
    /// Merchant number of the subsidy's payee, which pays now.
    #[wxpay(len = 32, label = "原营销补差入账商户号")]
    pub payee_merchant: String,
    /// Amount to return, in fen.
    #[wxpay(range = 1.., label = "补差回退金额")]
    pub amount: Fen,
    /// Remark, which queries return.
    #[wxpay(len = 1024, label = "补差回退描述")]
    pub description: String,
    /// The merchant's number of this return, unique for the merchant.
    #[wxpay(len = 128, pattern = r"[0-9A-Za-z_\-|*]+", label = "业务请求唯一单号")]
    pub out_subsidy_return_no: String,
}

/// Queries the return of a subsidy by WeChat Pay's number (查询营销补差回退单详情).
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
    /// WeChat Pay's number of the return.
    #[wxpay(label = "补差回退单号")]
    pub subsidy_return_receipt_id: String,
}

/// The return of a subsidy (补差回退单).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReturnReceipt {
    /// WeChat Pay's number of the return, once the money was transferred.
    pub subsidy_return_receipt_id: Option<String>,
    /// Batch ID of the coupon.
    pub stock_id: String,
    /// Coupon code.
    pub coupon_code: String,
    /// WeChat Pay's order number of the order paid with the coupon.
    pub transaction_id: String,
    /// WeChat Pay's refund number of the order's refund.
    pub refund_id: String,
    /// Merchant number of the subsidy's payer, which receives the money now.
    pub payer_merchant: String,
    /// Merchant number of the subsidy's payee, which pays now.
    pub payee_merchant: String,
    /// Amount to return, in fen.
    pub amount: Fen,
    /// Remark.
    pub description: String,
    /// State of the return.
    pub status: ReturnReceiptStatus,
    /// Reason of a failure.
    pub fail_reason: Option<ReturnReceiptFailReason>,
    /// Time of a successful transfer.
    pub return_done_time: Option<DateTime>,
    /// WeChat Pay's number of the subsidy.
    pub subsidy_receipt_id: String,
    /// The merchant's number of the return.
    pub out_subsidy_return_no: String,
    /// Time of the request.
    pub return_create_time: Option<DateTime>,
}

/// The state of a return (补差回退单据状态). Some examples on the pages omit the prefix and are read as unknown values.
#[wxpay_enum]
pub enum ReturnReceiptStatus {
    /// Unknown.
    #[wxpay(rename = "RETURN_RECEIPT_UNKNOWN")]
    Unknown,
    /// Not transferred yet: query again.
    #[wxpay(rename = "RETURN_RECEIPT_ACCEPTED")]
    Accepted,
    /// Transferred.
    #[wxpay(rename = "RETURN_RECEIPT_SUCCESS")]
    Success,
    /// Failed.
    #[wxpay(rename = "RETURN_RECEIPT_FAIL")]
    Fail,
}

/// The reason why a return failed (补差回退失败原因). Some examples on the pages omit the prefix and are read as unknown values.
#[wxpay_enum]
pub enum ReturnReceiptFailReason {
    /// The balance of the subsidy's payee is not sufficient.
    #[wxpay(rename = "RETURN_RECEIPT_INSUFFICIENT_BALANCE")]
    InsufficientBalance,
    /// Another reason.
    #[wxpay(rename = "RETURN_RECEIPT_OTHER")]
    OtherReason,
}
