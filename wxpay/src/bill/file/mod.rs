//! The file of a bill, row by row.
//!
//! Each row is a line of cells, which begin with a back-tick and are separated by commas. Nothing is quoted: a comma is a
//! separator only if a back-tick follows it. CSV libraries cannot read this format.

mod cell;
mod columns;
mod fund_flow;
mod lines;
mod totals;
mod trade;

pub use cell::Fee;
pub use fund_flow::{Direction, FundFlowRow, FundFlowSummary};
pub use totals::SummaryDiffers;
pub use trade::{TradeRow, TradeSummary};

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

use self::columns::{Columns, Table};
use self::lines::{Line, Lines};
use self::totals::Totals;
use crate::text::escaped;

/// Reads a bill row by row, in constant memory. The digest of the bill should have been verified before, as
/// [`Client::download_file`](crate::client::Client::download_file) does.
///
/// Columns are found by their names; unknown columns are in `other` of each row. [`BillReader::summary`] returns the summary
/// after the last row. A bill without a summary is cut off, which is an error. If the summary does not match the rows, the reader
/// returns [`BillError::Summary`] after the last row, once for each column that differs.
///
/// The first other error ends the reading, unless [`BillReader::past_broken_rows`] was called.
#[derive(Debug)]
pub struct BillReader<T: BillRow, R> {
    lines: Lines<R>,
    columns: Columns,
    summary: Option<T::Summary>,
    over: bool,
    past_broken_rows: bool,
    rows: u64,
    broken: u64,
    totals: T::Totals,
    /// The differences between the summary and the rows, in reverse order.
    differences: Vec<SummaryDiffers>,
    /// A line that was read ahead, after a broken row.
    ahead: Option<Line>,
}

/// A row of a bill: [`TradeRow`] or [`FundFlowRow`].
pub trait BillRow: Table {
    /// Type of the summary.
    type Summary: Table;
    /// Sums of the rows.
    #[doc(hidden)]
    type Totals: Totals<Row = Self, Summary = Self::Summary>;
}

/// A bill that does not have the documented format. Line numbers begin with 1.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BillError {
    /// The bill cannot be read.
    #[error("the bill cannot be read: {0}")]
    Read(#[from] io::Error),
    /// A line is not UTF-8.
    #[error("line {0} is not valid UTF-8")]
    Text(u64),
    /// A line is longer than a megabyte.
    #[error("line {0} is too long")]
    Long(u64),
    /// None of the columns is known: this is another kind of bill, or not a bill.
    #[error("line {0} has no column of this bill")]
    Columns(u64),
    /// A column appears twice.
    #[error("line {line} has the column `{}` twice", escaped(.column))]
    Twice {
        /// Number of the line.
        line: u64,
        /// Name of the column.
        column: String,
    },
    /// A row has more or fewer cells than there are columns.
    #[error("line {line} has {cells} cells under {columns} columns")]
    Cells {
        /// Number of the line.
        line: u64,
        /// Number of cells in the line.
        cells: usize,
        /// Number of columns.
        columns: usize,
    },
    /// A cell does not have the format of its column.
    #[error("line {line}: `{}` is not {expected}", escaped(.column))]
    Cell {
        /// Number of the line.
        line: u64,
        /// Name of the column.
        column: String,
        /// Expected format.
        expected: &'static str,
    },
    /// The bill ends before its summary: it was cut off.
    #[error("the bill ends with line {0}, before its summary")]
    CutOff(u64),
    /// Something follows the summary.
    #[error("line {0} comes after the end of the bill")]
    AfterTheEnd(u64),
    /// A row cannot be read, and the reader continues after it: see [`BillReader::past_broken_rows`].
    #[error(transparent)]
    Row(BrokenRow),
    /// All rows were read, and the summary does not match them.
    #[error(transparent)]
    Summary(SummaryDiffers),
}

/// A row that cannot be read, for example because a cell has a line feed, or a back-tick after a comma.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("row {row} cannot be read: {reason}")]
#[non_exhaustive]
pub struct BrokenRow {
    /// Number of the row, from 1.
    pub row: u64,
    /// Number of the row's first line in the file, from 1.
    pub line: u64,
    /// Text of the row with the line feeds inside it, cut after 65 536 characters. Bytes that are not UTF-8 are replaced.
    pub raw: String,
    /// Reason with the number of the line.
    pub reason: String,
}

impl<T: BillRow> BillReader<T, BufReader<File>> {
    /// Opens a file.
    ///
    /// # Errors
    /// Those of [`BillReader::new`].
    pub fn open(path: impl AsRef<Path>) -> Result<Self, BillError> {
        Self::new(BufReader::with_capacity(1 << 16, File::open(path)?))
    }
}

