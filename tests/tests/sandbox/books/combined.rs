//! Combined orders: paid together, refunded one by one.

use wxpay::combine_pay::{
    AppPrepay, AppPrepayRequired, CloseOrder, CloseOrderRequired, ClosedSubOrder, ClosedSubOrderRequired, CombinePayer,
    H5Info, H5InfoRequired, H5Prepay, H5PrepayRequired, H5SceneInfo, H5SceneInfoRequired, IndividualPayer,
    IndividualPayerRequired, IndividualSubOrder, IndividualSubOrderRequired, JsapiPrepay, JsapiPrepayRequired,
    MiniProgramPrepay, MiniProgramPrepayRequired, NativePrepay, NativePrepayRequired, Order, QueryOrder,
    QueryOrderByNumber, QueryOrderByNumberRequired, QueryOrderRequired, SubOrder, SubOrderAmount,
    SubOrderAmountRequired, SubOrderRequired, TradeState,
};
use wxpay::error::ErrorCode;
use wxpay::notify::Event;
use wxpay::prelude::*;
use wxpay_tests::{closing, order, order_query, refund};

use super::inbox::{Inbox, Reply};
use super::{NOBODY, later, refused, sandbox};

const WHOLE: &str = "WHOLE001";

fn part(client: &Client, out_trade_no: &str, fen: i64) -> SubOrder {
    SubOrder::new(SubOrderRequired {
        mchid: client.merchant().id().into(),
        out_trade_no: out_trade_no.into(),
        description: "A teapot".into(),
        attach: "shelf 1".into(),
        amount: amount(fen),
    })
}

fn amount(fen: i64) -> SubOrderAmount {
    SubOrderAmount::new(SubOrderAmountRequired { total_amount: Fen::new(fen), currency: "CNY".into() })
}

/// A combined order of two orders of 1 yuan.
pub(super) fn native(client: &Client, notify_url: &str) -> NativePrepay {
    NativePrepay::new(NativePrepayRequired {
        combine_appid: "wxd678efh567hg6787".into(),
        combine_mchid: client.merchant().id().into(),
        combine_out_trade_no: WHOLE.into(),
        sub_orders: vec![part(client, "PART_A", 100), part(client, "PART_B", 100)],
        notify_url: notify_url.into(),
    })
}

fn close(client: &Client, numbers: &[&str]) -> CloseOrder {
    let named = |number: &&str| {
        let mchid = client.merchant().id().to_owned();
        ClosedSubOrder::new(ClosedSubOrderRequired { mchid, out_trade_no: (*number).to_owned() })
    };
    CloseOrder::new(CloseOrderRequired {
        combine_out_trade_no: WHOLE.into(),
        combine_appid: "wxd678efh567hg6787".into(),
        sub_orders: numbers.iter().map(named).collect(),
    })
}

async fn whole(client: &Client) -> Order {
    let number = QueryOrderByNumberRequired { combine_out_trade_no: WHOLE.into() };
    client.send(&QueryOrderByNumber::new(number)).await.unwrap()
}

fn states(order: &Order) -> Vec<TradeState> {
    order.sub_orders.iter().flatten().map(|part| part.trade_state.clone().unwrap()).collect()
}

#[tokio::test]
async fn one_payment_pays_every_part_and_is_notified_once() {
    let (sandbox, client) = sandbox().await;
    let mut inbox = Inbox::open(&sandbox, |_| Reply::Accept).await;
    client.send(&native(&client, &inbox.url)).await.unwrap();
    let before = whole(&client).await;
    assert_eq!((states(&before), &before.combine_transaction_id), (vec![TradeState::NotPay; 2], &None));

    sandbox.pay_combined_order(WHOLE).unwrap();
    let paid = whole(&client).await;
    assert_eq!(states(&paid), [TradeState::Success, TradeState::Success]);
    let id = paid.combine_transaction_id.clone().unwrap();
    let by_id = QueryOrder::new(QueryOrderRequired { combine_transaction_id: id.clone() });
    assert_eq!(client.send(&by_id).await.unwrap(), paid);
    let parts = paid.sub_orders.clone().unwrap();
    let ids: Vec<_> = parts.iter().map(|part| part.transaction_id.clone().unwrap()).collect();
    assert!(ids[0] != ids[1] && !ids.contains(&id), "each order has its own number");

    let Event::CombinedPayment(told) = inbox.event().await else { panic!("another event") };
    assert_eq!((told.combine_transaction_id, told.sub_orders), (Some(id), parts));
    assert!(inbox.is_empty());
    assert!(sandbox.pay_combined_order(WHOLE).is_err());
}

