//! The certificate download, with a network of scripted answers.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::{HeaderMap, StatusCode};
use serde_json::{Value, json};
use wxpay::client::Client;
use wxpay::crypto::Backend;
use wxpay::envelope::{ALGORITHM, seal};
use wxpay::error::{Error, ErrorKind, Outcome};
use wxpay::keys::{ApiV3Key, Certificate};
use wxpay::notification::{Notification, NotificationError};
use wxpay::server::signature_headers;
use wxpay::sign::Scheme;
use wxpay::verify::VerifyError;
use wxpay_tests::keys::{Key, certificate};
use wxpay_tests::{order, report};

use super::wire::Wire;
use super::{API_V3_KEY, MERCHANT_SERIAL, NONCE, NOW, Parties, api_v3_key, builder};

const SERIAL: &str = "5157F09EFDC096DE15EBE81A47057A7232F1B8E1";
const NEXT_SERIAL: &str = "5E00000000000000000000000000000000000001";
/// `NOW` is in November 2023.
const BEGUN: &str = "230101000000Z";
const BEGUN_LATER: &str = "231001000000Z";
const TO_BEGIN: &str = "231201000000Z";
const ENDED: &str = "231101000000Z";
const TO_END: &str = "281001000000Z";

/// A merchant that downloads, and a WeChat Pay that lists certificates.
struct Downloading {
    backend: Backend,
    wire: Arc<Wire>,
    clock: Arc<AtomicI64>,
    client: Client,
}

impl Downloading {
    fn all() -> Vec<Self> {
        Backend::all().iter().map(|backend| Self::new(*backend)).collect()
    }

    fn new(backend: Backend) -> Self {
        let (wire, clock) = (Arc::new(Wire::default()), Arc::new(AtomicI64::new(NOW)));
        let time = clock.clone();
        let builder = builder(backend, &wire).clock(move || time.load(Ordering::SeqCst)).download_certificates();
        Self { backend, wire, clock, client: builder.build().unwrap() }
    }

    fn time_is(&self, time: i64) {
        self.clock.store(time, Ordering::SeqCst);
    }

    /// Makes the download list these certificates from now on, signed by `signer` as `serial`.
    async fn lists_signed_by(&self, signer: &Key, serial: &str, pems: &[String]) {
        self.lists_under(&api_v3_key(), signer, serial, pems).await;
    }

    async fn lists_under(&self, api_v3_key: &ApiV3Key, signer: &Key, serial: &str, pems: &[String]) {
        let entries: Vec<Value> = pems.iter().map(|pem| self.entry(api_v3_key, pem)).collect();
        let body = json!({ "data": entries }).to_string();
        self.answers_signed_by(signer, serial, body).await;
    }

    async fn answers_signed_by(&self, signer: &Key, serial: &str, body: String) {
        let time = self.clock.load(Ordering::SeqCst);
        let signer = signer.private(self.backend).signer;
        let headers =
            signature_headers(Scheme::MERCHANT, &*signer, serial, time, NONCE, body.as_bytes()).await.unwrap();
        self.wire.answers(StatusCode::OK, headers, body);
    }

    /// The usual list, signed by WeChat Pay's certificate.
    async fn lists(&self, pems: &[String]) {
        self.lists_signed_by(Key::shared(), SERIAL, pems).await;
    }

    fn entry(&self, api_v3_key: &ApiV3Key, pem: &str) -> Value {
        let ciphertext = seal(self.backend, api_v3_key, "61f9c719728a", Some("certificate"), pem.as_bytes()).unwrap();
        json!({
            "serial_no": "not looked at: the certificate has its own",
            "effective_time": "2023-01-01T00:00:00+08:00",
            "expire_time": "2028-01-01T00:00:00+08:00",
            "encrypt_certificate": {
                "algorithm": ALGORITHM,
                "nonce": "61f9c719728a",
                "associated_data": "certificate",
                "ciphertext": ciphertext,
            },
        })
    }

