//! Actions of users, banks and WeChat Pay: one implementation for library, page, phone and API.

mod contracts;
mod identities;
mod notifications;
mod payments;
mod sharings;
mod transfers;

pub(crate) use self::transfers::PAYEE_ACCOUNT_ABNORMAL;

use std::ops::Deref;
use std::sync::Arc;

use wxpay::value::Date;

use crate::books::Numbered;
use crate::directory::Board;
use crate::endpoint::Office;
use crate::error::SandboxError;
use crate::products;

/// Actions on the sandbox as a whole: its clock, bills, merchants and notifications.
///
/// A [`Sandbox`](crate::Sandbox) has these methods. It also has the methods of [`Merchant`]: there they act for the merchant that
/// the given number belongs to.
pub struct Deeds {
    anyone: Merchant,
}

/// Actions of users, banks and WeChat Pay on one merchant's orders, refunds, transfers and the like; from
/// [`Sandbox::merchant`](Deeds::merchant).
///
/// A [`Sandbox`](crate::Sandbox) has the same methods. It finds a number whichever merchant it belongs to, and returns an error
/// if several merchants have it.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let sandbox = wxpay_sandbox::Sandbox::start().await?;
/// let second = sandbox.register_merchant()?;
/// // Nothing has been refunded yet.
/// assert!(sandbox.complete_refund("20260101000001-1").is_err());
/// assert!(sandbox.merchant(&*second.mchid).complete_refund("20260101000001-1").is_err());
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Merchant {
    office: Arc<Office>,
    board: Arc<Board>,
    /// `None` stands for the merchant that the number belongs to.
    mchid: Option<String>,
}

impl Deref for Deeds {
    type Target = Merchant;

    fn deref(&self) -> &Merchant {
        &self.anyone
    }
}

impl Deeds {
    pub(crate) fn new(office: Arc<Office>, board: Arc<Board>) -> Self {
        Self { anyone: Merchant { office, board, mchid: None } }
    }

    /// The merchant or brand with that number. If it does not exist, each method returns an error.
    #[must_use]
    pub fn merchant(&self, mchid: impl Into<String>) -> Merchant {
        self.of(Some(mchid.into()))
    }

    /// The merchant with that number. Without one, each method acts for the merchant that its order, refund or other entry
    /// belongs to.
    pub(crate) fn of(&self, mchid: Option<String>) -> Merchant {
        Merchant { mchid, ..self.anyone.clone() }
    }

    /// Number of rows in a table of the books, such as `orders`; 0 if the table does not exist. The rows are not read.
    ///
    /// # Errors
    /// The books cannot be read.
    pub fn count(&self, table: &str) -> Result<u64, SandboxError> {
        let counts = self.office.books.counts()?;
        let count = counts.into_iter().find(|(name, _)| name == table);
        Ok(count.and_then(|(_, count)| u64::try_from(count).ok()).unwrap_or(0))
    }

    /// Sets how many seconds the sandbox's clock is ahead of the machine's: 0 is the machine's time, a negative number is behind
    /// it. The new offset replaces the former one. A transfer that expires because of it causes a notification.
    ///
    /// # Errors
    /// The clock would leave the years 1970 to 8999.
    pub fn set_clock_ahead(&self, seconds: i64) -> Result<(), SandboxError> {
        self.office.clock.set_ahead(seconds)?;
        self.expire()
    }

    /// Ends the transfers that have expired, and sends their notifications.
    pub(crate) fn expire(&self) -> Result<(), SandboxError> {
        Ok(products::expire_transfers(&self.office)?)
    }

    /// Makes the bills of today (in Beijing) and of earlier days available at once: before 10:00 of the next day, and without
    /// moving a clock. A bill has everything that happened before it was requested. Returns today's date, such as `2026-01-31`.
    pub fn release_bills(&self) -> Date {
        products::bill::release(&self.office)
    }
}

impl Merchant {
    /// The merchant that the number belongs to. If nobody has the number and no merchant is named, it is the first merchant: the
    /// books then report the error.
    fn owner(&self, what: Numbered, number: &str) -> Result<String, SandboxError> {
        let owners = self.office.books.owners(what, number)?;
        let wrong = |problem| SandboxError::Owner { number: number.to_owned(), problem };
        match (self.mchid.as_deref(), &*owners) {
            (None, []) => Ok(self.office.credentials.mchid.clone()),
            (None, [owner]) => Ok(owner.clone()),
            (None, several) => Err(wrong(format!(
                "several merchants have it ({}): name one, with `sandbox.merchant(mchid)` or `mchid` in the API",
                several.join(", ")
            ))),
            (Some(mchid), owners) if owners.iter().any(|owner| owner == mchid) => Ok(mchid.to_owned()),
            (Some(mchid), _) if self.office.merchants.credentials(mchid).is_none() => {
                Err(wrong(format!("there is no merchant {mchid}")))
            }
            (Some(mchid), []) => Err(wrong(format!("no merchant has it, neither {mchid} nor any other"))),
            (Some(mchid), owners) => {
                Err(wrong(format!("merchant {mchid} does not have it, but {} has", owners.join(", "))))
            }
        }
    }

    /// The rows of this merchant. An unknown merchant is an error, so that a mistyped number does not look like an empty list.
    fn own<T>(&self, mut rows: Vec<T>, mchid: impl Fn(&T) -> &str) -> Result<Vec<T>, SandboxError> {
        let Some(own) = &self.mchid else { return Ok(rows) };
        rows.retain(|row| mchid(row) == own);
        // Stored books may have rows of merchants that an earlier run registered.
        if rows.is_empty() && self.office.merchants.credentials(own).is_none() {
            return Err(SandboxError::UnknownMerchant { mchid: own.clone() });
        }
        Ok(rows)
    }
}
