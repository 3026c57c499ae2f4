//! WeChat Pay's keys, end to end: certificates that are downloaded and replaced, the echo, notifications that the sandbox sends.

use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::routing::post;
use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use serde_json::Value;
use tokio::sync::mpsc;
use wxpay::client::Builder;
use wxpay::crypto::Backend;
use wxpay::error::{ErrorKind, Outcome};
use wxpay::keys::{Certificate, KeyError, PlatformKey};
use wxpay::notification::{MemoryGuard, Notification, once};
use wxpay::notify::{Event, Ordered, RepaymentContractState};
use wxpay::prelude::*;
use wxpay::security::{SecurityEcho, SecurityEchoRequired};
use wxpay_sandbox::wire::Wire;
use wxpay_sandbox::{ContractKind, Credentials, Keys, Sandbox};
use wxpay_tests::wire::serve;
use wxpay_tests::{order, repayment};

/// A client that has no key of WeChat Pay and downloads its certificates.
fn downloading(credentials: &Credentials, url: String) -> Builder {
    Client::builder()
        .mchid(&credentials.mchid)
        .merchant_serial(&credentials.merchant_serial)
        .private_key_pem(&credentials.merchant_private_key)
        .api_v3_key(&credentials.api_v3_key)
        .download_certificates()
        .hosts([url])
}

fn now() -> i64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
    since.as_secs().try_into().unwrap()
}

#[tokio::test]
async fn certificates_are_downloaded_before_the_first_call_and_not_before_each() {
    let sandbox = Sandbox::builder().keys(Keys::Certificate).start().await.unwrap();
    let wire = Wire::tap(sandbox.address()).await.unwrap();
    let client = downloading(sandbox.credentials(), wire.url()).build().unwrap();
    client.send(&repayment("Downloaded1")).await.unwrap();
    client.send(&order(&client, "20260101000001")).await.unwrap();
    assert_eq!(client.platform().serials(), [sandbox.credentials().platform_serial.clone()]);
    assert!(client.platform().keys()[0].expires().unwrap() > now());
    assert_eq!(downloads(&wire), 1);
}

fn downloads(wire: &Wire) -> usize {
    wire.requests().iter().filter(|request| request.starts_with(b"GET /v3/certificates?algorithm_type=RSA ")).count()
}

#[tokio::test]
async fn the_merchants_own_certificate_is_refused_at_run_time_too() {
    let (_sandbox, client) = started().await;
    let credentials = Sandbox::start().await.unwrap().credentials().clone();
    let certificate = Certificate::from_pem(&credentials.merchant_certificate).unwrap();
    let key = Backend::preferred().unwrap().public_key(certificate.spki()).unwrap();
    assert_eq!(client.platform().add(PlatformKey::certificate(&certificate, key.clone())), Err(KeyError::Own));
    assert_eq!(client.platform().add(PlatformKey::public_key("PUB_KEY_ID_1", key)), Err(KeyError::Own));
    assert_eq!(client.platform().serials(), std::slice::from_ref(&credentials.public_key_id));
}

#[tokio::test]
async fn a_merchant_without_certificates_is_told_to_use_the_public_key() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = downloading(sandbox.credentials(), sandbox.url()).build().unwrap();
    let error = client.send(&order(&client, "20260101000001")).await.unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::Certificates(error) if error.to_string().contains("use the public key")),
        "{error}"
    );
    assert_eq!(error.outcome(), Outcome::NotSent);
}

#[tokio::test]
async fn with_the_public_key_alone_nothing_is_ever_downloaded() {
    let sandbox = Sandbox::start().await.unwrap();
    let wire = Wire::start(sandbox.address(), |answer| {
        let text =
            String::from_utf8_lossy(answer).replace("Wechatpay-Serial: PUB_KEY_ID_", "Wechatpay-Serial: 5157F09E00_");
        *answer = text.into_bytes();
    })
    .await
    .unwrap();
    let client = sandbox.client_builder().hosts([wire.url()]).build().unwrap();
    let error = client.send(&order(&client, "20260101000001")).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Unknown, "{error}");
    assert_eq!((downloads(&wire), wire.requests().len()), (0, 1));
    assert!(client.refresh_certificates().await.is_err());
}

