//! The same notification again.

use std::sync::Arc;

use wxpay::notification::{Claim, Guard, MemoryGuard};

use super::{NOW, Parties};

#[tokio::test]
async fn a_repetition_has_another_signature_and_is_a_duplicate() {
    let guard = MemoryGuard::default();
    let parties = &Parties::all()[0];
    let body = parties.envelope().to_string().into_bytes();
    for (time, expected) in [(NOW, Claim::First), (NOW, Claim::Duplicate), (NOW + 15, Claim::Duplicate)] {
        let headers = parties.signed_at(time, &body).await;
        let received = parties.notifications.receive::<serde_json::Value>(&headers, &body).await.unwrap();
        assert_eq!(guard.claim(&received.id).await.unwrap(), expected);
    }
    guard.release("EV-2018022511223320873").await.unwrap();
    assert_eq!(guard.claim("EV-2018022511223320873").await.unwrap(), Claim::First);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_claims_at_once_exactly_one_is_the_first() {
    let guard: Arc<dyn Guard> = Arc::new(MemoryGuard::new(1000));
    for round in 0..50 {
        let claims: Vec<_> = (0..100)
            .map(|_| {
                let guard = guard.clone();
                tokio::spawn(async move { guard.claim(&format!("EV-{round}")).await.unwrap() })
            })
            .collect();
        let mut first = 0;
        for claim in claims {
            first += usize::from(claim.await.unwrap() == Claim::First);
        }
        assert_eq!(first, 1, "round {round}");
    }
}

#[tokio::test]
async fn a_claim_that_nobody_waits_for_is_not_made() {
    let guard = MemoryGuard::default();
    drop(guard.claim("EV-1"));
    assert_eq!(guard.claim("EV-1").await.unwrap(), Claim::First);
    drop(guard.release("EV-1"));
    assert_eq!(guard.claim("EV-1").await.unwrap(), Claim::Duplicate);
}
