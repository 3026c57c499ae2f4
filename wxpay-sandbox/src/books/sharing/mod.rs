//! The sharing of a payment in its present state.

pub(super) mod receivers;
pub(super) mod returns;
pub(super) mod sharings;

use rusqlite::{Connection, Row, params};
use serde_json::Value;
use wxpay::prelude::Fen;
use wxpay::profit_sharing::{ShareResult, SharingState};

use self::receivers::Receiver;
use crate::books::{one, read_parameters};

/// A share of a payment in the books.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct BookedShare {
    /// The merchant that shares.
    pub mchid: String,
    /// Merchant's own number of the sharing.
    pub out_order_no: String,
    /// WeChat Pay's number of the payment.
    pub transaction_id: String,
    /// The receiver: a merchant number or an openid.
    pub account: String,
    /// The amount, in fen.
    pub amount: Fen,
    /// The part of it that was returned, in fen.
    pub returned: Fen,
    /// The share's result.
    pub result: ShareResult,
    /// True if it stays with the merchant that shares.
    pub own: bool,
}

/// A sharing in its present state.
pub(crate) struct Sharing {
    pub(crate) mchid: String,
    pub(crate) sub_mchid: Option<String>,
    pub(crate) out_order_no: String,
    pub(crate) order_id: String,
    pub(crate) transaction_id: String,
    pub(crate) shares: Vec<Share>,
    pub(super) parameters: String,
}

/// A share in its present state.
pub(crate) struct Share {
    pub(crate) detail_id: i64,
    pub(crate) kind: String,
    pub(crate) account: String,
    pub(crate) amount: i64,
    pub(crate) description: String,
    pub(crate) result: ShareResult,
    pub(crate) fail_reason: Option<String>,
    /// True if it stays with the merchant that shares.
    pub(super) own: bool,
    /// Times of request and end, in seconds since 1970.
    pub(crate) created: i64,
    pub(crate) finished: Option<i64>,
}

impl Sharing {
    /// The parameters of the request.
    pub(crate) fn parameters(&self) -> rusqlite::Result<Value> {
        read_parameters(&self.parameters)
    }

    pub(crate) fn state(&self) -> SharingState {
        let pending = self.shares.iter().any(|share| share.result == ShareResult::Pending);
        if pending { SharingState::Processing } else { SharingState::Finished }
    }

    pub(super) fn receiver<'a>(&'a self, share: &'a Share) -> Receiver<'a> {
        let Share { kind, account, .. } = share;
        Receiver { mchid: &self.mchid, sub_mchid: self.sub_mchid.as_deref(), kind, account }
    }
}

impl Share {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let result: String = row.get("result")?;
        Ok(Self {
            detail_id: row.get("detail_id")?,
            kind: row.get("kind")?,
            account: row.get("account")?,
            amount: row.get("amount")?,
            description: row.get("description")?,
            result: ShareResult::other(&result),
            fail_reason: row.get("fail_reason")?,
            own: row.get("own")?,
            created: row.get("created")?,
            finished: row.get("finished")?,
        })
    }
}

/// The sharing that `query` finds, and its shares.
pub(super) fn find(books: &Connection, query: &str, mchid: &str, number: &str) -> rusqlite::Result<Option<Sharing>> {
    let sharing = |row: &Row<'_>| {
        Ok(Sharing {
            mchid: row.get("mchid")?,
            sub_mchid: row.get("sub_mchid")?,
            out_order_no: row.get("out_order_no")?,
            order_id: row.get("order_id")?,
            transaction_id: row.get("transaction_id")?,
            parameters: row.get("parameters")?,
            shares: Vec::new(),
        })
    };
    let Some(mut sharing) = one(books, query, params![mchid, number], sharing)? else { return Ok(None) };
    let mut shares = books.prepare_cached(SHARES)?;
    let shares = shares.query_map(params![sharing.mchid, sharing.out_order_no], Share::read)?;
    sharing.shares = shares.collect::<rusqlite::Result<_>>()?;
    Ok(Some(sharing))
}

pub(super) const BY_NUMBER: &str = "SELECT * FROM sharings WHERE mchid = ?1 AND out_order_no = ?2";
pub(super) const BY_ORDER_ID: &str = "SELECT * FROM sharings WHERE mchid = ?1 AND order_id = ?2";
const SHARES: &str = "SELECT * FROM shares WHERE mchid = ?1 AND out_order_no = ?2 ORDER BY detail_id";
