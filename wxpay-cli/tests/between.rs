//! `wxpay doctor` behind a proxy that changes what it forwards: the proxy is blamed, and no key.

// A test that fails is meant to panic.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

mod common;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::response::Response;
use common::{Ran, Shop};
use http::{HeaderMap, StatusCode};
use rcgen::{KeyPair, PKCS_RSA_SHA256, RsaKeySize};
use serde_json::Value;

/// A proxy's change to a request: its path and headers.
type Before = fn(&mut String, &mut HeaderMap);
/// A proxy's change to the answer to a request with these headers: status, headers and body.
type Behind = fn(&HeaderMap, &mut StatusCode, &mut HeaderMap, &mut Vec<u8>);

/// URL of a proxy before the shop's WeChat Pay.
async fn proxy(shop: &Shop, before: Before, behind: Behind) -> String {
    let weixin = shop.sandbox.url();
    let router = Router::new().fallback(move |request: Request| {
        let weixin = weixin.clone();
        async move {
            let (head, body) = request.into_parts();
            let body = axum::body::to_bytes(body, usize::MAX).await.unwrap();
            let (mut path, mut headers) = (head.uri.path_and_query().unwrap().to_string(), head.headers);
            let asked = headers.clone();
            before(&mut path, &mut headers);
            for name in ["host", "content-length"] {
                headers.remove(name);
            }
            let sent = reqwest::Client::new().request(head.method, format!("{weixin}{path}"));
            let answered = sent.headers(headers).body(body).send().await.unwrap();
            let (mut status, mut headers) = (answered.status(), answered.headers().clone());
            let mut body = answered.bytes().await.unwrap().to_vec();
            behind(&asked, &mut status, &mut headers, &mut body);
            for name in ["content-length", "transfer-encoding"] {
                headers.remove(name);
            }
            let mut answer = Response::new(Body::from(body));
            (*answer.status_mut(), *answer.headers_mut()) = (status, headers);
            answer
        }
    });
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    url
}

async fn through(shop: &Shop, before: Before, behind: Behind) -> Ran {
    let url = format!("{:?}", proxy(shop, before, behind).await);
    shop.configure(&[("base_url", &url), ("backup_url", "")]);
    shop.run(&["doctor", "--json"]).await
}

#[track_caller]
fn says(ran: &Ran, check: &str, text: &str, remedy: &str) {
    let (state, said, done) = ran.finding(check);
    assert!(
        state == "wrong" && said.contains(text) && done.contains(remedy),
        "{check}: expected {text} -> {remedy}: {state} {said} -> {done}"
    );
}

const AS_IT_IS: Before = |_, _| {};
const AS_IT_CAME: Behind = |_, _, _, _| {};

#[tokio::test]
async fn a_proxy_that_hands_on_is_no_trouble_and_may_be_named() {
    let shop = Shop::open().await;
    through(&shop, AS_IT_IS, AS_IT_CAME).await.ends(0);
    let named: Behind = |_, _, headers, _| {
        headers.insert("via", "1.1 gateway (squid/6.6)".parse().unwrap());
    };
    let ran = through(&shop, AS_IT_IS, named).await;
    ran.ends(0);
    assert!(ran.finding("connection").1.contains("through the proxy `1.1 gateway (squid/6.6)`"), "{ran:?}");
}

#[tokio::test]
async fn answers_that_are_printed_anew_are_not_blamed_on_the_key() {
    let shop = Shop::open().await;
    let ran = through(&shop, AS_IT_IS, |_, _, _, body| {
        if let Ok(json) = serde_json::from_slice::<Value>(body) {
            *body = serde_json::to_vec_pretty(&json).unwrap();
        }
    });
    let ran = ran.await;
    ran.ends(5);
    for check in ["signed call", "encryption"] {
        says(&ran, check, "the body was parsed and printed again", "the key is right");
        assert!(!ran.finding(check).2.contains("download"), "{ran:?}");
    }
}

#[tokio::test]
async fn a_stripped_authorization_is_not_blamed_on_serial_or_key() {
    let shop = Shop::open().await;
    let ran = through(&shop, |_, headers| drop(headers.remove("authorization")), AS_IT_CAME).await;
    ran.ends(5);
    for check in ["signed call", "encryption"] {
        says(&ran, check, "401", "a proxy on the way removes or changes it");
        assert!(!ran.finding(check).2.contains("serial"), "{ran:?}");
    }
}

