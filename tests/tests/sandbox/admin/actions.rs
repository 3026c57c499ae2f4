//! Acts by the API, whose effects the client's next query shows.

use serde_json::{Value, json};
use wxpay::client::Client;
use wxpay::credit_repayment::{
    QueryContract, QueryContractRequired, QueryRepayment, QueryRepaymentRequired, RepaymentContractState,
    RepaymentState, TradeInfo, TradeInfoRequired,
};
use wxpay::individual_contracts::AuthState;
use wxpay::mch_transfer::{
    AuthorizationState, CreateAuthorization, CreateAuthorizationRequired, QueryAuthorization,
    QueryAuthorizationRequired, QueryTransferByNumber, QueryTransferByNumberRequired, TransferState,
};
use wxpay::pay::TradeState;
use wxpay::prelude::*;
use wxpay::refund::{QueryRefund, QueryRefundRequired, RefundStatus};
use wxpay_sandbox::{ContractKind, Sandbox};
use wxpay_tests::{contract, contract_query, order, order_query, refund, repayment, transfer};

use crate::admin::{Script, answered, done};

async fn sandbox() -> (Sandbox, Client, Script) {
    let sandbox = Sandbox::start().await.unwrap();
    let (client, script) = (sandbox.client().unwrap(), Script::of(&sandbox));
    (sandbox, client, script)
}

#[tokio::test]
async fn an_order_is_paid_by_its_number_percent_encoded_or_not() {
    let (_sandbox, client, script) = sandbox().await;
    for (number, encoded) in [("PaidByApi1", "PaidByApi1"), ("a|b*c1", "a%7Cb%2Ac1")] {
        client.send(&order(&client, number)).await.unwrap();
        script.act(&format!("/api/orders/{encoded}/pay")).await;
        let paid = client.send(&order_query(&client, number)).await.unwrap();
        assert_eq!(paid.trade_state, Some(TradeState::Success));
        let (status, answer) = answered(script.post(&format!("/api/orders/{encoded}/pay"))).await;
        let error = format!("order `{number}` is paid already");
        assert_eq!((status.as_u16(), answer), (409, json!({ "error": error })));
    }
}

#[tokio::test]
async fn what_is_behind_a_link_is_shown_and_paid() {
    let (_sandbox, client, script) = sandbox().await;
    let link = client.send(&order(&client, "Linked1")).await.unwrap().prepay_id;
    let link = json!({ "link": link }).to_string();
    let shown = done(script.post("/api/checkout").body(link.clone())).await;
    assert_eq!(
        (&shown["out_trade_no"], &shown["total"], &shown["problem"]),
        (&json!("Linked1"), &json!(100), &Value::Null)
    );
    assert_eq!(script.post("/api/checkout/pay").body(link.clone()).send().await.unwrap().status().as_u16(), 204);
    let paid = client.send(&order_query(&client, "Linked1")).await.unwrap();
    assert_eq!(paid.trade_state, Some(TradeState::Success));
    assert_eq!(done(script.post("/api/checkout").body(link)).await["problem"], "is paid already");
}

#[tokio::test]
async fn an_order_of_another_merchant_is_paid_by_that_merchants_number() {
    let (sandbox, _client, script) = sandbox().await;
    let other = done(script.post("/api/merchants")).await;
    let text = |name: &str| other[name].as_str().unwrap();
    let client = Client::builder()
        .hosts([sandbox.url()])
        .mchid(text("mchid"))
        .merchant_serial(text("merchant_serial"))
        .private_key_pem(text("merchant_private_key"))
        .api_v3_key(text("api_v3_key"))
        .platform_public_key_pem(text("platform_public_key_id"), text("platform_public_key"))
        .build()
        .unwrap();
    client.send(&order(&client, "Other1")).await.unwrap();
    let first = json!({ "mchid": sandbox.credentials().mchid }).to_string();
    let (status, refusal) = answered(script.post("/api/orders/Other1/pay").body(first)).await;
    assert_eq!(status.as_u16(), 409, "{refusal}");
    assert!(refusal["error"].as_str().unwrap().contains(text("mchid")), "{refusal}");
    let pay = script.post("/api/orders/Other1/pay").body(json!({ "mchid": text("mchid") }).to_string());
    assert_eq!(pay.send().await.unwrap().status().as_u16(), 204);
    let paid = client.send(&order_query(&client, "Other1")).await.unwrap();
    assert_eq!(paid.trade_state, Some(TradeState::Success));
}

