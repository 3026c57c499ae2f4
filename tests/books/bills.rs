//! What sub-merchants' orders and shares of payments come to in the bills.

use wxpay::bill::{
    Application, ApplyFundFlowBill, ApplyFundFlowBillRequired, ApplyTradeBill, ApplyTradeBillRequired, Asked, Bill,
    BillReader, BillRow, FundFlowRow, TradeRow, ask,
};
use wxpay::client::Client;
use wxpay::prelude::*;
use wxpay_sandbox::Sandbox;
use wxpay_tests::{order, order_query, refund};

use super::partner::{SUB_MERCHANT, jsapi};
use super::sharings::{MERCHANT, merchant, shared_order, sharing, taking_back};
use super::{NOBODY, later};

const DAY: i64 = 24 * 60 * 60;
const BEIJING: i64 = 8 * 60 * 60;

/// The sandbox's clock: so many seconds after the midnight, of Beijing, that comes next.
fn at(sandbox: &Sandbox, seconds: i64) -> Client {
    later(sandbox, midnight() + seconds - DateTime::now().unix_timestamp())
}

fn midnight() -> i64 {
    ((DateTime::now().unix_timestamp() + BEIJING).div_euclid(DAY) + 1) * DAY - BEIJING
}

fn date() -> String {
    DateTime::from_unix_timestamp(midnight()).unwrap().to_string()[..10].to_owned()
}

async fn rows<T: BillRow>(client: &Client, application: &impl Application<Response = Bill>) -> Vec<T> {
    let Asked::Ready(bill) = ask(client, application).await.unwrap() else { panic!("there is no bill") };
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bill.csv");
    client.download_file(&bill.download(), &path).await.unwrap();
    BillReader::open(&path).unwrap().collect::<Result<_, _>>().unwrap()
}

async fn moved(client: &Client) -> Vec<(String, String, i64)> {
    let bill = ApplyFundFlowBill::new(ApplyFundFlowBillRequired { bill_date: date() });
    let rows = rows::<FundFlowRow>(client, &bill).await;
    let moved = rows.into_iter().map(|row| {
        let direction = row.direction.as_ref().unwrap().as_str().to_owned();
        (row.voucher, direction, row.amount.unwrap().get())
    });
    moved.collect()
}

fn row(voucher: &str, direction: &str, fen: i64) -> (String, String, i64) {
    (voucher.to_owned(), direction.to_owned(), fen)
}

#[tokio::test]
async fn a_sub_merchants_orders_stand_in_the_trade_bill_of_its_service_provider_and_not_in_its_movements() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = at(&sandbox, 12 * 3600);
    client.send(&jsapi(&client, "THEIRS", NOBODY)).await.unwrap();
    client.send(&order(&client, "MY_OWN")).await.unwrap();
    sandbox.pay_order("THEIRS").unwrap();
    sandbox.pay_order("MY_OWN").unwrap();
    client.send(&refund("THEIRS", "REFUND1", 30).sub_mchid(SUB_MERCHANT)).await.unwrap();

    let client = at(&sandbox, DAY + 10 * 3600);
    let bill = || ApplyTradeBill::new(ApplyTradeBillRequired { bill_date: date() });
    let whose =
        |rows: Vec<TradeRow>| -> Vec<_> { rows.into_iter().map(|row| (row.out_trade_no, row.sub_mchid)).collect() };
    let mut all = whose(rows(&client, &bill()).await);
    all.sort();
    let theirs = || ("THEIRS".to_owned(), SUB_MERCHANT.to_owned());
    assert_eq!(all, [("MY_OWN".to_owned(), "0".to_owned()), theirs(), theirs()]);
    assert_eq!(whose(rows(&client, &bill().sub_mchid(SUB_MERCHANT)).await), [theirs(), theirs()]);
    let none = ask(&client, &bill().sub_mchid("1900000110")).await.unwrap();
    assert_eq!(none, Asked::Nothing);
    assert_eq!(moved(&client).await, [row("MY_OWN", "收入", 100)]);
}

#[tokio::test]
async fn shares_go_out_of_the_account_and_come_back_into_it() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = at(&sandbox, 12 * 3600);
    client.send(&merchant()).await.unwrap();
    client.send(&shared_order(&client, "ORDER1")).await.unwrap();
    sandbox.pay_order("ORDER1").unwrap();
    let client = at(&sandbox, 13 * 3600);
    let id = client.send(&order_query(&client, "ORDER1")).await.unwrap().transaction_id.unwrap();
    client.send(&sharing(&id, "SHARE1", &[(MERCHANT, 60), (client.merchant().id(), 10)])).await.unwrap();
    sandbox.complete_sharing("SHARE1").unwrap();
    let client = at(&sandbox, 14 * 3600);
    client.send(&taking_back("SHARE1", "BACK1", 20)).await.unwrap();
    client.send(&taking_back("SHARE1", "BACK2", 20)).await.unwrap();
    sandbox.complete_return("BACK1").unwrap();
    sandbox.fail_return("BACK2", "BALANCE_NOT_ENOUGH").unwrap();

    let client = at(&sandbox, DAY + 10 * 3600);
    let wanted = [row("ORDER1", "收入", 100), row("SHARE1", "支出", 60), row("BACK1", "收入", 20)];
    assert_eq!(moved(&client).await, wanted);
}
