//! An order and the parameters of its front end, in one call.

use super::payment::check_session;
use super::{Client, FrontEnd, Prepay};
use crate::error::{EncodeError, Error};

impl Client {
    /// Sends the order, and turns its answer into the parameters of the front end `P`: a
    /// [`JsapiPayment`](crate::payment::JsapiPayment), [`MiniProgramPayment`](crate::payment::MiniProgramPayment),
    /// [`AppPayment`](crate::payment::AppPayment), [`H5Payment`](crate::payment::H5Payment) or
    /// [`NativePayment`](crate::payment::NativePayment). (The official Java SDK calls it `prepayWithRequestPayment`.)
    ///
    /// The payment runs in the order's `appid`. In partner mode that is `sub_appid` if the payer is named by `sub_openid` (for an
    /// APP order: if it is given), otherwise `sp_appid`; for a combined order `combine_appid`. An order that leaves the choice
    /// open is not sent; use [`prepay_with_payment_in`](Self::prepay_with_payment_in) for it.
    ///
    /// Until the order is paid or closed, another call with the same order returns fresh parameters. So call it after a
    /// [`settle`](Self::settle) that found the order, since the answer to a question has no `prepay_id`.
    ///
    /// # Errors
    /// As [`Client::send`]. If the order is made but its parameters cannot be signed, the outcome is `Unknown`: the same order
    /// may be sent again.
    pub async fn prepay_with_payment<P, E>(&self, order: &E) -> Result<P, Error>
    where
        P: FrontEnd,
        E: Prepay<P>,
    {
        let appid = order.appid().map_err(|reason| EncodeError::NoAppid(reason).not_sent())?;
        self.prepay_with_payment_in(appid, order).await
    }

    /// Same as [`prepay_with_payment`](Self::prepay_with_payment), for a payment that runs in `appid`, one of the order's.
    ///
    /// # Errors
    /// As [`prepay_with_payment`](Self::prepay_with_payment).
    pub async fn prepay_with_payment_in<P, E>(&self, appid: &str, order: &E) -> Result<P, Error>
    where
        P: FrontEnd,
        E: Prepay<P>,
    {
        check_session(appid, "prepay_id")?;
        let answer = self.send(order).await?;
        P::made(self, appid, E::session(&answer)).await.map_err(|error| self.about(error.unknown(), order))
    }
}
