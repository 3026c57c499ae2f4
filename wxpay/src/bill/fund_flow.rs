//! The fund flow bill of a merchant.

use super::{Bill, TarType};
use crate::prelude::*;

/// Requests the fund flow bill of a day for the merchant's own account (申请资金账单).
///
/// A day's bill is available from 10:00 of the next day (Beijing time), for three months. Amounts are in yuan. The request
/// changes nothing and may be repeated, up to 3 times a second.
///
/// Errors: 400 `NO_STATEMENT_EXIST` (nothing happened on that day), `STATEMENT_CREATING` (repeat in half an hour),
/// `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 403 `NO_AUTH`; 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/bill/fundflowbill",
    response = Bill,
    required = ApplyFundFlowBillRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4013071235"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ApplyFundFlowBill {
    /// Day of the bill, such as `2019-06-11`.
    #[wxpay(label = "账单日期")]
    pub bill_date: Date,
    /// Merchant number of the sub-merchant, if a platform requests the bill of one.
    #[wxpay(len = 32, label = "二级商户号")]
    pub sub_mchid: Option<String>,
    /// Account; [`Basic`](AccountType::Basic) by default.
    #[wxpay(label = "资金账户类型")]
    pub account_type: Option<AccountType>,
    /// Compression of the bill; none by default.
    #[wxpay(label = "压缩类型")]
    pub tar_type: Option<TarType>,
}

/// An account of a merchant (资金账户类型).
#[wxpay_enum]
pub enum AccountType {
    /// Account that receives payments (基本账户).
    Basic,
    /// Account that pays for marketing and transfers (运营账户).
    Operation,
    /// Account for fees (手续费账户).
    Fees,
}
