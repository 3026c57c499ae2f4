//! The bill of a day's orders and refunds.

use super::{Bill, TarType};
use crate::prelude::*;

/// Requests the bill of a day's orders and refunds (申请交易账单).
///
/// A day's bill is available from 10:00 of the next day (Beijing time), for three months. Amounts are in yuan. The request
/// changes nothing and may be repeated.
///
/// Errors: 400 `NO_STATEMENT_EXIST` (nothing happened on that day), `STATEMENT_CREATING` (repeat in half an hour),
/// `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 403 `NO_AUTH`; 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/bill/tradebill",
    response = Bill,
    required = ApplyTradeBillRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4013071227"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ApplyTradeBill {
    /// Day of the bill, such as `2019-06-11`.
    #[wxpay(label = "账单日期")]
    pub bill_date: Date,
    /// Merchant number of a sub-merchant, for a service provider: the bill has only its orders. By default it has all orders.
    #[wxpay(len = 32, label = "二级商户号")]
    pub sub_mchid: Option<String>,
    /// Kind of bill; [`All`](BillType::All) by default.
    #[wxpay(label = "账单类型")]
    pub bill_type: Option<BillType>,
    /// Compression of the bill; none by default.
    #[wxpay(label = "压缩类型")]
    pub tar_type: Option<TarType>,
}

/// The kind of a bill of orders and refunds (账单类型).
#[wxpay_enum]
pub enum BillType {
    /// Paid orders and refunds.
    All,
    /// Paid orders.
    Success,
    /// Refunds.
    Refund,
    /// Refunds of deposits (充值退款).
    RechargeRefund,
    /// Paid orders and refunds, with columns that the merchant has chosen (个性化账单).
    AllSpecial,
    /// Paid orders, with columns that the merchant has chosen.
    SucSpecial,
    /// Refunds, with columns that the merchant has chosen.
    RefSpecial,
}
