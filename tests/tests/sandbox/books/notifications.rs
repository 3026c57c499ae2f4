//! The arrival of notifications: the key that signs them, repetitions, deliberate flaws, the order.

use std::time::Duration;

use wxpay::client::Client;
use wxpay::notify::Event;
use wxpay_sandbox::faults::{Damage, Denial, Failure, Rule};
use wxpay_sandbox::{Credentials, Delivery, Keys, NotificationState, Sandbox};
use wxpay_tests::order;

use super::inbox::{Inbox, Reply};

const PAID: &str = "TRANSACTION.SUCCESS";

/// A sandbox that soon repeats a refused notification.
async fn sandbox() -> (Sandbox, Client) {
    let sandbox = Sandbox::builder().notification_second(Duration::from_millis(1)).start().await.unwrap();
    let client = sandbox.client().unwrap();
    (sandbox, client)
}

/// Makes and pays an order of this client, with notifications to `url`.
async fn pay(sandbox: &Sandbox, client: &Client, out_trade_no: &str, url: &str) {
    let mut order = order(client, out_trade_no);
    order.notify_url = url.into();
    client.send(&order).await.unwrap();
    sandbox.merchant(client.merchant().id()).pay_order(out_trade_no).unwrap();
}

/// The attempts, once there are at least `count`.
async fn attempts(sandbox: &Sandbox, count: usize) -> Vec<Delivery> {
    for _ in 0..500 {
        let deliveries = sandbox.deliveries().unwrap();
        if deliveries.len() >= count {
            return deliveries;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("fewer than {count} attempts were made: {:?}", sandbox.deliveries());
}

fn number(event: &Event) -> &str {
    let Event::Payment(paid) = event else { panic!("{event:?}") };
    &paid.out_trade_no
}

#[tokio::test]
async fn the_public_key_signs_or_the_certificate_or_each_in_its_turn() {
    let (sandbox, _) = sandbox().await;
    let Credentials { mchid, public_key_id: public, platform_serial: certificate, .. } = sandbox.credentials();
    for (keys, wanted) in [
        (Keys::PublicKey, [public, public, public]),
        (Keys::Certificate, [certificate, certificate, certificate]),
        (Keys::Both, [public, certificate, public]),
    ] {
        sandbox.merchant(mchid).set_keys(keys).unwrap();
        let client = sandbox.client().unwrap();
        let mut inbox = Inbox::of(client.clone(), |_| Reply::Accept).await;
        for (part, serial) in wanted.into_iter().enumerate() {
            pay(&sandbox, &client, &format!("2026-{}-{part}", keys.as_str()), &inbox.url).await;
            let arrived = inbox.next().await;
            arrived.read.unwrap();
            assert_eq!(arrived.headers["wechatpay-serial"].to_str().unwrap(), serial, "{keys:?}");
        }
    }
}

/// <https://pay.weixin.qq.com/doc/v3/partner/4013038589>: WeChat Pay decides which key signs.
#[tokio::test]
async fn the_key_that_requests_name_does_not_decide_which_signs_notifications() {
    let (sandbox, _) = sandbox().await;
    let Credentials { mchid, public_key_id, platform_serial, .. } = sandbox.credentials();
    sandbox.merchant(mchid).set_keys(Keys::Both).unwrap();
    // The client names the public key in every request.
    let client = sandbox.client().unwrap();
    let mut inbox = Inbox::of(client.clone(), |_| Reply::Accept).await;
    let mut serials = Vec::new();
    for number in ["20260101000001", "20260101000002"] {
        pay(&sandbox, &client, number, &inbox.url).await;
        serials.push(inbox.next().await.headers["wechatpay-serial"].to_str().unwrap().to_owned());
    }
    assert_eq!(serials, [&**public_key_id, &**platform_serial]);
}

#[tokio::test]
async fn each_merchant_is_notified_with_its_own_key() {
    let (sandbox, first) = sandbox().await;
    let credentials = sandbox.register_merchant().unwrap();
    let second = credentials.client_builder().hosts([sandbox.url()]).build().unwrap();
    let mut inboxes =
        [Inbox::of(first.clone(), |_| Reply::Accept).await, Inbox::of(second.clone(), |_| Reply::Accept).await];
    for (client, inbox) in [&first, &second].into_iter().zip(&mut inboxes) {
        pay(&sandbox, client, "20260101000001", &inbox.url).await;
        let Event::Payment(paid) = inbox.event().await else { panic!("another event") };
        assert_eq!(paid.mchid, client.merchant().id());
    }
    pay(&sandbox, &second, "20260101000002", &inboxes[0].url).await;
    assert!(inboxes[0].next().await.read.is_err(), "another merchant's APIv3 key");
}

#[tokio::test]
async fn a_probe_comes_first_or_not_at_all_and_what_is_right_follows_its_refusal() {
    let (sandbox, client) = sandbox().await;
    sandbox.notification_faults().add(Rule::new(Damage::Probe).at(PAID));
    let mut inbox = Inbox::open(&sandbox, |_| Reply::Accept).await;
    pay(&sandbox, &client, "20260101000001", &inbox.url).await;
    let probe = inbox.next().await;
    let signature = probe.headers["wechatpay-signature"].to_str().unwrap();
    assert!(signature.starts_with("WECHATPAY/SIGNTEST/") && probe.read.is_err());
    assert_eq!(number(&inbox.event().await), "20260101000001");

    let told = attempts(&sandbox, 2).await;
    let faults: Vec<_> = told.iter().map(|attempt| (attempt.fault.as_deref(), attempt.is_accepted())).collect();
    assert_eq!(faults, [(Some("probe"), false), (None, true)]);
    assert!(told[0].answer.contains("FAIL"), "{}", told[0].answer);
}

#[tokio::test]
async fn what_is_wrong_with_an_attempt_is_refused_and_the_next_one_is_right() {
    let damages = [
        Damage::WrongSignature,
        Damage::NoSignature,
        Damage::UnknownSerial,
        Damage::Clock(-300),
        Damage::Clock(301),
        Damage::TruncatedJson,
    ];
    let (sandbox, client) = sandbox().await;
    for (index, damage) in damages.into_iter().enumerate() {
        sandbox.notification_faults().add(Rule::new(damage).times(1));
        let mut inbox = Inbox::open(&sandbox, |_| Reply::Accept).await;
        let out_trade_no = format!("2026010100000{index}");
        pay(&sandbox, &client, &out_trade_no, &inbox.url).await;
        assert!(inbox.next().await.read.is_err(), "{damage:?}");
        assert_eq!(number(&inbox.event().await), out_trade_no, "{damage:?}");
    }
    let refused: Vec<_> = attempts(&sandbox, 12).await.into_iter().filter_map(|attempt| attempt.fault).collect();
    let names = ["wrong-signature", "no-signature", "unknown-serial", "clock", "clock", "truncated-json"];
    assert_eq!(refused, names);
}

#[tokio::test]
async fn a_fault_of_another_type_of_event_is_not_met() {
    let (sandbox, client) = sandbox().await;
    sandbox.notification_faults().add(Rule::new(Damage::NoSignature).at("REFUND.SUCCESS"));
    let mut inbox = Inbox::open(&sandbox, |_| Reply::Accept).await;
    pay(&sandbox, &client, "20260101000001", &inbox.url).await;
    assert_eq!(number(&inbox.event().await), "20260101000001");
}

#[tokio::test]
async fn an_attempt_that_is_lost_is_made_again_and_one_whose_answer_is_lost_arrives_twice() {
    let (sandbox, client) = sandbox().await;
    let faults = sandbox.notification_faults();
    faults.add(Rule::new(Denial::NotFound).times(1));
    faults.add(Rule::new(Failure::BadGateway.before()).times(1));
    faults.add(Rule::new(Failure::NoAnswer.after()).times(1));
    let mut inbox = Inbox::open(&sandbox, |_| Reply::Accept).await;
    pay(&sandbox, &client, "20260101000001", &inbox.url).await;
    let (first, again) = (inbox.next().await, inbox.next().await);
    assert_eq!(first.body, again.body, "the same notification");
    assert_ne!(first.headers["wechatpay-signature"], again.headers["wechatpay-signature"]);
    assert_eq!(first.read.unwrap().id, again.read.unwrap().id);
    let statuses: Vec<_> = attempts(&sandbox, 4).await.into_iter().map(|attempt| attempt.status).collect();
    assert_eq!(statuses, [None, None, None, Some(204)]);
    assert!(inbox.is_empty());
}

#[tokio::test]
async fn what_was_accepted_comes_again_when_it_is_wanted() {
    let (sandbox, client) = sandbox().await;
    let mut inbox = Inbox::open(&sandbox, |_| Reply::Accept).await;
    pay(&sandbox, &client, "20260101000001", &inbox.url).await;
    let first = inbox.next().await.read.unwrap();
    attempts(&sandbox, 1).await;
    assert!(sandbox.replay(&first.id).await.unwrap().is_accepted());
    assert_eq!(inbox.next().await.read.unwrap(), first);
    assert!(sandbox.replay("00000000-0000-4000-a000-000000000000").await.is_err());
}

#[tokio::test]
async fn what_is_held_back_comes_in_the_reverse_order() {
    let (sandbox, client) = sandbox().await;
    let mut inbox = Inbox::open(&sandbox, |attempt| if attempt == 0 { Reply::Refuse } else { Reply::Accept }).await;
    sandbox.hold_notifications();
    for part in 1..=3 {
        pay(&sandbox, &client, &format!("2026010100000{part}"), &inbox.url).await;
    }
    tokio::time::sleep(Duration::from_millis(100)).await;
    assert!(inbox.is_empty() && sandbox.deliveries().unwrap().is_empty());
    sandbox.release_notifications();
    let mut numbers = Vec::new();
    for _ in 0..4 {
        numbers.push(number(&inbox.event().await).to_owned());
    }
    // The refused one comes again, after its pause.
    assert_eq!(
        (&*numbers[0], numbers.iter().filter(|number| *number == "20260101000003").count()),
        ("20260101000003", 2)
    );
    numbers.retain(|number| number != "20260101000003");
    assert_eq!(numbers, ["20260101000002", "20260101000001"]);

    pay(&sandbox, &client, "20260101000004", &inbox.url).await;
    assert_eq!(number(&inbox.event().await), "20260101000004");
}

#[tokio::test]
async fn an_answer_after_five_seconds_is_none() {
    let (sandbox, client) = sandbox().await;
    let mut inbox = Inbox::open(&sandbox, |attempt| if attempt == 0 { Reply::Silence } else { Reply::Accept }).await;
    pay(&sandbox, &client, "20260101000001", &inbox.url).await;
    inbox.next().await;
    let began = std::time::Instant::now();
    inbox.next().await;
    assert!(began.elapsed() >= Duration::from_millis(4500), "{:?}", began.elapsed());
    let attempts = attempts(&sandbox, 2).await;
    assert_eq!((attempts[0].status, attempts[1].status), (None, Some(204)));
    assert!(!attempts[0].answer.is_empty(), "the reason is missing");
}

#[tokio::test]
async fn after_fifteen_repetitions_it_is_given_up() {
    let sandbox = Sandbox::builder().notification_second(Duration::ZERO).start().await.unwrap();
    let client = sandbox.client().unwrap();
    let inbox = Inbox::open(&sandbox, |_| Reply::Refuse).await;
    pay(&sandbox, &client, "20260101000001", &inbox.url).await;
    let attempts = attempts(&sandbox, 16).await;
    assert!(attempts.iter().all(|attempt| attempt.status == Some(500) && attempt.answer.contains("FAIL")));
    for _ in 0..100 {
        if sandbox.notifications().unwrap()[0].state == NotificationState::GivenUp {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let sent = sandbox.notifications().unwrap();
    assert_eq!((sent.len(), sent[0].attempts.len(), sent[0].state), (1, 16, NotificationState::GivenUp));
}

#[tokio::test]
async fn a_sandbox_that_is_gone_notifies_nobody() {
    let sandbox = Sandbox::builder().notification_second(Duration::from_millis(20)).start().await.unwrap();
    let client = sandbox.client().unwrap();
    let mut inbox = Inbox::open(&sandbox, |_| Reply::Refuse).await;
    pay(&sandbox, &client, "20260101000001", &inbox.url).await;
    inbox.next().await;
    drop(sandbox);
    // The second attempt would come 300 ms after the first.
    tokio::time::sleep(Duration::from_millis(600)).await;
    assert!(inbox.is_empty());
}
