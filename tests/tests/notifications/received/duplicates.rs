//! Repetitions of a notification.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use http::StatusCode;
use wxpay::crypto::BoxFuture;
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
        handled.push(once(&guard, &received.guard_id(), async { Ok::<_, String>("delivered") }).await.unwrap());
    }
    assert_eq!(handled, [Some("delivered"), None, None]);
}

#[tokio::test]
async fn memory_keeps_what_a_guard_promises() {
    guards::busy_until_it_is_given_back_or_done(&MemoryGuard::default()).await;
    let length = Duration::from_millis(500);
    guards::a_lease_ends(&MemoryGuard::default().lease(length), length).await;
}

#[tokio::test]
async fn no_duration_weakens_memory() {
    for lease in guards::DURATIONS {
        guards::guards_for_more_than_a_moment(&MemoryGuard::default().lease(lease), &format!("{lease:?}")).await;
    }
}

#[tokio::test]
async fn a_full_memory_is_busy_and_forgets_no_claim() {
    let guard = MemoryGuard::new(2).lease(Duration::from_millis(200));
    let held = guards::lease(guard.claim("A").await.unwrap());
    let other = guards::lease(guard.claim("B").await.unwrap());
    for id in ["C", "A", "B", "D"] {
        assert_eq!(guard.claim(id).await.unwrap(), Claim::Busy, "{id}");
    }
    guard.complete(held).await.unwrap();
    guard.release(other).await.unwrap();
    let _held = guards::lease(guard.claim("C").await.unwrap());
    let _held = guards::lease(guard.claim("D").await.unwrap());
    assert_eq!(guard.claim("A").await.unwrap(), Claim::Duplicate, "completed notifications take no room from claims");
    assert_eq!(guard.claim("E").await.unwrap(), Claim::Busy);
    tokio::time::sleep(Duration::from_millis(250)).await;
    assert!(matches!(guard.claim("E").await.unwrap(), Claim::First(_)), "leases that have ended make room");
}

#[tokio::test]
async fn two_merchants_with_one_number_are_both_handled() {
    let guard = MemoryGuard::default();
    let parties = &Parties::all()[0];
    let body = parties.envelope().to_string().into_bytes();
    let headers = parties.signed_at(NOW, &body).await;
    let received = parties.notifications.receive::<serde_json::Value>(&headers, &body).await.unwrap();
    let mut others = received.clone();
    others.receiver = "1900000099".into();
    let mut handled = 0;
    for notification in [&received, &others, &received, &others] {
        for id in [notification.guard_id(), notification.guard_id_of("20260101000001")] {
            handled += usize::from(once(&guard, &id, async { Ok::<_, String>(()) }).await.unwrap().is_some());
        }
    }
    assert_eq!(handled, 4, "once for each merchant and ID");
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

/// A guard whose memory is unavailable, from the start or after the claim.
#[derive(Default)]
struct Away {
    claims: bool,
    /// Number of completions that fail before one succeeds.
    fails: AtomicUsize,
    unrecorded: Mutex<Vec<String>>,
}

impl Guard for Away {
    fn claim<'a>(&'a self, id: &'a str) -> wxpay::crypto::BoxFuture<'a, Result<Claim, GuardError>> {
        let claim = if self.claims { Ok(Claim::First(Lease::new(id, "1"))) } else { Err(GuardError::new("away")) };
        Box::pin(std::future::ready(claim))
    }

    fn complete(&self, _: Lease) -> wxpay::crypto::BoxFuture<'_, Result<(), GuardError>> {
        let left = self.fails.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1));
        Box::pin(std::future::ready(left.map_or(Ok(()), |_| Err(GuardError::new("away")))))
    }

    fn unrecorded(&self, id: &str, error: &GuardError) {
        self.unrecorded.lock().unwrap().push(format!("{id}: {error}"));
    }

    fn release(&self, _: Lease) -> wxpay::crypto::BoxFuture<'_, Result<(), GuardError>> {
        Box::pin(std::future::ready(Err(GuardError::new("away"))))
    }
}

