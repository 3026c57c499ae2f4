//! Sub-merchants' orders and shares of payments, as the bills have them.

use wxpay::bill::{
    AccountType, Application, ApplyFundFlowBill, ApplyFundFlowBillRequired, ApplyTradeBill, ApplyTradeBillRequired,
    Asked, Bill, BillReader, BillRow, Direction, Entries, Finding, FundFlowRow, Key, TradeRow, ask, reconcile,
};
use wxpay::client::Client;
use wxpay::mch_transfer::{CancelTransfer, CancelTransferRequired};
use wxpay::prelude::*;
use wxpay_sandbox::Sandbox;
use wxpay_tests::{order, order_query, refund, transfer};

use super::orders::{code, reversal};
use super::partner::{SUB_MERCHANT, jsapi};
use super::sharings::{MERCHANT, merchant, shared_order, sharing, taking_back};
use super::{NOBODY, later};

const DAY: i64 = 24 * 60 * 60;
const BEIJING: i64 = 8 * 60 * 60;

/// Sets the sandbox's clock to `seconds` after the next midnight in Beijing.
fn at(sandbox: &Sandbox, seconds: i64) -> Client {
    later(sandbox, midnight() + seconds - DateTime::now().unix_timestamp())
}

fn midnight() -> i64 {
    ((DateTime::now().unix_timestamp() + BEIJING).div_euclid(DAY) + 1) * DAY - BEIJING
}

fn date() -> Date {
    DateTime::from_unix_timestamp(midnight()).unwrap().beijing_date()
}

async fn rows<T: BillRow>(client: &Client, application: &impl Application<Response = Bill>) -> Vec<T> {
    let Asked::Ready(bill) = ask(client, application).await.unwrap() else { panic!("there is no bill") };
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bill.csv");
    client.download_file(&bill.download(), &path).await.unwrap();
    BillReader::open(&path).unwrap().collect::<Result<_, _>>().unwrap()
}

async fn moved(client: &Client) -> Vec<(String, String, i64)> {
    moved_in(client, AccountType::Basic, date()).await
}

/// The movements of a day. Each balance has to follow from the one before.
async fn moved_in(client: &Client, account: AccountType, bill_date: Date) -> Vec<(String, String, i64)> {
    let bill = ApplyFundFlowBill::new(ApplyFundFlowBillRequired { bill_date }).account_type(account);
    let rows = rows::<FundFlowRow>(client, &bill).await;
    let signed = |row: &FundFlowRow| match row.direction {
        Some(Direction::Expense) => -row.amount.unwrap().get(),
        _ => row.amount.unwrap().get(),
    };
    for pair in rows.windows(2) {
        assert_eq!(pair[1].balance.unwrap().get(), pair[0].balance.unwrap().get() + signed(&pair[1]));
    }
    assert!(rows.iter().all(|row| row.balance.unwrap().get() >= 0));
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

#[tokio::test]
async fn transfers_leave_the_account_that_they_are_paid_from_and_come_back_if_nobody_gets_them() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = at(&sandbox, 12 * 3600);
    let mut bills = Vec::new();
    for number in ["GOT", "CANCELLED", "FORGOTTEN"] {
        bills.push(client.send(&transfer(number)).await.unwrap().transfer_bill_no);
    }
    sandbox.accept_transfer("GOT").unwrap();
    let cancel = CancelTransfer::new(CancelTransferRequired { out_bill_no: "CANCELLED".into() });
    client.send(&cancel).await.unwrap();

    let client = at(&sandbox, 2 * DAY + 10 * 3600);
    let fen = transfer("GOT").transfer_amount.get();
    let out = |number| row(number, "支出", fen);
    let wanted = [out("GOT"), out("CANCELLED"), out("FORGOTTEN"), row("CANCELLED", "收入", fen)];
    assert_eq!(moved_in(&client, AccountType::Operation, date()).await, wanted);
    let next = date().next_day().unwrap();
    assert_eq!(moved_in(&client, AccountType::Operation, next).await, [row("FORGOTTEN", "收入", fen)]);
    let fees = ApplyFundFlowBill::new(ApplyFundFlowBillRequired { bill_date: date() }).account_type(AccountType::Fees);
    assert_eq!(ask(&client, &fees).await.unwrap(), Asked::Nothing);
    let basic = ApplyFundFlowBill::new(ApplyFundFlowBillRequired { bill_date: date() });
    assert_eq!(ask(&client, &basic).await.unwrap(), Asked::Nothing, "the account for payments has none of it");

    // The same comparison with the books, by either number.
    let bill = ApplyFundFlowBill::new(ApplyFundFlowBillRequired { bill_date: date() });
    let rows = rows::<FundFlowRow>(&client, &bill.account_type(AccountType::Operation)).await;
    let booked = |number: &str, sign: i64| (Key::Transfer(number.to_owned()), Fen::new(sign * fen));
    let mut books =
        Entries::from([booked("GOT", -1), booked("FORGOTTEN", -1), booked(&bills[1], -1), booked(&bills[1], 1)]);
    let findings: Vec<_> = reconcile(rows.into_iter().map(Ok), &mut books).map(Result::unwrap).collect();
    assert!(
        findings.len() == 4 && findings.iter().all(|finding| matches!(finding, Finding::Matched(_))),
        "{findings:?}"
    );
}

#[tokio::test]
async fn a_refund_that_came_to_nothing_and_a_reversal_stand_in_the_movements() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = at(&sandbox, 12 * 3600);
    client.send(&order(&client, "ORDER1")).await.unwrap();
    sandbox.pay_order("ORDER1").unwrap();
    client.send(&code(&client, "SCANNED", "130000000000000001")).await.unwrap();
    client.send(&refund("ORDER1", "REFUND1", 30)).await.unwrap();
    let client = at(&sandbox, 13 * 3600);
    client.send(&reversal(&client, "SCANNED")).await.unwrap();
    client.send(&reversal(&client, "SCANNED")).await.unwrap();
    sandbox.close_refund("REFUND1").unwrap();

    let client = at(&sandbox, DAY + 10 * 3600);
    let wanted = [
        row("ORDER1", "收入", 100),
        row("SCANNED", "收入", 100),
        row("REFUND1", "支出", 30),
        row("SCANNED", "支出", 100),
        row("REFUND1", "收入", 30),
    ];
    assert_eq!(moved(&client).await, wanted);
}
