//! Reports about a notification, to the observer and to the log. The log never has its content.

use std::sync::{Arc, Mutex};

use http::HeaderMap;
use serde_json::json;
use wxpay::client::{Incoming, Observer, Reading};
use wxpay::notification::{LARGEST, NotificationError, Notifications};
use wxpay::notify::Event;
use wxpay::verify::VerifyError;
use wxpay_tests::capture::secret;
use wxpay_tests::leaks::Kind;

use super::{ENVELOPE_NONCE, KEY_ID, Key, NOW, Parties, builder};

#[derive(Default)]
struct Told(Mutex<Vec<String>>);

impl Observer for Told {
    fn notification(&self, notification: &Incoming<'_>) {
        let Incoming { merchant, id, event_type, verified, reading, .. } = notification;
        let reading = match reading {
            Reading::Read => "read".to_owned(),
            Reading::Unread(why) => format!("unread: {why}"),
            Reading::Refused(error) => format!("refused: {error}"),
            _ => "something else".to_owned(),
        };
        let line = format!("{merchant} {} {} {verified} {reading}", id.unwrap_or("-"), event_type.unwrap_or("-"));
        self.0.lock().unwrap().push(line);
    }
}

impl Told {
    fn lines(&self) -> Vec<String> {
        std::mem::take(&mut *self.0.lock().unwrap())
    }
}

fn observed(parties: &Parties) -> (Notifications, Arc<Told>) {
    let told = Arc::new(Told::default());
    let builder = builder(parties.backend, &parties.wire).platform_public_key_pem(KEY_ID, &Key::shared().spki);
    (builder.observer(told.clone()).build().unwrap().notifications().unwrap(), told)
}

#[tokio::test]
async fn the_observer_hears_of_every_notification_once() {
    for parties in Parties::all() {
        let (notifications, told) = observed(&parties);
        let payment = json!({"appid": "wx1", "mchid": "1900000001", "out_trade_no": "T1", "amount": {"total": 1}});
        let misfit = json!({"appid": "wx1", "mchid": "1900000001", "out_trade_no": "T1"});
        for (plain, reading) in [
            (payment.to_string(), "read"),
            (misfit.to_string(), "unread: /amount is missing"),
            ("no JSON".to_owned(), "unread: not JSON: expected ident at line 1 column 2"),
        ] {
            let mut envelope = parties.envelope();
            envelope["resource"]["ciphertext"] = parties.sealed(ENVELOPE_NONCE, Some("transaction"), &plain).into();
            let body = envelope.to_string();
            let headers = parties.signed_at(NOW, body.as_bytes()).await;
            notifications.receive::<Event>(&headers, body.as_bytes()).await.unwrap();
            let id = "EV-2018022511223320873";
            assert_eq!(told.lines(), [format!("1900000001 {id} TRANSACTION.SUCCESS true {reading}")]);
        }

        let mut envelope = parties.envelope();
        envelope["resource"]["nonce"] = "another-nonc".into();
        let body = envelope.to_string();
        let headers = parties.signed_at(NOW, body.as_bytes()).await;
        notifications.receive::<Event>(&headers, body.as_bytes()).await.unwrap_err();
        let lines = told.lines();
        assert!(lines.len() == 1 && lines[0].contains("TRANSACTION.SUCCESS true refused"), "{lines:?}");

        let error = notifications.receive::<Event>(&HeaderMap::new(), b"{}").await.unwrap_err();
        assert_eq!(error, NotificationError::Unverified(VerifyError::Unsigned));
        notifications.receive::<Event>(&headers, &vec![b' '; LARGEST + 1]).await.unwrap_err();
        let lines = told.lines();
        assert!(
            lines.len() == 2 && lines.iter().all(|line| line.starts_with("1900000001 - - false refused")),
            "{lines:?}"
        );
    }
}

#[tokio::test]
async fn a_misfit_is_an_event_and_for_a_type_of_ones_own_an_error() {
    for parties in Parties::all() {
        let misfit = json!({"out_trade_no": "T1"}).to_string();
        let mut envelope = parties.envelope();
        envelope["resource"]["ciphertext"] = parties.sealed(ENVELOPE_NONCE, Some("transaction"), &misfit).into();
        let body = envelope.to_string();
        let headers = parties.signed_at(NOW, body.as_bytes()).await;
        let received = parties.notifications.receive::<Event>(&headers, body.as_bytes()).await.unwrap();
        assert!(matches!(received.resource, Event::Unread { .. }), "{received:?}");
        let error = parties.notifications.receive::<Strict>(&headers, body.as_bytes()).await.unwrap_err();
        assert!(matches!(error, NotificationError::Resource { .. }), "{error}");
        assert_eq!(error.status(), http::StatusCode::INTERNAL_SERVER_ERROR);
    }
}

