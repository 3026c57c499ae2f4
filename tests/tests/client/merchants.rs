//! Several merchants in one process and at one WeChat Pay, and certificates of a merchant that are added and withdrawn.

use http::StatusCode;
use serde_json::{Value, json};
use wxpay::client::Client;
use wxpay::envelope::EnvelopeError;
use wxpay::error::{ErrorCode, Outcome};
use wxpay::notification::NotificationError;
use wxpay::notify::{Event, RefundStatus, TransferState};
use wxpay::pay::{QueryOrderByNumber, QueryOrderByNumberRequired};
use wxpay::prelude::Fen;
use wxpay::security::{SecurityEcho, SecurityEchoRequired};
use wxpay_sandbox::{Credentials, Keys, Notice, Sandbox};
use wxpay_tests::order;

fn client(sandbox: &Sandbox, credentials: &Credentials) -> Client {
    credentials.client_builder().hosts([sandbox.url()]).build().unwrap()
}

/// A text that WeChat Pay encrypts for the merchant and the merchant opens.
async fn secret_echo(client: &Client) -> Option<String> {
    let echo = SecurityEcho::new(SecurityEchoRequired { echo_message: "hello".into() });
    let echo = client.send(&echo.encrypted_echo_message("王小明")).await.unwrap();
    echo.encrypted_echo_message.and_then(|secret| secret.expose().map(str::to_owned))
}

fn query(client: &Client, out_trade_no: &str) -> QueryOrderByNumber {
    QueryOrderByNumber::new(QueryOrderByNumberRequired {
        out_trade_no: out_trade_no.into(),
        mchid: client.merchant().id().into(),
    })
}

#[tokio::test]
async fn merchants_have_numbers_keys_and_orders_of_their_own() {
    let sandbox = Sandbox::start().await.unwrap();
    let (second, third) = (sandbox.register_merchant().unwrap(), sandbox.register_merchant().unwrap());
    let first = sandbox.credentials();
    let credentials = [first, &second, &third];
    for (one, other) in [(0, 1), (0, 2), (1, 2)].map(|(one, other)| (credentials[one], credentials[other])) {
        assert_ne!(one.mchid, other.mchid);
        assert_ne!(one.merchant_serial, other.merchant_serial);
        assert_ne!(one.api_v3_key, other.api_v3_key);
    }
    let (first, second) = (client(&sandbox, first), client(&sandbox, &second));
    first.send(&order(&first, "20260101000001")).await.unwrap();
    let error = second.send(&query(&second, "20260101000001")).await.unwrap_err();
    assert_eq!(error.code(), Some(&ErrorCode::OrderNotExist), "{error}");
    let of_the_first = order(&first, "20260101000002");
    assert_eq!(second.send(&of_the_first).await.unwrap_err().outcome(), Outcome::NotSent);
    let undaunted = credentials[1].client_builder().hosts([sandbox.url()]).allow_other_callers(true).build().unwrap();
    let error = undaunted.send(&of_the_first).await.unwrap_err();
    assert_eq!((error.code(), error.outcome()), (Some(&ErrorCode::ParamError), Outcome::Refused), "{error}");
    second.send(&order(&second, "20260101000001")).await.unwrap();
    for client in [&first, &second] {
        assert_eq!(secret_echo(client).await.as_deref(), Some("王小明"));
    }
}

#[tokio::test]
async fn certificates_are_downloaded_under_each_merchants_own_key() {
    let sandbox = Sandbox::builder().keys(Keys::Certificate).start().await.unwrap();
    let second = sandbox.register_merchant().unwrap();
    let downloading = |key: &str| {
        let builder = second.client_builder().hosts([sandbox.url()]).download_certificates();
        builder.api_v3_key(key).build().unwrap()
    };
    downloading(&second.api_v3_key).refresh_certificates().await.unwrap();
    downloading(&sandbox.credentials().api_v3_key).refresh_certificates().await.unwrap_err();
}

