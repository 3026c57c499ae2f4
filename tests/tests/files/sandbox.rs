//! End to end: a day at the sandbox, its bills on the next morning, and the comparison with the books.

use std::sync::atomic::Ordering;

use http::Method;
use wxpay::bill::{
    AccountType, ApplyTradeBill, ApplyTradeBillRequired, Asked, BillReader, BillType, Entries, Finding, FundFlowRow,
    Key, TarType, TradeRow, ask, codes, reconcile,
};
use wxpay::download::DownloadError;
use wxpay::error::{Error, ErrorKind, Outcome};
use wxpay::pay::TradeState;
use wxpay::prelude::*;
use wxpay_sandbox::wire::{Accident, Wire, body_start};

use crate::shop::{DAY, Shop, client, day, ready};
use crate::stage::sha1;

#[tokio::test]
async fn the_bill_of_a_day_has_its_payments_and_refunds() {
    let shop = day().await;
    for packed in [false, true] {
        let application = if packed { shop.trade().tar_type(TarType::Gzip) } else { shop.trade() };
        let bill = ready(&shop.client, &application).await;
        assert_eq!(bill.download_url.ends_with("&tartype=gzip"), packed);
        let (rows, sums) = shop.rows::<TradeRow>(&bill).await;
        let [first, second, back] = rows.try_into().unwrap();
        assert_eq!((first.out_trade_no.as_str(), first.total), ("ORDER1", Some(Fen::new(100))));
        let time = first.time.unwrap().to_string();
        assert!(time.starts_with(&format!("{}T12:00:", shop.date(0))) && time.ends_with("+08:00"), "{time}");
        assert_eq!((second.out_trade_no.as_str(), second.description.as_str()), ("ORDER2", "A teapot"));
        assert_eq!((first.fee.unwrap().to_string(), first.rate), ("0.00600".to_owned(), "0.60%".to_owned()));
        assert_eq!((back.out_refund_no.as_str(), back.out_trade_no.as_str()), ("REFUND1", "ORDER1"));
        assert_eq!((back.trade_state, back.requested_refund), (Some(TradeState::Refund), Some(Fen::new(30))));
        assert_eq!((sums.count, sums.total, sums.requested_refund), (Some(3), Some(Fen::new(200)), Some(Fen::new(30))));
        assert_eq!(sums.fee.unwrap().as_str(), "0.01020");
        assert_eq!(first.other, []);
    }
}

#[tokio::test]
async fn the_variants_have_their_rows_and_columns() {
    let shop = day().await;
    let bill = ready(&shop.client, &shop.trade().bill_type(BillType::Success)).await;
    let (rows, _) = shop.rows::<TradeRow>(&bill).await;
    assert_eq!(rows.iter().map(|row| row.out_trade_no.as_str()).collect::<Vec<_>>(), ["ORDER1", "ORDER2"]);
    assert_eq!(rows[0].requested_refund, None, "this bill does not have the column");

    let bill = ready(&shop.client, &shop.trade().bill_type(BillType::Refund)).await;
    let (rows, sums) = shop.rows::<TradeRow>(&bill).await;
    let [back] = rows.try_into().unwrap();
    assert_eq!((back.out_refund_no.as_str(), back.refund_requested), ("REFUND1", back.time));
    assert!(back.refund_succeeded.is_some() && sums.count == Some(1));

    let none = shop.trade().bill_type(BillType::RechargeRefund);
    assert_eq!(ask(&shop.client, &none).await.unwrap(), Asked::Nothing);
}

