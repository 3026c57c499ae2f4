//! Movements of an account, compared with the merchant's books: outgoing money is found by either number, and fees are rows of
//! their own.

use std::io::Cursor;

use wxpay::bill::{BillReader, Entries, Finding, FundFlowRow, Key, ReconcileError, reconcile};
use wxpay::prelude::*;

use crate::written::{FLOW, FLOW_SUMS, bill, flow_sums, yuan};

/// A row: the business and its kind, WeChat Pay's number, the merchant's number, and the amount that moved.
fn row(business: &str, kind: &str, theirs: &str, ours: &str, fen: i64) -> Vec<String> {
    let direction = if fen < 0 { "支出" } else { "收入" };
    let cells = [
        "2026-01-01 10:00:00",
        theirs,
        "FLOW",
        business,
        kind,
        direction,
        &yuan(fen.abs()),
        "0.00",
        "system",
        "",
        ours,
    ];
    cells.map(str::to_owned).to_vec()
}

fn told(rows: &[Vec<String>], books: &mut Entries) -> Vec<String> {
    let bytes = bill(FLOW, rows, FLOW_SUMS, &flow_sums(rows));
    let reader = BillReader::<FundFlowRow, _>::new(Cursor::new(bytes)).unwrap();
    let told = |finding: Finding<FundFlowRow>| match finding {
        Finding::Matched(line) => format!("matched {:?} {}", line.key, line.amount.get()),
        Finding::AmountDiffers { line, booked } => {
            format!("differs {:?} {} {}", line.key, line.amount.get(), booked.get())
        }
        Finding::MissingHere(line) => format!("missing here {:?} {}", line.key, line.amount.get()),
        Finding::MissingThere(booked) => format!("missing there {:?} {}", booked.key, booked.amount.get()),
        Finding::Fee(line) => format!("fee {:?} {}", line.key, line.amount.get()),
        Finding::Other(row) => format!("other {}", row.business),
        finding => panic!("{finding:?}"),
    };
    reconcile(reader, books).map(|finding| told(finding.unwrap())).collect()
}

fn fen(key: fn(String) -> Key, number: &str, fen: i64) -> (Key, Fen) {
    (key(number.to_owned()), Fen::new(fen))
}

#[test]
fn each_business_is_found_by_the_merchants_number_and_by_wechat_pays() {
    let rows = [
        row("交易", "交易", "4200", "ORDER1", 100),
        row("退款", "退款", "5030", "REFUND1", -30),
        row("企业付款", "企业付款", "1330", "BILL1", -500),
        row("分账", "分账", "3008", "SHARE1", -20),
        row("分账", "分账回退", "3009", "RETURN1", 5),
    ];
    let wanted = [
        fen(Key::Payment, "ORDER1", 100),
        fen(Key::Refund, "REFUND1", -30),
        fen(Key::Transfer, "BILL1", -500),
        fen(Key::Share, "SHARE1", -20),
        fen(Key::Return, "RETURN1", 5),
    ];
    let matched: Vec<_> = wanted.iter().map(|(key, fen)| format!("matched {key:?} {}", fen.get())).collect();
    assert_eq!(told(&rows, &mut Entries::from(wanted)), matched);

    let theirs = [
        fen(Key::Payment, "4200", 100),
        fen(Key::Refund, "5030", -30),
        fen(Key::Transfer, "1330", -500),
        fen(Key::Share, "3008", -20),
        fen(Key::Return, "3009", 5),
    ];
    let matched: Vec<_> = theirs.iter().map(|(key, fen)| format!("matched {key:?} {}", fen.get())).collect();
    assert_eq!(told(&rows, &mut Entries::from(theirs)), matched);
}

#[test]
fn one_number_for_everything_confuses_nothing() {
    let rows = [
        row("退款", "退款", "5030", "N1", -30),
        row("企业付款", "企业付款", "1330", "N1", -500),
        row("分账", "分账回退", "3009", "N1", 5),
        row("分账", "分账", "3008", "N1", -20),
        row("交易", "交易", "4200", "N1", 100),
    ];
    let mut books = Entries::from([
        fen(Key::Payment, "N1", 100),
        fen(Key::Refund, "N1", -30),
        fen(Key::Transfer, "N1", -500),
        fen(Key::Share, "N1", -20),
        fen(Key::Return, "N1", 5),
    ]);
    assert!(told(&rows, &mut books).iter().all(|finding| finding.starts_with("matched ")));
}

#[test]
fn what_goes_out_is_told_of_in_every_way_that_it_can_differ() {
    let rows = [
        row("企业付款", "企业付款", "1331", "DEARER", -501),
        row("企业付款", "企业付款", "1332", "UNKNOWN", -700),
        row("企业付款", "企业付款", "1333", "CAME BACK", -300),
        row("企业付款", "企业付款", "1333", "CAME BACK", 300),
        row("退款", "退款", "5031", "WRONG WAY", -10),
    ];
    let mut books = Entries::from([
        fen(Key::Transfer, "DEARER", -500),
        fen(Key::Transfer, "CAME BACK", -300),
        fen(Key::Transfer, "NEVER SENT", -900),
        fen(Key::Refund, "WRONG WAY", 10),
    ]);
    assert_eq!(
        told(&rows, &mut books),
        [
            r#"missing here Transfer("1332") -700"#,
            r#"matched Transfer("CAME BACK") -300"#,
            r#"missing here Transfer("1333") 300"#,
            r#"differs Transfer("DEARER") -501 -500"#,
            r#"differs Refund("WRONG WAY") -10 10"#,
            r#"missing there Transfer("NEVER SENT") -900"#,
        ]
    );
}

