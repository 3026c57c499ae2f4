//! A bill against one's own books: every row and every entry is told of, once.

use std::fmt;
use std::io::Cursor;

use proptest::prelude::*;
use wxpay::bill::{BillReader, Booked, Books, Entries, Finding, Key, ReconcileError, TradeRow, reconcile};
use wxpay::pay::TradeState;
use wxpay::prelude::*;

use crate::written::{ALL, ALL_SUMS, bill, payment, refund, sums};

fn reader(rows: &[Vec<String>]) -> BillReader<TradeRow, Cursor<Vec<u8>>> {
    BillReader::new(Cursor::new(bill(ALL, rows, ALL_SUMS, &sums(rows.len())))).unwrap()
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
        // A refund is not found by the number of a payment.
        (Key::Refund("UNKNOWN".into()), Fen::new(300)),
    ]);
    let findings: Vec<_> = reconcile(reader(&rows), &mut books).map(Result::unwrap).collect();
    let told: Vec<String> = findings.iter().map(told).collect();
    assert_eq!(
        told,
        [
            r#"matched Payment("SAME") 100"#,
            r#"differs Payment("DEARER") 200 199"#,
            r#"missing here Payment("UNKNOWN") 300"#,
            r#"matched Refund("BACK") 50"#,
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
        assert!(findings.next().is_none(), "nothing is said to be missing");
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
            panic!("a bill that was not read to its end says of nothing that it is missing");
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
        // Half of it, as by a process that dies, and then all of it once more.
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
        Finding::Broken(row) => format!("broken {}", row.row),
        Finding::Undecided(booked) => format!("undecided {:?} {}", booked.key, booked.amount.get()),
        other => format!("{other:?}"),
    }
}
