//! An order as it stands, and what can be said of it.

pub(super) mod combined;
pub(super) mod orders;
pub(super) mod rows;
pub(super) mod sessions;

use rusqlite::Row;
use serde_json::Value;
use wxpay::pay::{TradeState, TradeType};

use crate::books::read_parameters;

/// An order's number belongs to the merchant who signed, whoever is paid.
#[derive(Clone, Copy)]
pub(crate) struct OrderKey<'a> {
    pub(crate) mchid: &'a str,
    pub(crate) out_trade_no: &'a str,
}

/// Either number of an order.
#[derive(Clone, Copy)]
pub(crate) enum By<'a> {
    OutTradeNo(&'a str),
    TransactionId(&'a str),
}

/// What is ordered.
pub(crate) struct NewOrder<'a> {
    pub(crate) key: OrderKey<'a>,
    /// The sub-merchant that is paid, if a service provider signs.
    pub(crate) sub_mchid: Option<&'a str>,
    pub(crate) trade_type: TradeType,
    pub(crate) parameters: &'a str,
    pub(crate) total: i64,
    /// The last moment to pay, in seconds since 1970.
    pub(crate) time_expire: Option<i64>,
    /// What a scanned code has come to at once, and the number of its payment.
    pub(crate) scanned: Option<(TradeState, &'a str)>,
}

/// What ordering came to.
pub(crate) enum Ordering {
    /// A new order, or the same one again.
    Accepted(Box<Order>),
    /// The number was used with other parameters, or for another way to pay.
    OtherParameters,
    /// It is paid.
    Paid,
    /// It is closed, or the time to pay has passed.
    Closed,
    /// The number was closed before it was ordered.
    UsedUp,
}

/// An order as it stands.
pub(crate) struct Order {
    pub(crate) mchid: String,
    /// The sub-merchant that is paid, if a service provider signed.
    pub(crate) sub_mchid: Option<String>,
    pub(crate) out_trade_no: String,
    pub(crate) trade_type: TradeType,
    pub(crate) state: TradeState,
    pub(crate) total: i64,
    pub(crate) transaction_id: Option<String>,
    /// When it was paid, in seconds since 1970.
    pub(crate) paid: Option<i64>,
    /// Whether it is part of a combined order.
    pub(crate) part: bool,
    /// When what was left after its shares went to the merchant, in seconds since 1970.
    pub(crate) unfrozen: Option<i64>,
    /// When it was reversed, in seconds since 1970.
    pub(crate) reversed: Option<i64>,
    /// How often it was ordered; never, if its number was closed before.
    pub(super) accepted: u32,
    /// The end of paying, in seconds since 1970.
    pub(super) expires: i64,
    parameters: String,
}

impl Order {
    /// What was ordered.
    pub(crate) fn parameters(&self) -> rusqlite::Result<Value> {
        read_parameters(&self.parameters)
    }

    /// Whether its money waits for its shares.
    pub(crate) fn is_shared(&self) -> rusqlite::Result<bool> {
        let ordered = self.parameters()?;
        let wanted = ["/settle_info/profit_sharing", "/profit_sharing"];
        Ok(wanted.iter().any(|pointer| ordered.pointer(pointer).and_then(Value::as_bool) == Some(true)))
    }

    pub(crate) fn is_scanned(&self) -> bool {
        self.trade_type == TradeType::MicroPay
    }

    /// Whether there is money to give back.
    pub(crate) fn is_paid(&self) -> bool {
        matches!(self.state, TradeState::Success | TradeState::Refund)
    }

    /// Why it cannot be paid now, if it cannot.
    pub(crate) fn may_be_paid(&self, now: i64) -> Result<(), &'static str> {
        match self.state {
            TradeState::NotPay if now < self.expires => Ok(()),
            TradeState::UserPaying => Ok(()),
            TradeState::NotPay => Err("can no longer be paid"),
            TradeState::Success | TradeState::Refund => Err("is paid already"),
            _ => Err("is closed, or its payment has failed"),
        }
    }

    /// What ordering it once more comes to.
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

    /// An order that nobody has paid within its life has closed by itself.
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
