//! Combined orders (合单支付).

use std::collections::HashSet;

use serde_json::{Value, json};
use wxpay::combine_pay::{
    AppPrepay, CloseOrder, H5Prepay, JsapiPrepay, MiniProgramPrepay, NativePrepay, QueryOrder, QueryOrderByNumber,
    SubOrderAmount, TradeType,
};
use wxpay::payload::Object;
use wxpay::prelude::DateTime;

use super::{session, transaction_id};
use crate::books::{ClosingAll, Combined, Combining, NewCombined, NewOrder, Order, OrderKey, Payable, parameters};
use crate::endpoint::{Desk, Office, Refusal, Route, Rules};
use crate::error::SandboxError;
use crate::json::{present, time};
use crate::notify::Event;
use crate::parties::SOMEBODY;
use crate::products::limited;

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::ruled::<AppPrepay>(),
        Route::ruled::<JsapiPrepay>(),
        Route::ruled::<MiniProgramPrepay>(),
        Route::ruled::<H5Prepay>(),
        Route::ruled::<NativePrepay>(),
        Route::ruled::<QueryOrder>(),
        Route::ruled::<QueryOrderByNumber>(),
        Route::ruled::<CloseOrder>(),
    ]
}

impl Rules for AppPrepay {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        session::prepay_id(desk, order(desk, TradeType::App, &self.into(), &parameters(self))?)
    }
}

impl Rules for JsapiPrepay {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        let payer = &self.combine_payer_info;
        if payer.openid.is_none() && payer.sub_openid.is_none() {
            return Err(Refusal::parameter("openid和sub_openid不能同时为空", None));
        }
        session::prepay_id(desk, order(desk, TradeType::Jsapi, &self.into(), &parameters(self))?)
    }
}

impl Rules for MiniProgramPrepay {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        session::prepay_id(desk, order(desk, TradeType::Jsapi, &self.into(), &parameters(self))?)
    }
}

impl Rules for H5Prepay {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        session::h5_url(desk, order(desk, TradeType::H5, &self.into(), &parameters(self))?)
    }
}

impl Rules for NativePrepay {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        session::code_url(desk, order(desk, TradeType::Native, &self.into(), &parameters(self))?)
    }
}

impl Rules for QueryOrderByNumber {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        let key = OrderKey { mchid: desk.mchid, out_trade_no: &self.combine_out_trade_no };
        let combined = desk.books.find_combined(key, desk.now())?;
        Ok(payment(&combined.ok_or_else(Refusal::order_not_exist)?)?)
    }
}

impl Rules for QueryOrder {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        let id = &self.combine_transaction_id;
        let combined = desk.books.find_combined_payment(desk.mchid, id, desk.now())?;
        Ok(payment(&combined.ok_or_else(Refusal::order_not_exist)?)?)
    }
}

impl Rules for CloseOrder {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        let key = OrderKey { mchid: desk.mchid, out_trade_no: &self.combine_out_trade_no };
        let named: Vec<_> = self.sub_orders.iter().map(|part| part_key(&part.mchid, &part.out_trade_no)).collect();
        match desk.books.close_combined(key, &named, desk.now())? {
            ClosingAll::Closed => Ok(Value::Null),
            ClosingAll::Paid => Err(Refusal::paid_already()),
            ClosingAll::OtherParts => Err(Refusal::invalid_request("商品单信息与合单下单时不一致")),
            ClosingAll::Unknown => Err(Refusal::order_not_exist()),
        }
    }
}

/// The members of every combined order, whatever the payment method.
struct Wanted<'a> {
    mchid: &'a str,
    combine_out_trade_no: &'a str,
    time_expire: Option<DateTime>,
    /// True if the merchant signs for others.
    for_others: bool,
    /// Minimum number of orders. Merchants that sell for individuals may sell a single thing.
    least: usize,
    parts: Vec<Part<'a>>,
}

struct Part<'a> {
    key: OrderKey<'a>,
    sub_mchid: Option<&'a str>,
    amount: &'a SubOrderAmount,
    parameters: String,
}

macro_rules! wanted {
    ($($order:ident: $sub_mchid:expr, $least:expr;)*) => {$(
        impl<'a> From<&'a $order> for Wanted<'a> {
            fn from(order: &'a $order) -> Self {
                let parts = order.sub_orders.iter().map(|part| Part {
                    key: part_key(&part.mchid, &part.out_trade_no),
                    sub_mchid: $sub_mchid(part),
                    amount: &part.amount,
                    parameters: part_parameters(&order.combine_appid, part),
                });
                let parts: Vec<_> = parts.collect();
                Self {
                    mchid: &order.combine_mchid,
                    combine_out_trade_no: &order.combine_out_trade_no,
                    time_expire: order.time_expire,
                    for_others: $least == 1 || parts.iter().any(|part| part.sub_mchid.is_some()),
                    least: $least,
                    parts,
                }
            }
        }
    )*};
}

wanted! {
    AppPrepay: |part: &'a wxpay::combine_pay::SubOrder| part.sub_mchid.as_deref(), 2;
    JsapiPrepay: |part: &'a wxpay::combine_pay::SubOrder| part.sub_mchid.as_deref(), 2;
    H5Prepay: |part: &'a wxpay::combine_pay::SubOrder| part.sub_mchid.as_deref(), 2;
    NativePrepay: |part: &'a wxpay::combine_pay::SubOrder| part.sub_mchid.as_deref(), 2;
    MiniProgramPrepay: |_| None, 1;
}

