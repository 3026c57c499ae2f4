//! `wxpay bill`.

// A test that fails is meant to panic.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

mod common;

use std::process::Stdio;

use common::Shop;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use wxpay::crypto::Backend;
use wxpay::keys::private_key_der;
use wxpay::pay::{Amount, AmountRequired, AppPrepay, AppPrepayRequired};
use wxpay::prelude::*;
use wxpay::server::signature_headers;
use wxpay::sign::Scheme;

/// So long ago that the bill of that day is ready, whatever time it is now.
const AGO: i64 = 34 * 60 * 60;

/// Pays two orders in the past, and returns the day.
async fn paid(shop: &Shop) -> String {
    shop.sandbox.set_clock_ahead(-AGO).unwrap();
    let then = || DateTime::now().unix_timestamp() - AGO;
    let client = shop.sandbox.client_builder().clock(then).build().unwrap();
    for number in ["20260101000001", "20260101000002"] {
        let order = AppPrepay::new(AppPrepayRequired {
            appid: "wxd678efh567hg6787".into(),
            mchid: client.merchant().id().into(),
            description: "A teapot".into(),
            out_trade_no: number.into(),
            notify_url: "http://127.0.0.1:9/notify".into(),
            amount: Amount::new(AmountRequired { total: Fen::new(100) }),
        });
        client.send(&order).await.unwrap();
        shop.sandbox.pay_order(number).unwrap();
    }
    shop.sandbox.set_clock_ahead(0).unwrap();
    DateTime::from_unix_timestamp(then()).unwrap().to_string()[..10].to_owned()
}

#[tokio::test]
async fn the_file_is_printed_or_written() {
    let shop = Shop::open().await;
    let day = paid(&shop).await;
    let printed = shop.run(&["bill", "trade", "--date", &day]).await;
    assert!(printed.ends(0).contains("20260101000001") && printed.out.contains("商户订单号"), "{printed:?}");
    let written = shop.run(&["bill", "trade", "--date", &day, "--out", "day.csv"]).await;
    assert_eq!(written.ends(0), "");
    assert!(written.err.contains("the digest is right"), "{written:?}");
    assert_eq!(std::fs::read_to_string(shop.path("day.csv")).unwrap(), printed.out);
    assert!(shop.run(&["bill", "fund", "--date", &day, "--type", "basic"]).await.ends(0).contains("资金"));
}

/// `script` provides a terminal.
#[tokio::test]
async fn a_terminal_shows_how_far_it_is() {
    if std::process::Command::new("script").arg("--version").output().is_err() {
        assert_ne!(std::env::var("CI").as_deref(), Ok("true"), "`script` is missing");
        eprintln!("skipped: there is no `script`, which comes with bsdutils");
        return;
    }
    let shop = Shop::open().await;
    let day = paid(&shop).await;
    let line = format!("stty cols 80; {} bill trade --date {day} --out day.csv", env!("CARGO_BIN_EXE_wxpay"));
    let mut command = std::process::Command::new("script");
    command.args(["-qec", &line, "/dev/null"]).current_dir(shop.folder.path());
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let ran = common::finished(command, Vec::new()).await;
    let (drawn, rest) = ran.ends(0).split_once("[##############################] 100 % of").unwrap();
    assert!(!drawn.contains("the digest is right") && rest.contains("the digest is right"), "{ran:?}");
}

#[tokio::test]
async fn rows_are_objects_with_amounts_in_fen() {
    let shop = Shop::open().await;
    let day = paid(&shop).await;
    let rows = |ran: &common::Ran| -> Vec<Value> {
        ran.ends(0).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    };
    let trade = rows(&shop.run(&["bill", "trade", "--date", &day, "--json"]).await);
    assert_eq!(trade.len(), 3);
    assert_eq!((&trade[0]["out_trade_no"], &trade[0]["total"]), (&json!("20260101000001"), &json!(100)));
    assert!(trade[0]["time"].as_str().unwrap().starts_with(&day));
    assert!(trade[2]["summary"].is_object(), "{trade:?}");
    let fund = rows(&shop.run(&["bill", "fund", "--date", &day, "--json"]).await);
    assert!(fund.len() > 1 && fund[fund.len() - 1]["summary"].is_object(), "{fund:?}");
}

#[tokio::test]
async fn nothing_on_that_day_has_an_exit_code_of_its_own() {
    let shop = Shop::open().await;
    let day = DateTime::from_unix_timestamp(DateTime::now().unix_timestamp() - AGO).unwrap().to_string();
    let ran = shop.run(&["bill", "trade", "--date", &day[..10]]).await;
    assert!(ran.fails(6).contains("nothing happened on that day"), "{ran:?}");
    let ran = shop.run(&["bill", "trade", "--date", &day[..10], "--json"]).await;
    assert_eq!(serde_json::from_str::<Value>(ran.fails(6)).unwrap()["exit"], 6);
}

#[tokio::test]
async fn what_is_still_being_made_has_an_exit_code_of_its_own() {
    let shop = Shop::open().await;
    let url = creating(&shop).await;
    let ran = shop.run(&["bill", "trade", "--date", "2026-01-01", "--base-url", &url]).await;
    assert!(ran.fails(7).contains("ask again in 30 minutes"), "{ran:?}");
}

