//! A merchant's own numbers, and whose they are.

use rusqlite::params;

use crate::Shared;
use crate::books::{Books, ContractKind, OrderKey};
use crate::error::SandboxError;

/// A number or code of a merchant's own, such as an `out_refund_no`. It is found whoever has it; where several merchants
/// have the same, `(mchid, number)` says whose is meant.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let sandbox = wxpay_sandbox::Sandbox::start().await?;
/// let second = sandbox.register_merchant()?;
/// // Nothing was refunded yet.
/// assert!(sandbox.complete_refund("20260101000001-1").is_err());
/// assert!(sandbox.complete_refund((&*second.mchid, "20260101000001-1")).is_err());
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Number<'a> {
    mchid: Option<&'a str>,
    number: &'a str,
}

impl<'a> Number<'a> {
    /// That of `mchid`, or of whoever has it.
    pub(crate) fn new(mchid: Option<&'a str>, number: &'a str) -> Self {
        Self { mchid, number }
    }

    pub(crate) fn as_str(self) -> &'a str {
        self.number
    }
}

impl<'a> From<&'a str> for Number<'a> {
    fn from(number: &'a str) -> Self {
        Self::new(None, number)
    }
}

impl<'a> From<&&'a str> for Number<'a> {
    fn from(number: &&'a str) -> Self {
        Self::new(None, number)
    }
}

impl<'a> From<&'a String> for Number<'a> {
    fn from(number: &'a String) -> Self {
        Self::new(None, number)
    }
}

/// Merchant number, and the merchant's own number.
impl<'a> From<(&'a str, &'a str)> for Number<'a> {
    fn from((mchid, number): (&'a str, &'a str)) -> Self {
        Self::new(Some(mchid), number)
    }
}

impl<'a> From<OrderKey<'a>> for Number<'a> {
    fn from(key: OrderKey<'a>) -> Self {
        Self::new(Some(key.mchid), key.out_trade_no)
    }
}

/// What has numbers of merchants' own.
#[derive(Clone, Copy)]
pub(crate) enum Numbered {
    Order,
    CombinedOrder,
    Refund,
    Transfer,
    Authorization,
    Sharing,
    Return,
    Repayment,
    Contract(ContractKind),
}

impl Numbered {
    /// Finds the merchants who have one of the number `?1`. Every kind but contracts is its own table.
    fn owners(self) -> &'static str {
        match self {
            Self::Order => "SELECT mchid FROM orders WHERE out_trade_no = ?1 AND ?2 IS NULL",
            Self::CombinedOrder => "SELECT mchid FROM combined_orders WHERE combine_out_trade_no = ?1 AND ?2 IS NULL",
            Self::Refund => "SELECT mchid FROM refunds WHERE out_refund_no = ?1 AND ?2 IS NULL",
            Self::Transfer => "SELECT mchid FROM transfers WHERE out_bill_no = ?1 AND ?2 IS NULL",
            Self::Authorization => "SELECT mchid FROM authorizations WHERE out_authorization_no = ?1 AND ?2 IS NULL",
            Self::Sharing => "SELECT mchid FROM sharings WHERE out_order_no = ?1 AND ?2 IS NULL",
            Self::Return => "SELECT mchid FROM share_returns WHERE out_return_no = ?1 AND ?2 IS NULL",
            Self::Repayment => "SELECT mchid FROM repayments WHERE out_trade_no = ?1 AND ?2 IS NULL",
            Self::Contract(_) => "SELECT mchid FROM contracts WHERE code = ?1 AND kind = ?2",
        }
    }

    /// The value of `?2`.
    fn kind(self) -> Option<&'static str> {
        match self {
            Self::Contract(kind) => Some(kind.as_str()),
            _ => None,
        }
    }
}

impl Books {
    /// The merchants who have one of that number.
    fn owners(&self, what: Numbered, number: &str) -> rusqlite::Result<Vec<String>> {
        self.list(what.owners(), params![number, what.kind()], |row| row.get(0))
    }
}

impl Shared {
    /// The merchant whose number it is. A number that nobody has is the first merchant's, where nobody is named: what is
    /// wrong with it is then said by the books.
    pub(crate) fn owner(&self, what: Numbered, number: Number<'_>) -> Result<String, SandboxError> {
        let Number { mchid, number } = number;
        let owners = self.books.owners(what, number)?;
        let wrong = |problem| SandboxError::Owner { number: number.to_owned(), problem };
        match (mchid, &*owners) {
            (None, []) => Ok(self.credentials.mchid.clone()),
            (None, [owner]) => Ok(owner.clone()),
            (None, several) => Err(wrong(format!(
                "several merchants have it ({}): say whose, as `(mchid, number)`",
                several.join(", ")
            ))),
            (Some(mchid), owners) if owners.iter().any(|owner| owner == mchid) => Ok(mchid.to_owned()),
            (Some(mchid), _) if self.merchants.credentials(mchid).is_none() => {
                Err(wrong(format!("there is no merchant {mchid}")))
            }
            (Some(mchid), []) => Err(wrong(format!("merchant {mchid} has none, nor has another"))),
            (Some(mchid), owners) => Err(wrong(format!("merchant {mchid} has none, but {} has", owners.join(", ")))),
        }
    }
}
