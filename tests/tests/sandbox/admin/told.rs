//! The list of requests says more than the answer: the cause and the remedy.

use http::Method;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use wxpay::certificates::DownloadCertificates;
use wxpay::client::RetryPolicy;
use wxpay::complaint::{QueryComplaint, QueryComplaintRequired};
use wxpay::prelude::*;
use wxpay_sandbox::{Keys, Sandbox};
use wxpay_tests::{order, refund, transfer};

use crate::admin::{Script, done};

/// The last request as the API lists it.
async fn last(sandbox: &Sandbox) -> Value {
    let listed = done(Script::of(sandbox).get("/api/requests")).await;
    listed.as_array().unwrap().last().unwrap().clone()
}

/// The API's findings about the last request, with their remedies.
async fn found(sandbox: &Sandbox) -> (String, String) {
    let last = last(sandbox).await;
    let findings = last["findings"].as_array().unwrap_or_else(|| panic!("{last}"));
    let texts = |name: &str| -> Vec<_> { findings.iter().map(|finding| finding[name].as_str().unwrap()).collect() };
    (texts("finding").join("; "), texts("remedy").join("; "))
}

/// Sends an order with a changed `Authorization` and a changed body.
async fn send(sandbox: &Sandbox, authorization: impl Fn(&str) -> String, behind: &str) {
    let client = sandbox.client().unwrap();
    let (mut head, body) = client.prepare(&order(&client, "20260101000001")).await.unwrap().into_parts();
    let changed = authorization(head.headers["authorization"].to_str().unwrap());
    head.headers.insert("authorization", changed.parse().unwrap());
    let request = Script::of(sandbox).http.post(format!("{}{}", sandbox.url(), head.uri.path()));
    let body = [&body[..], behind.as_bytes()].concat();
    assert_eq!(request.headers(head.headers).body(body).send().await.unwrap().status(), 401);
}

#[tokio::test]
async fn a_refused_signature_is_listed_with_the_finding_and_the_remedy() {
    let sandbox = Sandbox::start().await.unwrap();
    let credentials = sandbox.credentials();
    let (serial, mchid) = (&*credentials.merchant_serial, &*credentials.mchid);
    for (authorization, behind, expected, remedy) in [
        (&(|header: &str| header.to_owned()) as &dyn Fn(&str) -> String, " ", "the signed body is", "exact bytes"),
        (&|header: &str| header.replace(serial, "00AB12"), "", "there is no key called `00AB12`", "openssl x509"),
        (
            &|header: &str| header.replace(mchid, "1900000099"),
            "",
            "the caller is `1900000099`",
            "`mchid` is the holder",
        ),
        (&|_: &str| "Basic QTpC".to_owned(), "", "", "write it as documented"),
    ] {
        send(&sandbox, authorization, behind).await;
        let (finding, said) = found(&sandbox).await;
        assert!(finding.contains(expected) && !finding.is_empty() && said.contains(remedy), "{finding}: {said}");
        assert_eq!(last(&sandbox).await["signature_holds"], false);
    }
}

#[tokio::test]
async fn a_clock_that_was_moved_takes_the_blame_for_a_timestamp() {
    let sandbox = Sandbox::start().await.unwrap();
    let same = |header: &str| header.to_owned();
    for (ahead, expected, way) in [(3600, "signed 3600 s ago", "ahead of"), (-3600, "s in the future", "behind")] {
        sandbox.set_clock_ahead(ahead).unwrap();
        send(&sandbox, same, "").await;
        let (finding, remedy) = found(&sandbox).await;
        // A second may pass during the test.
        assert!(finding.contains(expected) || finding == "signed 3601 s ago", "{finding}");
        assert!(remedy.contains(&format!("3600 s {way}")), "{remedy}");
        assert!(remedy.contains("`PUT /api/clock {\"offset\": 0}`") && !remedy.contains("NTP"), "{remedy}");
    }
    // A clock that was moved a little is not the cause.
    sandbox.set_clock_ahead(10).unwrap();
    let timestamp = |header: &str| {
        let (before, rest) = header.split_once("timestamp=\"").unwrap();
        let (_, after) = rest.split_once('"').unwrap();
        format!("{before}timestamp=\"1700000000\"{after}")
    };
    send(&sandbox, timestamp, "").await;
    let (_, remedies) = found(&sandbox).await;
    assert!(remedies.contains("NTP") && !remedies.contains("PUT /api/clock"), "{remedies}");
}

