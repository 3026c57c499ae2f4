//! Days as APIv3 writes them, with and without hyphens.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use super::{DateTime, ParseValueError};
use crate::payload::{Filled, Kind, Mismatch, Node, Payload, Scalar, Shape, Slot};

macro_rules! days {
    ($($(#[$doc:meta])* $day:ident: $kind:ident, $write:ident, $read:ident, $expected:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $day(time::Date);

        impl $day {
            /// The day with this year (0 to 9999), month (1 to 12) and day of the month; `None` if it does not exist.
            #[must_use]
            pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
                let month = time::Month::try_from(month).ok()?;
                time::Date::from_calendar_date(year, month, day).ok().filter(|day| can_be_written(*day)).map(Self)
            }

            /// The current day in Beijing (UTC+8), independent of this machine's time zone.
            #[must_use]
            pub fn today() -> Self {
                DateTime::now().beijing_date().into()
            }

            #[doc = concat!("Reads ", $expected, ". The same as [`FromStr`].")]
            ///
            /// # Errors
            /// The text has another form, or the day does not exist.
            pub fn parse(text: &str) -> Result<Self, ParseValueError> {
                $read(text).map(Self).ok_or(ParseValueError { expected: $expected })
            }

            /// The year.
            #[must_use]
            pub fn year(self) -> i32 {
                self.0.year()
            }

            /// The month, 1 to 12.
            #[must_use]
            pub fn month(self) -> u8 {
                self.0.month().into()
            }

            /// The day of the month, 1 to 31.
            #[must_use]
            pub fn day(self) -> u8 {
                self.0.day()
            }

            /// The day before; `None` before the year 0.
            #[must_use]
            pub fn previous_day(self) -> Option<Self> {
                self.0.previous_day().filter(|day| can_be_written(*day)).map(Self)
            }

            /// The day after; `None` beyond the year 9999.
            #[must_use]
            pub fn next_day(self) -> Option<Self> {
                self.0.next_day().filter(|day| can_be_written(*day)).map(Self)
            }
        }

        impl fmt::Display for $day {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                $write(self.0, f)
            }
        }

        impl fmt::Debug for $day {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($day), "({})"), self)
            }
        }

        impl FromStr for $day {
            type Err = ParseValueError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::parse(text)
            }
        }

        /// A day outside of the years 0 to 9999 is refused when the request is sent.
        impl From<time::Date> for $day {
            fn from(day: time::Date) -> Self {
                Self(day)
            }
        }

        impl From<$day> for time::Date {
            fn from(day: $day) -> Self {
                day.0
            }
        }

        impl Payload for $day {
            type Shape = Self;
        }

        impl Shape for $day {
            const KIND: Kind = Kind::$kind;

            fn blank() -> Self {
                Self(time::OffsetDateTime::UNIX_EPOCH.date())
            }

            fn node(value: &Self) -> Node<'_> {
                if can_be_written(value.0) {
                    Node::Text(Cow::Owned(value.to_string()))
                } else {
                    Node::Unwritable(OTHER_YEAR.to_owned())
                }
            }

            fn slot(value: &mut Self) -> Slot<'_> {
                Slot::Scalar(value)
            }
        }

        impl Scalar for $day {
            fn expected(&self) -> &'static str {
                $expected
            }

            fn text(&mut self, text: &str) -> Result<Filled, Mismatch> {
                *self = Self::parse(text).map_err(|error| Mismatch::new(error.expected))?;
                Ok(Filled::Present)
            }
        }
    )*};
}

days! {
    /// A day that the API writes with hyphens (`yyyy-MM-dd`), such as `2018-06-08`.
    ///
    /// ```
    /// use wxpay_core::value::Date;
    ///
    /// let day = Date::parse("2018-06-08")?;
    /// assert_eq!(Some(day), Date::new(2018, 6, 8));
    /// assert_eq!(day.next_day().map(|day| day.to_string()).as_deref(), Some("2018-06-09"));
    /// assert!(Date::parse("2018-02-30").is_err());
    /// # Ok::<(), wxpay_core::value::ParseValueError>(())
    /// ```
    Date: Date, hyphenated, read_hyphenated, "a date such as `2018-06-08`";
    /// A day that the API writes as eight digits (`yyyyMMdd`), such as `20180608`. Some members have this form and some the form
    /// of [`Date`]; the two types convert into each other.
    ///
    /// ```
    /// use wxpay_core::value::{CompactDate, Date};
    ///
    /// let day: CompactDate = Date::parse("2018-06-08")?.into();
    /// assert_eq!(day.to_string(), "20180608");
    /// # Ok::<(), wxpay_core::value::ParseValueError>(())
    /// ```
    CompactDate: CompactDate, compact, read_compact, "a date in eight digits, such as `20180608`";
}

