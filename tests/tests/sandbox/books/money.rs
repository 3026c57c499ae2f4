//! Money, in any sequence of steps: nobody gets more than was paid, states move along the documented edges only, and later
//! queries confirm the answers.

use std::collections::HashMap;

use proptest::prelude::*;
use proptest::test_runner::Config;
use tokio::runtime::{Builder, Runtime};
use wxpay::client::Client;
use wxpay::error::Outcome;
use wxpay::pay::{Amount, AmountRequired, TradeState};
use wxpay::prelude::*;
use wxpay::profit_sharing::{QuerySharing, QuerySharingRequired, ShareResult};
use wxpay::refund::{QueryRefund, QueryRefundRequired, RefundStatus};
use wxpay_sandbox::{BookedOrder, Sandbox};
use wxpay_tests::{closing, order_query, refund};

use super::later;
use super::sharings::{MERCHANT, merchant, shared_order, sharing, taking_back, unfreezing};

/// A step of a user, a bank or a merchant. Small numbers stand for orders, refunds, sharings and returns, so that steps meet.
#[derive(Debug, Clone)]
enum Step {
    Order { order: u8, total: i64 },
    Pay { order: u8 },
    Close { order: u8 },
    Refund { order: u8, refund: u8, amount: i64 },
    EndRefund { refund: u8, status: RefundStatus },
    Share { order: u8, sharing: u8, amount: i64, unfreeze: bool },
    Unfreeze { order: u8, sharing: u8 },
    EndSharing { sharing: u8, closed: bool },
    TakeBack { sharing: u8, back: u8, amount: i64 },
    EndReturn { back: u8, failed: bool },
    Wait { seconds: i64 },
}

fn step() -> impl Strategy<Value = Step> {
    let (order, number, amount) = (|| 0..2_u8, || 0..3_u8, || 20..=90_i64);
    let end = prop_oneof![4 => Just(RefundStatus::Success), 1 => Just(RefundStatus::Closed), 1 => Just(RefundStatus::Abnormal)];
    let wait = prop_oneof![8 => Just(61), 2 => 1..3600_i64, 1 => Just(31 * 24 * 3600)];
    prop_oneof![
        3 => (order(), prop_oneof![9 => Just(100), 1 => Just(99)]).prop_map(|(order, total)| Step::Order { order, total }),
        4 => order().prop_map(|order| Step::Pay { order }),
        1 => order().prop_map(|order| Step::Close { order }),
        4 => (order(), number(), amount()).prop_map(|(order, refund, amount)| Step::Refund { order, refund, amount }),
        3 => (number(), end).prop_map(|(refund, status)| Step::EndRefund { refund, status }),
        5 => (order(), number(), amount(), prop::bool::weighted(0.1))
            .prop_map(|(order, sharing, amount, unfreeze)| Step::Share { order, sharing, amount, unfreeze }),
        1 => (order(), number()).prop_map(|(order, sharing)| Step::Unfreeze { order, sharing }),
        6 => (number(), prop::bool::weighted(0.2)).prop_map(|(sharing, closed)| Step::EndSharing { sharing, closed }),
        6 => (number(), number(), amount()).prop_map(|(sharing, back, amount)| Step::TakeBack { sharing, back, amount }),
        6 => (number(), prop::bool::weighted(0.2)).prop_map(|(back, failed)| Step::EndReturn { back, failed }),
        2 => wait.prop_map(|seconds| Step::Wait { seconds }),
    ]
}

/// A sandbox, its client, and the states that were seen so far.
struct World {
    sandbox: Sandbox,
    client: Client,
    time: i64,
    orders: HashMap<String, TradeState>,
    refunds: HashMap<String, RefundStatus>,
    shares: Vec<ShareResult>,
}

impl World {
    async fn new() -> Self {
        let sandbox = Sandbox::start().await.unwrap();
        let client = sandbox.client().unwrap();
        client.send(&merchant()).await.unwrap();
        let (orders, refunds) = (HashMap::new(), HashMap::new());
        Self { sandbox, client, time: 0, orders, refunds, shares: Vec::new() }
    }

