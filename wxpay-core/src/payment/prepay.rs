//! From the order to its front end in one step.

use std::future::ready;

use serde::{Serialize, Serializer};

use super::{AppPayment, H5UrlError, JsapiPayment, MiniProgramPayment, with_redirect_url};
use crate::client::Client;
use crate::crypto::BoxFuture;
use crate::endpoint::Endpoint;
use crate::error::Error;

/// An order whose answer leads to the front end `P`, for [`Client::prepay_with_payment`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no order that is paid with `{P}`",
    note = "an APP order gives an `AppPayment`, a JSAPI order a `JsapiPayment` or a `MiniProgramPayment`, an H5 order an \
            `H5Payment`, a Native order a `NativePayment`"
)]
pub trait Prepay<P: FrontEnd>: Endpoint {
    /// The `appid` in which the payment runs.
    ///
    /// # Errors
    /// The order names several, and does not say which; the text says so.
    fn appid(&self) -> Result<&str, &'static str>;

    /// The `prepay_id`, `h5_url` or `code_url` of its answer.
    fn session(answer: &Self::Response) -> &str;
}

/// The parameters of a front end.
pub trait FrontEnd: Sized + Send {
    /// Makes them for the `appid` in which the payment runs, of the answer's `prepay_id`, `h5_url` or `code_url`.
    fn made<'a>(client: &'a Client, appid: &'a str, session: &'a str) -> BoxFuture<'a, Result<Self, Error>>;
}

impl FrontEnd for JsapiPayment {
    fn made<'a>(client: &'a Client, appid: &'a str, session: &'a str) -> BoxFuture<'a, Result<Self, Error>> {
        Box::pin(client.jsapi_payment(appid, session))
    }
}

impl FrontEnd for MiniProgramPayment {
    fn made<'a>(client: &'a Client, appid: &'a str, session: &'a str) -> BoxFuture<'a, Result<Self, Error>> {
        Box::pin(client.mini_program_payment(appid, session))
    }
}

impl FrontEnd for AppPayment {
    fn made<'a>(client: &'a Client, appid: &'a str, session: &'a str) -> BoxFuture<'a, Result<Self, Error>> {
        Box::pin(client.app_payment(appid, session))
    }
}

/// The link of an H5 order, good for 5 minutes. Nothing of it is signed.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct H5Payment {
    /// The page that opens WeChat.
    pub h5_url: String,
}

impl H5Payment {
    /// The link after which the user comes back to `redirect_url`; as [`with_redirect_url`].
    ///
    /// # Errors
    /// As [`with_redirect_url`].
    pub fn with_redirect_url(&self, redirect_url: &str) -> Result<String, H5UrlError> {
        with_redirect_url(&self.h5_url, redirect_url)
    }
}

impl Serialize for H5Payment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map([("h5_url", &self.h5_url)])
    }
}

impl FrontEnd for H5Payment {
    fn made<'a>(_: &'a Client, _: &'a str, session: &'a str) -> BoxFuture<'a, Result<Self, Error>> {
        Box::pin(ready(Ok(Self { h5_url: session.to_owned() })))
    }
}

/// The text of a Native order's QR code, good for 2 hours. Nothing of it is signed.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct NativePayment {
    /// The text that the QR code holds.
    pub code_url: String,
}

#[cfg(feature = "qr")]
impl NativePayment {
    /// The QR code, to be drawn.
    ///
    /// # Errors
    /// As [`QrCode::new`](super::QrCode::new).
    pub fn qr_code(&self) -> Result<super::QrCode, super::QrError> {
        super::QrCode::new(&self.code_url)
    }
}

impl Serialize for NativePayment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map([("code_url", &self.code_url)])
    }
}

impl FrontEnd for NativePayment {
    fn made<'a>(_: &'a Client, _: &'a str, session: &'a str) -> BoxFuture<'a, Result<Self, Error>> {
        Box::pin(ready(Ok(Self { code_url: session.to_owned() })))
    }
}
