//! Columns by their names, and a row under them.

use super::BillError;
use super::cell::Cell;

/// What can be read from a row, by the names of its columns.
pub trait Table: Sized {
    /// For each member, the names that its column has or had.
    const COLUMNS: &'static [&'static [&'static str]];

    /// The members, in the order of [`Table::COLUMNS`].
    fn read(row: &mut Row<'_>) -> Result<Self, BillError>;

    /// The first name of all.
    fn first() -> &'static str {
        Self::COLUMNS.first().and_then(|names| names.first()).copied().unwrap_or_default()
    }
}

/// The columns of a file.
#[derive(Debug)]
pub(super) struct Columns {
    names: Vec<String>,
    /// For each member its column, where there is one.
    places: Vec<Option<usize>>,
    /// The columns that no member has.
    others: Vec<usize>,
}

impl Columns {
    /// The columns that `line` names, for a `T`.
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

    /// The name of the first column of a line.
    pub(super) fn first(line: &str) -> &str {
        unit_less(plain(line.split(',').next().unwrap_or_default()))
    }

    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    /// The row that `line` is.
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
    /// The next member.
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

    /// The cells that no member has, with their columns.
    pub(super) fn others(&self) -> Vec<(String, String)> {
        let other =
            |place: &usize| Some((self.columns.names.get(*place)?.clone(), (*self.cells.get(*place)?).to_owned()));
        self.columns.others.iter().filter_map(other).collect()
    }
}

fn plain(name: &str) -> &str {
    name.trim().trim_start_matches('`')
}

/// Some files say that an amount is in yuan, and some do not; all are.
fn unit_less(name: &str) -> &str {
    name.strip_suffix("(元)").or_else(|| name.strip_suffix("（元）")).unwrap_or(name)
}

/// A struct whose members are the columns of those names.
macro_rules! table {
    ($(#[$outer:meta])* $table:ident { $($(#[$inner:meta])* $member:ident: $cell:ty = $($name:literal)|+,)* }) => {
        $(#[$outer])*
        #[derive(Debug, Clone, Default, PartialEq, Eq)]
        #[non_exhaustive]
        pub struct $table {
            $($(#[$inner])* pub $member: $cell,)*
            /// The columns that are not among these, by their names, with what is in them.
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

        /// What is in the row by the names of the members, and of the other columns; what is empty is left out. Amounts are
        /// in fen, fees in yuan as they were written.
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
