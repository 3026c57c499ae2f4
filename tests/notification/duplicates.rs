//! The same notification again.

use std::sync::Arc;
use std::time::Duration;

use http::StatusCode;
use wxpay::notification::{Claim, Guard, GuardError, Lease, MemoryGuard, OnceError, once};
use wxpay_tests::guards;

use super::{NOW, Parties};

#[tokio::test]
async fn a_repetition_has_another_signature_and_is_a_duplicate() {
    let guard = MemoryGuard::default();
    let parties = &Parties::all()[0];
    let body = parties.envelope().to_string().into_bytes();
    let mut handled = Vec::new();
    for time in [NOW, NOW, NOW + 15] {
        let headers = parties.signed_at(time, &body).await;
        let received = parties.notifications.receive::<serde_json::Value>(&headers, &body).await.unwrap();
        handled.push(once(&guard, &received.id, async { Ok::<_, String>("delivered") }).await.unwrap());
    }
    assert_eq!(handled, [Some("delivered"), None, None]);
}

#[tokio::test]
async fn memory_keeps_what_a_guard_promises() {
    guards::busy_until_it_is_given_back_or_done(&MemoryGuard::default()).await;
    let length = Duration::from_millis(500);
    guards::a_lease_ends(&MemoryGuard::default().lease(length), length).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_claims_at_once_exactly_one_is_the_first() {
    guards::of_many_at_once_one_is_the_first(&[Arc::new(MemoryGuard::new(1000))], 100).await;
}

#[tokio::test]
async fn a_claim_that_nobody_waits_for_is_not_made() {
    let guard = MemoryGuard::default();
    drop(guard.claim("EV-1"));
    let lease = guards::lease(guard.claim("EV-1").await.unwrap());
    drop(guard.release(lease));
    assert_eq!(guard.claim("EV-1").await.unwrap(), Claim::Busy);
}

#[tokio::test]
async fn work_that_fails_is_tried_again() {
    let guard = MemoryGuard::default();
    let error = once(&guard, "EV-1", async { Err::<(), _>("the database is away") }).await.unwrap_err();
    assert_eq!(
        (error.to_string().as_str(), error.status()),
        ("the database is away", StatusCode::INTERNAL_SERVER_ERROR)
    );
    assert_eq!(once(&guard, "EV-1", async { Ok::<_, String>(1) }).await.unwrap(), Some(1));
    assert_eq!(once(&guard, "EV-1", async { Ok::<_, String>(2) }).await.unwrap(), None);
}

#[tokio::test]
async fn meanwhile_it_is_said_to_come_again() {
    let guard = MemoryGuard::default();
    let handled = once(&guard, "EV-1", async {
        let meanwhile = once(&guard, "EV-1", async { Ok::<_, String>(()) }).await.unwrap_err();
        assert!(matches!(meanwhile, OnceError::Busy), "{meanwhile}");
        assert_eq!(meanwhile.reply().status(), StatusCode::SERVICE_UNAVAILABLE);
        Ok::<_, String>(())
    });
    assert_eq!(handled.await.unwrap(), Some(()));
}

#[tokio::test]
async fn work_that_nobody_waits_for_any_more_is_taken_up_after_its_lease() {
    let guard = MemoryGuard::default().lease(Duration::from_millis(500));
    let never = once(&guard, "EV-1", std::future::pending::<Result<(), String>>());
    tokio::time::timeout(Duration::from_millis(20), never).await.unwrap_err();
    assert!(matches!(once(&guard, "EV-1", async { Ok::<_, String>(()) }).await, Err(OnceError::Busy)));
    tokio::time::sleep(Duration::from_millis(600)).await;
    assert_eq!(once(&guard, "EV-1", async { Ok::<_, String>(()) }).await.unwrap(), Some(()));
}

/// A guard whose memory is away, from the start or once the claim was made.
struct Away {
    claims: bool,
}

impl Guard for Away {
    fn claim<'a>(&'a self, id: &'a str) -> wxpay::crypto::BoxFuture<'a, Result<Claim, GuardError>> {
        let claim = if self.claims { Ok(Claim::First(Lease::new(id, "1"))) } else { Err(GuardError("away".into())) };
        Box::pin(std::future::ready(claim))
    }

    fn complete(&self, _: Lease) -> wxpay::crypto::BoxFuture<'_, Result<(), GuardError>> {
        Box::pin(std::future::ready(Err(GuardError("away".into()))))
    }

    fn release(&self, _: Lease) -> wxpay::crypto::BoxFuture<'_, Result<(), GuardError>> {
        Box::pin(std::future::ready(Err(GuardError("away".into()))))
    }
}

#[tokio::test]
async fn without_the_guards_memory_nothing_is_handled() {
    let mut handled = false;
    let work = async {
        handled = true;
        Ok::<_, String>(())
    };
    let error = once(&Away { claims: false }, "EV-1", work).await.unwrap_err();
    assert_eq!(error.to_string(), "the duplicate guard cannot be asked: away");
    assert_eq!(error.reply().status(), StatusCode::SERVICE_UNAVAILABLE);
    assert!(!handled);
}

#[tokio::test]
async fn work_has_the_outcome_it_has_though_the_guard_is_gone_by_then() {
    let guard = Away { claims: true };
    assert_eq!(once(&guard, "EV-1", async { Ok::<_, String>(1) }).await.unwrap(), Some(1));
    let error = once(&guard, "EV-1", async { Err::<(), _>("no") }).await.unwrap_err();
    assert!(matches!(error, OnceError::Failed("no")), "{error}");
}
