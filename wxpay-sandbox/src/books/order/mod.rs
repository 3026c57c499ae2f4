//! Orders in their present state.

pub(super) mod combined;
pub(super) mod orders;
pub(super) mod rows;
pub(super) mod sessions;

use rusqlite::Row;
use serde_json::Value;
use wxpay::pay::{TradeState, TradeType};

use crate::books::read_parameters;

/// The number of an order. It belongs to the merchant that signed the request, whichever merchant is paid.
#[derive(Clone, Copy)]
pub(crate) struct OrderKey<'a> {
    pub(crate) mchid: &'a str,
    pub(crate) out_trade_no: &'a str,
}

/// One of the two numbers of an order.
#[derive(Clone, Copy)]
pub(crate) enum By<'a> {
    OutTradeNo(&'a str),
    TransactionId(&'a str),
}

/// An order to make.
pub(crate) struct NewOrder<'a> {
    pub(crate) key: OrderKey<'a>,
    /// The sub-merchant that is paid, if a service provider signs.
    pub(crate) sub_mchid: Option<&'a str>,
    pub(crate) trade_type: TradeType,
    pub(crate) parameters: &'a str,
    pub(crate) total: i64,
    /// End of the time to pay, in seconds since 1970.
    pub(crate) time_expire: Option<i64>,
    /// For a scanned code: the state that it leads to at once, and WeChat Pay's number of the payment.
    pub(crate) scanned: Option<(TradeState, &'a str)>,
}

/// The result of ordering.
pub(crate) enum Ordering {
    /// A new order, or the same one again.
    Accepted(Box<Order>),
    /// The number was used with other parameters, or for another payment method.
    OtherParameters,
    /// It is paid.
    Paid,
    /// It is closed, or the time to pay has passed.
    Closed,
    /// The number was closed before it was ordered.
    UsedUp,
}

/// An order in its present state.
pub(crate) struct Order {
    pub(crate) mchid: String,
    /// The sub-merchant that is paid, if a service provider signed.
    pub(crate) sub_mchid: Option<String>,
    pub(crate) out_trade_no: String,
    pub(crate) trade_type: TradeType,
    pub(crate) state: TradeState,
    pub(crate) total: i64,
    pub(crate) transaction_id: Option<String>,
    /// Time of payment, in seconds since 1970.
    pub(crate) paid: Option<i64>,
    /// True if it is part of a combined order.
    pub(crate) part: bool,
    /// Time at which the rest after its shares was released to the merchant, in seconds since 1970.
    pub(crate) unfrozen: Option<i64>,
    /// Time of reversal, in seconds since 1970.
    pub(crate) reversed: Option<i64>,
    /// Number of accepted requests for it; 0 if its number was closed before it was ordered.
    pub(super) accepted: u32,
    /// End of the time to pay, in seconds since 1970.
    pub(super) expires: i64,
    parameters: String,
}

impl Order {
    /// The parameters of the request.
    pub(crate) fn parameters(&self) -> rusqlite::Result<Value> {
        read_parameters(&self.parameters)
    }

    /// Returns true if its money is frozen until it is shared.
    pub(crate) fn is_shared(&self) -> rusqlite::Result<bool> {
        let ordered = self.parameters()?;
        let wanted = ["/settle_info/profit_sharing", "/profit_sharing"];
        Ok(wanted.iter().any(|pointer| ordered.pointer(pointer).and_then(Value::as_bool) == Some(true)))
    }

    pub(crate) fn is_scanned(&self) -> bool {
        self.trade_type == TradeType::MicroPay
    }

    /// Returns true if it has been paid and not reversed: its money can be refunded.
    pub(crate) fn is_paid(&self) -> bool {
        matches!(self.state, TradeState::Success | TradeState::Refund)
    }

    /// Returns `Ok` if it can be paid now, or else the reason that it cannot.
    pub(crate) fn may_be_paid(&self, now: i64) -> Result<(), &'static str> {
        match self.state {
            TradeState::NotPay if now < self.expires => Ok(()),
            TradeState::UserPaying => Ok(()),
            TradeState::NotPay => Err("can no longer be paid"),
            TradeState::Success | TradeState::Refund => Err("is paid already"),
            _ => Err("is closed, or its payment has failed"),
        }
    }

    /// The result of ordering it again.
    pub(super) fn again(self, new: &NewOrder<'_>, now: i64) -> Ordering {
        let same = self.trade_type == new.trade_type && self.parameters == new.parameters;
        match self.state {
            _ if self.accepted == 0 => Ordering::UsedUp,
            TradeState::Closed | TradeState::Revoked => Ordering::Closed,
            _ if self.is_scanned() && same => Ordering::Accepted(Box::new(self)),
            TradeState::Success | TradeState::Refund => Ordering::Paid,
            _ if !same => Ordering::OtherParameters,
            _ if now >= self.expires => Ordering::Closed,
            _ => Ordering::Accepted(Box::new(self)),
        }
    }

    /// Reads a row. An order that nobody has paid in seven days is closed, without an action.
    pub(super) fn read(row: &Row<'_>, now: i64) -> rusqlite::Result<Self> {
        let (state, trade_type): (String, String) = (row.get("state")?, row.get("trade_type")?);
        let (state, closes): (_, i64) = (TradeState::other(&state), row.get("closes")?);
        Ok(Self {
            mchid: row.get("mchid")?,
            sub_mchid: row.get("sub_mchid")?,
            out_trade_no: row.get("out_trade_no")?,
            trade_type: TradeType::other(&trade_type),
            state: if state == TradeState::NotPay && now >= closes { TradeState::Closed } else { state },
            total: row.get("total")?,
            transaction_id: row.get("transaction_id")?,
            paid: row.get("paid")?,
            part: row.get::<_, Option<String>>("combine_out_trade_no")?.is_some(),
            unfrozen: row.get("unfrozen")?,
            reversed: row.get("reversed")?,
            accepted: row.get("accepted")?,
            expires: row.get("expires")?,
            parameters: row.get("parameters")?,
        })
    }
}
