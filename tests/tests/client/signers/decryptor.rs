//! A remote decryptor: it opens answers, and if it fails, the request may have been processed already.

use std::sync::Arc;
use std::time::Duration;

use wxpay::client::RetryPolicy;
use wxpay::crypto::{BoxFuture, CryptoError, Decryptor, Zeroizing};
use wxpay::error::{ErrorKind, Outcome};
use wxpay::security::{SecurityEcho, SecurityEchoRequired};

use crate::signers::stage::Stage;

const LIMIT: Duration = Duration::from_secs(60);

fn echo() -> SecurityEcho {
    SecurityEcho::new(SecurityEchoRequired { echo_message: "hello".into() }).encrypted_echo_message("王小明")
}

#[tokio::test]
async fn a_decryptor_elsewhere_opens_what_is_encrypted_to_the_merchant() {
    let stage = Stage::new().await;
    stage.keeper();
    assert_eq!(stage.remote(LIMIT).public_key().await.unwrap(), stage.key().spki);
    let answer = stage.client(LIMIT).send(&echo()).await.unwrap();
    assert_eq!(answer.encrypted_echo_message.unwrap().expose(), Some("王小明"));
}

/// Gives this answer, or never answers.
struct Answering(Option<Result<Vec<u8>, CryptoError>>);

impl Decryptor for Answering {
    fn decrypt<'a>(&'a self, _: &'a [u8]) -> BoxFuture<'a, Result<Zeroizing<Vec<u8>>, CryptoError>> {
        match self.0.clone() {
            Some(answer) => Box::pin(std::future::ready(answer.map(Zeroizing::new))),
            None => Box::pin(std::future::pending()),
        }
    }
}

#[tokio::test]
async fn a_decryptor_that_fails_or_never_answers_leaves_the_outcome_unknown() {
    let stage = Stage::new().await;
    stage.keeper();
    let attempt = Duration::from_millis(500);
    let lost = Err(CryptoError::other("the token was pulled out"));
    let cases = [
        (Some(lost), "`/encrypted_echo_message` does not open with the private key: the token was pulled out"),
        (Some(Ok(vec![0xFF])), "it is damaged"),
        (None, "does not open with the private key: no result within"),
    ];
    for (answer, reason) in cases {
        let builder = stage.certified().signer(Arc::new(stage.remote(LIMIT))).decryptor(Arc::new(Answering(answer)));
        let client = builder.retry(RetryPolicy::STANDARD.attempt(attempt)).build().unwrap();
        let error = client.send(&echo()).await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::Unknown, "{error}");
        assert!(matches!(error.kind(), ErrorKind::Open(_)) && error.to_string().contains(reason), "{error}");
    }
}

#[tokio::test]
async fn a_client_with_a_signer_alone_says_what_it_lacks() {
    let stage = Stage::new().await;
    stage.keeper();
    let client = stage.certified().signer(Arc::new(stage.remote(LIMIT))).build().unwrap();
    let error = client.send(&echo()).await.unwrap_err();
    assert!(error.to_string().contains("no decryptor; a custom signer needs one beside it"), "{error}");
}
