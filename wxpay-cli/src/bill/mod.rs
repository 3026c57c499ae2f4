//! `wxpay bill`: the bill of a day, verified by its digest.

mod progress;

use std::fs::{self, File};
use std::io::{self, IsTerminal as _, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use serde_json::json;
use wxpay::bill::{
    AccountType, ApplyFundFlowBill, ApplyFundFlowBillRequired, ApplyTradeBill, ApplyTradeBillRequired, Asked, Bill,
    BillError, BillReader, BillRow, BillType, BrokenRow, FundFlowRow, SummaryDiffers, TarType, TradeRow, ask,
};
use wxpay::client::Client;
use wxpay::payload::Payload;
use wxpay::value::{Date, DateTime};

use self::progress::{bar, watched};
use crate::configuration::Source;
use crate::outcome::{Exit, Failure};
use crate::{show, stop, tell};

/// Downloads the bill of a day, and verifies its digest before it shows anything
#[derive(Args)]
#[command(after_help = "Examples:
  wxpay bill trade --out yesterday.csv
  wxpay bill fund --date 2026-01-31 --type operation --json")]
pub(crate) struct Arguments {
    kind: Kind,
    /// The day in Beijing, such as 2026-01-31. Its bill is available from 10:00 of the next day, for three months
    #[arg(long, value_name = "DAY", value_parser = day, default_value = YESTERDAY)]
    date: Date,
    /// For a trade bill ALL, SUCCESS, REFUND and others; for fund flows the account: BASIC, OPERATION or FEES
    #[arg(long = "type", value_name = "TYPE")]
    what: Option<String>,
    /// Only the rows of this sub-merchant
    #[arg(long)]
    sub_mchid: Option<String>,
    /// Writes the bill to this file instead of standard output. The file appears once its digest is verified
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    #[command(flatten)]
    source: Source,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// Orders and refunds (交易账单)
    Trade,
    /// Movements of money (资金账单)
    Fund,
}

/// The result of asking for a bill.
enum Fetched {
    File(Kept, u64),
    None(&'static str, Exit),
}

pub(crate) async fn run(arguments: &Arguments, json: bool, out: &mut dyn Write) -> Result<Exit, Failure> {
    let (kept, written) = match stop::unless_stopped(fetched(arguments)).await? {
        Fetched::File(kept, written) => (kept, written),
        Fetched::None(why, exit) => return Ok(nothing(arguments, why, exit)),
    };
    stop::exits_without(kept.aside.clone())?;
    match (json, &arguments.out) {
        (true, _) if arguments.kind == Kind::Trade => return rows::<TradeRow>(&kept.path, out),
        (true, _) => return rows::<FundFlowRow>(&kept.path, out),
        (false, None) if io::stdout().is_terminal() => {
            let text = fs::read(&kept.path).map_err(|error| unreadable(&kept.path, &error))?;
            show::bytes(&text, true, out)?;
        }
        (false, None) => {
            let mut file = File::open(&kept.path).map_err(|error| unreadable(&kept.path, &error))?;
            io::copy(&mut file, out)?;
        }
        (false, Some(path)) => {
            tell::done(&format!("{}: {written} bytes, and the digest is right", show::path(path)));
        }
    }
    Ok(Exit::Done)
}

async fn fetched(arguments: &Arguments) -> Result<Fetched, Failure> {
    let client = arguments.source.client()?;
    let bill = match asked(&client, arguments).await? {
        Asked::Ready(bill) => bill,
        Asked::Nothing => return Ok(Fetched::None("nothing happened on that day", Exit::Nothing)),
        Asked::NotYet => return Ok(Fetched::None("it is being made; ask again in 30 minutes", Exit::NotYet)),
    };
    // Even standard output gets the bill from a file, because nothing may be shown before everything is verified.
    let kept = arguments.out.clone().map_or_else(Kept::aside, |path| Ok(Kept { path, aside: None }))?;
    let bar = bar();
    let download = watched(bill.download(), &bar);
    let downloaded = client.download_file(&download, &kept.path).await;
    // The bar stays on the terminal, even if the download breaks off.
    bar.abandon();
    Ok(Fetched::File(kept, downloaded?.written))
}

async fn asked(client: &Client, arguments: &Arguments) -> Result<Asked<Bill>, Failure> {
    let (bill_date, sub_mchid) = (arguments.date, arguments.sub_mchid.clone());
    let what = arguments.what.as_ref().map(|what| what.to_uppercase());
    Ok(match arguments.kind {
        Kind::Trade => {
            let mut bill = ApplyTradeBill::new(ApplyTradeBillRequired { bill_date }).tar_type(TarType::Gzip);
            bill.sub_mchid = sub_mchid;
            bill.bill_type = what.map(choice::<BillType>).transpose()?;
            ask(client, &bill).await?
        }
        Kind::Fund => {
            let mut bill = ApplyFundFlowBill::new(ApplyFundFlowBillRequired { bill_date }).tar_type(TarType::Gzip);
            bill.sub_mchid = sub_mchid;
            bill.account_type = what.map(choice::<AccountType>).transpose()?;
            ask(client, &bill).await?
        }
    })
}

/// A day in Beijing, because bills have Beijing's days.
fn day(text: &str) -> Result<Date, String> {
    if text == YESTERDAY {
        return Ok(DateTime::now().beijing_yesterday());
    }
    Date::parse(text).map_err(|_| "expected a day such as 2026-01-31, or `yesterday`".to_owned())
}

/// A value of an enum, read as from an answer: an unknown value is refused before it is sent, with a list of the known ones.
fn choice<T: Payload>(text: String) -> Result<T, Failure> {
    wxpay::from_json(serde_json::Value::from(text).to_string().as_bytes())
        .map_err(|error| Failure::Usage(error.to_string()))
}

fn nothing(arguments: &Arguments, why: &str, exit: Exit) -> Exit {
    let text = format!("there is no bill of {}: {why}", arguments.date);
    tell::failure(&json!({ "exit": exit as u8, "error": text }), &text);
    exit
}

/// Prints one object a line, the sums last: a bill may have millions of rows. A row that cannot be read is reported in its place.
/// The exit code is `Wrong` if there is such a row, or if the sums differ from the rows.
fn rows<T: BillRow + serde::Serialize>(path: &Path, out: &mut dyn Write) -> Result<Exit, Failure>
where
    T::Summary: serde::Serialize,
{
    let unreadable = |error: BillError| Failure::Usage(format!("{}: {error}", show::path(path)));
    let mut reader = BillReader::<T, _>::open(path).map_err(unreadable)?.past_broken_rows();
    let mut differences = 0;
    for row in &mut reader {
        match row {
            Ok(row) => line(&row, out)?,
            Err(BillError::Row(BrokenRow { row, line: number, raw, reason, .. })) => {
                let broken = json!({ "row": row, "line": number, "raw": raw, "reason": reason });
                line(&json!({ "broken": broken }), out)?;
            }
            Err(BillError::Summary(SummaryDiffers { column, stated, found, .. })) => {
                let differs = json!({ "column": column, "stated": stated, "found": found });
                line(&json!({ "differs": differs }), out)?;
                differences += 1;
            }
            Err(error) => return Err(unreadable(error)),
        }
    }
    if let Some(summary) = reader.summary() {
        line(&json!({ "summary": summary }), out)?;
    }
    if differences > 0 {
        tell::warning(
            "the rows are not those that the summary counts and adds up: a row is missing, or a row is not genuine",
        );
    }
    if reader.broken() == 0 {
        return Ok(if differences == 0 { Exit::Done } else { Exit::Wrong });
    }
    tell::warning(&format!("{} rows cannot be read: the bill is incomplete without them", reader.broken()));
    Ok(Exit::Wrong)
}

fn unreadable(path: &Path, error: &io::Error) -> Failure {
    Failure::Usage(format!("{} cannot be read: {error}", show::path(path)))
}

fn line(value: &impl serde::Serialize, out: &mut dyn Write) -> Result<(), Failure> {
    Ok(writeln!(out, "{}", show::compact(value)?)?)
}

/// The downloaded file. A temporary one (`aside`) is deleted when this is dropped.
struct Kept {
    path: PathBuf,
    aside: Option<PathBuf>,
}

impl Kept {
    fn aside() -> Result<Self, Failure> {
        let random = wxpay::sign::nonce().map_err(|error| Failure::Usage(error.to_string()))?;
        let path = std::env::temp_dir().join(format!("wxpay-bill-{random}.csv"));
        Ok(Self { aside: Some(path.clone()), path })
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        let Some(path) = &self.aside else { return };
        match std::fs::remove_file(path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                tell::warning(&format!("{} could not be deleted: {error}", show::path(path)));
            }
            _ => {}
        }
    }
}

const YESTERDAY: &str = "yesterday";

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use wxpay::bill::TradeRow;

    use super::{Exit, rows};

    /// The output for a bill of two payments whose summary says `count`.
    fn printed(count: u8) -> (Exit, String) {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        let text = "交易状态,商户订单号,订单金额\n`SUCCESS,`A1,`1.00\n`SUCCESS,`A2,`2.00\n总交易单数,订单总金额\n";
        writeln!(file, "{text}`{count},`3.00").unwrap();
        let mut out = Vec::new();
        let exit = rows::<TradeRow>(file.path(), &mut out).unwrap_or_else(|_| panic!("it was not read"));
        (exit, String::from_utf8(out).unwrap())
    }

    #[test]
    fn sums_that_are_not_those_of_the_rows_are_told_and_end_with_a_code() {
        let (exit, out) = printed(2);
        assert!(matches!(exit, Exit::Done) && out.lines().count() == 3, "{out}");
        let (exit, out) = printed(1);
        assert!(matches!(exit, Exit::Wrong), "{out}");
        let lines: Vec<_> = out.lines().collect();
        assert_eq!(lines.len(), 4, "{out}");
        assert_eq!(lines[2], r#"{"differs":{"column":"总交易单数","found":"2","stated":"1"}}"#);
        assert!(lines[3].contains("summary"), "{out}");
    }
}
