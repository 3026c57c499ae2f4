//! Bills: read row by row as they were written, or not at all.

use std::io::Cursor;

use proptest::prelude::*;
use wxpay::bill::{BillError, BillReader, BillRow, BrokenRow, Direction, FundFlowRow, TradeRow};
use wxpay::pay::{TradeState, TradeType};
use wxpay::prelude::*;
use wxpay::refund::RefundStatus;

use crate::written::{ALL, ALL_SUMS, FLOW, FLOW_SUMS, bill, payment, refund, sums, text};

type Reader<T> = BillReader<T, Cursor<Vec<u8>>>;

fn read<T: BillRow>(bytes: Vec<u8>) -> Result<(Vec<T>, Reader<T>), BillError> {
    let mut reader = BillReader::new(Cursor::new(bytes))?;
    let rows = reader.by_ref().collect::<Result<_, _>>()?;
    Ok((rows, reader))
}

fn refused(bytes: impl Into<Vec<u8>>) -> String {
    match read::<TradeRow>(bytes.into()) {
        Ok((rows, _)) => panic!("it was read: {rows:?}"),
        Err(error) => error.to_string(),
    }
}

#[test]
fn a_payment_and_its_refund_are_typed() {
    let rows = [payment("ORDER1", 12_345), refund("ORDER1", "REFUND1", 45)];
    let summed = ["2", "123.45", "0.45", "0.00", "0.00000", "123.45", "0.45"].map(str::to_owned);
    let (rows, reader) = read::<TradeRow>(bill(ALL, &rows, ALL_SUMS, &summed)).unwrap();
    let [paid, refunded] = rows.try_into().unwrap();
    assert_eq!(paid.time.unwrap().to_string(), "2026-01-01T12:34:56+08:00");
    assert_eq!((paid.out_trade_no.as_str(), paid.transaction_id.as_str()), ("ORDER1", "4200000001"));
    assert_eq!((paid.trade_type, paid.trade_state), (Some(TradeType::App), Some(TradeState::Success)));
    assert_eq!((paid.total, paid.settlement_total), (Some(Fen::new(12_345)), Some(Fen::new(12_345))));
    assert_eq!((paid.description.as_str(), paid.rate.as_str(), paid.refund_status), ("A teapot, blue", "0.60%", None));
    let fee = paid.fee.unwrap();
    assert_eq!((fee.as_str(), fee.fen()), ("0.00600", None), "a fraction of a fen is not an amount");
    assert_eq!(paid.other, []);

    assert_eq!((refunded.out_refund_no.as_str(), refunded.requested_refund), ("REFUND1", Some(Fen::new(45))));
    assert_eq!((refunded.trade_state, refunded.refund_status), (Some(TradeState::Refund), Some(RefundStatus::Success)));
    let sums = reader.summary().unwrap();
    assert_eq!((sums.count, sums.total, sums.refund), (Some(2), Some(Fen::new(12_345)), Some(Fen::new(45))));
    assert_eq!(sums.fee.as_ref().and_then(|fee| fee.fen()), Some(Fen::new(0)));
}

#[test]
fn movements_of_money_are_typed() {
    let row = [
        "2026-01-01 12:34:56",
        "4200000001",
        "1000000001",
        "交易",
        "交易",
        "收入",
        "1.00",
        "-7.50",
        "system",
        "a, b",
        "ORDER1",
    ];
    let summed = ["1", "1", "1.00", "0", "0.00"].map(str::to_owned);
    for names in [FLOW.to_owned(), FLOW.replace("(元)", "（元）"), FLOW.replace("(元)", "")] {
        let (rows, reader) = read::<FundFlowRow>(bill(&names, &[row.map(str::to_owned)], FLOW_SUMS, &summed)).unwrap();
        let [moved] = rows.try_into().unwrap();
        assert_eq!((moved.direction, moved.amount), (Some(Direction::Income), Some(Fen::new(100))));
        assert_eq!(
            (moved.balance, moved.note.as_str(), moved.voucher.as_str()),
            (Some(Fen::new(-750)), "a, b", "ORDER1")
        );
        let sums = reader.summary().unwrap();
        assert_eq!((sums.income_count, sums.income, sums.expense), (Some(1), Some(Fen::new(100)), Some(Fen::new(0))));
    }
}

