//! No text from outside can move the cursor, forge a line or reverse text in the output; and no key is repeated.

// A test that fails is meant to panic.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

mod common;

use common::{Ran, Shop};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;
use wxpay::server::signature_headers;
use wxpay::sign::Scheme;

/// Erases the line, begins others, sets a title, reverses the text.
const NASTY: &str = "\u{1b}]0;pwned\u{7}\u{1b}[2K\rwxpay: all is well\n\u{9b}32m{}\u{8}\u{7f}\u{85}\u{202e}\u{2066}\u{61c}\u{200e}\u{2028}";

/// URL of a host that refuses everything with this body, unsigned.
async fn refusing(status: &str, body: &str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let answer = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}", body.len());
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let answer = answer.clone();
            tokio::spawn(async move {
                let _ = stream.read(&mut [0; 1 << 14]).await;
                let _ = stream.write_all(answer.as_bytes()).await;
            });
        }
    });
    url
}

#[track_caller]
fn is_plain(ran: &Ran) {
    for text in [&ran.out, &ran.err] {
        let found = text.chars().find(|character| *character != '\n' && wxpay::text::is_unseen(*character));
        assert_eq!(found, None, "{text:?}");
        let forged = text.lines().any(|line| line.starts_with("wxpay: all is well") || line.starts_with("forged"));
        assert!(!forged, "{text:?}");
    }
}

#[tokio::test]
async fn a_refusal_by_whomever_is_one_plain_text() {
    let shop = Shop::open().await;
    let body = json!({ "code": format!("PARAM_ERROR{NASTY}"), "message": NASTY, "detail": { NASTY: [NASTY] } });
    for status in ["400 Bad Request", "401 Unauthorized", "500 Oops"] {
        let url = refusing(status, &body.to_string()).await;
        let host = ["--base-url", &url];
        for arguments in
            [&["call", "GET", "/v3/certificates"][..], &["-vv", "call", "GET", "/v3/certificates"], &["doctor"]]
        {
            let ran = shop.run(&[arguments, &host].concat()).await;
            assert!(ran.code.is_some_and(|code| code >= 3), "{ran:?}");
            is_plain(&ran);
            assert!(
                format!("{}{}", ran.out, ran.err).contains(r"\u{1b}[2K\u{d}wxpay: all is well\u{a}\u{9b}32m"),
                "{ran:?}"
            );
        }
        let ran = shop.run(&[&["--json", "call", "GET", "/v3/certificates"], &host[..]].concat()).await;
        is_plain(&ran);
        let told: Value = serde_json::from_str(&ran.err).unwrap();
        assert_eq!(told["message"], NASTY, "for machines the value is as it came");
    }
}

#[tokio::test]
async fn an_explanation_is_plain_whatever_was_captured() {
    let shop = Shop::open().await;
    let inline = NASTY.replace(['\n', '\r', '\u{85}', '\u{2028}'], "");
    let authorization = format!(
        "WECHATPAY2-SHA256-RSA2048 mchid=\"{inline}\",nonce_str=\"n\",signature=\"AAAA\",timestamp=\"1\",serial_no=\"{inline}\""
    );
    shop.file("request.txt", &format!("POST /v3/pay HTTP/1.1\nAuthorization: {authorization}\n\n{NASTY}"));
    shop.file("scheme.txt", &format!("POST /v3/pay HTTP/1.1\nAuthorization: {inline} {inline}\n\n{NASTY}"));
    shop.file("line.txt", &format!("POST /v3/pay HTTP/1.1\n{inline}\n\n"));
    let headers = "Wechatpay-Signature: AAAA\nWechatpay-Timestamp: 1\nWechatpay-Nonce: n\nWechatpay-Serial: 5157F0";
    let note = json!({ "id": NASTY, "resource": { "algorithm": NASTY, "nonce": NASTY, "ciphertext": NASTY } });
    shop.file("notification.txt", &format!("HTTP/1.1 200 OK\n{headers}\n\n{note}"));
    shop.file("text.txt", &format!("HTTP/1.1 200 OK\n{headers}\n\n{NASTY}"));
    for (what, file) in [
        ("request", "request.txt"),
        ("request", "scheme.txt"),
        ("request", "line.txt"),
        ("notification", "notification.txt"),
        ("notification", "text.txt"),
    ] {
        for arguments in [&["explain", what, file][..], &["--json", "explain", what, file]] {
            let ran = shop.run(arguments).await;
            assert!(matches!(ran.code, Some(1 | 5)), "{ran:?}");
            is_plain(&ran);
        }
    }
}

