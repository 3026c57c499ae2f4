//! Pages inside WeChat and mini programs, which have the same signature and nearly the same members.

use serde::{Serialize, Serializer};

/// The parameters that a page inside WeChat passes to `WeixinJSBridge.invoke('getBrandWCPayRequest', ..)` after the JSAPI order
/// ([JSAPI调起支付](https://pay.weixin.qq.com/doc/v3/merchant/4012791857)).
///
/// Serialise it and send it to the page unchanged: the spelling matters, and the timestamp is a text. The signature is for one
/// payment: a repeated one needs new parameters, and a `prepay_id` is valid for two hours.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct JsapiPayment {
    /// The official account (公众号) of the order: `appId`.
    pub app_id: String,
    /// Seconds since 1970, in digits: `timeStamp`.
    pub time_stamp: String,
    /// A random text: `nonceStr`.
    pub nonce_str: String,
    /// `prepay_id=` and the order's `prepay_id`.
    pub package: String,
    /// Always `RSA`: `signType`. It is not signed itself.
    pub sign_type: &'static str,
    /// The signature in Base64: `paySign`.
    pub pay_sign: String,
}

impl JsapiPayment {
    /// The same parameters in the spelling of the JS-SDK's `wx.chooseWXPay`: `timestamp` in lower case, and no `appId`, which
    /// `wx.config` already has ([微信JS-SDK说明文档](https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/JS-SDK.html)).
    ///
    /// ```no_run
    /// # async fn page(payment: wxpay_core::payment::JsapiPayment) -> Result<String, serde_json::Error> {
    /// serde_json::to_string(&payment.choose_wx_pay()) // wx.chooseWXPay({ ...these, success: .. })
    /// # }
    /// ```
    #[must_use]
    pub fn choose_wx_pay(&self) -> ChooseWxPay<'_> {
        ChooseWxPay(self)
    }

    fn members(&self) -> [(&'static str, &str); 6] {
        [
            ("appId", &self.app_id),
            ("timeStamp", &self.time_stamp),
            ("nonceStr", &self.nonce_str),
            ("package", &self.package),
            ("signType", self.sign_type),
            ("paySign", &self.pay_sign),
        ]
    }
}

impl Serialize for JsapiPayment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.members())
    }
}

/// A [`JsapiPayment`] that serialises as the argument of `wx.chooseWXPay`: `timestamp`, `nonceStr`, `package`, `signType`,
/// `paySign`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChooseWxPay<'a>(&'a JsapiPayment);

impl Serialize for ChooseWxPay<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let JsapiPayment { app_id: _, time_stamp, nonce_str, package, sign_type, pay_sign } = self.0;
        serializer.collect_map([
            ("timestamp", &**time_stamp),
            ("nonceStr", nonce_str),
            ("package", package),
            ("signType", sign_type),
            ("paySign", pay_sign),
        ])
    }
}

/// The parameters that a mini program passes to `wx.requestPayment` after the JSAPI order
/// ([小程序调起支付](https://pay.weixin.qq.com/doc/v3/merchant/4012791898)).
///
/// Serialise it and send it to the mini program. It has no `appId`, although the signature covers it: the appid of the mini
/// program in which the payment runs.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct MiniProgramPayment {
    /// Seconds since 1970, in digits: `timeStamp`.
    pub time_stamp: String,
    /// A random text: `nonceStr`.
    pub nonce_str: String,
    /// `prepay_id=` and the order's `prepay_id`.
    pub package: String,
    /// Always `RSA`: `signType`. It is not signed itself.
    pub sign_type: &'static str,
    /// The signature in Base64: `paySign`.
    pub pay_sign: String,
}

impl MiniProgramPayment {
    pub(super) fn members(&self) -> [(&'static str, &str); 5] {
        [
            ("timeStamp", &self.time_stamp),
            ("nonceStr", &self.nonce_str),
            ("package", &self.package),
            ("signType", self.sign_type),
            ("paySign", &self.pay_sign),
        ]
    }
}

impl Serialize for MiniProgramPayment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.members())
    }
}
