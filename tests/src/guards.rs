//! Checks that every duplicate guard has to pass, wherever it stores its claims.

use std::sync::Arc;
use std::time::Duration;

use wxpay::notification::{Claim, Guard, Lease};

/// The lease of a claim that is the first.
///
/// # Panics
/// The claim is not the first.
pub fn lease(claim: Claim) -> Lease {
    match claim {
        Claim::First(lease) => lease,
        other => panic!("{other:?}"),
    }
}

/// A claimed notification is busy until it is released, and a duplicate once it is completed.
///
/// # Panics
/// The guard behaves differently.
pub async fn busy_until_it_is_given_back_or_done(guard: &dyn Guard) {
    let given_back = lease(guard.claim("EV-1").await.unwrap());
    assert_eq!(guard.claim("EV-1").await.unwrap(), Claim::Busy);
    assert!(matches!(guard.claim("EV-2").await.unwrap(), Claim::First(_)), "another notification is not claimed");
    guard.release(given_back).await.unwrap();
    let done = lease(guard.claim("EV-1").await.unwrap());
    assert_eq!(guard.claim("EV-1").await.unwrap(), Claim::Busy);
    guard.complete(done).await.unwrap();
    for _ in 0..2 {
        assert_eq!(guard.claim("EV-1").await.unwrap(), Claim::Duplicate);
    }
}

/// A claim ends with its lease, and a late holder does not release the next claim. `length` is the guard's lease.
///
/// # Panics
/// The guard behaves differently.
pub async fn a_lease_ends(guard: &dyn Guard, length: Duration) {
    let slow = lease(guard.claim("EV-1").await.unwrap());
    assert_eq!(guard.claim("EV-1").await.unwrap(), Claim::Busy);
    tokio::time::sleep(length + length / 4).await;
    let next = lease(guard.claim("EV-1").await.unwrap());
    assert_ne!(slow.token(), next.token());
    guard.release(slow).await.unwrap();
    assert_eq!(guard.claim("EV-1").await.unwrap(), Claim::Busy, "a lease that has ended releases nothing");
    guard.complete(next).await.unwrap();
    tokio::time::sleep(length + length / 4).await;
    assert_eq!(guard.claim("EV-1").await.unwrap(), Claim::Duplicate, "a completion outlives the lease");

    let slow = lease(guard.claim("EV-2").await.unwrap());
    tokio::time::sleep(length + length / 4).await;
    let next = lease(guard.claim("EV-2").await.unwrap());
    guard.complete(slow).await.unwrap();
    assert_eq!(guard.claim("EV-2").await.unwrap(), Claim::Duplicate, "a late completion counts");
    guard.release(next).await.unwrap();
    assert_eq!(guard.claim("EV-2").await.unwrap(), Claim::Duplicate, "a later release does not undo a completion");
}

/// Durations, both usual and absurd, for each of which a guard has to work.
pub const DURATIONS: [Duration; 9] = [
    Duration::ZERO,
    Duration::from_nanos(1),
    Duration::from_micros(999),
    Duration::from_secs(30),
    Duration::from_secs(24 * 60 * 60),
    Duration::from_secs(100 * 365 * 24 * 60 * 60),
    Duration::from_millis(i64::MAX as u64),
    Duration::from_secs(u64::MAX),
    Duration::MAX,
];

/// A claim and a completed notification both last longer than a moment. The guard's durations come from [`DURATIONS`].
///
/// # Panics
/// The guard behaves differently.
pub async fn guards_for_more_than_a_moment(guard: &dyn Guard, set: &str) {
    let held = lease(guard.claim("EV-1").await.unwrap());
    tokio::time::sleep(Duration::from_millis(5)).await;
    assert_eq!(guard.claim("EV-1").await.unwrap(), Claim::Busy, "{set}");
    guard.complete(held).await.unwrap();
    tokio::time::sleep(Duration::from_millis(5)).await;
    assert_eq!(guard.claim("EV-1").await.unwrap(), Claim::Duplicate, "{set}");
    let given_back = lease(guard.claim("EV-2").await.unwrap());
    guard.release(given_back).await.unwrap();
    assert!(matches!(guard.claim("EV-2").await.unwrap(), Claim::First(_)), "{set}");
}

/// Of `claims` concurrent claims through these guards, exactly one is the first, in each of 50 rounds.
///
/// # Panics
/// The guard behaves differently.
pub async fn of_many_at_once_one_is_the_first(guards: &[Arc<dyn Guard>], claims: usize) {
    for round in 0..50 {
        let at_once = guards.iter().cycle().take(claims).cloned();
        let claims =
            at_once.map(|guard| tokio::spawn(async move { guard.claim(&format!("EV-{round}")).await.unwrap() }));
        let mut first = 0;
        for claim in claims.collect::<Vec<_>>() {
            match claim.await.unwrap() {
                Claim::First(_) => first += 1,
                other => assert_eq!(other, Claim::Busy),
            }
        }
        assert_eq!(first, 1, "round {round}");
    }
}
