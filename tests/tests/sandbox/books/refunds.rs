//! Refunds: parts, limits, idempotency, final states.

use wxpay::client::Client;
use wxpay::error::ErrorCode;
use wxpay::pay::TradeState;
use wxpay::prelude::*;
use wxpay::refund::{
    AbnormalRefundType, ApplyAbnormalRefund, ApplyAbnormalRefundRequired, PayeeBank, QueryRefund, QueryRefundRequired,
    RefundStatus,
};
use wxpay_sandbox::Sandbox;
use wxpay_tests::{order, order_query, refund};

use super::{NOBODY, later, not_sent, notified, refused, sandbox};

const ORDER: &str = "20260101000001";
const YEAR: i64 = 365 * 24 * 60 * 60;

/// A sandbox with a paid order.
async fn paid() -> (Sandbox, Client) {
    let (sandbox, client) = sandbox().await;
    client.send(&order(&client, ORDER)).await.unwrap();
    sandbox.pay_order(ORDER).unwrap();
    (sandbox, client)
}

fn query(out_refund_no: &str) -> QueryRefund {
    QueryRefund::new(QueryRefundRequired { out_refund_no: out_refund_no.into() })
}

#[tokio::test]
async fn a_refund_is_accepted_first_and_done_later() {
    let (sandbox, client) = paid().await;
    let accepted = client.send(&refund(ORDER, "REFUND1", 30)).await.unwrap();
    assert_eq!((&accepted.status, accepted.amount.refund), (&RefundStatus::Processing, Fen::new(30)));
    let order = client.send(&order_query(&client, ORDER)).await.unwrap();
    assert_eq!(order.trade_state, Some(TradeState::Refund));
    assert_eq!(order.transaction_id.as_deref(), Some(&*accepted.transaction_id));

    sandbox.complete_refund("REFUND1").unwrap();
    let done = client.send(&query("REFUND1")).await.unwrap();
    assert_eq!((&done.status, &done.refund_id), (&RefundStatus::Success, &accepted.refund_id));
    assert!(done.success_time.is_some() && accepted.success_time.is_none());
    assert!(sandbox.complete_refund("REFUND1").is_err());
}

#[tokio::test]
async fn an_order_is_refunded_by_either_number() {
    let (_sandbox, client) = paid().await;
    let paid = client.send(&order_query(&client, ORDER)).await.unwrap();
    let mut by_transaction = refund(ORDER, "REFUND1", 30).transaction_id(paid.transaction_id.unwrap());
    by_transaction.out_trade_no = None;
    assert_eq!(client.send(&by_transaction).await.unwrap().out_trade_no, ORDER);
    by_transaction.transaction_id = None;
    not_sent(client.send(&by_transaction).await, "/transaction_id");
}

#[tokio::test]
async fn the_same_number_is_the_same_refund_and_with_other_parameters_refused() {
    let (sandbox, client) = paid().await;
    let first = client.send(&refund(ORDER, "REFUND1", 60)).await.unwrap();
    assert_eq!(client.send(&refund(ORDER, "REFUND1", 60)).await.unwrap(), first);
    refused(client.send(&refund(ORDER, "REFUND1", 61)).await, 400, ErrorCode::InvalidRequest);
    let refunds = sandbox.refunds().unwrap();
    assert_eq!((refunds.len(), refunds[0].accepted, refunds[0].refund), (1, 2, Fen::new(60)));
}

#[tokio::test]
async fn parts_add_up_to_no_more_than_the_order() {
    let (sandbox, client) = paid().await;
    client.send(&refund(ORDER, "REFUND1", 60)).await.unwrap();
    refused(client.send(&refund(ORDER, "REFUND2", 41)).await, 400, ErrorCode::InvalidRequest);
    client.send(&refund(ORDER, "REFUND2", 40)).await.unwrap();
    refused(client.send(&refund(ORDER, "REFUND3", 1)).await, 400, ErrorCode::InvalidRequest);

    // The amount of a closed refund can be refunded again.
    sandbox.close_refund("REFUND2").unwrap();
    client.send(&refund(ORDER, "REFUND3", 40)).await.unwrap();
}

