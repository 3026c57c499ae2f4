//! The client without async: from threads, inside runtimes, from several places at once.

use std::sync::{Arc, Mutex, mpsc};
use std::time::Duration;

use bytes::Bytes;
use serde_json::{Value, json};
use tokio::runtime::{Builder, Runtime};
use wxpay::blocking::Client;
use wxpay::client::RetryPolicy;
use wxpay::error::{ErrorKind, Outcome};
use wxpay::notification::{Claim, MemoryGuard};
use wxpay::pay::AppPrepay;
use wxpay::transport::Stage;
use wxpay_sandbox::{Keys, Sandbox};
use wxpay_tests::guards::lease;
use wxpay_tests::order;
use wxpay_tests::wire::{Raw, Scripted, lost};

use crate::transport::{Numbered, answer, numbered};

/// A sandbox on a runtime of its own, as if it were another machine.
struct Elsewhere {
    sandbox: Sandbox,
    runtime: Runtime,
}

impl Elsewhere {
    fn start() -> Self {
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let sandbox = runtime.block_on(Sandbox::builder().keys(Keys::Both).endpoint(answer).start()).unwrap();
        Self { sandbox, runtime }
    }

    fn client(&self) -> Client {
        self.sandbox.client_builder().build_blocking().unwrap()
    }
}

#[test]
fn every_call_works_without_a_runtime() {
    let elsewhere = Elsewhere::start();
    let client = elsewhere.client();
    assert_eq!(client.send(&numbered("A1")).unwrap().text, "A1");
    let answered = client.execute(&numbered("A2")).unwrap();
    assert_eq!((answered.status().as_u16(), answered.get().text.as_str()), (200, "A2"));
    let encoded = client.encode(&numbered("A3")).unwrap();
    assert_eq!(client.resend::<Numbered>(&encoded).unwrap().get().text, "A3");

    let request = client.prepare(&numbered("A4")).unwrap();
    assert!(request.headers().contains_key("authorization"));
    let unsigned = http::Response::builder().body(Bytes::from_static(b"{}")).unwrap();
    let error = client.accept::<Numbered>(unsigned).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Unverified(_)), "{error}");

    let async_client = elsewhere.sandbox.client().unwrap();
    let order = order(&async_client, "20260101000001");
    let prepay = client.send::<AppPrepay>(&order).unwrap();
    assert_eq!(client.app_payment(&order.appid, &prepay.prepay_id).unwrap().prepayid, prepay.prepay_id);
    let payment = client.jsapi_payment(&order.appid, &prepay.prepay_id).unwrap();
    assert_eq!(payment.package, format!("prepay_id={}", prepay.prepay_id));

    let certificates = elsewhere.sandbox.client_builder().download_certificates().build_blocking().unwrap();
    certificates.refresh_certificates().unwrap();
    assert_eq!(certificates.platform().serials().len(), 2);
    assert_eq!(client.merchant().id(), elsewhere.sandbox.credentials().mchid);
}

#[test]
fn a_notification_is_received_once() {
    let elsewhere = Elsewhere::start();
    let resource = json!({ "transaction_id": "1" });
    let made = elsewhere.sandbox.notification("TRANSACTION.SUCCESS", "transaction", &resource);
    let (headers, body) = elsewhere.runtime.block_on(made).unwrap();
    let notifications = elsewhere.client().notifications().unwrap();
    let notification = notifications.receive::<Value>(&headers, &body).unwrap();
    assert_eq!(notification.resource, resource);
    assert!(notifications.receive::<Value>(&headers, b"{}").is_err());
    let guard = MemoryGuard::default();
    let given_back = lease(notifications.claim(&guard, &notification.id).unwrap());
    assert_eq!(notifications.claim(&guard, &notification.id).unwrap(), Claim::Busy);
    notifications.release(&guard, given_back).unwrap();
    let done = lease(notifications.claim(&guard, &notification.id).unwrap());
    notifications.complete(&guard, done).unwrap();
    assert_eq!(notifications.claim(&guard, &notification.id).unwrap(), Claim::Duplicate);
}

