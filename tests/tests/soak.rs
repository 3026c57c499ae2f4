//! A small soundness soak. `cargo xtask soak` is the large one.

use wxpay_tests::soak::Soak;
use wxpay_tests::soak::compare::{CameTo, Settled};

#[tokio::test(flavor = "multi_thread")]
async fn what_the_client_says_is_what_the_books_say() {
    let soak = Soak { calls: 5_000, concurrency: 64, seed: 1 };
    let report = soak.run().await.unwrap();
    wxpay_tests::report(&report.to_string());
    assert!(report.contradictions.is_empty());
    assert!(report.calls() >= soak.calls);
    assert!((0.30..0.37).contains(&report.faulted()), "a third of the exchanges, not {}", report.faulted());
    for came_to in [CameTo::Done, CameTo::NotSent, CameTo::Refused, CameTo::Unknown] {
        assert!(report.came_to(came_to) > 50, "{came_to:?} was hardly tested");
    }
    assert!(report.settled(Settled::Done) > 10 && report.settled(Settled::NotDone) > 10);
    assert_eq!(report.settled(Settled::Left), 0);
}
