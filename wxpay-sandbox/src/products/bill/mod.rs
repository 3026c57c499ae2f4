//! Bills (账单): made from the books on request, and stored until their URL expires.

mod day;
pub(super) mod encrypted;
mod file;
mod fund_flow;
mod trade;

use std::io::Write as _;
use std::ops::Range;

use aws_lc_rs::digest::{SHA1_FOR_LEGACY_USE_ONLY, digest};
use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};
use wxpay::bill::{
    AccountType, ApplyEcommerceFundFlowBill, ApplyFundFlowBill, ApplySubMerchantFundFlowBill, ApplyTradeBill, TarType,
};
use wxpay::value::{Date, DateTime};

use self::fund_flow::Account;
use crate::endpoint::downloads::{File, PLACE};
use crate::endpoint::{Desk, Office, Refusal, Route, Rules};
use crate::error::Failure;
use crate::keys::credentials::hex;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::ruled::<ApplyTradeBill>(),
        Route::ruled::<ApplyFundFlowBill>(),
        Route::ruled::<ApplySubMerchantFundFlowBill>(),
        Route::ruled::<ApplyEcommerceFundFlowBill>(),
    ]
}

impl Rules for ApplyTradeBill {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        let time = day(desk, self.bill_date)?;
        let (books, sub_mchid) = (&desk.books, self.sub_mchid.as_deref());
        let content = trade::bill(books, desk.mchid, sub_mchid, time, self.bill_type.as_ref())?;
        answer(desk, content, self.tar_type.as_ref())
    }
}

impl Rules for ApplyFundFlowBill {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        let time = day(desk, self.bill_date)?;
        let account = match (&self.sub_mchid, &self.account_type) {
            (None, None | Some(AccountType::Basic)) => Some(Account::Basic),
            (None, Some(AccountType::Operation)) => Some(Account::Operation),
            // The other accounts never have movements: there are no fees.
            _ => None,
        };
        let bill = |account| fund_flow::bill(&desk.books, account, desk.mchid, time);
        let content = account.map(bill).transpose()?.flatten();
        answer(desk, content, self.tar_type.as_ref())
    }
}

/// Makes the bills of today and of the days before available. Returns today's date.
pub(crate) fn release(office: &Office) -> Date {
    let now = office.clock.now();
    office.files.release_until(day::end_of_today(now));
    DateTime::from_unix_timestamp(now).unwrap_or_else(DateTime::now).beijing_date()
}

/// The day of a bill that is available.
fn day(desk: &Desk<'_>, day: Date) -> Result<Range<i64>, Refusal> {
    day::day(day, desk.now(), desk.files.released_until())
}

/// Stores the bill, and returns its URL and its digest.
pub(super) fn answer(desk: &Desk<'_>, content: Option<String>, packed: Option<&TarType>) -> Result<Value, Refusal> {
    let content = content.ok_or_else(Refusal::no_statement)?;
    let hash = sha1(content.as_bytes());
    let url = match packed {
        Some(_) => {
            let content = Bytes::from(gzip(content.as_bytes())?);
            let url = kept(desk, File { content, media_type: "application/x-gzip" })?;
            format!("{url}&tartype=gzip")
        }
        None => kept(desk, File { content: content.into(), media_type: "text/plain" })?,
    };
    Ok(json!({ "hash_type": "SHA1", "hash_value": hash, "download_url": url }))
}

/// Stores the file and returns its URL.
fn kept(desk: &Desk<'_>, file: File) -> Result<String, Refusal> {
    let token = hex(32)?;
    let url = format!("{}{PLACE}?token={token}", desk.url);
    desk.files.keep(token, desk.mchid, file, desk.now());
    Ok(url)
}

fn sha1(content: &[u8]) -> String {
    let hash = digest(&SHA1_FOR_LEGACY_USE_ONLY, content);
    hash.as_ref().iter().map(|byte| format!("{byte:02x}")).collect()
}

fn gzip(content: &[u8]) -> Result<Vec<u8>, Failure> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(content).map_err(Failure::writing)?;
    encoder.finish().map_err(Failure::writing)
}