#[tokio::test]
async fn deep_nesting_is_explained_and_ends() {
    let shop = Shop::open().await;
    let credentials = shop.credentials();
    let authorization = format!(
        "WECHATPAY2-SHA256-RSA2048 mchid=\"{}\",nonce_str=\"n\",signature=\"{}\",timestamp=\"1700000000\",serial_no=\"{}\"",
        credentials.mchid,
        signature_of_another_body(&credentials.merchant_private_key).await,
        credentials.merchant_serial
    );
    for levels in [127, 128, 129, 20_000] {
        let body = ["[".repeat(levels), "]".repeat(levels)].concat();
        shop.file("deep.txt", &format!("POST /v3/pay HTTP/1.1\nAuthorization: {authorization}\n\n{body}"));
        let ran = shop.run(&["explain", "request", "deep.txt"]).await;
        assert!(ran.ends(5).contains("the right key signed another message"), "{levels}: {}", ran.err);
    }
}

/// A signature by the right key over another body, so that the body is examined.
async fn signature_of_another_body(pem: &str) -> String {
    let backend = wxpay::crypto::Backend::preferred().unwrap();
    let key = backend.private_key(&wxpay::keys::private_key_der(pem).unwrap()).unwrap();
    let headers = signature_headers(Scheme::MERCHANT, &*key.signer, "PUB_KEY_ID_1", 1_700_000_000, "n", b"another")
        .await
        .unwrap();
    headers["wechatpay-signature"].to_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_key_in_place_of_something_else_is_never_repeated() {
    let shop = Shop::open().await;
    let (pem, key) = (shop.credentials().merchant_private_key.clone(), shop.credentials().api_v3_key.clone());
    let one_line = pem.replace('\n', "");
    let mut told = Vec::new();
    let settings = [
        "mchid",
        "merchant_serial",
        "private_key",
        "merchant_certificate",
        "api_v3_key_file",
        "platform_public_key_id",
        "platform_public_key",
        "platform_certificates",
        "download_certificates",
        "base_url",
    ];
    for value in [&pem, &one_line, &key] {
        for setting in settings {
            let list = setting == "platform_certificates";
            shop.configure(&[(setting, &if list { format!("[{value:?}]") } else { format!("{value:?}") })]);
            for arguments in [
                &["call", "GET", "/v3/certificates"][..],
                &["doctor", "--offline"],
                &["doctor"],
                &["--json", "doctor"],
                &["explain", "request", "--method", "GET", "--url", "/v3/certificates", "--authorization", "x"],
            ] {
                told.push((setting, shop.run(arguments).await));
            }
            shop.configure(&[]);
            let flag = format!("--{}", setting.replace('_', "-"));
            for flag in [vec![flag.clone(), (*value).clone()], vec![format!("{flag}={value}")]] {
                let given: Vec<&str> =
                    ["doctor", "--offline"].into_iter().chain(flag.iter().map(String::as_str)).collect();
                told.push((setting, shop.run(&given).await));
            }
            let variable = format!("WXPAY_{}", setting.to_uppercase());
            told.push((setting, shop.run_with(&["doctor", "--offline"], &[(&variable, value)], "").await));
        }
        shop.file("wxpay.toml", &format!("{value:?} = 1\n"));
        told.push(("name", shop.run(&["doctor"]).await));
        shop.configure(&[]);
        for arguments in [
            &["doctor", value.as_str()][..],
            &[value.as_str()],
            &["call", value.as_str(), "/v3/certificates"],
            &["call", "GET", value.as_str()],
            &["call", "POST", "/v3/pay/transactions/app", "--data", &format!("@{value}")],
            &["explain", "request", value.as_str()],
            &["explain", "notification", value.as_str()],
            &["bill", value.as_str(), "--date", "2026-01-01"],
            &["bill", "trade", "--date", value.as_str()],
            &["certs", "--config", value.as_str()],
            &["certs", "--sandbox", value.as_str()],
            &["sandbox", "--addr", value.as_str()],
        ] {
            told.push(("argument", shop.run(arguments).await));
        }
    }
    for (place, ran) in &told {
        for secret in shop.secrets() {
            assert!(!ran.out.contains(&secret) && !ran.err.contains(&secret), "{place}: {ran:?}");
        }
        is_plain(ran);
    }
    assert!(told.iter().any(|(_, ran)| ran.err.contains("looks like a key itself")));
}
