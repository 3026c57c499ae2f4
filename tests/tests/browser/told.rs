//! Explanations on the pages: of missing things, of requests and their callers, of merchants and keys.

use http::Method;
use reqwest::{Client, StatusCode};
use wxpay::prelude::*;
use wxpay::product_coupon::{UploadBrandImage, UploadBrandImageRequired};
use wxpay_sandbox::faults::{Denial, Rule};
use wxpay_sandbox::{Keys, Sandbox};
use wxpay_tests::{order, refund};

use crate::plain::Reader;
use crate::world::mis_signed;

#[tokio::test]
async fn an_address_that_is_none_has_a_page_with_a_way_home() {
    let sandbox = Sandbox::start().await.unwrap();
    let reader = Reader::of(&sandbox).await;
    for (path, status, text) in [
        ("/nothing", StatusCode::NOT_FOUND, "Nothing has this name."),
        ("/nothing/at/all", StatusCode::NOT_FOUND, "Nothing has this name."),
        ("/requests/none", StatusCode::NOT_FOUND, "Nothing has this name."),
        ("/orders/1/2/pay", StatusCode::METHOD_NOT_ALLOWED, "This address belongs to a button"),
    ] {
        let (answered, page) = reader.get(path).await;
        assert_eq!(answered, status, "{path}");
        assert!(
            page.contains(text) && page.contains("<a href=\"overview\">Back to the overview</a>"),
            "{path}: {page}"
        );
    }
    let stranger = Client::builder().no_proxy().build().unwrap();
    let answer = stranger.get(format!("{}/nothing", sandbox.admin_url())).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_request_that_no_endpoint_takes_says_why_and_nothing_of_its_signature() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    client.send_raw(Method::GET, "/v3/certificate", "").await.unwrap_err();
    client.send_raw(Method::GET, "/v3/capital/capitallhh/banks/personal-banking", "").await.unwrap_err();
    let reader = Reader::of(&sandbox).await;
    let page = reader.get("/requests/0").await.1;
    assert!(page.contains("no such endpoint; did you mean `GET /v3/certificates`?"), "{page}");
    assert!(!page.contains("held it against"), "{page}");
    let page = reader.get("/requests/1").await.1;
    let link = "<a href=\"https://pay.weixin.qq.com/doc/v3/partner/4012697583\">";
    assert!(page.contains("the sandbox does not play it") && page.contains(link), "{page}");
    assert!(reader.get("/requests").await.1.contains("no such endpoint; did you mean"));
}

#[tokio::test]
async fn a_broken_rule_is_told_twice() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    let query = "/v3/bill/tradebill?bill_date=2026-01-01&bill_type=ANY";
    client.send_raw(Method::GET, query, "").await.unwrap_err();
    let page = Reader::of(&sandbox).await.get("/requests/0").await.1;
    assert!(page.contains("取值必须是") && page.contains("The rule: query /bill_type: is not one of"), "{page}");
    let (_, signature) = page.split_once("<h2>The signature</h2>").unwrap();
    assert!(signature.starts_with("<p>It holds.</p>"), "{page}");
}

#[tokio::test]
async fn the_page_and_the_api_find_the_same() {
    let sandbox = Sandbox::start().await.unwrap();
    assert_eq!(mis_signed(&sandbox, "{\"a\": 1}", "{\"a\":1}").await, 401);
    let page = Reader::of(&sandbox).await.get("/requests/0").await.1;
    let http = Client::builder().no_proxy().build().unwrap();
    let listed = http.get(format!("{}/api/requests", sandbox.admin_url())).bearer_auth(sandbox.admin_token());
    let listed: serde_json::Value =
        serde_json::from_slice(&listed.send().await.unwrap().bytes().await.unwrap()).unwrap();
    let findings = listed[0]["findings"].as_array().unwrap();
    assert!(!findings.is_empty(), "{listed}");
    for text in findings.iter().flat_map(|finding| [&finding["finding"], &finding["remedy"]]) {
        assert!(page.contains(text.as_str().unwrap()), "{text}: {page}");
    }
}

#[tokio::test]
async fn a_request_of_a_brand_has_its_caller_and_what_it_was_held_against() {
    let sandbox = Sandbox::start().await.unwrap();
    let brand = sandbox.register_brand().unwrap();
    let client = brand.client_builder().hosts([sandbox.url()]).build().unwrap();
    sandbox.faults().add(Rule::new(Denial::Unauthorized));
    let file = Upload::new("logo.png", b"\x89PNG\r\n\x1a\n".as_slice());
    client.send(&UploadBrandImage::new(UploadBrandImageRequired { file })).await.unwrap_err();
    let [request] = &*sandbox.requests() else { panic!("one request came") };
    assert_eq!(request.mchid.as_deref(), Some(&*brand.mchid));
    let reader = Reader::of(&sandbox).await;
    let page = reader.get("/requests/0").await.1;
    assert!(page.contains(&brand.mchid) && page.contains("Text that the sandbox verified it against"), "{page}");
    assert!(page.contains("POST↵\n/brand/marketing/product-coupon/media/upload-image↵"), "{page}");
    assert!(reader.get("/overview").await.1.contains("brand (品牌)"));
}

#[tokio::test]
async fn the_overview_has_every_merchant_with_its_keys_and_the_app() {
    let sandbox = Sandbox::start().await.unwrap();
    let second = sandbox.register_merchant().unwrap();
    sandbox.merchant(&second.mchid).set_keys(Keys::Certificate).unwrap();
    let page = Reader::of(&sandbox).await.get("/overview").await.1;
    let row = |mchid: &str| {
        let (_, row) = page.split_once(&format!("data-label=\"Number\">{mchid}<")).unwrap();
        row.split_once("</tr>").unwrap().0.to_owned()
    };
    assert!(row(&sandbox.credentials().mchid).contains("public-key"), "{page}");
    let second_row = row(&second.mchid);
    assert!(second_row.contains("certificate") && second_row.contains(&second.merchant_serial), "{page}");
    assert!(page.contains("(appid)"), "{page}");
}

#[tokio::test]
async fn no_more_is_offered_than_is_left_to_refund() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    client.send(&order(&client, "20260101000001")).await.unwrap();
    sandbox.pay_order("20260101000001").unwrap();
    let reader = Reader::of(&sandbox).await;
    let path = format!("/orders/{}/20260101000001", client.merchant().id());
    assert!(reader.get(&path).await.1.contains("max=\"100\" value=\"100\""));
    client.send(&refund("20260101000001", "REFUND1", 30)).await.unwrap();
    assert!(reader.get(&path).await.1.contains("max=\"70\" value=\"70\""));
    reader.does(&format!("{path}/refund"), "refund=70").await;
    assert!(!reader.get(&path).await.1.contains("name=\"refund\""));
    sandbox.close_refund("REFUND1").unwrap();
    assert!(reader.get(&path).await.1.contains("max=\"30\" value=\"30\""));
}
