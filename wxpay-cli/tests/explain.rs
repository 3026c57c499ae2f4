//! `wxpay explain`: captured messages from the client and the sandbox, unchanged and with the usual damage.

// A test that fails is meant to panic.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

mod common;

use common::Shop;
use http::HeaderMap;
use serde_json::{Value, json};
use wxpay::pay::{
    Amount, AmountRequired, AppPrepay, AppPrepayRequired, QueryOrderByNumber, QueryOrderByNumberRequired,
};
use wxpay::prelude::*;

/// Head and body of a client's request, as a proxy would record it.
async fn captured<E: Endpoint>(shop: &Shop, request: &E) -> (String, String) {
    let request = shop.sandbox.client().unwrap().prepare(request).await.unwrap();
    let (head, body) = request.into_parts();
    let first = format!("{} {} HTTP/1.1\r\n", head.method, head.uri.path_and_query().unwrap());
    (format!("{first}{}", lines(&head.headers)), String::from_utf8(body.to_vec()).unwrap())
}

fn lines(headers: &HeaderMap) -> String {
    headers.iter().map(|(name, value)| format!("{name}: {}\r\n", value.to_str().unwrap())).collect()
}

fn order() -> AppPrepay {
    AppPrepay::new(AppPrepayRequired {
        appid: "wxd678efh567hg6787".into(),
        mchid: "1900000001".into(),
        description: "茶壶".into(),
        out_trade_no: "20260101000001".into(),
        notify_url: "http://127.0.0.1:9/notify".into(),
        amount: Amount::new(AmountRequired { total: Fen::new(100) }),
    })
}

fn names(diagnosis: &Value) -> Vec<&str> {
    diagnosis["causes"].as_array().unwrap().iter().map(|cause| cause["name"].as_str().unwrap()).collect()
}

async fn explained(shop: &Shop, what: &str, message: &str, code: i32) -> Value {
    shop.run_with(&["explain", what, "-", "--json"], &[], message).await.json(code)
}

#[tokio::test]
async fn a_right_request_is_called_right() {
    let shop = Shop::open().await;
    let (head, body) = captured(&shop, &order()).await;
    let diagnosis = explained(&shop, "request", &format!("{head}\r\n{body}"), 0).await;
    assert_eq!((&diagnosis["right"], &diagnosis["causes"]), (&json!(true), &json!([])));
    // As curl -v and editors record it.
    let arrows: String = head.lines().map(|line| format!("> {line}\n")).collect();
    explained(&shop, "request", &format!("{arrows}\n{body}"), 0).await;
    let length = format!("{head}Content-Length: {}\r\n\r\n{body}\n", body.len());
    explained(&shop, "request", &length, 0).await;
    let ran = shop.run_with(&["explain", "request", "-"], &[], &format!("{head}\r\n{body}")).await;
    assert_eq!(ran.ends(0), "The signature holds.\n");
}

#[tokio::test]
async fn a_wrong_request_is_explained_to_a_person() {
    let shop = Shop::open().await;
    let (head, body) = captured(&shop, &order()).await;
    shop.file("captured.txt", &format!("{head}\r\n{}", body.replace("100", "200")));
    let ran = shop.run(&["explain", "request", "captured.txt"]).await;
    let said = ran.ends(5);
    for words in ["does not hold", "another message", "print the signing string", "The signing string of what arrived"]
    {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert!(said.contains("  POST\\n\n  /v3/pay/transactions/app\\n\n"), "{said}");

    // Printed again with sorted members, as many libraries do.
    let changed = serde_json::to_string_pretty(&serde_json::from_str::<Value>(&body).unwrap()).unwrap();
    let ran = shop.run_with(&["explain", "request", "-"], &[], &format!("{head}\r\n{changed}")).await;
    let said = ran.ends(5);
    assert!(
        said.contains("parsed and printed again; the signed one is compact, with its members in another order"),
        "{said}"
    );
    assert!(said.contains("The one that was signed") && said.contains(&format!("  {body}\\n\n")), "{said}");
}

#[tokio::test]
async fn the_parts_of_a_request_can_be_given_one_by_one() {
    let shop = Shop::open().await;
    let query = QueryOrderByNumber::new(QueryOrderByNumberRequired {
        out_trade_no: "20260101|000001".into(),
        mchid: shop.credentials().mchid.clone(),
    });
    let (head, _) = captured(&shop, &query).await;
    let target = head.split(' ').nth(1).unwrap();
    let authorization = head.lines().find_map(|line| line.strip_prefix("authorization: ")).unwrap();
    let explain = |method: &'static str, url: String| {
        let shop = &shop;
        async move {
            let arguments =
                ["explain", "request", "--json", "--method", method, "--url", &url, "--authorization", authorization];
            shop.run(&arguments).await
        }
    };
    explain("GET", target.to_owned()).await.ends(0);
    explain("GET", format!("https://api.mch.weixin.qq.com{target}")).await.ends(0);
    assert_eq!(names(&explain("POST", target.to_owned()).await.json(5)), ["method"]);
    assert_eq!(names(&explain("GET", target.replace("%7C", "|")).await.json(5)), ["target"]);
}

