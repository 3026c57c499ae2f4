//! Orders: ways to order, idempotency, lifetime, closing, queries, code payments.

use http::StatusCode;
use wxpay::error::ErrorCode;
use wxpay::notify::{Ordered, OrderedRequired};
use wxpay::pay::{
    Amount, AmountRequired, CodePay, CodePayRequired, CodeSceneInfo, CodeSceneInfoRequired, CodeStoreInfo, H5Info,
    H5InfoRequired, H5Prepay, H5PrepayRequired, H5SceneInfo, H5SceneInfoRequired, JsapiPrepay, JsapiPrepayRequired,
    NativePrepay, NativePrepayRequired, PayerIdentity, PayerIdentityRequired, PayerIdentityType, QueryOrder,
    QueryOrderRequired, ReverseOrder, ReverseOrderRequired, SettleInfo, TradeState, TradeType,
};
use wxpay::prelude::*;
use wxpay::settle::Settled;
use wxpay_tests::{closing, order, order_query, refund};

use super::sharings::unfreezing;
use super::{NOBODY, later, notified, of_any_caller, refused, sandbox};

const DAY: i64 = 24 * 60 * 60;

pub(super) fn jsapi(client: &Client, out_trade_no: &str) -> JsapiPrepay {
    JsapiPrepay::new(JsapiPrepayRequired {
        appid: "wxd678efh567hg6787".into(),
        mchid: client.merchant().id().into(),
        description: "A teapot".into(),
        out_trade_no: out_trade_no.into(),
        notify_url: NOBODY.into(),
        amount: amount(),
        payer: "oUpF8uN95-Ptaags6E_roPHg7AG0".into(),
    })
}

