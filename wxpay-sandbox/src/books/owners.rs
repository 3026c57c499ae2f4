//! The merchants that business numbers belong to.

use rusqlite::params;

use super::{Books, ContractKind};

/// The kinds of things that have a business number.
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
    /// Query for the merchants that have a thing with the number `?1`. Contracts of both kinds are in one table, so `?2` is their
    /// kind; for all others it is null.
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
    /// The merchants that have a thing with that number.
    pub(crate) fn owners(&self, what: Numbered, number: &str) -> rusqlite::Result<Vec<String>> {
        self.list(what.owners(), params![number, what.kind()], |row| row.get(0))
    }
}