#[test]
fn columns_are_found_by_name_and_unknown_ones_are_kept() {
    let bytes = "订单金额,新的一列,商户订单号\n`1.00,`something, new,`ORDER1\n总交易单数,新的总数\n`1,`9\n";
    let (rows, reader) = read::<TradeRow>(bytes.into()).unwrap();
    let [row] = rows.try_into().unwrap();
    assert_eq!((row.total, row.out_trade_no.as_str()), (Some(Fen::new(100)), "ORDER1"));
    assert_eq!(row.other, [("新的一列".to_owned(), "something, new".to_owned())]);
    assert_eq!((row.time, row.settlement_total, row.appid.as_str()), (None, None, ""), "a missing column is absent");
    assert_eq!(reader.columns(), ["订单金额", "新的一列", "商户订单号"]);
    assert_eq!(reader.summary().unwrap().other, [("新的总数".to_owned(), "9".to_owned())]);
}

#[test]
fn the_names_of_older_bills_are_known() {
    let bytes = "总金额,子商户号,企业红包金额\n`1.00,`1900000109,`0.10\n总交易单数,总交易额\n`1,`1.00\n";
    let (rows, reader) = read::<TradeRow>(bytes.into()).unwrap();
    assert_eq!((rows[0].settlement_total, rows[0].coupon), (Some(Fen::new(100)), Some(Fen::new(10))));
    assert_eq!(
        (rows[0].sub_mchid.as_str(), reader.summary().unwrap().settlement_total),
        ("1900000109", Some(Fen::new(100)))
    );
}

#[test]
fn names_may_have_back_ticks_and_lines_may_end_anyhow() {
    let plain = bill(ALL, &[payment("ORDER1", 100)], ALL_SUMS, &sums(&[payment("ORDER1", 100)]));
    let text = String::from_utf8(plain.clone()).unwrap();
    let ticked = |names: &str| format!("`{}", names.replace(',', ",`"));
    let expected = read::<TradeRow>(plain).unwrap().0;
    for other in [
        text.replace(ALL, &ticked(ALL)).replace(ALL_SUMS, &ticked(ALL_SUMS)),
        text.replace("\r\n", "\n"),
        text.trim_end().to_owned(),
        text.trim_start_matches('\u{feff}').to_owned(),
        format!("{text}\r\n\r\n"),
    ] {
        let (rows, reader) = read::<TradeRow>(other.into()).unwrap();
        assert_eq!((rows, reader.summary().unwrap().count), (expected.clone(), Some(1)));
    }
}

#[test]
fn a_day_without_rows_has_a_summary() {
    let (rows, reader) = read::<TradeRow>(bill::<Vec<String>>(ALL, &[], ALL_SUMS, &sums::<Vec<String>>(&[]))).unwrap();
    assert_eq!((rows.len(), reader.summary().unwrap().count), (0, Some(0)));
}

#[test]
fn a_bill_without_its_end_is_an_error_wherever_it_was_cut() {
    let rows = [payment("ORDER1", 100), payment("ORDER2", 100)];
    let whole = bill(ALL, &rows, ALL_SUMS, &sums(&rows));
    // A bill that lacks only the end of its last line is complete.
    let last_cell = whole.len() - "`0.00\r\n".len();
    for length in 0..last_cell {
        let result = read::<TradeRow>(whole[..length].to_vec());
        assert!(result.is_err(), "cut at {length}: {:?}", String::from_utf8_lossy(&whole[..length]));
    }
}