pub(super) fn h5(client: &Client, out_trade_no: &str) -> H5Prepay {
    H5Prepay::new(H5PrepayRequired {
        appid: "wxd678efh567hg6787".into(),
        mchid: client.merchant().id().into(),
        description: "A teapot".into(),
        out_trade_no: out_trade_no.into(),
        notify_url: NOBODY.into(),
        amount: amount(),
        scene_info: H5SceneInfo::new(H5SceneInfoRequired {
            payer_client_ip: "14.23.150.211".into(),
            h5_info: H5Info::new(H5InfoRequired { r#type: "Wap".into() }),
        }),
    })
}

pub(super) fn native(client: &Client, out_trade_no: &str) -> NativePrepay {
    NativePrepay::new(NativePrepayRequired {
        appid: "wxd678efh567hg6787".into(),
        mchid: client.merchant().id().into(),
        description: "A teapot".into(),
        out_trade_no: out_trade_no.into(),
        notify_url: NOBODY.into(),
        amount: amount(),
    })
}

pub(super) fn code(client: &Client, out_trade_no: &str, auth_code: &str) -> CodePay {
    CodePay::new(CodePayRequired {
        appid: "wxd678efh567hg6787".into(),
        mchid: client.merchant().id().into(),
        description: "A teapot".into(),
        out_trade_no: out_trade_no.into(),
        payer: auth_code.into(),
        amount: amount(),
        scene_info: CodeSceneInfo::new(CodeSceneInfoRequired { store_info: CodeStoreInfo::new().out_id("A1111") }),
    })
}

pub(super) fn reversal(client: &Client, out_trade_no: &str) -> ReverseOrder {
    ReverseOrder::new(ReverseOrderRequired {
        out_trade_no: out_trade_no.into(),
        appid: "wxd678efh567hg6787".into(),
        mchid: client.merchant().id().into(),
    })
}

fn amount() -> Amount {
    Amount::new(AmountRequired { total: Fen::new(100) })
}

async fn state(client: &Client, out_trade_no: &str) -> Option<TradeState> {
    client.send(&order_query(client, out_trade_no)).await.unwrap().trade_state
}

#[tokio::test]
async fn every_way_to_order_gives_something_fresh_each_time() {
    let (sandbox, client) = sandbox().await;
    let (first, again) = (jsapi(&client, "JSAPI001"), jsapi(&client, "JSAPI001"));
    assert_ne!(client.send(&first).await.unwrap().prepay_id, client.send(&again).await.unwrap().prepay_id);
    let (first, again) = (native(&client, "NATIVE001"), native(&client, "NATIVE001"));
    assert_ne!(client.send(&first).await.unwrap().code_url, client.send(&again).await.unwrap().code_url);
    let (first, again) = (h5(&client, "H5_001"), h5(&client, "H5_001"));
    assert_ne!(client.send(&first).await.unwrap().h5_url, client.send(&again).await.unwrap().h5_url);

    let orders = sandbox.orders().unwrap();
    let booked: Vec<_> = orders.iter().map(|order| (&*order.out_trade_no, order.accepted, &order.state)).collect();
    let not_paid = &TradeState::NotPay;
    assert_eq!(booked, [("JSAPI001", 2, not_paid), ("NATIVE001", 2, not_paid), ("H5_001", 2, not_paid)]);
}

#[tokio::test]
async fn a_number_is_used_up_for_every_other_way_to_order() {
    let (_sandbox, client) = sandbox().await;
    client.send(&jsapi(&client, "20260101000001")).await.unwrap();
    refused(client.send(&native(&client, "20260101000001")).await, 403, ErrorCode::OutTradeNoUsed);
    refused(client.send(&code(&client, "20260101000001", "130000000000000000")).await, 403, ErrorCode::OutTradeNoUsed);
    let mut other = jsapi(&client, "20260101000001");
    other.amount.total = Fen::new(101);
    refused(client.send(&other).await, 403, ErrorCode::OutTradeNoUsed);
}

#[tokio::test]
async fn who_has_to_pay_is_the_same_person_however_the_name_was_encrypted() {
    let (sandbox, client) = sandbox().await;
    let mut named = jsapi(&client, "20260101000001");
    named.payer.identity = Some(PayerIdentity::new(PayerIdentityRequired {
        r#type: PayerIdentityType::IdCard,
        number: "11010519491231002X".into(),
        name: "王小明".into(),
    }));
    client.send(&named).await.unwrap();
    client.send(&named).await.unwrap();
    assert_eq!(sandbox.orders().unwrap()[0].accepted, 2);
}

#[tokio::test]
async fn an_unpaid_order_is_found_by_the_merchants_number_and_a_paid_one_by_both() {
    let (sandbox, client) = sandbox().await;
    client.send(&jsapi(&client, "20260101000001").attach("mine")).await.unwrap();
    let before = client.send(&order_query(&client, "20260101000001")).await.unwrap();
    assert_eq!((&before.trade_state, &before.transaction_id), (&Some(TradeState::NotPay), &None));
    assert_eq!(before.attach.as_deref(), Some("mine"));

    sandbox.pay_order("20260101000001").unwrap();
    let after = client.send(&order_query(&client, "20260101000001")).await.unwrap();
    assert_eq!((&after.trade_state, &after.trade_type), (&Some(TradeState::Success), &Some(TradeType::Jsapi)));
    assert_eq!(after.payer.as_ref().unwrap().openid.as_deref(), Some("oUpF8uN95-Ptaags6E_roPHg7AG0"));
    let query = QueryOrder::new(QueryOrderRequired {
        transaction_id: after.transaction_id.clone().unwrap(),
        mchid: client.merchant().id().into(),
    });
    assert_eq!(client.send(&query).await.unwrap(), after);
    assert_eq!(notified(&sandbox, "TRANSACTION.SUCCESS").await.url, NOBODY);
}

#[tokio::test]
async fn a_queried_order_is_compared_with_the_merchants_own() {
    let (sandbox, client) = sandbox().await;
    let order = jsapi(&client, "20260101000001");
    client.send(&order).await.unwrap();
    let unpaid = client.send(&order_query(&client, "20260101000001")).await.unwrap();
    let differences = unpaid.check(&Ordered::from(&order)).unwrap_err();
    assert_eq!(differences.iter().map(|difference| difference.pointer).collect::<Vec<_>>(), ["/trade_state"]);

    sandbox.pay_order("20260101000001").unwrap();
    let paid = client.send(&order_query(&client, "20260101000001")).await.unwrap();
    paid.check(&Ordered::from(&order)).unwrap();
    let other = Ordered::new(OrderedRequired {
        out_trade_no: &order.out_trade_no,
        appid: "wxd678efh567hg6788",
        mchid: &order.mchid,
        total: Fen::new(99),
    });
    let differences = paid.check(&other).unwrap_err();
    assert_eq!(
        differences.iter().map(|difference| difference.pointer).collect::<Vec<_>>(),
        ["/appid", "/amount/total"]
    );
}

#[tokio::test]
async fn an_order_that_was_never_made_is_not_there() {
    let (_sandbox, client) = sandbox().await;
    refused(client.send(&order_query(&client, "20260101000001")).await, 404, ErrorCode::OrderNotExist);
    let mchid = client.merchant().id().into();
    let query = QueryOrder::new(QueryOrderRequired { transaction_id: "4200".into(), mchid });
    refused(client.send(&query).await, 404, ErrorCode::OrderNotExist);
}

#[tokio::test]
async fn another_merchants_order_is_neither_shown_nor_closed() {
    let (sandbox, _) = sandbox().await;
    let client = of_any_caller(&sandbox);
    client.send(&jsapi(&client, "20260101000001")).await.unwrap();
    let mut query = order_query(&client, "20260101000001");
    query.mchid = "1900000099".into();
    refused(client.send(&query).await, 400, ErrorCode::ParamError);
    let mut close = closing(&client, "20260101000001");
    close.mchid = "1900000099".into();
    refused(client.send(&close).await, 400, ErrorCode::ParamError);
    assert_eq!(state(&client, "20260101000001").await, Some(TradeState::NotPay));
}

#[tokio::test]
async fn a_closed_order_stays_closed_and_its_number_used_up() {
    let (sandbox, client) = sandbox().await;
    client.send(&order(&client, "20260101000001")).await.unwrap();
    for _ in 0..2 {
        assert_eq!(client.execute(&closing(&client, "20260101000001")).await.unwrap().status(), 204);
    }
    assert_eq!(state(&client, "20260101000001").await, Some(TradeState::Closed));
    refused(client.send(&order(&client, "20260101000001")).await, 400, ErrorCode::OrderClosed);
    assert!(sandbox.pay_order("20260101000001").is_err());
}

#[tokio::test]
async fn a_paid_order_can_be_neither_closed_nor_made_again() {
    let (sandbox, client) = sandbox().await;
    client.send(&order(&client, "20260101000001")).await.unwrap();
    sandbox.pay_order("20260101000001").unwrap();
    refused(client.send(&closing(&client, "20260101000001")).await, 400, ErrorCode::OrderPaid);
    refused(client.send(&order(&client, "20260101000001")).await, 400, ErrorCode::OrderPaid);
    assert!(sandbox.pay_order("20260101000001").is_err());
    assert_eq!(sandbox.orders().unwrap()[0].accepted, 1);
}

#[tokio::test]
async fn closing_a_number_that_was_never_ordered_uses_it_up() {
    let (sandbox, client) = sandbox().await;
    client.send(&closing(&client, "20260101000001")).await.unwrap();
    refused(client.send(&order(&client, "20260101000001")).await, 400, ErrorCode::InvalidRequest);
    refused(client.send(&order_query(&client, "20260101000001")).await, 404, ErrorCode::OrderNotExist);
    assert!(sandbox.orders().unwrap().is_empty());
}

#[tokio::test]
async fn an_order_that_nobody_pays_closes_after_seven_days() {
    let (sandbox, client) = sandbox().await;
    client.send(&order(&client, "20260101000001")).await.unwrap();
    let client = later(&sandbox, 7 * DAY - 5);
    client.send(&order(&client, "20260101000001")).await.unwrap();
    assert_eq!(state(&client, "20260101000001").await, Some(TradeState::NotPay));

    let client = later(&sandbox, 7 * DAY);
    assert_eq!(state(&client, "20260101000001").await, Some(TradeState::Closed));
    refused(client.send(&order(&client, "20260101000001")).await, 400, ErrorCode::OrderClosed);
    assert!(sandbox.pay_order("20260101000001").is_err());
}

#[tokio::test]
async fn after_time_expire_an_order_is_not_paid_but_not_closed_either() {
    let (sandbox, client) = sandbox().await;
    let time = DateTime::from_unix_timestamp(DateTime::now().unix_timestamp() + 3600).unwrap();
    let order = order(&client, "20260101000001").time_expire(time);
    client.send(&order).await.unwrap();
    let other = DateTime::from_unix_timestamp(time.unix_timestamp() + 1).unwrap();
    refused(client.send(&order.clone().time_expire(other)).await, 403, ErrorCode::OutTradeNoUsed);

    let client = later(&sandbox, 3600);
    assert!(sandbox.pay_order("20260101000001").is_err());
    assert_eq!(state(&client, "20260101000001").await, Some(TradeState::NotPay));
    refused(client.send(&order).await, 400, ErrorCode::OrderClosed);
}

#[tokio::test]
async fn a_time_expire_in_the_past_is_moved_to_a_minute_after_the_order() {
    let (sandbox, client) = sandbox().await;
    let order = |number| order(&client, number).time_expire(DateTime::from_unix_timestamp(1_500_000_000).unwrap());
    client.send(&order("20260101000001")).await.unwrap();
    client.send(&order("20260101000002")).await.unwrap();
    sandbox.set_clock_ahead(50).unwrap();
    sandbox.pay_order("20260101000001").unwrap();
    sandbox.set_clock_ahead(60).unwrap();
    assert!(sandbox.pay_order("20260101000002").is_err());
}

#[tokio::test]
async fn a_scanned_code_pays_at_once_and_only_once() {
    let (sandbox, client) = sandbox().await;
    let payment = code(&client, "20260101000001", "130061098828009406");
    let first = client.send(&payment).await.unwrap();
    assert_eq!((&first.trade_state, &first.trade_type), (&Some(TradeState::Success), &Some(TradeType::MicroPay)));
    first.check(&Ordered::from(&payment)).unwrap();
    assert_eq!(client.send(&payment).await.unwrap(), first);
    let other = code(&client, "20260101000001", "130061098828009407");
    refused(client.send(&other).await, 400, ErrorCode::OrderPaid);
    assert_eq!(sandbox.orders().unwrap()[0].accepted, 2);
}

#[tokio::test]
async fn a_code_payment_that_was_refunded_or_shared_is_not_reversed() {
    let (sandbox, client) = sandbox().await;
    client.send(&code(&client, "20260101000001", "130061098828009406")).await.unwrap();
    client.send(&refund("20260101000001", "REFUND1", 1)).await.unwrap();
    refused(client.send(&reversal(&client, "20260101000001")).await, 400, ErrorCode::InvalidRequest);

    let shared =
        code(&client, "20260101000002", "130061098828009406").settle_info(SettleInfo::new().profit_sharing(true));
    let id = client.send(&shared).await.unwrap().transaction_id.unwrap();
    let client = later(&sandbox, 60);
    client.send(&unfreezing(&id, "REST1")).await.unwrap();
    refused(client.send(&reversal(&client, "20260101000002")).await, 400, ErrorCode::InvalidRequest);
    assert_eq!(state(&client, "20260101000002").await, Some(TradeState::Success));
}

#[tokio::test]
async fn a_code_payment_that_waits_for_the_password_is_paid_or_reversed() {
    let (sandbox, client) = sandbox().await;
    for number in ["20260101000001", "20260101000002"] {
        let waiting = client.execute(&code(&client, number, "130061098828009499")).await.unwrap();
        assert_eq!(
            (waiting.status(), &waiting.get().trade_state),
            (StatusCode::ACCEPTED, &Some(TradeState::UserPaying))
        );
        assert_eq!(waiting.get().transaction_id, None);
    }
    assert!(sandbox.orders().unwrap().iter().all(|order| order.accepted == 1), "202 is no reason to repeat");
    sandbox.pay_order("20260101000001").unwrap();
    let paid = client.execute(&code(&client, "20260101000001", "130061098828009499")).await.unwrap();
    assert_eq!((paid.status(), &paid.get().trade_state), (StatusCode::OK, &Some(TradeState::Success)));
    assert_eq!(state(&client, "20260101000001").await, Some(TradeState::Success));
    for _ in 0..2 {
        client.send(&reversal(&client, "20260101000002")).await.unwrap();
    }
    assert_eq!(state(&client, "20260101000002").await, Some(TradeState::Revoked));
    assert!(sandbox.pay_order("20260101000002").is_err());
    assert!(sandbox.deliveries().unwrap().is_empty(), "code payments are not notified");
}

#[tokio::test]
async fn a_code_payment_that_waits_is_an_answer_to_whoever_settles_it() {
    let (sandbox, client) = sandbox().await;
    let settled = client.settle(&code(&client, "20260101000001", "130061098828009499")).await.unwrap();
    let Settled::Answered(order) = settled else { panic!("{settled:?}") };
    assert_eq!(order.trade_state, Some(TradeState::UserPaying));
    assert_eq!(sandbox.orders().unwrap()[0].accepted, 1);
}

#[tokio::test]
async fn a_paid_code_payment_can_be_reversed_and_not_closed() {
    let (_sandbox, client) = sandbox().await;
    client.send(&code(&client, "20260101000001", "130061098828009406")).await.unwrap();
    refused(client.send(&closing(&client, "20260101000001")).await, 400, ErrorCode::InvalidRequest);
    client.send(&reversal(&client, "20260101000001")).await.unwrap();
    assert_eq!(state(&client, "20260101000001").await, Some(TradeState::Revoked));
    let again = code(&client, "20260101000001", "130061098828009406");
    refused(client.send(&again).await, 400, ErrorCode::OrderClosed);
}

#[tokio::test]
async fn a_failed_code_payment_says_so() {
    let (_sandbox, client) = sandbox().await;
    let failed = client.send(&code(&client, "20260101000001", "130061098828009498")).await.unwrap();
    assert_eq!(failed.trade_state, Some(TradeState::PayError));
}

#[tokio::test]
async fn only_a_code_payment_is_reversed() {
    let (_sandbox, client) = sandbox().await;
    client.send(&order(&client, "20260101000001")).await.unwrap();
    refused(client.send(&reversal(&client, "20260101000001")).await, 400, ErrorCode::InvalidRequest);
    refused(client.send(&reversal(&client, "20260101000002")).await, 404, ErrorCode::OrderNotExist);
}

#[tokio::test]
async fn an_order_in_another_currency_is_refused() {
    let (_sandbox, client) = sandbox().await;
    let mut order = order(&client, "20260101000001");
    order.amount.currency = Some("XYZ".into());
    refused(client.send(&order).await, 400, ErrorCode::ParamError);
}

#[tokio::test]
async fn two_merchants_orders_of_one_number_are_two_in_the_books() {
    let (sandbox, first) = sandbox().await;
    let second = sandbox.register_merchant().unwrap().client_builder().hosts([sandbox.url()]).build().unwrap();
    for client in [&first, &second] {
        client.send(&order(client, "20260101000001")).await.unwrap();
        assert_eq!(state(client, "20260101000001").await, Some(TradeState::NotPay));
    }
    sandbox.merchant(first.merchant().id()).pay_order("20260101000001").unwrap();
    assert_eq!(state(&second, "20260101000001").await, Some(TradeState::NotPay));
    let orders = sandbox.orders().unwrap();
    let merchants: Vec<_> = orders.iter().map(|order| &*order.mchid).collect();
    assert_eq!(merchants, [first.merchant().id(), second.merchant().id()]);
}
