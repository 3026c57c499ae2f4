//! Bills (账单): the payments and refunds of a day, and the movements of money.
//!
//! A request for the bill of a day returns a download URL: [`ApplyTradeBill`] for orders and refunds, [`ApplyFundFlowBill`] for
//! the movements of the merchant's own money, [`ApplySubMerchantFundFlowBill`] and [`ApplyEcommerceFundFlowBill`] for those of
//! sub-merchants, which are encrypted and split into parts ([`ask_encrypted`]). The download has to begin at once, since
//! some pages say that the URL is valid for 30 seconds; its digest is verified. [`BillReader`] reads the file row by row; [`reconcile`] compares it with the merchant's own books.
//!
//! ```no_run
//! use wxpay::bill::{
//!     ApplyTradeBill, ApplyTradeBillRequired, Asked, BillReader, Entries, Key, TarType, TradeRow, reconcile,
//! };
//! use wxpay::prelude::*;
//!
//! # async fn yesterday(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
//! let apply = ApplyTradeBill::new(ApplyTradeBillRequired { bill_date: Date::parse("2026-01-01")? }).tar_type(TarType::Gzip);
//! match wxpay::bill::ask(client, &apply).await? {
//!     Asked::Ready(bill) => {
//!         client.download_file(&bill.download(), "2026-01-01.csv").await?;
//!         let mut books = Entries::from([(Key::Payment("20260101000001".into()), Fen::new(100))]);
//!         for finding in reconcile(BillReader::<TradeRow, _>::open("2026-01-01.csv")?, &mut books) {
//!             println!("{:?}", finding?);
//!         }
//!     }
//!     Asked::Nothing => println!("nothing happened on that day"),
//!     Asked::NotYet => println!("ask again in half an hour"),
//! }
//! # Ok(())
//! # }
//! ```

#![doc(alias("账单"))]

pub mod codes;

mod ask;
mod encrypted;
mod file;
mod fund_flow;
mod objects;
mod reconcile;
mod trade;

pub use ask::{Application, Asked, EncryptedApplication, ask, ask_encrypted};
pub use encrypted::{
    ApplyEcommerceFundFlowBill, ApplyEcommerceFundFlowBillRequired, ApplySubMerchantFundFlowBill,
    ApplySubMerchantFundFlowBillRequired, BillAlgorithm, EcommerceAccountType, EncryptedBill, EncryptedBills,
    SubMerchantAccountType,
};
pub use file::{
    BillError, BillReader, BillRow, BrokenRow, Direction, Fee, FundFlowRow, FundFlowSummary, SummaryDiffers, TradeRow,
    TradeSummary,
};
pub use fund_flow::{AccountType, ApplyFundFlowBill, ApplyFundFlowBillRequired};
pub use objects::{Bill, HashType, TarType};
pub use reconcile::{
    Booked, Books, Comparable, Entries, Finding, Foreign, Key, Line, Reconcile, ReconcileError, reconcile,
};
pub use trade::{ApplyTradeBill, ApplyTradeBillRequired, BillType};

use crate::Shipped;

pub(crate) const SHIPPED: &[Shipped] = &[
    Shipped::of::<ApplyTradeBill>(),
    Shipped::of::<ApplyFundFlowBill>(),
    Shipped::of::<ApplySubMerchantFundFlowBill>(),
    Shipped::of::<ApplyEcommerceFundFlowBill>(),
];
