//! `wxpay::doctor` in an application: the calls that it makes, the faults that the clock explains, and its judgement of what
//! arrives. The command line's tests cover the rest.

use std::fs::File;
use std::process::Command;
use std::time::{SystemTime, UNIX_EPOCH};

use http::HeaderMap;
use serde_json::json;
use wxpay::client::{Client, RetryPolicy};
use wxpay::doctor::{self, Proof};
use wxpay::finding::{Finding, State};
use wxpay::transport::{Options, Reqwest, Stage, TransportError, Trouble};
use wxpay_sandbox::faults::Damage;
use wxpay_sandbox::{Flaw, Keys, Notice, Sandbox};
use wxpay_tests::wire::Scripted;

fn of<'a>(findings: &'a [Finding], check: &str) -> &'a Finding {
    findings.iter().find(|finding| finding.check == check).unwrap_or_else(|| panic!("{check}: {findings:#?}"))
}

#[tokio::test]
async fn nothing_is_called_that_could_move_money() {
    let sandbox = Sandbox::builder().keys(Keys::Both).start().await.unwrap();
    let client = sandbox.client().unwrap();
    let findings = doctor::check(&client).await;
    assert!(findings.iter().all(|finding| finding.state == State::Right), "{findings:#?}");
    let proof = Proof::begin(&client, "http://127.0.0.1:9/notify").unwrap();
    let findings = proof.check().await;
    assert_eq!(findings.last().unwrap().state, State::Unproven, "{findings:#?}");
    let mut called: Vec<_> = sandbox
        .requests()
        .into_iter()
        .map(|request| format!("{} {}", request.method, request.target.split('?').next().unwrap()))
        .collect();
    called.sort_unstable();
    called.dedup();
    assert_eq!(called, ["GET /v3/certificates", "POST /v3/security/echo"]);
}

#[tokio::test]
async fn the_clock_comes_first_and_takes_the_blame() {
    let sandbox = Sandbox::start().await.unwrap();
    for (ahead, state) in [(0, State::Right), (-200, State::Warning), (3600, State::Wrong), (-3600, State::Wrong)] {
        sandbox.set_clock_ahead(ahead).unwrap();
        let findings = doctor::check(&sandbox.client().unwrap()).await;
        assert_eq!((findings[0].check, findings[0].state), ("clock", state), "{findings:#?}");
        for check in ["signed call", "encryption"] {
            let finding = of(&findings, check);
            assert_eq!(finding.state == State::Wrong, state == State::Wrong, "{finding:?}");
            let remedy = finding.remedy.as_deref().unwrap_or("set the clock first");
            assert!(remedy.contains("set the clock first"), "{finding:?}");
        }
    }
}

/// The client's clock counts, because it signs.
#[tokio::test]
async fn a_clock_of_ones_own_is_looked_at_instead_of_the_systems() {
    let sandbox = Sandbox::start().await.unwrap();
    let ahead = || i64::try_from(SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs()).unwrap() + 4000;
    let client = sandbox.client_builder().clock(ahead).build().unwrap();
    let clock = doctor::check(&client).await.swap_remove(0);
    assert!(clock.state == State::Wrong && clock.text.contains("ahead of"), "{clock:?}");
}

/// A sandbox, which can make whatever may arrive, and a proof.
async fn begun() -> (Sandbox, Proof) {
    let sandbox = Sandbox::start().await.unwrap();
    let proof = Proof::begin(&sandbox.client().unwrap(), "http://127.0.0.1:9/notify").unwrap();
    (sandbox, proof)
}

/// An echo of the request, without the encrypted member.
fn echo(proof: &Proof) -> Notice {
    Notice::new("SECURITY_ECHO.SUCCESS", "security", json!({ "echo_message": proof.message() }))
}