#[tokio::test]
async fn a_refund_comes_to_each_of_its_ends() {
    let (sandbox, client, script) = sandbox().await;
    client.send(&order(&client, "Refunded1")).await.unwrap();
    sandbox.pay_order("Refunded1").unwrap();
    for (end, status) in
        [("complete", RefundStatus::Success), ("bounce", RefundStatus::Abnormal), ("close", RefundStatus::Closed)]
    {
        client.send(&refund("Refunded1", end, 10)).await.unwrap();
        script.act(&format!("/api/refunds/{end}/{end}")).await;
        let query = QueryRefund::new(QueryRefundRequired { out_refund_no: end.into() });
        assert_eq!(client.send(&query).await.unwrap().status, status);
    }
}

#[tokio::test]
async fn a_transfer_is_accepted_or_fails() {
    let (_sandbox, client, script) = sandbox().await;
    for (number, end, state, reason) in [
        ("BILL1", "accept", TransferState::Success, None),
        ("BILL2", "fail", TransferState::Fail, Some("PAYEE_ACCOUNT_ABNORMAL")),
    ] {
        client.send(&transfer(number)).await.unwrap();
        script.act(&format!("/api/transfers/{number}/{end}")).await;
        let query = QueryTransferByNumber::new(QueryTransferByNumberRequired { out_bill_no: number.into() });
        let ended = client.send(&query).await.unwrap();
        assert_eq!((ended.state, ended.fail_reason.as_deref()), (state, reason));
    }
}

#[tokio::test]
async fn an_authorization_is_given_and_withdrawn() {
    let (_sandbox, client, script) = sandbox().await;
    let asking = CreateAuthorization::new(CreateAuthorizationRequired {
        out_authorization_no: "AUTH1".into(),
        appid: "wxf636efh567hg4356".into(),
        openid: "o-MYE42l80oelYMDE34nYD456Xoy".into(),
        transfer_scene_id: "1000".into(),
        user_display_name: "wx_123456".into(),
        authorization_notify_url: "http://127.0.0.1:9/notify".into(),
    });
    client.send(&asking).await.unwrap();
    for (action, state) in [("confirm", AuthorizationState::TakingEffect), ("withdraw", AuthorizationState::Closed)] {
        script.act(&format!("/api/authorizations/AUTH1/{action}")).await;
        let query = QueryAuthorization::new(QueryAuthorizationRequired { out_authorization_no: "AUTH1".into() });
        assert_eq!(client.send(&query).await.unwrap().state, state);
    }
}

#[tokio::test]
async fn a_contract_of_either_kind_is_opened_signed_declined_and_ended() {
    let (sandbox, client, script) = sandbox().await;
    client.send(&contract("C2C_1")).await.unwrap();
    client.send(&contract("C2C_2")).await.unwrap();
    script.act("/api/contracts/individual/C2C_1/open").await;
    assert_eq!(done(script.get("/api/contracts/individual/C2C_1")).await, json!({ "state": "opened" }));
    script.act("/api/contracts/individual/C2C_1/sign").await;
    assert_eq!(client.send(&contract_query("C2C_1")).await.unwrap().auth_state, AuthState::Authorized);
    script.act("/api/contracts/individual/C2C_2/decline").await;
    assert_eq!(client.send(&contract_query("C2C_2")).await.unwrap().auth_state, AuthState::Unauthorized);

    client.send(&repayment("Ended1")).await.unwrap();
    script.act("/api/contracts/credit-repayment/Ended1/sign").await;
    script.act("/api/contracts/credit-repayment/Ended1/terminate").await;
    let query = QueryContract::new(QueryContractRequired { out_contract_code: "Ended1".into() });
    let ended = client.send(&query).await.unwrap();
    assert_eq!(ended.contract_state, RepaymentContractState::Terminated);

    let (status, _) = answered(script.post("/api/contracts/other/Ended1/sign")).await;
    assert_eq!(status.as_u16(), 404);
    drop(sandbox);
}