#[test]
fn the_shares_of_one_sharing_are_told_apart_by_their_amounts() {
    let rows = [20, 30, 10].map(|share: i64| row("分账", "分账", "3008", "SHARE1", -share));
    let mut books = Entries::from([10, 20, 31].map(|share| fen(Key::Share, "SHARE1", -share)));
    let expected =
        [r#"matched Share("SHARE1") -20"#, r#"matched Share("SHARE1") -10"#, r#"differs Share("SHARE1") -30 -31"#];
    assert_eq!(told(&rows, &mut books), expected);
    // The share that differs comes first, and does not take the other's entry.
    for booked in [[-100, -200], [-200, -100]] {
        let rows = [150, 200].map(|share: i64| row("分账", "分账", "3008", "SHARE1", -share));
        let mut books = Entries::from(booked.map(|share| fen(Key::Share, "SHARE1", share)));
        let expected = [r#"matched Share("SHARE1") -200"#, r#"differs Share("SHARE1") -150 -100"#];
        assert_eq!(told(&rows, &mut books), expected, "{booked:?}");
    }
}

#[test]
fn what_happens_to_have_the_number_of_an_entry_does_not_take_it() {
    let paid = || row("交易", "交易", "4200", "A1", 100);
    for (other, said) in [
        (row("充值/提现", "提现", "9000", "A1", -500), "other 充值/提现"),
        (row("充值/提现", "提现", "4200", "A1", 100), "other 充值/提现"),
        (row("代金券/立减/折扣", "代金券/立减/折扣", "4200", "A1", 50), "other 代金券/立减/折扣"),
        (row("代金券/立减/折扣", "代金券/立减/折扣", "4200", "A1", 100), "other 代金券/立减/折扣"),
        (row("交易保障金", "交易", "4200", "A1", -500), "other 交易保障金"),
        (row("新的业务", "新的业务", "4200", "A1", 99), "other 新的业务"),
    ] {
        let mut books = Entries::from([fen(Key::Payment, "A1", 100)]);
        assert_eq!(told(&[other, paid()], &mut books), [said, r#"matched Payment("A1") 100"#]);
    }
    let back = row("分账", "分账回退", "3009", "SHARE1", 40);
    let mut books = Entries::from([fen(Key::Share, "SHARE1", -100)]);
    let expected = [r#"missing here Return("3009") 40"#, r#"matched Share("SHARE1") -100"#];
    assert_eq!(told(&[back.clone(), row("分账", "分账", "3008", "SHARE1", -100)], &mut books), expected);
    // Without its own row, the share is missing.
    let expected = [r#"missing here Return("3009") 40"#, r#"missing there Share("SHARE1") -100"#];
    assert_eq!(told(std::slice::from_ref(&back), &mut books), expected);
    // A receiver's own share is incoming, and may differ.
    let mut books = Entries::from([fen(Key::Share, "SHARE1", 50)]);
    assert_eq!(told(&[back], &mut books), [r#"differs Share("SHARE1") 40 50"#]);
}

#[test]
fn a_fee_is_no_payment_and_is_matched_only_where_the_books_have_it() {
    let rows = [
        row("交易", "扣除交易手续费", "4200", "ORDER1", -1),
        row("交易", "扣除交易手续费", "4201", "ORDER2", -1),
        row("退款", "退还交易手续费", "5030", "REFUND1", 1),
    ];
    let mut books = Entries::from([fen(Key::Payment, "ORDER1", -1), fen(Key::Fee, "4201", -1)]);
    assert_eq!(
        told(&rows, &mut books),
        [
            r#"fee Fee("4200") -1"#,
            r#"matched Fee("4201") -1"#,
            r#"fee Fee("5030") 1"#,
            r#"missing there Payment("ORDER1") -1"#,
        ]
    );
}

#[test]
fn under_a_name_that_nobody_knows_a_movement_is_found_all_the_same() {
    let rows = [
        row("新的业务", "商家转账", "1330", "BILL1", -500),
        row("充值/提现", "提现", "", "", -100),
        row("充值/提现", "充值", "9000", "0", 100),
    ];
    let mut books = Entries::from([fen(Key::Transfer, "BILL1", -500)]);
    assert_eq!(told(&rows, &mut books), [r#"matched Transfer("BILL1") -500"#, "other 充值/提现", "other 充值/提现"]);
}

#[test]
fn a_bill_without_directions_or_amounts_cannot_be_compared() {
    for bytes in [
        "微信支付业务单号,业务名称,收支金额(元)\n`1,`交易,`1.00\n资金流水总笔数\n`1\n",
        "微信支付业务单号,业务名称,收支类型\n`1,`交易,`收入\n资金流水总笔数\n`1\n",
    ] {
        let reader = BillReader::<FundFlowRow, _>::new(Cursor::new(bytes)).unwrap();
        let mut findings = reconcile(reader, Entries::from([fen(Key::Payment, "1", 100)]));
        assert!(matches!(findings.next(), Some(Err(ReconcileError::Columns(_)))), "{bytes}");
        assert!(findings.next().is_none(), "nothing is reported missing");
    }
}