#[tokio::test]
async fn what_arrives_is_judged_by_what_is_wrong_with_it() {
    let (sandbox, proof) = begun().await;
    let echo = echo(&proof);
    let other = Notice::new("SECURITY_ECHO.SUCCESS", "security", json!({ "echo_message": "something else" }));
    let payment = Notice::payment("20260101000001", wxpay::prelude::Fen::new(1));
    let odd = Notice::new("SECURITY_ECHO.SUCCESS", "security", json!({ "message": 1 }));
    for (notice, state, words, status) in [
        (echo.clone().flawed(Damage::WrongSignature), State::Wrong, "does not fit its body", 401),
        (echo.clone().flawed(Damage::NoSignature), State::Wrong, "without its `Wechatpay-*` headers", 401),
        (echo.clone().flawed(Damage::UnknownSerial), State::Wrong, "unknown key", 401),
        (echo.clone().flawed(Damage::Clock(-4000)), State::Wrong, "signed 4000 s ago", 401),
        (echo.clone().flawed(Damage::Probe), State::Skipped, "signature probe", 401),
        (echo.clone().flawed(Damage::TruncatedJson), State::Wrong, "envelope is not as documented", 400),
        (echo.clone().flawed(Flaw::AlteredBody), State::Wrong, "does not fit its body", 401),
        (echo.clone().flawed(Flaw::OtherKey), State::Wrong, "the APIv3 key does not open it", 500),
        (other, State::Wrong, "says `something else`", 204),
        (payment, State::Skipped, "`TRANSACTION.SUCCESS` arrived", 503),
        (odd, State::Wrong, "not as documented", 503),
        (echo.clone(), State::Right, "is the one that was sent", 204),
        (echo, State::Warning, "arrived twice", 204),
    ] {
        let (headers, body) = sandbox.notice(&notice).await.unwrap();
        let judged = proof.judge("/notify", &headers, &body).await;
        assert!(judged.finding.state == state && judged.finding.text.contains(words), "{words}: {:?}", judged.finding);
        assert_eq!(judged.reply.status().as_u16(), status, "{:?}", judged.finding);
        let needs = matches!(state, State::Wrong | State::Warning);
        assert_eq!(judged.finding.remedy.is_some(), needs, "{:?}", judged.finding);
    }
}

/// An `echo_message` is random and not a key, so both are shown for comparison.
#[tokio::test]
async fn an_earlier_echo_is_shown_beside_this_one() {
    let (sandbox, proof) = begun().await;
    let earlier = Proof::begin(&sandbox.client().unwrap(), "http://127.0.0.1:9/notify").unwrap();
    let (headers, body) = sandbox.notice(&echo(&earlier)).await.unwrap();
    let finding = proof.judge("/notify", &headers, &body).await.finding;
    let text = format!("an echo says `{}`; expected `{}`", earlier.message(), proof.message());
    assert_eq!((finding.state, finding.text), (State::Wrong, text));
}

/// While the APIv3 key is changed, a notification may be sealed with either key.
#[tokio::test]
async fn the_previous_api_v3_key_proves_as_well() {
    let sandbox = Sandbox::builder().keys(Keys::Both).start().await.unwrap();
    let current = sandbox.credentials().api_v3_key.clone();
    let builder = sandbox.client_builder().api_v3_key("0123456789abcdef0123456789abcdef").previous_api_v3_key(current);
    let client = builder.build().unwrap();
    assert_eq!(of(&doctor::check(&client).await, "APIv3 key, tried").state, State::Right);
    let proof = Proof::begin(&client, "http://127.0.0.1:9/notify").unwrap();
    let (headers, body) = sandbox.notice(&echo(&proof)).await.unwrap();
    assert_eq!(proof.judge("/notify", &headers, &body).await.finding.state, State::Right);
}

#[tokio::test]
async fn what_is_nobodys_notification_is_not_held_against_the_configuration() {
    let (_sandbox, proof) = begun().await;
    let forged = json!({ "event_type": "SECURITY_ECHO.SUCCESS", "resource": {} }).to_string();
    for (body, state) in
        [("", State::Skipped), ("{}", State::Skipped), ("<xml>", State::Skipped), (&forged, State::Wrong)]
    {
        let judged = proof.judge("/", &HeaderMap::new(), body.as_bytes()).await;
        assert_eq!(judged.finding.state, state, "{body}: {:?}", judged.finding);
        assert!(!judged.reply.status().is_success(), "{body}");
    }
}

