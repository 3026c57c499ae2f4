//! Orders (基础支付): of merchants, of service providers' sub-merchants, and combined ones.

pub(super) mod combined;
pub(super) mod direct;
pub(super) mod partner;
mod session;

pub use self::session::Checkout;
pub(crate) use self::session::{checkout, pay_link};

use http::StatusCode;
use serde_json::{Value, json};
use wxpay::pay::{Amount, TradeState, TradeType};
use wxpay::prelude::DateTime;

use crate::books::{By, Closing, NewOrder, Order, OrderKey, Ordering, Reversing};
use crate::endpoint::{Desk, Office, Refusal};
use crate::error::{Failure, SandboxError};
use crate::json::{present, time};
use crate::keys::credentials::digits;
use crate::notify::Event;
use crate::parties::SOMEBODY;
use crate::products::limited;

/// The members of every order, whatever the payment method.
struct Wanted<'a> {
    mchid: &'a str,
    /// The sub-merchant that is paid, if a service provider signs.
    sub_mchid: Option<&'a str>,
    out_trade_no: &'a str,
    amount: &'a Amount,
    time_expire: Option<DateTime>,
    scanned: Option<(TradeState, &'a str)>,
}

/// Names an order's members for the merchant and its sub-merchant, and the end of its time to pay.
macro_rules! wanted {
    ($($order:ident($mchid:ident $(, $sub_mchid:ident)?): $time_expire:expr;)*) => {$(
        impl<'a> From<&'a $order> for Wanted<'a> {
            fn from(order: &'a $order) -> Self {
                let time_expire: fn(&$order) -> Option<wxpay::prelude::DateTime> = $time_expire;
                Self {
                    mchid: &order.$mchid,
                    sub_mchid: None $(.or(Some(order.$sub_mchid.as_str())))?,
                    out_trade_no: &order.out_trade_no,
                    amount: &order.amount,
                    time_expire: time_expire(order),
                    scanned: None,
                }
            }
        }
    )*};
}
use wanted;

/// Orders that are paid later: payment method, and kind of session.
macro_rules! prepaid {
    ($($order:ident: $trade_type:ident, $session:ident;)*) => {$(
        impl Rules for $order {
            fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
                let order = order(desk, TradeType::$trade_type, &self.into(), &parameters(self))?;
                session::$session(desk, &order)
            }
        }
    )*};
}
use prepaid;

/// Orders with the payment method `trade_type`, or finds the same order again.
fn order(desk: &Desk<'_>, trade_type: TradeType, wanted: &Wanted<'_>, parameters: &str) -> Result<Order, Refusal> {
    desk.own(wanted.mchid)?;
    if wanted.sub_mchid == Some(wanted.mchid) {
        return Err(Refusal::own_sub_merchant(wanted.mchid));
    }
    if let Some(currency) = wanted.amount.currency.as_deref().filter(|currency| *currency != "CNY") {
        return Err(Refusal::param_error("币种不支持", "/amount/currency", currency));
    }
    limited(wanted.amount.total.get(), "/amount/total")?;
    let order = NewOrder {
        key: OrderKey { mchid: desk.mchid, out_trade_no: wanted.out_trade_no },
        sub_mchid: wanted.sub_mchid,
        trade_type,
        parameters,
        total: wanted.amount.total.get(),
        time_expire: wanted.time_expire.map(DateTime::unix_timestamp),
        scanned: wanted.scanned.clone(),
    };
    match desk.books.order(&order, desk.now())? {
        Ordering::Accepted(order) => Ok(*order),
        Ordering::OtherParameters => Err(Refusal::out_trade_no_used()),
        Ordering::Paid => Err(Refusal::order_paid()),
        Ordering::Closed => Err(Refusal::order_closed()),
        Ordering::UsedUp => Err(Refusal::re_entry()),
    }
}

/// Pays with a scanned code. The code's last digits decide: `99` waits for the user's password, `98` fails, all others pay.
fn scan(desk: &Desk<'_>, auth_code: &str, wanted: Wanted<'_>, parameters: &str) -> Result<Value, Refusal> {
    let state = match auth_code {
        code if code.ends_with("99") => TradeState::UserPaying,
        code if code.ends_with("98") => TradeState::PayError,
        _ => TradeState::Success,
    };
    let transaction_id = transaction_id(desk.now())?;
    let wanted = Wanted { scanned: Some((state, &transaction_id)), ..wanted };
    Ok(transaction(&order(desk, TradeType::MicroPay, &wanted, parameters)?)?)
}

/// The status of a payment that waits for its user is 202: accepted, but not done yet.
fn scanned_status(answer: &Value) -> StatusCode {
    let waits = answer.get("trade_state").and_then(Value::as_str) == Some(TradeState::UserPaying.as_str());
    if waits { StatusCode::ACCEPTED } else { StatusCode::OK }
}

fn find(desk: &Desk<'_>, mchid: &str, sub_mchid: Option<&str>, by: By<'_>) -> Result<Value, Refusal> {
    desk.own(mchid)?;
    let order = desk.books.find_order(desk.mchid, by, desk.now())?;
    // Parts of a combined order have another query.
    let order = order.filter(|order| !order.part).ok_or_else(Refusal::order_not_exist)?;
    if order.sub_mchid.as_deref() != sub_mchid {
        return Err(Refusal::other_sub_merchant());
    }
    Ok(transaction(&order)?)
}