impl From<Date> for CompactDate {
    fn from(day: Date) -> Self {
        Self(day.0)
    }
}

impl From<CompactDate> for Date {
    fn from(day: CompactDate) -> Self {
        Self(day.0)
    }
}

/// Writes `2018-06-08`.
fn hyphenated(day: time::Date, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "{:04}-{:02}-{:02}", day.year(), u8::from(day.month()), day.day())
}

/// Writes `20180608`.
pub(super) fn compact(day: time::Date, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "{:04}{:02}{:02}", day.year(), u8::from(day.month()), day.day())
}

fn read_hyphenated(text: &str) -> Option<time::Date> {
    let (year, rest) = text.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    calendar(year, month, day)
}

pub(super) fn read_compact(text: &str) -> Option<time::Date> {
    let (year, rest) = text.split_at_checked(4)?;
    let (month, day) = rest.split_at_checked(2)?;
    calendar(year, month, day)
}

fn calendar(year: &str, month: &str, day: &str) -> Option<time::Date> {
    let month = time::Month::try_from(u8::try_from(digits(month, 2)?).ok()?).ok()?;
    time::Date::from_calendar_date(digits(year, 4)?.into(), month, u8::try_from(digits(day, 2)?).ok()?).ok()
}

/// The number that `text` has as exactly `count` decimal digits.
pub(super) fn digits(text: &str, count: usize) -> Option<u16> {
    let plain = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

/// Tells whether the year fits into four digits.
pub(super) fn can_be_written(day: time::Date) -> bool {
    (0..=9999).contains(&day.year())
}

pub(super) const OTHER_YEAR: &str = "its year is not between 0 and 9999";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_as_they_were_read() {
        for text in ["0000-01-01", "1999-12-31", "2000-02-29", "2024-02-29", "9999-12-31"] {
            assert_eq!(Date::parse(text).map(|day| day.to_string()), Ok(text.to_owned()));
            let compact = text.replace('-', "");
            assert_eq!(CompactDate::parse(&compact).map(|day| day.to_string()), Ok(compact));
        }
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for text in [
            "",
            "2018-6-8",
            "2018-06-08 ",
            " 2018-06-08",
            "18-06-08",
            "2018/06/08",
            "2018-06-31",
            "2023-02-29",
            "2100-02-29",
            "2018-13-01",
            "2018-00-01",
            "2018-01-00",
            "20180608",
            "+018-06-08",
            "-018-06-08",
            "２０１８-06-08",
            "2018-06-08-",
            "2018-06-08T00:00:00+08:00",
            "长期",
        ] {
            assert!(Date::parse(text).is_err(), "{text:?}");
        }
        for text in
            ["", "2018-06-08", "2018068", "201806080", "20180631", "2018+608", "２０１８0608", "201806é8", "长期"]
        {
            assert!(CompactDate::parse(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn neighbours_end_with_the_calendar() {
        let last = Date::new(9999, 12, 31).unwrap();
        assert_eq!((last.next_day(), last.previous_day()), (None, Date::new(9999, 12, 30)));
        let first = CompactDate::new(0, 1, 1).unwrap();
        assert_eq!((first.previous_day(), first.next_day()), (None, CompactDate::new(0, 1, 2)));
        assert_eq!((Date::new(10_000, 1, 1), Date::new(-1, 1, 1), Date::new(2023, 2, 29)), (None, None, None));
    }

    #[test]
    fn a_year_that_has_no_four_digits_is_not_written() {
        let before = Date::from(time::Date::from_calendar_date(-1, time::Month::January, 1).unwrap());
        assert!(matches!(before.node(), Node::Unwritable(_)));
        assert!(matches!(CompactDate::from(before).node(), Node::Unwritable(_)));
    }
}
