//! Sub-merchants' orders and refunds, signed by their service provider.

use http::StatusCode;
use wxpay::ecommerce_refund::{
    Amount as PlatformAmount, AmountRequired as PlatformAmountRequired, CreateRefund as PlatformRefund,
    CreateRefundRequired as PlatformRefundRequired, QueryRefund as QueryPlatformRefund,
    QueryRefundByNumber as QueryPlatformRefundByNumber,
    QueryRefundByNumberRequired as QueryPlatformRefundByNumberRequired,
    QueryRefundRequired as QueryPlatformRefundRequired,
};
use wxpay::error::ErrorCode;
use wxpay::notify::{Event, Ordered};
use wxpay::partner_pay::{
    Amount, AmountRequired, AppPrepay, AppPrepayRequired, CloseOrder, CloseOrderRequired, CodePay, CodePayRequired,
    CodePayer, CodePayerRequired, CodeSceneInfo, CodeSceneInfoRequired, CodeStoreInfo, H5Info, H5InfoRequired,
    H5Prepay, H5PrepayRequired, H5SceneInfo, H5SceneInfoRequired, JsapiPayer, JsapiPrepay, JsapiPrepayRequired,
    NativePrepay, NativePrepayRequired, QueryOrder, QueryOrderByNumber, QueryOrderByNumberRequired, QueryOrderRequired,
    ReverseOrder, ReverseOrderRequired, TradeState, TradeType,
};
use wxpay::pay::{ReverseOrder as DirectReverse, ReverseOrderRequired as DirectReverseRequired};
use wxpay::prelude::*;
use wxpay::refund::{QueryRefund, QueryRefundRequired, RefundStatus};
use wxpay_tests::{closing, order, order_query, refund};

use super::inbox::{Inbox, Reply};
use super::{NOBODY, not_sent, of_any_caller, refused, sandbox};

pub(crate) const SUB_MERCHANT: &str = "1900000109";
const OTHER: &str = "1900000110";
const ORDER: &str = "20260101000001";

pub(crate) fn jsapi(client: &Client, out_trade_no: &str, notify_url: &str) -> JsapiPrepay {
    JsapiPrepay::new(JsapiPrepayRequired {
        sp_appid: "wx8888888888888888".into(),
        sp_mchid: client.merchant().id().into(),
        sub_mchid: SUB_MERCHANT.into(),
        description: "A teapot".into(),
        out_trade_no: out_trade_no.into(),
        notify_url: notify_url.into(),
        amount: amount(),
        payer: JsapiPayer::new().sub_openid("oUpF8uN95-Ptaags6E_roPHg7AG0"),
    })
    .sub_appid("wxd678efh567hg6999")
}

fn amount() -> Amount {
    Amount::new(AmountRequired { total: Fen::new(100) })
}

fn query(client: &Client, out_trade_no: &str, sub_mchid: &str) -> QueryOrderByNumber {
    QueryOrderByNumber::new(QueryOrderByNumberRequired {
        out_trade_no: out_trade_no.into(),
        sp_mchid: client.merchant().id().into(),
        sub_mchid: sub_mchid.into(),
    })
}

fn code(client: &Client, out_trade_no: &str, auth_code: &str) -> CodePay {
    CodePay::new(CodePayRequired {
        sp_appid: "wx8888888888888888".into(),
        sp_mchid: client.merchant().id().into(),
        sub_mchid: SUB_MERCHANT.into(),
        description: "A teapot".into(),
        out_trade_no: out_trade_no.into(),
        payer: CodePayer::new(CodePayerRequired { auth_code: auth_code.into() }),
        amount: amount(),
        scene_info: CodeSceneInfo::new(CodeSceneInfoRequired { store_info: CodeStoreInfo::new().out_id("A1111") }),
    })
}

fn reversal(client: &Client, out_trade_no: &str, sub_mchid: &str) -> ReverseOrder {
    ReverseOrder::new(ReverseOrderRequired {
        out_trade_no: out_trade_no.into(),
        sp_mchid: client.merchant().id().into(),
        sub_mchid: sub_mchid.into(),
    })
}

fn close(client: &Client, out_trade_no: &str, sub_mchid: &str) -> CloseOrder {
    CloseOrder::new(CloseOrderRequired {
        out_trade_no: out_trade_no.into(),
        sp_mchid: client.merchant().id().into(),
        sub_mchid: sub_mchid.into(),
    })
}

