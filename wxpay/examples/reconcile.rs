//! Compares the bills of a day with the shop's books in SQLite. Each bill is requested from a local WeChat Pay, downloaded,
//! and verified by its digest. The bill of orders has payments and refunds; a bill of movements has each amount that
//! enters or leaves an account.
//!
//! ```text
//! cargo run --example reconcile
//! ```
//!
//! It exits with 0 only if every step succeeds.

use std::error::Error as StdError;
use std::fmt::Debug;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use rusqlite::{Connection, OptionalExtension as _, Row, params};
use tempfile::NamedTempFile;
use wxpay::bill::{
    self, AccountType, Application, ApplyFundFlowBill, ApplyFundFlowBillRequired, ApplyTradeBill,
    ApplyTradeBillRequired, Asked, BillReader, Booked, Books, Comparable, Finding, FundFlowRow, Key, TarType, TradeRow,
    ask, reconcile,
};
use wxpay::mch_transfer::{CreateTransfer, CreateTransferRequired, SceneReport, SceneReportRequired};
use wxpay::pay::{AppPrepay, AppPrepayRequired};
use wxpay::prelude::*;
use wxpay_sandbox::Sandbox;

type Result<T = ()> = std::result::Result<T, Box<dyn StdError>>;

#[tokio::main]
async fn main() -> Result {
    let sandbox = Sandbox::start().await?;
    let ahead = Arc::new(AtomicI64::new(0));
    let clock = {
        let ahead = ahead.clone();
        move || DateTime::now().unix_timestamp() + ahead.load(Ordering::Relaxed)
    };
    let client = sandbox.client_builder().clock(clock).build()?;
    let mut shop = Shop::open()?;

    for number in ["20260101000001", "20260101000002", "20260101000003"] {
        client.send(&order(&client, number)).await?;
        sandbox.pay_order(number)?;
    }
    // Mistakes of a day: the first order is booked correctly, the second with a wrong amount, the third not at all, and
    // the fourth is in the books only.
    shop.book(Bill::Orders, &Key::Payment("20260101000001".into()), Fen::new(100))?;
    shop.book(Bill::Orders, &Key::Payment("20260101000002".into()), Fen::new(10))?;
    shop.book(Bill::Orders, &Key::Payment("20260101000004".into()), Fen::new(100))?;

    // The same for transfers: the second one was made and not booked, the third one was booked and never made.
    for number in ["T20260101000001", "T20260101000002"] {
        client.send(&transfer(number)).await?;
        sandbox.accept_transfer(number)?;
    }
    shop.book(Bill::Transfers, &Key::Transfer("T20260101000001".into()), Fen::new(-500))?;
    shop.book(Bill::Transfers, &Key::Transfer("T20260101000003".into()), Fen::new(-700))?;

    let day = DateTime::now().beijing_date();
    // Bills are ready at 10:00 of the next day.
    ahead.store(34 * 60 * 60, Ordering::Relaxed);
    sandbox.set_clock_ahead(34 * 60 * 60)?;

    let orders = ApplyTradeBill::new(ApplyTradeBillRequired { bill_date: day }).tar_type(TarType::Gzip);
    let orders = download(&client, &orders).await?;
    shop.bill = Bill::Orders;
    // A process that dies half-way leaves entries crossed off. The next one starts again, with the same result.
    let half: Vec<_> = compare::<TradeRow>(&orders, day, &mut shop)?.take(2).collect::<Result<_>>()?;
    let told: Vec<_> = compare::<TradeRow>(&orders, day, &mut shop)?.collect::<Result<_>>()?;
    let expected = [
        r#"Payment("20260101000001"): both have 100 fen"#,
        r#"Payment("20260101000003"): the books do not have its 100 fen"#,
        r#"Payment("20260101000002"): WeChat Pay has 100 fen, the books have 10 fen"#,
        r#"Payment("20260101000004"): WeChat Pay does not have its 100 fen"#,
    ];
    told.iter().for_each(|finding| println!("{finding}"));
    if told != expected || !told.starts_with(&half) {
        return Err("the findings are not as expected".into());
    }

    let transfers = ApplyFundFlowBill::new(ApplyFundFlowBillRequired { bill_date: day });
    let transfers = download(&client, &transfers.account_type(AccountType::Operation)).await?;
    shop.bill = Bill::Transfers;
    let told: Vec<_> = compare::<FundFlowRow>(&transfers, day, &mut shop)?.collect::<Result<_>>()?;
    told.iter().for_each(|finding| println!("{finding}"));
    let [matched, unknown, never_sent] = told.as_slice() else {
        return Err(format!("expected three findings, found {told:?}").into());
    };
    let as_expected = matched == r#"Transfer("T20260101000001"): both have -500 fen"#
        && unknown.ends_with("the books do not have its -500 fen")
        && never_sent == r#"Transfer("T20260101000003"): WeChat Pay does not have its -700 fen"#;
    if as_expected { Ok(()) } else { Err("the findings are not as expected".into()) }
}

async fn download(client: &Client, application: &impl Application<Response = bill::Bill>) -> Result<NamedTempFile> {
    let Asked::Ready(bill) = ask(client, application).await? else {
        return Err("the bill is not ready, or the day had nothing to bill".into());
    };
    let file = NamedTempFile::new()?;
    let downloaded = client.download_file(&bill.download(), file.path()).await?;
    println!("{} bytes received, {} bytes unpacked, the digest is right", downloaded.received, downloaded.written);
    Ok(file)
}

