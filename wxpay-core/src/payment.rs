//! The parameters that a phone needs to start a payment (调起支付).

use serde::ser::{Serialize, SerializeStruct as _, Serializer};

use crate::sign::lines;

/// What an app passes to the OpenSDK after the APP order (APP调起支付), spelled as it wants them.
///
/// Serialise it and hand it to the phone. On Android the member `package` is called `packageValue`. It is signed once:
/// a repeated payment needs new parameters, and a `prepay_id` lives two hours.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AppPayment {
    /// The app's ID.
    pub appid: String,
    /// The merchant number that ordered.
    pub partnerid: String,
    /// The order's `prepay_id`.
    pub prepayid: String,
    /// Always `Sign=WXPay`.
    pub package: &'static str,
    /// A random text.
    pub noncestr: String,
    /// Seconds since 1970, in digits.
    pub timestamp: String,
    /// The signature in Base64.
    pub sign: String,
}

impl Serialize for AppPayment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut parameters = serializer.serialize_struct("AppPayment", 7)?;
        parameters.serialize_field("appid", &self.appid)?;
        parameters.serialize_field("partnerid", &self.partnerid)?;
        parameters.serialize_field("prepayid", &self.prepayid)?;
        parameters.serialize_field("package", self.package)?;
        parameters.serialize_field("noncestr", &self.noncestr)?;
        parameters.serialize_field("timestamp", &self.timestamp)?;
        parameters.serialize_field("sign", &self.sign)?;
        parameters.end()
    }
}

/// The four lines that the parameters' signature covers: for an app the fourth is the bare `prepay_id`.
#[must_use]
pub fn payment_message(appid: &str, timestamp: &str, nonce: &str, fourth: &str) -> Vec<u8> {
    lines(&[appid.as_bytes(), timestamp.as_bytes(), nonce.as_bytes(), fourth.as_bytes()])
}
