//! Bills, read to the first error and past broken rows.
//!
//! The first line is the kind: `fund` for movements of money, anything else for orders and refunds. The rest is the file.
#![no_main]

use std::fmt::Debug;

use libfuzzer_sys::fuzz_target;
use serde::Serialize;
use wxpay::bill::{
    BillError, BillReader, BillRow, Comparable, Entries, Finding, FundFlowRow, Key, TradeRow, reconcile,
};
use wxpay::prelude::*;
use wxpay_fuzz::cut;

fuzz_target!(|data: &[u8]| {
    let (kind, file) = cut(data, b"\n");
    if kind == b"fund" {
        both_ways::<FundFlowRow>(file);
        compared::<FundFlowRow>(file);
    } else {
        both_ways::<TradeRow>(file);
        compared::<TradeRow>(file);
    }
});

fn both_ways<T: BillRow + Debug + PartialEq + Serialize>(file: &[u8])
where
    T::Summary: Debug + PartialEq + Serialize,
{
    let Ok(mut strict) = BillReader::<T, _>::new(file) else { return };
    let mut past = BillReader::<T, _>::new(file).unwrap().past_broken_rows();
    let (mut rows, mut broken) = (Vec::new(), 0);
    let mut ended_well = true;
    for row in past.by_ref() {
        assert!(ended_well, "something follows the last error");
        match row {
            Ok(row) => {
                serde_json::to_string(&row).unwrap();
                rows.push(row);
            }
            Err(BillError::Row(row)) => {
                broken += 1;
                assert_eq!(row.row, rows.len() as u64 + broken);
                assert!(!row.raw.is_empty() && !row.to_string().is_empty());
            }
            Err(error) => ended_well = error.to_string().is_empty(),
        }
    }
    assert_eq!((past.broken(), past.summary().is_some()), (broken, ended_well));
    let mut read = 0;
    for row in strict.by_ref() {
        match row {
            Ok(row) => {
                assert_eq!(row, rows[read]);
                read += 1;
            }
            Err(error) => assert!(broken > 0 || !ended_well, "{error}"),
        }
    }
    if strict.summary().is_some() {
        assert_eq!((strict.summary(), read, broken), (past.summary(), rows.len(), 0));
    }
}

/// A row that could not be read is never reported as missing in the bill.
fn compared<R: Comparable>(file: &[u8]) {
    let Ok(reader) = BillReader::<R, _>::new(file) else { return };
    let books = Entries::from([(Key::Payment("T1".to_owned()), Fen::new(100))]);
    let mut complete = true;
    for finding in reconcile(reader.past_broken_rows(), books) {
        match finding {
            Ok(Finding::Broken(_)) => complete = false,
            Ok(Finding::MissingThere(_)) => assert!(complete),
            Ok(Finding::Undecided(_)) => assert!(!complete),
            _ => {}
        }
    }
}
