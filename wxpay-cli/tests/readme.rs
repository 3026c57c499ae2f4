//! The README's commands, sample, settings and exit codes.

// A test that fails is meant to panic.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

mod common;

use std::process::{Command, Stdio};

use common::{Shop, finished};
use serde_json::{Value, json};
use wxpay::certificates::DownloadCertificates;

const README: &str = include_str!("../README.md");

/// The lines of its shell blocks that call the binary.
fn commands() -> Vec<&'static str> {
    let blocks = README.split("```sh\n").skip(1).map(|block| block.split("```").next().unwrap());
    blocks.flat_map(str::lines).filter(|line| line.starts_with("wxpay ")).collect()
}

#[tokio::test]
async fn every_command_does_what_it_says() {
    let shop = Shop::with_certificates().await;
    let order = json!({
        "appid": "wxd678efh567hg6787",
        "mchid": shop.credentials().mchid,
        "description": "A teapot",
        "out_trade_no": "20260101000001",
        "notify_url": "http://127.0.0.1:9/notify",
        "amount": { "total": 100 },
    });
    shop.file("order.json", &order.to_string());
    let request = shop.sandbox.client().unwrap().prepare(&DownloadCertificates::new()).await.unwrap();
    let lines = |headers: &http::HeaderMap| -> String {
        headers.iter().map(|(name, value)| format!("{name}: {}\n", value.to_str().unwrap())).collect()
    };
    let target = request.uri().path_and_query().unwrap();
    shop.file("captured.txt", &format!("GET {target} HTTP/1.1\n{}\n", lines(request.headers())));
    let (headers, body) = shop.sandbox.notification("TRANSACTION.SUCCESS", "transaction", &json!({})).await.unwrap();
    shop.file("callback.txt", &format!("{}\n{}", lines(&headers), std::str::from_utf8(&body).unwrap()));

    shop.file("parameters.json", &signed_as_an_app(&shop).await.to_string());

    let binary = std::path::Path::new(env!("CARGO_BIN_EXE_wxpay")).parent().unwrap().display();
    let commands = commands();
    assert!(commands.len() > 10, "{commands:?}");
    for line in commands {
        let mut command = Command::new("sh");
        command.args(["-c", line]).current_dir(shop.folder.path()).env_clear().env("HOME", shop.folder.path());
        command.env("PATH", format!("{binary}:/usr/bin:/bin"));
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let ran = finished(command, Vec::new()).await;
        // Nothing was paid yesterday, but before 10:00 the answer is that the bill is not ready.
        let fine: &[i32] = match line {
            line if line.starts_with("wxpay bill") => &[6, 7],
            line if line.starts_with("wxpay explain payment") => &[5],
            _ => &[0],
        };
        assert!(ran.code.is_some_and(|code| fine.contains(&code)), "{line}: {ran:?}");
    }
}

/// A page's parameters with an app's signature.
async fn signed_as_an_app(shop: &Shop) -> Value {
    let (appid, prepay_id) = ("wxd678efh567hg6787", "wx201410272009395522657a690389285100");
    let app = shop.sandbox.client().unwrap().app_payment(appid, prepay_id).await.unwrap();
    json!({
        "appId": appid, "timeStamp": app.timestamp, "nonceStr": app.noncestr,
        "package": format!("prepay_id={prepay_id}"), "signType": "RSA", "paySign": app.sign,
    })
}

#[tokio::test]
async fn the_sample_is_what_is_printed() {
    let shop = Shop::open().await;
    let parameters = signed_as_an_app(&shop).await;
    shop.file("parameters.json", &parameters.to_string());
    let sample = README.split("```text\n").nth(1).unwrap().split("```").next().unwrap();
    let ran = shop.run(&["explain", "payment", "parameters.json"]).await;
    let (time, nonce) = (parameters["timeStamp"].as_str().unwrap(), parameters["nonceStr"].as_str().unwrap());
    let printed = ran.ends(5).replace(time, "1767196800").replace(nonce, "593BEC0C930BF1AFEB40B4A08C8FB242");
    assert_eq!(printed, sample);
}

#[test]
fn the_settings_are_those_that_there_are() {
    let block = README.split("```toml\n").nth(1).unwrap().split("```").next().unwrap();
    let folder = tempfile::TempDir::new().unwrap();
    std::fs::write(folder.path().join("wxpay.toml"), block).unwrap();
    let output = common::command(folder.path(), &["call", "GET", "/v3/certificates"]).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    // The files are missing, but the names are known.
    assert!(said.contains("cannot be read") && !said.contains("unknown setting"), "{said}");
}

#[tokio::test]
async fn the_exit_codes_are_those_of_the_help() {
    let folder = tempfile::TempDir::new().unwrap();
    let help = finished(common::command(folder.path(), &["--help"]), Vec::new()).await;
    let plain = |text: &str| text.replace('`', "");
    for row in README.lines().filter(|line| line.starts_with("| ") && line.as_bytes()[2].is_ascii_digit()) {
        let cells: Vec<_> = row.trim_matches('|').split('|').map(str::trim).collect();
        let words = format!("{}  {}", cells[0], plain(cells[1]));
        let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat(help.ends(0)).contains(&flat(&words)), "{words}");
    }
}
