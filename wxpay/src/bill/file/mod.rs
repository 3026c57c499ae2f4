//! The file of a bill, row by row.
//!
//! Each row is a line of cells that begin with a back-tick and are parted by commas; nothing is quoted, so that a comma
//! within a cell is told from one between two only by the back-tick behind it. That is no CSV that a library reads.

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

/// Reads a bill row by row, in constant memory. What it reads should have been proved by its digest, as
/// [`Client::download_file`](crate::client::Client::download_file) does.
///
/// Columns are found by their names; those that nobody knows yet are in `other` of each row. After the last row,
/// [`BillReader::summary`] has the summary. A bill without one is cut off, and an error. One that does not say what the rows
/// come to is an error behind the last row, [`BillError::Summary`], for each of its columns that differs.
///
/// The first error before that ends the reading, unless [`BillReader::past_broken_rows`] was asked for.
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
    /// The differences between the summary and the rows, the last first.
    differences: Vec<SummaryDiffers>,
    /// Read ahead, behind a broken row.
    ahead: Option<Line>,
}

/// A row of a bill: [`TradeRow`] or [`FundFlowRow`].
pub trait BillRow: Table {
    /// The last row.
    type Summary: Table;
    /// The sums of the rows.
    #[doc(hidden)]
    type Totals: Totals<Row = Self, Summary = Self::Summary>;
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
    #[error("line {line} has the column `{}` twice", escaped(.column))]
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
    #[error("line {line}: `{}` is not {expected}", escaped(.column))]
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
    /// A row cannot be read, and the reader goes on behind it: see [`BillReader::past_broken_rows`].
    #[error(transparent)]
    Row(BrokenRow),
    /// All rows were read, and the summary says something else than they come to.
    #[error(transparent)]
    Summary(SummaryDiffers),
}

/// A row that cannot be read: a name with a line feed in it, a back-tick behind a comma within a cell.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("row {row} cannot be read: {reason}")]
#[non_exhaustive]
pub struct BrokenRow {
    /// Its number among the rows, from 1.
    pub row: u64,
    /// The number of its first line in the file, from 1.
    pub line: u64,
    /// Its text as it came, line feeds within it included; the first 65 536 characters of it. What is no
    /// UTF-8 is replaced.
    pub raw: String,
    /// Why it cannot be read, with the line's number.
    pub reason: String,
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

    /// Goes on behind a row that cannot be read: it is a [`BillError::Row`], and the rows behind it follow. Any other
    /// error ends the reading all the same.
    ///
    /// A bill that was read this way is complete only if [`BillReader::broken`] is 0 at its end.
    #[must_use]
    pub fn past_broken_rows(self) -> Self {
        Self { past_broken_rows: true, ..self }
    }

    /// The names of the columns, as they are in the file.
    pub fn columns(&self) -> &[String] {
        self.columns.names()
    }

    /// How many rows could not be read so far.
    #[must_use]
    pub fn broken(&self) -> u64 {
        self.broken
    }

    /// The summary, once the last row was read. It counts broken rows too.
    #[must_use]
    pub fn summary(&self) -> Option<&T::Summary> {
        self.summary.as_ref()
    }

    fn line(&mut self) -> io::Result<Option<Line>> {
        self.ahead.take().map_or_else(|| self.lines.next(), |line| Ok(Some(line)))
    }

    /// The next row; or the summary, and then `None`.
    fn row(&mut self) -> Result<Option<T>, BillError> {
        let Some(line) = self.line()? else { return Err(self.cut_off()) };
        if self.begins_summary(&line) {
            return self.read_summary(&line).map(|()| None);
        }
        self.rows += 1;
        // A row begins with a back-tick. What does not, and names no summary, is left over from a row with a line feed.
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

    /// The names of the summary have no back-ticks; or they have, as those of the columns had.
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

    /// The row that `first` begins, to the end of its last line: the next row begins with a back-tick. What is left of a
    /// row behind a line feed does not, but has one behind a comma, unlike the names of the summary.
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

    /// The next row. After an error there is none, unless it is a [`BillError::Row`].
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

/// In characters, of a broken row. The longest documented cells make a few thousand.
const MOST_KEPT: usize = 1 << 16;
