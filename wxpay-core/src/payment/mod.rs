//! Parameters with which a front end starts a payment (调起支付). Each front end has a type of its own, which serialises with
//! that front end's spelling.
//!
//! | the user is | parameters | from |
//! |---|---|---|
//! | on a page inside WeChat | [`JsapiPayment`] | [`Client::jsapi_payment`](crate::client::Client::jsapi_payment) |
//! | in a mini program | [`MiniProgramPayment`] | [`Client::mini_program_payment`](crate::client::Client::mini_program_payment) |
//! | in an app | [`AppPayment`] | [`Client::app_payment`](crate::client::Client::app_payment) |
//! | in another browser | the order's `h5_url` | [`with_redirect_url`] |
//! | at a screen | the order's `code_url` | `QrCode`, with the feature `qr` |
//! | paying partly by medical insurance | [`MedicalInsurancePayment`] | [`Client::jsapi_medical_insurance_payment`](crate::client::Client::jsapi_medical_insurance_payment), [`Client::mini_program_medical_insurance_payment`](crate::client::Client::mini_program_medical_insurance_payment) |
//! | accepting a transfer | [`TransferConfirmation`] | [`Client::transfer_confirmation`](crate::client::Client::transfer_confirmation) |
//! | in a pay-score order | [`BusinessView`] | [`BusinessView`] itself, [`Client::pay_score_detail`](crate::client::Client::pay_score_detail) |
//! | receiving a merchant's coupon | [`CouponPlugin`], or a link | [`Client::coupon_plugin`](crate::client::Client::coupon_plugin), [`Client::coupon_link`](crate::client::Client::coupon_link) |
//!
//! ```no_run
//! # async fn front_ends(client: wxpay_core::client::Client) -> Result<(), Box<dyn std::error::Error>> {
//! # use wxpay_core::keys::HmacKey;
//! let (appid, prepay_id) = ("wxd678efh567hg6787", "wx201410272009395522657a690389285100");
//! let page = client.jsapi_payment(appid, prepay_id).await?; // WeixinJSBridge.invoke('getBrandWCPayRequest', page, ..)
//! let program = client.mini_program_payment(appid, prepay_id).await?; // wx.requestPayment(program)
//! let app = client.app_payment(appid, prepay_id).await?; // the OpenSDK's PayReq
//! let json = serde_json::to_string(&page)?; // as it is, to the front end
//!
//! let transfer = client.transfer_confirmation(appid, "its package_info")?; // wx.requestMerchantTransfer(transfer)
//! let key = HmacKey::new("0123456789ABCDEF0123456789ABCDEF").ok_or("no APIv2 key")?;
//! let order = client.pay_score_detail("88888888000011", "1234323JKHDFE1243252", &key)?; // wx.openBusinessView(order)
//! # Ok(())
//! # }
//! ```
//!
//! [`Client::prepay_with_payment`](crate::client::Client::prepay_with_payment) sends the order and returns the parameters in one
//! step.
//!
//! A combined order is paid like a single order of its front end. In partner mode the `appid` is that of the client in which
//! the payment runs, `sp_appid` or `sub_appid`; the key is the service provider's.
//!
//! The result that a front end reports is never proof of a payment: query the order.

mod app;
mod coupon;
mod h5;
mod hmac;
mod jsapi;
mod links;
mod medical;
#[cfg(feature = "qr")]
mod native;
mod score;
mod transfer;

pub use crate::client::{FrontEnd, Prepay};
pub use app::{AppPayment, PayReq};
pub use coupon::{Coupon, CouponPlugin};
pub(crate) use coupon::{link, link_members, plugin_members};
pub use h5::{H5UrlError, LinkProblem, with_redirect_url};
pub use hmac::hmac_signature;
pub use jsapi::{ChooseWxPay, JsapiPayment, MiniProgramPayment};
pub use links::{H5Payment, NativePayment};
pub use medical::MedicalInsurancePayment;
#[cfg(feature = "qr")]
pub use native::{QrCode, QrError};
pub use score::{BusinessView, QueryView};
pub(crate) use score::{DETAIL, ENABLE, USE};
pub use transfer::TransferConfirmation;

use crate::encoded::target::percent;
use crate::sign::lines;

/// The four lines that the signature of a payment's parameters covers. For an app the fourth line is the bare `prepay_id`, for
/// a page or a mini program it is `prepay_id=` followed by the `prepay_id`.
///
/// ```
/// let message = wxpay_core::payment::payment_message("wx2421b1c4370ec43b", "1554208460", "593BEC0C", "prepay_id=wx20");
/// assert_eq!(message, b"wx2421b1c4370ec43b\n1554208460\n593BEC0C\nprepay_id=wx20\n");
/// ```
#[must_use]
pub fn payment_message(appid: &str, timestamp: &str, nonce: &str, fourth: &str) -> Vec<u8> {
    lines(&[appid.as_bytes(), timestamp.as_bytes(), nonce.as_bytes(), fourth.as_bytes()])
}

/// `name=value&..`, the values percent-encoded.
fn query<'a>(members: impl IntoIterator<Item = (&'static str, &'a str)>) -> String {
    let pairs = members.into_iter().map(|(name, value)| format!("{name}={}", percent(value)));
    pairs.collect::<Vec<_>>().join("&")
}