#[tokio::test]
async fn a_repayment_is_collected_or_fails() {
    let (sandbox, client, script) = sandbox().await;
    for (number, end, state) in
        [("First1", "pay", RepaymentState::PaySuccess), ("First2", "fail", RepaymentState::PayFail)]
    {
        let first = TradeInfoRequired { out_trade_no: number.into(), deduct_amount: FenText::new(9000) };
        client.send(&repayment(end).trade_info(TradeInfo::new(first))).await.unwrap();
        sandbox.sign_contract(ContractKind::CreditRepayment, end).unwrap();
        script.act(&format!("/api/repayments/{number}/{end}")).await;
        let query = QueryRepayment::new(QueryRepaymentRequired { out_trade_no: number.into() });
        assert_eq!(client.send(&query).await.unwrap().order_state, state);
    }
}

#[tokio::test]
async fn the_clock_is_moved_and_its_orders_are_out_of_time() {
    let (_sandbox, client, script) = sandbox().await;
    client.send(&order(&client, "LateOrder1")).await.unwrap();
    let before = done(script.get("/api/clock")).await;
    assert_eq!(before["offset"], 0);
    let week = 7 * 24 * 60 * 60;
    let moved = done(script.put("/api/clock").body(json!({ "offset": week }).to_string())).await;
    assert!(moved["now"].as_i64() >= before["now"].as_i64().map(|now| now + week), "{before} {moved}");
    let (status, answer) = answered(script.post("/api/orders/LateOrder1/pay")).await;
    assert_eq!(
        (status.as_u16(), &answer["error"]),
        (409, &json!("order `LateOrder1` is closed, or its payment has failed"))
    );
}

#[tokio::test]
async fn the_books_are_shown_as_they_stand() {
    let (_sandbox, client, script) = sandbox().await;
    for number in ["Shown1", "Shown2", "Shown3"] {
        client.send(&order(&client, number)).await.unwrap();
    }
    assert_eq!(done(script.get("/api/books")).await["orders"], 3);
    let numbers = |rows: &Value| -> Vec<String> {
        rows.as_array().unwrap().iter().map(|row| row["out_trade_no"].as_str().unwrap().to_owned()).collect()
    };
    let newest = done(script.get("/api/books/orders?limit=2")).await;
    assert_eq!(numbers(&newest), ["Shown3", "Shown2"]);
    assert_eq!(newest[0]["parameters"]["description"], "A teapot");
    let before = newest[1]["rowid"].as_i64().unwrap();
    assert_eq!(numbers(&done(script.get(&format!("/api/books/orders?before={before}"))).await), ["Shown1"]);
    for other in ["sqlite_schema", "nothing", "orders%3B"] {
        assert_eq!(answered(script.get(&format!("/api/books/{other}"))).await.0.as_u16(), 404, "{other}");
    }
}

#[tokio::test]
async fn a_notification_of_ones_own_is_sent_and_a_probe_of_it_is_spoiled() {
    let (sandbox, client, script) = sandbox().await;
    let receiver = wxpay_sandbox::wire::Wire::tap(sandbox.address()).await.unwrap();
    let news = json!({
        "url": format!("{}/notify", receiver.url()),
        "event_type": "COUPON.USE",
        "original_type": "coupon",
        "resource": { "stock_id": "1" },
    });
    let id = done(script.post("/api/notifications").body(news.to_string())).await["id"].clone();
    let replay = format!("/api/notifications/{}/replay", id.as_str().unwrap());
    done(script.post(&replay).body(json!({ "probe": true }).to_string())).await;
    let certificate = sandbox.credentials().platform_serial.clone();
    done(script.post(&replay).body(json!({ "serial": certificate }).to_string())).await;
    let heads: Vec<_> =
        receiver.requests().iter().map(|request| String::from_utf8_lossy(request).into_owned()).collect();
    let count = |part: &str| heads.iter().filter(|head| head.contains(part)).count();
    assert_eq!((count("WECHATPAY/SIGNTEST/"), count(&certificate)), (1, 1));
    assert_eq!(count(id.as_str().unwrap()), heads.len());
    let unknown = script.post(&replay).body(json!({ "serial": "0" }).to_string());
    assert_eq!(answered(unknown).await.0.as_u16(), 404);
    let listed = done(script.get("/api/notifications?limit=1")).await;
    assert_eq!((&listed[0]["id"], &listed[0]["resource"]), (&id, &json!({ "stock_id": "1" })));
    drop(client);
}

