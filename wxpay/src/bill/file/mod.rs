//! The file of a bill, row by row.
//!
//! Each row is a line of cells that begin with a back-tick and are parted by commas; nothing is quoted, so that a comma
//! within a cell is told from one between two only by the back-tick behind it. That is no CSV that a library reads.

mod cell;
mod columns;
mod fund_flow;
mod trade;

pub use cell::Fee;
pub use fund_flow::{Direction, FundFlowRow, FundFlowSummary};
pub use trade::{TradeRow, TradeSummary};

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read as _};
use std::path::Path;

use self::columns::{Columns, Table};

/// Reads a bill row by row, in constant memory. What it reads should have been proved by its digest, as
/// [`Client::download_file`](crate::client::Client::download_file) does.
///
/// Columns are found by their names; those that nobody knows yet are in `other` of each row. After the last row,
/// [`BillReader::summary`] has the summary. A bill without one is cut off, and an error.
#[derive(Debug)]
pub struct BillReader<T: BillRow, R> {
    lines: Lines<R>,
    columns: Columns,
    summary: Option<T::Summary>,
    over: bool,
}

/// A row of a bill: [`TradeRow`] or [`FundFlowRow`].
pub trait BillRow: Table {
    /// The last row.
    type Summary: Table;
}

/// A bill that is not as documented. Lines are counted from 1.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BillError {
    /// It cannot be read.
    #[error("the bill cannot be read: {0}")]
    Read(#[from] io::Error),
    /// A line is not UTF-8.
    #[error("line {0} is no text in UTF-8")]
    Text(u64),
    /// A line has more than a megabyte.
    #[error("line {0} is too long")]
    Long(u64),
    /// None of the columns is known: it is another bill, or none.
    #[error("line {0} has no column that belongs there")]
    Columns(u64),
    /// A column is there twice.
    #[error("line {line} has the column `{column}` twice")]
    Twice {
        /// The line.
        line: u64,
        /// The column.
        column: String,
    },
    /// A row has more or fewer cells than there are columns.
    #[error("line {line} has {cells} cells under {columns} columns")]
    Cells {
        /// The line.
        line: u64,
        /// How many cells it has.
        cells: usize,
        /// How many columns there are.
        columns: usize,
    },
    /// A cell is not what its column has.
    #[error("line {line}: `{column}` is not {expected}")]
    Cell {
        /// The line.
        line: u64,
        /// The column.
        column: String,
        /// What it should be.
        expected: &'static str,
    },
    /// It ends before its summary: it was cut off.
    #[error("the bill ends with line {0}, before its summary")]
    CutOff(u64),
    /// Something follows the summary.
    #[error("line {0} comes after the end of the bill")]
    AfterTheEnd(u64),
}

impl<T: BillRow> BillReader<T, BufReader<File>> {
    /// Opens a file.
    ///
    /// # Errors
    /// As [`BillReader::new`].
    pub fn open(path: impl AsRef<Path>) -> Result<Self, BillError> {
        Self::new(BufReader::with_capacity(1 << 16, File::open(path)?))
    }
}

impl<T: BillRow, R: BufRead> BillReader<T, R> {
    /// Reads the names of the columns.
    ///
    /// # Errors
    /// It cannot be read, or is no such bill.
    pub fn new(reader: R) -> Result<Self, BillError> {
        let mut lines = Lines { reader, bytes: Vec::new(), number: 0 };
        let Some((number, head)) = lines.next()? else { return Err(BillError::CutOff(0)) };
        let columns = Columns::of::<T>(head.strip_prefix('\u{feff}').unwrap_or(head), number)?;
        Ok(Self { columns, lines, summary: None, over: false })
    }

    /// The names of the columns, as they are in the file.
    pub fn columns(&self) -> &[String] {
        self.columns.names()
    }

    /// The summary, once the last row was read.
    #[must_use]
    pub fn summary(&self) -> Option<&T::Summary> {
        self.summary.as_ref()
    }

    /// The next row; or the summary, and then `None`.
    fn row(&mut self) -> Result<Option<T>, BillError> {
        let Some((number, line)) = self.lines.next()? else { return Err(BillError::CutOff(self.lines.number)) };
        // The names of the summary have no back-ticks; or they have, as those of the columns had.
        let of_summary = !line.starts_with('`') || Columns::first(line) == T::Summary::first();
        if !of_summary {
            return self.columns.read(line, number).map(Some);
        }
        let columns = Columns::of::<T::Summary>(line, number)?;
        let Some((number, line)) = self.lines.next()? else { return Err(BillError::CutOff(self.lines.number)) };
        let summary = columns.read(line, number)?;
        if let Some((number, _)) = self.lines.next()? {
            return Err(BillError::AfterTheEnd(number));
        }
        self.summary = Some(summary);
        Ok(None)
    }
}

impl<T: BillRow, R: BufRead> Iterator for BillReader<T, R> {
    type Item = Result<T, BillError>;

    /// The next row. After an error there is none.
    fn next(&mut self) -> Option<Self::Item> {
        if self.over {
            return None;
        }
        let row = self.row().transpose();
        self.over = !matches!(row, Some(Ok(_)));
        row
    }
}

/// The lines that are not empty.
#[derive(Debug)]
struct Lines<R> {
    reader: R,
    bytes: Vec<u8>,
    number: u64,
}

impl<R: BufRead> Lines<R> {
    /// The next one with its number, from 1.
    fn next(&mut self) -> Result<Option<(u64, &str)>, BillError> {
        loop {
            self.bytes.clear();
            if (&mut self.reader).take(LONGEST).read_until(b'\n', &mut self.bytes)? == 0 {
                return Ok(None);
            }
            self.number += 1;
            let whole = self.bytes.pop_if(|byte| *byte == b'\n').is_some();
            if !whole && self.bytes.len() as u64 == LONGEST {
                return Err(BillError::Long(self.number));
            }
            self.bytes.pop_if(|byte| *byte == b'\r');
            if !self.bytes.is_empty() {
                break;
            }
        }
        let line = std::str::from_utf8(&self.bytes).map_err(|_| BillError::Text(self.number))?;
        Ok(Some((self.number, line)))
    }
}

/// In bytes. The longest documented cells make a few thousand.
const LONGEST: u64 = 1 << 20;
