//! The query of a parking fee.

use super::ParkingPayment;
use crate::prelude::*;

/// Queries a parking fee by the merchant's order number (停车扣费订单查询).
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/vehicle/transactions/out-trade-no/{out_trade_no}",
    response = ParkingPayment,
    required = QueryTransactionRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012534308"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryTransaction {
    /// Merchant order number.
    #[wxpay(len = 32, label = "商户订单号")]
    pub out_trade_no: String,
    /// Merchant number of the sub-merchant. Required for a service provider.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: Option<String>,
}
