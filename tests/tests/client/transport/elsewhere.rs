//! Calls from places where a client cannot be used: outside of a runtime, in a forked child, without a free file descriptor.

use std::fs::{self, File};
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use futures_util::FutureExt as _;
use tokio::runtime::Builder;
use wxpay::client::Client;
use wxpay::download::Download;
use wxpay::error::{Error, ErrorKind, Outcome};
use wxpay::transport::{Options, Reqwest, Stage, Transport as _};
use wxpay_sandbox::{Keys, Sandbox};
use wxpay_tests::{capture, in_a_process_of_its_own, order};

use crate::transport::{Numbered, answer, numbered};

fn assert_unusable(error: &Error, outcome: Outcome, reason: &str) {
    assert!(matches!(error.kind(), ErrorKind::Unusable(_)), "{error}");
    assert_eq!(error.outcome(), outcome, "{error}");
    assert!(error.to_string().contains(reason), "{error}");
}

/// Calls in every way. Only asking is about a request that may have been done before.
async fn assert_nothing_is_sent(client: &Client, reason: &str) {
    let encoded = client.encode(&numbered("A1")).unwrap();
    let not_sent = [
        client.send(&numbered("A1")).await.unwrap_err(),
        client.resend::<Numbered>(&encoded).await.map(drop).unwrap_err(),
        client.settle(&order(client, "Elsewhere1")).await.map(drop).unwrap_err(),
        client.download(&download(), &mut Vec::new()).await.map(drop).unwrap_err(),
    ];
    for error in &not_sent {
        assert_unusable(error, Outcome::NotSent, reason);
    }
    assert_unusable(&client.ask(&order(client, "Elsewhere1")).await.unwrap_err(), Outcome::Unknown, reason);
    // A caller that sends requests itself needs no transport.
    client.prepare(&numbered("A1")).await.unwrap();
}

fn download() -> Download {
    Download::new("https://api.mch.weixin.qq.com/v3/billdownload/file?token=1", "SHA1", "0".repeat(40))
}

#[test]
fn outside_of_a_runtime_nothing_is_sent_and_nothing_panics() {
    let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let sandbox = runtime.block_on(Sandbox::builder().keys(Keys::Both).endpoint(answer).start()).unwrap();
    for client in [sandbox.client().unwrap(), sandbox.client_builder().download_certificates().build().unwrap()] {
        let began = Instant::now();
        assert_nothing_is_sent(&client, "no tokio runtime").now_or_never().unwrap();
        assert!(began.elapsed() < Duration::from_secs(5));
        runtime.block_on(client.send(&numbered("A1"))).unwrap();
    }
}

#[test]
fn the_transport_by_itself_says_so_too() {
    let transport = Reqwest::new(Options::default()).unwrap();
    let request = http::Request::get("http://127.0.0.1:9/").body(bytes::Bytes::new()).unwrap();
    let sent = transport.send(request).now_or_never().unwrap();
    let error = sent.map(drop).unwrap_err();
    assert_eq!(error.stage, Stage::Connecting);
    assert!(error.to_string().contains("no tokio runtime"), "{error}");
}

/// A forked child writes what it finds to the file, and the parent continues.
#[test]
#[ignore = "forks, in a process of its own"]
fn forked() {
    let found = std::env::var("WXPAY_TESTS_FOUND").unwrap();
    let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let sandbox = runtime.block_on(Sandbox::builder().keys(Keys::Both).endpoint(answer).start()).unwrap();
    let (inside, blocking) = (sandbox.client().unwrap(), sandbox.client_builder().build_blocking().unwrap());
    let credentials = sandbox.credentials();
    let certificates = Client::builder()
        .mchid(&credentials.mchid)
        .merchant_serial(&credentials.merchant_serial)
        .private_key_pem(&credentials.merchant_private_key)
        .api_v3_key(&credentials.api_v3_key)
        .download_certificates()
        .hosts([sandbox.url()])
        .build_blocking()
        .unwrap();
    runtime.block_on(inside.send(&numbered("A1"))).unwrap();
    blocking.send(&numbered("A2")).unwrap();
    let requests = sandbox.requests().len();
    match fork::fork().unwrap() {
        fork::Fork::Child => {
            let work = std::panic::AssertUnwindSafe(|| {
                let errors = [
                    inside.send(&numbered("A3")).now_or_never().unwrap().unwrap_err(),
                    blocking.send(&numbered("A4")).unwrap_err(),
                    certificates.send(&numbered("A5")).unwrap_err(),
                    certificates.refresh_certificates().unwrap_err(),
                ];
                errors.iter().for_each(|error| assert_unusable(error, Outcome::NotSent, "forked"));
                assert!(
                    blocking.notifications().unwrap().claim(&wxpay::notification::MemoryGuard::new(2), "1").is_err()
                );
                drop((blocking, certificates));
            });
            let text = if std::panic::catch_unwind(work).is_ok() { "nothing was sent" } else { "panicked" };
            fs::write(&found, text).unwrap();
            // Neither destructors nor the harness may run twice.
            std::process::abort();
        }
        fork::Fork::Parent(child) => {
            while !Path::new(&found).exists() {
                std::thread::sleep(Duration::from_millis(20));
            }
            let _ = fork::waitpid(child);
            assert_eq!(sandbox.requests().len(), requests);
            assert_eq!(blocking.send(&numbered("A6")).unwrap().text, "A6");
            assert_eq!(runtime.block_on(inside.send(&numbered("A7"))).unwrap().text, "A7");
        }
    }
}

#[test]
fn a_forked_child_sends_nothing_and_leaves_its_parent_alone() {
    let folder = tempfile::tempdir().unwrap();
    let found = folder.path().join("found");
    let mut again = in_a_process_of_its_own("transport::elsewhere::forked");
    let began = Instant::now();
    let output = again.env("WXPAY_TESTS_FOUND", &found).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(fs::read_to_string(&found).unwrap(), "nothing was sent");
    assert!(began.elapsed() < Duration::from_secs(60));
}

#[test]
#[ignore = "uses up all descriptors, in a process of its own"]
fn exhausted() {
    let mut held = Vec::new();
    while let Ok(file) = File::open("/dev/null") {
        held.push(file);
    }
    let error = Reqwest::new(Options::default()).unwrap_err();
    drop(held);
    assert_eq!(error.stage, Stage::Connecting);
    assert!(error.to_string().contains("Too many open files"), "{error}");
}

#[test]
fn without_a_descriptor_the_error_says_so_and_does_not_blame_the_authorities() {
    let again = in_a_process_of_its_own("transport::elsewhere::exhausted");
    let arguments = again.get_args().map(|argument| argument.to_str().unwrap()).collect::<Vec<_>>().join(" ");
    let script = format!("ulimit -n 40; exec {} {arguments}", again.get_program().to_str().unwrap());
    let output = capture::off(Command::new("sh").args(["-c", &script])).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
}

#[test]
fn a_timer_of_ones_own_decides_for_itself() {
    struct Anywhere;
    impl wxpay::transport::Timer for Anywhere {
        fn sleep(&self, _: Duration) -> wxpay::crypto::BoxFuture<'static, ()> {
            Box::pin(std::future::ready(()))
        }
    }
    let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let sandbox = runtime.block_on(Sandbox::builder().endpoint(answer).start()).unwrap();
    let client = sandbox.client_builder().timer(Arc::new(Anywhere)).build().unwrap();
    let error = client.send(&numbered("A1")).now_or_never().unwrap().unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Transport(_)), "{error}");
    assert_eq!(error.outcome(), Outcome::NotSent, "{error}");
}
