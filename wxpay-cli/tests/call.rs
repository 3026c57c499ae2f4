//! `wxpay call`.

// A test that fails is meant to panic.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

mod common;

use common::Shop;
use serde_json::{Value, json};
use wxpay_sandbox::faults::{Damage, Denial, Rule};

fn order(shop: &Shop, number: &str) -> Value {
    json!({
        "appid": "wxd678efh567hg6787",
        "mchid": shop.credentials().mchid,
        "description": "A teapot",
        "out_trade_no": number,
        "notify_url": "http://127.0.0.1:9/notify",
        "amount": { "total": 100 },
    })
}

#[tokio::test]
async fn an_order_is_placed_and_asked_for() {
    let shop = Shop::open().await;
    let data = order(&shop, "20260101000001").to_string();
    let placed = shop.run(&["call", "POST", "/v3/pay/transactions/app", "--data", &data]).await.json(0);
    assert!(placed["prepay_id"].as_str().unwrap().starts_with("wx"));

    let (path, mchid) = ("/v3/pay/transactions/out-trade-no/20260101000001", &shop.credentials().mchid);
    let found = shop.run(&["call", "GET", path, "--query", &format!("mchid={mchid}")]).await.json(0);
    assert_eq!((&found["trade_state"], &found["out_trade_no"]), (&json!("NOTPAY"), &json!("20260101000001")));
    // The query can be part of the path, and the method can be in lower case.
    let again = shop.run(&["call", "get", &format!("{path}?mchid={mchid}")]).await.json(0);
    assert_eq!(found, again);
    // An empty answer prints nothing.
    let data = json!({ "mchid": mchid }).to_string();
    assert_eq!(shop.run(&["call", "POST", &format!("{path}/close"), "-d", &data]).await.ends(0), "");
}

#[tokio::test]
async fn the_body_comes_from_a_file_or_standard_input() {
    let shop = Shop::open().await;
    let path = "/v3/pay/transactions/app";
    shop.file("order.json", &order(&shop, "20260101000001").to_string());
    shop.run(&["call", "POST", path, "--data", "@order.json"]).await.ends(0);
    let data = order(&shop, "20260101000002").to_string();
    shop.run_with(&["call", "POST", path, "--data", "-"], &[], &data).await.ends(0);
    assert!(
        shop.run(&["call", "POST", path, "--data", "@none.json"]).await.fails(1).contains("none.json cannot be read")
    );
    assert!(shop.run(&["call", "POST", path, "--data", "[]"]).await.fails(1).contains("not a JSON object"));
    assert!(shop.run(&["call", "POST", path, "--data", "{"]).await.fails(1).contains("not JSON"));
}

#[tokio::test]
async fn what_breaks_a_rule_is_not_sent() {
    let shop = Shop::open().await;
    let path = "/v3/pay/transactions/app";
    let mut wrong = order(&shop, "20260101000001");
    wrong["notify_url"] = json!("ftp://127.0.0.1/notify");
    wrong["description"] = json!("");
    let ran = shop.run(&["call", "POST", path, "--data", &wrong.to_string()]).await;
    let said = ran.fails(1);
    assert!(said.contains("  body /notify_url: ") && said.contains("  body /description: "), "{said}");
    assert!(said.contains("nothing was sent"), "{said}");

    let mut unknown = order(&shop, "20260101000001");
    unknown["descripton"] = json!("A teapot");
    unknown["amount"]["total"] = json!("100");
    let ran = shop.run(&["call", "POST", path, "--data", &unknown.to_string()]).await;
    let said = ran.fails(1);
    assert!(said.contains("/descripton is not known") && said.contains("/amount/total is not"), "{said}");

    for (arguments, said) in [
        (&["call", "GET", "/v3/certificates", "--data", "{}"][..], "has no body"),
        (&["call", "GET", "/v3/certificates", "--query", "algorithm=RSA"], "no parameter `algorithm`"),
        (&["call", "GET", "/v3/certificates", "--query", "algorithm_type=DSA"], "is not one of RSA"),
        (&["call", "GET", "https://api.mch.weixin.qq.com/v3/certificates"], "begins with a slash"),
        (&["call", "GET", "/v3/pay/transactions/id/{transaction_id}"], "not the names of its holes"),
        (&["call", "FETCH", "/v3/certificates"], "expected GET"),
        (&["call", "POST", "/v3/merchant/media/upload", "--data", "{}"], "takes a file"),
        (&["call", "GET", "/v3/nothing/a b"], "percent-encoded"),
    ] {
        let ran = shop.run(arguments).await;
        assert!(ran.err.contains(said) && ran.code == Some(1) && ran.out.is_empty(), "{said}: {ran:?}");
    }
}