#[tokio::test]
async fn a_stripped_wechatpay_serial_asks_for_no_other_key() {
    let shop = Shop::with_certificates().await;
    let ran = through(&shop, |_, headers| drop(headers.remove("wechatpay-serial")), AS_IT_CAME).await;
    ran.ends(5);
    for check in ["signed call", "encryption"] {
        says(&ran, check, "", "a proxy on the way removes it; let it pass on all `Wechatpay-*` headers");
        assert!(!ran.finding(check).2.contains("add the key"), "{ran:?}");
    }
}

#[tokio::test]
async fn a_path_that_is_rewritten_is_named() {
    let shop = Shop::open().await;
    let ran =
        through(&shop, |path, _| path.push_str(if path.contains('?') { "&a=1" } else { "?a=1" }), AS_IT_CAME).await;
    ran.ends(5);
    says(&ran, "signed call", "401", "a proxy on the way rewrites it");
}

#[tokio::test]
async fn a_page_of_a_proxy_is_no_word_of_wechat_pay() {
    let shop = Shop::open().await;
    for status in ["502", "403", "404", "401"] {
        // Unsigned requests get through, such as the one that tests the connection.
        let page: Behind = match status {
            "502" => |asked, status, _, body| page(asked, status, body, 502),
            "403" => |asked, status, _, body| page(asked, status, body, 403),
            "404" => |asked, status, _, body| page(asked, status, body, 404),
            _ => |asked, status, _, body| page(asked, status, body, 401),
        };
        let ran = through(&shop, AS_IT_IS, page).await;
        ran.ends(5);
        for check in ["signed call", "encryption"] {
            says(&ran, check, status, "a proxy, a portal or a firewall on the way answered in its place");
        }
    }
}

fn page(asked: &HeaderMap, status: &mut StatusCode, body: &mut Vec<u8>, code: u16) {
    if asked.contains_key("authorization") {
        *status = StatusCode::from_u16(code).unwrap();
        *body = b"<html><h1>Bad Gateway</h1></html>".to_vec();
    }
}

/// Both findings agree: the key is another one, and its ID is right.
#[tokio::test]
async fn the_wrong_key_under_the_right_id_is_told_from_the_wrong_id() {
    let shop = Shop::open().await;
    let other = KeyPair::generate_rsa_for(&PKCS_RSA_SHA256, RsaKeySize::_2048).unwrap();
    shop.file("other.pem", &other.public_key_pem());
    shop.configure(&[("platform_public_key", "\"other.pem\"")]);
    let ran = shop.run(&["doctor", "--json"]).await;
    ran.ends(5);
    says(&ran, "signed call", "none of the known keys made this signature", "download it again");
    says(&ran, "encryption", "", "download it again");
    assert!(!ran.finding("encryption").2.contains("does not know the key"), "{ran:?}");

    let id = format!("{:?}", shop.credentials().public_key_id.replace("01190", "01191"));
    shop.configure(&[("platform_public_key_id", &id)]);
    let ran = shop.run(&["doctor", "--json"]).await;
    ran.ends(5);
    for check in ["signed call", "encryption"] {
        says(&ran, check, "", "does not know the key that the request names");
    }
}

#[tokio::test]
async fn a_proxys_own_name_is_told_from_wechat_pays() {
    let shop = Shop::open().await;
    shop.configure(&[("base_url", "\"https://api.mch.weixin.qq.com\""), ("backup_url", "")]);
    let arguments = ["doctor", "--json", "--proxy", "http://me:secret@proxy.invalid:3128"];
    for ran in [
        shop.run(&arguments).await,
        shop.run_with(&arguments[..2], &[("HTTPS_PROXY", "http://me:secret@proxy.invalid:3128")], "").await,
    ] {
        ran.ends(5);
        says(&ran, "connection", "the proxy's name `proxy.invalid` is not found", "the proxy's own name");
        assert!(!ran.out.contains("secret"), "{ran:?}");
    }
}
