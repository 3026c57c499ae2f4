//! The bill of orders and refunds.

use std::ops::Range;

use serde_json::Value;
use wxpay::bill::BillType;
use wxpay::pay::TradeState;

use super::file::{decimal, file, time, yuan};
use crate::books::{Books, By, Order, Refund};
use crate::endpoint::Refusal;
use crate::parties::SOMEBODY;

/// The bill of a day, or `None` if it would have no rows.
pub(super) fn bill(
    books: &Books,
    mchid: &str,
    sub_mchid: Option<&str>,
    day: Range<i64>,
    asked: Option<&BillType>,
) -> Result<Option<String>, Refusal> {
    let (paid, refunded, kind) = match asked {
        None | Some(BillType::All | BillType::AllSpecial) => (true, true, Kind::All),
        Some(BillType::Success | BillType::SucSpecial) => (true, false, Kind::Success),
        Some(BillType::Refund | BillType::RefSpecial) => (false, true, Kind::Refund),
        // There is no recharging here.
        Some(_) => return Ok(None),
    };
    let mut rows = Vec::new();
    if paid {
        for order in books.paid_in(mchid, day.clone())? {
            rows.push((order.paid.unwrap_or_default(), Row { ordered: order.parameters()?, order, refund: None }));
        }
    }
    if refunded {
        for refund in books.refunds_in(mchid, day.clone())? {
            // Every refund has its order.
            let Some(order) = books.find_order(mchid, By::OutTradeNo(&refund.out_trade_no), day.end)? else { continue };
            rows.push((refund.created, Row { ordered: order.parameters()?, order, refund: Some(refund) }));
        }
    }
    rows.retain(|(_, row)| sub_mchid.is_none() || row.order.sub_mchid.as_deref() == sub_mchid);
    if rows.is_empty() {
        return Ok(None);
    }
    rows.sort_by_key(|(time, _)| *time);
    let rows: Vec<Row> = rows.into_iter().map(|(_, row)| row).collect();
    let columns: Vec<_> = COLUMNS.iter().filter(|(_, kinds, _)| kinds.contains(&kind)).collect();
    let cells = rows.iter().map(|row| columns.iter().map(|(_, _, cell)| cell(row)).collect());
    Ok(Some(file(columns.iter().map(|(name, ..)| *name), cells, sums(&rows))))
}

/// The three forms of a bill.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    All,
    Success,
    Refund,
}

/// A payment, or a refund of it.
struct Row {
    order: Order,
    ordered: Value,
    refund: Option<Refund>,
}

impl Row {
    /// The order's amount; 0 in the row of a refund.
    fn total(&self) -> i128 {
        if self.refund.is_some() { 0 } else { self.order.total.into() }
    }

    fn refunded(&self) -> i128 {
        self.refund.as_ref().map_or(0, |refund| refund.refund.into())
    }

    /// The fee in hundred-thousandths of a yuan; a refund gives it back. 0.6 % is six of them for each fen.
    fn fee(&self) -> i128 {
        (self.total() - self.refunded()) * 6
    }

    /// The app of the merchant that signed.
    fn appid(&self) -> String {
        self.ordered(if self.order.sub_mchid.is_some() && !self.order.part { "/sp_appid" } else { "/appid" })
    }

    fn ordered(&self, pointer: &str) -> String {
        self.ordered.pointer(pointer).and_then(Value::as_str).unwrap_or_default().to_owned()
    }

    fn of_refund(&self, text: impl Fn(&Refund) -> String, otherwise: &str) -> String {
        self.refund.as_ref().map_or_else(|| otherwise.to_owned(), text)
    }

    fn state(&self) -> &'static str {
        match (&self.refund, &self.order.state) {
            (Some(_), _) => "REFUND",
            (None, TradeState::Revoked) => "REVOKED",
            (None, _) => "SUCCESS",
        }
    }

    fn openid(&self) -> String {
        let names = ["/payer/openid", "/payer/sp_openid"];
        let named = names.iter().find_map(|name| self.ordered.pointer(name).and_then(Value::as_str));
        named.unwrap_or(SOMEBODY).to_owned()
    }
}