    async fn refused(&self) -> String {
        let before = self.known();
        let error = self.client.refresh_certificates().await.unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Certificates(_)), "{error}");
        assert_eq!(error.outcome(), Outcome::NotSent);
        assert_eq!(self.known(), before, "a refused list changes nothing");
        error.to_string()
    }

    fn known(&self) -> Vec<String> {
        let mut serials = self.client.platform().serials();
        serials.sort();
        serials
    }

    /// A notification signed by WeChat Pay's certificate, or by another key under its serial.
    async fn notification(&self, signer: &Key, serial: &str) -> (HeaderMap, Vec<u8>) {
        let body = Parties::new(self.backend).envelope().to_string().into_bytes();
        let signer = signer.private(self.backend).signer;
        let time = self.clock.load(Ordering::SeqCst);
        let headers = signature_headers(Scheme::MERCHANT, &*signer, serial, time, NONCE, &body).await.unwrap();
        (headers, body)
    }

    async fn receive(&self, signed: &(HeaderMap, Vec<u8>)) -> Result<Notification<Value>, NotificationError> {
        self.client.notifications().unwrap().receive(&signed.0, &signed.1).await
    }

    /// The serial of the key that a request names.
    async fn serial_of_a_request(&self) -> Result<String, Error> {
        let request = self.client.prepare(&order(&self.client, "20260101000001")).await?;
        Ok(request.headers()["wechatpay-serial"].to_str().unwrap().to_owned())
    }
}

/// A certificate for this key, valid between these times. Its own signature is not checked, so the times can be written over
/// those from `openssl`.
fn between(key: &Key, serial: &str, begin: &str, end: &str) -> String {
    let pem = certificate(&key.pkcs8, &format!("0x{serial}"));
    let lines: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
    let mut der = STANDARD.decode(lines).unwrap();
    let mut times = [begin, end].into_iter();
    for at in 0..der.len() - 15 {
        // UTCTime of 13 characters
        if der[at..at + 2] == [0x17, 13] && der[at + 14] == b'Z' {
            let time = times.next().expect("a certificate has two times");
            der[at + 2..at + 15].copy_from_slice(time.as_bytes());
        }
    }
    assert_eq!(times.next(), None, "a certificate has two times");
    let pem = format!("-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n", STANDARD.encode(der));
    assert_eq!(Certificate::from_pem(&pem).unwrap().serial(), serial);
    pem
}

fn current() -> String {
    between(Key::shared(), SERIAL, BEGUN, TO_END)
}

#[tokio::test]
async fn without_any_key_the_download_brings_its_own_and_is_verified_with_it() {
    for merchant in Downloading::all() {
        merchant.lists(&[current()]).await;
        merchant.client.refresh_certificates().await.unwrap();
        assert_eq!(merchant.known(), [SERIAL]);
        let received = merchant.receive(&merchant.notification(Key::shared(), SERIAL).await).await.unwrap();
        assert_eq!(received.event_type, "TRANSACTION.SUCCESS");
        assert_eq!(merchant.serial_of_a_request().await.unwrap(), SERIAL);
        assert_eq!(merchant.wire.requests(), 1);
    }
}

#[tokio::test]
async fn the_first_call_downloads_by_itself() {
    for merchant in Downloading::all() {
        merchant.lists(&[current()]).await;
        assert_eq!(merchant.serial_of_a_request().await.unwrap(), SERIAL);
        assert_eq!(merchant.serial_of_a_request().await.unwrap(), SERIAL);
        assert_eq!(merchant.wire.requests(), 1);
    }
}

#[tokio::test]
async fn an_answer_whose_signer_is_neither_in_it_nor_known_is_refused() {
    let stranger = Key::new(2048);
    for merchant in Downloading::all() {
        merchant.lists_signed_by(&stranger, NEXT_SERIAL, &[current()]).await;
        let reason = merchant.refused().await;
        assert!(reason.contains("unknown key") && reason.contains(NEXT_SERIAL), "{reason}");

        merchant.lists_signed_by(&stranger, SERIAL, &[current()]).await;
        let reason = merchant.refused().await;
        assert!(reason.contains("signature does not fit"), "{reason}");

        merchant.wire.answers(StatusCode::OK, HeaderMap::new(), "{}");
        merchant.refused().await;
        assert!(merchant.known().is_empty());
    }
}

#[tokio::test]
async fn an_answer_without_a_signature_is_refused() {
    for merchant in Downloading::all() {
        let body = json!({ "data": [merchant.entry(&api_v3_key(), &current())] }).to_string();
        merchant.wire.answers(StatusCode::OK, HeaderMap::new(), body);
        let reason = merchant.refused().await;
        assert!(reason.contains("not signed"), "{reason}");
    }
}

