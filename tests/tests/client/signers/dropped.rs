//! Calls that are dropped halfway: no caller gets the answer of another.

use std::time::Duration;

use tokio::time::timeout;
use wxpay::crypto::{Backend, Signer as _};
use wxpay::keys::Certificate;
use wxpay_tests::order;

use crate::signers::frame::{self, DONE};
use crate::signers::stage::Stage;

const LIMIT: Duration = Duration::from_secs(60);

/// A keeper that takes up to 8 milliseconds for an answer.
async fn stage() -> Stage {
    let stage = Stage::new().await;
    let key = stage.key();
    stage.keeper_that(move |mut stream| {
        let key = key.clone();
        async move {
            while let Ok(Some((_, message))) = frame::read(&mut stream).await {
                tokio::time::sleep(Duration::from_millis(fastrand::u64(0..8))).await;
                let signature = key.signer.sign(&message).await.unwrap();
                if frame::write(&mut stream, DONE, &signature).await.is_err() {
                    return;
                }
            }
        }
    });
    stage
}

#[tokio::test]
async fn every_signature_is_over_its_own_message_whoever_is_dropped_meanwhile() {
    let stage = stage().await;
    let remote = stage.remote(LIMIT);
    let certificate = Certificate::from_pem(&stage.sandbox.credentials().merchant_certificate).unwrap();
    let verifier = Backend::preferred().unwrap().public_key(certificate.spki()).unwrap().verifier;
    let dropped = futures_util::future::join_all((0..60).map(|number| {
        let remote = remote.clone();
        // The signature may be in time or not.
        async move { drop(timeout(Duration::from_micros(200 * number), remote.sign(b"dropped")).await) }
    }));
    let kept = futures_util::future::join_all((0..60).map(|number| {
        let (remote, message) = (remote.clone(), format!("message {number}"));
        async move { (remote.sign(message.as_bytes()).await.unwrap(), message) }
    }));
    for (signature, message) in tokio::join!(dropped, kept).1 {
        assert!(verifier.verify(message.as_bytes(), &signature), "the signature is not over {message}");
    }
}

#[tokio::test]
async fn calls_that_are_dropped_while_they_are_signed_leave_the_client_usable() {
    let stage = stage().await;
    let client = stage.client(LIMIT);
    for number in 0..30 {
        let order = order(&client, &format!("2026010100{number:04}"));
        drop(timeout(Duration::from_micros(300 * number), client.send(&order)).await);
    }
    for number in 0..10 {
        client.send(&order(&client, &format!("2026010200{number:04}"))).await.unwrap();
    }
}