/// Keeps the log.
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

#[tokio::test]
async fn a_certificate_that_is_about_to_end_is_warned_of_once_a_day() {
    let credentials = Sandbox::start().await.unwrap().credentials().clone();
    let time = Arc::new(AtomicI64::new(0));
    let clock = time.clone();
    let client = Client::builder()
        .mchid(&credentials.mchid)
        .merchant_serial(&credentials.merchant_serial)
        .private_key_pem(&credentials.merchant_private_key)
        .platform_certificate_pem(&credentials.platform_certificate)
        .clock(move || clock.load(Ordering::Relaxed))
        .build()
        .unwrap();
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt().with_ansi(false).with_writer(move || writer.clone()).finish();
    let _guard = tracing::subscriber::set_default(subscriber);
    let end = client.platform().keys()[0].expires().unwrap();
    let warnings = || {
        let text = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
        text.lines().filter(|line| line.contains("about to expire")).map(str::to_owned).collect::<Vec<_>>()
    };
    for (days_left, count) in [(31, 0), (29, 1), (29, 1), (28, 2)] {
        time.store(end - days_left * 24 * 60 * 60, Ordering::Relaxed);
        client.prepare(&repayment("Expiry1")).await.unwrap();
        assert_eq!(warnings().len(), count, "{days_left} days left: {:?}", warnings());
    }
    assert!(
        warnings()[0].contains(&credentials.platform_serial) && warnings()[0].contains("days=29"),
        "{:?}",
        warnings()
    );
}

#[tokio::test]
async fn a_certificate_that_has_ended_is_still_believed_and_named_once_a_day() {
    let sandbox = Sandbox::start().await.unwrap();
    let credentials = sandbox.credentials();
    let end = Certificate::from_pem(&credentials.platform_certificate).unwrap().not_after() as i64;
    let time = Arc::new(AtomicI64::new(0));
    let clock = time.clone();
    // The public key encrypts; the certificate only verifies.
    let client = sandbox.client_builder().platform_certificate_pem(&credentials.platform_certificate);
    let client = client.clock(move || clock.load(Ordering::Relaxed)).build().unwrap();
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt().with_ansi(false).with_writer(move || writer.clone()).finish();
    let _guard = tracing::subscriber::set_default(subscriber);
    let warnings = || {
        let text = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
        text.lines()
            .filter(|line| line.contains("has expired and is still trusted"))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    const DAY: i64 = 24 * 60 * 60;
    for (now, count) in [(end - 1, 0), (end + DAY, 1), (end + DAY + 1, 1), (end + 2 * DAY, 2)] {
        time.store(now, Ordering::Relaxed);
        client.prepare(&repayment("Ended1")).await.unwrap();
        assert_eq!(warnings().len(), count, "{now}: {:?}", warnings());
    }
    assert!(
        warnings()[1].contains(&credentials.platform_serial) && warnings()[1].contains("days=2"),
        "{:?}",
        warnings()
    );
    assert!(client.platform().find(&credentials.platform_serial).is_some());
}

/// A second certificate, then the public key, then no certificates: a thousand concurrent calls each time.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_call_is_lost_while_keys_rotate_and_one_download_is_enough() {
    let sandbox = Sandbox::builder().keys(Keys::Certificate).start().await.unwrap();
    let wire = Arc::new(Wire::tap(sandbox.address()).await.unwrap());
    let first = sandbox.credentials().platform_serial.clone();
    let time = Arc::new(AtomicI64::new(now()));
    let clock = time.clone();
    let builder = downloading(sandbox.credentials(), wire.url()).clock(move || clock.load(Ordering::Relaxed));
    let client = builder.build().unwrap();

    a_thousand_calls(&client, "A").await;
    assert_eq!((client.platform().serials(), downloads(&wire)), (vec![first.clone()], 1));

    // A second certificate signs; the client learns of it from an answer, or when its own have become old.
    let second = sandbox.issue_certificate().unwrap();
    move_time(&sandbox, &time, 6 * 60 * 60);
    a_thousand_calls(&client, "B").await;
    assert_eq!(
        (client.platform().newest(time.load(Ordering::Relaxed)).unwrap().serial(), downloads(&wire)),
        (&*second, 2)
    );

    // The first is withdrawn: it signs no more, and the client forgets it only when it expires.
    sandbox.withdraw_certificate(&first);
    move_time(&sandbox, &time, 60);
    a_thousand_calls(&client, "C").await;
    assert!(client.platform().find(&first).is_some());

    // The public key is added at run time, without building a new client; then there are no certificates.
    let credentials = sandbox.credentials();
    sandbox.set_keys(Keys::Both).unwrap();
    let given = sandbox.client().unwrap();
    client.platform().add(given.platform().find(&credentials.public_key_id).unwrap().as_ref().clone()).unwrap();
    sandbox.withdraw_certificate(&second);
    a_thousand_calls(&client, "D").await;
    assert_eq!(client.platform().newest(time.load(Ordering::Relaxed)).unwrap().serial(), credentials.public_key_id);
    assert_eq!(downloads(&wire), 2);
}