/// Compares a bill with the books, and gives each finding in words.
fn compare<R: Comparable + Debug>(
    file: &NamedTempFile,
    day: Date,
    shop: &mut Shop,
) -> Result<impl Iterator<Item = Result<String>>> {
    let rows = BillReader::<R, _>::open(file.path())?;
    Ok(reconcile(rows, shop).day(day).map(|finding| {
        Ok(match finding.map_err(|error| error.to_string())? {
            Finding::Matched(line) => format!("{:?}: both have {}", line.key, line.amount),
            Finding::AmountDiffers { line, booked } => {
                format!("{:?}: WeChat Pay has {}, the books have {booked}", line.key, line.amount)
            }
            Finding::MissingHere(line) => format!("{:?}: the books do not have its {}", line.key, line.amount),
            Finding::MissingThere(booked) => {
                format!("{:?}: WeChat Pay does not have its {}", booked.key, booked.amount)
            }
            // This shop does not book fees.
            Finding::Fee(line) => format!("{:?}: a fee of {}", line.key, line.amount),
            other => format!("a person has to look: {other:?}"),
        })
    }))
}

/// The books of a day: each entry with the bill that should have it, and a mark once it was found there.
struct Shop {
    books: Connection,
    /// The bill that is compared now.
    bill: Bill,
}

#[derive(Clone, Copy)]
enum Bill {
    Orders,
    Transfers,
}

impl Shop {
    fn open() -> rusqlite::Result<Self> {
        let books = Connection::open_in_memory()?;
        books.execute_batch(
            "CREATE TABLE entries (
                bill INTEGER NOT NULL,
                kind TEXT NOT NULL,
                number TEXT NOT NULL,
                fen INTEGER NOT NULL,                    -- negative if it leaves the account
                crossed_off INTEGER NOT NULL DEFAULT 0
            ) STRICT;
            CREATE INDEX entries_by_number ON entries (bill, kind, number)",
        )?;
        Ok(Self { books, bill: Bill::Orders })
    }

    fn book(&self, bill: Bill, key: &Key, amount: Fen) -> Result<usize> {
        let (kind, number) = name(key).ok_or("this shop has no such entries")?;
        let entry = params![bill as u8, kind, number, amount.get()];
        Ok(self.books.execute("INSERT INTO entries (bill, kind, number, fen) VALUES (?1, ?2, ?3, ?4)", entry)?)
    }
}

/// The columns `kind` and `number` of a key. This shop has no refunds and no profit sharing.
fn name(key: &Key) -> Option<(&'static str, &str)> {
    match key {
        Key::Payment(number) => Some(("payment", number)),
        Key::Transfer(number) => Some(("transfer", number)),
        _ => None,
    }
}

impl Books for Shop {
    type Error = rusqlite::Error;

    fn begin(&mut self) -> rusqlite::Result<()> {
        self.books.execute("UPDATE entries SET crossed_off = 0 WHERE bill = ?1", [self.bill as u8]).map(drop)
    }

    fn cross_off(&mut self, key: &Key, amount: Fen) -> rusqlite::Result<Option<Fen>> {
        let Some((kind, number)) = name(key) else { return Ok(None) };
        let mut statement = self.books.prepare_cached(
            "UPDATE entries SET crossed_off = 1
             WHERE rowid = (
                SELECT rowid FROM entries WHERE bill = ?1 AND kind = ?2 AND number = ?3 AND crossed_off = 0
                ORDER BY fen <> ?4 LIMIT 1
             )
             RETURNING fen",
        )?;
        let entry = params![self.bill as u8, kind, number, amount.get()];
        statement.query_row(entry, |row| row.get(0).map(Fen::new)).optional()
    }

    fn take_left(&mut self) -> rusqlite::Result<Option<Booked>> {
        let mut statement = self.books.prepare_cached(
            "UPDATE entries SET crossed_off = 1
             WHERE rowid = (SELECT MIN(rowid) FROM entries WHERE bill = ?1 AND crossed_off = 0)
             RETURNING kind, number, fen",
        )?;
        let booked = |row: &Row<'_>| {
            let (kind, number): (String, String) = (row.get(0)?, row.get(1)?);
            let key = if kind == "payment" { Key::Payment(number) } else { Key::Transfer(number) };
            Ok(Booked { key, amount: Fen::new(row.get(2)?) })
        };
        statement.query_row([self.bill as u8], booked).optional()
    }
}

fn order(client: &Client, out_trade_no: &str) -> AppPrepay {
    AppPrepay::new(AppPrepayRequired {
        appid: "wxd678efh567hg6787".into(),
        mchid: client.merchant().id().into(),
        description: "A teapot".into(),
        out_trade_no: out_trade_no.into(),
        notify_url: "https://shop.example.com/wechat/notify".into(),
        amount: Fen::new(100).into(),
    })
}

fn transfer(out_bill_no: &str) -> CreateTransfer {
    CreateTransfer::new(CreateTransferRequired {
        appid: "wxd678efh567hg6787".into(),
        out_bill_no: out_bill_no.into(),
        openid: "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o".into(),
        transfer_amount: Fen::new(500),
        transfer_remark: "A thank you".into(),
        transfer_scene_id: "1000".into(),
        transfer_scene_report_infos: [("活动名称", "新会员有礼"), ("奖励说明", "注册奖励")].map(report).into(),
    })
}

fn report((info_type, info_content): (&str, &str)) -> SceneReport {
    SceneReport::new(SceneReportRequired { info_type: info_type.into(), info_content: info_content.into() })
}
