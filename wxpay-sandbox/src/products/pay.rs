//! Orders (基础支付).

use serde_json::{Value, json};
use wxpay::pay::AppPrepay;

use super::{Desk, Rules};
use crate::books::{OrderKey, Ordering, parameters};
use crate::credentials::hex;
use crate::gateway::Refusal;

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
        match desk.shared.books.order(&key, "app", &parameters(self), now)? {
            Ordering::Accepted => Ok(json!({ "prepay_id": format!("wx{now}{}", hex(12)?.to_lowercase()) })),
            Ordering::OtherParameters => Err(Refusal::out_trade_no_used()),
        }
    }
}