#[test]
fn what_is_not_as_documented_is_said_with_its_line() {
    let row = |change: &dyn Fn(&mut Vec<String>)| {
        let mut rows = [payment("ORDER1", 100), payment("ORDER2", 100)];
        change(&mut rows[1]);
        refused(bill(ALL, &rows, ALL_SUMS, &sums(&rows)))
    };
    assert_eq!(row(&|row| row.truncate(26)), "line 3 has 26 cells under 27 columns");
    assert_eq!(row(&|row| row[20] = "a,`b".into()), "line 3 has 28 cells under 27 columns");
    for wrong in ["1", "2026-01-01T00:00:00", "2026-02-30 00:00:00"] {
        let expected = "line 3: `交易时间` is not a time such as 2026-01-01 12:00:00";
        assert_eq!(row(&|row| row[0] = wrong.into()), expected, "{wrong}");
    }
    for wrong in ["1.001", "1e3", "一", "+1.00", "92233720368547758.08"] {
        assert_eq!(row(&|row| row[24] = wrong.into()), "line 3: `订单金额` is not an amount in yuan", "{wrong}");
    }
    assert_eq!(row(&|row| row[22] = "free".into()), "line 3: `手续费` is not a fee in yuan");
    let flow = bill::<Vec<String>>(FLOW, &[], FLOW_SUMS, &["0", "0", "0.00", "0", "0.00"].map(str::to_owned));
    assert_eq!(refused(flow), "line 1 has no column of this bill");
    assert_eq!(refused("{\"code\":\"PARAM_ERROR\"}"), "line 1 has no column of this bill");
    assert_eq!(refused(format!("{ALL},费率\n")), "line 1 has the column `费率` twice");
    assert_eq!(refused(vec![0xff; 10]), "line 1 is not valid UTF-8");
    assert_eq!(refused(vec![b'x'; 2 << 20]), "line 1 is too long");
    let more =
        [bill(ALL, &[payment("ORDER1", 100)], ALL_SUMS, &sums(&[payment("ORDER1", 100)])), b"`1\r\n".to_vec()].concat();
    assert_eq!(refused(more), "line 5 comes after the end of the bill");
}

#[test]
fn after_an_error_there_is_no_row() {
    let mut wrong = payment("ORDER1", 100);
    wrong[0] = "yesterday".into();
    let rows = [wrong, payment("ORDER2", 100)];
    let bytes = bill(ALL, &rows, ALL_SUMS, &sums(&rows));
    let mut reader = BillReader::<TradeRow, _>::new(Cursor::new(bytes)).unwrap();
    assert!(reader.next().unwrap().is_err());
    assert!(reader.next().is_none());
    assert!(reader.summary().is_none());
}

#[test]
fn blanks_between_date_and_time_may_be_several() {
    for blanks in [" ", "  ", "   "] {
        let mut row = payment("ORDER1", 100);
        row[0] = format!("2016-05-04{blanks}02:18:18");
        let (rows, _) = read::<TradeRow>(bill(ALL, &[row.clone()], ALL_SUMS, &sums(&[row]))).unwrap();
        assert_eq!(rows[0].time.unwrap().to_string(), "2016-05-04T02:18:18+08:00");
    }
}

/// The number of rows before the errors, and the errors, if the summary is changed.
fn differs(row: &[String], change: impl Fn(&mut Vec<String>)) -> (usize, Vec<String>) {
    let rows = [row.to_vec(), refund("ORDER1", "REFUND1", 45)];
    let mut summed = sums(&rows);
    change(&mut summed);
    let reader = BillReader::<TradeRow, _>::new(Cursor::new(bill(ALL, &rows, ALL_SUMS, &summed))).unwrap();
    let (rows, errors): (Vec<_>, Vec<_>) = reader.partition(Result::is_ok);
    (rows.len(), errors.into_iter().map(|error| error.unwrap_err().to_string()).collect())
}

