//! The lines of a file, one at a time.

use std::io::{self, BufRead, Read as _};

use super::BillError;

/// Iterates over the lines that are not empty.
#[derive(Debug)]
pub(super) struct Lines<R> {
    reader: R,
    number: u64,
}

/// A line without its end.
#[derive(Debug)]
pub(super) struct Line {
    /// Line number, from 1.
    pub(super) number: u64,
    bytes: Vec<u8>,
    whole: bool,
}

impl<R: BufRead> Lines<R> {
    pub(super) fn new(reader: R) -> Self {
        Self { reader, number: 0 }
    }

    /// Returns the number of the last line that was read.
    pub(super) fn number(&self) -> u64 {
        self.number
    }

    pub(super) fn next(&mut self) -> io::Result<Option<Line>> {
        loop {
            let mut bytes = Vec::new();
            if (&mut self.reader).take(LONGEST).read_until(b'\n', &mut bytes)? == 0 {
                return Ok(None);
            }
            self.number += 1;
            let ended = bytes.ends_with(b"\n");
            if ended {
                bytes.pop();
            }
            let whole = ended || (bytes.len() as u64) < LONGEST;
            if !whole {
                self.reader.skip_until(b'\n')?;
            }
            if bytes.ends_with(b"\r") {
                bytes.pop();
            }
            if !bytes.is_empty() {
                return Ok(Some(Line { number: self.number, bytes, whole }));
            }
        }
    }
}

impl Line {
    /// Returns the text.
    pub(super) fn text(&self) -> Result<&str, BillError> {
        if !self.whole {
            return Err(BillError::Long(self.number));
        }
        std::str::from_utf8(&self.bytes).map_err(|_| BillError::Text(self.number))
    }

    /// Returns the part that was kept; bytes that are not UTF-8 are replaced.
    pub(super) fn lossy(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub(super) fn begins_with_a_tick(&self) -> bool {
        self.bytes.first() == Some(&b'`')
    }
}

/// The most bytes kept of a line. The longest documented cells have a few thousand.
const LONGEST: u64 = 1 << 20;