#[tokio::test]
async fn what_is_sensitive_is_encrypted_and_opened() {
    let shop = Shop::open().await;
    let data = json!({ "echo_message": "hello", "encrypted_echo_message": "王小明" }).to_string();
    let echo = shop.run(&["call", "POST", "/v3/security/echo", "--data", &data]).await.json(0);
    assert_eq!(echo, json!({ "echo_message": "hello", "encrypted_echo_message": "王小明" }));
    // It is refused, because it is not encrypted.
    shop.run(&["call", "POST", "/v3/security/echo", "--data", &data, "--raw"]).await.fails(3);
}

#[tokio::test]
async fn an_endpoint_that_is_not_shipped_is_sent_as_it_stands() {
    let shop = Shop::open().await;
    let ran = shop.run(&["call", "POST", "/v3/new/thing?a=b", "--data", r#"{"any":1}"#]).await;
    assert!(ran.fails(3).contains("POST /v3/new/thing: 404"), "{ran:?}");
    assert!(ran.err.contains("POST /v3/new/thing is not shipped; it is sent unchecked"), "{ran:?}");
    let ran = shop.run(&["call", "PUT", "/v3/certificates"]).await;
    assert!(ran.fails(3).contains("is not shipped, but GET is"), "{ran:?}");
    // A shipped endpoint can be called unchecked, too.
    let data = order(&shop, "20260101000001").to_string();
    let placed = shop.run(&["call", "--raw", "POST", "/v3/pay/transactions/app", "-d", &data]).await.json(0);
    assert!(placed["prepay_id"].is_string());
    assert!(shop.run(&["call", "GET", "/v3/new", "--header", "a=b"]).await.fails(1).contains("declares headers"));
}

#[tokio::test]
async fn the_exit_code_says_what_became_of_it() {
    let shop = Shop::open().await;
    let path = "/v3/pay/transactions/app";
    let data = order(&shop, "20260101000001").to_string();
    let call = ["call", "--json", "POST", path, "--data", &data];
    let faults = shop.sandbox.faults();

    faults.add(Rule::new(Denial::BadRequest).at(path));
    let error: Value = serde_json::from_str(shop.run(&call).await.fails(3)).unwrap();
    let told = (&error["outcome"], &error["code"], &error["status"], &error["exit"]);
    assert_eq!(told, (&json!("refused"), &json!("PARAM_ERROR"), &json!(400), &json!(3)));
    assert!(error["request_id"].is_string() && error["message"].is_string());

    faults.clear();
    faults.add(Rule::new(Denial::Unauthorized).at(path));
    let ran = shop.run(&["call", "POST", path, "--data", &data]).await;
    assert!(ran.fails(3).contains("`wxpay doctor` checks"), "{ran:?}");

    // The call may have succeeded, but the answer is not proven: it is not printed.
    for damage in [Damage::NoSignature, Damage::WrongSignature, Damage::UnknownSerial] {
        faults.clear();
        faults.add(Rule::new(damage).at(path));
        let ran = shop.run(&call).await;
        let error: Value = serde_json::from_str(ran.fails(4)).unwrap();
        assert_eq!((&error["outcome"], &error["number"]), (&json!("unknown"), &json!("20260101000001")));
        assert!(!ran.err.contains("prepay_id"), "{ran:?}");
        let raw = shop.run(&["call", "--raw", "POST", path, "--data", &data]).await;
        assert!(raw.fails(4).contains("could not be verified") && !raw.err.contains("prepay_id"), "{raw:?}");
    }
    faults.clear();
    faults.add(Rule::new(Damage::TruncatedJson).at(path));
    let ran = shop.run(&["call", "POST", path, "--data", &data]).await;
    assert!(ran.fails(4).contains("query that number"), "{ran:?}");

    faults.clear();
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let url = format!("http://{closed}");
    let ran = shop.run(&[&call[..], &["--base-url", &url]].concat()).await;
    let error: Value = serde_json::from_str(ran.fails(2)).unwrap();
    assert_eq!((&error["outcome"], &error["code"]), (&json!("not_sent"), &Value::Null));
}

#[tokio::test]
async fn a_mistyped_path_is_not_sent() {
    let shop = Shop::open().await;
    for (method, path, meant) in [
        ("POST", "/v3/pay/transactions/natve", "POST /v3/pay/transactions/native"),
        ("GET", "/v3/certificate", "GET /v3/certificates"),
        ("GET", "/v3/certificates/", "GET /v3/certificates"),
        ("GET", "/certificates", "GET /v3/certificates"),
        ("POST", "/v3/pay/Transactions/app", "POST /v3/pay/transactions/app"),
        ("POST", "/v3/pay/transactions/out-trade-no/2026/clsoe", "POST /v3/pay/transactions/out-trade-no/2026/close"),
    ] {
        let ran = shop.run(&["call", method, path, "--data", "{}"]).await;
        assert!(ran.fails(1).contains(&format!("did you mean `{meant}`? --raw sends it")), "{path}: {ran:?}");
    }
    // It is sent with --raw, and if no known path is near.
    let raw = shop.run(&["call", "GET", "/v3/certificate", "--raw"]).await;
    assert!(raw.code == Some(3) || raw.code == Some(4), "{raw:?}");
    assert!(!raw.err.contains("did you mean"), "{raw:?}");
    let far = shop.run(&["call", "GET", "/v3/pay/transactions/nothing-like-it"]).await;
    assert!(far.err.contains("is not shipped") && far.err.contains("it is sent unchecked"), "{far:?}");
    let methods = shop.run(&["call", "DELETE", "/v3/certificates"]).await;
    assert!(methods.err.contains("but GET is; it is sent unchecked"), "{methods:?}");
    // A path that WeChat Pay documents is not mistyped, however near another one is.
    let documented = shop.run(&["call", "GET", "/v3/transferdownload/signfile"]).await;
    let page = "WeChat Pay has this endpoint (https://pay.weixin.qq.com/doc/v3/merchant/4012269010)";
    assert!(documented.err.contains(page), "{documented:?}");
}

#[tokio::test]
async fn a_file_is_written_as_it_comes() {
    let shop = Shop::open().await;
    // Of every complaint in the sandbox. As in a URL, and as it is.
    let id = "ChsyMDAwMDAwMjAyNjAxMDExMjAwMDAwMDAwMDEYASABKAEwATgBQA";
    let path = format!("/v3/merchant-service/images/{id}%3D%3D");
    let printed = shop.run(&["call", "GET", &path]).await;
    assert!(printed.ends(0).contains("PNG\r\n"), "{printed:?}");
    assert!(printed.err.contains("67 bytes; WeChat Pay signs no digest of it"), "{printed:?}");

    let file = shop.folder.path().join("picture.png");
    let saved = shop.run(&["call", "GET", &path, "--output", file.to_str().unwrap()]).await;
    assert_eq!((saved.code, &*saved.out), (Some(0), ""), "{saved:?}");
    assert!(std::fs::read(&file).unwrap().starts_with(b"\x89PNG\r\n"));

    let refused = shop.run(&["call", "GET", "/v3/merchant-service/images/none", "--output", "none.png"]).await;
    assert_eq!(refused.code, Some(3), "{refused:?}");
    let answer = shop.run(&["call", "GET", "/v3/certificates", "--output", "none.png"]).await;
    assert!(answer.fails(1).contains("answers no file; leave out --output"), "{answer:?}");
}