/// Only the path is compared, because a proxy may add a query.
#[tokio::test]
async fn another_path_than_the_urls_is_a_warning_and_a_proof() {
    for (target, state) in [("/notify?from=proxy", State::Right), ("/notify/", State::Warning), ("/", State::Warning)] {
        let (sandbox, proof) = begun().await;
        let (headers, body) = sandbox.notice(&echo(&proof)).await.unwrap();
        let judged = proof.judge(target, &headers, &body).await;
        assert_eq!(judged.finding.state, state, "{target}: {:?}", judged.finding);
        assert_eq!(judged.reply.status().as_u16(), 204);
    }
}

/// Runs [`a_child_without_descriptors`] with few file descriptors.
#[test]
fn want_of_descriptors_is_told_from_dns_refusal_and_authorities() {
    let mut child = Command::new("sh");
    child.args(["-c", "ulimit -n 64; exec \"$0\" \"$@\""]).arg(std::env::current_exe().unwrap()).args([
        "--exact",
        "doctor::a_child_without_descriptors",
        "--ignored",
        "--nocapture",
    ]);
    let child = wxpay_tests::capture::off(&mut child).output().unwrap();
    let said = String::from_utf8_lossy(&child.stdout).into_owned();
    assert!(child.status.success() && said.contains("1 passed"), "{said}{}", String::from_utf8_lossy(&child.stderr));
}

#[test]
#[ignore = "takes all descriptors of its process, which another test starts for it"]
fn a_child_without_descriptors() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let sandbox = Sandbox::start().await.unwrap();
        let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let clients = ["https://nothing.invalid".to_owned(), format!("http://{closed}"), sandbox.url()]
            .map(|host| sandbox.client_builder().hosts([host]).build().unwrap());
        let every: Vec<_> = std::iter::from_fn(|| File::open("/dev/null").ok()).collect();
        assert!(every.len() < 64);
        for client in &clients {
            let findings = doctor::check(client).await;
            let connection = of(&findings, "connection");
            let remedy = connection.remedy.as_deref().unwrap();
            assert!(remedy.contains("no file descriptor left"), "{connection:?}");
        }
        let error = Reqwest::new(Options::default()).unwrap_err();
        assert_eq!(error.trouble(), Some(Trouble::Descriptors), "{error}");
        // With descriptors, the same clients report their other faults.
        drop(every);
        let remedy = |findings: &[Finding]| of(findings, "connection").remedy.clone().unwrap_or_default();
        assert!(remedy(&doctor::check(&clients[0]).await).contains("check DNS"));
        assert!(remedy(&doctor::check(&clients[1]).await).contains("no server listens there"));
        assert_eq!(remedy(&doctor::check(&clients[2]).await), "");
    });
}

/// Errors of an application's own transport are explained too.
#[tokio::test]
async fn another_transport_has_its_troubles_read_too() {
    let broken = Scripted::new(async |_| {
        let source = std::io::Error::other(std::io::Error::from(std::io::ErrorKind::ConnectionRefused));
        Err(TransportError::new(Stage::Connecting, source))
    });
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client_builder().transport(broken).build().unwrap();
    let findings = doctor::check(&client).await;
    assert!(of(&findings, "connection").remedy.as_deref().unwrap().contains("no server listens"), "{findings:#?}");
    let states: Vec<_> = findings.iter().map(|finding| finding.state).collect();
    use State::{Skipped, Wrong};
    assert_eq!(states, [Skipped, Wrong, Skipped, Skipped, Skipped], "{findings:#?}");
}

/// A client that repeats for a minute is checked within seconds, since the check repeats nothing.
#[tokio::test]
async fn nothing_is_repeated() {
    let sandbox = Sandbox::start().await.unwrap();
    sandbox.faults().add(wxpay_sandbox::faults::Rule::new(wxpay_sandbox::faults::Failure::SystemError.before()));
    let client: Client = sandbox.client_builder().retry(RetryPolicy::default()).build().unwrap();
    doctor::check(&client).await;
    let signed = sandbox.requests().iter().filter(|request| request.target.contains("algorithm_type")).count();
    assert_eq!(signed, 1);
}
