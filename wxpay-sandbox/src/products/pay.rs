//! Orders (基础支付).

use serde_json::{Value, json};
use wxpay::pay::AppPrepay;
use wxpay::prelude::DateTime;

use super::{Desk, Rules, present};
use crate::books::{OrderKey, Ordering, Payment, parameters};
use crate::credentials::{digits, hex};
use crate::gateway::Refusal;
use crate::notify::Event;
use crate::{SandboxError, Shared};

impl Rules for AppPrepay {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        if self.mchid != desk.mchid {
            return Err(Refusal::param_error(
                "http header中的mchid与post payload中的mchid不匹配",
                "/mchid",
                &self.mchid,
            ));
        }
        let key = OrderKey { mchid: desk.mchid, out_trade_no: &self.out_trade_no };
        let now = desk.shared.clock.now();
        match desk.shared.books.order(&key, "APP", &parameters(self), now)? {
            Ordering::Accepted => Ok(json!({ "prepay_id": format!("wx{now}{}", hex(12)?.to_lowercase()) })),
            Ordering::OtherParameters => Err(Refusal::out_trade_no_used()),
            Ordering::Paid => Err(Refusal::order_paid()),
        }
    }
}

/// The user pays; the order's `notify_url` hears of it.
pub(crate) fn pay(shared: &Shared, out_trade_no: &str) -> Result<(), SandboxError> {
    let now = shared.clock.now();
    let transaction_id = format!("4200{now}{}", digits(14).map_err(SandboxError::Keys)?);
    let key = OrderKey { mchid: &shared.credentials.mchid, out_trade_no };
    let Payment { order, trade_type, transaction_id } = shared.books.pay(&key, &transaction_id, now)?;
    let total = order.pointer("/amount/total").cloned().unwrap_or_default();
    let resource = present(json!({
        "appid": order.get("appid"),
        "mchid": order.get("mchid"),
        "attach": order.get("attach"),
        "out_trade_no": out_trade_no,
        "transaction_id": transaction_id,
        "trade_type": trade_type,
        "trade_state": "SUCCESS",
        "trade_state_desc": "支付成功",
        "bank_type": "OTHERS",
        "success_time": DateTime::from_unix_timestamp(now).map(|time| time.to_string()),
        "payer": { "openid": "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o" },
        "amount": { "total": total, "payer_total": total, "currency": "CNY", "payer_currency": "CNY" },
    }));
    if let Some(url) = order.get("notify_url").and_then(Value::as_str) {
        let event = Event { event_type: "TRANSACTION.SUCCESS", original_type: "transaction", resource };
        shared.notifier.send(url, &event);
    }
    Ok(())
}
