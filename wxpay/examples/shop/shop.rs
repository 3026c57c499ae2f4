//! The shop's calls to WeChat Pay. Each request is written down before it is sent, and an unknown outcome is left to the
//! [timer](crate::clock): no outcome is guessed.

use std::fmt::Display;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use axum::extract::FromRef;
use tokio::sync::Notify;
use wxpay::error::{Error, ErrorCode, Outcome};
use wxpay::notification::Notifications;
use wxpay::notify::Difference;
use wxpay::number::Numbers;
use wxpay::pay::{NativePrepay, TradeState};
use wxpay::prelude::*;
use wxpay::refund::{Refund, RefundStatus};
use wxpay::settle::{Asking, Settle as _};

use crate::Result;
use crate::delivery::Deliverer;
use crate::orders::{Happened, Order, Orders, State};

#[derive(Clone)]
pub(crate) struct Shop {
    pub(crate) client: Client,
    pub(crate) notifications: Notifications,
    pub(crate) orders: Orders,
    /// Address for WeChat Pay's notifications.
    pub(crate) notify_url: String,
    pub(crate) clock: Clock,
    /// Wakes the worker for notifications: one was stored.
    pub(crate) mail: Arc<Notify>,
    pub(crate) deliverer: Arc<dyn Deliverer>,
    /// Wakes the worker for deliveries: an order was paid.
    pub(crate) parcels: Arc<Notify>,
}

/// The machine's clock, which the story can put forward.
#[derive(Clone, Default)]
pub(crate) struct Clock(Arc<AtomicI64>);

/// Needed by the extractor of notifications.
impl FromRef<Shop> for Notifications {
    fn from_ref(shop: &Shop) -> Self {
        shop.notifications.clone()
    }
}

impl Clock {
    /// Seconds since 1970.
    pub(crate) fn now(&self) -> i64 {
        DateTime::now().unix_timestamp() + self.0.load(Ordering::Relaxed)
    }

    pub(crate) fn put_forward(&self, by: Duration) -> i64 {
        let by = i64::try_from(by.as_secs()).unwrap_or(i64::MAX);
        self.0.fetch_add(by, Ordering::Relaxed).saturating_add(by)
    }
}

/// Orders.
impl Shop {
    /// Creates an order. Its number is in the books before the request is sent, so a crash cannot lose it. If the order has
    /// no `code_url`, its outcome is not known yet, or WeChat Pay refused it; the state says which.
    pub(crate) async fn order(&self, description: &str, total: Fen) -> Result<Order> {
        let order = self.write_down(description, total)?;
        if let Err(error) = self.submit(&order).await {
            log("ordering", &order, &error);
        }
        self.orders.find(&order.out_trade_no)?.ok_or_else(|| "the order is gone".into())
    }

    pub(crate) fn write_down(&self, description: &str, total: Fen) -> Result<Order> {
        let now = self.clock.now();
        let order = Order {
            out_trade_no: Numbers::new().number()?,
            state: State::Created,
            appid: APPID.to_owned(),
            mchid: self.client.merchant().id().to_owned(),
            description: description.to_owned(),
            total,
            notify_url: self.notify_url.clone(),
            expires: now + TIME_TO_PAY,
            code_url: None,
            transaction_id: None,
            refunds: 0,
            reason: String::new(),
        };
        self.orders.create(&order, now + FIRST_LOOK)?;
        Ok(order)
    }

    /// Sends an order to WeChat Pay, for the first time or again: the same number with the same parameters is the same order.
    pub(crate) async fn submit(&self, order: &Order) -> Result {
        let error = match self.client.send(&order.prepay()).await {
            Ok(prepay) => {
                let accepted = Happened::Accepted { code_url: &prepay.code_url };
                self.orders.happened(&order.out_trade_no, &accepted, "WeChat Pay accepted the order")?;
                return Ok(());
            }
            Err(error) => error,
        };
        match error.outcome() {
            // The order may exist, or may still arrive.
            Outcome::Unknown | Outcome::NotSent => later("ordering", order, &error),
            Outcome::Refused if is_for_later(&error) => later("ordering", order, &error),
            // A refusal of this call. An earlier call with the number may have made an order: ask.
            Outcome::Refused => match self.ask(order).await? {
                Asked::Absent => self.closed(order, &error.to_string()).map(drop),
                Asked::Open | Asked::Ended => later("ordering", order, &error),
            },
        }
    }