fn sums(rows: &[Row]) -> [(&'static str, String); 7] {
    let sum = |amount: fn(&Row) -> i128| rows.iter().map(amount).sum::<i128>();
    [
        ("总交易单数", rows.len().to_string()),
        ("应结订单总金额", yuan(sum(Row::total))),
        ("退款总金额", yuan(sum(Row::refunded))),
        ("充值券退款总金额", yuan(0)),
        ("手续费总金额", fee(sum(Row::fee))),
        ("订单总金额", yuan(sum(Row::total))),
        ("申请退款总金额", yuan(sum(Row::refunded))),
    ]
}

/// With five decimals.
fn fee(amount: i128) -> String {
    decimal(amount, 5)
}

type Column = (&'static str, &'static [Kind], fn(&Row) -> String);

const EVERY: &[Kind] = &[Kind::All, Kind::Success, Kind::Refund];
const OF_REFUNDS: &[Kind] = &[Kind::All, Kind::Refund];
const REFUNDS_ALONE: &[Kind] = &[Kind::Refund];

const COLUMNS: [Column; 29] = [
    ("交易时间", EVERY, |row| time(row.refund.as_ref().map_or(row.order.paid.unwrap_or_default(), |r| r.created))),
    ("公众账号ID", EVERY, Row::appid),
    ("商户号", EVERY, |row| row.order.mchid.clone()),
    ("特约商户号", EVERY, |row| row.order.sub_mchid.clone().unwrap_or_else(|| "0".to_owned())),
    ("设备号", EVERY, |_| String::new()),
    ("微信订单号", EVERY, |row| row.order.transaction_id.clone().unwrap_or_default()),
    ("商户订单号", EVERY, |row| row.order.out_trade_no.clone()),
    ("用户标识", EVERY, Row::openid),
    ("交易类型", EVERY, |row| row.order.trade_type.as_str().to_owned()),
    ("交易状态", EVERY, |row| row.state().to_owned()),
    ("付款银行", EVERY, |_| "OTHERS".to_owned()),
    ("货币种类", EVERY, |_| "CNY".to_owned()),
    ("应结订单金额", EVERY, |row| yuan(row.total())),
    ("代金券金额", EVERY, |_| yuan(0)),
    ("退款申请时间", REFUNDS_ALONE, |row| row.of_refund(|refund| time(refund.created), "")),
    ("退款成功时间", REFUNDS_ALONE, |row| {
        row.of_refund(|refund| refund.succeeded.map(time).unwrap_or_default(), "")
    }),
    ("微信退款单号", OF_REFUNDS, |row| row.of_refund(|refund| refund.refund_id.clone(), "0")),
    ("商户退款单号", OF_REFUNDS, |row| row.of_refund(|refund| refund.out_refund_no.clone(), "0")),
    ("退款金额", OF_REFUNDS, |row| yuan(row.refunded())),
    ("充值券退款金额", OF_REFUNDS, |_| yuan(0)),
    ("退款类型", OF_REFUNDS, |row| row.of_refund(|_| "ORIGINAL".to_owned(), "")),
    ("退款状态", OF_REFUNDS, |row| row.of_refund(|refund| refund.status.as_str().to_owned(), "")),
    ("商品名称", EVERY, |row| row.ordered("/description")),
    ("商户数据包", EVERY, |row| row.ordered("/attach")),
    ("手续费", EVERY, |row| fee(row.fee())),
    ("费率", EVERY, |_| "0.60%".to_owned()),
    ("订单金额", EVERY, |row| yuan(row.total())),
    ("申请退款金额", OF_REFUNDS, |row| yuan(row.refunded())),
    ("费率备注", EVERY, |_| String::new()),
];
