//! A refund in its present state.

pub(super) mod refunds;

use rusqlite::Row;
use serde_json::Value;
use wxpay::prelude::Fen;
use wxpay::refund::RefundStatus;

use crate::books::read_parameters;

/// A refund in the books.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct BookedRefund {
    /// The merchant.
    pub mchid: String,
    /// The merchant's own number.
    pub out_refund_no: String,
    /// The order's number.
    pub out_trade_no: String,
    /// WeChat Pay's number.
    pub refund_id: String,
    /// The refund's state.
    pub status: RefundStatus,
    /// The refunded amount, in fen.
    pub refund: Fen,
    /// The order's amount, in fen.
    pub total: Fen,
    /// Number of accepted requests for it, the first one included.
    pub accepted: u32,
}

/// A refund in its present state.
pub(crate) struct Refund {
    pub(crate) sub_mchid: Option<String>,
    pub(crate) out_refund_no: String,
    pub(crate) refund_id: String,
    pub(crate) out_trade_no: String,
    pub(crate) transaction_id: String,
    pub(crate) status: RefundStatus,
    pub(crate) refund: i64,
    pub(crate) total: i64,
    /// Times at which it was accepted and at which the user got the money, in seconds since 1970.
    pub(crate) created: i64,
    pub(crate) succeeded: Option<i64>,
    /// Time at which it was closed.
    pub(crate) closed: Option<i64>,
    parameters: String,
    accepted: u32,
}

impl Refund {
    /// The parameters of the request.
    pub(crate) fn parameters(&self) -> rusqlite::Result<Value> {
        read_parameters(&self.parameters)
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let status: String = row.get("status")?;
        Ok(Self {
            sub_mchid: row.get("sub_mchid")?,
            out_refund_no: row.get("out_refund_no")?,
            refund_id: row.get("refund_id")?,
            out_trade_no: row.get("out_trade_no")?,
            transaction_id: row.get("transaction_id")?,
            status: RefundStatus::other(&status),
            refund: row.get("refund")?,
            total: row.get("total")?,
            created: row.get("created")?,
            succeeded: row.get("succeeded")?,
            closed: row.get("closed")?,
            parameters: row.get("parameters")?,
            accepted: row.get("accepted")?,
        })
    }
}