#[tokio::test]
async fn a_certificate_is_good_until_it_is_withdrawn() {
    let sandbox = Sandbox::start().await.unwrap();
    let credentials = sandbox.credentials();
    let renewed = sandbox.issue_merchant_certificate().unwrap();
    assert_eq!((&renewed.mchid, &renewed.api_v3_key), (&credentials.mchid, &credentials.api_v3_key));
    let (old, new) = (client(&sandbox, credentials), client(&sandbox, &renewed));
    // Answers are encrypted for the certificate that signed the request.
    for client in [&old, &new] {
        assert_eq!(secret_echo(client).await.as_deref(), Some("王小明"));
    }
    assert!(sandbox.withdraw_merchant_certificate(&credentials.merchant_serial));
    assert!(!sandbox.withdraw_merchant_certificate(&credentials.merchant_serial));
    let error = old.send(&order(&old, "20260101000001")).await.unwrap_err();
    assert_eq!((error.code(), error.outcome()), (Some(&ErrorCode::SignError), Outcome::Refused), "{error}");
    new.send(&order(&new, "20260101000001")).await.unwrap();
}

#[tokio::test]
async fn a_serial_does_not_go_with_the_key_of_another_certificate() {
    let sandbox = Sandbox::start().await.unwrap();
    let second = sandbox.register_merchant().unwrap();
    let mixed = second.client_builder().hosts([sandbox.url()]).mchid(&sandbox.credentials().mchid).build().unwrap();
    let error = mixed.send(&order(&mixed, "20260101000001")).await.unwrap_err();
    assert_eq!(error.code(), Some(&ErrorCode::SignError), "{error}");
    let builder = second.client_builder().hosts([sandbox.url()]);
    let swapped = builder.private_key_pem(&sandbox.credentials().merchant_private_key).build().unwrap();
    let error = swapped.send(&order(&swapped, "20260101000001")).await.unwrap_err();
    assert_eq!(error.code(), Some(&ErrorCode::SignError), "{error}");
}

#[tokio::test]
async fn an_api_v3_key_is_exchanged_while_notifications_and_downloads_are_under_way() {
    let sandbox = Sandbox::builder().keys(Keys::Certificate).start().await.unwrap();
    let old = sandbox.register_merchant().unwrap();
    let paid = |attach: &str| {
        Notice::payment("20260101000001", Fen::new(100)).of_merchant(&old.mchid).member("/attach", attach)
    };
    let before = sandbox.notice(&paid("before")).await.unwrap();
    let with = |current: &str, previous: Option<&str>| {
        let builder = old.client_builder().hosts([sandbox.url()]).api_v3_key(current).download_certificates();
        match previous {
            Some(previous) => builder.previous_api_v3_key(previous).build().unwrap(),
            None => builder.build().unwrap(),
        }
    };
    // The shop gets the new key first.
    let coming = sandbox.merchant(&old.mchid).exchange_api_v3_key().unwrap();
    assert_ne!(old.api_v3_key, coming.api_v3_key);
    let after = sandbox.notice(&paid("after")).await.unwrap();

    let (old_key, new_key, other) = (&*old.api_v3_key, &*coming.api_v3_key, "0123456789abcdef0123456789ABCDEF");
    for (current, previous, opens) in [
        (new_key, Some(old_key), [true, true]),
        (old_key, Some(new_key), [true, true]),
        (old_key, None, [true, false]),
        (new_key, None, [false, true]),
        (other, Some(new_key), [false, true]),
        (other, None, [false, false]),
    ] {
        let client = with(current, previous);
        let notifications = client.notifications().unwrap();
        for ((headers, body), opens) in [&before, &after].into_iter().zip(opens) {
            match notifications.receive::<Event>(headers, body).await {
                Ok(received) => assert!(opens && matches!(received.resource, Event::Payment(_))),
                Err(error) => assert!(!opens && error == NotificationError::Sealed(EnvelopeError::Key), "{error}"),
            }
        }
        assert_eq!(client.refresh_certificates().await.is_ok(), opens[1], "the download has the new key");
    }
}

