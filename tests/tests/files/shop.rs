//! A shop at a sandbox whose clock can be moved: it sells on one day, and asks for bills on the next.

use std::fmt::Debug;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use wxpay::bill::{
    Application, ApplyFundFlowBill, ApplyFundFlowBillRequired, ApplyTradeBill, ApplyTradeBillRequired, Asked, Bill,
    BillReader, BillRow, ask,
};
use wxpay::client::Client;
use wxpay::error::Error;
use wxpay::prelude::*;
use wxpay_sandbox::{Credentials, Sandbox};
use wxpay_tests::{order, refund};

use crate::stage::names;

/// A sandbox whose clock moves together with its clients' clocks.
pub(crate) struct Shop {
    pub(crate) sandbox: Sandbox,
    pub(crate) client: Client,
    pub(crate) ahead: Arc<AtomicI64>,
    /// The machine's time when the shop opened.
    opened: i64,
    pub(crate) folder: tempfile::TempDir,
}

pub(crate) const DAY: i64 = 24 * 60 * 60;
const BEIJING: i64 = 8 * 60 * 60;

impl Shop {
    /// Opens a shop at noon of a day.
    pub(crate) async fn open() -> Self {
        Self::at(Sandbox::start().await.unwrap())
    }

    pub(crate) fn at(sandbox: Sandbox) -> Self {
        let (ahead, opened) = (Arc::new(AtomicI64::new(0)), DateTime::now().unix_timestamp());
        let client = client(sandbox.credentials(), &sandbox, &ahead);
        let shop = Self { sandbox, client, ahead, opened, folder: tempfile::tempdir().unwrap() };
        shop.set(0, 12);
        shop
    }

    /// Midnight of the first day, in seconds since 1970.
    pub(crate) fn first_day(&self) -> i64 {
        (self.opened + BEIJING).div_euclid(DAY) * DAY - BEIJING
    }

    /// Sets the clock to this hour, `days` days after the first day.
    pub(crate) fn set(&self, days: i64, hour: i64) {
        self.advance_to(self.first_day() + days * DAY + hour * 60 * 60);
    }

    pub(crate) fn advance_to(&self, time: i64) {
        let ahead = time - self.opened;
        self.ahead.store(ahead, Ordering::Relaxed);
        self.sandbox.set_clock_ahead(ahead).unwrap();
    }

    /// Lets time pass.
    pub(crate) fn pass(&self, seconds: i64) {
        self.sandbox.set_clock_ahead(self.ahead.fetch_add(seconds, Ordering::Relaxed) + seconds).unwrap();
    }

    pub(crate) fn date(&self, days: i64) -> Date {
        DateTime::from_unix_timestamp(self.first_day() + days * DAY).unwrap().beijing_date()
    }

    pub(crate) async fn sell(&self, number: &str) {
        self.client.send(&order(&self.client, number)).await.unwrap();
        self.sandbox.pay_order(number).unwrap();
    }

    pub(crate) fn trade(&self) -> ApplyTradeBill {
        ApplyTradeBill::new(ApplyTradeBillRequired { bill_date: self.date(0) })
    }

    pub(crate) fn fund_flow(&self) -> ApplyFundFlowBill {
        ApplyFundFlowBill::new(ApplyFundFlowBillRequired { bill_date: self.date(0) })
    }

    pub(crate) async fn rows<T: BillRow>(&self, bill: &Bill) -> (Vec<T>, T::Summary)
    where
        T::Summary: Clone,
    {
        let path = self.folder.path().join("bill.csv");
        self.client.download_file(&bill.download(), &path).await.unwrap();
        let mut reader = BillReader::open(&path).unwrap();
        let rows = reader.by_ref().collect::<Result<_, _>>().unwrap();
        (rows, reader.summary().unwrap().clone())
    }

    /// Checks that the download fails and leaves nothing.
    pub(crate) async fn fails(&self, client: &Client, bill: &Bill) -> Error {
        let path = self.folder.path().join("bill.csv");
        let error = client.download_file(&bill.download(), path).await.unwrap_err();
        assert_eq!(names(self.folder.path()), [""; 0], "{error}");
        error
    }
}

pub(crate) fn client(credentials: &Credentials, sandbox: &Sandbox, ahead: &Arc<AtomicI64>) -> Client {
    let ahead = ahead.clone();
    let clock = move || DateTime::now().unix_timestamp() + ahead.load(Ordering::Relaxed);
    credentials.client_builder().hosts([sandbox.url()]).clock(clock).build().unwrap()
}

pub(crate) async fn ready<A: Application<Response = Bill> + Debug>(client: &Client, application: &A) -> Bill {
    match ask(client, application).await.unwrap() {
        Asked::Ready(bill) => bill,
        other => panic!("{application:?}: {other:?}"),
    }
}

/// A shop with two payments and a refund on the first day; it is 10:00 of the next day.
pub(crate) async fn day() -> Shop {
    let shop = Shop::open().await;
    shop.sell("ORDER1").await;
    shop.set(0, 13);
    shop.sell("ORDER2").await;
    shop.client.send(&order(&shop.client, "UNPAID")).await.unwrap();
    shop.set(0, 14);
    shop.client.send(&refund("ORDER1", "REFUND1", 30)).await.unwrap();
    shop.sandbox.complete_refund("REFUND1").unwrap();
    shop.set(1, 10);
    shop
}
