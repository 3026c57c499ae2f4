//! Whole answers and notifications with their headers, and the bodies of errors.

use bytes::Bytes;
use serde_json::Value;
use wxpay::envelope::{ALGORITHM, Envelope, EnvelopeError};
use wxpay::error::{ApiError, SignatureState};
use wxpay::keys::{ApiV3Key, Certificate, Platform, PlatformKey};
use wxpay::prelude::*;
use wxpay::sign::Scheme;
use wxpay::verify::{VerifyError, verify};
use wxpay_tests::ready;

use super::{Item, backends, client, each, item, public_key};

/// An endpoint whose answer does not matter.
#[wxpay_endpoint(method = "GET", path = "/v3/certificates")]
#[derive(Debug, Clone)]
struct Anything {}

#[test]
fn response_verify() {
    each("response_verify", 2, &[], |vector| {
        let (headers, now) = (vector.headers(), vector.value["now"].as_i64().unwrap());
        let body = Bytes::from(vector.bytes("body_b64"));
        for &backend in backends() {
            if vector.maybe("verifier").is_some() {
                let platform = platform(backend, vector);
                let verified = verify(Scheme::MERCHANT, &platform, &headers, body.clone(), now);
                assert_eq!(verified.is_ok(), vector.flag("expected_accept"), "{}: {verified:?}", backend.name());
            } else {
                let status = vector.value["status"].as_u64().unwrap();
                let error = api_error(backend, status, headers.clone(), body.clone());
                assert_eq!(error.signature(), &SignatureState::Absent, "{}", backend.name());
                assert_eq!(error.code().as_str(), "SIGN_ERROR", "{}", backend.name());
            }
        }
    });
}

#[test]
fn notifications() {
    each("notifications", 3, &[], |vector| {
        let (headers, now) = (vector.headers(), vector.value["now"].as_i64().unwrap());
        let body = vector.bytes("body_b64");
        let json: Value = serde_json::from_slice(&body).unwrap();
        let resource = |member: &str| json["resource"][member].as_str();
        let key = ApiV3Key::new(vector.text("apiv3_key"));
        for &backend in backends() {
            let verified =
                verify(Scheme::MERCHANT, &platform(backend, vector), &headers, Bytes::from(body.clone()), now);
            let Some(_) = vector.maybe("verifier") else {
                assert_eq!(verified, Err(VerifyError::Unsigned), "{}", backend.name());
                assert_eq!(vector.text("expected_failure_stage"), "headers");
                continue;
            };
            assert!(verified.is_ok(), "{}: {verified:?}", backend.name());
            let envelope = Envelope {
                algorithm: resource("algorithm").unwrap_or_default(),
                nonce: resource("nonce").unwrap_or_default(),
                associated_data: resource("associated_data"),
                ciphertext: resource("ciphertext").unwrap_or_default(),
            };
            match (&key, vector.maybe("expected_failure_stage")) {
                // A key of 16 bytes is not an APIv3 key; the envelope itself is valid.
                (None, None) => assert_eq!((envelope.algorithm, envelope.nonce.len()), (ALGORITHM, 12)),
                (Some(key), None) => {
                    let plain = envelope.open(backend, key).unwrap();
                    assert_eq!(*plain, vector.text("expected_plaintext").as_bytes(), "{}", backend.name());
                }
                (Some(key), Some("algorithm")) => {
                    let error = envelope.open(backend, key).unwrap_err();
                    assert_eq!(error, EnvelopeError::Algorithm(String::new()), "{}", backend.name());
                }
                (_, stage) => panic!("unknown stage {stage:?}"),
            }
        }
    });
}

#[test]
fn errors() {
    each("errors", 22, &[], |vector| {
        let body = vector.text("body");
        let json: Value = serde_json::from_str(body).unwrap_or_default();
        for &backend in backends() {
            let status = vector.value["status"].as_u64().unwrap();
            let error = api_error(backend, status, http::HeaderMap::new(), Bytes::from(body.to_owned()));
            assert_eq!(u64::from(error.status().as_u16()), status);
            assert_eq!(error.code().as_str(), vector.maybe("parsed_code").unwrap_or_default());
            assert_eq!(error.message(), json["message"].as_str().unwrap_or_default());
            assert_eq!(error.detail(), json.get("detail"));
            assert_eq!(error.body(), body);
            assert!(error.to_string().contains(error.code().as_str()));
        }
    });
}

/// The client's error for an answer that is not a success.
pub(super) fn api_error(
    backend: wxpay::crypto::Backend,
    status: u64,
    headers: http::HeaderMap,
    body: Bytes,
) -> ApiError {
    let mut response = http::Response::new(body);
    *response.status_mut() = http::StatusCode::from_u16(status.try_into().unwrap()).unwrap();
    *response.headers_mut() = headers;
    let error = ready(client(backend, "1900000001", 1_700_000_000).accept::<Anything>(response)).unwrap_err();
    error.api().unwrap_or_else(|| panic!("{error:?}")).clone()
}

/// WeChat Pay's key for an item: a certificate, or a public key under the ID in the headers.
fn platform(backend: wxpay::crypto::Backend, vector: &Item) -> Platform {
    let platform = Platform::default();
    if let Some(id) = vector.maybe("verifier") {
        let serial = vector.value["headers"]["Wechatpay-Serial"].as_str().unwrap();
        let key = if serial.starts_with("PUB_KEY_ID_") {
            PlatformKey::public_key(serial, public_key(backend, id))
        } else {
            let certificate = Certificate::from_pem(item("certificates", id).text("pem")).unwrap();
            let key = backend.public_key(certificate.spki()).unwrap();
            PlatformKey::certificate(&certificate, key)
        };
        platform.add(key).unwrap();
    }
    platform
}
