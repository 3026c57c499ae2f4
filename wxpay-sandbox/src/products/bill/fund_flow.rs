//! The bill of movements of money: in with each payment, out with each refund and share; no fees are moved here.

use std::ops::Range;

use super::file::{file, time, yuan};
use crate::books::Books;
use crate::gateway::Refusal;

/// The bill of a day, if anything moved.
pub(super) fn bill(books: &Books, mchid: &str, day: Range<i64>) -> Result<Option<String>, Refusal> {
    let (rows, amounts) = rows(books, mchid, day)?;
    Ok((!rows.is_empty()).then(|| file(COLUMNS, rows, sums(&amounts))))
}

/// The bill of a day of several merchants, one after the other. Which of them a row is about stands at its end; where
/// WeChat Pay says it is not documented.
pub(super) fn of_all(books: &Books, mchids: &[String], day: &Range<i64>) -> Result<Option<String>, Refusal> {
    let (mut all, mut amounts) = (Vec::new(), Vec::new());
    for mchid in mchids {
        let (rows, moved) = rows(books, mchid, day.clone())?;
        all.extend(rows.into_iter().map(|row| [row, vec![mchid.clone()]].concat()));
        amounts.extend(moved);
    }
    let columns = COLUMNS.into_iter().chain([SUB_MERCHANT]);
    Ok((!all.is_empty()).then(|| file(columns, all, sums(&amounts))))
}

/// The rows of a day, and how much each moved.
fn rows(books: &Books, mchid: &str, day: Range<i64>) -> Result<(Vec<Vec<String>>, Vec<i64>), Refusal> {
    let before = moved(books, mchid, 0..day.start)?;
    let mut balance = before.iter().fold(0, |balance: i64, movement| balance.saturating_add(movement.amount));
    let movements = moved(books, mchid, day)?;
    let rows = movements.iter().enumerate().map(|(index, movement)| {
        balance = balance.saturating_add(movement.amount);
        vec![
            time(movement.time),
            movement.id.clone(),
            format!("1{}{index:06}", movement.time),
            movement.business.to_owned(),
            movement.business.to_owned(),
            if movement.amount < 0 { "支出" } else { "收入" }.to_owned(),
            yuan(movement.amount.saturating_abs()),
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
    let sum =
        |amounts: &[i64]| yuan(amounts.iter().fold(0, |sum: i64, amount| sum.saturating_add(*amount)).saturating_abs());
    [
        ("资金流水总笔数", amounts.len().to_string()),
        ("收入笔数", income.len().to_string()),
        ("收入金额", sum(&income)),
        ("支出笔数", expense.len().to_string()),
        ("支出金额", sum(&expense)),
    ]
}

struct Movement {
    time: i64,
    id: String,
    business: &'static str,
    /// In fen, below zero where it goes out.
    amount: i64,
    voucher: String,
}

fn moved(books: &Books, mchid: &str, time: Range<i64>) -> Result<Vec<Movement>, Refusal> {
    let paid = books.paid_to(mchid, time.clone())?.into_iter().map(|order| Movement {
        time: order.paid.unwrap_or_default(),
        id: order.transaction_id.unwrap_or_default(),
        business: "交易",
        amount: order.total,
        voucher: order.out_trade_no,
    });
    let refunded = books.refunds_of(mchid, time.clone())?.into_iter().map(|refund| Movement {
        time: refund.created,
        id: refund.refund_id,
        business: "退款",
        amount: -refund.refund,
        voucher: refund.out_refund_no,
    });
    let shared = books.shared_in(mchid, time)?.into_iter().map(|moved| Movement {
        time: moved.time,
        id: moved.order_id,
        business: if moved.amount < 0 { "分账" } else { "分账回退" },
        amount: moved.amount,
        voucher: moved.number,
    });
    let mut movements: Vec<_> = paid.chain(refunded).chain(shared).collect();
    movements.sort_by_key(|movement| movement.time);
    Ok(movements)
}

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