#[tokio::test]
async fn a_part_is_paid_queried_and_closed_with_the_whole_alone() {
    let (sandbox, client) = sandbox().await;
    client.send(&native(&client, NOBODY)).await.unwrap();
    assert!(sandbox.pay_order("PART_A").is_err());
    refused(client.send(&order_query(&client, "PART_A")).await, 404, ErrorCode::OrderNotExist);
    refused(client.send(&closing(&client, "PART_A")).await, 400, ErrorCode::InvalidRequest);
    assert_eq!(states(&whole(&client).await), [TradeState::NotPay, TradeState::NotPay]);
}

#[tokio::test]
async fn a_part_with_the_shortest_number_or_an_at_sign_is_refunded_by_it() {
    let (sandbox, client) = sandbox().await;
    let mut whole = native(&client, NOBODY);
    whole.sub_orders = vec![part(&client, "A1", 100), part(&client, "P2@1", 100)];
    client.send(&whole).await.unwrap();
    sandbox.pay_combined_order(WHOLE).unwrap();
    client.send(&refund("A1", "REFUND1", 100)).await.unwrap();
    client.send(&refund("P2@1", "REFUND2", 100)).await.unwrap();
    whole.sub_orders = vec![part(&client, "A", 100), part(&client, "PART_B", 100)];
    assert_eq!(client.encode(&whole).unwrap_err().violations()[0].pointer, "/sub_orders/0/out_trade_no");
}

#[tokio::test]
async fn each_part_is_refunded_by_itself() {
    let (sandbox, client) = sandbox().await;
    client.send(&native(&client, NOBODY)).await.unwrap();
    refused(client.send(&refund("PART_A", "REFUND1", 1)).await, 400, ErrorCode::InvalidRequest);
    sandbox.pay_combined_order(WHOLE).unwrap();
    client.send(&refund("PART_A", "REFUND1", 100)).await.unwrap();
    refused(client.send(&refund("PART_A", "REFUND2", 1)).await, 400, ErrorCode::InvalidRequest);
    assert_eq!(states(&whole(&client).await), [TradeState::Refund, TradeState::Success]);
}

#[tokio::test]
async fn the_same_whole_is_the_same_order_and_with_other_parts_refused() {
    let (sandbox, client) = sandbox().await;
    let first = client.send(&native(&client, NOBODY)).await.unwrap();
    let again = client.send(&native(&client, NOBODY)).await.unwrap();
    assert_ne!(first.code_url, again.code_url);
    let mut other = native(&client, NOBODY);
    other.sub_orders[1].amount = amount(99);
    refused(client.send(&other).await, 403, ErrorCode::OutTradeNoUsed);
    let app = AppPrepay::new(AppPrepayRequired {
        combine_appid: other.combine_appid.clone(),
        combine_mchid: other.combine_mchid.clone(),
        combine_out_trade_no: WHOLE.into(),
        sub_orders: native(&client, NOBODY).sub_orders,
        notify_url: NOBODY.into(),
    });
    refused(client.send(&app).await, 403, ErrorCode::OutTradeNoUsed);
    sandbox.pay_combined_order(WHOLE).unwrap();
    refused(client.send(&native(&client, NOBODY)).await, 400, ErrorCode::InvalidRequest);
}

#[tokio::test]
async fn a_number_that_is_used_alone_is_not_combined_and_nothing_of_the_rest_is_ordered() {
    let (sandbox, client) = sandbox().await;
    client.send(&order(&client, "PART_B")).await.unwrap();
    refused(client.send(&native(&client, NOBODY)).await, 403, ErrorCode::OutTradeNoUsed);
    assert_eq!(sandbox.orders().unwrap().len(), 1);
    client.send(&order(&client, "PART_A")).await.unwrap();
}

#[tokio::test]
async fn a_merchant_combines_two_to_ten_orders_and_a_service_provider_up_to_fifty() {
    let (_sandbox, client) = sandbox().await;
    let of = |count: usize, sub_mchid: Option<&str>| {
        let mut order = native(&client, NOBODY);
        order.combine_out_trade_no = format!("{WHOLE}_{count}_{}", sub_mchid.unwrap_or("own"));
        let parts = (0..count).map(|index| {
            let part = part(&client, &format!("PART_{count}_{index}_{}", sub_mchid.unwrap_or("own")), 1);
            sub_mchid.into_iter().fold(part, SubOrder::sub_mchid)
        });
        order.sub_orders = parts.collect();
        order
    };
    refused(client.send(&of(1, None)).await, 400, ErrorCode::ParamError);
    client.send(&of(10, None)).await.unwrap();
    refused(client.send(&of(11, None)).await, 400, ErrorCode::ParamError);
    client.send(&of(50, Some("1900000109"))).await.unwrap();
    let mut twice = of(2, None);
    twice.sub_orders[1] = twice.sub_orders[0].clone();
    refused(client.send(&twice).await, 400, ErrorCode::ParamError);
}

