//! The echo (签名验签／加解密测试).

use serde_json::{Value, json};
use wxpay::prelude::Sensitive;
use wxpay::security::SecurityEcho;

use crate::endpoint::{Desk, Refusal, Route, Rules};
use crate::json::present;
use crate::notify::Event;

pub(super) fn routes() -> Vec<Route> {
    vec![Route::ruled::<SecurityEcho>()]
}

impl Rules for SecurityEcho {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        let plain = self.encrypted_echo_message.as_ref().and_then(Sensitive::expose);
        let sealed = plain.map(|plain| desk.seal(plain)).transpose()?;
        let echo = present(json!({ "echo_message": self.echo_message, "encrypted_echo_message": sealed }));
        if let Some(url) = &self.notify_url {
            // In the notification the sensitive member has another name than in the answer.
            let notified = json!({ "echo_message": self.echo_message, "encrypt_echo_message": sealed });
            let (event_type, resource) = ("SECURITY_ECHO.SUCCESS", present(notified));
            let event = Event { mchid: desk.mchid, event_type, original_type: "security", resource };
            desk.notifier.send(url, &event);
        }
        Ok(echo)
    }
}
