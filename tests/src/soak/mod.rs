//! The soundness soak: many concurrent calls, with a fault in every third exchange. Afterwards it compares what the client
//! reported with what the proxies saw and with the sandbox's books.

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

/// The size of a soak.
#[derive(Debug, Clone, Copy)]
pub struct Soak {
    /// Number of calls.
    pub calls: usize,
    /// Number of concurrent calls.
    pub concurrency: usize,
    /// Seed of the random numbers.
    pub seed: u64,
}

/// An error of the soak itself.
pub type Failed = Box<dyn StdError + Send + Sync>;

impl Soak {
    /// Makes the calls, and compares the records.
    ///
    /// # Errors
    /// The soak cannot run. Contradictions are in the report.
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