#[test]
fn a_summary_that_does_not_say_what_the_rows_come_to_is_an_error_behind_the_last_row() {
    let paid = payment("ORDER1", 100);
    assert_eq!(differs(&paid, |_| {}), (2, Vec::new()));
    for (column, stated, said) in [
        (0, "1", "the summary has 1 as `总交易单数`, and the rows come to 2"),
        (0, "3", "the summary has 3 as `总交易单数`, and the rows come to 2"),
        (1, "0.99", "the summary has 0.99 as `应结订单总金额`, and the rows come to 1.00"),
        (2, "0.44", "the summary has 0.44 as `退款总金额`, and the rows come to 0.45"),
        (3, "0.01", "the summary has 0.01 as `充值券退款总金额`, and the rows come to 0.00"),
        (5, "2.00", "the summary has 2.00 as `订单总金额`, and the rows come to 1.00"),
        (6, "-0.45", "the summary has -0.45 as `申请退款总金额`, and the rows come to 0.45"),
    ] {
        assert_eq!(differs(&paid, |sums| sums[column] = stated.into()), (2, vec![said.to_owned()]));
    }
    let two = differs(&paid, |sums| {
        sums[0] = "9".into();
        sums[6] = "9.00".into();
    });
    assert_eq!(two.1.len(), 2);
    // No page says which rows a sum covers: the amount of a reversal may be in it or not.
    let mut reversed = payment("ORDER1", 100);
    reversed[9] = "REVOKED".into();
    for stated in ["0.00", "1.00"] {
        assert_eq!(differs(&reversed, |sums| sums[5] = stated.into()).1, [""; 0], "{stated}");
    }
    assert_eq!(differs(&reversed, |sums| sums[5] = "0.50".into()).1.len(), 1);
}

#[test]
fn a_summary_of_movements_is_compared_as_documented() {
    let row = |direction: &str, fen: &str| {
        ["2026-01-01 12:34:56", "4200", "1000", "交易", "交易", direction, fen, "0.00", "system", "", "N1"]
            .map(str::to_owned)
    };
    let rows = [row("收入", "1.00"), row("收入", "2.00"), row("支出", "0.50")];
    let said = |summed: [&str; 5]| -> Vec<String> {
        let bytes = bill(FLOW, &rows, FLOW_SUMS, &summed.map(str::to_owned));
        let reader = BillReader::<FundFlowRow, _>::new(Cursor::new(bytes)).unwrap();
        reader.filter_map(Result::err).map(|error| error.to_string()).collect()
    };
    assert_eq!(said(["3.0", "2.0", "3.00", "1", "0.5"]), [""; 0]);
    assert_eq!(
        said(["2", "1", "1.00", "2", "1.50"]),
        [
            "the summary has 2 as `资金流水总笔数`, and the rows come to 3",
            "the summary has 1 as `收入笔数`, and the rows come to 2",
            "the summary has 1.00 as `收入金额`, and the rows come to 3.00",
            "the summary has 2 as `支出笔数`, and the rows come to 1",
            "the summary has 1.50 as `支出金额`, and the rows come to 0.50",
        ]
    );
}

/// The order numbers of the rows that were read, the broken rows, and the reader.
fn past(bytes: Vec<u8>) -> (Vec<String>, Vec<BrokenRow>, Reader<TradeRow>) {
    let mut reader = BillReader::<TradeRow, _>::new(Cursor::new(bytes)).unwrap().past_broken_rows();
    let (mut read, mut broken) = (Vec::new(), Vec::new());
    for row in reader.by_ref() {
        match row {
            Ok(row) => read.push(row.out_trade_no),
            Err(BillError::Row(row)) => broken.push(row),
            // The rest of a row with a line feed may count as one more row.
            Err(BillError::Summary(_)) => {}
            Err(error) => panic!("{error}"),
        }
    }
    (read, broken, reader)
}

fn broken(cell: usize, text: &str) -> Vec<String> {
    let mut row = payment("T2", 100);
    row[cell] = text.to_owned();
    row
}

