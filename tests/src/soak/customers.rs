//! The calls of customers: orders and what follows on them, transfers, and requests that have to be refused.

use std::sync::Arc;

use wxpay::client::Client;
use wxpay::endpoint::Endpoint;
use wxpay::error::Outcome;
use wxpay::pay::{Amount, AmountRequired, AppPrepay};
use wxpay::prelude::*;
use wxpay::settle::Settle;

use super::Failed;
use super::compare::{Call, CameTo, Entry, Settled};
use super::stage::{CALL, Stage};
use crate::{closing, order, order_query, refund, transfer};

/// Serves one customer after another, until enough calls are made.
pub(super) async fn customer(stage: Arc<Stage>, mut random: fastrand::Rng) -> Result<(), Failed> {
    while stage.goes_on() {
        let mut visit = Visit { stage: &stage, random: &mut random };
        if visit.happens(30) {
            visit.transfers().await;
        } else {
            visit.orders().await?;
        }
    }
    Ok(())
}

struct Visit<'a> {
    stage: &'a Stage,
    random: &'a mut fastrand::Rng,
}

impl Visit<'_> {
    /// Returns true in `percent` of a hundred cases.
    fn happens(&mut self, percent: u8) -> bool {
        self.random.u8(0..100) < percent
    }

    async fn orders(&mut self) -> Result<(), Failed> {
        let (number, total) = (format!("O{:09}", self.stage.number()), self.random.i64(2..100_000));
        let right = self.order(&number, total);
        if self.happens(5) {
            let mut wrong = right.clone();
            wrong.mchid = "1900000099".into();
            self.call("order of another merchant", &wrong, &right, Entry::Order(number, total)).await;
            return Ok(());
        }
        if self.happens(5) {
            self.look("query of nothing", &order_query(self.stage.sure_client(), &number)).await;
        }
        if !self.call("order", &right, &right, Entry::Order(number.clone(), total)).await {
            return Ok(());
        }
        if self.happens(20) {
            let other = self.order(&number, total + 1);
            self.call("same order, other amount", &other, &other, Entry::Order(number.clone(), total + 1)).await;
        }
        if self.happens(20) {
            self.call("same order again", &right, &right, Entry::Order(number.clone(), total)).await;
        }
        if self.happens(60) {
            self.stage.sandbox.pay_order(&number)?;
            self.refunds(&number, total).await;
            if self.happens(20) {
                let closing = closing(self.stage.sure_client(), &number);
                self.call("close of a paid order", &closing, &closing, Entry::Closed(number.clone())).await;
            }
        } else if self.happens(50) {
            let closing = closing(self.stage.sure_client(), &number);
            self.call("close", &closing, &closing, Entry::Closed(number.clone())).await;
        }
        if self.happens(40) {
            self.look("query", &order_query(self.stage.sure_client(), &number)).await;
        }
        Ok(())
    }

    fn order(&self, number: &str, total: i64) -> AppPrepay {
        let mut order = order(self.stage.sure_client(), number);
        order.notify_url.clone_from(&self.stage.notify_url);
        order.amount = Amount::new(AmountRequired { total: Fen::new(total) });
        order
    }

    async fn refunds(&mut self, order: &str, total: i64) {
        let (number, fen) = (format!("R{:09}", self.stage.number()), self.random.i64(1..total));
        let of = |number: &str, fen| {
            let mut refund = refund(order, number, fen);
            refund.amount.total = Fen::new(total);
            refund
        };
        let right = of(&number, fen);
        if !self.call("refund", &right, &right, Entry::Refund(number.clone(), fen)).await {
            return;
        }
        if self.happens(20) {
            let other = of(&number, fen + 1);
            self.call("same refund, other amount", &other, &other, Entry::Refund(number, fen + 1)).await;
        }
        if self.happens(20) {
            let (number, fen) = (format!("R{:09}", self.stage.number()), total - fen + 1);
            let much = of(&number, fen);
            self.call("refund of too much", &much, &much, Entry::Refund(number, fen)).await;
        }
    }

    async fn transfers(&mut self) {
        let (number, fen) = (format!("T{:09}", self.stage.number()), self.random.i64(30..400_000));
        let of = |fen| {
            let mut transfer = transfer(&number);
            transfer.transfer_amount = Fen::new(fen);
            transfer
        };
        let right = of(fen);
        if self.call("transfer", &right, &right, Entry::Transfer(number.clone(), fen)).await && self.happens(30) {
            let other = of(fen + 1);
            self.call("same transfer, other amount", &other, &other, Entry::Transfer(number.clone(), fen + 1)).await;
        }
    }

    /// Makes a call; if its outcome is unknown, asks by `question`. Returns true if it was done.
    async fn call<E: Settle>(&mut self, kind: &'static str, request: &E, question: &E, entry: Entry) -> bool {
        let client = self.stage.client(self.random);
        let (came_to, mut call) = self.send(client, kind, request).await;
        if came_to == CameTo::Unknown {
            call.settled = Some(self.ask(question).await);
        }
        let done = came_to == CameTo::Done || call.settled == Some(Settled::Done);
        self.stage.keep(Call { entry: Some(entry), ..call });
        done
    }

    /// Makes a query.
    async fn look(&mut self, kind: &'static str, request: &impl Endpoint) {
        let client = self.stage.client(self.random);
        let (came_to, mut call) = self.send(client, kind, request).await;
        // The unknown outcome of a query needs no question.
        call.settled = (came_to == CameTo::Unknown).then_some(Settled::NotDone);
        self.stage.keep(call);
    }

    async fn send(&self, client: &Client, kind: &'static str, request: &impl Endpoint) -> (CameTo, Call) {
        let id = self.stage.number();
        let result = CALL.scope(id, client.send(request)).await;
        let (came_to, error) = (CameTo::of(&result), result.err().map(|error| error.to_string()));
        let reached = self.stage.reached(id);
        (came_to, Call { id, kind, entry: None, came_to, settled: None, reached, error })
    }

    /// Asks over the same wires until the outcome is known. A refused question proves nothing, and is asked again.
    async fn ask<E: Settle>(&self, question: &E) -> Settled {
        for _ in 0..QUESTIONS {
            match CALL.scope(ASKING, self.stage.sure_client().ask(question)).await {
                Ok(Some(_)) => return Settled::Done,
                Ok(None) => return Settled::NotDone,
                Err(error) if error.outcome() == Outcome::Refused => return Settled::NotDone,
                Err(_) => {}
            }
        }
        Settled::Left
    }
}

/// The number that questions carry instead of a call's number.
const ASKING: u64 = 0;
const QUESTIONS: usize = 20;
