//! Asking for a bill, with the two refusals that are no failures.

use std::time::Duration;

use super::{
    ApplyEcommerceFundFlowBill, ApplyFundFlowBill, ApplySubMerchantFundFlowBill, ApplyTradeBill, EncryptedBills, codes,
};
use crate::client::Client;
use crate::download::Download;
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

/// A request for a bill of sub-merchants, which comes encrypted.
pub trait EncryptedApplication: Application<Response = EncryptedBills> + sealed::Encrypted {}

/// Asks for a bill of sub-merchants, as [`ask`] does, and makes one download of its parts: each is opened, unpacked where
/// `tar_type` has asked for that, and proved; then the next follows. Where a part takes so long that the URLs of the
/// others expire, they are asked for again on the way.
///
/// ```no_run
/// use wxpay::bill::{
///     ApplySubMerchantFundFlowBill, ApplySubMerchantFundFlowBillRequired, Asked, BillAlgorithm, SubMerchantAccountType,
/// };
/// use wxpay::prelude::*;
///
/// # async fn of_a_sub_merchant(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
/// let apply = ApplySubMerchantFundFlowBill::new(ApplySubMerchantFundFlowBillRequired {
///     sub_mchid: "1900000109".into(),
///     bill_date: Date::parse("2026-01-01")?,
///     account_type: SubMerchantAccountType::Basic,
///     algorithm: BillAlgorithm::AeadAes256Gcm,
/// });
/// if let Asked::Ready(download) = wxpay::bill::ask_encrypted(client, &apply).await? {
///     client.download_file(&download, "2026-01-01.csv").await?;
/// }
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// As [`Client::send`] and [`EncryptedBills::download`].
pub async fn ask_encrypted<A>(client: &Client, application: &A) -> Result<Asked<Download>, Error>
where
    A: EncryptedApplication + Clone + Send + Sync + 'static,
{
    let packed = application.packed();
    let bills = match ask(client, application).await? {
        Asked::Ready(bills) => bills,
        Asked::Nothing => return Ok(Asked::Nothing),
        Asked::NotYet => return Ok(Asked::NotYet),
    };
    let (asking, application) = (client.clone(), application.clone());
    let again = move || {
        let (client, application) = (asking.clone(), application.clone());
        async move { Ok(client.send(&application).await?.download()?.gunzip(packed)) }
    };
    Ok(Asked::Ready(client.renewing(bills.download()?.gunzip(packed), URLS_ARE_OLD, again)))
}

/// URLs hold for 5 minutes.
const URLS_ARE_OLD: Duration = Duration::from_secs(4 * 60);

mod sealed {
    pub trait Application {}

    pub trait Encrypted {
        /// Whether it comes packed.
        fn packed(&self) -> bool;
    }
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

macro_rules! encrypted {
    ($($request:ty,)*) => {$(
        impl sealed::Encrypted for $request {
            fn packed(&self) -> bool {
                self.tar_type.is_some()
            }
        }
        impl EncryptedApplication for $request {}
    )*};
}

encrypted! {
    ApplySubMerchantFundFlowBill,
    ApplyEcommerceFundFlowBill,
}