#[tokio::test]
async fn without_the_guards_memory_nothing_is_handled() {
    let mut handled = false;
    let work = async {
        handled = true;
        Ok::<_, String>(())
    };
    let error = once(&Away::default(), "EV-1", work).await.unwrap_err();
    assert_eq!(error.to_string(), "the duplicate guard cannot be asked: away");
    assert_eq!(error.reply().status(), StatusCode::SERVICE_UNAVAILABLE);
    assert!(!handled);
}

#[tokio::test]
async fn work_has_the_outcome_it_has_though_the_guard_is_gone_by_then() {
    let guard = Away { claims: true, fails: AtomicUsize::new(2), ..Away::default() };
    assert_eq!(once(&guard, "EV-1", async { Ok::<_, String>(1) }).await.unwrap(), Some(1));
    assert_eq!(
        *guard.unrecorded.lock().unwrap(),
        ["EV-1: the duplicate guard cannot be asked: away"],
        "and the failure is reported"
    );
    let error = once(&guard, "EV-1", async { Err::<(), _>("no") }).await.unwrap_err();
    assert!(matches!(error, OnceError::Failed("no")), "{error}");
}

#[tokio::test]
async fn a_guard_that_was_away_for_a_moment_is_told_a_second_time() {
    let guard = Away { claims: true, fails: AtomicUsize::new(1), ..Away::default() };
    assert_eq!(once(&guard, "EV-1", async { Ok::<_, String>(1) }).await.unwrap(), Some(1));
    assert_eq!((guard.fails.into_inner(), guard.unrecorded.into_inner().unwrap().len()), (0, 0));
}

/// A guard that panics at one step: when it is called, or when its future is polled.
#[derive(Default)]
struct Panicking {
    memory: MemoryGuard,
    step: &'static str,
    at_once: bool,
}

impl Panicking {
    fn at<'a, T: 'a>(&self, step: &str, other: BoxFuture<'a, T>) -> BoxFuture<'a, T> {
        match (self.step == step, self.at_once) {
            (false, _) => other,
            (true, true) => panic!("at {step}"),
            (true, false) => Box::pin(async { panic!("polled") }),
        }
    }
}

impl Guard for Panicking {
    fn claim<'a>(&'a self, id: &'a str) -> BoxFuture<'a, Result<Claim, GuardError>> {
        self.at("claim", self.memory.claim(id))
    }

    fn complete(&self, lease: Lease) -> BoxFuture<'_, Result<(), GuardError>> {
        self.at("complete", self.memory.complete(lease))
    }

    fn release(&self, lease: Lease) -> BoxFuture<'_, Result<(), GuardError>> {
        self.at("release", self.memory.release(lease))
    }

    fn unrecorded(&self, _: &str, _: &GuardError) {
        panic!("at unrecorded");
    }
}

#[tokio::test]
async fn a_guard_that_panics_cannot_be_asked_and_no_work_is_lost() {
    for at_once in [true, false] {
        let guard = |step| Panicking { step, at_once, ..Panicking::default() };
        let refused = once(&guard("claim"), "E", async { Ok::<_, String>(()) }).await.unwrap_err();
        assert!(matches!(refused, OnceError::Guard(_)), "{refused}");
        assert_eq!(refused.reply().status(), StatusCode::SERVICE_UNAVAILABLE);
        let done = once(&guard("complete"), "E", async { Ok::<_, String>("delivered") }).await.unwrap();
        assert_eq!(done, Some("delivered"));
        let failed = once(&guard("release"), "E", async { Err::<(), _>("the database is away") }).await.unwrap_err();
        assert!(matches!(failed, OnceError::Failed("the database is away")), "{failed}");
        assert!(failed.reply().status().is_server_error());
    }
}

#[test]
fn a_guard_that_panics_cannot_be_asked_without_async_either() {
    let parties = &Parties::all()[0];
    let builder = super::builder(parties.backend, &parties.wire);
    let builder = builder.platform_public_key_pem(super::KEY_ID, &wxpay_tests::keys::Key::shared().spki);
    let notifications = builder.build_blocking().unwrap().notifications().unwrap();
    for at_once in [true, false] {
        let guard = |step| Panicking { step, at_once, ..Panicking::default() };
        notifications.claim(&guard("claim"), "E").unwrap_err();
        notifications.complete(&guard("complete"), Lease::new("E", "1")).unwrap_err();
        notifications.release(&guard("release"), Lease::new("E", "1")).unwrap_err();
    }
}
