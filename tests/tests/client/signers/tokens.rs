//! A key in a token, with `openssl` as a witness.

use std::sync::Arc;
use std::time::Duration;

use pem::Pem;
use wxpay::crypto::{Backend, Decryptor as _, Signer as _};
use wxpay::security::{SecurityEcho, SecurityEchoRequired};
use wxpay_tests::capture;
use wxpay_tests::keys::{Key, OAEP_SHA1, OAEP_SHA256};
use wxpay_tests::{order, report};

use crate::signers::soft_hsm::{MISSING, SoftHsm, new_token};
use crate::signers::spki::spki;
use crate::signers::stage::Stage;
use crate::signers::token::TokenKey;

/// Runs this test again, in a process that has a token.
fn again(name: &str) {
    let Some((mut again, _folder)) = new_token().unwrap() else {
        assert!(!std::env::var("CI").is_ok_and(|ci| ci == "true"), "{MISSING}");
        return report(&format!("signers: NOT TESTED: {MISSING}"));
    };
    let output = capture::off(again.args(["--exact", name])).output().unwrap();
    let printed = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success() && printed.contains("1 passed"), "{printed}");
}

#[tokio::test]
async fn a_token_signs_what_openssl_verifies_and_opens_what_it_encrypts() {
    let Some(token) = SoftHsm::of_this_process() else {
        return again("signers::tokens::a_token_signs_what_openssl_verifies_and_opens_what_it_encrypts");
    };
    let key = TokenKey::open(&token.module, token.label, token.pin).unwrap();
    key.generate().unwrap();
    let (modulus, exponent) = key.public_key().unwrap();
    let spki = spki(&modulus, &exponent).unwrap();
    let witness = Key { pkcs8: String::new(), spki: pem::encode(&Pem::new("PUBLIC KEY", spki.clone())) };

    for message in [&b""[..], b"GET\n/v3/certificates\n1554208460\n593BEC0C\n\n", &[0xFF; 100_000]] {
        let signature = key.sign(message).await.unwrap();
        assert!(witness.verifies(message, &signature), "{} bytes", message.len());
        assert!(!witness.verifies(b"something else", &signature));
    }
    let secret = "王小明".as_bytes();
    assert_eq!(**key.decrypt(&witness.encrypt(secret, OAEP_SHA1)).await.unwrap(), *secret);
    // SoftHSM's errors do not say what was wrong, and a failed session is not used again.
    key.decrypt(&witness.encrypt(secret, OAEP_SHA256)).await.unwrap_err();
    key.decrypt(b"").await.unwrap_err();
    assert!(witness.verifies(b"hello", &key.sign(b"hello").await.unwrap()));

    // More concurrent calls than there are sessions; half of them are dropped.
    let verifier = Backend::preferred().unwrap().public_key(&spki).unwrap().verifier;
    let calls = (0..40).map(|number| {
        let (key, message, kept) = (key.clone(), format!("message {number}"), number % 2 == 0);
        async move {
            let limit = Duration::from_micros(if kept { 60_000_000 } else { 100 * number });
            let signature = tokio::time::timeout(limit, key.sign(message.as_bytes())).await;
            kept.then(|| (signature.unwrap().unwrap(), message))
        }
    });
    for (signature, message) in futures_util::future::join_all(calls).await.into_iter().flatten() {
        assert!(verifier.verify(message.as_bytes(), &signature), "the signature is not over {message}");
    }

    let stage = Stage::new().await;
    let certificate = stage.sandbox.certify_merchant_key(&spki).unwrap();
    let serial = wxpay::keys::Certificate::from_pem(&certificate).unwrap().serial().to_owned();
    let builder = stage.keyless().merchant_serial(serial).merchant_certificate_pem(&certificate);
    let client = builder.signer(Arc::new(key.clone())).decryptor(Arc::new(key)).build().unwrap();
    client.send(&order(&client, "20260101000001")).await.unwrap();
    let echo = SecurityEcho::new(SecurityEchoRequired { echo_message: "hello".into() });
    let answer = client.send(&echo.encrypted_echo_message("王小明")).await.unwrap();
    assert_eq!(answer.encrypted_echo_message.unwrap().expose(), Some("王小明"));
}
