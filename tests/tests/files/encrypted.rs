//! End to end: the sales of an e-commerce platform's sub-merchants, as encrypted bills in parts.

use std::num::NonZeroUsize;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use wxpay::bill::{
    ApplyEcommerceFundFlowBill, ApplyEcommerceFundFlowBillRequired, ApplySubMerchantFundFlowBill,
    ApplySubMerchantFundFlowBillRequired, Asked, BillAlgorithm, BillReader, EcommerceAccountType, EncryptedBills,
    FundFlowRow, SubMerchantAccountType, TarType, ask, ask_encrypted, codes,
};
use wxpay::client::Client;
use wxpay::crypto::Backend;
use wxpay::download::{Download, DownloadError};
use wxpay::error::{Error, ErrorKind, Outcome};
use wxpay::prelude::*;
use wxpay_sandbox::wire::{Wire, body_start};
use wxpay_sandbox::{Credentials, Sandbox};
use wxpay_tests::order;

use crate::shop::{Shop, client};
use crate::stage::names;

/// An e-commerce platform with a sub-merchant. Both have sold something on the first day; it is 10:00 of the next day.
struct Platform {
    shop: Shop,
    sub: Credentials,
}

impl Platform {
    /// Starts an e-commerce platform whose bills come in parts of `part` bytes.
    async fn open(part: usize) -> Self {
        let sandbox = Sandbox::builder().bill_part(NonZeroUsize::new(part).unwrap()).start().await.unwrap();
        let shop = Shop::at(sandbox);
        let sub = shop.sandbox.register_merchant().unwrap();
        let platform = Self { shop, sub };
        platform.sells(&platform.sub, "ORDER1").await;
        platform.sells(&platform.sub, "ORDER2").await;
        platform.shop.sell("OWN001").await;
        platform.shop.set(1, 10);
        platform
    }

    async fn sells(&self, merchant: &Credentials, number: &str) {
        let client = client(merchant, &self.shop.sandbox, &self.shop.ahead);
        client.send(&order(&client, number)).await.unwrap();
        self.shop.sandbox.merchant(&merchant.mchid).pay_order(number).unwrap();
    }

    fn of_one(&self) -> ApplySubMerchantFundFlowBill {
        ApplySubMerchantFundFlowBill::new(ApplySubMerchantFundFlowBillRequired {
            sub_mchid: self.sub.mchid.clone(),
            bill_date: self.shop.date(0),
            account_type: SubMerchantAccountType::Basic,
            algorithm: BillAlgorithm::AeadAes256Gcm,
        })
    }

    fn of_all(&self) -> ApplyEcommerceFundFlowBill {
        ApplyEcommerceFundFlowBill::new(ApplyEcommerceFundFlowBillRequired {
            bill_date: self.shop.date(0),
            account_type: EcommerceAccountType::All,
            algorithm: BillAlgorithm::AeadAes256Gcm,
        })
    }

    async fn bills(&self) -> EncryptedBills {
        self.shop.client.send(&self.of_one()).await.unwrap()
    }

    /// The vouchers of the downloaded bill, each with its merchant if the bill names it.
    async fn rows(&self, client: &Client, download: &Download) -> Vec<(String, Option<String>)> {
        let path = self.shop.folder.path().join("bill.csv");
        client.download_file(download, &path).await.unwrap();
        let mut reader = BillReader::<FundFlowRow, _>::open(&path).unwrap();
        let rows = reader.by_ref().map(|row| {
            let mut row = row.unwrap();
            (row.voucher, row.other.pop().map(|(_, value)| value))
        });
        let rows: Vec<_> = rows.collect();
        assert_eq!(reader.summary().unwrap().count, Some(rows.len().try_into().unwrap()));
        rows
    }

    async fn fails(&self, client: &Client, download: &Download) -> Error {
        let error = client.download_file(download, self.shop.folder.path().join("bill.csv")).await.unwrap_err();
        assert_eq!(names(self.shop.folder.path()), [""; 0], "{error}");
        error
    }
}

fn ready(asked: Asked<Download>) -> Download {
    match asked {
        Asked::Ready(download) => download,
        other => panic!("{other:?}"),
    }
}

