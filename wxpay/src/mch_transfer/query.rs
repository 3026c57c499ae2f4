//! Queries of a transfer.

use super::TransferBill;
use crate::prelude::*;

/// Queries a transfer by the merchant's number (商户单号查询转账单).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 404 `NOT_FOUND`: the transfer was never accepted, and the same
/// request can be sent again; 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/fund-app/mch-transfer/transfer-bills/out-bill-no/{out_bill_no}",
    response = TransferBill,
    required = QueryTransferByNumberRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012716437"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryTransferByNumber {
    /// The merchant's number of the transfer.
    #[wxpay(len = 32, pattern = "[0-9A-Za-z]+", label = "商户单号")]
    pub out_bill_no: String,
}

/// Queries a transfer by WeChat Pay's number (微信转账单号查询转账单).
///
/// Errors: those of [`QueryTransferByNumber`].
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/fund-app/mch-transfer/transfer-bills/transfer-bill-no/{transfer_bill_no}",
    response = TransferBill,
    required = QueryTransferRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012716457"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryTransfer {
    /// WeChat Pay's number of the transfer.
    #[wxpay(label = "微信转账单号")]
    pub transfer_bill_no: String,
}
