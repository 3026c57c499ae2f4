//! Orders (基础支付).

use serde_json::{Value, json};
use wxpay::pay::{
    Amount, AppPrepay, CloseOrder, CodePay, H5Prepay, JsapiPrepay, NativePrepay, QueryOrder, QueryOrderByNumber,
    ReverseOrder, TradeState, TradeType,
};
use wxpay::prelude::DateTime;

use super::{Desk, Rules, SOMEBODY, present, time};
use crate::books::{By, Closing, NewOrder, Order, OrderKey, Ordering, Reversing, parameters};
use crate::credentials::{digits, hex};
use crate::gateway::Refusal;
use crate::notify::Event;
use crate::{SandboxError, Shared};

impl Rules for AppPrepay {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        order(desk, TradeType::App, &self.into(), &parameters(self))?;
        Ok(json!({ "prepay_id": prepay_id(desk)? }))
    }
}

impl Rules for JsapiPrepay {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        order(desk, TradeType::Jsapi, &self.into(), &parameters(self))?;
        Ok(json!({ "prepay_id": prepay_id(desk)? }))
    }
}

impl Rules for H5Prepay {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        order(desk, TradeType::H5, &self.into(), &parameters(self))?;
        let (prepay_id, package) = (prepay_id(desk)?, digits(10)?);
        let page = "https://wx.tenpay.com/cgi-bin/mmpayweb-bin/checkmweb";
        Ok(json!({ "h5_url": format!("{page}?prepay_id={prepay_id}&package={package}") }))
    }
}

impl Rules for NativePrepay {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        order(desk, TradeType::Native, &self.into(), &parameters(self))?;
        Ok(json!({ "code_url": format!("weixin://wxpay/bizpayurl/up?pr={}&groupid=00", hex(8)?) }))
    }
}

impl Rules for CodePay {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        let state = match &*self.payer.auth_code {
            code if code.ends_with("99") => TradeState::UserPaying,
            code if code.ends_with("98") => TradeState::PayError,
            _ => TradeState::Success,
        };
        let transaction_id = transaction_id(desk.now())?;
        let wanted = Wanted { scanned: Some((state, &transaction_id)), ..self.into() };
        Ok(transaction(&order(desk, TradeType::MicroPay, &wanted, &parameters(self))?)?)
    }
}

impl Rules for QueryOrder {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        find(desk, &self.mchid, By::TransactionId(&self.transaction_id))
    }
}

impl Rules for QueryOrderByNumber {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        find(desk, &self.mchid, By::OutTradeNo(&self.out_trade_no))
    }
}

impl Rules for CloseOrder {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        desk.own(&self.mchid)?;
        let key = OrderKey { mchid: desk.mchid, out_trade_no: &self.out_trade_no };
        match desk.shared.books.close(key, desk.now())? {
            Closing::Closed => Ok(Value::Null),
            Closing::Paid => Err(Refusal::order_paid()),
            Closing::Scanned => Err(Refusal::only_reverse()),
        }
    }
}

impl Rules for ReverseOrder {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        desk.own(&self.mchid)?;
        let key = OrderKey { mchid: desk.mchid, out_trade_no: &self.out_trade_no };
        match desk.shared.books.reverse(key, desk.now())? {
            Reversing::Reversed => {
                Ok(json!({ "appid": self.appid, "mchid": self.mchid, "out_trade_no": self.out_trade_no }))
            }
            Reversing::NotScanned => Err(Refusal::invalid_request("该订单不支持撤销，请使用关单接口")),
            Reversing::Unknown => Err(Refusal::order_not_exist()),
        }
    }
}

/// What every order has, whatever the way it is paid.
struct Wanted<'a> {
    mchid: &'a str,
    out_trade_no: &'a str,
    amount: &'a Amount,
    time_expire: Option<DateTime>,
    scanned: Option<(TradeState, &'a str)>,
}

macro_rules! wanted {
    ($($order:ident: $time_expire:expr;)*) => {$(
        impl<'a> From<&'a $order> for Wanted<'a> {
            fn from(order: &'a $order) -> Self {
                let $order { mchid, out_trade_no, amount, .. } = order;
                let time_expire: fn(&$order) -> Option<DateTime> = $time_expire;
                Self { mchid, out_trade_no, amount, time_expire: time_expire(order), scanned: None }
            }
        }
    )*};
}

