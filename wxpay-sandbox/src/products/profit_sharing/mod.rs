//! Sharing payments (分账).

mod receivers;
mod returns;
mod sharings;

pub(crate) use self::returns::end_return;
pub(crate) use self::sharings::end_shares;

use serde_json::{Value, json};
use wxpay::prelude::DateTime;
use wxpay::profit_sharing::{
    AddReceiver, CreateReturn, CreateSharing, DeleteReceiver, QueryReturn, QuerySharing, QueryUnsplitAmount,
    UnfreezeRest,
};

use crate::endpoint::{Office, Route};
use crate::json::{present, time};
use crate::notify::Event;

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::ruled::<CreateSharing>(),
        Route::ruled::<QuerySharing>(),
        Route::ruled::<UnfreezeRest>(),
        Route::ruled::<QueryUnsplitAmount>(),
        Route::ruled::<CreateReturn>(),
        Route::ruled::<QueryReturn>(),
        Route::ruled::<AddReceiver>(),
        Route::ruled::<DeleteReceiver>(),
    ]
}

/// The end of a share or a return. The page has `finish_time` in every answer
/// (<https://pay.weixin.qq.com/doc/v3/merchant/4012524936>), and official SDKs require it, but its value before the end is not
/// documented. The start of 1970 is a choice: nobody mistakes it for a real end.
fn finish_time(finished: Option<i64>) -> Value {
    time(finished.unwrap_or(0))
}

/// A movement of money between the merchant that shares and a receiver.
struct Movement<'a> {
    event_type: &'static str,
    mchid: &'a str,
    sub_mchid: Option<&'a str>,
    transaction_id: &'a str,
    /// WeChat Pay's number and the merchant's own number, of the sharing or the return.
    numbers: (&'a str, &'a str),
    receiver: Value,
    time: Option<i64>,
}

/// Notifies of a movement. By the documentation the receivers are notified, at an address that they set on the merchant platform;
/// here the `notify_url` of the sharing is notified, if it has one.
fn notify(office: &Office, asked: &Value, movement: Movement<'_>) {
    let Some(url) = asked.get("notify_url").and_then(Value::as_str) else { return };
    let Movement { event_type, mchid, sub_mchid, transaction_id, numbers, receiver, time } = movement;
    let resource = present(json!({
        "mchid": sub_mchid.is_none().then_some(mchid),
        "sp_mchid": sub_mchid.map(|_| mchid),
        "sub_mchid": sub_mchid,
        "transaction_id": transaction_id,
        "order_id": numbers.0,
        "out_order_no": numbers.1,
        "receiver": receiver,
        "success_time": time.and_then(DateTime::from_unix_timestamp).map(|time| time.to_string()),
    }));
    office.notifier.send(url, &Event { mchid, event_type, original_type: "profitsharing", resource });
}