#[tokio::test]
async fn the_movements_of_a_day_add_up() {
    let shop = day().await;
    let bill = ready(&shop.client, &shop.fund_flow().tar_type(TarType::Gzip)).await;
    let (rows, sums) = shop.rows::<FundFlowRow>(&bill).await;
    let moved: Vec<_> = rows
        .iter()
        .map(|row| {
            (
                row.voucher.as_str(),
                row.direction.as_ref().unwrap().as_str(),
                row.amount.unwrap().get(),
                row.balance.unwrap().get(),
            )
        })
        .collect();
    assert_eq!(moved, [("ORDER1", "收入", 100, 100), ("ORDER2", "收入", 100, 200), ("REFUND1", "支出", 30, 170)]);
    assert_eq!((sums.count, sums.income, sums.expense), (Some(3), Some(Fen::new(200)), Some(Fen::new(30))));
    let fees = shop.fund_flow().account_type(AccountType::Fees);
    assert_eq!(ask(&shop.client, &fees).await.unwrap(), Asked::Nothing);
}

#[tokio::test]
async fn a_bill_is_there_from_ten_oclock_of_the_next_day_for_three_months() {
    let shop = Shop::open().await;
    shop.sell("ORDER1").await;
    let trade = shop.trade();
    let refused = |error: Error| {
        assert_eq!((error.outcome(), error.code_str()), (Outcome::Refused, codes::PARAM_ERROR), "{error}");
    };
    refused(ask(&shop.client, &trade).await.unwrap_err());
    shop.set(1, 9);
    assert_eq!(ask(&shop.client, &trade).await.unwrap(), Asked::NotYet);
    shop.set(1, 10);
    ready(&shop.client, &trade).await;
    shop.set(91, 10);
    ready(&shop.client, &trade).await;
    shop.set(93, 0);
    refused(ask(&shop.client, &trade).await.unwrap_err());
    for date in ["2026-1-1", "20260101", "2026-02-30", "yesterday", ""] {
        let query = format!("/v3/bill/tradebill?bill_date={date}");
        refused(shop.client.send_raw(Method::GET, &query, "").await.unwrap_err());
    }
}

#[tokio::test]
async fn a_day_on_which_nothing_happened_has_no_bill() {
    let shop = day().await;
    shop.set(2, 10);
    let quiet = ApplyTradeBill::new(ApplyTradeBillRequired { bill_date: shop.date(1) });
    assert_eq!(ask(&shop.client, &quiet).await.unwrap(), Asked::Nothing);
}

#[tokio::test]
async fn a_url_holds_for_five_minutes_and_may_be_asked_for_anew() {
    let shop = day().await;
    let bill = ready(&shop.client, &shop.trade()).await;
    let asked = shop.first_day() + DAY + 10 * 60 * 60;
    shop.advance_to(asked + 290);
    shop.client.download(&bill.download(), &mut Vec::new()).await.unwrap();
    shop.client.download(&bill.download(), &mut Vec::new()).await.unwrap();
    shop.advance_to(asked + 301);
    let error = shop.fails(&shop.client, &bill).await;
    assert_eq!((error.outcome(), error.status().unwrap().as_u16()), (Outcome::Refused, 400), "{error}");
    assert!(matches!(error.kind(), ErrorKind::Download(DownloadError::Expired(_))), "{error}");
    assert_eq!(error.code_str(), codes::INVALID_REQUEST);
    let fresh = ready(&shop.client, &shop.trade()).await;
    assert_eq!(fresh.hash_value, bill.hash_value);
    assert_eq!(shop.rows::<TradeRow>(&fresh).await.0.len(), 3);
}

#[tokio::test]
async fn another_merchant_has_another_bill_and_not_this_one() {
    let shop = day().await;
    let other = shop.sandbox.register_merchant().unwrap();
    let other = client(&other, &shop.sandbox, &shop.ahead);
    assert_eq!(ask(&other, &shop.trade()).await.unwrap(), Asked::Nothing);
    let bill = ready(&shop.client, &shop.trade()).await;
    let error = shop.fails(&other, &bill).await;
    assert_eq!((error.outcome(), error.code_str()), (Outcome::Refused, codes::NO_AUTH), "{error}");
}

