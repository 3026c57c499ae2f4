//! Querying a fare.

use super::Transaction;
use crate::prelude::*;

/// Queries a fare by the merchant's own number (乘车扣费订单查询).
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/qrcode/transactions/out-trade-no/{out_trade_no}",
    response = Transaction,
    required = QueryTransactionRequired
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryTransaction {
    /// The merchant's own order number.
    #[wxpay(len = 32, label = "商户系统内部订单号")]
    pub out_trade_no: String,
    /// Merchant number of the sub-merchant. Required for a service provider.
    #[wxpay(len = 32, label = "微信支付分配的子商户号")]
    pub sub_mchid: Option<String>,
}
