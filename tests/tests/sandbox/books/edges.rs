//! Amounts at the limit of a number, and clocks at the limit of time.

use wxpay::bill::{ApplyFundFlowBill, ApplyFundFlowBillRequired, ApplyTradeBill, ApplyTradeBillRequired, Asked, ask};
use wxpay::error::{ErrorCode, Outcome};
use wxpay::pay::{Amount, AmountRequired};
use wxpay::prelude::*;
use wxpay_sandbox::{Sandbox, SandboxError};
use wxpay_tests::{order, order_query, refund, transfer};

use super::combined::native;
use super::sharings::{MERCHANT, merchant, shared_order, sharing, taking_back};
use super::{NOBODY, later, refused, sandbox};

/// A thousand million yuan, the highest amount that the sandbox accepts.
const MOST: i64 = 100_000_000_000;

fn of(total: i64) -> Amount {
    Amount::new(AmountRequired { total: Fen::new(total) })
}

#[tokio::test]
async fn an_amount_that_no_sum_would_hold_is_refused() {
    let (sandbox, client) = sandbox().await;
    for (number, total) in [("ORDER1", MOST + 1), ("ORDER2", i64::MAX - 1), ("ORDER3", i64::MAX)] {
        let mut dear = order(&client, number);
        dear.amount = of(total);
        refused(client.send(&dear).await, 400, ErrorCode::ParamError);
        let mut dear = transfer(number);
        dear.transfer_amount = Fen::new(total);
        refused(client.send(&dear).await, 400, ErrorCode::ParamError);
        let mut dear = native(&client, NOBODY);
        dear.sub_orders[1].amount.total_amount = Fen::new(total);
        refused(client.send(&dear).await, 400, ErrorCode::ParamError);
    }
    assert!(sandbox.orders().unwrap().is_empty() && sandbox.transfers().unwrap().is_empty());
}

#[tokio::test]
async fn no_more_than_was_paid_moves_however_much_is_asked_for() {
    let (sandbox, client) = sandbox().await;
    client.send(&merchant()).await.unwrap();
    for number in ["REFUNDED", "SHARED01"] {
        let mut dear = shared_order(&client, number);
        dear.amount = of(MOST);
        client.send(&dear).await.unwrap();
        sandbox.pay_order(number).unwrap();
    }
    let client = later(&sandbox, 60);
    let of_order = |number: &'static str, part: i64| {
        let mut refund = refund(number, &format!("{number}{part}"), part);
        refund.amount.total = Fen::new(MOST);
        refund
    };
    client.send(&of_order("REFUNDED", MOST - 1)).await.unwrap();
    for too_much in [2, MOST, i64::MAX - 1, i64::MAX] {
        let error = client.send(&of_order("REFUNDED", too_much)).await.unwrap_err();
        assert_eq!((error.outcome(), error.status().unwrap().as_u16()), (Outcome::Refused, 400), "{error}");
    }
    client.send(&of_order("REFUNDED", 1)).await.unwrap();

    let id = client.send(&order_query(&client, "SHARED01")).await.unwrap().transaction_id.unwrap();
    let own = client.merchant().id();
    for shares in [[(MERCHANT, i64::MAX), (own, i64::MAX)], [(MERCHANT, MOST), (own, 1)]] {
        refused(client.send(&sharing(&id, "SHARE0", &shares)).await, 403, ErrorCode::NotEnough);
    }
    client.send(&sharing(&id, "SHARE1", &[(MERCHANT, MOST - 1)])).await.unwrap();
    sandbox.complete_sharing("SHARE1").unwrap();
    client.send(&taking_back("SHARE1", "BACK1", MOST - 2)).await.unwrap();
    for (number, too_much) in [("BACK2", 2), ("BACK3", i64::MAX)] {
        refused(client.send(&taking_back("SHARE1", number, too_much)).await, 403, ErrorCode::NotEnough);
    }
    for too_much in [2, i64::MAX] {
        assert!(client.send(&of_order("SHARED01", too_much)).await.is_err());
    }

    let bill_date = sandbox.release_bills();
    let trade = ApplyTradeBill::new(ApplyTradeBillRequired { bill_date });
    let Asked::Ready(bill) = ask(&client, &trade).await.unwrap() else { panic!("there is no bill") };
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bill.csv");
    client.download_file(&bill.download(), &path).await.unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains("`2000000000.00") && text.contains("`1000000000.00"), "{text}");
    let funds = ApplyFundFlowBill::new(ApplyFundFlowBillRequired { bill_date });
    assert!(matches!(ask(&client, &funds).await.unwrap(), Asked::Ready(_)));
}