fn download_error(error: &Error) -> &DownloadError {
    match error.kind() {
        ErrorKind::Download(error) => error,
        other => panic!("another error: {other}"),
    }
}

#[tokio::test]
async fn a_sub_merchants_bill_is_opened_joined_and_read_by_every_backend() {
    for part in [100, 1 << 20] {
        let platform = Platform::open(part).await;
        let bills = platform.bills().await;
        assert_eq!(bills.download_bill_count > 1, part == 100);
        assert!(
            bills.download_bill_list.unwrap().iter().all(|bill| bill.nonce.len() == 16),
            "as in WeChat Pay's examples"
        );
        for backend in Backend::all() {
            let (shop, ahead) = (&platform.shop, platform.shop.ahead.clone());
            let clock = move || DateTime::now().unix_timestamp() + ahead.load(Ordering::Relaxed);
            let client = shop.sandbox.client_builder().backend(*backend).clock(clock).build().unwrap();
            for application in [platform.of_one(), platform.of_one().tar_type(TarType::Gzip)] {
                let download = ready(ask_encrypted(&client, &application).await.unwrap());
                let rows = platform.rows(&client, &download).await;
                assert_eq!(rows, [("ORDER1".to_owned(), None), ("ORDER2".to_owned(), None)], "{}", backend.name());
            }
        }
    }
}

#[tokio::test]
async fn the_bill_of_all_sub_merchants_has_all_but_the_platforms_own() {
    let platform = Platform::open(100).await;
    platform.shop.set(0, 13);
    let other = platform.shop.sandbox.register_merchant().unwrap();
    platform.sells(&other, "ORDER3").await;
    platform.shop.set(1, 10);
    let download = ready(ask_encrypted(&platform.shop.client, &platform.of_all()).await.unwrap());
    let rows = platform.rows(&platform.shop.client, &download).await;
    let expected = [("ORDER1", &platform.sub.mchid), ("ORDER2", &platform.sub.mchid), ("ORDER3", &other.mchid)];
    assert_eq!(rows, expected.map(|(voucher, mchid)| (voucher.to_owned(), Some(mchid.clone()))));
}

#[tokio::test]
async fn the_order_of_the_list_does_not_matter_and_its_gaps_do() {
    let platform = Platform::open(100).await;
    let mut bills = platform.bills().await;
    bills.download_bill_list.as_mut().unwrap().reverse();
    let rows = platform.rows(&platform.shop.client, &bills.download().unwrap()).await;
    assert_eq!(rows.len(), 2);

    let mut missing = bills.clone();
    missing.download_bill_list.as_mut().unwrap().remove(1);
    assert!(matches!(missing.download(), Err(DownloadError::Parts { .. })));
    let mut twice = bills.clone();
    let first = twice.download_bill_list.as_ref().unwrap()[0].clone();
    twice.download_bill_list.as_mut().unwrap()[1] = first;
    assert!(matches!(twice.download(), Err(DownloadError::Parts { .. })));
    bills.download_bill_list = None;
    assert!(matches!(bills.download(), Err(DownloadError::Parts { .. })));
}

#[tokio::test]
async fn a_part_of_its_own_is_a_file_too() {
    let platform = Platform::open(100).await;
    let bills = platform.bills().await;
    let mut joined = Vec::new();
    for bill in bills.download_bill_list.as_ref().unwrap() {
        platform.shop.client.download(&bill.download().unwrap(), &mut joined).await.unwrap();
    }
    let mut whole = Vec::new();
    platform.shop.client.download(&bills.download().unwrap(), &mut whole).await.unwrap();
    assert!(whole.len() > 200 && whole == joined);
}

