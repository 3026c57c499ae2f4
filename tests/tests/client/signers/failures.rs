//! A signer that fails or answers nonsense: nothing is sent, and the error gives the reason.

use std::sync::Arc;
use std::time::Duration;

use tokio::io::AsyncWriteExt as _;
use tokio::net::UnixStream;
use wxpay::crypto::{BoxFuture, CryptoError, Signer};
use wxpay::error::{Error, ErrorCode, ErrorKind, Outcome};
use wxpay::keys::Certificate;
use wxpay_tests::keys::Key;
use wxpay_tests::{order, report};

use crate::signers::frame::{self, DONE, FAILED};
use crate::signers::stage::Stage;

const LIMIT: Duration = Duration::from_secs(5);

/// Checks that nothing was sent, for this reason.
fn assert_not_sent(stage: &Stage, error: &Error, reason: &str) {
    assert_eq!(error.outcome(), Outcome::NotSent, "{error}");
    assert!(matches!(error.kind(), ErrorKind::Sign(_)), "{error}");
    assert!(error.to_string().contains(reason), "{error}");
    assert_eq!(stage.wire.requests().len(), 0, "{error}");
}

/// Makes a call, with a keeper that answers each question with these bytes and hangs up.
async fn answered(bytes: Vec<u8>) -> (Stage, Error) {
    let stage = Stage::new().await;
    stage.keeper_that(move |mut stream| {
        let bytes = bytes.clone();
        async move {
            if let Ok(Some(_)) = frame::read(&mut stream).await {
                stream.write_all(&bytes).await.unwrap();
            }
        }
    });
    let client = stage.client(LIMIT);
    let error = client.send(&order(&client, "20260101000001")).await.unwrap_err();
    (stage, error)
}

async fn framed(kind: u8, content: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    frame::write(&mut bytes, kind, content).await.unwrap();
    bytes
}

#[tokio::test]
async fn where_nobody_listens_nothing_is_sent() {
    let stage = Stage::new().await;
    let client = stage.client(LIMIT);
    let error = client.send(&order(&client, "20260101000001")).await.unwrap_err();
    assert_not_sent(&stage, &error, "No such file");
    let error = client.app_payment("wxd678efh567hg6787", "wx1").await.unwrap_err();
    assert_not_sent(&stage, &error, "No such file");
    let error = client.prepare(&order(&client, "20260101000001")).await.unwrap_err();
    assert_not_sent(&stage, &error, "No such file");
}

#[tokio::test]
async fn what_a_keeper_answers_beside_a_signature_is_not_sent() {
    let refusal = framed(FAILED, b"this key is not to be used on a Sunday").await;
    let cases = [
        (Vec::new(), "unexpected end of file"),
        (refusal, "not to be used on a Sunday"),
        (vec![0, 0, 1], "early eof"),
        (vec![0, 0, 1, 1, DONE, 7, 7, 7], "early eof"),
        (vec![0; 64], "a frame of 0 bytes"),
        (b"HTTP/1.1 400 Bad Request\r\n\r\n".to_vec(), "a frame of 1213486160 bytes"),
        (framed(7, &[1; 256]).await, "an answer of the unknown kind 7"),
    ];
    for (bytes, reason) in cases {
        let (stage, error) = answered(bytes).await;
        assert_not_sent(&stage, &error, reason);
        report(&format!("signers: {error}"));
    }
}

#[tokio::test]
async fn a_signature_that_does_not_fit_the_certificate_is_not_sent() {
    let of_another_key = Key::other().sign(b"something else");
    for signature in [Vec::new(), vec![0; 256], vec![7; 255], vec![255; 512], of_another_key] {
        let (stage, error) = answered(framed(DONE, &signature).await).await;
        assert_not_sent(&stage, &error, "does not fit the merchant's certificate");
    }
}

/// Returns the given bytes as a signature.
struct Nonsense(Vec<u8>);

impl Signer for Nonsense {
    fn sign<'a>(&'a self, _: &'a [u8]) -> BoxFuture<'a, Result<Vec<u8>, CryptoError>> {
        Box::pin(std::future::ready(Ok(self.0.clone())))
    }
}

#[tokio::test]
async fn without_the_certificate_only_wechat_pay_can_tell() {
    let stage = Stage::new().await;
    let client = stage.keyless().signer(Arc::new(Nonsense(vec![7; 256]))).build().unwrap();
    let error = client.send(&order(&client, "20260101000001")).await.unwrap_err();
    assert_eq!((error.outcome(), error.code()), (Outcome::Refused, Some(&ErrorCode::SignError)), "{error}");
    assert_eq!(stage.wire.requests().len(), 1);
}

#[tokio::test]
async fn a_keeper_that_starts_anew_is_found_again() {
    let stage = Stage::new().await;
    // The keeper answers once on each connection, and hangs up before the next question.
    let key = stage.key();
    stage.keeper_that(move |mut stream: UnixStream| {
        let key = key.clone();
        async move {
            let Ok(Some((_, message))) = frame::read(&mut stream).await else { return };
            let signature = key.signer.sign(&message).await.unwrap();
            frame::write(&mut stream, DONE, &signature).await.unwrap();
        }
    });
    let client = stage.client(LIMIT);
    for number in 1..=5 {
        client.send(&order(&client, &format!("2026010100000{number}"))).await.unwrap();
    }
}

#[tokio::test]
async fn a_certificate_that_is_not_the_merchants_is_told_from_one_that_is() {
    let stage = Stage::new().await;
    stage.keeper();
    let other = stage.sandbox.register_merchant().unwrap();
    let client = stage
        .keyless()
        .mchid(&other.mchid)
        .merchant_serial(&other.merchant_serial)
        .signer(Arc::new(stage.remote(LIMIT)));
    let client = client.merchant_certificate_pem(&other.merchant_certificate).build().unwrap();
    let error = client.send(&order(&client, "20260101000001")).await.unwrap_err();
    assert_not_sent(&stage, &error, "does not fit the merchant's certificate");
}

#[tokio::test]
async fn the_merchants_own_key_is_not_taken_for_wechat_pays_although_the_private_one_is_elsewhere() {
    let stage = Stage::new().await;
    let own = &stage.sandbox.credentials().merchant_certificate;
    let builder = stage.certified().signer(Arc::new(stage.remote(LIMIT)));
    let error = builder.platform_certificate_pem(own).build().unwrap_err();
    assert!(error.to_string().contains("the merchant's own key, not WeChat Pay's"), "{error}");
    // A public key has no serial: the certificate's key identifies it.
    let certificate = Certificate::from_pem(own).unwrap();
    let pem = pem::encode(&pem::Pem::new("PUBLIC KEY", certificate.spki()));
    let builder = stage.certified().signer(Arc::new(stage.remote(LIMIT)));
    let error = builder.platform_public_key_pem("PUB_KEY_ID_01", pem).build().unwrap_err();
    assert!(error.to_string().contains("the merchant's own key, not WeChat Pay's"), "{error}");
}