    /// Takes the step, as far as that is possible. A refusal is final: no outcome is unknown.
    async fn take(&mut self, step: &Step) {
        let Self { sandbox, client, .. } = self;
        let order = |order: &u8| format!("ORDER{order}");
        match step {
            Step::Order { order: number, total } => {
                let mut wanted = shared_order(client, &order(number));
                wanted.amount = Amount::new(AmountRequired { total: Fen::new(*total) });
                settled(client.send(&wanted).await);
            }
            Step::Pay { order: number } => drop(sandbox.pay_order(&order(number))),
            Step::Close { order: number } => {
                // A number that is closed before it is ordered can never be ordered.
                if self.orders.contains_key(&order(number)) {
                    settled(client.send(&closing(client, &order(number))).await);
                }
            }
            Step::Refund { order: number, refund: part, amount } => {
                settled(client.send(&refund(&order(number), &format!("REFUND{part}"), *amount)).await);
            }
            Step::EndRefund { refund, status } => {
                let number = format!("REFUND{refund}");
                drop(match status {
                    RefundStatus::Success => sandbox.complete_refund(&number),
                    RefundStatus::Closed => sandbox.close_refund(&number),
                    _ => sandbox.bounce_refund(&number),
                });
            }
            Step::Share { order: number, sharing: part, amount, unfreeze } => {
                let mut wanted =
                    sharing(&self.transaction(&order(number)), &format!("SHARE{part}"), &[(MERCHANT, *amount)]);
                wanted.unfreeze_unsplit = *unfreeze;
                settled(self.client.send(&wanted).await);
            }
            Step::Unfreeze { order: number, sharing } => {
                let wanted = unfreezing(&self.transaction(&order(number)), &format!("SHARE{sharing}"));
                settled(self.client.send(&wanted).await);
            }
            Step::EndSharing { sharing, closed } => {
                let number = format!("SHARE{sharing}");
                drop(match closed {
                    true => sandbox.close_share(&number, MERCHANT, "ACCOUNT_ABNORMAL"),
                    false => sandbox.complete_sharing(&number),
                });
            }
            Step::TakeBack { sharing, back, amount } => {
                settled(client.send(&taking_back(&format!("SHARE{sharing}"), &format!("BACK{back}"), *amount)).await);
            }
            Step::EndReturn { back, failed } => {
                let number = format!("BACK{back}");
                drop(match failed {
                    true => sandbox.fail_return(&number, "BALANCE_NOT_ENOUGH"),
                    false => sandbox.complete_return(&number),
                });
            }
            Step::Wait { seconds } => {
                self.time += seconds;
                self.client = later(&self.sandbox, self.time);
            }
        }
    }

    /// WeChat Pay's number for the payment of an order, or a number of no payment.
    fn transaction(&self, out_trade_no: &str) -> String {
        let orders = self.sandbox.orders().unwrap();
        let order = orders.into_iter().find(|order| order.out_trade_no == out_trade_no);
        order.and_then(|order| order.transaction_id).unwrap_or_else(|| "4200".to_owned())
    }

    /// Checks what has to hold in the books after every step.
    fn check_books(&mut self) {
        for order in self.sandbox.orders().unwrap() {
            self.check_money(&order);
            let before = self.orders.insert(order.out_trade_no, order.state.clone()).unwrap_or(TradeState::NotPay);
            assert!(trade_edge(&before, &order.state), "{before:?} became {:?}", order.state);
        }
        for refund in self.sandbox.refunds().unwrap() {
            let before = self.refunds.insert(refund.out_refund_no, refund.status.clone());
            let before = before.unwrap_or(RefundStatus::Processing);
            assert!(refund_edge(&before, &refund.status), "{before:?} became {:?}", refund.status);
        }
        let before = std::mem::take(&mut self.shares);
        for (index, share) in self.sandbox.shares().unwrap().into_iter().enumerate() {
            let before = before.get(index).unwrap_or(&ShareResult::Pending);
            assert!(*before == share.result || *before == ShareResult::Pending, "{before:?} became {:?}", share.result);
            assert!(share.returned <= share.amount, "{share:?}");
            assert!(share.returned.get() == 0 || share.result == ShareResult::Success, "{share:?}");
            self.shares.push(share.result);
        }
    }