#[tokio::test]
async fn another_api_v3_key_opens_nothing() {
    for merchant in Downloading::all() {
        let other = ApiV3Key::new(&API_V3_KEY.to_lowercase()).unwrap();
        merchant.lists_under(&other, Key::shared(), SERIAL, &[current()]).await;
        let reason = merchant.refused().await;
        assert!(reason.contains("another APIv3 key"), "{reason}");
    }
}

#[tokio::test]
async fn the_merchants_own_certificate_is_none_of_wechat_pays() {
    for merchant in Downloading::all() {
        let by_key = between(Key::other(), NEXT_SERIAL, BEGUN, TO_END);
        let by_serial = between(Key::shared(), MERCHANT_SERIAL, BEGUN, TO_END);
        for own in [by_key, by_serial] {
            merchant.lists(&[current(), own]).await;
            let reason = merchant.refused().await;
            assert!(reason.contains("merchant's own key, not WeChat Pay's"), "{reason}");
        }
        assert!(merchant.known().is_empty());
    }
}

#[tokio::test]
async fn a_merchant_without_certificates_is_told_to_use_the_public_key() {
    for merchant in Downloading::all() {
        let body = r#"{"code":"RESOURCE_NOT_EXISTS","message":"无可用的平台证书"}"#;
        merchant.wire.answers(StatusCode::NOT_FOUND, HeaderMap::new(), body);
        let reason = merchant.refused().await;
        assert!(reason.contains("use the public key") && reason.contains("platform_public_key_pem"), "{reason}");
        let reason = merchant.serial_of_a_request().await.unwrap_err().to_string();
        assert!(reason.contains("use the public key"), "{reason}");
    }
}