#[tokio::test]
async fn another_merchants_certificate_may_be_given_too() {
    let shop = Shop::open().await;
    let (head, body) = captured(&shop, &order()).await;
    let other = shop.sandbox.register_merchant().unwrap();
    shop.file("other.pem", &other.merchant_certificate);
    let serial = &shop.credentials().merchant_serial;
    let message = format!("{head}\r\n{body}").replace(serial, &other.merchant_serial);
    let diagnosis = explained(&shop, "request", &message, 5).await;
    assert_eq!(names(&diagnosis), ["unknown-serial", "other-key"]);
    let arguments = ["explain", "request", "-", "--json", "--certificate", "other.pem"];
    let diagnosis = shop.run_with(&arguments, &[], &message).await.json(5);
    assert_eq!(names(&diagnosis), ["other-key"]);
}

#[tokio::test]
async fn a_clock_is_looked_at_where_the_time_is_known() {
    let shop = Shop::open().await;
    let (head, body) = captured(&shop, &order()).await;
    let message = format!("{head}\r\n{body}");
    for (at, code) in [("2100-01-01T00:00:00+08:00", 5), ("4000000000", 5)] {
        let diagnosis =
            shop.run_with(&["explain", "request", "-", "--json", "--at", at], &[], &message).await.json(code);
        assert_eq!((names(&diagnosis), &diagnosis["holds"]), (vec!["clock"], &json!(true)));
    }
}

#[tokio::test]
async fn notifications_are_explained() {
    let shop = Shop::open().await;
    let resource = json!({ "out_trade_no": "20260101000001", "description": "茶壶" });
    let (headers, body) = shop.sandbox.notification("TRANSACTION.SUCCESS", "transaction", &resource).await.unwrap();
    let body = String::from_utf8(body.to_vec()).unwrap();
    let head = format!("POST /notify HTTP/1.1\r\n{}\r\n", lines(&headers));
    explained(&shop, "notification", &format!("{head}{body}"), 0).await;

    let pretty = serde_json::to_string_pretty(&serde_json::from_str::<Value>(&body).unwrap()).unwrap();
    let diagnosis = explained(&shop, "notification", &format!("{head}{pretty}"), 5).await;
    assert_eq!(names(&diagnosis), ["reserialised"]);
    assert!(diagnosis["signed"].as_str().unwrap().contains(&body));

    let changed = body.replace("TRANSACTION.SUCCESS", "TRANSACTION.FAIL");
    let diagnosis = explained(&shop, "notification", &format!("{head}{changed}"), 5).await;
    assert_eq!((names(&diagnosis), &diagnosis["signed"]), (vec!["other-message"], &Value::Null));

    // Headers and body in two files, without the request line.
    shop.file("headers.txt", &lines(&headers));
    shop.file("body.json", &body);
    let parts = ["explain", "notification", "--headers", "headers.txt", "--body", "body.json"];
    assert_eq!(shop.run(&parts).await.ends(0), "The signature holds.\n");

    shop.secret("api_v3_key", &"x".repeat(32));
    let ran = shop.run(&parts).await;
    assert!(ran.ends(5).contains("The signature holds.") && ran.out.contains("the APIv3 key does not open"), "{ran:?}");
}

#[tokio::test]
async fn the_previous_api_v3_key_opens_a_notification_too() {
    let shop = Shop::open().await;
    let (headers, body) = shop.sandbox.notification("TRANSACTION.SUCCESS", "transaction", &json!({})).await.unwrap();
    let message = format!("{}\r\n{}", lines(&headers), std::str::from_utf8(&body).unwrap());
    shop.secret("new_api_v3_key", &"x".repeat(32));
    let new = ("api_v3_key_file", "\"new_api_v3_key\"");
    shop.configure(&[new]);
    assert_eq!(names(&explained(&shop, "notification", &message, 5).await), ["api-v3-key"]);
    shop.configure(&[new, ("previous_api_v3_key_file", "\"api_v3_key\"")]);
    explained(&shop, "notification", &message, 0).await;
    shop.configure(&[new, ("previous_api_v3_key_file", "\"pub_key.pem\"")]);
    let ran = shop.run_with(&["explain", "notification", "-"], &[], &message).await;
    assert!(ran.fails(1).contains("previous APIv3 key"), "{ran:?}");
}