fn move_time(sandbox: &Sandbox, time: &AtomicI64, seconds: i64) {
    let moved = time.fetch_add(seconds, Ordering::Relaxed) + seconds;
    sandbox.set_clock_ahead(moved - now()).unwrap();
}

async fn a_thousand_calls(client: &Client, prefix: &str) {
    let lost = Arc::new(AtomicUsize::new(0));
    let calls = (0..1000).map(|number| {
        let (client, lost, order) = (client.clone(), lost.clone(), order(client, &format!("{prefix}2026{number:06}")));
        tokio::spawn(async move {
            if let Err(error) = client.send(&order).await {
                lost.fetch_add(1, Ordering::Relaxed);
                println!("{error}");
            }
        })
    });
    for call in calls.collect::<Vec<_>>() {
        call.await.unwrap();
    }
    assert_eq!(lost.load(Ordering::Relaxed), 0, "{prefix}");
}

#[tokio::test]
async fn the_echo_tries_everything_around_a_call() {
    let (sandbox, client) = started().await;
    let (url, mut received) = listen(StatusCode::NO_CONTENT).await;
    let echo = SecurityEcho::new(SecurityEchoRequired { echo_message: "hello".into() })
        .encrypted_echo_message("王小明")
        .notify_url(&url);
    let answer = client.send(&echo).await.unwrap();
    assert_eq!(answer.echo_message, "hello");
    assert_eq!(answer.encrypted_echo_message.unwrap().expose(), Some("王小明"));

    let (headers, body) = received.recv().await.unwrap();
    let notification: Notification<Event> = client.notifications().unwrap().receive(&headers, &body).await.unwrap();
    assert_eq!(notification.event_type, "SECURITY_ECHO.SUCCESS");
    assert_eq!(notification.original_type.as_deref(), Some("security"));
    let Event::SecurityEcho(echo) = notification.resource else { panic!("{notification:?}") };
    assert_eq!(echo.secret().and_then(Sensitive::expose), Some("王小明"));
    // The sandbox records the attempt once it has read the answer.
    while sandbox.deliveries().unwrap().is_empty() {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    assert_eq!(sandbox.deliveries().unwrap()[0].status, Some(204));
}

#[tokio::test]
async fn a_payment_is_notified_until_it_is_accepted_and_every_repetition_has_the_same_id() {
    let sandbox = Sandbox::builder().notification_second(Duration::from_millis(1)).start().await.unwrap();
    let client = sandbox.client().unwrap();
    let (url, mut received) = listen(StatusCode::INTERNAL_SERVER_ERROR).await;
    let mut order = order(&client, "20260101000001");
    order.notify_url = url;
    client.send(&order).await.unwrap();
    sandbox.pay_order("20260101000001").unwrap();
    assert!(sandbox.pay_order("20260101000001").is_err());
    let paid = client.send(&order).await.unwrap_err();
    assert_eq!(paid.code(), Some(&wxpay::error::ErrorCode::OrderPaid));

    let (guard, notifications) = (MemoryGuard::default(), client.notifications().unwrap());
    let mut handled = Vec::new();
    let mut signatures = std::collections::BTreeSet::new();
    for _ in 0..3 {
        let (headers, body) = received.recv().await.unwrap();
        let notification: Notification<Event> = notifications.receive(&headers, &body).await.unwrap();
        let Event::Payment(payment) = &notification.resource else { panic!("{notification:?}") };
        assert_eq!(payment.check(&Ordered::from(&order)), Ok(()));
        let mut other = order.clone();
        other.amount.total = Fen::new(99);
        assert_eq!(payment.check(&Ordered::from(&other)).unwrap_err()[0].pointer, "/amount/total");
        handled.push(once(&guard, &notification.id, async { Ok::<_, String>(()) }).await.unwrap());
        signatures.insert(headers["wechatpay-signature"].clone().to_str().unwrap().to_owned());
    }
    assert_eq!(handled, [Some(()), None, None]);
    assert_eq!(signatures.len(), 3, "every attempt is signed anew");
}

#[tokio::test]
async fn a_signed_contract_of_repayment_is_notified_and_a_declined_one_is_not() {
    let (sandbox, client) = started().await;
    let (url, mut received) = listen(StatusCode::OK).await;
    for code in ["Declined", "Signed"] {
        let mut presign = repayment(code);
        presign.contract_notify_url = url.clone();
        client.send(&presign).await.unwrap();
    }
    sandbox.decline_contract(ContractKind::CreditRepayment, "Declined").unwrap();
    sandbox.sign_contract(ContractKind::CreditRepayment, "Signed").unwrap();
    let (headers, body) = received.recv().await.unwrap();
    let notification: Notification<Event> = client.notifications().unwrap().receive(&headers, &body).await.unwrap();
    let Event::RepaymentContract(contract) = notification.resource else { panic!("{notification:?}") };
    assert_eq!(contract.out_contract_code, "Signed");
    assert_eq!(contract.contract_state, RepaymentContractState::Effective);
}

#[tokio::test]
async fn both_kinds_of_keys_sign_notifications_while_a_merchant_changes() {
    let (sandbox, client) = started().await;
    sandbox.set_keys(Keys::Both).unwrap();
    let credentials = sandbox.credentials();
    let resource = serde_json::json!({ "out_trade_no": "1" });
    let notifications = client.notifications().unwrap();
    let by_certificate = |serial: &str| {
        let (sandbox, serial, resource) = (&sandbox, serial.to_owned(), resource.clone());
        async move { sandbox.notification_by(&serial, "TRANSACTION.SUCCESS", "transaction", &resource).await.unwrap() }
    };
    let (headers, body) = sandbox.notification("TRANSACTION.SUCCESS", "transaction", &resource).await.unwrap();
    notifications.receive::<Value>(&headers, &body).await.unwrap();

    let (headers, body) = by_certificate(&credentials.platform_serial).await;
    assert!(notifications.receive::<Value>(&headers, &body).await.is_err(), "a certificate that is not known");
    let downloading = downloading(credentials, sandbox.url()).build().unwrap();
    // This client does not know it either, but may download it.
    downloading.notifications().unwrap().receive::<Value>(&headers, &body).await.unwrap();
    let second = sandbox.issue_certificate().unwrap();
    let (headers, body) = by_certificate(&second).await;
    let error = downloading.notifications().unwrap().receive::<Value>(&headers, &body).await.unwrap_err();
    assert!(error.to_string().contains("unknown key"), "no second download within a minute: {error}");
}

async fn started() -> (Sandbox, Client) {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    (sandbox, client)
}

/// Starts a server that keeps what is posted to it and always gives the same answer. Returns its URL, and what it receives.
async fn listen(answer: StatusCode) -> (String, mpsc::UnboundedReceiver<(HeaderMap, Bytes)>) {
    let (sender, receiver) = mpsc::unbounded_channel();
    let keep = async move |headers: HeaderMap, body: Bytes| {
        // A test may have ended already.
        let _ = sender.send((headers, body));
        answer
    };
    let url = serve(Router::new().route("/notify", post(keep))).await;
    (format!("{url}/notify"), receiver)
}