#[tokio::test]
async fn a_wrong_key_and_a_key_that_was_not_opened_are_said() {
    let platform = Platform::open(100).await;
    let mut bills = platform.bills().await;
    let list = bills.download_bill_list.as_mut().unwrap();
    let key = list[1].encrypt_key.clone();
    let right = std::mem::replace(&mut list[0].encrypt_key, key);
    let error = platform.fails(&platform.shop.client, &bills.download().unwrap()).await;
    assert!(matches!(download_error(&error), DownloadError::Sealed), "{error}");
    for wrong in [Sensitive::new("sixteen bytes..."), Sensitive::sealed("PUB_KEY_ID_0", "c2VhbGVk")] {
        bills.download_bill_list.as_mut().unwrap()[0].encrypt_key = wrong;
        assert!(matches!(bills.download(), Err(DownloadError::Key)));
    }
    bills.download_bill_list.as_mut().unwrap()[0].encrypt_key = right;
    assert_eq!(platform.rows(&platform.shop.client, &bills.download().unwrap()).await.len(), 2);
}

#[tokio::test]
async fn one_byte_that_the_network_changed_in_any_part_is_seen() {
    let platform = Platform::open(400).await;
    let bills = platform.bills().await;
    assert!(bills.download_bill_count > 1);
    for damaged in 0..usize::try_from(bills.download_bill_count).unwrap() {
        let wire = Wire::start(platform.shop.sandbox.address(), move |answer| {
            let middle = body_start(answer).map(|start| (start + answer.len()) / 2).unwrap();
            answer[middle] ^= 1;
        })
        .await
        .unwrap();
        let ahead = platform.shop.ahead.clone();
        let clock = move || DateTime::now().unix_timestamp() + ahead.load(Ordering::Relaxed);
        let hosts = [platform.shop.sandbox.url(), wire.url()];
        let client = platform.shop.sandbox.client_builder().hosts(hosts).clock(clock).build().unwrap();
        let mut bills = bills.clone();
        let part = &mut bills.download_bill_list.as_mut().unwrap()[damaged];
        part.download_url = part.download_url.replace(&platform.shop.sandbox.url(), &wire.url());
        let error = platform.fails(&client, &bills.download().unwrap()).await;
        assert!(matches!(download_error(&error), DownloadError::Sealed), "{error}");
    }
}

#[tokio::test]
async fn urls_of_parts_expire_as_others_do_and_are_asked_for_again() {
    let platform = Arc::new(Platform::open(100).await);
    let client = &platform.shop.client;
    let slowly = |download: Download| {
        let platform = platform.clone();
        download.on_progress(move |_| platform.shop.pass(6 * 60))
    };
    let asked = slowly(ready(ask_encrypted(client, &platform.of_one()).await.unwrap()));
    let error = platform.fails(client, &slowly(platform.bills().await.download().unwrap())).await;
    assert!(matches!(download_error(&error), DownloadError::Expired(_)), "{error}");
    assert_eq!(platform.rows(client, &asked).await.len(), 2, "of parts that took six minutes each");
}

#[tokio::test]
async fn what_there_is_no_bill_of_is_said_as_with_other_bills() {
    let platform = Platform::open(1 << 20).await;
    let client = &platform.shop.client;
    let mut later = platform.of_one();
    platform.shop.set(2, 10);
    later.bill_date = platform.shop.date(1);
    assert!(matches!(ask_encrypted(client, &later).await.unwrap(), Asked::Nothing));
    platform.shop.set(1, 9);
    assert!(matches!(ask_encrypted(client, &platform.of_all()).await.unwrap(), Asked::NotYet));
    platform.shop.set(1, 10);
    let mut fees = platform.of_one();
    fees.account_type = SubMerchantAccountType::Fees;
    assert!(matches!(ask_encrypted(client, &fees).await.unwrap(), Asked::Nothing));

    let refused = |error: Error, code: &str| {
        assert_eq!((error.outcome(), error.code_str()), (Outcome::Refused, code), "{error}");
    };
    let mut stranger = platform.of_one();
    stranger.sub_mchid = "1999999999".into();
    refused(ask(client, &stranger).await.unwrap_err(), codes::NO_AUTH);
    stranger.sub_mchid = client.merchant().id().into();
    refused(ask(client, &stranger).await.unwrap_err(), codes::NO_AUTH);
    let mut sm4 = platform.of_one();
    sm4.algorithm = BillAlgorithm::Sm4Gcm;
    refused(ask(client, &sm4).await.unwrap_err(), codes::PARAM_ERROR);
}
