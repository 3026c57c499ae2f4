//! The lists of requests and notifications.

use serde_json::json;
use wxpay_sandbox::wire::{Wire, body_start};
use wxpay_sandbox::{NotificationState, Sandbox};
use wxpay_tests::order;

use crate::admin::{Script, done};

#[tokio::test]
async fn a_request_is_listed_with_who_asked_and_what_was_answered() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    let answer = client.execute(&order(&client, "Logged1")).await.unwrap();
    let requests = sandbox.requests();
    let [request] = &*requests else { panic!("{requests:?}") };
    assert_eq!((&*request.method, &*request.target), ("POST", "/v3/pay/transactions/app"));
    assert_eq!((request.status, request.request_id.as_deref()), (Some(200), answer.request_id()));
    assert_eq!(request.mchid.as_deref(), Some(client.merchant().id()));
    assert_eq!((&request.refusal, &request.signed_message), (&None, &None));
    let listed = done(Script::of(&sandbox).get("/api/requests")).await;
    assert_eq!(listed, json!(requests));
}

#[tokio::test]
async fn a_refused_request_is_listed_with_the_reason_and_what_the_sandbox_has_signed() {
    let sandbox = Sandbox::start().await.unwrap();
    let http = Script::of(&sandbox).http;
    let client = sandbox.client().unwrap();
    let prepared = client.prepare(&order(&client, "Logged2")).await.unwrap();
    let (head, body) = prepared.into_parts();
    let changed = [&body[..], b" "].concat();
    let request = http.post(format!("{}{}", sandbox.url(), head.uri.path())).headers(head.headers.clone());
    assert_eq!(request.body(changed.clone()).send().await.unwrap().status(), 401);

    let [request] = &*sandbox.requests() else { panic!("one request came") };
    let reason = request.refusal.as_ref().unwrap();
    assert_eq!((reason.code, request.body_length), (Some("SIGN_ERROR"), changed.len()));
    let message = request.signed_message.as_deref().unwrap();
    let lines: Vec<_> = message.split('\n').collect();
    assert_eq!((lines[0], lines[1]), ("POST", "/v3/pay/transactions/app"));
    assert_eq!(lines[4].as_bytes(), changed);
}

#[tokio::test]
async fn no_more_than_the_last_200_requests_are_kept() {
    let sandbox = Sandbox::start().await.unwrap();
    let http = Script::of(&sandbox).http;
    for number in 0..201 {
        http.get(format!("{}/nothing/{number}", sandbox.url())).send().await.unwrap();
    }
    let requests = sandbox.requests();
    assert_eq!((requests.len(), &*requests[0].target, requests[199].status), (200, "/nothing/1", Some(404)));
}

#[tokio::test]
async fn a_notification_is_replayed_with_another_signature_and_the_same_body() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    let receiver = Wire::tap(sandbox.address()).await.unwrap();
    let mut order = order(&client, "Replayed1");
    order.notify_url = format!("{}/notify", receiver.url());
    client.send(&order).await.unwrap();
    sandbox.pay_order("Replayed1").unwrap();
    while sandbox.deliveries().unwrap().is_empty() {
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    let [sent] = &*sandbox.notifications().unwrap() else { panic!("one thing happened") };
    assert_eq!(
        (&*sent.event_type, sent.state, sent.attempts.len()),
        ("TRANSACTION.SUCCESS", NotificationState::Pending, 1)
    );
    assert_eq!(sent.resource["out_trade_no"], "Replayed1");
    assert_eq!(sent.attempts[0].status, Some(404));

    let script = Script::of(&sandbox);
    let attempt = done(script.post(&format!("/api/notifications/{}/replay", sent.id))).await;
    assert_eq!((&attempt["id"], &attempt["status"]), (&json!(sent.id), &json!(404)));
    assert_eq!(sandbox.notifications().unwrap()[0].attempts.len(), 2);
    let requests = receiver.requests();
    let bodies: Vec<_> = requests.iter().map(|request| &request[body_start(request).unwrap()..]).collect();
    assert_eq!(bodies[0], bodies[1]);
    assert_ne!(requests[0], requests[1]);

    let (status, answer) = crate::admin::answered(script.post("/api/notifications/none/replay")).await;
    assert_eq!((status.as_u16(), &answer["error"]), (409, &json!("notification `none` was never made")));
}