#[test]
fn several_threads_call_at_once() {
    let elsewhere = Elsewhere::start();
    let client = elsewhere.client();
    std::thread::scope(|scope| {
        for thread in 0..8 {
            let client = client.clone();
            scope.spawn(move || {
                for call in 0..5 {
                    let number = format!("T{thread}C{call}");
                    assert_eq!(client.send(&numbered(&number)).unwrap().text, number);
                }
            });
        }
    });
}

#[test]
fn it_may_be_made_called_and_dropped_within_any_runtime() {
    let elsewhere = Elsewhere::start();
    for runtime in [Builder::new_current_thread(), Builder::new_multi_thread()] {
        let runtime = { runtime }.enable_all().build().unwrap();
        runtime.block_on(async {
            let client = elsewhere.client();
            assert_eq!(client.send(&numbered("A1")).unwrap().text, "A1");
            let clone = client.clone();
            drop(client);
            assert_eq!(tokio::spawn(async move { clone.send(&numbered("A2")) }).await.unwrap().unwrap().text, "A2");
            let around = Client::new(elsewhere.sandbox.client().unwrap()).unwrap();
            assert_eq!(around.send(&numbered("A3")).unwrap().text, "A3");
        });
    }
}

#[test]
fn a_task_that_has_spent_its_turn_can_still_call() {
    let elsewhere = Elsewhere::start();
    let client = elsewhere.client();
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    runtime
        .block_on(runtime.spawn(async move {
            // The task uses up its budget without letting others run.
            while tokio::task::coop::has_budget_remaining() {
                std::future::poll_fn(|context| {
                    tokio::task::coop::poll_proceed(context).map(|proceed| proceed.made_progress())
                })
                .await;
            }
            for call in 0..20 {
                let number = format!("A{call}");
                assert_eq!(client.send(&numbered(&number)).unwrap().text, number);
            }
        }))
        .unwrap();
}

#[test]
fn pauses_and_limits_are_kept_without_a_runtime_around() {
    let elsewhere = Elsewhere::start();
    let (silent, broken) = elsewhere.runtime.block_on(async {
        let busy = "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n".to_owned();
        (Raw::silent().await, Raw::saying(busy).await)
    });
    let at = |url: &str| elsewhere.sandbox.client_builder().hosts([url]).build_blocking().unwrap();
    let short = Duration::from_millis(50);
    let error = at(&silent.url).retrying(RetryPolicy::OFF.attempt(short)).send(&numbered("A1")).unwrap_err();
    assert_eq!((error.outcome(), error.sends()), (Outcome::Unknown, 1), "{error}");
    let policy = RetryPolicy::STANDARD.sends(3).pauses(short / 10, short);
    let error = at(&broken.url).retrying(policy).send(&numbered("A1")).unwrap_err();
    assert_eq!((error.outcome(), error.sends(), broken.visits()), (Outcome::Unknown, 3, 3), "{error}");
}

/// A transport whose first request leaves a task behind. The task holds `held` for as long as the runtime lives.
fn haunted(held: mpsc::Sender<()>) -> Arc<Scripted> {
    let held = Mutex::new(Some(held));
    Scripted::new(move |_| {
        let held = held.lock().unwrap().take();
        tokio::spawn(async move {
            std::future::pending::<()>().await;
            drop(held);
        });
        async { Err(lost(Stage::Exchanging)) }
    })
}

#[test]
fn the_runtime_ends_with_the_last_clone() {
    let elsewhere = Elsewhere::start();
    let (held, ended) = mpsc::channel();
    let builder = elsewhere.sandbox.client_builder().transport(haunted(held)).retry(RetryPolicy::OFF);
    let client = builder.build_blocking().unwrap();
    client.send(&numbered("A1")).unwrap_err();
    let beside = client.beside(elsewhere.sandbox.client().unwrap());
    drop(client);
    assert_eq!(beside.send(&numbered("A2")).unwrap().text, "A2");
    assert_eq!(ended.try_recv(), Err(mpsc::TryRecvError::Empty));
    drop(beside);
    assert_eq!(ended.recv_timeout(Duration::from_secs(10)), Err(mpsc::RecvTimeoutError::Disconnected));
}
