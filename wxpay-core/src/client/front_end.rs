//! An order and the parameters of its front end, in one step.

use std::future::ready;

use super::Client;
use crate::crypto::BoxFuture;
use crate::endpoint::Endpoint;
use crate::error::Error;
use crate::payment::{AppPayment, H5Payment, JsapiPayment, MiniProgramPayment, NativePayment};

/// An order whose answer starts the front end `P`, for [`Client::prepay_with_payment`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an order that is paid with `{P}`",
    note = "an APP order gives an `AppPayment`, a JSAPI order a `JsapiPayment` or a `MiniProgramPayment`, an H5 order an \
            `H5Payment`, a Native order a `NativePayment`"
)]
pub trait Prepay<P: FrontEnd>: Endpoint {
    /// The `appid` in which the payment runs.
    ///
    /// # Errors
    /// The order names several appids, and does not say which; the error text says so.
    fn appid(&self) -> Result<&str, &'static str>;

    /// The `prepay_id`, `h5_url` or `code_url` of its answer.
    fn session(answer: &Self::Response) -> &str;
}

/// The parameters of a front end.
pub trait FrontEnd: Sized + Send {
    /// Makes the parameters for the `appid` in which the payment runs, from the answer's `prepay_id`, `h5_url` or `code_url`.
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

impl FrontEnd for H5Payment {
    fn made<'a>(_: &'a Client, _: &'a str, session: &'a str) -> BoxFuture<'a, Result<Self, Error>> {
        Box::pin(ready(Ok(Self { h5_url: session.to_owned() })))
    }
}

impl FrontEnd for NativePayment {
    fn made<'a>(_: &'a Client, _: &'a str, session: &'a str) -> BoxFuture<'a, Result<Self, Error>> {
        Box::pin(ready(Ok(Self { code_url: session.to_owned() })))
    }
}