wanted! {
    AppPrepay: |order| order.time_expire;
    JsapiPrepay: |order| order.time_expire;
    H5Prepay: |order| order.time_expire;
    NativePrepay: |order| order.time_expire;
    CodePay: |_| None;
}

/// Orders in the way of `trade_type`, or finds the same order again.
fn order(desk: &Desk<'_>, trade_type: TradeType, wanted: &Wanted<'_>, parameters: &str) -> Result<Order, Refusal> {
    desk.own(wanted.mchid)?;
    if let Some(currency) = wanted.amount.currency.as_deref().filter(|currency| *currency != "CNY") {
        return Err(Refusal::param_error("币种不支持", "/amount/currency", currency));
    }
    let order = NewOrder {
        key: OrderKey { mchid: desk.mchid, out_trade_no: wanted.out_trade_no },
        trade_type,
        parameters,
        total: wanted.amount.total.get(),
        time_expire: wanted.time_expire.map(DateTime::unix_timestamp),
        scanned: wanted.scanned.clone(),
    };
    match desk.shared.books.order(&order, desk.now())? {
        Ordering::Accepted(order) => Ok(order),
        Ordering::OtherParameters => Err(Refusal::out_trade_no_used()),
        Ordering::Paid => Err(Refusal::order_paid()),
        Ordering::Closed => Err(Refusal::order_closed()),
        Ordering::UsedUp => Err(Refusal::re_entry()),
    }
}

fn find(desk: &Desk<'_>, mchid: &str, by: By<'_>) -> Result<Value, Refusal> {
    desk.own(mchid)?;
    let order = desk.shared.books.find_order(desk.mchid, by, desk.now())?;
    Ok(transaction(&order.ok_or_else(Refusal::order_not_exist)?)?)
}

/// The user pays; the order's `notify_url` hears of it.
pub(crate) fn pay(shared: &Shared, order: OrderKey<'_>) -> Result<(), SandboxError> {
    let now = shared.clock.now();
    let order = shared.books.pay(order, &transaction_id(now).map_err(SandboxError::Keys)?, now)?;
    if let Some(url) = order.parameters()?.get("notify_url").and_then(Value::as_str) {
        let resource = transaction(&order)?;
        let (event_type, original_type) = ("TRANSACTION.SUCCESS", "transaction");
        shared.notifier.send(url, &Event { mchid: &order.mchid, event_type, original_type, resource });
    }
    Ok(())
}

/// An order as queries and notifications show it.
fn transaction(order: &Order) -> rusqlite::Result<Value> {
    let ordered = order.parameters()?;
    let mut transaction = present(json!({
        "appid": ordered.get("appid"),
        "mchid": order.mchid,
        "attach": ordered.get("attach"),
        "out_trade_no": order.out_trade_no,
        "trade_state": order.state.as_str(),
        "trade_state_desc": words(&order.state),
        "amount": { "total": order.total, "currency": "CNY" },
    }));
    if let (Some(id), Some(paid), Some(members)) = (&order.transaction_id, order.paid, transaction.as_object_mut()) {
        let openid = ordered.pointer("/payer/openid").and_then(Value::as_str).unwrap_or(SOMEBODY);
        let amount =
            json!({ "total": order.total, "payer_total": order.total, "currency": "CNY", "payer_currency": "CNY" });
        members.extend([
            ("transaction_id".to_owned(), json!(id)),
            ("trade_type".to_owned(), json!(order.trade_type.as_str())),
            ("bank_type".to_owned(), json!("OTHERS")),
            ("success_time".to_owned(), time(paid)),
            ("payer".to_owned(), json!({ "openid": openid })),
            ("amount".to_owned(), amount),
        ]);
    }
    Ok(transaction)
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

fn prepay_id(desk: &Desk<'_>) -> Result<String, String> {
    Ok(format!("wx{}{}", desk.now(), hex(12)?.to_lowercase()))
}

fn transaction_id(now: i64) -> Result<String, String> {
    Ok(format!("4200{now}{}", digits(14)?))
}