#[tokio::test]
async fn the_whole_is_closed_by_naming_every_part() {
    let (sandbox, client) = sandbox().await;
    refused(client.send(&close(&client, &["PART_A", "PART_B"])).await, 404, ErrorCode::OrderNotExist);
    client.send(&native(&client, NOBODY)).await.unwrap();
    refused(client.send(&close(&client, &["PART_A"])).await, 400, ErrorCode::InvalidRequest);
    refused(client.send(&close(&client, &["PART_A", "PART_C"])).await, 400, ErrorCode::InvalidRequest);
    for _ in 0..2 {
        assert_eq!(client.execute(&close(&client, &["PART_B", "PART_A"])).await.unwrap().status(), 204);
    }
    assert_eq!(states(&whole(&client).await), [TradeState::Closed, TradeState::Closed]);
    assert!(sandbox.pay_combined_order(WHOLE).is_err());
    refused(client.send(&native(&client, NOBODY)).await, 400, ErrorCode::OrderClosed);
}

#[tokio::test]
async fn a_paid_whole_is_not_closed() {
    let (sandbox, client) = sandbox().await;
    client.send(&native(&client, NOBODY)).await.unwrap();
    sandbox.pay_combined_order(WHOLE).unwrap();
    refused(client.send(&close(&client, &["PART_A", "PART_B"])).await, 400, ErrorCode::InvalidRequest);
    assert_eq!(states(&whole(&client).await), [TradeState::Success, TradeState::Success]);
}

#[tokio::test]
async fn a_whole_that_nobody_pays_closes_after_seven_days() {
    let (sandbox, client) = sandbox().await;
    client.send(&native(&client, NOBODY)).await.unwrap();
    let client = later(&sandbox, 7 * 24 * 60 * 60);
    assert_eq!(states(&whole(&client).await), [TradeState::Closed, TradeState::Closed]);
    assert!(sandbox.pay_combined_order(WHOLE).is_err());
}

#[tokio::test]
async fn a_whole_is_paid_by_every_link() {
    let (sandbox, client) = sandbox().await;
    let (appid, mchid) = (|| "wxd678efh567hg6787".to_owned(), || client.merchant().id().to_owned());
    let parts = |way: &str| vec![part(&client, &format!("{way}_A"), 40), part(&client, &format!("{way}_B"), 60)];
    let app = AppPrepay::new(AppPrepayRequired {
        combine_appid: appid(),
        combine_mchid: mchid(),
        combine_out_trade_no: "APP".into(),
        sub_orders: parts("APP"),
        notify_url: NOBODY.into(),
    });
    let jsapi = JsapiPrepay::new(JsapiPrepayRequired {
        combine_appid: appid(),
        combine_mchid: mchid(),
        combine_out_trade_no: "JSAPI".into(),
        sub_orders: parts("JSAPI"),
        combine_payer_info: CombinePayer::new().openid("oUpF8uN95-Ptaags6E_roPHg7AG0"),
        notify_url: NOBODY.into(),
    });
    let h5 = H5Prepay::new(H5PrepayRequired {
        combine_appid: appid(),
        combine_mchid: mchid(),
        combine_out_trade_no: "H5".into(),
        sub_orders: parts("H5"),
        scene_info: H5SceneInfo::new(H5SceneInfoRequired {
            payer_client_ip: "14.23.150.211".into(),
            device_id: "POS1:1".into(),
            h5_info: H5Info::new(H5InfoRequired { r#type: "Wap".into() }),
        }),
        notify_url: NOBODY.into(),
    });
    let individual = IndividualSubOrder::new(IndividualSubOrderRequired {
        mchid: mchid(),
        individual_auth_id: "IA1".into(),
        out_trade_no: "MINI_A".into(),
        description: "A teapot".into(),
        attach: "shelf 1".into(),
        amount: amount(100),
    });
    let mini_program = MiniProgramPrepay::new(MiniProgramPrepayRequired {
        combine_appid: appid(),
        combine_mchid: mchid(),
        combine_out_trade_no: "MINI".into(),
        sub_orders: vec![individual],
        combine_payer_info: IndividualPayer::new(IndividualPayerRequired { openid: "oUpF8u".into() }),
    });
    let links = [
        client.send(&app).await.unwrap().prepay_id,
        client.send(&jsapi).await.unwrap().prepay_id,
        client.send(&h5).await.unwrap().h5_url,
        client.send(&mini_program).await.unwrap().prepay_id,
    ];
    for link in links {
        let checkout = sandbox.checkout(&link).unwrap();
        assert_eq!((checkout.combined, checkout.total, checkout.problem), (true, Fen::new(100), None), "{link}");
        sandbox.pay_link(&link).unwrap();
        assert_eq!(sandbox.checkout(&link).unwrap().problem, Some("is paid already"), "{link}");
    }
}