#[tokio::test]
async fn other_refusals_keep_their_words_and_the_known_keys() {
    for merchant in Downloading::all() {
        merchant.lists(&[current()]).await;
        merchant.client.refresh_certificates().await.unwrap();
        let body = r#"{"code":"SYSTEM_ERROR","message":"系统繁忙"}"#;
        for (status, body, expected) in [
            (StatusCode::INTERNAL_SERVER_ERROR, body, "SYSTEM_ERROR"),
            (StatusCode::NOT_FOUND, "", "404"),
            (StatusCode::BAD_GATEWAY, "<html>", "502"),
            (StatusCode::NO_CONTENT, "", "204"),
            (StatusCode::OK, "", "not JSON"),
            (StatusCode::OK, "{}", "/data is not an array"),
            (StatusCode::OK, r#"{"data":{}}"#, "/data is not an array"),
            (StatusCode::OK, r#"{"data":[]}"#, "no RSA certificate"),
            (StatusCode::OK, r#"{"data":[{}]}"#, "encrypt_certificate"),
            (StatusCode::OK, r#"{"data":[null,7]}"#, "encrypt_certificate"),
        ] {
            merchant.wire.answers(status, HeaderMap::new(), body);
            let reason = merchant.refused().await;
            assert!(reason.contains(expected), "{status} {body}: {reason}");
        }
        merchant.wire.breaks();
        merchant.refused().await;
        assert_eq!(merchant.known(), [SERIAL]);
    }
}

#[tokio::test]
async fn members_of_a_certificates_envelope_are_taken_seriously() {
    for merchant in Downloading::all() {
        for member in ["algorithm", "nonce", "ciphertext", "associated_data"] {
            for other in [json!(7), json!([]), json!({}), json!("x")] {
                let mut entry = merchant.entry(&api_v3_key(), &current());
                entry["encrypt_certificate"][member] = other.clone();
                let body = json!({ "data": [entry] }).to_string();
                merchant.answers_signed_by(Key::shared(), SERIAL, body).await;
                let reason = merchant.refused().await;
                assert!(other == json!("x") || reason.contains(member), "{member} is {other}: {reason}");
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_thousand_notifications_of_an_unknown_certificate_cause_one_download() {
    for merchant in Downloading::all() {
        merchant.lists(&[current()]).await;
        merchant.wire.takes(Duration::from_millis(100));
        let merchant = Arc::new(merchant);
        let signed = Arc::new(merchant.notification(Key::shared(), SERIAL).await);
        let receptions: Vec<_> = (0..1000)
            .map(|_| {
                let (merchant, signed) = (merchant.clone(), signed.clone());
                tokio::spawn(async move { merchant.receive(&signed).await.map(|received| received.id) })
            })
            .collect();
        for reception in receptions {
            reception.await.unwrap().unwrap();
        }
        assert_eq!(merchant.wire.requests(), 1);
        report(&format!("{}: 1000 notifications at once, 1 download", merchant.backend.name()));
    }
}

#[tokio::test]
async fn unknown_serials_cause_one_download_a_minute() {
    for merchant in Downloading::all() {
        merchant.lists(&[current()]).await;
        merchant.client.refresh_certificates().await.unwrap();
        let mut signed = merchant.notification(Key::shared(), SERIAL).await;
        let mut refused = 0;
        for second in 0..300 {
            merchant.time_is(NOW + second);
            for forged in ["5E", NEXT_SERIAL, "0000000000000000000000000000000000000000"] {
                signed.0.insert("wechatpay-serial", forged.parse().unwrap());
                let error = merchant.receive(&signed).await.unwrap_err();
                assert!(matches!(error, NotificationError::Unverified(VerifyError::UnknownSerial { .. })), "{error}");
                refused += 1;
            }
        }
        // At 0 s, when it is asked for, and at 60, 120, 180 and 240 s.
        assert_eq!(merchant.wire.requests(), 5);
        report(&format!("{}: {refused} forged serials in 5 minutes, 4 downloads", merchant.backend.name()));
    }
}

#[tokio::test]
async fn of_many_who_wait_for_a_download_of_two_minutes_none_repeats_it() {
    for merchant in Downloading::all() {
        merchant.wire.takes(Duration::from_millis(200));
        let merchant = Arc::new(merchant);
        let signed = Arc::new(merchant.notification(Key::shared(), SERIAL).await);
        let receptions: Vec<_> = (0..10)
            .map(|_| {
                let (merchant, signed) = (merchant.clone(), signed.clone());
                tokio::spawn(async move { merchant.receive(&signed).await.unwrap_err() })
            })
            .collect();
        tokio::task::yield_now().await;
        merchant.time_is(NOW + 120);
        for reception in receptions {
            reception.await.unwrap();
        }
        assert_eq!(merchant.wire.requests(), 1);
    }
}

#[tokio::test]
async fn what_cannot_be_a_certificates_serial_causes_no_download() {
    for merchant in Downloading::all() {
        merchant.lists(&[current()]).await;
        for forged in ["PUB_KEY_ID_0119000000012026010100000000000009", "*", "5E;", "5e 5e", "' or 1=1", "xyz"] {
            let signed = merchant.notification(Key::shared(), forged).await;
            merchant.receive(&signed).await.unwrap_err();
        }
        assert_eq!(merchant.wire.requests(), 0);
    }
}

#[tokio::test]
async fn a_clock_that_is_set_back_does_not_stop_downloads() {
    for merchant in Downloading::all() {
        merchant.time_is(NOW + 86_400);
        merchant.lists(&[current()]).await;
        merchant.client.refresh_certificates().await.unwrap();
        merchant.time_is(NOW);
        let next = between(Key::shared(), NEXT_SERIAL, BEGUN, TO_END);
        merchant.lists_signed_by(Key::shared(), NEXT_SERIAL, &[current(), next]).await;
        merchant.receive(&merchant.notification(Key::shared(), NEXT_SERIAL).await).await.unwrap();
        assert_eq!(merchant.wire.requests(), 2);
    }
}

#[tokio::test]
async fn a_failure_before_the_clock_was_set_back_is_not_that_of_a_caller_after_it() {
    for merchant in Downloading::all() {
        merchant.time_is(NOW + 86_400);
        merchant.serial_of_a_request().await.unwrap_err();
        merchant.time_is(NOW);
        merchant.lists(&[current()]).await;
        assert_eq!(merchant.serial_of_a_request().await.unwrap(), SERIAL);
    }
}

#[tokio::test]
async fn a_clock_at_the_ends_of_the_numbers_does_no_harm() {
    for merchant in Downloading::all() {
        for time in [i64::MIN, i64::MAX, 0, i64::MIN, -1, i64::MAX] {
            merchant.time_is(time);
            merchant.refused().await;
            let signed = merchant.notification(Key::shared(), SERIAL).await;
            merchant.receive(&signed).await.unwrap_err();
            merchant.serial_of_a_request().await.unwrap_err();
        }
    }
}

#[tokio::test]
async fn a_rotated_signer_is_found_by_the_notification_that_it_signed() {
    let next_key = Key::new(2048);
    for merchant in Downloading::all() {
        merchant.lists(&[current()]).await;
        merchant.client.refresh_certificates().await.unwrap();
        merchant.time_is(NOW + 60);
        let next = between(&next_key, NEXT_SERIAL, BEGUN_LATER, TO_END);
        merchant.lists_signed_by(&next_key, NEXT_SERIAL, &[current(), next]).await;
        merchant.receive(&merchant.notification(&next_key, NEXT_SERIAL).await).await.unwrap();
        merchant.receive(&merchant.notification(Key::shared(), SERIAL).await).await.unwrap();
        assert_eq!(merchant.known(), [SERIAL, NEXT_SERIAL]);
    }
}

#[tokio::test]
async fn of_many_callers_who_wait_for_a_failing_download_none_repeats_it() {
    for merchant in Downloading::all() {
        merchant.wire.takes(Duration::from_millis(200));
        let merchant = Arc::new(merchant);
        let mut callers = Vec::new();
        for second in 0..10 {
            // Each caller comes a second after the one before, while the first still waits for its answer.
            merchant.time_is(NOW + second);
            let caller = merchant.clone();
            callers.push(tokio::spawn(async move { caller.serial_of_a_request().await.unwrap_err().to_string() }));
            tokio::task::yield_now().await;
        }
        for caller in callers {
            let reason = caller.await.unwrap();
            assert!(reason.contains("lost, as the test says"), "{reason}");
        }
        assert_eq!(merchant.wire.requests(), 1);
        merchant.time_is(NOW + 10);
        merchant.serial_of_a_request().await.unwrap_err();
        assert_eq!(merchant.wire.requests(), 2, "a later caller asks again");
    }
}

#[tokio::test]
async fn expired_certificates_are_forgotten_at_the_next_download() {
    for merchant in Downloading::all() {
        let ended = between(Key::shared(), NEXT_SERIAL, BEGUN, ENDED);
        merchant.time_is(NOW - 30 * 86_400);
        merchant.lists(&[current(), ended]).await;
        merchant.client.refresh_certificates().await.unwrap();
        assert_eq!(merchant.known(), [SERIAL, NEXT_SERIAL]);
        merchant.time_is(NOW);
        merchant.lists(&[current()]).await;
        merchant.client.refresh_certificates().await.unwrap();
        assert_eq!(merchant.known(), [SERIAL]);
    }
}

#[tokio::test]
async fn requests_go_to_the_newest_certificate_that_has_begun_and_not_ended() {
    for merchant in Downloading::all() {
        let newer = between(Key::shared(), NEXT_SERIAL, BEGUN_LATER, TO_END);
        let next = between(Key::shared(), "5F", TO_BEGIN, TO_END);
        merchant.lists(&[next.clone(), current(), newer.clone()]).await;
        assert_eq!(merchant.serial_of_a_request().await.unwrap(), NEXT_SERIAL);

        let merchant = Downloading::new(merchant.backend);
        merchant.lists(&[current(), next]).await;
        assert_eq!(merchant.serial_of_a_request().await.unwrap(), SERIAL);
    }
}

#[tokio::test]
async fn a_certificate_that_ended_early_does_not_hide_one_that_still_holds() {
    for merchant in Downloading::all() {
        // The short certificate began last, and it ended while nothing could be downloaded.
        let short = between(Key::shared(), NEXT_SERIAL, BEGUN_LATER, ENDED);
        merchant.time_is(NOW - 30 * 86_400);
        merchant.lists(&[current(), short]).await;
        assert_eq!(merchant.serial_of_a_request().await.unwrap(), NEXT_SERIAL);
        merchant.time_is(NOW);
        merchant.wire.breaks();
        assert_eq!(merchant.serial_of_a_request().await.unwrap(), SERIAL);
    }
}

#[tokio::test]
async fn a_host_that_cannot_be_reached_is_left_for_the_other() {
    for backend in Backend::all() {
        let wire = Arc::new(Wire::default());
        let hosts = ["https://api.mch.weixin.qq.com", "https://api2.mch.weixin.qq.com"];
        let client = builder(*backend, &wire).hosts(hosts).download_certificates().build().unwrap();
        let error = client.refresh_certificates().await.unwrap_err();
        assert!(error.to_string().contains("lost, as the test says"), "{error}");
        assert_eq!(wire.requests(), 2, "both hosts");
    }
}
