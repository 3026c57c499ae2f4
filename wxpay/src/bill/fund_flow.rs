//! The bill of a day's movements of money.

use super::{Bill, TarType};
use crate::prelude::*;

/// Asks for the bill of a day's movements of one's own money (申请资金账单).
///
/// The bill of a day is there after 10:00 of the next (Beijing time), and for three months. Its amounts are in yuan.
/// Asking changes nothing, and may be repeated; up to 3 times a second.
///
/// Errors: 400 `NO_STATEMENT_EXIST` (nothing happened on that day), `STATEMENT_CREATING` (ask again in half an hour),
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
    /// The day, such as `2019-06-11`.
    #[wxpay(label = "账单日期")]
    pub bill_date: Date,
    /// The sub-merchant, where a platform asks for one.
    #[wxpay(len = 32, label = "二级商户号")]
    pub sub_mchid: Option<String>,
    /// Which account; [`Basic`](AccountType::Basic) unless it says otherwise.
    #[wxpay(label = "资金账户类型")]
    pub account_type: Option<AccountType>,
    /// How the bill is compressed; not at all unless it says so.
    #[wxpay(label = "压缩类型")]
    pub tar_type: Option<TarType>,
}

/// An account of a merchant (资金账户类型).
#[wxpay_enum]
pub enum AccountType {
    /// What it is paid into (基本账户).
    Basic,
    /// What marketing and transfers are paid from (运营账户).
    Operation,
    /// Fees (手续费账户).
    Fees,
}