#[tokio::test]
async fn what_does_not_fit_is_logged_at_error_with_type_and_id_and_without_its_content() {
    for parties in Parties::all() {
        let misfit = json!({"out_trade_no": CANARY, "amount": CANARY}).to_string();
        secret(Kind::Body, &misfit);
        for plain in [misfit, format!("no JSON: {CANARY}")] {
            let mut envelope = parties.envelope();
            envelope["resource"]["ciphertext"] = parties.sealed(ENVELOPE_NONCE, Some("transaction"), &plain).into();
            let body = envelope.to_string();
            let headers = parties.signed_at(NOW, body.as_bytes()).await;
            let log = Log::default();
            let lines = log.clone();
            let subscriber = tracing_subscriber::fmt().with_ansi(false).with_writer(move || lines.clone()).finish();
            let guard = tracing::subscriber::set_default(subscriber);
            parties.notifications.receive::<Event>(&headers, body.as_bytes()).await.unwrap();
            parties.notifications.receive::<Quoting>(&headers, body.as_bytes()).await.unwrap_err();
            drop(guard);
            let log = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
            assert_eq!(log.lines().filter(|line| line.contains("ERROR")).count(), 2, "{log}");
            for told in ["EV-2018022511223320873", "TRANSACTION.SUCCESS"] {
                assert_eq!(log.matches(told).count(), 2, "{log}");
            }
            assert!(!log.contains(CANARY), "{log}");
        }
    }
}

#[tokio::test]
async fn a_notification_is_one_line_at_info_or_above() {
    for parties in Parties::all() {
        let payment = json!({"appid": "wx1", "mchid": "1900000001", "out_trade_no": "T1", "amount": {"total": 1}});
        let body = |plain: &str| {
            let mut envelope = parties.envelope();
            envelope["resource"]["ciphertext"] = parties.sealed(ENVELOPE_NONCE, Some("transaction"), plain).into();
            envelope.to_string()
        };
        let (good, misfit) = (body(&payment.to_string()), body("{}"));
        // Genuine, but it does not open.
        let mut envelope = parties.envelope();
        envelope["resource"]["ciphertext"] = parties.sealed(ENVELOPE_NONCE, Some("refund"), "{}").into();
        let sealed = envelope.to_string();
        let of_sealed = parties.signed_at(NOW, sealed.as_bytes()).await;
        let signed = parties.signed_at(NOW, good.as_bytes()).await;
        let of_misfit = parties.signed_at(NOW, misfit.as_bytes()).await;
        let mut probe = signed.clone();
        probe.insert("wechatpay-signature", http::HeaderValue::from_static("WECHATPAY/SIGNTEST/x"));
        let cases = [
            (&signed, &good, "INFO", "read", true),
            (&of_misfit, &misfit, "ERROR", "unread", true),
            (&of_sealed, &sealed, "WARN", "refused", true),
            // Forged, or changed on its way: this needs no alarm.
            (&signed, &misfit, "INFO", "refused", false),
            (&probe, &good, "INFO", "refused", false),
            (&HeaderMap::new(), &good, "INFO", "refused", false),
        ];
        for (headers, body, level, reading, verified) in cases {
            let log = Log::default();
            let lines = log.clone();
            let subscriber = tracing_subscriber::fmt().with_ansi(false).with_writer(move || lines.clone()).finish();
            let guard = tracing::subscriber::set_default(subscriber);
            let _ = parties.notifications.receive::<Event>(headers, body.as_bytes()).await;
            drop(guard);
            let log = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
            assert_eq!(log.lines().count(), 1, "{log}");
            let told = [format!("{level} wxpay::notification: "), format!("reading=\"{reading}\"")];
            assert!(told.iter().all(|told| log.contains(told)), "{told:?} in {log}");
            assert!(log.contains(r#"merchant="1900000001""#) && log.contains("duration="), "{log}");
            assert_eq!(log.contains("EV-2018022511223320873"), verified, "{log}");
        }
    }
}

/// Panics at every notification.
struct Panics;

impl Observer for Panics {
    fn notification(&self, _: &Incoming<'_>) {
        panic!("an observer's notification");
    }
}

#[tokio::test]
async fn an_observer_that_panics_loses_no_notification() {
    for parties in Parties::all() {
        let told = Arc::new(Told::default());
        let builder = builder(parties.backend, &parties.wire).platform_public_key_pem(KEY_ID, &Key::shared().spki);
        let client = builder.observer(Arc::new(Panics)).observer(told.clone()).build().unwrap();
        let body = parties.envelope().to_string();
        let headers = parties.signed_at(NOW, body.as_bytes()).await;
        client.notifications().unwrap().receive::<serde_json::Value>(&headers, body.as_bytes()).await.unwrap();
        assert_eq!(told.lines().len(), 1);
    }
}

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

const CANARY: &str = "canary-7f3a";

/// An application's own resource.
#[derive(Debug)]
struct Strict;

impl wxpay::notification::Resource for Strict {
    fn read(_: &str, json: &[u8]) -> Result<Self, wxpay::DecodeError> {
        wxpay::from_json::<wxpay::notify::Payment>(json).map(|_| Self)
    }
}

/// A resource whose error quotes what it has read.
#[derive(Debug)]
struct Quoting;

impl wxpay::notification::Resource for Quoting {
    fn read(_: &str, json: &[u8]) -> Result<Self, wxpay::DecodeError> {
        Err(wxpay::DecodeError::Syntax(String::from_utf8_lossy(json).into_owned()))
    }
}
