//! What every duplicate guard has to do, whatever it remembers with.

use std::sync::Arc;
use std::time::Duration;

use wxpay::notification::{Claim, Guard, Lease};

/// The lease of a claim that is the first.
///
/// # Panics
/// It is not.
pub fn lease(claim: Claim) -> Lease {
    match claim {
        Claim::First(lease) => lease,
        other => panic!("{other:?}"),
    }
}

/// It is busy until it is given back, and a duplicate once it is done.
///
/// # Panics
/// It is not so.
pub async fn busy_until_it_is_given_back_or_done(guard: &dyn Guard) {
    let given_back = lease(guard.claim("EV-1").await.unwrap());
    assert_eq!(guard.claim("EV-1").await.unwrap(), Claim::Busy);
    assert!(matches!(guard.claim("EV-2").await.unwrap(), Claim::First(_)), "another one is another one's");
    guard.release(given_back).await.unwrap();
    let done = lease(guard.claim("EV-1").await.unwrap());
    assert_eq!(guard.claim("EV-1").await.unwrap(), Claim::Busy);
    guard.complete(done).await.unwrap();
    for _ in 0..2 {
        assert_eq!(guard.claim("EV-1").await.unwrap(), Claim::Duplicate);
    }
}

/// A claim ends with its lease, and who was too slow takes nothing from whoever came next. The guard's lease is `length`.
///
/// # Panics
/// It is not so.
pub async fn a_lease_ends(guard: &dyn Guard, length: Duration) {
    let slow = lease(guard.claim("EV-1").await.unwrap());
    assert_eq!(guard.claim("EV-1").await.unwrap(), Claim::Busy);
    tokio::time::sleep(length + length / 4).await;
    let next = lease(guard.claim("EV-1").await.unwrap());
    assert_ne!(slow.token(), next.token());
    guard.release(slow).await.unwrap();
    assert_eq!(guard.claim("EV-1").await.unwrap(), Claim::Busy, "a lease that has ended gives nothing back");
    guard.complete(next).await.unwrap();
    tokio::time::sleep(length + length / 4).await;
    assert_eq!(guard.claim("EV-1").await.unwrap(), Claim::Duplicate, "what is done does not end with the lease");

    let slow = lease(guard.claim("EV-2").await.unwrap());
    tokio::time::sleep(length + length / 4).await;
    let next = lease(guard.claim("EV-2").await.unwrap());
    guard.complete(slow).await.unwrap();
    assert_eq!(guard.claim("EV-2").await.unwrap(), Claim::Duplicate, "what is done is done, however late");
    guard.release(next).await.unwrap();
    assert_eq!(guard.claim("EV-2").await.unwrap(), Claim::Duplicate, "and nobody else can undo it");
}

/// Durations that nobody means, and what is usual: whatever is set, a guard guards.
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

/// A claim is held, and what is done is a duplicate, for longer than a moment. The guard's durations are of
/// [`DURATIONS`].
///
/// # Panics
/// It is not so.
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

/// Of `claims` at once through all of these guards, one is the first, in each of 50 rounds.
///
/// # Panics
/// It is not so.
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