#[test]
fn a_broken_row_is_told_and_those_around_it_are_read() {
    for (row, line, error) in [
        (broken(20, "tea\npot"), 3, "row 2 cannot be read: line 3 has 21 cells under 27 columns"),
        (broken(20, "tea\r\n\r\npot"), 3, "row 2 cannot be read: line 3 has 21 cells under 27 columns"),
        (broken(21, "a,`b"), 3, "row 2 cannot be read: line 3 has 28 cells under 27 columns"),
        (
            broken(0, "yesterday"),
            3,
            "row 2 cannot be read: line 3: `交易时间` is not a time such as 2026-01-01 12:00:00",
        ),
        (broken(20, &"x".repeat(2 << 20)), 3, "row 2 cannot be read: line 3 is too long"),
    ] {
        let rows = [payment("T1", 100), row, payment("T3", 100)];
        let (read, broken, reader) = past(bill(ALL, &rows, ALL_SUMS, &sums(&rows)));
        assert_eq!(read, ["T1", "T3"], "{error}");
        assert_eq!((broken.len(), reader.broken()), (1, 1), "{broken:?}");
        assert_eq!((broken[0].row, broken[0].line, broken[0].to_string().as_str()), (2, line, error));
        assert!(broken[0].raw.starts_with('`') && broken[0].raw.contains(",`T2,`") && broken[0].raw.len() <= 1 << 16);
        assert_eq!(reader.summary().unwrap().count, Some(3));
    }
    let rows = [payment("T1", 100), broken(20, "tea\npot"), payment("T3", 100)];
    let (_, broken, _) = past(bill(ALL, &rows, ALL_SUMS, &sums(&rows)));
    let raw = rows[1].iter().map(|cell| format!("`{cell}")).collect::<Vec<_>>().join(",");
    assert_eq!(broken[0].raw, raw, "both of its lines");
}

#[test]
fn bytes_that_are_no_text_break_their_row_only() {
    let rows = [payment("T1", 100), broken(20, "TEAPOT"), payment("T3", 100)];
    let mut bytes = bill(ALL, &rows, ALL_SUMS, &sums(&rows));
    let place = bytes.windows(6).position(|window| window == b"TEAPOT").unwrap();
    bytes[place] = 0xff;
    let (read, broken, _) = past(bytes);
    assert_eq!(read, ["T1", "T3"]);
    assert!(broken[0].raw.contains("\u{fffd}EAPOT") && broken[0].reason == "line 3 is not valid UTF-8");
}

#[test]
fn what_is_left_over_from_a_row_is_none_although_it_has_as_many_cells() {
    let bytes = "交易状态,商户订单号\n`SUCCESS,`T1\nSUCCESS,`FORGED\n`SUCCESS,`T3\n总交易单数\n`3\n";
    let (read, broken, _) = past(bytes.into());
    assert_eq!(read, ["T1", "T3"]);
    assert_eq!((broken[0].line, broken[0].raw.as_str()), (3, "SUCCESS,`FORGED"));
    assert_eq!(refused(bytes), "line 3 has no column of this bill");
}

#[test]
fn what_no_row_is_to_blame_for_ends_the_reading_all_the_same() {
    let rows = [payment("T1", 100), broken(20, "tea\npot")];
    let whole = bill(ALL, &rows, ALL_SUMS, &sums(&rows));
    let sums_begin = whole.len() - ALL_SUMS.len() - "\r\n`2,`2.00,`0.00,`0.00,`0.00000,`2.00,`0.00\r\n".len();
    for (bytes, expected) in [
        (whole[..sums_begin].to_vec(), "the bill ends with line 4, before its summary"),
        (whole[..whole.len() - 10].to_vec(), "line 6 has 6 cells under 7 columns"),
        ([&*whole, b"`1\r\n"].concat(), "line 7 comes after the end of the bill"),
    ] {
        let mut reader = BillReader::<TradeRow, _>::new(Cursor::new(bytes)).unwrap().past_broken_rows();
        let last = reader.by_ref().last().unwrap().unwrap_err();
        assert_eq!((last.to_string().as_str(), reader.summary().is_none(), reader.broken()), (expected, true, 1));
        assert!(reader.next().is_none());
    }
}

