//! Apps, which start the payment with the OpenSDK.

use serde::{Serialize, Serializer};

/// The parameters that an app passes to the OpenSDK after the APP order
/// ([APP调起支付](https://pay.weixin.qq.com/doc/v3/merchant/4013070351)).
///
/// Serialise it and send it to the phone; [`AppPayment::pay_req`] has the spelling of the SDK's own object. The signature is for
/// one payment: a repeated one needs new parameters, and a `prepay_id` is valid for two hours.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AppPayment {
    /// The app's ID.
    pub appid: String,
    /// The merchant number of the order, for a combined order `combine_mchid`. In partner mode it is the service provider's.
    /// It is not signed, so you can change it if a product's page requires another.
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

impl AppPayment {
    /// The same parameters, spelled as the members of the OpenSDK's `PayReq` on Android and HarmonyOS.
    #[must_use]
    pub fn pay_req(&self) -> PayReq<'_> {
        PayReq(self)
    }

    fn members(&self) -> [&str; 7] {
        let Self { appid, partnerid, prepayid, package, noncestr, timestamp, sign } = self;
        [appid, partnerid, prepayid, package, noncestr, timestamp, sign]
    }
}

impl Serialize for AppPayment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let names = ["appid", "partnerid", "prepayid", "package", "noncestr", "timestamp", "sign"];
        serializer.collect_map(names.into_iter().zip(self.members()))
    }
}

/// An [`AppPayment`] that serialises as `PayReq`: `appId`, `partnerId`, `prepayId`, `packageValue`, `nonceStr`,
/// `timeStamp`, `sign`. (iOS calls `packageValue` `package`.)
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PayReq<'a>(&'a AppPayment);

impl Serialize for PayReq<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let names = ["appId", "partnerId", "prepayId", "packageValue", "nonceStr", "timeStamp", "sign"];
        serializer.collect_map(names.into_iter().zip(self.0.members()))
    }
}
