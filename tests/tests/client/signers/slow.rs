//! A signer takes time, which counts as time of the call.

use std::time::{Duration, Instant};

use tokio::net::UnixStream;
use wxpay::client::RetryPolicy;
use wxpay::crypto::PrivateKey;
use wxpay::error::{ErrorKind, Outcome};
use wxpay::transport::Stage as Moment;
use wxpay_sandbox::faults::{Failure, Fault, Moment as When, Rule};
use wxpay_tests::order;

use crate::signers::frame::{self, DONE};
use crate::signers::stage::Stage;

/// Long enough for a loaded machine.
const LONG: Duration = Duration::from_secs(60);

/// Signs correctly, after a pause.
async fn slowly(pause: Duration, key: PrivateKey, mut stream: UnixStream) {
    while let Ok(Some((_, message))) = frame::read(&mut stream).await {
        tokio::time::sleep(pause).await;
        let signature = key.signer.sign(&message).await.unwrap();
        // The caller may have stopped waiting.
        let _ = frame::write(&mut stream, DONE, &signature).await;
    }
}

async fn stage_with(pause: Duration) -> Stage {
    let stage = Stage::new().await;
    let key = stage.key();
    stage.keeper_that(move |stream| slowly(pause, key.clone(), stream));
    stage
}

#[tokio::test]
async fn a_signature_that_comes_after_its_deadline_is_never_sent() {
    let stage = stage_with(Duration::from_millis(400)).await;
    let client = stage.client(Duration::from_millis(50));
    let error = client.send(&order(&client, "20260101000001")).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotSent, "{error}");
    assert!(error.to_string().contains("no answer within 50ms"), "{error}");

    let client = stage.client(LONG).retrying(RetryPolicy::STANDARD.attempt(Duration::from_millis(50)));
    let error = client.send(&order(&client, "20260101000001")).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotSent, "{error}");
    assert!(matches!(error.kind(), ErrorKind::Sign(_)), "{error}");
    assert!(error.to_string().contains("no signature within 50ms"), "{error}");

    tokio::time::sleep(Duration::from_millis(800)).await;
    assert_eq!(stage.wire.requests().len(), 0);
    let patient = stage.client(LONG);
    patient.send(&order(&patient, "20260101000001")).await.unwrap();
}

#[tokio::test]
async fn the_time_that_a_signature_takes_is_taken_from_the_attempt() {
    let pause = Duration::from_secs(2);
    let stage = stage_with(pause).await;
    stage.sandbox.faults().add(Rule::new(Fault::Failure(Failure::NoAnswer, When::Before)));
    let attempt = pause + Duration::from_millis(400);
    let client = stage.client(LONG).retrying(RetryPolicy::OFF.attempt(attempt));
    let began = Instant::now();
    let error = client.send(&order(&client, "20260101000001")).await.unwrap_err();
    let took = began.elapsed();
    assert_eq!(error.outcome(), Outcome::Unknown, "signed and sent, and not answered: {error}");
    assert!(matches!(error.kind(), ErrorKind::Transport(failure) if failure.stage == Moment::Exchanging), "{error}");
    assert!(took >= attempt && took < attempt + pause, "{took:?}, where the attempt has {attempt:?}");
}
