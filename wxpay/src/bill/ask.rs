//! Requests for a bill. Two refusals are not errors here: there is no bill, or not yet.

use std::time::Duration;

use super::{
    ApplyEcommerceFundFlowBill, ApplyFundFlowBill, ApplySubMerchantFundFlowBill, ApplyTradeBill, EncryptedBills, codes,
};
use crate::client::Client;
use crate::download::Download;
use crate::endpoint::Endpoint;
use crate::error::{Error, Outcome};

/// The result of a request for the bill of a day.
#[derive(Debug, Clone, PartialEq)]
pub enum Asked<B> {
    /// The bill is available for 30 seconds to 5 minutes, as pages differ; after that, request it again.
    Ready(B),
    /// Nothing happened on that day, so there is no bill (`NO_STATEMENT_EXIST`).
    Nothing,
    /// The bill is being made (`STATEMENT_CREATING`): repeat the request in half an hour.
    NotYet,
}

/// A request for the bill of a day.
pub trait Application: Endpoint + sealed::Application {}

/// Requests the bill of a day. The refusals `NO_STATEMENT_EXIST` and `STATEMENT_CREATING` are not errors here, if they are
/// signed.
///
/// # Errors
/// Those of [`Client::send`].
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

/// A request for a bill of sub-merchants, which is encrypted.
pub trait EncryptedApplication: Application<Response = EncryptedBills> + sealed::Encrypted {}

/// Requests a bill of sub-merchants, as [`ask`] does, and joins its parts into one download. Each part is opened, decompressed if
/// `tar_type` asked for compression, and verified before the next follows. If the URLs expire during a long download, they are
/// requested again.
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
/// Those of [`Client::send`] and [`EncryptedBills::download`].
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

/// Age at which URLs are requested anew. Official pages say 30 seconds, newer ones 5 minutes.
const URLS_ARE_OLD: Duration = Duration::from_secs(20);

mod sealed {
    pub trait Application {}

    pub trait Encrypted {
        /// True if the files are compressed.
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