fn close(desk: &Desk<'_>, mchid: &str, sub_mchid: Option<&str>, out_trade_no: &str) -> Result<Value, Refusal> {
    desk.own(mchid)?;
    let key = OrderKey { mchid: desk.mchid, out_trade_no };
    match desk.books.close(key, sub_mchid, desk.now())? {
        Closing::Closed => Ok(Value::Null),
        Closing::Paid => Err(Refusal::order_paid()),
        Closing::Scanned => Err(Refusal::only_reverse()),
        Closing::Part => Err(Refusal::invalid_request("合单支付的子单不支持单独关单")),
        Closing::OtherSubMerchant => Err(Refusal::other_sub_merchant()),
    }
}

fn reverse(desk: &Desk<'_>, mchid: &str, sub_mchid: Option<&str>, out_trade_no: &str) -> Result<(), Refusal> {
    desk.own(mchid)?;
    let key = OrderKey { mchid: desk.mchid, out_trade_no };
    match desk.books.reverse(key, sub_mchid, desk.now())? {
        Reversing::Reversed => Ok(()),
        Reversing::NotScanned => Err(Refusal::invalid_request("该订单不支持撤销，请使用关单接口")),
        Reversing::Moved => Err(Refusal::invalid_request("该订单已退款或已分账，不支持撤销")),
        Reversing::OtherSubMerchant => Err(Refusal::other_sub_merchant()),
        Reversing::Unknown => Err(Refusal::order_not_exist()),
    }
}

/// The user pays; the order's `notify_url` is notified.
pub(crate) fn pay(office: &Office, key: OrderKey<'_>) -> Result<(), SandboxError> {
    let now = office.clock.now();
    let order = office.books.pay(key, &transaction_id(now)?, now)?;
    if let Some(url) = order.parameters()?.get("notify_url").and_then(Value::as_str) {
        let resource = transaction(&order)?;
        let (event_type, original_type) = ("TRANSACTION.SUCCESS", "transaction");
        office.notifier.send(url, &Event { mchid: &order.mchid, event_type, original_type, resource });
    }
    Ok(())
}

/// An order in the form of queries and notifications.
fn transaction(order: &Order) -> rusqlite::Result<Value> {
    let ordered = order.parameters()?;
    let mut transaction = present(json!({
        "attach": ordered.get("attach"),
        "out_trade_no": order.out_trade_no,
        "trade_state": order.state.as_str(),
        "trade_state_desc": words(&order.state),
        "amount": { "total": order.total, "currency": "CNY" },
    }));
    let Some(members) = transaction.as_object_mut() else { return Ok(transaction) };
    let mut add = |name: &str, value: Value| {
        if !value.is_null() {
            members.insert(name.to_owned(), value);
        }
    };
    let ordered_text = |name: &str| ordered.get(name).cloned().unwrap_or_default();
    match &order.sub_mchid {
        None => {
            add("appid", ordered_text("appid"));
            add("mchid", json!(order.mchid));
        }
        Some(sub_mchid) => {
            add("sp_appid", ordered_text("sp_appid"));
            add("sp_mchid", json!(order.mchid));
            add("sub_appid", ordered_text("sub_appid"));
            add("sub_mchid", json!(sub_mchid));
        }
    }
    if let (Some(id), Some(paid)) = (&order.transaction_id, order.paid) {
        add("transaction_id", json!(id));
        add("trade_type", json!(order.trade_type.as_str()));
        add("bank_type", json!("OTHERS"));
        add("success_time", time(paid));
        add("payer", payer(order, &ordered));
        let amount =
            json!({ "total": order.total, "payer_total": order.total, "currency": "CNY", "payer_currency": "CNY" });
        add("amount", amount);
    }
    Ok(transaction)
}

/// The payer. A sub-merchant's payer has two openids.
fn payer(order: &Order, ordered: &Value) -> Value {
    let named = |name: &str| ordered.pointer("/payer").and_then(|payer| payer.get(name)).and_then(Value::as_str);
    match order.sub_mchid {
        None => json!({ "openid": named("openid").unwrap_or(SOMEBODY) }),
        Some(_) => present(json!({
            "sp_openid": named("sp_openid").unwrap_or(SOMEBODY),
            "sub_openid": named("sub_openid"),
        })),
    }
}

fn words(state: &TradeState) -> &'static str {
    match state {
        TradeState::Success => "支付成功",
        TradeState::Refund => "订单发生过退款，退款详情请查询退款单",
        TradeState::Closed => "订单已关闭",
        TradeState::Revoked => "订单已撤销",
        TradeState::UserPaying => "需要用户输入支付密码",
        TradeState::PayError => "支付失败，请重新下单支付",
        _ => "订单未支付",
    }
}

fn transaction_id(now: i64) -> Result<String, Failure> {
    Ok(format!("4200{now}{}", digits(14)?))
}