#[tokio::test]
async fn the_headers_of_a_cgi_programs_environment_are_read() {
    let shop = Shop::open().await;
    let (headers, body) = shop.sandbox.notification("TRANSACTION.SUCCESS", "transaction", &json!({})).await.unwrap();
    let body = std::str::from_utf8(&body).unwrap();
    for sign in ["=", ": "] {
        let cgi = headers.iter().map(|(name, value)| {
            let name = name.as_str().to_ascii_uppercase().replace('-', "_");
            format!("HTTP_{name}{sign}{}\n", value.to_str().unwrap())
        });
        let message = format!("{}\n{body}", cgi.collect::<String>());
        let diagnosis = explained(&shop, "notification", &message, 5).await;
        assert_eq!((names(&diagnosis), &diagnosis["holds"]), (vec!["cgi-names"], &json!(true)), "{diagnosis}");
    }
}

#[tokio::test]
async fn a_request_whose_length_counts_characters_is_named() {
    let shop = Shop::open().await;
    let (head, body) = captured(&shop, &order()).await;
    let message = format!("{head}Content-Length: {}\r\n\r\n{body}", body.chars().count());
    let diagnosis = explained(&shop, "request", &message, 5).await;
    assert_eq!(names(&diagnosis), ["length"], "{diagnosis}");
    assert!(diagnosis["causes"][0]["remedy"].as_str().unwrap().contains("not of characters"));
}

/// The guide's own gateway. Signing the path of the request line would break every call.
#[tokio::test]
async fn a_request_at_a_gateway_is_told_of_its_prefix() {
    let shop = Shop::open().await;
    let (head, body) = captured(&shop, &order()).await;
    let diagnosis =
        explained(&shop, "request", &format!("{}\r\n{body}", head.replace("POST /v3", "POST /mch/v3")), 5).await;
    assert_eq!(names(&diagnosis), ["prefixed"], "{diagnosis}");
}

#[tokio::test]
async fn a_notification_by_a_certificate_needs_that_certificate() {
    let shop = Shop::open().await;
    let serial = &shop.credentials().platform_serial;
    let made = shop.sandbox.notification_by(serial, "TRANSACTION.SUCCESS", "transaction", &json!({})).await;
    let (headers, body) = made.unwrap();
    let message = format!("{}\r\n{}", lines(&headers), std::str::from_utf8(&body).unwrap());
    assert_eq!(names(&explained(&shop, "notification", &message, 5).await), ["unknown-serial", "no-known-key"]);
    let arguments = ["explain", "notification", "-", "--platform-certificates", "platform_cert.pem"];
    shop.run_with(&arguments, &[], &message).await.ends(0);
}

#[tokio::test]
async fn what_cannot_be_read_is_said() {
    let shop = Shop::open().await;
    for (input, said) in
        [("GET /v3 HTTP/1.1\nnonsense\n\n", "`nonsense` is not a header"), ("\u{0}", "is not a header")]
    {
        assert!(shop.run_with(&["explain", "request", "-"], &[], input).await.fails(1).contains(said), "{input}");
    }
    assert!(shop.run(&["explain", "request", "none.txt"]).await.fails(1).contains("none.txt cannot be read"));
    std::fs::remove_file(shop.path("wxpay.toml")).unwrap();
    let ran = shop.run_with(&["explain", "request", "-"], &[], "GET /v3 HTTP/1.1\n\n").await;
    assert!(ran.fails(1).contains("no key to compare with"), "{ran:?}");
}

#[tokio::test]
async fn each_kind_of_message_is_told_from_the_other() {
    let shop = Shop::open().await;
    let (head, body) = captured(&shop, &order()).await;
    let request = format!("{head}\r\n{body}");
    let made = shop.sandbox.notification("TRANSACTION.SUCCESS", "transaction", &json!({})).await.unwrap();
    let notification =
        format!("POST /notify HTTP/1.1\r\n{}\r\n{}", lines(&made.0), std::str::from_utf8(&made.1).unwrap());
    let v2 = "POST /notify HTTP/1.1\r\n\r\n<xml><return_code>SUCCESS</return_code><req_info>x</req_info></xml>";
    for (what, message, cause, words) in [
        ("notification", &*request, "is-request", "`wxpay explain request`"),
        ("request", &notification, "is-notification", "`wxpay explain notification`"),
        ("notification", v2, "v2-notice", "APIv2"),
        ("notification", "<xml><mch_id>1900000001</mch_id></xml>", "v2-notice", "APIv2"),
        ("notification", &format!("{}\r\n", lines(&made.0)), "empty-body", "has read the body before"),
    ] {
        let diagnosis = explained(&shop, what, message, 5).await;
        assert_eq!(names(&diagnosis), [cause], "{diagnosis}");
        assert!(diagnosis["causes"][0]["remedy"].as_str().unwrap().contains(words), "{diagnosis}");
    }
    let ran = shop.run_with(&["explain", "notification", "-"], &[], &body).await;
    assert!(ran.fails(1).contains("JSON without headers"), "{ran:?}");
}