#[tokio::test]
async fn the_clock_stays_where_everything_can_reckon_and_there_everything_works() {
    let sandbox = Sandbox::start().await.unwrap();
    let now = DateTime::now().unix_timestamp();
    let (first, last) = (0, 221_845_391_999);
    for seconds in [i64::MIN, i64::MAX, first - now - 60, last - now + 60, -62_339_601_180 - now, 253_244_620_801 - now]
    {
        let error = sandbox.set_clock_ahead(seconds).unwrap_err();
        assert!(matches!(error, SandboxError::Clock { seconds: named } if named == seconds), "{error}");
    }
    for (number, time) in [("EARLY1", first + 60), ("LATE01", last - 3600)] {
        let client = later(&sandbox, time - now);
        client.send(&order(&client, number)).await.unwrap();
        sandbox.pay_order(number).unwrap();
        client.send(&refund(number, number, 10)).await.unwrap();
        client.send(&transfer(number)).await.unwrap();
        sandbox.issue_certificate().unwrap();
        let bill_date = sandbox.release_bills();
        let bill = ApplyTradeBill::new(ApplyTradeBillRequired { bill_date });
        assert!(matches!(ask(&client, &bill).await.unwrap(), Asked::Ready(_)), "{number}");
        let http = reqwest::Client::builder().no_proxy().build().unwrap();
        for path in ["/", "/api/clock", "/api/books/orders", "/api/notifications", "/api/platform-certificates"] {
            let request = http.get(format!("{}{path}?token={}", sandbox.admin_url(), sandbox.admin_token()));
            let answer = request.bearer_auth(sandbox.admin_token()).send().await.unwrap();
            assert!(answer.status().is_success() || path == "/", "{path}: {}", answer.status());
        }
    }
}

#[tokio::test]
async fn the_bills_of_today_are_there_once_they_are_released() {
    let (sandbox, client) = sandbox().await;
    client.send(&order(&client, "TODAY1")).await.unwrap();
    sandbox.pay_order("TODAY1").unwrap();
    client.send(&transfer("TODAY2")).await.unwrap();
    let bill_date = DateTime::now().beijing_date();
    let trade = ApplyTradeBill::new(ApplyTradeBillRequired { bill_date });
    assert!(ask(&client, &trade).await.is_err());

    // At midnight `release_bills` may already release the next day's bills.
    let released = sandbox.release_bills();
    assert!(released >= bill_date);
    assert!(matches!(ask(&client, &trade).await.unwrap(), Asked::Ready(_)));
    let funds = ApplyFundFlowBill::new(ApplyFundFlowBillRequired { bill_date });
    for account in [None, Some(wxpay::bill::AccountType::Operation)] {
        let mut funds = funds.clone();
        funds.account_type = account;
        assert!(matches!(ask(&client, &funds).await.unwrap(), Asked::Ready(_)));
    }
    let tomorrow = DateTime::from_unix_timestamp(DateTime::now().unix_timestamp() + 2 * 24 * 60 * 60).unwrap();
    let tomorrow = ApplyTradeBill::new(ApplyTradeBillRequired { bill_date: tomorrow.beijing_date() });
    refused(ask(&client, &tomorrow).await, 400, ErrorCode::ParamError);
}