#[tokio::test]
async fn a_made_up_answer_is_remarked() {
    let sandbox = Sandbox::builder().examples(true).start().await.unwrap();
    let client = sandbox.client().unwrap();
    client.send(&order(&client, "20260101000001")).await.unwrap();
    assert_eq!(last(&sandbox).await["remarks"], json!([]));
    let complaint = QueryComplaint::new(QueryComplaintRequired { complaint_id: "200201820200101080076610000".into() });
    client.send(&complaint).await.unwrap();
    let text = "this answer is made up: the sandbox has no rules for the endpoint";
    assert_eq!(last(&sandbox).await["remarks"], json!([{ "text": text, "source": null }]));
}

#[tokio::test]
async fn a_refusal_says_what_there_is_to_do() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client_builder().retry(RetryPolicy::OFF).build().unwrap();
    let rule = async || {
        let last = last(&sandbox).await;
        assert_eq!(last["signature_holds"], true, "{last}");
        last["refusal"]["rule"].as_str().unwrap_or_else(|| panic!("{last}")).to_owned()
    };
    let today = DateTime::now().beijing_date();
    let query = format!("/v3/bill/tradebill?bill_date={today}");
    client.send_raw(Method::GET, &query, "").await.unwrap_err();
    assert!(rule().await.contains("`POST /api/bills/release`"));
    sandbox.release_bills();
    let error = client.send_raw(Method::GET, &query, "").await.unwrap_err();
    assert_eq!(error.code_str(), "NO_STATEMENT_EXIST", "{error}");

    client.send(&DownloadCertificates::new()).await.unwrap_err();
    assert!(rule().await.contains("`--keys certificate` or `--keys both`"));
    sandbox.set_keys(Keys::Certificate).unwrap();

    let client = sandbox.client().unwrap();
    let mut little = transfer("Little1");
    little.transfer_amount = Fen::new(9);
    little.user_name = None;
    client.send(&little).await.unwrap_err();
    assert!(rule().await.contains("from 10 fen (0.1 yuan) to 100000000000 fen; found 9"));
    let mut nowhere = transfer("Nowhere1");
    nowhere.transfer_scene_id = "1001".into();
    nowhere.transfer_amount = Fen::new(100);
    nowhere.user_name = None;
    client.send(&nowhere).await.unwrap_err();
    let scenes = rule().await;
    assert!(scenes.contains("1000 (现金营销), 1002 (行政补贴)") && scenes.contains("1013 (公益补助)"), "{scenes}");

    client.send(&order(&client, "Unpaid1")).await.unwrap();
    client.send(&refund("Unpaid1", "Refund1", 1)).await.unwrap_err();
    assert!(rule().await.starts_with("the order is not paid: `POST /api/orders/"));
}

#[tokio::test]
async fn a_proxy_that_there_is_not_is_told_with_its_target() {
    let sandbox = Sandbox::start().await.unwrap();
    let mut stream = tokio::net::TcpStream::connect(sandbox.address()).await.unwrap();
    let asked =
        b"CONNECT api.mch.weixin.qq.com:443 HTTP/1.1\r\nHost: api.mch.weixin.qq.com:443\r\nConnection: close\r\n\r\n";
    stream.write_all(asked).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 404"), "{answer}");
    let last = last(&sandbox).await;
    assert_eq!((&last["method"], &last["target"]), (&json!("CONNECT"), &json!("api.mch.weixin.qq.com:443")));
    let message = last["refusal"]["message"].as_str().unwrap();
    assert!(message.contains("start with `--tls`") && message.ends_with("to be a proxy"), "{message}");
}