#[tokio::test]
async fn notifications_are_held_and_go_wrong() {
    let (sandbox, client, script) = sandbox().await;
    let mut order = order(&client, "Held01");
    order.notify_url = "http://127.0.0.1:9/notify".into();
    client.send(&order).await.unwrap();
    let rule = json!({ "fault": "no-answer", "moment": "before", "endpoint": "TRANSACTION.SUCCESS" });
    assert_eq!(done(script.post("/api/notifications/faults").body(rule.to_string())).await, rule);
    assert_eq!(done(script.get("/api/notifications/faults")).await, json!([rule]));
    script.act("/api/notifications/hold").await;
    script.act("/api/orders/Held01/pay").await;
    assert!(sandbox.deliveries().unwrap().is_empty());
    script.act("/api/notifications/release").await;
    while sandbox.deliveries().unwrap().is_empty() {
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    assert_eq!(sandbox.deliveries().unwrap()[0].fault.as_deref(), Some("no-answer"));
    script.delete("/api/notifications/faults").await;
    assert_eq!(done(script.get("/api/notifications/faults")).await, json!([]));
}

#[tokio::test]
async fn what_makes_no_sense_is_said_in_json() {
    let (_sandbox, _client, script) = sandbox().await;
    for (request, status) in [
        (script.post("/api/orders/1/pay").body("{"), 400),
        (script.post("/api/orders/1/pay").body(r#"{"merchant": "1"}"#), 400),
        (script.post("/api/notifications").body("{}"), 400),
        (script.put("/api/clock").body(r#"{"offset": "1"}"#), 400),
        (script.put("/api/clock").body(r#"{"offset": 9223372036854775807}"#), 400),
        (script.put("/api/clock").body(r#"{"offset": -9223372036854775808}"#), 400),
        (script.put("/api/clock").body(r#"{"offset": 253244620800}"#), 400),
        (script.get("/api/books/orders?limit=many"), 400),
        (script.get("/api/orders/1/pay"), 405),
        (script.post("/api/orders/1/pay"), 409),
    ] {
        let (answer, body) = answered(request).await;
        assert_eq!(answer.as_u16(), status, "{body}");
        assert!(body["error"].as_str().is_some_and(|error| !error.is_empty()), "{body}");
    }
}

#[tokio::test]
async fn the_api_lists_itself() {
    let (_sandbox, _client, script) = sandbox().await;
    let list = done(script.get("/api")).await;
    let list = list.as_array().unwrap();
    assert!(list.len() > 20);
    for door in list {
        let (method, path) = door["route"].as_str().unwrap().split_once(' ').unwrap();
        let path = path.replace("{kind}", "individual").replace("{table}", "orders").replace(['{', '}'], "");
        let request = script.http.request(method.parse().unwrap(), format!("{}{path}", script.url));
        let (status, body) = answered_if_any(request.bearer_auth(&script.token)).await;
        assert!(status != 405 && body["error"] != json!(NO_PATH), "{door} {status} {body}");
        assert!(!door["does"].as_str().unwrap().is_empty());
    }
}

const NO_PATH: &str = "there is no route with that path: `GET /api` lists all routes";

async fn answered_if_any(request: reqwest::RequestBuilder) -> (u16, Value) {
    let response = request.send().await.unwrap();
    let status = response.status().as_u16();
    (status, serde_json::from_slice(&response.bytes().await.unwrap()).unwrap_or(Value::Null))
}
