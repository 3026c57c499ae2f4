//! The owner of a number, if several merchants use the sandbox.

use wxpay::client::Client;
use wxpay::pay::TradeState;
use wxpay::prelude::{DateTime, Fen};
use wxpay_sandbox::{Credentials, Notice, Sandbox, SandboxError};
use wxpay_tests::{order, order_query, refund, transfer};

use super::sandbox;
use super::sharings::{MERCHANT, merchant, shared_order, sharing};

/// A client of a merchant other than the first, with a clock that is `ahead` seconds ahead.
fn client(sandbox: &Sandbox, credentials: &Credentials, ahead: i64) -> Client {
    let clock = move || DateTime::now().unix_timestamp() + ahead;
    credentials.client_builder().hosts([sandbox.url()]).clock(clock).build().unwrap()
}

#[tokio::test]
async fn what_users_and_banks_do_reaches_every_merchants_numbers() {
    let (sandbox, _first) = sandbox().await;
    let credentials = sandbox.register_merchant().unwrap();
    let second = client(&sandbox, &credentials, 0);
    second.send(&shared_order(&second, "ORDER1")).await.unwrap();
    sandbox.pay_order("ORDER1").unwrap();
    second.send(&refund("ORDER1", "REFUND1", 10)).await.unwrap();
    sandbox.complete_refund("REFUND1").unwrap();
    second.send(&transfer("BILL1")).await.unwrap();
    sandbox.accept_transfer("BILL1").unwrap();

    second.send(&merchant()).await.unwrap();
    sandbox.set_clock_ahead(60).unwrap();
    let second = client(&sandbox, &credentials, 60);
    let paid = second.send(&order_query(&second, "ORDER1")).await.unwrap();
    second.send(&sharing(&paid.transaction_id.unwrap(), "SHARING1", &[(MERCHANT, 10)])).await.unwrap();
    sandbox.complete_sharing("SHARING1").unwrap();

    let of_the_second = |mchid: &str| mchid == credentials.mchid;
    assert!(sandbox.orders().unwrap().iter().all(|order| of_the_second(&order.mchid)));
    assert!(sandbox.refunds().unwrap().iter().all(|refund| of_the_second(&refund.mchid)));
    assert!(sandbox.transfers().unwrap().iter().all(|transfer| of_the_second(&transfer.mchid)));
    assert!(sandbox.shares().unwrap().iter().all(|share| of_the_second(&share.mchid)));
}

#[tokio::test]
async fn a_number_that_several_merchants_have_needs_its_merchant() {
    let (sandbox, first) = sandbox().await;
    let credentials = sandbox.register_merchant().unwrap();
    let second = client(&sandbox, &credentials, 0);
    for client in [&first, &second] {
        client.send(&order(client, "ORDER1")).await.unwrap();
    }
    let error = sandbox.pay_order("ORDER1").unwrap_err();
    assert!(matches!(error, SandboxError::Owner { .. }), "{error}");
    let text = error.to_string();
    assert!(text.contains(first.merchant().id()) && text.contains(&credentials.mchid), "{text}");
    sandbox.merchant(&credentials.mchid).pay_order("ORDER1").unwrap();
    let state = async |client: &Client| client.send(&order_query(client, "ORDER1")).await.unwrap().trade_state.unwrap();
    assert_eq!((state(&first).await, state(&second).await), (TradeState::NotPay, TradeState::Success));
}

#[tokio::test]
async fn who_names_the_wrong_merchant_learns_the_right_one() {
    let (sandbox, first) = sandbox().await;
    let other = sandbox.register_merchant().unwrap().mchid;
    first.send(&transfer("BILL1")).await.unwrap();
    let error = sandbox.merchant(&other).accept_transfer("BILL1").unwrap_err().to_string();
    assert!(error.contains(&other) && error.contains(first.merchant().id()), "{error}");
    let error = sandbox.merchant(&other).accept_transfer("BILL2").unwrap_err().to_string();
    assert_eq!(error, format!("number `BILL2`: no merchant has it, neither {other} nor any other"));
    let error = sandbox.merchant("1900000099").accept_transfer("BILL1").unwrap_err().to_string();
    assert_eq!(error, "number `BILL1`: there is no merchant 1900000099");
    let error = sandbox.accept_transfer("BILL2").unwrap_err();
    assert!(matches!(error, SandboxError::Transfer { .. }), "{error}");
}

#[tokio::test]
async fn a_number_that_no_merchant_has_is_no_merchant_without_orders() {
    let (sandbox, first) = sandbox().await;
    first.send(&order(&first, "ORDER1")).await.unwrap();
    let second = sandbox.merchant(sandbox.register_merchant().unwrap().mchid);
    assert!(second.orders().unwrap().is_empty() && second.notifications().unwrap().is_empty());
    let nobody = sandbox.merchant("1900000099");
    let unknown = [
        nobody.orders().map(drop),
        nobody.refunds().map(drop),
        nobody.transfers().map(drop),
        nobody.shares().map(drop),
        nobody.repayments().map(drop),
        nobody.notifications().map(drop),
    ];
    for unknown in unknown {
        assert!(matches!(unknown, Err(SandboxError::UnknownMerchant { mchid }) if mchid == "1900000099"));
    }
    let foreign = Notice::payment("ORDER1", Fen::new(1)).of_merchant(first.merchant().id());
    let error = second.notice(&foreign).await.unwrap_err().to_string();
    assert!(error.contains(first.merchant().id()), "{error}");
    sandbox.notice(&foreign).await.unwrap();
}
