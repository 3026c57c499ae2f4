//! Concurrent acts, on threads without a runtime.

use std::collections::BTreeSet;
use std::thread;

use wxpay::prelude::*;
use wxpay_sandbox::Sandbox;
use wxpay_tests::{order, refund, transfer};

use super::sandbox;

/// The number of successes, if eight threads call `act` at the same time.
fn succeed<T, E>(act: impl Fn(usize) -> Result<T, E> + Sync) -> usize {
    let (threads, act) = (8, &act);
    thread::scope(|scope| {
        let acting: Vec<_> = (0..threads).map(|thread| scope.spawn(move || act(thread).is_ok())).collect();
        acting.into_iter().filter_map(|acting| acting.join().ok()).filter(|done| *done).count()
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn what_happens_once_happens_to_one_of_them() {
    let (sandbox, client) = sandbox().await;
    client.send(&order(&client, "ORDER1")).await.unwrap();
    let total = sandbox.orders().unwrap()[0].total;
    assert_eq!(succeed(|_| sandbox.pay_order("ORDER1")), 1);

    // Each of eight threads refunds a quarter: four of them can.
    let quarter = Fen::new(total.get() / 4);
    assert_eq!(succeed(|_| sandbox.refund_order("ORDER1", quarter)), 4);
    let refunded: i64 = sandbox.refunds().unwrap().iter().map(|refund| refund.refund.get()).sum();
    assert!(refunded <= total.get(), "{refunded} of {total}");

    client.send(&transfer("BILL1")).await.unwrap();
    let ended = succeed(|thread| match thread % 2 {
        0 => sandbox.accept_transfer("BILL1"),
        _ => sandbox.fail_transfer("BILL1", "PAYEE_ACCOUNT_ABNORMAL"),
    });
    assert_eq!(ended, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refund_ends_once_and_tells_once() {
    let (sandbox, client) = sandbox().await;
    client.send(&order(&client, "ORDER1")).await.unwrap();
    sandbox.pay_order("ORDER1").unwrap();
    client.send(&refund("ORDER1", "REFUND1", 10)).await.unwrap();
    let before = sandbox.notifications().unwrap().len();
    let ended = succeed(|thread| match thread % 3 {
        0 => sandbox.complete_refund("REFUND1"),
        1 => sandbox.bounce_refund("REFUND1"),
        _ => sandbox.close_refund("REFUND1"),
    });
    let told = sandbox.notifications().unwrap().len() - before;
    assert_eq!(ended, 1);
    assert!(told <= 1, "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn merchants_that_are_registered_at_once_have_numbers_of_their_own() {
    let sandbox = Sandbox::start().await.unwrap();
    let registered = thread::scope(|scope| {
        let register = |thread: usize| match thread % 2 {
            0 => sandbox.register_merchant(),
            _ => sandbox.register_brand(),
        };
        let registering: Vec<_> = (0..6).map(|thread| scope.spawn(move || register(thread))).collect();
        registering.into_iter().map(|registering| registering.join().unwrap().unwrap()).collect::<Vec<_>>()
    });
    let numbers: BTreeSet<_> = registered.iter().map(|credentials| &credentials.mchid).collect();
    assert_eq!(numbers.len(), registered.len(), "{numbers:?}");
}
