//! Common to all subcommands: help, exit codes, completions, and that no secret is ever printed.

// A test that fails is meant to panic.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

mod common;

use std::fs::Permissions;
use std::io::Read as _;
use std::os::unix::fs::PermissionsExt as _;
use std::process::Stdio;

use common::{Shop, command, finished};
use serde_json::{Value, json};
use tempfile::TempDir;

#[tokio::test]
async fn help_says_what_the_exit_codes_mean() {
    let folder = TempDir::new().unwrap();
    let help = finished(command(folder.path(), &["--help"]), Vec::new()).await;
    for code in 0..=7 {
        assert!(
            help.ends(0).lines().any(|line| line.trim_start().starts_with(&format!("{code}  "))),
            "{code}: {help:?}"
        );
    }
    for (arguments, code) in [(&["--version"][..], 0), (&[], 1), (&["nothing"], 1), (&["call"], 1)] {
        let ran = finished(command(folder.path(), arguments), Vec::new()).await;
        assert_eq!(ran.code, Some(code), "{ran:?}");
    }
    let misspelt = finished(command(folder.path(), &["dcotor"]), Vec::new()).await;
    assert!(misspelt.fails(1).contains("'doctor'"), "{misspelt:?}");
}

#[tokio::test]
async fn shells_get_their_completions() {
    let folder = TempDir::new().unwrap();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let ran = finished(command(folder.path(), &["completions", shell]), Vec::new()).await;
        assert!(ran.ends(0).contains("doctor"), "{shell}");
    }
}

#[test]
fn a_reader_that_has_seen_enough_is_no_failure() {
    let folder = TempDir::new().unwrap();
    for arguments in [&["endpoints", "--json"][..], &["endpoints"], &["completions", "zsh"]] {
        let mut child = command(folder.path(), arguments).stdout(Stdio::piped()).spawn().unwrap();
        let mut out = child.stdout.take().unwrap();
        out.read_exact(&mut [0; 16]).unwrap();
        drop(out);
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
    }
}

/// Every subcommand with the most output, once without errors and once with many.
#[tokio::test]
async fn no_secret_is_ever_printed() {
    let shop = Shop::open().await;
    shop.write_sandbox_json();
    let notification = shop.sandbox.notification("TRANSACTION.SUCCESS", "transaction", &json!({})).await.unwrap();
    let headers: String =
        notification.0.iter().map(|(name, value)| format!("{name}: {}\n", value.to_str().unwrap())).collect();
    shop.file("notification.txt", &format!("{headers}\n{}", std::str::from_utf8(&notification.1).unwrap()));
    shop.file("request.txt", "GET /v3/certificates HTTP/1.1\nAuthorization: WECHATPAY2-SHA256-RSA2048 a\n\n");
    let key = shop.credentials().api_v3_key.as_str();
    let pasted =
        json!({ "appId": "wxd678efh567hg6787", "signType": key, "partnerid": key, "package": "p", "paySign": key });
    shop.file("payment.json", &pasted.to_string());
    let echo = json!({ "echo_message": "hello", "encrypted_echo_message": "hello" }).to_string();
    let good = [
        &["doctor"][..],
        &["doctor", "--sandbox", "."],
        &["call", "GET", "/v3/certificates"],
        &["call", "POST", "/v3/security/echo", "--data", &echo],
        &["call", "GET", "/v3/nothing"],
        &["bill", "trade", "--date", "2026-01-01"],
        &["certs", "--out", "platform"],
        &["explain", "request", "request.txt"],
        &["explain", "notification", "notification.txt"],
        &["endpoints"],
        &["completions", "bash"],
        &["call", "--help"],
        &["doctor", "--help"],
    ];
    let bad = [
        &["doctor", "--private-key", "api_v3_key"][..],
        &["doctor", "--api-v3-key-file", "apiclient_key.pem"],
        &["doctor", "--platform-public-key", "apiclient_key.pem"],
        &["doctor", "--config", "apiclient_key.pem"],
        &["doctor", "--config", "api_v3_key"],
        &["doctor", "--config", "sandbox.json"],
        &["certs", "--base-url", "http://127.0.0.1:9"],
        &["certs", "--mchid", "2"],
        &["explain", "request", "apiclient_key.pem"],
        &["explain", "notification", "sandbox.json"],
        &["explain", "payment", "apiclient_key.pem"],
        &["explain", "payment", "sandbox.json"],
        &["explain", "payment", "payment.json"],
    ];
    let needles = shop.secrets();
    for arguments in good.iter().chain(&bad) {
        for more in [&["-vv"][..], &["-v", "--json"], &[]] {
            let environment = [("RUST_LOG", "trace"), ("WXPAY_API_V3_KEY", key)];
            let environment = if more.is_empty() { &environment[..] } else { &environment[1..] };
            let ran = shop.run_with(&[arguments, more].concat(), environment, "").await;
            for needle in &needles {
                assert!(
                    !ran.out.contains(needle) && !ran.err.contains(needle),
                    "{arguments:?} {more:?} prints a secret"
                );
            }
        }
    }
    // The search finds a text that is printed.
    let talk = shop.run(&["call", "GET", "/v3/certificates", "-vv"]).await;
    assert!(talk.err.contains("wxpay.call"), "{talk:?}");
}

#[tokio::test]
async fn what_machines_read_is_one_object_a_line() {
    let shop = Shop::open().await;
    // Everybody can read the key file.
    std::fs::set_permissions(shop.path("apiclient_key.pem"), Permissions::from_mode(0o644)).unwrap();
    for (arguments, code, kinds) in [
        (&["call", "GET", "/v3/nothing"][..], 3, &["warning", "note", "error"][..]),
        (&["-v", "call", "GET", "/v3/nothing"], 3, &["warning", "note", "log", "error"]),
        (&["bill", "trade", "--date", "nonsense"], 1, &["error"]),
        (&["nonsense"], 1, &["error"]),
        (&["explain", "payment", "none.json"], 1, &["error"]),
    ] {
        let ran = shop.run(&[arguments, &["--json"]].concat()).await;
        assert_eq!(ran.code, Some(code), "{ran:?}");
        let told: Vec<Value> = ran.err.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        for kind in kinds {
            assert!(told.iter().any(|object| object.get(kind).is_some()), "{kind}: {ran:?}");
        }
        assert!(told.iter().all(Value::is_object));
        assert_eq!(told.last().unwrap()["exit"], code);
    }
}
