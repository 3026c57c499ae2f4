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
