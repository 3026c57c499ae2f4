//! Answers that are given without a handler.

use axum::body::Body;
use bytes::Bytes;
use futures_util::stream;
use http::{HeaderMap, Request, StatusCode};
use serde_json::json;
use wxpay_sandbox::Sandbox;
use wxpay_tests::capture::secret;
use wxpay_tests::leaks::Kind;
use wxpay_tests::wire::Platform;

use super::{Answer, Shop, paid, posted};

/// The answer to a request that no handler may see.
async fn refused(shop: &Shop, request: Request<Body>) -> Answer {
    let answer = shop.answer(request).await;
    assert_eq!(shop.handled(), 0, "a handler has seen it");
    answer
}

/// A body that WeChat Pay has signed, whatever its content is.
async fn signed(sandbox: &Sandbox, body: &'static [u8]) -> (HeaderMap, Bytes) {
    let now = wxpay::prelude::DateTime::now().unix_timestamp();
    (Platform::of(sandbox.credentials()).headers(now, "A1B2C3D4", body).await, Bytes::from_static(body))
}

#[tokio::test]
async fn what_wechat_pay_has_not_signed() {
    let sandbox = Sandbox::start().await.unwrap();
    let shop = Shop::at(&sandbox);
    let (headers, body) = paid(&sandbox).await;
    refused(&shop, posted((HeaderMap::new(), body.clone()))).await.is_refusal(StatusCode::UNAUTHORIZED);
    refused(&shop, posted((headers.clone(), [&body, &b" "[..]].concat()))).await.is_refusal(StatusCode::UNAUTHORIZED);
    refused(&shop, posted((headers.clone(), Bytes::new()))).await.is_refusal(StatusCode::UNAUTHORIZED);
    for (header, value) in [
        ("wechatpay-signature", "WECHATPAY/SIGNTEST/c2lnbmVk"),
        ("wechatpay-signature", "c2lnbmVk"),
        ("wechatpay-serial", "PUB_KEY_ID_0000000000000000000000000000000000"),
        ("wechatpay-nonce", "another"),
        ("wechatpay-timestamp", "1"),
    ] {
        let mut headers = headers.clone();
        headers.insert(header, value.parse().unwrap());
        refused(&shop, posted((headers, body.clone()))).await.is_refusal(StatusCode::UNAUTHORIZED);
    }
    sandbox.set_clock_ahead(-300).unwrap();
    refused(&shop, posted(paid(&sandbox).await)).await.is_refusal(StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn what_is_no_notification() {
    let sandbox = Sandbox::start().await.unwrap();
    let shop = Shop::at(&sandbox);
    for body in [&b"{}"[..], b"<xml/>", b"", br#"{"id":"1","event_type":"E","resource":{"algorithm":"AEAD_SM4_GCM"}}"#]
    {
        refused(&shop, posted(signed(&sandbox, body).await)).await.is_refusal(StatusCode::BAD_REQUEST);
    }
}

#[tokio::test]
async fn what_does_not_open() {
    let sandbox = Sandbox::start().await.unwrap();
    let key = "0123456789ABCDEF0123456789abcdef";
    secret(Kind::ApiV3Key, key);
    let other_key = Shop::of(sandbox.client_builder().api_v3_key(key));
    refused(&other_key, posted(paid(&sandbox).await)).await.is_refusal(StatusCode::INTERNAL_SERVER_ERROR);
}

#[tokio::test]
async fn what_is_too_large() {
    let sandbox = Sandbox::start().await.unwrap();
    let shop = Shop::at(&sandbox);
    let (headers, _) = paid(&sandbox).await;
    let whole = posted((headers.clone(), vec![b' '; 2 << 20]));
    refused(&shop, whole).await.is_refusal(StatusCode::PAYLOAD_TOO_LARGE);
    // A body without a stated length and without an end.
    let endless = stream::repeat_with(|| Ok::<_, std::io::Error>(Bytes::from_static(&[b' '; 4096])));
    let endless = posted((headers, Body::from_stream(endless)));
    refused(&shop, endless).await.is_refusal(StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn the_largest_ciphertext_is_not_too_large() {
    let sandbox = Sandbox::start().await.unwrap();
    let shop = Shop::at(&sandbox);
    // 1 MiB of Base64.
    let padding = "x".repeat((1 << 20) / 4 * 3 - 32);
    let made = sandbox.notification("NEW.EVENT", "large", &json!({ "padding": padding })).await.unwrap();
    assert!(made.1.len() > 1 << 20);
    assert_eq!(shop.answer(posted(made)).await.status, StatusCode::NO_CONTENT);
}

#[tokio::test]
async fn what_breaks_off() {
    let sandbox = Sandbox::start().await.unwrap();
    let shop = Shop::at(&sandbox);
    let (headers, body) = paid(&sandbox).await;
    let half = stream::iter([Ok(body.slice(..20)), Err(std::io::Error::other("the line is dead"))]);
    refused(&shop, posted((headers, Body::from_stream(half)))).await.is_refusal(StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn what_is_no_post() {
    let sandbox = Sandbox::start().await.unwrap();
    let shop = Shop::at(&sandbox);
    let (headers, body) = paid(&sandbox).await;
    for method in ["GET", "PUT", "DELETE"] {
        let mut request = posted((headers.clone(), body.clone()));
        *request.method_mut() = method.parse().unwrap();
        assert_eq!(refused(&shop, request).await.status, StatusCode::METHOD_NOT_ALLOWED);
    }
}
