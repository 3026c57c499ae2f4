//! The chain of sources: from a failed call to the error that caused it, which a program can recognize by its type.

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;

use http::Response;
use wxpay::DecodeError;
use wxpay::client::{Client, ConfigFault, ConfigProblem};
use wxpay::crypto::{BoxFuture, CryptoError, Decryptor, Signer, Zeroizing};
use wxpay::error::{CertificatesError, Error, ErrorKind, OpenError, SignError};
use wxpay::keys::KeyError;
use wxpay::pay::AppPrepay;
use wxpay::security::{SecurityEcho, SecurityEchoRequired};
use wxpay::server::signature_headers;
use wxpay::sign::Scheme;
use wxpay::transport::{Body, Stage as Reached, Transport, TransportError};
use wxpay::verify::VerifyError;
use wxpay_tests::order;

use super::stage::Stage;

/// An error of another crate.
#[derive(Debug, PartialEq)]
struct Denied(u8);

impl fmt::Display for Denied {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "denied by policy {}", self.0)
    }
}

impl StdError for Denied {}

/// The first error of this type in the chain.
fn find<'a, T: StdError + 'static>(error: &'a (dyn StdError + 'static)) -> &'a T {
    let mut next = Some(error);
    while let Some(found) = next {
        if let Some(wanted) = found.downcast_ref() {
            return wanted;
        }
        next = found.source();
    }
    panic!("{error:?}")
}

/// Denies everything.
struct Denying;

impl Signer for Denying {
    fn sign<'a>(&'a self, _: &'a [u8]) -> BoxFuture<'a, Result<Vec<u8>, CryptoError>> {
        Box::pin(async { Err(CryptoError::other(Denied(1))) })
    }
}

impl Decryptor for Denying {
    fn decrypt<'a>(&'a self, _: &'a [u8]) -> BoxFuture<'a, Result<Zeroizing<Vec<u8>>, CryptoError>> {
        Box::pin(async { Err(CryptoError::other(Denied(2))) })
    }
}

impl Transport for Denying {
    fn send(&self, _: http::Request<bytes::Bytes>) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        Box::pin(async { Err(TransportError::new(Reached::Connecting, Denied(3))) })
    }
}

async fn failed(client: &Client) -> Error {
    client.send(&order(client, "20260101000001")).await.unwrap_err()
}

#[tokio::test]
async fn it_ends_at_the_error_of_a_signer_a_decryptor_and_a_transport() {
    let stage = Stage::new().await;
    let error = failed(&stage.keyless().signer(Arc::new(Denying)).build().unwrap()).await;
    assert_eq!(*find::<Denied>(&error), Denied(1));
    assert!(matches!(find::<SignError>(&error), SignError::Signer(_)), "{error}");
    find::<CryptoError>(&error);
    assert!(error.to_string().contains("denied by policy 1"), "{error}");

    let opens = stage.sandbox.client_builder().decryptor(Arc::new(Denying)).build().unwrap();
    let echo = SecurityEcho::new(SecurityEchoRequired { echo_message: "hello".into() });
    let error = opens.send(&echo.encrypted_echo_message("王小明")).await.unwrap_err();
    assert_eq!(*find::<Denied>(&error), Denied(2));
    find::<OpenError>(&error);

    let error = failed(&stage.sandbox.client_builder().transport(Arc::new(Denying)).build().unwrap()).await;
    assert_eq!(*find::<Denied>(&error), Denied(3));
    find::<TransportError>(&error);
}

#[tokio::test]
async fn it_has_what_is_wrong_with_an_answer() {
    let stage = Stage::new().await;
    let client = stage.sandbox.client().unwrap();
    let unsigned = Response::new(bytes::Bytes::from_static(b"{}"));
    let error = client.accept::<AppPrepay>(unsigned).await.unwrap_err();
    assert_eq!(*find::<VerifyError>(&error), VerifyError::Unsigned);

    let credentials = stage.sandbox.credentials();
    let der = wxpay::keys::private_key_der(&credentials.public_key_private_half).unwrap();
    let key = wxpay::crypto::Backend::preferred().unwrap().private_key(&der).unwrap();
    let id = &credentials.public_key_id;
    let headers = signature_headers(Scheme::MERCHANT, &*key.signer, id, client.now(), "N", b"[]").await.unwrap();
    let mut signed = Response::new(bytes::Bytes::from_static(b"[]"));
    signed.headers_mut().extend(headers);
    let error = client.accept::<AppPrepay>(signed).await.unwrap_err();
    find::<DecodeError>(&error);
}

#[tokio::test]
async fn it_has_why_there_are_no_certificates_and_no_client() {
    let stage = Stage::new().await;
    let client = stage.sandbox.client().unwrap();
    let error = client.refresh_certificates().await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Certificates(_)), "{error}");
    assert!(matches!(find::<CertificatesError>(&error), CertificatesError::Off), "{error}");

    let downloads = stage.sandbox.client_builder().download_certificates().transport(Arc::new(Denying));
    let error = downloads.build().unwrap().refresh_certificates().await.unwrap_err();
    assert_eq!(*find::<Denied>(&error), Denied(3), "{error}");

    let error = stage.sandbox.client_builder().private_key_pem("no key").build().unwrap_err();
    find::<ConfigProblem>(&error);
    assert!(matches!(find::<ConfigFault>(&error), ConfigFault::Key { path: None, .. }), "{error}");
    find::<KeyError>(&error);
}