/// Amounts, of which a few still have a valid sum.
const AMOUNTS: std::ops::Range<i64> = -(1 << 50)..1 << 50;

proptest! {
    /// One cell of a broken row has any text, with a line feed in it; all other rows are read.
    #[test]
    fn rows_around_broken_ones_are_always_seen(
        rows in proptest::collection::vec(proptest::option::of((0..27_usize, "[a-z`,\r\n\t\u{202e}茶]{0,12}")), 1..12),
    ) {
        let mut cells = Vec::new();
        let mut expected = Vec::new();
        for (index, row) in rows.iter().enumerate() {
            let number = format!("GOOD{index}");
            match row {
                None => {
                    cells.push(payment(&number, 100));
                    expected.push(number);
                }
                // The text after the line feed is not a row: it has too few cells.
                Some((cell, text)) => cells.push(broken(*cell, &format!("{text}\n{text}"))),
            }
        }
        let (read, broken, reader) = past(bill(ALL, &cells, ALL_SUMS, &sums(&cells)));
        let good: Vec<_> = read.into_iter().filter(|number| number.starts_with("GOOD")).collect();
        prop_assert_eq!(&good, &expected);
        prop_assert!(broken.is_empty() || expected.len() < rows.len());
        prop_assert_eq!(reader.broken(), broken.len() as u64);
        prop_assert!(reader.summary().is_some());
    }

    #[test]
    fn what_was_written_is_read_back(
        rows in proptest::collection::vec(
            (text(), text(), AMOUNTS, AMOUNTS, any::<bool>(), 0..2_000_000_000_i64),
            0..20,
        ),
    ) {
        let mut cells = Vec::new();
        for (index, (description, attach, total, refunded, is_refund, time)) in rows.iter().enumerate() {
            let number = format!("N{index}");
            let mut row = if *is_refund { refund("ORDER", &number, *refunded) } else { payment(&number, *total) };
            let written = DateTime::from_unix_timestamp(*time).unwrap().to_string();
            row[0] = written.trim_end_matches("+08:00").replace('T', " ");
            row[20].clone_from(description);
            row[21].clone_from(attach);
            cells.push(row);
        }
        let (read, reader) = read::<TradeRow>(bill(ALL, &cells, ALL_SUMS, &sums(&cells))).unwrap();
        prop_assert_eq!(read.len(), rows.len());
        for (index, (row, (description, attach, total, refunded, is_refund, time))) in read.iter().zip(&rows).enumerate() {
            let number = format!("N{index}");
            prop_assert_eq!(row.time.map(DateTime::unix_timestamp), Some(*time));
            prop_assert_eq!((&row.description, &row.attach), (description, attach));
            if *is_refund {
                prop_assert_eq!((&row.out_refund_no, row.requested_refund), (&number, Some(Fen::new(*refunded))));
            } else {
                prop_assert_eq!((&row.out_trade_no, row.total), (&number, Some(Fen::new(*total))));
            }
        }
        let sums = reader.summary().unwrap();
        let paid = rows.iter().map(|(.., total, _, is_refund, _)| if *is_refund { 0 } else { *total }).sum();
        prop_assert_eq!((sums.count, sums.total), (Some(rows.len() as u64), Some(Fen::new(paid))));
    }

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300), known in any::<bool>()) {
        let head = if known { format!("{ALL}\n`").into_bytes() } else { Vec::new() };
        let bytes = [head, bytes].concat();
        if let Ok(reader) = BillReader::<TradeRow, _>::new(Cursor::new(bytes.clone())) {
            let _ = reader.past_broken_rows().map(drop).count();
        }
        let _ = read::<TradeRow>(bytes).map(drop);
    }
}
