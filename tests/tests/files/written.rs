//! Bills as WeChat Pay writes them, made by other code than the code that reads them.

use proptest::prelude::*;

/// The columns of a bill of all payments and refunds.
pub(crate) const ALL: &str = "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,\
    交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,\
    商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注";

/// The columns of its summary.
pub(crate) const ALL_SUMS: &str =
    "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额";

/// The columns of a bill of movements of money.
pub(crate) const FLOW: &str = "记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额(元),账户结余(元),\
    资金变更提交申请人,备注,业务凭证号";

/// The columns of its summary.
pub(crate) const FLOW_SUMS: &str = "资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额";

/// A bill: byte order mark, names of columns, cells with back-ticks, lines that end with CRLF.
pub(crate) fn bill<R: AsRef<[String]>>(names: &str, rows: &[R], sums_names: &str, sums: &[String]) -> Vec<u8> {
    let line =
        |cells: &[String]| format!("{}\r\n", cells.iter().map(|cell| format!("`{cell}")).collect::<Vec<_>>().join(","));
    let rows: String = rows.iter().map(|row| line(row.as_ref())).collect();
    format!("\u{feff}{names}\r\n{rows}{sums_names}\r\n{}", line(sums)).into_bytes()
}

/// Fen as a bill writes them, made from the digits only.
pub(crate) fn yuan(fen: i64) -> String {
    let digits = format!("{:03}", fen.unsigned_abs());
    let (yuan, cents) = digits.split_at(digits.len() - 2);
    format!("{}{yuan}.{cents}", if fen < 0 { "-" } else { "" })
}

/// A payment in a bill of all payments and refunds.
pub(crate) fn payment(out_trade_no: &str, fen: i64) -> Vec<String> {
    let total = yuan(fen);
    [
        "2026-01-01 12:34:56",
        "wxd678efh567hg6787",
        "1900000001",
        "0",
        "",
        "4200000001",
        out_trade_no,
        "oUpF8uMuAJO",
        "APP",
        "SUCCESS",
        "OTHERS",
        "CNY",
        &total,
        "0.00",
        "0",
        "0",
        "0.00",
        "0.00",
        "",
        "",
        "A teapot, blue",
        "",
        "0.00600",
        "0.60%",
        &total,
        "0.00",
        "",
    ]
    .map(str::to_owned)
    .to_vec()
}

/// A refund of that payment.
pub(crate) fn refund(out_trade_no: &str, out_refund_no: &str, fen: i64) -> Vec<String> {
    let amount = yuan(fen);
    [
        "2026-01-01 13:00:00",
        "wxd678efh567hg6787",
        "1900000001",
        "0",
        "",
        "4200000001",
        out_trade_no,
        "oUpF8uMuAJO",
        "APP",
        "REFUND",
        "OTHERS",
        "CNY",
        "0.00",
        "0.00",
        "5030000001",
        out_refund_no,
        &amount,
        "0.00",
        "ORIGINAL",
        "SUCCESS",
        "A teapot, blue",
        "",
        "-0.00600",
        "0.60%",
        "0.00",
        &amount,
        "",
    ]
    .map(str::to_owned)
    .to_vec()
}

/// The sums of these rows; those of fees are made up. A cell without an amount adds nothing.
pub(crate) fn sums<R: AsRef<[String]>>(rows: &[R]) -> Vec<String> {
    let fen =
        |row: &R, cell| row.as_ref().get(cell).and_then(|text: &String| text.replace('.', "").parse::<i64>().ok());
    let sum = |cell| yuan(rows.iter().filter_map(|row| fen(row, cell)).sum());
    vec![rows.len().to_string(), sum(12), sum(16), sum(17), "0.00000".to_owned(), sum(24), sum(25)]
}

/// The sums of these movements.
pub(crate) fn flow_sums(rows: &[Vec<String>]) -> Vec<String> {
    let of = |direction: &str| {
        let rows: Vec<_> = rows.iter().filter(|row| row[5] == direction).collect();
        let fen: i64 = rows.iter().map(|row| row[6].replace('.', "").parse::<i64>().unwrap()).sum();
        [rows.len().to_string(), yuan(fen)]
    };
    [vec![rows.len().to_string()], of("收入").to_vec(), of("支出").to_vec()].concat()
}

/// Text for a cell: anything except the end of a line, and except a back-tick after a comma, which begins another cell.
pub(crate) fn text() -> impl Strategy<Value = String> {
    "[^\r\n\t]{0,12}".prop_map(|text| text.replace(",`", ", `"))
}
