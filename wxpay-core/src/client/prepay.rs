//! An order, and at once what its front end needs.

use super::payment::check_session;
use super::{Client, FrontEnd, Prepay};
use crate::error::{EncodeError, Error};

impl Client {
    /// Sends the order and makes of its answer what the front end `P` needs: a
    /// [`JsapiPayment`](crate::payment::JsapiPayment), [`MiniProgramPayment`](crate::payment::MiniProgramPayment),
    /// [`AppPayment`](crate::payment::AppPayment), [`H5Payment`](crate::payment::H5Payment) or
    /// [`NativePayment`](crate::payment::NativePayment). (The official Java SDK calls it `prepayWithRequestPayment`.)
    ///
    /// The payment runs in the order's `appid`. In partner mode that is `sub_appid` where the payer is named by
    /// `sub_openid` (of an APP order: where it is given), otherwise `sp_appid`; of a combined order `combine_appid`. An
    /// order that leaves the choice is not sent: [`prepay_with_payment_in`](Self::prepay_with_payment_in) takes it.
    ///
    /// Called again with the same order, until it is paid or closed, it gives fresh parameters. So it is what follows a
    /// [`settle`](Self::settle) that found the order: what a question is answered with has no `prepay_id`.
    ///
    /// # Errors
    /// As [`Client::send`]. Where the order is made and its parameters cannot be signed the outcome is `Unknown`: the same
    /// order may be sent again.
    pub async fn prepay_with_payment<P, E>(&self, order: &E) -> Result<P, Error>
    where
        P: FrontEnd,
        E: Prepay<P>,
    {
        let appid = order.appid().map_err(|reason| EncodeError::NoAppid(reason).not_sent())?;
        self.prepay_with_payment_in(appid, order).await
    }

    /// The same for a payment that runs in `appid`, one of those of the order.
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
