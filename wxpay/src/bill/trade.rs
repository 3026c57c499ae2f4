//! The bill of a day's orders.

use super::{Bill, TarType};
use crate::prelude::*;

/// Asks for the bill of a day's orders and refunds (申请交易账单).
///
/// The bill of a day is there after 10:00 of the next (Beijing time), and for three months. Its amounts are in yuan.
/// Asking changes nothing, and may be repeated.
///
/// Errors: 400 `NO_STATEMENT_EXIST` (nothing happened on that day), `STATEMENT_CREATING` (ask again in half an hour),
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
    /// The day, such as `2019-06-11`.
    #[wxpay(label = "账单日期")]
    pub bill_date: Date,
    /// Only the orders of this sub-merchant, for a service provider; of all of them otherwise.
    #[wxpay(len = 32, label = "二级商户号")]
    pub sub_mchid: Option<String>,
    /// What the bill tells; [`All`](BillType::All) unless it says otherwise.
    #[wxpay(label = "账单类型")]
    pub bill_type: Option<BillType>,
    /// How the bill is compressed; not at all unless it says so.
    #[wxpay(label = "压缩类型")]
    pub tar_type: Option<TarType>,
}

/// What a bill of orders tells (账单类型).
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
    /// Paid orders and refunds, in the columns of the merchant's own choice (个性化账单).
    AllSpecial,
    /// Paid orders, in those columns.
    SucSpecial,
    /// Refunds, in those columns.
    RefSpecial,
}