/// Orders with the payment method `trade_type`, or finds the same order again.
fn order<'a>(
    desk: &Desk<'a>,
    trade_type: TradeType,
    wanted: &Wanted<'a>,
    parameters: &str,
) -> Result<Payable<'a>, Refusal> {
    desk.own(wanted.mchid)?;
    let most = if wanted.for_others { 50 } else { 10 };
    if !(wanted.least..=most).contains(&wanted.parts.len()) {
        return Err(Refusal::parameter(&format!("子单数量必须为{}到{most}个", wanted.least), None));
    }
    let mut numbers = HashSet::new();
    for part in &wanted.parts {
        if part.amount.currency != "CNY" {
            let pointer = "/sub_orders/amount/currency";
            return Err(Refusal::param_error("币种不支持", pointer, &part.amount.currency));
        }
        limited(part.amount.total_amount.get(), "/sub_orders/amount/total_amount")?;
        if !numbers.insert((part.key.mchid, part.key.out_trade_no)) {
            return Err(Refusal::param_error("子单商户订单号重复", "/sub_orders/out_trade_no", part.key.out_trade_no));
        }
    }
    let parts = wanted.parts.iter().map(|part| NewOrder {
        key: part.key,
        sub_mchid: part.sub_mchid,
        trade_type: trade_type.clone(),
        parameters: &part.parameters,
        total: part.amount.total_amount.get(),
        time_expire: wanted.time_expire.map(DateTime::unix_timestamp),
        scanned: None,
    });
    let parts: Vec<_> = parts.collect();
    let key = OrderKey { mchid: wanted.mchid, out_trade_no: wanted.combine_out_trade_no };
    match desk.books.combine(&NewCombined { key, parameters, parts: &parts }, desk.now())? {
        Combining::Accepted => Ok(Payable { key, combined: true }),
        Combining::OtherParameters => Err(Refusal::out_trade_no_used()),
        Combining::Paid => Err(Refusal::paid_already()),
        Combining::Closed => Err(Refusal::order_closed()),
    }
}

/// The user pays all parts; the `notify_url` is notified once.
pub(crate) fn pay(office: &Office, key: OrderKey<'_>) -> Result<(), SandboxError> {
    let now = office.clock.now();
    let id = || Ok(transaction_id(now)?);
    let combined = office.books.pay_combined(key, &id()?, id, now)?;
    if let Some(url) = combined.parameters()?.get("notify_url").and_then(Value::as_str) {
        let resource = payment(&combined)?;
        let (event_type, original_type) = ("TRANSACTION.SUCCESS", "transaction");
        office.notifier.send(url, &Event { mchid: &combined.mchid, event_type, original_type, resource });
    }
    Ok(())
}

/// A combined order in the form of queries and notifications.
fn payment(combined: &Combined) -> rusqlite::Result<Value> {
    let ordered = combined.parameters()?;
    let parts = combined.parts.iter().map(part).collect::<Result<Vec<_>, _>>()?;
    let payer = combined.transaction_id.as_ref().map(|_| {
        let openid = ordered.pointer("/combine_payer_info/openid").and_then(Value::as_str);
        json!({ "openid": openid.unwrap_or(SOMEBODY) })
    });
    Ok(present(json!({
        "combine_appid": ordered.get("combine_appid"),
        "combine_mchid": combined.mchid,
        "combine_out_trade_no": combined.out_trade_no,
        "combine_transaction_id": combined.transaction_id,
        "scene_info": ordered.pointer("/scene_info/device_id").map(|device| json!({ "device_id": device })),
        "sub_orders": parts,
        "combine_payer_info": payer,
        "trade_scenario": ordered.get("trade_scenario"),
    })))
}

fn part(order: &Order) -> rusqlite::Result<Value> {
    let ordered = order.parameters()?;
    let paid = order.paid.map(|_| order.total);
    Ok(present(json!({
        "mchid": order.mchid,
        "sub_mchid": order.sub_mchid,
        "sub_appid": ordered.get("sub_appid"),
        "individual_auth_id": ordered.get("individual_auth_id"),
        "individual_name": ordered.get("individual_name"),
        "out_trade_no": order.out_trade_no,
        "transaction_id": order.transaction_id,
        "trade_type": order.trade_type.as_str(),
        "trade_state": order.state.as_str(),
        "bank_type": paid.map(|_| "OTHERS"),
        "attach": ordered.get("attach"),
        "success_time": order.paid.map(time),
        "amount": present(json!({
            "total_amount": order.total,
            "payer_amount": paid,
            "currency": "CNY",
            "payer_currency": paid.map(|_| "CNY"),
        })),
    })))
}

fn part_key<'a>(mchid: &'a str, out_trade_no: &'a str) -> OrderKey<'a> {
    OrderKey { mchid, out_trade_no }
}

/// The parameters of one part, with the app of the combined order.
fn part_parameters(combine_appid: &str, part: &dyn Object) -> String {
    let mut ordered = crate::books::values(part);
    if let Some(members) = ordered.as_object_mut() {
        members.insert("appid".to_owned(), combine_appid.into());
    }
    ordered.to_string()
}
