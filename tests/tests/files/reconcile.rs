//! A bill compared with the merchant's books: every row and every entry is reported once.

use std::fmt;
use std::io::Cursor;

use proptest::prelude::*;
use wxpay::bill::{BillReader, Booked, Books, Entries, Finding, Foreign, Key, ReconcileError, TradeRow, reconcile};
use wxpay::pay::TradeState;
use wxpay::prelude::*;

use crate::written::{ALL, ALL_SUMS, bill, payment, refund, sums};

fn reader(rows: &[Vec<String>]) -> BillReader<TradeRow, Cursor<Vec<u8>>> {
    BillReader::new(Cursor::new(bill(ALL, rows, ALL_SUMS, &sums(rows)))).unwrap()
}

fn paid(number: &str) -> Key {
    Key::Payment(number.into())
}

#[test]
fn each_of_the_four_findings() {
    let rows = [payment("SAME", 100), payment("DEARER", 200), payment("UNKNOWN", 300), refund("SAME", "BACK", 50)];
    let mut books = Entries::from([
        (paid("SAME"), Fen::new(100)),
        (paid("DEARER"), Fen::new(199)),
        (paid("NEVER PAID"), Fen::new(400)),
        (Key::Refund("BACK".into()), Fen::new(50)),
        // A refund is not found by a payment's number.
        (Key::Refund("UNKNOWN".into()), Fen::new(300)),
    ]);
    let findings: Vec<_> = reconcile(reader(&rows), &mut books).map(Result::unwrap).collect();
    let told: Vec<String> = findings.iter().map(told).collect();
    assert_eq!(
        told,
        [
            r#"matched Payment("SAME") 100"#,
            r#"missing here Payment("UNKNOWN") 300"#,
            r#"matched Refund("BACK") 50"#,
            r#"differs Payment("DEARER") 200 199"#,
            r#"missing there Payment("NEVER PAID") 400"#,
            r#"missing there Refund("UNKNOWN") 300"#,
        ]
    );
}