#[tokio::test]
async fn an_order_is_refunded_in_fifty_parts_and_no_more() {
    let (sandbox, client) = paid().await;
    for part in 0..50 {
        client.send(&refund(ORDER, &format!("PART{part}"), 1)).await.unwrap();
    }
    refused(client.send(&refund(ORDER, "PART50", 1)).await, 400, ErrorCode::InvalidRequest);
    assert_eq!(sandbox.refunds().unwrap().len(), 50);
}

#[tokio::test]
async fn what_is_not_paid_not_there_or_of_another_amount_is_not_refunded() {
    let (_sandbox, client) = paid().await;
    refused(client.send(&refund("20260101000002", "REFUND1", 1)).await, 404, ErrorCode::ResourceNotExists);
    client.send(&order(&client, "20260101000002")).await.unwrap();
    refused(client.send(&refund("20260101000002", "REFUND1", 1)).await, 400, ErrorCode::InvalidRequest);
    let mut other = refund(ORDER, "REFUND1", 1);
    other.amount.total = Fen::new(1000);
    refused(client.send(&other).await, 400, ErrorCode::InvalidRequest);
    refused(client.send(&query("REFUND1")).await, 404, ErrorCode::ResourceNotExists);
}

#[tokio::test]
async fn a_year_after_its_payment_an_order_is_not_refunded_any_more() {
    let (sandbox, _) = paid().await;
    let client = later(&sandbox, YEAR - 5);
    client.send(&refund(ORDER, "REFUND1", 1)).await.unwrap();
    let client = later(&sandbox, YEAR + 5);
    refused(client.send(&refund(ORDER, "REFUND2", 1)).await, 400, ErrorCode::InvalidRequest);
}

#[tokio::test]
async fn a_refund_that_the_bank_does_not_take_is_sent_another_way() {
    let (sandbox, client) = paid().await;
    let accepted = client.send(&refund(ORDER, "REFUND1", 100)).await.unwrap();
    let another_way = |r#type| {
        ApplyAbnormalRefund::new(ApplyAbnormalRefundRequired {
            refund_id: accepted.refund_id.clone(),
            out_refund_no: "REFUND1".into(),
            r#type,
        })
    };
    let to_merchant = another_way(AbnormalRefundType::MerchantBankCard);
    refused(client.send(&to_merchant).await, 400, ErrorCode::InvalidRequest);
    sandbox.bounce_refund("REFUND1").unwrap();
    assert_eq!(client.send(&query("REFUND1")).await.unwrap().status, RefundStatus::Abnormal);

    let to_user = another_way(AbnormalRefundType::UserBankCard);
    refused(client.send(&to_user).await, 400, ErrorCode::ParamError);
    let to_user = to_user.bank_type(PayeeBank::IcbcDebit).bank_account("6222020000000000000").real_name("王小明");
    assert_eq!(client.send(&to_user).await.unwrap().status, RefundStatus::Processing);
    sandbox.complete_refund("REFUND1").unwrap();
    assert_eq!(client.send(&query("REFUND1")).await.unwrap().status, RefundStatus::Success);

    let mut unknown = to_merchant;
    unknown.refund_id = "50000000382019052709732678859".into();
    refused(client.send(&unknown).await, 404, ErrorCode::ResourceNotExists);
}

#[tokio::test]
async fn every_end_of_a_refund_is_notified_to_its_own_address() {
    let (sandbox, client) = paid().await;
    type End = fn(&Sandbox, &str);
    let ends: [(&str, End, &str); 3] = [
        ("SETTLED", |sandbox, number| sandbox.complete_refund(number).unwrap(), "REFUND.SUCCESS"),
        ("BOUNCED", |sandbox, number| sandbox.bounce_refund(number).unwrap(), "REFUND.ABNORMAL"),
        ("CLOSED", |sandbox, number| sandbox.close_refund(number).unwrap(), "REFUND.CLOSED"),
    ];
    for (number, end, event_type) in ends {
        let url = format!("{NOBODY}/{number}");
        client.send(&refund(ORDER, number, 10).notify_url(&*url)).await.unwrap();
        end(&sandbox, number);
        assert_eq!(notified(&sandbox, event_type).await.url, url);
    }
}