impl<T: BillRow, R: BufRead> BillReader<T, R> {
    /// Reads the names of the columns.
    ///
    /// # Errors
    /// The file cannot be read, or is not a bill of this kind.
    pub fn new(reader: R) -> Result<Self, BillError> {
        let mut lines = Lines::new(reader);
        let Some(head) = lines.next()? else { return Err(BillError::CutOff(0)) };
        let text = head.text()?;
        let columns = Columns::of::<T>(text.strip_prefix('\u{feff}').unwrap_or(text), head.number)?;
        Ok(Self {
            columns,
            lines,
            summary: None,
            over: false,
            past_broken_rows: false,
            rows: 0,
            broken: 0,
            totals: T::Totals::default(),
            differences: Vec::new(),
            ahead: None,
        })
    }

    /// Continues after a row that cannot be read: the iterator returns [`BillError::Row`], then the rows after it. Any other
    /// error still ends the reading.
    ///
    /// A bill that was read this way is complete only if [`BillReader::broken`] is 0 at its end.
    #[must_use]
    pub fn past_broken_rows(self) -> Self {
        Self { past_broken_rows: true, ..self }
    }

    /// Returns the names of the columns, as they are in the file.
    pub fn columns(&self) -> &[String] {
        self.columns.names()
    }

    /// Returns the number of rows that could not be read so far.
    #[must_use]
    pub fn broken(&self) -> u64 {
        self.broken
    }

    /// Returns the summary, once the last row was read. Its counts include broken rows.
    #[must_use]
    pub fn summary(&self) -> Option<&T::Summary> {
        self.summary.as_ref()
    }

    fn line(&mut self) -> io::Result<Option<Line>> {
        self.ahead.take().map_or_else(|| self.lines.next(), |line| Ok(Some(line)))
    }

    /// Reads the next row, or returns `None` after reading the summary.
    fn row(&mut self) -> Result<Option<T>, BillError> {
        let Some(line) = self.line()? else { return Err(self.cut_off()) };
        if self.begins_summary(&line) {
            return self.read_summary(&line).map(|()| None);
        }
        self.rows += 1;
        // A row begins with a back-tick. A line without one, other than the summary's names, is the rest of a row with a line
        // feed.
        let read = line.text().and_then(|text| match line.begins_with_a_tick() {
            true => self.columns.read(text, line.number),
            false => Err(BillError::Columns(line.number)),
        });
        match read {
            Ok(row) => {
                self.totals.add(&row);
                Ok(Some(row))
            }
            Err(error) if self.past_broken_rows => Err(self.broken_row(line, error)?),
            Err(error) => Err(error),
        }
    }

    /// True for the names of the summary: they begin without a back-tick, or with the summary's first column.
    fn begins_summary(&self, line: &Line) -> bool {
        let Ok(text) = line.text() else { return false };
        let named = !text.starts_with('`') || Columns::first(text) == T::Summary::first();
        named && (!self.past_broken_rows || Columns::of::<T::Summary>(text, line.number).is_ok())
    }

    fn read_summary(&mut self, names: &Line) -> Result<(), BillError> {
        let columns = Columns::of::<T::Summary>(names.text()?, names.number)?;
        let Some(sums) = self.line()? else { return Err(self.cut_off()) };
        let summary = columns.read(sums.text()?, sums.number)?;
        if let Some(line) = self.line()? {
            return Err(BillError::AfterTheEnd(line.number));
        }
        self.differences = self.totals.differences(self.rows, self.broken, &summary);
        self.differences.reverse();
        self.summary = Some(summary);
        Ok(())
    }

    /// Collects the lines of the broken row that begins with `first`; the next row begins with a back-tick. The rest of a row
    /// after a line feed has a back-tick after a comma, unlike the names of the summary.
    fn broken_row(&mut self, first: Line, error: BillError) -> Result<BillError, BillError> {
        self.broken += 1;
        let mut raw = first.lossy();
        while let Some(line) = self.lines.next()? {
            let left_over = line.lossy().contains(",`");
            if line.begins_with_a_tick() || !left_over && self.begins_summary(&line) {
                self.ahead = Some(line);
                break;
            }
            if raw.len() < MOST_KEPT {
                raw.extend(["\n", &line.lossy()]);
            }
        }
        if let Some((end, _)) = raw.char_indices().nth(MOST_KEPT) {
            raw.truncate(end);
        }
        Ok(BillError::Row(BrokenRow { row: self.rows, line: first.number, raw, reason: error.to_string() }))
    }

    fn cut_off(&self) -> BillError {
        BillError::CutOff(self.lines.number())
    }
}

impl<T: BillRow, R: BufRead> Iterator for BillReader<T, R> {
    type Item = Result<T, BillError>;

    /// Returns the next row. Rows follow a [`BillError::Row`], and further differences a [`BillError::Summary`]; any other
    /// error is the last item.
    fn next(&mut self) -> Option<Self::Item> {
        if !self.over {
            let row = self.row().transpose();
            self.over = !matches!(row, Some(Ok(_) | Err(BillError::Row(_))));
            if row.is_some() {
                return row;
            }
        }
        self.differences.pop().map(|differs| Err(BillError::Summary(differs)))
    }
}

/// The most characters kept of a broken row. The longest documented cells have a few thousand.
const MOST_KEPT: usize = 1 << 16;
