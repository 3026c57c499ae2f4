//! Notifications made to order: each has the content that was asked for, and each flaw is found.

use serde_json::{Value, json};
use wxpay::mch_transfer::TransferState;
use wxpay::notification::{NotificationError, Notifications};
use wxpay::notify::Event;
use wxpay::prelude::*;
use wxpay::refund::RefundStatus;
use wxpay_sandbox::faults::Damage;
use wxpay_sandbox::{Flaw, Notice, Sandbox};

use super::sandbox;

const YUAN: Fen = Fen::new(100);

async fn received(sandbox: &Sandbox, by: &Notifications, notice: &Notice) -> Result<Event, NotificationError> {
    let (headers, body) = sandbox.notice(notice).await.unwrap();
    by.receive::<Event>(&headers, &body).await.map(|notification| notification.resource)
}

#[tokio::test]
async fn each_is_read_as_the_event_that_it_is() {
    let (sandbox, client) = sandbox().await;
    let notifications = client.notifications().unwrap();
    let mchid = client.merchant().id();
    let parts = [(mchid, "PART_A", YUAN), (mchid, "PART_B", YUAN)];
    type Is = fn(&Event) -> bool;
    let all: [(Notice, Is); 12] = [
        (Notice::payment("T1", YUAN), |event| matches!(event, Event::Payment(_))),
        (Notice::partner_payment("1900000109", "T1", YUAN), |event| matches!(event, Event::PartnerPayment(_))),
        (Notice::combined_payment("C1", &parts), |event| matches!(event, Event::CombinedPayment(_))),
        (Notice::refund("R1", "T1", YUAN, &RefundStatus::Success), |event| matches!(event, Event::Refund(_))),
        (Notice::refund("R1", "T1", YUAN, &RefundStatus::Abnormal), |event| matches!(event, Event::Refund(_))),
        (Notice::profit_sharing("S1", "1900000109", YUAN), |event| matches!(event, Event::ProfitSharing(_))),
        (Notice::profit_sharing_return("B1", "1900000109", YUAN), |event| {
            matches!(event, Event::ProfitSharingReturn(_))
        }),
        (Notice::transfer("B1", YUAN, &TransferState::Success), |event| matches!(event, Event::TransferBill(_))),
        (Notice::transfer("B1", YUAN, &TransferState::Fail), |event| matches!(event, Event::TransferBill(_))),
        (Notice::repayment_contract("C1"), |event| matches!(event, Event::RepaymentContract(_))),
        (Notice::repayment("D1", "C1", YUAN), |event| matches!(event, Event::Repayment(_))),
        (Notice::complaint("200201820200101080076610000"), |event| matches!(event, Event::Complaint(_))),
    ];
    for (notice, is) in all {
        let event = received(&sandbox, &notifications, &notice).await.unwrap();
        assert!(is(&event), "{notice:?} is {event:?}");
    }
}

#[tokio::test]
async fn a_payment_names_the_merchant_and_what_was_set() {
    let (sandbox, client) = sandbox().await;
    let notifications = client.notifications().unwrap();
    let notice = Notice::payment("T1", YUAN)
        .member("/attach", "shelf 1")
        .member("/scene_info/device_id", "013467007045764")
        .member("/bank_type", Value::Null);
    let Event::Payment(paid) = received(&sandbox, &notifications, &notice).await.unwrap() else { panic!("another") };
    assert_eq!((&*paid.mchid, &*paid.out_trade_no, paid.amount.total), (client.merchant().id(), "T1", YUAN));
    assert_eq!((paid.attach.as_deref(), paid.bank_type), (Some("shelf 1"), None));
    assert_eq!(paid.scene_info.unwrap().device_id.as_deref(), Some("013467007045764"));

    let parts = [("1900000109", "PART_A", YUAN)];
    let notice = Notice::combined_payment("C1", &parts).member("/sub_orders/0/attach", "shelf 2");
    let event = received(&sandbox, &notifications, &notice).await.unwrap();
    let Event::CombinedPayment(paid) = event else { panic!("another") };
    assert_eq!(paid.sub_orders[0].attach.as_deref(), Some("shelf 2"));
}

#[tokio::test]
async fn any_other_event_is_made_of_its_resource() {
    let (sandbox, client) = sandbox().await;
    let notice = Notice::new("SOMETHING.NEW", "something", json!({ "a": [1] }));
    let event = received(&sandbox, &client.notifications().unwrap(), &notice).await.unwrap();
    assert_eq!(event, Event::Unknown { event_type: "SOMETHING.NEW".into(), resource: json!({ "a": [1] }) });
}

#[tokio::test]
async fn one_of_another_merchant_is_read_by_that_one_alone() {
    let (sandbox, client) = sandbox().await;
    let other = sandbox.register_merchant().unwrap();
    let notice = Notice::payment("T1", YUAN).of_merchant(&other.mchid);
    let theirs = other.client_builder().hosts([sandbox.url()]).build().unwrap().notifications().unwrap();
    let Event::Payment(paid) = received(&sandbox, &theirs, &notice).await.unwrap() else { panic!("another") };
    assert_eq!(paid.mchid, other.mchid);
    let error = received(&sandbox, &client.notifications().unwrap(), &notice).await.unwrap_err();
    assert!(matches!(error, NotificationError::Sealed(_)), "{error}");
    assert!(sandbox.notice(&Notice::payment("T1", YUAN).of_merchant("1")).await.is_err());
}

#[tokio::test]
async fn one_is_signed_by_the_key_that_is_named() {
    let (sandbox, client) = sandbox().await;
    let serial = &sandbox.credentials().platform_serial;
    let notice = Notice::payment("T1", YUAN).signed_by(serial);
    let (headers, _) = sandbox.notice(&notice).await.unwrap();
    assert_eq!(headers["wechatpay-serial"], **serial);
    assert!(received(&sandbox, &client.notifications().unwrap(), &notice).await.is_err(), "a key that is not known");
    assert!(sandbox.notice(&Notice::payment("T1", YUAN).signed_by("NOBODY")).await.is_err());
}

#[tokio::test]
async fn each_flaw_is_found_and_is_the_only_one() {
    let (sandbox, client) = sandbox().await;
    let notifications = client.notifications().unwrap();
    let flaws: [Flaw; 9] = [
        Damage::WrongSignature.into(),
        Damage::NoSignature.into(),
        Damage::UnknownSerial.into(),
        Damage::Probe.into(),
        Damage::Clock(-301).into(),
        Damage::Clock(301).into(),
        Damage::TruncatedJson.into(),
        Flaw::AlteredBody,
        Flaw::OtherKey,
    ];
    for flaw in flaws {
        let error = received(&sandbox, &notifications, &Notice::payment("T1", YUAN).flawed(flaw)).await.unwrap_err();
        match flaw {
            Flaw::OtherKey => assert!(matches!(error, NotificationError::Sealed(_)), "{flaw:?}: {error}"),
            Flaw::Damage(Damage::TruncatedJson) => {
                assert!(matches!(error, NotificationError::Malformed(_)), "{flaw:?}: {error}");
            }
            _ => assert!(matches!(error, NotificationError::Unverified(_)), "{flaw:?}: {error}"),
        }
    }
}
