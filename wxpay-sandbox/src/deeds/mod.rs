//! What users, banks and WeChat Pay do, once for library, page, phone and API.

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

/// What happens to the sandbox as a whole: its clock, its bills, its merchants, its notifications.
///
/// A [`Sandbox`](crate::Sandbox) has its methods. It also has those of [`Merchant`], for whichever merchant a number
/// belongs to.
pub struct Deeds {
    anyone: Merchant,
}

/// What users, banks and WeChat Pay do to what one merchant has asked for, from
/// [`Sandbox::merchant`](Deeds::merchant).
///
/// A [`Sandbox`](crate::Sandbox) has the same methods. There a number is found whichever merchant it belongs to, and is
/// refused where several merchants have it.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let sandbox = wxpay_sandbox::Sandbox::start().await?;
/// let second = sandbox.register_merchant()?;
/// // Nothing was refunded yet.
/// assert!(sandbox.complete_refund("20260101000001-1").is_err());
/// assert!(sandbox.merchant(&*second.mchid).complete_refund("20260101000001-1").is_err());
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Merchant {
    office: Arc<Office>,
    board: Arc<Board>,
    /// `None` is whoever has a number.
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

    /// The merchant, or the brand, of that number. If there is none, each deed says so.
    #[must_use]
    pub fn merchant(&self, mchid: impl Into<String>) -> Merchant {
        self.of(Some(mchid.into()))
    }

    /// The same; without a number, whoever has what is named.
    pub(crate) fn of(&self, mchid: Option<String>) -> Merchant {
        Merchant { mchid, ..self.anyone.clone() }
    }

    /// How many rows a table of the books has, such as `orders`: without reading them. 0 if there is none of that name.
    ///
    /// # Errors
    /// The books cannot be read.
    pub fn count(&self, table: &str) -> Result<u64, SandboxError> {
        let counts = self.office.books.counts()?;
        let count = counts.into_iter().find(|(name, _)| name == table);
        Ok(count.and_then(|(_, count)| u64::try_from(count).ok()).unwrap_or(0))
    }

    /// Sets how many seconds the sandbox's clock is ahead of the machine's, whatever it was before: 0 is the machine's
    /// time again, and a negative number is behind it. What ends by itself meanwhile is told.
    ///
    /// # Errors
    /// It would leave the years 1970 to 8999.
    pub fn set_clock_ahead(&self, seconds: i64) -> Result<(), SandboxError> {
        self.office.clock.set_ahead(seconds)?;
        self.expire()
    }

    /// Tells of what has ended by itself.
    pub(crate) fn expire(&self) -> Result<(), SandboxError> {
        Ok(products::expire_transfers(&self.office)?)
    }

    /// The bills of today, in Beijing, and of the days before are there from now on, without waiting for 10:00 of the next
    /// day and without moving a clock. They have what has happened until they are asked for. The day is answered, as
    /// `2026-01-31`.
    pub fn release_bills(&self) -> Date {
        products::bill::release(&self.office)
    }
}

impl Merchant {
    /// The merchant whose number it is. A number that nobody has is the first merchant's, where nobody is named: what is
    /// wrong with it is then said by the books.
    fn owner(&self, what: Numbered, number: &str) -> Result<String, SandboxError> {
        let owners = self.office.books.owners(what, number)?;
        let wrong = |problem| SandboxError::Owner { number: number.to_owned(), problem };
        match (self.mchid.as_deref(), &*owners) {
            (None, []) => Ok(self.office.credentials.mchid.clone()),
            (None, [owner]) => Ok(owner.clone()),
            (None, several) => Err(wrong(format!(
                "several merchants have it ({}): say whose, as `sandbox.merchant(mchid)`, or with `mchid` in the API",
                several.join(", ")
            ))),
            (Some(mchid), owners) if owners.iter().any(|owner| owner == mchid) => Ok(mchid.to_owned()),
            (Some(mchid), _) if self.office.merchants.credentials(mchid).is_none() => {
                Err(wrong(format!("there is no merchant {mchid}")))
            }
            (Some(mchid), []) => Err(wrong(format!("merchant {mchid} has none, nor has another"))),
            (Some(mchid), owners) => Err(wrong(format!("merchant {mchid} has none, but {} has", owners.join(", ")))),
        }
    }

    /// Those of `rows` that are this merchant's. Whoever asserts that it has none shall not have mistyped its number.
    fn own<T>(&self, mut rows: Vec<T>, mchid: impl Fn(&T) -> &str) -> Result<Vec<T>, SandboxError> {
        let Some(own) = &self.mchid else { return Ok(rows) };
        rows.retain(|row| mchid(row) == own);
        // Books that are kept may have rows of merchants that an earlier start has made.
        if rows.is_empty() && self.office.merchants.credentials(own).is_none() {
            return Err(SandboxError::UnknownMerchant { mchid: own.clone() });
        }
        Ok(rows)
    }
}