    /// Checks that queries return what the books have.
    async fn check_answers(&self) {
        for order in self.sandbox.orders().unwrap() {
            let found = self.client.send(&order_query(&self.client, &order.out_trade_no)).await.unwrap();
            assert_eq!((found.trade_state.unwrap(), found.transaction_id), (order.state, order.transaction_id));
        }
        for refund in self.sandbox.refunds().unwrap() {
            let query = QueryRefund::new(QueryRefundRequired { out_refund_no: refund.out_refund_no });
            let found = self.client.send(&query).await.unwrap();
            assert_eq!((found.status, found.amount.refund), (refund.status, refund.refund));
            assert_eq!(found.refund_id, refund.refund_id);
        }
        for share in self.sandbox.shares().unwrap() {
            let (transaction_id, out_order_no) = (share.transaction_id, share.out_order_no);
            let query = QuerySharing::new(QuerySharingRequired { transaction_id, out_order_no });
            let found = self.client.send(&query).await.unwrap().receivers.unwrap();
            let same = found.iter().any(|found| {
                (&found.account, found.amount, &found.result) == (&share.account, share.amount, &share.result)
            });
            assert!(same, "{found:?}");
        }
    }

    /// Checks that refunds and the shares of others do not exceed the payment.
    fn check_money(&self, order: &BookedOrder) {
        let refunds = self.sandbox.refunds().unwrap();
        let refunds = refunds.iter().filter(|refund| refund.out_trade_no == order.out_trade_no);
        let refunded: i64 =
            refunds.filter(|refund| refund.status != RefundStatus::Closed).map(|refund| refund.refund.get()).sum();
        let shares = self.sandbox.shares().unwrap();
        let shares = shares.iter().filter(|share| Some(&share.transaction_id) == order.transaction_id.as_ref());
        let shares: Vec<_> = shares.filter(|share| share.result != ShareResult::Closed).collect();
        let others = shares.iter().filter(|share| !share.own);
        let shared: i64 = others.map(|share| share.amount.get() - share.returned.get()).sum();
        let paid = if order.transaction_id.is_some() { order.total.get() } else { 0 };
        assert!(refunded + shared <= paid, "{refunded} refunded and {shared} shared of {paid}");
        let divided: i64 = shares.iter().map(|share| share.amount.get()).sum();
        assert!(divided <= paid, "{divided} divided of {paid}");
    }
}

fn settled<T>(answer: Result<T, wxpay::error::Error>) {
    if let Err(error) = answer {
        assert_eq!(error.outcome(), Outcome::Refused, "{error}");
    }
}

fn trade_edge(before: &TradeState, after: &TradeState) -> bool {
    before == after
        || matches!(
            (before, after),
            (TradeState::NotPay, TradeState::Success | TradeState::Closed | TradeState::Refund)
                | (TradeState::Success, TradeState::Refund)
        )
}

fn refund_edge(before: &RefundStatus, after: &RefundStatus) -> bool {
    before == after || *before == RefundStatus::Processing
}

fn runtime() -> Runtime {
    Builder::new_current_thread().enable_all().build().unwrap()
}

proptest! {
    #![proptest_config(Config { cases: 32, max_shrink_iters: 200, failure_persistence: None, ..Config::default() })]

    #[test]
    fn nobody_gets_more_than_was_paid_and_states_keep_to_their_edges(steps in prop::collection::vec(step(), 1..70)) {
        runtime().block_on(async {
            let mut world = World::new().await;
            let beginning = [Step::Order { order: 0, total: 100 }, Step::Pay { order: 0 }, Step::Wait { seconds: 61 }];
            for step in beginning.iter().chain(&steps) {
                world.take(step).await;
                world.check_books();
            }
            world.check_answers().await;
        });
    }
}
