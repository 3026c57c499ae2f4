//! A day's bill against one's own books in SQLite, at a local WeChat Pay: bill asked for, downloaded, proved, compared.
//!
//! ```text
//! cargo run --example reconcile
//! ```
//!
//! It exits with 0 only if everything that it shows has happened.

use std::error::Error as StdError;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use rusqlite::{Connection, OptionalExtension as _, Row, params};
use wxpay::bill::{
    ApplyTradeBill, ApplyTradeBillRequired, Asked, BillReader, Booked, Books, Finding, Key, TarType, TradeRow, ask,
    reconcile,
};
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
    // What a day does to books: the first is right, the second was mistyped, the third never written down, and the
    // fourth is only here.
    shop.book("20260101000001", Fen::new(100))?;
    shop.book("20260101000002", Fen::new(10))?;
    shop.book("20260101000004", Fen::new(100))?;

    let bill_date = DateTime::now().beijing_date();
    // Any time after 10:00 of the next day.
    ahead.store(34 * 60 * 60, Ordering::Relaxed);
    sandbox.move_clock(34 * 60 * 60);

    let application = ApplyTradeBill::new(ApplyTradeBillRequired { bill_date }).tar_type(TarType::Gzip);
    let Asked::Ready(bill) = ask(&client, &application).await? else { return Err("there is no bill".into()) };
    let path = std::env::temp_dir().join(format!("wxpay-reconcile-{}.csv", std::process::id()));
    let downloaded = client.download_file(&bill.download(), &path).await?;
    println!("{} bytes arrived, {} unpacked, and the digest holds", downloaded.received, downloaded.written);

    let mut told = Vec::new();
    for finding in reconcile(BillReader::<TradeRow, _>::open(&path)?, &mut shop) {
        told.push(match finding? {
            Finding::Matched(line) => format!("{:?}: both have {}", line.key, line.amount),
            Finding::AmountDiffers { line, booked } => {
                format!("{:?}: WeChat Pay has {}, the books have {booked}", line.key, line.amount)
            }
            Finding::MissingHere(line) => format!("{:?}: the books do not have its {}", line.key, line.amount),
            Finding::MissingThere(booked) => {
                format!("{:?}: WeChat Pay does not have its {}", booked.key, booked.amount)
            }
            other => format!("look at it: {other:?}"),
        });
    }
    std::fs::remove_file(&path)?;
    told.iter().for_each(|finding| println!("{finding}"));
    let expected = [
        r#"Payment("20260101000001"): both have 100 fen"#,
        r#"Payment("20260101000002"): WeChat Pay has 100 fen, the books have 10 fen"#,
        r#"Payment("20260101000003"): the books do not have its 100 fen"#,
        r#"Payment("20260101000004"): WeChat Pay does not have its 100 fen"#,
    ];
    if told == expected { Ok(()) } else { Err("the findings are others than what happened".into()) }
}

/// The books of a day: what was paid, and whether the bill has it too.
struct Shop(Connection);

impl Shop {
    fn open() -> rusqlite::Result<Self> {
        let books = Connection::open_in_memory()?;
        books.execute_batch(
            "CREATE TABLE payments (
                out_trade_no TEXT PRIMARY KEY,
                fen INTEGER NOT NULL,
                crossed_off INTEGER NOT NULL DEFAULT 0
            ) STRICT",
        )?;
        Ok(Self(books))
    }

    fn book(&self, out_trade_no: &str, amount: Fen) -> rusqlite::Result<usize> {
        self.0.execute("INSERT INTO payments (out_trade_no, fen) VALUES (?1, ?2)", params![out_trade_no, amount.get()])
    }
}

impl Books for Shop {
    type Error = rusqlite::Error;

    fn cross_off(&mut self, key: &Key) -> rusqlite::Result<Option<Fen>> {
        // This shop gives nothing back.
        let Key::Payment(number) = key else { return Ok(None) };
        let mut statement = self.0.prepare_cached(
            "UPDATE payments SET crossed_off = 1 WHERE out_trade_no = ?1 AND crossed_off = 0 RETURNING fen",
        )?;
        statement.query_row([number], |row| row.get(0).map(Fen::new)).optional()
    }

    fn take_left(&mut self) -> rusqlite::Result<Option<Booked>> {
        let mut statement = self.0.prepare_cached(
            "UPDATE payments SET crossed_off = 1
             WHERE out_trade_no = (SELECT MIN(out_trade_no) FROM payments WHERE crossed_off = 0)
             RETURNING out_trade_no, fen",
        )?;
        let booked = |row: &Row<'_>| Ok(Booked { key: Key::Payment(row.get(0)?), amount: Fen::new(row.get(1)?) });
        statement.query_row([], booked).optional()
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
