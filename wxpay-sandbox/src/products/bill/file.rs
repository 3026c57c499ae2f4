//! The format of a bill: a byte order mark, cells with back-ticks, lines that end with CRLF.

use wxpay::prelude::DateTime;

/// A file with these columns, rows and sums.
pub(super) fn file<'a>(
    columns: impl IntoIterator<Item = &'a str>,
    rows: impl IntoIterator<Item = Vec<String>>,
    sums: impl IntoIterator<Item = (&'a str, String)>,
) -> String {
    let mut file = format!("\u{feff}{}\r\n", columns.into_iter().collect::<Vec<_>>().join(","));
    rows.into_iter().for_each(|row| line(&mut file, &row));
    let (names, sums): (Vec<_>, Vec<_>) = sums.into_iter().unzip();
    file.push_str(&names.join(","));
    file.push_str("\r\n");
    line(&mut file, &sums);
    file
}

/// Writes a row. Nothing is quoted. Line ends become `\r` and `\n`, and the byte 1 becomes a space: this is
/// [documented](https://pay.weixin.qq.com/docs/merchant/products/bill-download/format-fundflow.html) for movements and a choice
/// for orders. The space in a text that would otherwise begin another cell is a choice, too.
fn line(file: &mut String, cells: &[String]) {
    for (index, cell) in cells.iter().enumerate() {
        file.push_str(if index == 0 { "`" } else { ",`" });
        let cell = cell.replace('\u{1}', " ").replace('\r', "\\r").replace('\n', "\\n");
        file.push_str(&cell.replace(",`", ", "));
    }
    file.push_str("\r\n");
}

/// A time in the format of bills: Beijing's time, without an offset.
pub(super) fn time(seconds: i64) -> String {
    let time = DateTime::from_unix_timestamp(seconds).map(|time| time.to_string()).unwrap_or_default();
    time.trim_end_matches("+08:00").replace('T', " ")
}

/// An amount or a sum of amounts in fen, as yuan.
pub(super) fn yuan(fen: impl Into<i128>) -> String {
    decimal(fen.into(), 2)
}

/// A number with that many digits behind the point.
pub(super) fn decimal(number: i128, digits: usize) -> String {
    let sign = if number < 0 { "-" } else { "" };
    let mut text = format!("{:0width$}", number.unsigned_abs(), width = digits + 1);
    text.insert(text.len() - digits, '.');
    format!("{sign}{text}")
}