    /// Queries an open order, and closes it if it was not paid in time.
    pub(crate) async fn look_after(&self, order: &Order) -> Result {
        let asked = self.ask(order).await?;
        if asked == Asked::Ended || self.clock.now() < order.expires {
            return Ok(());
        }
        match self.client.send(&order.close()).await {
            Ok(()) => self.closed(order, "not paid in time").map(drop),
            // The user paid after the query.
            Err(error) if error.code() == Some(&ErrorCode::OrderPaid) => self.ask(order).await.map(drop),
            // The order never arrived, and its time to pay is over.
            Err(error) if is_absent(&error) => self.closed(order, "WeChat Pay does not know the order").map(drop),
            Err(error) => later("closing", order, &error),
        }
    }

    /// Queries an order at WeChat Pay. This finds a payment whose notification was lost.
    async fn ask(&self, order: &Order) -> Result<Asked> {
        let found = match self.client.send(&order.query()).await {
            Ok(found) => found,
            // The error's `code` alone is not enough: an unsigned answer proves nothing.
            Err(error) if is_absent(&error) => return Ok(Asked::Absent),
            Err(error) => return Err(error.into()),
        };
        match &found.trade_state {
            Some(TradeState::Success) => {
                let checked = found.check(&order.ordered());
                self.paid(order, found.transaction_id.as_deref(), checked, "a query found it paid")?;
            }
            Some(TradeState::Closed) => {
                self.closed(order, "a query found it closed")?;
            }
            Some(TradeState::NotPay) => return Ok(Asked::Open),
            other => {
                self.doubt(order, &format!("a query found the state {other:?}"))?;
            }
        }
        Ok(Asked::Ended)
    }

    /// Records a payment that WeChat Pay has confirmed, with the result of its comparison with the order. Returns true if
    /// the order's state changed. It changes to `paid` once, however often the payment is reported, and the
    /// [delivery](crate::delivery) is due from then on.
    pub(crate) fn paid(
        &self,
        order: &Order,
        transaction_id: Option<&str>,
        checked: std::result::Result<(), Vec<Difference>>,
        why: &str,
    ) -> Result<bool> {
        if let Err(differences) = checked {
            let differences: Vec<_> = differences.iter().map(ToString::to_string).collect();
            return self.doubt(order, &differences.join("; "));
        }
        let moved = self.orders.happened(&order.out_trade_no, &Happened::Paid { transaction_id }, why)?;
        if moved {
            self.parcels.notify_one();
        }
        let now = self.orders.find(&order.out_trade_no)?;
        if !moved && now.is_some_and(|order| order.state == State::Closed) {
            return self.doubt(order, "paid after it was closed");
        }
        Ok(moved)
    }

    fn closed(&self, order: &Order, why: &str) -> Result<bool> {
        self.orders.happened(&order.out_trade_no, &Happened::Closed, why)
    }

    /// Leaves an order to a person.
    fn doubt(&self, order: &Order, why: &str) -> Result<bool> {
        self.orders.happened(&order.out_trade_no, &Happened::Doubt, why)
    }
}

/// Refunds.
impl Shop {
    /// Refunds the whole amount of an order. Returns false if its state does not allow that. Of several callers at the same
    /// time, one succeeds.
    pub(crate) async fn refund(&self, out_trade_no: &str) -> Result<bool> {
        let asked = Happened::RefundAsked { look_at: self.clock.now() + FIRST_LOOK };
        if !self.orders.happened(out_trade_no, &asked, "a refund was requested")? {
            return Ok(false);
        }
        // Read again, because the statement has set the refund's number.
        let order = self.orders.find(out_trade_no)?.ok_or("the order is gone")?;
        if let Err(error) = self.submit_refund(&order).await {
            log("refunding", &order, &error);
        }
        Ok(true)
    }

