//! The rows of a fund flow bill.

use super::BillRow;
use super::columns::table;
use super::totals::FundFlowTotals;
use crate::prelude::*;

table! {
    /// A movement of money on a day (资金账单明细).
    FundFlowRow {
        /// Time of booking.
        time: Option<DateTime> = "记账时间",
        /// WeChat Pay's number of the order, refund, transfer, profit sharing or withdrawal that moved the money.
        transaction_id: String = "微信支付业务单号",
        /// Number of the movement itself.
        flow_id: String = "资金流水单号",
        /// Name of the business, such as `交易`, `退款`, `充值/提现`, `企业付款`, `代金券/立减/折扣`, `分账`. The names may
        /// change.
        business: String = "业务名称",
        /// Type of the business, such as `交易`, `扣除交易手续费`, `退款`, `退款关闭`, `退还交易手续费`. The names may change.
        business_type: String = "业务类型",
        /// Direction of the movement.
        direction: Option<Direction> = "收支类型",
        /// Amount without a sign; `direction` says which way.
        amount: Option<Fen> = "收支金额",
        /// Balance of the account after the movement.
        balance: Option<Fen> = "账户结余",
        /// Applicant of the movement.
        applicant: String = "资金变更提交申请人",
        /// Note.
        note: String = "备注",
        /// Usually the merchant's number; it depends on the business.
        voucher: String = "业务凭证号",
    }
}

impl BillRow for FundFlowRow {
    type Summary = FundFlowSummary;
    type Totals = FundFlowTotals;
}

table! {
    /// The sums of a fund flow bill (资金账单汇总).
    FundFlowSummary {
        /// Number of rows.
        count: Option<u64> = "资金流水总笔数",
        /// Number of movements into the account.
        income_count: Option<u64> = "收入笔数",
        /// Sum of the movements into the account.
        income: Option<Fen> = "收入金额",
        /// Number of movements out of the account.
        expense_count: Option<u64> = "支出笔数",
        /// Sum of the movements out of the account.
        expense: Option<Fen> = "支出金额",
    }
}

/// The direction of a movement (收支类型).
#[wxpay_enum]
pub enum Direction {
    /// Into the account (收入).
    #[wxpay(rename = "收入")]
    Income,
    /// Out of the account (支出).
    #[wxpay(rename = "支出")]
    Expense,
}
