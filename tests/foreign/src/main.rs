//! A client of wxpay in a program that turns on every feature of reqwest and serde_json. The client has to behave the same
//! as without them.

use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;
use tokio::sync::Mutex;
use wxpay::client::{Client, RetryPolicy};
use wxpay::crypto::Backend;
use wxpay::error::{ErrorKind, Outcome};
use wxpay::keys::private_key_der;
use wxpay::pay::{Order, QueryOrderByNumber, QueryOrderByNumberRequired};
use wxpay::prelude::*;
use wxpay::server::signature_headers;
use wxpay::sign::Scheme;
use wxpay_sandbox::Sandbox;

const ORDER: &str = r#"{"appid":"wx1","mchid":"1900000001","out_trade_no":"ABCDEF1","trade_state":"NOTPAY","trade_state_desc":"x","amount":{"total":100}}"#;

#[tokio::main]
async fn main() {
    let sandbox = Sandbox::start().await.unwrap();
    an_answer_is_verified_over_the_bytes_that_came(&sandbox).await;
    tls_is_that_of_rustls().await;
    what_is_believed_is_the_same().await;
    println!("the client behaves the same");
}

/// Values of `Content-Encoding` in answers whose body is not encoded.
const ENCODINGS: [&str; 4] = ["gzip", "br", "zstd", "deflate"];

async fn an_answer_is_verified_over_the_bytes_that_came(sandbox: &Sandbox) {
    let proof = reqwest::Client::builder().no_proxy().build().unwrap();
    for encoding in ENCODINGS {
        let (url, heads) = answering(sandbox, ORDER, encoding).await;
        // A plain reqwest client decodes the body, which proves that the feature is on.
        let unpacked = match proof.get(&url).send().await {
            Ok(answer) => answer.bytes().await.is_err(),
            Err(_) => true,
        };
        assert!(unpacked, "{encoding} is off in this program, so this test proves nothing");
        let client = sandbox.client_builder().hosts([&url]).retry(RetryPolicy::OFF).build().unwrap();
        for _ in 0..2 {
            let order = client.send(&query(&client)).await.unwrap();
            assert_eq!(order.out_trade_no, "ABCDEF1", "{encoding}");
        }
        for head in heads.lock().await.iter().skip(1) {
            assert!(head.contains("authorization: wechatpay2-"), "{head}");
            for header in ["accept-encoding:", "cookie:", "referer:"] {
                assert!(!head.contains(&format!("\r\n{header}")), "{head}");
            }
        }
    }
}

async fn tls_is_that_of_rustls() {
    let sandbox = Sandbox::builder().tls(true).start().await.unwrap();
    let client = sandbox.client_builder().retry(RetryPolicy::OFF).build().unwrap();
    let missing = client.send(&query(&client)).await.unwrap_err();
    assert_eq!(missing.status().map(|status| status.as_u16()), Some(404), "{missing}");
    let credentials = sandbox.credentials().client_builder().hosts([sandbox.url()]).retry(RetryPolicy::OFF);
    let stranger = credentials.build().unwrap();
    let error = stranger.send(&query(&stranger)).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotSent, "{error}");
    assert!(matches!(error.kind(), ErrorKind::Transport(_)), "{error}");
    let text = error.to_string();
    assert!(text.contains("invalid peer certificate") && !text.contains("SSL routines"), "{text}");
}

/// Checks that the same JSON is accepted and refused as without the features of serde_json.
async fn what_is_believed_is_the_same() {
    let order = |total: &str| ORDER.replace("100", total);
    for (total, read) in [
        ("100", Some(100)),
        ("-1", Some(-1)),
        ("9223372036854775807", Some(i64::MAX)),
        ("9223372036854775808", None),
        ("100000000000000000000000", None),
        ("1.0", None),
        ("1.5", None),
        ("1e2", None),
        ("1E400", None),
        ("01", None),
        ("\"100\"", None),
        ("{\"$serde_json::private::Number\":\"100\"}", None),
        ("{\"$serde_json::private::RawValue\":\"100\"}", None),
    ] {
        let found = wxpay::from_json::<Order>(order(total).as_bytes());
        let total_read = found.as_ref().ok().and_then(|order| Some(order.amount.as_ref()?.total.get()));
        assert_eq!(total_read, read, "{total}: {found:?}");
    }
    // Deep nesting may be skipped or refused, but must not overflow the stack.
    let deep = format!(r#"{{"unknown":{}{},"#, "[".repeat(100_000), "]".repeat(100_000));
    let found = wxpay::from_json::<Order>(ORDER.replacen('{', &deep, 1).as_bytes());
    assert!(found.map_or(true, |order| order.out_trade_no == "ABCDEF1"));
}

fn query(client: &Client) -> QueryOrderByNumber {
    let mchid = client.merchant().id().to_owned();
    QueryOrderByNumber::new(QueryOrderByNumberRequired { out_trade_no: "ABCDEF1".into(), mchid })
}

/// Starts a server that answers every request with the signed `body` and a false `Content-Encoding`. Returns the server's URL
/// and the heads of the requests that it received.
async fn answering(sandbox: &Sandbox, body: &'static str, encoding: &str) -> (String, Arc<Mutex<Vec<String>>>) {
    let body = body.replace("1900000001", &sandbox.credentials().mchid);
    let credentials = sandbox.credentials();
    let key = private_key_der(&credentials.public_key_private_half).unwrap();
    let key = Backend::preferred().unwrap().private_key(&key).unwrap();
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs().try_into().unwrap();
    let signed = signature_headers(Scheme::MERCHANT, &*key.signer, &credentials.public_key_id, now, "n0nce", body.as_bytes());
    let mut answer = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\nContent-Encoding: {encoding}\r\n", body.len());
    answer.push_str("Connection: close\r\nSet-Cookie: a=b\r\nContent-Type: application/json\r\n");
    for (name, value) in &signed.await.unwrap() {
        answer.push_str(&format!("{name}: {}\r\n", value.to_str().unwrap()));
    }
    let answer = format!("{answer}\r\n{body}");
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let heads = Arc::<Mutex<Vec<String>>>::default();
    let kept = heads.clone();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut head = Vec::new();
            while !head.ends_with(b"\r\n\r\n") {
                head.push(stream.read_u8().await.unwrap());
            }
            kept.lock().await.push(String::from_utf8(head).unwrap().to_lowercase());
            stream.write_all(answer.as_bytes()).await.unwrap();
        }
    });
    (url, heads)
}