#[tokio::test]
async fn yesterday_is_that_of_beijing_and_the_default() {
    let shop = Shop::open().await;
    // The message names the day.
    let days = async |arguments: &[&str]| {
        let before = yesterday();
        let said = shop.run(&[&["bill", "trade"], arguments].concat()).await.err;
        assert!(said.contains(&before) || said.contains(&yesterday()), "{said}");
    };
    days(&["--date", "yesterday"]).await;
    days(&[]).await;
}

fn yesterday() -> String {
    let time = DateTime::from_unix_timestamp(DateTime::now().unix_timestamp() - 24 * 60 * 60).unwrap();
    time.to_string()[..10].to_owned()
}

#[tokio::test]
async fn what_is_interrupted_leaves_no_file() {
    let shop = Shop::open().await;
    for arguments in [&["--out", "day.csv"][..], &[]] {
        let (url, reached) = stalling(&shop).await;
        let temporary = shop.path("tmp");
        std::fs::create_dir_all(&temporary).unwrap();
        let mut command =
            common::command(shop.folder.path(), &[&["bill", "trade", "--base-url", &url], arguments].concat());
        let child = command.env("TMPDIR", &temporary).spawn().unwrap();
        reached.await.unwrap();
        let files = || {
            let folders = [shop.folder.path(), &temporary].map(|folder| std::fs::read_dir(folder).unwrap());
            let names = folders.into_iter().flatten().map(|entry| entry.unwrap().file_name().into_string().unwrap());
            names.filter(|name| name.contains(".csv")).collect::<Vec<_>>()
        };
        while files().is_empty() {
            tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        }
        let killed = std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
        assert!(killed.success());
        let output = tokio::task::spawn_blocking(|| child.wait_with_output().unwrap()).await.unwrap();
        assert_eq!(output.status.code(), Some(130), "{output:?}");
        assert_eq!(files(), Vec::<String>::new());
    }
}

/// A WeChat Pay whose bill begins and does not go on, and the moment at which it has begun.
async fn stalling(shop: &Shop) -> (String, tokio::sync::oneshot::Receiver<()>) {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let digest = "0".repeat(40);
    let body = json!({
        "hash_type": "SHA1", "hash_value": digest, "download_url": format!("{url}/v3/billdownload/file?token=x"),
    });
    let applied = signed(shop, "200 OK", &body.to_string()).await;
    let (begun, reached) = tokio::sync::oneshot::channel();
    tokio::spawn(async move {
        let (mut kept, mut begun) = (Vec::new(), Some(begun));
        while let Ok((mut connection, _)) = listener.accept().await {
            let mut request = [0; 4096];
            let length = connection.read(&mut request).await.unwrap();
            if !String::from_utf8_lossy(&request[..length]).contains("billdownload") {
                connection.write_all(applied.as_bytes()).await.unwrap();
                continue;
            }
            // The first bytes of gzip.
            let head = b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n\x1f\x8b\x08\0";
            connection.write_all(head).await.unwrap();
            kept.push(connection);
            if let Some(begun) = begun.take() {
                begun.send(()).unwrap();
            }
        }
    });
    (url, reached)
}

/// A WeChat Pay whose bill is never ready. The sandbox's bills depend on the time of day.
async fn creating(shop: &Shop) -> String {
    let answer = signed(shop, "400 Bad Request", r#"{"code":"STATEMENT_CREATING","message":"账单生成中"}"#).await;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((mut connection, _)) = listener.accept().await {
            let mut request = [0; 4096];
            let _ = connection.read(&mut request).await;
            connection.write_all(answer.as_bytes()).await.unwrap();
        }
    });
    url
}

/// An answer that WeChat Pay has signed, the last one of its connection.
async fn signed(shop: &Shop, status: &str, body: &str) -> String {
    let credentials = shop.credentials();
    let der = private_key_der(&credentials.public_key_private_half).unwrap();
    let key = Backend::preferred().unwrap().private_key(&der).unwrap();
    let now = DateTime::now().unix_timestamp();
    let signed =
        signature_headers(Scheme::MERCHANT, &*key.signer, &credentials.public_key_id, now, "nonce", body.as_bytes())
            .await
            .unwrap();
    let signed: String =
        signed.iter().map(|(name, value)| format!("{name}: {}\r\n", value.to_str().unwrap())).collect();
    format!("HTTP/1.1 {status}\r\nconnection: close\r\ncontent-length: {}\r\n{signed}\r\n{body}", body.len())
}

#[tokio::test]
async fn what_cannot_be_asked_for_is_said_before() {
    let shop = Shop::open().await;
    assert!(shop.run(&["bill", "trade", "--date", "today"]).await.fails(1).contains("such as 2026-01-31"));
    let ran = shop.run(&["bill", "trade", "--date", "2026-01-31", "--type", "EVERYTHING"]).await;
    assert!(ran.fails(1).contains("is not one of ALL"), "{ran:?}");
    shop.run(&["bill", "trade", "--date", "2001-01-31"]).await.fails(3);
}
