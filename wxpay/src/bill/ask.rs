//! Asking for a bill, with the two refusals that are no failures.

use super::{ApplyEcommerceFundFlowBill, ApplyFundFlowBill, ApplySubMerchantFundFlowBill, ApplyTradeBill, codes};
use crate::client::Client;
use crate::endpoint::Endpoint;
use crate::error::{Error, Outcome};

/// What asking for the bill of a day came to.
#[derive(Debug, Clone, PartialEq)]
pub enum Asked<B> {
    /// It is there, for 5 minutes; then ask again.
    Ready(B),
    /// Nothing happened on that day, and there is no bill (`NO_STATEMENT_EXIST`).
    Nothing,
    /// It is being made (`STATEMENT_CREATING`): ask again in half an hour.
    NotYet,
}

/// A request for the bill of a day.
pub trait Application: Endpoint + sealed::Application {}

/// Asks for the bill of a day. What WeChat Pay refuses with `NO_STATEMENT_EXIST` or `STATEMENT_CREATING` is no error here,
/// if the refusal is signed.
///
/// # Errors
/// As [`Client::send`].
pub async fn ask<A: Application>(client: &Client, application: &A) -> Result<Asked<A::Response>, Error> {
    match client.send(application).await {
        Ok(bill) => Ok(Asked::Ready(bill)),
        Err(error) if error.outcome() == Outcome::Refused => match error.code_str() {
            codes::NO_STATEMENT_EXIST => Ok(Asked::Nothing),
            codes::STATEMENT_CREATING => Ok(Asked::NotYet),
            _ => Err(error),
        },
        Err(error) => Err(error),
    }
}

mod sealed {
    pub trait Application {}
}

macro_rules! applications {
    ($($request:ty,)*) => {$(
        impl sealed::Application for $request {}
        impl Application for $request {}
    )*};
}

applications! {
    ApplyTradeBill,
    ApplyFundFlowBill,
    ApplySubMerchantFundFlowBill,
    ApplyEcommerceFundFlowBill,
}