#[tokio::test]
async fn what_the_network_does_to_a_file_is_seen() {
    let shop = day().await;
    let bill = ready(&shop.client, &shop.trade().tar_type(TarType::Gzip)).await;
    let through = |wire: &Wire| {
        let ahead = shop.ahead.clone();
        let clock = move || DateTime::now().unix_timestamp() + ahead.load(Ordering::Relaxed);
        let client = shop.sandbox.client_builder().hosts([wire.url()]).clock(clock).build().unwrap();
        let mut bill = bill.clone();
        bill.download_url = bill.download_url.replace(&shop.sandbox.url(), &wire.url());
        (client, bill)
    };
    for accident in [Accident::Truncated, Accident::ResetInAnswer, Accident::ResetRead] {
        let wire = Wire::faulty(shop.sandbox.address(), move |_| Some(accident)).await.unwrap();
        let (client, bill) = through(&wire);
        let error = shop.fails(&client, &bill).await;
        assert!(matches!(error.kind(), ErrorKind::Transport(_)), "{accident:?}: {error}");
    }
    let wire = Wire::start(shop.sandbox.address(), |answer| {
        let middle = body_start(answer).map(|start| (start + answer.len()) / 2).unwrap();
        answer[middle] ^= 1;
    })
    .await
    .unwrap();
    let (client, changed) = through(&wire);
    let error = shop.fails(&client, &changed).await;
    let seen = matches!(error.kind(), ErrorKind::Download(DownloadError::Gzip(_) | DownloadError::Digest));
    assert!(seen, "{error}");

    // The file can be downloaded again.
    assert_eq!(shop.rows::<TradeRow>(&bill).await.0.len(), 3);
}

#[tokio::test]
async fn the_files_are_not_signed_and_refusals_are() {
    let shop = day().await;
    let wire = Wire::tap(shop.sandbox.address()).await.unwrap();
    let client = shop.sandbox.client_builder().hosts([wire.url()]);
    let ahead = shop.ahead.clone();
    let client =
        client.clock(move || DateTime::now().unix_timestamp() + ahead.load(Ordering::Relaxed)).build().unwrap();
    let mut bill = ready(&client, &shop.trade()).await;
    bill.download_url = bill.download_url.replace(&shop.sandbox.url(), &wire.url());
    let mut content = Vec::new();
    client.download(&bill.download(), &mut content).await.unwrap();
    assert_eq!(sha1(&content), bill.hash_value);
    let answer = wire.exchanges().pop().unwrap().answer;
    let head = String::from_utf8_lossy(&answer[..body_start(&answer).unwrap()]).to_lowercase();
    assert!(!head.contains("wechatpay-") && head.contains("text/plain"), "{head}");
    assert_eq!(&answer[body_start(&answer).unwrap()..], content);

    bill.download_url = bill.download_url.replace("token=", "token=0");
    let error = client.download(&bill.download(), &mut Vec::new()).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Refused, "{error}");
}

#[tokio::test]
async fn the_books_are_compared_with_the_bill() {
    let shop = day().await;
    let bill = ready(&shop.client, &shop.trade()).await;
    let path = shop.folder.path().join("bill.csv");
    shop.client.download_file(&bill.download(), &path).await.unwrap();
    let mut books = Entries::from([
        (Key::Payment("ORDER1".into()), Fen::new(100)),
        (Key::Payment("UNPAID".into()), Fen::new(100)),
        (Key::Refund("REFUND1".into()), Fen::new(31)),
    ]);
    let findings: Vec<_> = reconcile(BillReader::<TradeRow, _>::open(&path).unwrap(), &mut books)
        .map(|finding| match finding.unwrap() {
            Finding::Matched(line) => ("matched", line.key),
            Finding::AmountDiffers { line, .. } => ("differs", line.key),
            Finding::MissingHere(line) => ("missing here", line.key),
            Finding::MissingThere(booked) => ("missing there", booked.key),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(
        findings,
        [
            ("matched", Key::Payment("ORDER1".into())),
            ("missing here", Key::Payment("ORDER2".into())),
            ("differs", Key::Refund("REFUND1".into())),
            ("missing there", Key::Payment("UNPAID".into())),
        ]
    );
}