#[tokio::test]
async fn a_public_key_that_is_not_configured_is_asked_for_as_such() {
    let shop = Shop::open().await;
    let made = shop.sandbox.notification("TRANSACTION.SUCCESS", "transaction", &json!({})).await.unwrap();
    let message = format!("{}\r\n{}", lines(&made.0), std::str::from_utf8(&made.1).unwrap());
    shop.configure(&[
        ("platform_public_key_id", ""),
        ("platform_public_key", ""),
        ("platform_certificates", "[\"platform_cert.pem\"]"),
    ]);
    let diagnosis = explained(&shop, "notification", &message, 5).await;
    let remedies = diagnosis["causes"].to_string();
    assert!(
        remedies.contains("add the public key and its ID") && remedies.contains("it cannot be downloaded by API"),
        "{remedies}"
    );
    assert!(!remedies.contains("apiclient_cert"), "{remedies}");
}

/// Parameters of a page, signed by the shop.
async fn page(shop: &Shop) -> Value {
    let client = shop.sandbox.client().unwrap();
    let page = client.jsapi_payment("wxd678efh567hg6787", "wx201410272009395522657a690389285100").await.unwrap();
    serde_json::to_value(&page).unwrap()
}

#[tokio::test]
async fn the_parameters_of_a_payment_are_explained() {
    let shop = Shop::open().await;
    let page = page(&shop).await;
    let run = async |text: &str, more: &[&str]| {
        shop.run_with(&[&["explain", "payment", "-"], more].concat(), &[], text).await
    };
    let right = run(&page.to_string(), &[]).await;
    assert!(
        right.ends(0).starts_with("The parameters are for WeixinJSBridge.") && right.out.contains("holds"),
        "{right:?}"
    );

    let mut wrong = page.clone();
    wrong["package"] = "wx201410272009395522657a690389285100".into();
    let diagnosis = run(&wrong.to_string(), &["--json"]).await.json(5);
    assert_eq!((names(&diagnosis), &diagnosis["front_end"]), (vec!["package"], &json!("page")));
    let ran = run(&wrong.to_string(), &[]).await;
    assert!(ran.ends(5).contains("  prepay_id=wx201410272009395522657a690389285100\\n\n"), "{ran:?}");

    // A mini program's parameters have no appid.
    let program = json!({
        "timeStamp": page["timeStamp"], "nonceStr": page["nonceStr"], "package": page["package"],
        "signType": "RSA", "paySign": page["paySign"],
    });
    assert_eq!(names(&run(&program.to_string(), &["--json"]).await.json(5)), ["no-appid"]);
    let appid = ["--appid", "wx2421b1c4370ec43b", "--appid", "wxd678efh567hg6787"];
    let ran = run(&program.to_string(), &appid).await;
    assert!(ran.ends(5).contains("the signed appid is `wxd678efh567hg6787`"), "{ran:?}");
    run(&program.to_string(), &appid[2..]).await.ends(0);

    let old = run(&page.to_string(), &["--at", "2100-01-01T00:00:00+08:00"]).await;
    assert!(old.ends(0).contains("warning: signed"), "{old:?}");
    let none = run("{}", &[]).await;
    assert!(none.fails(1).contains("expected the parameters of a payment"), "{none:?}");
}

#[tokio::test]
async fn a_private_key_that_is_not_the_certificates_is_named() {
    let shop = Shop::open().await;
    let other = shop.sandbox.register_merchant().unwrap();
    let page = page(&shop).await.to_string();
    shop.file("other.pem", &other.merchant_certificate);
    let arguments = ["explain", "payment", "-", "--merchant-certificate", "other.pem"];
    let ran = shop.run_with(&arguments, &[], &page).await;
    assert!(ran.ends(5).contains("apiclient_key.pem`, not with the merchant's"), "{ran:?}");
}