#[test]
fn what_the_bill_has_twice_matches_once() {
    let mut books = Entries::from([(paid("A"), Fen::new(100))]);
    let findings = reconcile(reader(&[payment("A", 100), payment("A", 100)]), &mut books);
    let told: Vec<_> = findings.map(|finding| told(&finding.unwrap())).collect();
    assert_eq!(told, [r#"matched Payment("A") 100"#, r#"missing here Payment("A") 100"#]);
}

#[test]
fn two_orders_with_one_number_are_told_apart_by_their_amounts() {
    // Two sub-merchants may use the same number.
    for rows in [[200, 300], [300, 200]] {
        let mut books = Entries::from([(paid("A"), Fen::new(100)), (paid("A"), Fen::new(300))]);
        let findings = reconcile(reader(&rows.map(|fen| payment("A", fen))), &mut books);
        let told: Vec<_> = findings.map(|finding| told(&finding.unwrap())).collect();
        assert_eq!(told, [r#"matched Payment("A") 300"#, r#"differs Payment("A") 200 100"#], "{rows:?}");
    }
    // A row that differs does not take the entry from the row that fits.
    let mut books = Entries::from([(paid("A"), Fen::new(100))]);
    let findings = reconcile(reader(&[150, 100].map(|fen| payment("A", fen))), &mut books);
    let told: Vec<_> = findings.map(|finding| told(&finding.unwrap())).collect();
    assert_eq!(told, [r#"matched Payment("A") 100"#, r#"missing here Payment("A") 150"#]);
}

#[test]
fn a_refund_that_did_not_succeed_is_no_match() {
    let back = |number: &str| Key::Refund(number.into());
    for (status, failed) in
        [("SUCCESS", false), ("PROCESSING", false), ("", false), ("FAIL", true), ("CLOSED", true), ("CHANGE", true)]
    {
        let mut rows = [refund("A", "R1", 50), refund("A", "R2", 60), refund("A", "R3", 70)];
        rows.iter_mut().for_each(|row| row[19] = status.into());
        let mut books = Entries::from([(back("R1"), Fen::new(50)), (back("R2"), Fen::new(1))]);
        let told: Vec<_> = reconcile(reader(&rows), &mut books).map(|finding| told(&finding.unwrap())).collect();
        let expected = if failed {
            [
                r#"failed Refund("R1") 50 Some(50)"#,
                r#"failed Refund("R3") 70 None"#,
                r#"failed Refund("R2") 60 Some(1)"#,
            ]
        } else {
            [r#"matched Refund("R1") 50"#, r#"missing here Refund("R3") 70"#, r#"differs Refund("R2") 60 1"#]
        };
        assert_eq!(told, expected, "{status}");
    }
}

#[test]
fn a_row_of_another_currency_merchant_or_day_is_no_match() {
    let with = |cell: usize, text: &str| {
        let mut row = payment("A", 100);
        row[cell] = text.into();
        row
    };
    let told = |row: Vec<String>, mchid: Option<&str>, day: Option<Date>| -> Vec<String> {
        let rows = [row];
        let mut reconciled = reconcile(reader(&rows), Entries::from([(paid("A"), Fen::new(100))]));
        if let Some(mchid) = mchid {
            reconciled = reconciled.merchant(mchid);
        }
        if let Some(day) = day {
            reconciled = reconciled.day(day);
        }
        reconciled.map(|finding| told(&finding.unwrap())).collect()
    };
    let (own, today) = (Some("1900000001"), Date::new(2026, 1, 1));
    let foreign = |why: Foreign| [format!("foreign {why:?}"), r#"missing there Payment("A") 100"#.to_owned()];
    let matched = [r#"matched Payment("A") 100"#];
    assert_eq!(told(with(11, "USD"), None, None), foreign(Foreign::Currency));
    assert_eq!(told(with(11, ""), own, today), matched);
    assert_eq!(told(with(2, "1900000002"), own, today), foreign(Foreign::Merchant));
    assert_eq!(told(with(2, "1900000002"), None, today), matched, "the books name no merchant");
    for (time, fits) in [
        ("2025-12-31 23:59:59", false),
        ("2026-01-01 00:00:00", true),
        ("2026-01-01 23:59:59", true),
        ("2026-01-02 00:00:00", false),
        ("", true),
    ] {
        let expected = if fits { matched.map(str::to_owned).to_vec() } else { foreign(Foreign::Day).to_vec() };
        assert_eq!(told(with(0, time), own, today), expected, "{time}");
        assert_eq!(told(with(0, time), own, None), matched, "{time}");
    }
}

#[test]
fn a_description_that_looks_like_a_row_is_seen_by_the_summary() {
    // One payment, A. Its description ends its row, and begins a row B for which nobody has paid.
    let b = payment("B", 100);
    let row = |cells: &[String]| cells.iter().map(|cell| format!("`{cell}")).collect::<Vec<_>>().join(",");
    let rest = row(&payment("A", 100)[21..]);
    let mut a = payment("A", 100);
    a[20] = format!("tea,{rest}\n{}", row(&b[..21]));
    let bytes = bill(ALL, &[a.clone()], ALL_SUMS, &sums(&[a]));
    let mut books = Entries::from(["A", "B", "C"].map(|number| (paid(number), Fen::new(100))));
    let reader = || BillReader::<TradeRow, _>::new(Cursor::new(bytes.clone())).unwrap();
    let told: Vec<_> = reconcile(reader(), &mut books).map(|finding| told(&finding.unwrap())).collect();
    assert_eq!(
        told,
        [
            r#"matched Payment("A") 100"#,
            r#"matched Payment("B") 100"#,
            "the summary has 1 as `总交易单数`, and the rows come to 2",
            "the summary has 1.00 as `应结订单总金额`, and the rows come to 2.00",
            "the summary has 1.00 as `订单总金额`, and the rows come to 2.00",
            r#"undecided Payment("C") 100"#,
        ]
    );
}

#[test]
fn a_row_that_the_bill_has_lost_is_not_said_to_be_missing() {
    let (whole, lost) = ([payment("A", 100), payment("B", 200)], [payment("A", 100)]);
    let reader = BillReader::<TradeRow, _>::new(Cursor::new(bill(ALL, &lost, ALL_SUMS, &sums(&whole)))).unwrap();
    let books = Entries::from([(paid("A"), Fen::new(100)), (paid("B"), Fen::new(200))]);
    let told: Vec<_> = reconcile(reader, books).map(|finding| told(&finding.unwrap())).collect();
    assert_eq!(
        told,
        [
            r#"matched Payment("A") 100"#,
            "the summary has 2 as `总交易单数`, and the rows come to 1",
            "the summary has 3.00 as `应结订单总金额`, and the rows come to 1.00",
            "the summary has 3.00 as `订单总金额`, and the rows come to 1.00",
            r#"undecided Payment("B") 200"#,
        ]
    );
}

#[test]
fn a_reversal_is_for_people() {
    let mut row = payment("A", 100);
    row[9] = "REVOKED".into();
    let findings: Vec<_> = reconcile(reader(&[row]), Entries::default()).map(Result::unwrap).collect();
    assert!(matches!(&findings[..], [Finding::Other(row)] if row.trade_state == Some(TradeState::Revoked)));
}

#[test]
fn a_bill_without_numbers_or_amounts_cannot_be_compared() {
    for bytes in [
        "交易状态,订单金额\n`SUCCESS,`1.00\n总交易单数\n`1\n",
        "交易状态,商户订单号\n`SUCCESS,`A\n总交易单数\n`1\n",
        "商户订单号,订单金额\n`A,`1.00\n总交易单数\n`1\n",
        "交易状态,商户退款单号,申请退款金额\n`REFUND,`0,`1.00\n总交易单数\n`1\n",
    ] {
        let reader = BillReader::<TradeRow, _>::new(Cursor::new(bytes)).unwrap();
        let mut findings = reconcile(reader, Entries::from([(paid("A"), Fen::new(100))]));
        assert!(matches!(findings.next(), Some(Err(ReconcileError::Columns(_)))), "{bytes}");
        assert!(findings.next().is_none(), "nothing is reported missing");
    }
}

#[test]
fn with_a_broken_row_nothing_is_said_to_be_missing_in_the_bill() {
    let mut broken = payment("TORN", 200);
    broken[20] = "tea\npot".into();
    let rows = [payment("A", 100), broken, payment("B", 300)];
    let books = || ["A", "B", "TORN", "NEVER PAID"].map(|number| (paid(number), Fen::new(100)));
    let findings = reconcile(reader(&rows).past_broken_rows(), Entries::from(books()));
    let told: Vec<_> = findings.map(|finding| told(&finding.unwrap())).collect();
    assert_eq!(
        told,
        [
            r#"matched Payment("A") 100"#,
            "broken 2",
            r#"differs Payment("B") 300 100"#,
            r#"undecided Payment("NEVER PAID") 100"#,
            r#"undecided Payment("TORN") 100"#,
        ]
    );
    let mut findings = reconcile(reader(&rows), Entries::from(books()));
    assert!(findings.next().unwrap().is_ok());
    assert!(matches!(findings.next(), Some(Err(ReconcileError::Bill(_)))), "unless the reader goes past it");
    assert!(findings.next().is_none());
}

#[test]
fn books_that_fail_and_a_bill_that_is_cut_off_end_it() {
    struct Torn;

    #[derive(Debug)]
    struct Page;

    impl fmt::Display for Page {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a page is missing")
        }
    }

    impl std::error::Error for Page {}

    impl Books for Torn {
        type Error = Page;

        fn begin(&mut self) -> Result<(), Page> {
            Ok(())
        }

        fn cross_off(&mut self, _: &Key, _: Fen) -> Result<Option<Fen>, Page> {
            Err(Page)
        }

        fn take_left(&mut self) -> Result<Option<Booked>, Page> {
            panic!("a bill that is not read to its end reports nothing missing");
        }
    }

    let mut findings = reconcile(reader(&[payment("A", 100)]), Torn);
    assert_eq!(findings.next().unwrap().unwrap_err().to_string(), "the books failed: a page is missing");
    assert!(findings.next().is_none());

    let cut = format!("{ALL}\n");
    let mut findings = reconcile(BillReader::<TradeRow, _>::new(Cursor::new(cut)).unwrap(), Torn);
    assert!(matches!(findings.next(), Some(Err(ReconcileError::Bill(_)))));
    assert!(findings.next().is_none());
}

proptest! {
    #[test]
    fn every_row_and_every_entry_is_told_of_once(
        there in proptest::collection::btree_map("[A-F]", 1..4_i64, 0..6),
        here in proptest::collection::btree_map("[A-F]", 1..4_i64, 0..6),
    ) {
        let rows: Vec<_> = there.iter().map(|(number, fen)| payment(number, *fen)).collect();
        let mut books: Entries = here.iter().map(|(number, fen)| (paid(number), Fen::new(*fen))).collect();
        let mut findings: Vec<_> = reconcile(reader(&rows), &mut books).map(|finding| told(&finding.unwrap())).collect();
        let mut expected = Vec::new();
        for number in there.keys().chain(here.keys().filter(|number| !there.contains_key(*number))) {
            expected.push(match (there.get(number), here.get(number)) {
                (Some(bill), Some(book)) if bill == book => format!("matched Payment({number:?}) {bill}"),
                (Some(bill), Some(book)) => format!("differs Payment({number:?}) {bill} {book}"),
                (Some(bill), None) => format!("missing here Payment({number:?}) {bill}"),
                (None, book) => format!("missing there Payment({number:?}) {}", book.unwrap()),
            });
        }
        findings.sort();
        expected.sort();
        prop_assert_eq!(&findings, &expected);
        // Half of it, as by a process that dies, then all of it again.
        reconcile(reader(&rows), &mut books).take(findings.len() / 2).for_each(drop);
        let mut again: Vec<_> = reconcile(reader(&rows), &mut books).map(|finding| told(&finding.unwrap())).collect();
        again.sort();
        prop_assert_eq!(again, expected);
    }
}

fn told(finding: &Finding) -> String {
    match finding {
        Finding::Matched(line) => format!("matched {:?} {}", line.key, line.amount.get()),
        Finding::AmountDiffers { line, booked } => {
            format!("differs {:?} {} {}", line.key, line.amount.get(), booked.get())
        }
        Finding::MissingHere(line) => format!("missing here {:?} {}", line.key, line.amount.get()),
        Finding::MissingThere(booked) => format!("missing there {:?} {}", booked.key, booked.amount.get()),
        Finding::RefundFailed { line, booked } => {
            format!("failed {:?} {} {:?}", line.key, line.amount.get(), booked.map(Fen::get))
        }
        Finding::Foreign { why, .. } => format!("foreign {why:?}"),
        Finding::Summary(differs) => differs.to_string(),
        Finding::Broken(row) => format!("broken {}", row.row),
        Finding::Undecided(booked) => format!("undecided {:?} {}", booked.key, booked.amount.get()),
        other => format!("{other:?}"),
    }
}