#[test]
fn a_previous_api_v3_key_is_another_one_and_as_good() {
    let problems = |current: Option<&str>, previous: &str| {
        let builder = wxpay::client::Client::builder().previous_api_v3_key(previous);
        let builder = match current {
            Some(current) => builder.api_v3_key(current),
            None => builder,
        };
        let problems = builder.build().unwrap_err().problems;
        problems
            .into_iter()
            .filter(|problem| problem.setting.ends_with("api_v3_key"))
            .map(|problem| problem.fault.to_string())
            .collect::<Vec<_>>()
    };
    let (one, other) = ("0123456789abcdef0123456789ABCDEF", "0123456789abcdef0123456789ABCDEE");
    assert_eq!(problems(Some(one), other), [""; 0]);
    assert_eq!(problems(Some(one), one).len(), 1);
    assert_eq!(problems(None, other).len(), 1);
    let short = problems(Some(one), "too short");
    assert!(short.len() == 1 && short[0].contains("9 bytes") && !short[0].contains("too short"), "{short:?}");
}

#[tokio::test]
async fn what_is_for_another_merchant_is_refused_although_its_key_opens_it() {
    let sandbox = Sandbox::start().await.unwrap();
    let (first, second) = (sandbox.credentials(), sandbox.register_merchant().unwrap());
    let client = |mchid: &str| first.client_builder().mchid(mchid).build().unwrap().notifications().unwrap();
    let (here, there) = (client(&first.mchid), client(&second.mchid));
    let fen = Fen::new(100);
    let order = json!({ "service_id": "1", "appid": "wxd678efh567hg6787", "mchid": first.mchid, "out_order_no": "S1",
        "state": "DONE" });
    for notice in [
        Notice::payment("N1", fen),
        // The sub-merchant is not notified of it.
        Notice::partner_payment(&second.mchid, "N1", fen),
        Notice::combined_payment("N1", &[(&second.mchid, "N2", fen)]),
        Notice::refund("R1", "N1", fen, &RefundStatus::Success),
        Notice::refund("R1", "N1", fen, &RefundStatus::Success)
            .member("/mchid", Value::Null)
            .member("/sp_mchid", &*first.mchid)
            .member("/sub_mchid", &*second.mchid),
        Notice::transfer("T1", fen, &TransferState::Success),
        Notice::new("PAYSCORE.USER_PAID", "payscore", order),
    ] {
        let (headers, body) = sandbox.notice(&notice).await.unwrap();
        let received = here.receive::<Event>(&headers, &body).await.unwrap();
        assert_eq!(received.receiver, first.mchid);
        assert!(!matches!(received.resource, Event::Unread { .. } | Event::Unknown { .. }), "{received:?}");
        let error = there.receive::<Event>(&headers, &body).await.unwrap_err();
        let expected = NotificationError::OtherMerchant { named: first.mchid.clone(), receiver: second.mchid.clone() };
        assert_eq!((&error, error.status()), (&expected, StatusCode::FORBIDDEN), "{notice:?}");
        assert_eq!(error.reply().status(), StatusCode::FORBIDDEN, "it is not acknowledged");
    }
}

#[tokio::test]
async fn a_receiver_of_a_share_is_notified_under_the_number_of_who_shares() {
    let sandbox = Sandbox::start().await.unwrap();
    let (first, second) = (sandbox.credentials(), sandbox.register_merchant().unwrap());
    let receiver = client(&sandbox, &second).notifications().unwrap();
    for notice in [Notice::profit_sharing, Notice::profit_sharing_return] {
        let notice =
            notice("S1", &second.mchid, Fen::new(10)).of_merchant(&second.mchid).member("/mchid", &*first.mchid);
        let (headers, body) = sandbox.notice(&notice).await.unwrap();
        let received = receiver.receive::<Event>(&headers, &body).await.unwrap();
        assert!(matches!(received.resource, Event::ProfitSharing(_) | Event::ProfitSharingReturn(_)), "{received:?}");
    }
}
