//! The count and the sums of a bill's rows, compared with its summary.

use std::fmt::{Debug, Display};

use super::{Direction, FundFlowRow, FundFlowSummary, TradeRow, TradeSummary};
use crate::pay::TradeState;
use crate::prelude::Fen;
use crate::refund::RefundStatus;

/// A summary that does not match the rows: a row is missing, or was not written by WeChat Pay, such as a line within the
/// description of an order.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the summary has {stated} as `{column}`, and the rows come to {found}")]
#[non_exhaustive]
pub struct SummaryDiffers {
    /// Column of the summary.
    pub column: &'static str,
    /// Value of the summary: a number of rows, or an amount in yuan.
    pub stated: String,
    /// Value that the rows add up to.
    pub found: String,
}

/// The sums of the rows so far.
pub trait Totals: Debug + Default {
    /// Type of the rows.
    type Row;
    /// Type of the summary.
    type Summary;

    /// Adds a row that could be read.
    fn add(&mut self, row: &Self::Row);

    /// Compares the summary with the number of all rows, and of those that could not be read.
    fn differences(&self, rows: u64, broken: u64, summary: &Self::Summary) -> Vec<SummaryDiffers>;
}

/// The number of rows counts payments and refunds, and each sum adds up the column of its name. This follows the samples of [one
/// page](https://pay.weixin.qq.com/docs/merchant/products/bill-download/format-trade.html) and
/// [another](https://developers.weixin.qq.com/minigame/dev/wxcloudrun/src/development/pay/order/bill.html). No page says which
/// rows a sum includes. So a sum is accepted if it is that of all rows, or only of payments, or only of refunds that have not
/// failed. Fees, which have parts of a fen, are not compared.
#[derive(Debug, Default)]
pub struct TradeTotals {
    settlement_total: Sum,
    refund: Sum,
    coupon_refund: Sum,
    total: Sum,
    requested_refund: Sum,
}

impl Totals for TradeTotals {
    type Row = TradeRow;
    type Summary = TradeSummary;

    fn add(&mut self, row: &TradeRow) {
        let paid = row.trade_state == Some(TradeState::Success);
        let refunded = row.trade_state == Some(TradeState::Refund) && !row.refund_failed();
        self.settlement_total.add(row.settlement_total, paid);
        self.total.add(row.total, paid);
        self.refund.add(row.refund, refunded);
        self.coupon_refund.add(row.coupon_refund, refunded);
        self.requested_refund.add(row.requested_refund, refunded);
    }

    fn differences(&self, rows: u64, broken: u64, summary: &TradeSummary) -> Vec<SummaryDiffers> {
        let sum = |sum: &Sum, column, stated| (broken == 0).then(|| sum.differs(column, stated)).flatten();
        let found = [
            count("总交易单数", summary.count, rows),
            sum(&self.settlement_total, "应结订单总金额", summary.settlement_total),
            sum(&self.refund, "退款总金额", summary.refund),
            sum(&self.coupon_refund, "充值券退款总金额", summary.coupon_refund),
            sum(&self.total, "订单总金额", summary.total),
            sum(&self.requested_refund, "申请退款总金额", summary.requested_refund),
        ];
        found.into_iter().flatten().collect()
    }
}

impl TradeRow {
    /// True for a refund that has neither succeeded nor is in progress.
    pub(in crate::bill) fn refund_failed(&self) -> bool {
        !matches!(self.refund_status, None | Some(RefundStatus::Success | RefundStatus::Processing))
    }
}

/// The sums of a fund flow bill, as
/// [documented](https://pay.weixin.qq.com/docs/merchant/products/bill-download/format-fundflow.html).
#[derive(Debug, Default)]
pub struct FundFlowTotals {
    incomes: u64,
    income: Sum,
    expenses: u64,
    expense: Sum,
}

impl Totals for FundFlowTotals {
    type Row = FundFlowRow;
    type Summary = FundFlowSummary;

    fn add(&mut self, row: &FundFlowRow) {
        let (count, sum) = match row.direction {
            Some(Direction::Income) => (&mut self.incomes, &mut self.income),
            Some(Direction::Expense) => (&mut self.expenses, &mut self.expense),
            _ => return,
        };
        *count += 1;
        sum.add(row.amount, true);
    }

    fn differences(&self, rows: u64, broken: u64, summary: &FundFlowSummary) -> Vec<SummaryDiffers> {
        let mut found = vec![count("资金流水总笔数", summary.count, rows)];
        // A bill whose columns the merchant chose may have no directions.
        if broken == 0 && (rows == 0 || self.incomes + self.expenses > 0) {
            found.extend([
                count("收入笔数", summary.income_count, self.incomes),
                self.income.differs("收入金额", summary.income),
                count("支出笔数", summary.expense_count, self.expenses),
                self.expense.differs("支出金额", summary.expense),
            ]);
        }
        found.into_iter().flatten().collect()
    }
}

/// The sum of a column in fen: over all rows, and over the rows of its own kind. An `i128` cannot overflow here.
#[derive(Debug, Default)]
struct Sum {
    all: i128,
    own: i128,
    /// True if a row lacks this cell, so that the sums cannot be compared.
    unknown: bool,
}

impl Sum {
    fn add(&mut self, amount: Option<Fen>, own: bool) {
        let Some(amount) = amount else {
            self.unknown = true;
            return;
        };
        let fen = i128::from(amount.get());
        self.all += fen;
        self.own += if own { fen } else { 0 };
    }

    fn differs(&self, column: &'static str, stated: Option<Fen>) -> Option<SummaryDiffers> {
        let stated = stated.filter(|_| !self.unknown)?;
        let fen = i128::from(stated.get());
        (fen != self.all && fen != self.own).then(|| differs(column, stated.yuan(), yuan(self.all)))
    }
}

fn count(column: &'static str, stated: Option<u64>, found: u64) -> Option<SummaryDiffers> {
    stated.filter(|stated| *stated != found).map(|stated| differs(column, stated, found))
}

fn differs(column: &'static str, stated: impl Display, found: impl Display) -> SummaryDiffers {
    SummaryDiffers { column, stated: stated.to_string(), found: found.to_string() }
}

/// Formats fen as yuan, also amounts that are too large for a [`Fen`].
fn yuan(fen: i128) -> String {
    let (sign, fen) = (if fen < 0 { "-" } else { "" }, fen.unsigned_abs());
    format!("{sign}{}.{:02}", fen / 100, fen % 100)
}
