//! What the shop does at WeChat Pay. Everything is written down before it is asked for, and what an answer does not say
//! is left to the [timer](crate::clock): no outcome is ever guessed.

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
    /// Where WeChat Pay reports to.
    pub(crate) notify_url: String,
    pub(crate) clock: Clock,
    /// A notification is there.
    pub(crate) mail: Arc<Notify>,
    pub(crate) deliverer: Arc<dyn Deliverer>,
    /// Something is paid.
    pub(crate) parcels: Arc<Notify>,
}

/// The machine's clock, which a story can put forward.
#[derive(Clone, Default)]
pub(crate) struct Clock(Arc<AtomicI64>);

/// For the extractor of notifications.
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
    /// Takes an order: its number is in the books before WeChat Pay hears of it, so that no crash can lose it. Without a
    /// `code_url` the outcome is not known yet, or nothing was made of it; its state says which.
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

    /// Orders at WeChat Pay, for the first time or again: the same number with the same parameters is the same order.
    pub(crate) async fn submit(&self, order: &Order) -> Result {
        let error = match self.client.send(&order.prepay()).await {
            Ok(prepay) => {
                let accepted = Happened::Accepted { code_url: &prepay.code_url };
                self.orders.happened(&order.out_trade_no, &accepted, "WeChat Pay has accepted it")?;
                return Ok(());
            }
            Err(error) => error,
        };
        match error.outcome() {
            // It may be there, or may still get there.
            Outcome::Unknown | Outcome::NotSent => later("ordering", order, &error),
            Outcome::Refused if is_for_later(&error) => later("ordering", order, &error),
            // A refusal, after something else was made of this number, or after nothing.
            Outcome::Refused => match self.ask(order).await? {
                Asked::Absent => self.closed(order, &error.to_string()).map(drop),
                Asked::Open | Asked::Ended => later("ordering", order, &error),
            },
        }
    }

    /// Looks after an order that is open: asks, and closes it if nobody has paid in time.
    pub(crate) async fn look_after(&self, order: &Order) -> Result {
        let asked = self.ask(order).await?;
        if asked == Asked::Ended || self.clock.now() < order.expires {
            return Ok(());
        }
        match self.client.send(&order.close()).await {
            Ok(()) => self.closed(order, "nobody has paid in time").map(drop),
            // The user was faster.
            Err(error) if error.code() == Some(&ErrorCode::OrderPaid) => self.ask(order).await.map(drop),
            // It never arrived, and its time to pay is over.
            Err(error) if is_absent(&error) => self.closed(order, "WeChat Pay knows no such order").map(drop),
            Err(error) => later("closing", order, &error),
        }
    }

    /// Asks WeChat Pay, which is how a payment is known whose notification was lost.
    async fn ask(&self, order: &Order) -> Result<Asked> {
        let found = match self.client.send(&order.query()).await {
            Ok(found) => found,
            // `code` alone is not enough: what is not signed proves nothing.
            Err(error) if is_absent(&error) => return Ok(Asked::Absent),
            Err(error) => return Err(error.into()),
        };
        match &found.trade_state {
            Some(TradeState::Success) => {
                let checked = found.check(&order.ordered());
                self.paid(order, found.transaction_id.as_deref(), checked, "asked, and it is paid")?;
            }
            Some(TradeState::Closed) => {
                self.closed(order, "asked, and it is closed")?;
            }
            Some(TradeState::NotPay) => return Ok(Asked::Open),
            other => {
                self.doubt(order, &format!("asked, and it is {other:?}"))?;
            }
        }
        Ok(Asked::Ended)
    }

    /// A payment that WeChat Pay has confirmed, compared with the order; whether it has moved the order. To `paid` it
    /// moves once, however often it is reported, and with that the books know of a [delivery](crate::delivery).
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
            return self.doubt(order, "it is paid, and was closed");
        }
        Ok(moved)
    }

    fn closed(&self, order: &Order, why: &str) -> Result<bool> {
        self.orders.happened(&order.out_trade_no, &Happened::Closed, why)
    }

    /// A person has to look.
    fn doubt(&self, order: &Order, why: &str) -> Result<bool> {
        self.orders.happened(&order.out_trade_no, &Happened::Doubt, why)
    }
}

/// Refunds.
impl Shop {
    /// Gives the whole of an order back; whether that could be asked for. Of several who ask at once, one does.
    pub(crate) async fn refund(&self, out_trade_no: &str) -> Result<bool> {
        let asked = Happened::RefundAsked { look_at: self.clock.now() + FIRST_LOOK };
        if !self.orders.happened(out_trade_no, &asked, "a refund was asked for")? {
            return Ok(false);
        }
        // Read again, since it is the books that know the refund's number.
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

    /// Looks after a refund: asks, and sends the same again if WeChat Pay has none of its number.
    pub(crate) async fn look_after_refund(&self, order: &Order) -> Result {
        // It was sent a while ago: what is not there now does not come any more.
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

    /// What WeChat Pay says about a refund, compared with the one that was asked for.
    pub(crate) fn refunded(&self, order: &Order, refund: &Refunded<'_>) -> Result<bool> {
        let (number, why) = (&order.out_trade_no, format!("the refund is {}", refund.status));
        if refund.out_refund_no != order.out_refund_no() || refund.amount != order.total {
            let other = format!("{why}, but it is {} of {}", refund.out_refund_no, refund.amount);
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

/// What an answer and a notification have in common.
pub(crate) struct Refunded<'a> {
    pub(crate) out_refund_no: &'a str,
    pub(crate) amount: Fen,
    pub(crate) status: &'a RefundStatus,
}

/// What asking came to.
#[derive(PartialEq, Eq)]
enum Asked {
    /// WeChat Pay has signed that it knows no such order.
    Absent,
    /// Nobody has paid.
    Open,
    /// Paid, closed, or for a person; the books know.
    Ended,
}

/// The same call may be accepted later.
fn is_for_later(error: &Error) -> bool {
    matches!(error.code(), Some(ErrorCode::NotEnough | ErrorCode::FrequencyLimited | ErrorCode::SignError))
}

fn is_absent(error: &Error) -> bool {
    error.outcome() == Outcome::Refused && error.api().is_some_and(NativePrepay::is_absent)
}

/// What is not settled now is left to the timer.
fn later(what: &str, order: &Order, error: &Error) -> Result {
    log(what, order, error);
    Ok(())
}

pub(crate) fn log(what: &str, order: &Order, error: &dyn Display) {
    eprintln!("    ({what} {}: {error})", order.out_trade_no);
}

const APPID: &str = "wxd678efh567hg6787";
/// How long an order can be paid, in seconds.
const TIME_TO_PAY: i64 = 30 * 60;
/// When the timer looks after something new, in seconds. Notifications are faster, as a rule.
const FIRST_LOOK: i64 = 60;