    async fn submit_refund(&self, order: &Order) -> Result {
        match self.client.send(&order.refund()).await {
            Ok(refund) => self.refund_is(order, &refund),
            Err(error) if error.outcome() == Outcome::Refused && !is_for_later(&error) => {
                self.orders.happened(&order.out_trade_no, &Happened::RefundFailed, &error.to_string()).map(drop)
            }
            Err(error) => later("refunding", order, &error),
        }
    }

    /// Queries a refund, and sends the same request again if WeChat Pay has no refund with its number.
    pub(crate) async fn look_after_refund(&self, order: &Order) -> Result {
        // The refund was sent a while ago: if it is not there now, it will not arrive later.
        let asking = Asking::STANDARD.patience(Duration::ZERO).total(Duration::from_secs(20));
        match self.client.asking(asking).ask(&order.refund()).await? {
            Some(refund) => self.refund_is(order, &refund),
            None => self.submit_refund(order).await,
        }
    }

    fn refund_is(&self, order: &Order, refund: &Refund) -> Result {
        let refunded =
            Refunded { out_refund_no: &refund.out_refund_no, amount: refund.amount.refund, status: &refund.status };
        self.refunded(order, &refunded).map(drop)
    }

    /// Compares a refund that WeChat Pay reports with the requested one, and changes the order's state.
    pub(crate) fn refunded(&self, order: &Order, refund: &Refunded<'_>) -> Result<bool> {
        let (number, why) = (&order.out_trade_no, format!("the refund is {}", refund.status));
        if refund.out_refund_no != order.out_refund_no() || refund.amount != order.total {
            let other = format!("{why}, but it is {} over {}", refund.out_refund_no, refund.amount);
            return self.orders.happened(number, &Happened::Doubt, &other);
        }
        match refund.status {
            RefundStatus::Success => self.orders.happened(number, &Happened::Refunded, &why),
            RefundStatus::Closed => self.orders.happened(number, &Happened::RefundFailed, &why),
            RefundStatus::Processing => Ok(false),
            _ => self.orders.happened(number, &Happened::Doubt, &why),
        }
    }
}

/// Members of a refund that an answer and a notification have in common.
pub(crate) struct Refunded<'a> {
    pub(crate) out_refund_no: &'a str,
    pub(crate) amount: Fen,
    pub(crate) status: &'a RefundStatus,
}

/// Result of a query.
#[derive(PartialEq, Eq)]
enum Asked {
    /// A signed answer says that WeChat Pay does not know the order.
    Absent,
    /// The order is not paid yet.
    Open,
    /// The order is paid, closed, or left to a person; the books have it.
    Ended,
}

/// Tells whether the same call may be accepted later.
fn is_for_later(error: &Error) -> bool {
    matches!(error.code(), Some(ErrorCode::NotEnough | ErrorCode::FrequencyLimited | ErrorCode::SignError))
}

fn is_absent(error: &Error) -> bool {
    error.outcome() == Outcome::Refused && error.api().is_some_and(NativePrepay::is_absent)
}

/// Leaves an order to the timer, and logs the reason.
fn later(what: &str, order: &Order, error: &Error) -> Result {
    log(what, order, error);
    Ok(())
}

pub(crate) fn log(what: &str, order: &Order, error: &dyn Display) {
    eprintln!("    ({what} {}: {error})", order.out_trade_no);
}

const APPID: &str = "wxd678efh567hg6787";
/// Time in which an order can be paid, in seconds.
const TIME_TO_PAY: i64 = 30 * 60;
/// Time until the timer looks at a new order or refund, in seconds. Notifications are usually faster.
const FIRST_LOOK: i64 = 60;
