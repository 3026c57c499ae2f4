//! The soundness soak: many calls at once, with something going wrong in every third exchange; afterwards what the client
//! said is compared with what the proxies saw and with the sandbox's books.

pub mod compare;
mod customers;
mod report;
mod seen;
mod stage;

pub use report::Report;

use std::error::Error as StdError;

use tokio::task::JoinSet;

use self::compare::{Entry, contradictions};
use self::customers::customer;
use self::stage::Stage;

/// How much of it.
#[derive(Debug, Clone, Copy)]
pub struct Soak {
    /// How many calls.
    pub calls: usize,
    /// How many at once.
    pub concurrency: usize,
    /// What chance begins with.
    pub seed: u64,
}

/// The soak itself could not be done.
pub type Failed = Box<dyn StdError + Send + Sync>;

impl Soak {
    /// Makes the calls, and compares.
    ///
    /// # Errors
    /// It cannot be done. What does not fit together is in the report.
    pub async fn run(self) -> Result<Report, Failed> {
        let stage = Stage::new(self).await?;
        let watcher = tokio::spawn(stage.clone().watch());
        let mut customers = JoinSet::new();
        let mut random = fastrand::Rng::with_seed(self.seed);
        for _ in 0..self.concurrency {
            customers.spawn(customer(stage.clone(), random.fork()));
        }
        while let Some(customer) = customers.join_next().await {
            customer??;
        }
        let seen = stage.all_seen().await;
        watcher.abort();
        let (calls, books) = (stage.take_calls(), books(&stage)?);
        let mut wrong = contradictions(&calls, &seen.replies, &books);
        if seen.stray > 0 {
            wrong.push(format!("{} requests belong to no call", seen.stray));
        }
        Ok(Report::new(&calls, &seen, &books, wrong))
    }
}

fn books(stage: &Stage) -> Result<Vec<Entry>, Failed> {
    let mut books = Vec::new();
    for order in stage.sandbox.orders()? {
        if order.state == wxpay::pay::TradeState::Closed {
            books.push(Entry::Closed(order.out_trade_no.clone()));
        }
        books.push(Entry::Order(order.out_trade_no, order.total.get()));
    }
    let refunds = stage.sandbox.refunds()?.into_iter();
    books.extend(refunds.map(|refund| Entry::Refund(refund.out_refund_no, refund.refund.get())));
    let transfers = stage.sandbox.transfers()?.into_iter();
    books.extend(transfers.map(|transfer| Entry::Transfer(transfer.out_bill_no, transfer.transfer_amount.get())));
    Ok(books)
}
