//! The rows of a bill of movements of money.

use super::BillRow;
use super::columns::table;
use super::totals::FundFlowTotals;
use crate::prelude::*;

table! {
    /// A movement of money on a day (资金账单明细).
    FundFlowRow {
        /// When it was booked.
        time: Option<DateTime> = "记账时间",
        /// WeChat Pay's number of what moved it: of an order, a refund, a transfer, a sharing, a withdrawal.
        transaction_id: String = "微信支付业务单号",
        /// The number of the movement itself.
        flow_id: String = "资金流水单号",
        /// What moved it, such as `交易`, `退款`, `充值/提现`, `企业付款`, `代金券/立减/折扣`, `分账`. The names may change.
        business: String = "业务名称",
        /// The kind of it, such as `交易`, `扣除交易手续费`, `退款`, `退款关闭`, `退还交易手续费`. The names may change.
        business_type: String = "业务类型",
        /// In or out.
        direction: Option<Direction> = "收支类型",
        /// How much; the direction says which way.
        amount: Option<Fen> = "收支金额",
        /// What the account had then.
        balance: Option<Fen> = "账户结余",
        /// Who asked for it.
        applicant: String = "资金变更提交申请人",
        /// A note.
        note: String = "备注",
        /// As a rule the merchant's own number; it depends on the business.
        voucher: String = "业务凭证号",
    }
}

impl BillRow for FundFlowRow {
    type Summary = FundFlowSummary;
    type Totals = FundFlowTotals;
}

table! {
    /// The sums of a bill of movements of money (资金账单汇总).
    FundFlowSummary {
        /// How many rows there are.
        count: Option<u64> = "资金流水总笔数",
        /// How many movements in.
        income_count: Option<u64> = "收入笔数",
        /// Their sum.
        income: Option<Fen> = "收入金额",
        /// How many movements out.
        expense_count: Option<u64> = "支出笔数",
        /// Their sum.
        expense: Option<Fen> = "支出金额",
    }
}

/// In or out (收支类型).
#[wxpay_enum]
pub enum Direction {
    /// Into the account (收入).
    #[wxpay(rename = "收入")]
    Income,
    /// Out of the account (支出).
    #[wxpay(rename = "支出")]
    Expense,
}
