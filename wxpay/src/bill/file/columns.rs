//! The columns of a bill, found by their names.

use super::BillError;
use super::cell::Cell;

/// A type that is read from a row by the names of its columns.
pub trait Table: Sized {
    /// Names that the column of each member has or had.
    const COLUMNS: &'static [&'static [&'static str]];

    /// Reads the members in the order of [`Table::COLUMNS`].
    fn read(row: &mut Row<'_>) -> Result<Self, BillError>;

    /// Returns the first name of the first column.
    fn first() -> &'static str {
        Self::COLUMNS.first().and_then(|names| names.first()).copied().unwrap_or_default()
    }
}

/// The columns of a bill.
#[derive(Debug)]
pub(super) struct Columns {
    names: Vec<String>,
    /// The column of each member, if the bill has it.
    places: Vec<Option<usize>>,
    /// The columns without a member.
    others: Vec<usize>,
}

impl Columns {
    /// Reads the names in `line` as columns of a `T`.
    pub(super) fn of<T: Table>(line: &str, number: u64) -> Result<Self, BillError> {
        let names: Vec<String> = line.split(',').map(|name| plain(name).to_owned()).collect();
        let earlier = |place: usize, name| names.iter().take(place).any(|earlier| earlier == name);
        if let Some((_, column)) = names.iter().enumerate().find(|(place, name)| earlier(*place, *name)) {
            return Err(BillError::Twice { line: number, column: column.clone() });
        }
        let place = |known: &&[&str]| names.iter().position(|name| known.contains(&unit_less(name)));
        let places: Vec<_> = T::COLUMNS.iter().map(place).collect();
        if places.iter().all(Option::is_none) {
            return Err(BillError::Columns(number));
        }
        let others = (0..names.len()).filter(|place| !places.contains(&Some(*place))).collect();
        Ok(Self { names, places, others })
    }

    /// Returns the name of the first column in a line.
    pub(super) fn first(line: &str) -> &str {
        unit_less(plain(line.split(',').next().unwrap_or_default()))
    }

    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    /// Reads `line` as a row.
    pub(super) fn read<T: Table>(&self, line: &str, number: u64) -> Result<T, BillError> {
        let cells: Vec<&str> = line.strip_prefix('`').unwrap_or(line).split(",`").collect();
        if cells.len() != self.names.len() {
            return Err(BillError::Cells { line: number, cells: cells.len(), columns: self.names.len() });
        }
        T::read(&mut Row { columns: self, cells, number, next: 0 })
    }
}

/// A row that is being read.
#[derive(Debug)]
pub struct Row<'a> {
    columns: &'a Columns,
    cells: Vec<&'a str>,
    number: u64,
    next: usize,
}

impl Row<'_> {
    /// Reads the next member.
    pub(super) fn member<C: Cell>(&mut self) -> Result<C, BillError> {
        let place = self.columns.places.get(self.next).copied().flatten();
        self.next += 1;
        let Some(place) = place else { return Ok(C::default()) };
        let cell = self.cells.get(place).copied().unwrap_or_default().trim_end_matches('\t');
        if cell.is_empty() {
            return Ok(C::default());
        }
        C::read(cell).ok_or_else(|| BillError::Cell {
            line: self.number,
            column: self.columns.names.get(place).cloned().unwrap_or_default(),
            expected: C::EXPECTED,
        })
    }

    /// Returns the cells without a member, with the names of their columns.
    pub(super) fn others(&self) -> Vec<(String, String)> {
        let other =
            |place: &usize| Some((self.columns.names.get(*place)?.clone(), (*self.cells.get(*place)?).to_owned()));
        self.columns.others.iter().filter_map(other).collect()
    }
}

fn plain(name: &str) -> &str {
    name.trim().trim_start_matches('`')
}

/// Removes the unit: amounts are always in yuan, but only some bills say so.
fn unit_less(name: &str) -> &str {
    name.strip_suffix("(元)").or_else(|| name.strip_suffix("（元）")).unwrap_or(name)
}

/// Declares a struct whose members are read from the named columns.
macro_rules! table {
    ($(#[$outer:meta])* $table:ident { $($(#[$inner:meta])* $member:ident: $cell:ty = $($name:literal)|+,)* }) => {
        $(#[$outer])*
        #[derive(Debug, Clone, Default, PartialEq, Eq)]
        #[non_exhaustive]
        pub struct $table {
            $($(#[$inner])* pub $member: $cell,)*
            /// Cells of the other columns, with the columns' names.
            pub other: Vec<(String, String)>,
        }

        impl $crate::bill::file::columns::Table for $table {
            const COLUMNS: &'static [&'static [&'static str]] = &[$(&[$($name),+]),*];

            fn read(
                row: &mut $crate::bill::file::columns::Row<'_>,
            ) -> Result<Self, $crate::bill::file::BillError> {
                Ok(Self { $($member: row.member()?,)* other: row.others() })
            }
        }

        /// Writes the cells under the names of the members, and the other cells under those of their columns; omits empty cells.
        /// Amounts are in fen, fees in yuan as the bill has them.
        impl serde::Serialize for $table {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeMap as _;
                let mut row = serializer.serialize_map(None)?;
                $(if let Some(cell) = $crate::bill::file::cell::Cell::json(&self.$member) {
                    row.serialize_entry(stringify!($member), &cell)?;
                })*
                self.other.iter().try_for_each(|(name, cell)| row.serialize_entry(name, cell))?;
                row.end()
            }
        }
    };
}

pub(super) use table;