#[tokio::test]
async fn a_sub_merchant_is_ordered_for_in_every_way() {
    let (sandbox, client) = sandbox().await;
    let sp_mchid = || client.merchant().id().to_owned();
    let app = AppPrepay::new(AppPrepayRequired {
        sp_appid: "wx8888888888888888".into(),
        sp_mchid: sp_mchid(),
        sub_mchid: SUB_MERCHANT.into(),
        description: "A teapot".into(),
        out_trade_no: "APP_001".into(),
        notify_url: NOBODY.into(),
        amount: amount(),
    });
    let native = NativePrepay::new(NativePrepayRequired {
        sp_appid: "wx8888888888888888".into(),
        sp_mchid: sp_mchid(),
        sub_mchid: SUB_MERCHANT.into(),
        description: "A teapot".into(),
        out_trade_no: "NATIVE".into(),
        notify_url: NOBODY.into(),
        amount: amount(),
    });
    let h5 = H5Prepay::new(H5PrepayRequired {
        sp_appid: "wx8888888888888888".into(),
        sp_mchid: sp_mchid(),
        sub_mchid: SUB_MERCHANT.into(),
        description: "A teapot".into(),
        out_trade_no: "H5_001".into(),
        notify_url: NOBODY.into(),
        amount: amount(),
        scene_info: H5SceneInfo::new(H5SceneInfoRequired {
            payer_client_ip: "14.23.150.211".into(),
            h5_info: H5Info::new(H5InfoRequired { r#type: "Wap".into() }),
        }),
    });
    sandbox.pay_link(&client.send(&app).await.unwrap().prepay_id).unwrap();
    sandbox.pay_link(&client.send(&jsapi(&client, "JSAPI1", NOBODY)).await.unwrap().prepay_id).unwrap();
    sandbox.pay_link(&client.send(&native).await.unwrap().code_url).unwrap();
    sandbox.pay_link(&client.send(&h5).await.unwrap().h5_url).unwrap();
    client.send(&code(&client, "CODE_1", "130061098828009406")).await.unwrap();
    let booked = sandbox.orders().unwrap();
    let ways: Vec<_> = booked.iter().map(|order| (&order.trade_type, &order.state)).collect();
    let paid = &TradeState::Success;
    let wanted = [TradeType::App, TradeType::Jsapi, TradeType::Native, TradeType::H5, TradeType::MicroPay];
    assert_eq!(ways, wanted.iter().map(|way| (way, paid)).collect::<Vec<_>>());
    assert!(booked.iter().all(|order| order.sub_mchid.as_deref() == Some(SUB_MERCHANT)));
}

#[tokio::test]
async fn a_sub_merchants_code_payment_pays_at_once_and_only_once() {
    let (sandbox, client) = sandbox().await;
    let payment = code(&client, ORDER, "130061098828009406");
    let first = client.execute(&payment).await.unwrap();
    assert_eq!((first.status(), &first.get().trade_state), (StatusCode::OK, &Some(TradeState::Success)));
    first.get().check(&Ordered::from(&payment)).unwrap();
    assert_eq!(client.send(&payment).await.unwrap(), first.into_inner());
    let other = code(&client, ORDER, "130061098828009407");
    refused(client.send(&other).await, 400, ErrorCode::OrderPaid);
    let failed = client.send(&code(&client, "20260101000002", "130061098828009498")).await.unwrap();
    assert_eq!(failed.trade_state, Some(TradeState::PayError));
    assert!(sandbox.deliveries().unwrap().is_empty(), "code payments are not notified");
}

#[tokio::test]
async fn a_sub_merchants_code_payment_that_waits_for_the_password_is_paid_or_reversed() {
    let (sandbox, client) = sandbox().await;
    let (first, second) = ("20260101000001", "20260101000002");
    for number in [first, second] {
        let waiting = client.execute(&code(&client, number, "130061098828009499")).await.unwrap();
        assert_eq!(
            (waiting.status(), &waiting.get().trade_state),
            (StatusCode::ACCEPTED, &Some(TradeState::UserPaying))
        );
    }
    assert!(sandbox.orders().unwrap().iter().all(|order| order.accepted == 1), "202 is no reason to repeat");
    sandbox.pay_order(first).unwrap();
    let paid = client.execute(&code(&client, first, "130061098828009499")).await.unwrap();
    assert_eq!((paid.status(), &paid.get().trade_state), (StatusCode::OK, &Some(TradeState::Success)));

    refused(client.send(&close(&client, second, SUB_MERCHANT)).await, 400, ErrorCode::InvalidRequest);
    for _ in 0..2 {
        let reversed = client.send(&reversal(&client, second, SUB_MERCHANT)).await.unwrap();
        assert_eq!((&*reversed.out_trade_no, &*reversed.sub_mchid), (second, SUB_MERCHANT));
    }
    let found = client.send(&query(&client, second, SUB_MERCHANT)).await.unwrap();
    assert_eq!(found.trade_state, Some(TradeState::Revoked));
    assert!(sandbox.pay_order(second).is_err());
}

#[tokio::test]
async fn a_sub_merchants_order_is_reversed_only_as_its_own_and_only_if_a_code_was_scanned() {
    let (_sandbox, client) = sandbox().await;
    client.send(&code(&client, ORDER, "130061098828009406")).await.unwrap();
    refused(client.send(&reversal(&client, ORDER, OTHER)).await, 400, ErrorCode::InvalidRequest);
    let own = DirectReverse::new(DirectReverseRequired {
        out_trade_no: ORDER.into(),
        appid: "wx8888888888888888".into(),
        mchid: client.merchant().id().into(),
    });
    refused(client.send(&own).await, 400, ErrorCode::InvalidRequest);
    client.send(&reversal(&client, ORDER, SUB_MERCHANT)).await.unwrap();

    client.send(&jsapi(&client, "20260101000002", NOBODY)).await.unwrap();
    refused(client.send(&reversal(&client, "20260101000002", SUB_MERCHANT)).await, 400, ErrorCode::InvalidRequest);
    refused(client.send(&reversal(&client, "20260101000003", SUB_MERCHANT)).await, 404, ErrorCode::OrderNotExist);
}

#[tokio::test]
async fn a_sub_merchants_payment_is_queried_and_notified_with_both_parties_and_both_names_of_the_payer() {
    let (sandbox, client) = sandbox().await;
    let mut inbox = Inbox::open(&sandbox, |_| Reply::Accept).await;
    let order = jsapi(&client, ORDER, &inbox.url).sub_appid("wxd678efh567hg6999");
    client.send(&order).await.unwrap();
    sandbox.pay_order(ORDER).unwrap();
    let paid = client.send(&query(&client, ORDER, SUB_MERCHANT)).await.unwrap();
    paid.check(&Ordered::from(&order)).unwrap();
    assert_eq!(paid.sub_appid.as_deref(), Some("wxd678efh567hg6999"));
    let payer = paid.payer.clone().unwrap();
    assert_eq!(payer.sub_openid.as_deref(), Some("oUpF8uN95-Ptaags6E_roPHg7AG0"));
    assert!(payer.sp_openid.is_some());
    let by_id = QueryOrder::new(QueryOrderRequired {
        transaction_id: paid.transaction_id.clone().unwrap(),
        sp_mchid: client.merchant().id().into(),
        sub_mchid: SUB_MERCHANT.into(),
    });
    assert_eq!(client.send(&by_id).await.unwrap(), paid);
    let Event::PartnerPayment(told) = inbox.event().await else { panic!("another event") };
    told.check(&Ordered::from(&order)).unwrap();
    assert_eq!((told.transaction_id, told.payer), (paid.transaction_id, paid.payer));
}

#[tokio::test]
async fn a_number_is_one_order_of_the_service_provider_whatever_the_sub_merchant() {
    let (sandbox, client) = sandbox().await;
    client.send(&jsapi(&client, ORDER, NOBODY)).await.unwrap();
    let mut other = jsapi(&client, ORDER, NOBODY);
    other.sub_mchid = OTHER.into();
    refused(client.send(&other).await, 403, ErrorCode::OutTradeNoUsed);
    refused(client.send(&order(&client, ORDER)).await, 403, ErrorCode::OutTradeNoUsed);
    assert_eq!(sandbox.orders().unwrap().len(), 1);
}

#[tokio::test]
async fn a_sub_merchants_order_is_neither_shown_nor_closed_as_anothers_or_as_the_service_providers_own() {
    let (_sandbox, client) = sandbox().await;
    client.send(&jsapi(&client, ORDER, NOBODY)).await.unwrap();
    refused(client.send(&query(&client, ORDER, OTHER)).await, 400, ErrorCode::InvalidRequest);
    refused(client.send(&order_query(&client, ORDER)).await, 400, ErrorCode::InvalidRequest);
    refused(client.send(&close(&client, ORDER, OTHER)).await, 400, ErrorCode::InvalidRequest);
    refused(client.send(&closing(&client, ORDER)).await, 400, ErrorCode::InvalidRequest);
    client.send(&close(&client, ORDER, SUB_MERCHANT)).await.unwrap();
    let closed = client.send(&query(&client, ORDER, SUB_MERCHANT)).await.unwrap();
    assert_eq!(closed.trade_state, Some(TradeState::Closed));
    refused(client.send(&query(&client, "20260101000002", SUB_MERCHANT)).await, 404, ErrorCode::OrderNotExist);
}

#[tokio::test]
async fn a_service_provider_is_not_its_own_sub_merchant_and_a_payer_has_a_name() {
    let (sandbox, client) = sandbox().await;
    let mut own = jsapi(&client, ORDER, NOBODY);
    own.sub_mchid = client.merchant().id().into();
    refused(client.send(&own).await, 400, ErrorCode::ParamError);
    let mut nobody = jsapi(&client, ORDER, NOBODY);
    nobody.payer.sub_openid = None;
    not_sent(client.send(&nobody).await, "/payer/sp_openid");
    let mut foreign = jsapi(&client, ORDER, NOBODY);
    foreign.sp_mchid = OTHER.into();
    refused(of_any_caller(&sandbox).send(&foreign).await, 400, ErrorCode::ParamError);
}

#[tokio::test]
async fn a_sub_merchants_order_is_refunded_with_its_number_and_notified_with_it() {
    let (sandbox, client) = sandbox().await;
    let mut inbox = Inbox::open(&sandbox, |_| Reply::Accept).await;
    client.send(&jsapi(&client, ORDER, NOBODY)).await.unwrap();
    sandbox.pay_order(ORDER).unwrap();
    let wanted = refund(ORDER, "REFUND1", 30).notify_url(&*inbox.url);
    refused(client.send(&wanted).await, 400, ErrorCode::InvalidRequest);
    refused(client.send(&wanted.clone().sub_mchid(OTHER)).await, 400, ErrorCode::InvalidRequest);
    let wanted = wanted.sub_mchid(SUB_MERCHANT);
    client.send(&wanted).await.unwrap();

    let query = QueryRefund::new(QueryRefundRequired { out_refund_no: "REFUND1".into() });
    refused(client.send(&query).await, 400, ErrorCode::InvalidRequest);
    let found = client.send(&query.sub_mchid(SUB_MERCHANT)).await.unwrap();
    assert_eq!(found.status, RefundStatus::Processing);
    sandbox.complete_refund("REFUND1").unwrap();
    let Event::Refund(told) = inbox.event().await else { panic!("another event") };
    let parties = (told.mchid, told.sp_mchid.as_deref(), told.sub_mchid.as_deref());
    assert_eq!(parties, (None, Some(client.merchant().id()), Some(SUB_MERCHANT)));
}

#[tokio::test]
async fn a_platforms_refund_stands_in_the_same_books() {
    let (sandbox, client) = sandbox().await;
    client.send(&jsapi(&client, ORDER, NOBODY)).await.unwrap();
    sandbox.pay_order(ORDER).unwrap();
    let platform = |number: &str, fen| {
        PlatformRefund::new(PlatformRefundRequired {
            sp_appid: "wx8888888888888888".into(),
            out_refund_no: number.into(),
            amount: PlatformAmount::new(PlatformAmountRequired { refund: Fen::new(fen), total: Fen::new(100) }),
        })
        .out_trade_no(ORDER)
        .sub_mchid(SUB_MERCHANT)
    };
    client.send(&refund(ORDER, "REFUND1", 60).sub_mchid(SUB_MERCHANT)).await.unwrap();
    refused(client.send(&platform("REFUND2", 41)).await, 400, ErrorCode::InvalidRequest);
    let created = client.send(&platform("REFUND2", 40)).await.unwrap();

    let by_number =
        QueryPlatformRefundByNumber::new(QueryPlatformRefundByNumberRequired { out_refund_no: "REFUND2".into() })
            .sub_mchid(SUB_MERCHANT);
    let by_id =
        QueryPlatformRefund::new(QueryPlatformRefundRequired { refund_id: created.refund_id }).sub_mchid(SUB_MERCHANT);
    let found = client.send(&by_number).await.unwrap();
    assert_eq!((found.amount.refund, &found.out_trade_no[..]), (Fen::new(40), ORDER));
    assert_eq!(client.send(&by_id).await.unwrap(), found);
}
