//! The bill of movements of money. The basic account has payments, refunds and shares; the operation account has transfers. No
//! fees are charged here.

use std::ops::Range;

use super::file::{file, time, yuan};
use crate::books::Books;
use crate::endpoint::Refusal;

/// An account of a merchant in which money moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Account {
    /// The account that users pay into (基本账户).
    Basic,
    /// The account that transfers are paid from (运营账户).
    Operation,
}

/// The bill of a day, or `None` if nothing moved.
pub(super) fn bill(books: &Books, account: Account, mchid: &str, day: Range<i64>) -> Result<Option<String>, Refusal> {
    let (rows, amounts) = rows(books, account, mchid, day)?;
    Ok((!rows.is_empty()).then(|| file(COLUMNS, rows, sums(&amounts))))
}

/// One bill of a day for several merchants and all their accounts. The last column names the merchant: a choice, because WeChat
/// Pay's column is not documented.
pub(super) fn of_all(books: &Books, mchids: &[String], day: &Range<i64>) -> Result<Option<String>, Refusal> {
    let (mut all, mut amounts) = (Vec::new(), Vec::new());
    for mchid in mchids {
        for account in [Account::Basic, Account::Operation] {
            let (rows, moved) = rows(books, account, mchid, day.clone())?;
            all.extend(rows.into_iter().map(|row| [row, vec![mchid.clone()]].concat()));
            amounts.extend(moved);
        }
    }
    let columns = COLUMNS.into_iter().chain([SUB_MERCHANT]);
    Ok((!all.is_empty()).then(|| file(columns, all, sums(&amounts))))
}

/// The rows of a day, and the amount of each.
fn rows(
    books: &Books,
    account: Account,
    mchid: &str,
    day: Range<i64>,
) -> Result<(Vec<Vec<String>>, Vec<i64>), Refusal> {
    let before = account.moved(books, mchid, 0..day.start)?;
    let mut balance = account.opening() + sum(before.iter().map(|movement| movement.amount));
    let movements = account.moved(books, mchid, day)?;
    let rows = movements.iter().enumerate().map(|(index, movement)| {
        balance += i128::from(movement.amount);
        vec![
            time(movement.time),
            movement.id.clone(),
            format!("{}{}{index:06}", account.digit(), movement.time),
            movement.business.to_owned(),
            movement.kind.to_owned(),
            if movement.amount < 0 { "支出" } else { "收入" }.to_owned(),
            yuan(movement.amount.unsigned_abs()),
            yuan(balance),
            "system".to_owned(),
            String::new(),
            movement.voucher.clone(),
        ]
    });
    Ok((rows.collect(), movements.iter().map(|movement| movement.amount).collect()))
}

fn sums(amounts: &[i64]) -> [(&'static str, String); 5] {
    let (income, expense): (Vec<i64>, Vec<i64>) = amounts.iter().partition(|amount| **amount >= 0);
    let total = |amounts: Vec<i64>| yuan(sum(amounts).abs());
    [
        ("资金流水总笔数", amounts.len().to_string()),
        ("收入笔数", income.len().to_string()),
        ("收入金额", total(income)),
        ("支出笔数", expense.len().to_string()),
        ("支出金额", total(expense)),
    ]
}

/// A sum that cannot overflow.
fn sum(amounts: impl IntoIterator<Item = i64>) -> i128 {
    amounts.into_iter().map(i128::from).sum()
}

struct Movement {
    /// Seconds since 1970.
    time: i64,
    /// WeChat Pay's number.
    id: String,
    business: &'static str,
    kind: &'static str,
    /// Amount in fen, negative if it leaves the account.
    amount: i64,
    /// The merchant's own number.
    voucher: String,
}

impl Account {
    /// Balance before the first movement, in fen. Nobody can recharge the operation account here, so it starts with enough money.
    fn opening(self) -> i128 {
        match self {
            Self::Basic => 0,
            Self::Operation => CHARGED,
        }
    }

    /// First digit of its movements' numbers.
    fn digit(self) -> u8 {
        match self {
            Self::Basic => 1,
            Self::Operation => 2,
        }
    }

    fn moved(self, books: &Books, mchid: &str, time: Range<i64>) -> Result<Vec<Movement>, Refusal> {
        let mut movements = match self {
            Self::Basic => paid_and_shared(books, mchid, &time)?,
            Self::Operation => transferred(books, mchid, &time)?,
        };
        movements.sort_by_key(|movement| movement.time);
        Ok(movements)
    }
}

fn paid_and_shared(books: &Books, mchid: &str, time: &Range<i64>) -> Result<Vec<Movement>, Refusal> {
    let paid = books.paid_to(mchid, time.clone())?.into_iter().map(|order| Movement {
        time: order.paid.unwrap_or_default(),
        id: order.transaction_id.unwrap_or_default(),
        business: "交易",
        kind: "交易",
        amount: order.total,
        voucher: order.out_trade_no,
    });
    let reversed = books.reversed_of(mchid, time.clone())?.into_iter().map(|order| Movement {
        time: order.reversed.unwrap_or_default(),
        id: order.transaction_id.unwrap_or_default(),
        business: "交易",
        kind: "交易",
        amount: -order.total,
        voucher: order.out_trade_no,
    });
    let refunded = books.refunds_of(mchid, time.clone())?.into_iter().map(|refund| Movement {
        time: refund.created,
        id: refund.refund_id,
        business: "退款",
        kind: "退款",
        amount: -refund.refund,
        voucher: refund.out_refund_no,
    });
    let came_to_nothing = books.refunds_closed(mchid, time.clone())?.into_iter().map(|refund| Movement {
        time: refund.closed.unwrap_or_default(),
        id: refund.refund_id,
        business: "退款",
        kind: "退款关闭",
        amount: refund.refund,
        voucher: refund.out_refund_no,
    });
    let shared = books.shared_in(mchid, time.clone())?.into_iter().map(|moved| Movement {
        time: moved.time,
        id: moved.id,
        business: "分账",
        kind: if moved.returned { "分账回退" } else { "分账" },
        amount: moved.amount,
        voucher: moved.number,
    });
    Ok(paid.chain(reversed).chain(refunded).chain(came_to_nothing).chain(shared).collect())
}

/// The money is locked when a transfer is ordered, and comes back if the user does not get it.
fn transferred(books: &Books, mchid: &str, time: &Range<i64>) -> Result<Vec<Movement>, Refusal> {
    let ordered = books.transfers_in(mchid, time.clone())?.into_iter().map(|transfer| Movement {
        time: transfer.created,
        id: transfer.transfer_bill_no,
        business: "企业付款",
        kind: "企业付款",
        amount: -transfer.amount,
        voucher: transfer.out_bill_no,
    });
    let came_to_nothing = books.transfers_ended(mchid, time.clone())?.into_iter().map(|transfer| Movement {
        time: transfer.updated,
        id: transfer.transfer_bill_no,
        business: "企业付款",
        kind: "企业付款",
        amount: transfer.amount,
        voucher: transfer.out_bill_no,
    });
    Ok(ordered.chain(came_to_nothing).collect())
}

/// A million yuan.
const CHARGED: i128 = 100_000_000;

const COLUMNS: [&str; 11] = [
    "记账时间",
    "微信支付业务单号",
    "资金流水单号",
    "业务名称",
    "业务类型",
    "收支类型",
    "收支金额(元)",
    "账户结余(元)",
    "资金变更提交申请人",
    "备注",
    "业务凭证号",
];

const SUB_MERCHANT: &str = "二级商户号";
